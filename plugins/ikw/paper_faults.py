"""Paper faults: looks for what has no room or no letters in the booklet, and at which line of which file. Floor 5."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from ikw.loaded import Loaded
from ikw.model import Event
from ikw.paper.lengths import doubts, excess, too_long
from ikw.paper.sizes import size_for
from ikw.paper.typesetting import Typesetter
from ikw.problems import Fault, Problem
from ikw.settings import GERMAN, Language, Settings
from ikw.unprinted import faults_by_line, texts_of

# Runs something in a process of its own and returns what came of it.
Apart = Callable[[Callable[[], tuple[int, ...]]], tuple[int, ...]]
# The tables of an edition, by the files they come from.
_TABLES = {
    "venues.yaml": "venues", "organisers.yaml": "organisers", "categories.yaml": "categories", "municipalities.yaml": "municipalities",
}


@dataclasses.dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """One look at what is new: with these settings, this typesetter, and the folder of the events. `apart` runs what needs Typst."""

    settings: Settings
    typesetter: Typesetter
    events: Path
    apart: Apart

    def events_problems(self, new: Mapping[str, Event]) -> dict[str, tuple[Problem, ...]]:
        """Return what is wrong with each new event, by its digest."""
        found = {digest: [*self._letters(event)] for digest, event in new.items()}
        for language in self.settings.languages:
            for digest, fault in self._too_long(language, new):
                found[digest].append(self._problem(_path(new[digest], language.code), fault))
        return {digest: tuple(problems) for digest, problems in found.items()}

    def _too_long(self, language: Language, new: Mapping[str, Event]) -> Iterator[tuple[str, Fault]]:
        size = size_for(self.settings.booklet_size, is_easy=language.is_easy)
        texts = ((digest, event.texts[language.code]) for digest, event in new.items() if language.code in event.texts)
        found = [(digest, doubt) for digest, text in texts for doubt in doubts(text, size, self.typesetter.letters)]
        asked = [doubt for _, doubt in found]
        measured = self.apart(lambda: excess(asked, language, size, self.typesetter)) if asked else ()
        for (digest, doubt), letters in zip(found, measured, strict=True):
            if letters:
                yield digest, too_long(doubt.kind, letters)

    def _letters(self, event: Event) -> Iterator[Problem]:
        """Yield which letters of an event cannot be printed; places and groups are looked at in their own files."""
        for lang, text in event.texts.items():
            texts = texts_of(text)
            if lang == self.settings.default.code:
                texts = (*texts, *texts_of(dataclasses.replace(event, texts={})))
            yield from self._missing(_path(event, lang), texts)

    def data_problems(self, loaded: Loaded) -> Iterator[Problem]:
        """Yield which letters of the files around the events cannot be printed."""
        texts: dict[str, set[str]] = defaultdict(set)
        for one in loaded.editions:
            texts[one.edition.origin.path].update(texts_of(one.edition))
            for path, name in _TABLES.items():
                for record in getattr(one, name).values():
                    texts[path].update(texts_of(record, is_own=True))
        for path, found in texts.items():
            yield from self._missing(path, found)

    def _missing(self, path: str, texts: Iterable[str]) -> Iterator[Problem]:
        """Yield what is said of letters, each at the line where it stands first."""
        missing = self.typesetter.letters.missing("".join(sorted(texts)))
        for number, fault in faults_by_line(missing, _lines(self.events / path) if missing else []):
            yield fault.at(path, number, fault.field)

    def _problem(self, path: str, fault: Fault) -> Problem:
        return fault.at(path, _line_of(_lines(self.events / path), fault.field), fault.field)


def _path(event: Event, lang: str) -> str:
    """Return the file that says an event's texts in a language."""
    path = event.origin.path
    return path if lang == GERMAN else f"{path.removesuffix('.md')}.{lang}.md"


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def _line_of(lines: list[str], field: str) -> int:
    """Return the line of a field, or the first one of the text; 1 where it is not found."""
    if field == "text":
        ends = [n for n, line in enumerate(lines, 1) if line.strip() == "---"]
        found = (n for n in range((ends[1] if len(ends) > 1 else 0) + 1, len(lines) + 1) if lines[n - 1].strip())
    else:
        found = (n for n, line in enumerate(lines, 1) if line.startswith(f"{field}:"))
    return next(found, 1)
