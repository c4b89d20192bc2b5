"""Parse: the record of one event file becomes an Event. Floor 1.

Every value is read by the kind of its field (`fields`, `values`); here stand the kinds that know the programme: places, people, times, status.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, ClassVar

from ikw.fields import COST, EVENT, SUMMARY_LIMIT, VENUE, Field
from ikw.model import (
    DEFAULT_CATEGORY,
    Category,
    Change,
    Contact,
    Cost,
    Event,
    Hours,
    Link,
    Municipality,
    Occurrence,
    Organiser,
    Origin,
    Picture,
    Registration,
    Slot,
    Text,
    Venue,
)
from ikw.problems import ERROR, WARNING, N_, Fault, Problem
from ikw.prose import first_sentences, render
from ikw.source import Fields, Items, Node, Record, Scalar
from ikw.values import ID, NO, YES, Reader, short
from ikw.when import Span, read_hours, read_when, read_windows

ONLINE = "online"
LANGUAGE = "de"


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What ids may name, and how a picture is looked at: path as written → (path, width, height) or a fault."""

    venues: Mapping[str, Venue]
    organisers: Mapping[str, Organiser]
    categories: Mapping[str, Category]
    municipalities: Mapping[str, Municipality]
    look: Callable[[str], tuple[str, int, int] | Fault]


@dataclass(frozen=True, slots=True)
class Place:
    """What `venue:` says: places, or online."""

    venues: tuple[Venue, ...]
    online: bool = False


