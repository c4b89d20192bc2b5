"""Fit: whether a text has its room on paper. Floor 4.

Only the layout can say for sure; this says what is beyond doubt, so that the layout is asked about the rest alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from ikw.paper.letters import Letters
from ikw.paper.prose_tree import Node
from ikw.paper.sizes import Size

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
