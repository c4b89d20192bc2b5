"""Data: the files around the events: places, people, categories, municipalities and the edition. Floor 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import Any, ClassVar, TypeVar
from zoneinfo import ZoneInfo

from ikw import easy_language
from ikw.fields import CATEGORY, EDITION, MUNICIPALITY, ORGANISER, OUTLINE, VENUE_ENTRY, Field
from ikw.model import COLOURS, SIGNS, Category, Edition, Municipality, Organiser, Origin, Outline, Partner, Picture, Venue
from ikw.problems import N_, Fault, Problem
from ikw.prose import render
from ikw.source import Fields, Node, Record, Scalar
from ikw.values.lines import short_name, spelled
from ikw.values.reader import EASY_LANGUAGE, LANGUAGE, Look, Reader
from ikw.values.scalars import ID_MEND, id_
from ikw.when import Span

LONGEST_EDITION = 100

_PATH_SIGNS = frozenset("MmLlHhVvCcSsQqTtAaZz0123456789.,- ")
_Made = TypeVar("_Made")


class DataReader(Reader):
    """Reads a data file. `look` looks at the pictures that it names."""

    look: Look | None = None

    def partners(self, field: Field, node: Node, label: str) -> tuple[Partner, ...]:
        """Read a list of names, with or without addresses and logos."""
        found = []
        for item in self.items(node, label):
            if isinstance(item, Fields):  # noqa: SIM108 -- the one line would be too long to read
                row = self.mapping(field.fields, item, f"{label}.")
            else:
                row = {"name": self.text(field, item, label)}
            if row.get("name"):
                logo = self._logo(row, item, label)
                found.append(Partner(name={LANGUAGE: row["name"]}, url=row.get("url"), logo=logo))
        return tuple(found)

    def _logo(self, row: Mapping[str, Any], node: Node, label: str) -> Picture | None:
        """Return a logo with its words: people who do not see it want to know whose it is."""
        seen = row.get("logo")
        if seen is None:
            return None
        if "logo_alt" not in row:
            message = N_("Zum Logo „{image}“ fehlt die Beschreibung.").format(image=PurePosixPath(seen[0]).name)
            self.fault(node.line, f"{label}.logo_alt", "logo-alt", message, N_("Ergänzen Sie „logo_alt: …“, zum Beispiel „Logo der Bank“."))
            return None
        return Picture(path=seen[0], width=seen[1], height=seen[2], alt=row["logo_alt"], credit="")

    def image(self, field: Field, node: Node, label: str) -> tuple[str, int, int] | None:
        """Read the name of a picture and look at it."""
        return self.picture(node, label, self.look) if self.look else None

    def markdown(self, field: Field, node: Node, label: str) -> str | None:
        """Read Markdown as safe HTML."""
        if not isinstance(node, Scalar):
            self.scalar(node, label)
            return None
        prose, faults = render(node.text, _first_line(node))
        self.faults(faults, node.line, label)
        return prose.html

    def prose_words(self, field: Field, node: Node, label: str) -> Mapping[str, str] | None:
        """Read Markdown as safe HTML: one text, or a group of languages with a text for each."""
        if not isinstance(node, Fields):
            one = self.markdown(field, node, label)
            return {LANGUAGE: one} if one else None
        for lang, child in node.values.items():
            if lang == EASY_LANGUAGE and isinstance(child, Scalar):
                self.faults(easy_language.check(child.text, _first_line(child)), child.line, f"{label}.{lang}")
        return self.by_language(node, label, lambda child, own: self.markdown(field, child, own))

    def outline_path(self, field: Field, node: Node, label: str) -> str | None:
        """Read an SVG path: its commands and numbers, nothing else."""
        text = " ".join(node.text.split()) if isinstance(node, Scalar) else ""
        if text and len(text) <= field.limit and set(text) <= _PATH_SIGNS:
            return text
        message = N_("„{value}“ ist kein Umriss aus Linien.").format(value=spelled(node))
        self.fault(node.line, label, "path-wrong", message, N_("Zeichnen Sie das Motto mit „ikw motto“ neu."))
        return None

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **Reader.readers, "partners": partners, "image": image, "markdown": markdown,
        "prose-words": prose_words, "path": outline_path,
    }


def _first_line(node: Scalar) -> int:
    """Return the line at which a text begins: a block of it on the one below its field."""
    return node.line + ("\n" in node.text)


def municipalities(record: Record) -> tuple[dict[str, Municipality], list[Problem]]:
    """Read municipalities.yaml."""
    return read_table(record, MUNICIPALITY, lambda key, values: Municipality(id=key, **values))


def venues(record: Record, known: Mapping[str, Municipality] | None) -> tuple[dict[str, Venue], list[Problem]]:
    """Read venues.yaml."""
    return read_table(record, VENUE_ENTRY, lambda key, values: Venue(id=key, **values), known)


def organisers(record: Record) -> tuple[dict[str, Organiser], list[Problem]]:
    """Read organisers.yaml."""
    return read_table(record, ORGANISER, lambda key, values: Organiser(id=key, **values))


def categories(record: Record) -> tuple[dict[str, Category], list[Problem]]:
    """Read categories.yaml; a category without cloth or stamp gets the next pair."""
    place = {key: number for number, key in enumerate(record.fields.key_lines)}

    def make(key: str, values: dict[str, Any]) -> Category:
        colour, sign = assigned(place[key])
        return Category(id=key, name=values["name"], colour=values.get("colour", colour), sign=values.get("sign", sign))

    return read_table(record, CATEGORY, make)


def assigned(number: int) -> tuple[str, str]:
    """Return cloth and stamp for a category that names none: each pair once before any comes again."""
    return COLOURS[number % len(COLOURS)], SIGNS[number % len(SIGNS)]


def edition(record: Record, name: str, outline: Outline | None, look: Look | None = None) -> tuple[Edition | None, list[Problem]]:
    """Read edition.yaml: at most 100 days, from before to, in the year of its folder. None without title or days."""
    reader = DataReader(record.path)
    reader.look = look
    values = reader.mapping(EDITION, record.fields)
    if not {"title", "from", "to"} <= values.keys():
        return None, reader.problems
    first, last = values["from"], values["to"]
    if fault := _span_fault(first, last) or _year_fault(first, name):
        reader.faults([fault], record.fields.key_lines[fault.field], "")
        return None, reader.problems
    made = Edition(
        id=name, origin=Origin(path=record.path, lines=record.fields.key_lines), title=values["title"], first_day=first,
        last_day=last, motto=values.get("motto"), outline=outline, greeting_html=values.get("greeting"),
        partners=values.get("partners", ()), imprint_html=values.get("imprint", ""),
        entries_until=values.get("entries_until"), criteria_html=values.get("criteria"),
    )
    return made, reader.problems


def stand_in(name: str) -> Edition:
    """Return an edition of a whole year, by which events are checked while their own edition.yaml is wrong."""
    year = max(1, int(name))
    return Edition(
        id=name, origin=Origin(path=f"{name}/edition.yaml", lines={}), title={LANGUAGE: name}, first_day=date(year, 1, 1),
        last_day=date(year, 12, 31),
    )


def outline(record: Record) -> tuple[Outline | None, list[Problem]]:
    """Read motto.yaml: the motto drawn as a path."""
    reader = DataReader(record.path)
    values = reader.mapping(OUTLINE, record.fields)
    return (Outline(**values) if len(values) == len(OUTLINE) else None), reader.problems


def span_of(found: Edition, zone: ZoneInfo) -> Span:
    """Return what readings of dates need to know of an edition."""
    return Span(first=found.first_day, last=found.last_day, zone=zone)


def read_table(
    record: Record, table: tuple[Field, ...], make: Callable[[str, dict[str, Any]], _Made],
    municipalities: Mapping[str, Municipality] | None = None, reader_type: type[DataReader] = DataReader,
) -> tuple[dict[str, _Made], list[Problem]]:
    """Read a file of ids with fields."""
    reader = reader_type(record.path, municipalities=municipalities)
    found: dict[str, _Made] = {}
    required = ", ".join(f"{field.name}: …" for field in table if field.is_required)
    for key, line in record.fields.key_lines.items():
        node = record.fields.get(key)
        values: dict[str, Any] = {}
        if isinstance(id_(key), Fault):
            message = N_("„{value}“ ist keine Kennung.").format(value=short_name(key))
            reader.fault(line, short_name(key), "id-wrong", message, ID_MEND)
            continue
        if isinstance(node, Fields):
            values = reader.mapping(table, node, f"{key}.")
        else:
            message = N_("Hier stehen keine Felder.")
            if node:
                message = N_("„{value}“ ist keine Gruppe von Feldern.").format(value=spelled(node))
            reader.fault(line, key, "value-shape", message, N_("Schreiben Sie {{{names}}}.").format(names=required))
        # Also where something is wrong: whoever names this id is not at fault.
        found[key] = make(key, {"name": {LANGUAGE: key}, **values})
    return found, reader.problems


def _span_fault(first: date, last: date) -> Fault | None:
    """The last day is the first or after it, at most 99 days."""
    if 0 <= (last - first).days < LONGEST_EDITION:
        return None
    seen = {"first": f"{first:%d.%m.%Y}", "last": f"{last:%d.%m.%Y}", "n": (last - first).days + 1, "limit": LONGEST_EDITION}
    message = N_("Der letzte Tag {last} liegt vor dem ersten Tag {first}.")
    mend = N_("Tauschen Sie „from“ und „to“, oder prüfen Sie das Jahr.")
    if last > first:
        message = N_("Vom {first} bis zum {last} sind es {n} Tage, möglich sind {limit}.")
        mend = N_("Prüfen Sie „from“ und „to“.")
    return Fault(code="edition-span", message=message.format(**seen), mend=mend, field="to")


def _year_fault(first: date, name: str) -> Fault | None:
    """The folder's name is the year in which the edition begins."""
    if first.year == int(name):
        return None
    message = N_("Der erste Tag {first} liegt nicht im Jahr {year}, nach dem der Ordner heißt.")
    mend = N_("Prüfen Sie das Datum, oder benennen Sie den Ordner in „{right}“ um.").format(right=first.year)
    return Fault(code="edition-year", message=message.format(first=f"{first:%d.%m.%Y}", year=name), mend=mend, field="from")
