"""Edit: single fields of a translation's file are put in, replaced or taken out; every other byte stays. Floor 5."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ikw.fields import TRANSLATION
from ikw.problems import Fault
from ikw.source import read_yaml
from ikw.source.front import split_front_matter
from ikw.source.nodes import Fields, Record
from ikw.source.slips import quoted
from ikw.translation import TEXT, OwnTexts, own_texts

EMPTY = b"---\n---\n"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ORDER = [field.name for field in TRANSLATION]


class UneditableError(Exception):
    """A file whose front matter is well-formed, but not one field to a line, so that no field can be changed alone."""


def edited(
    data: bytes, texts: Mapping[str, str], *, source: Mapping[str, str] | None = None, machine: bool | None = None,
) -> bytes:
    """Return a translation's file with these fields, fingerprints and mark of a machine; None leaves what is there.

    Raises UneditableError.
    """
    before = _read(data)
    wanted = replace(
        before, texts={**before.texts, **texts}, source=before.source if source is None else source,
        is_machine=before.is_machine if machine is None else machine,
    )
    lines: dict[str, Sequence[str]] = {field: (f"{field}: {quoted(text)}",) for field, text in texts.items() if field != TEXT}
    if wanted.is_machine != before.is_machine:
        lines["machine"] = ("machine: true",) if wanted.is_machine else ()
    if dict(wanted.source) != dict(before.source):
        lines["source"] = ("source:", *(f"  {field}: {mark}" for field, mark in wanted.source.items())) if source else ()
    made = _with_lines(data, lines, texts.get(TEXT))
    if not _is_same(_read(made), wanted):
        raise UneditableError
    return made


def _is_same(one: OwnTexts, other: OwnTexts) -> bool:
    def shown(own: OwnTexts) -> tuple[dict[str, list[str]], dict[str, str], bool]:
        # white space at the edges and between words is nobody's text
        return {field: text.split() for field, text in own.texts.items()}, dict(own.source), own.is_machine

    return shown(one) == shown(other)


def _read(data: bytes) -> OwnTexts:
    return own_texts(_record(data))


def _record(data: bytes) -> Record:
    text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    parts = split_front_matter(text)
    if isinstance(parts, Fault):
        raise UneditableError
    fields, faults = read_yaml(parts.front, parts.front_line)
    if fields is None or faults:
        raise UneditableError
    return Record(path="", fields=fields, body=parts.body, body_line=parts.body_line, digest="")


def _with_lines(data: bytes, changes: Mapping[str, Sequence[str]], text: str | None) -> bytes:
    """Put lines in the place of fields, and a text in the place of the text."""
    record = _record(data)
    lines = _LINE.findall(data.decode("utf-8"))
    opens = next(number for number, line in enumerate(lines) if line.lstrip("\ufeff").strip())
    closes = record.body_line - 2
    end = lines[opens][len(lines[opens].rstrip("\r\n")):]
    blocks = _blocks(lines[opens + 1:closes], record.fields, opens + 2)
    for name, new in changes.items():
        _set(blocks, name, [f"{line}{end}" for line in new])
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


def _set(blocks: list[tuple[str, list[str]]], name: str, new: list[str]) -> None:
    """Replace the lines of a field; a field that is new comes where a new file would have it."""
    names = [known for known, _ in blocks]
    if name in names:
        blocks[names.index(name)] = (name, new)
        return
    before = _ORDER[:_ORDER.index(name)]
    place = max((number for number, known in enumerate(names) if known in before), default=0)
    blocks.insert(place + 1, (name, new))
