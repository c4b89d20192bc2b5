"""The events folder as a whole: what is read, what is kept from before, what is read anew."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from ikw import parsed as module
from ikw.load import load
from ikw.loaded import Loaded
from ikw.model import Event, History
from ikw.parsed import Parsed
from ikw.problems import ERROR, WARNING, Fault
from records import ZONE

BASE = Path(__file__).parent / "zoo/base/events"
FEST = """---
title: Fest
when: Sa 20.09.2025, 14–16 Uhr
venue: rathaus
organisers: [verein-eins]
category: fest
---
"""
PICTURE = FEST.replace("category", "image: fest.jpg\nimage_alt: Ein Tisch.\nimage_credit: Ada\ncategory")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An events folder without a fault."""
    return Path(shutil.copytree(BASE, tmp_path / "events"))


def look(path: Path) -> tuple[int, int] | Fault:
    """Look at a picture: its text says how wide it is."""
    text = path.read_text()
    return (int(text), 100) if text.isdigit() else Fault(code="image-broken", message="Kaputt.", mend="Neu.")


class Memory(dict[str, Mapping[str, Parsed]]):
    """What was parsed, by edition; `asked` says with which digest it was asked for, `kept` how often something was new."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        self.kept = 0

    def recall(self, edition: str, digest: str) -> Mapping[str, Parsed]:
        self.asked.append((edition, digest))
        return self.get(edition, {})

    def keep(self, edition: str, digest: str, parsed: Mapping[str, Parsed]) -> None:
        self.kept += 1
        self[edition] = parsed


@pytest.fixture
def memory() -> Memory:
    """A memory in which nothing is."""
    return Memory()


def run(root: Path, memory: Memory | None = None, **options: Any) -> Loaded:
    defaults: dict[str, Any] = {
        "zone": ZONE, "look": look, "images": root.parent / "images", "history": {}, "memory": Memory() if memory is None else memory,
    }
    return load(root, **(defaults | options))


def write(root: Path, path: str, text: str) -> Path:
    target = root / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return root


def said(loaded: Loaded) -> list[tuple[str, int, str, str]]:
    return [(one.path, one.line, one.severity, one.code) for one in loaded.problems]


def ids(loaded: Loaded) -> list[tuple[str, list[str]]]:
    return [(one.edition.id, [event.id for event in one.events]) for one in loaded.editions]


# What is read


def test_a_folder_is_an_edition_with_its_events(root: Path) -> None:
    loaded = run(write(root, "2025/fest.md", FEST))
    assert (ids(loaded), loaded.problems, loaded.checked, loaded.has_errors) == ([("2025", ["fest", "gut"])], (), 2, False)


def test_contents_hold_all_that_events_may_name(root: Path) -> None:
    [contents] = run(root).editions
    assert [list(table) for table in (contents.categories, contents.municipalities, contents.venues, contents.organisers)] == [
        ["fest", "musik", "sonstiges"], ["musterstadt", "beispielhausen"], ["rathaus", "stadthalle"], ["verein-eins", "kulturhaus"],
    ]


def test_the_default_category_may_be_written(root: Path) -> None:
    [contents] = run(write(root, "categories.yaml", "sonstiges: {name: Anderes}\nmusik: {name: Musik}")).editions
    assert {key: one.name for key, one in contents.categories.items()} == {"sonstiges": {"de": "Anderes"}, "musik": {"de": "Musik"}}


def test_editions_are_newest_first(root: Path) -> None:
    write(root, "2024/edition.yaml", "title: Früher\nfrom: 2024-09-01\nto: 2024-09-08\n")
    write(root, "2026/edition.yaml", "title: Später\nfrom: 2026-09-01\nto: 2026-09-08\n")
    assert ids(run(root)) == [("2026", []), ("2025", ["gut"]), ("2024", [])]


def test_no_data_file_is_needed(tmp_path: Path) -> None:
    write(tmp_path, "2025/edition.yaml", "title: Woche\nfrom: 2025-09-14\nto: 2025-09-28\n")
    write(tmp_path, "2025/fest.md", "---\ntitle: Fest\nwhen: 20.9.\nvenue: {name: Scheune}\norganisers: [Anna]\ncategory: sonstiges\n---\n")
    loaded = run(tmp_path)
    assert (ids(loaded), loaded.problems) == ([("2025", ["fest"])], ())


def test_a_folder_without_anything_is_a_problem(tmp_path: Path) -> None:
    assert said(run(tmp_path)) == [(".", 0, ERROR, "nothing")]


def test_the_editions_alone_are_read_without_their_events(root: Path) -> None:
    loaded = run(write(root, "2025/fest.md", "kaputt"), only_editions=True)
    assert (ids(loaded), loaded.problems, dict(loaded.files)) == ([("2025", [])], (), {})


def test_history_belongs_to_its_file(root: Path) -> None:
    history = History(created=datetime(2025, 5, 1, tzinfo=UTC), modified=datetime(2025, 6, 1, tzinfo=UTC), commits=2)
    [contents] = run(write(root, "2025/fest.md", FEST), history={"2025/gut.md": history}).editions
    assert [event.history for event in contents.events] == [None, history]


# Problems


def test_problems_of_all_files_come_in_order(root: Path) -> None:
    write(root, "venues.yaml", (root / "venues.yaml").read_text(encoding="utf-8") + "Haus: {name: Haus}\n")
    write(root, "2025/fest.md", FEST.replace("category: fest", "category: tanz\nage: alt").replace("Fest", "<b>"))
    write(root, "2025/Zoo.md", FEST)
    write(root, "2025/gut.uk.md", "---\nwhen: heute\n---\n")
    assert said(run(root)) == [
        ("2025/Zoo.md", 0, ERROR, "file-name"), ("2025/fest.md", 2, ERROR, "text-html"), ("2025/fest.md", 6, ERROR, "id-unknown"),
        ("2025/fest.md", 7, ERROR, "age-wrong"), ("2025/gut.uk.md", 2, ERROR, "translation-fact"), ("venues.yaml", 3, ERROR, "id-wrong"),
    ]


def test_events_are_compared(root: Path) -> None:
    assert said(run(write(root, "2025/zwei.md", (root / "2025/gut.md").read_text(encoding="utf-8")))) == [
        ("2025/zwei.md", 2, WARNING, "duplicate"), ("2025/zwei.md", 4, WARNING, "clash-venue"), ("2025/zwei.md", 5, WARNING, "clash-organiser"),
    ]


def test_a_wrong_edition_hides_no_problem_of_its_events(root: Path) -> None:
    write(root, "2025/edition.yaml", "title: Woche\nfrom: 2025-09-14\n")
    loaded = run(write(root, "2025/fest.md", FEST.replace("14–16", "16–14")))
    assert ids(loaded) == []
    assert said(loaded) == [("2025/edition.yaml", 1, ERROR, "field-missing"), ("2025/fest.md", 3, ERROR, "when-order")]


def test_an_edition_that_is_missing_hides_no_problem_of_its_events(root: Path) -> None:
    loaded = run(write(root, "2026/fest.md", FEST.replace("Sa 20.09.2025", "So 20.09.2026").replace("category: fest", "category: tanz")))
    assert said(loaded) == [("2026/edition.yaml", 0, ERROR, "file-edition"), ("2026/fest.md", 6, ERROR, "id-unknown")]


def test_a_data_file_that_cannot_be_read_is_one_problem(root: Path) -> None:
    loaded = run(write(root, "venues.yaml", ""))
    assert (said(loaded), ids(loaded)) == ([("venues.yaml", 0, ERROR, "file-empty")], [("2025", ["gut"])])


# Drafts


def test_a_draft_is_read_and_not_shown(root: Path) -> None:
    write(root, "2025/fest.md", FEST.replace("category", "draft: ja\ncategory"))
    assert [ids(run(root, drafts=drafts)) for drafts in (False, True)] == [[("2025", ["gut"])], [("2025", ["fest", "gut"])]]


def test_problems_of_a_draft_are_warnings(root: Path) -> None:
    draft = FEST.replace("category: fest", "draft: ja\ncategory: tanz\nage: alt").replace("Fest", "Fe\u200bst")
    loaded = run(write(write(root, "2025/fest.md", draft), "2025/fest.uk.md", "---\nwhen: heute\n---\n"))
    assert said(loaded) == [
        ("2025/fest.md", 2, WARNING, "file-invisible"), ("2025/fest.md", 7, WARNING, "id-unknown"), ("2025/fest.md", 8, WARNING, "age-wrong"),
        ("2025/fest.uk.md", 2, WARNING, "translation-fact"),
    ]


def test_a_draft_contradicts_nobody(root: Path) -> None:
    twin = (root / "2025/gut.md").read_text(encoding="utf-8").replace("category", "draft: ja\ncategory")
    assert run(write(root, "2025/zwei.md", twin)).problems == ()


# Pictures


def test_a_picture_lies_beside_the_event_or_among_the_images(root: Path) -> None:
    write(root, "2025/fest.md", PICTURE)
    write(root, "../images/fest.jpg", "800")
    paths = [event.picture and (event.picture.path, event.picture.width) for event in run(root).editions[0].events]
    write(root, "2025/fest.jpg", "1600")
    paths += [event.picture and (event.picture.path, event.picture.width) for event in run(root).editions[0].events]
    assert paths == [(str(root.parent / "images/fest.jpg"), 800), None, (str(root / "2025/fest.jpg"), 1600), None]


def test_a_picture_that_is_missing_names_the_nearest(root: Path) -> None:
    write(root, "2025/fest.md", PICTURE)
    write(root, "2025/gut.md", (root / "2025/gut.md").read_text(encoding="utf-8").replace("category", "image: x.jpg\ncategory"))
    write(root, "2025/feste.jpg", "800")
    assert [(one.path, one.mend) for one in run(root).problems if one.code == "image-missing"] == [
        ("2025/fest.md", "Meinten Sie „feste.jpg“?"), ("2025/gut.md", "Legen Sie es in den Ordner „2025“, oder löschen Sie die Zeile."),
    ]


def test_a_picture_that_nobody_shows_is_a_warning(root: Path) -> None:
    write(write(root, "2025/fest.md", PICTURE), "2025/fest.jpg", "800")
    assert said(run(write(root, "2025/anderes.jpg", "800"))) == [("2025/anderes.jpg", 0, WARNING, "image-unused")]


def test_while_an_event_cannot_be_read_no_picture_is_unused(root: Path) -> None:
    write(write(root, "2025/fest.md", ""), "2025/fest.jpg", "800")
    assert said(run(root)) == [("2025/fest.md", 0, ERROR, "file-empty")]


# What is kept


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose fields are read."""
    found: list[str] = []
    real = module.read_event

    def noted(root: Path, path: str) -> Any:
        found.append(path)
        return real(root, path)

    monkeypatch.setattr(module, "read_event", noted)
    return found


