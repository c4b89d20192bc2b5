"""Editing: single fields of a file are put in, replaced or taken out; every other byte stays. Floor 1."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ikw.problems import Fault
from ikw.source.front import split_front_matter
from ikw.source.mappings import read_yaml
from ikw.source.nodes import Fields, Record

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class UneditableError(Exception):
    """A file whose front matter is well-formed, but not one field to a line, so that no field can be changed alone."""


def record_of(data: bytes) -> Record:
    """Return a file without a fault as a record. Raises UneditableError."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    parts = split_front_matter(text)
    if isinstance(parts, Fault):
        raise UneditableError
    fields, faults = read_yaml(parts.front, parts.front_line)
    if fields is None or faults:
        raise UneditableError
    return Record(path="", fields=fields, body=parts.body, body_line=parts.body_line, digest="")


def with_fields(data: bytes, changes: Mapping[str, Sequence[str]], order: Sequence[str], text: str | None = None) -> bytes:
    """Return a file with these lines in the place of fields, and this text in the place of its own; no lines: the field goes.

    A field that is new comes where `order` has it. Raises UneditableError.
    """
    record = record_of(data)
    lines = _LINE.findall(data.decode("utf-8"))
    opens = next(number for number, line in enumerate(lines) if line.lstrip("\ufeff").strip())
    closes = record.body_line - 2
    end = lines[opens][len(lines[opens].rstrip("\r\n")):]
    blocks = _blocks(lines[opens + 1:closes], record.fields, opens + 2)
    for name, new in changes.items():
        _set(blocks, name, [f"{line}{end}" for line in new], order)
    body = lines[closes + 1:]
    if text is not None:
        lines[closes] = lines[closes].rstrip("\r\n") + end
        body = [f"{line}{end}" for line in text.split("\n")]
    front = (line for _, block in blocks for line in block)
    return "".join((*lines[:opens + 1], *front, *lines[closes:closes + 1], *body)).encode()


def _blocks(front: list[str], fields: Fields, first_line: int) -> list[tuple[str, list[str]]]:
    """Cut front matter into the lines of each field; notes and blank lines between fields have no name."""
    starts = {line - first_line: name for name, line in fields.key_lines.items()}
    blocks: list[tuple[str, list[str]]] = [("", [])]
    for number, line in enumerate(front):
        if number in starts:
            blocks.append((starts[number], []))
        elif blocks[-1][0] and line.startswith("#"):
            blocks.append(("", []))
        blocks[-1][1].append(line)
    return blocks


def _set(blocks: list[tuple[str, list[str]]], name: str, new: list[str], order: Sequence[str]) -> None:
    """Replace the lines of a field; a field that is new comes where a new file would have it."""
    names = [known for known, _ in blocks]
    if name in names:
        blocks[names.index(name)] = (name, new)
        return
    before = order[:order.index(name)]
    place = max((number for number, known in enumerate(names) if known in before), default=0)
    blocks.insert(place + 1, (name, new))
