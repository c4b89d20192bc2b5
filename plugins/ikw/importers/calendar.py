"""Calendar: calendar files (ICS) become rows. Floor 5; icalendar has its home in `exports.ics`, and here for reading.

Times are told in the programme's time zone. A rule that repeats is written out where it ends; one without end, or with single
dates changed, is left to people. Whoever keeps the calendar is a person, unless a group that is known has just this name.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from ikw.importers.delimited import decode
from ikw.importers.markup import as_plain
from ikw.importers.sheets import MOST_ROWS, Row, Table, TableError, Wrong
from ikw.problems import N_
from ikw.source import characters

MOST_BYTES = 5_000_000
MOST_REPEATED = 100

_STATUS = {"CANCELLED": "abgesagt", "TENTATIVE": "vorläufig"}
_PATHS = {"SUMMARY": "title", "LOCATION": "venue", "URL": "links", "DESCRIPTION": "text", "CATEGORIES": "category"}
_MARKUP = re.compile(r"</?(?:p|br|b|i|u|a|ul|ol|li|div|span|strong|em)\b[^>]*>", re.IGNORECASE)
# Read, or of no interest to anybody but programs. Who is invited and who keeps the calendar is told elsewhere.
_KNOWN = frozenset((
    *_PATHS, "STATUS", "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "CLASS",
    "ORGANIZER", "ATTENDEE",
    "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "TRANSP", "PRIORITY", "REQUEST-STATUS", "COLOR", "IMAGE", "X-ALT-DESC",
))
# Of these the first is read.
_SINGLE = frozenset(_PATHS) - {"CATEGORIES"}
_OF_PROGRAMS = re.compile(r"X-(?:MICROSOFT|MS|APPLE|MOZ|LIC|EVOLUTION|WR)\b", re.IGNORECASE)
_Moment = dt.datetime | dt.date


def read_calendar(data: bytes, zone: ZoneInfo, own_host: str) -> Table:
    """Return the events of a calendar file as rows; those of this very programme are refused. Raises TableError."""
    if len(data) > MOST_BYTES:
        raise TableError(N_("Die Datei ist größer als {limit} MB.").format(limit=MOST_BYTES // 1_000_000))
    events = list(_events(decode(data)))
    if not events:
        raise TableError(N_("In dieser Kalenderdatei steht kein Termin (VEVENT)."))
    if len(events) > MOST_ROWS:
        raise TableError(N_("Der Kalender hat {n} Termine, möglich sind {most}.").format(n=len(events), most=MOST_ROWS))
    invited = sum(1 for event in events if event.get("ATTENDEE") is not None)
    changed = {_text(event, "UID") for event in events if event.get("RECURRENCE-ID") is not None}
    table = Table()
    for number, event in enumerate(events, 1):
        row = _row(event, number, zone, changed)
        wrong = _refusal(event, row, own_host)
        if wrong:
            table.refused.append((row, wrong))
        else:
            table.rows.append(row)
    if any(row.aside for row in table.rows):
        table.remarks.append(N_("Was nicht gelesen wird, ist bei jedem Termin genannt und kommt in keine Datei: Es können Personen sein."))
    if invited:
        table.remarks.append(N_("Wer eingeladen ist (ATTENDEE), wird nie übernommen: Das sind Personen."))
    return table


def _events(text: str) -> Iterator[Any]:
    import icalendar  # noqa: PLC0415 -- slow import

    try:
        calendars = icalendar.Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError) as error:
        raise TableError(N_("Das ist keine Kalenderdatei, die sich lesen lässt (.ics).")) from error
    for calendar in calendars:
        yield from calendar.walk("VEVENT")


def _refusal(event: Any, row: Row, own_host: str) -> Wrong | None:
    if own_host and row.key.endswith(f"@{own_host}"):
        return Wrong(N_("Der Termin kommt aus diesem Programm selbst."), N_("Es ist nichts zu tun."))
    if _text(event, "CLASS") in ("PRIVATE", "CONFIDENTIAL"):
        return Wrong(N_("Der Termin ist im Kalender als privat gekennzeichnet."), N_("Nehmen Sie ihn aus der Datei."))
    if event.get("RECURRENCE-ID") is not None:
        return Wrong(
            N_("Das ist die Änderung eines einzelnen Termins einer Serie."), N_("Tragen Sie sie bei der Veranstaltung von Hand ein."),
        )
    if not row.words.get("title"):
        return Wrong(N_("Der Titel fehlt (SUMMARY)."), N_("Schreiben Sie, wie die Veranstaltung heißt."))
    return None


def _row(event: Any, number: int, zone: ZoneInfo, changed: set[str]) -> Row:
    broken = {name: str(event.pop(name, "")) for name, _ in event.errors}
    words = {
        "title": _text(event, "SUMMARY"), "venue": ", ".join(_text(event, "LOCATION").splitlines()),
        "category": ", ".join(_categories(event)), "links": _text(event, "URL"), "text": _description(event),
        "status": _STATUS.get(_text(event, "STATUS"), ""),
    }
    wrong: dict[str, Wrong] = {}
    when, fault = _when(event, zone, is_changed=_text(event, "UID") in changed)
    words |= when
    if fault:
        wrong["when"] = fault
    for name, said in broken.items():
        path = _PATHS.get(name, "when")
        words[path] = words.get(path) or said
        wrong[path] = Wrong(
            N_("Die Angabe {name} ist in der Kalenderdatei nicht richtig geschrieben.").format(name=name),
            N_("Tragen Sie sie von Hand ein."),
        )
    given = {path: text for path, text in words.items() if text.strip()}
    return Row(number, "", given, wrong, _key(_text(event, "UID")), host=_host(event), aside=tuple(_aside(event)))


def _aside(event: Any) -> Iterator[tuple[str, str]]:
    """Yield what a calendar says beside all that is read: `COMMENT`, `X-COST`, the address of a conference."""
    for name in event:
        several = event[name] if isinstance(event[name], list) else [event[name]]
        is_single = name.upper() in _SINGLE
        if is_single or not (name.upper() in _KNOWN or _OF_PROGRAMS.match(name)):
            words = "; ".join(filter(None, (_plain(one) for one in several[is_single:])))
            if words:
                yield name.upper()[:40], words


def _plain(value: Any) -> str:
    text = value if isinstance(value, str) else value.to_ical() if hasattr(value, "to_ical") else str(value)
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(characters.clean(text).split())


def _host(event: Any) -> str:
    """Return the name of who keeps the calendar; an address alone is none."""
    value = event.get("ORGANIZER")
    value = value[0] if isinstance(value, list) else value
    name = characters.clean(str(getattr(value, "params", {}).get("CN", ""))).strip()
    return "" if "@" in name else name


def _key(uid: str) -> str:
    """Return a UID with letters that stand in a file without quotes."""
    return re.sub(r"[^\w.@+-]", "-", uid)[:200]


def _text(event: Any, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0]
    text = "" if value is None else str(value)
    return characters.clean(text.replace("\xa0", " ")).strip()


def _categories(event: Any) -> list[str]:
    found = event.get("CATEGORIES")
    several = found if isinstance(found, list) else [found] if found is not None else []
    return [str(one) for many in several for one in getattr(many, "cats", [many])]


def _description(event: Any) -> str:
    """Return the description as plain text; Google's is HTML."""
    text = _text(event, "DESCRIPTION")
    return as_plain(text, with_links=True) if _MARKUP.search(text) else text


