"""Days: which day an occurrence belongs to, and which part of it."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given

from ikw.days import PARTS, is_night, order, part_of_day, programme_day, usual_time
from ikw.model import Occurrence
from samples import at, on
from strategies import lasting, single

SATURDAY, SUNDAY = date(2025, 9, 20), date(2025, 9, 21)
# As "Sa 20.9., 24 Uhr" is read: the day is the one written, the start is on the next.
MIDNIGHT = Occurrence(key="1", day=SATURDAY, last_day=SATURDAY, start=at("2025-09-21 00:00").start)


@pytest.mark.parametrize(("occurrence", "day", "part"), [
    # a day begins at four
    (at("2025-09-21 03:59"), SATURDAY, "evening"), (at("2025-09-21 04:00"), SUNDAY, "morning"),
    (at("2025-09-21 00:00"), SATURDAY, "evening"), (MIDNIGHT, SATURDAY, "evening"),
    (at("2025-09-21 01:00", "06:00"), SATURDAY, "evening"),
    # what goes on into the day is no night
    (at("2025-09-21 03:30", "08:00"), SUNDAY, "morning"), (at("2025-09-21 00:00", "00:00"), SUNDAY, "morning"),
    (at("2025-09-21 01:00", "06:01"), SUNDAY, "morning"), (at("2025-09-21 03:59", "04:30"), SATURDAY, "evening"),
    # an evening that ends after midnight, or the next morning
    (at("2025-09-20 21:00", "02:00"), SATURDAY, "evening"), (at("2025-09-20 18:00", "09:00"), SATURDAY, "evening"),
    # parts
    (at("2025-09-20 11:59"), SATURDAY, "morning"), (at("2025-09-20 12:00"), SATURDAY, "afternoon"),
    (at("2025-09-20 17:59"), SATURDAY, "afternoon"), (at("2025-09-20 18:00"), SATURDAY, "evening"),
    # words stand for a time
    (on("2025-09-20", words="morgens"), SATURDAY, "morning"), (on("2025-09-20", words="am Vormittag"), SATURDAY, "morning"),
    (on("2025-09-20", words="mittags"), SATURDAY, "afternoon"), (on("2025-09-20", words="nachmittags"), SATURDAY, "afternoon"),
    (on("2025-09-20", words="am Abend"), SATURDAY, "evening"), (on("2025-09-20"), SATURDAY, "day"),
    (on("2025-09-20", "2025-09-28"), SATURDAY, "day"),
])
def test_day_and_part(occurrence: Occurrence, day: date, part: str) -> None:
    assert (programme_day(occurrence), part_of_day(occurrence)) == (day, part)


@pytest.mark.parametrize(("words", "hour"), [
    ("morgens", 8), ("vormittags", 10), ("mittags", 12), ("nachmittags", 14), ("Am Nachmittag", 14), ("abends", 18), (None, None),
])
def test_usual_time_of_words(words: str | None, hour: int | None) -> None:
    assert usual_time(on("2025-09-20", words=words)) == (None if hour is None else time(hour))


def test_order_of_a_day() -> None:
    """Whole days first; what begins after midnight comes last."""
    day = [
        on("2025-09-20"), at("2025-09-20 04:00"), at("2025-09-20 09:30"), on("2025-09-20", words="nachmittags"),
        at("2025-09-20 23:59"), MIDNIGHT, at("2025-09-21 03:00"), at("2025-09-21 04:00"),
    ]
    assert sorted([*day[4:], *day[:4]], key=order) == day


def test_a_whole_day_stands_before_what_begins_at_midnight() -> None:
    """A fair from 0 to 24 Uhr has a time, and belongs to the day it fills."""
    fair, day = at("2025-09-20 00:00", "00:00"), on("2025-09-20")
    assert sorted([fair, day], key=order) == [day, fair]


def test_minutes_count_across_midnight() -> None:
    nights = [at(f"2025-09-{n}") for n in ("20 22:30", "20 23:00", "21 00:15", "21 00:30", "21 01:00")]
    assert sorted([nights[2], nights[4], nights[0], nights[3], nights[1]], key=order) == nights
    assert {order(night)[0] for night in nights} == {SATURDAY}


@given(single() | lasting())
def test_every_date_has_a_day_and_a_part(one: Occurrence) -> None:
    assert part_of_day(one) in PARTS
    assert (one.day - programme_day(one)).days == (1 if is_night(one) else 0)
    assert order(one)[0] == programme_day(one)
