"""A poster of both weeks: what stands in which column."""

from __future__ import annotations

import pytest

from ikw.paper.poster import Poster, content, told_state, words
from ikw.programme import Programme
from ikw.views.records import State
from paper.desks import items
from samples import ARABIC, at, change, event, on, programme, venue


def poster(found: Programme, **values: object) -> Poster:
    shown, made = items(found, **values)
    return content(shown, found, made)


def test_the_opening_sunday_stands_alone_and_two_weeks_follow() -> None:
    made = poster(programme(event(), event("zwei", when=[at("2025-09-15 10:00")])))
    assert made.opening
    assert (made.opening.number, made.opening.weekday, [line.id for line in made.opening.lines]) == ("14", "Sonntag", ["fest"])
    assert [(row.name, len(row.columns), row.before, row.after) for row in made.rows] == [("Erste Woche", 7, 0, 0), ("Zweite Woche", 7, 0, 0)]
    assert [line.id for line in made.rows[0].columns[0].lines] == ["zwei"]


def test_days_outside_the_span_stand_before_and_after_with_their_month_where_it_is_another() -> None:
    made = poster(programme(event(when=[at("2025-09-13 10:00"), at("2025-10-03 10:00", key="2")])))
    assert [column.number for column in (*made.before, *made.after)] == ["13", "3. Oktober"]


def test_what_is_on_all_the_time_and_what_has_no_date_stand_apart() -> None:
    made = poster(programme(event("schau", when=[on("2025-09-14", "2025-09-28")]), event("spaeter", when=[])))
    assert ([line.id for line in made.running], [line.id for line in made.undated]) == (["schau"], ["spaeter"])


def test_old_times_are_not_printed_and_only_what_keeps_people_away_is_said() -> None:
    moved = event(when=[at("2025-09-15 10:00")], venues=[venue()], change=change("moved", was_when=(at("2025-09-14 10:00"),)))
    made = poster(programme(moved, event("aus", when=[at("2025-09-15 11:00")], change=change("cancelled"))))
    assert made.opening
    assert made.opening.lines == ()
    assert [(line.id, line.state and line.state.code) for line in made.rows[0].columns[0].lines] == [("fest", None), ("aus", "cancelled")]


@pytest.mark.parametrize("code", ["cancelled", "postponed", "full", "moved", "changed", "online", "new"])
def test_a_state_is_told_where_nobody_should_come(code: str) -> None:
    state = State(code=code, word="Wort")
    assert told_state(state) == (state if code in ("cancelled", "postponed", "full") else None)
    assert told_state(None) is None


def test_a_programme_without_events_is_a_poster() -> None:
    made = poster(programme())
    assert (made.head.lead, made.running, [len(row.columns) for row in made.rows]) == ("Das Programm folgt.", (), [7, 7])


def test_the_head_has_the_code_of_the_programme_in_its_language() -> None:
    made = poster(programme(event()), language=ARABIC)
    assert (made.head.home.href, made.head.home.short) == ("https://ikw.example/ar/", "ikw.example/ar")


def test_words_of_a_template_are_of_the_catalog() -> None:
    shown, _ = items(programme(), words={"Weitere Tage": "After"})
    assert words(shown)["after"] == "After"
