"""States: a word first, the old value with it, and nothing where all is as announced."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ikw.lasting import lasting_of
from ikw.model import STATUSES, Event, Occurrence
from ikw.programme import Entry
from ikw.views import states
from ikw.views.records import Banner, Phrase, State
from ikw.views.states import banner, entry_state, event_state, lasting_state, state
from samples import GERMAN, at, change, event, on, programme, site, venue

HALL, CHURCH = venue(), venue("kirche", "Kirche", town="Bebra")
MON, TUE, WED = at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2"), at("2025-09-17 10:00", key="3")
CANCELLED = State(code="cancelled", word="Abgesagt", old="Abgesagt: ", struck="all")
POSTPONED = State(code="postponed", word="Verschoben: neuer Termin folgt", old="Verschoben: ", struck="time")


def tuesday(status: str, **values: Any) -> Occurrence:
    """Return the second date with a change of its own."""
    return at("2025-09-16 10:00", key="2", change=change(status, **values))


def away(word: str) -> State:
    """Return the state of an old time or place."""
    return State(code="moved-away", word=word, old="Alt: ", struck="time")


def test_every_status_has_its_rank() -> None:
    assert {*states._GRAVEST, "scheduled"} == {*STATUSES}


# in lists


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(event(), None, id="as announced"),
    pytest.param(event(change=change("scheduled", note="doch")), None, id="scheduled"),
    pytest.param(event(change=change("cancelled", was_when=(MON,))), CANCELLED, id="cancelled"),
    pytest.param(event(change=change("postponed")), POSTPONED, id="postponed"),
    pytest.param(event(change=change("full")), State(code="full", word="Ausgebucht"), id="full"),
    pytest.param(event(change=change("changed", note="Neue Band")), State(code="changed", word="Geändert"), id="changed"),
    # the old value, only what differs
    pytest.param(
        event(when=[TUE], venues=[CHURCH], change=change("moved", was_when=(MON,), was_venues=(HALL,))),
        State(code="moved", word="Verlegt: war Mo 15.9., 10:00, Stadthalle"), id="time and place",
    ),
    pytest.param(
        event(venues=[CHURCH], change=change("moved", was_venues=(HALL, CHURCH))), State(code="moved", word="Verlegt: war Stadthalle"), id="place",
    ),
    pytest.param(
        event(when=[MON], change=change("changed", was_when=(at("2025-09-15 11:00", "12:00"),))),
        State(code="changed", word="Geändert: war 11:00 Uhr"), id="another start",
    ),
    pytest.param(
        event(when=[at("2025-09-15 10:00", "13:00")], change=change("changed", was_when=(at("2025-09-15 10:00", "12:00"),))),
        State(code="changed", word="Geändert: war 10:00–12:00 Uhr"), id="another end",
    ),
    pytest.param(
        event(when=[MON], change=change("changed", was_when=(on("2025-09-15", words="abends"),))),
        State(code="changed", word="Geändert: war Mo 15.9., abends"), id="a time instead of a word",
    ),
    pytest.param(
        event(when=[on("2025-09-21", "2025-09-28")], change=change("changed", was_when=(on("2025-09-14", "2025-09-28"),))),
        State(code="changed", word="Geändert: war 14.–28. September"), id="range",
    ),
    pytest.param(event(venues=[HALL], change=change("online")), State(code="online", word="Jetzt online: war Stadthalle"), id="moved online"),
    pytest.param(event(venues=[HALL], change=change("moved", was_online=True)), State(code="moved", word="Verlegt: war Online"), id="was online"),
    # postponed to a known day is moved
    pytest.param(
        event(when=[TUE], change=change("postponed", was_when=(MON,))), State(code="moved", word="Verlegt: war Mo 15.9., 10:00"), id="new day known",
    ),
])
def test_state(one: Event, expected: State | None) -> None:
    assert state(site(), one, one.occurrences[0]) == expected


@pytest.mark.parametrize(("one", "expected"), [
    (event(when=[]), None), (event(when=[], change=change("cancelled")), CANCELLED), (event(when=[], change=change("postponed")), POSTPONED),
    (event(when=[], change=change("moved", was_when=(MON,))), State(code="moved", word="Verlegt: war Mo 15.9., 10:00")),
])
def test_state_of_an_event_without_a_date(one: Event, expected: State | None) -> None:
    assert state(site(), one, None) == expected


def test_each_date_has_its_own_old_value() -> None:
    one = event(when=[TUE, WED], change=change("moved", was_when=(MON, WED)))
    assert [found and found.word for found in (state(site(), one, occurrence) for occurrence in one.occurrences)] == [
        "Verlegt: war Mo 15.9., 10:00", "Verlegt",
    ]


@pytest.mark.parametrize(("one", "expected"), [
    (event(when=[TUE], change=change("moved", was_when=(MON,))), away("Verlegt auf Di 16.9., 10:00")),
    (event(when=[TUE], change=change("full", was_when=(MON,))), away("Verlegt auf Di 16.9., 10:00")),
    (event(when=[on("2025-09-16", "2025-09-20")], change=change("moved", was_when=(MON,))), away("Verlegt auf 16.–20. September")),
    (event(when=[], change=change("moved", was_when=(MON,))), away("Verlegt: neuer Termin folgt")),
    # nobody shall go there on the new day either
    (event(when=[TUE], change=change("cancelled", was_when=(MON,))), CANCELLED),
    (event(when=[], change=change("postponed", was_when=(MON,))), POSTPONED),
])
def test_old_time_says_what_holds_now(one: Event, expected: State) -> None:
    [gone] = [entry for entry in programme(one).entries if entry.is_gone]
    assert entry_state(site(), gone) == expected


@pytest.mark.parametrize(("one", "expected"), [
    (event(venues=[CHURCH], change=change("moved", was_venues=(HALL,))), away("Verlegt: jetzt Kirche, Bebra")),
    (event(venues=[HALL], change=change("online")), away("Jetzt online")),
    (event(online=True, change=change("moved", was_venues=(HALL,))), away("Jetzt online")),
    (event(venues=[CHURCH], change=change("cancelled", was_venues=(HALL,))), away("Abgesagt")),
])
def test_old_place_says_where_it_is_now(one: Event, expected: State) -> None:
    [occurrence] = one.occurrences
    assert entry_state(site(), Entry(event=one, occurrence=occurrence, day=occurrence.day, is_elsewhere=True)) == expected


@pytest.mark.parametrize(("one", "at_hall"), [
    (event(when=[on("2025-09-14", "2025-09-28")], venues=[HALL]), None),
    (event(when=[on("2025-09-14", "2025-09-28")], venues=[HALL], change=change("cancelled")), CANCELLED),
    (event(when=[on("2025-09-14", "2025-09-28")], venues=[CHURCH], change=change("moved", was_venues=(HALL,))), away("Verlegt: jetzt Kirche, Bebra")),
])
def test_state_of_what_is_on_all_the_time(one: Event, at_hall: State | None) -> None:
    [item] = programme(one, venues={"stadthalle": HALL}).part("venue", "stadthalle").lasting
    assert lasting_state(site(), item) == at_hall
    assert lasting_state(site(), next(lasting_of(one))) == state(site(), one, one.occurrences[0])


def said(*lines: str) -> tuple[tuple[str, Phrase], ...]:
    return tuple(("", Phrase(text=line)) for line in lines)


# of a whole event


def test_what_is_still_to_follow_is_not_struck() -> None:
    """The head of its page says "Termin folgt", and that holds."""
    assert event_state(site(), event(when=[], change=change("postponed")), None) == State(code="postponed", word="Verschoben: neuer Termin folgt")
    assert event_state(site(), event(when=[], change=change("cancelled")), None) == CANCELLED
    assert event_state(site(), event(when=[MON], change=change("postponed")), MON) == POSTPONED


@pytest.mark.parametrize(("when", "whole", "expected"), [
    ([MON, TUE], None, None), ([MON, TUE], change("cancelled"), CANCELLED), ([MON, TUE], change("full"), State(code="full", word="Ausgebucht")),
    # one date of several is not the event
    ([MON, tuesday("cancelled"), WED], None, State(code="changed", word="Abgesagt: 1 von 3 Terminen")),
    ([MON, tuesday("cancelled"), WED], change("full"), State(code="changed", word="Abgesagt: 1 von 3 Terminen")),
    ([MON, tuesday("full")], None, State(code="changed", word="Ausgebucht: 1 von 2 Terminen")),
    ([tuesday("cancelled")], None, CANCELLED),
    ([at("2025-09-15 10:00", change=change("cancelled")), tuesday("cancelled")], None, CANCELLED),
])
def test_event_state(when: list[Occurrence], whole: Any, expected: State | None) -> None:
    assert event_state(site(), event(when=when, change=whole), when[0]) == expected


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(event(), None, id="as announced"),
    pytest.param(
        event(change=change("cancelled", note="Die Band ist krank.", since=date(2025, 9, 11))),
        Banner(code="cancelled", title="Abgesagt", lines=said("Die Band ist krank.", "Geändert am 11. September.")), id="cancelled",
    ),
    # where nobody shall go, nobody needs a new time
    pytest.param(
        event(when=[TUE], change=change("cancelled", was_when=(MON,))), Banner(code="cancelled", title="Abgesagt", pairs=(
            ("Vorher", Phrase(text="Montag, 15. September 2025, 10:00 Uhr"), True),
        )), id="moved, then cancelled",
    ),
    pytest.param(
        event(when=[at("2025-09-15 10:00", change=change("full", note="Nur noch Warteliste."))]),
        Banner(code="full", title="Ausgebucht", lines=said("Nur noch Warteliste.")), id="note of the only date",
    ),
    pytest.param(
        event(when=[
            at("2025-09-15 10:00", change=change("full", since=date(2025, 9, 3))), tuesday("full", note="Warteliste.", since=date(2025, 9, 5)),
            at("2025-09-17 10:00", key="3", change=change("full", since=date(2025, 9, 1))),
        ]), Banner(code="full", title="Ausgebucht", lines=(("Di 16.9., 10:00:", Phrase(text="Warteliste.")), *said("Geändert am 5. September."))), id="the last change",
    ),
    pytest.param(event(change=change("postponed")), Banner(code="postponed", title="Verschoben: neuer Termin folgt"), id="postponed"),
    pytest.param(event(change=change("full")), Banner(code="full", title="Ausgebucht"), id="full"),
    pytest.param(event(change=change("changed", note="Mit Tanz.")), Banner(code="changed", title="Geändert", lines=said("Mit Tanz.")), id="changed"),
    pytest.param(
        event(when=[at("2025-09-19 19:30")], venues=[CHURCH], change=change("moved", was_when=(at("2025-09-18 18:00"),), was_venues=(HALL,))),
        Banner(code="moved", title="Verlegt: neuer Tag, neuer Ort", pairs=(
            ("Jetzt", Phrase(text="Freitag, 19. September 2025, 19:30 Uhr, Kirche, Bebra"), False),
            ("Vorher", Phrase(text="Donnerstag, 18. September 2025, 18:00 Uhr, Stadthalle, Bad Hersfeld"), True),
        )), id="day and place",
    ),
    pytest.param(
        event(when=[MON], change=change("changed", was_when=(at("2025-09-15 11:00"),))),
        Banner(code="changed", title="Geändert: neue Zeit", pairs=(
            ("Jetzt", Phrase(text="Montag, 15. September 2025, 10:00 Uhr"), False), ("Vorher", Phrase(text="Montag, 15. September 2025, 11:00 Uhr"), True),
        )), id="time",
    ),
    pytest.param(
        event(venues=[CHURCH, HALL], change=change("moved", was_venues=(HALL,))),
        Banner(code="moved", title="Verlegt"), id="nothing that differs",
    ),
    pytest.param(
        event(venues=[HALL], change=change("online")),
        Banner(code="online", title="Jetzt online", pairs=(("Jetzt", Phrase(text="Online"), False), ("Vorher", Phrase(text="Stadthalle, Bad Hersfeld"), True))), id="online",
    ),
    pytest.param(
        event(venues=[HALL], change=change("moved", was_online=True)),
        Banner(code="moved", title="Verlegt: neuer Ort", pairs=(("Jetzt", Phrase(text="Stadthalle, Bad Hersfeld"), False), ("Vorher", Phrase(text="Online"), True))), id="was online",
    ),
    pytest.param(
        event(when=[MON, at("2025-09-16 10:00", key="2", venues=())], venues=[HALL], change=change("full")),
        Banner(code="full", title="Ausgebucht"), id="one date online is no change",
    ),
    pytest.param(
        event(when=[], change=change("moved", was_when=(MON,))),
        Banner(code="moved", title="Verlegt: neuer Termin folgt", pairs=(
            ("Jetzt", Phrase(text="Termin folgt"), False), ("Vorher", Phrase(text="Montag, 15. September 2025, 10:00 Uhr"), True),
        )), id="to follow",
    ),
    # several dates
    pytest.param(
        event(when=[MON, tuesday("cancelled", note="Regen"), WED]),
        Banner(code="changed", title="Abgesagt: 1 von 3 Terminen", pairs=(("Abgesagt", Phrase(text="Dienstag, 16. September 2025, 10:00 Uhr"), True),),
               lines=(("Di 16.9., 10:00:", Phrase(text="Regen")),)), id="one cancelled",
    ),
    pytest.param(
        event(when=[MON, tuesday("full")]),
        Banner(code="changed", title="Ausgebucht: 1 von 2 Terminen", pairs=(("Ausgebucht", Phrase(text="Dienstag, 16. September 2025, 10:00 Uhr"), False),)),
        id="one full",
    ),
    pytest.param(
        event(when=[MON, tuesday("moved", was_venues=(HALL,))], venues=[CHURCH]),
        Banner(code="changed", title="Verlegt: 1 von 2 Terminen", pairs=(
            ("Jetzt", Phrase(text="Dienstag, 16. September 2025, 10:00 Uhr, Kirche, Bebra"), False), ("Vorher", Phrase(text="Stadthalle, Bad Hersfeld"), True),
        )), id="one at another place",
    ),
    pytest.param(
        event(when=[TUE, WED], change=change("moved", note="Umbau", was_when=(MON, WED))),
        Banner(code="moved", title="Verlegt: neuer Tag", pairs=(
            ("Jetzt", Phrase(text="Dienstag, 16. September 2025, 10:00 Uhr"), False), ("Vorher", Phrase(text="Montag, 15. September 2025, 10:00 Uhr"), True),
        ), lines=said("Umbau")), id="old times in their order",
    ),
])
def test_banner(one: Event, expected: Banner | None) -> None:
    assert banner(site(), one) == expected


@pytest.mark.parametrize(("one", "title"), [
    (event(when=[at("2025-09-19 19:30")], venues=[CHURCH], change=change("moved", was_when=(MON,), was_venues=(HALL,))), "Neuer Tag und neuer Ort"),
    (event(venues=[CHURCH], change=change("moved", was_venues=(HALL,))), "Neuer Ort"),
    # other words do not say it
    (event(when=[MON], change=change("full", was_when=(at("2025-09-15 11:00"),))), "Ausgebucht: neue Zeit"),
])
def test_easy_language_says_once_what_is_new(one: Event, title: str) -> None:
    """Its word for "Verlegt" is "Zeit oder Ort ist neu"."""
    found = banner(site(language=replace(GERMAN, code="de-simple", is_easy=True)), one)
    assert found
    assert found.title == title
