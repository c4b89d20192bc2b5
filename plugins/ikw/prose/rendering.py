"""Rendering: contributors' Markdown as safe HTML and as plain text. Floor 1, home of nh3.

Text comes from anyone. What may not stand in it is a fault and is taken out before Markdown runs (`unwanted`); Markdown's own
openings for HTML are closed (`markup`); links are looked at one by one (`links`); and nh3 lets nothing through but the list below.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import nh3

from ikw.problems import Fault
from ikw.prose import listing, unwanted
from ikw.prose.links import link_faults
from ikw.prose.markup import convert
from ikw.source import characters

TAGS = ("a", "blockquote", "br", "code", "em", "h2", "h3", "li", "ol", "p", "strong", "ul")

_CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"}, link_rel="noopener",
)
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
    found, refused = convert(tidy)
    safe = _CLEANER.clean(found)
    return Prose(html=safe, plain=_plain(safe)), (*faults, *link_faults(refused, text, first_line))


def _plain(safe: str) -> str:
    blocks = _BLOCK_EDGE.split(safe)
    lines = (" ".join(html.unescape(_ANY_TAG.sub("", block.replace("<br>", " "))).split()) for block in blocks)
    return "\n".join(line for line in lines if line)
