"""Unwanted: what may not stand in a text, found before Markdown sees it. Floor 1, standard library only.

Every finding is a fault with its line, and is taken out: an error stops the build, but a draft may be looked at all the same.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from ikw.problems import N_, Fault
from ikw.source import characters

LENGTH_LIMIT = 20_000
BRACKET_LIMIT = 200
DEPTH_LIMIT = 10

_IMAGE = re.compile(r"(?<![\\<])!\[(?P<alt>[^\[\]]*)(?:\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])?)?")
# what Pelican would replace in an address by a path, or by a file of the machine
_INCLUDE = re.compile(r"[{|](?:attach|filename|static|author|category|tag|index)[}|]", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"<(?P<name>/?[a-zA-Z][a-zA-Z0-9.:-]*|!-*|\?)(?:[^<>]*>|[^\s<>]*)")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]*://[^\s<>]*|(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")
_SHOWN = 40

_Finding = tuple[Fault | None, str]
_Rule = Callable[[re.Match[str]], _Finding]


def too_much(text: str, first_line: int) -> tuple[Fault, ...]:
    """A text has at most `LENGTH_LIMIT` letters and `BRACKET_LIMIT` of each sign that Markdown has to pair."""
    faults = []
    if len(text) > LENGTH_LIMIT:
        message = N_("Der Text hat {count} Zeichen, erlaubt sind {limit}.")
        faults.append(Fault(
            code="prose-length", message=message.format(count=len(text), limit=LENGTH_LIMIT), line=first_line,
            mend=N_("Kürzen Sie ihn; ein langer Text gehört auf eine eigene Seite, auf die ein Link führt."),
        ))
    for bracket in "[](`":
        count = text.count(bracket)
        if count > BRACKET_LIMIT:
            message = N_("Der Text enthält {count} Mal „{bracket}“, erlaubt sind {limit}.")
            message = message.format(count=count, bracket=bracket, limit=BRACKET_LIMIT)
            faults.append(Fault(
                code="prose-brackets", message=message, line=first_line,
                mend=N_("Schreiben Sie den Text mit weniger davon."),
            ))
    return tuple(faults)


def too_deep(depth: int, first_line: int) -> tuple[Fault, ...]:
    """Lists and quotes stand at most `DEPTH_LIMIT` levels within each other."""
    if depth <= DEPTH_LIMIT:
        return ()
    message = N_("Listen oder Zitate sind {depth} Mal ineinander geschachtelt, erlaubt sind {limit}.")
    mend = N_("Rücken Sie weniger ein.")
    return (Fault(code="prose-depth", message=message.format(depth=depth, limit=DEPTH_LIMIT), mend=mend, line=first_line),)


def clear(text: str, first_line: int) -> tuple[str, tuple[Fault, ...]]:
    """Return the text without what may not stand in it, and a fault for each kind of finding."""
    found: dict[str, Fault] = {}
    for pattern, sign, rule in _RULES:
        if sign in text:
            text = _apply(pattern, rule, text, first_line, found)
    return text, tuple(sorted(found.values(), key=lambda fault: fault.line))


def _apply(pattern: re.Pattern[str], rule: _Rule, text: str, first_line: int, found: dict[str, Fault]) -> str:
    def replace(match: re.Match[str]) -> str:
        fault, instead = rule(match)
        if fault is None:
            return match[0]
        line = first_line + text.count("\n", 0, match.start())
        found.setdefault(fault.message, Fault(code=fault.code, message=fault.message, mend=fault.mend, line=line))
        # the lines below keep their numbers
        return instead + "\n" * (match[0].count("\n") - instead.count("\n"))

    return pattern.sub(replace, text)


def _image(match: re.Match[str]) -> _Finding:
    """A picture belongs into the field `image`, where it has a description and a source."""
    fault = Fault(
        code="prose-image", message=N_("„{seen}“ ist ein Bild mitten im Text.").format(seen=_shown(match[0])),
        mend=N_("Löschen Sie es hier, und nennen Sie das Bild oben im Feld image, mit image_alt und image_credit."),
    )
    return fault, f" {match['alt']} "


def _include(match: re.Match[str]) -> _Finding:
    """No text names a file of the machine."""
    fault = Fault(
        code="prose-include", message=N_("„{seen}“ ist im Text nicht erlaubt.").format(seen=match[0]),
        mend=N_("Löschen Sie es; Links beginnen mit https://."),
    )
    return fault, " "


def _entity(match: re.Match[str]) -> _Finding:
    """No hidden character, even where it is spelled out."""
    letters = html.unescape(match[0])
    if next(characters.hidden(letters), None) is None:
        return None, ""
    message = N_("„{seen}“ steht für ein unsichtbares Zeichen.").format(seen=match[0])
    return Fault(code="prose-character", message=message, mend=N_("Löschen Sie es.")), " "


def _tag(match: re.Match[str]) -> _Finding:
    """No HTML; `<https://…>` and `<name@example.org>` are links of Markdown."""
    if _AUTOLINK.match(match.string, match.start()):
        return None, ""
    name = match["name"].lstrip("/").lower()
    if name.startswith("www."):
        message = N_("„{seen}“ ist kein vollständiger Link.").format(seen=_shown(match[0]))
        return Fault(code="prose-link", message=message, mend=N_("Schreiben Sie: <https://{name}>").format(name=name)), " "
    message = N_("„{seen}“ ist HTML, das geht im Text nicht.").format(seen=_tag_name(name))
    return Fault(code="prose-html", message=message, mend=N_("Löschen Sie es; **so** schreiben Sie fett und *so* kursiv.")), " "


def _tag_name(name: str) -> str:
    return _shown({"!": "<!…>", "?": "<?…>"}.get(name[0], f"<{name}>"))


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else text[:_SHOWN - 1] + "…"


# tags last: what the others take out could have hidden one
_RULES: tuple[tuple[re.Pattern[str], str, _Rule], ...] = (
    (_IMAGE, "![", _image), (_INCLUDE, "", _include), (_ENTITY, "&", _entity), (_TAG, "<", _tag),
)