class EventReader(Reader):
    """Reads one event file."""

    def __init__(self, path: str, span: Span, known: Known, *, is_draft: bool) -> None:
        """Take what ids may name."""
        super().__init__(path, span, is_draft=is_draft)
        self.known = known
        self.edition_span = span

    # -- places and people ---------------------------------------------------------------------------------------------------

    def venue(self, field: Field, node: Node, label: str) -> Place | None:
        """Read an id, a list of ids, an inline place, or `online`."""
        if isinstance(node, Scalar) and node.text.strip().lower() == ONLINE:
            return Place((), online=True)
        found = [self._venue(field, item, label) for item in self.items(node)]
        venues = tuple(venue for venue in found if venue)
        return Place(venues) if venues else None

    def _venue(self, field: Field, node: Node, label: str) -> Venue | None:
        if isinstance(node, Fields):
            values = self.mapping(VENUE, node, f"{label}.")
            return Venue(id=None, **values) if "name" in values else None
        found = self.scalar(node, label)
        return self.known_id(self.known.venues, found, node.line, label, "venues.yaml", N_("oder {name: …} mit dem Namen des Ortes")) if found else None

    def known_id(self, table: Mapping[str, Any], value: str, line: int, label: str, file: str, other: str = "", severity: str = ERROR) -> Any:
        """Return the record an id names; an unknown one is a fault that names the nearest."""
        if value in table:
            return table[value]
        named = [key for key, record in table.items() if value.casefold() in (name.casefold() for name in record.name.values())]
        near = named or difflib.get_close_matches(value.lower().replace(" ", "-"), table, 1, 0.6)
        mend = N_("Meinten Sie „{near}“?").format(near=near[0]) if near else N_("Tragen Sie die Kennung in {file} ein").format(file=file) + (f", {other}." if other else ".")
        self.fault(line, label, "id-unknown", N_("„{value}“ steht nicht in {file}.").format(value=short(value), file=file), mend, severity)
        return None

    def municipality(self, field: Field, node: Node, label: str) -> str | None:
        """Read the id of a municipality."""
        found = self.scalar(node, label)
        record = self.known_id(self.known.municipalities, found, node.line, label, "municipalities.yaml") if found else None
        return record.id if record else None

    def people(self, field: Field, node: Node, label: str) -> tuple[Organiser, ...]:
        """Read ids of organisers.yaml or plain names; what looks like an id must be one."""
        found = []
        for item in self.items(node):
            value = self.text(field, item, label)
            if value and (value in self.known.organisers or ("-" in value and ID.fullmatch(value))):
                record = self.known_id(self.known.organisers, value, item.line, label, "organisers.yaml", N_("oder schreiben Sie den Namen aus"))
                if record:
                    found.append(record)
            elif value:
                found.append(Organiser(id=None, name={LANGUAGE: value}))
        return tuple({(one.id, tuple(one.name.values())): one for one in found}.values())

    def category(self, field: Field, node: Node, label: str) -> str | None:
        """Read the id of a category."""
        found = self.scalar(node, label)
        if not found or found == DEFAULT_CATEGORY:
            return found or None
        record = self.known_id(self.known.categories, found, node.line, label, "categories.yaml")
        return record.id if record else None

    # -- times ---------------------------------------------------------------------------------------------------------------

    def when(self, field: Field, node: Node, label: str) -> tuple[Occurrence, ...] | None:
        """Read one text, or a list of texts and mappings; keys count through the list unless written."""
        found: list[Occurrence] = []
        for item in self.items(node):
            for occurrence in self._when_item(field, item, label):
                key = occurrence.key if not occurrence.key.isdigit() else str(len(found) + 1)
                found.append(dataclasses.replace(occurrence, key=key))
        keys = [one.key for one in found]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            self.fault(node.line, label, "key-twice", N_("Der key „{key}“ steht zweimal.").format(key=key), N_("Jeder Termin hat seinen eigenen key."))
        return tuple(found)

    def _when_item(self, field: Field, node: Node, label: str) -> tuple[Occurrence, ...]:
        if not isinstance(node, Fields):
            text = self.scalar(node, label)
            return self._read_when(text, node.line, label) if text else ()
        values = self.mapping(field.fields, node, f"{label}.")
        if "on" not in values:
            return ()
        occurrences = self._read_when(" ".join([values["on"], values.get("time", "")]).strip(), node.line, label)
        place = values.get("venue")
        own: dict[str, Any] = {name: values[name] for name in ("room", "note", "hours", "key") if name in values}
        if place:
            own["venues"] = place.venues
        if "status" in values:
            own["change"] = values["status"]
        if "key" in own and len(occurrences) > 1:
            own["key"] = ""
            return tuple(dataclasses.replace(one, **{**own, "key": f"{values['key']}-{n}"}) for n, one in enumerate(occurrences, 1))
        return tuple(dataclasses.replace(one, **own) for one in occurrences)

    def _read_when(self, text: str, line: int, label: str) -> tuple[Occurrence, ...]:
        occurrences, faults = read_when(text, self.edition_span)
        self.faults(faults, line, label)
        return occurrences

    def hours(self, field: Field, node: Node, label: str) -> tuple[Hours, ...] | None:
        """Read opening hours: weekdays → windows."""
        if not isinstance(node, Fields):
            self.fault(node.line, label, "value-shape", N_("Öffnungszeiten stehen als „tage: zeiten“."), N_("Schreiben Sie zum Beispiel {mo-fr: 9–17, sa: 10–13}."))
            return None
        found = []
        for weekdays, child in node.values.items():
            hours, faults = read_hours(weekdays, self.scalar(child, label) or "")
            self.faults(faults, node.key_lines[weekdays], f"{label}.{weekdays}")
            if hours:
                found.append(hours)
        return tuple(found)

    def window(self, field: Field, node: Node, label: str) -> tuple[Any, Any] | None:
        """Read one window of time, "12–12.15" or "12.15"."""
        text = self.scalar(node, label)
        if not text:
            return None
        windows, faults = read_windows(text)
        self.faults(faults, node.line, label)
        return windows[0] if windows else None

    # -- groups --------------------------------------------------------------------------------------------------------------

    def status(self, field: Field, node: Node, label: str) -> Change | None:
        """Read a status word, or what is, since when, and what was."""
        if isinstance(node, Scalar):
            word = self.choice(field, node, label)
            return Change(status=word) if word else None
        values = self.group(field.fields, node, label)
        if "is" not in values:
            return None
        was = values.get("was", {})
        place = was.get("venue")
        return Change(
            status=values["is"], note=values.get("note"), since=values.get("since"), was_when=was.get("when", ()),
            was_venues=place.venues if place else (),
        )

    def was(self, field: Field, node: Node, label: str) -> dict[str, Any]:
        """Read the old time and place."""
        return self.group(field.fields, node, label)

    def group(self, table: tuple[Field, ...], node: Node, label: str) -> dict[str, Any]:
        """Read a mapping; anything else is a fault that names its fields."""
        if isinstance(node, Fields):
            return self.mapping(table, node, f"{label}.")
        names = ", ".join(f"{field.name}: …" for field in table)
        self.fault(node.line, label, "value-shape", N_("Hier wird eine Gruppe von Feldern erwartet."), N_("Schreiben Sie {{{names}}}.").format(names=names))
        return {}

    def cost(self, field: Field, node: Node, label: str) -> Cost | None:
        """Read `free`, `donation`, an amount, or regular, reduced and note."""
        if isinstance(node, Fields):
            values = self.mapping(COST, node, f"{label}.")
            if not values:
                return None
            return Cost(kind="free" if values.get("regular") == 0 else "price", **values)
        found = self.scalar(node, label)
        kind = {"free": "free", "frei": "free", "kostenlos": "free", "kostenfrei": "free", "donation": "donation", "spende": "donation"}.get((found or "").lower())
        if kind:
            return Cost(kind=kind)
        amount = self.amount(field, node, label)
        return Cost(kind="price" if amount else "free", regular=amount) if amount is not None else None

    def registration(self, field: Field, node: Node, label: str) -> Registration | None:
        """Read `required`, ja, nein, or the ways to register."""
        if isinstance(node, Fields):
            return Registration(**self.mapping(field.fields, node, f"{label}."))
        found = (self.scalar(node, label) or "").lower()
        if found in ("required", *YES):
            return Registration()
        if found in NO:
            return Registration(needed=False)
        self.fault(node.line, label, "registration-wrong", N_("„{value}“ sagt nicht, wie man sich anmeldet.").format(value=short(found)),
                   N_("Schreiben Sie required, nein oder {phone: 06621 00 00 00}."))
        return None

    def contact(self, field: Field, node: Node, label: str) -> Contact | None:
        """Read whom to ask; without consent nothing of it leaves this function."""
        values = self.group(field.fields, node, label)
        if values.pop("consent", False):
            return Contact(**values) if values else None
        self.fault(node.line, label, "contact-consent", N_("Der Kontakt wird nicht gezeigt: „consent: ja“ fehlt."),
                   N_("Fragen Sie die Person und ergänzen Sie „consent: ja“."), WARNING)
        return None

    def yes_text(self, field: Field, node: Node, label: str) -> str | bool | None:
        """Read ja, nein, or a sentence."""
        found = self.text(field, node, label)
        if found is None:
            return None
        return True if found.lower() in YES else False if found.lower() in NO else found

    def schedule(self, field: Field, node: Node, label: str) -> tuple[Slot, ...]:
        """Read a list of times with titles."""
        rows = (self.group(field.fields, item, label) for item in self.items(node))
        return tuple(Slot(start=row["time"][0], until=row["time"][1], title=row["title"]) for row in rows if len(row) == len(field.fields))

    def links(self, field: Field, node: Node, label: str) -> tuple[Link, ...]:
        """Read a list of links."""
        rows = (self.group(field.fields, item, label) for item in self.items(node))
        return tuple(Link(**row) for row in rows if len(row) == len(field.fields))

    def image(self, field: Field, node: Node, label: str) -> tuple[str, int, int] | None:
        """Read the name of a picture and look at it."""
        found = self.scalar(node, label)
        if not found:
            return None
        if "/" in found or "\\" in found or found.startswith("."):
            self.fault(node.line, label, "image-path", N_("„{value}“ ist kein Dateiname.").format(value=short(found)),
                       N_("Legen Sie das Bild neben die Datei und schreiben Sie nur seinen Namen, zum Beispiel fest.jpg."))
            return None
        seen = self.known.look(found)
        if isinstance(seen, Fault):
            self.faults([seen], node.line, label)
            return None
        return seen

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **Reader.readers, "venue": venue, "municipality": municipality, "people": people, "category": category, "when": when, "hours": hours,
        "window": window, "status": status, "was": was, "cost": cost, "registration": registration, "contact": contact, "yes-text": yes_text,
        "schedule": schedule, "links": links, "image": image,
    }


