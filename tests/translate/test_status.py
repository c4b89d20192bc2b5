"""How much is translated, and what wants work."""

from __future__ import annotations

from pathlib import Path

from ikw.translate.stamp import stamp
from ikw.translate.status import status, status_text, wanted, wanted_text
from ikw.translate.work import read_work
from ikw.translation import fingerprint


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
