"""Boxes and marks for the print shop; pages in the order of folding for the office."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name

from ikw.paper.sheets import A4, BLEED, MILLIMETRE, SLUG, Side, packed, said_once, sides, two_up, with_marks

A5 = (148 * MILLIMETRE, 210 * MILLIMETRE)


def pages(count: int, size: tuple[float, float] = A5, bleed: float = 0) -> bytes:
    """Return pages that each say their number, as a typesetter makes them: a trim box where there is bleed."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, count + 1):
            pdf.add_blank_page(page_size=(size[0] + 2 * bleed, size[1] + 2 * bleed))
            page = pdf.pages[-1]
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            page.contents_add(pdf.make_stream(f"BT /F 40 Tf 100 200 Td (n{number}) Tj ET".encode()))
        pdf.Root.Lang = "de"
        pdf.docinfo["/Title"] = "Heft"
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def box(values: pikepdf.Object) -> tuple[float, ...]:
    return tuple(round(float(value), 2) for value in values)  # type: ignore[attr-defined]


def drawn(page: pikepdf.Page) -> bytes:
    """Return all that a page draws itself."""
    page.contents_coalesce()
    return page.Contents.read_bytes()


# -- order


@pytest.mark.parametrize(("count", "is_bound_right", "expected"), [
    (0, False, ()),
    (1, False, ((None, 1), (None, None))),
    (4, False, ((4, 1), (2, 3))),
    (4, True, ((1, 4), (3, 2))),
    (6, False, ((None, 1), (2, None), (6, 3), (4, 5))),
    (8, False, ((8, 1), (2, 7), (6, 3), (4, 5))),
    (8, True, ((1, 8), (7, 2), (3, 6), (5, 4))),
])
def test_sides(count: int, is_bound_right: bool, expected: tuple[Side, ...]) -> None:
    assert sides(count, is_bound_right=is_bound_right) == expected


def test_a_booklet_of_36_pages_has_its_cover_outside() -> None:
    assert sides(36)[0] == (36, 1)
    assert sides(36, is_bound_right=True)[0] == (1, 36)


def folded(printed: tuple[Side, ...], *, is_bound_right: bool) -> list[int | None]:
    """Return the pages of sheets that are stacked and folded, as a reader turns them."""
    front = [(side[0] if is_bound_right else side[1], back[1] if is_bound_right else back[0]) for side, back in zip(printed[::2], printed[1::2], strict=True)]
    behind = [(back[0] if is_bound_right else back[1], side[1] if is_bound_right else side[0]) for side, back in zip(printed[::2], printed[1::2], strict=True)]
    return [page for leaf in (*front, *reversed(behind)) for page in leaf]


@pytest.mark.parametrize("is_bound_right", [False, True])
@pytest.mark.parametrize("count", range(1, 45))
def test_folded_sheets_read_in_order(count: int, is_bound_right: bool) -> None:
    order = folded(sides(count, is_bound_right=is_bound_right), is_bound_right=is_bound_right)
    assert order == [*range(1, count + 1), *[None] * (-count % 4)]


# -- for readers


@pytest.mark.parametrize(("run", "expected"), [
    # a mark alone, with words of its own or by its glyph
    (r"BT/Span<</ActualText<FEFF06440651>>>BDC 0 Tr/f1 12 Tf 1 0 0 -1 0 0 Tm[-282(\0009)]TJ~EMC~ET", r"BT/Span<</ActualText<FEFF>>>BDC 0 Tr/f1 12 Tf 1 0 0 -1 0 0 Tm[-282(\0009)]TJ~EMC~ET"),
    (r"BT 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\000B)Tj~ET", r"BT/Span<</ActualText<FEFF>>>BDC 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\000B)Tj~EMC~ET"),
    (r"BT/ReversedChars BMC 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\001\n)Tj~EMC~ET", r"BT/Span<</ActualText<FEFF>>>BDC 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\001\n)Tj~EMC~ET"),
    # a letter, a mark of another font, and a mark among letters keep their words
    (r"BT 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\000C)Tj~ET", None), (r"BT 0 Tr/f2 7.5 Tf 1 0 0 -1 0 0 Tm(\000B)Tj~ET", None),
    (r"BT 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\000C\000B)Tj~ET", None), (r"BT 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm[(\000C)20(\000B)]TJ~ET", None),
    (r"BT 0 Tr/f1 7.5 Tf 1 0 0 -1 0 0 Tm(\000\()Tj~ET", None),
])
def test_a_mark_that_is_drawn_apart_says_nothing(run: str, expected: str | None) -> None:
    letters = {"f1": frozenset((0x43, 0x28)), "f2": frozenset[int]()}
    made = said_once(run.replace("~", "\n").encode(), letters).decode().replace("\n", "~")
    assert made == (run if expected is None else expected)


