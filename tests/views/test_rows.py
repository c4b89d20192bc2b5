"""Rows: an event in a list, whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from decimal import Decimal
from typing import Any

import pytest

from ikw.model import Cost, Event, Hours, Municipality, Occurrence, Registration, Text, Venue
from ikw.programme import Entry, Programme
from ikw.settings import Language
from ikw.views.records import DayCell, Phrase, Row, Running, State
from ikw.views.rows import Rows, entrance, spoken
from samples import ARABIC, ZONE, at, change, event, on, programme, site, venue

HALL, CHURCH = venue(), venue("kirche", "Kirche", town="Bebra")
BEBRA = venue("bebra", "Bebra", town="Bebra")
LIVE = "https://example.org/live"


def rows(found: Programme, **values: Any) -> list[Row]:
    """Return the rows of all entries."""
    return list(Rows(site(**values), found).rows(found.entries))


def where(one: Event) -> tuple[str, str]:
    """Return place and town of an event's first row."""
    [row, *_more] = rows(programme(one))
    return row.venue.text, row.town.text


FULL = event(
    when=[at("2025-09-14 14:00", "18:00")], venues=[HALL], languages=("de", "uk"), interpreting=["ar"], highlight=True,
    cost=Cost(kind="price", regular=Decimal(8)), registration=Registration(),
)
ROW = Row(
    href="/2025/fest/", title=Phrase(text="Fest"), time="14:00", datetime="2025-09-14T14:00", when_words="", category="fest",
    category_name=Phrase(text="Feste"), venue=Phrase(text="Stadthalle"), town=Phrase(text="Bad Hersfeld"), spoken="Deutsch, Ukrainisch, gedolmetscht: Arabisch",
    cost="8\xa0€, mit Anmeldung", highlight=True, starts=int(datetime(2025, 9, 14, 14, tzinfo=ZONE).timestamp()),
    ends=int(datetime(2025, 9, 14, 18, tzinfo=ZONE).timestamp()),
)


def test_row() -> None:
    assert rows(programme(FULL)) == [ROW]


def test_row_in_another_language_marks_what_stays_german() -> None:
    german = Phrase(text="Stadthalle", lang="de", dir="ltr")
    [row] = rows(programme(FULL), language=ARABIC)
    assert row == replace(
        ROW, href="/ar/2025/fest/", title=Phrase(text="Fest", lang="de", dir="ltr"), venue=german, category_name=replace(german, text="Feste"),
        town=replace(german, text="Bad Hersfeld"),
        spoken="الألمانية، الأوكرانية, gedolmetscht: العربية", cost="\u200f8\xa0€، mit Anmeldung",
    )
    [row] = rows(programme(replace(FULL, texts={**FULL.texts, "ar": Text(title="عيد")})), language=ARABIC)
    assert row.title == Phrase(text="عيد")


@pytest.mark.parametrize(("occurrence", "shown"), [
    (at("2025-09-14 09:00"), ("09:00", "2025-09-14T09:00", "")), (on("2025-09-14"), ("", "2025-09-14", "ohne Uhrzeit")),
    (on("2025-09-14", words="abends"), ("", "2025-09-14", "abends")),
    (at("2025-09-14 01:00"), ("01:00", "2025-09-14T01:00", "in der Nacht zu Sonntag")),
])
def test_time_of_a_row(occurrence: Occurrence, shown: tuple[str, str, str]) -> None:
    [row] = rows(programme(event(when=[occurrence])))
    assert (row.time, row.datetime, row.when_words) == shown


