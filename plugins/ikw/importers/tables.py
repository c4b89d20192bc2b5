"""Tables: sheets of cells become rows of words by column. Floor 5, pure.

The heading row is found, wherever it stands; what a heading means, `cells.columns` says. A column nobody knows is named, and
so is a row with more cells than headings: its cells may have slipped.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ikw.cells.columns import known_headings, path_of, paths_of
from ikw.problems import N_
from ikw.source import characters
from ikw.source.tree import folded
from ikw.when import Span, read_when

HEADING_WITHIN = 30
# Columns that count the rows say nothing of them.
_COUNTS = ("nr", "lfd-nr", "lfd-nummer", "nummer", "pos", "no")
MOST_ROWS = 20_000
LONGEST_CELL = 32_767


class Cell(NamedTuple):
    """The text of a cell, and what a program kept it as: text, number, date, time, error, or a formula without its value."""

    text: str
    kind: str = "text"


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of cells. `first` is the number of its first row; `merged` are cells that stand for several rows."""

    name: str
    rows: Sequence[Sequence[Cell]]
    first: int = 1
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()


class Wrong(NamedTuple):
    """Why the words of a cell are not taken as they are."""

    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands, its words by the path of their column, and what is wrong with cells as such.

    `key` names it for ever, where its source gives it a name (a calendar's UID).
    """

    number: int
    sheet: str
    words: Mapping[str, str]
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    key: str = ""

    @property
    def place(self) -> str:
        """Return where it stands, for people."""
        return f"{self.sheet}, {self.number}" if self.sheet else str(self.number)


@dataclass(slots=True)
class Table:
    """All rows of a file; headings nobody knows, rows that cannot be read, and other remarks."""

    rows: list[Row] = field(default_factory=list)
    refused: list[tuple[Row, Wrong]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class TableError(Exception):
    """A file that cannot be read as a table; the text is one clear line."""


def table_of(sheets: Iterable[Sheet], span: Span) -> Table:
    """Return the rows of all sheets that have a heading row. Raises TableError where none has one."""
    table = Table()
    without: list[str] = []
    found: list[tuple[Sheet, int]] = []
    for sheet in sheets:
        place = _heading_row(sheet)
        if place is not None:
            found.append((sheet, place))
        elif any(cell.text.strip() for row in sheet.rows for cell in row):
            without.append(sheet.name)
    for sheet, place in found:
        _read_sheet(sheet, place, span, table, name=sheet.name if len(found) > 1 else "")
    if not found:
        raise TableError(N_(
            "In keiner Zeile stehen Überschriften, darunter „Titel“. Schreiben Sie über die Spalten, was darin steht, zum Beispiel: "
            "Titel, Datum, Uhrzeit, Ort, Veranstalter."
        ))
    for name in without:
        table.remarks.append(N_("Blatt „{name}“: keine Überschriften gefunden, nichts übernommen.").format(name=characters.printable(name)))
    return table


def _heading_row(sheet: Sheet) -> int | None:
    """Return the place of the row with the most headings; it has a title and something else."""
    best, place = 0, None
    for number, row in enumerate(sheet.rows[:HEADING_WITHIN]):
        paths = [path for path in (path_of(cell.text) for cell in row if cell.text.strip()) if path]
        if "title" in paths and len(set(paths)) >= 2 and len(paths) > best:
            best, place = len(paths), number
    return place


def _read_sheet(sheet: Sheet, place: int, span: Span, table: Table, name: str) -> None:
    headings = [" ".join(cell.text.split()) for cell in sheet.rows[place]]
    while headings and not headings[-1]:
        headings.pop()
    paths = paths_of(headings)
    rows = _filled(sheet, place)
    _name_unknown(name, headings, paths, rows, table)
    if len(rows) > MOST_ROWS:
        raise TableError(N_("Die Tabelle hat {n} Zeilen, möglich sind {most}. Teilen Sie sie.").format(n=len(rows), most=MOST_ROWS))
    day = _as_day(sheet.name, span)
    for number, cells in rows:
        texts = [cell.text.strip() for cell in cells]
        if not any(texts) or [folded(text) for text in texts[:len(headings)]] == [folded(heading) for heading in headings]:
            continue
        if below := _section(cells, span):
            day = below
            continue
        row = _row(name, number, cells, paths, day)
        if any(texts[len(headings):]):
            table.refused.append((row, Wrong(
                N_("Die Zeile hat mehr Zellen als die Zeile mit den Überschriften."),
                N_("Steht ein Trennzeichen in einem Text ohne Anführungszeichen? Jede Zelle gehört unter ihre Überschrift."),
            )))
        elif not row.words.get("title"):
            table.refused.append((row, Wrong(N_("Der Titel fehlt."), N_("Schreiben Sie, wie die Veranstaltung heißt."))))
        else:
            table.rows.append(row)


def _filled(sheet: Sheet, place: int) -> list[tuple[int, Sequence[Cell]]]:
    """Return the rows below the headings with their numbers; a cell merged downwards stands in each of its rows."""
    rows = [list(row) for row in sheet.rows]
    for (top, left), (bottom, _) in sheet.merged:
        top, bottom = top - (sheet.first - 1), bottom - (sheet.first - 1)
        if top <= place or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1:bottom + 1]:
            if left < len(row) and not row[left].text:
                row[left] = rows[top][left]
    return [(sheet.first + number, row) for number, row in enumerate(rows) if number > place]


def _name_unknown(
    sheet: str, headings: Sequence[str], paths: Sequence[str | None], rows: Sequence[tuple[int, Sequence[Cell]]], table: Table,
) -> None:
    """Name columns that are not taken over; one without any words is not worth a line."""
    where = N_("Blatt „{name}“: ").format(name=characters.printable(sheet)) if sheet else ""
    for place, (heading, path) in enumerate(zip(headings, paths, strict=True)):
        count = sum(1 for _, cells in rows if place < len(cells) and cells[place].text.strip())
        if path or not count or folded(heading) in _COUNTS:
            continue
        name = characters.printable(heading)[:40] or N_("ohne Überschrift")
        if path_of(heading):
            why = N_("sie steht zweimal da")
        elif near := difflib.get_close_matches(folded(heading), known_headings(), 1, 0.8):
            why = N_("meinten Sie „{near}“?").format(near=near[0])
        else:
            why = N_("diese Überschrift kenne ich nicht")
        table.remarks.append(N_("{where}Spalte „{name}“ nicht übernommen ({count}): {why}").format(
            where=where, name=name, count=N_("1 Zelle") if count == 1 else N_("{count} Zellen").format(count=count), why=why,
        ))


def _section(cells: Sequence[Cell], span: Span) -> str:
    """Return the day of a row that holds nothing else: a heading of the rows below it."""
    texts = [cell.text.strip() for cell in cells if cell.text.strip()]
    return _as_day(texts[0], span) if len(set(texts)) == 1 else ""


def _as_day(text: str, span: Span) -> str:
    """Return a text that names one day of the programme."""
    found, _ = read_when(text, span) if any(sign.isdigit() for sign in text) else ((), ())
    return text if len(found) == 1 and not found[0].start and not found[0].words and not found[0].is_range else ""


def _row(sheet: str, number: int, cells: Sequence[Cell], paths: Sequence[str | None], day: str) -> Row:
    words: dict[str, str] = {}
    wrong: dict[str, Wrong] = {}
    for cell, path in zip(cells, paths, strict=False):
        if not path or not cell.text.strip():
            continue
        text, fault = _text(cell, path)
        words[path] = f"{words[path]}\n{text}" if path in words else text
        if fault:
            wrong[path] = fault
    if day and not any(path.split(".")[0].split("#")[0] == "when" and path not in _TIMES for path in words):
        words["when.on"] = day
    return Row(number, sheet, words, wrong)


_TIMES = ("when.time", "when.from", "when.to")


def _text(cell: Cell, path: str) -> tuple[str, Wrong | None]:
    """Return what a cell says, and what is wrong with it where a program may have changed it."""
    text = characters.clean(cell.text.replace("\xa0", " ").replace("\u202f", " "))
    if "\ufffd" in text:
        return text, Wrong(N_("Einige Zeichen sind nicht zu lesen."), N_("Tippen Sie die Stelle neu."))
    if cell.kind == "error":
        return text, Wrong(N_("In dieser Zelle steht ein Fehler der Tabelle."), N_("Berichtigen Sie die Formel."))
    if cell.kind == "formula":
        return text, Wrong(
            N_("Das Ergebnis dieser Formel ist nicht gespeichert."),
            N_("Öffnen Sie die Tabelle in Excel oder LibreOffice, und speichern Sie sie."),
        )
    if len(text) > LONGEST_CELL:
        return text[:LONGEST_CELL], Wrong(N_("Der Text ist zu lang."), N_("Kürzen Sie ihn."))
    if cell.kind == "number":
        return _number(text, path)
    return text, None


def _number(text: str, path: str) -> tuple[str, Wrong | None]:
    """A number loses what it is not: the zero a telephone number begins with, the zero of a postcode, the zero of `18.30`."""
    if path.endswith(".phone"):
        return text, Wrong(
            N_("Die Telefonnummer ist als Zahl gespeichert; ihr fehlt vielleicht die Null am Anfang."),
            N_("Schreiben Sie sie mit ihrer Vorwahl."),
        )
    if path == "venue.postcode" and re.fullmatch(r"\d{4}", text):
        return f"0{text}", None
    if path.split(".")[0].split("#")[0] == "when" or path == "age":
        return text, None
    text = text.replace(".", ",")
    if path.startswith("cost") and re.fullmatch(r"\d+,\d", text):
        text += "0"
    return text, None
