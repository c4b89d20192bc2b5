"""Workbook: spreadsheets of Excel and LibreOffice (XLSX, ODS, XLS). Floor 5.

A small file may unpack to gigabytes, or name a cell a million rows down. So what it says of its size is looked at first, and it
is read in a process of its own that may use only so much memory and time (`workbook_process`).
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

from ikw.importers.sheets import Cell, Sheet, TableError
from ikw.problems import N_

ENDINGS = (".xlsx", ".xlsm", ".ods", ".xls")
MOST_BYTES = 30_000_000
MOST_UNPACKED = 300_000_000
MOST_PARTS = 5_000
SECONDS = 60

_TOO_BIG = N_("Die Tabelle ist zu groß. Löschen Sie leere Zeilen, Bilder und alte Blätter, oder speichern Sie sie als CSV.")
_BROKEN = N_("Das ist keine Tabelle, die sich lesen lässt. Öffnen und speichern Sie sie neu, als .xlsx, .ods oder CSV.")
_SAYS = {
    "password": N_("Die Tabelle ist mit einem Kennwort geschützt. Speichern Sie sie ohne."),
    "broken": _BROKEN, "big": _TOO_BIG,
}


def read_workbook(path: Path) -> tuple[list[Sheet], list[str]]:
    """Return the visible sheets of a workbook, and the names of hidden ones. Raises TableError."""
    _check_size(path)
    command = [sys.executable, "-m", "ikw.importers.workbook_process", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise TableError(_TOO_BIG) from error
    if done.returncode:
        # killed for its memory, or by itself where it found no more
        raise TableError(_SAYS.get(done.stderr.decode("utf-8", "replace").strip(), _TOO_BIG))
    found = json.loads(done.stdout)
    return [_sheet(one) for one in found["sheets"]], found["hidden"]


def _check_size(path: Path) -> None:
    """Refuse what says of itself that it is too big."""
    if path.stat().st_size > MOST_BYTES:
        raise TableError(_TOO_BIG)
    if path.suffix.lower() == ".xls":
        return
    try:
        with zipfile.ZipFile(path) as file:
            parts = file.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise TableError(_password_or_broken(path)) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise TableError(_TOO_BIG)


def _password_or_broken(path: Path) -> str:
    # With a password, Excel puts the whole file into a container of the old kind.
    with open(path, "rb") as file:
        return _SAYS["password" if file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" else "broken"]


def _sheet(found: dict[str, object]) -> Sheet:
    rows, merged, hidden, columns = found["rows"], found["merged"], found["hidden"], found["columns"]
    assert isinstance(rows, list)
    assert isinstance(merged, list)
    assert isinstance(hidden, list)
    assert isinstance(columns, list)
    cells: Sequence[Sequence[Cell]] = [[Cell(*cell) if isinstance(cell, list) else Cell(cell) for cell in row] for row in rows]
    ranges = tuple(((top[0], top[1]), (end[0], end[1])) for top, end in merged)
    return Sheet(str(found["name"]), cells, 1, ranges, tuple(hidden), tuple(columns))
