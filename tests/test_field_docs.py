"""The field table as documentation and as schema: current, valid, and true for every sample event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from ikw.field_docs import BEGIN, END, event_schema, table, with_table
from ikw.fields import EVENT, TRANSLATION

PROJECT = Path(__file__).parents[1]
SCHEMA = event_schema("https://ikw.example/schema/event-1.json")
CHECK = Draft202012Validator(SCHEMA)
SAMPLES = sorted(path for path in (PROJECT / "events").glob("*/*.md") if "." not in path.stem)


def fits(text: str) -> bool:
    # "texts only": the base loader makes nothing but str, list and dict
    return CHECK.is_valid(yaml.load(text, Loader=yaml.CBaseLoader))


# The table


def test_contributing_has_the_table_as_it_is_now() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert text == with_table(text), "run `.venv/bin/ikw fields`"


def test_every_field_has_a_row_the_coordinators_last() -> None:
    rows = [line.split("`")[1] for line in table().splitlines() if line.startswith("| `")]
    assert sorted(rows) == sorted(field.name for field in EVENT)
    assert rows[-5:] == ["highlight", "draft", "example", "series", "unread"]


ROWS = {
    "title": "| `title` * | Titel, höchstens 100 Zeichen. | `title: Internationales Frühstück` |",
    "bring": "| `bring` | was man mitbringt. |  |",
    "draft": "| `draft` | Entwurf: erscheint nirgends, außer mit DRAFTS=1. (nur für die Koordination) |  |",
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_says_what_a_field_holds(name: str) -> None:
    assert [line for line in table().splitlines() if line.startswith(f"| `{name}`")] == [ROWS[name]]


def test_a_row_names_the_words_that_are_allowed() -> None:
    [row] = [line for line in table().splitlines() if line.startswith("| `audience`")]
    assert "Erlaubt: `everyone`, `families`, `children`," in row


def test_every_row_has_three_cells() -> None:
    assert {line.count("|") for line in table().splitlines() if line.startswith("|")} == {4}


def test_the_table_stands_between_its_marks() -> None:
    text = with_table(f"vorher\n{BEGIN}\nalt\n{END}\nnachher\n")
    assert text == f"vorher\n{BEGIN}\n{table()}\n{END}\nnachher\n"
    assert with_table(text) == text


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END}{BEGIN}"])
def test_a_document_without_its_marks_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="fields:begin"):
        with_table(text)


# The schema


def test_the_schema_is_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert (SCHEMA["$schema"], SCHEMA["$id"]) == ("https://json-schema.org/draft/2020-12/schema", "https://ikw.example/schema/event-1.json")


def test_there_are_samples() -> None:
    assert len(SAMPLES) > 70


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_sample_event_fits(path: Path) -> None:
    front = path.read_text(encoding="utf-8").split("---\n")[1]
    found: Any = yaml.load(front, Loader=yaml.CBaseLoader)
    assert [error.message for error in CHECK.iter_errors(found)] == []


def test_what_an_editor_takes_for_a_number_fits_as_well() -> None:
    data = {"title": 2025, "when": "tba", "cost": 8, "highlight": True, "registration": {"places": 20}, "venue": {"name": "a", "postcode": 36251}}
    assert CHECK.is_valid(data)


MINIMUM = "title: a\nwhen: tba\n"
WRONG = {
    "no title": "when: tba", "unknown field": f"{MINIMUM}titel: a", "unknown word": f"{MINIMUM}status: abgesagt",
    "unknown word in a list": f"{MINIMUM}audience: [aliens]", "address": f"{MINIMUM}online_url: javascript:alert(1)",
    "postcode": f"{MINIMUM}venue: {{name: a, postcode: 1}}", "too long": f"{MINIMUM}room: {'a' * 401}", "no id": f"{MINIMUM}series: Das Fest",
    "neither yes nor no": f"{MINIMUM}draft: vielleicht", "list": "title: [a]\nwhen: tba", "slot without title": f"{MINIMUM}schedule: [{{time: 12}}]",
    "place without name": f"{MINIMUM}venue: {{town: a}}", "text for a group": f"{MINIMUM}contact: Anna",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_what_is_wrong_does_not_fit(text: str) -> None:
    assert not fits(text)


RIGHT = {
    "least": MINIMUM, "list of times": "title: a\nwhen: [20.9., {on: 21.9., status: {is: moved, was: {when: 22.9., venue: b}}}]",
    "route": f"{MINIMUM}venue: [a, {{name: {{de: b, en: c}}}}]", "one for many": f"{MINIMUM}languages: de\npartners: a\nlinks: {{title: a, url: https://b.example}}",
    "status": f"{MINIMUM}status: full", "cost": f"{MINIMUM}cost: {{regular: 8 €}}", "hours": f"{MINIMUM}hours: {{mo-fr: 9–17}}",
    "unread": f"{MINIMUM}unread: {{when: bald}}", "food": f"{MINIMUM}food: true\nchildcare: ja",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_every_form_fits(text: str) -> None:
    assert fits(text)


# The fields themselves


def test_every_field_has_a_reader() -> None:
    from ikw.data import DataReader  # noqa: PLC0415 -- only here
    from ikw.fields import CATEGORY, EDITION, MUNICIPALITY, ORGANISER, OUTLINE, VENUE_ENTRY  # noqa: PLC0415 -- only here
    from ikw.values.events import EventReader  # noqa: PLC0415 -- only here
    from ikw.values.scalars import SCALARS  # noqa: PLC0415 -- only here

    def kinds(fields: Any) -> set[str]:
        return {field.kind for field in fields} | {kind for field in fields for kind in kinds(field.fields)}

    assert kinds((*EVENT, *TRANSLATION)) <= {*EventReader.readers, *SCALARS}
    assert kinds((*CATEGORY, *EDITION, *MUNICIPALITY, *ORGANISER, *OUTLINE, *VENUE_ENTRY)) <= {*DataReader.readers, *SCALARS}


def test_a_translation_has_the_texts_and_two_marks() -> None:
    assert [field.name for field in TRANSLATION] == ["title", "subtitle", "summary", "image_alt", "machine", "source"]
    assert not any(field.is_required for field in TRANSLATION)
