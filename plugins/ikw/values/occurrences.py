"""Occurrences: the kinds of fields that say when an event takes place, and what changed. Floor 1."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import time
from typing import Any, ClassVar

from ikw.fields import Field
from ikw.model import WEEKDAYS, Change, Hours, Occurrence
from ikw.problems import N_, WARNING
from ikw.source import Fields, Items, Node, Scalar
from ikw.values.known import Known
from ikw.values.lines import short, short_name, spelled
from ikw.values.places import Place, PlaceReader
from ikw.values.texts import fault
from ikw.when import Span, read_hours, read_when, read_windows

MOST_OCCURRENCES = 100


class OccurrenceReader(PlaceReader):
    """Reads fields with dates, times and status."""

    def __init__(self, path: str, span: Span, known: Known, *, is_draft: bool = False) -> None:
        """Take the span of the edition: dates need not name its year."""
        super().__init__(path, span, known, is_draft=is_draft)
        self.edition_span = span

    def when(self, field: Field, node: Node, label: str) -> tuple[Occurrence, ...] | None:
        """Read one text, or a list of texts and groups; a key is the place in the list unless written. With errors None."""
        errors = self.errors
        found: list[Occurrence] = []
        for item in self.items(node, label):
            for occurrence, key in self._occurrences(field, item, label):
                found.append(dataclasses.replace(occurrence, key=key or str(len(found) + 1)))
        for key, count in sorted(Counter(one.key for one in found).items()):
            if count > 1:
                message = N_("Die Kennung „{key}“ haben {count} Termine.").format(key=key, count=count)
                self.fault(node.line, label, "key-twice", message, N_("Geben Sie jedem Termin einen eigenen „key“."))
        if len(found) > MOST_OCCURRENCES:
            self.faults([fault("occurrences", n=len(found), limit=MOST_OCCURRENCES)], node.line, label)
        return tuple(found) if self.errors == errors else None

    def _occurrences(self, field: Field, node: Node, label: str) -> Iterator[tuple[Occurrence, str]]:
        """Yield the occurrences of an item of the list, each with the key that is written for it."""
        if not isinstance(node, Fields):
            yield from ((one, "") for one in self._read_when(self.plain(node, label), node.line, label))
            return
        values = self.mapping(field.fields, node, f"{label}.")
        if "on" not in values:
            return
        found = self._read_when(f"{values['on']} {values.get('time', '')}".strip(), node.line, label)
        own: dict[str, Any] = {name: values[name] for name in ("room", "note", "hours") if name in values}
        own |= {"venues": values["venue"].venues} if "venue" in values else {}
        own |= {"change": values["status"]} if "status" in values else {}
        if "hours" in own and not all(one.is_range for one in found):
            self.faults([fault("hours-range")], node.key_lines["hours"], f"{label}.hours")
        key = values.get("key", "")
        for number, one in enumerate(found, 1):
            yield dataclasses.replace(one, **own), f"{key}-{number}" if key and len(found) > 1 else key

    def _read_when(self, text: str | None, line: int, label: str) -> tuple[Occurrence, ...]:
        occurrences, faults = read_when(text, self.edition_span) if text else ((), ())
        self.faults(faults, line, label)
        return occurrences

    def hours(self, field: Field, node: Node, label: str) -> tuple[Hours, ...] | None:
        """Read opening hours: weekdays → windows; no weekday stands twice."""
        if not isinstance(node, Fields):
            message = N_("„{value}“ sagt nicht, an welchen Wochentagen das gilt.").format(value=spelled(node))
            self.fault(node.line, label, "value-shape", message, N_("Schreiben Sie zum Beispiel {mo-fr: 9–17, sa: 10–13}."))
            return None
        found: list[Hours] = []
        for weekdays, line in node.key_lines.items():
            own = f"{label}.{short_name(weekdays)}"
            windows = self._windows(node.get(weekdays), own)
            if windows is None:
                continue
            hours, faults = read_hours(weekdays, windows)
            self.faults(faults, line, own)
            if hours:
                self._check_weekdays(found, hours, line, own)
                found.append(hours)
        return tuple(found)

    def _windows(self, node: Node | None, label: str) -> str | None:
        """Return the times of some weekdays; they are one text, also where there are several."""
        if isinstance(node, Items) and all(isinstance(item, Scalar) for item in node.items):
            times = N_(" und ").join(spelled(item) for item in node.items)
            message = N_("„{value}“ ist eine Liste.").format(value=spelled(node))
            self.fault(node.line, label, "value-shape", message, N_("Schreiben Sie: {times}").format(times=times))
            return None
        return self.plain(node, label) if node else ""

    def _check_weekdays(self, before: list[Hours], hours: Hours, line: int, label: str) -> None:
        twice = [day for day in hours.weekdays if any(day in one.weekdays for one in before)]
        if twice:
            self.faults([fault("hours-twice", day=WEEKDAYS[twice[0]])], line, label)

    def window(self, field: Field, node: Node, label: str) -> tuple[time, time | None] | None:
        """Read one window of time, "12–12.15" or "12.15"."""
        text = self.plain(node, label)
        if text is None:
            return None
        windows, faults = read_windows(text)
        self.faults(faults, node.line, label)
        if len(windows) == 1:
            return windows[0]
        if not faults:
            self.faults([fault("window", value=short(text))], node.line, label)
        return None

    def status(self, field: Field, node: Node, label: str) -> Change | None:
        """Read a status word, or what is, since when, and what was. What was moved must have been somewhere else."""
        if isinstance(node, Scalar):
            word = self.choice(field, node, label)
            values: dict[str, Any] = {"is": word} if word else {}
        else:
            values = self.group(field.fields, node, label) or {}
        if "is" not in values:
            return None
        if values["is"] == "moved" and not (isinstance(node, Fields) and "was" in node.values):
            self.fault(
                node.line, label, "status-was", N_("Es steht nicht da, was vor der Verlegung galt."),
                N_("Ergänzen Sie die alte Zeit oder den alten Ort: {is: moved, was: {when: …, venue: …}}."), WARNING,
            )
        was = values.get("was", {})
        place = was.get("venue", Place(()))
        return Change(
            status=values["is"], note=values.get("note"), since=values.get("since"), was_when=was.get("when", ()),
            was_venues=place.venues, was_online=place.online,
        )

    def was(self, field: Field, node: Node, label: str) -> Mapping[str, Any] | None:
        """Read the old time and place."""
        return self.group(field.fields, node, label)

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **PlaceReader.readers, "when": when, "hours": hours, "window": window, "status": status, "was": was,
    }
