"""Places: where it is, how to get there, how to get in."""

from __future__ import annotations

from typing import Any

import pytest

from ikw.model import Event, Venue
from ikw.views.places import access_facts, address_lines, map_link, where_facts
from ikw.views.records import Anchor, Fact, Phrase
from samples import ARABIC, at, change, event, site, venue

HALL = venue(access=("wheelchair", "toilet"))
CHURCH = venue("kirche", "Kirche", street="Markt 2", town="Bebra", lat=None, access=("parking",), access_note="Zwei Stufen")
LIVE = "https://example.org/live"
MAP = "https://www.openstreetmap.org/?mlat=50.8701&mlon=9.7050#map=17/50.8701/9.7050"
HALL_FACT = Fact(
    icon="place", label="Ort", lead=Phrase(text="Stadthalle"), lines=(Phrase(text="Am Ring 1"), Phrase(text="36251 Bad Hersfeld")),
    links=(Anchor(label="Karte und Weg", href=MAP), Anchor(label="Alles an diesem Ort", href="/2025/venue/stadthalle/")),
)


def where(one: Event, **values: Any) -> list[Fact]:
    return list(where_facts(site(**values), one))


def told(one: Event) -> list[tuple[str, str, list[str]]]:
    """Return label, lead and lines of each fact."""
    return [(fact.label, fact.lead.text, [line.text for line in fact.lines]) for fact in where(one)]


def test_place_with_its_address_its_map_and_its_page() -> None:
    assert where(event(venues=[HALL])) == [HALL_FACT]


def test_name_and_address_are_marked_as_german_elsewhere() -> None:
    [fact] = where(event(venues=[HALL]), language=ARABIC)
    assert [*{(phrase.lang, phrase.dir) for phrase in (fact.lead, *fact.lines)}] == [("de", "ltr")]


def test_place_written_into_the_event_has_no_page() -> None:
    [fact] = where(event(venues=[venue(None, "Wiese", street=None, postcode=None, lat=None)]))
    assert fact == Fact(icon="place", label="Ort", lead=Phrase(text="Wiese"), lines=(Phrase(text="Bad Hersfeld"),))


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(event(), [("Ort", "Der Ort steht noch nicht fest.", [])], id="to follow"),
    pytest.param(
        event(meeting_point="am Tor"), [("Ort", "Der Ort steht noch nicht fest.", []), ("Treffpunkt", "am Tor", [])], id="only a meeting point",
    ),
    pytest.param(event(online=True, online_url=LIVE), [("Online", "Nur online", [])], id="online"),
    pytest.param(event(online=True), [("Online", "Nur online", ["Der Link folgt."])], id="online without a link"),
    pytest.param(event(venues=[HALL], change=change("online")), [("Online", "Nur online", ["Der Link folgt."])], id="moved online"),
    pytest.param(
        event(venues=[HALL], online_url=LIVE), [("Ort", "Stadthalle", ["Am Ring 1", "36251 Bad Hersfeld"]), ("Online", "Auch online", [])],
        id="hybrid",
    ),
    # a route: its meeting point is said once, the room is in the first house
    pytest.param(
        event(venues=[HALL, CHURCH], room="Saal 2", meeting_point="am Tor"),
        [("Start", "Stadthalle", ["Saal 2", "Am Ring 1", "36251 Bad Hersfeld"]), ("Ziel", "Kirche", ["Markt 2", "36251 Bebra"]),
         ("Treffpunkt", "am Tor", [])], id="route",
    ),
    pytest.param(
        event(venues=[HALL, CHURCH, HALL]),
        [("Start und Ziel", "Stadthalle", ["Am Ring 1", "36251 Bad Hersfeld"]), ("Station", "Kirche", ["Markt 2", "36251 Bebra"])], id="round",
    ),
    # dates at several places: each says when
    pytest.param(
        event(when=[at("2025-09-16 10:00"), at("2025-09-23 09:00", key="2", venues=(CHURCH,), change=change("cancelled")),
                    at("2025-09-24 19:00", key="3", venues=())], venues=[HALL], online_url=LIVE),
        [("Ort 1", "Stadthalle", ["Di 16.9., 10:00", "Am Ring 1", "36251 Bad Hersfeld"]),
         ("Ort 2", "Kirche", ["Di 23.9., 09:00: Abgesagt", "Markt 2", "36251 Bebra"]),
         ("Online", "Manche Termine sind online", ["Mi 24.9., 19:00"])], id="dates at several places",
    ),
    # of three dates one has a place, one is online, one nobody knows yet
    pytest.param(
        event(when=[at("2025-09-16 10:00", venues=(CHURCH,)), at("2025-09-23 09:00", key="2", venues=()), at("2025-09-24 19:00", key="3")]),
        [("Ort", "Kirche", ["Di 16.9., 10:00", "Markt 2", "36251 Bebra"]), ("Online", "Manche Termine sind online", ["Di 23.9., 09:00", "Der Link folgt."])],
        id="a place, online, unknown",
    ),
    pytest.param(
        event(when=[at("2025-09-16 10:00", venues=()), at("2025-09-23 09:00", key="2")]),
        [("Ort", "Der Ort steht noch nicht fest.", []), ("Online", "Manche Termine sind online", ["Di 16.9., 10:00", "Der Link folgt."])],
        id="online first, then nobody knows",
    ),
    pytest.param(
        event(when=[at("2025-09-16 10:00", venues=(HALL,)), at("2025-09-23 09:00", key="2", venues=())], online_url=LIVE),
        [("Ort", "Stadthalle", ["Di 16.9., 10:00", "Am Ring 1", "36251 Bad Hersfeld"]), ("Online", "Manche Termine sind online", ["Di 23.9., 09:00"])],
        id="one hybrid, one online",
    ),
    # a route that one date does not share is no route
    pytest.param(
        event(when=[at("2025-09-16 10:00"), at("2025-09-23 09:00", key="2", venues=(HALL,))], venues=[HALL, CHURCH]),
        [("Ort 1", "Stadthalle", ["Am Ring 1", "36251 Bad Hersfeld"]), ("Ort 2", "Kirche", ["Di 16.9., 10:00", "Markt 2", "36251 Bebra"])],
        id="a route, and one date at its start",
    ),
    # not the event's own place if no date is there
    pytest.param(
        event(when=[at("2025-09-16 10:00", venues=(CHURCH,))], venues=[HALL], room="Saal 2"), [("Ort", "Kirche", ["Markt 2", "36251 Bebra"])],
        id="another place",
    ),
])
def test_where(one: Event, expected: list[tuple[str, str, list[str]]]) -> None:
    assert told(one) == expected


