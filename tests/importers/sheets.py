"""Sheets: tables as programs of an office write them, made for tests: CSV in its dialects, XLSX with typed cells, ODS."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

Rows = Sequence[Sequence[str]]


def text_of(rows: Rows, delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Return a table as text."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n", quoting=quoting).writerows(rows)
    return buffer.getvalue()


def write_excel_csv(path: Path, rows: Rows) -> None:
    """Write what Excel calls CSV on a German machine: semicolons, Windows-1252."""
    path.write_bytes(text_of(rows, ";").encode("cp1252"))


def write_utf8_csv(path: Path, rows: Rows) -> None:
    """Write what Excel calls CSV UTF-8, and what Google writes: a mark at the begin, commas."""
    path.write_bytes(text_of(rows, ",").encode("utf-8-sig"))


def write_tabs(path: Path, rows: Rows) -> None:
    """Write what Excel calls Unicode text: tabs, UTF-16."""
    path.write_bytes(text_of(rows, "\t").encode("utf-16"))


def write_xlsx(path: Path, rows: Rows) -> None:
    """Write a workbook: a title above the table, dates and times as Excel keeps them, wherever a cell is no more than that."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Interkulturelle Woche: Programm"])
    sheet.append([])
    for row in rows:
        sheet.append([_typed(cell) for cell in row])
    book.save(path)


def _typed(cell: str) -> object:
    if match := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", cell):
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    if match := re.fullmatch(r"(\d{1,2}):(\d\d)", cell):
        return dt.time(int(match[1]), int(match[2]))
    return cell or None


def write_ods(path: Path, rows: Rows) -> None:
    """Write a table of LibreOffice."""
    document = OpenDocumentSpreadsheet()
    table = Table(name="Tabelle1")
    for row in rows:
        line = TableRow()
        for cell in row:
            made = TableCell(valuetype="string")
            for part in cell.split("\n"):
                made.addElement(P(text=part))
            line.addElement(made)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(str(path))


WRITERS: dict[str, Callable[[Path, Rows], None]] = {
    "excel.csv": write_excel_csv, "utf8.csv": write_utf8_csv, "tabs.txt": write_tabs, "book.xlsx": write_xlsx, "table.ods": write_ods,
}
