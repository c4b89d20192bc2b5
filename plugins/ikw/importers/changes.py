"""Changes: single fields of a file that people wrote are changed; its comments and all else stay as they are. Floor 5, pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ikw.cells.meaning import differing
from ikw.fields import EVENT
from ikw.importers.candidates import field_lines, values_of
from ikw.source import Value
from ikw.source.editing import UneditableError, record_of, with_fields

__all__ = ["UneditableError", "changed"]

TEXT = "text"
_ORDER = [field.name for field in EVENT]


def changed(data: bytes, fields: Mapping[str, Value], body: str, names: Sequence[str]) -> bytes:
    """Return a file in which these fields are as given, and its text if `text` is among them. Raises UneditableError."""
    lines = {name: field_lines(fields, name) for name in names if name != TEXT}
    made = with_fields(data, lines, _ORDER, body if TEXT in names else None)
    if TEXT in names and not made.endswith(b"\n"):
        made += b"\n"
    record = record_of(made)
    if differing(values_of(record.fields), fields) or record.body.split() != body.split():
        raise UneditableError
    return made
