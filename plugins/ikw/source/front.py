"""Front: the front matter of an event file, cut off from the text below it. Floor 1, standard library only."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from ikw.problems import N_, Fault
from ikw.source.texts import TEMPLATES

FRONT_LIMIT = 64 * 1024

_FENCE = "---"
# what a word processor or a tired hand makes of three strokes
_LIKE_A_FENCE = re.compile(r"[-–—_=]{1,40}")


class FrontMatter(NamedTuple):
    """The two halves of an event file, and the line on which each begins."""

    front: str
    front_line: int
    body: str
    body_line: int


def split_front_matter(text: str) -> FrontMatter | Fault:
    """Cut an event file at the line `---` that closes its front matter; blank lines may stand above the first one."""
    lines = text.split("\n")
    opens = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[opens].rstrip() != _FENCE:
        return _not_opened(lines[opens].strip(), opens + 1)
    closes = next((number for number in range(opens + 1, len(lines)) if lines[number].rstrip() == _FENCE), None)
    if closes is None:
        return _not_closed(lines, opens)
    front = "\n".join(lines[opens + 1:closes])
    size = len(front.encode())
    if size > FRONT_LIMIT:
        found = TEMPLATES["front-long"].fault(seen=-(-size // 1024), limit=FRONT_LIMIT // 1024)
        return replace(found, line=opens + 1)
    return FrontMatter(front, opens + 2, "\n".join(lines[closes + 1:]), closes + 2)


def _not_opened(line: str, number: int) -> Fault:
    if _LIKE_A_FENCE.fullmatch(line):
        message = N_("Über den Angaben steht „{seen}“ und nicht „---“.").format(seen=line)
    else:
        message = N_("Die Datei beginnt nicht mit der Zeile „---“.")
    mend = N_("Schreiben Sie über die Angaben eine Zeile, die nur aus drei Strichen besteht: ---")
    return Fault(code="file-front-matter", message=message, mend=mend, line=number)


def _not_closed(lines: list[str], opens: int) -> Fault:
    message, line = N_("Unter den Angaben fehlt die Zeile „---“."), opens + 1
    for number in range(opens + 1, len(lines)):
        seen = lines[number].strip()
        if _LIKE_A_FENCE.fullmatch(seen):
            message = N_("Unter den Angaben steht „{seen}“ und nicht „---“.")
            if seen == _FENCE:
                message = N_("Die Zeile „---“ unter den Angaben ist eingerückt.")
            message, line = message.format(seen=seen), number + 1
            break
    mend = N_("Schreiben Sie zwischen Angaben und Text eine Zeile, die nur aus drei Strichen besteht: ---")
    return Fault(code="file-front-matter", message=message, mend=mend, line=line)
