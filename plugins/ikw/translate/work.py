"""Work: every event with its German texts and its translations, as translators' commands see it. Floor 5."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ikw.parse import is_draft
from ikw.problems import Problem
from ikw.prose import render
from ikw.source import read_event
from ikw.source.nodes import Record
from ikw.source.tree import EventFiles, list_tree
from ikw.translation import GermanTexts, OwnTexts, german_texts, own_texts
from ikw.usage import UsageError

CHECK_FIRST = "Prüfen Sie zuerst alle Dateien: ikw check"


@dataclass(frozen=True, kw_only=True, slots=True)
class EventTexts:
    """An event: what is German, and what is translated, by language. `path` is its file below the events folder."""

    edition: str
    id: str
    path: str
    german: GermanTexts
    own: Mapping[str, OwnTexts]
    is_draft: bool

    def context(self, field: str) -> str:
        """Return the name of a field in a .po and in lists: `2025/sommerfest#title`."""
        return f"{self.edition}/{self.id}#{field}"

    def translation(self, lang: str) -> str:
        """Return where the translation into a language stands, whether there is one or not."""
        return f"{self.edition}/{self.id}.{lang}.md"


def read_work(root: Path, editions: Collection[str] = ()) -> tuple[EventTexts, ...]:
    """Read all events, or those of some editions, newest edition first. A file that cannot be read is a UsageError."""
    tree, _ = list_tree(root)
    known = [files.id for files in tree.editions]
    for edition in editions:
        if edition not in known:
            raise UsageError(f"Eine Ausgabe „{edition}“ gibt es nicht. Vorhanden sind: {', '.join(known) or 'keine'}.")
    wanted = sorted((one for one in tree.editions if not editions or one.id in editions), key=lambda one: one.id, reverse=True)
    return tuple(_event(root, edition.id, files) for edition in wanted for files in edition.events)


def _event(root: Path, edition: str, files: EventFiles) -> EventTexts:
    record = _record(root, files.path)
    # only a summary that nobody wrote needs the text without Markdown
    plain = "" if record.fields.get("summary") else render(record.body, record.body_line)[0].plain
    return EventTexts(
        edition=edition, id=files.id, path=files.path, german=german_texts(record, plain), is_draft=is_draft(record),
        own={lang: own_texts(_record(root, path)) for lang, path in files.translations},
    )


def _record(root: Path, path: str) -> Record:
    record, problems = read_event(root, path)
    if record is None:
        raise unreadable(problems)
    return record


def unreadable(problems: Iterable[Problem]) -> UsageError:
    """Return the error of a file that cannot be read."""
    first = min(problems)
    return UsageError(f"{first.path}:{first.line}: {first.message} {CHECK_FIRST}")
