"""When faults: what a wrong date or time may have meant. Floor 1, pure: the texts are in `texts`.

Each function takes what was written and the edition, works out the right form, and returns the fault that says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from ikw.problems import Fault
from ikw.when.texts import clock, fault, named, quoted, spelled
from ikw.when.tokens import DAY_LENGTH, WEEKDAYS, Token, unprintable


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """What a reading needs to know of the edition: its first and last day and its time zone."""

    first: date
    last: date
    zone: ZoneInfo

    def has(self, day: date | None) -> bool:
        """Return whether a day lies in the span."""
        return day is not None and self.first <= day <= self.last

    def day(self, month: int, day: int) -> date | None:
        """Return the day of the edition's year; where it has two, of the one that puts the day into the span."""
        days = [calendar_day(year, month, day) for year in range(self.first.year, self.last.year + 1)]
        return next((one for one in days if self.has(one)), days[0])

    def weekday(self, number: int) -> date:
        """Return the first day of the span that falls on a weekday."""
        return self.first + timedelta(days=(number - self.first.weekday()) % 7)


def calendar_day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Tokens that nothing can be read from


def refused_tokens(text: str, tokens: list[Token], span: Span | None, example: str) -> Iterator[Fault]:
    """Yield a fault for each character, else for each word or number outside the grammar; words side by side count as one."""
    if signs := unprintable(text):
        yield from (fault("character", seen=f"U+{ord(sign):04X}", example=example) for sign in signs)
        return
    words: list[Token] = []
    for token, following in zip(tokens, [*tokens[1:], None], strict=True):
        if token.name == "word":
            words.append(token)
            if not following or following.name != "word":
                yield fault("word", seen=quoted(text[words[0].start : token.stop]), example=example)
                words.clear()
        elif token.name in ("month", "year_month"):
            yield fault("no-day", seen=token.text, example=example)
        elif token.name == "slashed":
            yield slashed(token, span)
        elif token.name == "zoned":
            yield fault("zoned", seen=token.text, first=token.text[:5], last=token.text[-5:])
        elif token.name == "number":
            yield number(token, example)
        elif token.name == "stub":
            yield stub(token)


def slashed(token: Token, span: Span | None) -> Fault:
    """`9/10/2025` names no order of day and month, `18/20` no sort of time."""
    digits = _digits(token)
    one, two, *rest = (int(part) for part in digits.split("/"))
    year = rest[0] % 100 + 2000 if rest else span.first.year if span else 2024
    found = [spelled(day) for day in (calendar_day(year, two, one), calendar_day(year, one, two)) if day]
    if not found or digits != token.text:
        return fault("slashed-times", seen=token.text, first=one, last=two)
    return fault("slashed" if len(set(found)) > 1 else "slashed-date", seen=token.text, first=found[0], last=found[-1])


def number(token: Token, example: str) -> Fault:
    """`1830` is a year or a time, `930` a time without its sign."""
    digits = _digits(token)
    hour = time_of(digits[:-2], digits[-2:])
    if not hour:
        return fault("not-a-time", seen=token.text)
    is_year = len(digits) == 4 and digits == token.text
    return fault("year-or-time" if is_year else "not-a-time-but", seen=token.text, hour=hour, example=example)


def stub(token: Token) -> Fault:
    """`10.9` is a day without its last dot or a time with half its minutes; `9:30:00` and `9:5` are neither."""
    digits = _digits(token)
    one, two = digits.replace(".", ":").split(":")[:2]
    hours = [hour for minute in ((f"0{two}", f"{two}0") if len(two) == 1 else (two,)) if (hour := time_of(one, minute))]
    if digits == token.text == f"{one}.{two}" and len(one) < 3 and len(two) < 3 and calendar_day(2024, int(two), int(one)):
        name = "day-or-time" if hours else "no-dot"
        return fault(name, seen=token.text, day=f"{digits}.", meant=f"{digits}.", hour=hours[-1] if hours else None)
    if not hours:
        return fault("not-a-time", seen=token.text)
    name = "half-a-time" if len(hours) > 1 else "not-a-time-but"
    return fault(name, seen=token.text, hour=hours[0], first=hours[0], last=hours[-1])


def _digits(token: Token) -> str:
    """Return a number without the `Uhr` behind it."""
    return token.text.rstrip("uhrUHR ")


def time_of(hour: str, minute: str) -> str | None:
    """Return digits as a time, `18:30`, or None where they are none."""
    if not (0 < len(hour) < 3 and len(minute) == 2 and int(minute) < 60 and int(hour) * 60 + int(minute) <= DAY_LENGTH):
        return None
    return f"{int(hour)}:{minute}"


