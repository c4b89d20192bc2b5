"""Prose: contributors' Markdown as safe HTML. Floor 1, home of markdown and nh3.

Text comes from anyone. What may not stand in it is a fault and is taken out before Markdown runs (`unwanted`); Markdown's own
openings for HTML are closed; links are looked at one by one; and nh3 lets nothing through but the list below.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX, AtomicString

from ikw import characters, listing, unwanted
from ikw.problems import N_, Fault
from ikw.sentences import first_sentences

__all__ = ["TAGS", "Prose", "first_sentences", "render"]

TAGS = ("a", "blockquote", "br", "code", "em", "h2", "h3", "li", "ol", "p", "strong", "ul")

_BLOCKS = ("blockquote", "h2", "h3", "li", "ol", "p", "ul")
_ODD = r"\s\x00-\x20\x7f<>\"{}|\\^`"
_ADDRESS = re.compile(
    rf"https?://\w[^{_ODD}/?#@]*(?:[/?#][^{_ODD}]*)?"
    rf"|mailto:[^{_ODD}@?&,;:/]+@\w[\w.-]*(?:\?[^{_ODD}]*)?"
    r"|tel:\+?[0-9][0-9().-]*"
    rf"|/(?:[^{_ODD}/][^{_ODD}]*)?",
    re.IGNORECASE,
)
# a name and a country, but not `plakat.pdf`
_HOST = re.compile(r"(?:[\w-]+\.)+(?!pdf|jpe?g|png|webp|docx?|html?|md)[a-z]{2,}", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z0-9]+);")
_BLOCK_EDGE = re.compile(r"</?(?:p|h2|h3|ul|ol|li|blockquote)>")
_ANY_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Prose:
    """A text as HTML of `TAGS` only, and as plain text with a line for each block."""

    html: str = ""
    plain: str = ""


def render(text: str, first_line: int) -> tuple[Prose, tuple[Fault, ...]]:
    """Turn a text into HTML; what is taken out of it is a fault at its line of the file.

    Only hidden characters are taken out without a word: whoever reads a file has named them already.
    """
    if not text.strip():
        return Prose(), ()
    text = characters.clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    faults = unwanted.too_much(text, first_line)
    if faults:
        return Prose(), faults
    cleared, faults = unwanted.clear(text, first_line)
    tidy, depth = listing.tidy(cleared)
    if too_deep := unwanted.too_deep(depth, first_line):
        return Prose(), (*faults, *too_deep)
    safe = _CLEANER.clean(_convert(tidy))
    faults += tuple(_link_faults(_TREE.refused, text, first_line))
    return Prose(html=safe, plain=_plain(safe)), faults


def _plain(safe: str) -> str:
    blocks = _BLOCK_EDGE.split(safe)
    lines = (" ".join(html.unescape(_ANY_TAG.sub("", block.replace("<br>", " "))).split()) for block in blocks)
    return "\n".join(line for line in lines if line)


def is_address(href: str) -> bool:
    """Whether a link may lead there: the web, a mailbox, a telephone, a page of this site; never `//host`."""
    return _ADDRESS.fullmatch(href) is not None and not _ENTITY.search(href)


def nearest_address(href: str) -> str | None:
    """Return what was probably meant: `www.example.org` → `https://www.example.org`."""
    href = href.strip()
    if href.lower().startswith("tel:"):
        near = re.sub(r"[^0-9+:a-z]", "", href.lower())
    elif "@" in href:
        near = f"mailto:{href.removeprefix('mailto:').strip()}"
    else:
        near = "https://" + re.sub(r"^(?:https?:)?/*", "", href, flags=re.IGNORECASE)
    host = near.removeprefix("https://").partition("/")[0]
    is_likely = near.startswith(("tel:", "mailto:")) or _HOST.fullmatch(host)
    return near if is_likely and is_address(near) and near != href else None


def _link_faults(refused: list[tuple[str, bool]], text: str, first_line: int) -> list[Fault]:
    """One fault for each refused link, at its line as far as it can be found again."""
    faults = []
    after: dict[str, int] = {}
    for href, is_empty in refused:
        place = text.find(href, after.get(href, 0))
        after[href] = max(place, 0) + 1
        line = first_line + text.count("\n", 0, max(place, 0))
        seen = href if len(href) <= 60 else f"{href[:59]}…"
        if not href:
            message, mend = N_("Einem Link fehlt das Ziel."), N_("Schreiben Sie: [Worte, die man anklickt](https://…)")
        elif is_empty:
            message, mend = N_("Der Link „{seen}“ hat keinen Text."), N_("Schreiben Sie: [Worte, die man anklickt]({near})")
        else:
            message, mend = N_("„{seen}“ ist kein erlaubter Link."), N_("Schreiben Sie: {near}")
        near = href if is_empty or not href else nearest_address(href)
        if near is None:
            near = "https://…, http://…, mailto:…, tel:…, /…"
            mend = N_("Erlaubt sind Links ins Netz, an Postfächer, Telefone und auf diese Website: {near}")
        faults.append(Fault(code="prose-link", message=message.format(seen=seen), mend=mend.format(near=near), line=line))
    return sorted(faults, key=lambda fault: fault.line)


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
        self.refused: list[tuple[str, bool]] = []
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
        href = _ENTITY.sub(lambda match: html.unescape(match[0]), written)
        is_empty = not "".join(link.itertext()).strip()
        link.attrib.clear()
        if is_empty or not is_address(href):
            self.refused.append((written, is_empty))
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
    converter = Markdown(extensions=[SaneListExtension()], output_format="html", tab_length=listing.INDENT)
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


def _convert(text: str) -> str:
    """Run the one converter; only those inline patterns are tried whose sign is in the text."""
    _TREE.has_backslash = "\\" in text
    patterns = [pattern for signs, pattern in _PATTERNS if any(sign in text for sign in signs)]
    # Broken emphasis around an escape (`*a**b*\!***`) makes Markdown 3.11 lose its own marks: then there is no emphasis.
    for tried in (patterns, [pattern for pattern in patterns if pattern is not _EMPHASIS]):
        _INLINE.inlinePatterns = tried
        _TREE.refused.clear()
        found = _CONVERTER.reset().convert(text)
        if ETX not in found:
            break
    return found


_CONVERTER = _make_converter()
_INLINE: Any = _CONVERTER.treeprocessors["inline"]
_SIGNS = {"backtick": "`", "escape": "\\.", "link": "[", "autolink": "<", "automail": "<", "linebreak": "\n", "em_strong": "*_"}
_EMPHASIS = _CONVERTER.inlinePatterns["em_strong"]
_PATTERNS = [(signs, _CONVERTER.inlinePatterns[name]) for name, signs in _SIGNS.items()]
_TREE = _Tree(_CONVERTER)
_CONVERTER.treeprocessors.register(_Still(_CONVERTER), "still", 25)
_CONVERTER.treeprocessors.register(_TREE, "tree", -10)
_CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"}, link_rel="noopener",
)
