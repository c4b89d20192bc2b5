"""Lines: texts of one line, as messages show them, and what is wrong with them. Floor 1, pure."""

from __future__ import annotations

import html
import re

from ikw.fields import MUCH_TOO_LONG
from ikw.problems import Fault
from ikw.source import Fields, Items, Node, Scalar
from ikw.source.characters import printable
from ikw.source.slips import quoted
from ikw.values.texts import fault

# A browser judges by the same ones (`rulebook`).
PATTERNS = {
    "markup": re.compile(r"</?[a-zA-Z][^<>]*>?|<[!?][^<>]*>?"),
    "entity": re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"),
    "script": re.compile(r"\b(?:javascript|vbscript)\s*:|\bdata\s*:\s*text/html", re.IGNORECASE),
}
_NEEDS_QUOTES = re.compile(r"[,:#\[\]{}\"'&*!|>%@`]")
# Of a long list, no more is looked at than a message can show.
_SHOWN = 20


def short(text: str, limit: int = 60) -> str:
    """Return text for a message: one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def short_name(name: str) -> str:
    """Return the name of a field for a message: what cannot be printed is replaced."""
    return short(printable(" ".join(name.split())), 40)


def spelled(node: Node) -> str:
    """Return a value for a message as it can be written on one line."""
    return short(_spelled(node))


def _spelled(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return f"[{', '.join(_spelled(item) for item in node.items[:_SHOWN])}]"
    parts = (f"{short_name(name)}: {_spelled(child)}" for name, child in list(node.values.items())[:_SHOWN])
    return f"{{{', '.join(parts)}}}"


def in_braces(name: str, value: str) -> str:
    """Return a field with its value as it is written in braces, with the quotes it needs: `{name: "Rathaus, Saal 2"}`."""
    return f"{{{name}: {quoted(value) if _NEEDS_QUOTES.search(value) else value}}}"


def markup_fault(text: str) -> Fault | None:
    """Return what is wrong with a plain text: HTML, or an address that runs a script."""
    if found := PATTERNS["markup"].search(text):
        return fault("html", value=short(found[0]))
    if found := PATTERNS["script"].search(text):
        return fault("script", value=short(found[0]))
    if (found := PATTERNS["entity"].search(text)) and html.unescape(found[0]) != found[0]:
        return fault("entity", value=found[0])
    return None


def long_fault(text: str, limit: int) -> Fault | None:
    """Return what is wrong with the length of a text."""
    most = limit * MUCH_TOO_LONG
    if len(text) <= limit:
        return None
    if len(text) <= most:
        return fault("long", value=short(text), n=len(text), limit=limit)
    return fault("too-long", value=short(text), n=len(text), most=most, more=len(text) - most)


def is_blank(node: Node | None) -> bool:
    """Whether nothing is written: no value, an empty list, empty braces."""
    return node is None or (isinstance(node, Items) and not node.items) or (isinstance(node, Fields) and not node.key_lines)


def comma_parts(node: Scalar) -> list[str]:
    """Return what stands between the commas of a value."""
    return [part.strip() for part in node.text.split(",") if part.strip()]
