"""Registration and contact: ways and deadline where they stand once; nobody's contact without consent."""

from __future__ import annotations

import pytest

from ikw.cells.sign_up import contact_of, registration_of
from ikw.cells.words import UnreadError
from ikw.source import Value
from records import SPAN

CASES: list[tuple[str, Value | None]] = [
    ("", None), ("-", None), ("??", None), ("ja?", {"note": "ja?"}), ("folgt", {"note": "folgt"}),
    ("erforderlich", "required"), ("Ja", "required"), ("x", "required"), ("Anmeldung erforderlich", "required"), ("mit Anmeldung", "required"),
    ("Bitte melden Sie sich an", "required"), ("Nein, einfach kommen", "nein"), ("nein", "nein"), ("nicht erforderlich", "nein"), ("n. erf.", "nein"), ("nicht erf.", "nein"), ("erf.", "required"), ("keine", "nein"), ("ohne Anmeldung", "nein"), ("keine Anmeldung nötig", "nein"),
    ("06621 123456", {"phone": "06621 123456"}), ("Tel. 06621/1234-56", {"phone": "06621/1234-56"}),
    ("buero@example.org", {"email": "buero@example.org"}), ("www.example.org/a", {"url": "https://www.example.org/a"}),
    ("bis 12.9. unter 06621 123456 oder buero@example.org", {"until": "12.9.", "phone": "06621 123456", "email": "buero@example.org"}),
    ("bis zum 12. September per Mail an buero@example.org", {"until": "12. September", "email": "buero@example.org"}),
    ("Anmeldeschluss: 31.08.25", {"until": "31.08.25"}),
    ("max. 20 Personen, bis 10.09.2025 unter 06621 123", {"until": "10.09.2025", "phone": "06621 123", "places": "20"}),
    # words that say more stay
    ("web oder Telefon (VHS-Kursnummer)", {"note": "web oder Telefon (VHS-Kursnummer)"}), ("Telefon", {"note": "Telefon"}),
    ("Anmeldeschluss: 31.08.25, web oder Telefon", {"until": "31.08.25", "note": "web oder Telefon"}),
    ("bei Frau Muster, 06621 123456", {"phone": "06621 123456", "note": "bei Frau Muster"}),
    ("bis 10.9. bei Frau Muster, 06621 123", {"until": "10.9.", "phone": "06621 123", "note": "bei Frau Muster"}),
    ("Telefonisch unter 06621 1234, nur vormittags", {"phone": "06621 1234", "note": "nur vormittags"}),
    ("Anmeldung bis zum 10.9. per Mail an a@example.org. Bitte nennen Sie das Alter.",
     {"until": "10.9.", "email": "a@example.org", "note": "Bitte nennen Sie das Alter."}),
    # a sentence around a number is kept whole
    ("Karten unter 06621 1234 reservieren", {"phone": "06621 1234", "note": "Karten unter 06621 1234 reservieren"}),
    ("Abendkasse", {"note": "Abendkasse"}), ("06621 1234 oder 0170 1234567", {"note": "06621 1234 oder 0170 1234567"}),
    ("bis 33.9.", {"note": "bis 33.9."}),
    ("{phone: 06621 1234, places: 20}", {"phone": "06621 1234", "places": "20"}),
]


@pytest.mark.parametrize(("text", "registration"), CASES, ids=[case[0] for case in CASES])
def test_words_become_a_registration(text: str, registration: Value | None) -> None:
    assert registration_of({"registration": text}, SPAN) == registration


def test_registration_in_cells_of_its_own() -> None:
    words = {"registration": "ja", "registration.until": "12.9.", "registration.url": "www.example.org", "registration.places": "20"}
    assert registration_of(words, SPAN) == {"until": "12.9.", "url": "https://www.example.org", "places": "20"}
    assert registration_of({"registration.phone": "06621 1"}, SPAN) == {"phone": "06621 1"}


@pytest.mark.parametrize(("words", "why"), [
    ({"registration": "nein", "registration.phone": "06621 1"}, "keine Anmeldung nötig"),
    ({"registration": "bis 12.9.", "registration.until": "13.9."}, "zweimal und verschieden"),
])
def test_what_contradicts_is_not_read(words: dict[str, str], why: str) -> None:
    with pytest.raises(UnreadError, match=why):
        registration_of(words, SPAN)


CONTACTS: list[tuple[dict[str, str], Value | None, bool]] = [
    ({}, None, False),
    ({"contact": "Frau Muster, Tel. 06621 123456", "contact.consent": "ja"},
     {"name": "Frau Muster", "phone": "06621 123456", "consent": "ja"}, False),
    ({"contact": "Büro", "contact.email": "buero@example.org", "contact.consent": "x"},
     {"name": "Büro", "email": "buero@example.org", "consent": "ja"}, False),
    ({"contact": "Frau Muster, 06621 123456"}, None, True),
    ({"contact.phone": "06621 123456", "contact.consent": "nein"}, None, True),
    ({"contact": "{name: Büro, phone: 06621 1, consent: true}"}, {"name": "Büro", "phone": "06621 1", "consent": "true"}, False),
    ({"contact": "{name: Büro, phone: 06621 1}"}, None, True),
]


@pytest.mark.parametrize(("words", "contact", "is_private"), CONTACTS, ids=[str(case[0]) for case in CONTACTS])
def test_a_contact_needs_consent(words: dict[str, str], contact: Value | None, is_private: bool) -> None:
    assert contact_of(words) == (contact, is_private)
