"""A row becomes a file that passes the check, whatever it says; what the check refuses is kept as it was typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cells.around import KNOWN, NAMES
from ikw.cells.columns import columns
from ikw.importers.candidates import Candidate, Place, candidate_of
from ikw.importers.sheets import Row, Wrong
from ikw.paper.letters import Letters
from ikw.parse import parse_event
from ikw.problems import Problem
from ikw.source import event_of
from records import SPAN

LETTERS = Letters.of_theme(Path(__file__).parents[2] / "theme")
PLACE = Place(edition="2025", span=SPAN, known=KNOWN, names=NAMES)


def make(wrong: dict[str, Wrong] | None = None, **words: str) -> Candidate:
    given_words = {"title": "Fest", "when": "14.9.2025", **{path.replace("__", "."): text for path, text in words.items()}}
    return candidate_of(Row(2, "", given_words, wrong or {}), PLACE)


def errors(made: Candidate) -> list[Problem]:
    """What the check finds wrong in the file; in a draft that is nothing, by definition."""
    record, problems = event_of(made.text, "2025/x.md")
    assert record is not None
    _, more = parse_event(record, "2025", SPAN, KNOWN)
    softened = made.is_draft
    return [one for one in (*(() if softened else problems), *more) if one.is_error]


REFUSED = [
    ("age", "alt", {"age": "alt"}), ("languages", "Klingonisch", {"languages": "Klingonisch"}),
    ("audience", "Nachtschwärmer", {"audience": "Nachtschwärmer"}), ("online_url", "example", {"online_url": "example"}),
    ("when", "Sa 14.9.2025", {"when": "Sa 14.9.2025"}), ("when", "14.9.2024", {"when": "14.9.2024"}), ("status", "in Klärung!", {"status": "in Klärung!"}),
    ("image", "fehlt.jpg", {"image": "fehlt.jpg"}), ("links", "siehe Flyer", {"links": "siehe Flyer"}), ("schedule", "erst Musik", {"schedule": "erst Musik"}),
    ("room", "<b>1</b>", {"room": "<b>1</b>"}), ("room", "x" * 401, {"room": "x" * 401}), ("text", "<b>Hallo</b>", {"text": "<b>Hallo</b>"}),
    ("room", "Sааl", {"room": "Sааl"}),  # with two Cyrillic letters
    ("venue.postcode", "123", {"venue.postcode": "123"}), ("registration.phone", "keine", {"registration.phone": "keine"}),
    ("cost.reduced", "viel", {"cost.reduced": "viel"}), ("highlight", "vielleicht", {"highlight": "vielleicht"}),
]


@pytest.mark.parametrize(("path", "text", "unread"), REFUSED, ids=[f"{case[0]}: {case[1][:20]}" for case in REFUSED])
def test_what_the_check_refuses_is_kept_unread(path: str, text: str, unread: dict[str, str]) -> None:
    around = {"venue__postcode": {"venue": "Café"}, "registration__phone": {"registration__until": "12.9."}, "cost__reduced": {"cost": "8"}}
    name = path.replace(".", "__")
    made = make(**{**around.get(name, {}), name: text})
    assert made.fields["unread"] == unread
    assert (made.is_draft, errors(made), made.event is not None) == (True, [], True)
    assert any(told.is_reason for told in made.told)


@pytest.mark.parametrize(("path", "text", "mend"), [
    ("audience", "Nachtschwärmer", "Möglich sind: Alle, Familien, Kinder, Jugendliche, Frauen, Männer, ältere Menschen, neu Angekommene, Fachleute."),
    ("languages", "Klingonisch", "Schreiben Sie die Sprache aus, zum Beispiel Deutsch, Ukrainisch oder Arabisch."),
])
def test_who_types_a_table_is_told_words_and_no_codes(path: str, text: str, mend: str) -> None:
    assert [told.mend for told in make(**{path: text}).told if told.field == path] == [mend]


def test_who_keeps_a_calendar_invites_only_where_the_name_is_a_group_that_is_known() -> None:
    words = {"title": "Fest", "when": "14.9.2025"}
    known = candidate_of(Row(1, "", words, host="Verein Brückenschlag e.V."), PLACE)
    assert (known.fields["organisers"], known.told) == (["brueckenschlag"], [])
    person = candidate_of(Row(1, "", words, host="Erika Muster"), PLACE)
    assert ("organisers" in person.fields, [told.message for told in person.told]) == (
        False, ["Im Kalender steht „Erika Muster“ als ORGANIZER. Das ist nicht übernommen, denn meist ist es eine Person."],
    )


def test_a_time_that_is_to_follow_is_told() -> None:
    row = Row(2, "", {"title": "Fest", "when.on": "14.9.2025", "when.time": "noch offen"})
    made = candidate_of(row, PLACE)
    assert (made.fields["when"], made.is_draft) == ("14.9.2025", False)
    assert [(told.field, told.message, told.is_reason) for told in made.told] == [("when", "Die Uhrzeit steht noch nicht fest: „noch offen“.", False)]
    later = candidate_of(Row(2, "", {"title": "Fest", "when.on": "folgt", "when.time": "18 Uhr"}), PLACE)
    assert (later.fields["when"], later.is_draft) == ("tba", True), "a time says nothing without its day"


def test_half_a_day_over_night_is_told() -> None:
    assert [(told.message, told.is_reason) for told in make(when="14.9.2025, 12–2 Uhr").told] == [("Das sind 14 Stunden, bis 02:00 Uhr am nächsten Tag.", False)]
    assert make(when="14.9.2025, 20–2 Uhr").told == []


def test_one_part_of_a_group_does_not_take_the_others_with_it() -> None:
    made = make(registration__until="33.9.", registration__phone="06621 1234")
    assert (made.fields["registration"], made.fields["unread"]) == ({"phone": "06621 1234"}, {"registration.until": "33.9."})


@pytest.mark.parametrize("title", ["<b>Fest</b>", "x" * 201, "Fеst"])
def test_a_wrong_title_stays_and_makes_a_draft(title: str) -> None:
    made = make(title=title)
    assert (made.fields["title"], made.fields["draft"], made.is_draft, errors(made)) == (title, "ja", True, [])
    assert made.told[0].field == "title"


def test_cells_that_a_program_has_changed_are_unread() -> None:
    made = make({"registration.phone": Wrong("Zahl", "Vorwahl")}, registration__phone="6621123")
    assert (made.fields.get("registration"), made.fields["unread"]) == (None, {"registration.phone": "6621123"})


def test_nobodys_contact_gets_into_a_file_without_consent() -> None:
    """Not as a contact, and not as words that could not be read."""
    for wrong in ({}, {"contact.phone": Wrong("Zahl", "Vorwahl")}):
        made = make(wrong, contact="Erika Muster", contact__phone="6621123")
        assert b"Muster" not in made.text
        assert b"6621123" not in made.text
        assert [told.field for told in made.told if "einverstanden" in told.message] == ["contact"]
        assert not made.is_draft


def test_a_category_nobody_knows_is_a_note_in_the_file() -> None:
    made = make(category="Konzert")
    assert made.text.startswith(b"---\n# Kategorie in der Vorlage: Konzert\ntitle: Fest\n")
    assert not made.is_draft


def test_hints_are_told_and_make_no_draft() -> None:
    made = make(when="14.10.2025", venue="Marktplatz")
    assert [(told.field, told.is_reason) for told in made.told] == [("when", False), ("venue", False)]
    assert not made.is_draft


def test_letters_that_paper_does_not_have_are_told_with_their_fields() -> None:
    row = Row(2, "", {"title": "Brot 中文", "when": "14.9.2025", "room": "中 ☕", "text": "Ein Satz.\n\nTee ☕, Tee \U0001f389."})
    made = candidate_of(row, replace(PLACE, letters=LETTERS))
    assert [(told.field, told.message, told.is_reason) for told in made.told] == [
        ("title", "Für „中“ (U+4E2D), „文“ (U+6587) gibt es im Heft keine Schrift. Dort steht „…“.", False),
        ("room", "„☕“ (U+2615) gibt es im Heft nicht. Dort fehlt das Zeichen.", False), ("text", "„\U0001f389“ (U+1F389) gibt es im Heft nicht. Dort fehlt das Zeichen.", False),
    ]
    assert not made.is_draft
    assert candidate_of(row, PLACE).told == [], "there is no paper"


_CELL = st.one_of(
    st.text(max_size=60), st.sampled_from((
        "14.9.2025", "18 Uhr", "{a: b}", "[x]", "- x", "ja", "nein", "a: b # c", '"', "'", "\n", "---", "---\ntitle: b", "=1+1", "::set-output name=a::b",
        "$(reboot)", "`id`", "<script>", "\u202eabc", "Sааl", "x" * 500, "|", "> x", "&a", "*a", "!!python/object", "%", "\u0000", "\ud800",
    )),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from([column.path for column in columns()]), _CELL, max_size=8), _CELL)
def test_whatever_a_row_says_its_file_passes_the_check(words: dict[str, str], title: str) -> None:
    """No cell breaks out of its field, and none makes a traceback."""
    from ikw.source import characters  # noqa: PLC0415 -- what `tables` does with every cell

    clean = {path: characters.clean(text) for path, text in {**words, "title": title}.items()}
    if not clean["title"].strip():
        return
    made = candidate_of(Row(2, "", {path: text for path, text in clean.items() if text.strip()}), PLACE)
    assert errors(made) == []
