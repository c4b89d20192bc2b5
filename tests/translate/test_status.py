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
        "de-simple            0         0      5          0           0\n\n"
        "Namen, Titel, Motto und Grußwort, gezählt werden Felder:\n"
        "Sprache    vollständig  veraltet  fehlt  unbekannt  maschinell\n"
        "uk                   0         0      1          0           0\n"
        "de-simple            0         0      1          0           0\n"
    )


def test_status_has_a_block_for_each_edition(events: Path) -> None:
    (events / "2024").mkdir()
    (events / "2024/markt.md").write_text("---\ntitle: Markt\nwhen: 14.09.2024\n---\n", encoding="utf-8")
    rows = status(read_work(events), ["uk"])
    assert [(row.edition, row.lang, dict(row.states), row.machine) for row in rows] == [
        ("2025", "uk", {"complete": 0, "stale": 0, "missing": 4, "unknown": 1}, 0),
        ("2024", "uk", {"complete": 0, "stale": 0, "missing": 1, "unknown": 0}, 0),
        ("", "uk", {"complete": 0, "stale": 0, "missing": 1, "unknown": 0}, 0),
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
        "2025/edition.yaml: title: fehlt\n"
    )


def test_wanted_of_a_finished_language(events: Path) -> None:
    assert wanted_text(iter(()), "uk") == "uk: Alles ist übersetzt und passt.\n"


def test_texts_of_data_files_are_counted(events: Path) -> None:
    (events / "categories.yaml").write_text("fest: {name: {de: Feste, uk: Свята, ar: مهرجانات}}\nmusik: {name: {de: Musik, uk: Музика}}\n", "utf-8")
    (events / "venues.yaml").write_text("hof: {name: {de: Hof, uk: Двір}}\nhaus: {name: Haus}\n", encoding="utf-8")
    (events / "organisers.yaml").write_text("chor: {name: Chor}\n", encoding="utf-8")
    stamp(events, names=["categories.yaml#fest.name"])
    (events / "categories.yaml").write_text("fest: {name: {de: Feiern, uk: Свята, ar: مهرجانات}}\nmusik: {name: {de: Musik, uk: Музика}}\n", "utf-8")
    rows = status(read_work(events), ["uk", "ar"])
    assert [(row.lang, dict(row.states)) for row in rows if not row.edition] == [
        ("uk", {"complete": 0, "stale": 1, "missing": 1, "unknown": 2}), ("ar", {"complete": 0, "stale": 1, "missing": 2, "unknown": 0}),
    ]
    assert wanted_text((one for one in wanted(read_work(events), "uk") if one.path.endswith(".yaml")), "uk") == (
        "categories.yaml: fest.name: veraltet\ncategories.yaml: musik.name: unbekannt\n"
        "venues.yaml: hof.name: unbekannt\n2025/edition.yaml: title: fehlt\n"
    )


def test_prose_pages_are_counted_by_themselves(events: Path) -> None:
    pages = events.parent / "content" / "pages"
    pages.mkdir(parents=True)
    for name, text in {
        "kontakt.md": "Title: Kontakt\nSlug: kontakt\n", "kontakt.uk.md": "Title: Контакти\nSlug: kontakt\nLang: uk\nSource: 00000000\n",
        "ueber.md": "Title: Über\nSlug: ueber\n", "ueber.uk.md": "Title: Про\nSlug: ueber\nLang: uk\n", "alt.md": "Title: Alt\nSlug: alt\nStatus: hidden\n",
    }.items():
        (pages / name).write_text(text, encoding="utf-8")
    work = read_work(events, pages=pages)
    assert status_text(status(work, ["uk", "ar"])).endswith(
        "\n\nSeiten:\nSprache  vollständig  veraltet  fehlt  unbekannt  maschinell\n"
        "uk                 0         1      0          1           0\nar                 0         0      2          0           0\n"
    )
    assert wanted_text((one for one in wanted(work, "uk") if one.path.startswith("pages/")), "uk") == (
        "pages/kontakt.uk.md: page: veraltet\npages/ueber.uk.md: page: unbekannt\n"
    )