def test_what_has_not_changed_is_not_read_again(root: Path, memory: Memory, reads: list[str]) -> None:
    write(root, "2025/fest.md", FEST.replace("Fest", "a" * 120))
    write(root, "2025/fest.uk.md", "---\nwhen: heute\n---\n")
    first = run(root, memory)
    reads.clear()
    again = run(root, memory)
    assert (reads, memory.kept) == ([], 1)
    assert again == first
    assert said(again) == [("2025/fest.md", 2, WARNING, "text-long"), ("2025/fest.uk.md", 2, ERROR, "translation-fact")]


def test_what_has_changed_is_read_again(root: Path, memory: Memory, reads: list[str]) -> None:
    write(root, "2025/fest.md", FEST)
    write(root, "2025/gut.uk.md", "---\ntitle: Концерт\n---\n")
    run(root, memory)
    reads.clear()
    write(root, "2025/fest.md", FEST.replace("Fest", "Feier"))
    again = run(root, memory)
    assert (reads, memory.kept) == (["2025/fest.md"], 2)
    assert [event.texts["de"].title for event in again.editions[0].events] == ["Feier", "Konzert am Morgen"]


def test_what_is_gone_is_forgotten(root: Path, memory: Memory) -> None:
    run(write(root, "2025/fest.md", FEST), memory)
    (root / "2025/fest.md").unlink()
    assert list(run(root, memory).files["2025"]) == list(memory["2025"]) == ["2025/gut.md"]


