"""Workbooks: cells as their programs keep them; bombs, passwords and lies end in one clear line and never in our process."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from ikw.importers.sheets import Cell, TableError
from ikw.importers.workbook import read_workbook
from importers.sheets import write_ods, write_xlsx


def moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text)


def book(path: Path, *rows: tuple[object, ...], **sheets: str) -> Path:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for name, state in sheets.items():
        made.create_sheet(name).append(["x"])
        made[name].sheet_state = state
    made.save(path)
    return path


def test_cells_have_their_kinds(tmp_path: Path) -> None:
    row = (
        "Text", dt.date(2025, 9, 14), moment("2025-09-14T18:30"), dt.time(9, 5), 8, 8.5, True, dt.timedelta(hours=26), None, "#REF!",
        moment("2025-09-14T17:59:59.999"),
    )
    [sheet], hidden = read_workbook(book(tmp_path / "a.xlsx", row))
    assert list(sheet.rows[0]) == [
        Cell("Text"), Cell("14.09.2025", "date"), Cell("14.09.2025 18:30", "date"), Cell("09:05", "time"), Cell("8", "number"),
        Cell("8.5", "number"), Cell("ja"), Cell("26:00", "time"), Cell(""), Cell("#REF!", "error"), Cell("14.09.2025 18:00", "date"),
    ]
    assert hidden == []


def test_formulas_whose_value_nobody_has_worked_out_are_told(tmp_path: Path) -> None:
    """What a script has written and no program has opened since: an empty cell would be a lie."""
    [sheet], _ = read_workbook(book(tmp_path / "a.xlsx", ("Titel", "Datum", "Ort"), ("Fest", None, "=A1")))
    assert list(sheet.rows[1]) == [Cell("Fest"), Cell(""), Cell("=A1", "formula")]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    sheets, hidden = read_workbook(book(tmp_path / "a.xlsx", ("a",), Alt="hidden", Auch="visible"))
    assert ([sheet.name for sheet in sheets], hidden) == (["Sheet", "Auch"], ["Alt"])


def test_merged_cells_are_told(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.append(["a", "b"])
    made.active["A2"] = "c"
    made.active.merge_cells("A2:A3")
    made.active.merge_cells("A1:B1")
    made.active["B3"] = "d"
    made.save(tmp_path / "a.xlsx")
    assert read_workbook(tmp_path / "a.xlsx")[0][0].merged == (((1, 0), (2, 0)), ((0, 0), (0, 1)))


def test_what_is_struck_linked_or_hidden_is_told(tmp_path: Path) -> None:
    """A font of the cell, a part of its letters; a link of the cell, a formula that is one, a mail that is none."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["ganz", CellRichText("halb ", TextBlock(InlineFont(strike=True), "weg")), "nicht", "Link", "Brief", "Formel"])
    sheet.append(["verborgen"])
    sheet["A1"].font, sheet["C1"].font = Font(strike=True), Font(strike=False)
    sheet["D1"].hyperlink, sheet["E1"].hyperlink = "https://example.org/", "mailto:a@example.org"
    sheet.row_dimensions[2].hidden = True
    made.save(tmp_path / "b.xlsx")
    formula = b'<c r="F1" t="str"><f>HYPERLINK("https://example.org/f","Formel")</f><v>Formel</v></c>'
    with zipfile.ZipFile(tmp_path / "b.xlsx") as old, zipfile.ZipFile(tmp_path / "a.xlsx", "w") as new:
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part.filename, re.sub(rb'<c r="F1".*?</c>', formula, data) if "sheet1.xml" in part.filename else data)
    [sheet], _ = read_workbook(tmp_path / "a.xlsx")
    assert list(sheet.rows[0]) == [
        Cell("ganz", is_struck=True), Cell("halb weg", is_struck=True), Cell("nicht"), Cell("Link", link="https://example.org/"), Cell("Brief"),
        Cell("Formel", link="https://example.org/f"),
    ]
    assert sheet.hidden == (2,)


@pytest.mark.parametrize(("name", "write"), [("a.xlsx", write_xlsx), ("a.ods", write_ods)])
def test_both_programs_are_read(name: str, write: object, tmp_path: Path) -> None:
    write(tmp_path / name, [["Titel", "Ort"], ["Fest\nzwei", "Halle"]])  # type: ignore[operator]
    [sheet], _ = read_workbook(tmp_path / name)
    texts = [[cell.text for cell in row] for row in sheet.rows]
    assert texts[-2:] == [["Titel", "Ort"], ["Fest\nzwei", "Halle"]]


# Hostile files


