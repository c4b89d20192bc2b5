"""A look at a page in the browser: opening it at a width, and the questions of in_page.js."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from playwright.sync_api import Page as Tab

QUESTIONS = Path(__file__).with_name("in_page.js").read_text(encoding="utf-8")
# the visitor's clock: before the weeks nothing is marked; on the evening of their busiest day there is past, now and to come
BEFORE = datetime(2025, 9, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
DURING = datetime(2025, 9, 20, 18, 30, tzinfo=ZoneInfo("Europe/Berlin"))
NARROWEST, PHONE, DESKTOP = 320, 360, 1280


class Look:
    """Two tabs of the browser, one with a mouse and one for fingers, used again for every page."""

    def __init__(self, mouse: Tab, touch: Tab) -> None:
        self._mouse, self._touch = mouse, touch
        self.tab = mouse
        self._clocks: dict[Tab, datetime] = {}
        self._windows: dict[Tab, tuple[int, Literal["light", "dark"], Literal["screen", "print"]]] = {}

    def choose(self, width: int) -> Tab:
        """Take the tab that a width is shown in, and return it: for those who listen before a page is opened."""
        self.tab = self._touch if width < 700 else self._mouse
        return self.tab

    def at(
        self,
        url: str,
        *,
        width: int = DESKTOP,
        scheme: Literal["light", "dark"] = "light",
        media: Literal["screen", "print"] = "screen",
        now: datetime = BEFORE,
    ) -> None:
        """Open a page in a window of a width, in a colour scheme, on screen or as for the printer, at a time."""
        self.choose(width)
        self._set(width, scheme, media)
        if self._clocks.get(self.tab) != now:  # each setting is played again at every page from then on
            self.tab.clock.set_fixed_time(now)
            self._clocks[self.tab] = now
        self.tab.goto(url)
        self.tab.evaluate(QUESTIONS)

    def darken(self) -> None:
        """Show the open page in dark colours."""
        width, _, media = self._windows[self.tab]
        self._set(width, "dark", media)

    def _set(self, width: int, scheme: Literal["light", "dark"], media: Literal["screen", "print"]) -> None:
        if self._windows.get(self.tab) == (width, scheme, media):  # to set it costs another layout of the page before
            return
        self.tab.set_viewport_size({"width": width, "height": 740 if width < 700 else 800})
        self.tab.emulate_media(color_scheme=scheme, media=media, reduced_motion="reduce")
        self._windows[self.tab] = (width, scheme, media)

    def ask(self, question: str, *arguments: object) -> Any:
        """Ask a question of in_page.js and return its answer."""
        return self.tab.evaluate("([name, rest]) => judges[name](...rest)", [question, list(arguments)])


def named(page: str, faults: Iterable[str]) -> list[str]:
    """Put the page before each fault."""
    return [f"{page}: {fault}" for fault in faults]
