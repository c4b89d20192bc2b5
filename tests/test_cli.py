"""The program: help, exit codes, formats, wrong use. Every word is German, every fault one line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from ikw.cli import COMMANDS, main
from ikw.field_docs import BEGIN, END, table
from ikw.usage import Command

ROOT = Path(__file__).parent.parent
BASE = ROOT / "tests/zoo/base"
WRONG = "---\ntitle: Fest\nwhen: Fr 20.09.2025\nvenue: rathaus\norganisers: [verein-eins]\ncategory: fest\n---\n"
LINE = "events/2025/fest.md:3: Fehler: when: "


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without a fault, in which `ikw` runs."""
    shutil.copytree(BASE, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, what is printed, and what is said of errors."""
    status = main(arguments)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def wrong(project: Path) -> None:
    (project / "events/2025/fest.md").write_text(WRONG, encoding="utf-8")


# Help

NAMES = [one.name if isinstance(one, Command) else one[0] for one in COMMANDS]
WHOLE = [
    whole for one in COMMANDS
    for whole in ([one.name] if isinstance(one, Command) else [f"{one[0]} {below.name}" for below in one[2]])
]


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    text = capsys.readouterr().out
    assert caught.value.code == 0
    assert [line.split()[0] for line in text.splitlines() if line.startswith("    ") and line[4] != " "][: len(NAMES)] == NAMES


@pytest.mark.parametrize("command", ["", *NAMES, *WHOLE])
def test_help_speaks_german(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    text = capsys.readouterr().out
    assert text.startswith(f"Aufruf: ikw {command}".rstrip())
    assert [word for word in ("usage", "options:", "positional", "show this", "default") if word in text] == []


@pytest.mark.parametrize("command", WHOLE)
def test_every_command_takes_another_events_folder(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    assert "--events ORDNER" in capsys.readouterr().out


# check


def test_a_check_without_problems_is_status_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check") == (0, "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n", "")


def test_a_check_with_errors_is_status_1(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    status, out, err = run(capsys, "check")
    assert (status, err, len(out.splitlines())) == (1, "", 3)
    assert out.startswith(LINE)


def test_a_check_with_warnings_is_status_0(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "events/2025/fest.md").write_text(WRONG.replace("Fr", "Sa").replace("venue: rathaus\n", ""), encoding="utf-8")
    status, out, _ = run(capsys, "check")
    assert (status, out.splitlines()[-1]) == (0, "2 Veranstaltungen geprüft: keine Fehler, 1 Warnung.")


def test_a_check_prints_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    status, out, err = run(capsys, "check", "--format", "json")
    [found] = json.loads(out)
    assert (status, err) == (1, "")
    assert list(found) == ["path", "line", "severity", "field", "code", "message", "mend"]
    assert [found[key] for key in ("path", "line", "severity", "field", "code")] == ["events/2025/fest.md", 3, "error", "when", "when-weekday"]


def test_a_check_annotates(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    status, out, err = run(capsys, "check", "--format", "github")
    assert (status, err, len(out.splitlines())) == (1, "", 1)
    assert out.startswith("::error file=events/2025/fest.md,line=3,title=when::")


def test_a_check_names_the_folder_as_it_was_called(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    shutil.move(project / "events", project.parent / "woanders")
    _, out, _ = run(capsys, "check", "--events", "../woanders/")
    assert out.startswith("../woanders/2025/fest.md:3: Fehler: ")


def test_the_events_folder_may_be_the_one_we_stand_in(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(project / "events")
    status, out, _ = run(capsys, "check", "--events", ".", "--settings", "../pelicanconf.py", "--cache", "../.cache")
    assert (status, out) == (0, "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n")


def test_translations_are_no_events(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "events/2025/gut.uk.md").write_text("---\ntitle: Концерт\n---\n", encoding="utf-8")
    assert run(capsys, "translate", "stamp") == (0, "2025/gut.uk.md\n1 Datei gestempelt.\n", "")
    assert run(capsys, "check")[1] == "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n"


def test_a_check_tells_which_prose_pages_no_longer_fit(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = project / "content/pages"
    pages.mkdir(parents=True)
    (pages / "kontakt.md").write_text("Title: Kontakt\nSlug: kontakt\n\nRufen Sie an.\n", encoding="utf-8")
    (pages / "kontakt.uk.md").write_text("Title: Контакти\nSlug: kontakt\nLang: uk\nSource: 00000000\n", encoding="utf-8")
    assert run(capsys, "check") == (0, (
        "content/pages/kontakt.uk.md:1: Warnung: Die deutsche Seite hat sich geändert. Gezeigt wird sie, bis die Übersetzung wieder passt.\n"
        "    Passen Sie die Übersetzung an, und rufen Sie dann auf: ikw translate stamp pages/kontakt.uk.md\n"
        "1 Veranstaltung geprüft: keine Fehler, 1 Warnung.\n"
    ), "")
    [found] = json.loads(run(capsys, "check", "--format", "json")[1])
    assert (found["path"], found["code"], found["severity"]) == ("content/pages/kontakt.uk.md", "translation-stale", "warning")
    assert run(capsys, "translate", "stamp", "content/pages/kontakt.uk.md")[0] == 0
    assert run(capsys, "check")[1] == "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n"


def test_a_second_check_says_the_same(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    assert run(capsys, "check") == run(capsys, "check")
    assert [path.name for path in (project / ".cache").iterdir()] != []


# Wrong use


def failed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one line that is said; nothing is printed beside it, and the status is 2."""
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    return err.rstrip("\n")


USES = {
    (): "ikw: Es fehlt: BEFEHL. Hilfe: ikw --help",
    ("bauen",): f"ikw: BEFEHL: bauen gibt es nicht. Erlaubt sind: {', '.join(NAMES)}. Hilfe: ikw --help",
    ("check", "--format", "xml"): "ikw check: --format: xml gibt es nicht. Erlaubt sind: text, json, github, gitlab. Hilfe: ikw check --help",
    ("check", "--output", "x"): "ikw check: „--output x“ gehört nicht zu diesem Befehl. Hilfe: ikw check --help",
    ("print", "freeze", "2025", "--to", "x"): "ikw print freeze: „--to x“ gehört nicht zu diesem Befehl. Hilfe: ikw print freeze --help",
    ("print", "freeze", "--to", "x"): "ikw print freeze: „--to“ gehört nicht zu diesem Befehl. Hilfe: ikw print freeze --help",
    ("check", "--events"): "ikw check: Hinter --events fehlt ein Wert. Hilfe: ikw check --help",
    ("check", "--events", "nirgends"): "nirgends: Den Ordner gibt es nicht. Nennen Sie den Ordner der Veranstaltungen mit --events.",
    ("check", "--events", "pelicanconf.py"): "pelicanconf.py: Den Ordner gibt es nicht. Nennen Sie den Ordner der Veranstaltungen mit --events.",
    ("check", "--settings", "fehlt.py"): (
        "fehlt.py gibt es hier nicht. Rufen Sie ikw im Ordner des Projekts auf, oder nennen Sie die Datei mit --settings."
    ),
    ("site", "--output", "events/website"): (
        "events/website: Die Website kann nicht in oder über events gebaut werden. Nennen Sie einen anderen Ordner mit --output."
    ),
    ("site", "--output", "."): ".: Die Website kann nicht in oder über events gebaut werden. Nennen Sie einen anderen Ordner mit --output.",
    ("site", "--output", "pelicanconf.py"): "pelicanconf.py: Das ist kein Ordner. Nennen Sie einen anderen mit --output.",
    ("site", "--siteurl", "example.org"): (
        "pelicanconf.py: SITEURL ist „example.org“. Schreiben Sie eine Adresse wie https://www.example.org oder https://example.org/ikw."
    ),
    ("serve", "--port", "99999"): "ikw serve: --port: 99999 ist keine Zahl von 1 bis 65535. Hilfe: ikw serve --help",
    ("schema", "alles"): "ikw schema: NAME: alles gibt es nicht. Erlaubt sind: event, programme, when. Hilfe: ikw schema --help",
    ("fields",): "CONTRIBUTING.md gibt es hier nicht. Rufen Sie ikw im Ordner des Projekts auf.",
    ("motto",): "ikw motto: Es fehlt: JAHR, --font. Hilfe: ikw motto --help",
    ("motto", "2025", "--font", "fehlt.ttf"): "fehlt.ttf: Die Schriftdatei gibt es nicht. Nennen Sie eine mit --font.",
    ("motto", "1999", "--font", "pelicanconf.py"): "1999: Die Ausgabe gibt es nicht, oder sie hat kein Motto. Prüfen Sie edition.yaml.",
}


@pytest.mark.parametrize(("arguments", "line"), USES.items(), ids=[" ".join(key) or "nothing" for key in USES])
def test_wrong_use_is_one_line(arguments: tuple[str, ...], line: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert failed(capsys, *arguments) == line


SOURCES = {
    "syntax": ('SITENAME = "Woche', "pelicanconf.py:1: „SITENAME = \"Woche“ ist keine gültige Einstellung."),
    "name": ("A = 1\nB = C\n", "pelicanconf.py:2: „B = C“ ist keine gültige Einstellung."),
    "value": ("A = int('a')\n", "pelicanconf.py:1: „A = int('a')“ ist keine gültige Einstellung."),
    "empty byte": ("A = 1\0", "pelicanconf.py:1: „A = 1\ufffd“ ist keine gültige Einstellung."),
}


@pytest.mark.parametrize(("source", "line"), SOURCES.values(), ids=SOURCES)
def test_settings_that_are_no_python_are_one_line(source: str, line: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "pelicanconf.py").write_text(source, encoding="utf-8")
    assert failed(capsys, "check") == f"{line} Prüfen Sie Anführungszeichen, Kommas und Klammern."


def test_a_fault_is_named_where_it_stands(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "publishconf.py").write_text("# mehr\nfrom pelicanconf import *\n", encoding="utf-8")
    (project / "pelicanconf.py").write_text("A = 1\nB = C\n", encoding="utf-8")
    assert failed(capsys, "check", "--settings", "publishconf.py").startswith("pelicanconf.py:2: „B = C“ ist keine")


def test_settings_in_another_encoding_are_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "pelicanconf.py").write_bytes('SITENAME = "Frühling"\n'.encode("cp1252"))
    assert failed(capsys, "check").startswith("pelicanconf.py:1: ")


def test_settings_may_be_built_on_each_other(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "publishconf.py").write_text("from pelicanconf import *\nSITEURL = 'https://example.org'\n", encoding="utf-8")
    assert run(capsys, "check", "--settings", "publishconf.py")[0] == 0


def test_a_setting_of_pelicans_is_known(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (project / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("TYPOGRIFY = False\n")
    assert run(capsys, "check")[0] == 0


def test_a_check_needs_no_folder_it_may_write_to(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(self: Path, *more: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert run(capsys, "check")[0] == 0


# The other commands


@pytest.mark.parametrize(("name", "key"), [("event", "title"), ("programme", "$defs"), ("when", "limits")])
def test_a_schema_is_json(name: str, key: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "schema", name)
    assert (status, err, key in json.loads(out)) == (0, "", True)


def test_the_schema_of_events_is_the_one_without_a_name(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "schema") == run(capsys, "schema", "event")


def test_fields_writes_the_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "CONTRIBUTING.md"
    path.write_text(f"Mitmachen\n{BEGIN}\n{END}\n", encoding="utf-8")
    assert run(capsys, "fields") == (0, "CONTRIBUTING.md: Tabelle der Felder neu geschrieben.\n", "")
    assert path.read_text(encoding="utf-8") == f"Mitmachen\n{BEGIN}\n{table()}\n{END}\n"


def test_fields_needs_the_marks(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "CONTRIBUTING.md").write_text("Mitmachen\n", encoding="utf-8")
    assert failed(capsys, "fields") == (
        "CONTRIBUTING.md: Die Zeilen <!-- fields:begin --> und <!-- fields:end --> fehlen. "
        "Setzen Sie sie dorthin, wo die Tabelle stehen soll."
    )


# print freeze


def freeze(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    return run(capsys, "print", "freeze", "2025", *arguments)


PRINTED = "events/2025/printed.yaml"


def test_a_booklet_that_went_to_print_is_what_the_events_are(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert freeze(capsys, "--day", "1.8.2025") == (0, f"{PRINTED} geschrieben: 1 Veranstaltung, wie sie am 01.08.2025 in Druck geht.\n", "")
    assert "\nday: 01.08.2025\n" in (project / PRINTED).read_text(encoding="utf-8")
    assert run(capsys, "check") == (0, "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n", "")


def test_the_day_is_that_of_the_clock_or_of_the_build(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    # half past midnight in Berlin, and still the day before in Greenwich
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754087400")
    assert freeze(capsys)[1].endswith("wie sie am 02.08.2025 in Druck geht.\n")


@pytest.mark.parametrize(("epoch", "day"), [
    ("1795700000", "26.11.2026"),  # long after the edition, as when somebody tries it out
    ("1734260400", "15.12.2024"),  # for January
    ("1735685999", "31.12.2024"), ("1767222000", "01.01.2026"),  # the years' ends, in Berlin
])
def test_a_booklet_may_go_to_print_in_any_year(
    epoch: str, day: str, project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert freeze(capsys) == (0, f"{PRINTED} geschrieben: 1 Veranstaltung, wie sie am {day} in Druck geht.\n", "")
    assert run(capsys, "check") == (0, "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n", "")
    assert run(capsys, "print", "errata") == (0, "Nichts ist anders als im gedruckten Heft.\n", "")


def test_a_booklet_goes_to_print_once_unless_it_is_printed_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    freeze(capsys, "--day", "2025-08-01")
    before = (project / PRINTED).read_bytes()
    assert freeze(capsys, "--day", "02.08.2025") == (
        2, "", f"{PRINTED}: Dieses Heft ist schon in Druck gegangen. Wird das Heft neu gedruckt, schreibt --force die Angaben neu.\n",
    )
    assert (project / PRINTED).read_bytes() == before
    assert freeze(capsys, "--force", "--day", "02.08.2025")[0] == 0
    assert b"day: 02.08.2025" in (project / PRINTED).read_bytes()


def test_a_broken_file_is_no_hindrance_to_printing_anew(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / PRINTED).write_text("day: gestern\n", encoding="utf-8")
    assert freeze(capsys, "--force", "--day", "02.08.2025")[0] == 0


def test_nothing_with_errors_goes_to_print(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    status, out, err = freeze(capsys)
    assert (status, out) == (1, "Nichts wurde geschrieben: In Druck geht nur, was ohne Fehler ist.\n")
    assert err.startswith(LINE)
    assert not (project / PRINTED).exists()


@pytest.mark.parametrize(("arguments", "said"), [
    (("2024",), "2024: Die Ausgabe gibt es nicht. Es gibt: 2025.\n"),
    (("2025", "--day", "bald"), "--day: „bald“ ist kein Datum. Schreiben Sie Tag.Monat.Jahr, zum Beispiel 01.08.2025.\n"),
])
def test_a_freeze_that_was_called_wrong(
    arguments: tuple[str, ...], said: str, project: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "print", "freeze", *arguments) == (2, "", said)


# export docx


@pytest.fixture
def themed(project: Path) -> Path:
    """The project with the theme, which no check needs."""
    (project / "theme").symlink_to(ROOT / "theme")
    return project


def test_a_document_for_word_is_written_once_per_language(themed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "export", "docx") == (0, "programm-2025-de.docx geschrieben.\nprogramm-2025-uk.docx geschrieben.\n", "")
    assert (themed / "programm-2025-de.docx").read_bytes()[:2] == b"PK"
    assert run(capsys, "export", "docx", "2025", "--output", "heft.docx") == (0, "heft.docx geschrieben.\n", "")


def test_a_document_somebody_worked_on_is_not_overwritten(themed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (themed / "programm-2025-de.docx").write_bytes(b"von Hand")
    status, out, err = run(capsys, "export", "docx")
    assert (status, out) == (2, "")
    assert err == (
        "programm-2025-de.docx: Die Datei gibt es schon, und sie ist anders. "
        "Vielleicht hat jemand darin gearbeitet: Nennen Sie eine andere mit --output, oder löschen Sie diese.\n"
    )
    assert (themed / "programm-2025-de.docx").read_bytes() == b"von Hand"


@pytest.mark.parametrize(("arguments", "said"), [
    (("2024",), "2024: Die Ausgabe gibt es nicht. Es gibt: 2025.\n"),
    (("--lang", "xx"), "--lang: „xx“ ist keine Sprache der Website. Es gibt: de, uk.\n"),
    (("--output", "heft.docx", "--lang", "de", "--lang", "uk"), "--output: In eine Datei passt nur eine Sprache. Nennen Sie eine mit --lang.\n"),
    (("--output", "nirgends/heft.docx"), "nirgends: Den Ordner gibt es nicht.\n"),
])
def test_a_document_that_was_asked_for_wrong(
    arguments: tuple[str, ...], said: str, themed: Path, capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(capsys, "export", "docx", *arguments) == (2, "", said)


def test_a_programme_with_errors_is_no_document(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(project)
    status, out, err = run(capsys, "export", "docx")
    assert (status, out) == (1, "Nichts wurde geschrieben: Erst müssen die Fehler weg.\n")
    assert err.startswith(LINE)


def test_a_build_with_errors_says_what_stands(themed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong(themed)
    result = "2 Veranstaltungen geprüft: 1 Fehler, keine Warnungen. Nichts wurde gebaut"
    assert run(capsys, "site", "--output", "website")[:2] == (1, f"{result}.\n")
    assert not (themed / "website").exists()
    (themed / "website").mkdir()
    assert run(capsys, "site", "--output", "website")[:2] == (1, f"{result}, die alte Seite steht unverändert in website.\n")
