"""Calendar: the front page and the days, for spans of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from ikw.model import Cost, Event, Hours, Partner
from ikw.programme import Programme
from ikw.settings import Language
from ikw.views.calendar import day_page, front_page, lead, month_words, numerals, open_on, quick, stamps, strip, strip_blank
from ikw.views.page_records import DayPage, FrontPage
from ikw.views.records import Anchor, DayCell, DayGroup, Neighbour, Phrase, Stamp, State, Week
from ikw.views.rows import Rows
from samples import ARABIC, ENGLISH, GERMAN, at, category, change, edition, event, on, programme, site, venue

FREE, PAID = Cost(kind="free"), Cost(kind="price", regular=Decimal(8))


def front(found: Programme, **values: Any) -> FrontPage:
    shown = site(found, **values)
    return front_page(shown, found, Rows(shown, found))


def day(found: Programme, iso: str, **values: Any) -> DayPage:
    shown = site(found, **values)
    return day_page(shown, found, date.fromisoformat(iso), Rows(shown, found))


def span(first: str, last: str, *events: Event) -> Programme:
    return programme(*events, edition=edition(first_day=date.fromisoformat(first), last_day=date.fromisoformat(last)))


def cell(iso: str, number: str, weekday: str, count_words: str = "kein Termin", **values: Any) -> DayCell:
    """Return a day of September without rows."""
    return DayCell(**{
        "id": f"t{iso}", "href": f"/2025/{iso}/", "iso": iso, "number": number, "month": "September", "weekday": weekday, "short": weekday[:2],
        "date_words": f"{weekday}, {number}. September", "count_words": count_words, "is_full": False, "rows": (), **values,
    })


# the front page


def test_front_page_of_one_event_in_two_days() -> None:
    one = event(when=[at("2025-09-21 14:00")], cost=FREE, venues=[venue()])
    found = span("2025-09-21", "2025-09-22", one)
    shown = Rows(site(), found)
    page = front(found)
    assert page == FrontPage(
        motto=page.motto, title="Interkulturelle Woche 2025", numerals=("21", "–", "22"), month="September 2025",
        lead="1 Einladung an 1 Ort. Alle kosten nichts.", greeting_html="", greeting_lang=None, greeting_dir=None, greeting_note="", stamps=(Stamp(id="fest", name=Phrase(text="Feste"), href="/2025/category/fest/", count=1),),
        quick=(Anchor(label="Alle Sprachen", href="/2025/language/"), Anchor(label="Alle Gemeinden", href="/2025/municipality/")),
        strip=(cell("2025-09-21", "21", "Sonntag", "1 Termin"), cell("2025-09-22", "22", "Montag")), strip_blank=0,
        opening=cell("2025-09-21", "21", "Sonntag", "1 Termin", rows=shown.rows(found.entries)), running=(),
        weeks=(Week(name="Die Woche", days=(cell("2025-09-22", "22", "Montag"),), blank_before=0, blank_after=6),), outside=(), undated=(),
        actions=(
            Anchor(label="Alle Termine in meinen Kalender", href="/2025/programme.ics"), Anchor(label="Neue Termine als Feed", href="/feed.atom"),
        ), partners=(),
    )


GREETING = {"de": "<p>Willkommen.</p>", "en": "<p>Welcome.</p>"}


@pytest.mark.parametrize(("greeting", "language", "expected"), [
    (None, GERMAN, ("", None, None, "")), (GREETING, GERMAN, ("<p>Willkommen.</p>", None, None, "")),
    (GREETING, ENGLISH, ("<p>Welcome.</p>", None, None, "")),
    (GREETING, ARABIC, ("<p>Willkommen.</p>", "de", "ltr", "Dieser Text ist noch nicht übersetzt. Sie lesen ihn auf Deutsch.")),
])
def test_the_greeting_is_in_the_pages_language_else_in_german(
    greeting: dict[str, str] | None, language: Language, expected: tuple[str, str | None, str | None, str],
) -> None:
    found = programme(edition=edition(greeting_html=greeting))
    shown = site(found, language=language)
    page = front_page(shown, found, Rows(shown, found))
    assert (page.greeting_html, page.greeting_lang, page.greeting_dir, page.greeting_note) == expected


def test_front_page_of_no_event() -> None:
    page = front(span("2025-09-14", "2025-09-28"))
    assert (page.lead, page.stamps, page.quick, page.running, page.undated, page.outside) == ("Das Programm folgt.", (), (), (), (), ())
    assert [cell.count_words for cell in page.strip] == ["kein Termin"] * 15


@pytest.mark.parametrize(("first", "last", "expected"), [
    # numerals, month, opening, names of weeks with their days, blank seats of the strip
    pytest.param("2025-09-14", "2025-09-28", ("14–28", "September 2025", "14", {"Erste Woche": 7, "Zweite Woche": 7}, 0), id="two weeks"),
    pytest.param("2025-09-15", "2025-09-21", ("15–21", "September 2025", None, {"Die Woche": 7}, 0), id="one week"),
    pytest.param("2025-09-14", "2025-10-05", (
        "14–5", "14. September\u2009–\u20095. Oktober 2025", "14", {"Erste Woche": 7, "Zweite Woche": 7, "Dritte Woche": 7}, 0,
    ), id="three weeks"),
    pytest.param("2025-09-17", "2025-09-28", ("17–28", "September 2025", None, {"Erste Woche": 5, "Zweite Woche": 7}, 2), id="from Wednesday"),
    pytest.param("2025-09-17", "2025-09-17", ("17", "September 2025", None, {"Die Woche": 1}, 2), id="one day"),
    pytest.param("2025-12-29", "2026-01-04", ("29–4", "29. Dezember 2025\u2009–\u20094. Januar 2026", None, {"Die Woche": 7}, 0), id="into the new year"),
])
def test_front_page_of_other_spans(first: str, last: str, expected: tuple[str, str, str | None, dict[str, int], int]) -> None:
    page = front(span(first, last))
    opening = page.opening.number if page.opening else None
    assert ("".join(page.numerals), page.month, opening, {week.name: len(week.days) for week in page.weeks}, page.strip_blank) == expected


def test_five_weeks_have_names() -> None:
    page = front(span("2025-09-01", "2025-10-05"))
    assert [week.name for week in page.weeks] == ["Erste Woche", "Zweite Woche", "Dritte Woche", "Vierte Woche", "5. Woche"]


def test_front_page_has_what_is_on_all_the_time_outside_and_to_follow() -> None:
    page = front(programme(
        event("schau", when=[on("2025-09-14", "2025-09-28")], change=change("cancelled")), event("davor", when=[at("2025-09-13 19:00")]),
        event("danach", when=[at("2025-10-26 19:00")]), event("offen", when=[]),
    ))
    assert [(item.href, item.state and item.state.word) for item in page.running] == [("/2025/schau/", "Abgesagt")]
    assert [(cell.date_words, [row.href for row in cell.rows]) for cell in page.outside] == [
        ("Samstag, 13. September", ["/2025/davor/"]), ("Sonntag, 26. Oktober", ["/2025/danach/"]),
    ]
    assert [row.href for row in page.undated] == ["/2025/offen/"]


def test_partners_are_links_where_they_have_a_page_elsewhere() -> None:
    found = programme(edition=edition(partners=(Partner(name={"de": "Druckerei"}), Partner(name={"de": "Bus"}, url="https://example.org"))))
    assert front(found).partners == (Anchor(label="Druckerei", href=""), Anchor(label="Bus", href="https://example.org"))


@pytest.mark.parametrize(("events", "expected"), [
    ([], "Das Programm folgt."), ([event("a")], "1 Einladung."), ([event("a", venues=[venue()]), event("b")], "2 Einladungen an 1 Ort."),
    # a place by its id, one written into an event by its name
    ([event("a", venues=[venue(), venue(None, "Wiese")]), event("b", venues=[venue(), venue(None, "Wiese")])], "2 Einladungen an 2 Orten."),
    # two places of one name are two, the same place in two events is one
    ([event("a", venues=[venue("eins", "Rathaus"), venue("zwei", "Rathaus")]), event("b", venues=[venue("eins", "Rathaus")])], "2 Einladungen an 2 Orten."),
    # invitations that hold, wherever they are now
    ([event("a", cost=FREE), event("b", cost=PAID, change=change("cancelled"))], "1 Einladung. Alle kosten nichts."),
    ([event("a", venues=[venue()], change=change("online"))], "1 Einladung."),
    ([*(event(f"e{n}", cost=Cost(kind="donation")) for n in range(4)), event("f", cost=PAID)], "5 Einladungen. Fast alle kosten nichts."),
    ([*(event(f"e{n}", cost=FREE) for n in range(3)), event("f", cost=PAID)], "4 Einladungen."),
    ([*(event(f"e{n}", cost=FREE) for n in range(3)), event("f")], "4 Einladungen."),
    ([event("a", change=change("cancelled"))], "0 Einladungen."),
])
def test_lead(events: list[Event], expected: str) -> None:
    assert lead(site(), programme(*events)) == expected


@pytest.mark.parametrize(("first", "last", "shown", "month"), [
    (date(2025, 9, 14), date(2025, 9, 28), ("14", "–", "28"), "September 2025"), (date(2025, 9, 14), date(2025, 9, 14), ("14", "", ""), "September 2025"),
    (date(2025, 9, 28), date(2025, 10, 5), ("28", "–", "5"), "28. September\u2009–\u20095. Oktober 2025"),
    (date(2025, 12, 28), date(2026, 1, 4), ("28", "–", "4"), "28. Dezember 2025\u2009–\u20094. Januar 2026"),
    (date(2025, 9, 14), date(2026, 9, 13), ("14", "–", "13"), "14. September 2025\u2009–\u200913. September 2026"),
])
def test_numerals_and_month(first: date, last: date, shown: tuple[str, str, str], month: str) -> None:
    assert (numerals(site(), first, last), month_words(site(), first, last)) == (shown, month)


def test_numerals_have_a_word_between_them_where_a_dash_would_turn_them_round() -> None:
    assert numerals(site(words={"–": "إلى"}, language=ARABIC), date(2025, 9, 14), date(2025, 9, 28)) == ("14", "إلى", "28")


def test_stamps_stand_in_the_order_of_the_file_with_unnamed_ones_last() -> None:
    found = programme(
        event("a", category="sonstiges"), event("b", category="lesung"), event("c"), event("d", change=change("cancelled")),
        categories={"lesung": category("lesung", "Lesung"), "fest": category("fest", "Feste"), "musik": category("musik", "Musik")},
    )
    assert [(stamp.id, stamp.name.text, stamp.count) for stamp in stamps(site(), found)] == [
        ("lesung", "Lesung", 1), ("fest", "Feste", 2), ("sonstiges", "Sonstiges", 1),
    ]


def test_quick_ways_are_those_that_lead_somewhere() -> None:
    found = programme(
        event("a", audience=["families", "women"], languages=("de", "ar", "uk"), venues=[venue()]), event("b", languages=("ar", "fa")),
        event("c", languages=("tr", "ru", "en")),
    )
    assert [link.label for link in quick(site(), found)] == [
        "Für Familien", "Für Frauen", "Auf Arabisch", "Auf Englisch", "Auf Persisch", "Auf Russisch", "Alle Sprachen", "Alle Gemeinden",
    ]


def test_quick_ways_lead_to_audiences_languages_and_lists() -> None:
    found = programme(event("a", audience=["families", "children", "women", "men"], languages=("de", "uk"), interpreting=["gsg"], venues=[venue()]))
    assert [(link.label, link.href) for link in quick(site(), found)] == [
        ("Für Familien", "/2025/audience/families/"), ("Für Kinder", "/2025/audience/children/"), ("Für Frauen", "/2025/audience/women/"),
        ("Deutsche Gebärdensprache", "/2025/language/gsg/"), ("Auf Ukrainisch", "/2025/language/uk/"), ("Alle Sprachen", "/2025/language/"),
        ("Alle Gemeinden", "/2025/municipality/"),
    ]


def test_languages_that_most_events_are_in_come_first() -> None:
    found = programme(
        event("a", languages=("de", "tr")), event("b", languages=("tr", "ar")), event("c", languages=("ar",), interpreting=["tr"]),
        event("d", languages=("en", "ru", "fa", "ar")), event("e", languages=("fa",)),
    )
    assert [link.label for link in quick(site(), found)] == ["Auf Arabisch", "Auf Türkisch", "Auf Persisch", "Auf Englisch", "Alle Sprachen"]


def test_quick_ways_of_a_page_in_another_language_leave_out_the_default_one() -> None:
    found = programme(event("a", languages=("de", "ar", "en")))
    assert [link.href for link in quick(site(language=ARABIC), found)] == ["/ar/2025/language/ar/", "/ar/2025/language/en/", "/ar/2025/language/"]


# days


def test_first_and_last_day_have_one_neighbour() -> None:
    found = span("2025-09-14", "2025-09-16")
    around = [(day(found, f"2025-09-{n}").previous, day(found, f"2025-09-{n}").next) for n in (14, 15, 16)]
    assert [(before and before.numeral, after and after.numeral) for before, after in around] == [(None, "15"), ("14", "16"), ("15", None)]


def test_day_has_its_parts_in_order() -> None:
    found = programme(
        event("nacht", when=[at("2025-09-16 01:00")]), event("abend", when=[on("2025-09-15", words="abends")]),
        event("morgen", when=[at("2025-09-15 09:00")]), event("tag", when=[on("2025-09-15")]), event("mittag", when=[at("2025-09-15 12:00")]),
    )
    page = day(found, "2025-09-15")
    assert [(part.name, part.href, [row.href for row in part.rows]) for part in page.parts] == [
        ("Ohne feste Uhrzeit", "", ["/2025/tag/"]), ("Vormittag", "", ["/2025/morgen/"]), ("Nachmittag", "", ["/2025/mittag/"]),
        ("Abend", "", ["/2025/abend/", "/2025/nacht/"]),
    ]


def test_day_page_whole() -> None:
    one = event(when=[at("2025-09-15 10:00")], change=change("cancelled"))
    found = span("2025-09-14", "2025-09-15", one)
    assert day(found, "2025-09-15") == DayPage(
        number="15", weekday="Montag", lead="Montag, 15. September 2025, kein Termin",
        strip=(cell("2025-09-14", "14", "Sonntag"), cell("2025-09-15", "15", "Montag", current=True)), strip_blank=0, strip_opening=True,
        parts=(DayGroup(name="Vormittag", href="", rows=Rows(site(), found).rows(found.entries)),), running=(),
        previous=Neighbour(href="/2025/2025-09-14/", when="", numeral="14", title=Phrase(text="Sonntag")), next=None, actions=(),
    )


def test_day_shows_what_has_left_it_and_what_is_off_but_does_not_count_them() -> None:
    page = day(programme(
        event("da"), event("weg", when=[at("2025-09-15 10:00")], change=change("moved", was_when=(at("2025-09-14 10:00"),))),
        event("aus", change=change("cancelled")),
    ), "2025-09-14")
    assert page.lead == "Sonntag, 14. September 2025, 1 Termin"
    assert [(row.href, row.state and row.state.code) for part in page.parts for row in part.rows] == [
        ("/2025/weg/", "moved-away"), ("/2025/aus/", "cancelled"), ("/2025/da/", None),
    ]


def test_day_without_events_and_days_outside() -> None:
    found = programme(event("davor", when=[at("2025-09-12 10:00")]))
    page = day(found, "2025-09-14")
    assert (page.parts, page.lead) == ((), "Sonntag, 14. September 2025, kein Termin")
    assert (page.previous and page.previous.href, page.next and page.next.href) == ("/2025/2025-09-12/", "/2025/2025-09-15/")
    outside = day(found, "2025-09-12")
    assert [cell.current for cell in outside.strip] == [False] * 15
    assert (outside.previous, outside.next and outside.next.numeral) == (None, "14")


@pytest.mark.parametrize(("iso", "open_then"), [
    ("2025-09-15", ["schau"]), ("2025-09-20", ["fenster"]), ("2025-09-22", ["fenster", "schau"]), ("2025-09-28", ["fenster"]), ("2025-09-14", []),
])
def test_open_on(iso: str, open_then: list[str]) -> None:
    hours = (Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(17)),)), Hours(weekdays=(5,), windows=()))
    found = programme(event("schau", when=[on("2025-09-14", "2025-09-28", hours=hours)]), event("fenster", when=[on("2025-09-20", None)]))
    assert sorted(item.href.split("/")[2] for item in open_on(found, date.fromisoformat(iso), Rows(site(), found))) == open_then


def test_what_is_cancelled_of_the_exhibitions_says_so_every_day() -> None:
    page = day(programme(event(when=[on("2025-09-14", "2025-09-28")], change=change("cancelled"))), "2025-09-20")
    assert [item.state for item in page.running] == [State(code="cancelled", word="Abgesagt", old="Abgesagt: ", struck="all")]


def test_strip_marks_one_day() -> None:
    rows = Rows(site(), span("2025-09-17", "2025-09-19"))
    assert [cell.current for cell in strip(rows, date(2025, 9, 18))] == [False, True, False]
    assert strip(rows) == tuple(replace(cell, current=False) for cell in strip(rows, date(2025, 9, 18)))
    assert strip_blank(rows.table) == 2
