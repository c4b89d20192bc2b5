"""A small programme on disk, for tests of the edges: three days, a few events, the real theme, no prose unless a test wants it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from ikw.build import build
from ikw.built import WEB, Built
from ikw.disk import BUILT
from ikw.places import Places
from ikw.prose_headers import Header
from ikw.settings import Settings
from ikw.work import PROSE, Group, Work
from samples import GERMAN, settings

ROOT = Path(__file__).resolve().parent.parent

DATA = {
    "categories.yaml": "fest: {name: Feste}\nkueche: {name: Küche}\n",
    "municipalities.yaml": "bebra: {name: Bebra}\nheringen: {name: Heringen}\n",
    "venues.yaml": "halle: {name: Halle, town: Bebra, municipality: bebra}\nhof: {name: Hof, town: Heringen, municipality: heringen}\n",
    "organisers.yaml": "chor: {name: Chor, email: chor@example.org}\nverein: {name: Verein}\n",
    "2025/edition.yaml": "title: Interkulturelle Woche 2025\nfrom: 2025-09-19\nto: 2025-09-21\nmotto: dafür!\n",
}
EVENTS = {
    "auftakt": {"title": "Auftakt", "when": "19.09.2025 18–20 Uhr", "venue": "halle", "category": "fest", "organisers": "[chor]"},
    "brot": {"title": "Brot", "when": "20.09.2025 10–12 Uhr", "venue": "hof", "category": "kueche", "organisers": "[verein]"},
    "chorprobe": {"title": "Chorprobe", "when": "20.09.2025 ab 14 Uhr", "venue": "halle", "category": "fest"},
    "dauer": {"title": "Schau", "when": "2025-09-19 – 2025-09-21", "venue": "hof", "category": "fest"},
    "ende": {"title": "Ende", "when": "21.09.2025 17 Uhr", "category": "fest", "languages": "[de, en]"},
}


def event_text(fields: Mapping[str, str], text: str = "Alle sind eingeladen.") -> str:
    """Return the text of an event file."""
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + f"---\n{text}\n"


def write_events(folder: Path, **events: Mapping[str, str]) -> None:
    """Write the data files, and the events of 2025 by their ids; all of EVENTS if none is given."""
    for name, text in DATA.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, fields in (events or EVENTS).items():
        (folder / "2025" / f"{name}.md").write_text(event_text(fields), encoding="utf-8")


def make_places(folder: Path, *, own_theme: bool = False) -> Places:
    """Make a project with a small programme; `own_theme` copies the theme, so that a test may change it."""
    project = folder / "project"
    project.mkdir()
    if own_theme:
        shutil.copytree(ROOT / "theme", project / "theme")
    else:
        (project / "theme").symlink_to(ROOT / "theme")
    (project / "content" / "images").mkdir(parents=True)
    write_events(project / "events")
    return Places(project=project, events=project / "events", output=folder / "output", cache=folder / "cache")


@dataclass(frozen=True)
class NoProse:
    """Prose for builds that are not about it: no page at all."""

    headers: tuple[Header, ...] = ()

    def prepare(self, lock: int, *, is_needed: bool) -> None:
        """There is nothing to read."""

    def group(self, work: Work) -> Group:
        """Return a group without files."""
        return Group(PROSE, "none", lambda: iter(()))

    def hand_over(self, work: Work) -> None:
        """Nobody is told."""

    def stop(self) -> None:
        """Nothing runs."""


def one_language(**values: object) -> Settings:
    """Return settings of a site in German."""
    return settings(**{"languages": (GERMAN,), **values})


def build_small(places: Places, wanted: frozenset[str] = WEB, **values: object) -> Built:
    """Build without Pelican, in this process; keywords are settings."""
    return build(places, one_language(**values), NoProse(), may_fork=False, wanted=wanted)


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes; the mark of a finished build is left out."""
    return {name: path.read_bytes() for name, path in _files(folder)}


def times(folder: Path) -> dict[str, int]:
    """Return every file of a folder with its time of change."""
    return {name: path.stat().st_mtime_ns for name, path in _files(folder)}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != folder / BUILT:
            yield path.relative_to(folder).as_posix(), path


def picture(colour: str) -> bytes:
    """Return a small JPEG of one colour."""
    buffer = BytesIO()
    Image.new("RGB", (40, 30), colour).save(buffer, "JPEG")
    return buffer.getvalue()
