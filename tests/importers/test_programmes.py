"""Real programmes, typed as an office types them: every record right or a draft with its reason, none silently wrong.

`programmes/<place>/programme.csv` are facts of real weeks with their sources, the times as they were published; `expected.csv` is
what somebody who reads them understands. Each becomes a table in every format, with headings of its own, and is imported.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from ikw.cli import main
from importers.sheets import WRITERS
from importers.understood import understood

FOLDER = Path(__file__).parent / "programmes"
SETTINGS = 'SITENAME = "Woche"\nCALENDAR_HOST = "woche.example"\nLANGUAGES = {"de": {"name": "Deutsch"}}\n'
# Headings as people write them, in an order of their own; left out: the year, and where the facts are from.
HEADINGS = {
    "excel.csv": ("Titel", "Datum", "Uhrzeit", "Ort", "Veranstalter", "Eintritt", "Zielgruppe", "Anmeldung", "Sprachen"),
    "utf8.csv": ("Name der Veranstaltung *", "Date", "Time", "Location", "Organizer", "Price", "Audience", "Registration", "Language"),
    "tabs.txt": ("Veranstaltungstitel", "Tag", "Zeit", "Veranstaltungsort", "Veranstalter*in", "Kosten", "Für wen?", "Anmeldung erforderlich?", "Sprache(n)"),
    "book.xlsx": ("TITEL", "Datum (TT.MM.JJJJ)", "Uhrzeit\n(von – bis)", "Wo?", "Wer lädt ein?", "Eintritt in €", "Zielgruppen", "Anmeldung", "Sprache der Veranstaltung"),
    "table.ods": ("Veranstaltung", "Wann", "Uhrzeiten", "Ort der Veranstaltung", "Veranstalter/innen", "Eintritt / Kosten", "Zielgruppe", "anmelden", "Veranstaltungssprache"),
}
ORDERS = {
    "excel.csv": range(9), "utf8.csv": (1, 2, 0, 3, 4, 5, 6, 7, 8), "tabs.txt": (8, 7, 6, 5, 4, 3, 2, 1, 0),
    "book.xlsx": (3, 0, 1, 2, 8, 4, 7, 6, 5), "table.ods": (0, 4, 3, 1, 2, 5, 8, 6, 7),
}


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


EDITIONS = read(FOLDER / "editions.csv")


def project(folder: Path, programme: str) -> Path:
    """Make a project with what is known of a place, and an edition for each of its years."""
    for path in (FOLDER / programme).glob("*.yaml"):
        (folder / "events").mkdir(exist_ok=True, parents=True)
        shutil.copy(path, folder / "events" / path.name)
    for one in EDITIONS:
        if one["programme"] == programme:
            path = folder / "events" / one["year"] / "edition.yaml"
            path.parent.mkdir()
            path.write_text(f"title: Woche\nfrom: {one['from']}\nto: {one['to']}\n", encoding="utf-8")
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return folder


@pytest.mark.parametrize("programme", ["greifswald", "hersfeld-rotenburg", "schaumburg"])
@pytest.mark.parametrize("name", WRITERS)
def test_every_record_is_right_or_a_draft_with_its_reason(
    name: str, programme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project(tmp_path, programme))
    rows = read(FOLDER / programme / "programme.csv")
    expected = read(FOLDER / programme / "expected.csv")
    columns = list(rows[0])[1:10]
    for sheet in dict.fromkeys(row["Blatt"] for row in rows):
        table = [[row[columns[place]] for place in ORDERS[name]] for row in rows if row["Blatt"] == sheet]
        WRITERS[name](tmp_path / f"{sheet}-{name}", [[HEADINGS[name][place] for place in ORDERS[name]], *table])
        assert main(["import", f"{sheet}-{name}", "--edition", sheet[:4]]) == 0
    found = [
        understood(path, edition["from"], edition["to"])
        for edition in EDITIONS if edition["programme"] == programme
        for path in sorted((tmp_path / "events" / edition["year"]).glob("*.md"))
    ]
    for row in expected:
        row["Blatt"] = row["Blatt"][:4]
    for one in found:
        del one["status"], one["words"]

    def order(row: Mapping[str, str]) -> tuple[str, ...]:
        return row["Blatt"], row["Titel"], row["when"]

    assert sorted(found, key=order) == sorted(expected, key=order)
    capsys.readouterr()
    assert main(["check"]) == 0


def test_only_what_no_field_can_hold_is_a_draft() -> None:
    """No day, a time in words of its own, a group of people or a language that has no code: twelve records of 84."""
    rows = [row for programme in ("greifswald", "hersfeld-rotenburg", "schaumburg") for row in read(FOLDER / programme / "expected.csv")]
    assert len(rows) == 84
    assert [(row["Titel"], row["ungelesen"]) for row in rows if row["Ergebnis"] == "Entwurf"] == [
        ("Markt der Möglichkeiten", "when"),  # anschließend
        ("Aktionstag für Kinder und Jugendliche", "when"),  # no date at all
        ("Mehrsprachiger interkultureller Gottesdienst der „GreifBar“", "languages"),  # mehrsprachig
        ("Eröffnung mit Theater „Die Mittelmeer-Monologe“", "audience"),  # mit parallelem Kinderangebot
        ("Ausstellung „Miteinander leben in Rotenburg“", "when"),  # zu den Öffnungszeiten
        ("Mehrsprachiger Vorlesenachmittag (ukrainisch/deutsch)", "audience"),  # Familien mit Kindern im Kita-Alter
        ("Mehrsprachiger Vorlesenachmittag (arabisch/deutsch)", "audience"),
        ("Auftaktveranstaltung der Interkulturellen Wochen", "when"),  # September 2023
        ("Auftaktveranstaltung mit Begrüßung in zehn Sprachen", "when languages"),  # September 2022; 10 languages
        ('Ausstellung "Schön ist auch anderswo - Reiseimpressionen"', "when"),  # on 103 days from 11 o'clock
        ('Ausstellung "Erinnern und Zukunftdenken"', "when"),  # täglich von 10 bis 15 Uhr; Eröffnung 15 Uhr
        ("Eröffnung: moderierte Gesprächsrunde", "audience"),  # Jugendliche und Erwachsene
    ]
