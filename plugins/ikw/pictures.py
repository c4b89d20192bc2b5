"""Pictures: which sizes of a picture exist, and who made it. Floor 2, pure: no pixel is touched here."""

from __future__ import annotations

import re

from ikw.model import Picture

# pages and paper say this themselves, and many write it all the same
_PHOTO = re.compile(r"^(?:fotos?|bild(?:er)?)\s*:\s*", re.IGNORECASE)
# A phone, a phone with a dense screen or a column of text, a wide screen.
WIDTHS = (480, 960, 1600)


def widths(picture: Picture) -> tuple[int, ...]:
    """Return the widths a picture is offered in, rising; a picture is never enlarged, a small one stays as it is."""
    return widths_of(picture.width)


def credit(picture: Picture) -> str:
    """Return who made a picture, without a word for it before the name."""
    return _PHOTO.sub("", picture.credit)


def widths_of(width: int) -> tuple[int, ...]:
    """Return the widths for a picture that is `width` pixels wide."""
    return tuple(size for size in WIDTHS if size <= width) or (width,)
