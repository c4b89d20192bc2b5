"""Folder: an edition as an import finds it: what its events may name, what stands there, what was taken over before. Floor 5."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from ikw import data
from ikw.cells.names import Names
from ikw.exports import images
from ikw.importers.candidates import Place
from ikw.importers.standing import Standing
from ikw.ledger import read_ledger
from ikw.loaded import Contents, Loaded
from ikw.paper.letters import Letters
from ikw.picture_files import find_picture
from ikw.problems import Fault
from ikw.settings import Settings
from ikw.source.tree import DATA_FILES, IMPORTED
from ikw.usage import UsageError
from ikw.values.known import Known, ids_by_name


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionFolder:
    """An edition of the events folder, ready to take something in."""

    place: Place
    standing: Standing
    contents: Contents


def open_edition(
    loaded: Loaded, root: Path, pictures: Path, settings: Settings, wanted: str | None, theme: Path,
) -> EditionFolder:
    """Return an edition; without a wish, the newest. Raises UsageError where there is none, or its data cannot be read."""
    editions = {one.edition.id: one for one in loaded.editions}
    name = wanted or next(iter(editions), None)
    if name is None or name not in editions:
        there = ", ".join(editions) or "keine"
        year = name or "2025"
        raise UsageError(
            f"{root}/{year}: Diese Ausgabe gibt es nicht. Legen Sie {year}/edition.yaml an (title, from, to). Es gibt: {there}."
        )
    broken = next((one for one in loaded.problems if one.is_error and one.path in DATA_FILES), None)
    if broken:
        raise UsageError(f"{root}/{broken.path}:{broken.line}: {broken.message} Erst danach kann etwas übernommen werden.")
    contents = editions[name]
    taken, problems = read_ledger(root, f"{name}/{IMPORTED}")
    if problems:
        first = min(problems)
        raise UsageError(f"{root}/{first.path}:{first.line}: {first.message} {first.mend}")
    known = _known(contents, root / name, pictures)
    return EditionFolder(
        place=Place(
            edition=name, span=data.span_of(contents.edition, settings.zone), known=known, names=Names(known),
            letters=Letters.of_theme(theme) if (theme / "fonts").is_dir() else None,
        ),
        standing=Standing(root=root, taken=taken, events={event.id: event for event in contents.events}), contents=contents,
    )


def _known(contents: Contents, folder: Path, pictures: Path) -> Known:
    looked: dict[str, tuple[str, int, int] | Fault] = {}
    names = [entry.name for entry in os.scandir(folder)] if folder.is_dir() else []

    def look(name: str) -> tuple[str, int, int] | Fault:
        if name not in looked:
            looked[name] = find_picture(name, (folder, pictures), names, images.inspect)
        return looked[name]

    return Known(
        venues=contents.venues, organisers=contents.organisers, categories=contents.categories,
        municipalities=contents.municipalities, organiser_ids=ids_by_name(contents.organisers), look=look,
    )
