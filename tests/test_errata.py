"""What stands otherwise in the booklet: what counts, what does not, and what an event's own status tells already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from ikw.errata import FACTS, Erratum, errata, gone, is_new, untold
from ikw.model import Age, Cost, Event, Hours, Occurrence, Printed, Registration
from samples import at, change, event, on, venue
from strategies import events

HALL, YARD = venue("halle", "Halle"), venue("hof", "Hof")
AT_TWO = at("2025-09-14 14:00")
FREE, EIGHT = Cost(kind="free"), Cost(kind="price", regular=Decimal(8))
CALL = Registration(phone="06621 12-34", note="Bitte früh.")


def printed(*events: Event) -> Printed:
    return Printed(day=date(2025, 8, 1), events={one.id: one for one in events})


def facts(now: Event, then: Event) -> list[str]:
    """Return the facts that stand otherwise."""
    return [one.fact for one in errata(printed(then), now)]


def still(now: Event, then: Event) -> list[str]:
    """Return the facts that stand otherwise and that nothing else tells."""
    return [one.fact for one in untold(printed(then), now)]


# Before and after


def test_before_the_booklet_goes_to_print_nothing_differs() -> None:
    assert (errata(None, event()), untold(None, event()), is_new(None, event()), gone(None, [event()])) == ((), (), False, ())


def test_what_is_not_in_the_booklet_is_new_and_has_no_errata() -> None:
    booklet = printed(event("alt"))
    assert (is_new(booklet, event("neu")), errata(booklet, event("neu"))) == (True, ())
    assert not is_new(booklet, event("alt"))


def test_what_is_no_more_is_gone_unless_the_booklet_calls_it_off() -> None:
    booklet = printed(event("alt"), event("weg"), event("aus", change=change("cancelled")))
    assert [one.id for one in gone(booklet, [event("alt")])] == ["weg"]


# One fact


@pytest.mark.parametrize(("now", "then", "expected"), [
    # places: found by id or name, at the address as far as paper gives one
    ({"venues": [YARD]}, {"venues": [HALL]}, ["venue"]),
    ({"venues": [replace(HALL, street="Am Ring 11")]}, {"venues": [HALL]}, ["venue"]),
    ({"venues": [HALL]}, {"venues": [replace(HALL, street=None, town=None)]}, []),
    ({"venues": [replace(HALL, name={"de": "Große Halle"})]}, {"venues": [HALL]}, []),
    # with a street on paper the house is found, whatever its name is now; with a name alone it is not
    ({"venues": [replace(HALL, name={"de": "Große Halle"})]}, {"venues": [replace(HALL, street=None)]}, ["venue"]),
    ({"venues": [replace(HALL, id=None)]}, {"venues": [HALL]}, []),
    ({"venues": [replace(HALL, postcode="36251", lat=None)]}, {"venues": [HALL]}, []),
    ({"venues": [replace(HALL, street="am ring  1")]}, {"venues": [HALL]}, []),
    ({"venues": [HALL, YARD]}, {"venues": [HALL]}, ["venue"]),
    ({"venues": [YARD, HALL]}, {"venues": [HALL, YARD]}, ["venue"]),
    ({"venues": [HALL]}, {}, ["venue"]),
    ({"online": True}, {"venues": [HALL]}, ["venue"]),
    ({"venues": [HALL], "room": "Saal 2"}, {"venues": [HALL]}, []),
    ({"venues": [HALL], "room": "Saal 2"}, {"venues": [HALL], "room": "Saal 1"}, ["room"]),
    ({"venues": [HALL]}, {"venues": [HALL], "room": "Saal 1"}, ["room"]),
    ({"venues": [YARD]}, {"venues": [HALL], "room": "Saal 1"}, ["venue"]),
    ({"meeting_point": "am Tor"}, {}, ["meeting_point"]),
    ({"meeting_point": "Am Tor."}, {"meeting_point": "am Tor"}, []),
    # money
    ({"cost": EIGHT}, {"cost": FREE}, ["cost"]),
    ({"cost": EIGHT}, {}, ["cost"]),
    ({"cost": FREE}, {}, []),
    ({"cost": Cost(kind="donation")}, {"cost": FREE}, ["cost"]),
    ({"cost": replace(EIGHT, note="je Teller")}, {"cost": replace(EIGHT, note="je Teller.")}, []),
    ({"cost": replace(EIGHT, note="je Paar")}, {"cost": replace(EIGHT, note="je Teller")}, ["cost"]),
    # how to register
    ({"registration": CALL}, {}, ["registration"]),
    ({"registration": Registration(needed=False)}, {}, []),
    ({"registration": replace(CALL, phone="06621/1234", note="bitte früh")}, {"registration": CALL}, []),
    ({"registration": replace(CALL, phone="06621 12-35")}, {"registration": CALL}, ["registration"]),
    ({"registration": replace(CALL, until=date(2025, 9, 1))}, {"registration": CALL}, ["registration"]),
    ({"registration": replace(CALL, places=20)}, {"registration": replace(CALL, places=30)}, []),
    # who can come
    ({"age": Age(youngest=6, oldest=None)}, {}, ["age"]),
    ({"languages": ("de",)}, {"languages": ("de", "uk")}, ["languages"]),
    ({"languages": ("de", "uk")}, {"languages": ("de",)}, []),
    ({}, {"interpreting": ("gsg",)}, ["interpreting"]),
    ({"venues": [HALL]}, {"venues": [replace(HALL, access=("wheelchair",))]}, ["access"]),
    ({"venues": [HALL], "access": ("wheelchair",)}, {"venues": [replace(HALL, access=("wheelchair",))]}, []),
    ({"access": ("toilet",)}, {}, []),
    # names
    ({"title": "Fest der Nachbarn"}, {"title": "Fest"}, ["title"]),
    ({"title": "FEST!"}, {"title": "Fest"}, []),
])
def test_a_fact_counts_where_somebody_would_do_wrong(now: dict[str, Any], then: dict[str, Any], expected: list[str]) -> None:
    assert facts(event(**now), event(**then)) == expected


@pytest.mark.parametrize(("now", "then", "expected"), [
    (at("2025-09-14 15:00"), AT_TWO, ["when"]),
    (at("2025-09-15 14:00"), AT_TWO, ["when"]),
    (at("2025-09-14 14:00", "16:00"), AT_TWO, []),
    (AT_TWO, at("2025-09-14 14:00", "16:00"), []),
    (at("2025-09-14 14:00", "17:00"), at("2025-09-14 14:00", "16:00"), ["when"]),
    (AT_TWO, on("2025-09-14"), ["when"]),
    (on("2025-09-14", words="abends"), on("2025-09-14", words="nachmittags"), ["when"]),
    (on("2025-09-14", "2025-09-27"), on("2025-09-14", "2025-09-28"), ["when"]),
    (on("2025-09-14", "2025-09-28", hours=(Hours(weekdays=(0,), windows=()),)), on("2025-09-14", "2025-09-28"), ["when"]),
])
def test_a_time_counts_where_somebody_would_come_at_the_wrong_one(now: Occurrence, then: Occurrence, expected: list[str]) -> None:
    assert facts(event(when=[now]), event(when=[then])) == expected


# Several dates


A, B, C = at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2"), at("2025-09-16 14:00", key="3")


def keyed(*dates: Occurrence) -> list[Occurrence]:
    """Return dates with their place in the list as the key."""
    return [replace(one, key=str(n)) for n, one in enumerate(dates, 1)]


def test_a_date_left_out_is_told_alone_though_the_keys_of_the_others_have_changed() -> None:
    assert errata(printed(event(when=[A, B, C])), event(when=keyed(A, C))) == (Erratum(fact="when", then=B),)


def test_a_date_more_is_told_alone() -> None:
    assert errata(printed(event(when=keyed(A, C))), event(when=[A, B, C])) == (Erratum(fact="when", now=B),)


def test_dates_in_another_order_are_the_same_dates() -> None:
    assert errata(printed(event(when=[A, B, C])), event(when=keyed(C, A, B))) == ()


def test_a_date_that_has_changed_is_known_by_its_key() -> None:
    later = at("2025-09-15 16:00", key="2")
    assert errata(printed(event(when=[A, B, C])), event(when=[A, later, C])) == (Erratum(fact="when", now=later, then=B),)


def test_the_only_date_left_over_on_both_sides_is_the_same_date() -> None:
    later = at("2025-09-20 14:00", key="abend")
    assert errata(printed(event(when=[A, B])), event(when=[A, later])) == (Erratum(fact="when", now=later, then=B),)


def test_a_date_to_follow_is_told_when_it_is_known_and_when_it_is_no_more() -> None:
    assert errata(printed(event(when=[])), event(when=[A])) == (Erratum(fact="when", now=A),)
    assert errata(printed(event(when=[A])), event(when=[])) == (Erratum(fact="when", then=A),)
    assert facts(event(when=[], venues=[YARD]), event(when=[], venues=[HALL])) == ["venue"]


def test_a_place_of_one_date_is_told_with_it() -> None:
    there = replace(B, venues=(YARD,))
    assert errata(printed(event(when=[A, B], venues=[HALL])), event(when=[A, there], venues=[HALL])) == (Erratum(fact="venue", now=there, then=B),)


# Status


@pytest.mark.parametrize(("now", "then", "expected"), [
    ({"change": change("cancelled"), "cost": EIGHT, "when": [B]}, {}, ["status"]),
    ({"change": change("cancelled")}, {"change": change("cancelled")}, []),
    ({"change": change("postponed")}, {"change": change("cancelled")}, []),
    ({}, {"change": change("cancelled")}, ["status"]),
    ({"change": change("full"), "registration": None}, {"registration": CALL}, ["status"]),
    ({"change": change("full"), "cost": EIGHT}, {}, ["status", "cost"]),
    ({"change": change("changed", note="anderes Programm")}, {}, ["status"]),
    # its time and place say how it was moved
    ({"change": change("moved"), "when": [B]}, {}, ["when"]),
    ({"change": change("online")}, {"venues": [HALL]}, ["venue"]),
])
def test_a_status_that_paper_does_not_know(now: dict[str, Any], then: dict[str, Any], expected: list[str]) -> None:
    assert facts(event(**now), event(**then)) == expected


def test_one_date_that_is_off_is_told_with_it_and_all_of_them_at_once() -> None:
    off = replace(B, change=change("cancelled"))
    assert errata(printed(event(when=[A, B])), event(when=[A, off])) == (Erratum(fact="status", now=off, then=B),)
    assert errata(printed(event(when=[A, B])), event(when=[A, B], change=change("full"))) == (Erratum(fact="status"),)


def test_a_date_that_is_off_is_not_missed_on_paper_nor_now() -> None:
    off = replace(B, change=change("cancelled"))
    assert errata(printed(event(when=[A])), event(when=[A, off])) == ()
    assert errata(printed(event(when=[A, off])), event(when=[A])) == ()


# What is told already


@pytest.mark.parametrize(("now", "then", "expected"), [
    ({"change": change("cancelled")}, {}, []),
    ({"change": change("full")}, {}, []),
    ({}, {"change": change("cancelled")}, ["status"]),
    ({"when": [B]}, {"when": [A]}, ["when"]),
    ({"when": [B], "change": change("moved", was_when=(A,))}, {"when": [A]}, []),
    # moved once more: paper tells of a time that the event's own old one is not
    ({"when": [B], "change": change("moved", was_when=(C,))}, {"when": [A]}, ["when"]),
    ({"venues": [YARD]}, {"venues": [HALL]}, ["venue"]),
    ({"venues": [YARD], "change": change("moved", was_venues=(HALL,))}, {"venues": [HALL]}, []),
    ({"venues": [YARD], "change": change("moved", was_venues=(YARD,))}, {"venues": [HALL]}, ["venue"]),
    ({"venues": [HALL], "change": change("online")}, {"venues": [HALL]}, []),
    ({"when": [B], "cost": EIGHT, "change": change("moved", was_when=(A,))}, {"when": [A]}, ["cost"]),
    ({"when": [], "change": change("changed", was_when=(A,))}, {"when": [A]}, []),
])
def test_what_the_event_tells_itself_is_not_told_twice(now: dict[str, Any], then: dict[str, Any], expected: list[str]) -> None:
    assert still(event(**now), event(**then)) == expected


# Whatever was printed


@settings(deadline=None)
@given(events("fest"), events("fest"))
def test_whatever_was_printed_the_errata_are_in_order(now: Event, then: Event) -> None:
    found = errata(printed(then), now)
    assert [FACTS.index(one.fact) for one in found] == sorted(FACTS.index(one.fact) for one in found)
    assert len(set(map(str, found))) == len(found)
    assert set(map(str, untold(printed(then), now))) <= set(map(str, found))
    assert errata(printed(now), now) == ()
