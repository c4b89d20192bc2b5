"""Mappings: YAML as fields, every scalar text as it was written. Floor 1, home of PyYAML.

YAML 1.1 would turn 18:30 into 1110 and `no` into False, so nothing here has a type but text, list and fields. The records are
built from the parser's events: that gives the line of everything and leaves anchors, aliases and tags no way in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import yaml
from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ikw.problems import N_, Fault
from ikw.source import characters, lookalikes, slips, stacks
from ikw.source.nodes import Fields, Items, Node, Scalar

DATA_LIMIT = 256 * 1024
DEPTH_LIMIT = 6

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
# A letter by its number.
_SPELLED = re.compile(r"(?<!\\)(?:\\\\)*\\[xuU]")
_NOTHING = ("", "~", "null")

# PyYAML's events come untyped
_Event = Any


def read_yaml(text: str, first_line: int = 1, limit: int = DATA_LIMIT) -> tuple[Fields | None, tuple[Fault, ...]]:
    """Read a mapping. With faults, the fields are those of the text as it should be; None where nobody can tell."""
    size = len(text.encode())
    if size > limit:
        message = N_("Die Angaben sind {seen} KiB groß, erlaubt sind {limit} KiB.")
        return None, (Fault(
            code="yaml-size", message=message.format(seen=-(-size // 1024), limit=limit // 1024), line=first_line,
            mend=N_("Löschen Sie, was nicht mehr gebraucht wird."),
        ),)
    try:
        return _read(text, first_line)
    except yaml.YAMLError:
        mended, faults = slips.mend_all(text, _stops, first_line)
    if mended is None:
        return None, faults
    fields, more = _read(mended, first_line)
    return fields, tuple(sorted((*faults, *more), key=lambda fault: fault.line))


def _read(text: str, first_line: int) -> tuple[Fields | None, tuple[Fault, ...]]:
    reader = _Reader(text, first_line)
    try:
        fields = reader.read()
    except _RefusedError:
        return None, tuple(reader.faults)
    return fields, tuple(reader.faults)


def _stops(text: str) -> int | None:
    """Return the line on which a text stops being the YAML of a mapping."""
    depth = 0
    event: _Event
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if depth == 0 and _is_no_mapping(event):
                return int(event.start_mark.line)
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return int(mark.line) if mark else 0
    return None


def _is_no_mapping(event: _Event) -> bool:
    """Whether a document begins with something else than a field; an empty one is no fault."""
    if not isinstance(event, NodeEvent) or event.__class__ is MappingStartEvent:
        return False
    return getattr(event, "value", None) not in _NOTHING


class _RefusedError(Exception):
    """YAML that is not read any further; the fault is already noted."""


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, text: str, first_line: int) -> None:
        self.text = text
        self.first_line = first_line
        self.faults: list[Fault] = []
        self.events: Iterator[_Event] = yaml.parse(text, Loader=_LOADER)

    def read(self) -> Fields:
        """Return the fields of the only document."""
        root = Fields({}, {}, self.first_line)
        documents = 0
        for event in self.events:
            kind = event.__class__
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    message = N_("Hier beginnt ein zweites Dokument.")
                    self.refuse(event, "yaml-documents", message, N_("Löschen Sie die Zeile „---“."))
            elif kind is MappingStartEvent:
                root = self.fields(event, 1)
            elif _is_no_mapping(event):
                raise yaml.YAMLError
        return root

    def fields(self, start: _Event, depth: int) -> Fields:
        """Read a mapping up to its end."""
        self.check_collection(start, depth)
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        before: tuple[str, int] | None = None
        for event in self.events:
            if event.__class__ is MappingEndEvent:
                break
            key = self.key(event)
            value = next(self.events)
            if before is not None and self.is_lonely(event, value):
                values[before[0]] = self.joined(*before, event)
                continue
            node = self.node(value, depth)
            if key in lines:
                message = N_("„{key}“ steht schon in Zeile {line}.").format(key=key, line=lines[key])
                self.note(event, "yaml-duplicate", message, N_("Löschen Sie eine der beiden Angaben."), key)
                continue
            lines[key] = self.line(event)
            if node is not None:
                values[key] = node
            before = (key, value.start_mark.index) if start.flow_style and isinstance(node, Scalar) else None
        return Fields(values, lines, self.line(start))

    def items(self, start: _Event, depth: int) -> Items:
        """Read a list up to its end."""
        self.check_collection(start, depth)
        items: list[Node] = []
        for event in self.events:
            if event.__class__ is SequenceEndEvent:
                break
            node = self.node(event, depth)
            if node is None:
                mend = N_("Schreiben Sie etwas dahinter, oder löschen Sie den Punkt.")
                self.note(event, "yaml-item", N_("Ein Punkt der Liste ist leer."), mend)
            else:
                items.append(node)
        return Items(tuple(items), self.line(start))

    def node(self, event: _Event, depth: int) -> Node | None:
        """Read whatever begins with this event."""
        kind = event.__class__
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is SequenceStartEvent:
            return self.items(event, depth + 1)
        if kind is MappingStartEvent:
            return self.fields(event, depth + 1)
        return self.special(event)

    def scalar(self, event: _Event) -> Scalar | None:
        """Read a text; a blank one, `~` and `null` are no value."""
        text: str = event.value
        if event.anchor is not None or event.tag is not None:
            return self.special(event)
        if event.style in ("|", ">"):
            return Scalar(text, self.line(event), False) if text.strip() else None
        if comment := _COMMENT.match(self.text, event.end_mark.index):
            text = self.with_comment(event, comment[1].rstrip())
        if not event.style:
            return None if text in _NOTHING else Scalar(text, self.line(event), True)
        if event.style == '"' and not text.isprintable():
            self.faults += (replace(fault, line=self.line(event)) for fault in characters.faults(text))
            text = characters.clean(text)
        if event.style == '"' and not text.isascii() and _SPELLED.search(self.text, event.start_mark.index, event.end_mark.index):
            # letters that are spelled out, as `\u0430`, nobody has looked at yet
            found = (*lookalikes.faults(text), *stacks.faults(text))
            self.faults += (replace(fault, line=self.line(event)) for fault in found)
        return Scalar(text, self.line(event), False) if text.strip() else None

    def with_comment(self, event: _Event, comment: str) -> str:
        """A plain value ends where ` #` begins; after a quoted one only a word like `#Fest` can have been meant as text."""
        text: str = event.value
        is_note = not comment[1:2].strip()
        if event.style and is_note:
            return text
        head = self.text[self.text.rfind("\n", 0, event.start_mark.index) + 1:event.start_mark.index]
        whole = f"{text} {comment}" if text else comment
        line = f"{head.rstrip()} {slips.quoted(whole)}".strip()
        hint = N_(" – oder schreiben Sie die Anmerkung in eine eigene Zeile.") if is_note else ""
        message = N_("„{seen}“ ginge verloren, denn nach einem Leerzeichen beginnt mit „#“ eine Anmerkung.")
        self.note(
            event, "yaml-comment", message.format(seen=slips.shortened(comment)),
            N_("Schreiben Sie: {line}{hint}").format(line=line, hint=hint), slips.field_of(head),
        )
        return text if is_note else whole

    def special(self, event: _Event) -> Scalar:
        """Note an anchor, alias or tag: nothing here has any, so it was meant as text."""
        start, end = event.start_mark.index, event.end_mark.index
        seen = " ".join(self.text[start:end].split())
        first = self.text.rfind("\n", 0, start) + 1
        rest = self.text[end:].partition("\n")[0]
        line = self.text[first:start] + slips.quoted(seen) + rest
        message = N_("„{seen}“ beginnt mit „{sign}“ und braucht deshalb Anführungszeichen.")
        self.note(
            event, "yaml-quotes", message.format(seen=slips.shortened(seen), sign=seen[:1]),
            N_("Schreiben Sie: {line}{hint}").format(line=line.strip(), hint=""), slips.field_of(line),
        )
        return Scalar(seen, self.line(event), True)

    def key(self, event: _Event) -> str:
        """Return the name of a field, which is a text and not empty."""
        if event.__class__ is not ScalarEvent or event.anchor is not None or event.tag is not None or event.value in _NOTHING:
            self.refuse(
                event, "yaml-key", N_("„{seen}“ beginnt nicht mit dem Namen eines Feldes.").format(seen=self.line_from(event)),
                N_("Schreiben Sie jede Angabe als „feld: Wert“."),
            )
        name: str = event.value
        return name

    def is_lonely(self, key: _Event, value: _Event) -> bool:
        """Whether a part of `{…}` has no colon: what comes after a comma there is a field of its own."""
        return value.__class__ is ScalarEvent and not value.value and self.text[key.end_mark.index:].lstrip()[:1] != ":"

    def joined(self, field: str, start: int, event: _Event) -> Scalar:
        """Put a value together again that a comma has cut."""
        text = " ".join(self.text[start:event.end_mark.index].split())
        message = N_("In geschweiften Klammern trennt das Komma, also auch in „{seen}“.").format(seen=slips.shortened(text))
        mend = N_("Schreiben Sie: {line}{hint}").format(line=f"{field}: {slips.quoted(text)}", hint="")
        self.note(event, "yaml-comma", message, mend, field)
        return Scalar(text, self.line(event), True)

    def check_collection(self, start: _Event, depth: int) -> None:
        """No anchor, no tag, and no more than `DEPTH_LIMIT` floors of lists and fields."""
        if depth > DEPTH_LIMIT:
            message = N_("Hier sind mehr als {limit} Angaben ineinander geschachtelt.").format(limit=DEPTH_LIMIT)
            self.refuse(start, "yaml-depth", message, N_("Prüfen Sie die Einrückung und die Klammern."))
        if start.anchor is not None or start.tag is not None:
            sign = self.line_from(start).split()[0]
            message = N_("„{sign}“ ist hier nicht vorgesehen.").format(sign=slips.shortened(sign))
            self.refuse(start, "yaml-anchor", message, N_("Löschen Sie dieses Wort."))

    def line(self, event: _Event) -> int:
        """Return the line of the file on which an event begins."""
        number: int = event.start_mark.line + self.first_line
        return number

    def line_from(self, event: _Event) -> str:
        """Return the text from an event to the end of its line."""
        return self.text[event.start_mark.index:].partition("\n")[0].strip()

    def note(self, event: _Event, code: str, message: str, mend: str, field: str = "") -> None:
        """Keep a fault and go on."""
        self.faults.append(Fault(code=code, message=message, mend=mend, field=field, line=self.line(event)))

    def refuse(self, event: _Event, code: str, message: str, mend: str) -> None:
        """Keep a fault and stop."""
        self.note(event, code, message, mend)
        raise _RefusedError
