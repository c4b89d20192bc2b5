"""A build that does only what has to be done comes out like one from nothing, byte for byte, whatever was edited before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ikw.built import Built
from ikw.places import Places
from small import DATA, EVENTS, build_small, event_text, make_places, picture, times, tree

FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("Tee & Kuchen", "Đêm hội trăng rằm", '"Laut & \'leise\' <3"', "Auftakt"),
    "when": (
        "19.09.2025 18–20 Uhr", "20.09.2025 10 Uhr", "20.09.2025", "21.09.2025 1 Uhr", "20.09.2025 – 21.09.2025", "tba",
        "25.09.2025 9 Uhr", "20. und 21.09.2025, 10–12 Uhr", "15.09.2025 – 21.09.2025 täglich 9–10 Uhr", "ab 20.09.2025",
        "[20.09.2025 8 Uhr, {on: 21.09.2025, time: 9 Uhr, status: cancelled}]",
    ),
    "venue": ("halle", "hof", "online", "{name: Wiese, town: Bebra, municipality: bebra}", "[halle, hof]", ""),
    "category": ("fest", "kueche", ""),
    "organisers": ("[chor]", "[chor, verein]", "[Nachbarn]", ""),
    "languages": ("[de, en]", "[uk]", ""),
    "audience": ("[families]", "[children, women]", ""),
    "cost": ("free", "8 €", ""),
    "contact": ("{name: Ada, phone: 06622 00 00 00, consent: ja}", ""),
    "registration": ("required", ""),
    "status": ("cancelled", "full", "{is: moved, was: {when: 19.09.2025 9 Uhr, venue: hof}}", ""),
    "draft": ("true", ""),
    "example": ("true", ""),
}
DATA_EDITS = (
    ("venues.yaml", "name: Halle", "name: Große Halle"), ("venues.yaml", "municipality: heringen", "municipality: bebra"),
    ("categories.yaml", "name: Küche", "name: Essen"), ("organisers.yaml", "name: Chor", "name: Stimmen"),
    ("2025/edition.yaml", "motto: dafür!", "motto: Zimmer frei"), ("2025/edition.yaml", "to: 2025-09-21", "to: 2025-09-23"),
    ("municipalities.yaml", "name: Bebra", "name: Stadt Bebra"),
)
PRINTED = (
    "day: 01.08.2025\nevents:\n  auftakt:\n    title: Auftakt\n    when: 19.09.2025, 17 Uhr\n  weg:\n    title: Weg\n    when: tba\n",
    "day: 01.08.2025\nvenues:\n  hof: {name: Hof, town: Bebra}\nevents:\n  brot:\n    title: Brot\n    when: 21.09.2025\n    venue: hof\n",
)
THEME_EDITS = ("templates/parts/foot.html", "templates/event.html", "css/row.css", "static/js/now.js", "static/icon.svg")
SETTINGS_EDITS: tuple[dict[str, object], ...] = (
    {"sample": True}, {"region": "Kreis & Stadt"}, {"site_url": "https://example.org/ikw"}, {"drafts": True}, {},
)


# while the edition is on, after it, and nobody knows
DAYS = ("1758400000", "1758600000", "")


@dataclass
class World:
    """A project under edit: its folders, what its settings are, which day it is, and the events that stand in it."""

    places: Places
    settings: dict[str, object] = field(default_factory=dict)
    epoch: str = ""
    events: dict[str, dict[str, str]] = field(default_factory=lambda: {name: dict(fields) for name, fields in EVENTS.items()})

    def write(self, name: str) -> None:
        """Write an event as it is now."""
        fields = {key: value for key, value in self.events[name].items() if value}
        (self.places.events / "2025" / f"{name}.md").write_text(event_text(fields), encoding="utf-8")

    def pick(self, number: int) -> str | None:
        """Return an event, if there is one."""
        return sorted(self.events)[number % len(self.events)] if self.events else None


Edit = Callable[[World], object]


def add(number: int) -> Edit:
    def edit(world: World) -> None:
        world.events[f"neu-{number}"] = {"title": f"Neu {number}", "when": f"{19 + number % 3}.09.2025 {10 + number} Uhr", "venue": "hof"}
        world.write(f"neu-{number}")
    return edit


def change(number: int, name: str, value: str) -> Edit:
    def edit(world: World) -> None:
        if event := world.pick(number):
            world.events[event][name] = value
            world.write(event)
    return edit


def delete(number: int) -> Edit:
    def edit(world: World) -> None:
        if event := world.pick(number):
            del world.events[event]
            (world.places.events / "2025" / f"{event}.md").unlink()
    return edit


def rename(number: int) -> Edit:
    def edit(world: World) -> None:
        if event := world.pick(number):
            fields = world.events[event]
            delete(number)(world)
            world.events[f"{event}-neu"[:60]] = fields
            world.write(f"{event}-neu"[:60])
    return edit


def show_picture(number: int, colour: str) -> Edit:
    """Give an event a picture, or another one under the same name."""
    def edit(world: World) -> None:
        if event := world.pick(number):
            (world.places.events / "2025" / "bild.jpg").write_bytes(picture(colour))
            world.events[event] |= {"image": "bild.jpg", "image_alt": "Menschen", "image_credit": "Ada"}
            world.write(event)
    return edit


def edit_data(name: str, old: str, new: str) -> Edit:
    """Change a data file, or change it back."""
    def edit(world: World) -> None:
        path = world.places.events / name
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new) if new not in text else DATA[name], encoding="utf-8")
    return edit


def toggle_edition() -> Edit:
    """Add a newer edition, or take it away."""
    def edit(world: World) -> None:
        folder = world.places.events / "2026"
        if folder.exists():
            shutil.rmtree(folder)
        else:
            folder.mkdir()
            (folder / "edition.yaml").write_text("title: IKW 2026\nfrom: 2026-09-18\nto: 2026-09-20\n", encoding="utf-8")
            (folder / "auftakt.md").write_text(event_text({"title": "Später", "when": "19.09.2026 9 Uhr"}), encoding="utf-8")
    return edit


def freeze(text: str) -> Edit:
    """Let the booklet go to print, or take that back."""
    def edit(world: World) -> None:
        path = world.places.events / "2025" / "printed.yaml"
        if path.exists() and path.read_text(encoding="utf-8") == text:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")
    return edit


def edit_theme(name: str) -> Edit:
    def edit(world: World) -> None:
        path = world.places.theme / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    return edit


def edit_settings(values: dict[str, object]) -> Edit:
    def edit(world: World) -> None:
        world.settings = values
    return edit


def spoil_output(number: int, how: str) -> Edit:
    """Do to a file of the output what nobody should."""
    def edit(world: World) -> None:
        files = sorted(path for path in world.places.output.rglob("*") if path.is_file() and not path.name.startswith("."))
        if not files:
            return
        path = files[number % len(files)]
        if how == "delete":
            path.unlink()
        elif how == "truncate":
            path.write_bytes(path.read_bytes()[:-1])
        elif how == "folder":
            path.unlink()
            path.mkdir()
            (path / "stray").touch()
        elif how == "file":
            shutil.rmtree(path.parent) if path.parent != world.places.output else path.unlink()
            (path.parent if path.parent != world.places.output else path).write_bytes(b"stray")
        elif how == "stray":
            (path.parent / "stray.html").write_bytes(b"stray")
            (path.parent / "empty").mkdir(exist_ok=True)
        else:
            shutil.rmtree(world.places.cache, ignore_errors=True)
    return edit


def do_build(world: World) -> Built:
    return build_as_of(world, world.places)


def build_as_of(world: World, places: Places) -> Built:
    """Build on the day that the world has reached."""
    with mock.patch.dict(os.environ, SOURCE_DATE_EPOCH=world.epoch):
        return build_small(places, **world.settings)


def set_day(epoch: str) -> Edit:
    def edit(world: World) -> None:
        world.epoch = epoch
    return edit


def fail(number: int) -> Edit:
    """Make an event wrong, build, and mend it: nothing in the output may have been touched."""
    def edit(world: World) -> None:
        if event := world.pick(number):
            before = times(world.places.output)
            world.events[event]["when"], kept = "33.09.2025", world.events[event]["when"]
            world.write(event)
            assert do_build(world).loaded.has_errors == ("draft" not in world.events[event])
            if "draft" not in world.events[event]:
                assert times(world.places.output) == before
            world.events[event]["when"] = kept
            world.write(event)
    return edit


numbers = st.integers(0, 30)
changes: st.SearchStrategy[Edit] = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda name: st.builds(change, numbers, st.just(name), st.sampled_from(FIELDS[name])),
)
edits: st.SearchStrategy[Edit] = st.one_of(
    # the commonest edit by far, of the most kinds: what else is edited beside it often makes everything anew
    *[changes] * 8,
    st.builds(add, st.integers(0, 8)),
    st.builds(delete, numbers),
    st.builds(rename, numbers),
    st.builds(show_picture, numbers, st.sampled_from(("red", "blue"))),
    st.sampled_from(DATA_EDITS).map(lambda found: edit_data(*found)),
    st.builds(toggle_edition),
    st.sampled_from(PRINTED).map(freeze),
    st.sampled_from(THEME_EDITS).map(edit_theme),
    st.sampled_from(SETTINGS_EDITS).map(edit_settings),
    st.builds(spoil_output, st.integers(0, 500), st.sampled_from(("delete", "truncate", "folder", "file", "stray", "cache"))),
    st.sampled_from(DAYS).map(set_day),
    st.builds(fail, numbers),
    st.just(do_build),
)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project, its site and its cache, as every example finds them."""
    folder = tmp_path_factory.mktemp("ground")
    build_small(make_places(folder, own_theme=True))
    return folder


def moved(places: Places, to: Path) -> Places:
    return replace(places, project=to / "project", events=to / "project" / "events", output=to / "output", cache=to / "cache")


def cold(world: World, folder: Path) -> dict[str, bytes]:
    """Build into an empty folder with an empty cache, but for the compiled templates: these have keys of their own."""
    places = replace(world.places, output=folder / "cold", cache=folder / "cold-cache")
    shutil.copytree(world.places.cache / "templates", places.cache / "templates")
    build_as_of(world, places)
    return tree(places.output)


def examples(ground: Path) -> Iterator[World]:
    """Yield one world in a folder of its own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ground / "project", folder / "project")
        places = moved(Places(project=ground, events=ground, output=ground, cache=ground), folder)
        shutil.copytree(ground / "cache", places.cache)
        build_small(places)
        yield World(places)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(done=st.lists(edits, min_size=1, max_size=8))
def test_any_edits_come_out_like_a_cold_build(ground: Path, done: list[Edit]) -> None:
    for world in examples(ground):
        for edit in done:
            edit(world)
        assert not do_build(world).loaded.has_errors
        warm = tree(world.places.output)
        assert warm == cold(world, world.places.output.parent)
        again = do_build(world)
        assert (again.written, again.removed) == (0, 0)