def parse_event(record: Record, edition: str, span: Span, known: Known) -> tuple[Event | None, tuple[Problem, ...]]:
    """Make an event of its record. With errors the event is None; in a draft they are warnings, and it is None all the same."""
    draft = record.fields.get("draft")
    is_draft = (isinstance(draft, Scalar) and draft.text.strip().lower() in YES) or "unread" in record.fields.key_lines
    reader = EventReader(record.path, span, known, is_draft=is_draft)
    values = reader.mapping(EVENT, record.fields)
    text = _text(reader, record, values)
    origin = Origin(path=record.path, lines=record.fields.key_lines)
    picture = _picture(reader, origin, values)
    _completeness(reader, origin, values, record)
    problems = tuple(reader.problems)
    if any(problem.is_error or (is_draft and problem.field in ("title", "when")) for problem in problems):
        return None, problems
    return _event(record, edition, origin, values, text, picture, is_draft), problems


def _text(reader: EventReader, record: Record, values: dict[str, Any]) -> Text:
    prose, faults = render(record.body, record.body_line)
    reader.faults(faults, record.body_line, "text")
    summary = values.get("summary") or first_sentences(prose.plain, SUMMARY_LIMIT) or None
    return Text(
        title=values.get("title", ""), subtitle=values.get("subtitle"), summary=summary, is_excerpt="summary" not in values, html=prose.html, plain=prose.plain,
        image_alt=values.get("image_alt"),
    )


