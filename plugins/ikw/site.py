"""Site: everything an output in one language needs. Floor 3, pure."""

from __future__ import annotations

from dataclasses import dataclass

from ikw.formats import Formats
from ikw.programme import Programme
from ikw.settings import Language, Settings
from ikw.texts import Texts
from ikw.urls import Urls


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site in one language. `programmes` are the editions, newest first; `pages` are the prose pages as (slug, title)."""

    settings: Settings
    language: Language
    programmes: tuple[Programme, ...]
    texts: Texts
    formats: Formats
    urls: Urls
    pages: tuple[tuple[str, str], ...] = ()

    @property
    def current(self) -> Programme:
        """The edition on the front page: the newest."""
        return self.programmes[0]
