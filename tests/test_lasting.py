"""Lasting: ranges, and dates so many and so regular that they would bury single ones."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from ikw.lasting import Lasting, lasting_of
from ikw.model import Event, Hours, Occurrence
from samples import at, change, event, on

WEEKDAYS = Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(17)),))


def days(*numbers: int, hour: str = "14:00", **values: Any) -> list[Occurrence]:
    """Return dates in September 2025 at the same time."""
    return [at(f"2025-09-{n:02} {hour}", "18:00", key=f"{hour[:2]}-{n}", **values) for n in numbers]


def told(one: Event) -> list[tuple[str, str | None, list[int], list[str]]]:
    """Return what each item says: first and last day, days, exceptions."""
    return [
        (str(item.first), item.last and str(item.last), [day.day for day in item.days], [str(day) for day in item.without])
        for item in lasting_of(one)
    ]


def test_range_stands_with_its_hours() -> None:
    exhibition = on("2025-09-14", "2025-09-28", hours=(WEEKDAYS,))
    one = event(when=[exhibition, at("2025-09-14 11:00", key="2")])
    assert list(lasting_of(one)) == [Lasting(
        event=one, occurrence=exhibition, first=date(2025, 9, 14), last=date(2025, 9, 28), hours=(WEEKDAYS,), keys=frozenset("1"),
    )]


def test_dates_that_go_on_day_by_day_are_one_item() -> None:
    one = event(when=days(15, 16, 17, 18, 19))
    assert list(lasting_of(one)) == [Lasting(
        event=one, occurrence=one.occurrences[0], first=date(2025, 9, 15), last=date(2025, 9, 19),
        hours=(Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(14), time(18)),)),),
        days=tuple(date(2025, 9, n) for n in range(15, 20)), keys=frozenset(f"14-{n}" for n in range(15, 20)),
    )]


@pytest.mark.parametrize(("when", "expected"), [
    # four are still single dates
    pytest.param(days(15, 16, 17, 18), [], id="four"),
    pytest.param(days(19, 20, 21, 23, 24, 25, 26), [("2025-09-19", "2025-09-26", [19, 20, 21, 23, 24, 25, 26], [])], id="except Mondays"),
    # days that fall out of the rhythm are named, if they are few
    pytest.param(days(15, 16, 18, 19, 20), [("2025-09-15", "2025-09-20", [15, 16, 18, 19, 20], [])], id="a weekday that never is"),
    pytest.param(
        days(15, 16, 17, 18, 19, 22, 23, 25, 26),
        [("2025-09-15", "2025-09-26", [15, 16, 17, 18, 19, 22, 23, 25, 26], ["2025-09-24"])], id="all Wednesdays but one",
    ),
    pytest.param(
        days(15, 16, 17, 18, 19, 22, 24, 26),
        [("2025-09-15", "2025-09-26", [15, 16, 17, 18, 19, 22, 24, 26], ["2025-09-23", "2025-09-25"])], id="two of ten left out, the last but one too",
    ),
    pytest.param(days(15, 16, 17, 18, 19, 23, 25), [], id="two of nine left out are too many"),
    # no rhythm: "Mo, Di, Mi, Sa" would send people to closed doors
    pytest.param(days(15, 16, 17, 22, 27), [], id="no rhythm"),
    # the evening beside it stays a single date
    pytest.param(
        [*days(15, 16, 17, 18, 19), *days(20, hour="16:00")], [("2025-09-15", "2025-09-19", [15, 16, 17, 18, 19], [])], id="and one more",
    ),
    # a date with a word of its own must be seen
    pytest.param([*days(15, 16, 17, 18), *days(19, note="mit Musik")], [], id="own note"),
    pytest.param([*days(15, 16, 17, 18), *days(19, change=change("cancelled"))], [], id="one cancelled"),
    pytest.param([on(f"2025-09-{n}", key=str(n)) for n in range(15, 20)], [("2025-09-15", "2025-09-19", [15, 16, 17, 18, 19], [])], id="whole days"),
    pytest.param([on(f"2025-09-{n}", key=str(n), words="abends") for n in range(15, 20)], [], id="words"),
    pytest.param([on("2025-09-22", None)], [("2025-09-22", None, [], [])], id="open end"),
])
def test_what_lasts(when: list[Occurrence], expected: list[object]) -> None:
    assert told(event(when=when)) == expected


def test_two_times_on_the_same_days_are_one_item() -> None:
    [item] = lasting_of(event(when=[*days(15, 16, 17, 18, 19), *days(15, 16, 17, 18, 19, hour="10:00")]))
    assert item.hours == (Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(10), time(18)), (time(14), time(18)))),)
    assert len(item.keys) == 10


@pytest.mark.parametrize(("when", "open_days"), [
    pytest.param([on("2025-09-14", "2025-09-28")], [14, 15, 20, 22, 27, 28], id="range"),
    pytest.param([on("2025-09-14", "2025-09-28", hours=(WEEKDAYS,))], [15, 22], id="closed on its last days"),
    pytest.param([on("2025-09-14", "2025-09-28", hours=(Hours(weekdays=(6,), windows=()),))], [], id="closed"),
    pytest.param(
        [on("2025-09-14", "2025-09-28", hours=(WEEKDAYS, Hours(weekdays=(5,), windows=((time(10), None),)), Hours(weekdays=(6,), windows=())))],
        [15, 20, 22, 27], id="its weekdays on several lines, one of them closed",
    ),
    pytest.param([on("2025-09-22", None)], [22, 27, 28, 29], id="open end"),
    pytest.param(days(15, 16, 18, 19, 22), [15, 22], id="day by day"),
])
def test_is_open_on(when: list[Occurrence], open_days: list[int]) -> None:
    [item] = lasting_of(event(when=when))
    assert [n for n in (13, 14, 15, 20, 22, 27, 28, 29) if item.is_open_on(date(2025, 9, n))] == open_days
