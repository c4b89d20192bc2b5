"""What a translation lost or made up, and what it may change."""

from __future__ import annotations

import time

import pytest

from ikw.losses import losses

# German, translation, what is said of it
TEXTS: dict[str, tuple[str, str, list[str]]] = {
    # links
    "a link that is kept": ("[Verein](https://a.example/x)", "[Спілка](https://a.example/x)", []),
    "a link that is lost": ("[Verein](https://a.example/x)", "Спілка", ["Der Link „https://a.example/x“ fehlt."]),
    "a link in brackets becomes one with words": ("<https://a.example>", "[тут](https://a.example)", []),
    "a link that is made up": ("Verein", "[Спілка](https://b.example)", ["Der Link „https://b.example“ steht im Deutschen nicht."]),
    "a link that changed": (
        "https://a.example/x.", "https://a.example/y.",
        ["Der Link „https://a.example/x“ fehlt.", "Der Link „https://a.example/y“ steht im Deutschen nicht."],
    ),
    "an address": ("an a@b.example", "a@b.example.", []),
    "an address that is lost": ("[schreiben](mailto:a@b.example)", "писати", ["Der Link „a@b.example“ fehlt."]),
    # numbers
    "numbers": ("um 18.30 Uhr für 8,50 €", "о 18:30 за €8.50", []),
    "a time that is lost": ("um 18.30 Uhr", "ввечері", ["Die Zahl 18 fehlt.", "Die Zahl 30 fehlt."]),
    "twelve hours": ("um 18.30 Uhr", "at 6:30 pm", ["Die Zahl 18 fehlt.", "Die Zahl 6 steht im Deutschen nicht."]),
    "a price that changed": ("8 €", "9 €", ["Die Zahl 8 fehlt.", "Die Zahl 9 steht im Deutschen nicht."]),
    "cents that are none": ("8,00 €", "8 €", []),
    "leading zeros": ("9.05 Uhr", "09:05", []),
    "thousands": ("1.000 Sterne, 20.000 Lichter", "1,000 stars, 20 000 lights", []),
    "thousands with a space": ("1 400 Pfeifen", "1400 труб", []),
    "thousands that changed": ("1.000 Sterne", "2,000 stars", ["Die Zahl 1000 fehlt.", "Die Zahl 2000 steht im Deutschen nicht."]),
    # numbers that are made up
    "a number that is made up": ("Alle kommen.", "All 200 come.", ["Die Zahl 200 steht im Deutschen nicht."]),
    "each once": ("Alle kommen.", "All 200 of 200 come.", ["Die Zahl 200 steht im Deutschen nicht."]),
    "a made-up number of Arabic": ("30 Plätze", "30 مكانا، ١٢ طاولة", ["„١٢“ sind keine europäischen Ziffern.", "Die Zahl ١٢ steht im Deutschen nicht."]),
    "a year that is made up": ("am 14.9.", "on 14 September 2025", ["Die Zahl 2025 steht im Deutschen nicht."]),
    "a month as a number": ("am 14. September", "14.09.", []),
    "an hour in words": ("um acht, um halb drei und ab elf Uhr", "at 20:00, 14:30 and from 23:00", []),
    "an hour of the morning": ("um acht Uhr", "at 8:00", []),
    "another hour": ("um acht Uhr", "at 9:00", ["Die Zahl 9 steht im Deutschen nicht."]),
    "a day in words": ("am einundzwanzigsten, zum dritten Mal", "21, 3rd time", []),
    "a word that begins with a number": ("ein dreitägiges Fest für Achtjährige", "3-day festival for 8 year olds", []),
    "half an hour": ("eine halbe Stunde, dann eine Dreiviertelstunde", "30 minutes, then 45", []),
    "no hours": ("8,00 €", "€8.00", []),
    "a number in a made-up address": ("Hier", "[тут](https://a.example/2025)", ["Der Link „https://a.example/2025“ steht im Deutschen nicht."]),
    "a date": ("am 14.09.2025 und am 5.10.", "on 14 September 2025 and 5 October", []),
    "a day that is lost": ("am 14.09.2025", "у вересні 2025", ["Die Zahl 14 fehlt."]),
    "a time like a date": ("um 9.30.", "at 9", ["Die Zahl 30 fehlt."]),
    "a number in words": ("3 Lieder", "три пісні", ["Die Zahl 3 fehlt."]),
    "a number that was a word": ("drei Lieder", "3 пісні", []),
    "digits in an address": ("https://a.example/2025", "https://a.example/2025", []),
    "digits of Arabic": ("30 Plätze", "٣٠ مكانا", ["„٣٠“ sind keine europäischen Ziffern."]),
    # placeholders
    "a placeholder": ("Hallo {name}", "Привіт {name}", []),
    "a placeholder that is lost": ("Hallo {name}", "Привіт {ім'я}", [
        "Der Platzhalter „{name}“ fehlt.", "Der Platzhalter „{ім'я}“ steht im Deutschen nicht.",
    ]),
    "percent": ("100 % Spaß", "100 % радості", []),
    # structure
    "structure": ("## Ablauf\n\n- a\n- b\n\n> c\n\n**d**", "## План\n\n- а\n- б\n\n> в\n\n*г*", []),
    "a heading that is lost": ("## Ablauf\n\nText", "План\n\nТекст", ["Überschriften: im Deutschen 1, in der Übersetzung 0."]),
    "items": ("- a\n- b", "- а\n- б\n- в", ["Punkte in Listen: im Deutschen 2, in der Übersetzung 3."]),
    "a quote": ("> a", "а", ["Zitate: im Deutschen 1, in der Übersetzung 0."]),
    "broken bold": ("**wichtig**", "** важливо **", ["Hervorhebungen: im Deutschen 1, in der Übersetzung 0."]),
    "more bold": ("wichtig", "**важливо**", []),
    "a paragraph that is lost": ("a\n\nb\n\nc", "а\n\nб", ["Absätze: im Deutschen 3, in der Übersetzung 2."]),
    "lines": ("a\nb\n\nc", "а б\n\nв", []),
}


