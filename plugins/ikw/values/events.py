"""Events: the kinds of fields that say how one takes part: money, registration, contact, pictures. Floor 1."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar

from ikw.fields import Field
from ikw.model import Contact, Cost, Link, Registration, Slot
from ikw.problems import N_, Fault
from ikw.source import Fields, Node, Scalar
from ikw.values.lines import in_braces, spelled
from ikw.values.occurrences import OccurrenceReader
from ikw.values.scalars import NO, YES, amount, email, phone, url
from ikw.values.texts import fault

DONATION = frozenset(("donation", "spende", "spenden", "auf spendenbasis"))

_WAYS: tuple[tuple[str, Callable[[str], str | Fault]], ...] = (("phone", phone), ("email", email), ("url", url))


class EventReader(OccurrenceReader):
    """Reads all fields of an event file."""

    def cost(self, field: Field, node: Node, label: str) -> Cost | None:
        """Read `free`, `donation`, an amount, or regular, reduced and note."""
        if isinstance(node, Fields):
            values = self.mapping(field.fields, node, f"{label}.")
            self._check_prices(values, node, label)
            return _price(**values) if values else None
        text = _line_of(node)
        if text.lower() in DONATION:
            return Cost(kind="donation")
        found = amount(text)
        if not isinstance(found, Fault):
            return _price(found)
        message = N_("„{value}“ ist weder ein Betrag noch free oder donation.").format(value=spelled(node))
        mend = N_("Schreiben Sie free, donation, einen Betrag wie 8 € oder {regular: 8 €, reduced: 5 €, note: …}.")
        self.fault(node.line, label, "amount-wrong", message, mend)
        return None

    def _check_prices(self, values: Mapping[str, Any], node: Fields, label: str) -> None:
        line = node.key_lines.get("reduced", node.line)
        regular, reduced = values.get("regular"), values.get("reduced")
        if reduced is not None and "regular" not in node.values:
            self.faults([fault("price-alone")], line, f"{label}.regular")
        elif regular is not None and reduced is not None and reduced > regular:
            seen = {name: spelled(node.values[name]) for name in ("regular", "reduced")}
            self.faults([fault("price-order", **seen)], line, f"{label}.reduced")

    def registration(self, field: Field, node: Node, label: str) -> Registration | None:
        """Read `required`, ja, nein, or the ways to register."""
        if isinstance(node, Fields):
            return Registration(**self.mapping(field.fields, node, f"{label}."))
        text = _line_of(node)
        if text.lower() == "required" or text.lower() in YES | NO:
            return Registration(needed=text.lower() not in NO)
        way = next((name for name, read in _WAYS if not isinstance(read(text), Fault)), None)
        mend = N_("Schreiben Sie required, nein oder, wie man sich anmeldet: {phone: 06621 00 00 00}.")
        if way:
            mend = N_("Schreiben Sie: {group}").format(group=in_braces(way, text))
        message = N_("„{value}“ ist weder required noch nein noch eine Gruppe von Feldern.").format(value=spelled(node))
        self.fault(node.line, label, "registration-wrong", message, mend)
        return None

    def contact(self, field: Field, node: Node, label: str) -> Contact | None:
        """Read whom to ask; without consent nothing of it leaves this function."""
        values = self.group(field.fields, node, label)
        if values is None:
            return None
        if values.pop("consent", False):
            return Contact(**values) if values else None
        self.faults([fault("contact-consent")], node.line, label)
        return None

    def yes_text(self, field: Field, node: Node, label: str) -> str | bool | None:
        """Read ja, nein, or a sentence."""
        found = self.text(field, node, label)
        if found is None or found.lower() not in YES | NO:
            return found
        return found.lower() in YES

    def offer(self, field: Field, node: Node, label: str) -> str | None:
        """Read a sentence; "ja" stands for itself, and nein is as good as nothing."""
        found = self.yes_text(field, node, label)
        return "ja" if found is True else found or None

    def schedule(self, field: Field, node: Node, label: str) -> tuple[Slot, ...]:
        """Read a list of times with titles."""
        rows = [self.group(field.fields, item, label) or {} for item in self.items(node, label)]
        return tuple(Slot(start=row["time"][0], until=row["time"][1], title=row["title"]) for row in rows if len(row) == 2)

    def links(self, field: Field, node: Node, label: str) -> tuple[Link, ...]:
        """Read a list of links."""
        rows = [self.group(field.fields, item, label) or {} for item in self.items(node, label)]
        return tuple(Link(**row) for row in rows if len(row) == 2)

    def image(self, field: Field, node: Node, label: str) -> tuple[str, int, int] | None:
        """Read the name of a picture and look at it."""
        return self.picture(node, label, self.known.look)

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {
        **OccurrenceReader.readers, "cost": cost, "registration": registration, "contact": contact, "yes-text": yes_text,
        "offer": offer, "schedule": schedule, "links": links, "image": image,
    }


def _line_of(node: Node) -> str:
    """Return a single value on one line; nothing for a list."""
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""


def _price(regular: Decimal | None = None, reduced: Decimal | None = None, note: str | None = None) -> Cost:
    """Return what it costs; nothing to pay is free."""
    if regular == 0 and not reduced:
        return Cost(kind="free", note=note)
    return Cost(kind="price", regular=regular, reduced=reduced, note=note)