# Dates


def not_a_date(token: Token, day: int, month: int, year: int | None, span: Span | None) -> Fault:
    """The date meant has day and month turned round, or is the last day of the month; `10.30.` may be a time."""
    year = year or (span.first.year if span else 2024)
    days = [calendar_day(year, day, month), *(calendar_day(year, month, last) for last in (30, 29, 28) if last < day < 32)]
    meant = next((one for one in days if one), span.first if span else date(2025, 9, 23))
    hour = time_of(str(day), f"{month:02}") if token.name == "day_month" else None
    return fault("not-a-date-or-time" if hour else "not-a-date", seen=token.text, meant=meant, hour=hour)


def bare_day(token: Token, span: Span | None) -> Fault:
    """A day without a month has the edition's month, or the next where that one is too short; it may be a time."""
    day, first = int(token.text.rstrip(".")), span.first if span else date(2025, 9, 23)
    month = next((month for month in (first.month, first.month % 12 + 1) if calendar_day(2024, month, day)), None)
    if month is None:
        return fault("not-a-date", seen=token.text, meant=first)
    return fault("no-month-or-time" if day <= 24 else "no-month", seen=token.text, month=month, hour=day)


def other_year(seen: str, found: date, span: Span, range_start: date | None) -> Fault:
    """The date meant is the same day of the edition's year, with a time where the year was one; a long range is open."""
    if range_start and found > span.last:
        return fault("beyond-year", seen=seen, year=span.first.year, first=range_start)
    digits = seen[-4:] if seen[-5:-4] == " " else f"{seen[-2:]}00" if seen[-3:-2] == "." else ""
    hour = time_of(digits[:2], digits[2:])
    meant = span.day(found.month, found.day) or span.first
    name = "other-year-or-time" if hour else "other-year"
    return fault(name, seen=seen, year=span.first.year, meant=meant, hour=hour and hour.removesuffix(":00"))


def other_weekday(seen: str, number: int, found: date, span: Span | None) -> Fault:
    """The weekday meant is that of the date, or the date meant is the nearest with that weekday, rather one in the span."""
    days = [found + timedelta(days=step) for step in range(-6, 7) if (found.weekday() + step) % 7 == number]
    meant = min(days, key=lambda day: (span is not None and not span.has(day), abs(day - found)))
    return fault(
        "other-weekday", seen=seen, day=found, weekday=WEEKDAYS[found.weekday()], right=named(found), meant=named(meant),
    )


def outside(seen: str, found: date, span: Span) -> Fault:
    """The month may be a misprint: the same day of a month of the span."""
    days = [calendar_day(one.year, one.month, found.day) for one in (span.first, span.last)]
    meant = next((day for day in days if span.has(day)), None)
    name = "other-month" if meant else "outside"
    return fault(name, seen=seen, day=found, first=span.first, last=span.last, meant=meant)


def reversed_dates(first: date, last: date, *, is_bare: bool) -> Fault:
    """The start is a month earlier where only the end has a month (`28.–3.10.`), else the dates are turned round."""
    earlier = last.replace(day=1) - timedelta(days=1)
    start = calendar_day(earlier.year, earlier.month, first.day) if is_bare else None
    meant = f"{spelled(start)}–{spelled(last)}" if start else f"{spelled(last)}–{spelled(first)}"
    return fault("reversed-dates", first=first, last=last, meant=meant)


def side_by_side(first: Token, last: Token) -> Fault:
    """Two dates without a sign between them; the second may be a time: `14.9. 10.11.`."""
    one, two = (last.values[0] or "", last.values[1] or "") if last.name == "day_month" else ("", "")
    hour = time_of(one, two.zfill(2))
    if hour:
        return fault("date-or-time", seen=f"{first.text} {last.text}", first=first.text, last=last.text, hour=hour)
    return fault("side-by-side", first=first.text, last=last.text)


# Times


def end_before_start(seen: str, start: int, end: int) -> Fault:
    """Start and end may be turned round, or the same."""
    return fault("equal-times" if start == end else "reversed-times", seen=seen, start=clock(start), end=clock(end))


def could_be_days(texts: list[str], seen: str) -> Fault:
    """`15.09` is a day without its last dot or a time without `Uhr`, and so are both of `15.09–16.09`."""
    if len(texts) == 1:
        return fault("day-or-time", seen=seen, day=f"{texts[0]}.", hour=texts[0].replace(".", ":"))
    return fault("days-or-times", seen=seen, days=".–".join(texts) + ".")
