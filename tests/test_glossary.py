"""Tests of glossary: every hard word is found in all its forms, explained once, and in words that are easy themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from ikw.easy_language import check
from ikw.glossary import GLOSSARY, explanations

CATALOG = Path(__file__).parent.parent / "theme" / "translations" / "de_simple" / "LC_MESSAGES" / "messages.po"


def words(*texts: str) -> list[str]:
    """Return the words that the texts make the glossary explain, in order."""
    by_text = {entry.explanation: entry.word for entry in GLOSSARY}
    return [by_text[text] for text in explanations(texts, set())]


@pytest.mark.parametrize("entry", GLOSSARY, ids=lambda entry: entry.word)
def test_an_explanation_is_easy_and_names_its_word(entry):
    assert check(entry.explanation) == ()
    assert entry.word in words(entry.explanation)
    assert entry.word in words(entry.word)


def test_no_word_is_explained_in_two_ways():
    assert len({entry.word for entry in GLOSSARY}) == len({entry.explanation for entry in GLOSSARY}) == len(GLOSSARY)


@pytest.mark.parametrize(("text", "expected"), [
    # forms of a word
    ("Bitte melden Sie sich an", ["Anmeldung"]),
    ("Im Internet anmelden", ["Anmeldung"]),
    ("Wir haben uns angemeldet.", ["Anmeldung"]),
    ("Das kostet nichts. Sie können etwas spenden.", ["Spende"]),
    ("ermäßigt: 5 €", ["ermäßigt"]),
    ("Es gibt eine Ermäßigung.", ["ermäßigt"]),
    ("Jemand dolmetscht.", ["dolmetschen"]),
    ("Die Dolmetscherin kommt.", ["dolmetschen"]),
    ("in Leichter Sprache", ["Leichte Sprache"]),
    ("in der Interkulturellen Woche", ["interkulturell"]),
    ("Der Eingang ist barrierefrei.", ["barriere-frei"]),
    ("Erklärung zur Barriere-Freiheit", ["barriere-frei"]),
    ("die Kirchen-Gemeinde", ["Gemeinde"]),
    # parts with a hyphen, a mediopoint, or in one
    ("Hör-Anlage", ["Hör-Anlage"]),
    ("Hör·anlage", ["Hör-Anlage"]),
    ("Höranlage", ["Hör-Anlage"]),
    ("Deutsche Gebärden-Sprache", ["Gebärden-Sprache"]),
    ("Gottesdienste", ["Gottes-Dienst"]),
    ("Grußwort", ["Gruß-Wort"]),
    # whole words only
    ("Vereinsheim, Spendenlauf, Termin-Kalender, verlinkt", []),
    ("Links ist die Sonne, rechts ein Baum.", []),
    ("die Vereinten Nationen", []),
    ("Wir machen Musik.", []),
])
def test_a_hard_word_is_found_in_its_forms(text, expected):
    assert words(text) == expected


def test_words_are_explained_in_the_order_they_stand():
    assert words("Die Spende", "Anmeldung und Feed") == ["Spende", "Anmeldung", "Feed"]


def test_a_word_is_explained_once_on_a_page():
    told: set[str] = set()
    assert explanations(["Anmeldung", "Bitte melden Sie sich an"], told) == (
        "Anmeldung heißt: Sie sagen vorher Bescheid, dass Sie kommen.",
    )
    assert told == {"Anmeldung"}
    assert explanations(["Anmeldung im Verein"], told) == (
        "In einem Verein machen Menschen etwas zusammen. Zum Beispiel Sport oder Musik.",
    )
    assert told == {"Anmeldung", "Verein"}


def test_hard_words_that_the_site_still_uses_are_explained():
    with CATALOG.open("rb") as file:
        said = [message.string for message in read_po(file) if message.id and isinstance(message.string, str)]
    assert set(words(*said)) >= {
        "Anmeldung", "Spende", "ermäßigt", "dolmetschen", "Kinder-Betreuung", "Treffpunkt", "Zugang", "Hör-Anlage",
        "Gebärden-Sprache", "Ruhe-Raum", "Leichte Sprache", "Veranstaltung", "Termin", "Motto", "Gruß-Wort", "Link", "Feed",
        "Impressum", "Daten-Schutz", "barriere-frei", "interkulturell",
    }
