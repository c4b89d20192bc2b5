"""Markdown: texts of strangers inside a comment, so that they stay text. Floor 5, standard library only.

What a comment of GitHub or GitLab makes of letters: markup, HTML, links of bare addresses, names that are called (@), numbers of
issues (#, !), emoji (:x:), formulas ($x$), commands at the start of a line (/close). Letters of markup become entities; behind a
sign that calls somebody stands a space of no width; a text never begins a line and never ends one.
"""

from __future__ import annotations

import re
import unicodedata

# What reads „so“ in our messages is a value of somebody's file, or a line to be copied: it is set as code, letter by letter.
_QUOTED = re.compile(r"(„[^“]*“)")
_COPY = re.compile(r"(?<=Schreiben Sie: )(.+)|(?<=Ergänzen Sie: )(.+)")
_MARKUP = {ord(sign): f"&#{ord(sign)};" for sign in "\\`*_{}[]()<>#|~&$^\"'"}
# Signs that call, before what they call.
_CALL = re.compile(r"([@#!~$%&^])(?=\w)|(:)(?=//)|(:)(?=[A-Za-z+-])|(\bwww)(?=\.)|(\bGH)(?=-\d)", re.IGNORECASE)
# What would begin a list within the item of a list that the text stands in.
_LIST = re.compile(r"^(\d+(?=\.)|(?=[-+]))([-+.])")
_NOTHING = "\u200b"


def visible(text: str, most: int = 300) -> str:
    """Return a text on one line, with what nobody sees shown as a number, cut to a length."""
    spaced = "".join(letter if letter == " " or letter.isprintable() else _shown(letter) for letter in text)
    flat = " ".join(spaced.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _shown(letter: str) -> str:
    return " " if letter.isspace() or unicodedata.category(letter) == "Cc" else f"⟨U+{ord(letter):04X}⟩"


def prose(text: str, most: int = 300) -> str:
    """Return a text to stand within a line of prose."""
    called = _CALL.sub(lambda found: found[0] + _NOTHING, visible(text, most))
    return _LIST.sub(lambda found: f"{found[1]}&#{ord(found[2])};", called.translate(_MARKUP))


def code(text: str, most: int = 300) -> str:
    """Return a text as code, to be read and copied letter by letter; "" for none."""
    shown = visible(text, most)
    if not shown:
        return ""
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def message(text: str, most: int = 500) -> str:
    """Return a message of the check: what it quotes and what one is to write as code, the rest as prose."""
    shown = visible(text, most)
    copied = _COPY.search(shown)
    if copied:
        return message(shown[: copied.start()]) + " " + code(copied[0], most)
    parts = _QUOTED.split(shown)
    return "".join(f"„{code(part[1:-1], most)}“" if n % 2 else _around(part) for n, part in enumerate(parts))


def _around(part: str) -> str:
    """Return prose with the spaces that stand around it."""
    before, after = part[: len(part) - len(part.lstrip())], part[len(part.rstrip()) :]
    return f"{before and ' '}{prose(part, len(part) + 1)}{after and ' '}" if part.strip() else part and " "
