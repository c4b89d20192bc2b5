"""Event page: one event, and the line that search engines show."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import Any

import pytest

from ikw.model import Event, Hours, Link, Occurrence, Registration, Slot, Text
from ikw.views.event import MORE_ROWS, description, event_page, photo
from ikw.views.page_records import EventPage
from ikw.views.records import Anchor, Date, Fact, Neighbour, Photo, Phrase, State
from ikw.views.rows import Rows
from samples import ARABIC, ENGLISH, ZONE, at, change, event, on, picture, programme, site, venue

HALL, CHURCH = venue(), venue("kirche", "Kirche", town="Bebra")
LIVE = "https://example.org/live"
MON, TUE, WED = at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2"), at("2025-09-17 10:00", key="3")
CANCELLED = State(code="cancelled", word="Abgesagt", old="Abgesagt: ", struck="all")
WEEKDAYS = (Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(17)),)),)
DAILY = [at(f"2025-09-{n} 14:00", "18:00", key=str(n)) for n in (15, 16, 17, 18, 19)]


def page(one: Event, *others: Event, **values: Any) -> EventPage:
    """Return the page of an event among others."""
    found = programme(one, *others)
    shown = site(found, **values)
    return event_page(shown, found, one, Rows(shown, found))


def test_page() -> None:
    one = event(
        when=[at("2025-09-14 14:00", "18:00")], subtitle="Mit Musik", summary="Kurz.", html="<p>Lang.</p>", example=True,
        links=[Link(title="Anfahrt", url="https://example.org/bus")],
        schedule=[Slot(start=time(14), until=time(14, 30), title="Chor"), Slot(start=time(15), until=None, title="Tanz")],
    )
    assert page(one) == EventPage(
        category="fest", category_name=Phrase(text="Feste"), category_href="/2025/category/fest/", title=Phrase(text="Fest"), subtitle=Phrase(text="Mit Musik"),
        number="14", weekday="Sonntag", month="September", time="14:00", datetime="2025-09-14T14:00", date_words="", state=None, banner=None,
        summary=Phrase(text="Kurz."), text_html="<p>Lang.</p>", text_lang=None, text_dir=None,
        facts=(
            Fact(icon="place", label="Ort", lead=Phrase(text="Der Ort steht noch nicht fest.")),
            Fact(icon="languages", label="Sprachen", lead=Phrase(text="Deutsch")),
        ),
        dates=(Date(words="Sonntag, 14. September 2025, 14:00–18:00 Uhr", datetime="2025-09-14T14:00"),),
        schedule=(("14:00–14:30", "14:00", Phrase(text="Chor")), ("15:00", "15:00", Phrase(text="Tanz"))), links=(Anchor(label="Anfahrt", href="https://example.org/bus"),),
        photo=None, actions=(Anchor(label="In meinen Kalender", href="/2025/fest/event.ics"),), previous=None, next=None, more_heading="", more=(),
        example="Diese Veranstaltung ist ein erfundenes Beispiel.", title_long=False,
        starts=int(datetime(2025, 9, 14, 14, tzinfo=ZONE).timestamp()), ends=int(datetime(2025, 9, 14, 18, tzinfo=ZONE).timestamp()),
    )


# when


@pytest.mark.parametrize(("when", "whole", "poster", "words"), [
    pytest.param([MON], None, ("15", "Montag", "10:00"), "", id="one date"),
    pytest.param([on("2025-09-15")], None, ("15", "Montag", ""), "", id="whole day"),
    pytest.param([on("2025-09-15", words="abends")], None, ("15", "Montag", "abends"), "", id="in the evening"),
    pytest.param([MON, TUE], None, ("15", "Montag", "10:00"), "und 1 weiterer Termin", id="two dates"),
    pytest.param([MON, TUE, WED], None, ("15", "Montag", "10:00"), "und 2 weitere Termine", id="three dates"),
    pytest.param([WED, MON], None, ("15", "Montag", "10:00"), "und 1 weiterer Termin", id="not in order"),
    # what is cancelled is no date to go to
    pytest.param([replace(MON, change=change("cancelled")), TUE, WED], None, ("16", "Dienstag", "10:00"), "und 1 weiterer Termin", id="first off"),
    pytest.param([MON, TUE], change("cancelled"), ("15", "Montag", "10:00"), "", id="all off"),
    pytest.param([], None, ("", "", ""), "Termin folgt", id="to follow"),
    pytest.param([on("2025-09-14", "2025-09-28")], None, ("", "", ""), "14.–28. September", id="range"),
    pytest.param([on("2025-09-22", None)], None, ("", "", ""), "ab 22. September", id="open range"),
    pytest.param([on("2025-09-14", "2025-09-28"), at("2025-09-14 11:00", key="2")], None, ("", "", ""), "14.–28. September und 1 weiterer Termin",
                 id="range and vernissage"),
    pytest.param(DAILY, None, ("", "", ""), "15.–19. September", id="day by day"),
    pytest.param([*DAILY, at("2025-09-20 20:00", key="20")], None, ("", "", ""), "15.–19. September und 1 weiterer Termin", id="and a last one"),
])
def test_poster(when: list[Occurrence], whole: Any, poster: tuple[str, str, str], words: str) -> None:
    found = page(event(when=when, change=whole))
    assert ((found.number, found.weekday, found.time), found.date_words) == (poster, words)
    assert bool(found.number) == bool(found.weekday) == bool(found.month) == bool(found.datetime)


MONDAY = Date(words="Montag, 15. September 2025, 10:00 Uhr", datetime="2025-09-15T10:00")
TUESDAY = Date(words="Dienstag, 16. September 2025, 10:00 Uhr", datetime="2025-09-16T10:00")


@pytest.mark.parametrize(("one", "dates"), [
    pytest.param(event(when=[]), [], id="to follow"),
    pytest.param(event(when=[MON, TUE]), [MONDAY, TUESDAY], id="two"),
    # the one that is off, and only that
    pytest.param(event(when=[MON, replace(TUE, change=change("cancelled"))]), [MONDAY, replace(TUESDAY, state=CANCELLED)], id="one cancelled"),
    pytest.param(event(when=[MON], change=change("cancelled")), [replace(MONDAY, state=CANCELLED)], id="cancelled"),
    # what the banner says of the only date is not said again
    pytest.param(event(when=[TUE], change=change("moved", was_when=(MON,))), [TUESDAY], id="moved"),
    pytest.param(
        event(when=[MON, TUE], change=change("full")),
        [replace(MONDAY, state=State(code="full", word="Ausgebucht")), replace(TUESDAY, state=State(code="full", word="Ausgebucht"))], id="all full",
    ),
    # the place where it differs from date to date
    pytest.param(
        event(when=[MON, replace(TUE, venues=(CHURCH,), room="Empore", note="mit Musik")], venues=[HALL]),
        [replace(MONDAY, place=Phrase(text="Stadthalle, Bad Hersfeld")), replace(TUESDAY, place=Phrase(text="Kirche, Bebra"), room=Phrase(text="Empore"), note=Phrase(text="mit Musik"))], id="two places",
    ),
    pytest.param(
        event(when=[MON, replace(TUE, change=change("online"))], venues=[HALL]),
        [replace(MONDAY, place=Phrase(text="Stadthalle, Bad Hersfeld")),
         replace(TUESDAY, place=Phrase(text="Online"), state=State(code="online", word="Jetzt online: war Stadthalle"))], id="one online",
    ),
    pytest.param(event(when=[replace(MON, venues=(CHURCH,))], venues=[HALL]), [MONDAY], id="one place"),
    pytest.param(event(when=[replace(MON, room="Empore")], venues=[HALL]), [replace(MONDAY, room=Phrase(text="Empore"))], id="room"),
    pytest.param(
        event(when=[on("2025-09-14", "2025-09-28", hours=WEEKDAYS)]),
        [Date(words="14.–28. September, Mo–Fr 09:00–17:00 Uhr", datetime="2025-09-14")], id="range",
    ),
    # many dates in one line
    pytest.param(
        event(when=[at("2025-09-14 11:00"), *DAILY]),
        [Date(words="Sonntag, 14. September 2025, 11:00 Uhr", datetime="2025-09-14T11:00"),
         Date(words="15.–19. September, Mo–Fr 14:00–18:00 Uhr", datetime="2025-09-15T14:00")], id="day by day",
    ),
])
def test_dates(one: Event, dates: list[Date]) -> None:
    assert list(page(one).dates) == dates


@pytest.mark.parametrize(("when", "code"), [
    ([MON], None), ([replace(MON, change=change("cancelled"))], "cancelled"), ([replace(MON, change=change("cancelled")), TUE], "changed"),
])
def test_state_is_that_of_the_whole_event(when: list[Occurrence], code: str | None) -> None:
    found = page(event(when=when))
    assert (found.state and found.state.code, found.banner and found.banner.code) == (code, code)


# what


@pytest.mark.parametrize(("texts", "shown"), [
    ({}, ("Fest", "de", "Mit Musik", "de", "Kurz.", "de", "<p>Lang.</p>", "de")),
    ({"en": Text(title="Party", html="<p>Long.</p>")}, ("Party", None, "Mit Musik", "de", "Kurz.", "de", "<p>Long.</p>", None)),
    # a translation without a text of its own
    ({"en": Text(title="Party", subtitle="With music", summary="Short.")}, ("Party", None, "With music", None, "Short.", None, "<p>Lang.</p>", "de")),
    # an excerpt of the text is not said twice
    ({"en": Text(title="Party", html="<p>Long.</p>", summary="Long.", is_excerpt=True)}, (
        "Party", None, "Mit Musik", "de", None, None, "<p>Long.</p>", None,
    )),
])
def test_each_text_falls_back_by_itself(texts: dict[str, Text], shown: tuple[str | None, ...]) -> None:
    found = page(event(subtitle="Mit Musik", summary="Kurz.", html="<p>Lang.</p>", texts=texts), language=ENGLISH)
    assert found.subtitle
    summary = (found.summary.text, found.summary.lang) if found.summary else (None, None)
    assert (found.title.text, found.title.lang, found.subtitle.text, found.subtitle.lang, *summary, found.text_html, found.text_lang) == shown


@pytest.mark.parametrize(("title", "is_long"), [("x" * 60, False), ("x" * 61, True)])
def test_long_title_is_set_smaller(title: str, is_long: bool) -> None:
    assert page(event(title=title)).title_long is is_long


def test_photo_has_every_width_and_its_words() -> None:
    one = event(picture=picture())
    assert photo(site(), one) == Photo(
        src="/2025/fest/picture-960.jpg",
        srcset="/2025/fest/picture-480.jpg 480w, /2025/fest/picture-960.jpg 960w, /2025/fest/picture-1600.jpg 1600w", width=960, height=640,
        alt=Phrase(text="Menschen an einem Tisch"), credit="Ada",
    )



@pytest.mark.parametrize(("texts", "alt"), [
    ({}, Phrase(text="Menschen an einem Tisch", lang="de", dir="ltr")), ({"ar": Text(title="عيد", image_alt="ناس")}, Phrase(text="ناس")),
])
def test_photo_is_described_in_the_language_of_the_page(texts: dict[str, Text], alt: Phrase) -> None:
    found = photo(site(language=ARABIC), event(picture=picture(width=300, height=200), texts=texts))
    assert found
    assert (found.alt, found.src, found.width, found.height) == (alt, "/2025/fest/picture-300.jpg", 300, 200)


def test_no_picture_no_photo() -> None:
    assert photo(site(), event()) is None


KEEP = ("In meinen Kalender", "/2025/fest/event.ics")
WAYS: dict[str, str] = {"phone": "06621 1", "email": "ada@example.org", "url": "https://example.org/ada"}


@pytest.mark.parametrize(("values", "actions"), [
    ({}, [KEEP]), ({"when": []}, []), ({"registration": Registration(**WAYS)}, [KEEP, ("Online anmelden", "https://example.org/ada")]),
    ({"registration": Registration(phone="06621 1", email="ada@example.org")}, [KEEP, ("Per E-Mail anmelden", "mailto:ada@example.org")]),
    ({"registration": Registration(phone="06621 1")}, [KEEP, ("Per Telefon anmelden", "tel:066211")]), ({"registration": Registration()}, [KEEP]),
    ({"online": True, "online_url": LIVE}, [KEEP, ("Online teilnehmen", LIVE)]),
    # nobody can register for what is full or off; what is full can still be watched
    ({"registration": Registration(**WAYS), "online_url": LIVE, "change": change("full")}, [KEEP, ("Online teilnehmen", LIVE)]),
    ({"registration": Registration(**WAYS), "online_url": LIVE, "change": change("cancelled")}, [KEEP]),
    ({"registration": Registration(**WAYS), "when": [MON, replace(TUE, change=change("full"))]}, [KEEP, ("Online anmelden", "https://example.org/ada")]),
])
def test_actions(values: dict[str, Any], actions: list[tuple[str, str]]) -> None:
    assert [(action.label, action.href) for action in page(event(**values)).actions] == actions


# around


def test_neighbours_say_when_and_what_has_changed() -> None:
    one = event(when=[at("2025-09-15 12:00")])
    found = page(one, event("davor", when=[at("2025-09-14 18:30")]), event("danach", when=[on("2025-09-16")], change=change("cancelled")))
    assert found.previous == Neighbour(href="/2025/davor/", when="So 14.9.", numeral="18:30", title=Phrase(text="Fest"))
    assert found.next == Neighbour(href="/2025/danach/", when="Di 16.9.", numeral="16", title=Phrase(text="Fest"), state=CANCELLED)


def test_neighbours_of_an_exhibition_are_exhibitions() -> None:
    found = page(event(when=[on("2025-09-14", "2025-09-28")]), event("zwei", when=[on("2025-09-15", None)]), event("drei"))
    assert (found.previous, found.next) == (None, Neighbour(href="/2025/zwei/", when="ab 15. September", numeral="15", title=Phrase(text="Fest")))


def hours_beside(hour: int, others: list[int]) -> list[str]:
    """Return the times of what else is on that day."""
    found = page(event(when=[at(f"2025-09-14 {hour:02}:30")]), *(event(f"e{n}", when=[at(f"2025-09-14 {n:02}:00")]) for n in others))
    return [row.time[:2] for row in found.more]


@pytest.mark.parametrize(("hour", "others", "shown"), [
    (12, [10, 14], ["10", "14"]), (12, [], []), (12, [*range(6, 20)], ["10", "11", "12", "13", "14", "15"]),
    (6, [*range(7, 20)], ["07", "08", "09", "10", "11", "12"]), (22, [*range(7, 20)], ["14", "15", "16", "17", "18", "19"]),
    (10, [8, 9, 10, *range(11, 20)], ["08", "09", "10", "11", "12", "13"]), (18, [*range(7, 19), 20], ["14", "15", "16", "17", "18", "20"]),
])
def test_more_of_the_day_is_what_is_near_in_time(hour: int, others: list[int], shown: list[str]) -> None:
    assert hours_beside(hour, others) == shown
    assert len(shown) <= MORE_ROWS


def test_more_of_the_day_has_what_is_cancelled_but_nothing_twice() -> None:
    one = event(when=[at("2025-09-14 12:00"), at("2025-09-14 16:00", key="2")])
    found = page(
        one, event("aus", when=[at("2025-09-14 13:00")], change=change("cancelled")),
        event("weg", when=[at("2025-09-15 13:00")], change=change("moved", was_when=(at("2025-09-14 13:00"),))),
    )
    assert [(row.href, row.state) for row in found.more] == [("/2025/aus/", CANCELLED)]
    assert found.more_heading == "Auch am Sonntag"


def test_more_of_a_night_is_of_the_evening_before() -> None:
    found = page(event(when=[at("2025-09-21 01:00")]), event("abend", when=[at("2025-09-20 20:00")]), event("sonntag", when=[at("2025-09-21 10:00")]))
    assert (found.weekday, found.more_heading, [row.href for row in found.more]) == ("Sonntag", "Auch am Samstag", ["/2025/abend/"])


# for search engines


@pytest.mark.parametrize(("one", "expected"), [
    pytest.param(event(when=[MON], venues=[HALL], summary="Kurz."), "Montag, 15. September 2025, 10:00 Uhr, Stadthalle, Bad Hersfeld. Kurz.", id="one"),
    pytest.param(event(when=[MON, TUE], venues=[HALL]), "Montag, 15. September 2025, 10:00 Uhr und 1 weiterer Termin, Stadthalle, Bad Hersfeld", id="two"),
    pytest.param(event(when=[]), "Termin und Ort folgen", id="nothing known"),
    pytest.param(event(when=[], venues=[HALL]), "Termin folgt, Stadthalle, Bad Hersfeld", id="date to follow"),
    pytest.param(event(when=[MON]), "Montag, 15. September 2025, 10:00 Uhr, Ort folgt", id="place to follow"),
    pytest.param(event(when=[MON], online=True), "Montag, 15. September 2025, 10:00 Uhr, Online", id="online"),
    pytest.param(event(when=[], online=True), "Termin folgt, Online", id="online, to follow"),
    pytest.param(event(when=[MON], venues=[HALL, CHURCH]), "Montag, 15. September 2025, 10:00 Uhr, Stadthalle, Bad Hersfeld → Kirche, Bebra", id="route"),
    pytest.param(event(when=[on("2025-09-22", None)], venues=[HALL]), "Ab 22. September, Stadthalle, Bad Hersfeld", id="open range"),
    pytest.param(
        event(when=[at("2025-09-14 11:00"), on("2025-09-15", "2025-09-28", key="2", hours=WEEKDAYS)], venues=[HALL]),
        "15.–28. September, Mo–Fr 09:00–17:00 Uhr, und 1 weiterer Termin, Stadthalle, Bad Hersfeld", id="range and vernissage",
    ),
    pytest.param(event(when=DAILY, venues=[HALL]), "15.–19. September, Mo–Fr 14:00–18:00 Uhr, Stadthalle, Bad Hersfeld", id="day by day"),
    # what has changed comes first
    pytest.param(event(when=[MON], venues=[HALL], change=change("cancelled")), "Abgesagt: Montag, 15. September 2025, 10:00 Uhr, Stadthalle, Bad Hersfeld",
                 id="cancelled"),
    pytest.param(event(when=[MON], venues=[HALL], change=change("postponed")), "Verschoben: neuer Termin folgt. Stadthalle, Bad Hersfeld", id="postponed"),
    pytest.param(event(when=[MON], change=change("full")), "Ausgebucht. Montag, 15. September 2025, 10:00 Uhr, Ort folgt", id="full"),
    pytest.param(
        event(when=[TUE], venues=[CHURCH], change=change("moved", was_when=(MON,), was_venues=(HALL,))),
        "Verlegt: war Mo 15.9., 10:00, Stadthalle. Dienstag, 16. September 2025, 10:00 Uhr, Kirche, Bebra", id="moved",
    ),
    # a short date has its full stop already
    pytest.param(event(when=[MON], change=change("moved", was_when=(on("2025-09-14"),))), "Verlegt: war So 14.9. Montag, 15. September 2025, 10:00 Uhr, Ort folgt",
                 id="moved from a whole day"),
    pytest.param(event(when=[MON], venues=[HALL], change=change("online")), "Jetzt online: war Stadthalle. Montag, 15. September 2025, 10:00 Uhr, Online",
                 id="moved online"),
    pytest.param(
        event(when=[replace(MON, change=change("cancelled")), TUE, WED], venues=[HALL]),
        "Abgesagt: 1 von 3 Terminen. Dienstag, 16. September 2025, 10:00 Uhr und 1 weiterer Termin, Stadthalle, Bad Hersfeld", id="one of three",
    ),
])
def test_description(one: Event, expected: str) -> None:
    assert description(site(), one) == expected


@pytest.mark.parametrize(("texts", "end"), [
    ({"en": Text(title="Party", summary="Short.")}, "Short."), ({"en": Text(title="Party")}, "Kurz."), ({}, "Kurz."),
])
def test_description_falls_back_to_the_default_summary(texts: dict[str, Text], end: str) -> None:
    assert description(site(language=ENGLISH), event(when=[MON], summary="Kurz.", texts=texts)) == f"Monday, 15 September 2025, 10:00 Uhr, Ort folgt. {end}"
