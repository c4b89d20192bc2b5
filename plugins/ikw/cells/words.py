"""Words: what a cell says that says nothing, or not yet; and cells that hold a value as an event file spells it. Floor 1, pure."""

from __future__ import annotations

import re

from ikw.source import Value, read_yaml, value_of

# No value: a stroke, or words for "nothing stands here".
_NOTHING = re.compile(r"[-–—/.]+|k\. ?a\.?|n/a|keine angaben?", re.IGNORECASE)
_LATER = re.compile(
    r"(?:(?:ort|termin|datum|uhrzeit|zeit|details?|infos?) )?(?:(?:steht |ist |wird )?noch (?:nicht fest|offen|unklar|bekannt ?gegeben"
    r"|genannt)|folgt(?: noch)?|wird (?:bekannt ?gegeben|genannt)|tba|tbd|n\. ?n\.?|offen|in klärung|in planung|\?+)",
    re.IGNORECASE,
)


class UnreadError(Exception):
    """Words that could be read in two ways, or in none; the text says why, `mend` what to do."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


def said(text: str | None) -> str:
    """Return what a cell says, its lines without white space around; nothing for a stroke."""
    lines = (" ".join(line.split()) for line in (text or "").splitlines())
    found = "\n".join(line for line in lines if line)
    return "" if _NOTHING.fullmatch(found) else found


def on_one_line(text: str) -> str:
    """Return the words of a cell on one line."""
    return " ".join(text.split())


def is_later(text: str) -> bool:
    """Whether a cell says that nobody knows it yet: `folgt`, `noch offen`, `tba`."""
    return _LATER.fullmatch(on_one_line(text)) is not None


def spelled_out(text: str) -> Value | None:
    """Return the value of a cell that spells it as an event file does: `{regular: 8 €, reduced: 5 €}`, `[de, uk]`."""
    if not text.startswith(("{", "[")) or not text.endswith(("}", "]")):
        return None
    read, faults = read_yaml(f"x: {on_one_line(text)}")
    node = read.get("x") if read and not faults else None
    value = None if node is None else value_of(node)
    return None if isinstance(value, str) or not value else value


def lines_of(text: str) -> list[str]:
    """Return the lines of a cell; a semicolon is as good as a line end."""
    return [part for line in text.splitlines() for part in (piece.strip() for piece in line.split(";")) if part]
