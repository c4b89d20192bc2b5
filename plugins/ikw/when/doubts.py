"""When doubts: what stands together and can be read in two ways, or says a thing twice, is refused. Floor 1, pure.

One function per rule; its docstring is the rule.
"""

from __future__ import annotations

from typing import NoReturn

from ikw.model import Occurrence
from ikw.when.dates import Stretch
from ikw.when.faults import Span, bare_day, side_by_side
from ikw.when.reader import DAYS, TIMES, Reader, Refused
from ikw.when.texts import clock, fault, quoted
from ikw.when.times import Times, Window
from ikw.when.tokens import DAY_LENGTH

MOST_HOURS = 24


def check_group(reader: Reader, span: Span, stretches: list[Stretch], times: Times, first: int) -> None:
    """Dates and times that stand together have one meaning."""
    opened = [stretch.first for stretch in stretches if stretch.last is None]
    has_range = any(stretch.last and stretch.last != stretch.first for stretch in stretches)
    if not times.windows and not times.is_each:
        _check_next_date(reader)
    elif opened:
        raise Refused(fault("open-with-time", seen=reader.seen(first), first=opened[0]))
    elif times.needs_range and not has_range:
        raise Refused(fault("no-range", seen=reader.seen(first), first=span.first, last=span.last))
    elif any(window.last_day for window in times.windows):
        _check_moments(stretches, times, reader.seen(first))
    elif has_range and len(times.windows) > 1 and not times.is_each:
        raise Refused(fault("range-with-windows", seen=reader.seen(first)))
    elif len(stretches) == len(times.windows) > 1 and not times.is_each:
        reader.faults.append(fault("days-with-windows", seen=reader.seen(first)))
    elif len(stretches) == len(times.windows) == 1 and not times.is_each:
        _check_night(reader, stretches[0], times.windows[0], first)


def _check_night(reader: Reader, stretch: Stretch, window: Window, first: int) -> None:
    """Two days with a time over midnight, `20.–21.9., 21–2 Uhr`, are each a night; one night may be meant."""
    is_two = stretch.last is not None and (stretch.last - stretch.first).days == 1
    if is_two and window.end is not None and window.end > DAY_LENGTH:
        hours = f"{clock(window.start)}–{clock(window.end - DAY_LENGTH)}"
        reader.faults.append(fault("one-night", seen=reader.seen(first), first=stretch.first, hours=hours))


def _check_next_date(reader: Reader) -> None:
    """Two dates need a sign or a time between them."""
    following = reader.token(1 if reader.name() == "weekday" else 0)
    if following.name == "day":
        raise Refused(bare_day(following, reader.span))
    if following.name in DAYS:
        raise Refused(side_by_side(reader.token(-1), following))


def check_missing_time(reader: Reader, first: int, after_dates: int, before: Window | None, times: Times) -> None:
    """After dates with a time, dates without one stand behind `;`: they could share the time, or be whole days."""
    if before and not times.windows and reader.tokens[first - 1].name != "break":
        hour = before.words or f"{clock(before.start)} Uhr"
        raise Refused(fault("day-without-time", seen=reader.seen(first, after_dates), hour=hour))


def refuse_second_time(reader: Reader, first: int) -> NoReturn:
    """Two times need a sign between them, hours and minutes a colon: `18 Uhr 30`; a time has no word beside it."""
    before = next(token for token in reversed(reader.tokens[: reader.place]) if token.name in TIMES)
    start = reader.take("from")
    if start and reader.name() not in TIMES:
        raise Refused(fault("incomplete", seen=start.text, example=reader.example))
    if "words" in (before.name, reader.name()):
        reader.place += 1
        raise Refused(fault("words-with-time", seen=reader.seen(first)))
    after = reader.token()
    if before.name == after.name == "hour" and len(after.text) == 2 and int(after.text) < 60:
        time = f"{before.values[0]}:{after.text}"
        if int(after.text) > DAY_LENGTH // 60:
            raise Refused(fault("split-minutes", first=before.text, last=after.text, hour=time))
        raise Refused(fault("split-time", first=before.text, last=after.text, time=time))
    raise Refused(fault("side-by-side", first=before.text, last=after.text))


def _check_moments(stretches: list[Stretch], times: Times, seen: str) -> None:
    """Two date-times stand alone and are at most 24 hours apart."""
    window, stretch = times.windows[0], stretches[0]
    if len(times.windows) > 1 or len(stretches) > 1 or times.is_each or stretch.last != stretch.first:
        raise Refused(fault("moments-with-more", seen=seen))
    last_day, end = window.last_day or stretch.first, window.end or 0
    minutes = (last_day - stretch.first).days * DAY_LENGTH + end - window.start
    if minutes <= 0:
        raise Refused(fault("reversed-moments", seen=seen))
    if minutes > MOST_HOURS * 60:
        daily = f"{clock(window.start)}–{clock(end)}" if end > window.start else clock(window.start)
        raise Refused(fault("lasting", seen=seen, most=MOST_HOURS, first=stretch.first, last=last_day, daily=daily))


def check_twice(reader: Reader, found: list[Occurrence]) -> None:
    """No occurrence is written twice."""
    if len(found) < 2:
        return
    facts = [(one.day, one.last_day, one.start, one.end, one.words) for one in found]
    again = next((one for place, one in enumerate(facts) if one in facts[:place]), None)
    if again:
        raise Refused(fault("twice", seen=quoted(reader.text), day=again[0]))
