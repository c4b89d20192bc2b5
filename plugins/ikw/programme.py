"""Programme: the events of one edition in their order, by day and by facet. Floor 2, pure: no language, no clock, no file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from ikw.changes import is_off, moved_from, old_places, places_of
from ikw.days import order, programme_day
from ikw.errata import Erratum, untold
from ikw.facets import facet_values
from ikw.lasting import Lasting, lasting_of
from ikw.model import Category, Edition, Event, Municipality, Occurrence, Organiser, Printed, Venue


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One event on one day.

    `is_gone` marks the old time of an event that was moved: shown struck, never counted; `now` is what holds instead (None: to
    follow). `is_elsewhere` marks, on the page of a place, what was planned there and now is somewhere else.
    """

    event: Event
    occurrence: Occurrence
    day: date
    is_gone: bool = False
    now: Occurrence | None = None
    is_elsewhere: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one value of a facet has: its dates by day, what is on all the time, and events whose date is to follow."""

    by_day: Mapping[date, tuple[Entry, ...]]
    lasting: tuple[Lasting, ...]
    undated: tuple[Event, ...]

    @property
    def dates(self) -> Mapping[str, frozenset[str]]:
        """The keys of its dates by id of the event. What has moved away from a place is told by the date it has now."""
        found: dict[str, set[str]] = defaultdict(set)
        for entry in (entry for entries in self.by_day.values() for entry in entries):
            holds = entry.now if entry.is_gone else entry.occurrence
            found[entry.event.id] |= {holds.key} if holds else set()
        for item in self.lasting:
            found[item.event.id] |= item.keys
        return {event: frozenset(keys) for event, keys in found.items() if keys}


@dataclass(frozen=True, kw_only=True)
class Programme:
    """One edition with everything it names. `events` are those to be shown, in the order of their ids."""

    edition: Edition
    events: tuple[Event, ...]
    categories: Mapping[str, Category]
    municipalities: Mapping[str, Municipality]
    venues: Mapping[str, Venue]
    organisers: Mapping[str, Organiser]
    printed: Printed | None = None
    by_id: Mapping[str, Event] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {event.id: event for event in self.events})

    @cached_property
    def untold(self) -> Mapping[str, tuple[Erratum, ...]]:
        """What stands otherwise in the booklet and no status tells, by id of the event."""
        return {event.id: found for event in self.events if (found := untold(self.printed, event))} if self.printed else {}

    @cached_property
    def lasting(self) -> tuple[Lasting, ...]:
        """What is on all the time, by first day."""
        found = [item for event in self.events for item in lasting_of(event)]
        return tuple(sorted(found, key=lambda item: (item.first, item.last or date.max, item.event.id)))

    @cached_property
    def lasting_by_id(self) -> Mapping[str, tuple[Lasting, ...]]:
        """What is on all the time, by id of the event."""
        found: dict[str, list[Lasting]] = defaultdict(list)
        for item in self.lasting:
            found[item.event.id].append(item)
        return {event: tuple(items) for event, items in found.items()}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every single date in order of time, old ones of moved events included."""
        found = []
        for event in self.events:
            lasting = {key for item in self.lasting_by_id.get(event.id, ()) for key in item.keys}
            for occurrence in event.occurrences:
                if occurrence.key not in lasting:
                    found.append(Entry(event=event, occurrence=occurrence, day=programme_day(occurrence)))
            found += _gone(event, lasting)
            found += _gone_from_paper(event, self.untold.get(event.id, ()))
        return tuple(sorted(found, key=lambda entry: (*order(entry.occurrence), entry.is_gone, entry.event.id)))

    @cached_property
    def entries_of(self) -> Mapping[str, tuple[Entry, ...]]:
        """Entries by id of the event, in order of time."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.event.id].append(entry)
        return {event: tuple(entries) for event, entries in found.items()}

    @cached_property
    def undated(self) -> tuple[Event, ...]:
        """Events whose date is still to follow."""
        return tuple(event for event in self.events if not event.occurrences)

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Entry, ...]]:
        """Entries by day, only days that have any."""
        return _by_day(self.entries)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days that have a page: the whole span and every other day with an event, in order."""
        return tuple(sorted({*span_days(self.edition), *self.by_day}))

    @cached_property
    def dated(self) -> tuple[Entry, ...]:
        """The entries of times that hold, in order of time; cancelled ones are among them."""
        return tuple(entry for entry in self.entries if not entry.is_gone)

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where in `dated` the date stands that an event's page shows large, by id: the first to go to, else the first."""
        found: dict[str, int] = {}
        for at, entry in enumerate(self.dated):
            before = found.get(entry.event.id)
            if before is None or (_is_off(self.dated[before]) and not _is_off(entry)):
                found[entry.event.id] = at
        return found

    @cached_property
    def facets(self) -> Mapping[str, Mapping[str, tuple[Event, ...]]]:
        """Events by facet and value; a value without events is left out. A place keeps what has moved away from it."""
        found: dict[str, dict[str, dict[str, Event]]] = {}
        for event in self.events:
            for facet, value in facet_values(event):
                found.setdefault(facet, {}).setdefault(value, {})[event.id] = event
        return {
            facet: {value: tuple(events.values()) for value, events in sorted(values.items())}
            for facet, values in found.items()
        }

    def part(self, facet: str, value: str) -> Part:
        """Return what belongs to a value of a facet. At a place stand only the dates there, and those that were to be there."""
        if (facet, value) not in self._parts:
            self._parts[facet, value] = self._part(facet, value)
        return self._parts[facet, value]

    @cached_property
    def _parts(self) -> dict[tuple[str, str], Part]:
        return {}

    def _part(self, facet: str, value: str) -> Part:
        events = self.facets[facet][value]
        at = _AT.get(facet)
        is_here = None if at is None else lambda venues: any(at(venue) == value for venue in venues)
        entries = [entry for event in events for entry in _entries_at(self.entries_of.get(event.id, ()), is_here)]
        lasting = [item for event in events for item in _lasting_at(self.lasting_by_id.get(event.id, ()), is_here)]
        return Part(
            by_day=_by_day(sorted(entries, key=lambda entry: (*order(entry.occurrence), entry.is_gone, entry.event.id))),
            lasting=tuple(sorted(lasting, key=lambda item: (item.first, item.last or date.max, item.event.id))),
            undated=tuple(event for event in events if not event.occurrences),
        )

    def neighbours(self, event: Event) -> tuple[Entry | None, Entry | None]:
        """Return the other events before and after an event by time; what is on all the time stands among its own."""
        at = self.position.get(event.id)
        if at is not None:
            return _next(self.dated, at, -1), _next(self.dated, at, 1)
        at = next((n for n, entry in enumerate(self._lasting_only) if entry.event is event), None)
        return (None, None) if at is None else (_next(self._lasting_only, at, -1), _next(self._lasting_only, at, 1))

    @cached_property
    def _lasting_only(self) -> tuple[Entry, ...]:
        only = (item for item in self.lasting if item.event.id not in self.position)
        return tuple(Entry(event=item.event, occurrence=item.occurrence, day=item.first) for item in only)


