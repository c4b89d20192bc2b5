"""Workbook process: reads one spreadsheet in a process of its own and prints its cells as JSON. Floor 5, home of python-calamine.

It is called by `workbook` and by nobody else. What goes wrong is one word on stderr and exit status 1; a file that wants more
memory or time than there is ends the process, and nothing else.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import sys
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    XmlError,
    ZipError,
)

from ikw.importers import workbook_ods, workbook_xlsx
from ikw.importers.workbook_marks import Marks

MEMORY = 2_000_000_000
CPU_SECONDS = 40
MOST_CELLS = 3_000_000

MOST_COLUMNS = 500

_ERRORS = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NULL!|NUM!|GETTING_DATA|WERT!|BEZUG!|NV)")
_DATE_OF_TIMES = 1901


def main(path: str) -> int:
    """Print the cells of a workbook."""
    _limit()
    try:
        marks = _marks(path)
        with CalamineWorkbook.from_path(path) as book:
            found = _read(book, marks)
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


def _marks(path: str) -> dict[str, Marks]:
    """Return what python-calamine does not tell of each sheet."""
    if path.lower().endswith((".xlsx", ".xlsm")):
        return workbook_xlsx.marks_of(path)
    return workbook_ods.marks_of(path) if path.lower().endswith(".ods") else {}


def _read(book: CalamineWorkbook, marks: Mapping[str, Marks]) -> dict[str, Any] | None:
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
        own = marks.get(about.name, Marks())
        _mark(rows, own)
        merged = sheet.merged_cell_ranges or () if own.merged is None else own.merged
        sheets.append({"name": about.name, "rows": rows, "merged": merged, "hidden": own.hidden, "columns": own.columns})
    return {"sheets": sheets, "hidden": hidden}


def _mark(rows: list[list[Any]], marks: Marks) -> None:
    """Put words in their places that are no value; add to cells what is struck through, and links."""
    for (row, column), text, kind in marks.words:
        if row < len(rows) and column < MOST_COLUMNS:
            rows[row] += [""] * (column + 1 - len(rows[row]))
            if rows[row][column] == "":
                rows[row][column] = (text, kind)
    for row, column in sorted({*marks.struck, *marks.links}):
        if row < len(rows) and column < len(rows[row]) and (cell := rows[row][column]):
            text, kind = (cell, "text") if isinstance(cell, str) else cell
            rows[row][column] = (text, kind, (row, column) in marks.struck, marks.links.get((row, column), ""))


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
