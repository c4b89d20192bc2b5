"""Work: every event and data file with its German texts and their translations, as translators' commands see it. Floor 5."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ikw.disk import BuildError
from ikw.fields import TRANSLATION, Field, by_name
from ikw.parse import is_draft
from ikw.problems import Problem
from ikw.prose import render
from ikw.prose_headers import read_headers
from ikw.source import TRANSLATIONS, read_data, read_event
from ikw.source.nodes import Record
from ikw.source.tree import EventFiles, list_tree
from ikw.translated_data import MARKDOWN, DataText, Sources, context_of, data_texts, sources_of
from ikw.translation import TEXT, GermanTexts, OwnTexts, fingerprint, german_texts, name_of, own_texts
from ikw.usage import UsageError
from ikw.values.reader import LANGUAGE

PAGES, PAGE = "pages", "page"
CHECK_FIRST = "Prüfen Sie zuerst alle Dateien: ikw check"

_PAGE = Field(name=PAGE, kind=MARKDOWN, doc="Seite")
_FIELDS = {**by_name(TRANSLATION), TEXT: Field(name=TEXT, kind=MARKDOWN, doc=name_of(TEXT))}


@dataclass(frozen=True, kw_only=True, slots=True)
class FileTexts(ABC):
    """A file: what of it is German, and what is translated, by language. `path` is the file below the events folder."""

    path: str
    german: GermanTexts
    own: Mapping[str, OwnTexts]
    is_draft: bool = False

    @property
    @abstractmethod
    def group(self) -> str:
        """What the file is counted with: an edition."""

    @abstractmethod
    def context(self, field: str) -> str:
        """Return the name of a field in a .po and in lists."""

    @abstractmethod
    def translation(self, lang: str) -> str:
        """Return where the translation into a language stands, whether there is one or not."""

    @abstractmethod
    def field(self, name: str) -> Field:
        """Return what is known of a field."""

    @abstractmethod
    def is_markdown(self, name: str) -> bool:
        """Whether a field is a text of several lines, written in Markdown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventTexts(FileTexts):
    """An event, and its translations in files of their own."""

    edition: str
    id: str

    @property
    def group(self) -> str:
        """The event's edition."""
        return self.edition

    def context(self, field: str) -> str:
        """Return the name of a field: `2025/sommerfest#title`."""
        return f"{self.edition}/{self.id}#{field}"

    def translation(self, lang: str) -> str:
        """Return the file of a translation: `2025/sommerfest.uk.md`."""
        return f"{self.edition}/{self.id}.{lang}.md"

    def field(self, name: str) -> Field:
        """Return what is known of a field; the text is one, too."""
        return _FIELDS[name]

    def is_markdown(self, name: str) -> bool:
        """Whether it is the text."""
        return name == TEXT


@dataclass(frozen=True, kw_only=True, slots=True)
class DataTexts(FileTexts):
    """A data file, whose names, motto or greeting stand in several languages beside each other, by their labels."""

    texts: Mapping[str, DataText]

    @property
    def is_any_wanted(self) -> bool:
        """Whether there is anything to translate: names of places and people may stay as they are."""
        return bool(self.own) or any(one.is_wanted for one in self.texts.values())

    @property
    def group(self) -> str:
        """The texts of all data files are counted together."""
        return ""

    def context(self, field: str) -> str:
        """Return the name of a text: `categories.yaml#fest.name`."""
        return context_of(self.path, field)

    def translation(self, lang: str) -> str:
        """Return the data file: all languages stand in it."""
        return self.path

    def field(self, name: str) -> Field:
        """Return the field of a text."""
        return self.texts[name].field

    def is_markdown(self, name: str) -> bool:
        """Whether it is a greeting."""
        return self.texts[name].is_markdown


@dataclass(frozen=True, kw_only=True, slots=True)
class PageTexts(FileTexts):
    """A prose page, whole, and its translations in files of their own. `paths` are theirs, by language."""

    paths: Mapping[str, str]

    @property
    def group(self) -> str:
        """All pages are counted together."""
        return PAGES

    def context(self, field: str) -> str:
        """Return the name of a page."""
        return self.path

    def translation(self, lang: str) -> str:
        """Return the file of a translation: `pages/kontakt.uk.md`."""
        return self.paths.get(lang, f"{self.path.removesuffix('.md')}.{lang}.md")

    def field(self, name: str) -> Field:
        """Return what is known of a page as a whole."""
        return _PAGE

    def is_markdown(self, name: str) -> bool:
        """A page is."""
        return True


