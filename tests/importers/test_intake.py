"""What becomes of a row: new, updated, unchanged, draft, refused. Hand-written words are never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.making import ROW, events, last_line, run, table

Capture = pytest.CaptureFixture[str]
OTHER = ("Kochen", "15.9.2025", "17 Uhr", "Altes Rathaus", "Kulturhaus")


def sums(new: int = 0, updated: int = 0, unchanged: int = 0, drafts: int = 0, refused: int = 0) -> str:
    rows = new + updated + unchanged + drafts + refused
    return (
        f"{rows} {'Zeile' if rows == 1 else 'Zeilen'}: {new} neu, {updated} aktualisiert, {unchanged} unverändert, "
        f"{drafts} {'Entwurf' if drafts == 1 else 'Entwürfe'}, {refused} abgewiesen."
    )


def test_a_row_becomes_a_file_as_a_person_would_write_it(project: Path, capsys: Capture) -> None:
    status, said = run(capsys, "import", table(project / "a.csv", ROW))
    assert (status, last_line(said)) == (0, sums(new=1))
    assert events(project) == {"fest-der-lieder": (
        "---\ntitle: Fest der Lieder\nwhen: 14.9.2025, 18–20 Uhr\nvenue: stadthalle\norganisers: [verein-eins]\n---\n"
    )}
    assert run(capsys, "check") == (0, (
        "events/2025/fest-der-lieder.md:1: Warnung: category: Die Kategorie fehlt; es gilt „Sonstiges“.\n"
        "    Ergänzen Sie: category: …\n2 Veranstaltungen geprüft: keine Fehler, 1 Warnung.\n"
    ))


def test_the_same_table_again_changes_nothing(project: Path, capsys: Capture) -> None:
    path = table(project / "a.csv", ROW, OTHER)
    run(capsys, "import", path)
    before = {file: file.read_bytes() for file in (project / "events/2025").iterdir()}
    assert last_line(run(capsys, "import", path)[1]) == sums(unchanged=2)
    assert {file: file.read_bytes() for file in (project / "events/2025").iterdir()} == before


@pytest.mark.parametrize("headings", [("Uhrzeit", "Ort", "Titel", "Veranstalter", "Datum")])
def test_columns_in_another_order_say_the_same(project: Path, capsys: Capture, headings: tuple[str, ...]) -> None:
    run(capsys, "import", table(project / "a.csv", ROW))
    again = table(project / "a.csv", (ROW[2], ROW[3], ROW[0], ROW[4], ROW[1]), headings=headings)
    assert last_line(run(capsys, "import", again)[1]) == sums(unchanged=1)


def test_a_changed_row_changes_its_file(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", ROW, OTHER))
    changed = (*ROW[:2], "19 Uhr", *ROW[3:])
    assert last_line(run(capsys, "import", table(project / "a.csv", OTHER, changed))[1]) == sums(updated=1, unchanged=1)
    assert "when: 14.9.2025, 19 Uhr\n" in events(project)["fest-der-lieder"]


def test_a_new_title_keeps_the_event_where_time_place_and_group_are_the_same(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", ROW))
    assert last_line(run(capsys, "import", table(project / "a.csv", ("Liederfest", *ROW[1:])))[1]) == sums(updated=1)
    assert list(events(project)) == ["fest-der-lieder"]
    assert "title: Liederfest\n" in events(project)["fest-der-lieder"]


def test_a_file_changed_by_hand_is_never_overwritten(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", ROW))
    path = project / "events/2025/fest-der-lieder.md"
    path.write_text(path.read_text(encoding="utf-8").replace("when:", "room: Saal 1\nwhen:"), encoding="utf-8")
    mine = path.read_bytes()
    # the row as it was: nothing to tell
    status, said = run(capsys, "import", table(project / "a.csv", ROW))
    assert (status, last_line(said), path.read_bytes()) == (0, sums(unchanged=1), mine)
    assert "von Hand geändert seit dem Import, und bleibt so" in said
    # the row is another one now, too: a person must decide
    status, said = run(capsys, "import", table(project / "a.csv", (*ROW[:2], "19 Uhr", *ROW[3:])))
    assert (status, last_line(said), path.read_bytes()) == (1, sums(refused=1), mine)
    assert "fest-der-lieder.md ist seit dem Import von Hand geändert worden, und die Zeile ist auch eine andere: when, room." in said


def test_a_deleted_event_does_not_come_back(project: Path, capsys: Capture) -> None:
    path = table(project / "a.csv", ROW)
    run(capsys, "import", path)
    (project / "events/2025/fest-der-lieder.md").unlink()
    status, said = run(capsys, "import", path)
    assert (status, last_line(said), events(project)) == (1, sums(refused=1), {})
    assert "Soll sie wiederkommen, löschen Sie ihre Zeile in import.yaml." in said


def test_an_event_written_by_hand_is_not_imported_again(project: Path, capsys: Capture) -> None:
    row = ("Konzert am Morgen", "20.9.2025", "11 Uhr", "Stadthalle", "Kulturhaus")
    before = (project / "events/2025/gut.md").read_bytes()
    status, said = run(capsys, "import", table(project / "a.csv", row))
    assert (status, last_line(said), events(project)) == (1, sums(refused=1), {})
    assert "Die Veranstaltung steht schon in gut.md und ist dort von Hand geschrieben; anders sind: when, category, text." in said
    assert (project / "events/2025/gut.md").read_bytes() == before


def test_two_rows_of_one_title_get_two_files(project: Path, capsys: Capture) -> None:
    later = (*ROW[:2], "21 Uhr", *ROW[3:])
    assert last_line(run(capsys, "import", table(project / "a.csv", ROW, later))[1]) == sums(new=2)
    assert list(events(project)) == ["fest-der-lieder", "fest-der-lieder-2"]
    # both change: which is which, nobody can tell
    both = ((*ROW[:2], "17 Uhr", *ROW[3:]), (*ROW[:2], "20 Uhr", *ROW[3:]))
    status, said = run(capsys, "import", table(project / "a.csv", *both))
    assert (status, last_line(said)) == (1, sums(refused=2))
    assert "es ist nicht sicher, welche welche ist: fest-der-lieder.md, fest-der-lieder-2.md." in said
    # one changes: the other is known
    assert last_line(run(capsys, "import", table(project / "a.csv", ROW, both[1]))[1]) == sums(updated=1, unchanged=1)


def test_a_row_that_stands_twice_is_taken_once(project: Path, capsys: Capture) -> None:
    status, said = run(capsys, "import", table(project / "a.csv", ROW, OTHER, ROW))
    assert (status, last_line(said)) == (1, sums(new=2, refused=1))
    assert "Dasselbe steht schon in Zeile 2." in said


def test_a_table_under_another_name_is_the_same_table(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "programm.csv", ROW, OTHER))
    changed = (*ROW[:2], "19 Uhr", *ROW[3:])
    assert last_line(run(capsys, "import", table(project / "programm (2).csv", changed, OTHER))[1]) == sums(updated=1, unchanged=1)


def test_another_table_is_not_that_table(project: Path, capsys: Capture) -> None:
    """Two towns open their weeks under the same title: that is two events."""
    run(capsys, "import", table(project / "bebra.csv", ("Eröffnung", "14.9.2025", "12 Uhr", "Markt", "Stadt Bebra")))
    assert last_line(run(capsys, "import", table(project / "alheim.csv", ("Eröffnung", "15.9.2025", "13 Uhr", "Hof", "Alheim")))[1]) == sums(new=1)
    assert list(events(project)) == ["eroeffnung", "eroeffnung-2"]


def test_rows_that_are_gone_are_named(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", ROW, OTHER))
    said = run(capsys, "import", table(project / "a.csv", ROW))[1]
    assert "Nicht mehr in dieser Vorlage, aber im Programm (nichts wird gelöscht):\n  2025/kochen.md\n" in said
    assert list(events(project)) == ["fest-der-lieder", "kochen"]


def test_a_dry_run_writes_nothing(project: Path, capsys: Capture) -> None:
    said = run(capsys, "import", table(project / "a.csv", ROW), "--dry-run")[1]
    assert last_line(said) == f"{sums(new=1)} Nur zur Probe: nichts ist geschrieben."
    assert (events(project), (project / "events/2025/import.yaml").exists()) == ({}, False)


def test_what_cannot_be_read_is_a_draft_with_its_words(project: Path, capsys: Capture) -> None:
    row = ("Fest", "14.9.2025", "anschließend", "Stadthalle", "Verein Eins")
    status, said = run(capsys, "import", table(project / "a.csv", row))
    assert (status, last_line(said)) == (0, sums(drafts=1))
    assert events(project)["fest"] == (
        "---\ntitle: Fest\nwhen: tba\nvenue: stadthalle\norganisers: [verein-eins]\nunread:\n  when: 14.9.2025, anschließend\n---\n"
    )
    assert "when: „anschließend“ gehört nicht in diese Angabe." in said
    assert run(capsys, "check")[0] == 0


def test_a_row_that_can_no_longer_be_read_leaves_its_file(project: Path, capsys: Capture) -> None:
    """An event that is in the programme does not vanish because of a slip in a table."""
    run(capsys, "import", table(project / "a.csv", ROW))
    before = events(project)
    status, said = run(capsys, "import", table(project / "a.csv", (ROW[0], "33.9.2025", *ROW[2:])))
    assert (status, last_line(said), events(project)) == (1, sums(refused=1), before)
    assert "In dieser Zeile stimmt etwas nicht; fest-der-lieder.md bleibt, wie es ist." in said
    assert "„33.9.2025“ ist kein Datum." in said


def test_a_draft_is_mended_by_its_row(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", (ROW[0], "33.9.2025", *ROW[2:])))
    assert last_line(run(capsys, "import", table(project / "a.csv", ROW))[1]) == sums(updated=1)
    assert "unread" not in events(project)["fest-der-lieder"]


def test_a_place_that_becomes_known_is_taken(project: Path, capsys: Capture) -> None:
    path = table(project / "a.csv", (*ROW[:3], "Café Muster, Musterstadt", ROW[4]))
    run(capsys, "import", path)
    assert "venue: {name: Café Muster, town: Musterstadt, municipality: musterstadt}\n" in events(project)["fest-der-lieder"]
    with (project / "events/venues.yaml").open("a", encoding="utf-8") as file:
        file.write("cafe-muster: {name: Café Muster, town: Musterstadt, municipality: musterstadt}\n")
    assert last_line(run(capsys, "import", path)[1]) == sums(updated=1)
    assert "venue: cafe-muster\n" in events(project)["fest-der-lieder"]


def test_an_import_that_was_cut_off_is_taken_up_again(project: Path, capsys: Capture) -> None:
    path = table(project / "a.csv", ROW)
    run(capsys, "import", path)
    (project / "events/2025/import.yaml").unlink()
    assert last_line(run(capsys, "import", path)[1]) == sums(unchanged=1)
    assert list(events(project)) == ["fest-der-lieder"]


def test_ids_are_readable_and_have_no_date(project: Path, capsys: Capture) -> None:
    titles = (
        "Größtes Straßenfest – Çay & Şiir", "Tag der Moschee 03.10.2025", "Category", "Свято", "3. Sporttag", "Ein sehr langer Titel " * 6,
    )
    run(capsys, "import", table(project / "a.csv", *((title, f"{15 + n}.9.2025", *ROW[2:]) for n, title in enumerate(titles))))
    assert sorted(events(project)) == [
        "3-sporttag", "category-fest", "ein-sehr-langer-titel-ein-sehr-langer-titel-ein-sehr-langer", "groesstes-strassenfest-cay-siir",
        "tag-der-moschee", "veranstaltung",
    ]
    assert run(capsys, "check")[0] == 0


def test_a_broken_ledger_stops_the_import_and_no_build(project: Path, capsys: Capture) -> None:
    (project / "events/2025/import.yaml").write_text("fest: {source: a, key: b}\n", encoding="utf-8")
    status, said = run(capsys, "import", table(project / "a.csv", ROW))
    assert (status, said.splitlines()[0].partition(": ")[0]) == (2, "events/2025/import.yaml:1")
    status, said = run(capsys, "check")
    assert (status, "events/2025/import.yaml:1: Warnung: fest.row: Diese Angabe fehlt." in said) == (0, True)


def test_other_editions_are_told(project: Path, capsys: Capture) -> None:
    status, said = run(capsys, "import", table(project / "a.csv", ROW), "--edition", "2031")
    assert (status, said) == (2, (
        "events/2031: Diese Ausgabe gibt es nicht. Legen Sie 2031/edition.yaml an (title, from, to). Es gibt: 2025.\n"
    ))


# Words under headings that nobody knows

ASIDE = ("Titel", "Datum", "Uhrzeit", "Ort", "Veranstalter", "Technik")


def test_what_nobody_can_place_is_told_row_by_row_and_stands_in_no_file(project: Path, capsys: Capture) -> None:
    """The event is right without it, so it is no draft; and what it is about a public file must not have: people, telephones."""
    _, said = run(capsys, "import", table(project / "a.csv", (*ROW, "zwei Mikrofone, Frau Muster, 0171 000"), (*OTHER, ""), headings=ASIDE))
    assert last_line(said) == sums(new=2)
    assert said.count("Nicht übernommen: ") == said.count("    Nicht übernommen: Technik: zwei Mikrofone, Frau Muster, 0171 000\n") == 1
    assert all("Muster" not in path.read_text(encoding="utf-8") for path in (project / "events/2025").iterdir())


def test_it_is_told_again_only_where_it_has_changed(project: Path, capsys: Capture) -> None:
    rows = [[(*ROW, words)] for words in ("zwei Mikrofone", "zwei Mikrofone", "drei Mikrofone", "drei Mikrofone", "")]
    told = []
    for row in rows:
        _, said = run(capsys, "import", table(project / "a.csv", *row, headings=ASIDE))
        told.append((last_line(said), "Nicht übernommen: " in said))
    assert told == [(sums(new=1), True), (sums(unchanged=1), False), (sums(unchanged=1), True), (sums(unchanged=1), False), (sums(unchanged=1), False)]


def test_so_it_is_beside_a_file_that_somebody_has_changed(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", (*ROW, "eins"), headings=ASIDE))
    path = project / "events/2025/fest-der-lieder.md"
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", "---\nroom: Saal\n", 1), encoding="utf-8")
    for words, is_told in (("eins", False), ("zwei", True), ("zwei", False)):
        _, said = run(capsys, "import", table(project / "a.csv", (*ROW, words), headings=ASIDE))
        assert (last_line(said), "Nicht übernommen: Technik: zwei" in said) == (sums(unchanged=1), is_told)


@pytest.mark.parametrize(("heading", "words", "unread"), [
    ("Bemerkungen", "fällt leider aus!", "Bemerkungen: fällt leider aus!"), ("Verschoben auf", "21.9.", "Verschoben auf: 21.9."),
    ("Intern", "Achtung, neuer Ort: Mensa", "Intern: Achtung, neuer Ort: Mensa"), ("fällt aus?", "x", "fällt aus?: x"),
    ("fällt aus?", "nein", ""), ("Verschoben auf", "-", ""), ("Technik", "neue Anlage", ""),
])
def test_what_sounds_like_a_change_makes_a_draft(project: Path, capsys: Capture, heading: str, words: str, unread: str) -> None:
    _, said = run(capsys, "import", table(project / "a.csv", (*ROW, words), headings=(*ASIDE[:5], heading)))
    found = events(project)["fest-der-lieder"]
    assert last_line(said) == (sums(drafts=1) if unread else sums(new=1))
    assert found.partition("unread: ")[2] == (f'{{status: "{unread}"}}\n---\n' if unread else "")
    assert run(capsys, "check")[0] == 0


def test_where_the_status_is_said_nothing_is_in_doubt(project: Path, capsys: Capture) -> None:
    path = table(project / "a.csv", (*ROW, "abgesagt", "abgesagt, weil krank"), headings=(*ASIDE[:5], "Status", "Intern"))
    assert last_line(run(capsys, "import", path)[1]) == sums(new=1)


def test_numbers_of_rows_are_no_names_of_events(project: Path, capsys: Capture) -> None:
    run(capsys, "import", table(project / "a.csv", ("7", *ROW), headings=("ID", *ASIDE[:5])))
    assert list(events(project)) == ["fest-der-lieder"]
