"""Sheets become rows: the headings are found, cells that a program changed are not trusted, nothing is left out in silence."""

from __future__ import annotations

import pytest

from ikw.importers.sheets import Cell, Row, Sheet, Table, TableError
from ikw.importers.tables import table_of
from records import SPAN

HEAD = ("Titel", "Datum", "Uhrzeit", "Ort")


def cells(*row: str | Cell) -> list[Cell]:
    return [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]


def read(*rows: tuple[str | Cell, ...], name: str = "", merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()) -> Table:
    return table_of([Sheet(name, [cells(*row) for row in rows], 1, merged)], SPAN)


def words(table: Table) -> list[dict[str, str]]:
    return [dict(row.words) for row in table.rows]


def test_headings_are_found_wherever_they_stand() -> None:
    table = read(("Programm 2025",), (), ("", *HEAD), ("", "Fest", "14.9.", "18 Uhr", "Halle"), ("",), ("", "Kochen", "15.9."))
    assert table.rows == [
        Row(4, "", {"title": "Fest", "when.on": "14.9.", "when.time": "18 Uhr", "venue": "Halle"}),
        Row(6, "", {"title": "Kochen", "when.on": "15.9."}),
    ]
    assert (table.refused, table.remarks) == ([], [])


def test_a_table_without_headings_is_refused() -> None:
    with pytest.raises(TableError, match="Überschriften"):
        read(("Fest", "14.9.", "18 Uhr"))


def test_columns_that_nobody_knows_are_named() -> None:
    table = read((*HEAD, "Budget", "Name", "Veranstaller", "Nr.", "leer"), ("Fest", "14.9.", "", "", "100", "x", "Chor", "1", ""))
    assert table.remarks == [
        "Spalte „Budget“ nicht übernommen (1 Zelle): diese Überschrift kenne ich nicht",
        "Spalte „Name“ nicht übernommen (1 Zelle): sie steht zweimal da",
        "Spalte „Veranstaller“ nicht übernommen (1 Zelle): meinten Sie „veranstalter“?",
        "Was in diesen Spalten steht, ist bei jeder Zeile genannt und kommt in keine Datei: Es können Angaben über Personen sein. "
        "Gehört es ins Programm, geben Sie der Spalte eine bekannte Überschrift, zum Beispiel „Beschreibung“, und übernehmen Sie die Tabelle noch einmal.",
    ]
    assert table.rows[0].aside == (("Budget", "100"), ("Name", "x"), ("Veranstaller", "Chor"))


def test_what_says_nothing_more_is_not_told_of_each_row() -> None:
    """Words that stand elsewhere in the row, numbers of rows, and when somebody has filled in a form."""
    table = read((*HEAD, "Uhrzeit", "Zeitstempel", "", "Nr."), ("Fest", "14.9.", "18 Uhr", "Halle", "18 Uhr", "1.7.2025 9:12", "Fest", "1"), ("Chor", "15.9.", "", "", "", "", "?"))
    assert [row.aside for row in table.rows] == [(), (("ohne Überschrift", "?"),)]
    assert [remark.partition(" (")[0] for remark in table.remarks[:-1]] == [
        "Spalte „Uhrzeit“ nicht übernommen", "Spalte „Zeitstempel“ nicht übernommen", "Spalte „ohne Überschrift“ nicht übernommen",
    ]


def test_what_a_program_of_forms_writes_beside_the_answers_is_of_no_event() -> None:
    head = ("ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Titel", "Datum", "Uhrzeit")
    table = read(head, ("1", "01.07.2025 09:12", "01.07.2025 09:20", "a@example.org", "Büro", "Fest", "14.9.", "18 Uhr"))
    assert (words(table), table.rows[0].aside) == (
        [{"title": "Fest", "when.on": "14.9.", "when.time": "18 Uhr"}], (("ID", "1"), ("E-Mail", "a@example.org"), ("Name", "Büro")),
    )


def test_a_column_without_a_heading_beside_the_day_holds_its_times() -> None:
    """Where one heading stood above both, a table has lost it; what is no time there is for the check to name."""
    head = ("Titel", "Wann", "", "Ort")
    table = read(head, ("Fest", "14.9.", "18:00", "Halle"), ("Kochen", "15.9.", "9–12 Uhr"), ("Tanz", "16.9.", "abgesagt"), ("Chor", "17.9.", ""))
    assert [one.get("when.time") for one in words(table)] == ["18:00", "9–12 Uhr", "abgesagt", None]
    assert table.remarks == ["Die Spalte ohne Überschrift neben „Wann“ ist als Uhrzeit gelesen."]


