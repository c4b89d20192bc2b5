"""What it costs: a price where the words begin with it, all other words as they are."""

from __future__ import annotations

import pytest

from ikw.cells.money import cost_of
from ikw.cells.words import UnreadError
from ikw.source import Value

CASES: list[tuple[str, Value | None]] = [
    ("", None), ("-", None), ("?", None), ("noch offen", None),
    ("kostenfrei", "free"), ("gebührenfrei", "free"), ("Eintritt frei", "free"), ("Die Teilnahme ist kostenlos.", "free"), ("keine", "free"),
    ("0 €", "free"), ("0,-", "free"), ("0,– €", "free"), ("Spende", "donation"), ("auf Spendenbasis", "donation"), ("Eintritt frei, Spenden erbeten", "donation"),
    ("Eintritt frei, um eine Spende wird gebeten", "donation"),
    ("8 Euro", "8 Euro"), ("Eintritt: 5 Euro", "5 Euro"), ("Teilnahmegebühr 8", "8 €"), ("8", "8 €"), ("8,50", "8,50 €"), ("8,- €", "8 €"), ("€ 8", "€ 8"),
    ("8 €, ermäßigt 5 €", {"regular": "8 €", "reduced": "5 €"}), ("8 € (erm. 5 €)", {"regular": "8 €", "reduced": "5 €"}),
    ("8/5 € ermäßigt", {"regular": "8 €", "reduced": "5 €"}), ("8 € / 5 € erm.", {"regular": "8 €", "reduced": "5 €"}),
    ("3 Euro für Erwachsene", {"regular": "3 Euro", "note": "für Erwachsene"}),
    ("5 €, Kinder frei", {"regular": "5 €", "note": "Kinder frei"}),
    ("5 € pro Person (inkl. Essen)", {"regular": "5 €", "note": "pro Person (inkl. Essen)"}),
    ("frei (Anmeldung nötig)", {"regular": "free", "note": "Anmeldung nötig"}),
    # no price that stands for all: the words as they are
    ("VVK 8 €, AK 10 €", {"note": "VVK 8 €, AK 10 €"}), ("2 € Kinder, 5 € Erwachsene", {"note": "2 € Kinder, 5 € Erwachsene"}),
    ("kostenlos für Mitglieder", {"note": "kostenlos für Mitglieder"}), ("frei, Kinder 2 €", {"note": "frei, Kinder 2 €"}),
    ("ab 5 Euro", {"note": "ab 5 Euro"}), ("3 Gänge", {"note": "3 Gänge"}), ("siehe Website", {"note": "siehe Website"}),
    ("Eintritt: 5 Euro", "5 Euro"), ("Eintritt 5 €, ermäßigt 3 €", {"regular": "5 €", "reduced": "3 €"}), ("Kosten: Spende", "donation"),
    ("Eintritt auf Anfrage", {"note": "Eintritt auf Anfrage"}), ("Kostenbeitrag: 5 € für Material", {"regular": "5 €", "note": "für Material"}),
    ("{regular: 8 €, reduced: 5 €}", {"regular": "8 €", "reduced": "5 €"}),
]


@pytest.mark.parametrize(("text", "cost"), CASES, ids=[case[0] for case in CASES])
def test_words_become_a_price(text: str, cost: Value | None) -> None:
    assert cost_of({"cost": text}) == cost


def test_prices_in_cells_of_their_own() -> None:
    assert cost_of({"cost": "8", "cost.reduced": "5"}) == {"regular": "8 €", "reduced": "5 €"}
    assert cost_of({"cost": "free", "cost.note": "Anmeldung nötig"}) == {"regular": "free", "note": "Anmeldung nötig"}
    assert cost_of({"cost": "Spende", "cost.note": "am Ausgang"}) == {"regular": "free", "note": "Spende willkommen. am Ausgang"}
    assert cost_of({"cost.note": "steht noch nicht fest"}) == {"note": "steht noch nicht fest"}


def test_a_price_that_stands_twice_is_not_read() -> None:
    with pytest.raises(UnreadError, match="zweimal: 5 €"):
        cost_of({"cost": "8 €, ermäßigt 5 €", "cost.reduced": "4"})
