"""What the booklet says otherwise, as words: tags in lists, lines on an event's page."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ikw.model import Cost, Event, Occurrence, Printed, Registration
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.event import event_page
from ikw.views.misprints import misprints, missing
from ikw.views.records import Misprint, Phrase, State
from ikw.views.rows import Rows
from samples import ARABIC, ENGLISH, at, change, edition, event, on, programme, site, venue

HALL, YARD = venue("halle", "Halle"), venue("hof", "Hof", town="Bebra")
NEW = State(code="new", word="Neu, nicht im Heft")


def unlike(now: Event | None, then: Event | None, **values: Any) -> Programme:
    """Return a programme with an event as it is now, and a booklet with it as it was."""
    booklet = Printed(day=date(2025, 8, 1), events={then.id: then} if then else {})
    return programme(*([now] if now else []), printed=booklet, **values)


def states(found: Programme, **values: Any) -> list[State | None]:
    """Return the states of all rows."""
    return [row.state for row in Rows(site(found, **values), found).rows(found.entries)]


def said(found: Programme, **values: Any) -> list[tuple[str, str, str]]:
    """Return what the event's page says of the booklet."""
    [one] = found.events
    return [
        (line.label, *(", ".join(phrase.text for phrase in words) for words in (line.now, line.then)))
        for line in misprints(site(found, **values), found, one)
    ]


# Tags in lists


@pytest.mark.parametrize(("now", "then", "state"), [
    (event(), event(), None),
    (event(), None, NEW),
    (event(when=[at("2025-09-14 15:00")]), event(when=[at("2025-09-14 14:00", "16:00")]), State(code="changed", word="Im Heft: 14:00 Uhr")),
    (event(when=[at("2025-09-14 14:00", "17:00")]), event(when=[at("2025-09-14 14:00", "16:00")]), State(code="changed", word="Im Heft: 14:00–16:00 Uhr")),
    (event(venues=[HALL]), event(venues=[YARD]), State(code="changed", word="Im Heft: Hof")),
    (event(venues=[HALL]), event(), State(code="changed", word="Im Heft: Ort folgt")),
    (event(venues=[HALL]), event(online=True), State(code="changed", word="Im Heft: Online")),
    (event(), event(when=[]), NEW),
    (event(cost=Cost(kind="price", regular=Decimal(8))), event(), None),
    (event(change=change("cancelled")), None, State(code="cancelled", word="Abgesagt", old="Abgesagt: ", struck="all")),
    (event(change=change("full"), venues=[HALL]), event(venues=[YARD]), State(code="full", word="Ausgebucht")),
])
def test_row_says_what_paper_does_not_unless_it_has_something_graver_to_say(now: Event, then: Event | None, state: State | None) -> None:
    assert states(unlike(now, then)) == [state]


def test_old_day_is_listed_too_and_says_what_holds() -> None:
    found = unlike(event(when=[at("2025-09-15 14:00")], venues=[HALL]), event(venues=[YARD]))
    assert [(entry.day.day, entry.is_gone) for entry in found.entries] == [(14, True), (15, False)]
    assert states(found) == [
        State(code="moved-away", word="Verlegt auf Mo 15.9., 14:00", old="Alt: ", struck="time"),
        State(code="changed", word="Im Heft: So 14.9., 14:00, Hof"),
    ]


