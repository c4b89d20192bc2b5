"""A sheet that is folded twice: which panel lies behind which, where it is cut, what a print shop finds."""

from __future__ import annotations

import io

import pikepdf
import pytest

from ikw.paper.panels import FLAP, PANEL, folded, panels
from ikw.paper.sheets import A4, BLEED, MILLIMETRE, SLUG
from paper.test_sheets import box, pages

SIZE = (PANEL, A4[0])


@pytest.mark.parametrize(("is_bound_right", "outside", "inside"), [(False, [5, 6, 1], [2, 3, 4]), (True, [1, 6, 5], [4, 3, 2])])
def test_pages_stand_so_that_the_cover_lies_on_top(is_bound_right: bool, outside: list[int], inside: list[int]) -> None:
    assert [[panel.page for panel in side] for side in panels(is_bound_right=is_bound_right)] == [outside, inside]


@pytest.mark.parametrize("is_bound_right", [False, True])
def test_behind_the_cover_is_the_second_page_and_behind_the_flap_the_fourth(is_bound_right: bool) -> None:
    """Turned over the short edge, what is on the left of one side is on the right of the other."""
    outside, inside = panels(is_bound_right=is_bound_right)
    behind = {front.page: back.page for front, back in zip(outside, reversed(inside), strict=True)}
    assert behind == {1: 2, 6: 3, 5: 4}
    for front, back in zip(outside, reversed(inside), strict=True):
        assert front.left == pytest.approx(A4[1] - back.right)


def test_the_flap_is_narrower_and_the_panels_fill_the_sheet() -> None:
    for side in panels():
        assert [side[0].left, side[-1].right] == pytest.approx([0, A4[1]])
        assert [one.right for one in side[:-1]] == [two.left for two in side[1:]]
    [flap, *_] = panels()[0]
    assert (flap.page, round(FLAP / MILLIMETRE, 3)) == (5, 97.0)


def test_an_office_gets_two_sides_of_a4_to_be_turned_over_the_short_edge() -> None:
    with pikepdf.open(io.BytesIO(folded(pages(6, SIZE)))) as pdf:
        assert [box(page.mediabox)[2:] for page in pdf.pages] == [(841.89, 595.28)] * 2
        assert pdf.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipShortEdge


def test_a_print_shop_gets_boxes_marks_and_folds() -> None:
    with pikepdf.open(io.BytesIO(folded(pages(6, SIZE, BLEED), is_print=True))) as pdf:
        [outside, _] = pdf.pages
        edge = BLEED + SLUG
        assert box(outside.TrimBox) == pytest.approx((edge, edge, edge + A4[1], edge + A4[0]), abs=0.02)
        assert box(outside.BleedBox) == pytest.approx((SLUG, SLUG, edge + A4[1] + BLEED, edge + A4[0] + BLEED), abs=0.02)
        drawn = outside.Contents.read_bytes() if isinstance(outside.Contents, pikepdf.Stream) else b"".join(part.read_bytes() for part in outside.Contents)
        assert drawn.count(b" l S ") >= 8 + 4
        assert b"[2 2] 0 d" in drawn


def test_the_same_pages_are_the_same_bytes() -> None:
    assert folded(pages(6, SIZE)) == folded(pages(6, SIZE))
