"""The events folder: what belongs to it, and the nearest correct name of what does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ikw.problems import ERROR, WARNING, Problem
from ikw.source.tree import EditionFiles, EventFiles, Tree, list_tree, nearest_id


def make(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("x", encoding="utf-8")
    return root


def year(root: Path, *names: str) -> tuple[EditionFiles, tuple[Problem, ...]]:
    """What is found in a folder 2025 with an edition."""
    tree, problems = list_tree(make(root, "2025/edition.yaml", *(f"2025/{name}" for name in names)))
    assert len(tree.editions) == 1
    return tree.editions[0], problems


def problem(path: str, code: str, message: str, mend: str, severity: str = ERROR) -> Problem:
    return Problem(path=path, line=0, field="", code=code, severity=severity, message=message, mend=mend)


def test_a_folder_is_data_files_and_editions(tmp_path: Path) -> None:
    make(
        tmp_path, "venues.yaml", "categories.yaml", "2024/edition.yaml", "2025/edition.yaml", "2025/fest.md", "2025/fest.uk.md",
        "2025/fest.de-simple.md", "2025/fest.jpg", "2025/2016-00000-konzert-am-platz.md", "2025/kino.webp",
    )
    assert list_tree(tmp_path) == (
        Tree(
            data=("categories.yaml", "venues.yaml"),
            editions=(
                EditionFiles(id="2024", data="2024/edition.yaml"),
                EditionFiles(
                    id="2025", data="2025/edition.yaml",
                    events=(
                        EventFiles(id="2016-00000-konzert-am-platz", path="2025/2016-00000-konzert-am-platz.md"),
                        EventFiles(
                            id="fest", path="2025/fest.md",
                            translations=(("de-simple", "2025/fest.de-simple.md"), ("uk", "2025/fest.uk.md")),
                        ),
                    ),
                    pictures=("fest.jpg", "kino.webp"),
                ),
            ),
        ),
        (),
    )


def test_an_empty_folder_is_an_empty_tree(tmp_path: Path) -> None:
    (tmp_path / "2026").mkdir()
    assert list_tree(tmp_path) == (Tree(), ())


IGNORED = [".git", ".fest.md.swp", "fest.md~", "fest.md.orig", "fest.md.bak", "#fest.md#", "README.md", "readme.md",
    ".DS_Store", "Thumbs.db"]


@pytest.mark.parametrize("name", IGNORED)
def test_what_editors_leave_is_ignored(tmp_path: Path, name: str) -> None:
    edition, problems = year(make(tmp_path, name), name)
    assert (edition.events, problems) == ((), ())


def test_a_hidden_folder_is_ignored(tmp_path: Path) -> None:
    assert list_tree(make(tmp_path, ".git/config", ".vorlagen/fest.md")) == (Tree(), ())


# Names of events

LETTERS = "„{}“ ist kein gültiger Dateiname: erlaubt sind a bis z, Ziffern und einzelne Bindestriche."
DATE = "Im Dateinamen „{}“ steht ein Datum."
TAKEN = "„{}“ ist kein möglicher Dateiname, denn „{}“ ist schon Teil einer Adresse."
RENAME = "Benennen Sie die Datei um in „{}“."
NAMES = {
    "capitals": ("Fest.md", LETTERS.format("Fest.md"), "fest.md"),
    "umlauts": ("größtes-frühstück.md", LETTERS.format("größtes-frühstück.md"), "groesstes-fruehstueck.md"),
    "spaces": ("Fest der  Kulturen.md", LETTERS.format("Fest der  Kulturen.md"), "fest-der-kulturen.md"),
    "underscore": ("fest_am_see.md", LETTERS.format("fest_am_see.md"), "fest-am-see.md"),
    "two strokes": ("fest--am-see.md", LETTERS.format("fest--am-see.md"), "fest-am-see.md"),
    "stroke at the end": ("fest-.md", LETTERS.format("fest-.md"), "fest.md"),
    "accents": ("café-łódź.md", LETTERS.format("café-łódź.md"), "cafe-lodz.md"),
    "capital ending": ("fest.MD", LETTERS.format("fest.MD"), "fest.md"),
    "copy": ("fest (1).md", LETTERS.format("fest (1).md"), "fest-1.md"),
    "copy of Windows": ("fest - Kopie.md", LETTERS.format("fest - Kopie.md"), "fest-kopie.md"),
    "dots": ("fest.am.platz.md", LETTERS.format("fest.am.platz.md"), "fest-am-platz.md"),
    "capital language": ("fest.UK.md", LETTERS.format("fest.UK.md"), "fest.uk.md"),
    "translation with capitals": ("Fest.de-simple.md", LETTERS.format("Fest.de-simple.md"), "fest.de-simple.md"),
    "date": ("2025-09-14-fest.md", DATE.format("2025-09-14-fest.md"), "fest.md"),
    "date at the end": ("fest-2025-09-14.md", DATE.format("fest-2025-09-14.md"), "fest.md"),
    "date without strokes": ("20250914-fest.md", DATE.format("20250914-fest.md"), "fest.md"),
    "German date": ("14-09-2025-fest.md", DATE.format("14-09-2025-fest.md"), "fest.md"),
    "short date": ("fest-14-09-25.md", DATE.format("fest-14-09-25.md"), "fest.md"),
    "day and month": ("14-09-fest.md", DATE.format("14-09-fest.md"), "fest.md"),
    "date of a translation": ("2025-09-14-fest.uk.md", DATE.format("2025-09-14-fest.uk.md"), "fest.uk.md"),
    "segment of an address": ("venue.md", TAKEN.format("venue.md", "venue"), "venue-fest.md"),
    "another segment": ("programme.md", TAKEN.format("programme.md", "programme"), "programme-fest.md"),
    "too long": ("x" * 50 + "-" + "y" * 40 + ".md", "Der Dateiname hat 91 Zeichen, erlaubt sind 80.", "x" * 50 + ".md"),
}


@pytest.mark.parametrize(("name", "message", "nearest"), NAMES.values(), ids=NAMES)
def test_a_wrong_name_says_the_nearest_right_one(tmp_path: Path, name: str, message: str, nearest: str) -> None:
    edition, problems = year(tmp_path, name)
    assert (edition.events, problems) == ((), (problem(f"2025/{name}", "file-name", message, RENAME.format(nearest)),))


@pytest.mark.parametrize("name", [case[2] for case in NAMES.values() if case[2].count(".") == 1])
def test_the_nearest_name_is_right(tmp_path: Path, name: str) -> None:
    assert year(tmp_path, name)[1] == ()


def test_a_name_without_any_letter_gets_an_example(tmp_path: Path) -> None:
    assert year(tmp_path, "свято.md")[1] == (problem(
        "2025/свято.md", "file-name", LETTERS.format("свято.md"), "Benennen Sie die Datei um, zum Beispiel in „sommerfest.md“.",
    ),)


GOOD = ["fest", "1", "ab-3", "2016-00000-konzert", "2025-fest", "fest-2025", "10-12-jahre", "ag-9-10", "venues",
    "feeds", "x" * 80, "1234-56-78"]


@pytest.mark.parametrize("name", GOOD)
def test_a_good_name_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    edition, problems = year(tmp_path, f"{name}.md")
    assert ([event.id for event in edition.events], problems, nearest_id(name)) == ([name], (), name)


def test_a_name_that_is_no_text_can_be_printed(tmp_path: Path) -> None:
    root = year(tmp_path) and tmp_path
    (root / "2025" / os.fsdecode(b"f\xfcst\x1b.md")).write_text("x")
    assert list_tree(root)[1] == (problem(
        "2025/f\ufffdst\ufffd.md", "file-name", LETTERS.format("f\ufffdst\ufffd.md"), RENAME.format("fst.md"),
    ),)


def test_letters_of_a_Mac_are_the_same_letters() -> None:  # noqa: N802 -- a name
    assert nearest_id("Fru\u0308hstu\u0308ck") == "fruehstueck"


def test_what_was_printed_belongs_to_the_edition(tmp_path: Path) -> None:
    assert year(tmp_path, "printed.yaml") == (EditionFiles(id="2025", data="2025/edition.yaml", printed="2025/printed.yaml"), ())


def test_a_drawn_motto_belongs_to_the_edition(tmp_path: Path) -> None:
    assert year(tmp_path, "motto.yaml") == (EditionFiles(id="2025", data="2025/edition.yaml", motto="2025/motto.yaml"), ())


# What belongs to something else


def test_a_translation_needs_its_event(tmp_path: Path) -> None:
    assert year(tmp_path, "fest.md", "kino.uk.md") == (
        EditionFiles(id="2025", data="2025/edition.yaml", events=(EventFiles(id="fest", path="2025/fest.md"),)),
        (problem(
            "2025/kino.uk.md", "file-translation", "Das ist eine Übersetzung, aber die Veranstaltung „kino.md“ gibt es nicht.",
            "Geben Sie der Übersetzung den Namen ihrer Veranstaltung, oder löschen Sie sie.",
        ),),
    )


def test_events_need_an_edition(tmp_path: Path) -> None:
    assert list_tree(make(tmp_path, "2025/fest.md")) == (
        Tree(editions=(EditionFiles(id="2025", data=None, events=(EventFiles(id="fest", path="2025/fest.md"),)),)),
        (problem(
            "2025/edition.yaml", "file-edition", "Im Ordner „2025“ fehlt die Datei „edition.yaml“.",
            "Legen Sie sie an, mit title, from und to.",
        ),),
    )


def test_a_picture_has_a_name_like_an_event(tmp_path: Path) -> None:
    edition, problems = year(tmp_path, "IMG_1234.JPG")
    assert (edition.pictures, problems) == ((), (problem(
        "2025/IMG_1234.JPG", "file-name", LETTERS.format("IMG_1234.JPG"),
        "Benennen Sie das Bild um in „img-1234.jpg“, auch im Feld image.",
    ),))


@pytest.mark.parametrize("name", ["fest.svg", "fest.HEIC", "plakat.pdf"])
def test_other_pictures_are_refused(tmp_path: Path, name: str) -> None:
    assert year(tmp_path, name)[1] == (problem(
        f"2025/{name}", "file-picture", f"„{name}“ ist kein Bild, das die Website zeigen kann.",
        "Speichern Sie es als JPG, PNG oder WebP.",
    ),)


def test_an_event_outside_the_years_is_an_error(tmp_path: Path) -> None:
    assert list_tree(make(tmp_path, "fest.md"))[1] == (problem(
        "fest.md", "file-place", "„fest.md“ liegt in keinem Ordner eines Jahres.",
        "Legen Sie die Veranstaltung in den Ordner ihres Jahres, zum Beispiel „2025/fest.md“.",
    ),)


# What is not understood

STRAY = "„{}“ gehört nicht zum Programm und wird nicht gelesen."
OTHER = "Löschen Sie die Datei, oder legen Sie sie an eine andere Stelle."
TEXT = "Eine Veranstaltung ist eine Textdatei wie „fest.md“; alles andere löschen Sie."
STRAYS = {
    "wrong ending of data": ("venues.yml", "Meinen Sie „venues.yaml“? Sonst löschen Sie die Datei."),
    "capital data": ("Venues.yaml", "Meinen Sie „venues.yaml“? Sonst löschen Sie die Datei."),
    "no ending": ("venues", "Meinen Sie „venues.yaml“? Sonst löschen Sie die Datei."),
    "wrong ending of an edition": ("2025/edition.yml", "Meinen Sie „edition.yaml“? Sonst löschen Sie die Datei."),
    "text": ("2025/fest.txt", TEXT),
    "hidden ending": ("2025/fest.md.txt", TEXT),
    "document": ("2025/Fest.docx", TEXT),
    "script": ("2025/fest.py", OTHER),
    "braces": ("2025/{name}.x", OTHER),
}


@pytest.mark.parametrize(("path", "mend"), STRAYS.values(), ids=STRAYS)
def test_a_file_that_is_not_understood_is_a_warning(tmp_path: Path, path: str, mend: str) -> None:
    name = path.rpartition("/")[2]
    problems = list_tree(make(tmp_path, "2025/edition.yaml", path))[1]
    assert problems == (problem(path, "file-unknown", STRAY.format(name), mend, WARNING),)


def test_a_folder_that_is_no_year_is_a_warning(tmp_path: Path) -> None:
    assert list_tree(make(tmp_path, "2025 alt/fest.md"))[1] == (problem(
        "2025 alt", "file-unknown", "„2025 alt“ ist kein Ordner eines Jahres und wird nicht gelesen.",
        "Nennen Sie den Ordner wie das Jahr, zum Beispiel „2025“, oder löschen Sie ihn.", WARNING,
    ),)


def test_a_folder_in_a_year_is_a_warning(tmp_path: Path) -> None:
    assert year(tmp_path, "bilder/fest.jpg")[1] == (problem(
        "2025/bilder", "file-unknown", "„bilder“ ist keine Datei und wird nicht gelesen.",
        "Legen Sie alle Dateien direkt in „2025“.",
        WARNING,
    ),)


@pytest.mark.parametrize("path", ["venues.yaml", "2026", "2025/fest.md", "2025/fest.jpg", "2025/bilder"])
def test_no_link_is_followed(tmp_path: Path, path: str) -> None:
    make(tmp_path, "2025/edition.yaml")
    (tmp_path / path).symlink_to("/etc")
    name = path.rpartition("/")[2]
    tree, problems = list_tree(tmp_path)
    assert (tree.editions, problems) == (
        (EditionFiles(id="2025", data="2025/edition.yaml"),),
        (problem(
            path, "file-link", f"„{name}“ ist eine Verknüpfung, keine Datei.",
            "Legen Sie die Datei oder den Ordner selbst an diese Stelle.",
        ),),
    )


def test_a_pipe_is_no_event(tmp_path: Path) -> None:
    year(tmp_path)
    os.mkfifo(tmp_path / "2025/fest.md")
    assert [one.message for one in list_tree(tmp_path)[1]] == ["„fest.md“ ist keine Datei und wird nicht gelesen."]


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert list_tree(tmp_path / "nirgends") == (Tree(), (problem(
        ".", "file-unreadable", "Das lässt sich nicht lesen: es gibt sie nicht.", "Prüfen Sie Name, Ort und Rechte der Datei.",
    ),))


def test_a_folder_that_cannot_be_read_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    year(tmp_path)
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "2025":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    # whoever runs as root may read everything
    monkeypatch.setattr(os, "scandir", refuse)
    assert list_tree(tmp_path) == (Tree(), (problem(
        "2025", "file-unreadable", "Das lässt sich nicht lesen: es fehlt das Recht dazu.",
        "Prüfen Sie Name, Ort und Rechte der Datei.",
    ),))


def test_problems_come_in_order(tmp_path: Path) -> None:
    paths = [one.path for one in list_tree(make(tmp_path, "z.txt", "2025/b.py", "2025/a.md", "a.txt"))[1]]
    assert paths == ["2025/b.py", "2025/edition.yaml", "a.txt", "z.txt"]
