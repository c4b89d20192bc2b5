"""Prose headers: what the prose pages say of themselves, and which of their translations no longer fit. Floor 5.

A translated page keeps the fingerprint of the German page that it was made from (`Source: …` in its header, written by a command).
A changed German page makes its translations stale: German is shown instead, as where a page is not translated.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ikw.disk import BuildError
from ikw.problems import WARNING, Problem
from ikw.settings import GERMAN
from ikw.translation import STALE, fingerprint, fit
from ikw.values.codes import is_language

_FIELD = re.compile(r"(?P<name>[A-Za-z_]+): *(?P<value>.*)")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What Pelican would read as well, though no header of it would be known.
_OTHER_MARKDOWN = (".markdown", ".mkd", ".mdown")


class PelicanError(BuildError):
    """A prose page cannot be made; the text says why, or is what Pelican said."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a prose page says of itself. A page of the same slug in another language is its translation.

    `mark` is the fingerprint of all that can be translated of it, `source` that of the German page it was made from.
    """

    slug: str
    title: str
    summary: str = ""
    is_published: bool = True
    lang: str = GERMAN
    mark: str = field(default="", compare=False, repr=False)
    source: str | None = None
    path: str = field(default="", compare=False, repr=False)


def state(header: Header, german: Header) -> str:
    """Return whether a translation fits its German page: complete, stale or unknown."""
    return fit(german.mark, header.source)


def stale_pages(headers: Iterable[Header]) -> frozenset[tuple[str, str]]:
    """Return the translations that no longer fit, by language and slug."""
    known = tuple(headers)
    german = {header.slug: header for header in known if header.lang == GERMAN}
    return frozenset(
        (header.lang, header.slug) for header in known
        if header.lang != GERMAN and header.slug in german and state(header, german[header.slug]) == STALE
    )


def problems_of(headers: Iterable[Header], content: Path, events: Path) -> Iterator[Problem]:
    """Yield a warning for each translation that no longer fits. Its path begins at the events folder, as that of all problems."""
    known = tuple(headers)
    stale = stale_pages(known)
    for header in known:
        if (header.lang, header.slug) in stale:
            path = Path(os.path.relpath(content / header.path, events)).as_posix()
            yield Problem(
                path=path, line=1, field="", code="translation-stale", severity=WARNING,
                message="Die deutsche Seite hat sich geändert. Gezeigt wird sie, bis die Übersetzung wieder passt.",
                mend=f"Passen Sie die Übersetzung an, und rufen Sie dann auf: ikw translate stamp {header.path}",
            )


def with_source(data: bytes, mark: str) -> bytes:
    """Return a page's file with the fingerprint of its German page at the end of its header; every other byte stays."""
    lines = data.decode("utf-8").splitlines(keepends=True)
    begins = next((number for number, line in enumerate(lines) if not _FIELD.match(line.removeprefix("\ufeff"))), len(lines))
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    kept = [line if line.endswith("\n") else f"{line}{end}" for line in lines[:begins] if not line.lower().startswith("source:")]
    return "".join((*kept, f"Source: {mark}{end}", *lines[begins:])).encode()


def read_headers(folder: Path) -> Iterator[Header]:
    """Yield the header of every page (Pelican's metadata: `Title: …`, `Slug: …`, `Summary: …`). Raises PelicanError."""
    seen: dict[tuple[str, str], Path] = {}
    found: list[tuple[Path, Header]] = []
    for path in sorted(folder.rglob("*")):
        shown = path.relative_to(folder.parent.parent)
        if path.is_symlink():
            raise PelicanError(f"{shown}: Das ist eine Verknüpfung. Legen Sie die Datei selbst an diese Stelle.")
        if path.suffix in _OTHER_MARKDOWN:
            raise PelicanError(f"{shown}: Seiten enden auf „.md“. Benennen Sie die Datei um.")
        if path.suffix == ".md" and path.is_file() and not path.name.startswith("."):
            header = _header(path, shown)
            key = header.lang, header.slug
            if key in seen:
                raise PelicanError(f"{shown}: Den Slug „{header.slug}“ hat schon {seen[key]}.")
            seen[key] = shown
            found.append((shown, header))
    slugs = {header.slug for _, header in found if header.lang == GERMAN}
    for shown, header in found:
        if header.slug not in slugs:
            raise PelicanError(
                f"{shown}: Auf Deutsch gibt es keine Seite mit dem Slug „{header.slug}“. Nehmen Sie den Slug der deutschen Seite."
            )
        yield header


def _header(path: Path, shown: Path) -> Header:
    fields: dict[str, str] = {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PelicanError(f"{shown}: Die Datei lässt sich nicht lesen, oder sie ist nicht in UTF-8 gespeichert.") from error
    begins = len(lines)
    for number, line in enumerate(lines):
        found = _FIELD.match(line)
        if not found:
            begins = number
            break
        fields[found["name"].lower()] = found["value"].strip()
    if not fields.get("title"):
        raise PelicanError(f"{shown}: Oben fehlt die Zeile „Title: …“.")
    if not _SLUG.fullmatch(fields.get("slug", "")):
        raise PelicanError(
            f"{shown}: Oben fehlt die Zeile „Slug: {path.stem.lower()}“, nur mit kleinen Buchstaben, Ziffern und Bindestrichen."
        )
    lang = fields.get("lang", GERMAN)
    if not is_language(lang):
        raise PelicanError(f"{shown}: „Lang: {lang[:20]}“ ist kein Kürzel einer Sprache. Schreiben Sie zum Beispiel „Lang: uk“.")
    written = "\n\n".join((fields["title"], fields.get("summary", ""), "\n".join(lines[begins:])))
    return Header(
        fields["slug"], fields["title"], fields.get("summary", ""), fields.get("status", "published") == "published", lang,
        mark=fingerprint(written), source=fields.get("source"), path=shown.relative_to(shown.parts[0]).as_posix(),
    )
