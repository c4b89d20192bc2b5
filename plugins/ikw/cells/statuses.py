"""Statuses: words that say an event is off or changed, in a cell of their own and in titles. Floor 1, pure."""

from __future__ import annotations

import re

from ikw.cells.lists import word_of
from ikw.model import STATUSES

_WORDS = r"abgesagt|fällt (?:leider )?aus|entfällt(?: leider)?|cancell?ed"
_CANCELLED = re.compile(
    rf"[(\[]?(?:{_WORDS})(?:[)\]:]:?|!) *[-–—]? *(?P<title>\S.*)|(?P<first>.*\S) *[(\[](?:{_WORDS})!?[)\]]"
    rf"|(?P<before>.*\S) +[-–—] *(?:{_WORDS})!*|(?P<lead>.*\S): *(?:{_WORDS})!*", re.IGNORECASE,
)
_CHANGED = re.compile(
    rf"\b(?:{_WORDS}|absage|entfallen|storniert|gestrichen|verschoben|verlegt|findet nicht statt|ausgebucht|postponed|rescheduled"
    r"|neue[rs]? (?:termin|datum|uhrzeit|zeit|ort|raum)|(?:termin|datum|uhrzeit|ort) (?:ist |hat sich |wurde )?geändert)\b",
    re.IGNORECASE,
)
_SHOUTED = re.compile(r"\b(?:ABGESAGT|FÄLLT (?:LEIDER )?AUS|ENTFÄLLT)\b")


def status_of(text: str) -> tuple[str, str]:
    """Return the status and the note behind it: `abgesagt, weil …`; words that are no status come back as they are."""
    whole = word_of(STATUSES, text)
    if whole in STATUSES:
        return whole, ""
    match = re.fullmatch(r"(?P<word>fällt aus|findet statt|\w+)\s*[,;:(–-]*\s*(?P<note>\S.*?)\)?", text)
    word = word_of(STATUSES, match["word"]) if match else ""
    return (word, match["note"]) if match and word in STATUSES else (text, "")


def without_cancelled(title: str) -> str | None:
    """Return a title without the `Abgesagt:` before it or the `(fällt aus)` behind it; None where neither is there."""
    match = _CANCELLED.fullmatch(title)
    return next(part for part in match.groupdict().values() if part) if match else None


def says_cancelled(title: str) -> bool:
    """Whether a title says in capital letters somewhere that the event is off."""
    return bool(_SHOUTED.search(title))


def says_changed(text: str) -> bool:
    """Whether words that nobody else reads say that an event is off, full, or at another time or place."""
    return bool(_CHANGED.search(text))
