"""Unprinted: letters that paper does not have: which they are among all texts of an event, and what is said of them. Floor 1, pure.

Which letters the fonts have is for others to say (`paper.letters`); check, import and form all speak of the rest by this module.
"""

from __future__ import annotations

import dataclasses
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ikw.model import Organiser, Origin, Venue
from ikw.problems import N_, WARNING, Fault, Template

# What has no glyph and needs none: breaks, joiners, soft hyphens, marks of direction, selectors of a letter's form.
UNSEEN = frozenset("\n\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | frozenset(map(chr, range(0xFE00, 0xFE10)))
# Signs that our own words use and that can be said with others.
SUBSTITUTES: Mapping[str, str] = {"→": "–", "←": "–"}
_PICTURES = 0x1F000
# The same for a browser: what stands between the brackets of a class of letters.
SIGNS = r"\p{So}\p{Sk}\p{Me}\p{Cn}\p{Co}\u{1f000}-\u{10ffff}"

TEMPLATES = {
    "paper-sign": Template(
        "paper-sign", N_("{signs} gibt es im Heft nicht. Dort fehlt das Zeichen."), N_("Sagen Sie es mit Worten, wenn es etwas sagt."),
        WARNING,
    ),
    "paper-letter": Template(
        "paper-letter", N_("Für {letters} gibt es im Heft keine Schrift. Dort steht „…“."),
        N_("Schreiben Sie das Wort mit anderen Buchstaben dazu, oder bitten Sie um eine Schrift in theme/fonts."), WARNING,
        in_form=N_("Schreiben Sie das Wort mit anderen Buchstaben dazu."),
    ),
}


def is_sign(letter: str) -> bool:
    """Whether a letter is a picture or a sign beside the words: without it they say the same."""
    return ord(letter) >= _PICTURES or unicodedata.category(letter) in ("So", "Sk", "Me", "Cn", "Co")


def spelled(letters: Iterable[str]) -> str:
    """Return letters as a message names them: „ქ“ (U+10E5)."""
    return ", ".join(f"„{letter}“ (U+{ord(letter):04X})" for letter in letters)


def without_letters(missing: Sequence[str]) -> Iterator[Fault]:
    """Yield what is said of letters that no font has: signs are left out on paper, other letters are "…"."""
    wanting = [letter for letter in missing if letter not in SUBSTITUTES]
    signs = tuple(letter for letter in wanting if is_sign(letter))
    others = tuple(letter for letter in wanting if not is_sign(letter))
    if signs:
        yield TEMPLATES["paper-sign"].fault(signs=spelled(signs))
    if others:
        yield TEMPLATES["paper-letter"].fault(letters=spelled(others))


def faults_by_line(missing: Iterable[str], lines: Sequence[str]) -> Iterator[tuple[int, Fault]]:
    """Yield what is said of letters, each with the number of the line where it stands first; 1 where it stands in none."""
    by_line: dict[int, list[str]] = defaultdict(list)
    for letter in missing:
        by_line[next((n for n, line in enumerate(lines, 1) if letter in line), 1)].append(letter)
    for number, letters in sorted(by_line.items()):
        # in the order in which they are read
        line = lines[number - 1] if lines else ""
        for fault in without_letters(sorted(letters, key=line.find)):
            yield number, fault


def texts_of(record: object, *, is_own: bool = False) -> tuple[str, ...]:
    """Return every text of a record but where it comes from; a place or a group that has its own file is left to that."""
    if isinstance(record, str):
        return (record,)
    if isinstance(record, Mapping):
        return tuple(text for value in record.values() for text in texts_of(value))
    if isinstance(record, tuple):
        return tuple(text for value in record for text in texts_of(value))
    has_own_file = isinstance(record, Venue | Organiser) and record.id is not None and not is_own
    if not dataclasses.is_dataclass(record) or isinstance(record, Origin | type) or has_own_file:
        return ()
    return tuple(text for field in dataclasses.fields(record) for text in texts_of(getattr(record, field.name)))