@pytest.mark.parametrize(("german", "own", "messages"), TEXTS.values(), ids=TEXTS)
def test_losses(german: str, own: str, messages: list[str]) -> None:
    found = list(losses(german, own))
    assert [fault.message for fault in found] == messages
    assert {fault.severity for fault in found} <= {"warning"}


def test_a_title_has_no_structure() -> None:
    assert list(losses("# 1 *Stern*", "1 зірка", is_markdown=False)) == []


def test_easy_language_has_its_own_structure_but_the_same_facts() -> None:
    found = losses("Um 18 Uhr. **Alle** kommen.\n\n- a", "## Wann?\n\nAm Abend.\n\nAlle kommen.", is_free=True)
    assert [fault.message for fault in found] == ["Die Zahl 18 fehlt."]


def test_a_number_of_another_field_is_not_made_up() -> None:
    assert list(losses("Wir fahren Rad.", "We ride 34 km.", elsewhere="Die Strecke misst 34 Kilometer.")) == []


def test_easy_language_may_explain_with_numbers() -> None:
    assert list(losses("Ein Kilometer.", "1 Kilometer. Das sind 1000 Meter.", is_free=True)) == []


def test_mends_say_what_to_write() -> None:
    found = losses("[a](https://a.example) {b} **c** 1", "https://b.example {d} ٢")
    assert [fault.mend for fault in found] == [
        "Setzen Sie ihn wieder ein, so wie er im Deutschen steht.", "Löschen Sie ihn.", "Setzen Sie ihn unverändert wieder ein.",
        "Löschen Sie ihn.", "Schreiben Sie Zahlen, Preise und Zeiten wie im Deutschen, in Ziffern und mit 24 Stunden.",
        "Schreiben Sie 2, wie es auf Plakaten und Fahrkarten steht.", "Löschen Sie sie, oder schreiben Sie sie zuerst in den deutschen Text.",
        "Gliedern Sie die Übersetzung wie den deutschen Text, mit denselben Zeichen (**, -, ##, >, Leerzeilen).",
    ]


@pytest.mark.parametrize("part", ["a", "1.", "{", "%(", "a@", "www.", "9.9.", "1 000", "https://"])
def test_hostile_texts_are_judged_fast(part: str) -> None:
    text = (part * 20_000)[:20_000]
    started = time.perf_counter()
    list(losses(text, text[1:]))
    assert time.perf_counter() - started < 2
