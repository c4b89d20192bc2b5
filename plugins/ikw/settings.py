"""Settings: what another Landkreis changes, as one frozen record. Floor 0, standard library only.

The values stand in `pelicanconf.py`, each with a comment; `read` turns them into a record and refuses what it does not know.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

# How large a booklet may be; `paper/sizes` says how each is laid out.
BOOKLET_SIZES = ("A5", "A6", "DIN lang")


@dataclass(frozen=True, kw_only=True, slots=True)
class Language:
    """A language of the site. `path` is its segment in addresses ("" for the default), `locale` what CLDR calls it.

    `title` is the site's name in this language, None where it is as in the default one. `is_reviewed`: a native reader has signed
    off its words. `is_easy`: it is the default language in its easy form, set larger and with its hard words explained.
    """

    code: str
    name: str
    dir: str
    path: str
    locale: str
    title: str | None = None
    is_reviewed: bool = True
    is_easy: bool = False


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
    repository: str = ""
    repository_kind: str = ""
    repository_branch: str = "main"
    repository_events: str = "events"
    booklet_size: str = BOOKLET_SIZES[0]
    submission_address: str = ""

    @property
    def default(self) -> Language:
        """The language whose pages stand at the root, and that event files are written in."""
        return self.languages[0]

    @property
    def base(self) -> str:
        """The path under which the site lives on its host: "" or "/programme"."""
        return urlsplit(self.site_url).path.rstrip("/")


OURS = (
    "SITENAME", "REGION", "SITEURL", "CALENDAR_HOST", "TIMEZONE", "LANGUAGES", "DEFAULT_LANG", "SAMPLE", "ERROR_ADDRESS",
    "SUBMISSION_ADDRESS", "MENU_PAGES", "REPOSITORY", "REPOSITORY_KIND", "REPOSITORY_BRANCH", "REPOSITORY_EVENTS",
    "BOOKLET_SIZE",
)
# Pelican's settings that our pelicanconf.py uses: known without importing Pelican, which takes half a second.
PELICANS = frozenset((
    "PLUGIN_PATHS", "PLUGINS", "PATH", "OUTPUT_PATH", "THEME", "ARTICLE_PATHS", "PAGE_PATHS", "PAGE_URL", "PAGE_SAVE_AS",
    "DIRECT_TEMPLATES", "STATIC_PATHS", "THEME_STATIC_PATHS", "AUTHOR_SAVE_AS", "CATEGORY_SAVE_AS", "TAG_SAVE_AS",
    "ARCHIVES_SAVE_AS", "FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM", "AUTHOR_FEED_ATOM", "AUTHOR_FEED_RSS",
    "LOAD_CONTENT_CACHE", "CACHE_CONTENT", "DELETE_OUTPUT_DIRECTORY", "READERS", "MARKDOWN",
))
# What the repository of the programme may live on; on hosts that tell by their name, the kind need not be said.
GITHUB, GITLAB = "github", "gitlab"
# The language that event files are written in.
GERMAN = "de"

_REQUIRED = ("SITENAME", "CALENDAR_HOST", "LANGUAGES")
_TEXTS = (
    "SITENAME", "REGION", "SITEURL", "CALENDAR_HOST", "TIMEZONE", "DEFAULT_LANG", "ERROR_ADDRESS", "REPOSITORY",
    "REPOSITORY_KIND", "REPOSITORY_BRANCH", "REPOSITORY_EVENTS", "BOOKLET_SIZE", "SUBMISSION_ADDRESS",
)
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?")
_REPOSITORY = re.compile(r"https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._-]+){2,}/?")
_BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*")
_EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+")
# settings that are addresses, with an example
_ADDRESSES = {"ERROR_ADDRESS": "ikw@example.org", "SUBMISSION_ADDRESS": "mitmachen@example.org"}
_SEGMENT = re.compile(r"[a-z][a-z0-9-]*")
_LANGUAGE_TEXTS = ("name", "dir", "path", "locale", "title")
_LANGUAGE_MARKS = ("reviewed", "easy")
_LANGUAGE_KEYS = (*_LANGUAGE_TEXTS, *_LANGUAGE_MARKS)


class SettingsError(ValueError):
    """Settings that are missing, unknown or of the wrong shape; each line of the text names one and what is right."""


def read(
    values: Mapping[str, Any], known_elsewhere: frozenset[str] = frozenset(), *, drafts: bool = False,
    file: str = "pelicanconf.py",
) -> Settings:
    """Read the values of a settings file; `known_elsewhere` are Pelican's own names. Raises SettingsError."""
    faults = [f"{file}: {' '.join(fault.split())}" for fault in _faults(values, known_elsewhere)]
    if faults:
        raise SettingsError("\n".join(faults))
    return Settings(
        site_name=values["SITENAME"], region=values.get("REGION", ""), site_url=values.get("SITEURL", "").rstrip("/"),
        calendar_host=values["CALENDAR_HOST"], zone=ZoneInfo(values.get("TIMEZONE", "Europe/Berlin")),
        languages=tuple(_languages(values["LANGUAGES"], values.get("DEFAULT_LANG", GERMAN))),
        sample=values.get("SAMPLE", False), drafts=drafts, error_address=values.get("ERROR_ADDRESS", ""),
        menu_pages=tuple(values.get("MENU_PAGES", ())), repository=values.get("REPOSITORY", "").rstrip("/"),
        repository_kind=_repository_kind(values), repository_branch=values.get("REPOSITORY_BRANCH", "main"),
        repository_events=values.get("REPOSITORY_EVENTS", "events"), booklet_size=values.get("BOOKLET_SIZE", BOOKLET_SIZES[0]),
        submission_address=values.get("SUBMISSION_ADDRESS", ""),
    )


