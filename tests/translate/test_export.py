"""The .po that goes out: what stands in it, and that others read it."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import golden
from ikw.translate.catalog import from_po
from ikw.translate.work import read_work
from ikw.translation import fingerprint
from ikw.usage import UsageError
from translate.small import po_of


def test_export_is_a_po(events: Path) -> None:
    golden.check("uk.po", po_of(events))


def test_export_is_the_same_every_time(events: Path) -> None:
    assert po_of(events) == po_of(events)


@pytest.mark.parametrize("lang", ["uk", "ar", "fa", "de-simple", "ti", "so"])
def test_gettext_finds_nothing_wrong(events: Path, tmp_path: Path, lang: str) -> None:
    (tmp_path / "x.po").write_text(po_of(events, lang), encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "--check", "--output-file=-", "x.po"], cwd=tmp_path, capture_output=True, check=False, env={"LC_ALL": "C"},
    )
    # no date: the same events are the same bytes
    said = [line.partition("warning: ")[2] for line in done.stderr.decode().splitlines()]
    assert said == ["header field 'PO-Revision-Date' missing in header"]
    assert done.returncode == 0


def test_babel_reads_it_and_expects_no_format(events: Path) -> None:
    catalog = read_po(BytesIO(po_of(events).encode()), abort_invalid=True)
    assert (catalog.locale_identifier, catalog.num_plurals, len(catalog)) == ("uk", 3, 7)
    assert "python-format" not in po_of(events)


def test_stale_unknown_and_machine_made_entries_are_fuzzy(events: Path) -> None:
    marks = f"source: {{title: {fingerprint('Sommerfest')}, subtitle: 00000000}}"
    (events / "2025/fest.uk.md").write_text(f"---\ntitle: А\nsubtitle: Б\n{marks}\n---\nВ", encoding="utf-8")
    (events / "2025/lesung.uk.md").write_text(f"---\ntitle: Г\nmachine: true\n{marks}\n---\n", encoding="utf-8")
    _, entries = from_po(po_of(events).encode(), "x.po")
    assert [(entry.context, entry.own, entry.is_fuzzy) for entry in entries] == [
        ("2025/fest#title", "А", False), ("2025/fest#subtitle", "Б", True), ("2025/fest#text", "В", True),
        ("2025/lesung#title", "Г", True), ("2025/lesung#summary", "", False), ("2025/edition.yaml#title", "", False),
    ]


def test_a_stale_entry_says_why(events: Path) -> None:
    (events / "2025/fest.uk.md").write_text("---\ntitle: А\nmachine: true\nsource: {title: 00000000}\n---\n", encoding="utf-8")
    assert (
        "#. Titel von „Sommerfest“, höchstens 150 Zeichen\n#. https://ikw.example/2025/fest/\n"
        "#. Veraltet: Der deutsche Text hat sich seit der Übersetzung geändert.\n#. Zu prüfen: Eine Maschine hat übersetzt.\n"
        "#: 2025/fest.md:2\n#, fuzzy\nmsgctxt \"2025/fest#title\"\nmsgid \"Sommerfest\"\nmsgstr \"А\"\n"
    ) in po_of(events)


def test_one_edition_can_be_exported_alone(events: Path) -> None:
    assert [file.path for file in read_work(events, ["2025"])] == ["2025/entwurf.md", "2025/fest.md", "2025/lesung.md", "2025/edition.yaml"]
    with pytest.raises(UsageError, match=r"^Eine Ausgabe „2031“ gibt es nicht\. Vorhanden sind: 2025\.$"):
        read_work(events, ["2031"])


def test_a_file_that_cannot_be_read_stops_everything(events: Path) -> None:
    (events / "2025/fest.md").write_bytes(b"---\ntitle: \xff\n---\n")
    with pytest.raises(UsageError, match=r"^2025/fest\.md:2: .*UTF-8.* Prüfen Sie zuerst alle Dateien: ikw check$"):
        po_of(events)


def test_texts_of_data_files_come_last(events: Path) -> None:
    (events / "categories.yaml").write_text("fest: {name: {de: Feiern, uk: Свята}}\nmusik: {name: Musik}\n", encoding="utf-8")
    (events / "venues.yaml").write_text("hof: {name: {de: Hof, uk: Двір}}\nhaus: {name: Haus}\n", encoding="utf-8")
    (events / "translations.yaml").write_text(
        f"categories.yaml#fest.name: {{uk: 00000000}}\nvenues.yaml#hof.name: {{uk: {fingerprint('Hof')}}}\n", encoding="utf-8",
    )
    assert po_of(events).endswith("""
#. Name in categories.yaml, höchstens 60 Zeichen
#. Veraltet: Der deutsche Text hat sich seit der Übersetzung geändert.
#: categories.yaml:1
#, fuzzy
msgctxt "categories.yaml#fest.name"
msgid "Feiern"
msgstr "Свята"

#. Name in categories.yaml, höchstens 60 Zeichen
#: categories.yaml:2
msgctxt "categories.yaml#musik.name"
msgid "Musik"
msgstr ""

#. Name in venues.yaml, höchstens 200 Zeichen
#: venues.yaml:1
msgctxt "venues.yaml#hof.name"
msgid "Hof"
msgstr "Двір"

#. Titel des Programms in 2025/edition.yaml, höchstens 100 Zeichen
#: 2025/edition.yaml:1
msgctxt "2025/edition.yaml#title"
msgid "Woche"
msgstr ""

""")
