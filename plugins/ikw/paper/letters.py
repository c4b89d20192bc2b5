"""Letters: which letters the theme's fonts have, and how wide they are. Floor 4.

Only two tables of a font are read: which glyph a letter has (`cmap`), and how far it moves the pen (`hmtx`). What the letters do to each
other, kerning and joining, only the typesetter knows: widths here are for a first look, which the layout then confirms.
"""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ikw.unprinted import SUBSTITUTES, UNSEEN, is_sign

# Room for a font's table of tables.
_HEAD = 1024


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of some faces; a letter is taken from the first that has it. Widths are in ems."""

    widths: Mapping[str, float]

    @classmethod
    def of_theme(cls, theme: Path) -> Letters:
        """Read the faces of a theme; the regular one of each family comes first."""
        files = (theme / "fonts").glob("*.ttf")
        return cls.of(sorted(files, key=lambda file: ("Regular" not in file.name, "Arabic" in file.name, file.name)))

    @classmethod
    def of(cls, files: Iterable[Path]) -> Letters:
        """Read the faces of files."""
        found: dict[str, float] = {}
        for file in files:
            found = {**_widths(file.read_bytes()), **found}
        return cls(found)

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the letters that no face has, each once, in the order of the text."""
        return tuple(letter for letter in dict.fromkeys(text) if letter not in self.widths and letter not in UNSEEN)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Yield from which letter to which one nothing is missing, in order."""
        first = last = -2
        for letter in sorted(map(ord, {*self.widths, *UNSEEN, *SUBSTITUTES})):
            if letter != last + 1:
                if last >= 0:
                    yield first, last
                first = letter
            last = letter
        if last >= 0:
            yield first, last

    def printable(self, text: str) -> str:
        """Return a text without pictures and signs that no face has, and without the space before them.

        Where letters are missing stands "…": whoever reads sees that there is more, and the check has named them.
        """
        missing = self.missing(text)
        if not missing:
            return text
        for letter in (one for one in missing if one in SUBSTITUTES):
            text = text.replace(letter, SUBSTITUTES[letter])
        signs = [letter for letter in missing if letter not in SUBSTITUTES and is_sign(letter)]
        others = [letter for letter in missing if letter not in SUBSTITUTES and not is_sign(letter)]
        hidden = re.escape("".join((*signs, *UNSEEN - set("\n\t"))))
        if others:
            one = f"[{re.escape(''.join(others))}]"
            text = re.sub(rf"{one}(?:[ {hidden}]*{one})*", "…", text)
        return re.sub(rf" ?[{re.escape(''.join(signs))}][{hidden}]*", "", text) if signs else text

    def width(self, text: str) -> float:
        """Return how wide a text is on one line."""
        return sum(self.widths.get(letter, 0.0) for letter in text)

    def lines(self, text: str, width: float) -> int:
        """Return how many lines a text takes that are `width` ems wide; one is broken at a space, or in a word longer than a line."""
        count, room, space = 1, width, self.widths.get(" ", 0.25)
        for word in text.split():
            need = self.width(word)
            if need > room and room < width:
                count, room = count + 1, width
            while need > width:
                count, need = count + 1, need - width
            room -= need + space
        return count


def faces_digest(theme: Path) -> str:
    """Return a digest of a theme's faces: each begins with the checksums of its tables, so not all of its megabytes are read."""
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted((theme / "fonts").glob("*.ttf")):
        with file.open("rb") as face:
            digest.update(file.name.encode() + b"\0" + face.read(_HEAD))
    return digest.hexdigest()


def _widths(font: bytes) -> dict[str, float]:
    """Return the advance of each letter of a font in ems (OpenType: cmap, hmtx)."""
    tables = {
        font[at : at + 4]: struct.unpack(">II", font[at + 8 : at + 16])
        for at in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16)
    }
    start = {name: offset for name, (offset, _) in tables.items()}
    (units,) = struct.unpack_from(">H", font, start[b"head"] + 18)
    (count,) = struct.unpack_from(">H", font, start[b"hhea"] + 34)
    advances = struct.unpack_from(f">{2 * count}H", font, start[b"hmtx"])[::2]
    return {chr(letter): advances[min(glyph, count - 1)] / units for letter, glyph in _glyphs(font, start[b"cmap"]).items()}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """Return the glyph of each letter, of the fullest table that speaks Unicode."""
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    records = [struct.unpack_from(">HHI", font, cmap + 4 + 8 * n) for n in range(count)]
    found: dict[int, int] = {}
    for _platform, _encoding, offset in records:
        at = cmap + offset
        (form,) = struct.unpack_from(">H", font, at)
        if form == 12:
            found |= _segmented_coverage(font, at)
        elif form == 4:
            found = _segments(font, at) | found
    return {letter: glyph for letter, glyph in found.items() if glyph}


def _segmented_coverage(font: bytes, at: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    groups = (struct.unpack_from(">III", font, at + 16 + 12 * n) for n in range(count))
    return {letter: glyph + letter - first for first, last, glyph in groups for letter in range(first, last + 1)}


def _segments(font: bytes, at: int) -> dict[int, int]:
    (double,) = struct.unpack_from(">H", font, at + 6)
    count = double // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts = struct.unpack_from(f">{count}H", font, at + 16 + double)
    deltas = struct.unpack_from(f">{count}H", font, at + 16 + 2 * double)
    base = at + 16 + 3 * double
    offsets = struct.unpack_from(f">{count}H", font, base)
    found: dict[int, int] = {}
    for n, (first, last, delta, offset) in enumerate(zip(firsts, lasts, deltas, offsets, strict=True)):
        for letter in range(first, min(last, 0xFFFE) + 1):
            glyph = letter
            if offset:
                (glyph,) = struct.unpack_from(">H", font, base + 2 * n + offset + 2 * (letter - first))
            if glyph or not offset:
                found[letter] = (glyph + delta) & 0xFFFF
    return found
