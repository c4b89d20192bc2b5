"""Load: the events folder as programmes and problems. Floor 1's last step: all below is put together here, nothing is decided.

What was parsed before is taken from `memory` when nothing it was made from has changed: the file's bytes, the data files, its
picture. What has to be parsed may be shared among cores by `share`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from ikw import data
from ikw.ledger import read_ledger
from ikw.loaded import Contents, Loaded, Memory
from ikw.model import DEFAULT_CATEGORY, DEFAULT_LOOK, Category, Edition, Event, History, Municipality, Organiser, Outline, Printed, Venue
from ikw.parsed import Around, Parsed, translation_problems, with_translations
from ikw.picture_files import Look, find_picture, unused_pictures
from ikw.printed import read_printed
from ikw.problems import ERROR, N_, WARNING, Fault, Problem
from ikw.rules import check
from ikw.source import EVENT_LIMIT, TRANSLATIONS, Record, read_data
from ikw.source.tree import EditionFiles, EventFiles, list_tree
from ikw.translated_data import Sources, fitting, problems_of, sources_of
from ikw.values.known import Known, ids_by_name

# A file to be parsed: its path, and its language where it is a translation.
Wanted = tuple[str, str | None]
Read = Callable[[Sequence[Wanted]], dict[str, Parsed]]
Share = Callable[[Sequence[Wanted], Read], Iterable[dict[str, Parsed]]]

DATA = (TRANSLATIONS, "municipalities.yaml", "venues.yaml", "organisers.yaml", "categories.yaml")
DEFAULT_CATEGORY_NAME = "Sonstiges"

_Made = TypeVar("_Made")


def load(
    root: Path, *, zone: ZoneInfo, look: Look, images: Path, history: Mapping[str, History],
    memory: Memory, drafts: bool = False, only_editions: bool = False,
    languages: frozenset[str] | None = None, share: Share | None = None,
) -> Loaded:
    """Read the events folder.

    `only_editions` leaves the events out: enough for what stands around prose pages. `languages` are those whose translations are
    read; None reads all, as a check does. `share` parts the files to be parsed among workers.
    """
    run = _Run(
        root=root, zone=zone, look=look, images=images, drafts=drafts, history=history, languages=languages,
        share=share or (lambda wanted, read: (read(wanted),)), memory=memory,
    )
    tree, problems = list_tree(root)
    run.problems += problems
    run.tables()
    editions = [(files, run.edition(files)) for files in tree.editions]
    printed = {files.id: run.printed(files, edition) for files, edition in editions}
    run.digest = hashlib.sha256("\0".join(run.digests).encode()).hexdigest()
    contents = [
        replace(found, printed=printed[files.id])
        for files, edition in editions if (found := run.contents(files, edition, only_editions=only_editions))
    ]
    if not editions and not any(problem.is_error for problem in run.problems):
        run.problems.append(_nothing())
    run.problems += _missing(root, run.problems)
    return Loaded(
        editions=tuple(sorted(contents, key=lambda one: one.edition.id, reverse=True)), digest=run.digest, files=run.files,
        problems=tuple(sorted(dict.fromkeys(run.problems))), checked=sum(len(files.events) for files in tree.editions),
    )


def _nothing() -> Problem:
    return Problem(
        path=".", line=0, field="", code="nothing", severity=ERROR, message=N_("Hier liegt kein Programm."),
        mend=N_("Legen Sie einen Ordner wie „2025“ mit einer edition.yaml an (title, from, to)."),
    )


def _missing(root: Path, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield each data file that is not there, though several things of it are named. One alone is a slip: not all have every file."""
    unknown = [problem.message for problem in problems if problem.code == "id-unknown"]
    for name in DATA:
        count = sum(name in message for message in unknown)
        if count > 1 and not (root / name).exists():
            yield Problem(
                path=name, line=0, field="", code="data-missing", severity=ERROR,
                message=N_("Die Datei fehlt, aus der {count} Angaben etwas nennen.").format(count=count),
                mend=N_("Legen Sie sie wieder an diese Stelle, zum Beispiel aus git."),
            )


