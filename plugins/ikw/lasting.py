"""Lasting: what is on over days, an exhibition or a workshop every afternoon; it must not bury single dates. Floor 2, pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from ikw.days import order, programme_day
from ikw.model import Event, Hours, Occurrence

# From this many days with the same times on, an event stands in the block of what is on all the time.
RUNNING_DAYS = 5
# So many days it is on for each day that it leaves out of its rhythm; with more gaps its days are better listed one by one.
DAYS_PER_GAP = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Lasting:
    """An event that is on over days: from `first` to `last` (None: open end) within `hours` (empty: not said).

    What happens every day anew has its `days` and, `without`, those that fall out of their rhythm; a range has neither. `keys`
    are those of all occurrences that it stands for, `occurrence` is the first of them.
    """

    event: Event
    occurrence: Occurrence
    first: date
    last: date | None
    hours: tuple[Hours, ...]
    days: tuple[date, ...] = ()
    without: tuple[date, ...] = ()
    keys: frozenset[str]
    is_elsewhere: bool = False

    def is_open_on(self, day: date) -> bool:
        """Whether it can be visited on a day; a range without hours on every day of its span."""
        if self.days:
            return day in self.days
        within = self.first <= day and (self.last is None or day <= self.last)
        if not within or not self.hours:
            return within
        return any(day.weekday() in hours.weekdays and hours.windows for hours in self.hours)


def lasting_of(event: Event) -> Iterator[Lasting]:
    """Yield the ranges of an event, and its dates at the same times on so many days that they would bury single ones."""
    windows: dict[tuple[time | None, time | None], list[Occurrence]] = defaultdict(list)
    for one in event.occurrences:
        if one.is_range:
            yield Lasting(
                event=event, occurrence=one, first=one.day, last=one.last_day, hours=one.hours, keys=frozenset((one.key,)),
            )
        elif _is_plain(one):
            windows[_clock(one.start), _clock(one.end)].append(one)
    same_days: dict[tuple[date, ...], list[Occurrence]] = defaultdict(list)
    for occurrences in windows.values():
        same_days[tuple(sorted({programme_day(one) for one in occurrences}))] += occurrences
    for days, occurrences in same_days.items():
        yield from _daily(event, days, occurrences)


def _is_plain(one: Occurrence) -> bool:
    """Whether there is nothing to say of a date but its time."""
    return one.change is None and one.venues is None and one.room is None and one.note is None and one.words is None


def _clock(moment: datetime | None) -> time | None:
    return moment.time() if moment else None


def _daily(event: Event, days: tuple[date, ...], occurrences: list[Occurrence]) -> Iterator[Lasting]:
    """Yield one item for dates at the same times, if they are many and their rhythm can be told in few words."""
    weekdays = sorted({day.weekday() for day in days})
    span = (days[0] + timedelta(days=n) for n in range((days[-1] - days[0]).days + 1))
    without = tuple(day for day in span if day.weekday() in weekdays and day not in days)
    if len(days) < RUNNING_DAYS or len(without) * DAYS_PER_GAP > len(days):
        return
    in_order = sorted(occurrences, key=order)
    windows = dict.fromkeys((_clock(one.start), _clock(one.end)) for one in in_order)
    hours = tuple((start, end) for start, end in windows if start)
    yield Lasting(
        event=event, occurrence=in_order[0], first=days[0], last=days[-1],
        hours=(Hours(weekdays=tuple(weekdays), windows=hours),) if hours else (), days=days, without=without,
        keys=frozenset(one.key for one in occurrences),
    )
