"""The way of a translation: status, export, import, stamp; and that nothing is lost on it."""

from __future__ import annotations

import argparse
import subprocess
import time
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import golden
import samples
from ikw.prose import render
from ikw.settings import Settings
from ikw.source import read_event
from ikw.translate.catalog import Entry, from_po, to_po, unwrapped
from ikw.translate.commands import COMMANDS
from ikw.translate.edit import EMPTY, UneditableError, edited
from ikw.translate.export import export
from ikw.translate.intake import Intake, import_po
from ikw.translate.stamp import stamp
from ikw.translate.status import status, status_text, wanted, wanted_text
from ikw.translate.work import read_work
from ikw.translation import fingerprint
from ikw.urls import Urls
from ikw.usage import Parser, UsageError

URLS = Urls(site_url="https://ikw.example", base="", language_path="")
LANGUAGES = ("uk", "ar", "de-simple")
FEST = """\
---
title: Sommerfest
subtitle: Alle bringen etwas mit
when: 14.09.2025, 15–18 Uhr
---
Wir feiern **um 15 Uhr** im Hof und sind zu
100 % dabei.

- Tee
- [Spiele](https://example.org/spiele)
"""
LESUNG = "---\ntitle: Lesung\nsummary: Wir lesen vor.\nwhen: 15.09.2025\n---\n"
FEST_UK = """\
---
# von Olena
title: "Літнє свято"   # gut so
---
"""
STAMPED = f"{FEST_UK[:-4]}source:\n  title: {fingerprint('Sommerfest')}\n---\n"
HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A programme of two events, one of them begun in Ukrainian, and a draft."""
    folder = tmp_path / "events" / "2025"
    folder.mkdir(parents=True)
    (folder / "edition.yaml").write_text("title: Woche\nfrom: 14.09.2025\nto: 28.09.2025\n", encoding="utf-8")
    (folder / "fest.md").write_text(FEST, encoding="utf-8")
    (folder / "lesung.md").write_text(LESUNG, encoding="utf-8")
    (folder / "entwurf.md").write_text("---\ntitle: Entwurf\nwhen: tba\ndraft: ja\n---\n", encoding="utf-8")
    (folder / "fest.uk.md").write_text(FEST_UK, encoding="utf-8")
    return folder.parent


def po_of(events: Path, lang: str = "uk") -> str:
    """Return the .po of a language."""
    return export(read_work(events), lang, URLS).decode()


def taken(events: Path, *entries: tuple[str, str, str], **options: object) -> Intake:
    """Import entries: context, German, translation."""
    data = to_po((Entry(context=context, german=german, own=own) for context, german, own in entries), "uk")
    return import_po(events, data, LANGUAGES, **options)  # type: ignore[arg-type] # the options of import_po


def refusals(found: Intake) -> list[tuple[str, str]]:
    """Return what was refused: entry and message."""
    return [(problem.field, problem.message) for problem in found.refused]


def read(events: Path, path: str) -> str:
    """Return a file's text, its line ends as they are."""
    return (events / path).read_bytes().decode()


TEXT_DE = "Wir feiern **um 15 Uhr** im Hof und sind zu 100 % dabei.\n\n- Tee\n- [Spiele](https://example.org/spiele)"
TEXT_UK = "Святкуємо **о 15:00** у дворі, 100 % разом.\n\n- Чай\n- [Ігри](https://example.org/spiele)"


# Status


def test_status_counts_fields(events: Path) -> None:
    stamp(events, names=["fest.uk.md"])
    (events / "2025/lesung.uk.md").write_text("---\ntitle: Читання\nmachine: true\n---\n", encoding="utf-8")
    assert status_text(status(read_work(events), ["uk", "de-simple"])) == (
        "2025, gezählt werden Felder:\n"
        "Sprache    vollständig  veraltet  fehlt  unbekannt  maschinell\n"
        "uk                   1         0      3          1           1\n"
        "de-simple            0         0      5          0           0\n"
    )


def test_status_has_a_block_for_each_edition(events: Path) -> None:
    (events / "2024").mkdir()
    (events / "2024/markt.md").write_text("---\ntitle: Markt\nwhen: 14.09.2024\n---\n", encoding="utf-8")
    rows = status(read_work(events), ["uk"])
    assert [(row.edition, row.lang, dict(row.states), row.machine) for row in rows] == [
        ("2025", "uk", {"complete": 0, "stale": 0, "missing": 4, "unknown": 1}, 0),
        ("2024", "uk", {"complete": 0, "stale": 0, "missing": 1, "unknown": 0}, 0),
    ]