def _picture(reader: EventReader, origin: Origin, values: dict[str, Any]) -> Picture | None:
    seen = values.get("image")
    if seen is None:
        return None
    for field, message, mend in (
        ("image_alt", N_("Zum Bild „{image}“ fehlt die Beschreibung."), N_("Ergänzen Sie „image_alt: …“: was auf dem Bild zu sehen ist.")),
        ("image_credit", N_("Zum Bild „{image}“ fehlt, wer es gemacht hat."), N_("Ergänzen Sie „image_credit: Foto: …“.")),
    ):
        if field not in values:
            reader.fault(origin.line("image"), field, field.replace("_", "-"), message.format(image=PurePosixPath(seen[0]).name), mend)
    if "image_alt" not in values or "image_credit" not in values:
        return None
    return Picture(path=seen[0], width=seen[1], height=seen[2], alt=values["image_alt"], credit=values["image_credit"])


def _completeness(reader: EventReader, origin: Origin, values: dict[str, Any], record: Record) -> None:
    """Warn of what visitors will miss: place, organiser, category."""
    fields = record.fields
    if fields.get("venue") is None and "online_url" not in values:
        reader.fault(1, "venue", "venue-missing", N_("Der Ort fehlt; auf der Seite steht „Ort folgt“."), N_("Ergänzen Sie „venue: …“, sobald er feststeht."), WARNING)
    if fields.get("organisers") is None:
        reader.fault(1, "organisers", "organisers-missing", N_("Es steht nicht da, wer einlädt."), N_("Ergänzen Sie „organisers: [ … ]“."), WARNING)
    if fields.get("category") is None:
        reader.fault(1, "category", "category-missing", N_("Die Kategorie fehlt; es gilt „Sonstiges“."), N_("Ergänzen Sie „category: …“."), WARNING)
    if values.get("hours") and not any(one.is_range for one in values.get("when", ())):
        reader.fault(origin.line("hours"), "hours", "hours-range", N_("Öffnungszeiten gelten nur für einen Zeitraum."), N_("Schreiben Sie in „when“ zum Beispiel 14.–28.9."))


def _event(record: Record, edition: str, origin: Origin, values: dict[str, Any], text: Text, picture: Picture | None, is_draft: bool) -> Event:
    place: Place = values.get("venue") or Place(())
    childcare = values.get("childcare")
    hours = values.get("hours", ())
    occurrences = tuple(
        dataclasses.replace(one, hours=hours) if one.is_range and not one.hours else one for one in values.get("when", ())
    )
    plain = {
        name: values[name] for name in (
            "online_url", "room", "meeting_point", "organisers", "partners", "funders", "category", "audience", "age", "languages", "interpreting",
            "access", "access_note", "cost", "registration", "contact", "bring", "food", "schedule", "links", "highlight", "example", "series",
        ) if name in values
    }
    return Event(
        id=PurePosixPath(record.path).stem, edition=edition, origin=origin, texts={LANGUAGE: text}, occurrences=occurrences, venues=place.venues,
        online=place.online, childcare=childcare if isinstance(childcare, str) else None, has_childcare=bool(childcare),
        change=values.get("status"), picture=picture, draft=is_draft, **plain,
    )


