"""The files around the events: whole records, and what is said of those that are wrong."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ikw import data
from ikw.model import COLOURS, DEFAULT_LOOK, SIGNS, Category, Edition, Municipality, Organiser, Origin, Outline, Partner, Picture, Venue
from ikw.problems import ERROR, WARNING, Fault
from ikw.source import Record
from ikw.when import Span
from records import ZONE, record, told

MUNICIPALITIES = {"musterstadt": Municipality(id="musterstadt", name={"de": "Musterstadt"})}


def file(text: str, name: str = "venues.yaml") -> Record:
    return record(text, path=name)


# Tables


def test_municipalities_have_a_name() -> None:
    found, problems = data.municipalities(file("musterstadt: {name: Musterstadt}\nhof: {name: {de: Hof, en: Court}}"))
    assert found == MUNICIPALITIES | {"hof": Municipality(id="hof", name={"de": "Hof", "en": "Court"})}
    assert problems == []


def test_a_venue_with_all_that_is_known() -> None:
    text = (
        "rathaus: {name: Rathaus, street: Markt 1, postcode: 01067, town: Musterstadt, municipality: musterstadt, lat: 50.8, lon: 9.7, "
        "access: [toilet], access_note: Rampe, url: https://example.org}"
    )
    found, problems = data.venues(file(text), MUNICIPALITIES)
    assert found == {"rathaus": Venue(
        id="rathaus", name={"de": "Rathaus"}, street="Markt 1", postcode="01067", town="Musterstadt", municipality="musterstadt",
        lat=Decimal("50.8"), lon=Decimal("9.7"), access=("toilet",), access_note="Rampe", url="https://example.org",
    )}
    assert problems == []


def test_a_venue_needs_name_town_and_municipality() -> None:
    found, problems = data.venues(file("rathaus: {street: Markt 1}"), MUNICIPALITIES)
    assert found == {"rathaus": Venue(id="rathaus", name={"de": "rathaus"}, street="Markt 1")}
    assert [(field, code) for _, _, field, code, _, _ in told(problems)] == [
        ("rathaus.municipality", "field-missing"), ("rathaus.name", "field-missing"), ("rathaus.town", "field-missing"),
    ]


def test_a_venue_lies_in_a_municipality_that_exists() -> None:
    _, problems = data.venues(file("rathaus: {name: Rathaus, town: Hof, municipality: mustersadt}"), MUNICIPALITIES)
    assert told(problems) == [(
        2, ERROR, "rathaus.municipality", "id-unknown", "„mustersadt“ ist keine Kennung aus municipalities.yaml.", "Meinten Sie „musterstadt“?",
    )]


def test_while_nobody_knows_the_municipalities_any_will_do() -> None:
    found, problems = data.venues(file("rathaus: {name: Rathaus, town: Hof, municipality: hof}"), None)
    assert (found["rathaus"].municipality, problems) == ("hof", [])


def test_organisers_need_only_a_name() -> None:
    found, problems = data.organisers(file("eins: {name: Eins}\nzwei: {name: Zwei, url: https://example.org, email: a@example.org, phone: 06621 1}"))
    assert found == {
        "eins": Organiser(id="eins", name={"de": "Eins"}),
        "zwei": Organiser(id="zwei", name={"de": "Zwei"}, url="https://example.org", email="a@example.org", phone="06621 1"),
    }
    assert problems == []


def test_categories_get_the_cloth_and_stamp_of_their_place() -> None:
    found, problems = data.categories(file("a: {name: A}\nb: {name: B, colour: minze, sign: star}\nc: {name: C}"))
    assert found == {
        "a": Category(id="a", name={"de": "A"}, colour=COLOURS[0], sign=SIGNS[0]), "b": Category(id="b", name={"de": "B"}, colour="minze", sign="star"),
        "c": Category(id="c", name={"de": "C"}, colour=COLOURS[2], sign=SIGNS[2]),
    }
    assert problems == []


def test_the_first_twelve_categories_are_all_different() -> None:
    assert len({data.assigned(number) for number in range(12)}) == 12


def test_the_built_in_category_looks_like_no_other() -> None:
    assert DEFAULT_LOOK[1] not in SIGNS
    assert DEFAULT_LOOK[1] not in {sign for _, sign in map(data.assigned, range(100))}
    stamps = json.loads((Path(__file__).parents[1] / "theme/stamps.json").read_text(encoding="utf-8"))
    assert [*stamps] == [*SIGNS, DEFAULT_LOOK[1]]
    assert len(set(stamps.values())) == len(stamps)


KEYS = {
    "Altes Rathaus": "„Altes Rathaus“ ist keine Kennung.", "größe": "„größe“ ist keine Kennung.", "a--b": "„a--b“ ist keine Kennung.",
    "a" * 81: f"„{'a' * 39}…“ ist keine Kennung.", '"a\\nb"': "„a b“ ist keine Kennung.",
}


@pytest.mark.parametrize(("key", "message"), KEYS.items(), ids=list(KEYS.values()))
def test_a_key_is_an_id(key: str, message: str) -> None:
    found, problems = data.organisers(file(f"{key}: {{name: Eins}}"))
    assert found == {}
    assert [(line, severity, code, seen) for line, severity, _, code, seen, _ in told(problems)] == [(2, ERROR, "id-wrong", message)]


SHAPES = {"eins: Eins": "„Eins“ ist keine Gruppe von Feldern.", "eins: [a]": "„[a]“ ist keine Gruppe von Feldern.", "eins:": "Hier stehen keine Felder."}


@pytest.mark.parametrize(("line", "message"), SHAPES.items(), ids=SHAPES)
def test_an_id_has_fields(line: str, message: str) -> None:
    found, problems = data.organisers(file(line))
    assert found == {"eins": Organiser(id="eins", name={"de": "eins"})}
    assert told(problems) == [(2, ERROR, "eins", "value-shape", message, "Schreiben Sie {name: …}.")]


# The edition

EDITION = "title: Woche im Zoo\nfrom: 14.09.2025\nto: 28.09.2025\n"


def look(name: str) -> tuple[str, int, int] | Fault:
    """Look at the only picture there is."""
    if name == "bank.png":
        return "2025/bank.png", 300, 100
    return Fault(code="image-missing", message=f"Das Bild „{name}“ gibt es nicht.", mend="Legen Sie es hierher.")


def edition(text: str, name: str = "2025") -> tuple[Edition | None, list[tuple[int, str, str, str, str, str]]]:
    found, problems = data.edition(file(text, "2025/edition.yaml"), name, None, look)
    return found, told(problems)


def test_an_edition_needs_title_and_days() -> None:
    assert edition(EDITION) == (
        Edition(
            id="2025", origin=Origin(path="2025/edition.yaml", lines={"title": 2, "from": 3, "to": 4}), title={"de": "Woche im Zoo"},
            first_day=date(2025, 9, 14), last_day=date(2025, 9, 28),
        ),
        [],
    )


def test_an_edition_with_all_that_is_known() -> None:
    more = "motto: dafür!\ngreeting: Willkommen **alle**.\npartners: [Bank, {name: Stiftung, url: https://example.org}]\n"
    found, problems = edition(EDITION + more)
    assert problems == []
    assert found
    assert (found.motto, found.greeting_html) == ({"de": "dafür!"}, {"de": "<p>Willkommen <strong>alle</strong>.</p>"})
    assert found.partners == (
        Partner(name={"de": "Bank"}), Partner(name={"de": "Stiftung"}, url="https://example.org"),
    )


def test_a_partner_may_have_a_logo_with_its_words() -> None:
    found, problems = edition(EDITION + "partners: [{name: Bank, logo: bank.png, logo_alt: Logo der Bank}]\n")
    assert problems == []
    assert found
    assert found.partners == (
        Partner(name={"de": "Bank"}, logo=Picture(path="2025/bank.png", width=300, height=100, alt="Logo der Bank", credit="")),
    )


def test_until_when_and_by_what_is_for_the_office_to_say() -> None:
    found, problems = edition(EDITION + "entries_until: 30.06.2025\ncriteria: Willkommen ist **alles**.\n")
    assert problems == []
    assert found
    assert (found.entries_until, found.criteria_html) == (date(2025, 6, 30), {"de": "<p>Willkommen ist <strong>alles</strong>.</p>"})
    _, problems = edition(EDITION + "einsendeschluss: 30.06.2025\n")
    assert [(field, mend) for _, _, field, _, _, mend in problems] == [("einsendeschluss", "Das Feld heißt „entries_until“.")]


def test_the_imprint_of_the_booklet_is_one_text() -> None:
    found, problems = edition(EDITION + "imprint: Gesetzt im **Haus**.\n")
    assert (found and found.imprint_html, problems) == ("<p>Gesetzt im <strong>Haus</strong>.</p>", [])


def test_one_day_is_an_edition() -> None:
    found, problems = edition("title: Tag\nfrom: 14.9.2025\nto: 14.9.2025")
    assert (found and found.last_day, problems) == (date(2025, 9, 14), [])


SPANS = {
    "from: 2025-09-14\nto: 2025-09-13": (
        "to", "edition-span", "Der letzte Tag 13.09.2025 liegt vor dem ersten Tag 14.09.2025.", "Tauschen Sie „from“ und „to“, oder prüfen Sie das Jahr.",
    ),
    "from: 2025-01-01\nto: 2025-04-11": (
        "to", "edition-span", "Vom 01.01.2025 bis zum 11.04.2025 sind es 101 Tage, möglich sind 100.", "Prüfen Sie „from“ und „to“.",
    ),
    "from: 2024-09-14\nto: 2024-09-28": (
        "from", "edition-year", "Der erste Tag 14.09.2024 liegt nicht im Jahr 2025, nach dem der Ordner heißt.",
        "Prüfen Sie das Datum, oder benennen Sie den Ordner in „2024“ um.",
    ),
}


@pytest.mark.parametrize(("days", "expected"), SPANS.items(), ids=["turned", "long", "year"])
def test_days_that_are_no_edition(days: str, expected: tuple[str, str, str, str]) -> None:
    found, [(_, severity, *said)] = edition(f"title: Woche\n{days}")
    assert (found, severity, tuple(said)) == (None, ERROR, expected)


def test_a_hundred_days_are_an_edition() -> None:
    assert edition("title: Woche\nfrom: 2025-01-01\nto: 2025-04-10")[1] == []


@pytest.mark.parametrize("name", ["title", "from", "to"])
def test_an_edition_without_one_of_three_is_none(name: str) -> None:
    found, problems = edition("".join(line for line in EDITION.splitlines(keepends=True) if not line.startswith(name)))
    assert found is None
    assert [(severity, field, code) for _, severity, field, code, _, _ in problems] == [(ERROR, name, "field-missing")]


def test_an_edition_is_known_also_where_its_words_are_wrong() -> None:
    found, problems = edition(EDITION + "motto: <b>\nfarbe: rot\n")
    assert found is not None
    assert [(severity, field) for _, severity, field, *_ in problems] == [(ERROR, "motto"), (ERROR, "farbe")]


def test_a_long_motto_is_a_warning() -> None:
    _, [(_, severity, field, code, _, _)] = edition(EDITION + f"motto: {'a' * 41}\n")
    assert (severity, field, code) == (WARNING, "motto", "text-long")


def test_a_fault_of_a_greeting_has_its_own_line() -> None:
    _, problems = edition(EDITION + "greeting: |\n  Willkommen.\n\n  <b>Alle</b>\n")
    assert [(line, field, code) for line, _, field, code, _, _ in problems] == [(8, "greeting", "prose-html")]


GREETINGS = """
greeting:
  en: Welcome.
  de: |
    Willkommen.
