"""Spreadsheet: a programme as a workbook for the coordinator, which `ikw import` reads back. Floor 4, pure; the home of openpyxl.

Every cell is text: a title that begins with `=` is a title and no formula, `14.9.` stays a date as it was written and `01067` keeps
its zero, also when somebody edits the cell.
"""

from __future__ import annotations

import io
import math
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ikw.cells.columns import DIGEST, ID, MARKDOWN, Column, columns

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# Columns that stand in every workbook, and first; others where an event has something in them, and then the long text.
FIRST = (ID, "title", "when", "venue", "organisers", "category", "audience", "languages", "cost", "registration")
LAST = (MARKDOWN, DIGEST)
NARROWEST, WIDEST, TEXT_WIDTH = 10, 40, 80
LINE_HEIGHT, MOST_LINES = 15, 5
LONGEST_CELL = 32_767

_INK, _PAPER, _LINE = "FF1D1A2B", "FFF1EDE4", "FFB9B3A6"
_FORMULA = re.compile(r"[=+\-@\t\r]")
# A date that says nothing: the file would be another one each time.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_CHANGED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def workbook(name: str, rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return a workbook of one sheet: a row for each event, its cells by the paths of their columns."""
    from openpyxl import Workbook  # noqa: PLC0415 -- slow import

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", name)[:31] or "Programm"
    shown = _shown(rows)
    _write_head(sheet, [column.heading for column in shown])
    for number, row in enumerate(rows, 2):
        for place, column in enumerate(shown, 1):
            _write(sheet, number, place, row.get(column.path, ""))
    _set_up(sheet, [column.path for column in shown], len(rows))
    buffer = io.BytesIO()
    book.save(buffer)
    return _without_clock(buffer.getvalue())


def _shown(rows: Sequence[Mapping[str, str]]) -> list[Column]:
    by_path = {column.path: column for column in columns()}
    others = [path for path in by_path if path not in (*FIRST, *LAST) and any(path in row for row in rows)]
    return [by_path[path] for path in (*FIRST, *others, *LAST)]


def _write_head(sheet: Worksheet, headings: Iterable[str]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side  # noqa: PLC0415 -- slow import

    for place, heading in enumerate(headings, 1):
        cell = sheet.cell(1, place, heading)
        cell.font = Font(name="Calibri", size=11, bold=True, color=_INK)
        cell.fill = PatternFill("solid", fgColor=_PAPER)
        cell.border = Border(bottom=Side(style="medium", color=_INK))
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = 32


def _write(sheet: Worksheet, number: int, place: int, text: str) -> None:
    """Write a cell as text, whatever it begins with."""
    from openpyxl.styles import Alignment, Border, Side  # noqa: PLC0415 -- slow import

    cell = sheet.cell(number, place)
    cell.number_format = "@"
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    cell.border = Border(bottom=Side(style="hair", color=_LINE))
    if text:
        cell.value = text[:LONGEST_CELL]
        cell.data_type = "s"
        cell.quotePrefix = bool(_FORMULA.match(text))


def _set_up(sheet: Worksheet, paths: Sequence[str], count: int) -> None:
    """Freeze headings and titles, give each column the width of its words, and let it print on sheets that can be read."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 -- slow import

    widths: dict[str, int] = {}
    for place, path in enumerate(paths, 1):
        column = sheet.column_dimensions[get_column_letter(place)]
        texts = [str(cell.value or "") for cell in sheet[get_column_letter(place)]]
        longest = max((len(line) for text in texts for line in text.split("\n")), default=0)
        widths[path] = TEXT_WIDTH if path == MARKDOWN else min(max(longest + 2, NARROWEST), WIDEST)
        column.width = widths[path]
        column.hidden = path == DIGEST
    for number in range(2, count + 2):
        cells = zip(paths, sheet[number], strict=True)
        lines = [_lines(str(cell.value or ""), widths[path]) for path, cell in cells if path != MARKDOWN]
        # Not every program that opens the file finds the height of wrapped text itself; the long text would make each row a page.
        sheet.row_dimensions[number].height = LINE_HEIGHT * min(max(lines), MOST_LINES)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(paths))}{count + 1}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.print_title_cols = "A:B"


def _lines(text: str, width: int) -> int:
    """Return how many lines a cell has, as far as can be told without its letters' widths."""
    return sum(max(1, math.ceil((len(line) + 1) / width)) for line in text.split("\n"))


def _without_clock(data: bytes) -> bytes:
    """Return a workbook without the time it was made at."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "docProps/core.xml":
                content = _CHANGED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            new.writestr(zipfile.ZipInfo(part.filename, _MOMENT), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
