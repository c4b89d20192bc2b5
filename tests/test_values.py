"""Fields by their table: what is said of each that is wrong, in full."""

from __future__ import annotations

import pytest

from ikw.fields import EVENT, ORGANISER, VENUE
from ikw.model import Change
from ikw.problems import ERROR, WARNING
from ikw.source import Fields, Node
from ikw.values.lines import comma_parts, is_blank
from ikw.values.reader import MOST, Reader
from ikw.when import Span
from records import LINES, SPAN, Told, event, front, parse, record, told


def said(extra: str = "", **lines: str | None) -> list[tuple[str, str, str, str]]:
    """Field, code, message and mend of all that is said of the valid file with changes."""
    return [(field, code, message, mend) for _, _, field, code, message, mend in parse(extra, **lines)[1]]


def one(extra: str = "", **lines: str | None) -> tuple[str, str, str, str]:
    """The only thing that is said; it is an error."""
    made, problems = parse(extra, **lines)
    assert made is None
    [(_, severity, field, code, message, mend)] = problems
    assert severity == ERROR
    return field, code, message, mend


def node(text: str) -> Node:
    """The value of a field `x`."""
    found = record(f"x: {text}").fields.get("x")
    assert found is not None
    return found


# Groups of fields


def read(text: str, **options: Span) -> tuple[dict[str, object], Told]:
    reader = Reader("organisers.yaml", **options)
    return reader.mapping(ORGANISER, record(text).fields), told(reader.problems)


def test_a_group_has_what_is_written_and_nothing_else() -> None:
    assert read("name: Verein\nemail: a@example.org\nurl:") == ({"name": {"de": "Verein"}, "email": "a@example.org"}, [])


def test_what_is_wrong_is_absent() -> None:
    values, problems = read("name: Verein\nphone: nachts")
    assert values == {"name": {"de": "Verein"}}
    assert [(line, field, code) for line, _, field, code, _, _ in problems] == [(3, "phone", "phone-wrong")]


def test_a_required_field_is_missing_at_the_group() -> None:
    assert read("email: a@example.org")[1] == [(2, ERROR, "name", "field-missing", "Diese Angabe fehlt.", "Ergänzen Sie: name: …")]


def test_a_required_field_without_a_value_is_missing_at_its_line() -> None:
    assert read("email: a@example.org\nname:")[1] == [
        (3, ERROR, "name", "field-missing", "Hinter „name:“ steht nichts.", "Ergänzen Sie: name: …"),
    ]


@pytest.mark.parametrize(("text", "blank"), [("[]", True), ("{}", True), ("[a]", False), ("{a: }", False), ("a", False)])
def test_empty_brackets_are_blank(text: str, blank: bool) -> None:
    assert is_blank(node(text)) is blank


def test_nothing_is_blank() -> None:
    assert is_blank(None)


def test_a_group_has_at_most_100_fields() -> None:
    _, problems = read("name: a\n" + "".join(f"zzz{n}: x\n" for n in range(MOST)))
    assert problems[0][2:] == ("", "value-many", "Hier stehen 101 Angaben, möglich sind 100.", "Löschen Sie, was nicht gebraucht wird.")
    assert len(problems) == MOST


# Unknown fields

GERMAN = [(german, field.name) for field in EVENT for german in field.german]


@pytest.mark.parametrize(("german", "name"), GERMAN, ids=[german for german, _ in GERMAN])
def test_a_german_name_is_recognised(german: str, name: str) -> None:
    problems = parse(f"{german.upper()}: x", **({name: None} if name in LINES else {}))[1]
    assert [(code, mend) for _, _, _, code, _, mend in problems if code == "field-unknown"] == [("field-unknown", f"Das Feld heißt „{name}“.")]


def test_no_german_name_means_two_fields_of_one_group() -> None:
    for table in (EVENT, VENUE):
        names = [name for field in table for name in (field.name, *field.german)]
        assert sorted(names) == sorted(set(names))


NEAR = {
    "organizer": "organisers", "meeting-point": "meeting_point", "wan": "when", "wannn": "when", "Veranstaltr": "organisers", "titl": "title",
    "Image Alt": "image_alt", "catagory": "category", "TITLE": "title",
}


@pytest.mark.parametrize(("written", "name"), NEAR.items(), ids=NEAR)
def test_a_slip_is_recognised(written: str, name: str) -> None:
    lines = {name: None} if name in LINES else {}
    assert said(f"{written}: x", **lines) == [(written, "field-unknown", f"„{written}“ ist kein bekanntes Feld.", f"Das Feld heißt „{name}“.")]


