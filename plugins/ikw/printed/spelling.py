"""Spelling: facts as an event file says them. Floor 1, pure: the readers in `values` and `when` read back what is written here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from ikw.model import WEEKDAYS, Age, Cost, Hours, Occurrence, Registration
from ikw.source.slips import quoted

# Signs that mean nothing to YAML, wherever they stand; "nein", "1.5" and the like are text to our reader anyway.
_SAFE = re.compile(r"[^\W_](?:[\w .()/–+-]*[\w.()/–+])?")
# Outside brackets a comma is one of them, and a colon within a word or a time.
_SAFE_ALONE = re.compile(r"[^\W_](?:(?:[\w .,()/–+-]|:(?=[\w/]))*[\w.()/–+])?")
_NIGHT_ENDS, _NOON = time(6), time(12)


def value(text: str) -> str:
    """Return a text as a value within brackets: in quotes where they could be needed."""
    return text if _SAFE.fullmatch(text) and text != "null" else quoted(text)


def line(text: str) -> str:
    """Return a text as a value on a line of its own: in quotes where they could be needed."""
    return text if _SAFE_ALONE.fullmatch(text) and text != "null" else quoted(text)


def in_list(texts: Iterable[str]) -> str:
    """Return texts as a list on one line."""
    return f"[{', '.join(map(value, texts))}]"


def in_braces(fields: Mapping[str, str]) -> str:
    """Return fields whose values are already spelled as a group on one line."""
    return f"{{{', '.join(f'{name}: {spelled}' for name, spelled in fields.items())}}}"


# -- times -------------------------------------------------------------------------------------------------------------------


def day(at: date) -> str:
    """Return a day as `So 14.09.2025`."""
    return f"{WEEKDAYS[at.weekday()].capitalize()} {at:%d.%m.%Y}"


def dates(one: Occurrence) -> tuple[str, str]:
    """Return the date and the time of an occurrence: `So 14.09.2025` and `09:30–11:30 Uhr`, "" where there is no time."""
    if one.last_day is None:
        return f"ab {day(one.day)}", ""
    if one.last_day != one.day:
        return f"{day(one.day)} – {day(one.last_day)}", ""
    if one.start is None:
        return day(one.day), one.words or ""
    return day(one.day), _window(one.day, one.start, one.end)


def _window(at: date, start: datetime, end: datetime | None) -> str:
    """Return a window. The date written may be the day before: `24:00 Uhr` and what lasts into the night belong to it."""
    begins = _clock(start.time(), is_24=start.date() > at)
    if end is None:
        return f"{begins} Uhr"
    next_day = at + timedelta(days=1)
    if end.date() == at or (end.date() == next_day and end.time() == time()):
        return f"{begins}–{_clock(end.time(), is_24=end.date() > at)} Uhr"
    if end.date() == next_day and end.time() <= _NIGHT_ENDS and (start.time() >= _NOON or start.date() > at):
        return f"{begins}–{_clock(end.time())} Uhr"
    return f"{begins} Uhr – {day(end.date())}, {_clock(end.time())} Uhr"


def hours(every: Iterable[Hours]) -> str:
    """Return opening hours as `{mo-fr: 09:00–17:00 Uhr, sa: ab 10:00 Uhr}`."""
    return in_braces({value(_weekdays(one.weekdays)): value(_opening(one.windows)) for one in every})


def _weekdays(weekdays: tuple[int, ...]) -> str:
    if len(weekdays) == 7:
        return "täglich"
    if len(weekdays) > 2 and weekdays == tuple(range(weekdays[0], weekdays[-1] + 1)):
        return f"{WEEKDAYS[weekdays[0]]}-{WEEKDAYS[weekdays[-1]]}"
    return ", ".join(WEEKDAYS[n] for n in weekdays)


def _opening(windows: tuple[tuple[time, time | None], ...]) -> str:
    words = (
        f"{_clock(start)}–{_clock(end, is_24=end == time())} Uhr" if end is not None else f"ab {_clock(start)} Uhr"
        for start, end in windows
    )
    return " und ".join(words) or "geschlossen"


def _clock(at: time, *, is_24: bool = False) -> str:
    return "24:00" if is_24 and at == time() else f"{at:%H:%M}"


def moment(at: date) -> str:
    """Return a date, with its time where it has one: `Fr 12.09.2025, 18:00 Uhr`."""
    return f"{day(at.date())}, {_clock(at.time())} Uhr" if isinstance(at, datetime) else day(at)


# -- money, ways, years ------------------------------------------------------------------------------------------------------


def cost(one: Cost) -> str:
    """Return what it costs: `free`, `8 €`, `{regular: 8 €, reduced: 5 €, note: je Teller}`."""
    if one.kind != "price" and one.note is None:
        return one.kind
    amounts = {"regular": Decimal(0) if one.kind == "free" else one.regular, "reduced": one.reduced}
    spelled = {name: _amount(amount) for name, amount in amounts.items() if amount is not None}
    if one.note is not None:
        spelled["note"] = value(one.note)
    return spelled["regular"] if spelled.keys() == {"regular"} else in_braces(spelled)


def _amount(amount: Decimal) -> str:
    if not amount:
        return "free"
    return f"{amount:.0f} €" if amount == amount.to_integral_value() else f"{amount:.2f} €"


def registration(one: Registration) -> str:
    """Return how to register: `nein`, `required`, `{until: Fr 12.09.2025, phone: 06621 00 00 00}`."""
    if not one.needed:
        return "nein"
    spelled = {"until": value(moment(one.until))} if one.until else {}
    spelled |= {
        name: value(str(found)) for name in ("phone", "email", "url", "places", "note") if (found := getattr(one, name)) is not None
    }
    return in_braces(spelled) if spelled else "required"


def age(one: Age) -> str:
    """Return years as `6–12`, `14+`, `bis 12`."""
    if one.oldest is None:
        return f"{one.youngest}+"
    return f"bis {one.oldest}" if one.youngest is None else f"{one.youngest}–{one.oldest}"
