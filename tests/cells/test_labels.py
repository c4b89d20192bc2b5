"""Whatever form, pages and guide call a thing, a table may call it so: every label is read as what it stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ikw import data
from ikw.cells.columns import path_of
from ikw.cells.names import Names
from ikw.cells.reading import read_row
from ikw.choices import WORDS
from ikw.model import ACCESS, AUDIENCES, Age, Category, Contact, Cost, Registration
from ikw.questions import QUESTIONS
from ikw.source import Value, read_data
from ikw.views.facts import facts
from ikw.views.form import form_page
from ikw.views.form_records import Ask, Rows
from records import SPAN, known
from samples import event, organiser, programme, site

ROOT = Path(__file__).parents[2]


def _categories() -> Mapping[str, Category]:
    record, problems = read_data(ROOT / "events", "categories.yaml")
    assert record
    assert not problems
    found, faults = data.categories(record)
    assert not faults
    return found


CATEGORIES = _categories()
NAMES = Names(known(categories=CATEGORIES))
PROGRAMME = programme(categories=CATEGORIES)


def read(path: str, text: str) -> Value | None:
    row = read_row({"title": "Fest", "when": "tba", path: text}, NAMES, SPAN)
    assert (row.unread, row.beside, row.unmatched) == ({}, {}, {}), text
    return row.fields.get(path)


def asks() -> list[Ask]:
    found: list[Ask] = []
    for part in form_page(site(PROGRAMME), PROGRAMME).parts:
        for item in part.items:
            found += [one for row in item.rows for one in row] if isinstance(item, Rows) else [item]
    return found


def offered() -> list[tuple[str, str, Value]]:
    """Return all that the form offers to choose from: field, label, and what it stands for."""
    own = {"free": "free", "donation": "donation", "no": "nein", "yes": "required"}
    paths = {"cost.kind": "cost", "registration.kind": "registration", "languages_more.0.code": "languages", "interpreting_more.0.code": "interpreting"}
    found: list[tuple[str, str, Value]] = []
    for one in asks():
        path = paths.get(one.name, one.name)
        if path in ("audience", "access", "languages", "interpreting"):
            found += [(path, option.label, [option.value]) for option in one.options if option.value]
        elif path in ("category", "cost", "registration"):
            # who pays says how much
            found += [(path, option.label, own.get(option.value, option.value)) for option in one.options if option.value != "price"]
    return found


OFFERED = offered()


def test_the_form_offers_all_of_them() -> None:
    assert {path for path, _, _ in OFFERED} == {"audience", "access", "languages", "interpreting", "category", "cost", "registration"}
    assert len(OFFERED) > 100


@pytest.mark.parametrize(("path", "label", "value"), OFFERED, ids=[f"{path}: {label}" for path, label, _ in OFFERED])
def test_what_the_form_offers_is_read(path: str, label: str, value: Value) -> None:
    assert read(path, label) == value
    assert read(path, label.lower()) == value


SAID: list[tuple[str, dict[str, object], Value]] = [
    *(("audience", {"audience": [code]}, [code]) for code in AUDIENCES), ("audience", {"audience": list(AUDIENCES)}, list(AUDIENCES)),
    *(("access", {"access": [code]}, [code]) for code in ACCESS), ("access", {"access": list(ACCESS)}, list(ACCESS)),
    ("cost", {"cost": Cost(kind="free")}, "free"), ("cost", {"cost": Cost(kind="donation")}, "donation"),
    ("cost", {"cost": Cost(kind="paid", regular=Decimal(8))}, "8 €"),
    ("cost", {"cost": Cost(kind="paid", regular=Decimal("8.5"), reduced=Decimal(5))}, {"regular": "8,50 €", "reduced": "5 €"}),
    ("registration", {"registration": Registration(needed=False)}, "nein"), ("registration", {"registration": Registration()}, "required"),
    ("registration", {"registration": Registration(until=date(2025, 9, 10), places=40)}, {"until": "Mittwoch, 10. September 2025", "places": "40"}),
    ("languages", {"languages": ["de", "uk", "gsg"]}, ["de", "uk", "gsg"]),
]


@pytest.mark.parametrize(("path", "values", "value"), SAID, ids=[f"{path}: {value}" for path, _, value in SAID])
def test_what_pages_say_is_read(path: str, values: dict[str, object], value: Value) -> None:
    one = event(**values)
    fact = next(fact for fact in facts(site(programme(one)), programme(one), one) if fact.icon == path)
    assert read(path, "\n".join(phrase.text for phrase in (fact.lead, *fact.lines) if phrase.text)) == value


def test_what_pages_and_form_call_a_fact_is_its_heading() -> None:
    one = event(
        audience=["women"], age=Age(youngest=6, oldest=12), access=["toilet"], cost=Cost(kind="free"), registration=Registration(), bring="Schuhe",
        food="Suppe", has_childcare=True, organisers=[organiser()], partners=[organiser("zwei")], funders=[organiser("drei")],
        contact=Contact(name="Büro"), meeting_point="Tor",
    )
    names = {"meeting": "meeting_point", "host": "organisers", "place": "venue"}
    found = {fact.label: names.get(fact.icon, fact.icon) for fact in facts(site(programme(one)), programme(one), one)}
    assert len(found) > 10
    assert {label: path_of(label) for label in found} == found
    # "Name" alone is the title's, "Telefonnummer" the contact's; `when` has parts of its own, and these name a line of several
    alone = {path: QUESTIONS[path].label for path in QUESTIONS if "." not in path}
    assert {path: path_of(label) for path, label in alone.items()} == {path: path for path in alone}


GUIDE = (ROOT / "content/pages/anleitung.md").read_text()


def _listed(name: str) -> list[str]:
    """Return the words that the guide lists: `**Für wen:** für alle, Familien oder Fachleute.`"""
    match = re.search(rf"\*\*{name}:\*\* ([^.?]+)", GUIDE)
    assert match, name
    return re.split(r", | oder ", match[1])


@pytest.mark.parametrize("word", _listed("Art der Veranstaltung"))
def test_categories_of_the_guide(word: str) -> None:
    assert read("category", word) in CATEGORIES


@pytest.mark.parametrize("word", [*_listed("Für wen"), ", ".join(_listed("Für wen"))])
def test_for_whom_in_the_guide(word: str) -> None:
    found = read("audience", word)
    assert isinstance(found, list)
    assert {*found} <= {*AUDIENCES}


def test_access_in_the_guide() -> None:
    words = re.search(r"Gibt es eine (barrierefreie Toilette), eine (Höranlage), einen (ruhigen Raum), (Parkplätze)\?", GUIDE)
    assert words
    assert read("access", ", ".join(("Rollstuhl", *words.groups()))) == ["wheelchair", "toilet", "hearing-loop", "quiet-room", "parking"]


def test_headings_of_the_guide() -> None:
    assert [path_of(word) for word in _listed("Überschriften")[:10]] == [
        "title", "when.on", "when.time", "venue", "venue.street", "organisers", "cost", "registration", "audience", "languages",
    ]


def test_the_guide_and_the_form_call_the_audience_alike() -> None:
    """One thing, one word."""
    said = {word.removeprefix("für ").casefold() for word in _listed("Für wen")}
    assert said == {WORDS[code].casefold() for code in AUDIENCES}