def span_days(edition: Edition) -> Iterator[date]:
    """Yield every day of an edition, first and last included."""
    for n in range((edition.last_day - edition.first_day).days + 1):
        yield edition.first_day + timedelta(days=n)


def _by_day(entries: Iterable[Entry]) -> Mapping[date, tuple[Entry, ...]]:
    found: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.day].append(entry)
    return {day: tuple(on_day) for day, on_day in sorted(found.items())}


def _is_off(entry: Entry) -> bool:
    return is_off(entry.event, entry.occurrence)


def _next(entries: tuple[Entry, ...], at: int, step: int) -> Entry | None:
    """Return the nearest entry of another event in one direction."""
    event = entries[at].event
    while 0 <= (at := at + step) < len(entries):
        if entries[at].event is not event:
            return entries[at]
    return None


def _gone(event: Event, lasting: set[str]) -> Iterator[Entry]:
    """Yield the old times on days where nothing else tells of them; a range and a daily event have words of their own."""
    for old, now in moved_from(event):
        day = programme_day(old)
        in_block = now is not None and not now.is_range and now.key in lasting
        if not old.is_range and not in_block and (now is None or day != programme_day(now)):
            yield Entry(event=event, occurrence=old, day=day, is_gone=True, now=now)


def _gone_from_paper(event: Event, errata: Iterable[Erratum]) -> Iterator[Entry]:
    """Yield times that stand in the booklet and no longer hold, on days where nothing else tells of them."""
    for one in errata:
        old, now = one.then, one.now
        if one.fact == "when" and old and not old.is_range:
            day = programme_day(old)
            if now is None or now.is_range or day != programme_day(now):
                yield Entry(event=event, occurrence=old, day=day, is_gone=True, now=now)


# -- places ------------------------------------------------------------------------------------------------------------------

IsHere = Callable[[Iterable[Venue]], bool]
_AT: Mapping[str, Callable[[Venue], str | None]] = {
    "venue": lambda venue: venue.id, "municipality": lambda venue: venue.municipality,
}


def _entries_at(entries: Iterable[Entry], is_here: IsHere | None) -> Iterator[Entry]:
    """Yield the entries of an event at a place (None: anywhere); an old time only where nothing new is at the place."""
    told = set()
    for entry in sorted(entries, key=lambda entry: not entry.is_gone):
        event, occurrence = entry.event, entry.occurrence
        if is_here is None:
            if not entry.is_gone:
                yield entry
        elif entry.is_gone:
            was = occurrence.venues or old_places(event, entry.now) or places_of(event, entry.now)
            if is_here(was) and not is_here(places_of(event, entry.now)):
                told.add(entry.now and entry.now.key)
                yield entry
        elif is_here(places_of(event, occurrence)):
            yield entry
        elif is_here(old_places(event, occurrence)) and occurrence.key not in told:
            yield replace(entry, is_elsewhere=True)


def _lasting_at(lasting: Iterable[Lasting], is_here: IsHere | None) -> Iterator[Lasting]:
    for item in lasting:
        if is_here is None or is_here(places_of(item.event, item.occurrence)):
            yield item
        elif is_here(old_places(item.event, item.occurrence)):
            yield replace(item, is_elsewhere=True)
