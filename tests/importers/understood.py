"""Understood: what an event file says, read back by the grammar itself, in words that can be compared with a table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ikw.model import Occurrence
from ikw.source import Value, read_event, value_of
from ikw.when import Span, read_when
from records import ZONE


def understood(path: Path, first: str, last: str) -> dict[str, str]:
    """Return what a written file says, in the words of `expected.csv`."""
    record, problems = read_event(path.parent.parent, f"{path.parent.name}/{path.name}")
    assert record is not None
    assert [one for one in problems if one.is_error] == []
    fields = value_of(record.fields)
    assert isinstance(fields, dict)
    unread = fields.get("unread", {})
    span = Span(first=date.fromisoformat(first), last=date.fromisoformat(last), zone=ZONE)
    age = fields.get("age")
    return {
        "Blatt": path.parent.name, "Titel": str(fields["title"]), "Ergebnis": "Entwurf" if unread else "neu",
        "ungelesen": " ".join(unread), "when": _times(read_times(fields["when"], span)),
        "venue": _flat(fields.get("venue")), "organisers": _flat(fields.get("organisers")), "cost": _flat(fields.get("cost")),
        "audience": _flat(fields.get("audience")) + (f"; {age}" if age else ""), "languages": _flat(fields.get("languages")),
        "registration": _flat(fields.get("registration")), "status": _flat(fields.get("status")), "words": _flat(unread),
    }


def read_times(when: Value, span: Span) -> list[Occurrence]:
    return [one for text in (when if isinstance(when, list) else [when]) for one in read_when(str(text), span)[0]]


def _times(found: list[Occurrence]) -> str:
    return ", ".join(map(_time, found)) or "tba"


def _time(one: Occurrence) -> str:
    if one.is_range:
        return f"{one.day}–{one.last_day or ''}"
    start = f" {one.start:%H:%M}" if one.start else f" {one.words}" if one.words else ""
    return f"{one.day}{start}" + (f"–{one.end:%H:%M}" if one.end else "")


def _flat(value: Value | None) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_flat(child)}" for name, child in value.items())
    if isinstance(value, list):
        return ", ".join(map(_flat, value))
    return value or ""
