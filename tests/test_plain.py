"""Plain: text without signs that break formats, and facts as sentences."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.model import Change, Cost, Event, Organiser, Text
from ikw.plain import change_words, clean, fact_lines, host_line, one_line, place, summary
from samples import ARABIC, at, change, event, on, organiser, programme, site, venue


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
    pytest.param(event(when=[at("2025-09-15 10:00", venues=())], venues=[venue()]), "Online", id="one-date-online"),
    pytest.param(event(when=[at("2025-09-15 10:00", room="Saal 3")], venues=[venue()], room="Saal 2"),
                 "Stadthalle, Saal 3, Am Ring 1, 36251 Bad Hersfeld", id="its-own-room"),
    pytest.param(event(), "", id="to-follow"),
])
def test_place(one: Event, expected: str) -> None:
    assert place(site(), one, one.occurrences[0]) == expected


def test_room_of_the_event_is_not_at_the_place_of_an_occurrence() -> None:
    one = event(when=[at("2025-09-15 10:00", venues=(venue("k", "Kirche"),))], venues=[venue()], room="Saal 2")
    assert place(site(), one, one.occurrences[0]) == "Kirche, Am Ring 1, 36251 Bad Hersfeld"


def test_change_of_one_date_is_its_own() -> None:
    own = at("2025-09-16 10:00", key="2", change=change("moved", note="Regen", was_when=(at("2025-09-17 10:00"),)))
    one = event(when=[at("2025-09-15 10:00"), own])
    assert [change_words(site(), one, occurrence) for occurrence in one.occurrences] == [
        "", "Verlegt. Bisher: Mittwoch, 17. September 2025, 10:00 Uhr. Regen",
    ]


@pytest.mark.parametrize(("now", "words"), [
    (change("full"), "Ausgebucht."), (change("changed", note="Mit Tanz."), "Geändert. Mit Tanz."),
    (change("online"), "Jetzt online. Bisher: Stadthalle, Bad Hersfeld."),
    (change("moved", was_online=True), "Verlegt. Bisher: Online."),
    # a time of which only the words are new is another time
    (change("changed", was_when=(on("2025-09-14", words="abends"),)), "Geändert. Bisher: Sonntag, 14. September 2025, abends."),
    (change("changed", was_when=(on("2025-09-14", words="am Nachmittag"),)), "Geändert."),
    # nothing is told that still holds
    (change("moved", was_venues=(venue("kirche", "Kirche"), venue())), "Verlegt. Bisher: Kirche, Bad Hersfeld."),
])
def test_a_change_says_what_no_longer_holds(now: Change, words: str) -> None:
    one = event(when=[on("2025-09-14", words="am Nachmittag")], venues=[venue()], change=now)
    assert change_words(site(), one, one.occurrences[0]) == words


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