"""


def test_a_greeting_has_a_text_for_each_language_german_first() -> None:
    found, problems = edition(EDITION + GREETINGS)
    assert (problems, list(((found and found.greeting_html) or {}).items())) == ([], [("de", "<p>Willkommen.</p>"), ("en", "<p>Welcome.</p>")])


@pytest.mark.parametrize(("greeting", "line", "field", "code"), [
    ("greeting: [a]", 5, "greeting", "value-shape"), ("greeting: {en: Welcome.}", 5, "greeting", "words-german"),
    ("greeting: {de: Hallo., xx-y: Hey.}", 5, "greeting.xx-y", "language-unknown"), ("greeting: {de: Hallo., en: [Hi]}", 5, "greeting.en", "value-shape"),
    ("greeting:\n  de: Hallo.\n  en: |\n    Hi.\n\n    <b>All</b>\n", 10, "greeting.en", "prose-html"),
    ("greeting:\n  de: Hallo.\n  de-simple: |\n    Hallo.\n    Die Türen werden geöffnet.\n", 9, "greeting.de-simple", "easy-passive"),
])
def test_a_greeting_that_is_wrong(greeting: str, line: int, field: str, code: str) -> None:
    assert [(at, seen, kind) for at, _, seen, kind, _, _ in edition(EDITION + greeting)[1]] == [(line, field, code)]


@pytest.mark.parametrize(("partner", "field", "code"), [
    ("[[Bank]]", "partners", "value-shape"), ("[{url: https://example.org}]", "partners.name", "field-missing"),
    ("[{name: Bank, url: bank}]", "partners.url", "url-wrong"), ("[<b>]", "partners", "text-html"),
    ("[{name: Bank, logo: bank.png}]", "partners.logo_alt", "logo-alt"), ("[{name: Bank, logo: ../bank.png, logo_alt: Bank}]", "partners.logo", "image-path"),
    ("[{name: Bank, logo: fehlt.png, logo_alt: Bank}]", "partners.logo", "image-missing"),
])
def test_partners_that_are_wrong(partner: str, field: str, code: str) -> None:
    assert [(seen, kind) for _, _, seen, kind, _, _ in edition(EDITION + f"partners: {partner}")[1]] == [(field, code)]


def test_a_stand_in_is_the_whole_year() -> None:
    found = data.stand_in("2025")
    assert (found.first_day, found.last_day) == (date(2025, 1, 1), date(2025, 12, 31))
    assert data.stand_in("0000").first_day == date(1, 1, 1)


def test_readings_of_dates_know_the_span() -> None:
    assert data.span_of(data.stand_in("2025"), ZONE) == Span(first=date(2025, 1, 1), last=date(2025, 12, 31), zone=ZONE)


# The motto as a path


def test_an_outline_is_a_box_and_a_path() -> None:
    found, problems = data.outline(file("width: 100\nheight: 50\npath: >\n  M0 0\n  L1.5-2,3Z\n"))
    assert (found, problems) == (Outline(width=100, height=50, path="M0 0 L1.5-2,3Z"), [])


OUTLINES = {
    "width: 0\nheight: 50\npath: M0 0": ("width", "number-wrong"), "height: 50\npath: M0 0": ("width", "field-missing"),
    'width: 1\nheight: 1\npath: M0 0"/><script>': ("path", "path-wrong"), "width: 1\nheight: 1\npath: [M]": ("path", "path-wrong"),
    f"width: 1\nheight: 1\npath: M{'0' * 20_000}": ("path", "path-wrong"),
}


@pytest.mark.parametrize(("text", "expected"), OUTLINES.items(), ids=["zero", "missing", "script", "list", "long"])
def test_an_outline_that_is_wrong_is_none(text: str, expected: tuple[str, str]) -> None:
    found, problems = data.outline(file(text))
    assert found is None
    assert [(field, code) for _, _, field, code, _, _ in told(problems)] == [expected]
