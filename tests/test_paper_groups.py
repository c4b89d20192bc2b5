"""Paper and pages share one output: each is made when asked for, linked while it is true, and gone when it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ikw.built import PAPER, WEB
from ikw.places import Places
from samples import ARABIC, GERMAN
from small import EVENTS, build_small, event_text, make_places, times, tree

PDFS = {"2025/programme.pdf", "2025/programme-print.pdf", "2025/programme-office.pdf"}
LINK = b'href="/2025/programme.pdf"'


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A small project without an output."""
    return make_places(tmp_path)


def edit(places: Places, **fields: str) -> None:
    (places.events / "2025" / "brot.md").write_text(event_text({**EVENTS["brot"], **fields}), encoding="utf-8")


def pdfs(places: Places) -> set[str]:
    return {path for path in tree(places.output) if path.endswith(".pdf")}


def is_linked(places: Places) -> bool:
    pages = [(places.output / path).read_bytes() for path in ("index.html", "2025/index.html")]
    assert len({LINK in page for page in pages}) == 1
    return LINK in pages[0]


def test_paper_alone_makes_no_page(places: Places) -> None:
    built = build_small(places, PAPER)
    assert set(tree(places.output)) == PDFS
    assert (built.written, built.files) == (3, 3)


def test_pages_alone_make_no_paper_and_link_none(places: Places) -> None:
    build_small(places)
    assert pdfs(places) == set()
    assert not is_linked(places)


def test_both_are_linked(places: Places) -> None:
    build_small(places, WEB | PAPER)
    assert pdfs(places) == PDFS
    assert is_linked(places)


def test_pages_after_paper_keep_and_link_it(places: Places) -> None:
    build_small(places, PAPER)
    before = times(places.output)
    build_small(places)
    assert is_linked(places)
    assert {path: time for path, time in times(places.output).items() if path in PDFS} == before


def test_paper_after_pages_is_linked_by_them(places: Places) -> None:
    build_small(places)
    build_small(places, PAPER)
    assert pdfs(places) == PDFS
    assert is_linked(places)


def test_paper_that_is_true_is_not_set_again(places: Places) -> None:
    build_small(places, PAPER)
    before = times(places.output)
    assert build_small(places, PAPER).written == 0
    assert times(places.output) == before


def test_an_edit_takes_stale_paper_out_of_a_site(places: Places) -> None:
    build_small(places, WEB | PAPER)
    edit(places, title="Brot und Salz")
    build_small(places)
    assert pdfs(places) == set()
    assert not is_linked(places)


def test_an_edit_sets_the_paper_again(places: Places) -> None:
    build_small(places, WEB | PAPER)
    before = tree(places.output)
    edit(places, title="Brot und Salz")
    build_small(places, WEB | PAPER)
    assert {path for path in PDFS if tree(places.output)[path] == before[path]} == set()
    assert is_linked(places)


@pytest.mark.parametrize(("path", "is_still_linked"), [
    ("2025/programme.pdf", False), ("2025/programme-office.pdf", False), ("2025/programme-print.pdf", True),
])
def test_paper_that_was_lost_is_linked_only_if_it_can_be_read(places: Places, path: str, is_still_linked: bool) -> None:
    build_small(places, WEB | PAPER)
    (places.output / path).unlink()
    build_small(places)
    assert is_linked(places) == is_still_linked
    build_small(places, PAPER)
    assert pdfs(places) == PDFS


def test_paper_goes_with_its_edition(places: Places) -> None:
    shutil.copytree(places.events / "2025", places.events / "2024")
    for path in (places.events / "2024").iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace("2025", "2024"), encoding="utf-8")
    build_small(places, WEB | PAPER)
    assert pdfs(places) == PDFS | {path.replace("2025", "2024") for path in PDFS}
    shutil.rmtree(places.events / "2024")
    build_small(places)
    assert pdfs(places) == PDFS


def test_every_language_has_its_own(places: Places) -> None:
    build_small(places, WEB | PAPER, languages=(GERMAN, ARABIC))
    assert pdfs(places) == PDFS | {f"ar/{path}" for path in PDFS}
    assert b'href="/ar/2025/programme.pdf"' in (places.output / "ar" / "index.html").read_bytes()
    assert LINK not in (places.output / "ar" / "index.html").read_bytes()


def test_what_made_the_paper_counts(tmp_path: Path) -> None:
    places = make_places(tmp_path, own_theme=True)
    build_small(places, PAPER)
    theme = places.project / "theme"
    (theme / "templates" / "day.html").write_text("", encoding="utf-8")
    assert build_small(places, PAPER).written == 0, "a page's template"
    for path in ("paper/inks.typ", "css/tokens.css"):
        with (theme / path).open("a", encoding="utf-8") as file:
            file.write("\n")
        before = times(places.output)
        build_small(places, PAPER)
        assert times(places.output) == before, "the same pages, so nothing is written"
        (theme / path).write_text((theme / path).read_text(encoding="utf-8").replace("#20124d", "#20124e").replace("(0%, 28%", "(0%, 29%"), encoding="utf-8")
        assert build_small(places, PAPER).written > 0, path
