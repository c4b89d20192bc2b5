"""Rulebook: everything a browser needs to judge an event as a check does, as JSON-ready data. Floor 1, pure.

It only prints what the rules themselves go by: the table of fields, the patterns, the limits, the texts of the faults. The code that
applies them in a browser is in `theme/static/js/form`; one list of cases tries both sides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from ikw import fields, unprinted, when
from ikw.fields import EVENT, Field
from ikw.parse import EXPECTED
from ikw.problems import Template
from ikw.prose import links, listing, unwanted
from ikw.prose.texts import TEMPLATES as PROSE
from ikw.source import characters, front, lookalikes, tree
from ikw.source.texts import AMONG, TIMES
from ikw.source.texts import TEMPLATES as SOURCE
from ikw.values import lines, occurrences, reader, scalars
from ikw.values.texts import TEMPLATES as VALUES
from ikw.when.texts import LONGEST_QUOTE
from ikw.when.texts import TEMPLATES as WHEN

# What `str.split` and `\s` take for a space, and what `\w` takes for a letter.
SPACE = r"\t-\r\u001c-\u001f \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
WORD = r"\p{L}\p{N}_"
# In Python's words → in JavaScript's with the flag `u`, within a class and outside of one.
_CLASSES = {"w": WORD, "d": r"\p{Nd}", "s": SPACE}
_WHOLE = {"w": f"[{WORD}]", "d": r"\p{Nd}", "s": f"[{SPACE}]", "S": f"[^{SPACE}]", "W": f"[^{WORD}]"}
_SYNTAX = frozenset("^$\\.*+?()[]{}|/-")
# a letter, and nothing that counts in tens
_LETTER = (r"[^\W\d_]", r"[\p{L}\p{Nl}\p{No}]")
_KEPT = frozenset("xntpu")
_LOOK_BEHIND = re.compile(r"\(\?<[=!]")


def templates() -> Mapping[str, Template]:
    """Return the faults that a browser can find, by name."""
    return {**{f"when-{name}": found for name, found in WHEN.items()}, **VALUES, **PROSE, **SOURCE, **unprinted.TEMPLATES}


def phrases() -> Mapping[str, str]:
    """Return the parts of sentences that faults are put together from, by name."""
    return {**{f"among-{script}": words for script, words in AMONG.items()}, "times": TIMES}


def rules(printed: Iterable[tuple[int, int]] = ()) -> dict[str, object]:
    """Return fields, patterns, letters and limits; `printed` are the ranges of letters that paper has, none where there is no paper."""
    return {
        "fields": {field.name: _field(field) for field in EVENT if not field.is_coordinators},
        "expected": {name: list(others) for name, others in EXPECTED.items()},
        "when": when.patterns(),
        "patterns": {name: list(pattern) for name, pattern in (*_patterns(), *_unprinted(printed))},
        "space": SPACE, "word": WORD, "breaks": characters.BREAKS, "brackets": unwanted.BRACKETS,
        "scripts": {name: javascript_class(found) for name, found in lookalikes.CLASSES.items()},
        "to_latin": _letters(lookalikes.TO_LATIN),
        "from_latin": {script: _letters(table) for script, table in lookalikes.FROM_LATIN.items()},
        "named": {letter: unicodedata.name(letter) for pair in _letters(lookalikes.TO_LATIN).items() for letter in pair},
        "free": sorted(scalars.FREE),
        "ids": {"letters": _letters(tree.LETTERS), "reserved": list(tree.RESERVED), "length": tree.ID_LENGTH},
        "limits": {
            "much_too_long": fields.MUCH_TOO_LONG, "url": fields.URL_LIMIT, "front": front.FRONT_LIMIT, "digits": scalars.LEAST_DIGITS,
            "occurrences": occurrences.MOST_OCCURRENCES, "many": reader.MOST, "prose": unwanted.LENGTH_LIMIT,
            "brackets": unwanted.BRACKET_LIMIT, "depth": unwanted.DEPTH_LIMIT, "indent": listing.INDENT, "quote": LONGEST_QUOTE,
        },
    }


def _field(field: Field) -> dict[str, object]:
    found: dict[str, object] = {"kind": field.kind, "limit": field.limit}
    if field.is_required:
        found["required"] = True
    if field.example:
        found["example"] = field.example
    if field.fields:
        found["fields"] = {one.name: _field(one) for one in field.fields}
    return found


def _letters(table: Mapping[int, str | int | None]) -> dict[str, str]:
    """Return a table of `str.maketrans` by its letters."""
    return {chr(key): chr(value) if isinstance(value, int) else value or "" for key, value in table.items()}


def _patterns() -> Iterator[tuple[str, tuple[str, str]]]:
    for table in (lines.PATTERNS, scalars.PATTERNS, unwanted.PATTERNS, listing.PATTERNS, links.PATTERNS, characters.PATTERNS):
        for name, pattern in table.items():
            prefix = "prose-" if table is unwanted.PATTERNS else ""
            yield prefix + name, javascript(pattern)
    yield "id", javascript(tree.ID)
    yield "date", javascript(tree.DATE)


def _unprinted(printed: Iterable[tuple[int, int]]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the patterns of a letter that paper does not have, and of a sign among them."""
    has = "".join(rf"\u{{{first:x}}}" if first == last else rf"\u{{{first:x}}}-\u{{{last:x}}}" for first, last in printed)
    if has:
        yield "unprinted", (f"[^{has}]", "gu")
        yield "sign", (f"[{unprinted.SIGNS}]", "gu")


def javascript(pattern: re.Pattern[str]) -> tuple[str, str]:
    r"""Return the source and flags of a pattern as JavaScript writes it: `\w` and `\s` with all letters and spaces.

    Older browsers know no look-behind, and their `\b` no umlauts: who uses a pattern that began with `(?<![…])` or has a `\b` looks at
    the letter before by itself.
    """
    source = pattern.pattern.replace("(?P<", "(?<").replace(*_LETTER).replace(r"\b", "")
    source = re.sub(r"^\(\?<!\[[^\]]*\]\)", "", source)
    if _LOOK_BEHIND.search(source):
        raise ValueError(source)
    return _translated(source), "giu" if pattern.flags & re.IGNORECASE else "gu"


def javascript_class(inside: str) -> str:
    """Return what stands between the brackets of a class as JavaScript writes it."""
    return _translated(f"[{inside}]")[1:-1]


def _translated(source: str) -> str:
    made: list[str] = []
    in_class = False
    letters = iter(source)
    for letter in letters:
        if letter == "\\":
            made.append(_escaped(next(letters), in_class=in_class))
            continue
        in_class = (in_class or letter == "[") and letter != "]"
        made.append(letter if letter.isprintable() else f"\\u{{{ord(letter):x}}}")
    return "".join(made)


def _escaped(letter: str, *, in_class: bool) -> str:
    """With the flag `u` only signs of the syntax may be escaped."""
    known = (_CLASSES if in_class else _WHOLE).get(letter)
    return known or (f"\\{letter}" if letter in _SYNTAX or letter in _KEPT else letter)