def test_a_field_like_no_other_gets_the_list_without_the_coordinators() -> None:
    names = ", ".join(field.name for field in EVENT if not field.is_coordinators)
    assert one("farbe: rot") == ("farbe", "field-unknown", "„farbe“ ist kein bekanntes Feld.", f"Erlaubt sind: {names}.")
    assert "draft" not in names


def test_a_part_without_its_group_is_told_where_it_belongs() -> None:
    """A line that has lost the one above it; the nearest name would be a guess."""
    assert said("until: 12.9.")[0][2:] == ("„until“ ist kein bekanntes Feld.", "Das gehört unter „registration:“, mit zwei Leerzeichen davor.")
    assert said("phone: 06621 1")[0][3] == "Das gehört unter „registration:“ oder „contact:“, mit zwei Leerzeichen davor."


@pytest.mark.parametrize("name", ["text", "beschreibung", "Description"])
def test_the_text_is_no_field(name: str) -> None:
    assert one(f"{name}: Wir feiern.")[3] == "Löschen Sie das Wort und schreiben Sie den Text unter die zweite Zeile „---“."


def test_a_name_that_commands_a_terminal_is_shown_without_power() -> None:
    field, _, message, _ = one('"\\e[2J\\n::warning::x": y')
    assert (field, message) == ("\ufffd[2J ::warning::x", "„\ufffd[2J ::warning::x“ ist kein bekanntes Feld.")


@pytest.mark.parametrize("name", ["Template", "save_as", "slug", "url_format", "status_"])
def test_what_pelican_would_obey_is_no_field(name: str) -> None:
    assert one(f"{name}: x")[1] == "field-unknown"


# Single values

SHAPE = "Schreiben Sie nur einen Wert; Klammern, die zum Text gehören, brauchen Anführungszeichen um den ganzen Text."


def test_a_list_is_no_single_value() -> None:
    assert one("room: [a, b]") == ("room", "value-shape", "„[a, b]“ ist eine Liste, hier steht nur ein einziger Wert.", SHAPE)


def test_a_group_is_no_single_value() -> None:
    message = "„{a: b}“ ist eine Gruppe von Feldern, hier steht nur ein einziger Wert."
    assert one("age: {a: b}") == ("age", "value-shape", message, SHAPE)


def test_a_value_stands_on_one_line() -> None:
    made, _ = parse("room: |\n  großer\n\n  Saal")
    assert made
    assert made.room == "großer Saal"


def test_a_block_of_blanks_is_no_value() -> None:
    assert said('room: "\\u00a0"') == []


# Names in languages


def words(text: str) -> tuple[object, list[tuple[str, str, str, str]]]:
    values, problems = read(f"name: {text}")
    return values.get("name"), [(field, code, message, mend) for _, _, field, code, message, mend in problems]


def test_a_name_is_german_first() -> None:
    found, _ = words("{en: Club, de: Verein, uk: Клуб}")
    assert isinstance(found, dict)
    assert list(found.items()) == [("de", "Verein"), ("en", "Club"), ("uk", "Клуб")]


def test_a_name_needs_german() -> None:
    assert words("{en: Club}") == (None, [("name", "words-german", "Hier fehlt das Deutsche.", "Ergänzen Sie: de: …")])


def test_a_german_name_that_is_wrong_is_not_missing_too() -> None:
    assert [code for _, code, _, _ in words("{de: <b>, en: Club}")[1]] == ["text-html"]


def test_a_name_in_no_language_is_a_fault() -> None:
    assert words("{de: Verein, ua: Клуб}") == (
        {"de": "Verein"}, [("name.ua", "language-unknown", "„ua“ ist kein Kürzel einer Sprache.", "Schreiben Sie „uk“.")],
    )


# Lists


def test_words_with_commas_need_brackets() -> None:
    assert one("audience: men,  women,") == (
        "audience", "list-brackets", "„men, women,“ ist ein einziger Wert.", "Schreiben Sie: audience: [men, women]",
    )


def test_a_name_with_a_comma_needs_quotes() -> None:
    hint = " – oder, wenn das Komma zum Namen gehört, alles in Anführungszeichen"
    assert one(organisers="Verein Eins, Verein Zwei")[2:] == (
        "„Verein Eins, Verein Zwei“ ist ein einziger Wert.", f"Schreiben Sie: organisers: [Verein Eins, Verein Zwei]{hint}",
    )


