"""Reading files: what is refused, and that it is a problem and never a traceback."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from ikw.problems import ERROR, Problem
from ikw.source.files import TextFile, read_text, unreadable

UTF8 = "Speichern Sie sie mit der Kodierung UTF-8 (im Editor unter „Speichern unter“)."
LIMIT = 1024


def read(root: Path, data: bytes) -> tuple[TextFile | None, tuple[Problem, ...]]:
    (root / "fest.md").write_bytes(data)
    return read_text(root, "fest.md", LIMIT)


def problem(path: str, line: int, code: str, message: str, mend: str) -> Problem:
    return Problem(path=path, line=line, field="", code=code, severity=ERROR, message=message, mend=mend)


TEXTS = {
    "plain": ("Frühstück\n".encode(), "Frühstück\n"),
    "byte order mark": (b"\xef\xbb\xbfFest\n", "Fest\n"),
    "Windows line ends": (b"eins\r\nzwei\r\n", "eins\nzwei\n"),
    "old Mac line ends": (b"eins\rzwei\r", "eins\nzwei\n"),
    "mixed line ends": (b"eins\r\n\rzwei\n", "eins\n\nzwei\n"),
}


@pytest.mark.parametrize(("data", "text"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_read_whatever_editor_wrote_it(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (TextFile(text=text, digest=hashlib.sha256(data).hexdigest()), ())


REFUSED = {
    "empty": (b"", 0, "file-empty", "Die Datei ist leer.", "Tragen Sie die Angaben ein oder löschen Sie die Datei."),
    "blank": (b" \r\n\n", 0, "file-empty", "Die Datei ist leer.", "Tragen Sie die Angaben ein oder löschen Sie die Datei."),
    "too large": (
        b"x" * 3000, 0, "file-size", "Die Datei ist 3 KiB groß, erlaubt sind 1 KiB.",
        "Kürzen Sie sie; Bilder und Listen gehören nicht in diese Datei.",
    ),
    "binary": (
        b"PK\n\x03\x00", 2, "file-binary", "Die Datei ist keine Textdatei, sie enthält das Byte 0.",
        "Speichern Sie den Text als reine Textdatei in UTF-8, nicht als Dokument eines Schreibprogramms.",
    ),
    "UTF-16": ("Fest".encode("utf-16"), 1, "file-encoding", "Die Datei ist in UTF-16 gespeichert.", UTF8),
    "Windows-1252": (
        "---\r\ntitle: Internationales Frühstück\r\n".encode("cp1252"), 2, "file-encoding",
        "Die Datei ist nicht in UTF-8 gespeichert, sondern wahrscheinlich in Windows-1252; hier steht wohl „Frühstück“.", UTF8,
    ),
    "Windows-1252 below a byte order mark": (
        b"\xef\xbb\xbfa\rb\rc\xfc", 3, "file-encoding",
        "Die Datei ist nicht in UTF-8 gespeichert, sondern wahrscheinlich in Windows-1252; hier steht wohl „cü“.", UTF8,
    ),
    "no encoding we know": (
        b"a\n\x81b", 2, "file-encoding", "Die Datei ist nicht in UTF-8 gespeichert (Byte 3).", UTF8,
    ),
}


@pytest.mark.parametrize(("data", "line", "code", "message", "mend"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, data: bytes, line: int, code: str, message: str, mend: str) -> None:
    assert read(tmp_path, data) == (None, (problem("fest.md", line, code, message, mend),))


def test_hidden_letters_are_named_and_reading_goes_on(tmp_path: Path) -> None:
    file, problems = read(tmp_path, "eins\nzw\u200bei\n".encode())
    assert (file and file.text, [(one.path, one.line, one.code) for one in problems]) == (
        "eins\nzwei\n", [("fest.md", 2, "file-invisible")],
    )


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"x" * LIMIT)[1] == ()


@pytest.mark.parametrize(
    "path", ["../fest.md", "/etc/hostname", "2025/../../fest.md", "", "2025//fest.md", "..\\fest.md", "a\0b"],
)
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    shown = path.replace("\0", "\ufffd")
    assert read_text(tmp_path, path, LIMIT) == (None, (problem(
        shown, 0, "file-path", f"„{shown}“ führt aus dem Ordner der Veranstaltungen hinaus.",
        "Nennen Sie nur Dateien, die in diesem Ordner liegen, ohne „..“ und ohne „/“ am Anfang.",
    ),))


def link_problem(path: str, name: str) -> Problem:
    return problem(
        path, 0, "file-link", f"„{name}“ ist eine Verknüpfung, keine Datei.", "Legen Sie die Datei selbst an diese Stelle.",
    )


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "fest.md").symlink_to("/etc/hostname")
    assert read_text(tmp_path, "fest.md", LIMIT) == (None, (link_problem("fest.md", "fest.md"),))


def test_a_link_on_the_way_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "2024").mkdir()
    (tmp_path / "2024/fest.md").write_text("x")
    (tmp_path / "2025").symlink_to(tmp_path / "2024")
    assert read_text(tmp_path, "2025/fest.md", LIMIT) == (None, (link_problem("2025/fest.md", "2025"),))


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/fest.md").write_text("x")
    (tmp_path / "events").symlink_to(tmp_path / "data")
    assert read_text(tmp_path / "events", "fest.md", LIMIT)[1] == ()


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_refused(tmp_path: Path, make: object) -> None:
    make(tmp_path / "fest.md")  # type: ignore[operator] # both take a path
    assert read_text(tmp_path, "fest.md", LIMIT) == (None, (problem(
        "fest.md", 0, "file-kind", "„fest.md“ ist keine gewöhnliche Datei.", "Legen Sie an diese Stelle eine Textdatei.",
    ),))


def unread(path: str, reason: str) -> Problem:
    return problem(
        path, 0, "file-unreadable", f"Das lässt sich nicht lesen: {reason}.", "Prüfen Sie Name, Ort und Rechte der Datei.",
    )


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert read_text(tmp_path, "2025/fest.md", LIMIT) == (None, (unread("2025/fest.md", "es gibt sie nicht"),))


def test_a_file_in_place_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "2025").write_text("x")
    assert read_text(tmp_path, "2025/fest.md", LIMIT) == (
        None, (unread("2025/fest.md", "ein Teil des Pfades ist kein Ordner"),),
    )


def test_an_error_of_the_system_is_a_problem(tmp_path: Path) -> None:
    name = "x" * 300
    assert read_text(tmp_path, name, LIMIT) == (None, (unread(name, "File name too long"),))


def test_missing_rights_are_named() -> None:
    fault = unreadable(PermissionError(13, "Permission denied"))
    assert fault.message == "Das lässt sich nicht lesen: es fehlt das Recht dazu."
