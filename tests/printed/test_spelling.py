"""Facts as they are spelled are read back as what they were: the readers of event files judge every spelling."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from ikw.model import Age, Cost, Hours, Occurrence, Registration
from ikw.printed import spelling
from ikw.source import read_yaml
from ikw.source.nodes import Scalar
from records import event
from samples import ZONE, at, on

MORNING, EVENING = (time(9), time(17)), (time(20), time(0))


# Values


@pytest.mark.parametrize(("text", "in_brackets", "alone"), [
    ("Fest", "Fest", "Fest"),
    ("Fest im Park (Bühne 2)", "Fest im Park (Bühne 2)", "Fest im Park (Bühne 2)"),
    ("Tee, Kaffee", '"Tee, Kaffee"', "Tee, Kaffee"),
    ("18:00 Uhr", '"18:00 Uhr"', "18:00 Uhr"),
    ("https://example.org/a", '"https://example.org/a"', "https://example.org/a"),
    ("Café: Treffen", '"Café: Treffen"', '"Café: Treffen"'),
    ("Lesung #1", '"Lesung #1"', '"Lesung #1"'),
    ("null", '"null"', '"null"'),
    ("„Wort“", '"„Wort“"', '"„Wort“"'),
    ('Sie sagte "ja"', "'Sie sagte \"ja\"'", "'Sie sagte \"ja\"'"),
    ("It's \"me\"", "'It''s \"me\"'", "'It''s \"me\"'"),
    ("-", '"-"', '"-"'),
    ("@home", '"@home"', '"@home"'),
    ("Punkt.", "Punkt.", "Punkt."),
    ("Ende:", '"Ende:"', '"Ende:"'),
    ("Đêm hội trăng rằm", "Đêm hội trăng rằm", "Đêm hội trăng rằm"),
])
def test_a_value_has_the_quotes_it_needs(text: str, in_brackets: str, alone: str) -> None:
    assert (spelling.value(text), spelling.line(text)) == (in_brackets, alone)
    fields, faults = read_yaml(f"one: {alone}\nlist: [{in_brackets}]\n")
    assert fields
    assert faults == ()
    assert [node.text for node in (fields.values["one"], fields.values["list"].items[0]) if isinstance(node, Scalar)] == [text, text]  # type: ignore[union-attr]


# Times


@pytest.mark.parametrize(("one", "day", "time"), [
    (at("2025-09-14 09:30", "11:30"), "So 14.09.2025", "09:30–11:30 Uhr"),
    (at("2025-09-14 18:00"), "So 14.09.2025", "18:00 Uhr"),
    (at("2025-09-20 21:00", "02:00"), "Sa 20.09.2025", "21:00–02:00 Uhr"),
    (at("2025-09-20 10:00", "00:00"), "Sa 20.09.2025", "10:00–24:00 Uhr"),
    (at("2025-09-20 18:00", "10:00"), "Sa 20.09.2025", "18:00 Uhr – So 21.09.2025, 10:00 Uhr"),
    (on("2025-09-20"), "Sa 20.09.2025", ""),
    (on("2025-09-20", words="abends"), "Sa 20.09.2025", "abends"),
    (on("2025-09-14", "2025-09-28"), "So 14.09.2025 – So 28.09.2025", ""),
    (on("2025-09-14", None), "ab So 14.09.2025", ""),
    # 24 Uhr: the date written is the day before
    (Occurrence(key="1", day=date(2025, 9, 20), last_day=date(2025, 9, 20), start=datetime(2025, 9, 21, tzinfo=ZONE)), "Sa 20.09.2025", "24:00 Uhr"),
    (Occurrence(key="1", day=date(2025, 9, 20), last_day=date(2025, 9, 20), start=datetime(2025, 9, 21, tzinfo=ZONE),
                end=datetime(2025, 9, 21, 2, tzinfo=ZONE)), "Sa 20.09.2025", "24:00–02:00 Uhr"),
])
def test_a_time_is_spelled_as_people_write_it(one: Occurrence, day: str, time: str) -> None:
    assert spelling.dates(one) == (day, time)
    assert event(when=spelling.line(f"{day} {time}".strip())).occurrences == (one,)


@pytest.mark.parametrize(("hours", "spelled"), [
    ([Hours(weekdays=(0, 1, 2, 3, 4), windows=(MORNING,)), Hours(weekdays=(5,), windows=((time(10), None),))],
     '{mo-fr: "09:00–17:00 Uhr", sa: "ab 10:00 Uhr"}'),
    ([Hours(weekdays=(0, 2), windows=(MORNING, EVENING))], '{"mo, mi": "09:00–17:00 Uhr und 20:00–24:00 Uhr"}'),
    ([Hours(weekdays=tuple(range(7)), windows=())], "{täglich: geschlossen}"),
    ([Hours(weekdays=(5,), windows=((time(20), time(2)),))], '{sa: "20:00–02:00 Uhr"}'),
])
def test_opening_hours(hours: list[Hours], spelled: str) -> None:
    assert spelling.hours(hours) == spelled
    assert event(when="14.–28.9.2025", extra=f"hours: {spelled}\n").occurrences[0].hours == tuple(hours)


# Money, ways, years


@pytest.mark.parametrize(("cost", "spelled"), [
    (Cost(kind="free"), "free"),
    (Cost(kind="donation"), "donation"),
    (Cost(kind="free", note="nur am Sonntag"), "{regular: free, note: nur am Sonntag}"),
    (Cost(kind="price", regular=Decimal(8)), "8 €"),
    (Cost(kind="price", regular=Decimal("8.50"), reduced=Decimal(0)), "{regular: 8.50 €, reduced: free}"),
    (Cost(kind="price", note="nach Ermessen, bar"), '{note: "nach Ermessen, bar"}'),
])
def test_cost(cost: Cost, spelled: str) -> None:
    assert spelling.cost(cost) == spelled
    assert event(extra=f"cost: {spelled}\n").cost == cost


@pytest.mark.parametrize(("registration", "spelled"), [
    (Registration(), "required"),
    (Registration(needed=False), "nein"),
    (Registration(until=date(2025, 9, 12), phone="06621 00 00 00", places=20), "{until: Fr 12.09.2025, phone: 06621 00 00 00, places: 20}"),
    (Registration(until=datetime(2025, 9, 12, 18, tzinfo=ZONE)), '{until: "Fr 12.09.2025, 18:00 Uhr"}'),
    (Registration(email="a@example.org", url="https://example.org/?a=b", note="Ja, bitte"),
     '{email: "a@example.org", url: "https://example.org/?a=b", note: "Ja, bitte"}'),
])
def test_registration(registration: Registration, spelled: str) -> None:
    assert spelling.registration(registration) == spelled
    assert event(extra=f"registration: {spelled}\n").registration == registration


@pytest.mark.parametrize(("age", "spelled"), [
    (Age(youngest=6, oldest=12), "6–12"), (Age(youngest=14, oldest=None), "14+"), (Age(youngest=None, oldest=12), "bis 12"),
])
def test_age(age: Age, spelled: str) -> None:
    assert spelling.age(age) == spelled
    assert event(extra=f"age: {spelled}\n").age == age
