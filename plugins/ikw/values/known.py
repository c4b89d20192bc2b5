"""Known: what the ids of an event file may name, and which was meant by one that names nothing. Floor 1, pure."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ikw.model import Category, Municipality, Organiser, Venue, Words
from ikw.problems import Fault
from ikw.source.tree import nearest_id

_LIKE = 0.6
# A short word is like many others; so alike it is a slip.
_VERY_LIKE = 0.8


class Named(Protocol):
    """Anything with a name in one or more languages."""

    @property
    def name(self) -> Words:
        """Its name by language."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What ids may name, and how a picture is looked at: name as written → (path, width, height) or a fault.

    `organiser_ids` are the ids by name, in small letters. `unread` are data files that could not be read: nobody knows what
    they hold.
    """

    venues: Mapping[str, Venue] = field(default_factory=dict)
    organisers: Mapping[str, Organiser] = field(default_factory=dict)
    categories: Mapping[str, Category] = field(default_factory=dict)
    municipalities: Mapping[str, Municipality] = field(default_factory=dict)
    organiser_ids: Mapping[str, str] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    look: Callable[[str], tuple[str, int, int] | Fault]


def ids_by_name(table: Mapping[str, Named]) -> dict[str, str]:
    """Return the ids of records by their names in small letters; the first of two of one name."""
    found: dict[str, str] = {}
    for key, record in table.items():
        for name in record.name.values():
            found.setdefault(name.casefold(), key)
    return found


def named(table: Mapping[str, Named], value: str) -> str | None:
    """Return the id of the record whose full name was written in its place."""
    return ids_by_name(table).get(value.casefold())


def nearest(table: Mapping[str, Named], value: str) -> str | None:
    """Return the id that is most like a value: `Bürgerhaus Hohe-Luft` → `buergerhaus-hohe-luft`."""
    return _most_like(table, nearest_id(value), _LIKE)


def slip_of(table: Mapping[str, Named], value: str) -> str | None:
    """Return the id of which a value is a slip; a word that only looks a little like one is a word of its own."""
    return _most_like(table, value, _VERY_LIKE)


def _most_like(table: Mapping[str, Named], value: str, cutoff: float) -> str | None:
    return next(iter(difflib.get_close_matches(value, table, 1, cutoff)), None)
