"""Names: which venue, group, category or municipality the words of a cell name. Floor 1, pure.

A name is the same in any spelling: letters, signs, `e. V.`, `a. d. Fulda`. It is never guessed: a name that two records share,
or that stands with another address, names nothing, and the caller is told why.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ikw.model import Venue
from ikw.source.tree import folded
from ikw.values.known import Known, Named

# `Bühne & Film`, `Bühne + Film` and `Bühne u. Film` are `Bühne und Film`.
_AMPERSAND = re.compile(r"[&+]|(?<=\s)u\.(?=\s)", re.IGNORECASE)
_LEGAL = re.compile(r"(?:^|(?<=-))(?:gemeinnuetzige[r]?-)?(?:e-v|ev|g-?gmbh|gmbh)(?:-i-g)?$")
_SHORT = (
    (re.compile(r"(?<![a-z0-9])a-d(?![a-z0-9])"), "an-der"), (re.compile(r"(?<![a-z0-9])i-d(?![a-z0-9])"), "in-der"),
    (re.compile(r"str(?=-|$)"), "strasse"), (re.compile(r"(?<![a-z0-9])ev(?=-[a-z])"), "evangelische"),
    (re.compile(r"(?<![a-z0-9])kath(?=-[a-z])"), "katholische"),
)
_ROOM = re.compile(
    r"(?:.*\b)?(?:saal|raum|zimmer|foyer|aula|keller|gewölbekeller|erdgeschoss|obergeschoss|untergeschoss|bühne|mensa|garten|hof"
    r"|turnhalle|\w+saal|\w+raum|\w+zimmer|eg|[1-9]\. ?og)\b.{0,20}", re.IGNORECASE,
)
_POSTCODE_TOWN = re.compile(r"(?:D-)?(?P<postcode>\d{5})\s+(?P<town>\D.*)")

_LIKE = 0.75
_Named = TypeVar("_Named", bound=Named)


@dataclass(frozen=True, slots=True)
class Match:
    """What the words of a cell name: an id, the room that stood behind it, and what to tell where it names nothing."""

    id: str | None = None
    room: str | None = None
    why: str = ""
    near: tuple[str, ...] = ()


NOTHING = Match()


def key_of(name: str) -> str:
    """Return a name as it is compared."""
    key = folded(_AMPERSAND.sub(" und ", name))
    for pattern, full in _SHORT:
        key = pattern.sub(full, key)
    return _LEGAL.sub("", key).strip("-") or key


class Names:
    """All that may be named, by its names."""

    def __init__(self, known: Known) -> None:
        """Take what is known."""
        self.known = known
        self.venues = _index(known.venues, lambda venue: venue.town)
        self.organisers = _index(known.organisers)
        # `Fest` is the id of „Feste“; a place or a group is named by its id only where somebody has typed just that.
        self.categories = _index(known.categories) | {folded(one): (one,) for one in known.categories}
        self.municipalities = _index(known.municipalities)

    def organiser(self, words: str) -> Match:
        """Return the group that is named."""
        return _only(self.organisers, words, self.known.organisers)

    def category(self, words: str) -> Match:
        """Return the category that is named; `Feste` and `fest` are one."""
        return _only(self.categories, words, self.known.categories)

    def municipality(self, words: str) -> str | None:
        """Return the municipality that is named."""
        return _only(self.municipalities, words, self.known.municipalities).id or self._shortened(words)

    def _shortened(self, words: str) -> str | None:
        """Return the municipality whose name is cut short: `Rotenburg a.d.F.`; never for a single word."""
        parts = key_of(words).split("-")
        found = {
            ids for key, ids in self.municipalities.items() if 1 < len(parts) == len(full := key.split("-")) and parts[0] == full[0]
            and all(long.startswith(short) for short, long in zip(parts, full, strict=True))
        }
        ids = {one for several in found for one in several}
        return ids.pop() if len(ids) == 1 else None

    def venue(self, words: str, address: Sequence[str] = ()) -> Match:
        """Return the venue that is named; parts of the words behind its name, and `address`, must be its address."""
        if words in self.known.venues and not any(address):
            return Match(id=words)
        parts = _parts(words)
        details = [part for part in (*parts[1:], *address) if part]
        whole = self._with_address(self.venues.get(key_of(words), ()), address)
        found = whole or self._with_address(self.venues.get(key_of(parts[0]), ()), details) or self._room_first(parts, address)
        if len(found) == 1:
            return Match(id=found[0][0], room=found[0][1])
        named = self.venues.get(key_of(words)) or self.venues.get(key_of(parts[0]), ())
        if len(found) > 1 or len(named) > 1:
            return Match(why="ambiguous", near=tuple(sorted(named)))
        if named:
            return Match(why="address", near=tuple(named))
        return Match(why="unknown", near=_near(self.venues, words))

    def _room_first(self, parts: Sequence[str], address: Sequence[str]) -> list[tuple[str, str | None]]:
        """Return the venue before whose name a room stands: `Großer Saal, Altes Rathaus`."""
        if len(parts) < 2 or not _ROOM.fullmatch(parts[0]):
            return []
        details = [part for part in (parts[0], *parts[2:], *address) if part]
        return self._with_address(self.venues.get(key_of(parts[1]), ()), details)

    def known_venue(self, words: str) -> str | None:
        """Return the id of a venue whose name the words are, and nothing else; the nearest name is not looked for."""
        found = self._with_address(self.venues.get(key_of(words), ()), ()) or self._by_head(words)
        return found[0][0] if len(found) == 1 and not found[0][1] else words if words in self.known.venues else None

    def _by_head(self, words: str) -> list[tuple[str, str | None]]:
        head, *details = _parts(words)
        return self._with_address(self.venues.get(key_of(head), ()), [part for part in details if part])

    def _with_address(self, ids: Iterable[str], details: Sequence[str]) -> list[tuple[str, str | None]]:
        """Return those venues to which all details belong, with a detail that is a room."""
        found = []
        for one in ids:
            venue = self.known.venues[one]
            facts = self._facts(venue)
            others = [
                detail for detail in details
                if not _is_of(detail, facts) and (venue.municipality is None or self.municipality(detail) != venue.municipality)
            ]
            rooms = [detail for detail in others if _ROOM.fullmatch(detail)]
            if not others or (len(others) == 1 and rooms):
                found.append((one, rooms[0] if rooms else None))
        return found

    def _facts(self, venue: Venue) -> frozenset[str]:
        """Return the parts of a venue's address as they are compared."""
        place = self.known.municipalities.get(venue.municipality or "")
        towns = [venue.town, *(place.name.values() if place else ())]
        return frozenset(key_of(fact) for fact in (venue.street, venue.postcode, *towns, *venue.name.values()) if fact)


