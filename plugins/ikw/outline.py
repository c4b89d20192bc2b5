"""Outline: a word drawn as one SVG path from a font file. Floor 5: the only module that reads letters out of a font.

A heading drawn this way needs no font on the reader's device and cannot clip. Units: the tallest letter reaches from 0 to
the base line at `HEIGHT`; what hangs below the base line (g, p, ç) is drawn beyond the box.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ikw.model import Outline

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

HEIGHT = 1000


def draw(words: str, font_path: str) -> Outline:
    """Draw words with a font; letters it does not have are a ValueError that names them."""
    from fontTools.pens.boundsPen import BoundsPen  # noqa: PLC0415 -- slow import
    from fontTools.pens.svgPathPen import SVGPathPen  # noqa: PLC0415 -- slow import
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415 -- slow import
    from fontTools.ttLib import TTFont  # noqa: PLC0415 -- slow import

    with TTFont(font_path) as font:
        letters = font.getGlyphSet()
        placed = _placed(words, font)
        bounds = BoundsPen(letters)
        for name, x in placed:
            letters[name].draw(TransformPen(bounds, (1, 0, 0, 1, x, 0)))
        if bounds.bounds is None:
            raise ValueError(f"{words!r} draws nothing")
        left, _, right, top = bounds.bounds
        scale = HEIGHT / top
        path = SVGPathPen(letters, ntos=lambda value: str(round(value)))
        for name, x in placed:
            letters[name].draw(TransformPen(path, (scale, 0, 0, -scale, (x - left) * scale, HEIGHT)))
        return Outline(width=round((right - left) * scale), height=HEIGHT, path=path.getCommands())


def _placed(words: str, font: TTFont) -> list[tuple[str, float]]:
    """Return each letter's glyph name and its place on the line, set a little tighter than running text."""
    known = font.getBestCmap()
    missing = sorted({letter for letter in words if ord(letter) not in known})
    if missing:
        raise ValueError(f"the font has no {' '.join(missing)}")
    tight = -0.012 * font["head"].unitsPerEm
    placed, x = [], 0.0
    for letter in words:
        name = known[ord(letter)]
        placed.append((name, x))
        x += font["hmtx"][name][0] + tight
    return placed
