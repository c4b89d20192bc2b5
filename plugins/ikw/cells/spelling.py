"""Spelling: days and times as offices and databases write them, in the order in which the grammar of `when` has them. Floor 1, pure.

What the grammar reads stays as it was typed; what it does not is put in order, and kept only where it is then read.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from ikw import when
from ikw.cells.words import on_one_line, said
from ikw.model import Occurrence
from ikw.problems import Fault
from ikw.when import Span
from ikw.when.tokens import WEEKDAY_NUMBERS

WEEKDAYS = r"Mo|Di|Mi|Do|Fr|Sa|So|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
WHOLE_DAY = re.compile(r"ganzt[äa]gig|ganztags|ganzer tag|den ganzen tag|all day", re.IGNORECASE)

_TIME = r"\d{1,2}(?:[.:]\d\d)?(?: ?Uhr)?(?: ?(?:[-–—]|bis) ?\d{1,2}(?:[.:]\d\d)?)? ?Uhr"
# Always: abbreviations, and what databases add to a time: `2025-09-18T17:00:00`, `18.09.2025 00:00:00`, `17:00:00`.
_SPELLINGS = (
    (re.compile(r"\b(?:tägl|tgl)(?:\.|\b)", re.IGNORECASE), "täglich"), (re.compile(r"\bje(?:w\.)?(?= \d)", re.IGNORECASE), "jeweils"),
    (re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.0+)?)?(?![\d:.Z+-])"), r"\1 \2"),
    (re.compile(r"(?<=\d) 00:00:00(?:\.0+)?(?!\S)"), ""), (re.compile(r"(?<![\d:])(\d{1,2}:\d\d):00(?:\.0+)?(?![\d:])"), r"\1"),
    # hours and minutes with a comma between them; `18,20` may also be two hours, and is for the grammar to refuse
    (re.compile(r"(?<![\d.,:])(1?\d|2[0-4]),(0\d|2[5-9]|[3-5]\d)(?![\d.,])"), r"\1.\2"),
    # an end that is open is none; a time is `s. t.` unless it says otherwise
    (re.compile(r"(:\d\d|\d ?(?:Uhr|h))[, ]*[-–—]? ?\(?(?:open end|ende offen|offenes ende)\)?(?=$|\n)", re.IGNORECASE), r"\1"),
    (re.compile(r"(?<=Uhr) ?\(?s\. ?t\.\)?(?=$|\n)"), ""),
)
# Where the grammar does not read it as it is, one after the other.
_ORDERS = (
    (re.compile(r" ?\| ?"), ", "), (re.compile(r"\((außer [^()\d]{2,40})\)", re.IGNORECASE), r"\1"),
    # `14-09-2025`; with strokes, days and months are told apart by their number alone
    (re.compile(r"\b(\d\d)-(\d\d)-(20\d\d)\b"), r"\1.\2.\3"), (re.compile(r"\b(1[3-9]|2\d|3[01])/(\d\d?)/(20\d\d)\b"), r"\1.\2.\3"),
    # `14.09. (So), 11 Uhr`, `(So) 14.09.`
    (re.compile(rf"^([^,(]*[\d.])[, ]*\(?({WEEKDAYS})\.?\)?(?=$|,)", re.IGNORECASE), r"\2 \1"),
    (re.compile(rf"^({_TIME}),? (?:am )?(.*\d.*)$", re.IGNORECASE), r"\2, \1"),
    # behind a date, never between two times
    (re.compile(rf"(?:(?<=\d{{4}})|(?<=\d\.)|(?<=\.\d\.\d\d)|(?<=\.\d\d\.\d\d)) ?[-–—] ?(?={_TIME}$)", re.IGNORECASE), ", "),
    (re.compile(r",? ?\b(?:Beginn|Anfang|Start):? (?=(?:um )?\d{1,2}(?:[.:]\d\d)? ?Uhr$)", re.IGNORECASE), ", "),
    (re.compile(rf"[, ]*\(?(?:{WHOLE_DAY.pattern})\)?$", re.IGNORECASE), ""),
)


# `Mo–Fr 15.–19.9.`
_WEEK = re.compile(rf"(?P<first>{WEEKDAYS})\.? ?(?:[-–—]|bis) ?(?P<last>{WEEKDAYS})\.?,? (?P<days>.*\d.*)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_when(text: str, span: Span) -> tuple[tuple[Occurrence, ...], tuple[Fault, ...]]:
    """Read words as the grammar of `when` does: of one row they are asked for several times."""
    return when.read_when(text, span)


def spelled(text: str | None) -> str:
    """Return what a cell says of days or times, without abbreviations that stand for one word."""
    found = said(text)
    for pattern, words in _SPELLINGS:
        found = pattern.sub(words, found)
    return found


def in_order(line: str, span: Span) -> str:
    """Return a line as the grammar reads it; as it was, where it reads it in no order."""
    if read_when(line, span)[0]:
        return line
    if days := _of_week(line, span):
        return days
    found = line
    for pattern, words in _ORDERS:
        found = on_one_line(pattern.sub(words, found)).rstrip(",")
        if found != line and read_when(found, span)[0]:
            return found
    return line


def _of_week(line: str, span: Span) -> str:
    """Return the days behind a first and a last weekday, if they are just those days of one week: `Mo–Fr 15.–26.9.` says something else."""
    match = _WEEK.fullmatch(line)
    found, _ = read_when(match["days"], span) if match else ((), ())
    if not match or not found:
        return ""
    days = {one.day + timedelta(number) for one in found for number in range(((one.last_day or one.day) - one.day).days + 1)}
    first, last = min(days), max(days)
    is_whole = len(days) == (last - first).days + 1 <= 7
    numbers = [WEEKDAY_NUMBERS[match[name].lower()] for name in ("first", "last")]
    return match["days"] if is_whole and numbers == [first.weekday(), last.weekday()] else ""
