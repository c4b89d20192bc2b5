"""Markup: the words of an HTML text, line by line, as people see them. Floor 5, standard library only, pure."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BREAKS = frozenset(("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "blockquote", "pre", "hr", "ul", "ol", "table"))
_HIDDEN = frozenset(("style", "script", "head", "title"))


def as_plain(text: str, *, with_links: bool = False) -> str:
    """Return the words of an HTML text; each block, and each line break, begins a line. With links, their addresses stand behind them."""
    reader = _Words(with_links=with_links)
    reader.feed(text)
    reader.close()
    lines = "".join(reader.parts).replace("\xa0", " ").split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")


class _Words(HTMLParser):
    """Collects words and line ends. White space that HTML does not show is one blank; within `pre` it stays."""

    def __init__(self, *, with_links: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.with_links = with_links
        self.parts: list[str] = []
        self.hidden = 0
        self.kept = 0
        self.links: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in _HIDDEN
        self.kept += tag == "pre"
        if tag == "br":
            self.parts.append("\n")
        elif tag in _BREAKS:
            self._begin_line()
        if tag == "li":
            self.parts.append("- ")
        if tag == "a" and self.with_links:
            self.links.append((dict(attrs).get("href") or "", len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in _HIDDEN and self.hidden > 0
        self.kept -= tag == "pre" and self.kept > 0
        if tag == "a" and self.links:
            self._tell_link(*self.links.pop())
        if tag in _BREAKS and tag != "br":
            self._begin_line()

    def _tell_link(self, address: str, since: int) -> None:
        """Put the address of a link behind its words, unless they are the address."""
        words = "".join(self.parts[since:])
        if address.startswith(("http://", "https://")) and address.removeprefix("https://").rstrip("/") not in words:
            self.parts.append(f" ({address})" if words.strip() else address)

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        text = data if self.kept else re.sub(r"[ \t\r\n]+", " ", data)
        if text == " " and (not self.parts or self.parts[-1].endswith("\n")):
            return
        self.parts.append(text.lstrip(" ") if not self.kept and self.parts and self.parts[-1].endswith("\n") else text)

    def _begin_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self.parts.append("\n")
