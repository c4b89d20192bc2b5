"""Event files as events: every field, every form that is accepted, whole records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from ikw.fields import EVENT
from ikw.model import (
    Age,
    Change,
    Contact,
    Cost,
    Event,
    Hours,
    Link,
    Occurrence,
    Organiser,
    Origin,
    Picture,
    Registration,
    Slot,
    Text,
    Venue,
)
from ikw.parse import image_name, is_draft, parse_event, parse_translation
from ikw.problems import ERROR, WARNING
from records import HALLE, HAUS, RATHAUS, SPAN, VEREIN, ZONE, event, front, known, parse, record, told


def at(day: int, start: tuple[int, int], end: tuple[int, int] | None = None, key: str = "1", **values: Any) -> Occurrence:
    """An occurrence in September 2025."""
    moments = [datetime(2025, 9, day, *clock, tzinfo=ZONE) if clock else None for clock in (start, end)]
    return Occurrence(key=key, day=date(2025, 9, day), last_day=date(2025, 9, day), start=moments[0], end=moments[1], **values)


def days(first: int, last: int | None, key: str = "1", **values: Any) -> Occurrence:
    """A range of days in September 2025."""
    return Occurrence(key=key, day=date(2025, 9, first), last_day=date(2025, 9, last) if last else None, **values)


PLAIN = Event(
    id="fest", edition="2025", texts={"de": Text(title="Fest", is_excerpt=True)}, occurrences=(at(20, (14, 0), (16, 0)),), venues=(RATHAUS,),
    organisers=(VEREIN,), category="fest",
    origin=Origin(path="2025/fest.md", lines={"title": 2, "when": 3, "venue": 4, "organisers": 5, "category": 6}),
)


def plain(name: str, **values: Any) -> Event:
    """The event of the valid file with one more field, and what that means."""
    return replace(PLAIN, origin=Origin(path="2025/fest.md", lines={**PLAIN.origin.lines, name: 7}), **values)


def test_a_small_file_is_an_event() -> None:
    assert event() == PLAIN


def test_only_title_and_time_are_required() -> None:
    made, problems = parse(venue=None, organisers=None, category=None)
    assert made == Event(
        id="fest", edition="2025", texts={"de": Text(title="Fest", is_excerpt=True)}, occurrences=PLAIN.occurrences,
        origin=Origin(path="2025/fest.md", lines={"title": 2, "when": 3}),
    )
    assert [(line, severity, field, code) for line, severity, field, code, _, _ in problems] == [
        (1, WARNING, "category", "category-missing"), (1, WARNING, "organisers", "organisers-missing"), (1, WARNING, "venue", "venue-missing"),
    ]


# Texts


def text(**values: Any) -> dict[str, Text]:
    return {"de": Text(**({"title": "Fest", "is_excerpt": True} | values))}


def test_the_text_below_is_prose() -> None:
    prose = "<p>Wir <strong>feiern</strong>.</p>"
    assert event(body="Wir **feiern**.") == replace(PLAIN, texts=text(summary="Wir feiern.", html=prose, plain="Wir feiern."))


def test_a_written_summary_is_no_excerpt() -> None:
    made = event("summary: Alle kommen.", body="Wir feiern.")
    assert made.texts == text(summary="Alle kommen.", is_excerpt=False, html="<p>Wir feiern.</p>", plain="Wir feiern.")


def test_a_title_is_text_on_one_line() -> None:
    assert event(title="'Ein \"großes\"\n  Fest:   50 % #1'").texts["de"].title == 'Ein "großes" Fest: 50 % #1'


TITLES = [
    "HALLO WELT", "Q&A", "„Nie wieder“", "Tiếng Việt – İstanbul", "Свято", "مهرجان", "100 %", "C#", "Fest 🎉", "Apfel, Elma, Яблуко",
    "2 < 3", "Für Kinder/Eltern", "T" * 100,
]


@pytest.mark.parametrize("title", TITLES)
def test_titles_that_real_programmes_have(title: str) -> None:
    assert event(title=title).texts["de"].title == title


def test_texts_that_are_translated() -> None:
    made = event("subtitle: Mit Musik\nimage: fest.jpg\nimage_alt: Ein Tisch.\nimage_credit: Ada")
    assert made.texts == text(subtitle="Mit Musik", image_alt="Ein Tisch.")


# Every field, every form: the line and what is different in the event

FORMS: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "room": [("großer Saal", {"room": "großer Saal"}), ("12", {"room": "12"})],
    "meeting_point": [("Brunnen", {"meeting_point": "Brunnen"})],
    "online_url": [("https://example.org/a", {"online_url": "https://example.org/a"})],
    "partners": [
        ("[kulturhaus, Anna]", {"partners": (HAUS, Organiser(id=None, name={"de": "Anna"}))}), ("kulturhaus", {"partners": (HAUS,)}),
    ],
    "funders": [('"Stiftung, Bank"', {"funders": (Organiser(id=None, name={"de": "Stiftung, Bank"}),)})],
    "audience": [
        ("[families, children]", {"audience": ("families", "children")}), ("women", {"audience": ("women",)}), ("[men, men]", {"audience": ("men",)}),
        ("[]", {}),
    ],
    "age": [("6–12", {"age": Age(youngest=6, oldest=12)}), ("14+", {"age": Age(youngest=14, oldest=None)})],
    "languages": [("[de, uk]", {"languages": ("de", "uk")}), ("ar", {"languages": ("ar",)}), ("[no]", {"languages": ("no",)}), ("[]", {})],
    "interpreting": [("[ar, gsg, de-simple]", {"interpreting": ("ar", "gsg", "de-simple")})],
    "access": [("[wheelchair, toilet]", {"access": ("wheelchair", "toilet")})],
    "access_note": [("Rampe im Hof", {"access_note": "Rampe im Hof"})],
    "cost": [
        ("free", {"cost": Cost(kind="free")}), ("kostenlos", {"cost": Cost(kind="free")}), ("0", {"cost": Cost(kind="free")}),
        ("0 €", {"cost": Cost(kind="free")}), ("donation", {"cost": Cost(kind="donation")}), ("Spende", {"cost": Cost(kind="donation")}),
        ("8 €", {"cost": Cost(kind="price", regular=Decimal(8))}), ("8,50", {"cost": Cost(kind="price", regular=Decimal("8.50"))}),
        ("8.50 Euro", {"cost": Cost(kind="price", regular=Decimal("8.50"))}),
        ("{regular: 8 €, reduced: 5, note: Kinder frei}", {"cost": Cost(kind="price", regular=Decimal(8), reduced=Decimal(5), note="Kinder frei")}),
        ("{regular: free, note: Material 5 €}", {"cost": Cost(kind="free", note="Material 5 €")}),
        ("{note: am Eingang zu zahlen}", {"cost": Cost(kind="price", note="am Eingang zu zahlen")}),
        ("{regular: 5, reduced: 0}", {"cost": Cost(kind="price", regular=Decimal(5), reduced=Decimal(0))}),
    ],
    "registration": [
        ("required", {"registration": Registration()}), ("ja", {"registration": Registration()}), ("true", {"registration": Registration()}),
        ("nein", {"registration": Registration(needed=False)}),
        ("{until: 12.09.2025}", {"registration": Registration(until=date(2025, 9, 12))}),
        ("{until: 12.9. 18 Uhr}", {"registration": Registration(until=datetime(2025, 9, 12, 18, tzinfo=ZONE))}),
        (
            "{phone: 06621 12, email: a@example.org, url: https://example.org, places: 40, note: Bitte anrufen.}",
            {"registration": Registration(phone="06621 12", email="a@example.org", url="https://example.org", places=40, note="Bitte anrufen.")},
        ),
        ("{phone: }", {"registration": Registration()}),
    ],
    "contact": [
        (
            "{name: Büro, phone: 06621 12, email: a@example.org, url: https://example.org, consent: ja}",
            {"contact": Contact(name="Büro", phone="06621 12", email="a@example.org", url="https://example.org")},
        ),
        ("{consent: ja}", {}),
    ],
    "bring": [("Kuchen", {"bring": "Kuchen"}), ("nein", {}), ("ja", {"bring": "ja"})],
    "food": [("Kaffee, Kuchen", {"food": "Kaffee, Kuchen"}), ("true", {"food": "ja"}), ("false", {})],
    "childcare": [
        ("ja", {"has_childcare": True}), ("true", {"has_childcare": True}), ("nein", {}),
        ("ab 3 Jahren", {"has_childcare": True, "childcare": "ab 3 Jahren"}),
    ],
    "schedule": [
        (
            "[{time: 12–12.15, title: Trommeln}, {time: 13 Uhr, title: Tanz}]",
            {"schedule": (Slot(start=time(12), until=time(12, 15), title="Trommeln"), Slot(start=time(13), until=None, title="Tanz"))},
        ),
        ("{time: 12.30, title: Rede}", {"schedule": (Slot(start=time(12, 30), until=None, title="Rede"),)}),
    ],
    "status": [
        ("cancelled", {"change": Change(status="cancelled")}),
        ("{is: full, note: Warteliste, since: 1.8.2025}", {"change": Change(status="full", note="Warteliste", since=date(2025, 8, 1))}),
        (
            "{is: moved, was: {when: 19.9. 10 Uhr, venue: stadthalle}}",
            {"change": Change(status="moved", was_when=(at(19, (10, 0)),), was_venues=(HALLE,))},
        ),
        ("{is: moved, was: {venue: {name: Scheune}}}", {"change": Change(status="moved", was_venues=(Venue(id=None, name={"de": "Scheune"}),))}),
    ],
    "links": [
        ("[{title: Verein, url: https://example.org/}]", {"links": (Link(title="Verein", url="https://example.org/"),)}),
        ("{title: Verein, url: http://example.org}", {"links": (Link(title="Verein", url="http://example.org"),)}),
    ],
    "highlight": [("ja", {"highlight": True}), ("nein", {})],
    "example": [("true", {"example": True})],
    "series": [("stadtteilfest", {"series": "stadtteilfest"})],
}


@pytest.mark.parametrize(("name", "value", "different"), [(name, *form) for name, forms in FORMS.items() for form in forms])
def test_a_field_is_read(name: str, value: str, different: dict[str, Any]) -> None:
    assert event(f"{name}: {value}") == plain(name, **different)


def test_every_field_is_tested() -> None:
    elsewhere = {"title", "subtitle", "summary", "when", "hours", "venue", "organisers", "category", "image", "image_alt", "image_credit", "draft", "unread"}
    assert set(FORMS) | elsewhere == {field.name for field in EVENT}


# Places

SCHEUNE = "{name: Scheune, street: Hof 1, postcode: 01067, town: Dorf, municipality: musterstadt, lat: 50.8, lon: 9.7, access: [parking], access_note: Kies, url: https://example.org}"
VENUES: list[tuple[str, dict[str, Any]]] = [
    ("stadthalle", {"venues": (HALLE,)}),
    ("[rathaus, stadthalle]", {"venues": (RATHAUS, HALLE)}),
    ("{name: Scheune}", {"venues": (Venue(id=None, name={"de": "Scheune"}),)}),
    ("{name: {de: Scheune}}", {"venues": (Venue(id=None, name={"de": "Scheune"}),)}),
    ("[rathaus, {name: Scheune}]", {"venues": (RATHAUS, Venue(id=None, name={"de": "Scheune"}))}),
    ("online", {"venues": (), "online": True}),
    ("Online", {"venues": (), "online": True}),
    (SCHEUNE, {"venues": (Venue(
        id=None, name={"de": "Scheune"}, street="Hof 1", postcode="01067", town="Dorf", municipality="musterstadt", lat=Decimal("50.8"), lon=Decimal("9.7"),
        access=("parking",), access_note="Kies", url="https://example.org",
    ),)}),
]


@pytest.mark.parametrize(("value", "different"), VENUES)
def test_a_place_is_read(value: str, different: dict[str, Any]) -> None:
    assert event(venue=value) == replace(PLAIN, **different)


def test_an_address_in_the_net_stands_for_a_place() -> None:
    made, problems = parse("online_url: https://example.org", venue=None)
    assert (made and made.venues, problems) == ((), [])


# People

ANNA = Organiser(id=None, name={"de": "Anna"})
PEOPLE: list[tuple[str, tuple[Organiser, ...]]] = [
    ("verein-eins", (VEREIN,)), ("[verein-eins, kulturhaus]", (VEREIN, HAUS)), ("Anna", (ANNA,)), ("[Anna, verein-eins, Anna]", (ANNA, VEREIN)),
    ('"Kirche, Jugend"', (Organiser(id=None, name={"de": "Kirche, Jugend"}),)), ("attac", (Organiser(id=None, name={"de": "attac"}),)),
    (f"[{', '.join('ABCDEFGHI')}]", tuple(Organiser(id=None, name={"de": letter}) for letter in "ABCDEFGHI")),
]


@pytest.mark.parametrize(("value", "people"), PEOPLE)
def test_organisers_are_read(value: str, people: tuple[Organiser, ...]) -> None:
    assert event(organisers=value).organisers == people


@pytest.mark.parametrize("name", ["fest", "musik", "sonstiges"])
def test_a_category_is_read(name: str) -> None:
    assert event(category=name).category == name


# Times

WHEN: list[tuple[str, tuple[Occurrence, ...]]] = [
    ("tba", ()),
    ("20.9.", (days(20, 20),)),
    ("20.9. abends", (days(20, 20, words="abends"),)),
    ("14.–28.9.", (days(14, 28),)),
    ("ab 20.9.", (days(20, None),)),
    ("15.9.2025, 10.30–12 und 12.30–14 Uhr", (at(15, (10, 30), (12, 0)), at(15, (12, 30), (14, 0), key="2"))),
    ('["20.9. 10 Uhr", "21.9. 11 Uhr"]', (at(20, (10, 0)), at(21, (11, 0), key="2"))),
    ("[{on: 20.9., time: 10 Uhr}, 21.9. 11 Uhr]", (at(20, (10, 0)), at(21, (11, 0), key="2"))),
    (
        "[{on: 20.9., time: 10 Uhr, venue: stadthalle, room: Saal, note: mit Musik, status: cancelled, key: eins}]",
        (at(20, (10, 0), key="eins", venues=(HALLE,), room="Saal", note="mit Musik", change=Change(status="cancelled")),),
    ),
    ("[{on: 21.9. 11 Uhr, key: 7}, 20.9. 10 Uhr]", (at(21, (11, 0), key="7"), at(20, (10, 0), key="2"))),
    ("[{on: 20./21.9., time: 10 Uhr, key: tanz}]", (at(20, (10, 0), key="tanz-1"), at(21, (10, 0), key="tanz-2"))),
    (
        "[{on: 14.–28.9., hours: {mo-fr: 9–17}}, 14.9. 11 Uhr]",
        (days(14, 28, hours=(Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(17)),)),)), at(14, (11, 0), key="2")),
    ),
]


@pytest.mark.parametrize(("value", "occurrences"), WHEN)
def test_times_are_read(value: str, occurrences: tuple[Occurrence, ...]) -> None:
    assert event(when=value).occurrences == occurrences


def test_opening_hours_belong_to_ranges_only() -> None:
    made = event("hours: {mo-fr: 9–12 und 14–17, sa: geschlossen}", when="[14.–28.9., 14.9. 11 Uhr]")
    hours = (
        Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(12)), (time(14), time(17)))), Hours(weekdays=(5,), windows=()),
    )
    assert made.occurrences == (days(14, 28, hours=hours), at(14, (11, 0), key="2"))


def test_a_range_with_hours_of_its_own_keeps_them() -> None:
    made = event("hours: {mo: 9–12}", when="[{on: 14.–20.9., hours: {di: 10–12}}]")
    assert made.occurrences[0].hours == (Hours(weekdays=(1,), windows=((time(10), time(12)),)),)


# Pictures

PICTURE = "image: fest.jpg\nimage_alt: Ein Tisch.\nimage_credit: Ada\n"


def test_a_picture_has_its_words() -> None:
    assert event(PICTURE).picture == Picture(path="2025/fest.jpg", width=1600, height=1067, alt="Ein Tisch.", credit="Ada")


def test_the_name_of_a_picture_is_known_before_it_is_looked_at() -> None:
    assert image_name(record(front("image: ' anders.jpg '"))) == "anders.jpg"
    assert image_name(record(front("image: [a.jpg]"))) is None
    assert image_name(record(front())) is None


def test_a_picture_without_words_is_an_error_for_each() -> None:
    made, problems = parse("image: fest.jpg")
    assert made is None
    assert [(severity, code) for _, severity, _, code, _, _ in problems] == [(ERROR, "image-alt"), (ERROR, "image-credit")]


def test_words_that_are_wrong_are_not_missing_too() -> None:
    made, problems = parse(PICTURE.replace("Ein Tisch.", "<b>"))
    assert (made, [code for _, _, _, code, _, _ in problems]) == (None, ["text-html"])


# Drafts


def test_a_draft_is_an_event_that_is_marked() -> None:
    assert event("draft: ja") == plain("draft", draft=True)
    assert event("draft: nein") == plain("draft", draft=False)


def test_in_a_draft_every_error_is_a_warning() -> None:
    made, problems = parse("draft: true\naudience: [aliens]\nroom: <b>")
    assert made == replace(plain("draft", draft=True), origin=Origin(path="2025/fest.md", lines={**PLAIN.origin.lines, "draft": 7, "audience": 8, "room": 9}))
    assert [(line, severity, code) for line, severity, _, code, _, _ in problems] == [(8, WARNING, "choice-unknown"), (9, WARNING, "text-html")]


@pytest.mark.parametrize("lines", [{"title": "<b>"}, {"title": None}, {"when": "irgendwann"}, {"when": None}])
def test_a_draft_without_title_or_time_is_no_event(lines: dict[str, str | None]) -> None:
    made, problems = parse("draft: true", **lines)
    assert made is None
    assert [severity for _, severity, *_ in problems] == [WARNING]


def test_a_draft_with_a_long_title_is_an_event() -> None:
    made, problems = parse("draft: true", title="a" * 120)
    assert made is not None
    assert [code for _, _, _, code, _, _ in problems] == ["text-long"]


def test_what_an_import_could_not_read_makes_a_draft() -> None:
    made, problems = parse("unread: {when: nach Absprache, venue: bei uns}")
    assert made == plain("unread", draft=True)
    assert [(severity, field, message) for _, severity, field, _, message, _ in problems] == [
        (WARNING, "unread.venue", "„bei uns“ ist noch nicht eingetragen."), (WARNING, "unread.when", "„nach Absprache“ ist noch nicht eingetragen."),
    ]


@pytest.mark.parametrize(("lines", "draft"), [
    ("draft: ja", True), ("draft: JA", True), ("draft: nein", False), ("draft: bald", False), ("draft: [ja]", False), ("unread: {a: b}", True),
    ("unread: {}", False), ("unread:", False), ("unread: etwas", True), ("", False),
])
def test_what_makes_a_draft(lines: str, draft: bool) -> None:
    assert is_draft(record(front(lines))) is draft


# Errors


def test_an_error_leaves_no_event_and_hides_no_other() -> None:
    made, problems = parse("age: alt\nroom: <b>\ncost: teuer", body="<b>fett</b>", category="tanz")
    assert made is None
    assert [(line, code) for line, _, _, code, _, _ in problems] == [
        (6, "id-unknown"), (7, "age-wrong"), (8, "text-html"), (9, "amount-wrong"), (11, "prose-html"),
    ]


def test_a_warning_hides_no_event() -> None:
    made, problems = parse(title="a" * 101)
    assert made is not None
    assert [severity for _, severity, *_ in problems] == [WARNING]


def test_a_place_that_could_not_be_read_is_not_missing_too() -> None:
    assert [code for _, _, _, code, _, _ in parse(venue="scheune")[1]] == ["id-unknown"]


def test_what_stands_under_a_german_name_is_not_missing_too() -> None:
    made, problems = parse("ort: rathaus\ntitel: Fest", venue=None, title=None)
    assert made is None
    assert [(field, mend) for _, _, field, _, _, mend in problems] == [
        ("ort", "Das Feld heißt „venue“."), ("titel", "Das Feld heißt „title“."),
    ]


def test_data_that_could_not_be_read_makes_no_unknown_ids() -> None:
    unread = frozenset(("venues.yaml", "organisers.yaml", "categories.yaml", "municipalities.yaml"))
    lines = front(venue="[scheune, {name: Hof, municipality: x}]", organisers="[der-verein]", category="tanz")
    event, problems = parse_event(record(lines), "2025", SPAN, known(unread=unread))
    assert event is not None
    assert problems == ()


# Translations


def translated(text: str, body: str = "", name: str = "fest.uk.md") -> list[tuple[int, str, str, str, str, str]]:
    return told(parse_translation(record(text, body, f"2025/{name}"))[1])


def test_a_translation_may_have_all_texts_and_two_marks() -> None:
    text = "title: Свято\nsubtitle: a\nsummary: b\nimage_alt: c\nmachine: true\nsource: {title: abc, text: def}"
    assert translated(text, "Ми *граємо*.") == []


def test_a_translation_may_leave_out_everything() -> None:
    assert translated("") == []


@pytest.mark.parametrize("name", [field.name for field in EVENT if not field.is_text])
def test_no_fact_stands_in_a_translation(name: str) -> None:
    assert translated(f"title: Свято\n{name}: x") == [(
        3, ERROR, name, "translation-fact", f"„{name}“ gehört nicht in eine Übersetzung.",
        "Löschen Sie die Angabe hier; sie steht nur in der deutschen Datei „fest.md“.",
    )]


def test_a_fact_under_a_german_name_is_a_fact() -> None:
    assert [(field, code) for _, _, field, code, _, _ in translated("Wann: heute\nOrt: hier")] == [
        ("Wann", "translation-fact"), ("Ort", "translation-fact"),
    ]


def test_a_text_under_a_german_name_is_named() -> None:
    assert [(code, mend) for _, _, _, code, _, mend in translated("titel: Свято")] == [("field-unknown", "Das Feld heißt „title“.")]


def test_a_translated_text_is_plain() -> None:
    found = translated("title: <b>Свято</b>", "<script>")
    assert [(line, field, code) for line, _, field, code, _, _ in found] == [(2, "title", "text-html"), (4, "", "prose-html")]


def test_a_translation_may_be_longer() -> None:
    assert translated("title: " + "Я" * 150) == []
    assert [code for _, _, _, code, _, _ in translated("title: " + "Я" * 151)] == ["text-long"]


@pytest.mark.parametrize("lang", ["en", "uk", "ar", "de-simple", "ti"])
def test_a_translation_is_of_any_language(lang: str) -> None:
    assert translated("title: x", name=f"fest.{lang}.md") == []


def test_german_is_no_translation() -> None:
    assert translated("title: x", name="fest.de.md") == [(
        0, ERROR, "", "translation-german", "Der deutsche Text steht in „fest.md“ und braucht keine Übersetzung.",
        "Löschen Sie diese Datei, oder benennen Sie sie nach ihrer Sprache.",
    )]


def test_a_country_is_no_language() -> None:
    assert translated("title: x", name="fest.ua.md") == [(
        0, ERROR, "", "language-unknown", "„ua“ ist kein Kürzel einer Sprache.",
        "Benennen Sie die Datei nach ihrer Sprache, zum Beispiel „fest.uk.md“.",
    )]
