"""Makeup: which events stand on a page together, and whose text gives way to its summary. Floor 4, pure.

As a compositor does it: the layout says how high everything is, and of all ways to fill the pages that one is taken which leaves the
least white at their feet for the least that is left out. No piece is torn that has room on a page; their order is that of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

# What it costs to leave something out, against a page that stays white (1.0): all words of a page, and any words at all.
LEFT_OUT = 0.3
ANY_LEFT_OUT = 0.004
# To tear what has no room on a page.
TORN = 0.3
# Each page more is paper, and to be carried.
PAGE = 0.04
# The last page may stay white, but what stands on it may as well have room.
LAST = 0.1
# What the layout may round, in millimetres.
ROUNDED = 0.2
# How much of a page may stay white where something is torn: what must not be torn of it goes to the next one.
TORN_ROOM = 0.2


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """What stays together: `head` is how high the head above it is, with its gap. `heights` are how high it may be, in full first.

    `lost` is how much is left out in each form; `stretch` is how much higher it may be where there is room: a picture grows. `roomier` is
    how much higher it is when it is set with room around all it says.
    """

    heights: tuple[float, ...]
    lost: tuple[float, ...] = (0.0,)
    head: float = 0.0
    stretch: float = 0.0
    roomier: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What a page holds: the pieces from `first`, each in one of its forms, with `gap` between them; `white` is left at the foot.

    `stretch` is by how much the pieces that can are higher. One that holds a torn piece is all the pages that this takes. Where it
    `is_roomy`, all pieces on it are set with room around what they say: two manners on a page would look like an oversight.
    """

    first: int
    forms: tuple[int, ...]
    gap: float
    stretch: float
    white: float
    is_torn: bool
    is_roomy: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """How high a page is, and how far apart pieces stand on it: at least, and at most."""

    height: float
    gap: float
    widest: float


@dataclass(frozen=True, kw_only=True, slots=True)
class _Filling:
    used: float
    cost: float
    stretch: float = 0.0
    forms: tuple[int, ...] = ()
    is_torn: bool = False
    is_roomy: bool = False


def sheets(pieces: Sequence[Piece], room: Room) -> tuple[Sheet, ...]:
    """Return the pages that are best on the whole: chosen from the last piece to the first, as nothing depends on what stands before."""
    cheapest = [inf] * len(pieces) + [0.0]
    chosen: dict[int, _Filling] = {}
    for first in reversed(range(len(pieces))):
        for filling in (*_fillings(pieces, first, room), *_fillings(pieces, first, room, is_roomy=True)):
            after = first + len(filling.forms)
            white = _cost_of_white(filling, room) * (LAST if after == len(pieces) else 1.0)
            cost = PAGE + filling.cost + white + cheapest[after]
            if cost < cheapest[first]:
                cheapest[first], chosen[first] = cost, filling
    made = []
    first = 0
    while first < len(pieces):
        made.append(_sheet(first, chosen[first], room))
        first += len(chosen[first].forms)
    return tuple(made)


def _fillings(pieces: Sequence[Piece], first: int, room: Room, *, is_roomy: bool = False) -> Iterator[_Filling]:
    """Yield what a page may hold that begins with a piece; of two that are equally high only what costs less."""
    open_ones = [_Filling(used=0.0, cost=0.0, is_roomy=is_roomy)]
    for piece in pieces[first:]:
        found: dict[int, _Filling] = {}
        for before in open_ones:
            for form in range(len(piece.heights)):
                filling = _with(before, piece, form, room)
                key = round(filling.used)
                if filling.used <= room.height - ROUNDED and (key not in found or filling.cost < found[key].cost):
                    found[key] = filling
        open_ones = list(found.values())
        if not open_ones:
            return
        yield from open_ones


def _with(before: _Filling, piece: Piece, form: int, room: Room) -> _Filling:
    """Return a filling with one more piece; the first one may be torn where it is too high for any page."""
    high = piece.head + piece.heights[form] + (piece.roomier if before.is_roomy else 0.0)
    lost = piece.lost[form]
    cost = before.cost + (LEFT_OUT * lost / room.height + ANY_LEFT_OUT if lost else 0.0)
    used = before.used + high + (room.gap if before.forms else 0.0)
    is_torn = not before.forms and not before.is_roomy and high > room.height - ROUNDED
    if is_torn:
        used = min((high % room.height) + TORN_ROOM * room.height, room.height - ROUNDED)
        cost += TORN * (high // room.height)
    stretch = before.stretch + (0.0 if is_torn else piece.stretch)
    return replace(before, used=used, cost=cost, stretch=stretch, forms=(*before.forms, form), is_torn=is_torn or before.is_torn)


def _eased(filling: _Filling, room: Room) -> tuple[float, float, float]:
    """Return what makes a page full, or nearly: how much higher its pieces are and how far apart, and what is left white."""
    gaps = len(filling.forms) - 1
    white = room.height - ROUNDED - filling.used
    stretch = min(white, filling.stretch)
    wider = min((white - stretch) / gaps, room.widest - room.gap) if gaps else 0.0
    return stretch, room.gap + wider, white - stretch - wider * gaps


def _cost_of_white(filling: _Filling, room: Room) -> float:
    """Return what is left white as a share, squared: one page that is half empty is worse than two that are empty by a quarter."""
    *_, left = _eased(filling, room)
    return (left / room.height) ** 2 + 0.02 * (1 - filling.used / room.height) ** 2


def _sheet(first: int, filling: _Filling, room: Room) -> Sheet:
    stretch, gap, white = _eased(filling, room)
    return Sheet(
        first=first, forms=filling.forms, gap=gap, stretch=stretch, white=white, is_torn=filling.is_torn, is_roomy=filling.is_roomy,
    )
