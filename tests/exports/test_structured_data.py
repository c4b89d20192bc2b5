"""Structured data: schema.org as search engines read it, and safe inside a page."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

import golden
from exports.hard import hard_programme
from ikw.exports.structured_data import event_jsonld
from ikw.model import Age, Cost, Event, Registration
from ikw.plain import one_line
from samples import ARABIC, at, change, event, on, organiser, picture, programme, site, venue


def nodes(one: Event, **options: Any) -> list[dict[str, Any]]:
    """Return the nodes of an event."""
    own = programme(one)
    data = json.loads(event_jsonld(site(own, **options), own, one))
    assert data["@context"] == "https://schema.org"
    return list(data["@graph"])


def node(one: Event, **options: Any) -> dict[str, Any]:
    """Return the only node of an event, without the prefix of schema.org's own words."""
    [found] = nodes(one, **options)
    return dict(json.loads(json.dumps(found).replace("https://schema.org/", "")))


def picked(one: Event, *keys: str) -> list[Any]:
    """Return some values of the only node, None for what it lacks."""
    found = node(one)
    return [found.get(key) for key in keys]


# The whole form


def test_hard_events_look_like_this() -> None:
    own = hard_programme()
    made = {one.id: json.loads(event_jsonld(site(own), own, one) or "null") for one in own.events}
    golden.check("structured-data.json", json.dumps(made, ensure_ascii=False, indent=1) + "\n")


def test_event_without_date_has_none() -> None:
    own = programme(event(when=[]))
    assert event_jsonld(site(own), own, own.events[0]) == ""


def test_ordinary_event_is_small() -> None:
    one = event(title="T" * 60, summary="S" * 200, venues=[venue()], organisers=[organiser()], cost=Cost(kind="free"))
    assert len(event_jsonld(site(programme(one)), programme(one), one)) < 1800


def test_what_occurrences_share_is_given_once() -> None:
    dates = [at(f"2025-09-{day} 10:00", key=str(day)) for day in range(15, 25)]
    found = nodes(event(when=dates, venues=[venue()], organisers=[organiser()]))
    url = "https://ikw.example/2025/fest/"
    assert [one["@id"] for one in found] == [f"{url}#{day}" for day in range(15, 25)]
    assert [list(one["location"]) for one in found[:2]] == [["@id", "@type", "name", "address", "geo"], ["@id"]]
    assert found[0]["superEvent"]["@id"] == found[9]["superEvent"]["@id"] == f"{url}#edition-3"


# Times and status


@pytest.mark.parametrize(("when", "start", "end"), [
    pytest.param(at("2025-09-20 21:00", "02:00"), "2025-09-20T21:00:00+02:00", "2025-09-21T02:00:00+02:00", id="midnight"),
    pytest.param(at("2025-09-14 09:30"), "2025-09-14T09:30:00+02:00", None, id="no-end"),
    pytest.param(on("2025-09-14"), "2025-09-14", None, id="whole-day"),
    pytest.param(on("2025-09-14", "2025-09-28"), "2025-09-14", "2025-09-28", id="range"),
    pytest.param(on("2025-10-03", None), "2025-10-03", None, id="open-range"),
])
def test_dates(when: Any, start: str, end: str | None) -> None:
    assert picked(event(when=[when]), "startDate", "endDate") == [start, end]


@pytest.mark.parametrize(("status", "was", "expected", "previous"), [
    ("scheduled", (), "EventScheduled", None),
    ("full", (), "EventScheduled", None),
    ("cancelled", (), "EventCancelled", None),
    ("postponed", (), "EventPostponed", None),
    ("online", (), "EventMovedOnline", None),
    # a new place alone is no new date
    ("moved", (), "EventScheduled", None),
    ("moved", (at("2025-09-14 14:00"),), "EventScheduled", None),
    ("moved", (at("2025-09-13 10:00"),), "EventRescheduled", "2025-09-13T10:00:00+02:00"),
    ("changed", (on("2025-09-13"),), "EventRescheduled", "2025-09-13"),
    # postponed to a date that is known is a new date
        ("postponed", (at("2025-09-13 10:00"),), "EventRescheduled", "2025-09-13T10:00:00+02:00"),
])
def test_status(status: str, was: Any, expected: str, previous: str | None) -> None:
    one = event(when=[at("2025-09-14 14:00")], change=change(status, was_when=was))
    assert picked(one, "eventStatus", "previousStartDate") == [expected, previous]