def test_parts_between_commas() -> None:
    scalar = node("a,, b ,")
    assert not isinstance(scalar, Fields)
    assert comma_parts(scalar) == ["a", "b"]  # type: ignore[arg-type] # a scalar it is


def test_a_list_has_at_most_100_items() -> None:
    assert one(f"partners: [{', '.join(f'Verein {n}' for n in range(MOST + 1))}]")[2] == "Hier stehen 101 Angaben, möglich sind 100."


CHOICES = {
    "status: abgesagt": "Meinten Sie „cancelled“? Erlaubt sind: scheduled, changed, moved, cancelled, postponed, online, full.",
    "status: canceled": "Meinten Sie „cancelled“? Erlaubt sind: scheduled, changed, moved, cancelled, postponed, online, full.",
    "status: verregnet": "Erlaubt sind: scheduled, changed, moved, cancelled, postponed, online, full.",
    "audience: Frauen": "Meinten Sie „women“? Erlaubt sind: everyone, families, children, youth, women, men, seniors, newcomers, professionals.",
    "audience: abgesagt": "Erlaubt sind: everyone, families, children, youth, women, men, seniors, newcomers, professionals.",
}


@pytest.mark.parametrize(("line", "mend"), CHOICES.items(), ids=CHOICES)
def test_a_word_that_is_none_gets_the_list(line: str, mend: str) -> None:
    name, _, word = line.partition(": ")
    assert one(line) == (name, "choice-unknown", f"„{word}“ ist hier kein mögliches Wort.", mend)


def test_a_wrong_word_among_right_ones_is_named_alone() -> None:
    assert [message for _, _, message, _ in said("audience: [men, aliens, robots]")] == [
        "„aliens“ ist hier kein mögliches Wort.", "„robots“ ist hier kein mögliches Wort.",
    ]


# Places


def test_an_id_that_is_none_names_the_nearest() -> None:
    assert one(venue="stadhalle") == ("venue", "id-unknown", "„stadhalle“ ist keine Kennung aus venues.yaml.", "Meinten Sie „stadthalle“?")


def test_a_place_by_its_full_name_gets_its_id() -> None:
    assert one(venue="altes rathaus")[3] == "Schreiben Sie: rathaus"


def test_a_place_like_no_other_may_be_written_out() -> None:
    assert one(venue="Scheune am Bach")[3] == (
        "Schreiben Sie {name: Scheune am Bach}, am besten mit street und town, oder tragen Sie den Ort in venues.yaml ein."
    )


def test_a_place_with_a_comma_is_no_list() -> None:
    assert one(venue="Scheune, Dorf")[3].startswith('Schreiben Sie {name: "Scheune, Dorf"}')


def test_a_place_that_may_be_meant_is_named_beside_the_other_way() -> None:
    assert one(venue="Stadt Halle")[3] == "Meinten Sie „stadthalle“? Sonst schreiben Sie {name: Stadt Halle} mit Straße und Ort."


def test_an_id_for_which_there_is_no_place_yet() -> None:
    assert one(venue="scheune")[3] == "Tragen Sie den Ort in venues.yaml ein, oder schreiben Sie hier {name: …} mit seinem Namen."


def test_each_wrong_place_of_a_route_is_named() -> None:
    assert [message for _, _, message, _ in said(venue="[rathaus, eins, zwei]")] == [
        "„eins“ ist keine Kennung aus venues.yaml.", "„zwei“ ist keine Kennung aus venues.yaml.",
    ]


def test_online_is_no_place_among_others() -> None:
    assert one(venue="[rathaus, online]")[2:] == (
        "„online“ steht nicht in einer Liste von Orten.", "Löschen Sie es hier und ergänzen Sie: online_url: https://…",
    )


def test_one_date_may_be_online() -> None:
    made = event(venue="rathaus", when="[{on: 20.9., venue: online}, {on: 21.9., venue: Online}, 22.9.]")
    assert [occurrence.venues for occurrence in made.occurrences] == [(), (), None]


def test_what_was_online_says_so() -> None:
    made = event("status: {is: moved, was: {venue: online}}", venue="rathaus")
    assert made.change == Change(status="moved", was_online=True)


def test_a_place_written_out_is_checked_too() -> None:
    assert [(field, code) for field, code, _, _ in said(venue="{name: Hof, plz: 1, postcode: x, municipality: y}")] == [
        ("venue.municipality", "id-unknown"), ("venue.plz", "field-unknown"), ("venue.postcode", "postcode-wrong"),
    ]


