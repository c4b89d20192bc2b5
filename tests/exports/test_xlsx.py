"""The workbook: text in every cell, headings that stay in view, the same bytes each time."""

from __future__ import annotations

import io
import zipfile

import openpyxl

from ikw.exports.xlsx import workbook

ROW = {"id": "fest", "title": "Fest", "when": "14.9.2025", "venue.postcode": "01067", "markdown": "Text\nund mehr", "digest": "abc"}


def sheet_of(*rows: dict[str, str]) -> object:
    return openpyxl.load_workbook(io.BytesIO(workbook("Programm 2025", rows))).active


def test_cells_stand_below_their_headings() -> None:
    sheet = sheet_of(ROW)
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [  # type: ignore[attr-defined]
        ["Kennung", "Titel", "Wann", "Ort", "Veranstalter", "Kategorie", "Zielgruppe", "Sprachen", "Kosten", "Anmeldung", "Ort: PLZ",
         "Beschreibung (Markdown)", "Prüfsumme"],
        ["fest", "Fest", "14.9.2025", None, None, None, None, None, None, None, "01067", "Text\nund mehr", "abc"],
    ]


def test_no_cell_is_a_formula() -> None:
    """Whatever it begins with, and whoever edits it: a cell is text."""
    evil = ["=HYPERLINK(\"https://example.org\")", "+1+1", "-1", "@SUMME(A1)", "\t=1", "=cmd|' /C calc'!A0", "14.9.", "01067", "1E5"]
    sheet = sheet_of(*({**ROW, "title": title} for title in evil))
    cells = [row[1] for row in sheet.iter_rows(min_row=2)]  # type: ignore[attr-defined]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in cells] == [(title, "s", "@") for title in evil]
    assert [cell.quotePrefix for cell in cells] == [True] * 6 + [False] * 3
    with zipfile.ZipFile(io.BytesIO(workbook("x", [{**ROW, "title": title} for title in evil]))) as file:
        assert b"<f" not in file.read("xl/worksheets/sheet1.xml").replace(b"<formatCode", b"")


def test_headings_and_titles_stay_in_view() -> None:
    sheet = sheet_of(ROW)
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("C2", "A1:M2", "$1:$1")  # type: ignore[attr-defined]
    assert sheet["A1"].font.bold  # type: ignore[index]


def test_columns_are_as_wide_as_their_words() -> None:
    sheet = sheet_of({**ROW, "title": "x" * 500, "cost": "8 €"})
    widths = {sheet.cell(1, n).value: sheet.column_dimensions[openpyxl.utils.get_column_letter(n)].width for n in (1, 2, 3, 9, 12)}  # type: ignore[attr-defined]
    assert widths == {"Kennung": 10, "Titel": 40, "Wann": 11, "Kosten": 10, "Beschreibung (Markdown)": 80}
    assert sheet.row_dimensions[2].height == 75  # type: ignore[attr-defined]
    assert sheet.column_dimensions["M"].hidden  # type: ignore[attr-defined]


def test_the_same_rows_are_the_same_bytes() -> None:
    assert workbook("Programm", [ROW]) == workbook("Programm", [ROW])


def test_a_name_that_no_sheet_may_have() -> None:
    assert sheet_of.__call__(ROW) is not None
    assert openpyxl.load_workbook(io.BytesIO(workbook("a/b:c*?" + "x" * 50, []))).sheetnames == ["a b c  " + "x" * 24]
