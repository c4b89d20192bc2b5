"""Dates: day, start and end in several cells become one `when`. Floor 1, pure.

The words stay as they were typed wherever they can: what they mean, the grammar of `when` decides, and nobody else. Here they
are only put into its order; where two cells could be joined in two ways, they are not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ikw.cells.spelling import WEEKDAYS, WHOLE_DAY, in_order, read_when, spelled
from ikw.cells.words import UnreadError, is_later, lines_of, on_one_line, spelled_out
from ikw.model import Occurrence
from ikw.problems import N_
from ikw.source import Value
from ikw.when import Span, read_hours, read_windows

PARTS = ("weekday", "on", "last", "time", "from", "to")
TBA = "tba"
# The check only warns: whoever writes an event file has seen the grammar, whoever fills in a table has not.
CROSSED = "when-each"

_NAMES = WEEKDAYS
_WEEKDAY = re.compile(rf"(?:{_NAMES})s?\.?", re.IGNORECASE)
_OWN_DAY = re.compile(rf"(?P<weekday>{_NAMES})\.?:?,? (?P<time>.*\d.*)", re.IGNORECASE)
_DOTS = re.compile(r"(?<=\d) ?\.\.(?:\.| )*(?=\d)|(?<=\d)\.\.\.?(?=\s*$)")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?::00)?(?: ?(?:Uhr|h))?", re.IGNORECASE)
_NO_DAY = re.compile(r"(?:(?:\d{1,2}|[A-Za-zä]{3,9})[./ ]+)?20\d\d")
_WITH_HOURS = re.compile(r"(?P<day>[^()]*\d[^()]*?) ?\((?P<hours>[^()]*\d[^()]*)\)")
_HOURS_PART = re.compile(rf"[;\n]|(?:(?<=\d)|(?<=Uhr)),(?=\s*(?:{_NAMES})\b)", re.IGNORECASE)
_HOURS = re.compile(
    rf"(?P<days>(?:täglich(?: außer (?:{_NAMES})s?)?|{_NAMES}|(?:{_NAMES})s)\.?(?:\s*(?:[-–,/+]|und|bis|außer)\s*(?:{_NAMES})s?\.?)*):?,? "
    r"(?P<times>(?:\D{0,9}\d.*|geschlossen))",
    re.IGNORECASE,
)


def when_of(words: Mapping[str, str], span: Span) -> dict[str, Value]:
    """Return `when`, and `hours` where the times are opening hours; `words` are those of all columns of dates.

    `when` is the column that holds all; `when.on`, `when.from` and so on are its parts, `when#2` a second date.
    """
    groups = sorted({path.partition("#")[2] for path in words if path.split(".")[0].split("#")[0] == "when"})
    found: list[Value] = []
    hours: Value | None = None
    for number in groups:
        whole = spelled(words.get(_path("when", number)))
        parts = {part: spelled(words.get(_path(f"when.{part}", number))) for part in PARTS}
        if not whole and not any(parts.values()):
            continue
        when, own_hours = _one(whole, parts, span)
        found += when if isinstance(when, list) else [when]
        hours = own_hours or hours
    if not found:
        return {}
    when = found[0] if len(found) == 1 and isinstance(found[0], str) else found
    return {"when": when} if hours is None else {"when": when, "hours": hours}


def _path(path: str, number: str) -> str:
    return f"{path}#{number}" if number else path


def _one(whole: str, parts: Mapping[str, str], span: Span) -> tuple[Value, Value | None]:
    if (value := spelled_out(whole)) is not None and not any(parts.values()):
        return value, None
    if night := _night(whole, parts, span):
        return night, None
    day, time = _day(whole, parts, span), _time(parts)
    if day and not is_later(day) and is_later(time):
        time = ""  # the day stands; that its time is to follow, the import tells
    if is_later(day):
        if time:
            raise UnreadError(N_("Zu dieser Uhrzeit fehlt das Datum."), N_("Schreiben Sie das Datum davor."))
        return TBA, None
    if _NO_DAY.fullmatch(day):
        raise UnreadError(
            N_("„{words}“ nennt keinen Tag.").format(words=day), N_("Schreiben Sie Tag, Monat und Jahr, zum Beispiel „So 14.09.2025“."),
        )
    if not day or _is_same_day(day, parts["from"], span):
        return _moments(parts, span), None
    if not time:
        match = _WITH_HOURS.fullmatch(day)
        hours = _opening(match["day"], match["hours"], span) if match else None
        return (match["day"], hours) if match and hours else (_one_meaning(_lines(day, span), span), None)
    if own := read_when(on_one_line(time), span)[0]:
        if {one.day for one in own} == {one.day for one in read_when(on_one_line(day), span)[0]}:
            return _lines(time, span), None
        raise UnreadError(
            N_("Hier stehen zwei verschiedene Tage: „{day}“ und „{time}“.").format(day=on_one_line(day)[:60], time=on_one_line(time)[:60]),
            N_("Lassen Sie den Tag nur an einer Stelle stehen."),
        )
    if hours := _opening(day, time, span):
        return on_one_line(day), hours
    if any(one.start for one in read_when(on_one_line(day), span)[0]):
        raise UnreadError(
            N_("Die Uhrzeit steht hier zweimal: beim Datum und in einer eigenen Spalte."),
            N_("Lassen Sie die Uhrzeit nur an einer Stelle stehen."),
        )
    return _one_meaning(_paired(day, time, span), span), None


def _one_meaning(value: Value, span: Span) -> Value:
    """Return what the cells say, unless each time could belong to one of the days as well as to all of them."""
    for text in [value] if isinstance(value, str) else value if isinstance(value, list) else ():
        fault = next((one for one in read_when(text, span)[1] if one.code == CROSSED), None) if isinstance(text, str) else None
        if fault:
            raise UnreadError(fault.message, fault.mend)
    return value


def _night(whole: str, parts: Mapping[str, str], span: Span) -> str:
    """Return two days that have a time each, `19.9.` `21 Uhr` `20.9.` `2 Uhr`, as one night; longer could also mean every day."""
    if whole or parts["time"] or not all((parts["on"], parts["last"], _bare(parts["from"]), _bare(parts["to"]))):
        return ""
    first, last = _single(parts["on"], span), _single(parts["last"], span)
    if first is None or last is None or first.start or last.start or first.day == last.day:
        return ""
    text = f"{parts['on']} {_bare(parts['from'])} Uhr – {parts['last']} {_bare(parts['to'])} Uhr"
    if read_when(text, span)[0]:
        return text
    raise UnreadError(
        N_("Das kann heißen: an jedem dieser Tage von {start} bis {end}, oder ohne Pause.").format(start=parts["from"], end=parts["to"]),
        N_("Schreiben Sie zum Beispiel „15.9.–19.9. täglich 10–16 Uhr“, oder jeden Tag einzeln."),
    )


def _day(whole: str, parts: Mapping[str, str], span: Span) -> str:
    """Return the words for the day: weekday, first and last day."""
    day = "\n".join(part for part in (whole, parts["on"]) if part)
    day = "\n".join(in_order(_opened(_DOTS.sub(_dash, line)), span) for line in day.splitlines())
    if parts["weekday"] and day and not _WEEKDAY.match(day) and "\n" not in day:
        day = f"{parts['weekday']} {day}"
    if parts["last"] and on_one_line(parts["last"]) != on_one_line(day):
        day = f"{day} – {parts['last']}" if day else f"bis {parts['last']}"
    return day


def _dash(match: re.Match[str]) -> str:
    """`2025-09-14..2025-09-28` is a range, `2025-10-03..` an open one."""
    return " – " if match.end() < len(match.string) else ".."


def _opened(line: str) -> str:
    """Return `ab` for two dots behind a date."""
    return f"ab {line[:-2]}" if line.endswith("..") else line


def _time(parts: Mapping[str, str]) -> str:
    """Return the words for the time: those of its own column, else start and end."""
    time, start, end = parts["time"], parts["from"], parts["to"]
    if end and not start and _bare(time):
        time, start = "", time  # `Uhrzeit` and `Ende`
    if time and (start or end):
        if not (start and end) and on_one_line(time) == on_one_line(start or end):
            start = end = ""
        else:
            raise UnreadError(
                N_("Die Uhrzeit steht hier in mehreren Spalten."), N_("Lassen Sie die Uhrzeit nur an einer Stelle stehen."),
            )
    if start and end:
        time = f"{_bare(start)}–{_bare(end)} Uhr" if _bare(start) and _bare(end) else f"{start} – {end}"
    elif start or end:
        time = start or f"bis {end}"
    if WHOLE_DAY.fullmatch(time):
        return ""
    clock = _bare(time)
    return f"{clock} Uhr" if clock else time


def _bare(time: str) -> str:
    """Return a time of day as posters have it: `18:00 Uhr` → `18`, `9:30` → `9.30`; nothing for what is no time alone."""
    match = _CLOCK.fullmatch(on_one_line(time))
    if match is None:
        return ""
    hour, minute = match["hour"].lstrip("0") or "0", match["minute"] or "00"
    return hour if minute == "00" else f"{hour}.{minute}"


def _moments(parts: Mapping[str, str], span: Span) -> Value:
    """Return two cells of which each has day and time, or the day alone: `14.09.2025 18:00` and `14.09.2025 20:00`."""
    start, end = parts["from"], parts["to"]
    if not start or parts["time"]:
        raise UnreadError(N_("Zu dieser Uhrzeit fehlt das Datum."), N_("Schreiben Sie das Datum davor."))
    first, last = _single(start, span), _single(end, span)
    if first and last and first.start and last.start and first.day == last.day and first.start < last.start:
        return f"{first.day:%d.%m.%Y}, {_bare(f'{first.start:%H:%M}')}–{_bare(f'{last.start:%H:%M}')} Uhr"
    if first and not first.start and last and first.day == last.day and not last.start:
        return start
    return f"{start} – {end}" if end else start


def _single(text: str, span: Span) -> Occurrence | None:
    found, _ = read_when(text, span) if text else ((), ())
    return found[0] if len(found) == 1 and not found[0].end and not found[0].is_range else None


def _is_same_day(day: str, start: str, span: Span) -> bool:
    """Whether the cell of the start repeats the day: `14.09.2025` and `14.09.2025 18:00`."""
    one, other = _single(day, span), _single(start, span)
    return bool(one and other and other.start and not one.start and one.day == other.day)


def _lines(day: str, span: Span) -> Value:
    """Return the lines of one cell as a list; lines of which only some have a time could share it."""
    lines = day.splitlines()
    if len(lines) == 1:
        return lines[0]
    values: list[Value] = [value if (value := spelled_out(line)) is not None else line for line in lines]
    timed = {_is_timed(line, span) for line in lines if spelled_out(line) is None}
    if {True, False} <= timed:
        raise UnreadError(
            N_("Nur einige dieser Zeilen nennen eine Uhrzeit; sie könnte auch für die anderen gelten."),
            N_("Schreiben Sie zu jedem Datum die Uhrzeit."),
        )
    return values


def _is_timed(line: str, span: Span) -> bool | None:
    found, _ = read_when(line, span)
    return any(one.start or one.words for one in found) if found else None


def _paired(day: str, time: str, span: Span) -> Value:
    """Return days with their times: line by line, by weekday, or one time for all."""
    days, times = day.splitlines(), time.splitlines()
    if len(days) == len(times) > 1:
        return [f"{one}, {at}" for one, at in zip(days, times, strict=True)]
    if by_weekday := _by_weekday(day, time, span):
        return by_weekday
    return f"{', '.join(days)}, {'; '.join(times)}"


def _by_weekday(day: str, time: str, span: Span) -> Value | None:
    """Return each date with the time of its weekday: `29.9., 2.10.` and `Di 9–12 Uhr; Fr 15–17 Uhr`."""
    found, _ = read_when(", ".join(day.splitlines()), span)
    own = [_OWN_DAY.fullmatch(part) for part in lines_of(time)]
    if len(found) != len(own) or len(own) < 2 or any(one.start or one.is_range for one in found):
        return None
    made: list[Value] = []
    for one, match in zip(found, own, strict=True):
        text = f"{match['weekday']} {one.day:%d.%m.%Y}, {match['time']}" if match else ""
        if not text or not read_when(text, span)[0]:
            return None
        made.append(text)
    return made


def _opening(day: str, time: str, span: Span) -> Value | None:
    """Return opening hours that stand as the time of a range of days; `täglich 10–15 Uhr` is for `when` to read."""
    found, _ = read_when(on_one_line(day), span)
    if len(found) != 1 or not found[0].is_range or read_when(on_one_line(f"{day}, {time}"), span)[0]:
        return None
    return hours_of(time)


def hours_of(text: str) -> Value | None:
    """Return `Mo–Fr 9–17 Uhr; Sa 10–13 Uhr` as opening hours by weekdays; None for what says no weekdays."""
    if (value := spelled_out(text)) is not None:
        return value
    made: dict[str, Value] = {}
    for part in filter(None, (piece.strip() for piece in _HOURS_PART.split(text))):
        match = _HOURS.fullmatch(part)
        if match is None or read_hours(match["days"], match["times"])[0] is None or not read_windows(match["times"])[0]:
            return None
        days = re.sub(r"\s*[-–]\s*|\s+bis\s+", "-", match["days"].strip().rstrip(".")).lower()
        if days in made:
            return None
        made[days] = match["times"].strip().removesuffix("Uhr").strip()
    return made or None