def test_what_one_heading_spans_belongs_to_it() -> None:
    """A title above is no heading of columns that have none."""
    head = ("Titel", "Wann", "", "Wo", "", "", "Wer")
    table = read(("Programm",), head, ("Fest", "14.9.", "18:00", "Halle", "Markt 2", "Bebra", "Chor"), merged=(((1, 1), (1, 2)), ((1, 3), (1, 5))))
    assert words(table) == [{"title": "Fest", "when": "14.9.", "when.time": "18:00", "venue": "Halle\nMarkt 2\nBebra", "organisers": "Chor"}]
    assert table.remarks == ["Die Spalte ohne Überschrift neben „Wann“ ist als Uhrzeit gelesen."]
    apart = read(("Programm",), head, ("Fest", "14.9.", "18:00", "Halle", "Markt 2", "Bebra", "Chor"))
    assert words(apart)[0]["venue"] == "Halle"
    assert len(apart.remarks) == 4


@pytest.mark.parametrize("rows", [
    # numbers, days, words; or there is a column of times
    (("Titel", "Datum", "", "Ort"), ("Fest", "14.9.", "20"), ("Kochen", "15.9.", "12")), (("Titel", "Datum", "", "Ort"), ("Fest", "14.9.", "15.09"), ("Kochen", "15.9.", "28.9.")),
    (("Titel", "Datum", "", "Ort"), ("Fest", "14.9.", "ja"), ("Kochen", "15.9.", "18:00")), (("Titel", "Datum", "", "Uhrzeit"), ("Fest", "14.9.", "18:00", "19 Uhr"),),
    (("Titel", "", "Ort"), ("Fest", "18:00", "Halle")),
])
def test_any_other_column_without_a_heading_is_only_named(rows: tuple[tuple[str, ...], ...]) -> None:
    table = read(*rows)
    assert all("when.time" not in one or one["when.time"] == "19 Uhr" for one in words(table))
    assert [remark.partition(" (")[0] for remark in table.remarks[:-1]] == ["Spalte „ohne Überschrift“ nicht übernommen"]


def test_rows_that_cannot_be_events_are_refused() -> None:
    table = read(HEAD, ("", "14.9.", "18 Uhr", "Halle"), ("Fest", "14.9.", "18 Uhr", "Halle", "Hof"))
    assert [(row.number, wrong.message) for row, wrong in table.refused] == [
        (2, "Der Titel fehlt."), (3, "Die Zeile hat mehr Zellen als die Zeile mit den Überschriften."),
    ]
    assert table.rows == []


def test_a_heading_row_in_the_middle_is_no_event() -> None:
    assert words(read(HEAD, ("A", "14.9."), HEAD, ("B", "15.9."))) == [
        {"title": "A", "when.on": "14.9."}, {"title": "B", "when.on": "15.9."},
    ]


def test_a_row_with_a_day_alone_is_the_day_of_the_rows_below() -> None:
    table = read(("Titel", "Uhrzeit"), ("Sonntag, 14. September",), ("A", "18 Uhr"), ("So 21.9.2025", ""), ("B", "19 Uhr"))
    assert words(table) == [
        {"title": "A", "when.time": "18 Uhr", "when.on": "Sonntag, 14. September"}, {"title": "B", "when.time": "19 Uhr", "when.on": "So 21.9.2025"},
    ]


def test_a_sheet_named_by_a_day_says_when_its_rows_are() -> None:
    assert words(read(("Titel", "Uhrzeit"), ("A", "18 Uhr"), name="14.9.2025")) == [{"title": "A", "when.time": "18 Uhr", "when.on": "14.9.2025"}]


def test_cells_that_are_one_stand_in_each_of_their_rows() -> None:
    table = read(HEAD, ("A", "14.9.", "18 Uhr", ""), ("B", "", "19 Uhr", ""), ("C", "", "20 Uhr", ""), merged=(((1, 1), (2, 1)),))
    assert [row.words.get("when.on") for row in table.rows] == ["14.9.", "14.9.", None]


def test_several_sheets_are_told_apart() -> None:
    sheets = [Sheet("Bebra", [cells(*HEAD), cells("A", "14.9.")]), Sheet("Alheim", [cells(*HEAD), cells("B", "15.9.")]), Sheet("Notizen", [cells("x")])]
    table = table_of(sheets, SPAN)
    assert [row.place for row in table.rows] == ["Bebra, 2", "Alheim, 2"]
    assert table.remarks == ["Blatt „Notizen“: keine Überschriften gefunden, nichts übernommen."]


