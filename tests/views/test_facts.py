"""Facts: everything that is known, in the order people ask, in plain words."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from ikw.model import Age, Contact, Cost, Event, Organiser, Registration
from ikw.views.facts import age_words, closed_by, facts, sentence_list, tel, ways
from ikw.views.records import Anchor, Fact, Phrase
from samples import ARABIC, ZONE, at, change, event, organiser, programme, site, venue

CALL = Anchor(label="06621 1", href="tel:066211", dir="ltr")
MAIL = Anchor(label="ada@example.org", href="mailto:ada@example.org", dir="ltr")
VISIT = Anchor(label="example.org/ada", href="https://example.org/ada", dir="ltr")
GROUP = organiser(phone="06621 1", email="ada@example.org", url="https://example.org/ada")


def known(one: Event, icon: str, **values: Any) -> Fact:
    """Return the fact of an icon."""
    [fact] = [fact for fact in facts(site(**values), programme(one), one) if fact.icon == icon]
    return fact


def told(one: Event, icon: str) -> tuple[str, list[str], list[Anchor]]:
    """Return lead, lines and links of a fact."""
    fact = known(one, icon)
    return fact.lead.text, [line.text for line in fact.lines], list(fact.links)


def test_order() -> None:
    one = event(
        venues=[venue(access=("toilet",))], meeting_point="am Tor", online_url="https://example.org", cost=Cost(kind="free"),
        registration=Registration(), audience=["families"], bring="Schuhe", food="Tee", has_childcare=True, organisers=[GROUP],
        partners=[organiser(None, "Ada")], funders=[organiser(None, "Stiftung")], contact=Contact(name="Ada"),
    )
    assert [fact.icon for fact in facts(site(), programme(one), one)] == [
        "place", "meeting", "online", "languages", "access", "cost", "registration", "audience", "bring", "food", "childcare", "host", "partners",
        "funders", "contact",
    ]


def test_event_of_which_little_is_known() -> None:
    one = event()
    assert list(facts(site(), programme(one), one)) == [
        Fact(icon="place", label="Ort", lead=Phrase(text="Der Ort steht noch nicht fest.")),
        Fact(icon="languages", label="Sprachen", lead=Phrase(text="Deutsch")),
    ]


@pytest.mark.parametrize(("values", "icon", "expected"), [
    ({"languages": ("de", "ar", "tr")}, "languages", Fact(icon="languages", label="Sprachen", lead=Phrase(text="Deutsch, Arabisch und Türkisch"))),
    ({"interpreting": ["ar", "gsg"]}, "languages", Fact(
        icon="languages", label="Sprachen", lead=Phrase(text="Deutsch"),
        lines=(Phrase(text="Wir dolmetschen: Arabisch und Deutsche Gebärdensprache."),),
    )),
    ({"bring": "Schuhe"}, "bring", Fact(icon="bring", label="Bitte mitbringen", lead=Phrase(text="Schuhe"))),
    ({"food": "Tee"}, "food", Fact(icon="food", label="Essen und Trinken", lead=Phrase(text="Tee"))),
    ({"has_childcare": True}, "childcare", Fact(icon="childcare", label="Kinderbetreuung", lead=Phrase(text="Ja"))),
    ({"has_childcare": True, "childcare": "ab 3"}, "childcare", Fact(icon="childcare", label="Kinderbetreuung", lead=Phrase(text="ab 3"))),
    ({"audience": ["families", "children"]}, "audience", Fact(icon="audience", label="Für wen", lead=Phrase(text="Familien und Kinder"))),
    ({"audience": ["seniors", "everyone"]}, "audience", Fact(icon="audience", label="Für wen", lead=Phrase(text="Alle"), lines=(Phrase(text="Ältere Menschen"),))),
    ({"audience": ["women", "seniors", "newcomers"]}, "audience", Fact(
        icon="audience", label="Für wen", lead=Phrase(text="Frauen, ältere Menschen und neu Angekommene"),
    )),
    ({"audience": ["everyone"], "age": Age(youngest=6, oldest=None)}, "audience", Fact(
        icon="audience", label="Für wen", lead=Phrase(text="Alle"), lines=(Phrase(text="ab 6 Jahren"),),
    )),
    ({"audience": ["children"], "age": Age(youngest=6, oldest=12)}, "audience", Fact(
        icon="audience", label="Für wen", lead=Phrase(text="Kinder"), lines=(Phrase(text="6 bis 12 Jahre"),),
    )),
    ({"age": Age(youngest=14, oldest=None)}, "audience", Fact(icon="audience", label="Für wen", lead=Phrase(text="ab 14 Jahren"))),
    ({"contact": Contact(name="Ada", phone="06621 1", email="ada@example.org")}, "contact", Fact(
        icon="contact", label="Fragen beantwortet", lead=Phrase(text="Ada"), links=(CALL, MAIL),
    )),
    ({"contact": Contact(phone="06621 1")}, "contact", Fact(icon="contact", label="Fragen beantwortet", lead=Phrase(text=""), links=(CALL,))),
])
def test_fact(values: dict[str, Any], icon: str, expected: Fact) -> None:
    assert known(event(**values), icon) == expected


def test_words_of_organisers_are_marked_as_german_elsewhere() -> None:
    german = Phrase(text="Schuhe", lang="de", dir="ltr")
    assert known(event(bring="Schuhe"), "bring", language=ARABIC).lead == german


@pytest.mark.parametrize(("cost", "lead", "lines"), [
    (Cost(kind="free"), "Kostenlos", []), (Cost(kind="free", note="Material 3 €"), "Kostenlos", ["Material 3 €"]),
    (Cost(kind="donation"), "Kostenlos, Spende willkommen", []), (Cost(kind="price", regular=Decimal("8.5")), "8,50\xa0€", []),
    (Cost(kind="price", regular=Decimal(8), reduced=Decimal(5), note="an der Kasse"), "8\xa0€", ["ermäßigt 5\xa0€", "an der Kasse"]),
    (Cost(kind="price", regular=Decimal(8), reduced=Decimal(0)), "8\xa0€", ["ermäßigt kostenlos"]),
    (Cost(kind="price", note="nach Ermessen"), "Eintritt", ["nach Ermessen"]),
])
def test_cost(cost: Cost, lead: str, lines: list[str]) -> None:
    assert told(event(cost=cost), "cost") == (lead, lines, [])


# registration


REGISTRATION = Registration(
    until=datetime(2025, 9, 12, 18, tzinfo=ZONE), phone="06621 1", email="ada@example.org", url="https://example.org/ada", places=12, note="mit Namen",
)
UNTIL = "bis Freitag, 12. September 2025"


@pytest.mark.parametrize(("registration", "expected"), [
    (Registration(needed=False), ("Nicht nötig", [], [])),
    (REGISTRATION, ("Bitte melden Sie sich an", [f"{UNTIL}, 18:00 Uhr", "12 Plätze", "mit Namen"], [CALL, MAIL, VISIT])),
    (Registration(until=date(2025, 9, 12), places=1, phone="06621 1"), ("Bitte melden Sie sich an", [UNTIL, "1 Platz"], [CALL])),
    (Registration(), ("Bitte melden Sie sich an", [], [])),
])
def test_registration(registration: Registration, expected: tuple[str, list[str], list[Anchor]]) -> None:
    assert told(event(registration=registration), "registration") == expected


@pytest.mark.parametrize(("status", "lead"), [("full", "Ausgebucht"), ("cancelled", "Abgesagt"), ("postponed", "Verschoben")])
def test_who_comes_too_late_can_still_ask(status: str, lead: str) -> None:
    one = event(registration=REGISTRATION, change=change(status))
    assert told(one, "registration") == (lead, ["mit Namen"], [CALL, MAIL, VISIT])


@pytest.mark.parametrize(("statuses", "whole", "expected"), [
    (["scheduled"], None, None), (["full"], None, "full"), (["full", "full"], None, "full"), (["full", "scheduled"], None, None),
    (["full", "cancelled"], None, None), (["scheduled"], "moved", None), ([], "cancelled", "cancelled"), ([], None, None),
])
def test_closed_by(statuses: list[str], whole: str | None, expected: str | None) -> None:
    when = [at(f"2025-09-1{n} 10:00", key=str(n), change=None if status == "scheduled" else change(status)) for n, status in enumerate(statuses, 4)]
    assert closed_by(event(when=when, change=whole and change(whole))) == expected


@pytest.mark.parametrize(("values", "lines", "links"), [
    # nobody wrote how: then whom to ask
    ({"organisers": [organiser(None, "Ada"), GROUP]}, ["Fragen Sie Treffpunkt Vielfalt."], [CALL, MAIL, VISIT]),
    ({"organisers": [GROUP], "contact": Contact(name="Frau Muster", email="ada@example.org")}, ["Fragen Sie Frau Muster."], [MAIL]),
    ({"contact": Contact(email="ada@example.org")}, [], [MAIL]), ({"organisers": [organiser()]}, [], []),
])
def test_registration_without_a_way(values: dict[str, Any], lines: list[str], links: list[Anchor]) -> None:
    one = event(registration=Registration(), **values)
    assert told(one, "registration") == ("Bitte melden Sie sich an", lines, links)


def test_note_may_say_how_to_register() -> None:
    one = event(registration=Registration(note="Zettel an der Tür"), organisers=[GROUP])
    assert told(one, "registration") == ("Bitte melden Sie sich an", ["Zettel an der Tür"], [])


def test_contact_is_gone_after_the_edition() -> None:
    one = event(contact=Contact(name="Ada Geheim", phone="06621 1"), registration=Registration(), organisers=[organiser(None, "Verein")])
    for as_of, expected in ((date(2025, 9, 28), True), (date(2025, 9, 29), False)):
        assert ("Ada Geheim" in str(list(facts(site(as_of=as_of), programme(one), one)))) is expected


# people


def page(id: str, name: str, label: str = "{}") -> Anchor:
    """Return the link to an organiser's page."""
    return Anchor(label=label.format(name), href=f"/2025/organiser/{id}/")


