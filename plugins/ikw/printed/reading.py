"""Reading: the file of a booklet that went to print. Floor 1.

A command has written it, so it is read by the readers of an event file, and whatever is wrong has happened to it since.
Warnings are not told again: nothing on paper can be mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ikw.data import read_table
from ikw.fields import PRINTED, PRINTED_EVENT, PRINTED_VENUE, by_name
from ikw.model import Event, Origin, Printed, Text, Venue
from ikw.problems import N_, Fault, Problem
from ikw.source import Fields, Node, Record
from ikw.values.events import EventReader
from ikw.values.known import Known
from ikw.values.lines import short, short_name
from ikw.values.places import Place
from ikw.values.reader import LANGUAGE
from ikw.values.scalars import ID_MEND, id_
from ikw.when import Span, read_date

_AS_READ = ("room", "meeting_point", "online_url", "age", "languages", "interpreting", "access", "cost", "registration")


def read_printed(record: Record, edition: str, span: Span, known: Known) -> tuple[Printed | None, list[Problem]]:
    """Read the file of an edition; with errors it is None. `known` has the places as they are now, for their translated names."""
    venues, problems = _venues(record, known.venues)
    reader = PrintedReader(record.path, span, replace(known, venues=venues))
    for name, line in record.fields.key_lines.items():
        if name not in by_name(PRINTED):
            reader.unknown(PRINTED, name, "", line)
    day = reader.day(record)
    events = dict(_events(record, edition, reader))
    errors = [problem for problem in (*problems, *reader.problems) if problem.is_error]
    return (None, errors) if errors or day is None else (Printed(day=day, events=events), [])


class PrintedReader(EventReader):
    """Reads events as they were printed."""

    def day(self, record: Record) -> date | None:
        """Read when the booklet went to print."""
        node = record.fields.get("day")
        if node is None:
            self.lost(record.fields.key_lines.get("day", 1), "day", N_("Hier fehlt der Tag, an dem das Heft in Druck ging."))
            return None
        # A booklet for January goes to print in December, and one that is frozen late is a later year's.
        text = self.plain(node, "day")
        found, faults = read_date(text, None) if text else (None, ())
        self.faults(faults, node.line, "day")
        return found

    def lost(self, line: int, field: str, message: str) -> None:
        """Note what somebody has taken away: nobody can write it anew, git still has it."""
        mend = N_("Diese Datei schreibt ein Befehl; holen Sie sie, wie sie war, aus git zurück.")
        self.fault(line, field, "printed-lost", message, mend)

    def _unknown_id(self, node: Node, label: str, file: str, found: str, mend: str) -> None:
        self.lost(node.line, label, N_("„{value}“ steht oben nicht unter „venues“.").format(value=short(found)))


def _venues(record: Record, now: Mapping[str, Venue]) -> tuple[dict[str, Venue], list[Problem]]:
    """Read the places. One that still has its name is called by it in every language."""
    fields = record.fields.get("venues")
    if not isinstance(fields, Fields):
        return {}, []
    found, problems = read_table(
        replace(record, fields=fields), PRINTED_VENUE, lambda key, values: Venue(id=key, **values),
    )
    for key, venue in found.items():
        same = now.get(key)
        if same and same.name[LANGUAGE] == venue.name[LANGUAGE]:
            found[key] = replace(venue, name=same.name)
    return found, problems


def _events(record: Record, edition: str, reader: PrintedReader) -> Iterator[tuple[str, Event]]:
    fields = record.fields.get("events")
    if not isinstance(fields, Fields):
        reader.lost(record.fields.key_lines.get("events", 1), "events", N_("Hier fehlen die Veranstaltungen."))
        return
    for key, line in fields.key_lines.items():
        node = fields.get(key)
        if isinstance(id_(key), Fault):
            message = N_("„{value}“ ist keine Kennung.").format(value=short_name(key))
            reader.fault(line, short_name(key), "id-wrong", message, ID_MEND)
        elif not isinstance(node, Fields):
            reader.lost(line, key, N_("Hier fehlen die Angaben zu „{value}“.").format(value=key))
        else:
            values = reader.mapping(PRINTED_EVENT, node)
            if {"title", "when"} <= values.keys():
                yield key, _event(key, edition, values, Origin(path=record.path, lines={**node.key_lines, "title": line}))


def _event(key: str, edition: str, values: dict[str, Any], origin: Origin) -> Event:
    place: Place = values.get("venue", Place(()))
    return Event(
        id=key, edition=edition, origin=origin, texts={LANGUAGE: Text(title=values["title"])}, occurrences=values["when"],
        venues=place.venues, online=place.online, change=values.get("status"),
        **{name: values[name] for name in _AS_READ if name in values},
    )
