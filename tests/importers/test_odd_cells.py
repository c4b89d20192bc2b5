"""Cells as offices fill them: each is read right, or is a draft that says which words nobody could read; none is silently wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from importers.making import events, run, table
from importers.sheets import text_of

Capture = pytest.CaptureFixture[str]

# What stands in a column `Uhrzeit` beside the 14 September, and `when` of the file; None: a draft with just these words.
TIMES: dict[str, str | None] = {
    "18.30 h": "18.30 Uhr", "18.30-20.00h": "18.30-20.00h", "20.15h": "20.15 Uhr", "18:30:00 Uhr": "18.30 Uhr", "19 Uhr s.t.": "19 Uhr", "18,30": "18.30 Uhr",
    "18-20": "18-20", "9.00 und 11.00 Uhr": "9.00 und 11.00 Uhr", "18:00 - open end": "18 Uhr", "6 PM": "6 PM", "6:30 p.m.": "6:30 p.m.", "24:00": "24 Uhr",
    "Vormittags": "Vormittags",
    **dict.fromkeys((
        "19 Uhr c.t.", "ab ca. 18h", "ca. 18 Uhr", "n.V.", "nach Vereinbarung", "s. Homepage", "siehe Flyer", "jeden Di", "1x monatlich", "18°°", "1830", "18 uhr 30",
        "abends ab 19", "19.00 Uhr (Einlass 18.30 Uhr)", "10-12/14-16 Uhr", "18.00 Uhr bis ca. 20.00 Uhr", "17–?", "halb acht", "18,20 Uhr", "7–9 pm", "12 am",
    )),
}
# What stands in a column `Datum` beside 18 Uhr.
DATES: dict[str, str | None] = {
    "So 14.9.": "So 14.9.", "14.9.2025-16.9.2025": "14.9.2025-16.9.2025", "14./15.9.25": "14./15.9.25", "14. u. 15.09.": "14. u. 15.09.", "14.–16. Sept.": "14.–16. Sept.",
    "14.09.-28.09. tägl. außer Mo": "14.09.-28.09. täglich außer Mo", "14.9./21.9./28.9.": "14.9./21.9./28.9.", "vom 14. bis 16.9.": "vom 14. bis 16.9.",
    **dict.fromkeys((
        "jeden Di", "1x monatlich", "immer dienstags", "ab 14.9. jeden Montag", "Mo-Fr", "Sonntag", "Sept. 2025", "KW 38", "3. So im September", "n.V.", "laufend", "ganzjährig",
        "2025/09/14", "09/14/2025", "14-Sep-25", "14.9 .", "14.9.2025 od. 15.9.2025", "14.09.2025 (Ausweichtermin 21.09.2025)", "14.09.2025 ff.",
    )),
}


@pytest.mark.parametrize(("cells", "column"), [(TIMES, 2), (DATES, 1)], ids=["times", "dates"])
def test_a_cell_is_read_right_or_its_words_are_kept(cells: dict[str, str | None], column: int, project: Path, capsys: Capture) -> None:
    rows = []
    for number, words in enumerate(cells):
        row = [f"Fest {chr(97 + number // 26)}{chr(97 + number % 26)}", "14.9.2025", "18 Uhr", "Stadthalle", "Verein Eins"]
        row[column] = words
        rows.append(row)
    run(capsys, "import", table(project / "a.csv", *rows))
    found = {file.splitlines()[1].removeprefix("title: "): file for file in events(project).values()}
    for row, (words, when) in zip(rows, cells.items(), strict=True):
        file = " ".join(found[row[0]].replace("|", "").split())
        pair = (f"14.9.2025, {when}" if column == 2 else f"{when}, 18 Uhr") if when else f"14.9.2025, {words}" if column == 2 else f"{words}, 18 Uhr"
        assert (f" when: {pair} venue:" in file, "when: tba" in file) == (bool(when), not when), file
        assert ("unread: " in file and pair in file.partition("unread: ")[2]) == (not when), file
    assert run(capsys, "check")[0] == 0


def test_a_time_and_an_end_in_two_columns(project: Path, capsys: Capture) -> None:
    path = table(project / "a.csv", ("Fest", "14.9.2025", "18.30", "20:00", "Stadthalle"), headings=("Titel", "Datum", "Uhrzeit", "Ende", "Ort"))
    run(capsys, "import", path)
    assert "when: 14.9.2025, 18.30–20 Uhr\n" in events(project)["fest"]


def test_midnight_is_asked_about(project: Path, capsys: Capture) -> None:
    _, said = run(capsys, "import", table(project / "a.csv", ("Fest", "14.9.2025", "00:00", "Stadthalle", ""), ("Chor", "14.9.2025", "20–2 Uhr", "Stadthalle", "")))
    assert said.count("mitten in der Nacht") == said.count("when: Das beginnt um 00:00 Uhr, mitten in der Nacht.") == 1


def test_several_events_in_one_row_make_a_draft(project: Path, capsys: Capture) -> None:
    rows = [
        ("Kochen\nTanz", "14.9.2025", "18 Uhr\n20 Uhr", "Stadthalle", ""), ("Chor", "14.9.2025\n15.9.2025", "18 Uhr\n20 Uhr", "Stadthalle\nAltes Rathaus", ""),
        ("Werkstatt\nfür alle", "14.9.2025", "18 Uhr", "Stadthalle", ""), ("Malen", "14.9.2025\n15.9.2025", "18 Uhr\n20 Uhr", "Mensa\nMarkt 1, 36251 Musterstadt", ""),
        ("Lesen", "14.9.2025\n15.9.2025", "18 Uhr", "Stadthalle", ""),
    ]
    run(capsys, "import", table(project / "a.csv", *rows))
    found = events(project)
    assert "unread: {title: Kochen / Tanz}\n" in found["kochen-tanz"]
    assert "venue" not in found["chor"].partition("unread:")[0]
    assert "unread: {venue: Stadthalle / Altes Rathaus}\n" in found["chor"]
    assert all("unread" not in found[one] for one in ("werkstatt-fuer-alle", "malen", "lesen"))
    assert run(capsys, "check")[0] == 0


@pytest.mark.parametrize("row", [
    ("Summe", "", "", "18", ""), ("12 Veranstaltungen", "", "", "", ""), ("Gesamt", "", "", "", "7"),
])
def test_a_sum_is_no_event(row: tuple[str, ...], project: Path, capsys: Capture) -> None:
    _, said = run(capsys, "import", table(project / "a.csv", ("Fest", "14.9.2025", "18 Uhr", "Stadthalle", ""), row))
    assert (list(events(project)), "das ist die Summe der Tabelle" in said) == (["fest"], True)


def test_a_formula_that_was_saved_as_text_is_no_title(project: Path, capsys: Capture) -> None:
    _, said = run(capsys, "import", table(project / "a.csv", ('=HYPERLINK("https://example.org";"Fest")', "14.9.2025", "18 Uhr", '=A1&"x"', "=SUMME(B1)")))
    assert "title: Das Ergebnis dieser Formel ist nicht gespeichert." in said
    [file] = events(project).values()
    assert "draft: ja\n" in file
    assert "organisers: =SUMME(B1)" in file.partition("unread:")[2]


@pytest.mark.parametrize(("words", "encoding"), [
    *((word, "mac_roman") for word in ("Öffnung", "Äpfel", "Übung", "Straße", "Café Größe", "Fest für alle", "öffnen")), ("Größe", "cp850"), ("Fest", "utf-16-le"),
])
def test_letters_of_other_machines_are_refused_and_never_kept(words: str, encoding: str, project: Path, capsys: Capture) -> None:
    path = project / "a.csv"
    path.write_bytes(text_of([["Titel", "Datum", "Ort"], [words, "14.9.2025", "Stadthalle"]], ";").replace("\n", "\r").encode(encoding))
    status, said = run(capsys, "import", path)
    assert (status, "Speichern Sie die Tabelle als „CSV UTF-8“" in said, events(project)) == (2, True, {})


@pytest.mark.parametrize(("words", "encoding", "sign"), [
    ("Größe …und mehr", "cp1252", ";"), ("…und mehr", "utf-8", ";"), ("Café", "utf-8-sig", ";"), ("Größe", "utf-16", "\t"), ("Kosten 5 €", "cp1252", ";"),
])
def test_letters_of_excel_are_read(words: str, encoding: str, sign: str, project: Path, capsys: Capture) -> None:
    path = project / "a.csv"
    path.write_bytes(text_of([["Titel", "Datum", "Ort"], [words, "14.9.2025", "Stadthalle"]], sign).replace("\n", "\r").encode(encoding))
    run(capsys, "import", path)
    assert [file.splitlines()[1] for file in events(project).values()] == [f"title: {words}"]


def test_hidden_columns_are_named(project: Path, capsys: Capture) -> None:
    import openpyxl  # noqa: PLC0415 -- slow import
    from odf.opendocument import OpenDocumentSpreadsheet  # noqa: PLC0415 -- slow import
    from odf.table import Table, TableCell, TableColumn, TableRow  # noqa: PLC0415 -- slow import
    from odf.text import P  # noqa: PLC0415 -- slow import

    rows = [["Titel", "Datum", "Raum", "Intern"], ["Fest", "14.9.2025", "Saal", "x"]]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for letter in "CD":
        book.active.column_dimensions[letter].hidden = True
    book.save(project / "a.xlsx")
    document, sheet = OpenDocumentSpreadsheet(), Table(name="a")
    for many, how in ((2, {}), (2, {"visibility": "collapse"})):
        sheet.addElement(TableColumn(numbercolumnsrepeated=many, **how))
    for row in rows:
        line = TableRow()
        for text in row:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=text))
            line.addElement(cell)
        sheet.addElement(line)
    document.spreadsheet.addElement(sheet)
    document.save(str(project / "b.ods"))
    for name in ("a.xlsx", "b.ods"):
        assert "Ausgeblendete Spalten sind mit übernommen: „Raum“.\n" in run(capsys, "import", name)[1]


def test_dates_and_times_as_excel_keeps_them(project: Path, capsys: Capture) -> None:
    """Days as days, numbers of days, parts of a day, durations, texts of a database: right, or a draft."""
    import openpyxl  # noqa: PLC0415 -- slow import

    cells: list[tuple[object, object, str]] = [
        (dt.date(2025, 9, 14), dt.time(18, 30), "when: 14.09.2025, 18.30 Uhr"), (dt.datetime.fromisoformat("2025-09-16 19:15"), None, "when: 16.09.2025 19:15"),
        (dt.date(2025, 9, 18), dt.datetime.fromisoformat("1899-12-30 19:00"), "when: 18.09.2025, 19 Uhr"), (dt.date(2025, 9, 18), dt.timedelta(hours=19, minutes=30), "when: 18.09.2025, 19.30 Uhr"),
        (dt.date(2025, 9, 18), 0.75, "when: 18.09.2025, 18 Uhr"), ("2025-09-19 00:00:00", "19:00:00", "when: 2025-09-19, 19 Uhr"),
        (45915, 0.75, "when: 45915, 18:00"), (dt.date(2025, 9, 17), 18.3, "when: 17.09.2025, 18.3"), (dt.date(2025, 9, 18), 1830, "when: 18.09.2025, 1830"),
        (20250919, dt.time(18), "when: 20250919, 18:00"), (14.9, dt.time(18), "when: 14.9, 18:00"), (True, dt.time(18), "when: ja, 18:00"),
        (dt.datetime.fromisoformat("2025-09-18 17:00"), dt.time(19), "when: 18.09.2025 17:00, 19:00"), (dt.date(2035, 9, 19), dt.time(18), "when: 19.09.2035, 18:00"),
    ]
    book = openpyxl.Workbook()
    for row in (["Programm"], [], ["Titel", "Datum", "Uhrzeit", "Ort"], *([f"Fest {chr(97 + number)}", day, time, "Stadthalle"] for number, (day, time, _) in enumerate(cells))):
        book.active.append(row)
    book.active.merge_cells("A1:D1")
    book.save(project / "a.xlsx")
    run(capsys, "import", "a.xlsx")
    found = events(project)
    for number, (_, _, when) in enumerate(cells):
        file = found[f"fest-{chr(97 + number)}"]
        assert when in file, file
        assert ("unread" in file) == (number > 5), file
