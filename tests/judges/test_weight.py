"""The weight of pages over the wire, with all that their first paint needs."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from random import Random

import brotli
import pytest

from judges.pages import Page, read_pages
from judges.weight import Scale, needed

pytestmark = pytest.mark.slow

MOST = {"event": 14_000, "front": 30_000}
OF_OTHERS = 30_000
LARGEST = 5


def too_heavy(pages: dict[str, Page], site: Path) -> list[str]:
    """Return the pages that weigh more than their kind may, heaviest first; in each language the largest of a kind are weighed."""
    scale = Scale(site)
    largest: dict[tuple[str, str], list[Page]] = defaultdict(list)
    for page in sorted(pages.values(), key=lambda page: -page.size):
        largest[page.lang, page.kind].append(page)
    weighed = sorted(((scale.page(page), page) for some in largest.values() for page in some[:LARGEST]), key=lambda pair: -pair[0])
    return [f"{page.path}: {weight} bytes" for weight, page in weighed if weight > MOST.get(page.kind, OF_OTHERS)]


def test_no_page_is_too_heavy(pages: dict[str, Page], site: Path) -> None:
    assert {"event", "front"} <= {page.kind for page in pages.values()}
    assert too_heavy(pages, site) == []


PAGE = """<!doctype html><body class="on-event"><link rel="stylesheet" href="/a.css"><link rel="icon" href="/tab.svg">
<script src="/slow.js"></script><script type="module" src="/late.js"></script><link rel="preload" href="/font.woff2">
<img src="/now.jpg"><img src="/later.jpg" loading="lazy"><svg><use href="/icons.svg#a"/><use href="#b"/></svg>"""


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.css").write_text('a{background:url("b.png")} b{background:url(data:image/png;base64,AA)}' * 3, encoding="utf-8")
    for name in ("tab.svg", "slow.js", "late.js", "font.woff2", "now.jpg", "later.jpg", "icons.svg", "b.png"):
        (tmp_path / name).write_bytes(b"x" * 400)
    return tmp_path


def test_all_that_the_first_paint_needs_is_weighed(small_site: Path) -> None:
    page = read_pages(small_site)["index.html"]
    files = needed(page, small_site)
    assert files == ["index.html", "a.css", "b.png", "slow.js", "font.woff2", "now.jpg", "icons.svg"]
    packed = [len(brotli.compress((small_site / path).read_bytes(), quality=11)) for path in files]
    assert Scale(small_site).page(page) == sum(packed)


def test_a_heavy_page_is_found(small_site: Path) -> None:
    assert too_heavy(read_pages(small_site), small_site) == []
    (small_site / "now.jpg").write_bytes(Random(1).randbytes(20_000))
    heavy = too_heavy(read_pages(small_site), small_site)
    assert [line.split(":")[0] for line in heavy] == ["index.html"]