@pytest.mark.parametrize(("one", "expected"), [
    (event(venues=[HALL]), ("Stadthalle", "Bad Hersfeld")), (event(), ("Ort folgt", "")), (event(online=True), ("Online", "")),
    (event(online_url=LIVE), ("Online", "")), (event(venues=[HALL], change=change("online")), ("Online", "")),
    # who can stay at home is told, also where a list has room for the town only
    (event(venues=[HALL], online_url=LIVE), ("Stadthalle", "Bad Hersfeld und online")),
    (event(venues=[venue(None, "Wiese", town=None, municipality=None)], online_url=LIVE), ("Wiese und online", "")),
    # a route says where it begins and ends
    (event(venues=[HALL, CHURCH]), ("Stadthalle → Kirche", "Bad Hersfeld → Bebra")),
    (event(venues=[HALL, BEBRA, CHURCH]), ("Stadthalle → Kirche", "Bad Hersfeld → Bebra")),
    (event(venues=[HALL, venue("haus", "Haus")]), ("Stadthalle → Haus", "Bad Hersfeld")),
    (event(venues=[HALL, CHURCH, HALL]), ("Stadthalle", "Bad Hersfeld")),
    # a town that is the place's own name is not said twice
    (event(venues=[BEBRA]), ("Bebra", "")), (event(venues=[venue(None, "Wiese", town=None, municipality=None)]), ("Wiese", "")),
    # an inline place may name its municipality only
    (event(venues=[venue(None, "Wiese", town=None)]), ("Wiese", "Bad Hersfeld")),
    (event(when=[at("2025-09-14 14:00", venues=(CHURCH,))], venues=[HALL]), ("Kirche", "Bebra")),
    (event(when=[at("2025-09-14 14:00", venues=())], venues=[HALL]), ("Online", "")),
])
def test_place_of_a_row(one: Event, expected: tuple[str, str]) -> None:
    assert where(one) == expected


ZELT = Venue(id="zelt", name={"de": "Zelt", "ar": "خيمة"}, town="Bebra")


@pytest.mark.parametrize(("one", "venue", "town"), [
    # the words are the page's, the town stands as on the door
    (event(venues=[HALL], online_url=LIVE), Phrase(text="Stadthalle", lang="de", dir="ltr"), Phrase(
        text="\u2068Bad Hersfeld\u2069 und online", parts=(Phrase(text="Bad Hersfeld", lang="de", dir="ltr"), Phrase(text=" und online")),
    )),
    (event(venues=[ZELT]), Phrase(text="خيمة"), Phrase(text="Bebra", lang="de", dir="ltr")),
    # all in German: the whole runs from left to right, else the arrow is the page's
    (event(venues=[HALL, CHURCH]), Phrase(text="Stadthalle → Kirche", lang="de", dir="ltr"), Phrase(text="Bad Hersfeld → Bebra", lang="de", dir="ltr")),
    (event(venues=[ZELT, CHURCH]), Phrase(
        text="\u2068خيمة\u2069 ← \u2068Kirche\u2069",
        parts=(Phrase(text="خيمة"), Phrase(text=" ← "), Phrase(text="Kirche", lang="de", dir="ltr")),
    ), Phrase(text="Bebra", lang="de", dir="ltr")),
])
def test_place_of_a_row_in_another_language(one: Event, venue: Phrase, town: Phrase) -> None:
    [row] = rows(programme(one), language=ARABIC)
    assert (row.venue, row.town) == (venue, town)


def test_old_time_is_listed_with_the_place_that_holds() -> None:
    one = event(
        when=[at("2025-09-19 19:30", venues=(CHURCH,), change=change("moved", was_when=(at("2025-09-18 18:00"),), was_venues=(HALL,)))], venues=[HALL],
    )
    [gone, now] = rows(programme(one))
    assert (gone.time, gone.venue.text, gone.state) == (
        "18:00", "Kirche", State(code="moved-away", word="Verlegt auf Fr 19.9., 19:30", old="Alt: ", struck="time"),
    )
    assert (now.time, now.venue.text, now.state) == ("19:30", "Kirche", State(code="moved", word="Verlegt: war Do 18.9., 18:00, Stadthalle"))


def test_two_old_times_of_a_day_are_two_rows() -> None:
    def moved(key: str, hour: int) -> Occurrence:
        return at(f"2025-09-19 {hour}:00", key=key, change=change("moved", was_when=(at(f"2025-09-18 {hour}:00"),)))

    found = rows(programme(event(when=[moved("1", 10), moved("2", 14)])))
    assert [row.state and row.state.word for row in found[:2]] == ["Verlegt auf Fr 19.9., 10:00", "Verlegt auf Fr 19.9., 14:00"]


def test_row_of_an_event_without_a_date() -> None:
    one = event(when=[], venues=[HALL], change=change("postponed"))
    assert Rows(site(), programme(one)).undated(one) == Row(
        href="/2025/fest/", title=Phrase(text="Fest"), time="", datetime="", when_words="", category="fest", category_name=Phrase(text="Feste"),
        venue=Phrase(text="Stadthalle"), town=Phrase(text="Bad Hersfeld"), spoken="Deutsch", cost="",
        state=State(code="postponed", word="Verschoben: neuer Termin folgt", old="Verschoben: ", struck="time"),
    )


