"""What is stamped, and what only by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ikw.translate.stamp import stamp
from ikw.translate.work import read_work
from ikw.translation import fingerprint
from ikw.usage import UsageError
from translate.small import FEST_UK, MACHINE, STALE, STAMPED, read


def test_stamp_notes_the_german_of_now(events: Path) -> None:
    assert stamp(events).changed == ["2025/fest.uk.md"]
    assert read(events, "2025/fest.uk.md") == STAMPED
    assert stamp(events).changed == []


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


CATEGORIES = "fest: {name: {de: Feste, uk: Свята, ar: مهرجانات}}\nmusik: {name: {de: Musik, uk: Музика}}\n"
FESTE, MUSIK, FEIERN = fingerprint("Feste"), fingerprint("Musik"), fingerprint("Feiern")


def noted(events: Path) -> list[str]:
    """Return what is noted of data files."""
    return [line for line in read(events, "translations.yaml").split("\n") if line and not line.startswith("#")]


def test_what_texts_of_data_files_were_made_from_stands_apart(events: Path) -> None:
    (events / "categories.yaml").write_text(CATEGORIES, encoding="utf-8")
    assert stamp(events, dry_run=True).changed == ["2025/fest.uk.md", "translations.yaml"]
    assert not (events / "translations.yaml").exists()
    assert stamp(events).changed == ["2025/fest.uk.md", "translations.yaml"]
    assert read(events, "categories.yaml") == CATEGORIES
    assert noted(events) == [f"categories.yaml#fest.name: {{ar: {FESTE}, uk: {FESTE}}}", f"categories.yaml#musik.name: {{uk: {MUSIK}}}"]
    assert stamp(events).changed == []


DATA_NAMES = {
    "nothing": ([], f"{{ar: {FESTE}, uk: {FESTE}}}", 2),
    "a file": (["categories.yaml"], f"{{ar: {FEIERN}, uk: {FEIERN}}}", 0),
    "a file in its folder": (["events/categories.yaml"], f"{{ar: {FEIERN}, uk: {FEIERN}}}", 0),
    "a text": (["categories.yaml#fest.name"], f"{{ar: {FEIERN}, uk: {FEIERN}}}", 0),
    "another text": (["categories.yaml#musik.name"], f"{{ar: {FESTE}, uk: {FESTE}}}", 1),
}


@pytest.mark.parametrize(("names", "fest", "stale"), DATA_NAMES.values(), ids=DATA_NAMES)
def test_a_stale_text_of_a_data_file_is_stamped_only_by_name(events: Path, names: list[str], fest: str, stale: int) -> None:
    (events / "categories.yaml").write_text(CATEGORIES, encoding="utf-8")
    stamp(events)
    (events / "categories.yaml").write_text(CATEGORIES.replace("Feste", "Feiern"), encoding="utf-8")
    found = stamp(events, names=names)
    assert (noted(events)[0], found.stale) == (f"categories.yaml#fest.name: {fest}", stale)


def test_a_language_of_a_data_file_is_stamped_alone(events: Path) -> None:
    (events / "2025/edition.yaml").write_text("title: {de: Woche, uk: Тиждень, ar: أسبوع}\nfrom: 14.09.2025\nto: 28.09.2025\n", "utf-8")
    stamp(events, "uk", ["2025/edition.yaml#title"])
    assert noted(events) == [f"2025/edition.yaml#title: {{uk: {fingerprint('Woche')}}}"]


def test_what_is_noted_goes_with_its_text(events: Path) -> None:
    (events / "categories.yaml").write_text(CATEGORIES, encoding="utf-8")
    stamp(events)
    (events / "categories.yaml").write_text("musik: {name: {de: Musik, uk: Музика}}", encoding="utf-8")
    assert (stamp(events).changed, noted(events)) == (["translations.yaml"], [f"categories.yaml#musik.name: {{uk: {MUSIK}}}"])
    (events / "categories.yaml").write_text("musik: {name: Musik}", encoding="utf-8")
    assert (stamp(events).changed, (events / "translations.yaml").exists()) == (["translations.yaml"], False)


def test_a_text_of_a_data_file_that_there_is_not(events: Path) -> None:
    (events / "categories.yaml").write_text(CATEGORIES, encoding="utf-8")
    with pytest.raises(UsageError, match=r"^Dazu gibt es keine Übersetzung: categories\.yaml#tanz\.name\."):
        stamp(events, names=["categories.yaml#tanz.name"])


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Prose pages beside the events: one of them translated twice."""
    folder = tmp_path / "content" / "pages"
    folder.mkdir(parents=True)
    (folder / "kontakt.md").write_text("Title: Kontakt\nSlug: kontakt\n\nRufen Sie an.\n", encoding="utf-8")
    (folder / "kontakt.uk.md").write_text("Title: Контакти\nSlug: kontakt\nLang: uk\n\nТелефонуйте.\n", encoding="utf-8")
    (folder / "kontakt.ar.md").write_text("Title: التواصل\nSlug: kontakt\nLang: ar\n\nاتصلوا.\n", encoding="utf-8")
    return folder


def test_prose_pages_are_stamped_whole(events: Path, pages: Path) -> None:
    assert stamp(events, pages=pages, dry_run=True).changed == ["2025/fest.uk.md", "pages/kontakt.ar.md", "pages/kontakt.uk.md"]
    stamp(events, pages=pages)
    text = (pages / "kontakt.uk.md").read_text(encoding="utf-8")
    assert text.startswith("Title: Контакти\nSlug: kontakt\nLang: uk\nSource: ")
    assert stamp(events, pages=pages).changed == []
    (pages / "kontakt.md").write_text("Title: Kontakt\nSlug: kontakt\n\nSchreiben Sie.\n", encoding="utf-8")
    found = stamp(events, pages=pages)
    assert (found.changed, found.stale) == ([], 2)
    assert stamp(events, names=["content/pages/kontakt.uk.md"], pages=pages).changed == ["pages/kontakt.uk.md"]
    assert stamp(events, names=["pages/kontakt.md"], pages=pages).changed == ["pages/kontakt.ar.md"]
