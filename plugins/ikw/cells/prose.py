"""Prose: plain text from a cell as Markdown that says just the same. Floor 1.

In a cell a line is a paragraph, and a sign is only a sign: `Helfer*innen` is no emphasis. What Markdown would read otherwise is
escaped, and the result is rendered to see that no word is lost.
"""

from __future__ import annotations

import re
import textwrap
from typing import NamedTuple

from ikw.prose import render

WIDTH = 100

_BULLET = re.compile(r"[-*+•●▪‣◦·]\s+(?=\S)|[•●▪‣◦·](?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")
_SIGNS = re.compile(r"[\\`*_\[\]<>#]")
_LINE_START = re.compile(r"[-+>#=]|\d+[.)]")


class _Line(NamedTuple):
    """A line of a cell: the mark it has in a list, and its words; no words are the end of a list."""

    mark: str
    words: str


def as_markdown(text: str) -> str:
    """Return a plain text as Markdown; without escapes where nobody can make Markdown say the same (`says_the_same`)."""
    lines = _lines(text)
    ways = [_markdown(lines, escape=escape, width=width) for escape in (False, True) for width in (WIDTH, 0)]
    return next((made for made in ways if says_the_same(text, made)), ways[1])


def says_the_same(text: str, made: str) -> bool:
    """Whether a Markdown text says, block by block, what a plain one says."""
    prose, faults = render(made, 1)
    return not faults and prose.plain == "\n".join(line.words for line in _lines(text) if line.words)


def _lines(text: str) -> list[_Line]:
    """Return the lines of a text; a line of strokes is none, and numbers count from 1 or are words."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    found: list[_Line] = []
    for place, line in enumerate(lines):
        bullet, number = _BULLET.match(line), _NUMBER.match(line)
        if not any(sign.isalnum() for sign in line):
            found.append(_Line("", ""))
        elif bullet:
            found.append(_Line("- ", line[bullet.end():]))
        elif number and _counts(lines, place, int(number["number"])):
            found.append(_Line(f"{number['number']}. ", line[number.end():]))
        else:
            found.append(_Line("", line))
    return found


def _counts(lines: list[str], place: int, number: int) -> bool:
    """Whether a line is one of several, right below each other, that count from 1."""
    first = place - number + 1
    run = [_NUMBER.match(line) for line in lines[max(first, 0):max(place + 1, first + 2)]]
    return first >= 0 and len(run) >= 2 and [match and int(match["number"]) for match in run] == list(range(1, len(run) + 1))


def _markdown(lines: list[_Line], *, escape: bool, width: int) -> str:
    """Return paragraphs with blank lines between them, and lists each as one block."""
    blocks: list[str] = []
    before = _Line("", "")
    for line in lines:
        if line.words:
            block = line.mark + _wrapped(_SIGNS.sub(r"\\\g<0>", line.words) if escape else line.words, width, line.mark)
            if line.mark and before.mark:
                blocks[-1] += f"\n{block}"
            else:
                blocks.append(block)
        before = line
    return "\n\n".join(blocks)


def _wrapped(words: str, width: int, mark: str) -> str:
    """Return words cut at `width`; no part begins with a sign that would mean something there."""
    if not width:
        return words
    parts = textwrap.wrap(words, width - len(mark), break_long_words=False, break_on_hyphens=False)
    if any(_LINE_START.match(part) for part in parts[1:]):
        return words
    return f"\n{' ' * len(mark)}".join(parts)
