"""What axe misses: focus that is seen, room for fingers, zoom to 320 px, text that may grow, life without JavaScript, paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Browser

from judges.in_page import DESKTOP, NARROWEST, PHONE, Look, named
from judges.pages import Page

pytestmark = pytest.mark.slow

MAIN_LINKS = "nav:not(.crumbs) a, .row a, .running a, .actions a, .stamps a, .quick a, .day h3 a"
LEAST_TEXT, LEAST_TARGET, LEAST_MAIN_TARGET = 12, 24, 44


def test_every_page_fits_a_window_of_320_px(pages: dict[str, Page], others: list[Page], served: str, look: Look) -> None:
    """Nothing scrolls sideways and no text is cut off, also with the text spacing of WCAG 1.4.12."""
    faults: list[str] = []
    for page in (*(page for page in pages.values() if page.lang == "de"), *others):
        look.at(served + page.href, width=NARROWEST)
        faults += named(page.href, look.ask("sideways") + look.ask("clipped"))
        look.ask("spaceText")
        faults += named(f"{page.href} spaced", look.ask("sideways") + look.ask("clipped"))
    assert faults == []


def test_no_text_is_cut_off_on_a_desktop(visits: list[tuple[Page, datetime]], served: str, look: Look) -> None:
    faults: list[str] = []
    for page, now in visits:
        look.at(served + page.href, now=now, width=DESKTOP)
        faults += named(page.href, look.ask("sideways") + look.ask("clipped"))
        look.ask("spaceText")
        faults += named(f"{page.href} spaced", look.ask("sideways") + look.ask("clipped"))
    assert faults == []


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_no_text_is_under_12_px(visits: list[tuple[Page, datetime]], served: str, look: Look, width: int) -> None:
    faults: list[str] = []
    for page, now in visits:
        look.at(served + page.href, now=now, width=width)
        faults += named(page.href, look.ask("smallText", LEAST_TEXT))
    assert faults == []


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_targets_can_be_hit(visits: list[tuple[Page, datetime]], served: str, look: Look, width: int) -> None:
    """All are 24 px in both directions, but for links inside a sentence; rows and menus 44 px where fingers press."""
    faults: list[str] = []
    for page, now in visits:
        look.at(served + page.href, now=now, width=width)
        faults += named(page.href, look.ask("smallTargets", LEAST_TARGET))
        if width == PHONE:
            faults += named(page.href, look.ask("smallTargets", LEAST_MAIN_TARGET, MAIN_LINKS))
    assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_wherever_it_can_be(visits: list[tuple[Page, datetime]], served: str, look: Look, scheme: str) -> None:
    faults: list[str] = []
    for page, now in visits:
        look.at(served + page.href, now=now, scheme=scheme)  # type: ignore[arg-type] # pytest knows no literals
        look.tab.keyboard.press("Tab")
        faults += named(page.href, look.ask("hiddenFocus"))
    assert faults == []


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_first_stop_of_the_keyboard_leads_to_the_content(kinds: list[Page], served: str, look: Look, width: int) -> None:
    assert [fault for page in kinds for fault in named(page.href, skip_link(look, served + page.href, width))] == []


def skip_link(look: Look, url: str, width: int = DESKTOP) -> list[str]:
    """Press Tab, Enter, Tab: the first stop is a link to main that is seen, the next one lies behind it."""
    look.at(url, width=width)
    look.tab.keyboard.press("Tab")
    first = look.ask("focused")
    if not first["href"].startswith("#"):
        return [f"the first stop is {first['name']}"]
    faults = [] if first["inWindow"] else [f"{first['name']} is not in the window when focused"]
    is_main = look.tab.evaluate("id => document.querySelector('main')?.id === id", first["href"][1:])
    return faults if is_main else [*faults, f"{first['name']} does not lead to main"]


def test_every_text_is_there_without_javascript(kinds: list[Page], served: str, browser: Browser) -> None:
    """A text of main is seen on the desktop or on the phone; what a script would show stands in something `hidden`."""
    context = browser.new_context(java_script_enabled=False)
    look = Look(context.new_page(), context.new_page())
    faults = [fault for page in kinds for fault in named(page.href, unseen(look, served + page.href))]
    context.close()
    assert faults == []


def unseen(look: Look, url: str) -> list[str]:
    """Return the texts of main that can be seen neither at 1280 px nor at 360 px."""
    look.at(url, width=DESKTOP)
    wide = look.ask("mainTexts")
    look.at(url, width=PHONE)
    return [
        f"“{text}” is nowhere"
        for (text, on_desktop), (_, on_phone) in zip(wide, look.ask("mainTexts"), strict=True)
        if not on_desktop and not on_phone
    ]


def test_paper_shows_the_content_and_no_navigation(kinds: list[Page], served: str, look: Look) -> None:
    assert [fault for page in kinds for fault in named(page.href, paper(look, served + page.href))] == []


def paper(look: Look, url: str) -> list[str]:
    """Say what is wrong with a page as it is printed on A4."""
    look.at(url, width=794, media="print")
    faults = [f"{name} is printed" for name in look.ask("shown", "nav, .skip, button")]
    faults += [f"{name} is not printed" for name in look.ask("missing", "main, h1")]
    faults += [f"{name} is without its answer" for name in look.ask("unanswered")]
    return [*faults, *look.ask("sideways"), *look.ask("clipped")]


# --- the judges can find fault


def test_what_is_too_wide_is_found(broken: Callable[..., Look]) -> None:
    css = """.wide { inline-size: 500px } .scroller { overflow-x: auto; white-space: nowrap } body { overflow-x: hidden }
             .cut { overflow: hidden; white-space: nowrap; text-overflow: ellipsis } .vh { position: absolute; inline-size: 1px;
             block-size: 1px; overflow: hidden; white-space: nowrap } .low { block-size: 1rem; overflow: hidden }"""
    words = "viele Worte, die niemals in ein Fenster von dreihundertzwanzig Pixeln passen"
    look = broken(
        f'<p class="wide">weit {words}</p><p class="scroller">{words}</p><p class="cut">kurz {words}</p>'
        f'<p class="vh">{words}</p><p class="low">tief {words}</p>',
        css,
        width=NARROWEST,
    )
    sideways, clipped = look.ask("sideways"), look.ask("clipped")
    assert "<p.scroller> “viele Worte, die niemals in ein Fenster ” scrolls sideways" in sideways
    assert "<p.wide> “weit viele Worte, die niemals in ein Fen” runs out of the window" in sideways
    assert [fault.split(" ")[0] for fault in clipped] == ["<p.cut>", "<p.low>"]


def test_a_wide_page_is_found(broken: Callable[..., Look]) -> None:
    look = broken("<div></div>", "div { inline-size: 400px; block-size: 1px }", width=NARROWEST)
    assert look.ask("sideways") == ["the page is 408 px wide in a window of 320"]


def test_text_that_cannot_grow_is_found(broken: Callable[..., Look]) -> None:
    css = """p { font: 16px/1.2 monospace; overflow: hidden; inline-size: 7em }
             .a { white-space: nowrap } .b { block-size: 2.4em }"""
    look = broken('<p class="a">Worte Worte</p><p class="b">Worte Worte Worte</p>', css)
    assert look.ask("clipped") == []
    look.ask("spaceText")
    assert [fault[:5] for fault in look.ask("clipped")] == ["<p.a>", "<p.b>"]


def test_small_text_is_found(broken: Callable[..., Look]) -> None:
    look = broken("<p>groß</p><p>A<small>klein</small></p>", "p { font-size: 14px } small { font-size: 11.9px }")
    assert look.ask("smallText", LEAST_TEXT) == ["<small> “klein” is set in 11.9px"]


def test_small_targets_are_found(broken: Callable[..., Look]) -> None:
    css = """body { font: 14px/1.2 sans-serif } li { list-style: none; block-size: 18px }
             .row { position: relative; block-size: 60px } .row a::after { content: ""; position: absolute; inset: 0 }
             .over { position: absolute; inset: 0; inset-block-start: 150px; block-size: 90px }"""
    look = broken(
        '<ul><li><a href="/1">zu klein</a></li></ul><p>ein Satz mit einem <a href="/2">Wort</a> darin</p>'
        '<div class="row"><a href="/3">groß</a></div><p><br><a href="/4">verdeckt</a></p><div class="over"></div>',
        css,
    )
    faults = look.ask("smallTargets", LEAST_TARGET)
    assert [fault.split(" can ")[0] for fault in faults] == ["<a> “zu klein”", "<a> “verdeckt”"]
    assert look.ask("smallTargets", LEAST_MAIN_TARGET, ".row a") == []
    assert len(look.ask("smallTargets", LEAST_TARGET, "a", True)) == 3


def test_hidden_focus_is_found(broken: Callable[..., Look]) -> None:
    css = """.none:focus { outline: 0 } .shadow:focus { outline: 0; box-shadow: 0 0 0 3px red } .part:focus { outline: 0 }
             .part:focus::after { outline: 2px solid red; content: "" } .clear:focus { outline: 2px solid transparent }
             .moved:focus { outline: 0; color: red; transition: color 1s }"""
    names = ("none", "shadow", "part", "clear", "moved")
    look = broken("".join(f'<a class="{name}" href="/{name}">{name}</a> ' for name in names) + '<a href="/">good</a>', css)
    look.tab.keyboard.press("Tab")
    assert look.ask("hiddenFocus") == [f"<a.{name}> “{name}” does not show that it is focused" for name in ("none", "clear", "moved")]


@pytest.mark.parametrize(
    ("main", "css", "fault"),
    [
        ('<a href="/x">X</a><main id="m"></main>', "", "the first stop is <a> “X”"),
        (
            '<a href="#m">Skip</a><main id="m"></main>',
            "a { position: absolute; top: -9em }",
            "<a> “Skip” is not in the window when focused",
        ),
        ('<a href="#n">Skip</a><p id="n"><main id="m"></main>', "", "<a> “Skip” does not lead to main"),
    ],
)
def test_a_bad_skip_link_is_found(broken: Callable[..., Look], main: str, css: str, fault: str) -> None:
    look = broken(main, css)
    assert skip_link(look, look.tab.url) == [fault]


def test_text_that_needs_a_script_is_found(broken: Callable[..., Look]) -> None:
    css = "details.js, .late, .vh2 { display: none } @media (width < 700px) { .phone { display: none } }"
    look = broken('<main><p class="late">spät</p><p class="phone">breit</p><p hidden>Zugabe</p>gut</main>', css)
    assert unseen(look, look.tab.url) == ["“spät” is nowhere"]


def test_bad_paper_is_found(broken: Callable[..., Look]) -> None:
    look = broken("<nav>Menü</nav><main><h1>Titel</h1></main>", "@media print { h1 { display: none } }")
    assert paper(look, look.tab.url) == ["<nav> “Menü” is printed", "<h1> “Titel” is not printed"]


def test_a_fact_that_is_not_printed_is_found(broken: Callable[..., Look]) -> None:
    look = broken(
        '<main><h1>Titel</h1><dl><dt>Wer</dt><dd><a href="/chor/">Chor</a></dd><dt>Anmeldung</dt><dd>bitte <a href="https://a.example">a.example</a></dd></dl></main>',
        "@media print { dd a { display: none } }",
    )
    assert paper(look, look.tab.url) == ["<dt> “Wer” is without its answer", "<a> “a.example” is without its answer"]
