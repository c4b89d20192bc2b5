"""When dates: the rules for dates and weekdays. Floor 1, pure.

One function per rule; its docstring is the rule. What can be read in two ways is refused with both ways named.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple, NoReturn

from ikw.when import faults
from ikw.when.reader import CLOCKS, DASHES, DAYS, JOINS, Reader, Refused, refuse_next
from ikw.when.texts import fault, named, spelled
from ikw.when.tokens import MONTH_NUMBERS, WEEKDAY_NUMBERS, WEEKLY_NUMBERS, Token

_WEEKDAYS = ("weekday", "weekly")


class Stretch(NamedTuple):
    """One day (`last` is `first`), a range of days, or an open range (`last` is None)."""

    first: date
    last: date | None


class _Written(NamedTuple):
    """One date as written: its token, the weekday before it, and whether `ab` or a dash leads to it."""

    token: Token
    weekday: Token | None
    is_open: bool
    ends_range: bool


def read_stretches(reader: Reader) -> list[Stretch]:
    """Dates are joined by comma, `und`, `+`, `u.`, `&`, `/`; a dash or `bis` makes two of them a range."""
    first = reader.place
    leading = _leading_weekdays(reader)
    written = [_written(reader)]
    while (joint := reader.name()) in (*JOINS, *DASHES) and reader.leads_to_date(1):
        reader.place += 1
        written.append(_written(reader, ends_range=joint in DASHES))
        if joint == "slash" and written[-1].token.name == "iso":
            texts = [one.token.text for one in written[-2:]]
            raise Refused(fault("slashed-iso", seen=reader.seen(first), first=texts[0], last=texts[1]))
    if leading:
        written = _with_weekdays(reader, written, leading)
    return _stretches(reader, written, first)


def read_day(reader: Reader) -> date | None:
    """One date, complete, without `ab`."""
    if reader.name() == "from":
        refuse_next(reader)
    return _days(reader, [_written(reader)])[0]


def _written(reader: Reader, *, ends_range: bool = False) -> _Written:
    """A date may stand after `ab` and after its weekday, with or without a comma."""
    is_open = reader.take("from") is not None
    weekday = reader.take("weekday") if reader.leads_to_date() else None
    if weekday:
        reader.take("comma")
    token = reader.take(*DAYS) or refuse_as_date(reader)
    return _Written(token, weekday, is_open, ends_range)


def _leading_weekdays(reader: Reader) -> list[Token]:
    """Weekdays that are joined before joined dates belong to them in turn: `Sa/So 20./21.9.`."""
    leading = []
    while reader.name() == "weekday" and reader.name(1) in JOINS and reader.name(2) == "weekday" and reader.leads_to_date():
        leading.append(reader.token())
        reader.place += 2
    return leading


def _with_weekdays(reader: Reader, written: list[_Written], leading: list[Token]) -> list[_Written]:
    """There are as many weekdays as dates, and no range: `Mo, Fr 15.–26.9.` could mean each Monday."""
    names = [*leading, written[0].weekday]
    if len(names) != len(written) or any(one.ends_range or one.weekday for one in written[1:]):
        _refuse_weekday(reader, leading[0])
    return [one._replace(weekday=name) for one, name in zip(written, names, strict=True)]


def _stretches(reader: Reader, written: list[_Written], first: int) -> list[Stretch]:
    """A range has one start and one end, in this order; `ab` has no end."""
    days = [day for day in _days(reader, written) if day]
    if len(days) < len(written):
        return []
    found: list[Stretch] = []
    for index, (one, day) in enumerate(zip(written, days, strict=True)):
        if not one.ends_range:
            found.append(Stretch(day, None if one.is_open else day))
            continue
        start, before = days[index - 1], written[index - 1]
        if before.ends_range:
            raise Refused(fault("chain", seen=reader.seen(first), first=days[index - 2], last=day))
        if one.is_open or before.is_open:
            whole, opened = f"{spelled(start)}–{spelled(day)}", f"ab {spelled(start)}"
            raise Refused(fault("open-with-end", seen=reader.seen(first), whole=whole, open=opened))
        if day < start:
            reader.faults.append(faults.reversed_dates(start, day, is_bare=before.token.name == "day"))
        found[-1] = Stretch(start, day)
    return found


def _days(reader: Reader, written: list[_Written]) -> list[date | None]:
    """A day without a month takes month and year from the date after it."""
    numbers: list[tuple[int, int, int | None]] = []
    for one in reversed(written):
        day, month, year = _numbers(one.token)
        if month is None:
            if not numbers:
                raise Refused(faults.bare_day(one.token, reader.span))
            month, year = numbers[-1][1:]
        numbers.append((day, month, year))
    days: list[date | None] = []
    for one, (day, month, year) in zip(written, reversed(numbers), strict=True):
        days.append(_day(reader, one, day, month, year, days[-1] if one.ends_range else None))
    return days


def _numbers(token: Token) -> tuple[int, int | None, int | None]:
    """Return day, month and year of a date token; what is not written is None."""
    values = token.values[::-1] if token.name == "iso" else token.values
    day, month, year = (*values, None, None)[:3]
    if month and token.name == "named":
        month = str(MONTH_NUMBERS[month.lower()])
    if token.name == "short_year":
        year = f"20{year}"
    return int(day or 0), int(month) if month else None, int(year) if year else None


def _day(reader: Reader, one: _Written, day: int, month: int, year: int | None, range_start: date | None) -> date | None:
    """A date is in the calendar, in the edition's year (a warning outside its span), and fits its weekday."""
    span, seen = reader.span, one.token.text
    if year is None and span is None:
        raise Refused(fault("no-year", seen=seen, example=reader.example))
    found = faults.calendar_day(year, month, day) if year else span.day(month, day) if span else None
    if not found:
        reader.faults.append(faults.not_a_date(one.token, day, month, year, span))
        return None
    if span and not span.first.year <= found.year <= span.last.year:
        reader.faults.append(faults.other_year(seen, found, span, range_start))
        return None
    if one.weekday and found.weekday() != (number := weekday_number(one.weekday)):
        reader.faults.append(faults.other_weekday(f"{one.weekday.text} {seen}", number, found, span))
    elif span and reader.is_programme and not span.has(found):
        reader.faults.append(faults.outside(seen, found, span))
    return found


