"""Sheets: cells as a program kept them, and the rows of words that become of them. Floor 5, pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_ROWS = 20_000
# The paths of cells that say at what time, and not on which day.
TIMES = ("when.time", "when.from", "when.to")
Range = tuple[tuple[int, int], tuple[int, int]]


class Cell(NamedTuple):
    """The text of a cell, and what a program kept it as: text, number, date, time, error, or a formula without its value.

    `is_struck`: some of its words are struck through. `link` is the address that opens at a click.
    """

    text: str
    kind: str = "text"
    is_struck: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of cells. `first` is the number of its first row; `merged` are cells that were made one, from corner to corner;
    `hidden` are the numbers of rows that nobody sees, `hidden_columns` the places of columns.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    first: int = 1
    merged: tuple[Range, ...] = ()
    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()


class Wrong(NamedTuple):
    """Why the words of a cell are not taken as they are."""

    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it stands, its words by the path of their column, and what is wrong with cells as such.

    `key` names it for ever, where its source gives it a name (a calendar's UID). `above` is the day that stands further up, where
    this row says none. `host` is who keeps the calendar. `struck` are the paths of cells with words struck through; `is_struck`
    where all are. `aside` are words under headings that nobody knows, each with its heading.
    """

    number: int
    sheet: str
    words: Mapping[str, str]
    wrong: Mapping[str, Wrong] = field(default_factory=dict)
    key: str = ""
    above: str = ""
    host: str = ""
    struck: tuple[str, ...] = ()
    is_struck: bool = False
    sheet_number: int = 0
    aside: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> str:
        """Return where it stands, for people."""
        return f"{self.sheet}, {self.number}" if self.sheet else str(self.number)


@dataclass(slots=True)
class Table:
    """All rows of a file; headings nobody knows, rows that cannot be read, and other remarks."""

    rows: list[Row] = field(default_factory=list)
    refused: list[tuple[Row, Wrong]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class TableError(Exception):
    """A file that cannot be read as a table; the text is one clear line."""
