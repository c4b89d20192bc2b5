"""Parts of the theme, as a screen reader meets them: what no longer holds is struck, and a word says so before it."""

from __future__ import annotations

import dataclasses
import re
from functools import cache

import pytest

from ikw.changes import change_of
from ikw.choices import STATUS_WORDS
from ikw.model import Event
from ikw.pages import Printer
from ikw.views.calendar import day_page, front_page
from ikw.views.event import event_page
from ikw.views.facts import facts
from ikw.views.records import Frame, Phrase
from ikw.views.rows import Rows
from samples import ENGLISH, at, change, edition, event, on, organiser, programme, site
from small import ROOT

FRAME = Frame(**{**{one.name: "" for one in dataclasses.fields(Frame)}, "region": Phrase(text="")})
TEMPLATES = ROOT / "theme" / "templates"
CANCELLED = change("cancelled")


@cache
def printer() -> Printer:
    return Printer(TEMPLATES, {}, None)


def event_html(one: Event, *others: Event) -> str:
    found = programme(one, *others)
    page = event_page(site(), found, one, Rows(site(), found))
    return printer().page(site(), "event.html", "/2025/fest/", FRAME, page).data.decode()


def part(html: str, begin: str, end: str) -> str:
    """What stands between two marks, without breaks between tags."""
    found = re.search(rf"{begin}(.*?){end}", html, re.DOTALL)
    assert found
    return re.sub(r"\n\s*", "", found[1])


def heard(html: str) -> str:
    """The words in order, as they are read out; what is struck stands in brackets, so that it can be seen here."""
    html = re.sub(r"<s(?: [^>]*)?>", "[", html).replace("</s>", "] ")
    return re.sub(r"(?<=\[) | (?=\])", "", " ".join(re.sub(r"<[^>]*>", " ", html).split()))


# -- the head of an event


POSTERS = {
    "as announced": (event(), "14 Sonntag September 14:00"),
    "cancelled": (event(change=CANCELLED), "Abgesagt: [14] [Sonntag September 14:00]"),
    "postponed": (event(change=change("postponed")), "Verschoben: [14] [Sonntag September 14:00]"),
    "moved": (event(change=change("moved", was_when=(at("2025-09-15 18:00"),))), "14 Sonntag September 14:00"),
    "one of two cancelled": (
        event(when=[at("2025-09-14 14:00", change=CANCELLED), at("2025-09-15 14:00", key="2")]), "15 Montag September 14:00",
    ),
    "exhibition cancelled": (event(when=[on("2025-09-14", "2025-09-28")], change=CANCELLED), "Abgesagt: [14.–28. September]"),
    "no date": (event(when=[]), "Termin folgt"),
    "no date, postponed": (event(when=[], change=change("postponed")), "Termin folgt"),
}


@pytest.mark.parametrize(("one", "date"), POSTERS.values(), ids=POSTERS)
def test_the_date_on_a_poster_is_struck_where_nobody_should_come(one: Event, date: str) -> None:
    assert heard(part(event_html(one), '<p class="date">', "</p>")) == date


@pytest.mark.parametrize(("one", "title"), [
    (event(), "Fest"), (event(change=CANCELLED), "Abgesagt: [Fest]"), (event(change=change("postponed")), "Fest"),
])
def test_the_title_on_a_poster_is_struck_where_it_is_cancelled(one: Event, title: str) -> None:
    assert heard(part(event_html(one), "<h1[^>]*>", "</h1>")) == title


# -- previous and next


AROUND = {
    "as announced": ({}, "Danach · Mo 15.9. 18:00 Tanz"),
    "cancelled": ({"change": CANCELLED}, "Danach · Abgesagt: [Mo 15.9.] [18:00] [Tanz] Abgesagt"),
    "postponed": ({"change": change("postponed")}, "Danach · Verschoben: [Mo 15.9.] [18:00] Tanz Verschoben: neuer Termin folgt"),
    "full": ({"change": change("full")}, "Danach · Mo 15.9. 18:00 Tanz Ausgebucht"),
    "moved": (
        {"change": change("moved", was_when=(at("2025-09-16 18:00"),))}, "Danach · Mo 15.9. 18:00 Tanz Verlegt: war Di 16.9., 18:00",
    ),
}


@pytest.mark.parametrize(("values", "words"), AROUND.values(), ids=AROUND)
def test_the_next_event_says_what_has_become_of_it(values: dict[str, object], words: str) -> None:
    after = event("tanz", "Tanz", when=[at("2025-09-15 18:00")], **values)
    assert heard(part(event_html(event(), after), '<li class="next">', "</li>")) == words


# -- rows


def test_a_row_of_the_night_says_which_night() -> None:
    found = programme(event(when=[at("2025-09-21 00:30", "02:00")]))
    (day,) = found.by_day
    page = day_page(site(), found, day, Rows(site(), found))
    html = printer().page(site(), "day.html", "/2025/2025-09-20/", FRAME, page).data.decode()
    assert heard(part(html, '<section class="part">', "</section>")) == (
        "Abend 00:30 Fest in der Nacht zu Sonntag Feste Ort folgt Deutsch"
    )


# -- icons


def test_every_fact_has_a_drawing_of_its_own() -> None:
    one = event(
        venues=[], online_url="https://example.org", meeting_point="Brunnen", access=["toilet"], audience=["everyone"], bring="Tasse", food="Tee",
        has_childcare=True, organisers=[organiser()], partners=[organiser()], funders=[organiser()],
    )
    drawings = printer().environment.get_template("parts/icon.html").module.drawings  # type: ignore[attr-defined]
    assert [fact.icon for fact in facts(site(), programme(one), one) if fact.icon not in drawings] == []
    assert len(set(drawings.values())) == len(drawings)


def test_every_status_has_its_form() -> None:
    css = (ROOT / "theme" / "css" / "changed.css").read_text(encoding="utf-8")
    statuses = [status for status in STATUS_WORDS if change_of(event(change=change(status)))]
    assert [status for status in statuses if f".tag.is-{status}" not in css] == []


# -- the heading of the front page


@pytest.mark.parametrize(("motto", "heading"), [
    ({"de": "dafür!", "en": "All for it!"}, "All for it! Interkulturelle Woche 2025"), ({"de": "dafür!"}, "dafür! Interkulturelle Woche 2025"),
    ({"de": "Offen"}, "Offen Interkulturelle Woche 2025"), (None, "Interkulturelle Woche 2025"),
])
def test_the_heading_of_the_front_page_names_the_edition(motto: dict[str, str] | None, heading: str) -> None:
    found = programme(edition=edition(motto=motto))
    shown = site(found, language=ENGLISH)
    frame = dataclasses.replace(FRAME, lang="en", dir="ltr")
    html = printer().page(shown, "front.html", "/en/", frame, front_page(shown, found, Rows(shown, found))).data.decode()
    [inside] = re.findall(r"<h1.*?</h1>", html, re.DOTALL)
    assert " ".join(re.sub(r"<[^>]*>", "", inside).split()) == heading
    assert ('lang="de"' in inside) == (motto is not None and "en" not in motto)