def test_status_of_nothing(tmp_path: Path) -> None:
    assert status_text(status(read_work(tmp_path), ["uk"])) == "Es gibt nichts zu übersetzen.\n"


def test_wanted_names_each_field(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text(
        "---\ntitle: Читання\nsummary: Читаємо.\nmachine: true\n"
        f"source: {{title: 00000000, summary: {fingerprint('Wir lesen vor.')}}}\n---\n", encoding="utf-8",
    )
    assert wanted_text(wanted(read_work(events), "uk"), "uk") == (
        "2025/fest.uk.md: title: unbekannt\n2025/fest.uk.md: subtitle: fehlt\n2025/fest.uk.md: text: fehlt\n"
        "2025/lesung.uk.md: title: veraltet, maschinell\n2025/lesung.uk.md: summary: maschinell\n"
    )


def test_wanted_of_a_finished_language(events: Path) -> None:
    assert wanted_text(iter(()), "uk") == "uk: Alles ist übersetzt und passt.\n"


# Export


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
    assert done.stderr.decode() == "x.po:4: warning: header field 'PO-Revision-Date' missing in header\n"
    assert done.returncode == 0


def test_babel_reads_it_and_expects_no_format(events: Path) -> None:
    catalog = read_po(BytesIO(po_of(events).encode()), abort_invalid=True)
    assert (catalog.locale_identifier, catalog.num_plurals, len(catalog)) == ("uk", 3, 6)
    assert "python-format" not in po_of(events)


def test_stale_unknown_and_machine_made_entries_are_fuzzy(events: Path) -> None:
    marks = f"source: {{title: {fingerprint('Sommerfest')}, subtitle: 00000000}}"
    (events / "2025/fest.uk.md").write_text(f"---\ntitle: А\nsubtitle: Б\n{marks}\n---\nВ", encoding="utf-8")
    (events / "2025/lesung.uk.md").write_text(f"---\ntitle: Г\nmachine: true\n{marks}\n---\n", encoding="utf-8")
    _, entries = from_po(po_of(events).encode(), "x.po")
    assert [(entry.context, entry.own, entry.is_fuzzy) for entry in entries] == [
        ("2025/fest#title", "А", False), ("2025/fest#subtitle", "Б", True), ("2025/fest#text", "В", True),
        ("2025/lesung#title", "Г", True), ("2025/lesung#summary", "", False),
    ]


def test_a_stale_entry_says_why(events: Path) -> None:
    (events / "2025/fest.uk.md").write_text("---\ntitle: А\nmachine: true\nsource: {title: 00000000}\n---\n", encoding="utf-8")
    assert (
        "#. Titel von „Sommerfest“, höchstens 150 Zeichen\n#. https://ikw.example/2025/fest/\n"
        "#. Veraltet: Der deutsche Text hat sich seit der Übersetzung geändert.\n#. Zu prüfen: Eine Maschine hat übersetzt.\n"
        "#: 2025/fest.md:2\n#, fuzzy\nmsgctxt \"2025/fest#title\"\nmsgid \"Sommerfest\"\nmsgstr \"А\"\n"
    ) in po_of(events)


def test_one_edition_can_be_exported_alone(events: Path) -> None:
    assert [event.id for event in read_work(events, ["2025"])] == ["entwurf", "fest", "lesung"]
    with pytest.raises(UsageError, match=r"^Eine Ausgabe „2031“ gibt es nicht\. Vorhanden sind: 2025\.$"):
        read_work(events, ["2031"])


def test_a_file_that_cannot_be_read_stops_everything(events: Path) -> None:
    (events / "2025/fest.md").write_bytes(b"---\ntitle: \xff\n---\n")
    with pytest.raises(UsageError, match=r"^2025/fest\.md:2: .*UTF-8.* Prüfen Sie zuerst alle Dateien: ikw check$"):
        po_of(events)


UNWRAPPED = {
    "a paragraph": ("Wir feiern\nim Hof.\n\nUnd\nsingen.", "Wir feiern im Hof.\n\nUnd singen."),
    "lists": ("Bitte:\n- Tee\n- Kaffee\n1. a\n2. b", "Bitte:\n- Tee\n- Kaffee\n1. a\n2. b"),
    "headings and quotes": ("## Ablauf\nerst dies\nund das\n> Zitat", "## Ablauf\nerst dies und das\n> Zitat"),
    "hard breaks": ("eins  \nzwei\\\ndrei", "eins  \nzwei\\\ndrei"),
    "strokes": ("eins\n***\nzwei", "eins\n***\nzwei"),
    "indented": ("- eins\n  zwei\n\n    drei", "- eins\n  zwei\n\n    drei"),
    "bold at the margin": ("kommt\n**alle** mit", "kommt **alle** mit"),
}


@pytest.mark.parametrize(("text", "expected"), UNWRAPPED.values(), ids=UNWRAPPED)
def test_paragraphs_are_put_on_one_line(text: str, expected: str) -> None:
    assert unwrapped(text) == expected
    assert unwrapped(expected) == expected


def _page(text: str) -> str:
    """Return a text's HTML without the white space that shows nowhere."""
    return "".join(render(text, 1)[0].html.split())


@given(st.lists(st.sampled_from([
    "Wir feiern", "im Hof.", "", "- Tee", "  - mehr", "1. eins", "2. zwei", "## Ablauf", "#dafür", "> Zitat", "***", "fett **so",
    "und** nicht", "[Link](https://a.example)", "Ende  ", "    tief", "* Stern", "14. September",
]), max_size=8))
def test_unwrapping_changes_no_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert _page(unwrapped(text)) == _page(text)
    assert fingerprint(unwrapped(text)) == fingerprint(text)


# Import


def test_export_and_import_change_nothing(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text("---\ntitle: Г\nsource: {title: 00000000}\n---\nЩе щось", encoding="utf-8")
    taken(events, ("2025/fest#title", "Sommerfest", "Літнє свято"), ("2025/fest#text", TEXT_DE, TEXT_UK))
    before = {path: path.read_bytes() for path in events.rglob("*.md")}
    found = import_po(events, po_of(events).encode(), LANGUAGES)
    assert found == Intake(lang="uk", fuzzy=1, empty=2, unchanged=2)
    assert {path: path.read_bytes() for path in events.rglob("*.md")} == before


def test_import_writes_a_new_file(events: Path) -> None:
    found = taken(events, ("2025/lesung#title", "Lesung", "Читання: \"вголос\""), ("2025/lesung#summary", "Wir lesen vor.", "Ми"))
    assert (found.written, found.refused) == (["2025/lesung.uk.md"], [])
    assert read(events, "2025/lesung.uk.md") == (
        "---\ntitle: 'Читання: \"вголос\"'\nsummary: \"Ми\"\n"
        f"source:\n  title: {fingerprint('Lesung')}\n  summary: {fingerprint('Wir lesen vor.')}\n---\n"
    )


def test_import_keeps_what_it_does_not_change(events: Path) -> None:
    taken(events, ("2025/fest#title", "Sommerfest", "Літнє свято"), ("2025/fest#text", TEXT_DE, TEXT_UK))
    assert read(events, "2025/fest.uk.md") == (
        "---\n# von Olena\ntitle: \"Літнє свято\"   # gut so\n"
        f"source:\n  title: {fingerprint('Sommerfest')}\n  text: {fingerprint(TEXT_DE)}\n---\n{TEXT_UK}\n"
    )


def test_what_import_writes_is_read_back(events: Path) -> None:
    words = "# 'Свято' \"ä\" \\ {x}: [y] - & *z* @ %"
    found = taken(events, ("2025/lesung#title", "Lesung", words), accept=["2025/lesung#title"])
    assert found.refused == []
    record, problems = read_event(events, "2025/lesung.uk.md")
    assert record is not None
    assert problems == ()
    assert read_work(events)[2].own["uk"].texts == {"title": words}


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1).filter(str.strip))
def test_every_title_survives_the_file(words: str) -> None:
    made = edited(EMPTY, {"title": words}, source={"title": fingerprint(words)})
    assert edited(made, {"title": words}, source={"title": fingerprint(words)}) == made