# Weekdays


def read_weekdays(reader: Reader) -> frozenset[int]:
    """Weekdays are joined like dates; a dash runs on over Sunday: `fr-mo`. One right before a date belongs to the date."""
    found: set[int] = set()
    while True:
        first = last = _weekday(reader)
        if reader.name() in DASHES and reader.name(1) in _WEEKDAYS:
            reader.skip(*DASHES)
            last = _weekday(reader)
        found.update((first + step) % 7 for step in range((last - first) % 7 + 1))
        if reader.name() not in JOINS or reader.name(1) not in _WEEKDAYS or reader.leads_to_date(1):
            return frozenset(found)
        reader.skip(*JOINS)


def _weekday(reader: Reader) -> int:
    token = reader.take(*_WEEKDAYS)
    if not token:
        raise Refused(fault("incomplete", seen=reader.token(-1).text, example=reader.example))
    return weekday_number(token)


def weekday_number(token: Token) -> int:
    """Return the number of a weekday token, 0 for Monday."""
    numbers = WEEKLY_NUMBERS if token.name == "weekly" else WEEKDAY_NUMBERS
    return numbers[(token.values[0] or "").lower()]


# What stands where it cannot


def refuse_as_date(reader: Reader) -> NoReturn:
    """Refuse what stands where a date is due."""
    reader.skip(*JOINS, "break", "from")
    token, name = reader.token(), reader.name()
    if name == "end" or (name in (*DASHES, "except") and reader.name(1) == "end"):
        raise Refused(fault("incomplete", seen=(reader.token(-1) if name == "end" else token).text, example=reader.example))
    if name in DASHES and reader.is_programme:
        _refuse_end(reader, token)
    if name in _WEEKDAYS:
        _refuse_weekday(reader, token)
    if name in CLOCKS:
        _refuse_number(reader, token)
    if name == "words":
        raise Refused(fault("no-date", seen=token.text, example=reader.example))
    refuse_next(reader)


def _refuse_weekday(reader: Reader, token: Token) -> NoReturn:
    """Refuse a weekday without a date."""
    meant = named(reader.span.weekday(weekday_number(token))) if reader.span else reader.example
    raise Refused(fault("weekday-alone", seen=token.text, meant=meant))


def _refuse_end(reader: Reader, token: Token) -> None:
    """Refuse an end without a start: `bis 18 Uhr`, `bis 28.9.`."""
    first = reader.place
    if reader.name(1) in CLOCKS:
        hour = reader.token(1)
        raise Refused(fault("end-alone", seen=reader.text[token.start : hour.stop], hour=hour.text))
    if reader.leads_to_date(1) and reader.span:
        reader.place += 1
        last = read_day(reader)
        raise Refused(fault("last-day-alone", seen=reader.seen(first), first=reader.span.first, last=last))


def _refuse_number(reader: Reader, token: Token) -> NoReturn:
    """Refuse a number where a date is due: a day without its dots, or a time without a day."""
    following, is_plain = reader.token(2), not token.values[-1]
    if token.name == "hour" and is_plain and reader.name(1) in (*JOINS, *DASHES) and following.name in DAYS:
        meant = f"{token.text}.{reader.text[token.stop : following.stop]}"
        raise Refused(fault("no-dot", seen=reader.text[token.start : following.stop], meant=meant))
    if token.name == "dotted" and is_plain and faults.calendar_day(2024, int(token.values[1] or 0), int(token.values[0] or 0)):
        raise Refused(faults.could_be_days([token.text], token.text))
    raise Refused(fault("no-date", seen=token.text, example=reader.example))
