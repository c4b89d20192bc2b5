"""Reading: what stands in a text, put together into occurrences. Floor 1, pure: no clock, no file.

`tokens` cuts the text by the table of patterns; tokens outside the grammar are refused all at once; `reader` holds
the rules for dates, times and weekdays; here they are put together. Bad text never raises: `Refused` stays inside this module.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

from ikw.model import Hours, Occurrence
from ikw.problems import ERROR, Fault
from ikw.when.dates import Stretch, read_day, read_stretches, read_weekdays
from ikw.when.doubts import MOST_HOURS, check_group, check_missing_time, check_twice, refuse_second_time
from ikw.when.faults import Span, refused_tokens
from ikw.when.reader import CLOCKS, TIMES, Reader, Refused
from ikw.when.texts import fault, named, quoted, spelled
from ikw.when.times import NIGHT_ENDS, NIGHT_STARTS_FROM, Times, Window, read_clock, read_times
from ikw.when.tokens import DAY_LENGTH, clean, table

LONGEST_TEXT = 500
MOST_OCCURRENCES = 100

_EACH = ("each", "daily", "except")
_AFTER_DATES = (*TIMES, *_EACH, "from")
_Value = TypeVar("_Value")


# What callers use


def read_when(text: str, span: Span) -> tuple[tuple[Occurrence, ...], tuple[Fault, ...]]:
    """Read the `when` of an event; `tba` has no occurrence and no fault, an error leaves no occurrence."""
    occurrences, faults = _read(
        text, span, lambda reader: _occurrences(reader, span), f"{named(span.first)}, 18 Uhr", is_programme=True,
    )
    return occurrences or (), faults


def read_windows(text: str) -> tuple[tuple[tuple[time, time | None], ...], tuple[Fault, ...]]:
    """Read the opening hours of a day: `9–17`, `10–12 und 14–17 Uhr`, `ab 18 Uhr`; `geschlossen` has none. 0:00 ends a day."""
    windows, faults = _read(text, None, _opening, "9–17 Uhr")
    return windows or (), faults


def read_hours(weekdays: str, windows: str) -> tuple[Hours | None, tuple[Fault, ...]]:
    """Read opening hours and their weekdays: `mo-fr`, `mo, mi, fr`, `montags`, `täglich`, `täglich außer mo`."""
    days, day_faults = _read(weekdays, None, _opening_days, "mo-fr")
    times, time_faults = _read(windows, None, _opening, "9–17 Uhr")
    hours = None if days is None or times is None else Hours(weekdays=days, windows=times)
    return hours, day_faults + time_faults


def read_date(text: str, span: Span | None) -> tuple[date | None, tuple[Fault, ...]]:
    """Read one date, which need not lie in the programme; without an edition its year must be written."""
    return _read(text, span, read_day, spelled(span.first) if span else "23.09.2025")


def read_moment(text: str, span: Span) -> tuple[date | datetime | None, tuple[Fault, ...]]:
    """Read one date, or one date with one time, which need not lie in the programme; `bis` may stand before either."""
    return _read(text, span, lambda reader: _moment(reader, span), f"{spelled(span.first)}, 18 Uhr")


def patterns() -> dict[str, object]:
    """Return all that the reading knows as JSON-ready data; the regular expressions are JavaScript's with the flag `i`."""
    limits = {
        "characters": LONGEST_TEXT, "occurrences": MOST_OCCURRENCES, "hours": MOST_HOURS,
        "night_ends": NIGHT_ENDS, "night_starts_from": NIGHT_STARTS_FROM,
    }
    return {"version": 1, **table(), "limits": limits}


def _read(
    text: str, span: Span | None, rule: Callable[[Reader], _Value], example: str, *, is_programme: bool = False,
) -> tuple[_Value | None, tuple[Fault, ...]]:
    """Read a whole text by a rule; an error leaves no value, and no warning about one."""
    if len(text) > LONGEST_TEXT:
        return None, (fault("long-text", count=len(text), most=LONGEST_TEXT, example=example),)
    reader = Reader(clean(text), span, example, is_programme=is_programme)
    reader.faults.extend(refused_tokens(reader.text, reader.tokens, span, example))
    if not reader.faults and reader.name() == "end":
        reader.faults.append(fault("empty", example=example))
    value = None
    if not reader.faults:
        try:
            value = rule(reader)
            reader.skip("comma", "break")
            if reader.name() != "end":
                rest = quoted(reader.text[reader.token().start :])
                raise Refused(fault("word", seen=rest, example=example))
        except Refused as refused:
            if not reader.is_wrong:  # else it may only follow from what is known to be wrong
                reader.faults.append(refused.fault)
    if not reader.is_wrong:
        return value, tuple(reader.faults)
    return None, tuple(one for one in reader.faults if one.severity == ERROR)


# The rules


