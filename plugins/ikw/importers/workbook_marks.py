"""Workbook marks: what a spreadsheet says of its cells beside their words. Floor 5, standard library only."""

from __future__ import annotations

from dataclasses import dataclass, field

from ikw.importers.sheets import Range

Place = tuple[int, int]


@dataclass(slots=True)
class Marks:
    """Of one sheet, by (row, column) from 0: words that are no value (error, formula), struck cells, links, rows nobody sees.

    `columns` nobody sees either. `merged` are cells that were made one; None where python-calamine tells.
    """

    words: list[tuple[Place, str, str]] = field(default_factory=list)
    struck: set[Place] = field(default_factory=set)
    links: dict[Place, str] = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    merged: list[Range] | None = None


def is_web(address: str | None) -> bool:
    """Whether a link leads into the web, and not to a mail, a file or a place in the table."""
    return (address or "").lower().startswith(("http://", "https://"))
