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
from collections.abc import Iterator
from typing import Any

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

_ERRORS = re.compile(r"#(?:REF!|NAME\?|VALUE!|DIV/0!|N/A|NULL!|NUM!|GETTING_DATA|WERT!|BEZUG!|NV)")
_FORMULA_ALONE = re.compile(rb"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>")
_DATE_OF_TIMES = 1901


def main(path: str) -> int:
    """Print the cells of a workbook."""
    _limit()
    try:
        if _has_formulas_alone(path):
            return _end("formulas")
        with CalamineWorkbook.from_path(path) as book:
            found = _read(book)
    except PasswordError:
        return _end("password")
    except (CalamineError, XmlError, ZipError, OSError, ValueError, zipfile.BadZipFile):
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


def _has_formulas_alone(path: str) -> bool:
    """Whether a sheet has formulas without the value they had: then nobody knows what the cell says."""
    if not path.lower().endswith((".xlsx", ".xlsm")):
        return False
    with zipfile.ZipFile(path) as file:
        sheets = [part for part in file.infolist() if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")]
        return any(_FORMULA_ALONE.search(file.read(part)) for part in sheets)


def _read(book: CalamineWorkbook) -> dict[str, Any] | None:
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
        sheets.append({"name": about.name, "rows": rows, "merged": list(_merged(sheet))})
    return {"sheets": sheets, "hidden": hidden}


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
    """Return a date or a time as people write it; programs count in fractions of a day, so seconds are rounded."""
    if isinstance(value, dt.datetime):
        value = value + dt.timedelta(seconds=30) if value.second == 59 else value
        if value.year < _DATE_OF_TIMES:
            return _clock(value.time()), "time"
        if value.time() == dt.time():
            return f"{value:%d.%m.%Y}", "date"
        return f"{value:%d.%m.%Y} {_clock(value.time())}", "date"
    if isinstance(value, dt.date):
        return f"{value:%d.%m.%Y}", "date"
    if isinstance(value, dt.time):
        return _clock(value), "time"
    if isinstance(value, dt.timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}", "time"
    return str(value), "text"


def _clock(value: dt.time) -> str:
    if value.second == 59:
        whole = dt.datetime.combine(dt.date(2000, 1, 1), value) + dt.timedelta(seconds=1)
        value = whole.time().replace(microsecond=0)
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
