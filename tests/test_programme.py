"""Programme: nothing is lost, everything is found, in order of time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from ikw.changes import is_off, places_of
from ikw.days import order, programme_day
from ikw.facets import facet_values
from ikw.model import Event, Occurrence
from ikw.programme import Entry, Part, Programme, span_days
from samples import at, change, edition, event, on, programme, venue
from strategies import programmes

HALL, CHURCH = venue("halle", "Halle"), venue("kirche", "Kirche")
CANCELLED = change("cancelled")


def short(entry: Entry | None) -> str | None:
    """Return an entry as "2025-09-14 fest", with a mark where it is an old time or another place."""
    return entry and f"{entry.day} {entry.event.id}{' gone' * entry.is_gone}{' elsewhere' * entry.is_elsewhere}"


def parts(part: Part) -> tuple[list[str | None], list[str], list[str]]:
    """Return what a facet has: dates, what lasts, what is undated."""
    dates = [short(entry) for entries in part.by_day.values() for entry in entries]
    lasting = [f"{item.event.id}{' elsewhere' * item.is_elsewhere}" for item in part.lasting]
    return dates, lasting, [one.id for one in part.undated]


# days


def test_entries_are_in_order_of_time() -> None:
    found = programme(
        event("c", when=[at("2025-09-15 10:00")]), event("b", when=[at("2025-09-15 01:00")]), event("d", when=[on("2025-09-15")]),
        event("a", when=[at("2025-09-15 10:00")]), event("x", when=[]),
    )
    assert list(map(short, found.entries)) == ["2025-09-14 b", "2025-09-15 d", "2025-09-15 a", "2025-09-15 c"]
    assert {str(day): len(entries) for day, entries in found.by_day.items()} == {"2025-09-14": 1, "2025-09-15": 3}
    assert [one.id for one in found.undated] == ["x"]


def test_what_is_on_all_the_time_is_no_entry() -> None:
    daily = [at(f"2025-09-{n} 14:00", key=str(n)) for n in (15, 16, 17, 18, 19)]
    found = programme(
        event("ausstellung", when=[on("2025-09-14", "2025-09-28"), at("2025-09-14 11:00", key="2")]),
        event("woche", when=[*daily, at("2025-09-20 10:00", key="20")]),
    )
    assert list(map(short, found.entries)) == ["2025-09-14 ausstellung", "2025-09-20 woche"]
    assert [item.event.id for item in found.lasting] == ["ausstellung", "woche"]
    assert {name: len(items) for name, items in found.lasting_by_id.items()} == {"ausstellung": 1, "woche": 1}


def test_what_is_on_all_the_time_is_in_order_of_its_first_day_then_its_last() -> None:
    found = programme(
        event("a", when=[on("2025-09-15", "2025-09-28")]), event("b", when=[on("2025-09-15", "2025-09-20")]),
        event("c", when=[on("2025-09-14", "2025-09-28")]), event("d", when=[on("2025-09-15", None)]),
        event("e", when=[on("2025-09-15", "2025-09-20")]),
    )
    assert [item.event.id for item in found.lasting] == ["c", "b", "e", "a", "d"], "an open end is the last of all"
    assert [item.event.id for item in found.part("category", "fest").lasting] == ["c", "b", "e", "a", "d"]


@pytest.mark.parametrize(("one", "entries"), [
    # the old day tells of the new one
    pytest.param(
        event(when=[at("2025-09-19 10:00")], change=change("moved", was_when=(at("2025-09-18 10:00"),))),
        ["2025-09-18 fest gone", "2025-09-19 fest"], id="another day",
    ),
    # on the same day the new time says enough
    pytest.param(
        event(when=[at("2025-09-19 10:00")], change=change("changed", was_when=(at("2025-09-19 18:00"),))),
        ["2025-09-19 fest"], id="same day",
    ),
    pytest.param(
        event(when=[at("2025-09-20 01:00")], change=change("moved", was_when=(at("2025-09-19 22:00"),))),
        ["2025-09-19 fest"], id="same night",
    ),
    pytest.param(event(when=[], change=change("postponed", was_when=(at("2025-09-18 10:00"),))), ["2025-09-18 fest gone"], id="to follow"),
    pytest.param(
        event(when=[at("2025-09-19 10:00")], change=change("cancelled", was_when=(at("2025-09-18 10:00"),))),
        ["2025-09-18 fest gone", "2025-09-19 fest"], id="moved, then cancelled",
    ),
    # a range says so in its own words
    pytest.param(event(when=[on("2025-09-15", "2025-09-20")], change=change("moved", was_when=(on("2025-09-14", "2025-09-16"),))), [], id="range"),
    pytest.param(
        event(when=[on("2025-09-15", "2025-09-20")], change=change("moved", was_when=(on("2025-09-14"),))), ["2025-09-14 fest gone"],
        id="day became range",
    ),
])
def test_old_times_stand_where_nothing_else_tells_of_them(one: Event, entries: list[str]) -> None:
    assert list(map(short, programme(one).entries)) == entries


def test_old_time_knows_what_holds_instead() -> None:
    """Of two dates that were moved each old one leads to its own new one."""
    def moved(day: int, old: int) -> Occurrence:
        return at(f"2025-09-{day} 10:00", key=str(day), change=change("moved", was_when=(at(f"2025-09-{old} 10:00"),)))

    found = programme(event(when=[moved(19, 18), moved(25, 24)]))
    assert [(entry.day.day, entry.now and entry.now.day.day) for entry in found.entries if entry.is_gone] == [(18, 19), (24, 25)]


def test_days_are_the_span_and_every_day_with_an_event() -> None:
    found = programme(
        event(when=[at("2025-09-13 19:00"), at("2025-10-26 19:00", key="2")]),
        edition=edition(first_day=date(2025, 9, 14), last_day=date(2025, 9, 16)),
    )
    assert [f"{day:%m-%d}" for day in found.days] == ["09-13", "09-14", "09-15", "09-16", "10-26"]
    assert len(list(span_days(found.edition))) == 3


# around an event


def neighbours(found: Programme, id: str) -> list[str | None]:
    """Return the neighbours of an event in short."""
    return [short(entry) for entry in found.neighbours(found.by_id[id])]


def test_neighbours_are_other_events_by_time() -> None:
    found = programme(
        event("a", when=[at("2025-09-15 10:00"), at("2025-09-15 14:00", key="2")]), event("b", when=[at("2025-09-15 12:00")]),
        event("c", when=[at("2025-09-15 15:00")], change=CANCELLED), event("x", when=[]),
        event("alt", when=[at("2025-09-16 10:00")], change=change("moved", was_when=(at("2025-09-14 10:00"),))),
    )
    assert neighbours(found, "a") == [None, "2025-09-15 b"]
    assert neighbours(found, "b") == ["2025-09-15 a", "2025-09-15 a"]
    # what is cancelled stays in its place and says so; an old time is no neighbour
    assert neighbours(found, "alt") == ["2025-09-15 c", None]
    assert neighbours(found, "x") == [None, None]


def test_exhibitions_are_neighbours_of_each_other() -> None:
    found = programme(
        event("a", when=[on("2025-09-14", "2025-09-20")]), event("b", when=[on("2025-09-15", "2025-09-20")]),
        event("c", when=[on("2025-09-16", None)]), event("fest", when=[at("2025-09-15 10:00")]),
        event("mit-vernissage", when=[on("2025-09-14", "2025-09-20"), at("2025-09-14 11:00", key="2")]),
    )
    assert neighbours(found, "b") == ["2025-09-14 a", "2025-09-16 c"]
    assert neighbours(found, "fest") == ["2025-09-14 mit-vernissage", None]


@pytest.mark.parametrize(("statuses", "shown"), [
    (["scheduled", "scheduled"], 0), (["cancelled", "scheduled"], 1), (["postponed", "full"], 1), (["cancelled", "postponed"], 0),
])
def test_position_is_that_of_the_first_date_to_go_to(statuses: list[str], shown: int) -> None:
    when = [at(f"2025-09-1{n} 10:00", key=str(n), change=change(status)) for n, status in enumerate(statuses, 5)]
    found = programme(event(when=when))
    assert found.dated[found.position["fest"]].occurrence == when[shown]


# facets


def test_facets_are_in_order_of_their_ids_without_empty_ones() -> None:
    found = programme(event("b", category="lesung"), event("a"), event("c", category="lesung", venues=[HALL]))
    assert {value: [one.id for one in events] for value, events in found.facets["category"].items()} == {"fest": ["a"], "lesung": ["b", "c"]}
    assert list(found.facets["venue"]) == ["halle"]
    assert "organiser" not in found.facets


def test_values_of_a_facet_are_in_order_whatever_event_has_them_first() -> None:
    found = programme(event("a", languages=("uk", "de")), event("b", languages=("ar", "de")))
    assert {value: [one.id for one in events] for value, events in found.facets["language"].items()} == {"ar": ["b"], "de": ["a", "b"], "uk": ["a"]}
    assert list(found.facets["language"]) == ["ar", "de", "uk"]


def test_a_facet_is_asked_once_and_keeps_its_answer() -> None:
    found = programme(event("a"), event("b"))
    assert found.part("category", "fest") is found.part("category", "fest")


BUS = event("bus", when=[
    at("2025-09-16 10:00"), at("2025-09-19 10:00", key="2", venues=(CHURCH,)), at("2025-09-20 10:00", key="3", venues=()),
], venues=[HALL])
MOVED = event("verlegt", when=[at("2025-09-19 19:00")], venues=[CHURCH], change=change("moved", was_venues=(HALL,)))
MOVED_BOTH = event(
    "neuer-tag", when=[at("2025-09-19 19:00")], venues=[CHURCH], change=change("moved", was_when=(at("2025-09-18 18:00"),), was_venues=(HALL,)),
)
ONLINE = event("online", when=[at("2025-09-15 19:00")], venues=[HALL], change=change("online"))
EARLIER = event(
    "frueher", when=[at("2025-09-16 19:00")], venues=[CHURCH], change=change("moved", was_when=(at("2025-09-18 18:00"),), was_venues=(HALL,)),
)
SAME_PLACE = event("anderer-tag", when=[at("2025-09-19 19:00")], venues=[HALL], change=change("moved", was_when=(at("2025-09-18 18:00"),)))
SHOW = event("schau", when=[on("2025-09-14", "2025-09-28")], venues=[CHURCH], change=change("moved", was_venues=(HALL,)))
LATER = event("spaeter", when=[], venues=[HALL])


@pytest.mark.parametrize(("one", "at_hall", "at_church"), [
    # only the dates that are there
    (BUS, ["2025-09-16 bus"], ["2025-09-19 bus"]),
    # who comes to the old place is told
    (MOVED, ["2025-09-19 verlegt elsewhere"], ["2025-09-19 verlegt"]),
    (MOVED_BOTH, ["2025-09-18 neuer-tag gone"], ["2025-09-19 neuer-tag"]),
    (EARLIER, ["2025-09-18 frueher gone"], ["2025-09-16 frueher"]),
    (ONLINE, ["2025-09-15 online elsewhere"], []),
    # at its own place the new date says enough
    (SAME_PLACE, ["2025-09-19 anderer-tag"], []),
    (SHOW, ["schau elsewhere"], ["schau"]), (LATER, ["spaeter"], []),
])
def test_place_has_its_own_dates_and_those_that_left(one: Event, at_hall: list[str], at_church: list[str]) -> None:
    found = programme(one, venues={"halle": HALL, "kirche": CHURCH})
    for value, expected in (("halle", at_hall), ("kirche", at_church)):
        part = found.part("venue", value) if value in found.facets.get("venue", {}) else Part(by_day={}, lasting=(), undated=())
        dates, lasting, undated = parts(part)
        assert [*dates, *lasting, *undated] == expected


@pytest.mark.parametrize(("one", "at_hall", "at_church"), [
    (BUS, {"bus": {"1"}}, {"bus": {"2"}}),
    # whoever keeps the calendar of a place must learn that a date has left it
    (MOVED, {"verlegt": {"1"}}, {"verlegt": {"1"}}), (MOVED_BOTH, {"neuer-tag": {"1"}}, {"neuer-tag": {"1"}}),
    (SAME_PLACE, {"anderer-tag": {"1"}}, {}), (SHOW, {"schau": {"1"}}, {"schau": {"1"}}), (LATER, {}, {}),
])
def test_dates_of_a_place(one: Event, at_hall: dict[str, set[str]], at_church: dict[str, set[str]]) -> None:
    found = programme(one, venues={"halle": HALL, "kirche": CHURCH})
    for value, expected in (("halle", at_hall), ("kirche", at_church)):
        assert (dict(found.part("venue", value).dates) if value in found.facets["venue"] else {}) == expected


def test_municipality_has_only_the_dates_in_it() -> None:
    bebra = venue("muehle", "Mühle", municipality="bebra")
    found = programme(event("bus", when=[at("2025-09-16 10:00"), at("2025-09-19 10:00", key="2", venues=(bebra,))], venues=[HALL]))
    assert parts(found.part("municipality", "bebra"))[0] == ["2025-09-19 bus"]
    assert parts(found.part("municipality", "bad-hersfeld"))[0] == ["2025-09-16 bus"]


def test_events_of_a_facet_are_in_order_of_time_within_a_day() -> None:
    late, early = event("a", when=[at("2025-09-16 14:00")]), event("b", when=[at("2025-09-16 10:00")])
    assert parts(programme(late, early).part("category", "fest"))[0] == ["2025-09-16 b", "2025-09-16 a"]


def test_municipality_keeps_what_moves_within_it() -> None:
    assert parts(programme(MOVED).part("municipality", "bad-hersfeld"))[0] == ["2025-09-19 verlegt"]


def test_other_facets_have_all_dates_that_hold() -> None:
    part = programme(BUS, MOVED_BOTH, SHOW, LATER).part("category", "fest")
    assert parts(part) == (["2025-09-16 bus", "2025-09-19 bus", "2025-09-19 neuer-tag", "2025-09-20 bus"], ["schau"], ["spaeter"])


# whatever a programme is made of


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_no_event_is_lost(found: Programme) -> None:
    """Each occurrence is listed once: on a day or in the block of what is on all the time; without one it is undated."""
    listed: dict[str, list[str]] = {one.id: [] for one in found.events}
    for entry in found.dated:
        listed[entry.event.id].append(entry.occurrence.key)
    for item in found.lasting:
        listed[item.event.id] += item.keys
    assert {id: sorted(keys) for id, keys in listed.items()} == {
        one.id: sorted(occurrence.key for occurrence in one.occurrences) for one in found.events
    }
    assert [one.id for one in found.undated] == [id for id, keys in listed.items() if not keys]


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_days_hold_all_entries_in_order(found: Programme) -> None:
    assert tuple(entry for entries in found.by_day.values() for entry in entries) == found.entries
    assert all(entry.day == day == programme_day(entry.occurrence) for day, entries in found.by_day.items() for entry in entries)
    assert list(found.entries) == sorted(found.entries, key=lambda entry: order(entry.occurrence))
    assert {*found.by_day} <= {*found.days}


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_everything_is_found_by_every_facet_it_has(found: Programme) -> None:
    expected: dict[tuple[str, str], set[str]] = {}
    for one in found.events:
        for facet, value in facet_values(one):
            expected.setdefault((facet, value), set()).add(one.id)
    assert {(f, v): {one.id for one in events} for f, values in found.facets.items() for v, events in values.items()} == expected
    for (facet, value), ids in expected.items():
        dates, lasting, undated = parts(found.part(facet, value))
        shown = {text.split()[1] for text in dates if text} | {text.split()[0] for text in lasting} | {*undated}
        assert shown == ids, (facet, value)


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_place_lists_as_held_only_what_is_there(found: Programme) -> None:
    for value in found.facets.get("venue", {}):
        part = found.part("venue", value)
        entries: list[Any] = [entry for entries in part.by_day.values() for entry in entries if not entry.is_gone]
        for item in (*entries, *part.lasting):
            assert item.is_elsewhere is not any(one.id == value for one in places_of(item.event, item.occurrence))


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_other_facets_have_the_key_of_every_date(found: Programme) -> None:
    for facet in ("category", "organiser", "audience", "language"):
        for value, events in found.facets.get(facet, {}).items():
            expected = {one.id: frozenset(occurrence.key for occurrence in one.occurrences) for one in events if one.occurrences}
            assert found.part(facet, value).dates == expected


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_neighbours_are_others_and_go_both_ways(found: Programme) -> None:
    for one in found.events:
        before, after = found.neighbours(one)
        assert all(entry is None or entry.event is not one for entry in (before, after))
        assert not any(entry and entry.is_gone for entry in (before, after))
        at = found.position.get(one.id)
        if at is not None:
            holds = [entry for entry in found.dated if entry.event is one and not is_off(one, entry.occurrence)]
            assert not holds or found.dated[at] is holds[0]
            assert before is None or order(before.occurrence) <= order(found.dated[at].occurrence)
            assert after is None or order(after.occurrence) >= order(found.dated[at].occurrence)
