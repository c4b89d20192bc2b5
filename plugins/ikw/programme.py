"""Programme: the events of one edition in their order, by day and by facet. Floor 2, pure: no language, no clock, no file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from ikw.changes import moved_from
from ikw.days import order, programme_day
from ikw.model import Category, Edition, Event, Hours, Municipality, Occurrence, Organiser, Venue

# From this many days with the same times on, an event stands in the block of what is on all the time.
RUNNING_DAYS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One event on one day. `gone` marks the old time of an event that was moved: shown struck, never counted."""

    event: Event
    occurrence: Occurrence
    day: date
    gone: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Lasting:
    """An event that is on over days: from `first` to `last` (None: open end) within `hours` (empty: not said)."""

    event: Event
    occurrence: Occurrence
    first: date
    last: date | None
    hours: tuple[Hours, ...]

    def is_open_on(self, day: date) -> bool:
        """Whether it can be visited on a day; without hours every day of its span."""
        within = self.first <= day and (self.last is None or day <= self.last)
        if not within or not self.hours:
            return within
        return any(day.weekday() in hours.weekdays and hours.windows for hours in self.hours)


@dataclass(frozen=True, kw_only=True)
class Programme:
    """One edition with everything it names. `events` are those to be shown, in the order of their ids."""

    edition: Edition
    events: tuple[Event, ...]
    categories: Mapping[str, Category]
    municipalities: Mapping[str, Municipality]
    venues: Mapping[str, Venue]
    organisers: Mapping[str, Organiser]
    by_id: Mapping[str, Event] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {event.id: event for event in self.events})

    @cached_property
    def lasting(self) -> tuple[Lasting, ...]:
        """What is on all the time, by first day."""
        found = [item for event in self.events for item in _lasting(event)]
        return tuple(sorted(found, key=lambda item: (item.first, item.last or date.max, item.event.id)))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every single date in order of time, moved-away ones included."""
        lasting = {(item.event.id, item.occurrence.key) for item in self.lasting}
        daily = {item.event.id for item in self.lasting if not item.occurrence.is_range}
        found = [
            Entry(event=event, occurrence=occurrence, day=programme_day(occurrence))
            for event in self.events if event.id not in daily
            for occurrence in event.occurrences if (event.id, occurrence.key) not in lasting
        ]
        found += [entry for event in self.events if event.id not in daily for entry in _gone(event)]
        return tuple(sorted(found, key=lambda entry: (*order(entry.occurrence), entry.gone, entry.event.id)))

    @cached_property
    def undated(self) -> tuple[Event, ...]:
        """Events whose date is still to follow."""
        return tuple(event for event in self.events if not event.occurrences)

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Entry, ...]]:
        """Entries by day, only days that have any."""
        found: dict[date, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            found[entry.day].append(entry)
        return {day: tuple(entries) for day, entries in sorted(found.items())}

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Days that have a page: the whole span and every other day with an event, in order."""
        return tuple(sorted({*span_days(self.edition), *self.by_day}))

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Where in `dated` an event stands, by id."""
        return {entry.event.id: index for index, entry in reversed(list(enumerate(self.dated)))}

    @cached_property
    def dated(self) -> tuple[Entry, ...]:
        """The entries that take place, in order of time."""
        return tuple(entry for entry in self.entries if not entry.gone)

    @cached_property
    def facets(self) -> Mapping[str, Mapping[str, tuple[Event, ...]]]:
        """Events by facet and value; a value without events is left out."""
        found: dict[str, dict[str, dict[str, Event]]] = {}
        for event in self.events:
            for facet, value in facet_values(event):
                found.setdefault(facet, {}).setdefault(value, {})[event.id] = event
        return {facet: {value: tuple(events.values()) for value, events in sorted(values.items())} for facet, values in found.items()}

    def only(self, events: Iterable[Event]) -> Programme:
        """Return the same programme with fewer events: what a facet page shows."""
        return Programme(
            edition=self.edition, events=tuple(events), categories=self.categories, municipalities=self.municipalities,
            venues=self.venues, organisers=self.organisers,
        )

    def neighbours(self, event: Event) -> tuple[Entry | None, Entry | None]:
        """Return the other events before and after an event's first date."""
        at = self.position.get(event.id)
        if at is None:
            return None, None
        before = next((entry for entry in reversed(self.dated[:at]) if entry.event is not event), None)
        after = next((entry for entry in self.dated[at + 1 :] if entry.event is not event), None)
        return before, after


def span_days(edition: Edition) -> Iterator[date]:
    """Yield every day of an edition, first and last included."""
    for n in range((edition.last_day - edition.first_day).days + 1):
        yield edition.first_day + timedelta(days=n)


def event_venues(event: Event) -> tuple[Venue, ...]:
    """Return every place of an event, those of single occurrences included, each once."""
    every = [*event.venues, *(venue for occurrence in event.occurrences for venue in occurrence.venues or ())]
    return tuple({(venue.id, tuple(venue.name.values())): venue for venue in every}.values())


def facet_values(event: Event) -> Iterator[tuple[str, str]]:
    """Yield (facet, value) of everything an event can be found by. Interpreted languages count like spoken ones."""
    yield "category", event.category
    for venue in event_venues(event):
        if venue.id:
            yield "venue", venue.id
        if venue.municipality:
            yield "municipality", venue.municipality
    for organiser in (*event.organisers, *event.partners):
        if organiser.id:
            yield "organiser", organiser.id
    for audience in event.audience:
        yield "audience", audience
    for language in (*event.languages, *event.interpreting):
        yield "language", language


def _lasting(event: Event) -> Iterator[Lasting]:
    for occurrence in event.occurrences:
        if occurrence.is_range:
            yield Lasting(event=event, occurrence=occurrence, first=occurrence.day, last=occurrence.last_day, hours=occurrence.hours)
    single = [occurrence for occurrence in event.occurrences if not occurrence.is_range]
    if _is_daily(single):
        yield Lasting(
            event=event, occurrence=single[0], first=single[0].day, last=single[-1].day, hours=_hours_of(single),
        )


def _is_daily(occurrences: list[Occurrence]) -> bool:
    """Whether an event happens at the same time on so many days that it would bury the single ones."""
    times = {(one.start and one.start.time(), one.end and one.end.time()) for one in occurrences}
    plain = all(one.change is None and one.venues is None and one.note is None for one in occurrences)
    return len({one.day for one in occurrences}) >= RUNNING_DAYS and len(times) == 1 and plain


def _hours_of(occurrences: list[Occurrence]) -> tuple[Hours, ...]:
    first = occurrences[0]
    if first.start is None:
        return ()
    window = (first.start.time(), first.end.time() if first.end else None)
    return (Hours(weekdays=tuple(sorted({one.day.weekday() for one in occurrences})), windows=(window,)),)


def _gone(event: Event) -> Iterator[Entry]:
    seen = set()
    for occurrence in (None, *event.occurrences):
        for old in moved_from(event, occurrence):
            if not old.is_range and (old.day, old.start) not in seen:
                seen.add((old.day, old.start))
                yield Entry(event=event, occurrence=old, day=programme_day(old), gone=True)
