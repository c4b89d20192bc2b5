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
    before = 0  # no comma
    while reader.name() in ("comma", "and", "break") and reader.name(reader.past("comma", "and", "break", "from")) in TIMES:
        is_tight = _is_tight(reader, reader.place)
        if is_tight and not _is_tight(reader, before) and not _is_tight(reader, reader.place + 2):
            _refuse_comma(reader)
        before = reader.place
        reader.skip("comma", "and", "break")
        found.append(_window(reader, *JOINS))
    _check_halves(reader, first)
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
    _check_halves(reader, first)
    if is_open:
        whole = f"{clock(start)}–{clock(end)} Uhr"
        raise Refused(fault("open-with-end", seen=reader.seen(first), whole=whole, open=f"ab {clock(start)} Uhr"))
    _check_dotted(reader, first)
    return Window(start, end if last_day else _end(reader, first, start, end), last_day=last_day)


def read_clock(reader: Reader) -> int:
    """A time, in minutes from midnight, has 0 to 24 hours and 0 to 59 minutes; 24 has none. `7 pm` is 19 Uhr, `12 pm` noon."""
    token = reader.take(*CLOCKS) or refuse_as_time(reader)
    hour = _of_the_day(token)
    minute = 0 if token.name == "hour" else int(token.values[1] or 0)
    if hour * 60 + minute > DAY_LENGTH or minute > 59:
        raise Refused(fault("not-a-time", seen=token.text))
    return hour * 60 + minute


def _of_the_day(token: Token) -> int:
    """Return the hour from 0 to 24; `12 am` is midnight by the rule, and noon to many."""
    hour, half = int(token.values[0] or 0), _half_of(token)
    if half == "a" and hour > 11:
        name = "noon-or-midnight" if hour == 12 else "not-a-time"
        minutes = 0 if token.name == "hour" else int(token.values[1] or 0)
        raise Refused(fault(name, seen=token.text, first=clock(minutes), last=clock(12 * 60 + minutes)))
    return hour + 12 if half == "p" and 0 < hour < 12 else hour


def _half_of(token: Token) -> str:
    """Return `a` or `p` where a time says so, nothing where it counts to 24."""
    unit = (token.values[-1] or "").lower()
    return unit[:1] if unit[:1] in ("a", "p") else ""


def _check_halves(reader: Reader, first: int) -> None:
    """Where one time has `am` or `pm`, the others have, or can be of one half of the day only: `7–9 pm` is refused."""
    tokens = [token for token in reader.tokens[first : reader.place] if token.name in CLOCKS]
    half = next((token for token in tokens if _half_of(token)), None)
    if half and any(not token.values[-1] and 0 < int(token.values[0] or 0) < 13 for token in tokens):
        minutes = _of_the_day(half) * 60 + (0 if half.name == "hour" else int(half.values[1] or 0))
        raise Refused(fault("half-day", seen=reader.seen(first), hour=clock(minutes), half=half.text))


def _is_tight(reader: Reader, place: int) -> bool:
    """Whether a comma stands between two numbers as in `18,20`: no blank, no `Uhr` before it, two digits behind it."""
    if not 0 < place < len(reader.tokens) - 1:
        return False
    before, comma, after = reader.tokens[place - 1 : place + 2]
    return (
        comma.name == "comma" and before.name == after.name == "hour" and before.stop == comma.start and after.start == comma.stop
        and not before.values[-1] and len(after.values[0] or "") == 2
    )


def _refuse_comma(reader: Reader) -> NoReturn:
    """`18,30 Uhr` are hours and minutes; `18,20 Uhr` may be, or two hours. With a blank, `18, 20 Uhr`, they are two."""
    before, after = reader.token(-1), reader.token(1)
    hour, minute = before.values[0] or "", after.values[0] or ""
    time = faults.time_of(hour, minute)
    seen = reader.text[before.start : after.stop]
    if time and (minute.startswith("0") or int(minute) * 60 > DAY_LENGTH):
        raise Refused(fault("not-a-time-but", seen=seen, hour=time))
    raise Refused(fault("comma-time" if time else "not-a-time", seen=seen, time=time, first=int(hour), last=int(minute)))


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
