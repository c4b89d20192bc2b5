"""Likeness: when two texts say the same. Floor 0, standard library only."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return a text as it is compared: small letters and digits; a text without any stays as it is."""
    words = "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
    return " ".join(words) or text
