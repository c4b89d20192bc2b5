"""Offices: tables as offices make them, in the worst of their ways; every name in them is invented.

What a program writes by itself (numbers for days, 1904, runs of struck letters) is written here as that program would.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import A, P, Span
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from importers.sheets import text_of


def county(path: Path) -> None:
    """Two rows of headings, merged; a serial number for a date; colours, a struck row, a link, a sum and notes at the end."""
    book = openpyxl.Workbook()
    sheet = book.active
    head: list[list[object]] = [
        ["Interkulturelle Woche 2025 – Veranstaltungsübersicht"], ["Stand: 12.08.2025, Büro, Zi. 203"], [],
        ["Nr.", "Veranstaltung", "Termin", None, None, "Ort", None, None, None, "Kontakt", None, "Kosten"],
        [None, None, "Datum", "Beginn", "Ende", "Einrichtung", "Straße", "PLZ", "Ort", "Name", "Telefon", "Eintritt"],
    ]
    rows: list[list[object]] = [
        [1, "Fest am Fluss", dt.date(2025, 9, 14), dt.time(12), dt.time(16), "Flussgarten", "Uferweg 3", 1067, "Musterstadt", "Büro", 49662112345, "frei"],
        [2, "Gesprächsrunde „Ankommen“", dt.date(2025, 9, 15), "18 Uhr", "20 Uhr", "Stadthalle", None, None, "Musterstadt", None, None, "kostenlos"],
        [3, "Kochkurs\nfür alle", None, dt.time(18, 30), None, "Altes Rathaus", "Markt 1", "01067", "Musterstadt", None, None, 8.5],
        [4, "Filmabend", "Mi 17.9.", 0.8125, None, "Stadthalle", None, None, None, None, None, "5 €"],
        [5, "Filmabend 2", 45918, 0.8125, None, "Stadthalle", None, None, None, None, None, "5 €"],
        [6, "Konzert", dt.date(2025, 9, 18), dt.time(19), None, "Stadthalle", None, None, None, None, None, None],
        [None] * 12,
        [7, "Lesung", "19.09.2025", "ab 19.30", None, "Bücherei\n(1. OG)", None, None, None, None, None, "Spende"],
        [8, "Spieletag", "Sa./So.", "10-17 Uhr", None, "Stadthalle", None, None, None, None, None, None],
        [9, "Tanztee", CellRichText(TextBlock(InlineFont(strike=True), "20.9."), " 21.9."), "15 Uhr", None, "Stadthalle", None, None, None, None, None, None],
        [None, "Summe: 9 Veranstaltungen"],
        ["* Änderungen vorbehalten! Anmeldung bitte bis 1.9. an das Büro."],
    ]
    for row in head + rows:
        sheet.append(row)
    for area in ("A1:L1", "A2:L2", "A4:A5", "B4:B5", "C4:E4", "F4:I4", "J4:K4", "A17:L17"):
        sheet.merge_cells(area)
    for cell in sheet[11]:
        cell.font = Font(strike=True)
    for cell in sheet[8]:
        cell.fill = PatternFill("solid", fgColor="FFFF00")
    sheet["B7"].hyperlink = "https://example.org/ankommen"
    sheet["K6"].hyperlink = "mailto:buero@example.org"
    sheet.row_dimensions[13].hidden = True
    book.save(path)


def weeks(path: Path) -> None:
    """The days counted from 1904, a sheet per week, a row per day above its events, a sheet of addresses."""
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    first, second, third = book.active, book.create_sheet("2. Woche"), book.create_sheet("Adressen")
    first.title = "1. Woche"
    for row in (
        ["Uhrzeit", None, "Was?", None, "Wo?", "Wer lädt ein?"], ["Montag, 15. September 2025"],
        ["18 - 20 Uhr", None, "Tanz der Kulturen", None, "Stadthalle", "Verein Eins"], ["ab 19.30", None, "Offene Bühne", None, "Altes Rathaus", "Kulturhaus"],
        ["Di 16.9."], [dt.time(15), None, "Café International", None, "Stadthalle", "Verein Eins, Kulturhaus"],
        [dt.datetime.fromisoformat("2025-09-17 18:30"), None, "Vortrag", None, "Stadthalle", "Verein Eins"],
    ):
        first.append(row)
    first.merge_cells("A2:F2")
    for row in (
        ["Datum", "Uhrzeit", "Titel", "Ort", "Veranstalter"],
        [dt.date(2025, 9, 22), dt.time(9), "Frühstück", "Stadthalle", "Kulturhaus"],
        ["15.09.-19.09. täglich", "14-16 Uhr", "Werkstatt", "Stadthalle", "Kulturhaus"],
        ["Mo 15.9. + Mi 17.9.", "16 Uhr", "Vorlesen", "Stadthalle", "Kulturhaus"],
        [dt.datetime.fromisoformat("2025-09-26 19:30"), None, "Nacht der Lieder", "Stadthalle", "Kulturhaus"],
        ["27.09.2025 / 28.09.2025", "10:00 - 18:00", "Markt der Welt", "Stadthalle", "Kulturhaus"],
        [None, None, "Abschluss", "Stadthalle", "Kulturhaus"],
    ):
        second.append(row)
    third.append(["Name", "Telefon"])
    third.append(["Büro", "0123 456"])
    book.save(path)


def parish(path: Path) -> None:
    """Windows-1252 with semicolons and line ends in quotes, as an old Excel writes; abbreviations, a sum."""
    rows = [
        ["Pfarramt Musterstadt"], ["Titel", "Wann", "Ort", "Veranstalter", "Kosten", "Ansprechpartner/Telefon", "Beschreibung"],
        ["Gottesdienst\nder Kulturen", "So, 14. September, 10.00 Uhr", "Stadthalle", "Verein Eins", "frei", "Büro 0123/456", "Mit Musik.\n\nDanach Kaffee – „bitte“ Kuchen mitbringen."],
        ["Friedensgebet", "Mo. 15.9. 18:00 Uhr", "Altes Rathaus", "", "-"], ["Kirchencafé", "Di. + Do., 15-17 Uhr", "Altes Rathaus", "", "2,50 €"],
        ["Orgelführung", "Sa 20.9. um 11 h", "Altes Rathaus", "", "Spende erbeten"], ["Nachtwanderung", "Fr 19.9. 21 Uhr bis Sa 20.9. 1 Uhr", "Altes Rathaus"],
        ["Ausstellung „Wege“", "14.-28.9. tägl. 10-18 Uhr", "Altes Rathaus"], ["Chorprobe", "Mi 18.9. 19 Uhr", "Altes Rathaus"],
        ["Sprechstunde", "dienstags 14 Uhr", "Altes Rathaus"], ["Abgesagt: Orgelkonzert", "Sa 27.9. 17 Uhr", "Altes Rathaus"], [], ["Gesamt: 9"],
    ]
    path.write_bytes(text_of([[*row, *[""] * (7 - len(row))] for row in rows], ";").encode("cp1252"))


def library(path: Path) -> None:
    """A table of LibreOffice: a day merged downwards, a link on words, a struck row, a word struck in a cell, rows repeated."""
    document = OpenDocumentSpreadsheet()
    struck_cell, struck_words = Style(name="ce9", family="table-cell"), Style(name="T1", family="text")
    for style in (struck_cell, struck_words):
        style.addElement(TextProperties(textlinethroughstyle="solid"))
        document.automaticstyles.addElement(style)
    table = Table(name="Bücherei")

    def add(*cells: str | TableCell | CoveredTableCell, style: Style | None = None, **how: object) -> None:
        row = TableRow(**how)
        for cell in cells:
            if isinstance(cell, str):
                made = TableCell(valuetype="string", **({"stylename": style} if style and cell else {}))
                if cell:
                    made.addElement(P(text=cell))
                cell = made
            row.addElement(cell)
        table.addElement(row)

    add("Datum", "Uhrzeit", "Titel", "Anmeldung", "Ort")
    day = TableCell(valuetype="date", datevalue="2025-09-15", numberrowsspanned=2)
    day.addElement(P(text="15.09.25"))
    linked = TableCell(valuetype="string")
    words = P()
    words.addElement(A(href="https://example.org/anmelden", text="hier anmelden"))
    linked.addElement(words)
    add(day, "10 Uhr", "Bilderbuchkino", linked, "Stadthalle")
    add(CoveredTableCell(), "16 Uhr", "Vorlesen", "", "Stadthalle")
    add("", "", "", "", "", numberrowsrepeated=3)
    add("16.9.2025", "17 Uhr", "Schreibwerkstatt", "", "Stadthalle", style=struck_cell)
    part = TableCell(valuetype="string")
    words = P()
    words.addElement(Span(stylename=struck_words, text="18 Uhr"))
    words.addText(" 19 Uhr")
    part.addElement(words)
    add("17.9.2025", part, "Autorengespräch", "", "Stadthalle")
    add("", "20 Uhr", "Nachgespräch", "", "Stadthalle")
    document.spreadsheet.addElement(table)
    document.save(str(path))


def town(path: Path) -> None:
    """What a web form collected, saved as CSV: two rows of headings without merges, every answer typed in its own way."""
    rows = [
        ["", "Veranstaltung", "", "Beginn", "", "Ende", "", "Veranstaltungsort", "", "Veranstalter", "Status"],
        ["Zeitstempel", "Titel", "Kurzbeschreibung", "Datum", "Uhrzeit", "Datum", "Uhrzeit", "Name", "Straße", "Name", ""],
        ["01.07.2025 09:12", "Sprachcafé", "Reden bei Tee.", "Montag, den 15.09.2025", "15.30", "", "17.00 Uhr", "Stadthalle", "", "Verein Eins e.V.", ""],
        ["02.07.2025 10:00", "Nacht der Trommeln", "", "19.9.25", "21:00", "20.9.25", "02:00", "Stadthalle", "", "Kulturhaus", ""],
        ["03.07.2025 11:30", "Foto-Ausstellung", "", "14.09.2025", "", "28.09.2025", "", "Altes Rathaus", "Markt 1", "Kulturhaus", ""],
        ["04.07.2025 12:00", "Nähkurs", "", "2025-09-23", "18 h", "", "", "folgt", "", "Kulturhaus", "fällt aus, weil krank"],
        ["05.07.2025 11:00", "Wochenend-Werkstatt", "", "26.9.2025", "10:00", "28.9.2025", "16:00", "Stadthalle", "", "Kulturhaus", ""],
        ["05.07.2025 12:00", "Chorfest", "", "31.9.2025", "18 Uhr", "", "", "Stadthalle", "", "Kulturhaus", ""],
    ]
    path.write_text(text_of(rows, ","), encoding="utf-8")


OFFICES = {"county.xlsx": county, "weeks.xlsx": weeks, "parish.csv": parish, "library.ods": library, "town.csv": town}

