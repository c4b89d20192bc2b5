"""Mending: an event file whose lines a mail program has cut or touched, put together again. Floor 5, pure.

Only what a mail does to lines is undone, and only where the file cannot be read as it is: a line of fields that begins no field
belongs to the one above it; a line of strokes of any kind is the line `---`.
"""

from __future__ import annotations

import re

from ikw.fields import EVENT
from ikw.source import event_of

_STROKES = re.compile(r"\s*[-‐‑–—_]{1,6}\s*")
_FIELD = re.compile(rf"(?:{'|'.join(field.name for field in EVENT)}|[a-z_]+_[a-z]+):(?: |$)|#|- |[\]}}]")


def mended(text: str) -> str:
    """Return a file as it was before it was sent; itself where it reads well, or where this helps nothing."""
    if _is_whole(text):
        return text
    for made in (_with_fences(text), _rejoined(_with_fences(text))):
        if _is_whole(made):
            return made
    return text


def _is_whole(text: str) -> bool:
    record, problems = event_of(text.encode(), "")
    return record is not None and not any(problem.is_error for problem in problems)


def _with_fences(text: str) -> str:
    """Return a file whose first two lines of strokes are `---`."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if _STROKES.fullmatch(line)][:2]
    for number in places:
        lines[number] = "---"
    return "\n".join(lines)


def _rejoined(text: str) -> str:
    """Return a file whose fields stand each on a line that begins with its name, or is indented below it."""
    head, fence, rest = text.partition("---\n")
    front, closing, body = rest.partition("\n---\n")
    lines: list[str] = []
    for line in front.split("\n"):
        if lines and line.strip() and not line.startswith(" ") and not _FIELD.match(line):
            lines[-1] = f"{lines[-1].rstrip()} {line.strip()}"
        else:
            lines.append(line)
    return head + fence + "\n".join(lines) + closing + body
