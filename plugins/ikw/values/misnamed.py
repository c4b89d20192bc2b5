"""Misnamed: a field that is none, and the one that was meant. Floor 1, pure."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ikw.fields import EVENT, TEXT_NAMES, Field
from ikw.problems import N_, Fault
from ikw.values.lines import short_name

# How near a name must be; of the German ones there are many, and some are short.
_NEAR, _NEAR_IN_GERMAN = 0.6, 0.8


def unknown_field(table: tuple[Field, ...], name: str) -> tuple[Fault, str | None]:
    """Return the fault of a field that is none, and the field that was meant, by its name, by a German one, or nearly so."""
    lower = re.sub(r"[\s-]+", "_", name.lower())
    meant = next((field.name for field in table if lower == field.name), None) or next(
        (field.name for field in table if lower in field.german or name.lower() in field.german), None,
    )
    is_text = meant is None and lower in TEXT_NAMES and table is EVENT
    above = () if meant or is_text else _groups_of(table, lower)
    if meant := meant or (None if is_text or above else _nearest(table, lower)):
        mend = N_("Das Feld heißt „{right}“.").format(right=meant)
    elif above:
        mend = N_("Das gehört unter {groups}, mit zwei Leerzeichen davor.").format(groups=" oder ".join(f"„{one}:“" for one in above))
    elif is_text:
        mend = N_("Löschen Sie das Wort und schreiben Sie den Text unter die zweite Zeile „---“.")
    else:
        names = ", ".join(field.name for field in table if not field.is_coordinators)
        mend = N_("Erlaubt sind: {names}.").format(names=names)
    message = N_("„{name}“ ist kein bekanntes Feld.").format(name=short_name(name))
    return Fault(code="field-unknown", message=message, mend=mend), meant


def _groups_of(table: tuple[Field, ...], name: str) -> tuple[str, ...]:
    """Return the groups of which a field is a part: a line that has lost the one above it."""
    return tuple(field.name for field in table if field.name != "when" and any(part.name == name for part in field.fields))


def _nearest(table: tuple[Field, ...], name: str) -> str | None:
    known = [(field.name, field.name, _NEAR) for field in table]
    known += [(word, field.name, _NEAR_IN_GERMAN) for field in table for word in field.german]
    found = ((SequenceMatcher(None, word, name).ratio(), right, least) for word, right, least in known)
    near = [(ratio, right) for ratio, right, least in found if ratio >= least]
    return max(near, key=lambda one: one[0])[1] if near else None
