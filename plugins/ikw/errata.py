"""Errata: what stands otherwise in the printed booklet than it is now. Floor 2, pure.

Only what somebody with the booklet in hand would do wrong counts: go to another place or at another time, bring too little money,
not register. A detail that paper did not give (a room, an end, one language more) is no erratum, and of what does not take place
nothing matters any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ikw.changes import announced, is_off, is_online, moved_from, old_places, places_of, status_of, takes_place, venues_of
from ikw.likeness import plain
from ikw.model import Cost, Event, Occurrence, Printed, Registration, Venue

# In the order in which people must know.
FACTS = (
    "status", "when", "venue", "room", "meeting_point", "registration", "cost", "age", "languages", "interpreting", "access", "title",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Erratum:
    """One fact that stands otherwise on paper: a field of `FACTS`.

    `now` and `then` are the dates that a status, time or place belongs to: both where a date has changed, one where it is new or
    no longer there, none where the event as a whole is meant.
    """

    fact: str
    now: Occurrence | None = None
    then: Occurrence | None = None


def is_new(printed: Printed | None, event: Event) -> bool:
    """Whether an event is not in the booklet; before that goes to print, no event is missing."""
    return printed is not None and event.id not in printed.events


def gone(printed: Printed | None, events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events that stand in the booklet and nowhere else any more; those called off in it already are not missed."""
    known = {event.id for event in events}
    every = printed.events.values() if printed else ()
    return tuple(event for event in every if event.id not in known and takes_place(event))


def errata(printed: Printed | None, event: Event) -> tuple[Erratum, ...]:
    """Return what stands otherwise in the booklet about an event that is in it, in the order of `FACTS`."""
    then = printed.events.get(event.id) if printed else None
    if then is None:
        return ()
    if not takes_place(event):
        return (Erratum(fact="status"),) if takes_place(then) else ()
    found = [*_of_dates(event, then), *(Erratum(fact=fact) for fact in _facts_of_event(event, then))]
    return tuple(sorted(found, key=lambda erratum: FACTS.index(erratum.fact)))


def untold(printed: Printed | None, event: Event) -> tuple[Erratum, ...]:
    """Return those errata that the event's own status and old values do not tell already."""
    found = errata(printed, event)
    return tuple(one for one in found if printed and not _is_told(event, printed.events[event.id], one))


def _is_told(event: Event, then: Event, erratum: Erratum) -> bool:
    now, old = erratum.now, erratum.then
    if erratum.fact == "status":
        return status_of(event, now or next(iter(event.occurrences), None)) != "scheduled"
    if erratum.fact == "when" and old:
        before = [announced(event, now)] if now else [gone for gone, _ in moved_from(event)]
        return any(one is not None and _is_same_time(one, old) for one in before)
    if erratum.fact == "venue":
        left, places = old_places(event, now), places_of(then, old)
        return bool(places) and all(any(_is_same_venue(one, place) for one in left) for place in places)
    return False


# -- dates -------------------------------------------------------------------------------------------------------------------


def _of_dates(event: Event, then: Event) -> Iterator[Erratum]:
    found = [one for pair in _pairs(event, then) for one in _of_date(event, then, *pair)]
    statuses = [one for one in found if one.fact == "status"]
    is_whole = len(statuses) == len(event.occurrences) and len({status_of(event, one.now) for one in statuses}) == 1
    yield from (one for one in found if one.fact != "status" or not is_whole)
    if is_whole and statuses:
        yield Erratum(fact="status")


def _pairs(event: Event, then: Event) -> Iterator[tuple[Occurrence | None, Occurrence | None]]:
    """Yield dates now and on paper: those of the same time, then those of the same key; a date that is left over is new or gone."""
    if not event.occurrences and not then.occurrences:
        yield None, None
    rest = list(then.occurrences)
    unpaired = []
    for now in event.occurrences:
        old = next((one for one in rest if _is_same_time(now, one)), None)
        if old is None:
            unpaired.append(now)
        else:
            rest.remove(old)
            yield now, old
    for now in unpaired:
        old = next((one for one in rest if one.key == now.key), None) or (rest[0] if len(rest) == len(unpaired) == 1 else None)
        if old is not None:
            rest.remove(old)
        yield now, old
    yield from ((None, old) for old in rest)