def read_work(root: Path, editions: Collection[str] = (), pages: Path | None = None) -> tuple[FileTexts, ...]:
    """Read all events, or those of some editions, newest edition first, then the data files, and the prose pages in a folder.

    A file that cannot be read is a UsageError.
    """
    tree, _ = list_tree(root)
    known = [files.id for files in tree.editions]
    for edition in editions:
        if edition not in known:
            raise UsageError(f"Eine Ausgabe „{edition}“ gibt es nicht. Vorhanden sind: {', '.join(known) or 'keine'}.")
    wanted = sorted((one for one in tree.editions if not editions or one.id in editions), key=lambda one: one.id, reverse=True)
    events = (_event(root, edition.id, files) for edition in wanted for files in edition.events)
    sources = read_sources(root)
    paths = (*tree.data, *(edition.data for edition in wanted if edition.data))
    data = (one for path in paths if (one := _data(root, path, sources)).is_any_wanted)
    return (*events, *data, *(_pages(pages) if pages else ()))


def _pages(folder: Path) -> Iterator[PageTexts]:
    try:
        headers = tuple(read_headers(folder))
    except BuildError as error:
        raise UsageError(str(error)) from error
    for german in (header for header in headers if header.lang == LANGUAGE and header.is_published):
        own = [header for header in headers if header.slug == german.slug and header.lang != LANGUAGE]
        yield PageTexts(
            path=german.path, paths={header.lang: header.path for header in own},
            german=GermanTexts(texts={PAGE: german.title}, fingerprints={PAGE: german.mark}, lines={PAGE: 1}),
            own={
                header.lang: OwnTexts(texts={PAGE: header.title}, source={PAGE: header.source} if header.source else {}, lines={PAGE: 1})
                for header in own
            },
        )


def read_sources(root: Path) -> Sources:
    """Read which German texts the translations in data files were made from."""
    return sources_of(_read(*read_data(root, TRANSLATIONS)))[0]


def _data(root: Path, path: str, sources: Sources) -> DataTexts:
    found = {one.label: one for one in data_texts(_read(*read_data(root, path)))}
    german = {label: one.texts[LANGUAGE] for label, one in found.items()}
    lines = {label: one.line for label, one in found.items()}
    own = {}
    for lang in sorted({lang for one in found.values() for lang in one.texts} - {LANGUAGE}):
        texts = {label: one.texts[lang] for label, one in found.items() if lang in one.texts}
        prints = {label: sources.get(context_of(path, label), {}).get(lang) for label in texts}
        source = {label: known for label, known in prints.items() if known}
        own[lang] = OwnTexts(texts=texts, lines={label: lines[label] for label in texts}, source=source)
    return DataTexts(
        path=path, own=own, texts=found, german=GermanTexts(
            texts=german, lines=lines, fingerprints={label: fingerprint(text) for label, text in german.items()},
            optional=frozenset(label for label, one in found.items() if not one.is_wanted),
        ),
    )


def _event(root: Path, edition: str, files: EventFiles) -> EventTexts:
    record = _record(root, files.path)
    # only a summary that nobody wrote needs the text without Markdown
    plain = "" if record.fields.get("summary") else render(record.body, record.body_line)[0].plain
    return EventTexts(
        edition=edition, id=files.id, path=files.path, german=german_texts(record, plain), is_draft=is_draft(record),
        own={lang: own_texts(_record(root, path)) for lang, path in files.translations},
    )


def _record(root: Path, path: str) -> Record:
    return _read(*read_event(root, path))


def _read(record: Record | None, problems: Iterable[Problem]) -> Record:
    if record is None:
        raise unreadable(problems)
    return record


def unreadable(problems: Iterable[Problem]) -> UsageError:
    """Return the error of a file that cannot be read."""
    first = min(problems)
    return UsageError(f"{first.path}:{first.line}: {first.message} {CHECK_FIRST}")
