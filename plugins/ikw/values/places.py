"""Places: the kinds of fields that name places, people and the category of an event. Floor 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ikw.fields import VENUE, Field
from ikw.model import DEFAULT_CATEGORY, Organiser, Venue
from ikw.problems import N_, WARNING
from ikw.source import Fields, Node, Scalar
from ikw.source.tree import ID
from ikw.values.known import Known, named, nearest, slip_of
from ikw.values.lines import comma_parts, in_braces, short, spelled
from ikw.values.reader import LANGUAGE, Reader
from ikw.values.texts import fault
from ikw.when import Span

ONLINE = "online"
PEOPLE = "organisers.yaml"


@dataclass(frozen=True, slots=True)
class Place:
    """What `venue:` says: places, or online."""

    venues: tuple[Venue, ...]
    online: bool = False


class PlaceReader(Reader):
    """Reads fields that name something of the data files."""

    def __init__(self, path: str, span: Span, known: Known, *, is_draft: bool = False) -> None:
        """Take what ids may name."""
        municipalities = None if "municipalities.yaml" in known.unread else known.municipalities
        super().__init__(path, span, is_draft=is_draft, municipalities=municipalities)
        self.known = known

    def venue(self, field: Field, node: Node, label: str) -> Place | None:
        """Read an id, a list of ids, an inline place, or `online`."""
        if isinstance(node, Scalar) and node.text.strip().lower() == ONLINE:
            return Place((), online=True)
        is_list = isinstance(node, Scalar) and all(ID.fullmatch(part) for part in comma_parts(node))
        found = [self._venue(field, item, label) for item in (self.several if is_list else self.items)(node, label)]
        venues = tuple(venue for venue in found if venue)
        return Place(venues) if venues else None

    def _venue(self, field: Field, node: Node, label: str) -> Venue | None:
        if isinstance(node, Fields):
            values = self.mapping(VENUE, node, f"{label}.")
            self._languages_of(node, label)
            return Venue(id=None, **values) if "name" in values else None
        found = self.scalar(node, label)
        if found is None or found in self.known.venues:
            return self.known.venues[found] if found else None
        if found.lower() == ONLINE:
            message = N_("„online“ steht nicht in einer Liste von Orten.")
            self.fault(node.line, label, "venue-online", message, N_("Löschen Sie es hier und ergänzen Sie: online_url: https://…"))
        else:
            self._unknown_id(node, label, "venues.yaml", found, self._venue_mend(found))
        return None

    def _languages_of(self, node: Fields, label: str) -> None:
        """A place whose name has several languages belongs into venues.yaml, where a translation that no longer fits is noticed."""
        name = node.get("name")
        if isinstance(name, Fields) and len(name.values) > 1:
            message = N_("Ob die Übersetzungen des Namens noch passen, merkt hier niemand.")
            mend = N_("Tragen Sie den Ort in venues.yaml ein, und schreiben Sie hier seine Kennung.")
            self.fault(name.line, f"{label}.name", "venue-languages", message, mend, WARNING)

    def _venue_mend(self, found: str) -> str:
        if exact := named(self.known.venues, found):
            return N_("Schreiben Sie: {near}").format(near=exact)
        near = nearest(self.known.venues, found)
        inline = in_braces("name", found)
        if near and " " in found:
            return N_("Meinten Sie „{near}“? Sonst schreiben Sie {inline} mit Straße und Ort.").format(near=near, inline=inline)
        if near:
            return N_("Meinten Sie „{near}“?").format(near=near)
        if ID.fullmatch(found):
            return N_("Tragen Sie den Ort in venues.yaml ein, oder schreiben Sie hier {name: …} mit seinem Namen.")
        return N_("Schreiben Sie {inline}, am besten mit street und town, oder tragen Sie den Ort in venues.yaml ein.").format(
            inline=inline,
        )

    def _unknown_id(self, node: Node, label: str, file: str, found: str, mend: str) -> None:
        if file in self.known.unread:
            return
        message = N_("„{value}“ ist keine Kennung aus {file}.").format(value=short(found), file=file)
        self.fault(node.line, label, "id-unknown", message, mend)

    def people(self, field: Field, node: Node, label: str) -> tuple[Organiser, ...] | None:
        """Read ids of organisers.yaml or plain names; what looks like an id must be one. Each stands once."""
        hint = N_(" – oder, wenn das Komma zum Namen gehört, alles in Anführungszeichen")
        found = (self._person(field, item, label) for item in self.several(node, label, hint))
        return tuple({(one.id, one.name[LANGUAGE]): one for one in found if one}.values()) or None

    def _person(self, field: Field, node: Node, label: str) -> Organiser | None:
        if not isinstance(node, Scalar):
            message = N_("„{value}“ ist weder ein Name noch eine Kennung.").format(value=spelled(node))
            mend = N_("Schreiben Sie nur den Namen, oder die Kennung aus organisers.yaml.")
            self.fault(node.line, label, "value-shape", message, mend)
            return None
        value = self.text(field, node, label)
        if value is None or value in self.known.organisers:
            return self.known.organisers[value] if value else None
        near = slip_of(self.known.organisers, value) if ID.fullmatch(value) else None
        if near or ("-" in value and ID.fullmatch(value)):
            name = "person-slip" if near else "person-near"
            near = near or nearest(self.known.organisers, value)
            if PEOPLE not in self.known.unread:
                found = fault(name if near else "person-unknown", value=short(value), file=PEOPLE, near=near)
                self.faults([found], node.line, label)
            return None
        if key := self.known.organiser_ids.get(value.casefold()):
            self.fault(
                node.line, label, "organiser-named", N_("„{value}“ steht schon in {file}.").format(value=value, file=PEOPLE),
                N_("Schreiben Sie: {near} – dann führt ein Link zur Seite der Gruppe.").format(near=key), WARNING,
            )
        return Organiser(id=None, name={LANGUAGE: value})

    def category(self, field: Field, node: Node, label: str) -> str | None:
        """Read the id of a category."""
        found = self.scalar(node, label)
        if found is None or found in self.known.categories or found == DEFAULT_CATEGORY:
            return found
        near = named(self.known.categories, found) or nearest(self.known.categories, found)
        hint = N_("Meinten Sie „{near}“? ").format(near=near) if near else ""
        names = N_("Erlaubt sind: {names}.").format(names=", ".join(self.known.categories))
        self._unknown_id(node, label, "categories.yaml", found, hint + names)
        return None

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **Reader.readers, "venue": venue, "people": people, "category": category,
    }