def test_headings_may_stand_in_two_rows() -> None:
    """The upper says of what, the lower which; a column of a group that says nothing else is the group itself."""
    merged = (((0, 1), (0, 2)), ((0, 3), (0, 5)), ((0, 0), (1, 0)))
    head = [("Titel", "Termin", "", "Ort", "", "", "Veranstalter", ""), ("", "Datum", "Uhrzeit", "Einrichtung", "Straße", "Ort", "Name", "E-Mail")]
    table = read(*head, ("Fest", "14.9.", "18 Uhr", "Halle", "Weg 1", "Bebra", "Chor", "a@example.org"), merged=merged)
    assert words(table) == [{
        "title": "Fest", "when.on": "14.9.", "when.time": "18 Uhr", "venue": "Halle", "venue.street": "Weg 1", "venue.town": "Bebra",
        "organisers": "Chor", "contact.email": "a@example.org",
    }]


def test_a_first_row_is_no_second_row_of_headings() -> None:
    assert words(read(HEAD, ("Ort", "14.9.", "18 Uhr", "Halle"))) == [{"title": "Ort", "when.on": "14.9.", "when.time": "18 Uhr", "venue": "Halle"}]


def test_the_name_of_a_person_is_no_title() -> None:
    assert words(read(("Name", "Veranstaltung", "Datum"), ("Büro", "Fest", "14.9."))) == [{"title": "Fest", "when.on": "14.9."}]


@pytest.mark.parametrize(("row", "why"), [
    (("Summe", "", "", "7"), "das ist die Summe der Tabelle"), (("Gesamt: 7 Termine",), "das ist die Summe der Tabelle"),
    (("* Änderungen vorbehalten",), "das ist eine Anmerkung"), (("", "Gelb markiert: noch offen"), "das ist eine Anmerkung"),
])
def test_sums_and_notes_are_named_and_no_events(row: tuple[str, ...], why: str) -> None:
    table = read((*HEAD, "Kosten"), ("A", "14.9."), row if len(row) < 4 else (*row[:3], "", row[3]))
    assert ([row.words["title"] for row in table.rows], table.refused, len(table.remarks)) == (["A"], [], 1)
    assert f"Zeile 3 nicht übernommen, {why}: „" in table.remarks[0]


@pytest.mark.parametrize("title", ["Gesamtschule feiert", "Gesamt: was uns verbindet", "Hinweise aus dem All"])
def test_what_has_a_day_is_an_event_whatever_it_is_called(title: str) -> None:
    assert [row["title"] for row in words(read(HEAD, (title, "14.9.")))] == [title]


def test_a_day_further_up_is_told_and_not_taken() -> None:
    table = read(HEAD, ("A", "14.9.", "18 Uhr"), ("B", "", "19 Uhr"), ("So 21.9.",), ("C", "", "20 Uhr"))
    assert [(row.words.get("when.on"), row.above) for row in table.rows] == [("14.9.", ""), (None, "14.9."), ("So 21.9.", "")]


CELLS = [
    # a number has lost what it was not
    (Cell("6621123", "number"), "Anmeldung Telefon", "6621123", "Die Telefonnummer ist als Zahl gespeichert; ihr fehlt vielleicht die Null am Anfang."),
    (Cell("1067", "number"), "PLZ", "01067", None), (Cell("36251", "number"), "PLZ", "36251", None), (Cell("1067"), "PLZ", "1067", None),
    (Cell("8.5", "number"), "Eintritt", "8,50", None), (Cell("8", "number"), "Eintritt", "8", None), (Cell("50.868", "number"), "Ort: Breite", "50,868", None),
    (Cell("18.3", "number"), "Uhrzeit", "18.3", None),
    (Cell("#REF!", "error"), "Ort", "#REF!", "In dieser Zelle steht ein Fehler der Tabelle."),
    (Cell("Fr\ufffdhst\ufffdck"), "Untertitel", "Fr\ufffdhst\ufffdck", "Einige Zeichen sind nicht zu lesen."),
    # nobody sees these
    (Cell("Saal\u200b\xa01\u202e"), "Raum", "Saal 1", None),
]


@pytest.mark.parametrize(("cell", "heading", "text", "wrong"), CELLS, ids=[f"{case[0].text} in {case[1]}" for case in CELLS])
def test_a_cell_says_what_it_was_before_a_program_kept_it(cell: Cell, heading: str, text: str, wrong: str | None) -> None:
    [row] = read(("Titel", "Datum", heading), ("Fest", "14.9.", cell)).rows
    [path] = row.words.keys() - {"title", "when.on"}
    assert (row.words[path], row.wrong[path].message if row.wrong else None) == (text, wrong)


def test_a_table_has_so_many_rows_and_no_more() -> None:
    with pytest.raises(TableError, match="30000 Zeilen, möglich sind 20000"):
        read(HEAD, *[("A", "14.9.")] * 30_000)
