"""Right to left: on Arabic and Persian pages Latin words and numbers keep their order, and nothing is laid out by left and right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from judges.builds import ROOT

RIGHT_TO_LEFT = ("ar", "fa")
ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06fc]")
# a sentence or a name of several words
SENTENCE = re.compile(r"(?:[A-Za-zÀ-ž]{3,}[\s,]+){2,}[A-Za-zÀ-ž]{3,}")
ISOLATED = re.compile("\u2068[^\u2068\u2069]*\u2069")
# What begins with a number and goes on in Latin letters: among Arabic words the number would stand behind them (UAX #9, W2).
RUN = re.compile(r"\d[\d.,:]*\s+[A-Za-zÀ-ž][^\u0600-\u06ff\u2068\u2069]*")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-(?:margin|padding))-(?:left|right|top|bottom)|left|right|"
    r"border-(?:top|bottom)-(?:left|right)-radius|(?:min-|max-)?(?:width|height))\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def texts(element: Any) -> Iterator[tuple[str, Any]]:
    """Yield every text that a page of another direction must keep together, with the element it stands in."""
    if element.tag in ("script", "style", "title", "head", "svg") or not isinstance(element.tag, str):
        return
    if element.tag == "bdi" or element.get("dir"):
        return
    yield element.text or "", element
    for child in element:
        yield from texts(child)
        yield child.tail or "", element


def loose(text: str) -> list[str]:
    """Return runs of Latin words in Arabic text that are kept together by nothing."""
    rest = ISOLATED.sub("", text)
    if not ARABIC.search(rest):
        return []
    # after Latin letters a number keeps their direction
    strong = (re.findall(f"{ARABIC.pattern}|[A-Za-zÀ-ž]", rest[:run.start()]) for run in RUN.finditer(rest))
    return [run[0] for run, before in zip(RUN.finditer(rest), strong, strict=True) if not (before and not ARABIC.match(before[-1]))]


@pytest.mark.parametrize(("text", "found"), [
    ("\u0645\u0646 Bebra \u0625\u0644\u0649", []), ("\u0645\u0646 \u206836251 Bebra\u2069", []), ("36251 Bebra", []), ("19:30 \u0645\u0646", []),
    ("\u0645\u0646 36251 Bebra", ["36251 Bebra"]), ("\u0645\u0646 Ring 1, 36251 Bebra", []), ("\u0645\u0646 2. Halle, Bebra", ["2. Halle, Bebra"]),
])
def test_loose_runs_are_found(text: str, found: list[str]) -> None:
    assert [run.strip() for run in loose(text)] == found


@pytest.mark.slow
@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_names_in_another_script_are_kept_together(site: Path, lang: str) -> None:
    found = []
    for path in sorted((site / lang).rglob("*.html")):
        page: Any = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
        found += [f"{path.relative_to(site)}: {run}" for text, _ in texts(page.find("body")) for run in loose(text)]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_german_texts_are_marked(site: Path, lang: str) -> None:
    """A sentence that is all Latin stands in an element that says in which language and direction."""
    found = []
    for path in [site / lang / "mitmachen/index.html", *sorted((site / lang / "2025").rglob("index.html"))]:
        page: Any = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
        for text, element in texts(page.find("body")):
            words = ISOLATED.sub("", text)
            if SENTENCE.search(words) and not ARABIC.search(words) and "source" not in element.get("class", ""):
                found.append(f"{path.relative_to(site)}: {words.strip()}")
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_no_dash_stands_between_numbers(site: Path, lang: str) -> None:
    """From right to left "14–28" would be read as 28 to 14; the page says it in words."""
    found = []
    for path in [site / lang / "mitmachen/index.html", *sorted((site / lang / "2025").rglob("index.html"))]:
        page: Any = lxml.html.parse(str(path), lxml.html.HTMLParser(encoding="utf-8")).getroot()
        found += [
            f"{path.relative_to(site)}: {text.strip()}" for text, _ in texts(page.find("body"))
            if re.search(r"\d\s*[–-]\s*\d", ISOLATED.sub("", text)) and ARABIC.search(text)
        ]
    assert found == []


def test_css_knows_no_left_and_right() -> None:
    found = []
    for path in sorted((ROOT / "theme" / "css").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", lambda match: "\n" * match[0].count("\n"), path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for number, line in enumerate(text.splitlines(), 1):
            # a query asks the window, which has no direction
            if PHYSICAL.search(re.sub(r"@(?:media|container)[^{]*", "", line)):
                found.append(f"{path.name}:{number}: {line.strip()}")
    assert found == []


@pytest.mark.parametrize(("line", "is_physical"), [
    ("margin-left: 1px", True), ("a { left: 0 }", True), ("text-align: right", True), ("width: 1rem", True), ("border-top-left-radius: 1px", True),
    ("margin-inline-start: 1px", False), ("text-align: start", False), ("inline-size: 1rem", False), ("border-block-end: 1px", False),
])
def test_physical_words_are_found(line: str, is_physical: bool) -> None:
    assert bool(PHYSICAL.search(line)) == is_physical