def test_icons_of_where() -> None:
    one = event(when=[at("2025-09-16 10:00"), at("2025-09-23 09:00", key="2", venues=())], venues=[HALL], meeting_point="am Tor")
    assert [(fact.icon, fact.label) for fact in where(one)] == [("place", "Ort"), ("meeting", "Treffpunkt"), ("online", "Online")]


@pytest.mark.parametrize(("one", "links"), [
    (event(online=True, online_url=LIVE), [LIVE]), (event(online=True, online_url=LIVE, change=change("full")), [LIVE]),
    # nobody shall wait before an empty screen
    (event(online=True, online_url=LIVE, change=change("cancelled")), []), (event(online=True), []),
])
def test_way_into_an_online_event(one: Event, links: list[str]) -> None:
    [fact] = where(one)
    assert [link.href for link in fact.links] == links


@pytest.mark.parametrize(("one", "expected"), [
    (HALL, [MAP]), (CHURCH, ["https://www.openstreetmap.org/search?query=Markt%202%2C%2036251%20Bebra"]),
    (venue(None, "Wiese", street=None, lat=None), []), (venue(None, "Wiese", town=None, lon=None), []),
])
def test_map_shows_the_spot_or_searches_the_address(one: Venue, expected: list[str]) -> None:
    assert [link.href for link in map_link(site(), one)] == expected


@pytest.mark.parametrize(("values", "expected"), [
    ({}, ["Am Ring 1", "36251 Bad Hersfeld"]), ({"street": None}, ["36251 Bad Hersfeld"]), ({"postcode": None}, ["Am Ring 1", "Bad Hersfeld"]),
    ({"street": None, "postcode": None, "town": None}, []),
])
def test_address_lines(values: dict[str, Any], expected: list[str]) -> None:
    assert [line.text for line in address_lines(site(), venue(**values))] == expected


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(event(), None, id="nothing known"),
    pytest.param(event(venues=[HALL]), ("Mit dem Rollstuhl ohne Hilfe, Toilette für Rollstühle", []), id="the venue's"),
    pytest.param(
        event(venues=[HALL], access=["hearing-loop", "toilet"], access_note="Ruhige Ecke"),
        ("Mit dem Rollstuhl ohne Hilfe, Toilette für Rollstühle, Höranlage", ["Ruhige Ecke"]), id="and the event's",
    ),
    pytest.param(event(access_note="Fragen Sie uns"), ("Fragen Sie uns", []), id="only a note"),
    pytest.param(event(venues=[CHURCH]), ("Behindertenparkplatz", ["Zwei Stufen"]), id="with the venue's note"),
    pytest.param(event(venues=[HALL], change=change("online")), None, id="nobody goes there"),
    # of two houses each speaks for itself
    pytest.param(
        event(venues=[HALL, CHURCH, venue("wiese", "Wiese")], access=["sign-language"], access_note="Wir helfen"),
        ("Gebärdensprache", [
            "Stadthalle: Mit dem Rollstuhl ohne Hilfe, Toilette für Rollstühle", "Kirche: Behindertenparkplatz", "Wiese: keine Angaben",
            "Kirche: Zwei Stufen", "Wir helfen",
        ]), id="houses that differ",
    ),
    pytest.param(
        event(venues=[HALL, CHURCH]),
        ("Stadthalle: Mit dem Rollstuhl ohne Hilfe, Toilette für Rollstühle", ["Kirche: Behindertenparkplatz", "Kirche: Zwei Stufen"]), id="only theirs",
    ),
    pytest.param(
        event(venues=[HALL, venue("neu", "Neu", access=("toilet", "wheelchair"))]),
        ("Mit dem Rollstuhl ohne Hilfe, Toilette für Rollstühle", []), id="houses that are alike",
    ),
])
def test_access(one: Event, expected: tuple[str, list[str]] | None) -> None:
    found = [(fact.icon, fact.label, (fact.lead.text, [line.text for line in fact.lines])) for fact in access_facts(site(), one)]
    assert found == ([("access", "Zugang", expected)] if expected else [])