# People and category

PEOPLE = {
    "[verein-ein]": ("„verein-ein“ ist keine Kennung aus organisers.yaml.", "Meinten Sie „verein-eins“?"),
    "[verein-zwölf-und-mehr]": None,
    "[turn-verein]": (
        "„turn-verein“ ist keine Kennung aus organisers.yaml.", "Tragen Sie die Gruppe dort ein, oder schreiben Sie ihren Namen aus.",
    ),
    "[kulturhau]": ("„kulturhau“ ist keine Kennung aus organisers.yaml.", "Meinten Sie „kulturhaus“?"),
    "[[a]]": ("„[a]“ ist weder ein Name noch eine Kennung.", "Schreiben Sie nur den Namen, oder die Kennung aus organisers.yaml."),
    "{name: Verein}": ("„{name: Verein}“ ist weder ein Name noch eine Kennung.", "Schreiben Sie nur den Namen, oder die Kennung aus organisers.yaml."),
    "[<b>Verein</b>]": ("„<b>“ ist HTML, das geht hier nicht.", "Schreiben Sie nur Text, ohne spitze Klammern."),
}


@pytest.mark.parametrize(("value", "expected"), PEOPLE.items(), ids=PEOPLE)
def test_people_are_names_or_ids(value: str, expected: tuple[str, str] | None) -> None:
    assert [(message, mend) for _, _, message, mend in said(organisers=value)] == ([expected] if expected else [])


def test_a_group_by_its_full_name_is_a_warning() -> None:
    made, problems = parse(organisers="[VEREIN EINS]")
    assert made is not None
    assert problems == [(
        5, WARNING, "organisers", "organiser-named", "„VEREIN EINS“ steht schon in organisers.yaml.",
        "Schreiben Sie: verein-eins – dann führt ein Link zur Seite der Gruppe.",
    )]


CATEGORIES = {
    "Feste": "Meinten Sie „fest“? Erlaubt sind: fest, musik.", "musick": "Meinten Sie „musik“? Erlaubt sind: fest, musik.",
    "tanz": "Erlaubt sind: fest, musik.",
}


@pytest.mark.parametrize(("value", "mend"), CATEGORIES.items(), ids=CATEGORIES)
def test_a_category_that_is_none_gets_the_list(value: str, mend: str) -> None:
    assert one(category=value) == ("category", "id-unknown", f"„{value}“ ist keine Kennung aus categories.yaml.", mend)


# Times


def test_a_time_that_cannot_be_read_is_said_at_its_line() -> None:
    problems = parse(when="\n  - 20.9. 10 Uhr\n  - 21.9. zehn Uhr")[1]
    assert [problem[:4] for problem in problems] == [(5, ERROR, "when", "when-word")]


def test_a_written_key_is_never_counted_anew() -> None:
    assert one(when="[{on: 21.9. 11 Uhr, key: 2}, 20.9. 10 Uhr]") == (
        "when", "key-twice", "Die Kennung „2“ haben 2 Termine.", "Geben Sie jedem Termin einen eigenen „key“.",
    )


def test_a_list_gives_at_most_100_times() -> None:
    ranges = ", ".join(f'"14.–28.9. {hour} Uhr"' for hour in range(8, 15))
    assert one(when=f"[{ranges}]")[2:] == ("Das sind 105 Termine, möglich sind 100.", "Machen Sie mehrere Veranstaltungen daraus.")


def test_a_time_outside_the_weeks_is_a_warning() -> None:
    made, [(_, severity, field, code, _, _)] = parse(when="26.10.2025")
    assert made is not None
    assert (severity, field, code) == (WARNING, "when", "when-outside")


HOURS = {
    "9–17": ("hours", "„9–17“ sagt nicht, an welchen Wochentagen das gilt.", "Schreiben Sie zum Beispiel {mo-fr: 9–17, sa: 10–13}."),
    "{mo: [9–12, 14–17]}": ("hours.mo", "„[9–12, 14–17]“ ist eine Liste.", "Schreiben Sie: 9–12 und 14–17"),
    "{mo-fr: 9–17, fr: 9–20}": (
        "hours.fr", "Für „fr“ stehen hier zweimal Öffnungszeiten.", "Schreiben Sie jeden Wochentag nur einmal, mehrere Zeiten mit „und“ dazwischen.",
    ),
}


