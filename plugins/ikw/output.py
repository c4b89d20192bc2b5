"""Output: what an export or page yields. Floor 4, pure: nothing here touches the disk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class OutputFile:
    """A file of the site: `path` relative to the output folder, with `/`, never starting with one; `data` its bytes."""

    path: str
    data: bytes
