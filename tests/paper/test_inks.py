"""Colours of paper are those of the pages."""

from __future__ import annotations

import re
from pathlib import Path

from ikw.paper.inks import inks

THEME = Path(__file__).parents[2] / "theme"
TOKENS = (THEME / "css" / "tokens.css").read_text(encoding="utf-8")
MIXTURE = re.compile(r"^  ([a-z]+): \((\d+)%, (\d+)%, (\d+)%, (\d+)%\),$", re.MULTILINE)


def mixtures() -> dict[str, tuple[int, ...]]:
    """Return what a press mixes for each colour, in per cent of cyan, magenta, yellow and black."""
    source = (THEME / "paper" / "inks.typ").read_text(encoding="utf-8")
    return {name: tuple(map(int, parts)) for name, *parts in MIXTURE.findall(source)}


def test_only_the_colours_by_day_are_read() -> None:
    assert inks(":root { --paper: #fff; --druck: #20124D; --s1: .25rem }\n@media print { :root { --paper: #000; } }") == {
        "paper": "#ffffff", "druck": "#20124d",
    }


def test_every_mixture_has_a_colour_on_screens() -> None:
    assert mixtures()
    assert mixtures().keys() <= inks(TOKENS).keys()


def test_no_mixture_drowns_the_paper() -> None:
    assert {name: sum(parts) for name, parts in mixtures().items() if sum(parts) > 280} == {}


def test_what_is_read_is_black_alone() -> None:
    assert [mixtures()[name] for name in ("text", "soft")] == [(0, 0, 0, 100)] * 2


def test_a_mixture_looks_like_its_colour() -> None:
    """Mixed by the plain rule, no mixture is further from its colour than a press and an eye would forgive."""
    colours = inks(TOKENS)
    far = {}
    for name in ("safran", "granat", "minze", "himmel", "white", "quiet", "wash"):
        cyan, magenta, yellow, black = mixtures()[name]
        mixed = [255 * (100 - part) * (100 - black) / 10_000 for part in (cyan, magenta, yellow)]
        wanted = [int(colours[name][n : n + 2], 16) for n in (1, 3, 5)]
        if (distance := max(abs(a - b) for a, b in zip(mixed, wanted, strict=True))) > 40:
            far[name] = distance
    assert far == {}
