"""What contradicts across events: each rule fires, and does not."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ikw.model import Event, Registration
from ikw.problems import ERROR, WARNING, Problem
from ikw.rules import RULES, check, registration_after_event, same_identity, same_organiser_at_once, same_title_and_date, same_venue_at_once
from records import ZONE
from samples import at, change, event, on, organiser, venue

HALL, YARD = venue("halle", "Halle"), venue("hof", "Hof")
US, THEM = organiser("wir", "Wir"), organiser("ihr", "Ihr")


def hall(id: str, start: str, end: str | None = None, **values: object) -> Event:
    """An event in the hall on 20 September."""
    occurrence = at(f"2025-09-20 {start}", end, **values.pop("occurrence", {}))  # type: ignore[arg-type] # values of an occurrence
    return event(id, f"Fest {id}", when=[occurrence], venues=[HALL], **values)


def said(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(problem.path, problem.field, problem.message) for problem in problems]


def venues(*events: Event) -> list[Problem]:
    return list(same_venue_at_once(events))


def organisers(*events: Event) -> list[Problem]:
    return list(same_organiser_at_once(events))


def titles(*events: Event) -> list[Problem]:
    return list(same_title_and_date(events))


# A venue


def test_two_events_at_one_venue_and_time() -> None:
    assert venues(hall("a", "14:00", "16:00"), hall("b", "15:00", "17:00")) == [Problem(
        path="2025/b.md", line=1, field="venue", code="clash-venue", severity=WARNING,
        message="„Halle“ ist am 20.09.2025 um 15:00 Uhr schon belegt, siehe „2025/a.md“.",
        mend="Ändern Sie Ort oder Zeit, oder geben Sie beiden einen „room“.",
    )]


def test_the_later_event_is_told_whatever_its_name() -> None:
    assert [problem.path for problem in venues(hall("b", "14:00", "16:00"), hall("a", "15:00"))] == ["2025/a.md"]


APART = {
    "one after the other": (hall("a", "14:00", "16:00"), hall("b", "16:00")),
    "no end": (hall("a", "14:00"), hall("b", "15:00")),
    "two rooms": (hall("a", "14:00", room="Saal 1"), hall("b", "14:00", room="Saal 2")),
    "two rooms of dates": (hall("a", "14:00", occurrence={"room": "Saal 1"}), hall("b", "14:00", room="Saal 2")),
    "two venues": (hall("a", "14:00"), event("b", when=[at("2025-09-20 14:00")], venues=[YARD])),
    "a date with its own venue": (hall("a", "14:00"), hall("b", "14:00", occurrence={"venues": (YARD,)})),
    "cancelled": (hall("a", "14:00"), hall("b", "14:00", change=change("cancelled"))),
    "a date cancelled": (hall("a", "14:00"), hall("b", "14:00", occurrence={"change": change("cancelled")})),
    "postponed": (hall("a", "14:00"), hall("b", "14:00", change=change("postponed"))),
    "now online": (hall("a", "14:00"), hall("b", "14:00", change=change("online"))),
    "whole days": (event("a", when=[on("2025-09-20")], venues=[HALL]), event("b", when=[on("2025-09-20")], venues=[HALL])),
    "written out": (event("a", venues=[venue(None)]), event("b", venues=[venue(None)])),
    "two dates of one event": (event("a", when=[at("2025-09-20 14:00"), at("2025-09-20 14:00", key="2")], venues=[HALL]),),
}


@pytest.mark.parametrize("events", APART.values(), ids=APART)
def test_events_that_do_not_meet(events: tuple[Event, ...]) -> None:
    assert venues(*events) == []


TOGETHER = {
    "same start": (hall("a", "14:00"), hall("b", "14:00")),
    "one room": (hall("a", "14:00", room="Saal"), hall("b", "14:00", room="saal")),
    "one room unknown": (hall("a", "14:00", room="Saal"), hall("b", "14:00")),
    "past midnight": (hall("a", "22:00", "02:00"), event("b", when=[at("2025-09-21 01:00")], venues=[HALL])),
    "changed": (hall("a", "14:00", change=change("changed")), hall("b", "14:00", change=change("full"))),
    "a route": (hall("a", "14:00"), event("b", when=[at("2025-09-20 14:00")], venues=[YARD, HALL])),
}


@pytest.mark.parametrize("events", TOGETHER.values(), ids=TOGETHER)
def test_events_that_meet(events: tuple[Event, ...]) -> None:
    assert [(problem.path, problem.code) for problem in venues(*events)] == [("2025/b.md", "clash-venue")]


def test_two_events_are_told_once_for_all_their_dates() -> None:
    every = [[at(f"2025-09-{day} 14:00", key=str(day)) for day in (15, 16, 17)] for _ in "ab"]
    found = venues(event("a", when=every[0], venues=[HALL]), event("b", when=every[1], venues=[HALL]))
    assert [problem.message for problem in found] == ["„Halle“ ist am 15.09.2025 um 14:00 Uhr schon belegt, siehe „2025/a.md“."]


def test_three_events_at_once_are_three_pairs() -> None:
    found = venues(*(hall(id, "14:00") for id in "abc"))
    assert [(problem.path, problem.message.split()[-1]) for problem in found] == [
        ("2025/b.md", "„2025/a.md“."), ("2025/c.md", "„2025/a.md“."), ("2025/c.md", "„2025/b.md“."),
    ]


def test_a_place_that_a_date_has_left_is_free() -> None:
    moved = event("b", when=[at("2025-09-20 14:00")], venues=[HALL], change=change("postponed", was_when=(at("2025-09-19 14:00"),)))
    assert [problem.path for problem in venues(hall("a", "14:00"), moved)] == ["2025/b.md"], "postponed to this day"
    assert venues(hall("a", "14:00"), hall("b", "14:00", occurrence={"venues": ()})) == [], "this date is online"


def test_the_room_of_an_event_is_not_at_the_place_of_a_date() -> None:
    one = event("a", when=[at("2025-09-20 14:00", venues=(HALL,))], venues=[YARD], room="Zelt")
    assert [problem.path for problem in venues(one, hall("b", "14:00", room="Saal"))] == ["2025/b.md"]


# Calendars


def test_two_dates_have_two_names_in_calendars() -> None:
    one, two = event("fest", when=[at("2025-09-20 14:00", key="kinder-1")]), event("fest-kinder", when=[at("2025-09-21 14:00")])
    assert list(same_identity((one, two))) == [Problem(
        path="2025/fest-kinder.md", line=1, field="when", code="key-twice", severity=ERROR,
        message="Der Termin „1“ heißt im Kalender „fest-kinder-1“, wie ein Termin in 2025/fest.md.",
        mend="Geben Sie ihm einen anderen „key“.",
    )]
    assert list(same_identity((event("fest", when=[at("2025-09-20 14:00", key="kinder")]), two))) == []


# An organiser


def by(id: str, start: str, *people: object, **values: object) -> Event:
    return event(id, f"Fest {id}", when=[at(f"2025-09-20 {start}", "17:00")], organisers=list(people), **values)


def test_an_organiser_at_two_places_at_once() -> None:
    assert organisers(by("a", "14:00", US, THEM), by("b", "15:00", US)) == [Problem(
        path="2025/b.md", line=1, field="organisers", code="clash-organiser", severity=WARNING,
        message="„Wir“ lädt am 20.09.2025 um 15:00 Uhr auch zu etwas anderem ein, siehe „2025/a.md“.",
        mend="Prüfen Sie die Zeiten; wenn beides stimmt, ist nichts zu tun.",
    )]


def test_a_name_without_a_page_counts_as_it_sounds() -> None:
    assert [problem.path for problem in organisers(by("a", "14:00", organiser(None, "Anna")), by("b", "15:00", organiser(None, "ANNA!")))] == ["2025/b.md"]


def test_each_organiser_is_told() -> None:
    assert [problem.message[:5] for problem in organisers(by("a", "14:00", US, THEM), by("b", "15:00", THEM, US))] == ["„Wir“", "„Ihr“"]


FREE = {
    "others": (by("a", "14:00", US), by("b", "15:00", THEM)), "later": (by("a", "14:00", US), by("b", "17:00", US)),
    "cancelled": (by("a", "14:00", US), by("b", "15:00", US, change=change("cancelled"))), "nobody": (by("a", "14:00"), by("b", "14:00")),
    "partners": (by("a", "14:00", US), by("b", "14:00", partners=[US])),
}


@pytest.mark.parametrize("events", FREE.values(), ids=FREE)
def test_organisers_that_are_free(events: tuple[Event, ...]) -> None:
    assert organisers(*events) == []


# Duplicates


def test_a_title_twice_on_one_day() -> None:
    assert titles(event("a", "Das Fest!"), event("b", "das  Fest")) == [Problem(
        path="2025/b.md", line=1, field="title", code="duplicate", severity=WARNING,
        message="„das Fest“ am 14.09.2025 steht auch in 2025/a.md.",
        mend="Löschen Sie eine der beiden Dateien, oder unterscheiden Sie die Titel.",
    )]


def test_two_events_are_duplicates_once() -> None:
    days = [on("2025-09-14"), on("2025-09-15", key="2")]
    assert len(titles(event("a", when=days), event("b", when=days))) == 1


DIFFERENT = {
    "titles": (event("a", "Fest"), event("b", "Feier")), "days": (event("a", when=[on("2025-09-14")]), event("b", when=[on("2025-09-15")])),
    "signs only": (event("a", "???"), event("b", "!!!")), "no day yet": (event("a", when=[]), event("b", when=[])),
    "one event": (event("a", when=[at("2025-09-14 10:00"), at("2025-09-14 12:00", key="2")]),),
}


@pytest.mark.parametrize("events", DIFFERENT.values(), ids=DIFFERENT)
def test_events_that_are_different(events: tuple[Event, ...]) -> None:
    assert titles(*events) == []


# Registration


def registered(until: date | datetime | None, *, last: str | None = "") -> list[Problem]:
    made = event("a", when=[on("2025-09-14", last)], registration=Registration(until=until))
    return list(registration_after_event((made,)))


def test_a_registration_that_ends_too_late() -> None:
    assert said(registered(date(2025, 9, 15))) == [
        ("2025/a.md", "registration.until", "Der Anmeldeschluss am 15.09.2025 liegt nach der Veranstaltung."),
    ]
    assert len(registered(datetime(2025, 9, 15, 8, tzinfo=ZONE))) == 1


def test_a_registration_in_time() -> None:
    found = [registered(date(2025, 9, 14)), registered(None), registered(date(2026, 1, 1), last=None), registered(date(2025, 9, 20), last="2025-09-20")]
    assert found == [[], [], [], []]


def test_an_event_without_date_or_registration_is_in_time() -> None:
    events = (event("a", when=[], registration=Registration(until=date(2025, 9, 1))), event("b"))
    assert list(registration_after_event(events)) == []


# All


def test_every_rule_is_asked() -> None:
    one = hall("a", "14:00", organisers=[US], registration=Registration(until=date(2025, 12, 1)))
    two = event("b", "Fest a", when=[at("2025-09-20 14:00")], venues=[HALL], organisers=[US])
    assert {problem.code for problem in check(iter([one, two]))} == {"clash-venue", "clash-organiser", "duplicate", "registration-late"}
    assert len(RULES) == 5  # the fifth needs events of its own, above


def test_a_programme_without_contradiction_is_silent() -> None:
    assert list(check([event("a", "Eins"), event("b", "Zwei")])) == []
