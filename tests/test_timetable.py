"""Timetable: every day of the span once, in order, weeks from Monday to Sunday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from ikw.programme import Programme, span_days
from ikw.timetable import Day, timetable
from samples import at, change, edition, event, programme
from strategies import calendars


def span(first: str, last: str) -> Programme:
    """Return a programme without events."""
    return programme(edition=edition(first_day=date.fromisoformat(first), last_day=date.fromisoformat(last)))


@pytest.mark.parametrize(("first", "last", "opening", "weeks"), [
    # (blank seats before, days, blank seats after)
    pytest.param("2025-09-14", "2025-09-28", 14, [(0, 7, 0), (0, 7, 0)], id="two weeks from Sunday to Sunday"),
    pytest.param("2025-09-15", "2025-09-21", None, [(0, 7, 0)], id="one week"),
    pytest.param("2025-09-21", "2025-09-28", 21, [(0, 7, 0)], id="one week from Sunday to Sunday"),
    pytest.param("2025-09-21", "2025-09-27", 21, [(0, 6, 1)], id="one week from Sunday to Saturday"),
    pytest.param("2025-09-17", "2025-09-28", None, [(2, 5, 0), (0, 7, 0)], id="starts on Wednesday"),
    pytest.param("2025-09-14", "2025-10-05", 14, [(0, 7, 0), (0, 7, 0), (0, 7, 0)], id="three weeks"),
    pytest.param("2025-09-17", "2025-10-01", None, [(2, 5, 0), (0, 7, 0), (0, 3, 4)], id="three weeks that are cut"),
    pytest.param("2025-09-17", "2025-09-17", None, [(2, 1, 4)], id="one day"),
    pytest.param("2025-09-21", "2025-09-21", None, [(6, 1, 0)], id="one Sunday"),
    pytest.param("2025-09-21", "2025-09-22", 21, [(0, 1, 6)], id="Sunday and Monday"),
    pytest.param("2025-12-29", "2026-01-04", None, [(0, 7, 0)], id="into the new year"),
])
def test_weeks(first: str, last: str, opening: int | None, weeks: list[tuple[int, int, int]]) -> None:
    table = timetable(span(first, last))
    assert (table.opening and table.opening.date.day) == opening
    assert [(week.blank_before, len(week.days), week.blank_after) for week in table.weeks] == weeks


def test_days_outside_the_span_stand_apart() -> None:
    found = programme(event("davor", when=[at("2025-09-13 19:00")]), event("danach", when=[at("2025-10-26 19:00")]), event("fest"))
    table = timetable(found)
    assert [(str(day.date), [entry.event.id for entry in day.entries]) for day in table.outside] == [
        ("2025-09-13", ["davor"]), ("2025-10-26", ["danach"]),
    ]
    assert [len(day.entries) for day in table.days] == [1, *[0] * 14]


def test_count_is_of_what_takes_place() -> None:
    """Not what moved away, is cancelled or postponed; what is full does take place."""
    found = programme(
        event("a"), event("b", change=change("full")), event("c", change=change("cancelled")), event("d", change=change("postponed")),
        event("f", change=change("cancelled")), event("e", when=[at("2025-09-15 10:00")], change=change("moved", was_when=(at("2025-09-14 10:00"),))),
    )
    [opening, *_rest] = timetable(found).days
    assert (len(opening.entries), opening.count) == (6, 2)


@pytest.mark.parametrize(("events", "is_full"), [(0, False), (5, False), (6, True), (20, True)])
def test_full_day_takes_two_seats(events: int, is_full: bool) -> None:
    found = programme(*(event(f"e{n}") for n in range(events)))
    assert Day(date=date(2025, 9, 14), entries=found.entries).is_full is is_full


@settings(deadline=None, max_examples=50)
@given(calendars())
def test_every_day_is_there_once_and_in_order(found: Programme) -> None:
    table = timetable(found)
    assert [day.date for day in table.days] == list(span_days(found.edition))
    assert {day.date for day in (*table.days, *table.outside)} == {*found.days}
    entries = {day.date: day.entries for day in (*table.days, *table.outside) if day.entries}
    assert entries == found.by_day


@settings(deadline=None, max_examples=50)
@given(calendars())
def test_weeks_have_seven_seats_from_monday_on(found: Programme) -> None:
    table = timetable(found)
    assert all(week.blank_before + len(week.days) + week.blank_after == 7 for week in table.weeks)
    assert all(week.days[0].date.weekday() == week.blank_before for week in table.weeks)
    assert all(week.blank_before == 0 for week in table.weeks[1:])
    assert all(week.blank_after == 0 for week in table.weeks[:-1])
    assert table.opening is None or (table.opening.date.weekday(), table.weeks[0].blank_before) == (6, 0)
