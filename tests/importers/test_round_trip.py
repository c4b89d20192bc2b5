"""The spreadsheet for the coordinator: everything goes out, and comes back unchanged; what is edited in it changes just that.

`EVENTS` together use every field of the table. A new field makes `test_every_field_is_on_the_round_trip` fail until one has it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
import pytest

from ikw.cells.meaning import differing
from ikw.fields import EVENT, Field
from ikw.source import Value, read_event, value_of
from importers.making import last_line, run

Capture = pytest.CaptureFixture[str]

EVENTS = {
    "alles": """---
# Quelle: https://example.org/zeitung
title: '=SUMME(A1): "Alles" #1'
subtitle: "@home, mit Komma; und Semikolon"
summary: +49 Gründe
when:
  - {on: Sa 20.09.2025, time: "14–16 Uhr, 18 Uhr", venue: rathaus, room: Saal 2, note: mit Musik, key: auftakt}
  - {on: 21.9., status: {is: moved, note: kurz, since: 1.9., was: {when: 22.9., venue: [rathaus, stadthalle]}}}
  - {on: 14.–19.9., hours: {mo-fr: 9–17}}
hours:
  mo, mi: 9–12 und 14–17
  sa: 10–13
venue:
  name: Altes Kino
  street: Weg 1
  postcode: 01067
  town: Musterstadt
  municipality: musterstadt
  lat: 50.868
  lon: 9,707
  access: [wheelchair-partly, toilet]
  access_note: Klingel links
  url: https://example.org/kino
