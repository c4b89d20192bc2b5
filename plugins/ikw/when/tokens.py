"""When tokens: the table of patterns that a date or a time is made of, and cutting a text by it. Floor 1, pure.

The regular expressions mean the same in Python and in JavaScript (flag `i`): `[0-9]` and never `\\d`, no named group, no
look-behind, no letter whose upper case is not written out. The reader is in `when`.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import NamedTuple

DAY_LENGTH = 24 * 60  # minutes
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember",
)
WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name.lower()[:2]: number for number, name in enumerate(WEEKDAYS)},
    "sonnabend": 5,
}
WEEKLY_NUMBERS = {f"{name}s": number for name, number in WEEKDAY_NUMBERS.items() if len(name) > 2}
MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, start=1)},
    **{name.lower()[:3]: number for number, name in enumerate(MONTHS, start=1)},
    "jänner": 1, "maerz": 3, "mrz": 3, "sept": 9,
}


class Pattern(NamedTuple):
    """One kind of token: its name, how it is written, and an example."""

    name: str
    regex: str
    example: str


class Token(NamedTuple):
    """A piece of a text: the name of its pattern, the piece as written, where it stands, and the pattern's groups."""

    name: str
    text: str
    start: int
    stop: int
    values: tuple[str | None, ...]


def _any_of(words: dict[str, int]) -> str:
    return "(" + "|".join(words).replace("ä", "[äÄ]") + ")" + _END


_LETTER = r"[^ \n0-9,;:.+&/–—-]"
_END = f"(?!{_LETTER})"
_YEAR = r"((?:19|20)[0-9]{2})(?![0-9])"
_IS_HOUR = f" ?(?:uhr|h){_END}"
# `am` says nothing before a day, `am 14.9.`, or a part of it, `am Abend`
_HALF = r"p\. ?m|pm|a\. ?m|am(?! ?(?:[0-9]|abend|nachmittag|vormittag|mittag|morgen))"
_UHR = rf"(?: ?(uhr|h|{_HALF}){_END}\.?)?"

