"""Tables that mean harm, or are only too big: nothing leaves the folder, nothing is run, nothing takes minutes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from importers.making import HEADINGS, ROW, events, last_line, run, table

Capture = pytest.CaptureFixture[str]
# Titles that a shell, a runner of workflows, a terminal, YAML or a file system would take for more than words.
TITLES = (
    "$(reboot)", "`id`", "; rm -rf /", "../../../etc/passwd", "/etc/passwd", "a\nb", "::set-output name=a::b", "::error file=a::b", "--help", "-rf",
    "\x1b[31mrot\x1b[0m", "CON", "fest.md", "edition.yaml", "import.yaml", ".git/config", "---", "title: b", "{a: b}", "[x]", "&a *a", "!!python/object:os",
    "=cmd|' /C calc'!A0", "@SUM(1)", "+1", "\u202egnp.exe", "<script>alert(1)</script>", "%s%n", "${HOME}", "a" * 5000, "\\", "'; DROP TABLE events; --",
)


def test_no_title_leads_anywhere_or_does_anything(project: Path, capsys: Capture) -> None:
    outside = {path for path in project.parent.rglob("*") if "events" not in path.parts and ".cache" not in path.parts}
    rows = [(title, "14.9.2025", f"{10 + number % 12}.{number % 60:02} Uhr", "Stadthalle", "Verein Eins") for number, title in enumerate(TITLES)]
    status, said = run(capsys, "import", table(project / "a.csv", *rows))
    assert status in (0, 1)
    assert "\x1b" not in said
    assert [line for line in said.splitlines() if line.startswith("::")] == []
    now = {path for path in project.parent.rglob("*") if "events" not in path.parts and ".cache" not in path.parts}
    assert now - outside == {project / "a.csv"}
    assert all(name.replace("-", "").isalnum() and name.isascii() for name in events(project))
    assert run(capsys, "check")[0] == 0
    github = run(capsys, "check", "--format", "github")[1]
    assert [line for line in github.splitlines() if not line.startswith(("::warning file=events/2025/", "::notice"))] == []


@pytest.mark.parametrize("name", ["a;reboot.csv", "a\nb.csv", "$(id).csv", "-rf.csv", "<b>.csv", "\u202ecsv.csv"])
def test_no_name_of_a_file_does_anything(name: str, project: Path, capsys: Capture) -> None:
    path = table(project / name, ROW)
    status, said = run(capsys, "import", f"./{path.name}")
    assert (status, last_line(said)) == (0, "1 Zeile: 1 neu, 0 aktualisiert, 0 unverändert, 0 Entwürfe, 0 abgewiesen.")
    assert run(capsys, "check")[1].count("import.yaml") == 0


@pytest.mark.slow
def test_ten_thousand_rows_take_seconds(project: Path, capsys: Capture) -> None:
    rows = [(f"Fest {number}", "14.9.2025", "18 Uhr", f"Halle {number}", "Verein Eins", "8 €") for number in range(10_000)]
    path = table(project / "a.csv", *rows, headings=(*HEADINGS, "Eintritt"))
    started = time.process_time()
    said = run(capsys, "import", path, "--dry-run")[1]
    assert last_line(said).startswith("10000 Zeilen: 10000 neu, ")
    assert time.process_time() - started < 60


def test_ten_thousand_rows_of_one_title_end(project: Path, capsys: Capture) -> None:
    rows = [("Fest", "14.9.2025", "18 Uhr", f"Halle {number}", "Verein Eins") for number in range(1_000)]
    said = run(capsys, "import", table(project / "a.csv", *rows))[1]
    assert last_line(said).startswith("1000 Zeilen: 1000 neu, ")
    assert "fest-1000" in events(project)


@pytest.mark.parametrize(("name", "message"), [
    ("a.pdf", "Diese Art von Datei kenne ich nicht."), ("fehlt.csv", "Die Datei gibt es nicht."), ("ordner", "Das ist ein Ordner."),
    ("leer.csv", "In keiner Zeile stehen Überschriften"), ("leer.xlsx", "Das ist keine Tabelle, die sich lesen lässt."), ("leer.ics", "steht kein Termin"),
])
def test_what_is_no_table_is_one_clear_line(name: str, message: str, project: Path, capsys: Capture) -> None:
    (project / "ordner").mkdir()
    if name not in ("fehlt.csv", "ordner"):
        (project / name).write_bytes(b"")
    status, said = run(capsys, "import", name)
    assert (status, said.startswith(f"{name}: "), message in said, len(said.splitlines())) == (2, True, True, 1)
