"""SVG paths become absolute steps: lines, cubic curves, closings."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser

from ikw.paper.outlines import Step, steps

STAMPS = Path(__file__).parents[2] / "theme" / "stamps.json"


def rounded(path: str) -> list[Step]:
    """Return the steps of a path with numbers that can be read."""
    return [tuple(part if isinstance(part, str) else round(part, 2) + 0.0 for part in step) for step in steps(path)]


@pytest.mark.parametrize(("path", "expected"), [
    # lines, absolute and relative
    ("M1 2L3 4", [("M", 1, 2), ("L", 3, 4)]),
    ("m1 2l3 4", [("M", 1, 2), ("L", 4, 6)]),
    ("M0 0h8L4 7z", [("M", 0, 0), ("L", 8, 0), ("L", 4, 7), ("Z",)]),
    ("M1 1H5V6h-1v-2", [("M", 1, 1), ("L", 5, 1), ("L", 5, 6), ("L", 4, 6), ("L", 4, 4)]),
    # numbers as SVG allows them: without a zero, a space or a comma
    ("M.4-3,1.2.5", [("M", 0.4, -3), ("L", 1.2, 0.5)]),
    ("M1e1 2E0", [("M", 10, 2)]),
    # more pairs after a move are lines
    ("M0 0 1 1 2 0", [("M", 0, 0), ("L", 1, 1), ("L", 2, 0)]),
    ("m1 1 1 1", [("M", 1, 1), ("L", 2, 2)]),
    # after a closing, the pen is where the part began
    ("M1 1h2v2zl1 1", [("M", 1, 1), ("L", 3, 1), ("L", 3, 3), ("Z",), ("L", 2, 2)]),
    # curves
    ("M0 0C1 2 3 4 5 6", [("M", 0, 0), ("C", 1, 2, 3, 4, 5, 6)]),
    ("M1 1c1 2 3 4 5 6", [("M", 1, 1), ("C", 2, 3, 4, 5, 6, 7)]),
    ("M0 0C0 1 2 1 2 0S4-1 4 0", [("M", 0, 0), ("C", 0, 1, 2, 1, 2, 0), ("C", 2, -1, 4, -1, 4, 0)]),
    ("M0 0S1 1 2 0", [("M", 0, 0), ("C", 0, 0, 1, 1, 2, 0)]),
    ("M0 0Q3 3 6 0", [("M", 0, 0), ("C", 2, 2, 4, 2, 6, 0)]),
    ("M0 0Q3 3 6 0T12 0", [("M", 0, 0), ("C", 2, 2, 4, 2, 6, 0), ("C", 8, -2, 10, -2, 12, 0)]),
    ("M0 1q2-2 4 0t4 0", [("M", 0, 1), ("C", 1.33, -0.33, 2.67, -0.33, 4, 1), ("C", 5.33, 2.33, 6.67, 2.33, 8, 1)]),
    # half a circle is two quarters; the sweep says on which side
    ("M8 0a4 4 0 0 1-8 0", [("M", 8, 0), ("C", 8, 2.21, 6.21, 4, 4, 4), ("C", 1.79, 4, 0, 2.21, 0, 0)]),
    ("M8 0A4 4 0 0 0 0 0", [("M", 8, 0), ("C", 8, -2.21, 6.21, -4, 4, -4), ("C", 1.79, -4, 0, -2.21, 0, 0)]),
    # an arc too small to reach is made larger
    ("M0 0A1 1 0 0 1 4 0", [("M", 0, 0), ("C", 0, -1.1, 0.9, -2, 2, -2), ("C", 3.1, -2, 4, -1.1, 4, 0)]),
    ("", []),
])
def test_steps(path: str, expected: list[Step]) -> None:
    assert rounded(path) == expected


def as_path(found: tuple[Step, ...]) -> str:
    return " ".join(" ".join(str(part) for part in step) for step in found)


@pytest.mark.slow
@pytest.mark.parametrize("name", json.loads(STAMPS.read_text(encoding="utf-8")))
def test_a_stamp_is_drawn_as_a_browser_draws_it(name: str, browser: Browser) -> None:
    """The steps of every stamp, put back into SVG, give the picture of the stamp itself."""
    path = json.loads(STAMPS.read_text(encoding="utf-8"))[name]
    pictures = []
    page = browser.new_page(viewport={"width": 160, "height": 160})
    for drawn in (path, as_path(steps(path))):
        page.set_content(f'<body style="margin:0"><svg viewBox="0 0 8 8" width="160"><path d="{drawn}"/></svg>')
        pictures.append(Image.open(BytesIO(page.screenshot())).convert("L"))
    page.close()
    # where a curve runs through a pixel, the two may cover it a little differently, never by half
    assert max(ImageChops.difference(*pictures).tobytes()) < 128
