"""Pages are filled as a compositor fills them: little white at their feet, little left out, nothing torn that has room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.paper.makeup import LAST, Piece, Room, Sheet, sheets
from ikw.paper.makeup import PAGE as EACH_PAGE

PAGE = Room(height=100.2, gap=4, widest=10)


def pages(*pieces: Piece) -> list[tuple[int, ...]]:
    """Return the pages as the forms of what stands on each."""
    return [sheet.forms for sheet in sheets(pieces, PAGE)]


def whole(*heights: float) -> list[Piece]:
    return [Piece(heights=(high,)) for high in heights]


def short(full: float, less: float, lost: float | None = None) -> Piece:
    """Return a piece of which less may be said."""
    return Piece(heights=(full, less), lost=(0.0, full - less if lost is None else lost))


# -- what stands together


def test_no_piece_is_no_page() -> None:
    assert sheets([], PAGE) == ()


def test_what_has_room_on_a_page_stands_on_it() -> None:
    assert pages(*whole(30, 30, 32)) == [(0, 0, 0)]
    assert pages(*whole(30, 30, 33)) == [(0, 0), (0,)]


def test_a_head_takes_its_room() -> None:
    assert pages(Piece(heights=(60,)), Piece(heights=(30,), head=7)) == [(0,), (0,)]


def test_white_is_shared_among_pages() -> None:
    """Two pages that are empty by a third, and none that is full before one with a single line."""
    assert pages(*whole(45, 20, 25, 45, 90)) == [(0, 0), (0, 0), (0,)]


def test_the_last_page_may_stay_white() -> None:
    assert pages(*whole(48, 48, 20)) == [(0, 0), (0,)]


# -- what is left out


def test_nothing_is_left_out_where_all_has_room() -> None:
    assert pages(short(50, 20), short(46, 20)) == [(0, 0)]


def test_a_little_is_left_out_for_a_page() -> None:
    assert pages(short(50, 44), Piece(heights=(50,)), Piece(heights=(90,))) == [(1, 0), (0,)]


def test_much_is_not_left_out_for_a_little_white() -> None:
    assert pages(short(95, 10), *whole(80, 90)) == [(0,), (0,), (0,)]


def test_what_loses_nothing_is_said_in_fewer_words_first() -> None:
    assert pages(short(50, 44), short(50, 44, lost=0), Piece(heights=(90,))) == [(0, 1), (0,)]


def test_of_several_forms_the_longest_that_helps_is_taken() -> None:
    assert pages(Piece(heights=(60, 46, 20), lost=(0, 14, 40)), *whole(50, 90)) == [(1, 0), (0,)]


# -- how a page is filled


def sheet(*pieces: Piece) -> Sheet:
    return sheets([*pieces, Piece(heights=(100,))], PAGE)[0]


def test_pieces_stand_further_apart_until_the_page_is_full() -> None:
    assert sheet(*whole(46, 46)).gap == pytest.approx(8)
    assert sheet(*whole(46, 46)).white == pytest.approx(0)


def test_there_is_a_limit_to_that() -> None:
    assert (sheet(*whole(40, 40)).gap, sheet(*whole(40, 40)).white) == (10, pytest.approx(10))


def test_a_picture_grows_first() -> None:
    grown = sheet(Piece(heights=(40,), stretch=15), Piece(heights=(40,)))
    assert (grown.stretch, grown.gap, grown.white) == (15, pytest.approx(5), pytest.approx(0))
    assert sheet(Piece(heights=(50,), stretch=90), Piece(heights=(40,))).stretch == pytest.approx(6)


def roomy(high: float, roomier: float = 30) -> Piece:
    return Piece(heights=(high,), roomier=roomier)


def test_what_stands_alone_on_a_page_has_room_around_it() -> None:
    assert [(one.is_roomy, one.white) for one in sheets([roomy(60), roomy(60)], PAGE)] == [(True, pytest.approx(10))] * 2


def test_what_fills_a_page_together_is_set_closely() -> None:
    assert [(one.is_roomy, len(one.forms)) for one in sheets([roomy(45), roomy(45)], PAGE)] == [(False, 2)]


def test_two_manners_never_stand_on_one_page() -> None:
    assert [one.is_roomy for one in sheets([roomy(30), roomy(30, 28), *whole(90)], PAGE)] == [False, False]
    assert [one.is_roomy for one in sheets([roomy(30, 15), roomy(30, 15), *whole(90)], PAGE)] == [True, False]


# -- what has no room on any page


def test_what_is_higher_than_a_page_is_torn_and_what_follows_stands_behind_it() -> None:
    torn, last = sheets(whole(150, 20, 80), PAGE)
    assert (torn.forms, torn.is_torn, last.forms, last.is_torn) == ((0, 0), True, (0,), False)


def test_nothing_is_torn_that_has_room_in_fewer_words() -> None:
    assert [one.is_torn for one in sheets([short(120, 95)], PAGE)] == [False]


# -- whatever there is


PIECES = st.lists(
    st.builds(lambda full, less, head, stretch, roomier: Piece(heights=(full, full * less), lost=(0.0, full - full * less), head=head, stretch=stretch, roomier=roomier),
        st.floats(1, 250), st.floats(0.1, 1), st.sampled_from((0.0, 0.0, 20.0)), st.sampled_from((0.0, 0.0, 15.0)), st.sampled_from((0.0, 0.0, 20.0))),
    max_size=40,
)


@given(PIECES)
def test_every_piece_stands_once_and_no_page_is_overfull(pieces: list[Piece]) -> None:
    made = sheets(pieces, PAGE)
    assert sum(len(one.forms) for one in made) == len(pieces)
    assert all(two.first == one.first + len(one.forms) for one, two in pairwise(made))
    for one in made:
        shown = pieces[one.first : one.first + len(one.forms)]
        used = sum(piece.head + piece.heights[form] + one.is_roomy * piece.roomier for piece, form in zip(shown, one.forms, strict=True))
        gaps = one.gap * (len(shown) - 1)
        assert one.is_torn or used + gaps + one.stretch + one.white == pytest.approx(PAGE.height - 0.2)
        assert one.white > -1e-6
        assert PAGE.gap <= one.gap <= PAGE.widest + 1e-9


@given(st.lists(st.floats(20, 90), min_size=1, max_size=9))
def test_no_other_way_has_less_white(heights: list[float]) -> None:
    """Without anything to leave out, all ways can be tried."""
    def cost(counts: list[int]) -> float:
        total, at = 0.0, 0
        for n, count in enumerate(counts):
            used = sum(heights[at : at + count]) + PAGE.gap * (count - 1)
            if used > PAGE.height - 0.2:
                return float("inf")
            left = max(0.0, PAGE.height - 0.2 - used - (PAGE.widest - PAGE.gap) * (count - 1))
            white = (left / PAGE.height) ** 2 + 0.02 * (1 - used / PAGE.height) ** 2
            total += EACH_PAGE + white * (LAST if n == len(counts) - 1 else 1)
            at += count
        return total

    def ways(left: int) -> list[list[int]]:
        return [[]] if left == 0 else [[count, *rest] for count in range(1, left + 1) for rest in ways(left - count)]

    chosen = [len(one.forms) for one in sheets(whole(*heights), PAGE)]
    assert cost(chosen) == pytest.approx(min(map(cost, ways(len(heights)))), abs=1e-3)
