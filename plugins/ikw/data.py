"""Data: the files around the events: places, people, categories, municipalities and the edition. Floor 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, TypeVar
from zoneinfo import ZoneInfo

from ikw.fields import CATEGORY, EDITION, MUNICIPALITY, ORGANISER, OUTLINE, VENUE, Field
from ikw.model import COLOURS, SIGNS, Category, Edition, Municipality, Organiser, Origin, Outline, Venue
from ikw.problems import N_, Problem
from ikw.prose import render
from ikw.source import Fields, Node, Record
from ikw.values import ID, ID_LIMIT, Reader
from ikw.when import Span

LONGEST_EDITION = 100

_Made = TypeVar("_Made")


class DataReader(Reader):
    """Reads a data file. `municipalities` are the ids a venue may name."""

    municipalities: frozenset[str] = frozenset()

    def municipality(self, field: Field, node: Node, label: str) -> str | None:
        """Read the id of a municipality."""
        found = self.scalar(node, label)
        if not found or found in self.municipalities:
            return found or None
        self.fault(node.line, label, "id-unknown", N_("„{value}“ steht nicht in municipalities.yaml.").format(value=found),
                   N_("Tragen Sie die Gemeinde dort ein."))
        return None

    def partners(self, field: Field, node: Node, label: str) -> tuple[Organiser, ...]:
        """Read a list of names with addresses."""
        found = []
        for item in self.items(node):
            if isinstance(item, Fields):
                row = self.mapping(field.fields, item, f"{label}.")
                if "name" in row:
                    found.append(Organiser(id=None, name={"de": row["name"]}, url=row.get("url")))
            else:
                name = self.text(field, item, label)
                if name:
                    found.append(Organiser(id=None, name={"de": name}))
        return tuple(found)

    def markdown(self, field: Field, node: Node, label: str) -> str:
        """Read Markdown as safe HTML."""
        found = self.scalar(node, label)
        if not found:
            return ""
        prose, faults = render(found, node.line)
        self.faults(faults, node.line, label)
        return str(prose.html)

    def outline_path(self, field: Field, node: Node, label: str) -> str | None:
        """Read an SVG path: its commands and numbers, nothing else."""
        found = self.scalar(node, label)
        if found and len(found) <= field.limit and set(found) <= set("MmLlHhVvCcSsQqTtAaZz0123456789.,- \n"):
            return " ".join(found.split())
        self.fault(node.line, label, "path-wrong", N_("Das ist kein SVG-Pfad."), N_("Zeichnen Sie das Motto neu: ikw motto."))
        return None

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **Reader.readers, "municipality": municipality, "partners": partners, "markdown": markdown, "path": outline_path,
    }


def read_table(record: Record, table: tuple[Field, ...], make: Callable[[str, dict[str, Any]], _Made], reader: DataReader) -> dict[str, _Made]:
    """Read a file of ids with fields."""
    found: dict[str, _Made] = {}
    for key, line in record.fields.key_lines.items():
        node = record.fields.get(key)
        if not ID.fullmatch(key) or len(key) > ID_LIMIT:
            reader.fault(line, key, "id-wrong", N_("„{value}“ ist keine Kennung.").format(value=key),
                         N_("Erlaubt sind kleine Buchstaben, Ziffern und Bindestriche, höchstens 80 Zeichen."))
        elif not isinstance(node, Fields):
            reader.fault(line, key, "value-shape", N_("Zu „{value}“ fehlen die Felder.").format(value=key), N_("Schreiben Sie mindestens {name: …}."))
        else:
            values = reader.mapping(table, node, f"{key}.")
            if "name" in values:
                found[key] = make(key, values)
    return found


def municipalities(record: Record) -> tuple[dict[str, Municipality], list[Problem]]:
    """Read municipalities.yaml."""
    reader = DataReader(record.path, None)
    return read_table(record, MUNICIPALITY, lambda key, values: Municipality(id=key, **values), reader), reader.problems


def venues(record: Record, known: Iterable[str]) -> tuple[dict[str, Venue], list[Problem]]:
    """Read venues.yaml."""
    reader = DataReader(record.path, None)
    reader.municipalities = frozenset(known)
    return read_table(record, VENUE, lambda key, values: Venue(id=key, **values), reader), reader.problems


def organisers(record: Record) -> tuple[dict[str, Organiser], list[Problem]]:
    """Read organisers.yaml."""
    reader = DataReader(record.path, None)
    return read_table(record, ORGANISER, lambda key, values: Organiser(id=key, **values), reader), reader.problems


def categories(record: Record) -> tuple[dict[str, Category], list[Problem]]:
    """Read categories.yaml; a category without cloth or stamp gets the next pair."""
    reader = DataReader(record.path, None)
    place = {key: n for n, key in enumerate(record.fields.key_lines)}

    def make(key: str, values: dict[str, Any]) -> Category:
        colour, sign = assigned(place[key])
        return Category(id=key, name=values["name"], colour=values.get("colour", colour), sign=values.get("sign", sign))

    return read_table(record, CATEGORY, make, reader), reader.problems


def assigned(number: int) -> tuple[str, str]:
    """Return cloth and stamp for a category that names none: each pair once before any comes again."""
    return COLOURS[number % len(COLOURS)], SIGNS[number % len(SIGNS)]


def edition(record: Record, name: str, outline: Outline | None) -> tuple[Edition | None, list[Problem]]:
    """Read edition.yaml: at most 100 days, from before to."""
    reader = DataReader(record.path, None)
    values = reader.mapping(EDITION, record.fields)
    first, last = values.get("from"), values.get("to")
    if first and last and not 0 <= (last - first).days < LONGEST_EDITION:
        reader.fault(record.fields.key_lines["to"], "to", "edition-span", N_("Von {first:%d.%m.%Y} bis {last:%d.%m.%Y} ist kein Zeitraum für ein Programm.").format(
            first=first, last=last), N_("„to“ liegt nach „from“, höchstens {n} Tage später.").format(n=LONGEST_EDITION))
    if first is None or last is None or any(problem.is_error for problem in reader.problems):
        return None, reader.problems
    made = Edition(
        id=name, origin=Origin(path=record.path, lines=record.fields.key_lines), title=values["title"], first_day=first, last_day=last,
        motto=values.get("motto"), outline=outline, greeting_html=values.get("greeting", ""), partners=values.get("partners", ()),
    )
    return made, reader.problems


def outline(record: Record) -> tuple[Outline | None, list[Problem]]:
    """Read motto.yaml: the motto drawn as a path."""
    reader = DataReader(record.path, None)
    values = reader.mapping(OUTLINE, record.fields)
    return (Outline(**values) if len(values) == len(OUTLINE) else None), reader.problems


def span_of(found: Edition, zone: ZoneInfo) -> Span:
    """Return what readings of dates need to know of an edition."""
    return Span(first=found.first_day, last=found.last_day, zone=zone)
