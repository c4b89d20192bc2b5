"""Places: the folders of a build. Floor 5."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """The folders of a build. `project` holds pelicanconf.py, theme/ and content/."""

    project: Path
    events: Path
    output: Path
    cache: Path

    @property
    def theme(self) -> Path:
        """The theme's folder."""
        return self.project / "theme"

    @property
    def content(self) -> Path:
        """The folder of prose pages and shared images."""
        return self.project / "content"
