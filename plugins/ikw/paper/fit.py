"""Fit: whether a text has its room on paper. Floor 4.

Only the layout can say for sure; this says what is beyond doubt, so that the layout is asked about the rest alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.paper.letters import Letters
from ikw.paper.prose_tree import Node
from ikw.paper.records import Item
from ikw.paper.sizes import Size
from ikw.views.records import Banner

# Kerning and joined letters make a line longer or shorter than its letters alone: so much of a column counts for sure.
SURE = 0.9
POINT = 25.4 / 72


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


def _banner_lines(banner: Banner) -> Iterator[str]:
    yield banner.title
    yield from (f"{label} {said.text}" for label, said, _ in banner.pairs)
    yield from (f"{before} {line.text}" for before, line in banner.lines)


def is_surely_low(given: Letters, item: Item, size: Size) -> bool:
    """Whether an event stands on one page beyond doubt, in its text or its summary."""
    small = "\n".join((
        *item.notes,
        *(
            " ".join((*(part.text for part in date.parts), date.state.word if date.state else "")) for date in item.dates
        ),
        " ".join(f"{time} {title} ·" for time, title in item.schedule),
        " ".join(
            " ".join((fact.label, fact.lead.text, *(line.text for line in fact.lines), *(link.label for link in fact.links), "  "))
            for fact in item.facts
        ),
        *(f"{title}: {address}" for title, address in item.links),
        *(_banner_lines(item.banner) if item.banner else ()),
    ))
    text = words_of(item.text) if item.is_short else item.summary.text if item.summary else words_of(item.text)
    height = (
        lines(given, item.title.text, size, size.title * 1.12) * size.title * 1.3 + size.time * 2
        + (lines(given, text, size, size.text) + 3) * size.lead * 1.3
        # beside the code
        + lines(given, small, size, size.small * 1.25) * size.small_lead * 1.25 + 2 * size.lead
    )
    millimetres = height * POINT + (size.item_column * min(item.photo.ratio, 0.5) + 8 if item.photo else 0) + size.code
    # The head of a day or of a section may have to stand above it.
    return millimetres < (size.height - size.top - size.bottom) * 0.8
