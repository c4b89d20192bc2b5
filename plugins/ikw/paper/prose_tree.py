"""Prose tree: our sanitised HTML as a small tree that a template can set. Floor 4, pure.

Only what `prose` lets through occurs. A block is ["p" | "h2" | "h3", inline, …], ["quote", block, …] or ["ul" | "ol", item, …] with
["li", block, …] for each item; an inline is a text, ["b", inline, …], ["a", address, inline, …] or ["br"].
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

Node = list["Node | str"]

_INLINE = {"strong": "b", "em": "b", "code": "b", "a": "a", "br": "br"}
_BLOCKS = {"blockquote": "quote"}
_HOLDS_BLOCKS = ("root", "li", "quote", "ul", "ol")
_SPACE = re.compile(r"\s+")


def prose_tree(html: str) -> list[Node]:
    """Return the blocks of sanitised HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [block for block in reader.root[1:] if isinstance(block, list)]


class _Reader(HTMLParser):
    """Keeps a stack of what is open. Words right inside an item of a list get a paragraph of their own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: Node = ["root"]
        self.open: list[Node] = [self.root]
        self.is_loose = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _INLINE:
            self._open_loose()
            node: Node = [_INLINE[tag]]
            if tag == "a":
                node.append(dict(attrs).get("href") or "")
        else:
            self._close_loose()
            node = [_BLOCKS.get(tag, tag)]
        self.open[-1].append(node)
        if tag != "br":
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag not in _INLINE:
            self._close_loose()
        if tag != "br":
            self.open.pop()

    def handle_data(self, data: str) -> None:
        """Take words, with one space for any white space; what stands between blocks is none."""
        if data.strip():
            self._open_loose()
        if self.open[-1][0] not in _HOLDS_BLOCKS:
            self.open[-1].append(_SPACE.sub(" ", data))

    def _open_loose(self) -> None:
        if self.open[-1][0] in _HOLDS_BLOCKS:
            node: Node = ["p"]
            self.open[-1].append(node)
            self.open.append(node)
            self.is_loose = True

    def _close_loose(self) -> None:
        if self.is_loose:
            self.open.pop()
            self.is_loose = False
