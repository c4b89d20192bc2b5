"""Nodes: the raw values of a file: text, list, fields, each with its line; and the file. Floor 1, standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text. `plain`: written without quotes; a block of text (`|`) is not plain."""

    text: str
    line: int
    plain: bool


@dataclass(frozen=True, slots=True)
class Items:
    """A list; it holds no empty places."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping. A field that was written without a value is only in `key_lines`."""

    values: dict[str, Node]
    key_lines: dict[str, int]
    line: int

    def get(self, key: str) -> Node | None:
        """Return the value of a field; None where it is not written or has none."""
        return self.values.get(key)

    @property
    def empty(self) -> tuple[str, ...]:
        """The fields that were written without a value."""
        return tuple(key for key in self.key_lines if key not in self.values)


Node: TypeAlias = Scalar | Items | Fields


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """A file as read: its fields, the text below them, and the SHA-256 of its bytes."""

    path: str
    fields: Fields
    body: str
    body_line: int
    digest: str
