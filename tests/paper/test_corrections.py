"""The sheet of corrections: what is otherwise than in the booklet, by what a reader has to do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ikw.model import Event, Occurrence, Printed
from ikw.paper.corrections import Corrections, content
from ikw.views.records import Phrase
from paper.desks import items
from samples import at, change, event, programme, venue

DAY = date(2025, 9, 9)


def corrections(now: list[Event], then: list[Event]) -> Corrections:
    found = programme(*now, printed=Printed(day=date(2025, 8, 1), events={one.id: one for one in then}))
    shown, made = items(found)
    return content(shown, found, made, DAY)


def words_of(lines: Iterable[Phrase]) -> list[str]:
    return [line.text for line in lines]


def told(made: Corrections) -> list[tuple[str, list[str]]]:
    return [(section.name, [one.title.text for one in section.corrections]) for section in made.sections]


def test_nothing_otherwise_is_no_section() -> None:
    assert told(corrections([event()], [event()])) == []


def test_each_kind_has_its_section_in_the_order_of_the_booklet() -> None:
    now = [
        event("aus", "Aus", [at("2025-09-16 10:00")], change=change("cancelled", note="Regen.")),
        event("spaet", "Spät", [at("2025-09-20 10:00")]), event("ort", "Ort", [at("2025-09-15 10:00")], venues=[venue()]), event("neu", "Neu"),
        event("gleich", "Gleich"),
    ]
    then = [
        event("aus", "Aus", [at("2025-09-16 10:00")]), event("weg", "Weg"), event("spaet", "Spät", [at("2025-09-14 10:00")]),
        event("ort", "Ort", [at("2025-09-15 10:00")]), event("gleich", "Gleich"),
    ]
    made = corrections(now, then)
    assert told(made) == [("Fällt aus", ["Weg", "Aus"]), ("Jetzt anders", ["Spät", "Ort"]), ("Neu dazugekommen", ["Neu"])]
    [off, changed, new] = made.sections
    assert (words_of(off.corrections[1].lines), off.corrections[1].is_off, changed.corrections[0].when) == (["Regen."], True, "So 14.9., 10:00")
    assert words_of(new.corrections[0].lines) == ["Sonntag, 14. September 2025, 14:00 Uhr", "Ort folgt"]


def test_what_the_status_tells_visitors_stands_on_the_sheet_all_the_same() -> None:
    old = at("2025-09-13 14:00")
    made = corrections([event(change=change("moved", was_when=(old,)))], [event(when=[old])])
    [[one]] = [section.corrections for section in made.sections]
    assert [(line.label, line.then[0].text) for line in one.misprints] == [("Termin", "Samstag, 13. September 2025, 14:00 Uhr")]


def test_what_came_after_the_booklet_and_was_cancelled_again_is_no_news() -> None:
    assert told(corrections([event("neu", change=change("cancelled"))], [])) == []


def test_the_sheet_says_of_when_it_is() -> None:
    made = corrections([event()], [])
    assert made.printed == "Das Heft ging am Freitag, 1. August 2025 in Druck. Hier steht, was seitdem anders ist."
    assert made.as_of == "Stand: Dienstag, 9. September 2025"


def test_a_date_that_no_longer_holds_is_struck_where_the_reader_looks_for_it() -> None:
    old, new = at("2025-09-14 10:00"), at("2025-09-20 10:00", key="2")
    def moved(now: list[Occurrence], then: list[Occurrence]) -> bool:
        return corrections([event(when=now)], [event(when=then)]).sections[0].corrections[0].is_moved

    assert moved([new], [old])
    assert not moved([old, new], [old]), "one that came is no reason to strike the others"
    assert moved([new], [old, new])
