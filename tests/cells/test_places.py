"""The cells for a place become an id, or a place that stands in the event with as much of its address as is certain."""

from __future__ import annotations

import pytest

from cells.around import NAMES
from ikw.cells.places import venue_of
from ikw.cells.words import UnreadError
from ikw.source import Value

CASES: list[tuple[dict[str, str], Value | None]] = [
    ({"": "Bürgerhaus Hohe Luft"}, "buergerhaus"),
    ({"": "Marktplatz", "town": "Bebra"}, "markt-bebra"),
    ({"": "Marktplatz", "municipality": "Bebra"}, "markt-bebra"),
    ({"": "online"}, "online"), ({"": "Online (Zoom)"}, "online"), ({"": "digital"}, "online"),
    ({"": ""}, None), ({"": "folgt"}, None), ({"": "noch offen"}, None), ({"": "-"}, None),
    # several places, all of them known
    ({"": "Bürgerhaus Hohe Luft; Marktplatz, Bebra"}, ["buergerhaus", "markt-bebra"]),
    ({"": "Brückenhaus Hüben und Drüben; Bürgerhaus Hohe Luft"}, ["huben", "buergerhaus"]),
    ({"": "Bürgerhaus Hohe Luft und Marktplatz Bebra"}, ["buergerhaus", "markt-bebra"]),
    ({"": "Brückenhaus Hüben und Drüben"}, "huben"),
    ({"": "Bürgerhaus Hohe Luft und Café Muster"}, {"name": "Bürgerhaus Hohe Luft und Café Muster"}),
    # not known
    ({"": "TuWat"}, {"name": "TuWat"}),
    ({"": "Kreishaus Saal 1, Jahnstr. 20, 31655 Stadthagen"},
     {"name": "Kreishaus Saal 1", "street": "Jahnstr. 20", "postcode": "31655", "town": "Stadthagen"}),
    ({"": "Stift, Am Kirchhof 3, Bebra"}, {"name": "Stift", "street": "Am Kirchhof 3", "town": "Bebra", "municipality": "bebra"}),
    ({"": "Anger, Bebra"}, {"name": "Anger", "town": "Bebra", "municipality": "bebra"}),
    ({"": "Jakobikirche, Rotenburg a. d. Fulda"}, {"name": "Jakobikirche", "town": "Rotenburg a. d. Fulda", "municipality": "rotenburg"}),
    ({"": "Rathauspassage 1, Stadthagen"}, {"name": "Rathauspassage 1, Stadthagen"}),
    ({"": "Café", "street": "Weg 1", "postcode": "36251", "town": "Bad Hersfeld"},
     {"name": "Café", "street": "Weg 1", "postcode": "36251", "town": "Bad Hersfeld", "municipality": "bad-hersfeld"}),
    ({"": "Café", "postcode": "36251 Bad Hersfeld"},
     {"name": "Café", "postcode": "36251", "town": "Bad Hersfeld", "municipality": "bad-hersfeld"}),
    ({"": "Café", "street": "Weg 1, 36251 Bad Hersfeld"},
     {"name": "Café", "street": "Weg 1", "postcode": "36251", "town": "Bad Hersfeld", "municipality": "bad-hersfeld"}),
    ({"street": "Weg 1", "town": "Kassel"}, {"name": "Weg 1", "town": "Kassel"}),
    ({"town": "Kassel"}, {"name": "Kassel"}),
    ({"": "Café", "municipality": "Irgendwo"}, {"name": "Café", "town": "Irgendwo"}),
    ({"": "{name: Café, street: Weg 1}"}, {"name": "Café", "street": "Weg 1"}),
    # the town before the place, or cut short
    ({"": "Bad Hersfeld, Lullusplatz"}, {"name": "Lullusplatz", "town": "Bad Hersfeld", "municipality": "bad-hersfeld"}),
    ({"": "Bebra, Marktplatz"}, "markt-bebra"),
    ({"": "Bürgersaal (Rathaus), Marktplatz 1, Rotenburg a.d.F."},
     {"name": "Bürgersaal (Rathaus)", "street": "Marktplatz 1", "town": "Rotenburg a.d.F.", "municipality": "rotenburg"}),
    ({"": "Marktplatz, Rotenburg a. d. F."}, "markt-rotenburg"),
    # a name that is known, with another address: not that place
    ({"": "Bürgerhaus Hohe Luft", "street": "Anderswo 3"}, {"name": "Bürgerhaus Hohe Luft", "street": "Anderswo 3"}),
]


