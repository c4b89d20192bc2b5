"""Stamp: notes in a translation which German text it fits, so that a later change is seen. Floor 5.

Without names only what was never stamped is: a stale field stays stale until a person names it. Nothing but the fingerprints,
and at a sign-off the mark of a machine, changes in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ikw.disk import Folder
from ikw.problems import Problem
from ikw.prose_headers import with_source
from ikw.translate.edit import UneditableError, edited
from ikw.translate.intake import uneditable
from ikw.translate.sources import write_sources
from ikw.translate.work import PAGE, EventTexts, FileTexts, PageTexts, read_work
from ikw.translation import FIELDS, STALE, UNKNOWN, OwnTexts, judge
from ikw.usage import UsageError

_DATA_NAME = re.compile(r"(?:.*/)?(?P<path>[0-9]{4}/edition\.yaml|(?!edition)[a-z]+\.yaml)(?:#(?P<field>\S+))?")
_PAGE_NAME = re.compile(r"(?:.*/)?(?P<path>pages/\S+\.md)")
_NAME = re.compile(
    r"(?:.*/)?(?:(?P<edition>[0-9]{4})/)?(?P<id>[a-z0-9-]+)(?:\.(?!md(?:#|$))(?P<lang>[a-z0-9-]+))?(?:\.md)?(?:#(?P<field>\w+))?"
)


@dataclass(kw_only=True, slots=True)
class Stamped:
    """Paths that were changed, files that could not be, and how many stale fields were left so."""

    changed: list[str] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    stale: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class _Name:
    """A translation, an event, or a field of one, as a person names it: `events/2025/fest.uk.md`, `fest`, `2025/fest#title`.

    Or a data file, or a text in it: `2025/edition.yaml`, `categories.yaml#fest.name`. Or a prose page: `pages/kontakt.uk.md`.
    """

    words: str
    edition: str | None
    id: str
    lang: str | None
    field: str | None

    def fits(self, file: FileTexts, lang: str) -> bool:
        """Whether a translation is meant."""
        if isinstance(file, PageTexts):
            return self.id in (file.path, file.translation(lang))
        if not isinstance(file, EventTexts):
            return self.id == file.path and (self.field is None or self.field in file.own[lang].texts)
        return self.id == file.id and self.edition in (None, file.edition) and self.lang in (None, lang)


def stamp(
    root: Path, lang: str | None = None, names: Sequence[str] = (), *, pages: Path | None = None, signed_off: bool = False,
    dry_run: bool = False,
) -> Stamped:
    """Write fingerprints into translations, those of the prose pages in a folder, too, and those of data files into `translations.yaml`.

    With `signed_off` a person answers for what a machine made.

    A name that fits nothing is a UsageError.
    """
    wanted = [_name(words) for words in names]
    if signed_off and (not wanted or any(name.field for name in wanted)):
        raise UsageError("Nennen Sie zu --signed-off die Übersetzungen, die Sie ganz gelesen haben: 2025/sommerfest.uk.md")
    result = Stamped()
    fitting = set()
    work = read_work(root, pages=pages)
    noted: dict[str, dict[str, str]] = {}
    for file, one, own in _translations(work, lang):
        meant = [name for name in wanted if name.fits(file, one)]
        fitting.update(meant)
        if not meant and wanted:
            continue
        now = _fingerprints(file, own, meant, result)
        if isinstance(file, EventTexts):
            _stamp(root, file, one, own, now, result, signed_off=signed_off, dry_run=dry_run)
        elif isinstance(file, PageTexts):
            _stamp_page(pages, file.translation(one), now, result, dry_run=dry_run)
        else:
            for label, mark in now.items():
                noted.setdefault(file.context(label), {})[one] = mark
    if unknown := ", ".join(name.words for name in wanted if name not in fitting):
        raise UsageError(f"Dazu gibt es keine Übersetzung: {unknown}. Schreiben Sie zum Beispiel 2025/sommerfest.uk.md")
    result.changed += write_sources(root, work, noted, dry_run=dry_run)
    return result


def _name(words: str) -> _Name:
    if match := _DATA_NAME.fullmatch(words):
        return _Name(words=words, edition=None, id=match["path"], lang=None, field=match["field"])
    if match := _PAGE_NAME.fullmatch(words):
        return _Name(words=words, edition=None, id=match["path"], lang=None, field=None)
    match = _NAME.fullmatch(words)
    if match is None or match["field"] not in (None, *FIELDS):
        raise UsageError(f"„{words}“ nennt keine Übersetzung. Schreiben Sie zum Beispiel 2025/sommerfest.uk.md")
    return _Name(words=words, edition=match["edition"], id=match["id"], lang=match["lang"], field=match["field"])


def _translations(work: Iterable[FileTexts], lang: str | None) -> Iterator[tuple[FileTexts, str, OwnTexts]]:
    for file in work:
        for one, own in file.own.items():
            if lang in (None, one):
                yield file, one, own


def _fingerprints(file: FileTexts, own: OwnTexts, names: Sequence[_Name], result: Stamped) -> dict[str, str]:
    """Return the fingerprints to be noted: of what is named, or without names of what was never stamped. Count what stays stale."""
    states = judge(file.german, own)
    fields = {name.field for name in names}
    is_whole = None in fields
    now = {
        one: file.german.fingerprints[one] for one in own.texts
        if one in file.german.texts and (is_whole or one in fields or (not names and states[one] == UNKNOWN))
    }
    result.stale += sum(state == STALE and one not in now for one, state in states.items())
    return now


def _stamp(
    root: Path, event: EventTexts, lang: str, own: OwnTexts, now: Mapping[str, str], result: Stamped, *, signed_off: bool, dry_run: bool,
) -> None:
    source = {**own.source, **now}
    path = event.translation(lang)
    old = (root / path).read_bytes()
    try:
        made = edited(
            old, {}, source={one: source[one] for one in FIELDS if one in source}, machine=own.is_machine and not signed_off,
        )
    except UneditableError:
        result.refused.append(uneditable(path))
        return
    if made != old:
        if not dry_run:
            Folder(root).write(path, made)
        result.changed.append(path)


def _stamp_page(pages: Path | None, path: str, now: Mapping[str, str], result: Stamped, *, dry_run: bool) -> None:
    if pages is None or PAGE not in now:
        return
    old = (pages.parent / path).read_bytes()
    made = with_source(old, now[PAGE])
    if made != old:
        if not dry_run:
            Folder(pages.parent).write(path, made)
        result.changed.append(path)