@pytest.mark.parametrize(("value", "expected"), HOURS.items(), ids=HOURS)
def test_hours_that_are_wrong(value: str, expected: tuple[str, str, str]) -> None:
    field, _, message, mend = one(f"hours: {value}", when="14.–28.9.")
    assert (field, message, mend) == expected


@pytest.mark.parametrize(("value", "field", "code"), [
    ("{mo: }", "hours.mo", "when-empty"), ("{mo: früh}", "hours.mo", "when-word"), ("{feiertags: 9–17}", "hours.feiertags", "when-word"),
])
def test_hours_that_cannot_be_read(value: str, field: str, code: str) -> None:
    assert one(f"hours: {value}", when="14.–28.9.")[:2] == (field, code)


@pytest.mark.parametrize("lines", [{"extra": "hours: {sa: 9–17}"}, {"when": "[{on: 20.9., hours: {sa: 9–17}}]"}])
def test_hours_need_a_range(lines: dict[str, str]) -> None:
    assert one(**lines)[1:] == (
        "hours-range", "Öffnungszeiten gelten nur für einen Zeitraum.",
        "Schreiben Sie bei „when“ zum Beispiel 14.–28.9., oder die Uhrzeit gleich hinter den Tag.",
    )


@pytest.mark.parametrize("times", ["10–11 und 12–13", "geschlossen"])
def test_an_item_of_a_stage_has_one_time(times: str) -> None:
    assert one(f"schedule: [{{time: {times}, title: Tanz}}]") == (
        "schedule.time", "when-time", f"„{times}“ ist nicht genau eine Zeit.", "Schreiben Sie jede Zeit in eine eigene Zeile, zum Beispiel 12–12.15.",
    )


def test_what_was_moved_was_somewhere_else() -> None:
    made, problems = parse("status: {is: moved, note: Es regnet.}")
    assert made is not None
    assert problems == [(
        7, WARNING, "status", "status-was", "Es steht nicht da, was vor der Verlegung galt.",
        "Ergänzen Sie die alte Zeit oder den alten Ort: {is: moved, was: {when: …, venue: …}}.",
    )]


def test_an_old_time_that_is_wrong_is_not_missing_too() -> None:
    assert one("status: {is: moved, was: {when: gestern}}")[:2] == ("status.was.when", "when-word")


# Money, registration, contact

COSTS = {
    "zehn Euro": ("cost", "amount-wrong", "„zehn Euro“ ist weder ein Betrag noch free oder donation."),
    "[8, 5]": ("cost", "amount-wrong", "„[8, 5]“ ist weder ein Betrag noch free oder donation."),
    "{regular: teuer}": ("cost.regular", "amount-wrong", "„teuer“ ist kein Betrag."),
    "{reduced: 5}": ("cost.regular", "field-missing", "Neben dem ermäßigten Preis fehlt der volle."),
    "{regular: 5, reduced: 8 €}": ("cost.reduced", "price-order", "Der ermäßigte Preis ist höher als der volle: 8 € und 5."),
    "{regular: teuer, reduced: 5}": ("cost.regular", "amount-wrong", "„teuer“ ist kein Betrag."),
    "{preis: 5}": ("cost.preis", "field-unknown", "„preis“ ist kein bekanntes Feld."),
}


@pytest.mark.parametrize(("value", "expected"), COSTS.items(), ids=COSTS)
def test_costs_that_are_wrong(value: str, expected: tuple[str, str, str]) -> None:
    assert one(f"cost: {value}")[:3] == expected


REGISTRATIONS = {
    "telefonisch": "Schreiben Sie required, nein oder, wie man sich anmeldet: {phone: 06621 00 00 00}.",
    "06621 123": "Schreiben Sie: {phone: 06621 123}", "a@example.org": 'Schreiben Sie: {email: "a@example.org"}',
    "https://example.org/": 'Schreiben Sie: {url: "https://example.org/"}',
}


@pytest.mark.parametrize(("value", "mend"), REGISTRATIONS.items(), ids=REGISTRATIONS)
def test_a_registration_that_is_wrong(value: str, mend: str) -> None:
    message = f"„{value}“ ist weder required noch nein noch eine Gruppe von Feldern."
    assert one(f"registration: {value}") == ("registration", "registration-wrong", message, mend)