def _when(event: Any, zone: ZoneInfo, *, is_changed: bool) -> tuple[dict[str, str], Wrong | None]:
    """Return start and end in words."""
    start = _moment(event, "DTSTART", zone)
    if start is None:
        return {}, None
    if nowhere := _unknown_zone(event):
        return {"when": f"{_spelled(start)} ({nowhere})"}, Wrong(
            N_("Die Zeitzone „{zone}“ ist nicht bekannt.").format(zone=nowhere[:60]),
            N_("Prüfen Sie die Uhrzeit, und schreiben Sie sie auf."),
        )
    last = _moment(event, "DTEND", zone)
    if last is not None and (type(last) is not type(start) or last < start):
        return {"when": f"{_spelled(start)} – {_spelled(last)}"}, Wrong(
            N_("Das Ende passt nicht zum Anfang."), N_("Prüfen Sie Tag und Uhrzeit, und schreiben Sie sie auf."),
        )
    end = _end(event, start, zone)
    if event.get("RRULE") is None and event.get("RDATE") is None:
        return _words(start, end), None
    starts = None if is_changed else _repeated(event, start, zone)
    if starts is None:
        rule = event["RRULE"].to_ical().decode() if event.get("RRULE") is not None else "RDATE"
        return {"when": f"{_spelled(start)} ({rule})"}, Wrong(
            N_("Der Termin wiederholt sich, und es steht nicht fest, an welchen Tagen."), N_("Schreiben Sie jeden Termin auf."),
        )
    length = None if end is None else end - start
    return {"when": "\n".join(_line(one, None if length is None else one + length) for one in starts)}, None


