"""Facets: everything an event can be found by, and the places it is at or has left."""

from __future__ import annotations

import pytest

from ikw.facets import event_venues, facet_values, former_venues
from ikw.model import Event
from samples import at, change, event, organiser, venue

HALL, CHURCH = venue("halle", "Halle"), venue("kirche", "Kirche")
MEADOW = venue(None, "Wiese", municipality="bebra")


def values(one: Event, facet: str) -> list[str]:
    """Return the values of one facet, in their order."""
    return [value for found, value in facet_values(one) if found == facet]


def test_facets_hold_all_an_event_can_be_found_by() -> None:
    one = event(
        venues=[HALL, venue(None, "Wiese", municipality="bebra")], organisers=[organiser()], partners=[organiser("verein"), organiser(None, "Ada")],
        funders=[organiser("stiftung")], audience=["families"], languages=("de", "uk"), interpreting=["gsg"],
    )
    assert sorted(facet_values(one)) == [
        ("audience", "families"), ("category", "fest"), ("language", "de"), ("language", "gsg"), ("language", "uk"),
        ("municipality", "bad-hersfeld"), ("municipality", "bebra"), ("organiser", "treffpunkt"), ("organiser", "verein"), ("venue", "halle"),
    ]


@pytest.mark.parametrize(("one", "venues", "municipalities"), [
    # a place without a file has no page, but its municipality has
    pytest.param(event(venues=[MEADOW]), [], ["bebra"], id="written out"),
    pytest.param(event(venues=[venue("halle", municipality=None)]), ["halle"], [], id="without municipality"),
    pytest.param(event(online=True), [], [], id="online"),
    # people look for it where it was to be
    pytest.param(event(venues=[HALL], change=change("moved", was_venues=(MEADOW, CHURCH))), ["halle", "kirche"], ["bad-hersfeld", "bebra", "bad-hersfeld"], id="moved"),
    pytest.param(event(venues=[HALL], change=change("online")), ["halle"], ["bad-hersfeld"], id="moved online"),
    pytest.param(event(change=change("cancelled"), venues=[HALL]), ["halle"], ["bad-hersfeld"], id="cancelled"),
    pytest.param(event(when=[at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2", venues=())], venues=[HALL]), ["halle"], ["bad-hersfeld"], id="one date online"),
])
def test_places_an_event_is_found_by(one: Event, venues: list[str], municipalities: list[str]) -> None:
    assert (values(one, "venue"), values(one, "municipality")) == (venues, municipalities)


def test_who_pays_has_no_page_of_events() -> None:
    assert values(event(funders=[organiser("stiftung")]), "organiser") == []


def test_an_interpreted_language_counts_like_a_spoken_one() -> None:
    assert values(event(languages=("de", "uk"), interpreting=["ar", "uk"]), "language") == ["de", "uk", "ar", "uk"]


@pytest.mark.parametrize(("one", "here", "former"), [
    pytest.param(event(venues=[HALL, CHURCH, HALL]), ["halle", "kirche"], [], id="there and back"),
    pytest.param(event(when=[at("2025-09-15 10:00", venues=(CHURCH,))], venues=[HALL]), ["kirche"], [], id="never at the event's own"),
    pytest.param(event(venues=[HALL], change=change("moved", was_venues=(CHURCH,))), ["halle"], ["kirche"], id="moved"),
    pytest.param(event(venues=[HALL], change=change("online")), [], ["halle"], id="moved online"),
    pytest.param(
        event(when=[at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2", venues=(CHURCH,), change=change("moved", was_venues=(HALL,)))],
              venues=[HALL]), ["halle", "kirche"], [], id="moved with one date only",
    ),
    pytest.param(event(when=[], venues=[HALL]), ["halle"], [], id="undated"),
])
def test_venues_and_former_venues(one: Event, here: list[str], former: list[str]) -> None:
    assert ([found.id for found in event_venues(one)], [found.id for found in former_venues(one)]) == (here, former)
