"""Tables as offices make them: every row is right, a draft that says why, or named; none is silently wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from ikw.cli import main
from importers.making import events, run, table
from importers.offices import OFFICES
from importers.understood import understood

Capture = pytest.CaptureFixture[str]
# Title, time, place and status as they are understood; behind „?“, the words that nobody could read.
EXPECTED: dict[str, list[str]] = {
    "county.xlsx": [
        "Fest am Fluss | 2025-09-14 12:00–16:00 | name: Flussgarten, street: Uferweg 3, postcode: 01067, town: Musterstadt, municipality: musterstadt",
        "Filmabend | 2025-09-17 19:30 | stadthalle",
        "Filmabend 2 | tba | stadthalle ? when: 45918, 19:30",
        "Gesprächsrunde „Ankommen“ | 2025-09-15 18:00–20:00 | stadthalle",
        "Kochkurs für alle | tba | rathaus ? when: 18:30",
        "Konzert | 2025-09-18 19:00 | stadthalle ? status: durchgestrichen",
        "Lesung | 2025-09-19 19:30 | name: Bücherei (1. OG)",
        "Spieletag | tba | stadthalle ? when: Sa./So., 10-17 Uhr",
        "Tanztee | tba | stadthalle ? when: 20.9. 21.9., 15 Uhr",
    ],
    "weeks.xlsx": [
        "Abschluss | tba | stadthalle ? when: kein Datum",
        "Café International | 2025-09-16 15:00 | stadthalle",
        "Frühstück | 2025-09-22 09:00 | stadthalle",
        "Markt der Welt | 2025-09-27 10:00–18:00, 2025-09-28 10:00–18:00 | stadthalle",
        "Nacht der Lieder | 2025-09-26 19:30 | stadthalle",
        "Offene Bühne | 2025-09-15 19:30 | rathaus",
        "Tanz der Kulturen | 2025-09-15 18:00–20:00 | stadthalle",
        "Vorlesen | 2025-09-15 16:00, 2025-09-17 16:00 | stadthalle",
        "Vortrag | tba | stadthalle ? when: 17.09.2025 18:30, Di 16.9.",
        "Werkstatt | " + ", ".join(f"2025-09-{day} 14:00–16:00" for day in range(15, 20)) + " | stadthalle",
    ],
    "parish.csv": [
        "Ausstellung „Wege“ | " + ", ".join(f"2025-09-{day} 10:00–18:00" for day in range(14, 29)) + " | rathaus",
        "Chorprobe | tba | rathaus ? when: Mi 18.9. 19 Uhr",
        "Friedensgebet | 2025-09-15 18:00 | rathaus",
        "Gottesdienst der Kulturen | 2025-09-14 10:00 | stadthalle",
        "Kirchencafé | tba | rathaus ? when: Di. + Do., 15-17 Uhr",
        "Nachtwanderung | 2025-09-19 21:00–01:00 | rathaus",
        "Orgelführung | 2025-09-20 11:00 | rathaus",
        "Orgelkonzert | 2025-09-27 17:00 | rathaus | cancelled",
        "Sprechstunde | tba | rathaus ? when: dienstags 14 Uhr",
    ],
    "library.ods": [
        "Autorengespräch | 2025-09-17 | stadthalle ? when.time: 18 Uhr 19 Uhr",
        "Bilderbuchkino | 2025-09-15 10:00 | stadthalle",
        "Nachgespräch | tba | stadthalle ? when: 20 Uhr",
        "Schreibwerkstatt | 2025-09-16 17:00 | stadthalle ? status: durchgestrichen",
        "Vorlesen | 2025-09-15 16:00 | stadthalle",
    ],
    "town.csv": [
        "Chorfest | tba | stadthalle ? when: 31.9.2025, 18 Uhr",
        "Foto-Ausstellung | 2025-09-14–2025-09-28 | rathaus",
        "Nacht der Trommeln | 2025-09-19 21:00–02:00 | stadthalle",
        "Nähkurs | 2025-09-23 18:00 |  | is: cancelled, note: weil krank",
        "Sprachcafé | 2025-09-15 15:30–17:00 | stadthalle",
        "Wochenend-Werkstatt | tba | stadthalle ? when: 26.9.2025, 10:00, 28.9.2025, 16:00",
    ],
}
REMARKS = {
    "county.xlsx": [
        "Ausgeblendete Zeilen sind mit übernommen: 13.", "Zeile 16 nicht übernommen, das ist die Summe der Tabelle: „Summe: 9 Veranstaltungen“",
        "Zeile 17 nicht übernommen, das ist eine Anmerkung: „* Änderungen vorbehalten! Anmeldung bitte bis 1.9. an das B…“",
    ],
    "weeks.xlsx": ["Blatt „Adressen“: keine Überschriften gefunden, nichts übernommen."],
    "parish.csv": ["Zeile 13 nicht übernommen, das ist die Summe der Tabelle: „Gesamt: 9“"],
    "library.ods": [], "town.csv": ["Spalte „Zeitstempel“ nicht übernommen (6 Zellen): diese Überschrift kenne ich nicht"],
}


def lines_of(path: Path) -> str:
    """Return what a written file says, on one line."""
    found = understood(path, "2025-09-14", "2025-09-28")
    line = " | ".join((found["Titel"], found["when"], found["venue"], *filter(None, [found["status"]])))
    return f"{line} ? {found['words']}" if found["words"] else line


@pytest.mark.parametrize("name", OFFICES)
def test_every_row_is_right_or_says_what_is_wrong(name: str, project: Path, capsys: Capture) -> None:
    OFFICES[name](project / name)
    status, said = run(capsys, "import", name)
    assert status == 0
    written = [project / f"events/2025/{one}.md" for one in events(project)]
    assert sorted(map(lines_of, written)) == sorted(EXPECTED[name])
    remarks = [line for line in said.splitlines() if line.startswith(("Ausgeblendete", "Zeile 1", "Blatt", "Spalte"))]
    assert remarks == REMARKS[name]
    capsys.readouterr()
    assert main(["check"]) == 0


def test_links_stand_where_they_belong(project: Path, capsys: Capture) -> None:
    for name in ("county.xlsx", "library.ods"):
        OFFICES[name](project / name)
        run(capsys, "import", name)
    found = events(project)
    assert "links:\n  - {title: Gesprächsrunde „Ankommen“, url: https://example.org/ankommen}\n" in found["gespraechsrunde-ankommen"]
    assert "registration: {url: https://example.org/anmelden, note: hier anmelden}\n" in found["bilderbuchkino"]
    assert "buero@example.org" not in "".join(found.values())


def test_a_row_struck_through_later_is_told_and_does_not_change_what_is_published(project: Path, capsys: Capture) -> None:
    """Only the strike is new: the row says the same words, and yet another thing."""
    import openpyxl  # noqa: PLC0415 -- slow import
    from openpyxl.styles import Font  # noqa: PLC0415 -- slow import

    book = openpyxl.Workbook()
    book.active.append(["Titel", "Datum", "Ort"])
    book.active.append(["Fest", "14.9.2025", "Stadthalle"])
    book.save(project / "a.xlsx")
    run(capsys, "import", "a.xlsx")
    for cell in book.active[2]:
        cell.font = Font(strike=True)
    book.save(project / "a.xlsx")
    status, said = run(capsys, "import", "a.xlsx")
    assert (status, "abgewiesen" in said, "Die Zeile ist durchgestrichen." in said) == (1, True, True)
    path = project / "events/2025/fest.md"
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\nroom: Saal\n", 1), encoding="utf-8")
    assert "Die Zeile ist durchgestrichen." in run(capsys, "import", "a.xlsx")[1]


def test_the_same_event_twice_is_told(project: Path, capsys: Capture) -> None:
    rows = [("Kochabend", "14.9.2025", "18 Uhr", "Stadthalle", "Verein Eins"), ("Kochabend", "14.9.2025", "18 Uhr", "Stadthalle", "Kulturhaus")]
    _, said = run(capsys, "import", table(project / "a.csv", *rows))
    assert said.count("Das sieht aus wie Zeile 2: derselbe Titel, derselbe Tag.") == 1


def test_sheets_are_told_in_their_order(project: Path, capsys: Capture) -> None:
    import openpyxl  # noqa: PLC0415 -- slow import

    book = openpyxl.Workbook()
    book.active.title = "Zuerst"
    for sheet, before in ((book.active, 3), (book.create_sheet("Danach"), 0)):
        for row in [*([[]] * before), ["Titel", "Datum"], [f"Fest {sheet.title}", "14.9.2025"]]:
            sheet.append(row)
    book.save(project / "a.xlsx")
    said = run(capsys, "import", "a.xlsx")[1]
    assert [line.split()[0] for line in said.splitlines() if "neu " in line] == ["Zuerst,", "Danach,"]
