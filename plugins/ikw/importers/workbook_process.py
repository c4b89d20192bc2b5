"""Workbook process: reads one spreadsheet in a process of its own and prints its cells as JSON. Floor 5, home of python-calamine.

It is called by `workbook` and by nobody else. What goes wrong is one word on stderr and exit status 1; a file that wants more
memory or time than there is ends the process, and nothing else.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

MEMORY = 2_000_000_000
CPU_SECONDS = 40
MOST_CELLS = 3_000_000

MOST_COLUMNS = 500

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})")
_ERRORS = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NULL!|NUM!|GETTING_DATA|WERT!|BEZUG!|NV)")
_DATE_OF_TIMES = 1901


def main(path: str) -> int:
    """Print the cells of a workbook."""
    _limit()
    try:
        untold = dict(_untold(path))
        with CalamineWorkbook.from_path(path) as book:
            found = _read(book, untold)
    except PasswordError:
        return _end("password")
    except (CalamineError, XmlError, ZipError, ElementTree.ParseError, OSError, ValueError, KeyError, zipfile.BadZipFile):
        return _end("broken")
    except (MemoryError, OverflowError):
        return _end("big")
    if found is None:
        return _end("big")
    json.dump(found, sys.stdout, ensure_ascii=True)
    return 0


def _limit() -> None:
    """Take no more memory and time than a table of an office needs; where the system knows no limits, there are none."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 -- not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end(word: str) -> int:
    sys.stderr.write(word)
    return 1


def _untold(path: str) -> Iterator[tuple[str, list[tuple[int, int, str, str]]]]:
    """Yield for each sheet the cells that python-calamine calls empty and are not: errors, and formulas without their value.

    A formula has no value where no spreadsheet has ever worked it out. Each cell is (row, column, text, kind).
    """
    if not path.lower().endswith((".xlsx", ".xlsm")):
        return
    with zipfile.ZipFile(path) as file:
        links = ElementTree.fromstring(file.read("xl/_rels/workbook.xml.rels"))
        targets = {link.get("Id"): str(link.get("Target")) for link in links}
        for sheet in ElementTree.fromstring(file.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(f"{_LINK}id"), "")
            name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            data = file.read(name) if name in file.namelist() else b""
            if b't="e"' in data or b"<f" in data:
                yield str(sheet.get("name")), list(_untold_cells(data))


def _untold_cells(data: bytes) -> Iterator[tuple[int, int, str, str]]:
    for _, cell in ElementTree.iterparse(io.BytesIO(data)):
        if cell.tag != f"{_MAIN}c":
            continue
        match = _REFERENCE.fullmatch(cell.get("r") or "")
        value, formula = cell.findtext(f"{_MAIN}v") or "", cell.find(f"{_MAIN}f")
        if match and cell.get("t") == "e":
            yield int(match["row"]) - 1, _column(match["column"]), value or "#?", "error"
        elif match and formula is not None and not value and cell.get("t") not in ("str", "inlineStr"):
            yield int(match["row"]) - 1, _column(match["column"]), f"={formula.text or ''}", "formula"
        cell.clear()


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _read(book: CalamineWorkbook, untold: dict[str, list[tuple[int, int, str, str]]]) -> dict[str, Any] | None:
    sheets, hidden = [], []
    cells = 0
    for about in book.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            hidden.append(about.name)
            continue
        sheet = book.get_sheet_by_name(about.name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_CELLS:
            return None
        rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
        _fill(rows, untold.get(about.name, ()))
        sheets.append({"name": about.name, "rows": rows, "merged": list(_merged(sheet))})
    return {"sheets": sheets, "hidden": hidden}


def _fill(rows: list[list[Any]], untold: Iterable[tuple[int, int, str, str]]) -> None:
    """Put cells in their places."""
    for row, column, text, kind in untold:
        if row < len(rows) and column < MOST_COLUMNS:
            rows[row] += [""] * (column + 1 - len(rows[row]))
            if rows[row][column] == "":
                rows[row][column] = (text, kind)


def _merged(sheet: CalamineSheet) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield cells that were made one, over several rows."""
    for top, end in sheet.merged_cell_ranges or ():
        if end[0] > top[0]:
            yield top, end


def _cell(value: object) -> str | tuple[str, str]:
    """Return what a cell shows: a text as it is, anything else with its kind."""
    if isinstance(value, str):
        return (value, "error") if _ERRORS.fullmatch(value) else value
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return (str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)), "number"
    if isinstance(value, int):
        return str(value), "number"
    return _moment(value)


def _moment(value: object) -> tuple[str, str]:
    """Return a date or a time as people write it."""
    if isinstance(value, dt.datetime):
        value = _rounded(value)
        if value.year < _DATE_OF_TIMES:
            return _clock(value), "time"
        return (f"{value:%d.%m.%Y}" if value.time() == dt.time() else f"{value:%d.%m.%Y} {_clock(value)}"), "date"
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}", "date"
    if isinstance(value, dt.time):
        return _clock(_rounded(dt.datetime.combine(dt.date(2000, 1, 1), value))), "time"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}", "time"
    return str(value), "text"


def _rounded(value: dt.datetime) -> dt.datetime:
    """Return a moment without fractions: programs count in parts of a day, and 18:00 may be 17:59:59.999."""
    value = (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
    return value + dt.timedelta(seconds=1) if value.second == 59 else value


def _clock(value: dt.datetime) -> str:
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
