"""Pages: what of a booklet is told in full, page by page. Floor 4, pure.

A chapter is a row of blocks: the heads of its days or sections, and below each the events in full or in a line. The layout says how
high each is (`heights.typ`), `makeup` which of them stand on a page together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ikw.paper.makeup import Piece, Room, sheets
from ikw.paper.records import Block, Booklet, Day, Item, Line, Page, Told
from ikw.paper.sizes import Size

HEADS = ("day", "section")
# Makes of an event what is told of it.
Tell = Callable[[Item], Told]
# Of a block in millimetres: how high it is, and of an event how high with room around all it says, where it may be set like that, and
# then each of its tellings; none where that is longer than a text may be.
Heights = Sequence[float | None]


def days(booklet: Booklet, tell: Tell) -> tuple[Block, ...]:
    """Return the blocks of the days."""
    return tuple(block for day in booklet.days for block in _day(day, tell))


def _day(day: Day, tell: Tell) -> Iterator[Block]:
    yield "day" if day.items else "empty", replace(day, items=(), lines=())
    yield from _entries(day.items, tell)


def behind(booklet: Booklet, tell: Tell) -> tuple[Block, ...]:
    """Return the blocks of what stands behind the days: what is on all the time, and what has no date yet."""
    parts = [entries for entries in (booklet.running, booklet.undated) if entries]
    return tuple(
        block for title, entries in zip(booklet.told_behind, parts, strict=True) for block in (("section", title), *_entries(entries, tell))
    )


def _entries(entries: Sequence[Item | Line], tell: Tell) -> Iterator[Block]:
    for entry in entries:
        if isinstance(entry, Line):
            yield "line", entry
        else:
            yield "item", tell(entry)


def measurable(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks as they are measured: codes are not drawn for that, and their squares are most of all data."""
    return tuple((kind, replace(one, code=replace(one.code, runs=())) if isinstance(one, Told) else one) for kind, one in blocks)


def made_up(blocks: Sequence[Block], heights: Sequence[Heights], size: Size) -> Iterator[Page]:
    """Yield the pages of a chapter."""
    room = Room(height=size.room, gap=size.gap_between, widest=size.gap_between * WIDEST)
    groups = list(_groups(blocks, heights, size))
    for sheet in sheets([group.piece for group in groups], room):
        shown = groups[sheet.first : sheet.first + len(sheet.forms)]
        stretch = sheet.stretch
        placed: list[tuple[float, Block]] = []
        for n, (group, form) in enumerate(zip(shown, sheet.forms, strict=True)):
            more = 0.0 if sheet.is_torn and n == 0 else min(stretch, group.piece.stretch)
            stretch -= more
            placed += zip((0.0 if n == 0 else sheet.gap, *(size.below_head for _ in group.heads)), group.in_form(form, more), strict=True)
        yield Page(blocks=tuple(placed), white=sheet.white, is_torn=sheet.is_torn, is_roomy=sheet.is_roomy)


def _grown(one: Told, more: float) -> Told:
    """Return an event with its picture so many millimetres higher."""
    return replace(one, photo=replace(one.photo, width=one.photo.width + more / one.photo.ratio)) if one.photo and more else one


def _stretch(one: object, size: Size) -> float:
    """Return how many millimetres higher an event's picture may be."""
    if not isinstance(one, Told) or one.photo is None:
        return 0.0
    highest = min(size.item_column * one.photo.ratio, size.photo_highest)
    return max(0.0, highest - one.photo.width * one.photo.ratio)


def widths(made: Sequence[Page]) -> Iterator[tuple[str, float]]:
    """Yield the pictures of events by their files, each with its width."""
    for page in made:
        for _, (_, one) in page.blocks:
            if isinstance(one, Told) and one.photo:
                yield one.photo.file, one.photo.width


# So much further apart than usual may events stand.
WIDEST = 2.6


@dataclass(frozen=True, kw_only=True)
class _Group:
    """An event with the head above it, and the tellings there is room for."""

    heads: tuple[Block, ...]
    block: Block
    tellings: tuple[int, ...]
    piece: Piece

    def in_form(self, form: int, more: float) -> Iterator[Block]:
        """Yield the blocks, the event with one telling, its picture so many millimetres higher."""
        yield from self.heads
        kind, one = self.block
        yield kind, _grown(replace(one, tellings=(one.tellings[self.tellings[form]],)), more) if isinstance(one, Told) else one


def _groups(blocks: Sequence[Block], heights: Sequence[Heights], size: Size) -> Iterator[_Group]:
    heads: list[Block] = []
    above = 0.0
    kinds = [kind for kind, _ in blocks]
    for n, (block, (first, *others)) in enumerate(zip(blocks, heights, strict=True)):
        kind, one = block
        assert first is not None
        roomy, *tellings = others or (None,)
        if kind in HEADS or (kind == "line" and kinds[n + 1 : n + 2] in (["line"], ["item"])):
            # a head never stands alone, and a line below it would be little company
            heads.append(block)
            above += first + size.below_head
            continue
        known = tuple(at for at, high in enumerate(tellings) if high is not None)
        forms = tuple(first + high for high in tellings if high is not None) or (first,)
        lost = tuple(0.0 if _says_as_much(one, at) else max(0.0, forms[0] - high) for at, high in zip(known or (0,), forms, strict=True))
        piece = Piece(heights=forms, lost=lost, head=above, stretch=_stretch(one, size), roomier=0.0 if roomy is None else roomy - first)
        yield _Group(heads=tuple(heads), block=block, tellings=known, piece=piece)
        heads, above = [], 0.0


def _says_as_much(one: object, at: int) -> bool:
    """Whether nothing is lost where an event is told like this: the readers' own language says more than another one."""
    return isinstance(one, Told) and one.tellings[at].lang is None and one.tellings[0].lang is not None