def test_a_document_is_packed_without_a_change_to_what_is_read() -> None:
    given = pages(3)
    with pikepdf.open(io.BytesIO(packed(given))) as pdf:
        assert [drawn(page).strip() for page in pdf.pages] == [f"BT /F 40 Tf 100 200 Td (n{n}) Tj ET".encode() for n in (1, 2, 3)]
        assert str(pdf.Root.Lang) == "de"


# -- for the office


@pytest.mark.slow
@pytest.mark.parametrize("is_bound_right", [False, True])
def test_the_numbers_read_back_from_the_sheets_are_in_order(is_bound_right: bool, tmp_path: Path) -> None:
    (tmp_path / "sheets.pdf").write_bytes(two_up(pages(10), is_bound_right=is_bound_right))
    found: list[Side] = []
    for number in range(1, 7):
        halves = []
        for x in (0, 421):
            command = ["pdftotext", "-f", str(number), "-l", str(number), "-x", str(x), "-y", "0", "-W", "421", "-H", "596", "sheets.pdf", "-"]
            text = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True, text=True).stdout.strip()
            halves.append(int(text.removeprefix("n")) if text else None)
        found.append((halves[0], halves[1]))
    assert tuple(found) == sides(10, is_bound_right=is_bound_right)


def test_sheets_are_a4_across_and_say_how_to_print_them() -> None:
    with pikepdf.open(io.BytesIO(two_up(pages(5)))) as pdf:
        assert [box(page.mediabox) for page in pdf.pages] == [(0, 0, round(A4[1], 2), round(A4[0], 2))] * 4
        assert pdf.Root.ViewerPreferences.Duplex == Name.DuplexFlipShortEdge
        assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"])) == ("de", "Heft")


def test_pages_of_a5_fill_the_sheet_without_marks_and_smaller_ones_have_marks() -> None:
    for size, has_marks in ((A5, False), ((105 * MILLIMETRE, A5[1]), True), ((105 * MILLIMETRE, 148 * MILLIMETRE), True)):
        with pikepdf.open(io.BytesIO(two_up(pages(4, size)))) as pdf:
            assert (b"/IkwAll CS" in drawn(pdf.pages[0])) == has_marks


# -- for the print shop


def test_every_page_has_its_boxes() -> None:
    with pikepdf.open(io.BytesIO(with_marks(pages(2, bleed=BLEED)))) as pdf:
        for page in pdf.pages:
            media, bleed, trim = box(page.MediaBox), box(page.BleedBox), box(page.TrimBox)
            assert trim == tuple(round(value, 2) for value in (BLEED, BLEED, BLEED + A5[0], BLEED + A5[1]))
            assert [round(a - b, 1) for a, b in zip(trim, bleed, strict=True)] == [8.5, 8.5, -8.5, -8.5]
            assert [round(a - b, 1) for a, b in zip(bleed, media, strict=True)] == [round(SLUG, 1)] * 2 + [-round(SLUG, 1)] * 2
            assert box(page.CropBox) == media


def test_marks_are_on_every_plate_and_outside_the_bleed() -> None:
    with pikepdf.open(io.BytesIO(with_marks(pages(1, bleed=BLEED)))) as pdf:
        page = pdf.pages[0]
        colour = page.Resources.ColorSpace.IkwAll
        assert list(colour)[:3] == [Name.Separation, Name.All, Name.DeviceCMYK]
        lines = [tuple(map(float, found)) for found in re.findall(rb"([\d.-]+) ([\d.-]+) m ([\d.-]+) ([\d.-]+) l S", drawn(page))]
        assert len(lines) == 8
        left, bottom, right, top = map(float, page.BleedBox)  # type: ignore[arg-type]
        inside = [line for line in lines for x, y in (line[:2], line[2:]) if left < x < right and bottom < y < top]
        assert inside == []
        # each line points at an edge of the trimmed page
        trim = [round(float(value), 1) for value in page.TrimBox]  # type: ignore[attr-defined]
        assert all(round(line[0], 1) == round(line[2], 1) in trim or round(line[1], 1) == round(line[3], 1) in trim for line in lines)


@pytest.mark.parametrize("make", [packed, two_up, with_marks])
def test_the_same_pages_are_the_same_bytes(make) -> None:  # type: ignore[no-untyped-def]
    given = pages(6, bleed=BLEED)
    assert make(given) == make(given)
