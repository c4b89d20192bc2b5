"""A name names one record or none: in any spelling, with its address, and never by a guess."""

from __future__ import annotations

import pytest

from cells.around import NAMES
from ikw.cells.names import Match, Names, key_of
from ikw.model import Category
from records import known

PLACES = [
    ("Bürgerhaus Hohe Luft", Match(id="buergerhaus")),
    ("BUERGERHAUS HOHE-LUFT", Match(id="buergerhaus")),
    ("buergerhaus", Match(id="buergerhaus")),
    ("Bürgerhaus Hohe Luft, Bad Hersfeld", Match(id="buergerhaus")),
    ("Bürgerhaus Hohe Luft (Bad Hersfeld)", Match(id="buergerhaus")),
    ("Bürgerhaus Hohe Luft, Schlosserstr. 1, 36251 Bad Hersfeld", Match(id="buergerhaus")),
    ("Bürgerhaus Hohe Luft, großer Saal", Match(id="buergerhaus", room="großer Saal")),
    ("Bürgerhaus Hohe Luft, Raum 3", Match(id="buergerhaus", room="Raum 3")),
    ("Bürgerhaus Hohe Luft (Foyer)", Match(id="buergerhaus", room="Foyer")), ("Großer Saal, Bürgerhaus Hohe Luft", Match(id="buergerhaus", room="Großer Saal")),
    ("Bürgerhaus Hohe Luft (Schlosserstraße 1)", Match(id="buergerhaus")), ("Raum 3, Bürgerhaus Hohe Luft, 36251 Bad Hersfeld", Match(id="buergerhaus", room="Raum 3")),
    ("Raum 3, Marktplatz, Bebra", Match(id="markt-bebra", room="Raum 3")), ("Saal, Bürgerhaus Hohe Luft, Bebra", Match(why="unknown", near=("buergerhaus",))),
    ("Bürgerhaus Hohe Luft, Schlosserstraße 99", Match(why="address", near=("buergerhaus",))),
    ("Bürgerhaus Hohe Luft, Bebra", Match(why="address", near=("buergerhaus",))),
    ("Marktplatz", Match(why="ambiguous", near=("markt-bebra", "markt-rotenburg"))),
    ("Marktplatz, Bebra", Match(id="markt-bebra")),
    ("Marktplatz Bebra", Match(id="markt-bebra")),
    ("Marktplatz, Rotenburg a. d. Fulda", Match(id="markt-rotenburg")),
    ("Marktplatz, Kassel", Match(why="ambiguous", near=("markt-bebra", "markt-rotenburg"))),
    ("Bürgerhaus", Match(why="unknown")),
    ("Bürgerhaus Hohe Lust", Match(why="unknown", near=("buergerhaus",))),
    ("Rathaus", Match(why="unknown")),
]


@pytest.mark.parametrize(("words", "match"), PLACES, ids=[case[0] for case in PLACES])
def test_a_place_is_named_by_its_name(words: str, match: Match) -> None:
    assert NAMES.venue(words) == match


def test_an_address_in_cells_of_its_own_decides() -> None:
    assert NAMES.venue("Marktplatz", ["Bebra"]).id == "markt-bebra"
    assert NAMES.venue("Marktplatz", ["36199", "Bebra"]).id is None
    assert NAMES.venue("Bürgerhaus Hohe Luft", ["Schlosserstraße 1", "36251", "Bad Hersfeld"]).id == "buergerhaus"


GROUPS = [
    ("Verein Brückenschlag", "brueckenschlag"), ("Verein Brückenschlag e. V.", "brueckenschlag"), ("verein brueckenschlag eV", "brueckenschlag"),
    ("brueckenschlag", "brueckenschlag"), ("Brückenschlag", None), ("Doppelt", None), ("vhs", "vhs"), ("VHS", None),
]


@pytest.mark.parametrize(("words", "id"), GROUPS, ids=[case[0] for case in GROUPS])
def test_a_group_is_named_by_its_name(words: str, id: str | None) -> None:
    assert NAMES.organiser(words).id == id


@pytest.mark.parametrize("words", ["fest", "Fest", "Feste", "FESTIVALS"])
def test_a_category_is_named_by_its_id_too(words: str) -> None:
    assert NAMES.category(words).id == "fest"


@pytest.mark.parametrize(("name", "key"), [
    ("Straße der Jugend 3", "strasse-der-jugend-3"), ("Jahnstr. 20", "jahnstrasse-20"), ("Ev. Kirche", "evangelische-kirche"),
    ("AWO gGmbH", "awo"), ("e. V.", "e-v"), ("Rotenburg a.d. Fulda", "rotenburg-an-der-fulda"),
])
def test_names_are_compared_without_their_spelling(name: str, key: str) -> None:
    assert key_of(name) == key


def test_und_is_as_good_as_its_sign_in_a_category() -> None:
    names = Names(known(categories={"buehne": Category(id="buehne", name={"de": "Bühne & Film"}, colour="granat", sign="pennant")}))
    assert [names.category(words).id for words in ("Bühne und Film", "Bühne & Film", "bühne")] == ["buehne", "buehne", "buehne"]
