"""Proposals: places and groups that events name and nobody knows yet, as YAML to paste into the data files. Floor 5, pure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ikw.cells.names import key_of
from ikw.fields import VENUE_ENTRY
from ikw.importers.candidates import PEOPLE, Candidate, Place
from ikw.problems import N_
from ikw.source import Value, fields_text
from ikw.source.tree import nearest_id


@dataclass(slots=True)
class _Proposal:
    """An entry that could be made: its values, and the events that name it."""

    values: dict[str, Value]
    titles: list[str] = field(default_factory=list)


def proposals_of(candidates: Iterable[Candidate], place: Place) -> str:
    """Return what to paste into venues.yaml and organisers.yaml; nothing where all is known."""
    venues: dict[str, list[_Proposal]] = {}
    groups: dict[str, list[_Proposal]] = {}
    for made in candidates:
        venue = made.fields.get("venue")
        if isinstance(venue, dict) and "name" in venue:
            _note(venues, dict(venue), made)
        for name in PEOPLE:
            people = made.fields.get(name)
            for one in people if isinstance(people, list) else []:
                if isinstance(one, str) and one not in place.known.organisers:
                    _note(groups, {"name": one}, made)
    parts = []
    if venues:
        head = N_("# Neue Orte, zum Einfügen in venues.yaml. Prüfen Sie jeden: Vielleicht gibt es ihn schon unter anderem Namen.\n")
        parts.append(head + "".join(_entries(venues, place.known.venues, [one.name for one in VENUE_ENTRY if one.is_required])))
    if groups:
        head = N_("# Neue Gruppen, zum Einfügen in organisers.yaml. Nur wer eine eigene Seite bekommen soll, gehört hinein.\n")
        parts.append(head + "".join(_entries(groups, place.known.organisers, ["name"])))
    return "\n".join(parts)


def _note(found: dict[str, list[_Proposal]], values: dict[str, Value], made: Candidate) -> None:
    """Keep an entry once, with the most that any event says of it; two places of one name in two towns are two."""
    title = " ".join(made.row.words.get("title", "").split())
    several = found.setdefault(key_of(str(values["name"])), [])
    for entry in several:
        if all(entry.values.get(part, value) == value for part, value in values.items() if part != "name"):
            entry.values = {**values, **entry.values}
            entry.titles.append(title)
            return
    several.append(_Proposal(values, [title]))


def _entries(found: Mapping[str, list[_Proposal]], known: Mapping[str, object], required: list[str]) -> Iterable[str]:
    """Yield each entry under an id of its own; what must be there and is not known stands as a comment."""
    taken = set(known)
    for entry in sorted((one for several in found.values() for one in several), key=lambda one: str(one.values["name"]).casefold()):
        name = nearest_id(str(entry.values["name"]))[:60].rstrip("-") or "ort"
        one, number = name, 1
        while one in taken:
            number += 1
            one = f"{name}-{number}"
        taken.add(one)
        count = len(entry.titles)
        about = entry.titles[0][:60] if count == 1 else N_("{count} Veranstaltungen").format(count=count)
        missing = "".join(N_("  # {name}: …   (ergänzen)\n").format(name=part) for part in required if part not in entry.values)
        values: dict[str, Value] = {part.name: entry.values[part.name] for part in VENUE_ENTRY if part.name in entry.values}
        text = fields_text({one: values})
        if missing:
            text = f"{one}:\n{textwrap.indent(fields_text(values), '  ')}{missing}"
        yield f"# {about}\n{text}"
