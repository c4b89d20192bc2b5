"""Lists in one cell: codes where words are known, names that are never cut in two."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from cells.around import NAMES
from ikw.cells.lists import access_of, audience_of, languages_of, links_of, maybe_two, people_of, schedule_of, unread_of, words_of_list
from ikw.cells.writing import word_for
from ikw.choices import ACCESS_WORDS, AUDIENCE_WORDS
from ikw.source import Value

AUDIENCES: list[tuple[str, Value | None, str | None]] = [
    ("alle", ["everyone"], None), ("Familien, Kinder", ["families", "children"], None), ("Kinder und Jugendliche", ["children", "youth"], None),
    ("Senioren / Frauen", ["seniors", "women"], None), ("Seniorinnen und Senioren", ["seniors"], None), ("Fachpublikum", ["professionals"], None),
    ("Kinder ab 6 Jahren", ["children"], "ab 6"), ("Kinder (6–12 Jahre)", ["children"], "6–12"), ("[families, children]", ["families", "children"], None),
    ("Senior*innen", ["seniors"], None), ("SeniorInnen, Kinder", ["seniors", "children"], None), ("für Familien", ["families"], None),
    ("für alle, besonders für Familien", ["everyone", "families"], None), ("Mädchen und Frauen", ["women"], None),
    ("Frauen, Männer, ältere Menschen, Neuzugewanderte oder Fachleute", ["women", "men", "seniors", "newcomers", "professionals"], None),
    # an age, and nobody else
    ("ab 14 Jahren", None, "ab 14"), ("ab 12 J.", None, "ab 12"), ("Kinder 6–10 J.", ["children"], "6–10"), ("6–10 Jahre", None, "6–10"), ("14+", None, "14+"), ("Erwachsene", None, "18+"),
    # no word of the table: the check names it
    ("Jugendliche und Erwachsene", ["youth", "Erwachsene"], None),
]


@pytest.mark.parametrize(("text", "audience", "age"), AUDIENCES, ids=[case[0] for case in AUDIENCES])
def test_for_whom(text: str, audience: Value | None, age: str | None) -> None:
    assert audience_of(text) == (audience, age)


@pytest.mark.parametrize(("text", "codes"), [
    ("Deutsch/Ukrainisch", ["de", "uk"]), ("de, ka", ["de", "ka"]), ("deutsch und arabisch", ["de", "ar"]), ("Leichte Sprache", ["de-simple"]),
    ("mehrsprachig", ["mehrsprachig"]), ("Deutsch\nFarsi", ["de", "fa"]), ("dt./engl.", ["de", "en"]), ("dt., ukr., arab., türk., russ.", ["de", "uk", "ar", "tr", "ru"]),
])
def test_languages(text: str, codes: Value) -> None:
    assert languages_of(text) == codes


@pytest.mark.parametrize(("text", "codes", "others"), [
    ("Rollstuhl, WC", ["wheelchair", "toilet"], ""), ("teilweise rollstuhlgerecht", ["wheelchair-partly"], ""), ("stufenlos", [], "stufenlos"),
    ("Rollstuhl, barrierefreie Toilette", ["wheelchair", "toilet"], ""),
    ("ruhiger Raum, Höranlage und Parkplätze", ["quiet-room", "hearing-loop", "parking"], ""),
    ("Rollstuhl, stufenlos", ["wheelchair"], "stufenlos"),
    # what is denied is not offered
    ("Rollstuhl, Toilette nicht barrierefrei", [], "Rollstuhl, Toilette nicht barrierefrei"),
    ("Toilette und Parkplatz sind eng", [], "Toilette und Parkplatz sind eng"), ("Rollstuhl: ja, WC: nein", [], "Rollstuhl: ja, WC: nein"),
])
def test_access(text: str, codes: Value, others: str) -> None:
    assert access_of(text) == (codes, others)


def test_access_of_a_place_is_a_list() -> None:
    assert words_of_list("access", "Rollstuhl, stufenlos", NAMES) == ["wheelchair", "stufenlos"]


PEOPLE: list[tuple[str, Value]] = [
    ("Verein Brückenschlag e.V.", ["brueckenschlag"]), ("Verein Brückenschlag, Musterverein", ["brueckenschlag", "Musterverein"]),
    ("Musterverein; Chor Eins, Zwei", ["Musterverein", "Chor Eins", "Zwei"]), ("Webkreis Kette und Schuss", ["kette"]),
    ("Volkshochschule und Verein Brückenschlag", ["vhs", "brueckenschlag"]), ("Hansen und Paul Hoepner", ["Hansen und Paul Hoepner"]),
    ("Auferstehungs-, Stadt- und Johanneskirche", ["Auferstehungs-, Stadt- und Johanneskirche"]), ("Musterverein, e. V.", ["Musterverein, e. V."]),
    ("Integrationskommission, ev. Kirchengemeinde", ["Integrationskommission", "ev. Kirchengemeinde"]), ("Kirchenvorstand, unterstützt vom Amt", ["Kirchenvorstand, unterstützt vom Amt"]),
    ("A; A", ["A"]), ("Doppelt", ["Doppelt"]), ('["Verein A, B", vhs]', ["Verein A, B", "vhs"]),
]


@pytest.mark.parametrize(("text", "people"), PEOPLE, ids=[case[0] for case in PEOPLE])
def test_people(text: str, people: Value) -> None:
    assert people_of(text, NAMES) == people


@pytest.mark.parametrize(("text", "names"), [
    # the last of a list, or a part that is known
    ("A, B und C", ["B und C"]), ("Kirchenkreis; Kunst & Kultur", ["Kunst & Kultur"]), ("Verein Brückenschlag und Nachbarn", ["Verein Brückenschlag und Nachbarn"]),
    # a name of its own, names that were cut, one that is known
    ("Verein für Kunst und Kultur", []), ("A, B, C", []), ("Kunst und Kultur, Chor", []), ("Musterverein, Webkreis Kette und Schuss", []),
])
def test_names_that_may_be_two(text: str, names: list[str]) -> None:
    assert maybe_two(people_of(text, NAMES), NAMES) == names


@pytest.mark.parametrize(("text", "links"), [
    ("https://www.example.org/a", [{"title": "example.org", "url": "https://www.example.org/a"}]),
    ("Verein: www.example.org", [{"title": "Verein", "url": "https://www.example.org"}]),
    ("Verein (https://a.example)\nhttps://b.example/x", [{"title": "Verein", "url": "https://a.example"}, {"title": "b.example", "url": "https://b.example/x"}]),
    ("https://a.example, https://b.example", [{"title": "a.example", "url": "https://a.example"}, {"title": "b.example", "url": "https://b.example"}]),
    ("siehe Flyer", [{"title": "siehe Flyer", "url": "siehe Flyer"}]),
])
def test_links(text: str, links: Value) -> None:
    assert links_of(text) == links


@pytest.mark.parametrize(("text", "schedule"), [
    ("12.00-12.15 Musik aus aller Welt", [{"time": "12.00-12.15", "title": "Musik aus aller Welt"}]),
    ("12 Uhr: Eröffnung\n12:15 – 13 Uhr – Tanz", [{"time": "12 Uhr", "title": "Eröffnung"}, {"time": "12:15 – 13 Uhr", "title": "Tanz"}]),
    ("erst Musik", ["erst Musik"]),
    # several on a line; a comma or a price within a title cuts nothing
    ("14 Uhr Begrüßung; 15 Uhr Tanz", [{"time": "14 Uhr", "title": "Begrüßung"}, {"time": "15 Uhr", "title": "Tanz"}]),
    ("14.00 Begrüßung, 14.15-15 Uhr – Tanz | 15:30 Uhr: Musik", [{"time": "14.00", "title": "Begrüßung"}, {"time": "14.15-15 Uhr", "title": "Tanz"}, {"time": "15:30 Uhr", "title": "Musik"}]),
    ("14 Uhr Suppe, 2.50 €; für alle, 3 Lieder", [{"time": "14 Uhr", "title": "Suppe, 2.50 €; für alle, 3 Lieder"}]),
])
def test_a_schedule(text: str, schedule: Value) -> None:
    assert schedule_of(text) == schedule


def test_words_that_an_import_could_not_read() -> None:
    assert unread_of("when: irgendwann: bald\ncost: viel") == {"when": "irgendwann: bald", "cost": "viel"}


@pytest.mark.parametrize(("name", "labels"), [("audience", AUDIENCE_WORDS), ("access", ACCESS_WORDS)])
def test_the_words_of_the_form_are_read(name: str, labels: Mapping[str, str]) -> None:
    """What stands on the site's own pages is what people type into a table."""
    assert {label: words_of_list(name, label, NAMES) for label in labels.values()} == {label: [code] for code, label in labels.items()}


@pytest.mark.parametrize(("name", "text", "codes"), [
    ("audience", "für alle, Familien, Kinder, Jugendliche, Frauen, Männer, ältere Menschen, Neuzugewanderte oder Fachleute",
     ["everyone", "families", "children", "youth", "women", "men", "seniors", "newcomers", "professionals"]),
    ("access", "Rollstuhl, barrierefreie Toilette, Höranlage, ruhiger Raum, Parkplätze", ["wheelchair", "toilet", "hearing-loop", "quiet-room", "parking"]),
    ("audience", "Mädchen und Frauen", ["women"]),
])
def test_the_words_of_the_guide_are_read(name: str, text: str, codes: Value) -> None:
    assert words_of_list(name, text, NAMES) == codes


@pytest.mark.parametrize("labels", [AUDIENCE_WORDS, ACCESS_WORDS])
def test_one_thing_has_one_word(labels: Mapping[str, str]) -> None:
    """On the site, in the spreadsheet that is sent out, and where an import says what may be written."""
    assert {code: word_for(code) for code in labels} == labels
