"""Rules: what contradicts across the events of one edition. Floor 1. Rules are generators of problems; all but one are warnings.

What a form can say of an event before it is handed in (`neighbours.js`) goes by the same facts: `exports.form_neighbours` writes them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta

from ikw.changes import is_off, places_of, room_of
from ikw.likeness import plain
from ikw.model import Event, Occurrence, Words
from ikw.problems import ERROR, N_, Problem
from ikw.values.lines import short
from ikw.values.texts import fault

# Two events without an end clash when they begin within this time of each other.
AT_ONCE = timedelta(minutes=1)

_At = tuple[Event, Occurrence]


def check(events: Iterable[Event]) -> Iterator[Problem]:
    """Yield the problems of all rules."""
    every = tuple(events)
    for rule in RULES:
        yield from rule(every)


def same_venue_at_once(events: tuple[Event, ...]) -> Iterator[Problem]:
    """Two events at one venue, in one room, must not overlap."""
    names: dict[str, Words] = {}
    places: dict[str, list[_At]] = defaultdict(list)
    for event, occurrence in _timed(events):
        for venue in places_of(event, occurrence):
            if venue.id:
                names[venue.id] = venue.name
                places[venue.id].append((event, occurrence))
    for key, found in places.items():
        for later, earlier in _overlapping(found, _is_one_room):
            yield _found(later[0], "venue", "clash-venue", venue=_name(names[key]), **_when(later[1]), other=earlier[0].origin.path)


def same_organiser_at_once(events: tuple[Event, ...]) -> Iterator[Problem]:
    """An organiser cannot be at two places at once."""
    names: dict[str, Words] = {}
    people: dict[str, list[_At]] = defaultdict(list)
    for event, occurrence in _timed(events):
        for organiser in event.organisers:
            key = organiser.id or plain(_name(organiser.name))
            names.setdefault(key, organiser.name)
            people[key].append((event, occurrence))
    for key, found in people.items():
        for later, earlier in _overlapping(found):
            yield _found(
                later[0], "organisers", "clash-organiser", organiser=short(_name(names[key])), **_when(later[1]),
                other=earlier[0].origin.path,
            )


def same_title_and_date(events: tuple[Event, ...]) -> Iterator[Problem]:
    """An event is handed in once: the same title on the same day is probably the same event."""
    seen: dict[tuple[str, date], Event] = {}
    told = set()
    for event in events:
        title = _name({lang: text.title for lang, text in event.texts.items()})
        for day in dict.fromkeys(occurrence.day for occurrence in event.occurrences):
            other = seen.setdefault((plain(title), day), event)
            if other is not event and (event.id, other.id) not in told:
                told.add((event.id, other.id))
                yield _found(event, "title", "duplicate", title=short(title), day=_day(day), other=other.origin.path)


def registration_after_event(events: tuple[Event, ...]) -> Iterator[Problem]:
    """Registration must not end after the last date."""
    for event in events:
        until = event.registration.until if event.registration else None
        last = max((one.last_day or date.max for one in event.occurrences), default=None)
        if until and last and (until.date() if isinstance(until, datetime) else until) > last:
            yield _found(event, "registration.until", "registration-late", day=_day(until))


def same_identity(events: tuple[Event, ...]) -> Iterator[Problem]:
    """Every date has a name of its own in calendars: its event's id and its key, with a hyphen between them."""
    seen: dict[str, Event] = {}
    for event in events:
        for occurrence in event.occurrences:
            name = f"{event.id}-{occurrence.key}"
            other = seen.setdefault(name, event)
            if other is not event:
                yield Problem(
                    path=event.origin.path, line=event.origin.line("when"), field="when", code="key-twice", severity=ERROR,
                    message=N_("Der Termin „{key}“ heißt im Kalender „{name}“, wie ein Termin in {other}.").format(
                        key=occurrence.key, name=name, other=other.origin.path,
                    ), mend=N_("Geben Sie ihm einen anderen „key“."),
                )


RULES = (same_venue_at_once, same_organiser_at_once, same_title_and_date, registration_after_event, same_identity)


def _timed(events: Iterable[Event]) -> Iterator[_At]:
    """Yield events with their occurrences that have a start and take place."""
    for event in events:
        for occurrence in event.occurrences:
            if occurrence.start and not is_off(event, occurrence):
                yield event, occurrence


def _is_one_room(one: _At, two: _At) -> bool:
    """Whether two occurrences at one venue share a room, as far as anyone wrote it."""
    rooms = [room_of(event, occurrence) for event, occurrence in (one, two)]
    return not all(rooms) or len({room.casefold() for room in rooms if room}) == 1


def _overlapping(found: list[_At], are_rivals: Callable[[_At, _At], bool] = lambda one, two: True) -> Iterator[tuple[_At, _At]]:
    """Yield pairs of different events that overlap, the later one first; each pair of events once."""
    ordered = sorted(found, key=lambda at: (_start(at), at[0].id))
    told: set[frozenset[str]] = set()
    for number, one in enumerate(ordered):
        end = one[1].end or _start(one) + AT_ONCE
        for two in ordered[number + 1 :]:
            if _start(two) >= end:
                break
            pair = frozenset((one[0].id, two[0].id))
            if len(pair) == 2 and pair not in told and are_rivals(one, two):
                told.add(pair)
                yield two, one


def _start(at: _At) -> datetime:
    assert at[1].start is not None
    return at[1].start


def _name(words: Words) -> str:
    return next(iter(words.values()))


def _when(occurrence: Occurrence) -> dict[str, str]:
    return {"day": _day(occurrence.day), "time": f"{occurrence.start:%H:%M}"}


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _found(event: Event, field: str, name: str, **values: str) -> Problem:
    return fault(name, **values).at(event.origin.path, event.origin.line(field), field)
