"""Site: everything an output in one language needs. Floor 3, pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ikw.formats import Formats
from ikw.model import Edition
from ikw.programme import Programme
from ikw.settings import Language, Settings
from ikw.texts import Texts
from ikw.urls import Urls


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A prose page as menus name it; `lang` is set where nobody has translated its title."""

    slug: str
    title: str
    lang: str | None = None


@dataclass(frozen=True, kw_only=True)
class Site:
    """The site in one language. `programmes` are the editions, newest first; `pages` are the prose pages.

    `as_of` is the day the site speaks from (None: not known), for what expires with an edition: who answers questions.
    """

    settings: Settings
    language: Language
    programmes: tuple[Programme, ...]
    texts: Texts
    formats: Formats
    urls: Urls
    pages: tuple[PageTitle, ...] = ()
    as_of: date | None = None

    @property
    def name(self) -> str:
        """The site's name in this language."""
        return self.language.title or self.settings.site_name

    def sentences(self, *sentences: str) -> str:
        """Return sentences as one text; in Easy Language each stands on a line of its own."""
        return ("\n" if self.language.is_easy else " ").join(sentence for sentence in sentences if sentence)

    @property
    def current(self) -> Programme:
        """The edition on the front page: the newest."""
        return self.programmes[0]

    def is_over(self, edition: Edition) -> bool:
        """Whether an edition is past: its last day is, or there is a newer one."""
        newer = bool(self.programmes) and self.current.edition.first_day > edition.last_day
        return newer or (self.as_of is not None and self.as_of > edition.last_day)

    def before_print(self, programme: Programme) -> tuple[Site, Programme]:
        """Return the site and an edition as if no booklet had been printed: what is set anew says nothing of another one."""
        if programme.printed is None:
            return self, programme
        own = replace(programme, printed=None)
        return replace(self, programmes=tuple(own if one is programme else one for one in self.programmes)), own
