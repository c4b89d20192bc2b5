"""Stamp: notes in a translation which German text it fits, so that a later change is seen. Floor 5.

Without names only what was never stamped is: a stale field stays stale until a person names it. Nothing but the fingerprints,
and at a sign-off the mark of a machine, changes in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ikw.disk import Folder
from ikw.problems import Problem
from ikw.translate.edit import UneditableError, edited
from ikw.translate.intake import uneditable
from ikw.translate.work import EventTexts, read_work
from ikw.translation import FIELDS, STALE, UNKNOWN, OwnTexts, judge
from ikw.usage import UsageError

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
    """A translation, an event, or a field of one, as a person names it: `events/2025/fest.uk.md`, `fest`, `2025/fest#title`."""

    words: str
    edition: str | None
    id: str
    lang: str | None
    field: str | None

    def fits(self, event: EventTexts, lang: str) -> bool:
        """Whether a translation is meant."""
        return self.id == event.id and self.edition in (None, event.edition) and self.lang in (None, lang)


def stamp(
    root: Path, lang: str | None = None, names: Sequence[str] = (), *, signed_off: bool = False, dry_run: bool = False,
) -> Stamped:
    """Write fingerprints into translations; with `signed_off` a person answers for what a machine made.

    A name that fits nothing is a UsageError.
    """
    wanted = [_name(words) for words in names]
    if signed_off and (not wanted or any(name.field for name in wanted)):
        raise UsageError("Nennen Sie zu --signed-off die Übersetzungen, die Sie ganz gelesen haben: 2025/sommerfest.uk.md")
    result = Stamped()
    fitting = set()
    for event, one, own in _translations(root, lang):
        meant = [name for name in wanted if name.fits(event, one)]
        fitting.update(meant)
        if meant or not wanted:
            _stamp(root, event, one, own, meant, result, signed_off=signed_off, dry_run=dry_run)
    if unknown := ", ".join(name.words for name in wanted if name not in fitting):
        raise UsageError(f"Dazu gibt es keine Übersetzung: {unknown}. Schreiben Sie zum Beispiel 2025/sommerfest.uk.md")
    return result


def _name(words: str) -> _Name:
    match = _NAME.fullmatch(words)
    if match is None or match["field"] not in (None, *FIELDS):
        raise UsageError(f"„{words}“ nennt keine Übersetzung. Schreiben Sie zum Beispiel 2025/sommerfest.uk.md")
    return _Name(words=words, edition=match["edition"], id=match["id"], lang=match["lang"], field=match["field"])


def _translations(root: Path, lang: str | None) -> Iterator[tuple[EventTexts, str, OwnTexts]]:
    for event in read_work(root):
        for one, own in event.own.items():
            if lang in (None, one):
                yield event, one, own


def _stamp(
    root: Path, event: EventTexts, lang: str, own: OwnTexts, names: Sequence[_Name], result: Stamped, *, signed_off: bool,
    dry_run: bool,
) -> None:
    states = judge(event.german, own)
    fields = {name.field for name in names}
    is_whole = None in fields
    now = {
        one: event.german.fingerprints[one] for one in own.texts
        if one in event.german.texts and (is_whole or one in fields or (not names and states[one] == UNKNOWN))
    }
    result.stale += sum(state == STALE and one not in now for one, state in states.items())
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
