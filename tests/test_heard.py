"""Whole pages as a screen reader meets them, hard events and all: one file a page, so that a change of words can be read.

A heading has its "#", a link its "<…>", what is struck its "[…]", a picture its "(…)"; each block stands on a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest

import golden
from exports.hard import hard_programme
from ikw.choices import STATUS_WORDS
from ikw.groups import groups
from ikw.output import OutputFile
from ikw.theme import read_theme
from ikw.work import Make, Work
from samples import ARABIC, site
from small import ROOT

INLINE = ("a", "b", "bdi", "em", "i", "s", "small", "span", "strong", "time")
VOID = ("br", "img")
SIGNS = {"a": "<>", "s": "[]"}
PAGES = (
    "2025/index.html", "2025/2025-09-14/index.html", "2025/2025-09-20/index.html", "2025/venue/stadthalle/index.html",
    "2025/venue/alte-halle/index.html", "2025/category/fest/index.html", "2025/language/index.html", "ar/2025/index.html",
    *(f"2025/{name}/index.html" for name in (
        "moved", "one-cancelled", "all-cancelled", "gone-online", "postponed", "range", "tba", "midnight", "nine-organisers", "registration", "signs",
    )),
    "ar/2025/arabic/index.html", "ar/2025/moved/index.html",
)


class _Heard(HTMLParser):
    """Reads the words between <main> and its end."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.depth = 0
        self.silent = 0

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Drawings say nothing."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "main" or self.depth:
            self.depth += tag not in VOID
            if self.silent or values.get("aria-hidden") == "true" or "hidden" in values:
                self.silent += tag not in VOID
            elif tag == "img":
                self.text += f"\n({values['alt']})\n"
            else:
                self.text += "" if tag in INLINE else "\n"
                self.text += SIGNS.get(tag, "  ")[0].strip() + ("#" * int(tag[1]) + " " if tag[0] == "h" and tag[1:].isdigit() else "")

    def handle_endtag(self, tag: str) -> None:
        if self.depth:
            self.depth -= 1
            if self.silent:
                self.silent -= 1
            else:
                self.text += SIGNS.get(tag, "  ")[1].strip() + (" " if tag in ("small", "time", "s", "b") else "" if tag in INLINE else "\n")

    def handle_data(self, data: str) -> None:
        if self.depth and not self.silent:
            self.text += data.replace("\n", " ")


def heard(html: str) -> str:
    """Return the words of a page, block by block."""
    reader = _Heard()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()).replace(" ]", "]").replace(" >", ">") for line in reader.text.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


@cache
def pages() -> dict[str, str]:
    """Make every page of the hard events, in German and Arabic."""
    found = hard_programme()
    theme = read_theme(ROOT / "theme", found.categories.values())
    work = Work(
        sites=(site(found), site(found, language=ARABIC)), theme=theme, templates=ROOT / "theme" / "templates", bytecode=None, common="",
        digests={("2025", one.id): "" for one in found.events},
    )
    every = (file for group in groups(work) for file in files(group.make))
    return {file.path: file.data.decode() for file in every if file.path.endswith(".html")}


def files(make: Make) -> Iterator[OutputFile]:
    """Yield what a group makes. The picture of a sample is no file, and comes last."""
    with suppress(FileNotFoundError):
        yield from make()


@pytest.mark.parametrize("path", PAGES)
def test_page_says(path: str) -> None:
    name = path.removesuffix("/index.html").replace("/", "-")
    golden.check(f"heard/{name}.txt", heard(pages()[path]))


def test_what_is_struck_has_a_word_before_it_on_every_page() -> None:
    """„Abgesagt: “, „Alt: “, or „Vorher“ in the line above: without it nobody would hear that it no longer holds."""
    labels = {"Vorher", *STATUS_WORDS.values()}
    silent = [
        (path, above, line) for path, html in pages().items() for above, line in pairwise(heard(html).splitlines())
        if line.lstrip("<").startswith("[") and above not in labels
    ]
    assert silent == []
