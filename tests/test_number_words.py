"""Which numbers a German text says in words."""

from __future__ import annotations

import pytest

from ikw.number_words import spelled_numbers

TEXTS: dict[str, set[int]] = {
    "": set(), "Alle kommen.": set(), "drei Lieder": {3}, "Drei Lieder, Zwölf Stühle": {3, 12}, "vierzehn": {14}, "vierzig": {40}, "dreißigster": {30},
    "einundzwanzig": {21}, "fünfhundert Jahre": {500}, "zweitausend": {2000}, "ein paar": {1, 2}, "ein dreitägiges Fest": {1, 3},
    "im September": {9}, "zum Mai": {5}, "ein halbes Jahr": {1, 30, 50}, "anderthalb Stunden": {1, 5, 90}, "rund um die Uhr": {24},
    # inside a word a number is none
    "vereint": set(), "beachten": set(), "Verdreifachung": set(),
    # hours, by either clock
    "um acht": {8, 20}, "acht Uhr": {8, 20}, "acht Leute": {8}, "um achtzig": {80}, "halb drei": {30, 50, 3, 15, 2, 14, 45},
    "Viertel nach eins": {15, 25, 1, 13, 0, 12, 45}, "um eins": {1, 13},
}


@pytest.mark.parametrize(("text", "numbers"), TEXTS.items(), ids=TEXTS)
def test_spelled_numbers(text: str, numbers: set[int]) -> None:
    assert spelled_numbers(text) == numbers
