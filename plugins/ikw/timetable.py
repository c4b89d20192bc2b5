"""Timetable: an edition as a calendar of weeks. Floor 2, pure.

A span that opens with the last day of a week (a Sunday) has that day across the full width; then come whole weeks from
Monday to Sunday. A week that the span cuts has blank seats. One markup serves grid and list, so days stay in order.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ikw.changes import is_off
from ikw.programme import Entry, Programme, span_days

# A day with this many events or more takes two of a week's seats.
FULL_DAY = 6
SUNDAY = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day with its entries in order of time."""

    date: date
    entries: tuple[Entry, ...]

    @property
    def is_full(self) -> bool:
        """Whether it needs two seats of the week."""
        return len(self.entries) >= FULL_DAY

    @property
    def count(self) -> int:
        """How many dates there are to go to: without those that moved away, are cancelled or postponed."""
        return sum(not entry.is_gone and not is_off(entry.event, entry.occurrence) for entry in self.entries)


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """A row of the calendar, Monday to Sunday. `blank_before`, `blank_after`: seats outside the span."""

    days: tuple[Day, ...]
    blank_before: int
    blank_after: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Timetable:
    """The days of an edition: `opening` (or None), `weeks`, and days with events `outside` the span."""

    opening: Day | None
    weeks: tuple[Week, ...]
    outside: tuple[Day, ...]

    @property
    def days(self) -> tuple[Day, ...]:
        """All days of the span in order."""
        return ((self.opening,) if self.opening else ()) + tuple(day for week in self.weeks for day in week.days)


def timetable(programme: Programme) -> Timetable:
    """Lay the days of an edition out in weeks. A single Sunday is a week of its own and opens nothing."""
    span = [Day(date=day, entries=programme.by_day.get(day, ())) for day in span_days(programme.edition)]
    inside = {day.date for day in span}
    outside = tuple(Day(date=day, entries=entries) for day, entries in programme.by_day.items() if day not in inside)
    opening = span.pop(0) if len(span) > 1 and span[0].date.weekday() == SUNDAY else None
    weeks: list[list[Day]] = []
    for day in span:
        if not weeks or day.date.weekday() == 0:
            weeks.append([])
        weeks[-1].append(day)
    return Timetable(opening=opening, weeks=tuple(_week(days) for days in weeks), outside=outside)


def _week(days: list[Day]) -> Week:
    return Week(days=tuple(days), blank_before=days[0].date.weekday(), blank_after=SUNDAY - days[-1].date.weekday())
