"""Rules: what contradicts across the events of one edition. Floor 1. Every rule is a generator of problems; all are warnings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from ikw.model import Event, Occurrence
from ikw.problems import WARNING, N_, Problem

# Two events without an end clash when they begin within this time of each other.
AT_ONCE = timedelta(minutes=1)


def check(events: Iterable[Event]) -> Iterator[Problem]:
    """Yield the problems of all rules."""
    every = tuple(events)
    for rule in RULES:
        yield from rule(every)


def same_venue_at_once(events: tuple[Event, ...]) -> Iterator[Problem]:
    """Two events at one venue, in one room, must not overlap."""
    places = defaultdict(list)
    for event in events:
        for occurrence in _timed(event):
            for venue in occurrence.venues if occurrence.venues is not None else event.venues:
                if venue.id:
                    places[venue.id].append((event, occurrence))
    for venue_id, found in places.items():
        for (event, one), (other, two) in _overlapping(found):
            if _room(event, one) == _room(other, two) or not (_room(event, one) and _room(other, two)):
                yield _problem(
                    event, "venue", "clash-venue",
                    N_("„{venue}“ ist {when} schon belegt: {other}.").format(venue=venue_id, when=_when(one), other=other.origin.path),
                    N_("Ändern Sie Ort oder Zeit, oder geben Sie beiden einen „room“."),
                )


def same_organiser_at_once(events: tuple[Event, ...]) -> Iterator[Problem]:
    """An organiser cannot be at two places at once."""
    people = defaultdict(list)
    for event in events:
        for occurrence in _timed(event):
            for organiser in event.organisers:
                if organiser.id:
                    people[organiser.id].append((event, occurrence))
    for organiser_id, found in people.items():
        for (event, one), (other, _two) in _overlapping(found):
            yield _problem(
                event, "organisers", "clash-organiser",
                N_("„{organiser}“ ist {when} auch anderswo: {other}.").format(organiser=organiser_id, when=_when(one), other=other.origin.path),
                N_("Prüfen Sie die Zeiten; wenn beides stimmt, ist nichts zu tun."),
            )


def same_title_and_date(events: tuple[Event, ...]) -> Iterator[Problem]:
    """An event is handed in once: the same title on the same day is probably the same event."""
    seen: dict[tuple[str, date], Event] = {}
    for event in events:
        title = " ".join("".join(sign for sign in next(iter(event.texts.values())).title.casefold() if sign.isalnum() or sign == " ").split())
        for day in dict.fromkeys(occurrence.day for occurrence in event.occurrences):
            other = seen.setdefault((title, day), event)
            if other is not event:
                yield _problem(
                    event, "title", "duplicate",
                    N_("Titel und Tag ({day}) stehen schon in {other}.").format(day=_day(day), other=other.origin.path),
                    N_("Löschen Sie eine der beiden Dateien, oder unterscheiden Sie die Titel."),
                )


def registration_after_start(events: tuple[Event, ...]) -> Iterator[Problem]:
    """Registration must not end after the last date."""
    for event in events:
        until = event.registration.until if event.registration else None
        last = max((one.last_day or date.max for one in event.occurrences), default=None)
        if until and last and (until.date() if isinstance(until, datetime) else until) > last:
            yield _problem(
                event, "registration.until", "registration-late",
                N_("Der Anmeldeschluss ({day}) liegt nach der Veranstaltung.").format(day=_day(until)), N_("Prüfen Sie das Datum."),
            )


RULES = (same_venue_at_once, same_organiser_at_once, same_title_and_date, registration_after_start)


def _timed(event: Event) -> Iterator[Occurrence]:
    """Yield occurrences with a start that take place."""
    for occurrence in event.occurrences:
        change = occurrence.change or event.change
        if occurrence.start and not (change and change.status in ("cancelled", "postponed")):
            yield occurrence


def _overlapping(found: list[tuple[Event, Occurrence]]) -> Iterator[tuple[tuple[Event, Occurrence], tuple[Event, Occurrence]]]:
    """Yield pairs of different events that overlap, the later one first; each pair of events once."""
    ordered = sorted(found, key=lambda item: (item[1].start, item[0].id))
    told = set()
    for n, (event, one) in enumerate(ordered):
        assert one.start is not None
        end = one.end or one.start + AT_ONCE
        for other, two in ordered[n + 1 :]:
            assert two.start is not None
            if two.start >= end:
                break
            if other is not event and (event.id, other.id) not in told:
                told.add((event.id, other.id))
                yield (other, two), (event, one)


def _room(event: Event, occurrence: Occurrence) -> str | None:
    return occurrence.room or event.room


def _when(occurrence: Occurrence) -> str:
    return f"{occurrence.start:%d.%m.%Y, %H:%M}" if occurrence.start else _day(occurrence.day)


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _problem(event: Event, field: str, code: str, message: str, mend: str) -> Problem:
    return Problem(path=event.origin.path, line=event.origin.line(field), field=field, code=code, severity=WARNING, message=message, mend=mend)
