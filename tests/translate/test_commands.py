"""What `ikw translate` understands and says."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

import samples
from ikw.settings import Settings
from ikw.translate.catalog import Entry, to_po
from ikw.translate.commands import COMMANDS
from ikw.usage import Parser, UsageError
from translate.small import STALE


def said(events: Path, *arguments: str, settings: Settings | None = None) -> tuple[str, int]:
    """Run a command as `ikw translate` would."""
    command = next(one for one in COMMANDS if one.name == arguments[0])
    parser = Parser(prog=f"ikw translate {command.name}")
    command.add_options(parser)
    options = parser.parse_args(arguments[1:], argparse.Namespace(events=events, settings=events.parent / "pelicanconf.py"))
    ukrainian = samples.ENGLISH.__class__(code="uk", name="Українська", dir="ltr", path="uk", locale="uk")
    return command.run(options, settings or samples.settings(languages=(samples.GERMAN, ukrainian)))


def test_commands_tell_the_whole_way(events: Path, tmp_path: Path) -> None:
    file = tmp_path / "uk.po"
    assert said(events, "status")[0].endswith("uk                 0         0      1          0           0\n")
    assert said(events, "stamp") == ("2025/fest.uk.md\n1 Datei gestempelt.\n", 0)
    assert said(events, "status", "--lang", "uk")[0].startswith("2025/fest.uk.md: subtitle: fehlt\n")
    assert said(events, "export", "--lang", "uk", "--file", str(file)) == (f"{file} geschrieben.\n", 0)
    file.write_text(file.read_text(encoding="utf-8").replace('msgid "Lesung"\nmsgstr ""', 'msgid "Lesung"\nmsgstr "<b>"'), "utf-8")
    assert said(events, "import", "--dry-run", str(file)) == (
        f"{file}:51: Abgewiesen: 2025/lesung#title: „<b>“ ist HTML, das geht hier nicht.\n"
        "    Schreiben Sie nur Text, ohne spitze Klammern.\n"
        "uk: 0 Dateien geschrieben (nur zur Probe), 1 Einträge abgewiesen, 0 unsicher (fuzzy), 5 leer, 1 unverändert.\n", 1,
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


def test_refusals_for_machines(events: Path, tmp_path: Path) -> None:
    file = tmp_path / "uk.po"
    file.write_bytes(to_po([Entry(context="2025/lesung#summary", german="Wir lesen vor.", own="Читаємо 3 книжки")], "uk"))
    text, code = said(events, "import", "--format", "json", str(file))
    assert (json.loads(text), code) == ([{
        "path": str(file), "line": 15, "severity": "refused", "field": "2025/lesung#summary", "code": "translation-number",
        "message": "Die Zahl 3 steht im Deutschen nicht.",
        "mend": "Löschen Sie sie, oder schreiben Sie sie zuerst in den deutschen Text. Ist es so gewollt: --accept '2025/lesung#summary'",
    }], 1)
    assert said(events, "import", "--format", "github", str(file)) == (
        f"::error file={file},line=15,title=2025/lesung#summary::Die Zahl 3 steht im Deutschen nicht. Löschen Sie sie, oder schreiben Sie sie "
        "zuerst in den deutschen Text. Ist es so gewollt: --accept '2025/lesung#summary'\n", 1,
    )
    assert said(events, "import", "--format", "json", "--accept", "2025/lesung#summary", str(file)) == ("[]\n", 0)


def test_stale_fields_that_stay_are_told(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text(STALE, encoding="utf-8")
    assert said(events, "stamp", "--lang", "uk", "--dry-run") == (
        "2025/fest.uk.md\n2025/lesung.uk.md\n2 Dateien gestempelt (nur zur Probe).\n"
        "1 veraltete Felder bleiben veraltet. Was wieder passt, nennen Sie beim Namen: 2025/sommerfest.uk.md\n", 0,
    )
