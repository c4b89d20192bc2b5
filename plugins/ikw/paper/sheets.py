"""Sheets: boxes and crop marks for the print shop, pages side by side for the office's printer. Floor 4, the home of pikepdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

MILLIMETRE = 72 / 25.4
BLEED = 3 * MILLIMETRE
# Marks begin where the bleed ends, so that none is left on a page that is cut badly.
MARK_LENGTH = 4 * MILLIMETRE
MARK_WIDTH = 0.25
SLUG = MARK_LENGTH + 1 * MILLIMETRE
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)

# A run of one glyph, as Typst draws it, with or without words of its own.
_RUN_OF_ONE = re.compile(
    rb"BT(?:/Span<</ActualText<[0-9A-F]*>>>BDC)?(?:/ReversedChars BMC)?(?P<shown> 0 Tr/(?P<font>f\d+) [\d.]+ Tf 1 0 0 -1 [-\d.]+ [-\d.]+ Tm"
    rb"\[?[-\d.]*\((?P<glyph>(?:\\[0-7]{3}|\\[^0-7]|[^\\()]){2})\)\]?T[jJ])(?:\nEMC)*\nET"
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# No words at all: of a text in UTF-16 only the mark of its byte order.
_NOTHING = b"/Span<</ActualText<FEFF>>>"

Side = tuple[int | None, int | None]
Box = tuple[float, float, float, float]


# -- which page stands where -------------------------------------------------------------------------------------------------


def sides(pages: int, *, is_bound_right: bool = False) -> tuple[Side, ...]:
    """Return the printed sides of a booklet that is folded and stapled, front and back of each sheet in turn.

    A side is its left and its right page, counted from 1; None is blank. Blank pages are at the end, up to a multiple of four.
    """
    padded = pages + -pages % 4
    found: list[Side] = []
    for sheet in range(padded // 4):
        first, last = 1 + 2 * sheet, padded - 2 * sheet
        for left, right in ((last, first), (first + 1, last - 1)):
            side = (right, left) if is_bound_right else (left, right)
            found.append((side[0] if side[0] <= pages else None, side[1] if side[1] <= pages else None))
    return tuple(found)


# -- for the print shop ------------------------------------------------------------------------------------------------------


def with_marks(data: bytes) -> bytes:
    """Return pages that were set with bleed, with all their boxes and with crop marks on every separation."""
    import pikepdf  # noqa: PLC0415 -- slow import

    with pikepdf.open(io.BytesIO(data)) as pdf:
        every = every_separation(pdf)
        for page in pdf.pages:
            left, bottom, right, top = map(float, page.mediabox)
            trim = (left + BLEED, bottom + BLEED, right - BLEED, top - BLEED)
            page.BleedBox = box(pdf, (left, bottom, right, top))
            page.TrimBox = box(pdf, trim)
            page.MediaBox = page.CropBox = box(pdf, (left - SLUG, bottom - SLUG, right + SLUG, top + SLUG))
            page.contents_add(pdf.make_stream(marks(trim, BLEED).encode()))
            name = page.add_resource(every, pikepdf.Name.ColorSpace, pikepdf.Name.IkwAll)
            assert name == pikepdf.Name.IkwAll
        return saved(pdf)


def every_separation(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return the colour that is on every plate, whatever plates there are (ISO 32000-1, 8.6.6.4)."""
    import pikepdf  # noqa: PLC0415 -- slow import

    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(pikepdf.Array([
        pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint,
    ]))


def marks(trim: Box, distance: float) -> str:
    """Return two lines at each corner, in the colour of every plate."""
    left, bottom, right, top = trim
    lines = []
    for x, outwards in ((left, -1), (right, 1)):
        for y in (bottom, top):
            lines.append((x + outwards * distance, y, x + outwards * (distance + MARK_LENGTH), y))
    for y, outwards in ((bottom, -1), (top, 1)):
        for x in (left, right):
            lines.append((x, y + outwards * distance, x, y + outwards * (distance + MARK_LENGTH)))
    drawn = "".join(f"{number(a)} {number(b)} m {number(c)} {number(d)} l S " for a, b, c, d in lines)
    return f"q /IkwAll CS 1 SCN {MARK_WIDTH} w {drawn}Q"


# -- for the office's printer ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A page on a sheet: its number, and where its lower left corner lies."""

    page: int
    x: float
    y: float


def two_up(data: bytes, *, is_bound_right: bool = False) -> bytes:
    """Return a booklet's pages two by two on A4 across, in the order for folding, to be printed on both sides over the short edge.

    Pages smaller than A5 stand in the middle, with marks where to cut.
    """
    import pikepdf  # noqa: PLC0415 -- slow import

    with pikepdf.open(io.BytesIO(data)) as source, pikepdf.new() as pdf:
        pages = list(source.pages)
        size = _size(pages[0])
        forms: dict[int, pikepdf.Object] = {}
        for side in sides(len(pages), is_bound_right=is_bound_right):
            pdf.add_blank_page(page_size=(A4[1], A4[0]))
            sheet = pdf.pages[-1]
            drawn = []
            for spot in _spots(side, size):
                if spot.page not in forms:
                    forms[spot.page] = pdf.copy_foreign(pages[spot.page - 1].as_form_xobject())
                name = sheet.add_resource(forms[spot.page], pikepdf.Name.XObject, pikepdf.Name(f"/P{spot.page}"))
                drawn.append(f"q 1 0 0 1 {number(spot.x)} {number(spot.y)} cm {name} Do Q")
            drawn.append(_cuts(pdf, sheet, size))
            sheet.contents_add(pdf.make_stream("\n".join(drawn).encode()))
        tell_printer(pdf, source)
        return saved(pdf)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.trimbox)
    return right - left, top - bottom