room: 2.01
meeting_point: -am Brunnen
online_url: https://example.org/live
organisers: [verein-eins, "Chor A, B", Chor C]
partners: [Frauen und Männer e. V.]
funders: [kulturhaus]
category: musik
audience: [families, professionals]
age: 6–12
languages: [de, uk, gsg, de-simple]
interpreting: [ar]
access: [hearing-loop, easy-language]
access_note: Rampe hinten
cost: {regular: 8 €, reduced: "5,50", note: mit Brot}
registration: {until: 12.9. 18 Uhr, phone: 06621 00 00 00, email: a@example.org, url: https://example.org/, places: 20, note: bald}
contact: {name: Büro, phone: 06621 00 00 00, email: b@example.org, url: https://example.org/b, consent: true}
bring: ja
food: "nein danke: Brot"
childcare: ja
schedule:
  - {time: 12–12.15, title: Trommeln}
  - {time: 12.15 Uhr, title: "Tanz: Teil 2"}
status: {is: changed, note: später, since: 1.9.2025, was: {when: [20.9. 13 Uhr, 21.9.], venue: stadthalle}}
image: bild.jpg
image_alt: Menschen am Tisch
image_credit: "Foto: Ada"
links:
  - {title: Verein, url: https://example.org/}
  - {title: "Noch: einer", url: https://example.org/2}
highlight: ja
example: nein
series: alles
---
Ein *Text* mit **Auszeichnung**.

- eins
- zwei

=1+1
""",
    "einfach": "---\ntitle: Konzert\nwhen: So 14.09.2025, 9.30–11.30 Uhr\nvenue: stadthalle\ncost: free\nregistration: required\nstatus: cancelled\n---\n",
    "entwurf": "---\ntitle: Später\nwhen: tba\nvenue: online\ncost: donation\nregistration: nein\ndraft: ja\nunread: {when: 'irgendwann: bald', cost: viel}\n---\n",
    "route": "---\ntitle: Weg\nwhen: [20.9., 21.9. 18 Uhr]\nvenue: [rathaus, stadthalle]\ncost: '8'\naudience: families\nage: 14+\n---\nText\n",
    "zahl": "---\ntitle: 1984\nwhen: 2025-09-14\ncost: {regular: 3 €}\nvenue: {name: {de: Haus, uk: Дім}}\nregistration: {note: Abendkasse}\n---\n",
}


@pytest.fixture
def programme(project: Path) -> Path:
    """A programme whose events use every field."""
    shutil.copy(Path(__file__).resolve().parents[2] / "events/2025/hof-auf.jpg", project / "events/2025/bild.jpg")
    for name, text in EVENTS.items():
        (project / f"events/2025/{name}.md").write_text(text, encoding="utf-8")
    return project


def values(project: Path, name: str) -> tuple[dict[str, Value], str]:
    record, problems = read_event(project / "events", f"2025/{name}.md")
    assert record is not None
    assert [problem for problem in problems if problem.is_error] == []
    found = value_of(record.fields)
    assert isinstance(found, dict)
    return found, record.body.strip()


def paths(fields: Iterable[Field], above: str = "") -> Iterator[str]:
    """Yield every field of the table, and every part of a group."""
    for field in fields:
        yield f"{above}{field.name}"
        yield from paths(field.fields, f"{above}{field.name}.")


def used(value: Value, above: str) -> Iterator[str]:
    """Yield every field that a value uses."""
    yield above
    if isinstance(value, list):
        for item in value:
            yield from used(item, above)
    elif isinstance(value, dict):
        for name, child in value.items():
            yield from used(child, f"{above}.{name}" if above else name)


def test_every_field_is_on_the_round_trip(programme: Path) -> None:
    there = {path for name in EVENTS for path in used(values(programme, name)[0], "")}
    assert set(paths(EVENT)) - there == set()


def test_what_goes_out_comes_back_unchanged(programme: Path, capsys: Capture) -> None:
    run(capsys, "export", "xlsx")
    before = {path: path.read_bytes() for path in (programme / "events/2025").iterdir()}
    status, said = run(capsys, "import", "programm-2025.xlsx")
    assert (status, last_line(said)) == (0, "6 Zeilen: 0 neu, 0 aktualisiert, 6 unverändert, 0 Entwürfe, 0 abgewiesen.")
    assert {path: path.read_bytes() for path in (programme / "events/2025").iterdir()} == before


def test_what_goes_out_makes_the_same_programme_elsewhere(programme: Path, capsys: Capture) -> None:
    run(capsys, "export", "xlsx")
    before = {name: values(programme, name) for name in (*EVENTS, "gut")}
    for path in (programme / "events/2025").glob("*.md"):
        path.unlink()
    status, said = run(capsys, "import", "programm-2025.xlsx")
    assert (status, last_line(said)) == (0, "6 Zeilen: 5 neu, 0 aktualisiert, 0 unverändert, 1 Entwurf, 0 abgewiesen.")
    after = {name: values(programme, name) for name in (*EVENTS, "gut")}
    assert {name: (differing(before[name][0], after[name][0]) == [], after[name][1]) for name in before} == {
        name: (True, text) for name, (_, text) in before.items()
    }


def test_the_sample_comes_back_unchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    root = Path(__file__).resolve().parents[2]
    shutil.copytree(root / "events", tmp_path / "events")
    shutil.copy(root / "pelicanconf.py", tmp_path)
    monkeypatch.chdir(tmp_path)
    run(capsys, "export", "xlsx")
    count = len([path for path in (tmp_path / "events/2025").glob("*.md") if "." not in path.stem])
    assert last_line(run(capsys, "import", "programm-2025.xlsx")[1]) == (
        f"{count} Zeilen: 0 neu, 0 aktualisiert, {count} unverändert, 0 Entwürfe, 0 abgewiesen."
    )


def edit(path: Path, **cells: str) -> None:
    """Change cells of the row whose id is `alles`, by their headings."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    headings = [cell.value for cell in sheet[1]]
    [row] = [row for row in sheet.iter_rows(min_row=2) if row[0].value == "alles"]
    for heading, text in cells.items():
        row[headings.index(heading.replace("_", " "))].value = text or None
    book.save(path)


def test_what_is_edited_in_it_changes_just_that(programme: Path, capsys: Capture) -> None:
    """Also in a file that people wrote by hand: its comments, and all that nobody touched, stay byte for byte."""
    run(capsys, "export", "xlsx")
    edit(programme / "programm-2025.xlsx", Raum="3.02", Alter="", Kategorie="Feste", Untertitel="Neu: anders")
    status, said = run(capsys, "import", "programm-2025.xlsx")
    assert (status, last_line(said)) == (0, "6 Zeilen: 0 neu, 1 aktualisiert, 5 unverändert, 0 Entwürfe, 0 abgewiesen.")
    expected = EVENTS["alles"]
    for old, new in (
        ("room: 2.01\n", "room: 3.02\n"), ("age: 6–12\n", ""), ("category: musik\n", "category: fest\n"),
        ('subtitle: "@home, mit Komma; und Semikolon"\n', 'subtitle: "Neu: anders"\n'),
    ):
        expected = expected.replace(old, new)
    assert (programme / "events/2025/alles.md").read_text(encoding="utf-8") == expected


def test_whoever_was_faster_wins(programme: Path, capsys: Capture) -> None:
    """The file was changed after the spreadsheet went out: nothing is overwritten, and it is said what differs."""
    run(capsys, "export", "xlsx")
    edit(programme / "programm-2025.xlsx", Raum="3.02")
    path = programme / "events/2025/alles.md"
    path.write_text(EVENTS["alles"].replace("room: 2.01", "room: 4.03"), encoding="utf-8")
    status, said = run(capsys, "import", "programm-2025.xlsx")
    assert (status, "alles.md ist geändert worden, seit die Tabelle ausgegeben wurde; anders sind: room." in said) == (1, True)
    assert "room: 4.03" in path.read_text(encoding="utf-8")


def test_a_slip_in_it_leaves_the_event_as_it_is(programme: Path, capsys: Capture) -> None:
    run(capsys, "export", "xlsx")
    edit(programme / "programm-2025.xlsx", Wann="33.9.2025")
    status, said = run(capsys, "import", "programm-2025.xlsx")
    assert (status, "„33.9.2025“ ist kein Datum." in said) == (1, True)
    assert "In dieser Zeile stimmt etwas nicht; alles.md bleibt, wie es ist." in said
    assert "ist geändert worden" not in said
    assert (programme / "events/2025/alles.md").read_text(encoding="utf-8") == EVENTS["alles"]


def test_a_cell_that_was_cleared_is_named_itself(programme: Path, capsys: Capture) -> None:
    run(capsys, "export", "xlsx")
    edit(programme / "programm-2025.xlsx", Wann="")
    status, said = run(capsys, "import", "programm-2025.xlsx")
    assert (status, "when: Diese Angabe fehlt." in said, "title: " in said) == (1, True, False)


def test_a_row_that_is_added_is_a_new_event(programme: Path, capsys: Capture) -> None:
    run(capsys, "export", "xlsx")
    book = openpyxl.load_workbook(programme / "programm-2025.xlsx")
    book.active.append([None, "Ganz neu", "14.9. 18 Uhr", "Stadthalle"])
    book.save(programme / "programm-2025.xlsx")
    assert last_line(run(capsys, "import", "programm-2025.xlsx")[1]) == "7 Zeilen: 1 neu, 0 aktualisiert, 6 unverändert, 0 Entwürfe, 0 abgewiesen."
    assert "title: Ganz neu\n" in (programme / "events/2025/ganz-neu.md").read_text(encoding="utf-8")


def test_a_contact_without_consent_does_not_go_out(programme: Path, capsys: Capture) -> None:
    path = programme / "events/2025/alles.md"
    path.write_text(EVENTS["alles"].replace("consent: true", "consent: nein"), encoding="utf-8")
    _, said = run(capsys, "export", "xlsx")
    assert "2025/alles.md: Der Kontakt steht nicht in der Tabelle, denn die Person hat nicht zugestimmt." in said
    sheet = openpyxl.load_workbook(programme / "programm-2025.xlsx").active
    assert [cell.value for row in sheet.iter_rows() for cell in row if cell.value and "b@example.org" in str(cell.value)] == []


def test_a_spreadsheet_that_somebody_worked_on_is_not_overwritten(programme: Path, capsys: Capture) -> None:
    run(capsys, "export", "xlsx")
    assert run(capsys, "export", "xlsx")[0] == 0  # the same bytes again
    edit(programme / "programm-2025.xlsx", Raum="3.02")
    status, said = run(capsys, "export", "xlsx")
    assert (status, said) == (2, (
        "programm-2025.xlsx: Die Datei gibt es schon, und sie ist anders. Vielleicht hat jemand darin gearbeitet: "
        "Nennen Sie eine andere mit --output, oder löschen Sie diese.\n"
    ))