def _moment(event: Any, name: str, zone: ZoneInfo) -> _Moment | None:
    """Return a date, or a time in the zone; a time without a zone is told as it is."""
    value = event.get(name)
    moment = getattr(value, "dt", None)
    if isinstance(moment, dt.datetime):
        return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
    return moment if isinstance(moment, dt.date) else None


def _unknown_zone(event: Any) -> str:
    """Return the name of a zone that nobody knows and the file does not describe."""
    for name in ("DTSTART", "DTEND"):
        value = event.get(name)
        zone = str(value.params.get("TZID", "")) if isinstance(getattr(value, "dt", None), dt.datetime) else ""
        if zone and value.dt.tzinfo is None:
            return characters.clean(zone)
    return ""


def _end(event: Any, start: _Moment, zone: ZoneInfo) -> _Moment | None:
    """Return the end; that of whole days is the last of them, and no time at all is no end."""
    duration = getattr(event.get("DURATION"), "dt", None)
    end = start + duration if isinstance(duration, dt.timedelta) else _moment(event, "DTEND", zone)
    if end is None or type(end) is not type(start):
        return None
    if not isinstance(start, dt.datetime):
        end -= dt.timedelta(days=1)
    return end if end > start else None


def _words(start: _Moment, end: _Moment | None) -> dict[str, str]:
    if isinstance(start, dt.datetime):
        return {"when.from": _spelled(start)} | ({"when.to": _spelled(end)} if end else {})
    return {"when.on": _spelled(start)} | ({"when.last": _spelled(end)} if end else {})


def _spelled(moment: _Moment) -> str:
    return f"{moment:%d.%m.%Y %H:%M}" if isinstance(moment, dt.datetime) else f"{moment:%d.%m.%Y}"


def _line(start: _Moment, end: _Moment | None) -> str:
    if end is None:
        return _spelled(start)
    if isinstance(start, dt.datetime) and isinstance(end, dt.datetime) and start.date() == end.date():
        return f"{_spelled(start)}–{end:%H:%M}"
    return f"{_spelled(start)} – {_spelled(end)}"


def _repeated(event: Any, start: _Moment, zone: ZoneInfo) -> list[_Moment] | None:
    """Return the starts of an event that repeats; None where the rule has no end, or more of them than a programme has days.

    So it is where nobody can tell which of them are left out: `EXRULE`, a period, a day without the time of the others.
    """
    from dateutil.rrule import rrulestr  # noqa: PLC0415 -- slow import

    rule = event.get("RRULE")
    starts: list[_Moment] = [start]
    first = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    if rule is not None:
        if isinstance(rule, list) or not {"COUNT", "UNTIL"} & set(rule):
            return None
        until = rule.get("UNTIL", [None])[0]
        if until is not None:
            rule = rule.copy()
            rule["UNTIL"] = [_naive(until, zone)]
        try:
            found = rrulestr(rule.to_ical().decode(), dtstart=first)
            starts = [one if isinstance(start, dt.datetime) else one.date() for one in islice(found, MOST_REPEATED + 1)]
        except (ValueError, TypeError):
            return None
    more, fewer = _dates(event, "RDATE", zone), _dates(event, "EXDATE", zone)
    if more is None or fewer is None or event.get("EXRULE") is not None or any(type(one) is not type(start) for one in more):
        return None
    if {(one.year, one.month, one.day) for one in fewer.difference(starts, more)} & {(one.year, one.month, one.day) for one in starts}:
        return None
    every = sorted({*starts, *more} - fewer, key=lambda one: (one.timetuple(),))
    return every if 0 < len(every) <= MOST_REPEATED else None


def _naive(moment: _Moment, zone: ZoneInfo) -> dt.datetime:
    """Return the end of a rule as a time without zone; that of a day is its end."""
    if isinstance(moment, dt.datetime):
        return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
    return dt.datetime.combine(moment, dt.time(23, 59, 59))


def _dates(event: Any, name: str, zone: ZoneInfo) -> set[_Moment] | None:
    """Return days or times of a list; None where something else is among them."""
    found = event.get(name)
    several = found if isinstance(found, list) else [found] if found is not None else []
    moments = [one.dt for many in several for one in getattr(many, "dts", ())]
    if not all(isinstance(one, dt.date) for one in moments):
        return None
    return {
        one.astimezone(zone).replace(tzinfo=None) if isinstance(one, dt.datetime) and one.tzinfo else one
        for one in moments
    }
