"""What is told in full becomes blocks, and blocks become pages: a head goes with its event, and what was measured is what is placed."""

from __future__ import annotations

from functools import partial

import pytest

from ikw.paper import booklet, pages
from ikw.paper.pages import Heights
from ikw.paper.records import Block, Booklet, Page, Told
from ikw.paper.sizes import SIZES
from ikw.paper.telling import told
from ikw.programme import Programme
from paper.desks import desk, items
from samples import at, event, on, picture, programme

A5 = SIZES["A5"]


def content(found: Programme) -> tuple[Booklet, pages.Tell]:
    shown, made = items(found)
    return booklet.content(shown, found, made), partial(told, shown, letters=desk().typesetter.letters, size=A5)


def kinds(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    """Return the kind of each block and what it is about."""
    return [(kind, one if isinstance(one, str) else getattr(one, "id", "")) for kind, one in blocks]


TWICE = event("zwei", when=[at("2025-09-14 10:00"), at("2025-09-15 08:00", key="2")])
PROGRAMME = programme(
    TWICE, event("fest", when=[at("2025-09-15 14:00")]), event("schau", when=[on("2025-09-14", "2025-09-28")]), event("bald", when=[]),
)


def test_days_are_heads_with_events_in_full_and_in_a_line() -> None:
    found = kinds(pages.days(*content(PROGRAMME)))
    assert found[:6] == [
        ("day", "2025-09-14"), ("item", "zwei"), ("day", "2025-09-15"), ("line", "zwei"), ("item", "fest"), ("empty", "2025-09-16"),
    ]
    assert {kind for kind, _ in found[5:]} == {"empty"}


def test_behind_the_days_stand_sections() -> None:
    assert kinds(pages.behind(*content(PROGRAMME))) == [
        ("section", "Die ganze Zeit offen"), ("item", "schau"), ("section", "Termin folgt"), ("item", "bald"),
    ]
    assert kinds(pages.behind(*content(programme(event("bald", when=[]))))) == [("section", "Termin folgt"), ("item", "bald")]


def test_codes_are_not_measured() -> None:
    [(_, one)] = [block for block in pages.measurable(pages.days(*content(programme(event())))) if block[0] == "item"]
    assert isinstance(one, Told)
    assert one.code.runs == ()


def placed(heights: list[Heights], found: Programme = PROGRAMME) -> list[Page]:
    blocks = pages.days(*content(found))
    return list(pages.made_up(blocks[: len(heights)], heights, A5))


def on_pages(made: list[Page]) -> list[list[str]]:
    return [[kind for kind, _ in kinds(tuple(block for _, block in page.blocks))] for page in made]


def test_a_head_and_the_lines_below_it_go_with_the_first_event() -> None:
    assert on_pages(placed([[20], [80, None, 20], [20], [5], [60, None, 10], [9]])) == [["day", "item"], ["day", "line", "item", "empty"]]


def test_a_text_that_is_too_long_is_never_chosen() -> None:
    found = programme(event("zwei", summary="Kurz.", html="<p>Lang.</p>", plain="Lang."))
    [page] = placed([[20], [30, None, None, 8]], found)
    told_one = page.blocks[1][1][1]
    assert isinstance(told_one, Told)
    assert [one.text for one in told_one.tellings] == [(["p", "Kurz."],)]


def test_a_page_with_one_event_has_room_around_what_it_says_where_the_layout_knows_how() -> None:
    found = programme(event(summary="Kurz."))
    assert [page.is_roomy for page in placed([[20], [60, 110, 8]], found)] == [True]
    assert [page.is_roomy for page in placed([[20], [60, None, 8]], found)] == [False]


def test_a_section_may_begin_on_the_page_of_another() -> None:
    blocks = pages.behind(*content(PROGRAMME))
    assert on_pages(list(pages.made_up(blocks, [[20], [120, None, 10], [20], [120, None, 10]], A5))) == [["section", "item"], ["section", "item"]]
    assert on_pages(list(pages.made_up(blocks, [[20], [20, None, 10], [20], [20, None, 10]], A5))) == [["section", "item", "section", "item"]]


def test_a_picture_grows_where_there_is_room_and_is_drawn_as_wide_as_it_is() -> None:
    found = programme(event(picture=picture()))
    [page] = placed([[20], [60, None, 20]], found)
    [(name, width)] = pages.widths([page])
    assert name == "fest.jpg"
    assert width == pytest.approx(min(A5.item_column, A5.photo_highest * 1600 / 1067))
    [tight] = placed([[20], [130, None, 20]], found)
    assert dict(pages.widths([tight]))["fest.jpg"] == pytest.approx(A5.photo_height * 1600 / 1067 + (181 - 0.2 - 20 - 4.6 - 150) * 1600 / 1067)