@pytest.mark.parametrize(("people", "lead", "links"), [
    ([GROUP], "", [page("treffpunkt", "Treffpunkt Vielfalt")]), ([organiser(None, "Ada"), organiser(None, "Ben")], "Ada und Ben", []),
    # in the order written, also where only some have a page
    ([organiser(None, "Ada"), GROUP], "Ada und Treffpunkt Vielfalt", [page("treffpunkt", "Treffpunkt Vielfalt", "Alles von {}")]),
    ([organiser(f"g{n}", f"Gruppe {n}") for n in range(9)], "", [page(f"g{n}", f"Gruppe {n}") for n in range(9)]),
])
def test_hosts(people: list[Organiser], lead: str, links: list[Anchor]) -> None:
    assert told(event(organisers=people), "host") == (lead, [], links)


def test_funders_have_no_page_even_if_they_are_known() -> None:
    assert told(event(funders=[GROUP]), "funders") == ("Treffpunkt Vielfalt", [], [])


def test_list_of_people_it_is_for_begins_with_a_large_letter() -> None:
    shown = site(words={"Familien": "families", "Kinder": "children"})
    found = list(facts(shown, programme(), event(audience=("families", "children"))))
    assert [one.lead.text for one in found if one.icon == "audience"] == ["Families und children"]


