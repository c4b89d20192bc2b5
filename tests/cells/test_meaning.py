"""Two spellings of one value are the same; two values are not."""

from __future__ import annotations

import pytest

from ikw.cells.meaning import differing
from ikw.source import Value

SAME: list[tuple[dict[str, Value], dict[str, Value]]] = [
    ({"cost": "8"}, {"cost": "8 €"}), ({"cost": {"regular": "8,50"}}, {"cost": {"regular": "8.50 Euro"}}), ({"draft": "true"}, {"draft": "ja"}), ({"draft": "nein"}, {}),
    ({"audience": "families"}, {"audience": ["families"]}), ({"when": ["14.9."]}, {"when": "14.9."}),
    ({"contact": {"name": "Büro", "consent": "true"}}, {"contact": {"consent": "ja", "name": "Büro"}}),
]
DIFFERENT: list[tuple[dict[str, Value], dict[str, Value], list[str]]] = [
    ({"cost": "8"}, {"cost": "9"}, ["cost"]), ({"cost": "free"}, {"cost": "0 €"}, ["cost"]), ({"title": "A"}, {"title": "a"}, ["title"]),
    ({"title": "A", "room": "1"}, {"title": "A"}, ["room"]), ({"venue": ["a", "b"]}, {"venue": ["b", "a"]}, ["venue"]),
    ({"draft": "ja"}, {"draft": "nein"}, ["draft"]),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same(one: dict[str, Value], other: dict[str, Value]) -> None:
    assert differing(one, other) == []


@pytest.mark.parametrize(("one", "other", "names"), DIFFERENT)
def test_not_the_same(one: dict[str, Value], other: dict[str, Value], names: list[str]) -> None:
    assert differing(one, other) == names
