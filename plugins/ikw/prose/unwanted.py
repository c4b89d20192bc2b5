"""Unwanted: what may not stand in a text, found before Markdown sees it. Floor 1, standard library only.

Every finding is a fault with its line, and is taken out: an error stops the build, but a draft may be looked at all the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace

from ikw.problems import Fault
from ikw.prose.texts import TEMPLATES
from ikw.source import characters

LENGTH_LIMIT = 20_000
BRACKET_LIMIT = 200
DEPTH_LIMIT = 10

# A browser judges by the same ones (`rulebook`).
PATTERNS = {
    "image": re.compile(r"(?<![\\<])!\[(?P<alt>[^\[\]]*)(?:\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])?)?"),
    # what Pelican would replace in an address by a path, or by a file of the machine
    "include": re.compile(r"[{|](?:attach|filename|static|author|category|tag|index)[}|]", re.IGNORECASE),
    "entity": re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"),
    "tag": re.compile(r"<(?P<name>/?[a-zA-Z][a-zA-Z0-9.:-]*|!-*|\?)(?:[^<>]*>|[^\s<>]*)"),
    "autolink": re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://[^\s<>]*|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"),
}
BRACKETS = "[](`"
_SHOWN = 40

_Finding = tuple[Fault | None, str]
_Rule = Callable[[re.Match[str]], _Finding]


def too_much(text: str, first_line: int) -> tuple[Fault, ...]:
    """A text has at most `LENGTH_LIMIT` letters and `BRACKET_LIMIT` of each sign that Markdown has to pair."""
    faults = []
    if len(text) > LENGTH_LIMIT:
        faults.append(_fault("prose-long", count=len(text), limit=LENGTH_LIMIT))
    for bracket in BRACKETS:
        count = text.count(bracket)
        if count > BRACKET_LIMIT:
            faults.append(_fault("prose-brackets", count=count, bracket=bracket, limit=BRACKET_LIMIT))
    return tuple(replace(fault, line=first_line) for fault in faults)


def too_deep(depth: int, first_line: int) -> tuple[Fault, ...]:
    """Lists and quotes stand at most `DEPTH_LIMIT` levels within each other."""
    if depth <= DEPTH_LIMIT:
        return ()
    return (replace(_fault("prose-deep", depth=depth, limit=DEPTH_LIMIT), line=first_line),)


def clear(text: str, first_line: int) -> tuple[str, tuple[Fault, ...]]:
    """Return the text without what may not stand in it, and a fault for each kind of finding."""
    found: dict[str, Fault] = {}
    for pattern, sign, rule in _RULES:
        if sign in text:
            text = _apply(pattern, rule, text, first_line, found)
    return text, tuple(sorted(found.values(), key=lambda fault: fault.line))


def _apply(pattern: re.Pattern[str], rule: _Rule, text: str, first_line: int, found: dict[str, Fault]) -> str:
    def cleared(match: re.Match[str]) -> str:
        fault, instead = rule(match)
        if fault is None:
            return match[0]
        line = first_line + text.count("\n", 0, match.start())
        found.setdefault(fault.message, replace(fault, line=line))
        # the lines below keep their numbers
        return instead + "\n" * (match[0].count("\n") - instead.count("\n"))

    return pattern.sub(cleared, text)


def _image(match: re.Match[str]) -> _Finding:
    """A picture belongs into the field `image`, where it has a description and a source."""
    return _fault("prose-image", seen=_shown(match[0])), f" {match['alt']} "


def _include(match: re.Match[str]) -> _Finding:
    """No text names a file of the machine."""
    return _fault("prose-include", seen=match[0]), " "


def _entity(match: re.Match[str]) -> _Finding:
    """No hidden character, even where it is spelled out."""
    letters = html.unescape(match[0])
    if next(characters.hidden(letters), None) is None:
        return None, ""
    return _fault("prose-hidden", seen=match[0]), " "


def _tag(match: re.Match[str]) -> _Finding:
    """No HTML; `<https://…>` and `<name@example.org>` are links of Markdown."""
    if PATTERNS["autolink"].match(match.string, match.start()):
        return None, ""
    name = match["name"].lstrip("/").lower()
    if name.startswith("www."):
        return _fault("prose-www", seen=_shown(match[0]), host=name), " "
    return _fault("prose-html", seen=_tag_name(name)), " "


def _fault(name: str, **values: object) -> Fault:
    return TEMPLATES[name].fault(**values)


def _tag_name(name: str) -> str:
    return _shown({"!": "<!…>", "?": "<?…>"}.get(name[0], f"<{name}>"))


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN - 1] + "…"


# tags last: what the others take out could have hidden one
_RULES: tuple[tuple[re.Pattern[str], str, _Rule], ...] = (
    (PATTERNS["image"], "![", _image), (PATTERNS["include"], "", _include), (PATTERNS["entity"], "&", _entity),
    (PATTERNS["tag"], "<", _tag),
)
