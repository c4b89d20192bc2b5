"""programme.json before its own published schema, and against the site it speaks of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError

from judges.pages import Page

pytestmark = pytest.mark.slow


def schema_faults(schema: dict[str, Any], value: object) -> list[str]:
    """Return what a value does against a schema, each with its place; formats such as date and uri are judged too."""
    Draft202012Validator.check_schema(schema)
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(value)
    return sorted(f"{fault.json_path}: {fault.message}" for fault in found)


@pytest.fixture(scope="module")
def programme(site: Path) -> dict[str, Any]:
    """The programme of the sample edition."""
    (path,) = site.glob("*/programme.json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def schema(site: Path) -> dict[str, Any]:
    """The schema that is published beside it."""
    found: dict[str, Any] = json.loads((site / "schema" / "programme-1.json").read_text(encoding="utf-8"))
    return found


def test_the_programme_is_as_its_schema_says(programme: dict[str, Any], schema: dict[str, Any]) -> None:
    assert schema_faults(schema, programme) == []


def test_every_published_schema_is_one(site: Path) -> None:
    for path in sorted((site / "schema").glob("*.json")):
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    assert {path.name for path in (site / "schema").iterdir()} >= {"event-1.json", "programme-1.json"}


def test_it_holds_every_event_that_has_a_page(programme: dict[str, Any], pages: dict[str, Page]) -> None:
    shown = sorted(page.path.split("/")[-2] for page in pages.values() if page.kind == "event" and page.lang == "de")
    assert sorted(event["id"] for event in programme["events"]) == shown
    assert len(shown) >= 72


@pytest.mark.parametrize("key", ["id", "url", "title", "status", "occurrences"])
def test_the_schema_misses_what_is_missing(programme: dict[str, Any], schema: dict[str, Any], key: str) -> None:
    first, *rest = programme["events"]
    torn = {**programme, "events": [{name: value for name, value in first.items() if name != key}, *rest]}
    assert schema_faults(schema, torn) == [f"$.events[0]: '{key}' is a required property"]


@pytest.mark.parametrize(
    ("key", "value"), [("status", "verschoben"), ("occurrences", [{"start": "14.09.2025", "end": None}]), ("title", "Fest"), ("url", 1)]
)
def test_the_schema_refuses_wrong_values(programme: dict[str, Any], schema: dict[str, Any], key: str, value: object) -> None:
    first, *rest = programme["events"]
    assert schema_faults(schema, {**programme, "events": [{**first, key: value}, *rest]}) != []


def test_a_schema_that_is_none_is_found() -> None:
    with pytest.raises(SchemaError):
        schema_faults({"type": "dict"}, {})
