"""Addresses: every path of the site, in one place. Floor 3, pure. Once published, an address is a promise."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ikw.settings import Language, Settings

_ROOT_LINK = re.compile(r'(?P<name>(?:href|src)=")/(?!/)(?P<inside>[^"]*)"')
# Addresses that stand in every language: pages (a folder, with or without a fragment), calendars, feeds.
_IN_EVERY_LANGUAGE = re.compile(r"(?:^|/)(?:[?#].*)?$|\.(?:ics|atom)$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Urls:
    """Addresses in one language. A method returns an href: root-relative, without a host, with the site's base path."""

    site_url: str
    base: str
    language_path: str
    language_paths: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Settings, language: Language) -> Urls:
        """Make the addresses of a language."""
        return cls(
            site_url=settings.site_url, base=settings.base, language_path=language.path,
            language_paths=tuple(one.path for one in settings.languages if one.path),
        )

    @property
    def root(self) -> str:
        """The front page of the language: "/" or "/uk/"."""
        return f"{self.base}/{self.language_path}/" if self.language_path else f"{self.base}/"

    def edition(self, edition: str) -> str:
        """The calendar of an edition."""
        return f"{self.root}{edition}/"

    def day(self, edition: str, day: date) -> str:
        """A day of an edition."""
        return f"{self.root}{edition}/{day.isoformat()}/"

    def event(self, edition: str, event: str) -> str:
        """An event; its id never changes."""
        return f"{self.root}{edition}/{event}/"

    def facet(self, edition: str, facet: str, value: str = "") -> str:
        """All events with a value of a facet, or the list of all values."""
        return f"{self.root}{edition}/{facet}/{value}/" if value else f"{self.root}{edition}/{facet}/"

    def booklet(self, edition: str, kind: str = "") -> str:
        """The booklet of an edition; of a kind for printing, "print" or "office", beside the one to read."""
        return f"{self.root}{edition}/programme{f'-{kind}' if kind else ''}.pdf"

    def page(self, slug: str) -> str:
        """A prose page."""
        return f"{self.root}{slug}/"

    def asset(self, path: str) -> str:
        """A file of the theme or a picture; the same for all languages."""
        return f"{self.base}/{path}"

    def absolute(self, href: str) -> str:
        """Add the host to an href, where an address must stand alone."""
        return self.site_url.removesuffix(self.base) + href if self.base else self.site_url + href

    def in_html(self, html: str) -> str:
        """Give root-relative links of contributed HTML the base path, and lead those to pages and calendars to this language's."""
        return _ROOT_LINK.sub(self._moved, html) if self.base or self.language_path else html

    def _moved(self, link: re.Match[str]) -> str:
        inside = link["inside"]
        has_language = _IN_EVERY_LANGUAGE.search(inside) and inside.partition("/")[0] not in self.language_paths
        return f'{link["name"]}{self.root if has_language else f"{self.base}/"}{inside}"'

    def path(self, href: str) -> str:
        """Return where in the output folder an href is stored; a folder's page is its index.html."""
        inside = href.removeprefix(self.base).lstrip("/")
        return f"{inside}index.html" if not inside or inside.endswith("/") else inside