def test_a_trial_writes_nothing(events: Path) -> None:
    before = read(events, "2025/fest.uk.md")
    assert taken(events, ("2025/fest#title", "Sommerfest", "Свято"), dry_run=True).written == ["2025/fest.uk.md"]
    assert read(events, "2025/fest.uk.md") == before


def test_only_what_changes_is_written(events: Path) -> None:
    taken(events, ("2025/fest#title", "Sommerfest", "Свято"))
    written = (events / "2025/fest.uk.md").stat().st_mtime_ns
    assert taken(events, ("2025/fest#title", "Sommerfest", "Свято")) == Intake(lang="uk", unchanged=1)
    assert (events / "2025/fest.uk.md").stat().st_mtime_ns == written
    assert list(events.rglob("*~")) == []


TITLE = "2025/fest#title"
HARD = {
    "an unknown field": (
        ("2025/markt#title", "Markt", "Ринок"), "2025/markt#title", "Dieses Feld einer Veranstaltung gibt es nicht.",
    ),
    "a way out": (("../../etc#title", "x", "у"), "../../etc#title", "Dieses Feld einer Veranstaltung gibt es nicht."),
    "no context": (("", "Sommerfest", "Свято"), "", "Der Eintrag nennt kein Feld einer Veranstaltung (msgctxt)."),
    "a fact": (("2025/fest#when", "14.09.2025", "15.09.2025"), "2025/fest#when", "Dieses Feld einer Veranstaltung gibt es nicht."),
    "German that changed": ((TITLE, "Herbstfest", "Свято осені"), TITLE, "Der deutsche Text hat sich seit dem Export geändert."),
    "German that is gone": (
        ("2025/lesung#subtitle", "Leise", "Тихо"), "2025/lesung#subtitle", "Dieses Feld gibt es im Deutschen nicht mehr.",
    ),
    "HTML": ((TITLE, "Sommerfest", "<b>Свято</b>"), TITLE, "„<b>“ ist HTML, das geht hier nicht."),
    "a script": (
        (TITLE, "Sommerfest", "javascript:alert"), TITLE, "„javascript:“ ist hier nicht erlaubt.",
    ),
    "reading order": (
        (TITLE, "Sommerfest", "Свято\u202e!"), TITLE,
        "„Свято⟨U+202E⟩!“ enthält das unsichtbare Zeichen U+202E (RIGHT-TO-LEFT OVERRIDE), das die Leserichtung umstellt.",
    ),
    "too long": (
        (TITLE, "Sommerfest", "Свято " * 60), TITLE,
        f"„{('Свято ' * 60)[:59]}…“ ist mit 359 Zeichen zu lang, möglich sind 300.",
    ),
    "HTML in the text": (
        ("2025/fest#text", TEXT_DE, TEXT_UK + "<script>"), "2025/fest#text", "„<script>“ ist HTML, das geht im Text nicht.",
    ),
}