def test_a_file_with_a_picture_is_always_read(root: Path, memory: Memory, reads: list[str]) -> None:
    write(root, "2025/fest.md", PICTURE)
    first = run(root, memory)
    assert said(first) == [("2025/fest.md", 6, ERROR, "image-missing")]
    reads.clear()
    again = run(write(root, "2025/fest.jpg", "800"), memory)
    assert (reads, said(again)) == (["2025/fest.md"], [])


def test_the_digest_is_of_all_data_files(root: Path) -> None:
    def digest() -> str:
        return run(root).digest

    before = digest()
    write(root, "2025/fest.md", FEST)
    assert digest() == before
    for path in ("venues.yaml", "organisers.yaml", "categories.yaml", "municipalities.yaml", "translations.yaml", "2025/edition.yaml"):
        write(root, path, (root / path).read_text(encoding="utf-8") + "# mehr\n")
        assert digest() != before
        before = digest()


def test_kept_events_are_asked_for_by_edition_and_digest(root: Path, memory: Memory) -> None:
    digest = run(root, memory).digest
    assert memory.asked == [("2025", digest)]


def test_history_is_not_kept(root: Path, memory: Memory) -> None:
    history = {"2025/gut.md": History(created=datetime(2025, 5, 1, tzinfo=UTC), modified=datetime(2025, 6, 1, tzinfo=UTC), commits=2)}
    first = run(root, memory, history=history)
    kept = memory["2025"]["2025/gut.md"].event
    assert isinstance(kept, Event)
    assert kept == replace(first.editions[0].events[0], history=None)


