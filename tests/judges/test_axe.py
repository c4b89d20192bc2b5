"""Pages of every kind before axe-core: WCAG 2.2, levels A and AA, light and dark, on a desktop and on a phone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from judges.builds import ROOT
from judges.in_page import DESKTOP, PHONE, Look, named
from judges.pages import Page

pytestmark = pytest.mark.slow

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    # target-size is off in axe unless asked for; colours are judged by themselves
    "rules": {"target-size": {"enabled": True}, "color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "resultTypes": ["violations", "incomplete"]}
# where boxes overlap on purpose, as the large numerals do, axe leaves it to us
OVERLAPS = re.compile("obscured|overlap")


def axe(look: Look) -> list[str]:
    """Let axe judge the open page by all rules of WCAG; returns rule, element and reason of each violation."""
    return violations(run_axe(look, RULES)) + colours(look)


def colours(look: Look) -> list[str]:
    """Let axe judge the contrast of texts; without pseudo-elements, as axe says nothing of a text that one lies under or over."""
    look.ask("usePseudoElements", False)
    result = run_axe(look, COLOURS)
    look.ask("usePseudoElements", True)
    unsure = [_said("not judged", node) for rule in result["incomplete"] for node in rule["nodes"]]
    return violations(result) + [line for line in unsure if not OVERLAPS.search(line)]


def violations(result: dict[str, Any]) -> list[str]:
    """Return what axe found wrong."""
    return [_said(rule["id"], node) for rule in result["violations"] for node in rule["nodes"]]


def run_axe(look: Look, options: dict[str, Any]) -> dict[str, Any]:
    """Run axe on the open page."""
    if not look.tab.evaluate("'axe' in globalThis"):
        look.tab.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = look.tab.evaluate(f"axe.run(document, {json.dumps(options)})")
    assert result["passes"], "axe looked at nothing"
    return result


def _said(rule: str, node: dict[str, Any]) -> str:
    return f"{rule}: {' '.join(map(str, node['target']))}: {node['failureSummary'].splitlines()[-1].strip()}"


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_axe_finds_no_violation(visits: list[tuple[Page, datetime]], served: str, look: Look, width: int) -> None:
    found: list[str] = []
    for page, now in visits:
        look.at(served + page.href, width=width, now=now)
        found += named(f"{page.href} {now:%d.%m.} light", axe(look))
        look.darken()
        found += named(f"{page.href} {now:%d.%m.} dark", colours(look))
    assert found == []


def test_axe_finds_no_violation_in_any_language(others: list[Page], served: str, look: Look) -> None:
    assert len({page.lang for page in others}) == 7
    found: list[str] = []
    for number, page in enumerate(others):
        # the colours are the same in every language; the narrow and the wide page take turns
        look.at(served + page.href, width=PHONE if number % 2 else DESKTOP)
        found += named(page.href, violations(run_axe(look, RULES)))
    assert found == []


def test_axe_finds_faults(broken: Callable[..., Look]) -> None:
    css = "p { color: #aaa; background: #fff } a { display: block; inline-size: 10px; block-size: 10px; overflow: hidden }"
    look = broken('<main><h1>A</h1><p>grau</p><img src="/a.png"><a href="/1">x</a><a href="/2">y</a></main>', css)
    assert {fault.split(":")[0] for fault in axe(look)} == {"color-contrast", "image-alt", "target-size"}


def test_axe_sees_contrast_behind_a_pseudo_element(broken: Callable[..., Look]) -> None:
    css = 'p { position: relative; color: #aaa } p::after { content: ""; position: absolute; inset: 0; background: #fff1 }'
    look = broken("<main><h1>A</h1><p>grau</p></main>", css)
    assert [fault.split(":")[0] for fault in axe(look)] == ["color-contrast"]
    look = broken("<main><h1>A</h1><p>bunt</p></main>", "p { background: linear-gradient(#fff, #000) }")
    assert [fault.split(":")[0] for fault in axe(look)] == ["not judged"]


def test_axe_sees_the_dark_scheme(broken: Callable[..., Look]) -> None:
    css = "p { color: #000; background: #fff } @media (prefers-color-scheme: dark) { p { background: #111 } }"
    look = broken("<main><h1>A</h1><p>schwarz</p></main>", css)
    assert axe(look) == []
    look.darken()
    assert [fault.split(":")[0] for fault in axe(look)] == ["color-contrast"]