def test_running() -> None:
    hours = (Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(17)),)),)
    found = programme(event(when=[on("2025-09-14", "2025-09-28", hours=hours)], venues=[HALL], change=change("full")))
    assert Rows(site(), found).running(found.lasting[0]) == Running(
        href="/2025/fest/", title=Phrase(text="Fest"), category="fest", category_name=Phrase(text="Feste"), place=Phrase(text="Stadthalle, Bad Hersfeld"),
        span="14.–28. September", hours="Mo–Fr 09:00–17:00 Uhr", when="14.–28. September, Mo–Fr 09:00–17:00 Uhr", state=State(code="full", word="Ausgebucht"),
    )


def test_day_by_day_is_running_with_its_rhythm() -> None:
    found = programme(event(when=[at(f"2025-09-{n} 14:00", "18:00", key=str(n)) for n in (19, 20, 21, 23, 24, 25, 26)], online=True))
    running = Rows(site(), found).running(found.lasting[0])
    assert (running.place.text, running.span, running.hours) == ("Online", "19.–26. September", "täglich außer Mo 14:00–18:00 Uhr")


def test_day_has_its_names_and_count() -> None:
    cells = Rows(site(), programme(FULL, event("davor", when=[at("2025-09-13 19:00")], change=change("cancelled")))).cells
    assert [(iso.isoformat(), cell.count_words) for iso, cell in cells.items()][:3] == [
        ("2025-09-14", "1 Termin"), ("2025-09-15", "kein Termin"), ("2025-09-16", "kein Termin"),
    ]
    *_span, before = cells.values()
    assert before == DayCell(
        id="t2025-09-13", href="/2025/2025-09-13/", iso="2025-09-13", number="13", month="September", weekday="Samstag", short="Sa",
        date_words="Samstag, 13. September", count_words="kein Termin", is_full=False, rows=(),
    )


def test_a_weekday_over_its_day_begins_with_a_large_letter() -> None:
    russian = Language(code="ru", name="Русский", dir="ltr", path="ru", locale="ru")
    first, *_more = Rows(site(language=russian), programme(FULL)).cells.values()
    assert (first.weekday, first.short, first.date_words) == ("Воскресенье", "вс", "воскресенье, 14 сентября")


def test_rows_are_made_once_and_never_mixed_up() -> None:
    """An entry that a facet made for itself may stand in memory where another stood."""
    found = programme(FULL)
    kept = Rows(site(), found)
    [entry] = found.entries
    assert kept.row(entry) is kept.row(entry)
    elsewhere = [kept.row(replace(entry, is_elsewhere=True)).state for _ in range(3)]
    assert all(state and state.code == "moved-away" for state in elsewhere)
    assert kept.row(entry).state is None
    assert kept.row(Entry(event=FULL, occurrence=entry.occurrence, day=entry.day)) == ROW


@pytest.mark.parametrize(("languages", "interpreting", "expected"), [
    (("de",), (), "Deutsch"), (("ar", "de"), ("gsg",), "Arabisch, Deutsch, gedolmetscht: Deutsche Gebärdensprache"),
    (("ar", "de"), ("ar",), "Arabisch, Deutsch"),
])
def test_spoken(languages: tuple[str, ...], interpreting: tuple[str, ...], expected: str) -> None:
    assert spoken(site(), event(languages=languages, interpreting=interpreting)) == expected


@pytest.mark.parametrize(("cost", "registration", "expected"), [
    (None, None, ""), (Cost(kind="free"), None, "kostenlos"), (Cost(kind="free"), Registration(needed=False), "kostenlos"),
    (Cost(kind="free"), Registration(phone="06621 1"), "kostenlos, mit Anmeldung"), (None, Registration(), "mit Anmeldung"),
])
def test_entrance(cost: Cost | None, registration: Registration | None, expected: str) -> None:
    assert entrance(site(), event(cost=cost, registration=registration)) == expected


def test_town_comes_from_the_municipality_where_none_is_written() -> None:
    found = programme(
        event(venues=[venue(None, "Wiese", town=None, municipality="rotenburg")]),
        municipalities={"rotenburg": Municipality(id="rotenburg", name={"de": "Rotenburg", "ar": "روتنبورغ"})},
    )
    assert [row.town.text for row in (*rows(found), *rows(found, language=ARABIC))] == ["Rotenburg", "روتنبورغ"]
