"""Plain: text without signs that break formats, and facts as sentences."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.model import Cost, Event, Occurrence, Organiser, Text
from ikw.plain import announced, change_words, clean, fact_lines, host_line, is_online_only, one_line, place, summary
from samples import ARABIC, at, change, event, organiser, programme, site, venue

BOTH = (at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2"))


@pytest.mark.parametrize(("text", "expected"), [
    ("a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"),
    ("a\x00b\x1bc\x7fd\x85e", "abcde"),
    # bidi controls go, joiners of Persian letters and emoji stay
    ("\u202ea\u202c\u2066b\u2069\u200fc", "abc"),
    ("می\u200cخواهم 👩\u200d🍳", "می\u200cخواهم 👩\u200d🍳"),
])
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text())
def test_one_line_has_no_line_break_and_no_control_character(text: str) -> None:
    found = one_line(text)
    assert [sign for sign in found if unicodedata.category(sign) in ("Cc", "Zl", "Zp", "Cs")] == []
    assert one_line(found) == found


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(event(venues=[venue()], room="Saal 2"), "Stadthalle, Saal 2, Am Ring 1, 36251 Bad Hersfeld", id="room"),
    pytest.param(event(venues=[venue(), venue("k", "Kirche", street=None, postcode=None, town=None)]),
                 "Stadthalle, Am Ring 1, 36251 Bad Hersfeld; Kirche", id="route"),
    pytest.param(event(venues=[venue(name="Bebra", town="Bebra", street=None, postcode=None)]), "Bebra", id="town-is-the-name"),
    pytest.param(event(online=True), "Online", id="online"),
    pytest.param(event(venues=[venue()], change=change("online")), "Online", id="moved-online"),
    pytest.param(event(), "", id="to-follow"),
])
def test_place(one: Event, expected: str) -> None:
    assert place(site(), one, one.occurrences[0]) == expected


def test_room_of_the_event_is_not_at_the_place_of_an_occurrence() -> None:
    one = event(when=[at("2025-09-15 10:00", venues=(venue("k", "Kirche"),))], venues=[venue()], room="Saal 2")
    assert place(site(), one, one.occurrences[0]) == "Kirche, Am Ring 1, 36251 Bad Hersfeld"


def test_event_at_a_place_and_online_is_not_online_only() -> None:
    one = event(venues=[venue()], online=True)
    assert is_online_only(one, None) is False


@pytest.mark.parametrize(("when", "was", "old"), [
    pytest.param(BOTH, (), [None, None], id="untold"),
    pytest.param(BOTH[:1], (at("2025-09-14 10:00"),), ["2025-09-14"], id="one"),
    pytest.param(BOTH, (BOTH[0], at("2025-09-17 10:00")), [None, "2025-09-17"], id="in-order"),
    pytest.param(BOTH, (at("2025-09-14 10:00"),), ["2025-09-14", "2025-09-14"], id="fewer"),
])
def test_announced(when: tuple[Occurrence, ...], was: tuple[Occurrence, ...], old: list[str | None]) -> None:
    one = event(when=when, change=change("moved", was_when=was))
    found = [announced(one, occurrence) for occurrence in one.occurrences]
    assert [before and before.day.isoformat() for before in found] == old


def test_change_of_one_date_is_its_own() -> None:
    own = at("2025-09-16 10:00", key="2", change=change("moved", note="Regen", was_when=(at("2025-09-17 10:00"),)))
    one = event(when=[BOTH[0], own])
    assert [change_words(site(), one, occurrence) for occurrence in one.occurrences] == [
        "", "Verlegt. Bisher: Mittwoch, 17. September 2025, 10:00 Uhr. Regen",
    ]


def test_facts_are_lines_in_the_order_people_ask() -> None:
    one = event(cost=Cost(kind="price", regular=Decimal(8), reduced=Decimal("5.50")), languages=("de", "uk"))
    assert fact_lines(site(), programme(one), one, ("cost", "languages")) == [
        "Sprachen: Deutsch und Ukrainisch", "Kosten: 8 €; ermäßigt 5,50 €",
    ]


@pytest.mark.parametrize(("organisers", "expected"), [
    ([], ""), ([organiser(), organiser(None, "Ada")], "Wer lädt ein: Treffpunkt Vielfalt und Ada"),
])
def test_hosts_are_named_in_their_order(organisers: list[Organiser], expected: str) -> None:
    assert host_line(site(), event(organisers=organisers)) == expected


@pytest.mark.parametrize(("texts", "expected"), [
    ({"ar": Text(title="عيد", summary="قصير")}, "قصير"), ({"ar": Text(title="عيد")}, "Kurz."), ({}, "Kurz."),
])
def test_summary_falls_back_to_the_default_language(texts: dict[str, Text], expected: str) -> None:
    assert summary(site(language=ARABIC), event(summary="Kurz.", texts=texts)) == expected