@dataclass(slots=True)
class _Run:
    """One load under way: what is read so far."""

    root: Path
    zone: ZoneInfo
    look: Look
    images: Path
    drafts: bool
    history: Mapping[str, History]
    share: Share
    memory: Memory
    languages: frozenset[str] | None = None
    digest: str = ""
    kept: Mapping[str, Parsed] = field(default_factory=dict)
    files: dict[str, Mapping[str, str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    parsed: dict[str, Parsed] = field(default_factory=dict)
    digests: list[str] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    sources: Sources = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    organisers: Mapping[str, Organiser] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)

    def record(self, path: str) -> Record | None:
        """Read a data file and note its problems and digest."""
        if any(problem.path == path and problem.is_error for problem in self.problems):
            # The tree has already said why it is not read.
            self.unread.add(path)
            return None
        record, problems = read_data(self.root, path)
        self.problems += problems
        if record:
            self.digests.append(f"{path} {record.digest}")
        else:
            self.unread.add(path)
        return record

    def tables(self) -> None:
        """Read the files around the events."""
        records = {name: self.record(name) for name in DATA}
        if found := records[TRANSLATIONS]:
            self.sources, problems = sources_of(found)
            self.problems += problems
        if found := records["municipalities.yaml"]:
            self.municipalities = self.fitting(found, data.municipalities)
        if found := records["venues.yaml"]:
            known = None if "municipalities.yaml" in self.unread else self.municipalities
            self.venues = self.fitting(found, lambda record: data.venues(record, known))
        if found := records["organisers.yaml"]:
            self.organisers = self.fitting(found, data.organisers)
        if found := records["categories.yaml"]:
            self.categories = self.fitting(found, data.categories)
        if DEFAULT_CATEGORY not in self.categories:
            colour, sign = DEFAULT_LOOK
            added = Category(id=DEFAULT_CATEGORY, name={"de": DEFAULT_CATEGORY_NAME}, colour=colour, sign=sign)
            self.categories = {**self.categories, DEFAULT_CATEGORY: added}

    def fitting(self, record: Record, read: Callable[[Record], tuple[_Made, list[Problem]]]) -> _Made:
        """Read a data file and note its problems. Of its translations only those count that fit the German of now."""
        found, problems = read(record)
        self.problems += problems
        if TRANSLATIONS in self.unread or any(problem.is_error for problem in problems):
            return found
        self.problems += problems_of(record, self.sources)
        current = fitting(record, self.sources)
        return found if current is record else read(current)[0]

    def edition(self, files: EditionFiles) -> Edition | None:
        """Read edition.yaml and the drawn motto."""
        outline: Outline | None = None
        drawn = self.record(files.motto) if files.motto else None
        if drawn:
            outline, problems = data.outline(drawn)
            self.problems += problems
        record = self.record(files.data) if files.data else None
        if record is None:
            return None
        return self.fitting(record, lambda one: data.edition(one, files.id, outline, lambda name: self.picture(files, name)))

    def printed(self, files: EditionFiles, edition: Edition | None) -> Printed | None:
        """Read what went to print."""
        record = self.record(files.printed) if files.printed else None
        if record is None:
            return None
        span = data.span_of(edition or data.stand_in(files.id), self.zone)
        printed, problems = read_printed(record, files.id, span, self.known(lambda name: self.picture(files, name)))
        self.problems += problems
        return printed

    def known(self, look: Callable[[str], tuple[str, int, int] | Fault]) -> Known:
        """Return what ids may name."""
        return Known(
            venues=self.venues, organisers=self.organisers, categories=self.categories, municipalities=self.municipalities,
            organiser_ids=ids_by_name(self.organisers), unread=frozenset(self.unread), look=look,
        )

    def contents(self, files: EditionFiles, edition: Edition | None, *, only_editions: bool) -> Contents | None:
        """Read the events of an edition. Without one they are checked all the same, as far as can be without its days."""
        events = () if only_editions else tuple(self.events(files, edition or data.stand_in(files.id)))
        if files.imported and not only_editions:
            # What an import remembers is no part of the programme: a fault in it stops the next import and no build.
            self.problems += (replace(one, severity=WARNING) for one in read_ledger(self.root, files.imported)[1])
        if edition is None:
            return None
        return Contents(
            edition=edition, events=tuple(event for event in events if self.drafts or not event.draft),
            categories=self.categories, municipalities=self.municipalities, venues=self.venues, organisers=self.organisers,
        )

    def events(self, files: EditionFiles, edition: Edition) -> Iterable[Event]:
        """Read the events of an edition and their translations, and compare them with each other."""
        looked: dict[str, tuple[str, int, int] | Fault] = {}
        known = self.known(lambda name: looked.setdefault(name, self.picture(files, name)))
        around = Around(
            root=self.root, edition=edition.id, span=data.span_of(edition, self.zone), known=known, names=self.names,
        )
        self.kept = self.memory.recall(edition.id, self.digest)
        self.parse(files, around)
        events = [event for one in files.events if (event := self.event(one))]
        self.problems += check(event for event in events if not event.draft)
        parsed = [self.parsed[one.path] for one in files.events]
        if all(one.digest for one in parsed):
            logos = {Path(partner.logo.path).name for partner in edition.partners if partner.logo}
            self.problems += unused_pictures(files, {one.image for one in parsed} | logos)
        self.remember(edition)
        return [replace(event, history=self.history.get(event.origin.path)) for event in events]

    def remember(self, edition: Edition) -> None:
        """Keep what was parsed of an edition, if it is new; what could not be read is parsed again next time."""
        read = {path: one for path, one in self.parsed.items() if one.digest}
        if read.keys() != self.kept.keys() or any(self.kept[path] is not one and self.kept[path] != one for path, one in read.items()):
            self.memory.keep(edition.id, self.digest, read)
        self.files[edition.id] = {path: one.digest for path, one in read.items()}
        self.parsed, self.kept = {}, {}

    def parse(self, files: EditionFiles, around: Around) -> None:
        """Take each file of an edition as it was parsed before, or parse it."""
        wanted: list[Wanted] = [
            (path, lang) for one in files.events for path, lang in ((one.path, None), *self.translations(one))
            if not self.is_kept(path)
        ]

        def read(some: Sequence[Wanted]) -> dict[str, Parsed]:
            return {path: around.event(path) if lang is None else around.translation(path, lang) for path, lang in some}

        for part in self.share(wanted, read) if wanted else ():
            self.parsed |= part

    def translations(self, files: EventFiles) -> Iterator[tuple[str, str]]:
        """Yield the translations that are read."""
        for lang, path in files.translations:
            if self.languages is None or lang in self.languages:
                yield path, lang

    def event(self, files: EventFiles) -> Event | None:
        """Put an event together with its translations, and note their problems."""
        one = self.parsed[files.path]
        self.problems += one.problems
        found = {lang: self.parsed[path] for path, lang in self.translations(files)}
        for path, lang in self.translations(files):
            self.problems += translation_problems(one, found[lang], path)
        return with_translations(one, found)

    @property
    def names(self) -> frozenset[str]:
        """Every name of a place, a group and a municipality, in every language."""
        tables = (self.venues, self.organisers, self.municipalities)
        return frozenset(name for table in tables for one in table.values() for name in one.name.values())

    def is_kept(self, path: str) -> bool:
        """Take a file as it was parsed before, if its bytes are the same and no picture could have changed."""
        before = self.kept.get(path)
        if before is None or before.image:
            return False
        if _digest(self.root, path) != before.digest:
            return False
        self.parsed[path] = before
        return True

    def picture(self, files: EditionFiles, name: str) -> tuple[str, int, int] | Fault:
        """Look at a picture beside the event, else among the site's images."""
        return find_picture(name, (self.root / files.id, self.images), files.pictures, self.look)


def _digest(root: Path, path: str) -> str | None:
    """Return the digest of a file's bytes, and only that: most files are as they were. None for what cannot be read."""
    try:
        file = os.open(f"{root}/{path}", os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        return hashlib.sha256(os.read(file, EVENT_LIMIT + 1)).hexdigest()
    except OSError:
        return None
    finally:
        os.close(file)
