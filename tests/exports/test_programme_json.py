"""programme.json: the whole form in a golden file, every hard event against the schema, each promise in a test of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import golden
from exports.hard import hard_programme
from ikw.exports.programme_json import programme_json, programme_schema, schema_files
from ikw.model import Contact, Event, Text
from samples import ARABIC, ENGLISH, at, change, event, on, organiser, programme, settings, site, venue

DOCS = Path(__file__).parents[2] / "docs" / "programme-json.md"
CHECK = Draft202012Validator(programme_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def read(*events: Event, **options: Any) -> dict[str, Any]:
    """Return programme.json of these events, read back; it always fits the schema."""
    own = programme(*events)
    data: dict[str, Any] = json.loads(programme_json([site(own, **options)], own).data)
    assert [error.message for error in CHECK.iter_errors(data)] == []
    return data


def one(made: Event, **options: Any) -> dict[str, Any]:
    """Return one event as it stands in programme.json."""
    [found] = read(made, **options)["events"]
    return dict(found)


# The whole form


def test_hard_events_look_like_this() -> None:
    own = hard_programme()
    made = programme_json([site(own), site(own, language=ENGLISH), site(own, language=ARABIC)], own)
    assert made.path == "2025/programme.json"
    assert [error.message for error in CHECK.iter_errors(json.loads(made.data))] == []
    golden.check("programme.json", made.data)


def test_path_is_the_same_below_a_base_path() -> None:
    own = programme()
    made = programme_json([site(own, site_url="https://host.example/ikw")], own)
    assert (made.path, json.loads(made.data)["$schema"]) == (
        "2025/programme.json", "https://host.example/ikw/schema/programme-1.json",
    )


def test_empty_programme_is_whole() -> None:
    assert read()["events"] == []


def test_without_history_nothing_is_said_about_it() -> None:
    data = read(event(history=None))
    assert (data["modified"], "modified" in data["events"][0]) == (None, False)


def test_sample_is_said_at_the_top() -> None:
    assert [read(sample=sample)["sample"] for sample in (True, False)] == [True, False]


# Events


def test_words_are_mappings_of_the_languages_that_have_them() -> None:
    found = one(event(title="Fest", summary="Kurz.", texts={"ar": Text(title="عيد"), "xx": Text(title="?")}))
    assert (found["title"], found["summary"]) == ({"de": "Fest", "ar": "عيد"}, {"de": "Kurz."})


def test_unknown_is_null_and_date_to_follow_is_an_empty_list() -> None:
    found = one(event(when=[]))
    assert [found[key] for key in ("cost", "registration", "occurrences", "venues")] == [None, None, [], []]


def test_named_places_and_groups_are_ids_and_others_stand_inline() -> None:
    meadow = venue(None, "Wiese", street=None, lat=None, lon=None, postcode=None, municipality=None)
    found = one(event(venues=[venue("halle"), meadow], organisers=[organiser("chor"), organiser(None, "Ada")]))
    assert found["venues"] == ["halle", {"name": {"de": "Wiese"}, "town": "Bad Hersfeld"}]
    assert found["organisers"] == ["chor", {"name": {"de": "Ada"}}]


def test_every_id_stands_in_the_dictionaries() -> None:
    data = read(event(venues=[venue("halle")], organisers=[organiser("chor")], category="sonstiges"))
    assert [list(data[key]) for key in ("venues", "organisers", "categories")] == [["halle"], ["chor"], ["fest", "sonstiges"]]


def test_access_of_the_place_holds_for_the_event() -> None:
    found = one(event(venues=[venue(access=("toilet", "parking"))], access=["hearing-loop", "toilet"]))
    assert found["access"] == ["toilet", "parking", "hearing-loop"]


def test_contact_person_is_left_out() -> None:
    assert "Ada" not in json.dumps(read(event(contact=Contact(name="Ada", phone="0170"))))


# Occurrences


@pytest.mark.parametrize(("when", "start", "end"), [
    pytest.param(at("2025-09-14 09:30", "11:30"), "2025-09-14T09:30:00+02:00", "2025-09-14T11:30:00+02:00", id="from-to"),
    pytest.param(at("2025-09-20 21:00", "02:00"), "2025-09-20T21:00:00+02:00", "2025-09-21T02:00:00+02:00", id="midnight"),
    pytest.param(at("2025-10-26 01:00", "04:00"), "2025-10-26T01:00:00+02:00", "2025-10-26T04:00:00+01:00", id="clock-change"),
    pytest.param(at("2025-09-14 09:30"), "2025-09-14T09:30:00+02:00", None, id="no-end"),
    pytest.param(on("2025-09-14"), "2025-09-14", "2025-09-14", id="whole-day"),
    pytest.param(on("2025-09-14", "2025-09-28"), "2025-09-14", "2025-09-28", id="range"),
    pytest.param(on("2025-10-03", None), "2025-10-03", None, id="open-range"),
])
def test_start_and_end(when: Any, start: str, end: str | None) -> None:
    assert one(event(when=[when]))["occurrences"] == [{"key": "1", "start": start, "end": end}]


def test_occurrence_has_status_and_venue_only_where_they_differ() -> None:
    found = one(event(venues=[venue()], when=[
        at("2025-09-14 09:30"), at("2025-09-15 09:30", key="2", change=change("cancelled", note="krank")),
        at("2025-09-16 09:30", key="3", venues=(venue("kirche"),)), at("2025-09-17 09:30", key="4", venues=()),
    ]))
    rest = [{key: value for key, value in one.items() if key not in ("key", "start", "end")} for one in found["occurrences"]]
    assert found["status"] == "scheduled"
    assert rest == [{}, {"status": "cancelled", "change": {"note": "krank"}}, {"venue": "kirche"}, {"venue": None, "online": True}]


def test_event_whose_every_occurrence_is_cancelled_is_cancelled() -> None:
    found = one(event(when=[at("2025-09-14 09:30", change=change("cancelled"))]))
    assert (found["status"], found["occurrences"][0].get("status")) == ("cancelled", None)


def test_moved_event_tells_what_was() -> None:
    found = one(event(change=change("moved", was_when=(at("2025-09-13 14:00"),), was_venues=(venue("alt"),))))
    assert found["change"] == {"was": {"occurrences": [{"start": "2025-09-13T14:00:00+02:00", "end": None}], "venues": ["alt"]}}


def test_moved_event_tells_that_it_was_online() -> None:
    found = one(event(venues=[venue("neu")], change=change("moved", was_online=True)))
    assert (found["venues"], found["change"]) == (["neu"], {"was": {"online": True}})


# The schema and its words


def objects(schema: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (path, schema) of every object in a schema that lists its keys."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield path, schema
        for key, value in schema.items():
            yield from objects(value, f"{path}/{key}")
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value, path)


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(programme_schema())


def test_schema_knows_every_key_and_says_what_it_means() -> None:
    found = list(objects(programme_schema()))
    silent = [f"{path}/{key}" for path, one in found for key, value in one["properties"].items() if "description" not in value]
    assert (silent, [path for path, one in found if one["additionalProperties"] is not False]) == ([], [])


def test_schema_is_published_under_the_address_in_the_file() -> None:
    [made] = schema_files(settings())
    assert (made.path, json.loads(made.data)["$id"]) == ("schema/programme-1.json", read()["$schema"])


@pytest.mark.parametrize(("key", "value"), [
    ("status", "abgesagt"), ("unknown", 1), ("occurrences", None), ("cost", {"kind": "free"}), ("example", False),
])
def test_schema_refuses(key: str, value: Any) -> None:
    data = read(event())
    data["events"][0][key] = value
    assert not CHECK.is_valid(data)


def test_every_key_is_explained_in_the_documentation() -> None:
    text = DOCS.read_text("utf-8")
    keys = {key for _path, found in objects(programme_schema()) for key in found["properties"]}
    assert sorted(key for key in keys if f"`{key}`" not in text) == []