@pytest.mark.parametrize(("entry", "context", "message"), HARD.values(), ids=HARD)
def test_refused_whoever_accepts_it(events: Path, entry: tuple[str, str, str], context: str, message: str) -> None:
    before = read(events, "2025/fest.uk.md")
    found = taken(events, entry, ("2025/fest#subtitle", "Alle bringen etwas mit", ""), accept=[context])
    assert (found.written, refusals(found)) == ([], [(context, message)])
    assert [problem.severity for problem in found.refused] == ["error"]
    assert read(events, "2025/fest.uk.md") == before


def test_what_was_lost_is_named_and_may_be_accepted(events: Path) -> None:
    entry = ("2025/fest#text", TEXT_DE, "Святкуємо **о 16:00** у дворі, 100 % разом.\n\n- Чай\n- Ігри")
    found = taken(events, entry)
    assert [(problem.code, problem.line, problem.severity, problem.message, problem.mend) for problem in found.refused] == [
        (
            "translation-link", 15, "warning", "Der Link „https://example.org/spiele“ fehlt.",
            "Setzen Sie ihn wieder ein, so wie er im Deutschen steht. Ist es so gewollt: --accept '2025/fest#text'",
        ),
        (
            "translation-number", 15, "warning", "Die Zahl 15 fehlt.",
            "Schreiben Sie Zahlen, Preise und Zeiten wie im Deutschen, in Ziffern und mit 24 Stunden."
            " Ist es so gewollt: --accept '2025/fest#text'",
        ),
    ]
    assert found.written == []
    assert taken(events, entry, accept=["2025/fest#text"]).written == ["2025/fest.uk.md"]


def test_one_refusal_holds_nothing_else_back(events: Path) -> None:
    found = taken(events, (TITLE, "Sommerfest", "<i>"), ("2025/fest#subtitle", "Alle bringen etwas mit", "Усі щось несуть"))
    assert (found.written, len(found.refused)) == (["2025/fest.uk.md"], 1)
    assert 'title: "Літнє свято"   # gut so\nsubtitle: "Усі щось несуть"\n' in read(events, "2025/fest.uk.md")


def test_german_with_other_line_ends_is_the_same(events: Path) -> None:
    assert taken(events, ("2025/fest#text", TEXT_DE.replace(" im Hof", "\nim Hof"), TEXT_UK)).written == ["2025/fest.uk.md"]


def test_what_nobody_touched_is_not_refused_though_the_german_changed(events: Path) -> None:
    assert taken(events, (TITLE, "Winterfest", "Літнє свято")) == Intake(lang="uk", unchanged=1)