@pytest.mark.parametrize("value", ["{name: Büro}", "{name: Büro, consent: nein}", "{consent: nein}"])
def test_a_contact_needs_consent(value: str) -> None:
    assert one(f"contact: {value}") == (
        "contact", "contact-consent", "Dieser Kontakt steht ohne Einwilligung in einer öffentlichen Datei.",
        "Fragen Sie die Person und ergänzen Sie „consent: ja“, oder löschen Sie den Kontakt.",
    )


def test_a_contact_that_is_no_group_is_one_error() -> None:
    assert one("contact: Frau Muster") == (
        "contact", "value-shape", "„Frau Muster“ ist keine Gruppe von Feldern.",
        "Schreiben Sie {name: …, phone: …, email: …, url: …, consent: …}; was fehlt, lassen Sie weg.",
    )


# Pictures


@pytest.mark.parametrize("name", ["../fest.jpg", "/etc/hostname", "a\\b.jpg", ".fest.jpg", "a" * 101, "https://example.org/fest.jpg"])
def test_a_picture_is_named_and_not_its_place(name: str) -> None:
    assert one(f"image: {name}\nimage_alt: a\nimage_credit: b")[:2] == ("image", "image-path")


def test_what_is_wrong_with_a_picture_is_said_at_its_line() -> None:
    assert parse("image: kein.jpg\nimage_alt: a\nimage_credit: b")[1] == [
        (7, ERROR, "image", "image-missing", "Das Bild „kein.jpg“ gibt es nicht.", "Legen Sie es hierher."),
    ]


@pytest.mark.parametrize("name", ["image_alt", "image_credit"])
def test_words_without_a_picture_are_a_warning(name: str) -> None:
    made, problems = parse(f"{name}: Ein Tisch.")
    assert made is not None
    assert problems == [(
        7, WARNING, name, "image-none", "Hier fehlt das Bild, zu dem das gehört.", "Ergänzen Sie „image: …“, oder löschen Sie die Angabe.",
    )]


# Texts of every field


def text_lines() -> dict[str, str]:
    """A line for each text that an event file can hold, with {} in its place."""
    nested = {
        "venue.name": "venue: {{name: {}}}", "venue.street": "venue: {{name: a, street: {}}}", "venue.town": "venue: {{name: a, town: {}}}",
        "venue.access_note": "venue: {{name: a, access_note: {}}}", "venue.name.uk": "venue: {{name: {{de: a, uk: {}}}}}",
        "when.room": "when: [{{on: 20.9., room: {}}}]", "when.note": "when: [{{on: 20.9., note: {}}}]", "when.on": "when: [{{on: {}}}]",
        "when.time": "when: [{{on: 20.9., time: {}}}]", "hours.sa": "hours: {{sa: {}}}",
        "registration.note": "registration: {{note: {}}}", "cost.note": "cost: {{note: {}}}", "contact.name": "contact: {{name: {}, consent: ja}}",
        "contact.url": "contact: {{url: {}, consent: ja}}", "status.note": "status: {{is: full, note: {}}}", "schedule.title": "schedule: [{{time: 12, title: {}}}]",
        "links.title": "links: [{{title: {}, url: https://example.org}}]", "links.url": "links: [{{title: a, url: {}}}]",
    }
    whole = [field.name for field in EVENT if field.kind not in ("unread", "hours", "was")]
    return {name: f"{name}: {{}}" for name in whole} | nested


HOSTILE = {
    "script": "'<script>alert(1)</script>'", "image": "'<img src=x onerror=alert(1)>'", "comment": "'<!-- x -->'", "javascript": "'javascript:alert(1)'",
    "data": "'data:text/html,<b>x</b>'",
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("line", text_lines().values(), ids=text_lines())
def test_no_field_takes_html_or_a_script(line: str, hostile: str) -> None:
    name = line.partition(":")[0]
    lines = {"when": "14.–28.9."} | ({name: None} if name in LINES else {})
    made, problems = parse(line.format(hostile), **lines)
    assert made is None
    assert [field.partition(".")[0] for _, severity, field, *_ in problems if severity == ERROR] == [name]


@pytest.mark.parametrize("line", text_lines().values(), ids=text_lines())
def test_no_field_takes_a_group_in_groups_without_end(line: str) -> None:
    made, problems = parse(line.format("{a: {b: c}}"), **({line.partition(":")[0]: None} if line.partition(":")[0] in LINES else {}))
    assert made is None
    assert [severity for _, severity, *_ in problems if severity == ERROR]


def test_the_valid_file_is_valid() -> None:
    assert said() == []
    assert front().count("\n") == len(LINES)
    assert SPAN.has(SPAN.first)
