"""HTML, CSS and SVG of the whole site before vnu, the checker of the W3C; headings, ids, inline code before our own eyes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from judges.builds import ROOT
from judges.pages import Page, heading_faults, inline_faults, read_page, repeated_ids

pytestmark = pytest.mark.slow

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# what vnu does not know yet, though it is a standard: https://www.w3.org/TR/css-contain-3/#container-rule,
# https://www.w3.org/TR/css-forms-1/#field-sizing
UNKNOWN_TO_VNU = ("Unrecognized at-rule “@container”", "“field-sizing”: Property “field-sizing” doesn't exist.")


def vnu(folder: Path) -> list[str]:
    """Return everything vnu says about the HTML, CSS and SVG files of a folder: errors and warnings, as path:line: text."""
    others = [str(path) for suffix in ("css", "svg") for path in folder.rglob(f"*.{suffix}")]
    # in two calls, because vnu counts the lines of HTML from 0 as soon as it is asked for SVG too
    return sorted(_vnu(folder, "--skip-non-html", str(folder)) + _vnu(folder, "--also-check-css", "--also-check-svg", *others))


def _vnu(folder: Path, *what: str) -> list[str]:
    done = subprocess.run(
        ["java", "-jar", str(VNU), "--format", "json", "--stdout", *what], check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.stdout, f"vnu does not run: {done.stderr}"
    messages = json.loads(done.stdout)["messages"]
    return [_said(folder, message) for message in messages if not message["message"].endswith(UNKNOWN_TO_VNU)]


def _said(folder: Path, message: dict[str, Any]) -> str:
    path = message.get("url", "").removeprefix(f"file:{folder}/")
    line = message.get("lastLine", 0) + path.endswith(".svg")
    return f"{path}:{line}: {message.get('subType') or message['type']}: {message['message']}"


def test_vnu_has_nothing_to_say(site: Path) -> None:
    assert vnu(site) == []


def test_vnu_finds_faults_in_every_language(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<!doctype html><html lang="de"><title>T</title><p><div></p>', encoding="utf-8")
    (tmp_path / "b.css").write_text("@layer a {\n p { colour: red } }", encoding="utf-8")
    (tmp_path / "c.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><foo/></svg>', encoding="utf-8")
    (tmp_path / "d.html").write_text("<!doctype html><html><title>T</title><p>Ein Text in deutscher Sprache</p>", encoding="utf-8")
    said = vnu(tmp_path)
    assert "b.css:2: error: CSS: “colour”: Property “colour” doesn't exist." in said
    assert {line.split(":")[0] for line in said} == {"a.html", "b.css", "c.svg", "d.html"}
    assert any(line.startswith("c.svg:1: error: Element “foo”") for line in said)
    assert any(line.startswith("d.html:1: warning:") for line in said)


def test_ids_are_unique(pages: dict[str, Page]) -> None:
    assert [fault for page in pages.values() for fault in repeated_ids(page)] == []


def test_headings_begin_with_one_h1_and_do_not_jump(pages: dict[str, Page]) -> None:
    assert [fault for page in pages.values() for fault in heading_faults(page)] == []


def test_no_style_script_or_handler_stands_in_a_page(pages: dict[str, Page]) -> None:
    assert [fault for page in pages.values() for fault in inline_faults(page)] == []


def test_every_page_is_of_a_known_kind(pages: dict[str, Page]) -> None:
    """A page that is not of these kinds would be looked at by nobody."""
    first_words = {page.kind.split(" ")[0] for page in pages.values()}
    assert first_words == {"front", "day", "event", "facet", "index", "page", "form", "notfound"}


BROKEN = b"""<!doctype html><html lang="de"><body class="on-front"><h1>A</h1><h2 id=a>B</h2>
<h4 id=a style="color:red">C</h4><h1>D</h1><p onclick="x()"><a href="JavaScript:x()">E</a>
<script>x()</script><script type="application/ld+json">{}</script><style>a{}</style>"""


@pytest.mark.parametrize(
    ("judge", "faults"),
    [
        (repeated_ids, ["x.html: id “a” occurs 2 times"]),
        (heading_faults, ["x.html: 2 h1", "x.html:2: h4 after h2"]),
        (
            inline_faults,
            [
                "x.html:2: <h4 style=…>",
                "x.html:2: <p onclick=…>",
                "x.html:2: <a href=“JavaScript:x()”>",
                "x.html:3: <script> without src",
                "x.html:3: <style>",
            ],
        ),
    ],
)
def test_a_broken_page_is_found(judge: object, faults: list[str]) -> None:
    assert judge(read_page("x.html", BROKEN)) == faults  # type: ignore[operator] # a judge is a function of a page


def test_every_page_says_where_its_faults_are_reported(pages: dict[str, Page]) -> None:
    """One link on each: a mail, a form, or the page with the office's number."""
    after = {path: [page.tags[n + 1] for n, tag in enumerate(page.tags) if "report" in tag.classes] for path, page in pages.items()}
    assert {path for path, tags in after.items() if [tag.name for tag in tags] != ["a"] or not tags[0].attributes.get("href")} == set()
