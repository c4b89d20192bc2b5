"""Facet pages and their lists."""

from __future__ import annotations

from typing import Any

import pytest

from ikw.model import Event, Municipality
from ikw.programme import Programme
from ikw.settings import Language
from ikw.views.facet import facet_page, index_lead, index_page, value_name
from ikw.views.page_records import FacetPage, IndexPage
from ikw.views.records import Anchor, DayGroup, Fact, Phrase, Stamp
from ikw.views.rows import Rows
from samples import ARABIC, ENGLISH, at, category, change, event, on, organiser, programme, site, venue

HALL, CHURCH = venue(access=("toilet",), access_note="Klingeln", url="https://example.org/halle"), venue("kirche", "Kirche", town="Bebra")
UKRAINIAN = Language(code="uk", name="Українська", dir="ltr", path="uk", locale="uk")
GROUP = organiser(phone="06621 1", email="ada@example.org", url="https://example.org")


def page(found: Programme, facet: str, value: str, **values: Any) -> FacetPage:
    shown = site(found, **values)
    return facet_page(shown, found, facet, value, Rows(shown, found))


def test_page_of_a_venue() -> None:
    found = programme(event(venues=[HALL]), event("schau", when=[on("2025-09-14", "2025-09-28")], venues=[HALL]), event("offen", when=[], venues=[HALL]))
    rows = Rows(site(), found)
    assert page(found, "venue", "stadthalle") == FacetPage(
        facet="venue", kicker="Ort", heading=Phrase(text="Stadthalle"), lead="3 Veranstaltungen", stamp="",
        facts=(
            Fact(icon="place", label="Adresse", lead=Phrase(text="Stadthalle"), lines=(Phrase(text="Am Ring 1"), Phrase(text="36251 Bad Hersfeld")), links=(
                Anchor(label="Karte und Weg", href="https://www.openstreetmap.org/?mlat=50.8701&mlon=9.7050#map=17/50.8701/9.7050"),
                Anchor(label="example.org/halle", href="https://example.org/halle", dir="ltr"),
            )),
            Fact(icon="access", label="Zugang", lead=Phrase(text="Toilette für Rollstühle"), lines=(Phrase(text="Klingeln"),)),
        ),
        days=(DayGroup(name="Sonntag, 14. September", href="/2025/2025-09-14/", rows=rows.rows(found.entries)),),
        running=(rows.running(found.lasting[0]),), undated=(rows.undated(found.by_id["offen"]),),
        actions=(
            Anchor(label="Diese Termine abonnieren", href="/2025/venue/stadthalle/calendar.ics"), Anchor(label="Orte", href="/2025/venue/"),
        ),
    )


def test_page_of_an_organiser_says_how_to_reach_them() -> None:
    found = programme(event(organisers=[GROUP]), event("b", partners=[GROUP]), event("c", organisers=[organiser("stumm", "Stumm")]))
    assert page(found, "organiser", "treffpunkt").facts == (Fact(
        icon="contact", label="Kontakt", lead=Phrase(text="Treffpunkt Vielfalt"), links=(
            Anchor(label="06621 1", href="tel:066211", dir="ltr"), Anchor(label="ada@example.org", href="mailto:ada@example.org", dir="ltr"),
            Anchor(label="example.org", href="https://example.org", dir="ltr"),
        ),
    ),)
    assert page(found, "organiser", "treffpunkt").lead == "2 Veranstaltungen"
    assert page(found, "organiser", "stumm").facts == ()


MOVED = event("verlegt", when=[at("2025-09-19 19:00")], venues=[CHURCH], change=change("moved", was_venues=(HALL,)))
OFF = event("aus", venues=[HALL], change=change("cancelled"))


@pytest.mark.parametrize(("events", "value", "lead", "rows"), [
    ([event(venues=[HALL])], "stadthalle", "1 Veranstaltung", [("fest", None)]),
    ([event(venues=[HALL]), OFF], "stadthalle", "2 Veranstaltungen, davon fällt 1 aus", [("aus", "Abgesagt"), ("fest", None)]),
    ([event(venues=[HALL]), MOVED], "stadthalle", "2 Veranstaltungen, davon findet 1 woanders statt",
     [("fest", None), ("verlegt", "Verlegt: jetzt Kirche, Bebra")]),
    ([MOVED], "kirche", "1 Veranstaltung", [("verlegt", "Verlegt: war Stadthalle")]),
    ([MOVED, OFF], "stadthalle", "2 Veranstaltungen, davon fällt 1 aus, davon findet 1 woanders statt",
     [("aus", "Abgesagt"), ("verlegt", "Verlegt: jetzt Kirche, Bebra")]),
])
def test_page_says_what_is_off_or_has_left(events: list[Event], value: str, lead: str, rows: list[tuple[str, str | None]]) -> None:
    found = page(programme(*events, venues={"stadthalle": HALL, "kirche": CHURCH}), "venue", value)
    assert found.lead == lead
    assert [(row.href.split("/")[2], row.state and row.state.word) for group in found.days for row in group.rows] == rows


def test_page_of_a_category_has_its_stamp_and_all_dates() -> None:
    found = page(programme(event(when=[at("2025-09-15 10:00"), at("2025-09-16 10:00", key="2")])), "category", "fest")
    assert (found.stamp, found.facts, found.kicker, [group.name for group in found.days]) == (
        "fest", (), "Art der Veranstaltung", ["Montag, 15. September", "Dienstag, 16. September"],
    )


