"""Making: a small project on disk, tables for it, and what an import of one says."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from ikw.cli import main
from importers.sheets import text_of

BASE = Path(__file__).resolve().parent.parent / "zoo/base"
HEADINGS = ("Titel", "Datum", "Uhrzeit", "Ort", "Veranstalter")
ROW = ("Fest der Lieder", "14.9.2025", "18–20 Uhr", "Stadthalle", "Verein Eins")


def make_project(folder: Path) -> Path:
    """Make a project without a fault, with an event that somebody wrote by hand."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    return folder


def table(path: Path, *rows: Sequence[str], headings: Sequence[str] = HEADINGS) -> Path:
    """Write a table, as Excel calls CSV UTF-8."""
    path.write_text(text_of([headings, *rows], ";"), encoding="utf-8-sig")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    """Return the exit status and all that is printed."""
    status = main([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return status, printed.err + printed.out


def last_line(said: str) -> str:
    """Return the sum that ends a table."""
    return said.splitlines()[-1]


def events(project: Path) -> dict[str, str]:
    """Return the files of the edition's events by id, but for the one that was there."""
    paths = sorted((project / "events/2025").glob("*.md"), key=lambda path: path.stem)
    return {path.stem: path.read_text(encoding="utf-8") for path in paths if path.stem != "gut"}
