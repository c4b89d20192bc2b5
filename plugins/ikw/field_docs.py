"""Field docs: the field table as documentation and as JSON Schema. Floor 2, pure: it only prints `fields`."""

from __future__ import annotations

from typing import Any

from ikw.fields import EVENT, Field

BEGIN, END = "<!-- fields:begin -->", "<!-- fields:end -->"
SCHEMA_PATH = "schema/event-1.json"

_ONE_OR_MANY = {"choices", "people", "languages", "links", "schedule", "when"}
_PATTERNS = {
    "url": r"^https?://\S+$", "email": r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "postcode": r"^\d{5}$", "id": r"^[a-z0-9]+(-[a-z0-9]+)*$",
    "key": r"^[a-z0-9]+(-[a-z0-9]+)*$", "yes": r"^([Jj]a|[Nn]ein|yes|no|true|false)$",
}


def table() -> str:
    """Return the fields as a Markdown table, coordinators' fields last."""
    lines = ["| Feld | was hineingehört | Beispiel |", "|---|---|---|"]
    for field in sorted(EVENT, key=lambda field: field.is_coordinators):
        star = " *" if field.is_required else ""
        words = f" Erlaubt: {', '.join(f'`{word}`' for word in field.choices)}." if field.choices else ""
        team = " (nur für die Koordination)" if field.is_coordinators else ""
        example = f"`{field.name}: {field.example}`" if field.example else ""
        lines.append(f"| `{field.name}`{star} | {field.doc}.{words}{team} | {example} |".replace("..", "."))
    return "\n".join([*lines, "", "\\* muss da sein; alles andere darf fehlen."])


def with_table(text: str) -> str:
    """Return a document with the table between its two marks. Raises ValueError where they are missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} … {END}")
    return f"{before}{begin}\n{table()}\n{end}{after}"


def event_schema(address: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an event file's front matter, published at `address`, for editors that complete and check as one types.

    Every scalar is text as it is written; what a schema cannot say (weekdays, ids that exist) `ikw check` says.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": address, "title": "Veranstaltung", **_object(EVENT),
    }


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "type": "object", "properties": {field.name: _schema(field) for field in fields}, "additionalProperties": False,
    }
    required = [field.name for field in fields if field.is_required]
    return {**found, "required": required} if required else found


def _schema(field: Field) -> dict[str, Any]:
    shape = _shape(field)
    if field.kind in _ONE_OR_MANY:
        shape = {"anyOf": [shape, {"type": "array", "items": shape}]}
    return {"description": field.doc, **shape, **({"examples": [field.example]} if field.example and "anyOf" not in shape else {})}


def _shape(field: Field) -> dict[str, Any]:
    scalar: dict[str, Any] = {"type": ["string", "number", "boolean"]}
    if field.kind in ("text", "yes-text"):
        scalar = {**scalar, "maxLength": field.limit}
    if field.choices:
        scalar = {"enum": list(field.choices)}
    if field.kind in _PATTERNS:
        scalar = {**scalar, "pattern": _PATTERNS[field.kind]}
    if field.kind == "words":
        return {"anyOf": [scalar, {"type": "object", "additionalProperties": scalar}]}
    if field.kind in ("hours", "unread"):
        return {"type": "object", "additionalProperties": scalar}
    if field.kind == "venue":
        inline = _object(field.fields) if field.fields else {"type": "object"}
        return {"anyOf": [scalar, inline, {"type": "array", "items": {"anyOf": [scalar, inline]}}]}
    if field.kind in ("contact", "links", "schedule", "was"):
        return _object(field.fields)
    return {"anyOf": [scalar, _object(field.fields)]} if field.fields else scalar
