"""When times: the rules for times of day. Floor 1, pure. One function per rule; its docstring is the rule."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, NoReturn

from ikw.when import faults
from ikw.when.dates import read_day
from ikw.when.reader import CLOCKS, DASHES, DAYS, JOINS, TIMES, Reader, Refused
from ikw.when.texts import clock, fault
from ikw.when.tokens import DAY_LENGTH, Token

NIGHT_ENDS = 6 * 60
NIGHT_STARTS_FROM = 12 * 60


class Window(NamedTuple):
    """One time in minutes from midnight, or words instead; `last_day` where a date stands before the end."""

    start: int
    end: int | None = None
    words: str | None = None
    last_day: date | None = None


class Times(NamedTuple):
    """What follows the dates: windows, whether each day of a range has them, whether a range is a must, weekdays left out."""

    windows: tuple[Window, ...]
    is_each: bool
    needs_range: bool
    without: frozenset[int]


def read_times(reader: Reader) -> tuple[Window, ...]:
    """Times are joined by comma, `und`, `+`, `u.`, `&`; each is a window of its own: `19, 20 + 21 Uhr`."""
    first = reader.place
    found = [_window(reader, "and", "slash")]
    while reader.name() in ("comma", "and", "break") and reader.name(reader.past("comma", "and", "break", "from")) in TIMES:
        reader.skip("comma", "and", "break")
        found.append(_window(reader, *JOINS))
    if len({one.words is None for one in found}) > 1:
        raise Refused(fault("words-with-time", seen=reader.seen(first)))
    return tuple(found)


def _window(reader: Reader, *joints: str) -> Window:
    """A dash or `bis` stands before an end; `ab` has none. A date before the end is read with it. Words stand for a time."""
    first = reader.place
    is_open = reader.take("from") is not None
    if not is_open and (words := reader.take("words")):
        return Window(0, words=words.text)
    start = read_clock(reader)
    if reader.name() not in DASHES:
        _check_bare_hour(reader, joints)
        _check_dotted(reader, first)
        return Window(start)
    reader.skip(*DASHES)
    last_day = read_day(reader) if reader.leads_to_date() else None
    if last_day:
        reader.skip("comma")
    end = read_clock(reader)
    if is_open:
        whole = f"{clock(start)}–{clock(end)} Uhr"
        raise Refused(fault("open-with-end", seen=reader.seen(first), whole=whole, open=f"ab {clock(start)} Uhr"))
    _check_dotted(reader, first)
    return Window(start, end if last_day else _end(reader, first, start, end), last_day=last_day)


def read_clock(reader: Reader) -> int:
    """A time, in minutes from midnight, has 0 to 24 hours and 0 to 59 minutes; 24 has none."""
    token = reader.take(*CLOCKS) or refuse_as_time(reader)
    hour = int(token.values[0] or 0)
    minute = 0 if token.name == "hour" else int(token.values[1] or 0)
    if hour * 60 + minute > DAY_LENGTH or minute > 59:
        raise Refused(fault("not-a-time", seen=token.text))
    return hour * 60 + minute


def _end(reader: Reader, first: int, start: int, end: int) -> int:
    """An end at or before its start is on the next day if it is by 06:00 and the start at 12:00 or later."""
    if end > start:
        return end
    if end <= NIGHT_ENDS and NIGHT_STARTS_FROM <= start < end + DAY_LENGTH:
        return end + DAY_LENGTH
    raise Refused(faults.end_before_start(reader.seen(first), start, end))


def _check_bare_hour(reader: Reader, joints: tuple[str, ...]) -> None:
    """A number without `Uhr` that is joined to a date could be a day without its dot: `10 Uhr, 15 und 16.9.`."""
    token = reader.token(-1)
    if token.name == "hour" and not token.values[-1] and reader.name() in joints and reader.name(1) in DAYS:
        raise Refused(fault("day-or-time", seen=token.text, day=f"{token.text}.", hour=token.text))


def _check_dotted(reader: Reader, first: int) -> None:
    """Times with a dot and without `Uhr` that are all days of the edition's span are refused: `14.9. 15.09`."""
    if reader.token(-1).name != "dotted":
        return
    tokens = [token for token in reader.tokens[first : reader.place] if token.name in CLOCKS]
    if all(_is_in_span(reader, token) for token in tokens):
        raise Refused(faults.could_be_days([token.text for token in tokens], reader.seen(first)))


def _is_in_span(reader: Reader, token: Token) -> bool:
    if token.name != "dotted" or token.values[-1] or not reader.span:
        return False
    return reader.span.has(reader.span.day(int(token.values[1] or 0), int(token.values[0] or 0)))


def refuse_as_time(reader: Reader) -> NoReturn:
    """Refuse what stands where a time is due."""
    seen = reader.seen(max(0, reader.place - 2)) if reader.place else reader.token().text
    raise Refused(fault("no-time", seen=seen, example=reader.example))