def bomb(path: Path, megabytes: int, declared: int | None = None) -> Path:
    """Write a workbook whose sheet unpacks to so much; `declared` is the size it lies about."""
    book(path, ("Titel", "Datum"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        for part in old.infolist():
            data = old.read(part)
            with new.open(part.filename, "w") as file:
                if part.filename == "xl/worksheets/sheet1.xml":
                    head, data = data.split(b"</sheetData>")
                    file.write(head)
                    for _ in range(megabytes):
                        file.write(bytes(1_000_000).replace(b"\0", b" "))
                    data = b"</sheetData>" + data
                file.write(data)
    made = buffer.getvalue()
    if declared is not None:
        at = made.rindex(b"xl/worksheets/sheet1.xml") - 46
        made = made[:at + 24] + declared.to_bytes(4, "little") + made[at + 28:]
    path.write_bytes(made)
    return path


def far_cell(path: Path) -> Path:
    """Write a workbook that has one cell more, in the last row and column there are."""
    book(path, ("Titel", "Datum"))
    made = openpyxl.load_workbook(path)
    made.active.cell(1_048_576, 16_384, "x")
    made.save(path)
    return path


def encrypted(path: Path) -> Path:
    """Write how a workbook with a password begins."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    return path


def broken(path: Path) -> Path:
    """Write half a workbook."""
    book(path, ("Titel",))
    path.write_bytes(path.read_bytes()[:2000])
    return path


def many_parts(path: Path) -> Path:
    """Write a workbook of ten thousand parts."""
    book(path, ("Titel",))
    with zipfile.ZipFile(path, "a") as file:
        for number in range(10_000):
            file.writestr(f"xl/{number}.xml", b"")
    return path


HOSTILE = [
    (lambda path: bomb(path, 1, declared=310_000_000), "zu groß"), (lambda path: bomb(path, 20, declared=1_000), "lesen lässt"), (far_cell, "zu groß"),
    (many_parts, "zu groß"), (encrypted, "Kennwort"), (broken, "lesen lässt"),
    (lambda path: (path.write_bytes(b"PK\x03\x04"), path)[1], "lesen lässt"), (lambda path: (path.write_bytes(b""), path)[1], "lesen lässt"),
]


@pytest.mark.parametrize(("make", "message"), HOSTILE, ids=["bomb", "lying-bomb", "far-cell", "many-parts", "password", "half", "head", "empty"])
def test_a_hostile_workbook_is_one_clear_line(make: object, message: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match=message):
        read_workbook(make(tmp_path / "a.xlsx"))  # type: ignore[operator]


ODS = (
    '<?xml version="1.0"?>{head}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>{styles}</office:automatic-styles><office:body>'
    '<office:spreadsheet><table:table table:name="T">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
CELL = '<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'
ROW = f'<table:table-row{{more}}>{CELL.format(more="", text="Titel")}{CELL.format(more="", text="Datum")}</table:table-row>'


def ods(path: Path, rows: str = ROW.format(more=""), styles: str = "", head: str = "") -> Path:
    """Write a table of LibreOffice by hand."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr("META-INF/manifest.xml", '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>')
        file.writestr("content.xml", ODS.format(rows=rows, styles=styles, head=head))
    return path


LAUGHS = "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
HOSTILE_ODS = {
    "laughs": ({"head": LAUGHS, "rows": ROW.format(more="").replace("Titel", "&a11;")}, "lesen lässt"),
    "no-number": ({"rows": ROW.format(more=' table:number-rows-repeated="viele"')}, "lesen lässt"),
}


@pytest.mark.parametrize("name", HOSTILE_ODS)
def test_a_hostile_table_of_libreoffice_is_one_clear_line(name: str, tmp_path: Path) -> None:
    parts, message = HOSTILE_ODS[name]
    with pytest.raises(TableError, match=message):
        read_workbook(ods(tmp_path / "a.ods", **parts))


def test_a_table_of_libreoffice_made_by_hand_is_read(tmp_path: Path) -> None:
    """Else the tests above could be refused for anything."""
    [sheet], _ = read_workbook(ods(tmp_path / "a.ods"))
    assert [list(row) for row in sheet.rows] == [[Cell("Titel"), Cell("Datum")]]


def test_what_is_repeated_without_end_ends(tmp_path: Path) -> None:
    """A style that comes from itself, cells that span everything, and the million empty rows that every table of LibreOffice ends with."""
    styles = '<style:style style:family="table-cell" style:name="a" style:parent-style-name="b"/><style:style style:family="table-cell" style:name="b" style:parent-style-name="a"/>'
    wide = CELL.format(more=' table:style-name="a" table:number-rows-spanned="1000000000" table:number-columns-spanned="1000000000"', text="Titel")
    empty = '<table:table-row table:number-rows-repeated="1048000" table:visibility="collapse"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    columns = '<table:table-column table:number-columns-repeated="1000"/>' * 20_000
    [sheet], _ = read_workbook(ods(tmp_path / "a.ods", f"{columns}<table:table-row>{wide}{CELL.format(more='', text='Datum')}</table:table-row>{empty}", styles))
    assert list(sheet.rows[0])[:2] == [Cell("Titel"), Cell("Datum")]
    assert len(sheet.hidden) <= 1000
