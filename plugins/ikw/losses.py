"""Losses: what stands in a German text and not in its translation, or only there: links, numbers, placeholders, structure. Floor 1, pure.

A translator may have good reasons, so a loss is a warning: who takes translations in decides. Numbers are compared, not their
spelling: `8,50`, `8.50` and `٨٫٥٠` are the same, `14.09.` may become "14 September" and "drei" a 3.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from ikw.number_words import spelled_numbers
from ikw.problems import N_, WARNING, Fault
from ikw.prose import Prose, render

_HREF = re.compile(r'href="([^"]*)"')
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"„“”«»]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"\{[^{}\n]{0,40}\}|%\(\w{1,40}\)[a-z]|%[sd](?!\w)")
_DATE = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(\d{4}))?(?!\d)")
_NUMBER = re.compile(r"\d+")
# Thousands apart, as one language or another writes them.
_GROUPED = re.compile(r"\d+(?:[ .,'’\u00a0\u202f]\d{3}(?!\d))*")
_FOREIGN_DIGITS = re.compile(r"[^\D0-9]+")
# What is counted, and whether more of it is a difference as well.
_COUNTED: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    (N_("Überschriften"), ("<h",), True), (N_("Punkte in Listen"), ("<li>",), True),
    (N_("Zitate"), ("<blockquote>",), True), (N_("Hervorhebungen"), ("<strong>", "<em>", "<code>"), False),
)


def losses(german: str, own: str, *, is_markdown: bool = True, is_free: bool = False, elsewhere: str = "") -> Iterator[Fault]:
    """Yield what a translation has lost or made up.

    `is_free`: Easy Language has its own headings, lists and paragraphs, and may explain with numbers of its own.
    `elsewhere` is what the event says in German in other fields: no number in it is made up.
    """
    was, now = (render(text, 1)[0] if is_markdown else Prose(plain=text) for text in (german, own))
    yield from _links(_addresses(was), _addresses(now))
    yield from _placeholders(german, own)
    yield from _numbers(german, own)
    if not is_free:
        yield from _made_up_numbers(f"{german}\n{elsewhere}", own)
        yield from _structure(was, now)


def _links(was: list[str], now: list[str]) -> Iterator[Fault]:
    for address in was:
        if address not in now:
            message, mend = N_("Der Link „{seen}“ fehlt."), N_("Setzen Sie ihn wieder ein, so wie er im Deutschen steht.")
            yield _fault("translation-link", message, mend, address)
    for address in now:
        if address not in was:
            message, mend = N_("Der Link „{seen}“ steht im Deutschen nicht."), N_("Löschen Sie ihn.")
            yield _fault("translation-link", message, mend, address)


def _addresses(prose: Prose) -> list[str]:
    """Return the addresses that a text leads to or prints, each once."""
    found = [html.unescape(href) for href in _HREF.findall(prose.html)]
    found += (match[0].rstrip(".,;:!?…*_") for match in _ADDRESS.finditer(prose.plain))
    return list(dict.fromkeys(address.removeprefix("mailto:") for address in found))


def _placeholders(german: str, own: str) -> Iterator[Fault]:
    was, now = _PLACEHOLDER.findall(german), _PLACEHOLDER.findall(own)
    for one in dict.fromkeys([*was, *now]):
        if one not in now:
            mend = N_("Setzen Sie ihn unverändert wieder ein.")
            yield _fault("translation-placeholder", N_("Der Platzhalter „{seen}“ fehlt."), mend, one)
        elif one not in was:
            message = N_("Der Platzhalter „{seen}“ steht im Deutschen nicht.")
            yield _fault("translation-placeholder", message, N_("Löschen Sie ihn."), one)


def _numbers(german: str, own: str) -> Iterator[Fault]:
    """Every number of the German text stands in the translation, in digits; only a month may become a word."""
    german, own = _ADDRESS.sub(" ", german), _ADDRESS.sub(" ", own)
    known = _known(own)
    for number in dict.fromkeys(number for found in _found(_without_months(german)) if not _is_known(found, known) for number in found[-1]):
        mend = N_("Schreiben Sie Zahlen, Preise und Zeiten wie im Deutschen, in Ziffern und mit 24 Stunden.")
        yield _fault("translation-number", N_("Die Zahl {seen} fehlt."), mend, number)
    for digits in dict.fromkeys(_FOREIGN_DIGITS.findall(own)):
        mend = N_("Schreiben Sie {near}, wie es auf Plakaten und Fahrkarten steht.").format(near=_european(digits))
        yield _fault("translation-digits", N_("„{seen}“ sind keine europäischen Ziffern."), mend, digits)


def _made_up_numbers(german: str, own: str) -> Iterator[Fault]:
    """Every number of the translation stands in the German text, in digits or as a word; a month's name may become a number."""
    german, own = _ADDRESS.sub(" ", german), _ADDRESS.sub(" ", own)
    known = _known(german) | spelled_numbers(german)
    for number in dict.fromkeys(number for found in _found(own) if not _is_known(found, known) for number in found[-1]):
        mend = N_("Löschen Sie sie, oder schreiben Sie sie zuerst in den deutschen Text.")
        yield _fault("translation-number", N_("Die Zahl {seen} steht im Deutschen nicht."), mend, number)


def _found(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the numbers of a text in both readings: "1 400" as two numbers and as one."""
    for match in _GROUPED.finditer(text):
        parts = _NUMBER.findall(match[0])
        yield _read(match[0]), _read("".join(parts))


def _known(text: str) -> frozenset[int]:
    return frozenset(int(number) for readings in _found(text) for numbers in readings for number in numbers)


def _is_known(readings: tuple[list[str], list[str]], known: frozenset[int]) -> bool:
    return any({int(number) for number in numbers} <= known for numbers in readings)


def _read(text: str) -> list[str]:
    """Return the numbers of a text but for zero (`8,00 €` is `8 €`), and for those that are no longer numbers but noise."""
    return [number for number in _NUMBER.findall(text) if len(number) <= 20 and int(number)]


def _without_months(text: str) -> str:
    def kept(match: re.Match[str]) -> str:
        return f" {match[1]} {match[3] or ''} " if 1 <= int(match[2]) <= 12 else match[0]

    return _DATE.sub(kept, text)


def _european(digits: str) -> str:
    return "".join(str(int(digit)) for digit in digits)


def _structure(was: Prose, now: Prose) -> Iterator[Fault]:
    is_same = True
    for what, tags, is_more_wrong in _COUNTED:
        wanted, found = (sum(prose.html.count(tag) for tag in tags) for prose in (was, now))
        if found < wanted or (is_more_wrong and found > wanted):
            is_same = False
            yield _count(what, wanted, found)
    wanted, found = (prose.plain.count("\n") for prose in (was, now))
    if is_same and found < wanted:
        yield _count(N_("Absätze"), wanted + 1, found + 1)


def _count(what: str, wanted: int, found: int) -> Fault:
    message = N_("{what}: im Deutschen {wanted}, in der Übersetzung {found}.").format(what=what, wanted=wanted, found=found)
    mend = N_("Gliedern Sie die Übersetzung wie den deutschen Text, mit denselben Zeichen (**, -, ##, >, Leerzeilen).")
    return Fault(code="translation-markup", message=message, mend=mend, severity=WARNING)


def _fault(code: str, message: str, mend: str, seen: str) -> Fault:
    seen = seen if len(seen) <= 60 else f"{seen[:59]}…"
    return Fault(code=code, message=message.format(seen=seen), mend=mend, severity=WARNING)