def test_old_times_of_the_whole_event_belong_to_its_occurrences_in_order() -> None:
    one = event(when=[at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2")],
                change=change("moved", was_when=(at("2025-09-15 10:00"), at("2025-09-17 10:00"))))
    assert [one.get("previousStartDate") for one in nodes(one)] == [None, "2025-09-17T10:00:00+02:00"]


def test_one_occurrence_may_be_cancelled_among_several() -> None:
    one = event(when=[at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2", change=change("cancelled"))])
    assert [one["eventStatus"].rpartition("/")[2] for one in nodes(one)] == ["EventScheduled", "EventCancelled"]


# Places


@pytest.mark.parametrize(("values", "mode", "types"), [
    pytest.param({"venues": [venue()]}, "Offline", ["Place"], id="here"),
    pytest.param({"online": True}, "Online", ["VirtualLocation"], id="online"),
    pytest.param({"venues": [venue()], "online_url": "https://example.org"}, "Mixed", ["Place", "VirtualLocation"], id="both"),
    pytest.param({"venues": [venue()], "change": change("online")}, "Online", ["VirtualLocation"], id="moved-online"),
    pytest.param({}, "Offline", [], id="place-to-follow"),
])
def test_attendance(values: Any, mode: str, types: list[str]) -> None:
    found = node(event(**values))
    places = found.get("location", [])
    assert found["eventAttendanceMode"] == f"{mode}EventAttendanceMode"
    assert [one["@type"] for one in (places if isinstance(places, list) else [places])] == types


def test_place_has_address_and_position() -> None:
    assert node(event(venues=[venue()]))["location"] == {
        "@type": "Place", "name": "Stadthalle", "geo": {"@type": "GeoCoordinates", "latitude": 50.8701, "longitude": 9.705},
        "address": {
            "@type": "PostalAddress", "streetAddress": "Am Ring 1", "postalCode": "36251", "addressLocality": "Bad Hersfeld",
            "addressCountry": "DE",
        },
    }


# Costs


@pytest.mark.parametrize(("cost", "status", "free", "offers"), [
    pytest.param(Cost(kind="free"), "scheduled", True, [("0", "InStock")], id="free"),
    pytest.param(Cost(kind="donation"), "scheduled", True, [("0", "InStock")], id="donation"),
    pytest.param(Cost(kind="price", regular=Decimal("8.50"), reduced=Decimal(5)), "scheduled", False,
                 [("8.50", "InStock"), ("5", "InStock")], id="reduced"),
    pytest.param(Cost(kind="price", note="an der Kasse"), "scheduled", False, [(None, "InStock")], id="no-amount"),
    pytest.param(Cost(kind="free"), "full", True, [("0", "SoldOut")], id="full"),
    pytest.param(None, "full", None, [(None, "SoldOut")], id="full-unknown-price"),
    pytest.param(None, "scheduled", None, [], id="unknown"),
    pytest.param(Cost(kind="free"), "cancelled", True, [("0", None)], id="cancelled"),
])
def test_offers(cost: Cost | None, status: str, free: bool | None, offers: list[tuple[str | None, str | None]]) -> None:
    found = node(event(cost=cost, change=change(status)))
    made = found.get("offers", [])
    assert found.get("isAccessibleForFree") == free
    assert [(one.get("price"), one.get("availability")) for one in (made if isinstance(made, list) else [made])] == offers


# The rest


def test_other_facts() -> None:
    one = event(picture=picture(), registration=Registration(places=12, url="https://example.org/r"), cost=Cost(kind="free"),
                age=Age(youngest=14, oldest=None), audience=["youth", "women"], languages=("de", "uk"), summary="Kurz.")
    found = node(one)
    assert {key: found[key] for key in (
        "image", "maximumAttendeeCapacity", "typicalAgeRange", "audience", "inLanguage", "description",
    )} == {
        "image": "https://ikw.example/2025/fest/picture-960.jpg", "maximumAttendeeCapacity": 12, "typicalAgeRange": "14-",
        "audience": {"@type": "Audience", "audienceType": "Jugendliche, Frauen"}, "inLanguage": ["de", "uk"],
        "description": "Kurz.",
    }
    assert found["offers"]["url"] == "https://example.org/r"


def test_addresses_are_those_of_the_language() -> None:
    found = node(event(), language=ARABIC)
    assert (found["url"], found["superEvent"]["url"]) == ("https://ikw.example/ar/2025/fest/", "https://ikw.example/ar/2025/")


# Inside a page


class _Script(HTMLParser):
    """Collects what a browser takes for the script."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- <script>", "]]>", "a & b &amp; c", "a\u2028b"])
def test_no_text_ends_the_script(title: str) -> None:
    own = programme(event(title=title))
    made = event_jsonld(site(own), own, own.events[0])
    page = _Script()
    page.feed(f'<script type="application/ld+json">{made}</script>')
    assert re.search("[<>&\u2028\u2029]", made) is None
    assert json.loads("".join(page.texts))["@graph"][0]["name"] == one_line(title)


@given(title=st.text(min_size=1), text=st.text())
@effort(max_examples=100, deadline=None)
def test_any_text_comes_back_as_it_was(title: str, text: str) -> None:
    found = nodes(event(title=title, summary=text))[0]
    assert (found["name"], found.get("description", "")) == (one_line(title), one_line(text))