def _parts(words: str) -> list[str]:
    """Return what stands between commas, and in brackets at the end."""
    parts = re.split(r"[,\n]|(?<=\w) \((?=[^()]*\)$)", words)
    return [part.strip() for part in (*parts[:-1], parts[-1].rstrip(")") if " (" in words else parts[-1])]


def _is_of(detail: str, facts: frozenset[str]) -> bool:
    match = _POSTCODE_TOWN.fullmatch(detail)
    parts = (match["postcode"], match["town"]) if match else (detail,)
    return all(key_of(part) in facts for part in parts)


def _index(table: Mapping[str, _Named], town_of: Callable[[_Named], str | None] = lambda _: None) -> dict[str, tuple[str, ...]]:
    """Return the ids by every key of their records: each name, with its town behind it, too."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, record in table.items():
        for name in record.name.values():
            found[key_of(name)].add(one)
            if town := town_of(record):
                found[key_of(f"{name} {town}")].add(one)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}


def _only(index: Mapping[str, tuple[str, ...]], words: str, table: Mapping[str, Named]) -> Match:
    if words in table:
        return Match(id=words)
    ids = index.get(key_of(words), ())
    if len(ids) == 1:
        return Match(id=ids[0])
    if ids:
        return Match(why="ambiguous", near=ids)
    return Match(why="unknown", near=_near(index, words))


def _near(index: Mapping[str, tuple[str, ...]], words: str) -> tuple[str, ...]:
    """Return the ids of the name that is most like the words, if it is much like them."""
    near = difflib.get_close_matches(key_of(words), index, 1, _LIKE)
    return index[near[0]] if near else ()
