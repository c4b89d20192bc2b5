"""A leaflet of one municipality: what is on there, each event in full once."""

from __future__ import annotations

import pytest

from ikw.model import Municipality, Partner
from ikw.paper.leaflet import Leaflet, content
from ikw.paper.records import Line
from ikw.programme import Programme
from ikw.settings import Language
from paper.desks import items
from samples import ENGLISH, GERMAN, at, change, edition, event, on, picture, programme, venue

TOWNS = {
    "bad-hersfeld": Municipality(id="bad-hersfeld", name={"de": "Bad Hersfeld"}), "bebra": Municipality(id="bebra", name={"de": "Bebra"}),
}
HERE, THERE = venue(), venue("kirche", "Kirche", town="Bebra", municipality="bebra")


def leaflet(*events: object, town: str = "bad-hersfeld") -> Leaflet:
    found: Programme = programme(*events, municipalities=TOWNS)  # type: ignore[arg-type]
    shown, made = items(found)
    return content(shown, found, made, town)


def told(made: Leaflet) -> list[tuple[str, list[str]]]:
    return [
        (f"{day.number} {day.name}".strip(), [f"{one.id} …" if isinstance(one, Line) else one.item.id for one in day.events])
        for day in made.days
    ]


def test_only_what_is_on_there_is_told_in_full_once() -> None:
    twice = event("zwei", when=[at("2025-09-14 10:00"), at("2025-09-15 10:00", key="2")], venues=[HERE])
    made = leaflet(twice, event("fest", venues=[HERE]), event("fern", venues=[THERE]))
    assert told(made) == [("14 Sonntag", ["zwei", "fest"]), ("15 Montag", ["zwei …"])]
    assert (made.name.text, made.count, made.code.href) == ("Bad Hersfeld", "3 Termine", "https://ikw.example/2025/municipality/bad-hersfeld/")


def test_what_is_on_all_the_time_and_what_has_no_date_come_last() -> None:
    made = leaflet(event("schau", when=[on("2025-09-14", "2025-09-28")], venues=[HERE]), event("spaeter", when=[], venues=[HERE]))
    assert told(made) == [("Die ganze Zeit offen", ["schau"]), ("Termin folgt", ["spaeter"])]


def test_what_has_moved_away_is_not_printed_there() -> None:
    moved = event(venues=[THERE], change=change("moved", was_venues=(HERE,)))
    assert told(leaflet(moved, event("da", venues=[HERE]))) == [("14 Sonntag", ["da"])]
    assert told(leaflet(moved, town="bebra")) == [("14 Sonntag", ["fest"])]


def test_highlights_elsewhere_are_worth_a_way() -> None:
    made = leaflet(
        event("da", venues=[HERE], highlight=True), event("dort", venues=[THERE], highlight=True), event("nicht", venues=[THERE]),
        event("aus", venues=[THERE], highlight=True, change=change("cancelled")),
    )
    assert [(line.id, line.words, line.place.text) for line in made.elsewhere] == [("dort", "So 14.9., 14:00", "Bebra")]


@pytest.mark.parametrize(("language", "note"), [(GERMAN, ""), (ENGLISH, "Some details are in German.")])
def test_a_leaflet_in_another_language_says_that_some_of_it_is_german(language: Language, note: str) -> None:
    found = programme(event(venues=[HERE]), municipalities=TOWNS)
    shown, made = items(found, language=language, words={"Einige Angaben stehen auf Deutsch.": "Some details are in German."})
    assert content(shown, found, made, "bad-hersfeld").note == note


def test_the_least_that_is_said_is_language_and_price() -> None:
    [day] = leaflet(event(venues=[HERE], languages=("de", "uk"))).days
    [one] = day.events
    assert not isinstance(one, Line)
    assert (one.spoken, one.cost) == ("Deutsch, Ukrainisch", "")


def test_who_helped_is_thanked_with_a_logo_or_a_name() -> None:
    logo = picture(path="2025/logo.png", width=300, height=100, alt="Stiftung Guter Nachbar")
    helped = (Partner(name={"de": "Stiftung"}, logo=logo), Partner(name={"de": "Druckerei"}))
    found = programme(event(venues=[venue()]), edition=edition(partners=helped))
    shown, made = items(found)
    thanked = content(shown, found, made, "bad-hersfeld").partners
    assert [(one.name.text, one.logo.alt if one.logo else None) for one in thanked] == [("Stiftung", "Stiftung Guter Nachbar"), ("Druckerei", None)]
    assert [*made.pictures] == ["logo-0.jpg"]