@pytest.mark.parametrize(("facet", "value", "expected"), [
    ("category", "fest", ("Feste", "Festivals", "Feste")), ("audience", "families", ("Familien", "Familien", "Familien")),
    ("language", "ar", ("Arabisch", "Arabic", "العربية")), ("municipality", "bad-hersfeld", ("Bad Hersfeld", "Bad Hersfeld", "Bad Hersfeld")),
    ("venue", "stadthalle", ("Stadthalle", "Stadthalle", "Stadthalle")), ("organiser", "treffpunkt", ("Treffpunkt Vielfalt",) * 3),
])
def test_value_name(facet: str, value: str, expected: tuple[str, ...]) -> None:
    found = programme(event(venues=[HALL], organisers=[GROUP]))
    assert tuple(value_name(one, found, facet, value).text for one in (site(), site(language=ENGLISH), site(language=ARABIC))) == expected


def test_heading_begins_with_a_large_letter() -> None:
    found = programme(event(languages=("ar",), audience=("families",)))
    shown = site(language=UKRAINIAN, words={"Familien": "родини"})
    assert [value_name(shown, found, *one).text for one in (("language", "ar"), ("audience", "families"))] == ["Арабська", "Родини"]


def test_name_that_is_not_translated_is_marked() -> None:
    found = programme(event(venues=[HALL]))
    assert value_name(site(language=ARABIC), found, "venue", "stadthalle") == Phrase(text="Stadthalle", lang="de", dir="ltr")


# lists


def test_venues_stand_by_municipality_with_the_others_last() -> None:
    events = [
        event(name, venues=[venue(name, name.title(), municipality=municipality)])
        for name, municipality in (("halle", "bebra"), ("kirche", "bad-hersfeld"), ("aula", "bad-hersfeld"), ("zelt", None), ("schiff", "unbekannt"))
    ]
    towns = {id: Municipality(id=id, name={"de": name}) for id, name in (("bebra", "Bebra"), ("bad-hersfeld", "Bad Hersfeld"))}
    found = index_page(site(), programme(*events, event("aula-zwei", venues=[venue("aula", "Aula")]), municipalities=towns), "venue")
    assert (found.heading, found.lead) == ("Orte", "5 Orte in 2 Gemeinden")
    assert [(name.text, [(link.label, link.count) for link in links]) for name, links in found.groups] == [
        ("Bad Hersfeld", [("Aula", 2), ("Kirche", 1)]), ("Bebra", [("Halle", 1)]), ("Andere Orte", [("Schiff", 1), ("Zelt", 1)]),
    ]


def test_venues_without_any_municipality_need_no_heading() -> None:
    found = index_page(site(), programme(event(venues=[venue(municipality=None)])), "venue")
    assert (found.lead, [name.text for name, _links in found.groups]) == ("1 Ort", [""])


def test_list_of_categories_are_stamps() -> None:
    found = programme(event(), event("b", category="lesung"), categories={"fest": category("fest", "Feste"), "lesung": category("lesung", "Lesung")})
    assert index_page(site(), found, "category") == IndexPage(
        facet="category", heading="Worauf haben Sie Lust?", lead="2 Arten von Veranstaltungen", groups=(),
        stamps=(Stamp(id="fest", name=Phrase(text="Feste"), href="/2025/category/fest/", count=1), Stamp(id="lesung", name=Phrase(text="Lesung"), href="/2025/category/lesung/", count=1)),
    )


def test_list_in_order_of_names_in_the_language_of_the_page() -> None:
    found = programme(event(languages=("de", "uk", "ar")), event("b", languages=("de",), interpreting=["gsg"]))
    german = index_page(site(), found, "language")
    assert [(link.label, link.count) for _name, links in german.groups for link in links] == [
        ("Arabisch", 1), ("Deutsch", 2), ("Deutsche Gebärdensprache", 1), ("Ukrainisch", 1),
    ]
    english = index_page(site(language=ENGLISH), found, "language")
    assert [link.label for _name, links in english.groups for link in links] == ["Arabic", "Deutsche Gebärdensprache", "German", "Ukrainian"]


def test_link_to_a_german_name_is_marked_elsewhere() -> None:
    found = index_page(site(language=ARABIC), programme(event(organisers=[GROUP])), "organiser")
    assert found.groups == ((Phrase(text=""), (Anchor(
        label="Treffpunkt Vielfalt", href="/ar/2025/organiser/treffpunkt/", lang="de", dir="ltr", count=1,
    ),)),)


@pytest.mark.parametrize(("facet", "lead"), [
    ("category", "1 Art von Veranstaltungen"), ("municipality", "1 Gemeinde"), ("venue", "2 Orte in 1 Gemeinde"), ("organiser", "1 Gruppe"),
    ("audience", "2 Gruppen von Menschen"), ("language", "3 Sprachen, gesprochen oder gedolmetscht"),
])
def test_lead_counts_what_the_list_holds(facet: str, lead: str) -> None:
    found = programme(event(
        when=[at(f"2025-09-1{n} 10:00", key=str(n)) for n in range(4, 9)], venues=[HALL, CHURCH], organisers=[GROUP], audience=["families", "women"],
        languages=("de", "uk"), interpreting=["ar"],
    ))
    assert index_lead(site(), found, facet) == lead


@pytest.mark.parametrize("facet", ["category", "municipality", "venue", "organiser", "audience", "language"])
def test_list_of_nothing(facet: str) -> None:
    found = index_page(site(), programme(), facet)
    assert (found.lead, found.groups, found.stamps) == ("Hier ist noch nichts eingetragen.", (), ())
