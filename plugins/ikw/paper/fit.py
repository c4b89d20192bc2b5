"""Fit: whether a text has its room on paper. Floor 4.

Only the layout can say for sure; this says what is beyond doubt, so that the layout is asked about the rest alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ikw.paper.letters import Letters
from ikw.paper.prose_tree import Node
from ikw.paper.records import Item
from ikw.paper.sizes import Size
from ikw.settings import Language
from ikw.views.records import Date, Fact

# Kerning and joined letters make a line longer or shorter than its letters alone: so much of a column counts for sure.
SURE = 0.9
# Of a whole event, whose many paragraphs are not all too wide at once.
CLOSE = 0.96
POINT = 25.4 / 72
# What says where something is has lines of its own.
WHERE = ("place", "meeting", "online")


def words_of(nodes: Iterable[Node | str]) -> str:
    """Return the words of a prose tree, a block in a line."""
    parts: list[str] = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif node[0] == "br":
            parts.append("\n")
        else:
            parts.append(words_of(node[2:] if node[0] == "a" else node[1:]))
            if node[0] not in ("a", "b"):
                parts.append("\n")
    return "".join(parts)


def lines(given: Letters, text: str, size: Size, points: float) -> int:
    """Return how many lines a text takes at most in the column of an event, a break of its own for each line break."""
    ems = size.item_column / POINT / points * SURE
    return sum(given.lines(line, ems) for line in text.strip("\n").split("\n"))


def surely_fits(given: Letters, text: str, size: Size, points: float, most: int) -> bool:
    """Whether a text takes no more lines than it may, beyond doubt; a text may have three gaps between paragraphs, too."""
    return lines(given, text, size, points) + 0.3 * max(0, text.strip("\n").count("\n") - 3) <= most


def is_surely_short(given: Letters, item: Item, size: Size) -> bool:
    """Whether an event's text fits beyond doubt."""
    return surely_fits(given, words_of(item.text), size, size.text, size.text_lines)


# -- how high an event stands ------------------------------------------------------------------------------------------------

# How much wider than regular letters those of titles are at most; the narrow ones of times are never wider.
_BOLD = 1.12


@dataclass(frozen=True, kw_only=True, slots=True)
class _Room:
    """Measures texts in a column, so many millimetres wide."""

    letters: Letters
    width: float
    stretch: float

    def high(self, texts: Iterable[str], points: float, lead: float, wider: float = 1.0) -> float:
        """Return how many millimetres some texts take at most, a paragraph each, and the gap that stands below."""
        ems = self.width / POINT / points * CLOSE / wider
        total = 0.0
        for text in texts:
            total += self.letters.lines(text, ems) * lead * self.stretch + 0.3 * lead
        return total * POINT


def most_height(given: Letters, item: Item, size: Size, language: Language) -> float:
    """Return how many millimetres an event takes at most, told as event.typ tells it."""
    stretch = 1.2 if language.dir == "rtl" else 1.0
    column = _Room(letters=given, width=size.item_column, stretch=stretch)
    beside = _Room(letters=given, width=size.item_column - 4 - size.code, stretch=stretch)
    where = [_fact(fact) for fact in item.facts if fact.icon in WHERE]
    others = [_fact(fact) for fact in item.facts if fact.icon not in WHERE]
    last = len(others) if not language.is_easy else min(3, len(others))
    first = [*where, *others[: len(others) - last]]
    if item.dates:
        first.append("; ".join(_date(date) for date in item.dates))
    if item.schedule:
        first.append(" · ".join(f"{time} {title.text}" for time, title in item.schedule) + " " * 20)
    tail = others[-last:] if last else []
    links = (f"{title.text}: {address}" for title, address in item.links)
    tail = [*(tail if language.is_easy else ["   ".join(tail)]), *links, item.code.short]
    foot = column.high(first, size.small, size.small_lead) + max(size.code, beside.high(tail, size.small, size.small_lead)) + 2
    above = _head(column, item, size) + _banner(given, item, size, stretch) + _photo(column, item, size)
    return above + column.high(item.notes, size.small, size.small_lead) + _text(column, item, size) + foot


def _head(column: _Room, item: Item, size: Size) -> float:
    state = f" {item.state.word}" if item.state else ""
    lead = size.lead + 0.72 * (size.title - size.text)
    return (
        column.high([item.when + state], size.time if item.is_clock else size.title, lead + 0.72 * (size.time - size.title))
        + column.high([item.title.text], size.title, lead, _BOLD)
        + (0 if item.is_clock and not item.state else column.high([item.kicker], size.small, size.small_lead, _BOLD))
        + (column.high([item.subtitle.text], size.text, size.lead, _BOLD) if item.subtitle else 0)
        + size.lead * 0.3
    )


def _banner(given: Letters, item: Item, size: Size, stretch: float) -> float:
    if item.banner is None:
        return 0
    said = (item.banner.title, *(f"{label}: {words.text}" for label, words, _ in item.banner.pairs))
    room = _Room(letters=given, width=size.item_column - 4, stretch=stretch)
    return room.high([*said, *(f"{before} {line.text}" for before, line in item.banner.lines)], size.small, size.small_lead, _BOLD) + 7


def _photo(column: _Room, item: Item, size: Size) -> float:
    if item.photo is None:
        return 0
    return item.photo.width * item.photo.ratio + column.high([f"{item.photo.credit}: ......"], 6.4 * size.fixed, 8 * size.fixed) + 4


def _text(column: _Room, item: Item, size: Size) -> float:
    """Return how high the text is, or the summary where that may stand in its place."""
    full = column.high(words_of(item.text).strip("\n").split("\n"), size.text, size.lead)
    if item.summary is None or item.is_short:
        return full + 3 * size.fixed
    most = (size.text_lines * size.lead * column.stretch + 0.9 * size.lead) * POINT
    return max(min(full, most), column.high([item.summary.text], size.text, size.lead)) + 3 * size.fixed


def _date(date: Date) -> str:
    return f"{', '.join(part.text for part in date.parts)}  {date.state.word if date.state else ''}"


def _fact(fact: Fact) -> str:
    parts = (*((fact.lead.text,) if fact.lead.text else ()), *(line.text for line in fact.lines), *(link.label for link in fact.links))
    return f"{fact.label}  {', '.join(parts)}"