def _repository_kind(values: Mapping[str, Any]) -> str:
    """Return what the repository lives on: as it is said, else as the name of its host tells."""
    if said := values.get("REPOSITORY_KIND", ""):
        return str(said)
    host = urlsplit(values.get("REPOSITORY", "")).hostname or ""
    return next((kind for kind in (GITHUB, GITLAB) if kind in host.split(".")), "")


def _languages(table: Mapping[str, Mapping[str, Any]], default: str) -> Iterator[Language]:
    for code in sorted(table, key=lambda code: code != default):
        entry = table[code]
        yield Language(
            code=code, name=entry["name"], dir=entry.get("dir", "ltr"), locale=entry.get("locale", code.replace("-", "_")),
            path="" if code == default else entry.get("path", code), title=entry.get("title"),
            is_reviewed=entry.get("reviewed", code == default), is_easy=entry.get("easy", False),
        )


def _faults(values: Mapping[str, Any], known_elsewhere: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong, first with names and types, then with what the values mean."""
    yield from _unknown(values, known_elsewhere)
    for key in _REQUIRED:
        if not values.get(key):
            yield f"{key} fehlt. Die Kommentare in pelicanconf.py sagen, was hineingehört."
    wrong = list(_wrong_types(values))
    yield from wrong
    if not wrong:
        yield from _wrong_values(values)


def _unknown(values: Mapping[str, Any], known_elsewhere: frozenset[str]) -> Iterator[str]:
    for key in values:
        if key not in OURS and key not in known_elsewhere:
            near = difflib.get_close_matches(key, [*OURS, *known_elsewhere], 1)
            yield f"{key} ist keine bekannte Einstellung." + (f" Meinten Sie {near[0]}?" if near else " Löschen Sie die Zeile.")


def _wrong_types(values: Mapping[str, Any]) -> Iterator[str]:
    for key in _TEXTS:
        if not isinstance(values.get(key, ""), str):
            yield f"{key} ist {values[key]!r}. Schreiben Sie einen Text in Anführungszeichen."
    if not isinstance(values.get("SAMPLE", False), bool):
        yield f"SAMPLE ist {values['SAMPLE']!r}. Schreiben Sie True oder False, ohne Anführungszeichen."
    pages = values.get("MENU_PAGES", [])
    if not (isinstance(pages, list | tuple) and all(isinstance(page, str) for page in pages)):
        yield f'MENU_PAGES ist {pages!r}. Schreiben Sie eine Liste, zum Beispiel ["mitmachen", "kontakt"].'
    if not isinstance(values.get("LANGUAGES", {}), dict):
        example = '{"de": {"name": "Deutsch", "dir": "ltr"}}'
        yield f"LANGUAGES ist {values['LANGUAGES']!r}. Schreiben Sie zum Beispiel {example}."


def _wrong_values(values: Mapping[str, Any]) -> Iterator[str]:
    site_url, host = values.get("SITEURL", ""), values.get("CALENDAR_HOST", "")
    if site_url and not _SITE.fullmatch(site_url):
        yield f"SITEURL ist „{site_url}“. Schreiben Sie eine Adresse wie https://www.example.org oder https://example.org/ikw."
    if host and not _HOST.fullmatch(host):
        yield f"CALENDAR_HOST ist „{host}“. Schreiben Sie nur den Namen, klein und ohne https://, zum Beispiel ikw.example.org."
    if not _is_zone(values.get("TIMEZONE", "Europe/Berlin")):
        yield f"TIMEZONE „{values['TIMEZONE']}“ gibt es nicht. Für Deutschland schreiben Sie Europe/Berlin."
    for key, example in _ADDRESSES.items():
        if (address := values.get(key, "")) and not _EMAIL.fullmatch(address):
            yield f"{key} „{address}“ ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel {example}."
    if (size := values.get("BOOKLET_SIZE", BOOKLET_SIZES[0])) not in BOOKLET_SIZES:
        yield f"BOOKLET_SIZE ist „{size}“. Schreiben Sie {', '.join(f'„{one}“' for one in BOOKLET_SIZES[:-1])} oder „{BOOKLET_SIZES[-1]}“."
    yield from _wrong_repository(values)
    if values.get("LANGUAGES"):
        yield from _wrong_languages(values["LANGUAGES"], values.get("DEFAULT_LANG", GERMAN))


def _wrong_repository(values: Mapping[str, Any]) -> Iterator[str]:
    repository, kind = values.get("REPOSITORY", ""), values.get("REPOSITORY_KIND", "")
    if repository and (not _REPOSITORY.fullmatch(repository) or repository.rstrip("/").endswith(".git")):
        yield f"REPOSITORY ist „{repository}“. Schreiben Sie die Adresse im Browser, zum Beispiel https://github.com/name/programm."
    elif kind not in ("", GITHUB, GITLAB):
        yield f"REPOSITORY_KIND ist „{kind}“. Schreiben Sie „{GITHUB}“ oder „{GITLAB}“."
    elif repository and not _repository_kind(values):
        yield f"REPOSITORY_KIND fehlt: „{repository}“ sagt nicht, was dort läuft. Schreiben Sie „{GITHUB}“ oder „{GITLAB}“."
    for key, example in (("REPOSITORY_BRANCH", "main"), ("REPOSITORY_EVENTS", "events")):
        if not _BRANCH.fullmatch(values.get(key, example)):
            yield f"{key} ist „{values[key]}“. Schreiben Sie nur den Namen, zum Beispiel {example}."


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _wrong_languages(table: Mapping[Any, Any], default: str) -> Iterator[str]:
    if default != GERMAN:
        yield f"DEFAULT_LANG ist „{default}“. Schreiben Sie „{GERMAN}“: In dieser Sprache sind die Veranstaltungen geschrieben."
    elif default not in table:
        yield f"DEFAULT_LANG „{default}“ steht nicht in LANGUAGES. Ergänzen Sie es dort."
    paths: dict[str, str] = {}
    for code, entry in table.items():
        fault = _wrong_language(code, entry)
        if fault:
            yield fault
            continue
        other = paths.setdefault(entry.get("path", code), code)
        if other != code:
            yield f"LANGUAGES: „{other}“ und „{code}“ haben dieselbe Adresse. Ergänzen Sie bei „{code}“ ein anderes „path“."


def _wrong_language(code: Any, entry: Any) -> str | None:
    """Return what is wrong with the entry of a language."""
    if not isinstance(code, str) or not _SEGMENT.fullmatch(code):
        return f"LANGUAGES: {code!r} ist kein Kürzel einer Sprache. Schreiben Sie zum Beispiel „uk“ oder „de-simple“."
    if not isinstance(entry, dict) or not all(isinstance(entry.get(key, ""), str) for key in _LANGUAGE_TEXTS):
        return f'LANGUAGES: Bei „{code}“ steht {entry!r}. Schreiben Sie zum Beispiel {{"name": "Deutsch", "dir": "ltr"}}.'
    unknown = [str(key) for key in entry if key not in _LANGUAGE_KEYS]
    if unknown:
        return f"LANGUAGES: Bei „{code}“ ist „{unknown[0]}“ nicht bekannt. Erlaubt sind {', '.join(_LANGUAGE_KEYS)}."
    if not entry.get("name"):
        return f"LANGUAGES: Bei „{code}“ fehlt „name“. Schreiben Sie, wie die Sprache sich selbst nennt."
    wrong = next((key for key in _LANGUAGE_MARKS if not isinstance(entry.get(key, False), bool)), None)
    if wrong:
        return f"LANGUAGES: „{wrong}“ von „{code}“ ist {entry[wrong]!r}. Schreiben Sie True oder False, ohne Anführungszeichen."
    if entry.get("dir", "ltr") not in ("ltr", "rtl"):
        return f"LANGUAGES: „dir“ von „{code}“ ist „{entry['dir']}“. Schreiben Sie „ltr“ oder „rtl“."
    if not _SEGMENT.fullmatch(entry.get("path", code)):
        allowed = "Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche."
        return f"LANGUAGES: „path“ von „{code}“ ist „{entry['path']}“. {allowed}"
    return None
