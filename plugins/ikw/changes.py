"""Changes: what holds now for an event and each of its dates, and what was announced before. Floor 0, pure.

Checks, pages, feeds and paper ask here. `occurrence` is None where an event as a whole is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from ikw.model import Change, Event, Occurrence, Venue

Times = tuple[date, date | None, datetime | None, datetime | None, str | None]


def times_of(occurrence: Occurrence) -> Times:
    """Return what makes two dates the same date."""
    return occurrence.day, occurrence.last_day, occurrence.start, occurrence.end, occurrence.words


def change_of(event: Event, occurrence: Occurrence | None = None) -> Change | None:
    """Return what holds for an occurrence: its own change, else the event's; None when all is as announced.

    Postponed means that the new date is not known yet. With an old date that differs from the one written, it is known: moved.
    """
    change = (occurrence.change if occurrence and occurrence.change else None) or event.change
    if change is None or change.status == "scheduled":
        return None
    if change.status == "postponed" and change.was_when:
        meant = (occurrence,) if occurrence else event.occurrences
        old = {times_of(one) for one in change.was_when}
        if meant and all(times_of(one) not in old for one in meant):
            return replace(change, status="moved")
    return change


def is_changed(event: Event) -> bool:
    """Whether anything at all differs from what was announced; most events are as they were."""
    return event.change is not None or any(one.change for one in event.occurrences)


def status_of(event: Event, occurrence: Occurrence | None = None) -> str:
    """Return the status word of `model.STATUSES` that holds."""
    change = change_of(event, occurrence)
    return change.status if change else "scheduled"


def is_off(event: Event, occurrence: Occurrence | None = None) -> bool:
    """Whether nobody should go there: cancelled or postponed."""
    return status_of(event, occurrence) in ("cancelled", "postponed")


def takes_place(event: Event) -> bool:
    """Whether there is a date to go to, or one to follow: not all of it is cancelled or postponed."""
    return not is_changed(event) or any(not is_off(event, occurrence) for occurrence in event.occurrences or (None,))


def is_all_cancelled(event: Event) -> bool:
    """Whether no occurrence takes place."""
    return all(status_of(event, occurrence) == "cancelled" for occurrence in event.occurrences or (None,))


# -- places ------------------------------------------------------------------------------------------------------------------


def venues_of(event: Event, occurrence: Occurrence | None = None) -> tuple[Venue, ...]:
    """Return the places written for an occurrence: its own, else the event's."""
    return event.venues if occurrence is None or occurrence.venues is None else occurrence.venues


def is_online(event: Event, occurrence: Occurrence | None = None) -> bool:
    """Whether nobody needs to leave home: moved online, planned so, or nothing but an address on the web is known."""
    if status_of(event, occurrence) == "online":
        return True
    if occurrence is not None and occurrence.venues is not None:
        return not occurrence.venues
    return not event.venues and (event.online or event.online_url is not None)


def is_hybrid(event: Event, occurrence: Occurrence | None = None) -> bool:
    """Whether one can come or take part online."""
    return event.online_url is not None and not is_online(event, occurrence) and bool(venues_of(event, occurrence))


def room_of(event: Event, occurrence: Occurrence | None = None) -> str | None:
    """Return the room: an occurrence's own, else the event's, which is none at another place than the event's."""
    if occurrence is None or occurrence.room:
        return occurrence.room if occurrence else event.room
    return event.room if occurrence.venues is None else None


def places_of(event: Event, occurrence: Occurrence | None = None) -> tuple[Venue, ...]:
    """Return the places to go to; none where it is online or the place is to follow."""
    return () if is_online(event, occurrence) else venues_of(event, occurrence)


def old_places(event: Event, occurrence: Occurrence | None = None) -> tuple[Venue, ...]:
    """Return the places that no longer hold; what moved online without a word about its old place was at the one written."""
    change = change_of(event, occurrence)
    if change is None:
        return ()
    now = places_of(event, occurrence)
    before = change.was_venues or (venues_of(event, occurrence) if change.status == "online" else ())
    return tuple(venue for venue in before if venue not in now)


def was_online(event: Event, occurrence: Occurrence | None = None) -> bool:
    """Whether it was to be online, and no longer is."""
    change = change_of(event, occurrence)
    return change is not None and change.was_online and not is_online(event, occurrence)


# -- times -------------------------------------------------------------------------------------------------------------------


def announced(event: Event, occurrence: Occurrence) -> Occurrence | None:
    """Return the time an occurrence was first announced for, where it is told and differs from now.

    A change of the whole event tells its old times in the order of its occurrences.
    """
    change = change_of(event, occurrence)
    if change is None or not change.was_when:
        return None
    old = change.was_when[0]
    if occurrence.change is None and len(change.was_when) == len(event.occurrences):
        old = change.was_when[event.occurrences.index(occurrence)]
    return None if times_of(old) == times_of(occurrence) else old


def moved_from(event: Event) -> Iterator[tuple[Occurrence, Occurrence | None]]:
    """Yield old times that no longer hold, each once, with what holds instead (None: still to follow)."""
    if not is_changed(event):
        return
    seen = {times_of(one) for one in event.occurrences}
    for old, now in _pairs(event):
        if times_of(old) not in seen:
            seen.add(times_of(old))
            yield old, now


def _pairs(event: Event) -> Iterator[tuple[Occurrence, Occurrence | None]]:
    for occurrence in event.occurrences:
        if old := announced(event, occurrence):
            yield old, occurrence
        if occurrence.change and (change := change_of(event, occurrence)):
            yield from ((old, occurrence) for old in change.was_when)
    if change := change_of(event):
        meant = next((one for one in event.occurrences if one.change is None), None)
        yield from ((old, meant or next(iter(event.occurrences), None)) for old in change.was_when)