# Read from top to bottom: the first pattern that fits wins.
PATTERNS = (
    # dates; groups: year, month, day in `iso`, else day, month, year
    Pattern("iso", r"((?:19|2[0-9])[0-9]{2})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])", "2025-09-14"),
    Pattern("full", rf"([0-9]{{1,2}})\. ?([0-9]{{1,2}})\. ?{_YEAR}(?!{_IS_HOUR})", "14.09.2025"),
    Pattern("short_year", rf"([0-9]{{1,2}})\.([0-9]{{1,2}})\.([0-9]{{2}})(?![:.]?[0-9])(?!{_IS_HOUR})", "14.9.25"),
    Pattern("day_month", r"([0-9]{1,2})\.(?! [0-9]{1,2}\.[0-9]) ?([0-9]{1,2})\.", "14.9."),
    Pattern("named", rf"([0-9]{{1,2}})\.? ?{_any_of(MONTH_NUMBERS)}\.?(?: {_YEAR}(?!{_IS_HOUR}))?", "14. September 2025"),
    # refused: dates without a day, or with slashes
    Pattern("year_month", r"(?:19|20)[0-9]{2}-[0-9]{1,2}(?![0-9])", "2025-09"),
    Pattern("month", rf"{_any_of(MONTH_NUMBERS)}\.?(?: {_YEAR})?", "September 2025"),
    Pattern("slashed", rf"[0-9]{{1,2}}/[0-9]{{1,2}}(?:/[0-9]{{2,4}})?(?![0-9./])(?:{_IS_HOUR})?", "9/14/2025"),
    # refused: a time with its zone, which `+` would make two times
    Pattern("zoned", r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?[+]0[0-9]:[0-9]{2}(?![0-9])", "18:00+02:00"),
    # times; groups: hour, minute (not in `hour`), unit
    Pattern("clock", rf"([0-9]{{1,2}})[:hH]([0-9]{{2}})(?::00)?(?![:.]?[0-9]){_UHR}", "9:30"),
    Pattern("dotted", rf"([0-9]{{1,2}})\.([0-9]{{2}})(?![:.]?[0-9]){_UHR}", "9.30 Uhr"),
    Pattern("stub", rf"[0-9]+(?:[.:][0-9]+)+(?:{_IS_HOUR})?", "10.9"),  # refused
    Pattern("day", r"([0-9]{1,2})\.(?![0-9])", "14."),  # takes its month from the date after it
    Pattern("number", rf"[0-9]{{3,}}(?:{_IS_HOUR})?", "1830"),  # refused
    Pattern("hour", rf"([0-9]{{1,2}}){_UHR}", "18 Uhr"),
    # words
    Pattern("weekly", _any_of(WEEKLY_NUMBERS), "montags"),
    Pattern("weekday", rf"{_any_of(WEEKDAY_NUMBERS)}\.?", "So"),
    Pattern(
        "words",
        rf"(?:(?:abend|nachmittag|vormittag|morgen|mittag)s|(?:am )?(?:abend|nachmittag|vormittag|mittag)|am morgen){_END}",
        "am Abend",
    ),
    Pattern("each", rf"jeweils{_END}", "jeweils"),
    Pattern("daily", rf"t(?:[äÄ]|ae)glich{_END}", "täglich"),
    Pattern("except", rf"au(?:ß|ss)er{_END}", "außer"),
    Pattern("from", rf"ab(?: dem)?{_END}", "ab"),
    Pattern("until", rf"bis(?: zum)?{_END}", "bis"),
    Pattern("closed", rf"geschlossen{_END}", "geschlossen"),
    Pattern("tba", rf"tba{_END}", "tba"),
    Pattern("filler", rf"(?:um|von|vom|am|den|gegen|startet(?: um)?){_END}|[tT](?=[0-9]{{2}}:[0-9]{{2}})", "um"),  # says nothing of its own
    # signs
    Pattern("dash", "[-–—]", "–"),
    Pattern("and", rf"(?:und|u){_END}\.?|[+&]", "und"),
    Pattern("comma", ",", ","),
    Pattern("slash", "/", "/"),
    Pattern("break", r"[;\n]", ";"),
    Pattern("word", rf"{_LETTER}+\.?|[^ ]", "Einlass"),  # refused: everything else
)
SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LINE_ENDS = "\r\u2028\u2029"
HYPHENS = "\u2010\u2011\u2012\u2212"
DROPPED = "\xad"

_SCANNER = re.compile(f" *(?:{'|'.join(f'(?P<{name}>{regex})' for name, regex, _ in PATTERNS)})", re.IGNORECASE | re.ASCII)
_OUTER = sorted(_SCANNER.groupindex.values())
_GROUPS = {
    first: (first, first, *range(first + 1, following)) for first, following in pairwise([*_OUTER, _SCANNER.groups + 1])
}  # of each pattern, by its own number
_SIGNS = str.maketrans(
    dict.fromkeys(SPACES, " ") | dict.fromkeys(LINE_ENDS, "\n") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(DROPPED, "")
)


def clean(text: str) -> str:
    """Return a text with composed letters, plain hyphens, single spaces and line feeds, and without soft hyphens."""
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text).translate(_SIGNS)
    text = text.strip(" \n")
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def unprintable(text: str) -> str:
    """Return the characters of a cleaned text that nobody can see: control, direction, unassigned."""
    if text.isprintable():
        return ""
    return "".join(dict.fromkeys(sign for sign in text if sign != "\n" and not sign.isprintable()))


def cut(text: str) -> list[Token]:
    """Return the tokens of a cleaned text in order, without the words that say nothing."""
    tokens = []
    for match in _SCANNER.finditer(text):
        name, number = match.lastgroup, match.lastindex
        if name and number and name != "filler":
            _, piece, *values = match.group(*_GROUPS[number])  # the first twice: of one group alone, `group` makes no tuple
            start, stop = match.span(number)
            tokens.append(Token(name, piece, start, stop, tuple(values)))
    return tokens


def table() -> dict[str, object]:
    """Return the patterns and names as JSON-ready data; the regular expressions are JavaScript's with the flag `i`."""
    return {
        "flags": "i",
        "patterns": [pattern._asdict() for pattern in PATTERNS],
        "months": dict(MONTH_NUMBERS),
        "weekdays": dict(WEEKDAY_NUMBERS),
        "weekly": dict(WEEKLY_NUMBERS),
        "weekday_names": list(WEEKDAYS),
        "clean": {"spaces": SPACES, "line_ends": LINE_ENDS, "hyphens": HYPHENS, "dropped": DROPPED},
    }
