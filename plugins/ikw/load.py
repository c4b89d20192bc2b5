"""Load: the events folder as programmes and problems. Floor 1's last step: everything below is put together here, nothing is decided.

What was parsed before is taken from `kept` when nothing it was made from has changed: the file's bytes, the data files, its picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from ikw import data
from ikw.model import DEFAULT_CATEGORY, Category, Edition, Event, History, Municipality, Organiser, Outline, Venue
from ikw.parse import Known, parse_event
from ikw.problems import ERROR, N_, Fault, Problem
from ikw.rules import check
from ikw.source import Record, read_data, read_event
from ikw.tree import EditionFiles, list_tree
from ikw.when import Span

Look = Callable[[Path], tuple[int, int] | Fault]

DATA = ("municipalities.yaml", "venues.yaml", "organisers.yaml", "categories.yaml")
DEFAULT_CATEGORY_NAME = "Sonstiges"


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """An event as it was parsed, with the digest of its bytes and what a parse would say again."""

    digest: str
    event: Event | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """One edition as it was read: its events without drafts, in the order of their ids, and all that they may name."""

    edition: Edition
    events: tuple[Event, ...]
    categories: Mapping[str, Category]
    municipalities: Mapping[str, Municipality]
    venues: Mapping[str, Venue]
    organisers: Mapping[str, Organiser]


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """Everything read. `editions` are newest first; `parsed` may be handed in again as `kept`."""

    editions: tuple[Contents, ...]
    problems: tuple[Problem, ...]
    parsed: Mapping[str, Parsed]
    digest: str

    @property
    def has_errors(self) -> bool:
        """Whether a build must stop."""
        return any(problem.is_error for problem in self.problems)


def load(
    root: Path, *, zone: ZoneInfo, look: Look, images: Path, history: Mapping[str, History], kept: Callable[[str], Mapping[str, Parsed]],
    drafts: bool = False, only_editions: bool = False,
) -> Loaded:
    """Read the events folder. `kept` gives what was parsed before with the same data files, by their digest.

    `only_editions` leaves the events out: enough for what stands around prose pages.
    """
    run = _Run(root=root, zone=zone, look=look, images=images, drafts=drafts, history=history)
    tree, problems = list_tree(root)
    run.problems += problems
    run.tables()
    editions = [(run.edition(files), files) for files in tree.editions]
    digest = hashlib.sha256("\0".join(run.digests).encode()).hexdigest()
    run.kept = kept(digest)
    contents = [run.contents(edition, replace(files, events=()) if only_editions else files) for edition, files in editions if edition]
    if not editions and not run.problems:
        run.problems.append(_nothing())
    return Loaded(
        editions=tuple(sorted(contents, key=lambda one: one.edition.id, reverse=True)),
        problems=tuple(sorted(dict.fromkeys(run.problems))), parsed=run.parsed, digest=digest,
    )


def _nothing() -> Problem:
    return Problem(
        path=".", line=0, field="", code="nothing", severity=ERROR, message=N_("Hier liegt kein Programm."),
        mend=N_("Legen Sie einen Ordner wie „2025“ mit einer edition.yaml an (title, from, to)."),
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
    kept: Mapping[str, Parsed] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    parsed: dict[str, Parsed] = field(default_factory=dict)
    digests: list[str] = field(default_factory=list)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    venues: Mapping[str, Venue] = field(default_factory=dict)
    organisers: Mapping[str, Organiser] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)

    def record(self, path: str) -> Record | None:
        """Read a data file and note its problems and digest."""
        record, problems = read_data(self.root, path)
        self.problems += problems
        if record:
            self.digests.append(record.digest)
        return record

    def tables(self) -> None:
        """Read the four files around the events."""
        records = {name: self.record(name) for name in DATA}
        if found := records["municipalities.yaml"]:
            self.municipalities, problems = data.municipalities(found)
            self.problems += problems
        if found := records["venues.yaml"]:
            self.venues, problems = data.venues(found, self.municipalities)
            self.problems += problems
        if found := records["organisers.yaml"]:
            self.organisers, problems = data.organisers(found)
            self.problems += problems
        if found := records["categories.yaml"]:
            self.categories, problems = data.categories(found)
            self.problems += problems
        if DEFAULT_CATEGORY not in self.categories:
            colour, sign = data.assigned(len(self.categories))
            added = Category(id=DEFAULT_CATEGORY, name={"de": DEFAULT_CATEGORY_NAME}, colour=colour, sign=sign)
            self.categories = {**self.categories, DEFAULT_CATEGORY: added}

    def edition(self, files: EditionFiles) -> Edition | None:
        """Read edition.yaml and the drawn motto."""
        record = self.record(files.data) if files.data else None
        if record is None:
            return None
        outline: Outline | None = None
        drawn = self.record(files.motto) if files.motto else None
        if drawn:
            outline, problems = data.outline(drawn)
            self.problems += problems
        edition, problems = data.edition(record, files.id, outline)
        self.problems += problems
        return edition

    def contents(self, edition: Edition, files: EditionFiles) -> Contents:
        """Read the events of an edition."""
        span = data.span_of(edition, self.zone)
        looked: dict[str, tuple[str, int, int] | Fault] = {}
        known = Known(
            venues=self.venues, organisers=self.organisers, categories=self.categories, municipalities=self.municipalities,
            look=lambda name: looked.setdefault(name, self.picture(edition.id, name)),
        )
        events = [event for event in (self.event(one.path, edition.id, span, known) for one in files.events) if event]
        shown = tuple(event for event in events if self.drafts or not event.draft)
        self.problems += check(event for event in events if not event.draft)
        return Contents(
            edition=edition, events=shown, categories=self.categories, municipalities=self.municipalities, venues=self.venues,
            organisers=self.organisers,
        )

    def event(self, path: str, edition: str, span: Span, known: Known) -> Event | None:
        """Read one event, or take it as it was parsed before."""
        record, problems = read_event(self.root, path)
        if record is None:
            self.problems += problems
            return None
        before = self.kept.get(path)
        if before is None or before.digest != record.digest or (before.event and before.event.picture):
            event, more = parse_event(record, edition, span, known)
            before = Parsed(digest=record.digest, event=event, problems=(*problems, *more))
        self.parsed[path] = before
        self.problems += before.problems
        event = before.event
        history = self.history.get(path)
        return replace(event, history=history) if event and history else event

    def picture(self, edition: str, name: str) -> tuple[str, int, int] | Fault:
        """Look at a picture beside the event, else among the site's images."""
        for folder in (self.root / edition, self.images):
            path = folder / name
            if path.is_symlink() or path.exists():
                seen = self.look(path)
                return seen if isinstance(seen, Fault) else (str(path), *seen)
        return Fault(
            code="image-missing", message=N_("Das Bild „{name}“ gibt es nicht.").format(name=name),
            mend=N_("Legen Sie es in den Ordner events/{edition}, oder löschen Sie die Zeile.").format(edition=edition),
        )