def test_confirming_an_unknown_or_stale_entry_stamps_it(events: Path) -> None:
    assert taken(events, (TITLE, "Sommerfest", "Літнє свято")).written == ["2025/fest.uk.md"]
    assert read(events, "2025/fest.uk.md") == STAMPED


def test_easy_language_is_taken_with_its_own_structure(events: Path) -> None:
    text = "Wir feiern.\n\nUm 15 Uhr.\n\nMit 100 % Freude.\n\n## Was gibt es?\n\n- Tee\n- [Spiele](https://example.org/spiele)\n- Musik"
    data = to_po([Entry(context="2025/fest#text", german=TEXT_DE, own=text)], "de-simple")
    assert import_po(events, data, LANGUAGES).written == ["2025/fest.de-simple.md"]


# Machines

MACHINE = "---\ntitle: Читання\nsummary: Читаємо.\nmachine: true\n---\n"


def test_a_machine_stays_named_until_all_of_a_file_is_confirmed(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text(MACHINE, encoding="utf-8")
    one, two = ("2025/lesung#title", "Lesung", "Читання вголос"), ("2025/lesung#summary", "Wir lesen vor.", "Читаємо.")
    taken(events, one)
    assert read_work(events)[2].own["uk"].is_machine
    taken(events, one, two)
    assert read(events, "2025/lesung.uk.md") == (
        "---\ntitle: \"Читання вголос\"\nsummary: Читаємо.\n"
        f"source:\n  title: {fingerprint('Lesung')}\n  summary: {fingerprint('Wir lesen vor.')}\n---\n"
    )


def test_what_a_machine_made_can_be_imported_as_such(events: Path) -> None:
    taken(events, ("2025/lesung#title", "Lesung", "Читання"), machine=True)
    assert read(events, "2025/lesung.uk.md") == (
        f"---\ntitle: \"Читання\"\nmachine: true\nsource:\n  title: {fingerprint('Lesung')}\n---\n"
    )
    assert "#, fuzzy\nmsgctxt \"2025/lesung#title\"" in po_of(events)


# Hostile files

NO_PO = " Nehmen Sie eine Datei von „ikw translate export“, gespeichert als UTF-8."
HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "x.po:1: Der Kopf der .po-Datei fehlt, oder in ihm fehlt „Language“." + NO_PO),
    "no header": (
        b'msgctxt "2025/fest#title"\nmsgid "Sommerfest"\nmsgstr "x"\n',
        "x.po:1: Der Kopf der .po-Datei fehlt, oder in ihm fehlt „Language“." + NO_PO,
    ),
    "Latin-1": (HEADER.encode() + 'msgid "Café"'.encode("latin-1"), "x.po:6: Die Datei ist nicht in UTF-8 gespeichert." + NO_PO),
    "UTF-16": (HEADER.encode("utf-16"), "x.po:1: Die Datei ist nicht in UTF-8 gespeichert." + NO_PO),
    "another charset": (
        HEADER.replace("UTF-8", "KOI8-R").encode(), "x.po:1: Der Kopf nennt die Kodierung „koi8-r“ und nicht UTF-8." + NO_PO,
    ),
    "a page": (b"<!doctype html>", "x.po:1: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "a program": (b"\x7fELF\0", "x.po:1: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "no quotes": (HEADER.encode() + b"msgid Fest", "x.po:6: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "the wrong order": (HEADER.encode() + b'msgstr "x"\nmsgid "y"', "x.po:6: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "no end": (HEADER.encode() + b'msgid "y"', "x.po:6: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "a string of nobody": (b'"x"', "x.po:1: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "a language that is a path": (
        HEADER.replace("uk", "../../x").encode(), "x.po:1: Der Kopf der .po-Datei ist nicht lesbar." + NO_PO,
    ),
    "plural forms that are none": (
        HEADER.replace('"Lang', '"Plural-Forms: nplurals=x\\n"\n"Lang').encode(),
        "x.po:1: Der Kopf der .po-Datei ist nicht lesbar." + NO_PO,
    ),
    "another language": (
        HEADER.replace("uk", "pl").encode(), "x.po:1: Die Sprache „pl“ hat das Programm nicht. Möglich sind: uk, ar, de-simple.",
    ),
    "too big": (b"#" * (32 * 1024 * 1024 + 1), "x.po:1: Die Datei ist 32 MiB groß, erlaubt sind 32." + NO_PO),
}


@pytest.mark.parametrize(("data", "message"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_po_of_ours_is_one_clear_line(events: Path, data: bytes, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        import_po(events, data, LANGUAGES, name="x.po")
    assert str(caught.value) == message


def test_the_language_that_was_asked_for(events: Path) -> None:
    with pytest.raises(UsageError, match=r"^x\.po:1: Die Datei ist für die Sprache „uk“, verlangt ist „ar“\. Lassen Sie --lang weg\.$"):
        import_po(events, HEADER.encode(), LANGUAGES, name="x.po", lang="ar")


@pytest.mark.parametrize("head", [
    HEADER.replace('"Lang', '"POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"PO-Revision-Date: gestern\\n"\n"Lang'),
    "\ufeff" + HEADER, HEADER.replace("\n", "\r\n"), "# Müller\n#, fuzzy\n" + HEADER, HEADER + '#~ msgid "alt"\n#~ msgstr "x"\n',
])
def test_what_programs_make_of_a_po_is_read(events: Path, head: str) -> None:
    data = head + f'#, fuzzy\n#| msgid "Fest"\nmsgctxt "{TITLE}"\nmsgid "Sommerfest"\nmsgstr "Свято"\n'
    assert import_po(events, data.encode(), LANGUAGES) == Intake(lang="uk", fuzzy=1)


@pytest.mark.parametrize("code", ["de-simple", "de_simple", "de@simple", "de_SIMPLE"])
def test_easy_language_has_many_spellings(code: str) -> None:
    assert from_po(HEADER.replace("uk", code).encode(), "x.po")[0] == "de-simple"


def test_letters_that_only_look_alike_are_refused(events: Path) -> None:
    found = taken(events, (TITLE, "Sommerfest", "Свя\u0074о"))
    assert [(problem.code, problem.field) for problem in found.refused] == [("text-lookalike", TITLE)]


def test_line_ends_of_other_systems_are_line_ends(events: Path) -> None:
    taken(events, ("2025/fest#text", TEXT_DE, TEXT_UK.replace("\n", "\r\n")))
    assert read(events, "2025/fest.uk.md").endswith(f"---\n{TEXT_UK}\n")


def test_plural_entries_are_none_of_ours(events: Path) -> None:
    data = HEADER + f'msgctxt "{TITLE}"\nmsgid "Sommerfest"\nmsgid_plural "Feste"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    assert import_po(events, data.encode(), LANGUAGES) == Intake(lang="uk", empty=1)


def test_ten_thousand_entries_are_judged_fast(events: Path) -> None:
    data = to_po((Entry(context=f"../{n}#title", german=f"Fest {n}", own="x") for n in range(10_000)), "uk")
    started = time.perf_counter()
    found = import_po(events, data, LANGUAGES)
    assert time.perf_counter() - started < 10
    assert (len(found.refused), found.written) == (10_000, [])


# Files


def test_other_bytes_of_a_file_stay(events: Path) -> None:
    old = "\ufeff\r\n---\r\nsummary: >\r\n  Іде\r\n  далі\r\n# Notiz\r\n\r\ntitle:   Свято\r\nsource: {title: 00000000}\r\n---\r\nТекст  \r\n"
    made = edited(old.encode(), {}, source={"title": "11111111"})
    assert made.decode() == old.replace("source: {title: 00000000}\r\n", "source:\r\n  title: 11111111\r\n")


def test_a_new_field_comes_where_a_new_file_would_have_it() -> None:
    made = edited(b"---\ntitle: a\n# Ende\nsource: {title: 11111111}\n---", {"subtitle": "b", "text": "c\nd"}, machine=True)
    assert made == b'---\ntitle: a\nsubtitle: "b"\nmachine: true\n# Ende\nsource: {title: 11111111}\n---\nc\nd\n'


@pytest.mark.parametrize("old", [b"---\n{title: a, summary: b}\n---\n", b"title: a\n", b"---\ntitle: a: b\n---\n", b"---\ntitle: a\ntitle: b\n---\n"])
def test_a_file_in_which_no_field_can_be_changed(old: bytes) -> None:
    with pytest.raises(UneditableError):
        edited(old, {"title": "c"})


def test_such_a_file_is_named(events: Path) -> None:
    (events / "2025/fest.uk.md").write_text("---\n{title: Свято, summary: Ми}\n---\n", encoding="utf-8")
    found = [taken(events, (TITLE, "Sommerfest", "Літо")), stamp(events)]
    for one in found:
        assert [(problem.path, problem.message, problem.mend) for problem in one.refused] == [(
            "2025/fest.uk.md", "In den Angaben lässt sich kein einzelnes Feld ändern.",
            "Schreiben Sie jede Angabe in eine eigene Zeile. Prüfen Sie zuerst alle Dateien: ikw check",
        )]
    assert read(events, "2025/fest.uk.md") == "---\n{title: Свято, summary: Ми}\n---\n"


def test_a_link_is_never_written_through(events: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("x", encoding="utf-8")
    (events / "2025/lesung.uk.md").symlink_to(outside)
    with pytest.raises(UsageError, match=r"^2025/lesung\.uk\.md: Das ist keine Datei, die hier stehen darf\. Prüfen Sie zuerst"):
        taken(events, ("2025/lesung#title", "Lesung", "Читання"))
    assert outside.read_text(encoding="utf-8") == "x"


# Stamp


def test_stamp_notes_the_german_of_now(events: Path) -> None:
    assert stamp(events).changed == ["2025/fest.uk.md"]
    assert read(events, "2025/fest.uk.md") == STAMPED
    assert stamp(events).changed == []


STALE = "---\ntitle: Г\nsummary: Ґ\nsource: {title: 00000000}\n---\n"
NAMES = {
    "nothing: only what was never stamped": ([], ["summary"], 1),
    "an event": (["lesung"], ["title", "summary"], 0),
    "an event of an edition": (["2025/lesung"], ["title", "summary"], 0),
    "a file": (["events/2025/lesung.uk.md"], ["title", "summary"], 0),
    "a file of the event": (["2025/lesung.md"], ["title", "summary"], 0),
    "a field": (["2025/lesung#title"], ["title"], 0),
    "a field of a file": (["lesung.uk.md#summary"], ["summary"], 1),
}


@pytest.mark.parametrize(("names", "fields", "stale"), NAMES.values(), ids=NAMES)
def test_a_stale_field_is_stamped_only_by_name(events: Path, names: list[str], fields: list[str], stale: int) -> None:
    (events / "2025/lesung.uk.md").write_text(STALE, encoding="utf-8")
    found = stamp(events, "uk", names)
    now = {"title": fingerprint("Lesung"), "summary": fingerprint("Wir lesen vor.")}
    expected = {"title": "00000000"} | {field: now[field] for field in fields}
    assert (read_work(events)[2].own["uk"].source, found.stale) == (expected, stale)


def test_stamp_of_one_language_leaves_the_others(events: Path) -> None:
    (events / "2025/fest.ar.md").write_text("---\ntitle: مهرجان\n---\n", encoding="utf-8")
    assert stamp(events, "ar").changed == ["2025/fest.ar.md"]


def test_a_name_that_fits_nothing(events: Path) -> None:
    message = r"^Dazu gibt es keine Übersetzung: lesung\. Schreiben Sie zum Beispiel 2025/sommerfest\.uk\.md$"
    with pytest.raises(UsageError, match=message):
        stamp(events, names=["fest", "lesung"])
    with pytest.raises(UsageError, match=r"^„Fest!“ nennt keine Übersetzung\."):
        stamp(events, names=["Fest!"])
    assert read(events, "2025/fest.uk.md") != FEST_UK


def test_sign_off_takes_the_mark_of_the_machine_away(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text(MACHINE, encoding="utf-8")
    stamp(events)
    assert "\nmachine: true\n" in read(events, "2025/lesung.uk.md")
    stamp(events, names=["lesung.uk.md"], signed_off=True)
    assert read(events, "2025/lesung.uk.md") == (
        "---\ntitle: Читання\nsummary: Читаємо.\n"
        f"source:\n  title: {fingerprint('Lesung')}\n  summary: {fingerprint('Wir lesen vor.')}\n---\n"
    )


@pytest.mark.parametrize("names", [[], ["lesung#title"]])
def test_sign_off_needs_whole_translations_by_name(events: Path, names: list[str]) -> None:
    with pytest.raises(UsageError, match=r"^Nennen Sie zu --signed-off die Übersetzungen, die Sie ganz gelesen haben:"):
        stamp(events, names=names, signed_off=True)


# The way as a whole


def test_one_changed_german_sentence_makes_one_field_stale_until_it_is_translated(events: Path) -> None:
    taken(events, (TITLE, "Sommerfest", "Літнє свято"), ("2025/fest#text", TEXT_DE, TEXT_UK))
    (events / "2025/fest.md").write_text(FEST.replace("im Hof", "im Saal"), encoding="utf-8")
    assert [(one.field, one.state) for one in wanted(read_work(events), "uk") if "fest" in one.path] == [
        ("subtitle", "missing"), ("text", "stale"),
    ]
    sent = po_of(events)
    assert sent.count("#, fuzzy") == 1
    back = sent.replace("#, fuzzy\n", "").replace("у дворі", "у залі")
    assert import_po(events, back.encode(), LANGUAGES).written == ["2025/fest.uk.md"]
    assert [(one.field, one.state) for one in wanted(read_work(events), "uk") if "fest" in one.path] == [("subtitle", "missing")]


def test_the_sample_goes_out_and_comes_back(tmp_path: Path) -> None:
    events = Path(__file__).parent.parent / "events"
    work = read_work(events)
    for lang in sorted({lang for event in work for lang in event.own}):
        found = import_po(events, export(work, lang, URLS), [lang], dry_run=True)
        assert (found.written, found.refused) == ([], [])


# Commands


def said(events: Path, *arguments: str, settings: Settings | None = None) -> tuple[str, int]:
    """Run a command as `ikw translate` would."""
    command = next(one for one in COMMANDS if one.name == arguments[0])
    parser = Parser(prog=f"ikw translate {command.name}")
    command.add_options(parser)
    options = parser.parse_args(arguments[1:], argparse.Namespace(events=events))
    ukrainian = samples.ENGLISH.__class__(code="uk", name="Українська", dir="ltr", path="uk", locale="uk")
    return command.run(options, settings or samples.settings(languages=(samples.GERMAN, ukrainian)))


def test_commands_tell_the_whole_way(events: Path, tmp_path: Path) -> None:
    file = tmp_path / "uk.po"
    assert said(events, "status")[0].endswith("uk                 0         0      4          1           0\n")
    assert said(events, "stamp") == ("2025/fest.uk.md\n1 Datei gestempelt.\n", 0)
    assert said(events, "status", "--lang", "uk")[0].startswith("2025/fest.uk.md: subtitle: fehlt\n")
    assert said(events, "export", "--lang", "uk", "--file", str(file)) == (f"{file} geschrieben.\n", 0)
    file.write_text(file.read_text(encoding="utf-8").replace('msgid "Lesung"\nmsgstr ""', 'msgid "Lesung"\nmsgstr "<b>"'), "utf-8")
    assert said(events, "import", "--dry-run", str(file)) == (
        f"{file}:51: Fehler: 2025/lesung#title: „<b>“ ist HTML, das geht hier nicht.\n"
        "    Schreiben Sie nur Text, ohne spitze Klammern.\n"
        "uk: 0 Dateien geschrieben (nur zur Probe), 1 Einträge abgewiesen, 0 unsicher (fuzzy), 4 leer, 1 unverändert.\n", 1,
    )


def test_a_file_somebody_may_have_translated_in_is_not_overwritten(events: Path, tmp_path: Path) -> None:
    file = tmp_path / "uk.po"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        said(events, "export", "--lang", "uk", "--file", str(file))
    assert str(caught.value) == (
        f"{file}: Die Datei gibt es schon, und sie ist anders. Übernehmen Sie sie zuerst mit „ikw translate import“, "
        "oder nennen Sie eine andere mit --file."
    )


USAGE = {
    "a language that is none": (("status", "--lang", "xx"), "--lang: „xx“ gibt es nicht. Möglich sind: uk."),
    "German": (("export", "--lang", "de"), "--lang: „de“ gibt es nicht. Möglich sind: uk."),
    "no language": (("export",), "ikw translate export: Es fehlt: --lang. Hilfe: ikw translate export --help"),
    "no file": (("import", "nein.po"), "nein.po: Die Datei lässt sich nicht lesen. Nennen Sie eine .po-Datei."),
    "no folder": (("export", "--lang", "uk", "--file", "nein/uk.po"), "nein: Den Ordner gibt es nicht."),
}


@pytest.mark.parametrize(("arguments", "message"), USAGE.values(), ids=USAGE)
def test_wrong_use_is_one_line(events: Path, arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        said(events, *arguments)
    assert str(caught.value) == message


def test_many_refusals_are_cut_short(events: Path, tmp_path: Path) -> None:
    file = tmp_path / "uk.po"
    file.write_bytes(to_po((Entry(context=f"x{n}#title", german=f"{n}", own="x") for n in range(150)), "uk"))
    text, code = said(events, "import", str(file))
    assert (code, text.count("Dieses Feld einer Veranstaltung gibt es nicht."), "… und 50 weitere.\n" in text) == (1, 100, True)


def test_stale_fields_that_stay_are_told(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text(STALE, encoding="utf-8")
    assert said(events, "stamp", "--lang", "uk", "--dry-run") == (
        "2025/fest.uk.md\n2025/lesung.uk.md\n2 Dateien gestempelt (nur zur Probe).\n"
        "1 veraltete Felder bleiben veraltet. Was wieder passt, nennen Sie beim Namen: 2025/sommerfest.uk.md\n", 0,
    )