def _corner(size: tuple[float, float]) -> tuple[float, float]:
    """Return where the lower left corner of two pages lies that stand in the middle of the sheet."""
    return (A4[1] - 2 * size[0]) / 2, (A4[0] - size[1]) / 2


def _spots(side: Side, size: tuple[float, float]) -> Iterator[Spot]:
    x, y = _corner(size)
    for place, page in enumerate(side):
        if page:
            yield Spot(page=page, x=x + place * size[0], y=y)


def _cuts(pdf: pikepdf.Pdf, sheet: pikepdf.Page, size: tuple[float, float]) -> str:
    """Return marks where to cut, nothing where the pages fill the sheet but for a rounded millimetre."""
    import pikepdf  # noqa: PLC0415 -- slow import

    x, y = _corner(size)
    if max(x, y) < MILLIMETRE:
        return ""
    sheet.add_resource(every_separation(pdf), pikepdf.Name.ColorSpace, pikepdf.Name.IkwAll)
    return marks((x, y, x + 2 * size[0], y + size[1]), MILLIMETRE)


def tell_printer(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Say how it is to be printed, and what it is."""
    import pikepdf  # noqa: PLC0415 -- slow import

    pdf.Root.ViewerPreferences = pikepdf.Dictionary(
        Duplex=pikepdf.Name.DuplexFlipShortEdge, PrintScaling=pikepdf.Name("/None"), PickTrayByPDFSize=True, DisplayDocTitle=True,
    )
    for key in ("/Lang",):
        if key in source.Root:
            pdf.Root[key] = str(source.Root[key])
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if key in source.docinfo:
            pdf.docinfo[key] = str(source.docinfo[key])


# -- for readers -------------------------------------------------------------------------------------------------------------


def packed(data: bytes) -> bytes:
    """Return the same document in fewer bytes, with each letter said once."""
    import pikepdf  # noqa: PLC0415 -- slow import

    with pikepdf.open(io.BytesIO(data)) as pdf:
        known: dict[tuple[int, int], frozenset[int]] = {}
        for page in pdf.pages:
            letters: dict[str, frozenset[int]] = {}
            for name, font in page.Resources.get("/Font", pikepdf.Dictionary()).items():
                if font.objgen not in known:
                    known[font.objgen] = _letters(font)
                letters[name.lstrip("/")] = known[font.objgen]
            if any(letters.values()) and isinstance(page.Contents, pikepdf.Stream):
                drawn = page.Contents.read_bytes()
                if (once := said_once(drawn, letters)) != drawn:
                    page.Contents = pdf.make_stream(once)
        return saved(pdf)


def _letters(font: pikepdf.Object) -> frozenset[int]:
    """Return the glyphs of a font that move the pen; the others are marks. None where a font does not tell its marks by that."""
    import pikepdf  # noqa: PLC0415 -- slow import

    if "/DescendantFonts" not in font or font.DescendantFonts[0].get("/DW", 1000) != 0:
        return frozenset()
    found: set[int] = set()
    rest = list(font.DescendantFonts[0].get("/W", []))
    # ISO 32000-1, 9.7.4.3: a first glyph with the widths from it on, or a first and a last one with the width of all
    while rest:
        if isinstance(rest[1], pikepdf.Array):
            found |= {int(rest[0]) + n for n, width in enumerate(rest[1]) if width}
            rest = rest[2:]
        else:
            found |= set(range(int(rest[0]), int(rest[1]) + 1)) if rest[2] else set()
            rest = rest[3:]
    return frozenset(found)


def said_once(drawn: bytes, letters: Mapping[str, frozenset[int]]) -> bytes:
    """Take the second saying of a letter away, where its mark is drawn apart.

    Typst draws a raised mark (a shadda above a lam) in a run of its own and lets both runs say both letters: a screen reader would
    read them twice. A run that is a mark alone is left without words. `letters` are the glyphs of each font that are none.
    """

    def silent(found: re.Match[bytes]) -> bytes:
        known = letters.get(found["font"].decode())
        if not known or _glyph(found["glyph"]) in known:
            return found[0]
        return b"BT" + _NOTHING + b"BDC" + found["shown"] + b"\nEMC\nET"

    return _RUN_OF_ONE.sub(silent, drawn)


def _glyph(escaped: bytes) -> int:
    """Return the number of a glyph, two bytes as a literal string has them (ISO 32000-1, 7.3.4.2)."""
    plain = _ESCAPE.sub(lambda found: bytes((int(found[1], 8) & 255,)) if found[1] else _ESCAPES.get(found[2], found[2]), escaped)
    return int.from_bytes(plain, "big")


# -- bytes -------------------------------------------------------------------------------------------------------------------


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the file; its id comes of its contents, so that the same pages are the same bytes."""
    import pikepdf  # noqa: PLC0415 -- slow import

    buffer = io.BytesIO()
    pdf.save(buffer, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
    return buffer.getvalue()


def box(pdf: pikepdf.Pdf, box: Box) -> pikepdf.Object:
    import pikepdf  # noqa: PLC0415 -- slow import

    return pikepdf.Array([Decimal(number(value)) for value in box])


def number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