def _of_date(event: Event, then: Event, now: Occurrence | None, old: Occurrence | None) -> Iterator[Erratum]:
    """Yield what is different about one date; where it is off, that alone."""
    if (now is None) != (old is None):
        its, one = (event, now) if now else (then, old)
        facts = [] if is_off(its, one) else ["when"]
    elif is_off(event, now) or is_off(then, old):
        facts = ["status"] if status_of(event, now) != status_of(then, old) else []
    else:
        facts = list(_facts_of_date(event, then, now, old))
        status = status_of(event, now)
        # What was moved or changed says by its time and place how.
        if status != status_of(then, old) and not (facts and status in ("moved", "changed", "online")):
            facts.append("status")
    yield from (Erratum(fact=fact, now=now, then=old) for fact in facts)


def _facts_of_date(event: Event, then: Event, now: Occurrence | None, old: Occurrence | None) -> Iterator[str]:
    if now and old and not _is_same_time(now, old):
        yield "when"
    if not _is_same_place(event, now, then, old):
        yield "venue"
    elif _is_other((old and old.room) or then.room, (now and now.room) or event.room):
        yield "room"


def _is_same_time(now: Occurrence, then: Occurrence) -> bool:
    """Whether somebody would come at the same time: an end that one of the two does not give makes no difference."""
    ends = {now.end, then.end} - {None}
    return len(ends) < 2 and (now.day, now.last_day, now.start, now.words, now.hours) == (
        then.day, then.last_day, then.start, then.words, then.hours,
    )


def _is_same_place(event: Event, now: Occurrence | None, then: Event, old: Occurrence | None) -> bool:
    if is_online(event, now) != is_online(then, old):
        return False
    places, before = places_of(event, now), places_of(then, old)
    return len(places) == len(before) and all(map(_is_same_venue, places, before))


def _is_same_venue(now: Venue, then: Venue) -> bool:
    """Whether somebody would find the place: by the name on paper or, where it has another one now, by the street there."""
    is_known = _name(now) == _name(then) or (now.id is not None and now.id == then.id and then.street is not None)
    return is_known and not _is_other(then.street, now.street) and not _is_other(then.town, now.town)


def _name(venue: Venue) -> str:
    return plain(next(iter(venue.name.values())))


def _is_other(then: str | None, now: str | None) -> bool:
    """Whether a detail that paper gives is another now."""
    return then is not None and plain(then) != plain(now or "")


# -- the event as a whole ----------------------------------------------------------------------------------------------------


def _facts_of_event(event: Event, then: Event) -> Iterator[str]:
    if plain(event.meeting_point or "") != plain(then.meeting_point or ""):
        yield "meeting_point"
    is_full = all(status_of(event, one) == "full" for one in event.occurrences or (None,))
    if not is_full and _registration(event.registration) != _registration(then.registration):
        yield "registration"
    if _cost(event.cost) != _cost(then.cost):
        yield "cost"
    if event.age != then.age:
        yield "age"
    for fact in ("languages", "interpreting"):
        if set(getattr(then, fact)) - set(getattr(event, fact)):
            yield fact
    if _access(then) - _access(event):
        yield "access"
    if _title(event) != _title(then):
        yield "title"


def _registration(one: Registration | None) -> tuple[object, ...] | None:
    """Return what decides how somebody registers; that nothing is said of it is as good as that it is not needed."""
    if one is None or not one.needed:
        return None
    phone = "".join(sign for sign in one.phone or "" if sign.isdigit())
    return one.until, phone, (one.email or "").lower(), one.url, plain(one.note or "")


def _cost(one: Cost | None) -> tuple[object, ...] | None:
    """Return what decides how much money somebody brings; that nothing is said of it is as good as that it is free."""
    if one is None or (one.kind == "free" and not one.note):
        return None
    return one.kind, one.regular, one.reduced, plain(one.note or "")


def _access(event: Event) -> set[str]:
    dates = event.occurrences or (None,)
    return {*event.access, *(code for one in dates for venue in venues_of(event, one) for code in venue.access)}


def _title(event: Event) -> str:
    return plain(next(iter(event.texts.values())).title)
