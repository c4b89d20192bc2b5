"""Event files and data files, read whole: their fields, their text, and every fault at path and line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ikw.problems import ERROR, Problem
from ikw.source import DATA_FILES, Fields, Record, Scalar, read_data, read_event

EMPTY = hashlib.sha256().hexdigest()


def write(root: Path, path: str, text: str) -> str:
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def test_an_event_is_fields_and_text(tmp_path: Path) -> None:
    digest = write(tmp_path, "2025/fest.md", "---\ntitle: Fest\n---\nWir feiern.\n")
    assert read_event(tmp_path, "2025/fest.md") == (
        Record(
            path="2025/fest.md", fields=Fields({"title": Scalar("Fest", 2, True)}, {"title": 2}, 2), body="Wir feiern.\n",
            body_line=4, digest=digest,
        ),
        (),
    )


def test_a_fault_of_an_event_has_path_and_line(tmp_path: Path) -> None:
    write(tmp_path, "2025/fest.md", "---\nwhen: x\ntitle: Café: Treffen\n---\n")
    record, problems = read_event(tmp_path, "2025/fest.md")
    assert problems == (Problem(
        path="2025/fest.md", line=3, field="title", code="yaml-quotes", severity=ERROR,
        message="„Café: Treffen“ enthält einen Doppelpunkt und braucht deshalb Anführungszeichen.",
        mend='Schreiben Sie: title: "Café: Treffen"',
    ),)
    assert record is not None
    assert record.fields.values == {"when": Scalar("x", 2, True), "title": Scalar("Café: Treffen", 3, False)}


def test_an_event_without_front_matter_is_none(tmp_path: Path) -> None:
    write(tmp_path, "fest.md", "Ein Fest\u200b\n")
    record, problems = read_event(tmp_path, "fest.md")
    assert (record, [(one.path, one.line, one.code) for one in problems]) == (
        None, [("fest.md", 1, "file-invisible"), ("fest.md", 1, "file-front-matter")],
    )


def test_an_event_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    write(tmp_path, "fest.md", "---\nEin Fest\n---\n")
    assert [(one.line, one.code) for one in read_event(tmp_path, "fest.md")[1]] == [(2, "yaml-syntax")]
    assert read_event(tmp_path, "fest.md")[0] is None


def test_an_event_is_bounded(tmp_path: Path) -> None:
    write(tmp_path, "fest.md", "---\na: b\n---\n" + "x" * 210_000)
    assert [one.message for one in read_event(tmp_path, "fest.md")[1]] == ["Die Datei ist 206 KiB groß, erlaubt sind 200 KiB."]


def test_a_data_file_has_no_text(tmp_path: Path) -> None:
    digest = write(tmp_path, "venues.yaml", "# Orte\nhalle: {name: Halle}\n")
    halle = Fields({"name": Scalar("Halle", 2, True)}, {"name": 2}, 2)
    assert read_data(tmp_path, "venues.yaml") == (
        Record(path="venues.yaml", fields=Fields({"halle": halle}, {"halle": 2}, 2), body="", body_line=1, digest=digest), (),
    )


@pytest.mark.parametrize("path", DATA_FILES)
def test_a_data_file_may_be_missing(tmp_path: Path, path: str) -> None:
    assert read_data(tmp_path, path) == (
        Record(path=path, fields=Fields({}, {}, 1), body="", body_line=1, digest=EMPTY), (),
    )


def test_an_edition_may_not_be_missing(tmp_path: Path) -> None:
    record, problems = read_data(tmp_path, "2025/edition.yaml")
    assert (record, [(one.path, one.code) for one in problems]) == (None, [("2025/edition.yaml", "file-unreadable")])


def test_a_data_file_that_leads_nowhere_is_no_missing_file(tmp_path: Path) -> None:
    (tmp_path / "venues.yaml").symlink_to("/nowhere")
    assert [one.code for one in read_data(tmp_path, "venues.yaml")[1]] == ["file-link"]


def test_a_data_file_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    write(tmp_path, "venues.yaml", "- a\n")
    record, problems = read_data(tmp_path, "venues.yaml")
    assert (record, [(one.line, one.code) for one in problems]) == (None, [(1, "yaml-syntax")])
