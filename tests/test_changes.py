"""Changes: what holds now, and what was announced before."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from ikw.changes import (
    announced,
    change_of,
    is_all_cancelled,
    is_changed,
    is_hybrid,
    is_off,
    is_online,
    moved_from,
    old_places,
    places_of,
    room_of,
    status_of,
    takes_place,
    times_of,
    venues_of,
    was_online,
)
from ikw.model import Event, Occurrence, Venue
from samples import at, change, event, on, venue
from strategies import events

HALL, CHURCH = venue("halle", "Halle"), venue("kirche", "Kirche")
LIVE = "https://example.org/live"
MON, TUE, WED = at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2"), at("2025-09-17 10:00", key="3")


def tuesday(**values: Any) -> Occurrence:
    """Return the second date with something of its own."""
    return at("2025-09-16 10:00", key="2", **values)


# what holds


@pytest.mark.parametrize(("one", "statuses"), [
    pytest.param(event(when=[MON, TUE]), ["scheduled", "scheduled"], id="as announced"),
    pytest.param(event(when=[MON, TUE], change=change("full")), ["full", "full"], id="whole event"),
    pytest.param(event(when=[MON, tuesday(change=change("cancelled"))]), ["scheduled", "cancelled"], id="one date"),
    pytest.param(event(when=[MON, tuesday(change=change("cancelled"))], change=change("full")), ["full", "cancelled"], id="own wins"),
    pytest.param(event(when=[MON, tuesday(change=change("scheduled"))], change=change("full")), ["full", "scheduled"], id="all but one"),
])
def test_status_of_each_date(one: Event, statuses: list[str]) -> None:
    assert [status_of(one, occurrence) for occurrence in one.occurrences] == statuses


@pytest.mark.parametrize(("when", "was", "status"), [
    # the old date stays in `when` until there is a new one
    ((MON,), (), "postponed"), ((MON,), (MON,), "postponed"), ((), (MON,), "postponed"),
    # a date that differs from the old one is the new one
    ((TUE,), (MON,), "moved"), ((TUE, WED), (MON,), "moved"),
])
def test_postponed_to_a_known_date_is_moved(when: tuple[Occurrence, ...], was: tuple[Occurrence, ...], status: str) -> None:
    one = event(when=when, change=change("postponed", was_when=was, note="Regen"))
    assert {status_of(one, occurrence) for occurrence in (*when, None)} == {status}
    found = change_of(one)
    assert found == change(status, was_when=was, note="Regen")


def test_postponed_is_what_still_has_a_date_at_its_old_time() -> None:
    one = event(when=[MON, TUE], change=change("postponed", was_when=(MON,)))
    assert [status_of(one, occurrence) for occurrence in (*one.occurrences, None)] == ["postponed", "moved", "postponed"]


def test_scheduled_is_no_change_whatever_is_noted() -> None:
    one = event(when=[MON, tuesday(change=change("scheduled", note="Nun doch!"))], change=change("scheduled"))
    assert [change_of(one, occurrence) for occurrence in (*one.occurrences, None)] == [None, None, None]


@pytest.mark.parametrize(("one", "goes_on", "all_cancelled"), [
    (event(), True, False), (event(when=[]), True, False), (event(when=[], change=change("cancelled")), False, True),
    (event(change=change("cancelled")), False, True), (event(change=change("postponed")), False, False),
    (event(change=change("full")), True, False),
    (event(when=[MON, tuesday(change=change("cancelled"))]), True, False),
    (event(when=[tuesday(change=change("cancelled"))]), False, True),
    (event(when=[tuesday(change=change("cancelled"))], change=change("postponed")), False, True),
    (event(when=[MON, tuesday(change=change("cancelled"))], change=change("postponed")), False, False),
])
def test_whether_anything_takes_place(one: Event, goes_on: bool, all_cancelled: bool) -> None:
    assert (takes_place(one), is_all_cancelled(one)) == (goes_on, all_cancelled)


# places


@pytest.mark.parametrize(("one", "places", "online", "hybrid"), [
    pytest.param(event(venues=[HALL]), [HALL], False, False, id="a place"),
    pytest.param(event(venues=[HALL, CHURCH]), [HALL, CHURCH], False, False, id="a route"),
    pytest.param(event(), [], False, False, id="to follow"),
    pytest.param(event(online=True), [], True, False, id="online"),
    pytest.param(event(online_url=LIVE), [], True, False, id="only an address on the web"),
    pytest.param(event(venues=[HALL], online_url=LIVE), [HALL], False, True, id="hybrid"),
    pytest.param(event(venues=[HALL], change=change("online")), [], True, False, id="moved online"),
    pytest.param(event(when=[tuesday(venues=(CHURCH,))], venues=[HALL]), [CHURCH], False, False, id="its own place"),
    pytest.param(event(when=[tuesday(venues=())], venues=[HALL]), [], True, False, id="one date online"),
    pytest.param(event(when=[tuesday(venues=(CHURCH,))], online=True), [CHURCH], False, False, id="one date not online"),
])
def test_where_a_date_is(one: Event, places: list[Venue], online: bool, hybrid: bool) -> None:
    [occurrence] = one.occurrences
    assert list(places_of(one, occurrence)) == places
    assert (is_online(one, occurrence), is_hybrid(one, occurrence)) == (online, hybrid)


def test_venues_are_those_written_also_where_nobody_goes_there_any_more() -> None:
    one = event(venues=[HALL], change=change("online"))
    assert (venues_of(one, one.occurrences[0]), places_of(one, one.occurrences[0])) == ((HALL,), ())


@pytest.mark.parametrize(("one", "old"), [
    pytest.param(event(venues=[HALL]), [], id="as announced"),
    pytest.param(event(venues=[HALL], change=change("moved", was_venues=(CHURCH,))), [CHURCH], id="moved"),
    pytest.param(event(venues=[HALL], change=change("moved", was_venues=(CHURCH, HALL))), [CHURCH], id="only what differs"),
    pytest.param(event(venues=[HALL], change=change("online")), [HALL], id="moved online"),
    pytest.param(event(online=True, change=change("online", was_venues=(CHURCH,))), [CHURCH], id="moved online and told"),
    pytest.param(event(online=True, change=change("online")), [], id="nobody said where it was"),
])
def test_old_places(one: Event, old: list[Venue]) -> None:
    assert list(old_places(one, one.occurrences[0])) == old


@pytest.mark.parametrize(("one", "was"), [
    pytest.param(event(venues=[HALL]), False, id="as announced"),
    pytest.param(event(venues=[HALL], change=change("moved", was_online=True)), True, id="now at a place"),
    pytest.param(event(change=change("moved", was_online=True)), True, id="now nobody knows where"),
    pytest.param(event(online=True, change=change("changed", was_online=True)), False, id="still online"),
    pytest.param(event(when=[tuesday(venues=(), change=change("moved", was_online=True))], venues=[HALL]), False, id="its date is online"),
    pytest.param(event(when=[tuesday(venues=(CHURCH,), change=change("moved", was_online=True))], online=True), True, id="one date"),
])
def test_was_online(one: Event, was: bool) -> None:
    assert was_online(one, one.occurrences[0]) == was


@pytest.mark.parametrize(("occurrence", "room"), [
    (MON, "Saal"), (None, "Saal"), (tuesday(room="Keller"), "Keller"), (tuesday(venues=(CHURCH,)), None),
    (tuesday(venues=(CHURCH,), room="Keller"), "Keller"), (tuesday(venues=()), None),
])
def test_the_room_of_the_event_is_at_its_own_place(occurrence: Occurrence | None, room: str | None) -> None:
    assert room_of(event(when=[occurrence or MON], venues=[HALL], room="Saal"), occurrence) == room


# times


@pytest.mark.parametrize(("when", "was", "old"), [
    pytest.param((MON, TUE), (), [None, None], id="untold"),
    pytest.param((MON,), (WED,), [WED], id="one"),
    pytest.param((MON,), (MON,), [None], id="the same"),
    pytest.param((MON,), (at("2025-09-15 10:00", "12:00"),), [at("2025-09-15 10:00", "12:00")], id="another end"),
    pytest.param((at("2025-09-15 10:00", words="ab 10"),), (MON,), [MON], id="other words"),
    pytest.param((MON, TUE), (MON, WED), [None, WED], id="in order"),
    pytest.param((MON, TUE), (WED,), [WED, WED], id="fewer"),
])
def test_announced(when: tuple[Occurrence, ...], was: tuple[Occurrence, ...], old: list[Occurrence | None]) -> None:
    one = event(when=when, change=change("moved", was_when=was))
    assert [announced(one, occurrence) for occurrence in one.occurrences] == old


@pytest.mark.parametrize(("one", "pairs"), [
    pytest.param(event(when=[MON]), [], id="as announced"),
    pytest.param(event(when=[TUE], change=change("moved", was_when=(MON,))), [(MON, TUE)], id="moved"),
    pytest.param(event(when=[TUE], change=change("cancelled", was_when=(MON,))), [(MON, TUE)], id="moved, then cancelled"),
    pytest.param(event(when=[TUE], change=change("full", was_when=(MON,))), [(MON, TUE)], id="moved, then full"),
    pytest.param(event(when=[TUE], change=change("moved", was_when=(TUE,))), [], id="the same"),
    pytest.param(event(when=[], change=change("postponed", was_when=(MON,))), [(MON, None)], id="to follow"),
    pytest.param(event(when=[TUE, WED], change=change("moved", was_when=(MON, WED))), [(MON, TUE)], id="one of two"),
    pytest.param(event(when=[WED], change=change("moved", was_when=(MON, TUE))), [(MON, WED), (TUE, WED)], id="two became one"),
    pytest.param(
        event(when=[tuesday(change=change("cancelled")), WED], change=change("moved", was_when=(MON,))), [(MON, WED)],
        id="the date that has no change of its own",
    ),
    pytest.param(
        event(when=[tuesday(change=change("cancelled"))], change=change("moved", was_when=(MON,))), [(MON, tuesday(change=change("cancelled")))],
        id="where all have, the first",
    ),
    pytest.param(
        event(when=[tuesday(change=change("moved", was_when=(MON,))), at("2025-09-19 10:00", key="3", change=change(
            "moved", was_when=(at("2025-09-18 10:00"),)))]),
        [(MON, "2"), (at("2025-09-18 10:00"), "3")], id="each its own",
    ),
])
def test_old_times_with_what_holds_instead(one: Event, pairs: list[tuple[Occurrence, Occurrence | str | None]]) -> None:
    found = list(moved_from(one))
    expected = [(old, one.occurrences[[o.key for o in one.occurrences].index(now)] if isinstance(now, str) else now) for old, now in pairs]
    assert found == expected


def test_range_can_have_been_a_range_before() -> None:
    old, now = on("2025-09-14", "2025-09-28"), on("2025-09-21", "2025-09-28")
    one = event(when=[now], change=change("changed", was_when=(old,)))
    assert list(moved_from(one)) == [(old, now)]


@given(events())
def test_old_times_are_told_once_and_never_hold(one: Event) -> None:
    old = [times_of(before) for before, _now in moved_from(one)]
    assert len(old) == len(set(old))
    assert not {*old} & {times_of(occurrence) for occurrence in one.occurrences}


@given(events())
def test_what_is_unchanged_has_no_state(one: Event) -> None:
    if not is_changed(one):
        assert takes_place(one)
        assert not any(is_off(one, occurrence) or old_places(one, occurrence) for occurrence in one.occurrences)
