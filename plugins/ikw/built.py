"""Built: what a build may be asked for, and what it did. Floor 5."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ikw.loaded import Loaded

# What a build may be asked for.
WEB, PAPER = frozenset({"web"}), frozenset({"paper"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build did. `written` counts files that were replaced or new, `files` all of the site."""

    loaded: Loaded
    written: int = 0
    removed: int = 0
    files: int = 0
