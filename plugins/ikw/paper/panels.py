"""Panels: six pages as the two sides of a sheet of A4 that is folded twice, one flap inwards. Floor 4, with `sheets` the home of pikepdf.

Outside, from left to right: the flap, the back, the cover; inside the second, third and fourth page. The flap is three millimetres
narrower, so that it lies flat within. What is read from the right is folded the other way round.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from ikw.paper.sheets import (
    A4,
    BLEED,
    MARK_LENGTH,
    MARK_WIDTH,
    MILLIMETRE,
    SLUG,
    box,
    every_separation,
    marks,
    number,
    saved,
    tell_printer,
)

PANEL = 100 * MILLIMETRE
FLAP = A4[1] - 2 * PANEL
COUNT = 6
# By page, in reading order: cover, three inside, the flap, the back.
_OUTSIDE, _INSIDE = (5, 6, 1), (2, 3, 4)


@dataclass(frozen=True, kw_only=True, slots=True)
class Panel:
    """A page on a side of the sheet: from where to where it is seen, in points from the sheet's left edge."""

    page: int
    left: float
    right: float


def panels(*, is_bound_right: bool = False) -> tuple[tuple[Panel, ...], tuple[Panel, ...]]:
    """Return the panels of the outside and of the inside, from left to right."""
    outside = tuple(_placed(_OUTSIDE, (FLAP, PANEL, PANEL)))
    inside = tuple(_placed(_INSIDE, (PANEL, PANEL, FLAP)))
    if not is_bound_right:
        return outside, inside
    return tuple(_mirrored(outside)), tuple(_mirrored(inside))


def _placed(pages: tuple[int, ...], widths: tuple[float, ...]) -> Iterator[Panel]:
    left = 0.0
    for page, width in zip(pages, widths, strict=True):
        yield Panel(page=page, left=left, right=left + width)
        left += width


def _mirrored(found: tuple[Panel, ...]) -> Iterator[Panel]:
    for panel in reversed(found):
        yield Panel(page=panel.page, left=A4[1] - panel.right, right=A4[1] - panel.left)


def folded(data: bytes, *, is_bound_right: bool = False, is_print: bool = False) -> bytes:
    """Return six pages as a sheet to be printed on both sides over the short edge; for a print shop with bleed and marks."""
    import pikepdf  # noqa: PLC0415 -- slow import

    bleed, edge = (BLEED, BLEED + SLUG) if is_print else (0.0, 0.0)
    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.new() as pdf:
        pages = list(source.pages)
        assert len(pages) == COUNT, "a leaflet has six panels"
        for side in panels(is_bound_right=is_bound_right):
            pdf.add_blank_page(page_size=(A4[1] + 2 * edge, A4[0] + 2 * edge))
            sheet = pdf.pages[-1]
            drawn = []
            for panel in side:
                page = pages[panel.page - 1]
                form = pdf.copy_foreign(page.as_form_xobject())
                name = sheet.add_resource(form, pikepdf.Name.XObject, pikepdf.Name(f"/P{panel.page}"))
                drawn.append(_drawn(panel, str(name), edge, bleed))
            if is_print:
                trim = (edge, edge, edge + A4[1], edge + A4[0])
                sheet.TrimBox, sheet.BleedBox = box(pdf, trim), box(pdf, (SLUG, SLUG, edge + A4[1] + BLEED, edge + A4[0] + BLEED))
                sheet.add_resource(every_separation(pdf), pikepdf.Name.ColorSpace, pikepdf.Name.IkwAll)
                drawn += [marks(trim, BLEED), _folds(side, edge)]
            sheet.contents_add(pdf.make_stream("\n".join(drawn).encode()))
        tell_printer(pdf, source)
        return saved(pdf)


def _drawn(panel: Panel, name: str, edge: float, bleed: float) -> str:
    """Return a page at its panel, in its middle, cut at the folds; at an edge of the sheet it goes on into the bleed."""
    left = panel.left - (bleed if panel.left < MILLIMETRE else 0)
    right = panel.right + (bleed if panel.right > A4[1] - MILLIMETRE else 0)
    x = (panel.left + panel.right - PANEL) / 2 - bleed
    window = (left + edge, edge - bleed, right - left, A4[0] + 2 * bleed)
    return f"q {' '.join(map(number, window))} re W n 1 0 0 1 {number(x + edge)} {number(edge - bleed)} cm {name} Do Q"


def _folds(side: tuple[Panel, ...], edge: float) -> str:
    """Return broken lines outside the sheet where it is folded."""
    lines = []
    for panel in side[:-1]:
        x = number(panel.right + edge)
        for y, outwards in ((edge, -1), (edge + A4[0], 1)):
            start = y + outwards * BLEED
            lines.append(f"{x} {number(start)} m {x} {number(start + outwards * MARK_LENGTH)} l S ")
    return f"q /IkwAll CS 1 SCN {MARK_WIDTH} w [2 2] 0 d {''.join(lines)}Q"