# small words


@pytest.mark.parametrize(("words", "expected"), [([], ""), (["arabisch"], "Arabisch"), (["türkisch", "Deutsch"], "Türkisch und Deutsch")])
def test_sentence_list(words: list[str], expected: str) -> None:
    assert sentence_list(site(), words) == expected


@pytest.mark.parametrize(("phone", "expected"), [
    ("06621 / 87-1234", "tel:06621871234"), ("+49 (0) 6621 1", "tel:+4966211"), ("0049 (0)6621 1", "tel:004966211"),
    ("(06621) 10", "tel:0662110"), ("(0) 6621", "tel:06621"),
])
def test_tel(phone: str, expected: str) -> None:
    assert tel(phone) == expected


def test_ways_begin_with_the_telephone() -> None:
    assert list(ways("06621 1", "ada@example.org", "https://example.org/ada/")) == [
        CALL, MAIL, Anchor(label="example.org/ada", href="https://example.org/ada/", dir="ltr"),
    ]
    assert list(ways(None, None, None)) == []


@pytest.mark.parametrize(("age", "expected"), [
    (None, ""), (Age(youngest=6, oldest=12), "6 bis 12 Jahre"), (Age(youngest=14, oldest=None), "ab 14 Jahren"),
    (Age(youngest=None, oldest=12), "bis 12 Jahre"), (Age(youngest=0, oldest=3), "0 bis 3 Jahre"), (Age(youngest=6, oldest=6), "6 Jahre"),
])
def test_age_words(age: Age | None, expected: str) -> None:
    assert age_words(site(), event(age=age)) == expected
