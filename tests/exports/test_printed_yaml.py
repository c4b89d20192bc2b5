"""The file of a booklet that goes to print: what stands in it, and that reading gives back what was written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import golden
from ikw.errata import errata
from ikw.exports.printed_yaml import printed_yaml
from ikw.model import Age, Cost, Event, Hours, Printed, Registration, Venue
from ikw.printed import read_printed
from ikw.source import Record, read_yaml
from ikw.values.known import Known
from records import SPAN, look
from samples import at, change, event, on, programme, venue
from strategies import events

DAY = date(2025, 8, 1)
KIOSK = venue(None, "Kiosk: am Eck", street=None, town="Bebra", access=("wheelchair",))
HALL = venue("halle", "Halle „Süd“", access=("wheelchair", "toilet"))


def write_printed(events: Iterable[Event]) -> str:
    """Return the file of a programme."""
    file = printed_yaml(programme(*events), DAY)
    assert file.path == "2025/printed.yaml"
    return file.data.decode()


def read(text: str, venues: dict[str, Venue] | None = None) -> Printed:
    """Return what a file says; nothing is said of it."""
    fields, faults = read_yaml(text)
    assert fields
    assert faults == ()
    record = Record(path="2025/printed.yaml", fields=fields, body="", body_line=1, digest="")
    printed, problems = read_printed(record, "2025", SPAN, Known(venues=venues or {}, look=look))
    assert problems == []
    assert printed
    return printed


def test_the_file_can_be_read_by_whoever_knows_an_event_file() -> None:
    golden.check("printed.yaml", write_printed([
        event("fest", "Fest: für alle", venues=[HALL], age=Age(youngest=6, oldest=None), cost=Cost(kind="price", regular=Decimal(8)),
              registration=Registration(until=date(2025, 9, 12), phone="06621 00 00 00"), access=("hearing-loop",), languages=("de", "uk")),
        event("ausflug", "Ausflug", [at("2025-09-20 10:00", venues=(KIOSK, HALL)), at("2025-09-21 10:00", key="zwei", room="Saal 2", change=change("full"))],
              meeting_point="am Tor", cost=Cost(kind="free"), interpreting=("gsg",)),
        event("netz", "Im Netz", online=True, online_url="https://example.org/live", change=change("cancelled", note="Regen")),
        event("schau", "Schau", [on("2025-09-14", "2025-09-28", hours=(Hours(weekdays=(0, 1, 2), windows=()),))], venues=[HALL], room="Foyer"),
        event("spaeter", "Später", []),
    ]))


def test_without_events_there_is_a_file_all_the_same() -> None:
    assert read(write_printed([])) == Printed(day=DAY, events={})


def test_events_stand_in_the_order_of_their_ids_whatever_the_order_they_come_in() -> None:
    every = [event("c"), event("a"), event("b", venues=[KIOSK])]
    assert write_printed(every) == write_printed(reversed(every))


def test_a_place_without_an_id_gets_one_that_no_other_place_has() -> None:
    places = (venue("wiese", "Große Wiese"), venue(None, "Wiese", street=None), venue(None, "Wiese", street="Am Bach"), venue(None, "☆"))
    printed = read(write_printed([event(venues=places)]))
    assert [(one.id, one.name["de"], one.street) for one in printed.events["fest"].venues] == [
        ("wiese", "Große Wiese", "Am Ring 1"), ("wiese-2", "Wiese", None), ("wiese-3", "Wiese", "Am Bach"), ("ort", "☆", "Am Ring 1"),
    ]


def test_a_place_that_keeps_its_name_is_called_by_it_in_every_language() -> None:
    now = {"halle": replace(HALL, name={"de": "Halle „Süd“", "en": "South Hall"})}
    written = write_printed([event(venues=[HALL])])
    assert read(written, now).events["fest"].venues[0].name == {"de": "Halle „Süd“", "en": "South Hall"}
    renamed = {"halle": replace(HALL, name={"de": "Arena", "en": "Arena"})}
    assert read(written, renamed).events["fest"].venues[0].name == {"de": "Halle „Süd“"}


def _as_files_say(one: Event) -> Event:
    """Return an event as a file can say it: a date has no place of its own, or one."""
    return replace(one, occurrences=tuple(replace(date, venues=date.venues or None) for date in one.occurrences))


@given(st.lists(events("fest").map(_as_files_say), max_size=1))
def test_what_was_just_frozen_does_not_differ(found: list[Event]) -> None:
    printed = read(write_printed(found), {one.id: one for event in found for one in event.venues if one.id})
    assert [errata(printed, one) for one in found] == [()] * len(found)
    for one in found:
        then = printed.events[one.id]
        facts = ("room", "meeting_point", "online", "online_url", "age", "languages", "interpreting", "access", "cost", "registration")
        assert [getattr(then, name) for name in facts] == [getattr(one, name) for name in facts]
        assert [(date.key, date.day, date.last_day, date.start, date.end, date.words, date.hours, date.room) for date in then.occurrences] == [
            (date.key, date.day, date.last_day, date.start, date.end, date.words, date.hours, date.room) for date in one.occurrences
        ]
        assert [place.name["de"] for place in then.venues] == [place.name["de"] for place in one.venues]
