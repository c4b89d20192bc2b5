"""Stacks: more marks on one letter than any script puts there, and marks on no letter. Floor 1, standard library only.

Marks that are piled up cover the lines above and below, on pages and on paper, and a screen reader spells out every one of them. A
letter of Arabic with all its vowels has three marks, one of Vietnamese or Greek taken apart up to four, one of Hebrew with points
and accents, of Burmese or Tibetan up to six. A mark at the begin of a text lands on whatever stands before it on a page.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ikw.problems import Fault
from ikw.source.texts import TEMPLATES

MOST, MOST_TALL = 4, 6

# Hebrew, Tibetan, Burmese, Khmer, Tai Tham
_TALL = re.compile("[\u0591-\u05c7\u0f00-\u109f\u1780-\u17ff\u1a20-\u1aaf]")
_JOINERS = "\u200c\u200d"
# what may be a mark: no letter, no digit, nothing common
_CANDIDATES = re.compile("[^\\w\\s\\x00-\u02ff\u2000-\u200b\u200e-\u20cf]+")
_ENTITY = re.compile(r"&(?:#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<number>[0-9]{1,7}));?|(?P<name>DownBreve|tdot|TripleDot|DotDot);)")
_NAMED = {"DownBreve": 0x311, "tdot": 0x20DB, "TripleDot": 0x20DB, "DotDot": 0x20DC}
# these may stand on a sign: what makes emoji and keys of signs, and the stroke of \u2260 taken apart
_OF_SIGNS = re.compile("[\ufe00-\ufe0f\u20e3\u0338]")
_BEFORE_A_TEXT = frozenset(("", "\n", *string.punctuation))
_SHOWN = 60


class _Run(NamedTuple):
    """Marks in a row: from where to where, and how many."""

    start: int
    end: int
    marks: int


def faults(text: str, first_line: int = 1) -> tuple[Fault, ...]:
    """Return at most one fault of each kind for each line."""
    text = _ENTITY.sub(_meant, text) if "&" in text else text
    if text.isascii():
        return ()
    found: dict[tuple[str, int], Fault] = {}
    line, seen = first_line, 0
    for run in _runs(text):
        if name := _wrong(text, run):
            line, seen = line + text.count("\n", seen, run.start), run.start
            if (name, line) not in found:
                found[name, line] = replace(_fault(name, text, run), line=line)
    return tuple(found.values())


def _meant(match: re.Match[str]) -> str:
    """Return the mark that is spelled out; any other spelling stays."""
    number = int(match["hex"], 16) if match["hex"] else int(match["number"]) if match["number"] else _NAMED[match["name"]]
    return chr(number) if number < 0x110000 and _is_mark(chr(number)) else match[0]


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter) in ("Mn", "Me")


def _runs(text: str) -> Iterator[_Run]:
    """Yield marks in a row; what joins letters ends no row."""
    for match in _CANDIDATES.finditer(text):
        place = match.start()
        while place < match.end():
            end, count = place, 0
            while end < match.end() and (text[end] in _JOINERS or _is_mark(text[end])):
                count += text[end] not in _JOINERS
                end += 1
            if count:
                yield _Run(place, end, count)
            place = max(end, place + 1)


def _wrong(text: str, run: _Run) -> str:
    marks = text[run.start:run.end]
    if run.marks > (MOST_TALL if _TALL.search(marks) else MOST):
        return "stacked"
    before = text[run.start - 1:run.start]
    if before == " ":
        before = text[max(run.start - 2, 0):run.start - 1]
    return "" if _OF_SIGNS.match(marks) or before not in _BEFORE_A_TEXT else "loose"


def _fault(name: str, text: str, run: _Run) -> Fault:
    """Return what is wrong, with the word as it is without these marks."""
    before = text[text.rfind("\n", 0, run.start) + 1:run.start]
    after = text[run.end:].partition("\n")[0] if run.end < len(text) else ""
    head = before.split()[-1] if before and not before[-1].isspace() else ""
    tail = after.split(None, 1)[0] if after and not after[0].isspace() else ""
    marks = text[run.start:run.end]
    near = _without(head) + _without(tail)
    first = f"U+{ord(next(mark for mark in marks if mark not in _JOINERS)):04X}"
    return TEMPLATES[name].fault(near=_shown(near), count=run.marks, letter=head[-1:], mark=first)


def _without(text: str) -> str:
    """Return a text without marks in rows that are too long."""
    for run in reversed([one for one in _runs(text) if one.marks > MOST]):
        text = text[:run.start] + text[run.end:]
    return text


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN - 1] + "…"