def test_a_date_that_was_taken_out_is_listed_on_its_day() -> None:
    found = unlike(event(when=[at("2025-09-15 14:00")]), event(when=[at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2")]))
    assert states(found) == [State(code="moved-away", word="Dieser Termin entfällt", old="Alt: ", struck="time"), None]


def test_old_time_that_the_status_tells_is_listed_once() -> None:
    old = at("2025-09-14 14:00")
    found = unlike(event(when=[at("2025-09-15 14:00")], change=change("moved", was_when=(old,))), event(when=[old]))
    assert [state.word for state in states(found) if state] == ["Verlegt auf Mo 15.9., 14:00", "Verlegt: war So 14.9., 14:00"]


def test_what_is_on_all_the_time_and_what_has_no_date_have_tags_as_well() -> None:
    found = unlike(event(when=[on("2025-09-14", "2025-09-28")]), None)
    assert Rows(site(found), found).running(found.lasting[0]).state == NEW
    later = event(when=[])
    assert Rows(site(), unlike(later, None)).undated(later).state == NEW


def test_an_edition_that_is_past_says_nothing_of_paper() -> None:
    found = unlike(event(), None)
    newer = programme(edition=edition(id="2026", first_day=date(2026, 9, 14), last_day=date(2026, 9, 28)))
    shown = site(newer, found)
    assert [row.state for row in Rows(shown, found).rows(found.entries)] == [None]
    assert (misprints(shown, found, found.events[0]), missing(shown, unlike(None, event()))) == ((), ())


# An event's page


def page(found: Programme) -> tuple[State | None, tuple[Misprint, ...]]:
    shown: Site = site(found)
    [one] = found.events
    made = event_page(shown, found, one, Rows(shown, found))
    return made.state, made.misprints


def test_page_of_a_new_event_has_the_tag_and_nothing_to_compare() -> None:
    assert page(unlike(event(), None)) == (NEW, ())


def test_page_tells_old_and_new_beside_the_tag_of_its_status() -> None:
    found = unlike(event(change=change("full"), cost=Cost(kind="donation")), event(cost=Cost(kind="free", note="bis 6 Jahre")))
    assert page(found) == (State(code="full", word="Ausgebucht"), (Misprint(
        fact="cost", label="Kosten", now=(Phrase(text="Kostenlos, Spende willkommen"),), then=(Phrase(text="Kostenlos"), Phrase(text="bis 6 Jahre")),
    ),))


REGISTRATION = Registration(until=date(2025, 9, 1), phone="06621 12")


@pytest.mark.parametrize(("now", "then", "lines"), [
    ({"when": [at("2025-09-15 14:00")]}, {}, [("Termin", "Montag, 15. September 2025, 14:00 Uhr", "Sonntag, 14. September 2025, 14:00 Uhr")]),
    ({"when": []}, {}, [("Termin", "", "Sonntag, 14. September 2025, 14:00 Uhr")]),
    ({}, {"when": []}, [("Termin", "Sonntag, 14. September 2025, 14:00 Uhr", "")]),
    ({"venues": [HALL]}, {"venues": [YARD]}, [("Ort", "Halle, Am Ring 1, Bad Hersfeld", "Hof, Am Ring 1, Bebra")]),
    ({"venues": [HALL, YARD]}, {"venues": [YARD]},
     [("Ort", "Halle, Am Ring 1, Bad Hersfeld → Hof, Am Ring 1, Bebra", "Hof, Am Ring 1, Bebra")]),
    ({"venues": [HALL]}, {"venues": [HALL], "room": "Saal 1"}, [("Raum", "keine Angabe", "Saal 1")]),
    ({"meeting_point": "am Tor"}, {}, [("Treffpunkt", "am Tor", "keine Angabe")]),
    ({"registration": REGISTRATION}, {}, [("Anmeldung", "Bitte melden Sie sich an, bis Montag, 1. September 2025, 06621 12", "Nicht nötig")]),
    ({}, {"cost": Cost(kind="price", regular=Decimal(8), reduced=Decimal(5))}, [("Kosten", "keine Angabe", "8\N{NO-BREAK SPACE}€, ermäßigt 5\N{NO-BREAK SPACE}€")]),
    ({}, {"languages": ("de", "uk"), "interpreting": ("gsg",)},
     [("Sprachen", "Deutsch", "Deutsch und Ukrainisch"), ("Gedolmetscht", "keine Angabe", "Deutsche Gebärdensprache")]),
    ({}, {"access": ("wheelchair",)}, [("Zugang", "keine Angabe", "Mit dem Rollstuhl ohne Hilfe")]),
    ({"title": "Sommerfest"}, {}, [("Titel", "Sommerfest", "Fest")]),
    ({}, {"change": change("cancelled")}, [("Stand", "Findet statt", "Abgesagt")]),
])
def test_page_says_what_holds_and_what_stands_on_paper(now: dict[str, Any], then: dict[str, Any], lines: list[tuple[str, str, str]]) -> None:
    assert said(unlike(event(**now), event(**then))) == lines


def test_of_many_dates_a_few_are_told_and_the_others_counted() -> None:
    def dates(hour: int) -> list[Occurrence]:
        return [at(f"2025-09-{day} {hour}:00", key=str(day)) for day in range(14, 22)]

    lines = said(unlike(event(when=dates(15)), event(when=dates(14))))
    assert (len(lines), lines[-1]) == (6, ("Termin", "und 3 weitere Termine", ""))


def test_one_of_several_dates_is_named() -> None:
    now = [at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2", venues=(HALL,))]
    then = [at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2", venues=(YARD,))]
    assert said(unlike(event(when=now), event(when=then))) == [
        ("Ort", "Mo 15.9., 14:00, Halle, Am Ring 1, Bad Hersfeld", "Mo 15.9., 14:00, Hof, Am Ring 1, Bebra"),
    ]


def test_words_of_paper_are_german_and_marked_so() -> None:
    found = unlike(event(meeting_point="am Tor"), event(meeting_point="am Eck"))
    [line] = misprints(site(found, language=ENGLISH), found, found.events[0])
    assert line == Misprint(
        fact="meeting_point", label="Treffpunkt", now=(Phrase(text="am Tor", lang="de", dir="ltr"),), then=(Phrase(text="am Eck", lang="de", dir="ltr"),),
    )


def test_dates_are_in_the_language_of_the_page() -> None:
    [(_label, now, then)] = said(unlike(event(when=[at("2025-09-15 14:00")]), event()), language=ARABIC)
    assert ("سبتمبر" in now, "سبتمبر" in then) == (True, True)


def test_all_of_it_is_told_where_a_whole_list_is_wanted() -> None:
    one = event(change=change("cancelled"))
    found = unlike(one, event())
    assert misprints(site(found), found, one) == ()
    assert [line.then for line in misprints(site(found), found, one, are_all=True)] == [(Phrase(text="Findet statt"),)]


def test_before_the_booklet_goes_to_print_there_is_nothing_to_say() -> None:
    found = programme(event())
    assert (misprints(site(found), found, found.events[0]), missing(site(found), found), states(found)) == ((), (), [None])


@pytest.mark.parametrize(("now", "then", "line"), [
    (event(when=[at("2025-09-14 14:00"), at("2025-09-15 15:00", key="2")]), event(), ("Zusätzlicher Termin", "Montag, 15. September 2025, 15:00 Uhr", "")),
    (event(), event(when=[at("2025-09-14 14:00"), at("2025-09-15 15:00", key="2")]), ("Dieser Termin entfällt", "", "Montag, 15. September 2025, 15:00 Uhr")),
    # the only date is none that came or went
    (event(when=[]), event(), ("Termin", "", "Sonntag, 14. September 2025, 14:00 Uhr")),
    (event(), event(when=[]), ("Termin", "Sonntag, 14. September 2025, 14:00 Uhr", "")),
])
def test_a_date_that_came_or_went_beside_others_is_called_so(now: Event, then: Event, line: tuple[str, str, str]) -> None:
    assert said(unlike(now, then)) == [line]