def _occurrences(reader: Reader, span: Span) -> tuple[Occurrence, ...]:
    """Dates come first, then their times; a following full date starts the next dates. `tba` stands alone."""
    if reader.name() == "tba" and reader.name(1) == "end":
        reader.skip("tba")
        return ()
    found: list[Occurrence] = []
    before: Window | None = None
    while reader.name() != "end":
        first = reader.place
        daily = reader.take("daily") is not None
        stretches = read_stretches(reader)
        after_dates = reader.place
        times = _times(reader, is_daily=daily)
        check_missing_time(reader, first, after_dates, before, times)
        if not reader.is_wrong:
            check_group(reader, span, stretches, times, first)
            planned = _plan(reader, stretches, times, first, len(found))
            found.extend(_occurrence(reader, span, str(key), *one) for key, one in enumerate(planned, start=len(found) + 1))
        before = times.windows[-1] if times.windows else None
        _skip_separators(reader)
    check_twice(reader, found)
    return tuple(found)


def _times(reader: Reader, *, is_daily: bool) -> Times:
    """Windows, `jeweils`, `täglich` and `außer` with weekdays stand behind the dates in any order."""
    first = reader.place
    windows: tuple[Window, ...] = ()
    is_each = needs_range = is_daily
    without: frozenset[int] = frozenset()
    while (name := reader.name(ahead := reader.past("comma", "break"))) in _AFTER_DATES:
        if name in ("from", "daily") and reader.leads_to_date(ahead + 1):
            break
        reader.place += ahead
        if name in _EACH:
            reader.place += 1
            is_each = True
            needs_range = needs_range or name != "each"
            without |= read_weekdays(reader) if name == "except" else frozenset()
        elif windows:
            refuse_second_time(reader, first)
        else:
            windows = read_times(reader)
    return Times(windows, is_each, needs_range, without)


def _skip_separators(reader: Reader) -> None:
    """Between dates with their times stand `;`, a comma, `und` or a new line."""
    reader.skip("comma", "break")
    if reader.name() == "and" and reader.leads_to_date(1):
        reader.skip("and")


_Planned = tuple[date, date | None, Window | None]


def _plan(reader: Reader, stretches: list[Stretch], times: Times, first: int, before: int) -> list[_Planned]:
    """At most 100 occurrences come from one text, and at least one from each date or range."""
    planned: list[_Planned] = []
    for stretch in stretches:
        days = _days(stretch, times)
        if not days:
            raise Refused(fault("no-day-left", seen=reader.seen(first)))
        planned.extend((day, last_day, window) for day, last_day in days for window in times.windows or (None,))
        if before + len(planned) > MOST_OCCURRENCES:
            raise Refused(fault("many-occurrences", seen=reader.seen(first), most=MOST_OCCURRENCES))
    return planned


def _days(stretch: Stretch, times: Times) -> list[tuple[date, date | None]]:
    """A range without a time is one occurrence; with `jeweils`, `täglich` or a window it is one per day."""
    first, last = stretch
    if last is None or first == last or not (times.windows or times.is_each):
        return [(first, last)]
    days = (first + timedelta(days=step) for step in range((last - first).days + 1))
    return [(day, day) for day in days if day.weekday() not in times.without]


def _occurrence(reader: Reader, span: Span, key: str, day: date, last_day: date | None, window: Window | None) -> Occurrence:
    """`day` is the day written, also where `24 Uhr` or a night puts the start or the end on the next."""
    if window is None or window.words:
        return Occurrence(key=key, day=day, last_day=last_day, words=window.words if window else None)
    start = _at(reader, span, day, window.start)
    end = None if window.end is None else _at(reader, span, window.last_day or day, window.end)
    return Occurrence(key=key, day=day, last_day=last_day, start=start, end=end)


def _at(reader: Reader, span: Span, day: date, minutes: int) -> datetime:
    """24 Uhr is 00:00 of the next day, as an end and as a start. A time that the clock change skips is an error, one that it
    repeats is the first of the two."""
    moment = datetime(day.year, day.month, day.day, tzinfo=span.zone) + timedelta(minutes=minutes)
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        there_and_back = moment.astimezone(UTC).astimezone(span.zone)
        name = "repeated" if there_and_back == moment else "skipped"
        reader.faults.append(fault(name, seen=f"{moment:%H:%M}", day=moment.date(), hour=f"{there_and_back:%H:%M}"))
    return moment


def _moment(reader: Reader, span: Span) -> date | datetime | None:
    """One date, or one date with one time, with or without `bis`."""
    reader.take("until")
    day = read_day(reader)
    reader.take("comma")
    reader.take("until")
    if not day or reader.name() not in CLOCKS:
        return day
    return _at(reader, span, day, read_clock(reader))


def _opening(reader: Reader) -> tuple[tuple[time, time | None], ...]:
    """Opening hours are windows without words and without dates; a day opens before 24 Uhr."""
    if reader.take("closed"):
        return ()
    found = read_times(reader)
    if any(one.words or one.last_day or one.start == DAY_LENGTH for one in found):
        raise Refused(fault("no-time", seen=reader.seen(0), example=reader.example))
    return tuple((_time(one.start), None if one.end is None else _time(one.end)) for one in found)


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)


def _opening_days(reader: Reader) -> tuple[int, ...]:
    """Weekdays of opening hours in order: a list, ranges, or all of them with or without exceptions."""
    if not reader.take("daily"):
        return tuple(sorted(read_weekdays(reader)))
    without = read_weekdays(reader) if reader.take("except") else frozenset()
    if len(without) == 7:
        raise Refused(fault("no-day-left", seen=reader.seen(0)))
    return tuple(number for number in range(7) if number not in without)