@pytest.mark.parametrize(("cells", "venue"), CASES, ids=[" | ".join(f"{part}={text}" for part, text in case[0].items()) for case in CASES])
def test_cells_become_a_place(cells: dict[str, str], venue: Value | None) -> None:
    assert venue_of({f"venue.{part}" if part else "venue": text for part, text in cells.items()}, NAMES).venue == venue


def test_a_room_behind_a_known_name_is_the_room() -> None:
    found = venue_of({"venue": "Bürgerhaus Hohe Luft, Saal 2"}, NAMES)
    assert (found.venue, found.room) == ("buergerhaus", "Saal 2")


def test_a_name_that_is_not_matched_says_why() -> None:
    assert venue_of({"venue": "Marktplatz"}, NAMES).match.why == "ambiguous"
    assert venue_of({"venue": "TuWat"}, NAMES).match.why == "unknown"


ON_SCREEN: list[tuple[str, Value | None, str | None]] = [
    ("https://example.org/j/123", "online", "https://example.org/j/123"), ("Zoom: https://example.org/j/1", "online", "https://example.org/j/1"),
    ("online, www.example.org/x", "online", "https://www.example.org/x"),
    ("Hybrid: Bürgerhaus Hohe Luft und https://example.org/j/1", "buergerhaus", "https://example.org/j/1"),
    ("Marktplatz, Bebra und online (https://example.org/b)", "markt-bebra", "https://example.org/b"),
]


@pytest.mark.parametrize(("text", "venue", "url"), ON_SCREEN, ids=[case[0] for case in ON_SCREEN])
def test_a_web_address_is_where_one_takes_part(text: str, venue: Value | None, url: str | None) -> None:
    found = venue_of({"venue": text}, NAMES)
    assert (found.venue, found.online_url) == (venue, url)


def test_a_link_may_stand_in_a_cell_of_its_own() -> None:
    found = venue_of({"venue": "Hybrid: Rathaus und Zoom", "online_url": "https://example.org/j/1"}, NAMES)
    assert (found.venue, found.online_url) == ({"name": "Rathaus"}, "https://example.org/j/1")


@pytest.mark.parametrize(("text", "why"), [
    ("Hybrid: Rathaus und Zoom", "„Hybrid: Rathaus und Zoom“ ist ein Ort, und man kann auch im Netz teilnehmen; der Link fehlt."),
    ("Rathaus mit Livestream", "der Link fehlt"), ("hybrid", "Der Ort hat keinen Namen"), ("Rathaus, https://example.org", "Beim Ort steht eine Adresse im Netz"),
])
def test_a_place_that_may_be_on_screen_is_not_guessed(text: str, why: str) -> None:
    with pytest.raises(UnreadError, match=why):
        venue_of({"venue": text}, NAMES)


@pytest.mark.parametrize(("text", "venue", "point"), [
    ("Treffpunkt: Bahnhof, Bebra", {"name": "Bahnhof", "town": "Bebra", "municipality": "bebra"}, "Bahnhof, Bebra"),
    ("Bürgerhaus Hohe Luft (Treffpunkt: Haupteingang)", "buergerhaus", "Haupteingang"),
    ("Marktplatz, Bebra, Treffpunkt: am Brunnen", "markt-bebra", "am Brunnen"),
    # a group is called so
    ("Treffpunkt Vielfalt", {"name": "Treffpunkt Vielfalt"}, None),
])
def test_a_meeting_point_is_told(text: str, venue: Value, point: str | None) -> None:
    found = venue_of({"venue": text}, NAMES)
    assert (found.venue, found.meeting_point) == (venue, point)


def test_an_address_without_a_name_and_street_is_no_place() -> None:
    with pytest.raises(UnreadError, match="keinen Namen"):
        venue_of({"venue.postcode": "36251"}, NAMES)
