"""Markup: Markdown as HTML, one converter with the rules of this house. Floor 1, home of markdown."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

from ikw.prose.links import ENTITY, RefusedLink, is_address
from ikw.prose.listing import INDENT

_BLOCKS = ("blockquote", "h2", "h3", "li", "ol", "p", "ul")


class _Header(HashHeaderProcessor):
    """`# Titel`; without the space it is a hashtag."""

    RE = re.compile(r"(?:^|\n)[ ]{0,3}(?P<level>#{1,6})[ ]+(?P<header>[^\n]+)(?:\n|$)")


class _Ordinal(BlockProcessor):
    """A list counts 1, 2, 3 and has two items at least; `14. September` and `3. Sporttag` are the begin of a sentence."""

    _NUMBERS = re.compile(r"^[ ]{0,3}(\d+)\.(?=[ ])", re.MULTILINE)

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block begins with a number."""
        return self._NUMBERS.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Take the number's power away where it counts nothing; in any case leave the block to others."""
        numbers = [int(number) for number in self._NUMBERS.findall(blocks[0])]
        above = self.lastChild(parent)
        first = len(above) + 1 if above is not None and above.tag == "ol" else 1
        counts = numbers == list(range(first, first + len(numbers))) or set(numbers) == {1}
        is_alone = first == 1 and len(numbers) == 1 and not (len(blocks) > 1 and re.match(r"[ ]{0,3}2\. ", blocks[1]))
        if is_alone or not counts:
            blocks[0] = re.sub(r"\.", r"\\.", blocks[0], count=1)
        return False


class _Mail(InlineProcessor):
    """`<name@example.org>`, without the veil of entities that hides it from people but not from programs."""

    # the name and the signature are markdown's
    def handleMatch(  # type: ignore[override] # noqa: N802
        self, m: re.Match[str], data: str,
    ) -> tuple[Element, int, int]:
        """Return the link."""
        element = Element("a", href=f"mailto:{m[1]}")
        element.text = m[1]
        return element, m.start(0), m.end(0)


class _Still(Treeprocessor):
    """Spare the inline patterns what none of them can change: that is most of the text, and most of the time."""

    _MARKS = re.compile(r"[\\`\[<*_]|  \n")

    def run(self, root: Element) -> None:
        """Mark the text in place."""
        for element in root.iter():
            if element.text and not self._MARKS.search(element.text):
                element.text = AtomicString(element.text)


class _Tree(UnescapeTreeprocessor):
    """Last look at the tree: no empty element, headings below the page's own, links that lead somewhere good."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.refused: list[RefusedLink] = []
        self.has_backslash = False

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        if self.has_backslash or any(STX in text for text in root.itertext()):
            super().run(root)
        elements = list(root.iter())
        parents = {child: parent for parent in elements for child in parent}
        has_section = False
        for element in elements:
            if element.tag == "a":
                self._check(element)
            elif element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                element.tag = "h3" if has_section and element.tag not in ("h1", "h2") else "h2"
                has_section = True
            if element.tag in _BLOCKS and not (element.tail or "").strip():
                element.tail = "\n"
        for element in reversed(elements):
            if element in parents and element.tag != "br" and not len(element) and not (element.text or "").strip():
                _remove(parents[element], element)

    def _check(self, link: Element) -> None:
        written = link.get("href", "")
        href = ENTITY.sub(lambda match: html.unescape(match[0]), written)
        is_empty = not "".join(link.itertext()).strip()
        link.attrib.clear()
        if is_empty or not is_address(href):
            self.refused.append(RefusedLink(href=written, is_empty=is_empty))
            # nh3 knows no span: the words stay, the link goes
            link.tag = "span"
        else:
            link.set("href", href)


def _remove(parent: Element, child: Element) -> None:
    """Take an element out of the tree; the text after it stays."""
    place = list(parent).index(child)
    tail = child.tail or ""
    if tail == "\n":
        pass
    elif place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(child)


def _make_converter() -> Markdown:
    converter = Markdown(extensions=[SaneListExtension()], output_format="html", tab_length=INDENT)
    blocks, inline = converter.parser.blockprocessors, converter.inlinePatterns
    for name in ("code", "setextheader", "hr", "reference"):
        blocks.deregister(name)
    for name in ("reference", "image_link", "image_reference", "short_reference", "short_image_ref", "html", "entity"):
        inline.deregister(name)
    converter.preprocessors.deregister("html_block")
    converter.postprocessors.deregister("raw_html")
    # both are done in `_Tree`, in one pass
    converter.treeprocessors.deregister("unescape")
    converter.treeprocessors.deregister("prettify")
    blocks.register(_Header(converter.parser), "hashheader", 70)
    blocks.register(_Ordinal(converter.parser), "ordinal", 45)
    inline.register(_Mail(r"<(?:mailto:)?([^<>\s!]+@[^@<>\s]+)>", converter), "automail", 110)
    return converter


_CONVERTER = _make_converter()
_INLINE: Any = _CONVERTER.treeprocessors["inline"]
_SIGNS = {"backtick": "`", "escape": "\\.", "link": "[", "autolink": "<", "automail": "<", "linebreak": "\n", "em_strong": "*_"}
_EMPHASIS = _CONVERTER.inlinePatterns["em_strong"]
_PATTERNS = [(signs, _CONVERTER.inlinePatterns[name]) for name, signs in _SIGNS.items()]
_TREE = _Tree(_CONVERTER)
_CONVERTER.treeprocessors.register(_Still(_CONVERTER), "still", 25)
_CONVERTER.treeprocessors.register(_TREE, "tree", -10)


def convert(text: str) -> tuple[str, tuple[RefusedLink, ...]]:
    """Return a text as HTML, without the links that may not be there, and those links.

    There is one converter, and only those inline patterns are tried whose sign is in the text.
    """
    _TREE.has_backslash = "\\" in text
    patterns = [pattern for signs, pattern in _PATTERNS if any(sign in text for sign in signs)]
    # Broken emphasis around an escape (`*a**b*\!***`) makes Markdown 3.11 lose its own marks: then there is no emphasis.
    for tried in (patterns, [pattern for pattern in patterns if pattern is not _EMPHASIS]):
        _INLINE.inlinePatterns = tried
        _TREE.refused.clear()
        found = _CONVERTER.reset().convert(text)
        if ETX not in found:
            break
    return found, tuple(_TREE.refused)
