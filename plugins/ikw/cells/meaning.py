"""Meaning: whether two values of a field say the same, in whatever spelling. Floor 1, pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from ikw.fields import EVENT, Field
from ikw.problems import Fault
from ikw.source import Value
from ikw.values.scalars import FREE, NO, YES, amount

_YES_KINDS = frozenset(("yes", "yes-text", "offer"))
_MONEY_KINDS = frozenset(("amount", "cost"))
_LISTS = frozenset(("when", "venue", "people", "choices", "languages", "links", "schedule"))
_TABLE = {field.name: field for field in EVENT}


def differing(one: Mapping[str, Value], other: Mapping[str, Value]) -> list[str]:
    """Return the names of the fields in which two events differ, in the order of the table."""
    names = sorted({*one, *other}, key=lambda name: (list(_TABLE).index(name) if name in _TABLE else len(_TABLE), name))
    return [name for name in names if not _is_same_named(name, one.get(name), other.get(name))]


def _is_same_named(name: str, one: Value | None, other: Value | None) -> bool:
    field = _TABLE.get(name)
    return one == other if field is None else is_same(field, one, other)


def is_same(field: Field, one: Value | None, other: Value | None) -> bool:
    """Whether two values of a field say the same: `8` and `8 €`, `true` and `ja`, one item and a list of it."""
    return _meaning(field, one) == _meaning(field, other)


def _meaning(field: Field | None, value: Value | None) -> object:
    if value is None or field is None:
        return value
    if field.kind in _LISTS:
        items = value if isinstance(value, list) else [value]
        return [_group(field, item) for item in items]
    return _group(field, value)


def _group(field: Field, value: Value) -> object:
    if isinstance(value, dict):
        parts = {part.name: part for part in field.fields}
        meanings = {name: _meaning(parts.get(name), child) for name, child in value.items()}
        return {name: meaning for name, meaning in meanings.items() if meaning is not None}
    if isinstance(value, list):
        return [_group(field, item) for item in value]
    return _scalar(field, value)


def _scalar(field: Field, text: str) -> str | bool | Decimal | None:
    """Return what a single value means; `nein` is as good as nothing."""
    lower = text.casefold()
    if field.kind in _YES_KINDS and lower in YES | NO:
        return lower in YES or None
    if field.kind in _MONEY_KINDS and lower not in FREE and not isinstance(found := amount(text), Fault):
        return found
    return text
