"""Field docs: the field table as documentation and as JSON Schema. Floor 1, pure: it only prints `fields`."""

from __future__ import annotations

from typing import Any

from ikw.fields import EVENT, MUCH_TOO_LONG, Field

BEGIN, END = "<!-- fields:begin -->", "<!-- fields:end -->"
SCHEMA_PATH = "schema/event-1.json"

_ONE_OR_MANY = {"choices", "people", "languages", "links", "schedule", "when"}
_GROUPS = {"contact", "links", "schedule", "was"}
_TEXTS = {"text", "words", "offer", "yes-text"}
_PATTERNS = {
    "url": r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$", "email": r"^[^@\s]+@[^@\s]+\.[^@\s]+$", "postcode": r"^[0-9]{5}$",
    "id": r"^[a-z0-9]+(-[a-z0-9]+)*$", "yes": r"^([Jj]a|[Nn]ein|[Yy]es|[Nn]o|[Tt]rue|[Ff]alse|wahr|falsch)$",
}


def table() -> str:
    """Return the fields as a Markdown table, coordinators' fields last."""
    lines = ["| Feld | was hineingehört | Beispiel |", "|---|---|---|"]
    lines += (_row(field) for field in sorted(EVENT, key=lambda field: field.is_coordinators))
    return "\n".join([*lines, "", "\\* muss da sein; alles andere darf fehlen."])


def _row(field: Field) -> str:
    star = " *" if field.is_required else ""
    parts = [f"{field.doc.rstrip('.')}."]
    if field.choices:
        parts.append(f"Erlaubt: {', '.join(f'`{word}`' for word in field.choices)}.")
    if field.is_coordinators:
        parts.append("(nur für die Koordination)")
    example = f"`{field.name}: {field.example}`" if field.example else ""
    return f"| `{field.name}`{star} | {' '.join(parts)} | {example} |"


def with_table(text: str) -> str:
    """Return a document with the table between its two marks. Raises ValueError where they are missing."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{BEGIN} … {END}")
    return f"{before}{begin}\n{table()}\n{end}{after}"


def event_schema(address: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of an event file's front matter, for editors that complete and check as one types.

    It is published at `address`. Every scalar is text as it is written; what a schema cannot say (weekdays, ids that exist)
    `ikw check` says.
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
    examples = {"examples": [field.example]} if field.example and "anyOf" not in shape else {}
    return {"description": field.doc, **shape, **examples}


def _shape(field: Field) -> dict[str, Any]:
    scalar = _scalar(field)
    if field.kind == "words":
        return {"anyOf": [scalar, {"type": "object", "additionalProperties": scalar}]}
    if field.kind in ("hours", "unread"):
        return {"type": "object", "additionalProperties": scalar}
    if field.kind == "venue":
        inline = _object(field.fields) if field.fields else {"type": "object"}
        return {"anyOf": [scalar, inline, {"type": "array", "items": {"anyOf": [scalar, inline]}}]}
    if field.kind in _GROUPS:
        return _object(field.fields)
    return {"anyOf": [scalar, _object(field.fields)]} if field.fields else scalar


def _scalar(field: Field) -> dict[str, Any]:
    """Return the shape of a single value: what people write without quotes, an editor takes for a number or a truth."""
    if field.choices:
        return {"enum": list(field.choices)}
    found: dict[str, Any] = {"type": ["string", "number", "boolean"]}
    if field.kind in _TEXTS:
        found["maxLength"] = field.limit * MUCH_TOO_LONG
    if field.kind in _PATTERNS:
        found["pattern"] = _PATTERNS[field.kind]
    return found
