"""Settings: what another Landkreis changes, as one frozen record. Floor 0, standard library only.

The values stand in `pelicanconf.py`, each with a comment; `read` turns them into a record and refuses what it does not know.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """A language of the site. `path` is its segment in addresses ("" for the default), `locale` what CLDR calls it."""

    code: str
    name: str
    dir: str
    path: str
    locale: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """Everything that differs between two programmes, but for the data itself."""

    site_name: str
    region: str
    site_url: str
    calendar_host: str
    zone: ZoneInfo
    languages: tuple[Language, ...]
    sample: bool
    drafts: bool
    error_address: str
    menu_pages: tuple[str, ...]

    @property
    def default(self) -> Language:
        """The language whose pages stand at the root, and that event files are written in."""
        return self.languages[0]

    @property
    def base(self) -> str:
        """The path under which the site lives on its host: "" or "/programme"."""
        return urlsplit(self.site_url).path.rstrip("/")


OURS = ("SITENAME", "REGION", "SITEURL", "CALENDAR_HOST", "TIMEZONE", "LANGUAGES", "DEFAULT_LANG", "SAMPLE", "ERROR_ADDRESS", "MENU_PAGES")


class SettingsError(ValueError):
    """A setting that is missing, unknown or of the wrong shape; the text names it and the right one."""


def read(values: Mapping[str, Any], known_elsewhere: frozenset[str] = frozenset(), *, drafts: bool = False) -> Settings:
    """Read the values of `pelicanconf.py`; `known_elsewhere` are Pelican's own names. Raises SettingsError."""
    faults = list(_faults(values, known_elsewhere))
    if faults:
        raise SettingsError("\n".join(faults))
    site_url = str(values.get("SITEURL", "")).rstrip("/")
    return Settings(
        site_name=values["SITENAME"],
        region=values.get("REGION", ""),
        site_url=site_url,
        calendar_host=values["CALENDAR_HOST"],
        zone=ZoneInfo(values.get("TIMEZONE", "Europe/Berlin")),
        languages=tuple(_languages(values["LANGUAGES"], values.get("DEFAULT_LANG", "de"))),
        sample=bool(values.get("SAMPLE", False)),
        drafts=drafts,
        error_address=values.get("ERROR_ADDRESS", ""),
        menu_pages=tuple(values.get("MENU_PAGES", ())),
    )


def _languages(table: Mapping[str, Mapping[str, str]], default: str) -> Iterator[Language]:
    for code in sorted(table, key=lambda code: code != default):
        entry = table[code]
        yield Language(
            code=code, name=entry["name"], dir=entry.get("dir", "ltr"),
            path="" if code == default else entry.get("path", code), locale=entry.get("locale", code.replace("-", "_")),
        )


def _faults(values: Mapping[str, Any], known_elsewhere: frozenset[str]) -> Iterator[str]:
    for key in values:
        if key not in OURS and key not in known_elsewhere:
            near = difflib.get_close_matches(key, [*OURS, *known_elsewhere], 1)
            yield f"pelicanconf.py: {key} ist keine bekannte Einstellung." + (f" Meinten Sie {near[0]}?" if near else "")
    for key in ("SITENAME", "CALENDAR_HOST", "LANGUAGES"):
        if not values.get(key):
            yield f"pelicanconf.py: {key} fehlt. Die Kommentare dort sagen, was hineingehört."
    site_url = str(values.get("SITEURL", ""))
    if site_url and urlsplit(site_url).scheme not in ("http", "https"):
        yield f"pelicanconf.py: SITEURL ist „{site_url}“. Es beginnt mit https:// und endet ohne Schrägstrich."
    if values.get("LANGUAGES") and values.get("DEFAULT_LANG", "de") not in values["LANGUAGES"]:
        yield f"pelicanconf.py: DEFAULT_LANG „{values.get('DEFAULT_LANG', 'de')}“ steht nicht in LANGUAGES."
    try:
        ZoneInfo(values.get("TIMEZONE", "Europe/Berlin"))
    except (ZoneInfoNotFoundError, ValueError):
        yield f"pelicanconf.py: TIMEZONE „{values.get('TIMEZONE')}“ gibt es nicht. Für Deutschland: Europe/Berlin."

# Pelican's settings that our pelicanconf.py uses: known without importing Pelican, which takes half a second.
PELICANS = frozenset((
    "PLUGIN_PATHS", "PLUGINS", "PATH", "OUTPUT_PATH", "THEME", "ARTICLE_PATHS", "PAGE_PATHS", "PAGE_URL", "PAGE_SAVE_AS", "DIRECT_TEMPLATES",
    "STATIC_PATHS", "THEME_STATIC_PATHS", "AUTHOR_SAVE_AS", "CATEGORY_SAVE_AS", "TAG_SAVE_AS", "ARCHIVES_SAVE_AS", "FEED_ALL_ATOM",
    "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS", "LOAD_CONTENT_CACHE", "CACHE_CONTENT",
    "DELETE_OUTPUT_DIRECTORY", "READERS", "MARKDOWN",
))
