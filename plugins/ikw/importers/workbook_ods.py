"""Workbook ODS: what LibreOffice keeps of cells that python-calamine does not tell. Floor 5, standard library only.

What is struck through, links, hidden rows, and which cells were made one. Equal rows and cells are written once with their
number; they are counted and never written out.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree

from ikw.importers.workbook_marks import Marks, is_web

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_LINES = (f"{_STYLE}text-line-through-style", f"{_STYLE}text-line-through-type")
# Rows below the last one that says anything may be one cell, repeated a million times.
_MOST_REPEATED = 1_000
_MOST_COLUMNS = 16_384


def marks_of(path: str) -> dict[str, Marks]:
    """Return the marks of each sheet by its name."""
    with zipfile.ZipFile(path) as file:
        content = ElementTree.fromstring(file.read("content.xml"))
        common = ElementTree.fromstring(file.read("styles.xml")) if "styles.xml" in file.namelist() else None
    styles = [style for root in (common, content) if root is not None for style in root.iter(f"{_STYLE}style")]
    struck = _struck_styles(styles)
    return {str(table.get(f"{_TABLE}name")): _marks(table, struck) for table in content.iter(f"{_TABLE}table")}


def _struck_styles(styles: list[ElementTree.Element]) -> set[tuple[str, str]]:
    """Return family and name of the styles that strike through, be it by the style they come from."""
    own: dict[tuple[str, str], tuple[bool | None, str]] = {}
    for style in styles:
        lines = [text.get(line) for text in style.iterfind(f"{_STYLE}text-properties") for line in _LINES if text.get(line)]
        is_struck = any(line != "none" for line in lines) if lines else None
        key = style.get(f"{_STYLE}family") or "", style.get(f"{_STYLE}name") or ""
        own[key] = is_struck, style.get(f"{_STYLE}parent-style-name") or ""
    return {key for key in own if _is_struck(key, own)}


def _is_struck(key: tuple[str, str], own: Mapping[tuple[str, str], tuple[bool | None, str]]) -> bool:
    for _ in range(20):  # a style that comes from itself has no end
        is_struck, parent = own.get(key, (False, ""))
        if is_struck is not None:
            return is_struck
        key = key[0], parent
    return False


def _rows(table: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield the rows of a table, also those in groups; not those of a table in a cell."""
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in (f"{_TABLE}table-row-group", f"{_TABLE}table-rows", f"{_TABLE}table-header-rows"):
            yield from _rows(child)


def _marks(table: ElementTree.Element, struck: set[tuple[str, str]]) -> Marks:
    marks = Marks(merged=[])
    columns: list[str] = []
    for column in table.iter(f"{_TABLE}table-column"):
        if column.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            marks.columns += range(len(columns), len(columns) + _count(column, "columns"))
        if len(columns) < _MOST_COLUMNS:
            columns += [column.get(f"{_TABLE}default-cell-style-name") or ""] * _count(column, "columns")
    number = 0
    for row in _rows(table):
        repeated = _count(row, "rows")
        if row.get(f"{_TABLE}visibility") in ("collapse", "filter"):
            marks.hidden += range(number + 1, number + 1 + repeated)
        _mark_row(row, number, repeated, columns, struck, marks)
        number += repeated if repeated < _MOST_REPEATED else int(row.get(f"{_TABLE}number-rows-repeated") or 1)
    return marks


def _count(one: ElementTree.Element, what: str) -> int:
    return min(int(one.get(f"{_TABLE}number-{what}-repeated") or 1), _MOST_REPEATED)


def _mark_row(
    row: ElementTree.Element, number: int, repeated: int, columns: list[str], struck: set[tuple[str, str]], marks: Marks,
) -> None:
    place = 0
    for cell in (child for child in row if child.tag in _CELLS):
        count = _count(cell, "columns")
        down, across = (int(cell.get(f"{_TABLE}number-{what}-spanned") or 1) for what in ("rows", "columns"))
        if (down > 1 or across > 1) and marks.merged is not None:
            marks.merged.append(((number, place), (number + down - 1, place + across - 1)))
        if len(cell):
            style = cell.get(f"{_TABLE}style-name") or row.get(f"{_TABLE}default-cell-style-name")
            style = style or (columns[place] if place < len(columns) else "")
            address = next((link.get(_HREF) for link in cell.iter(f"{_TEXT}a") if is_web(link.get(_HREF))), None)
            is_struck = ("table-cell", style) in struck or any(
                (family, part.get(f"{_TEXT}style-name") or "") in struck
                for family, tag in (("text", "span"), ("paragraph", "p")) for part in cell.iter(f"{_TEXT}{tag}")
            )
            for where in ((number + below, place + right) for below in range(repeated) for right in range(count)):
                if is_struck:
                    marks.struck.add(where)
                if address:
                    marks.links[where] = address
        place += count