def test_what_was_kept_in_another_folder_is_read_with_its_problems(root: Path, memory: Memory) -> None:
    """Nothing but the bytes of a file decides, so a copy of the folder gives the same."""
    first = run(write(root, "2025/fest.md", FEST.replace("14–16", "16–14")), memory)
    copy = Path(shutil.copytree(root, root.parent / "copy"))
    assert run(copy, memory) == first


def test_a_data_file_that_is_gone_is_named_once_beside_all_that_miss_it(root: Path) -> None:
    write(root, "2025/fest.md", FEST)
    (root / "venues.yaml").unlink()
    found = [one for one in run(root).problems if one.path == "venues.yaml"]
    assert [(one.line, one.severity, one.code, one.message, one.mend) for one in found] == [(
        0, ERROR, "data-missing", "Die Datei fehlt, aus der 2 Angaben etwas nennen.",
        "Legen Sie sie wieder an diese Stelle, zum Beispiel aus git.",
    )]
    assert [path for path, _, _, code in said(run(root)) if code == "id-unknown"] == ["2025/fest.md", "2025/gut.md"]


def test_a_data_file_that_nobody_misses_may_be_missing(root: Path) -> None:
    (root / "organisers.yaml").unlink()
    (root / "2025/gut.md").write_text(FEST.replace("organisers: [verein-eins]\n", ""), encoding="utf-8")
    assert [one for one in run(root).problems if one.is_error] == []


# Translations in data files


def test_a_translation_in_a_data_file_that_no_longer_fits_is_not_shown(root: Path) -> None:
    write(root, "categories.yaml", "fest: {name: {de: Feiern, en: Festivals}}\nmusik: {name: Musik}\n")
    write(root, "2025/edition.yaml", "title: {de: Woche, en: Week}\nfrom: 2025-09-14\nto: 2025-09-28\n")
    loaded = run(write(root, "translations.yaml", "2025/edition.yaml#title: {en: 00000000}\ncategories.yaml#fest.name: {en: 8e034146}\n"))
    [contents] = loaded.editions
    assert (contents.categories["fest"].name, contents.edition.title) == ({"de": "Feiern"}, {"de": "Woche"})
    assert said(loaded) == [
        ("2025/edition.yaml", 1, WARNING, "translation-stale"), ("categories.yaml", 1, WARNING, "translation-stale"),
    ]


def test_a_translation_in_a_data_file_that_nobody_noted_is_shown_and_told(root: Path) -> None:
    (root / "translations.yaml").unlink()
    loaded = run(root)
    assert (loaded.editions[0].categories["fest"].name, said(loaded)) == (
        {"de": "Feste", "en": "Festivals"}, [("categories.yaml", 1, WARNING, "translation-unknown")],
    )


def test_where_it_cannot_be_read_what_translations_were_made_from_nothing_more_is_told(root: Path) -> None:
    assert said(run(write(root, "translations.yaml", ""))) == [("translations.yaml", 0, ERROR, "file-empty")]
