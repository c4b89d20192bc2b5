"""Columns: which columns a table of events may have, and which heading means which. Floor 1, pure.

Every field of the event table has its column; a group of fields (a place, a price) has one for each of its parts. Headings are
the names that `fields` knows, in any spelling. A date in several columns (day, start, end) has parts that are no fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ikw.fields import EVENT, TEXT_NAMES, Field
from ikw.questions import QUESTIONS
from ikw.source.tree import folded

ID, DIGEST, TEXT, MARKDOWN = "id", "digest", "text", "markdown"

# Groups whose parts have columns of their own, and the part that stands in the column of the group itself.
GROUPS = {"venue": "name", "cost": "regular", "registration": "", "contact": "name", "status": "is", "was": ""}
# The parts of `when` in several columns.
WHEN_PARTS = {
    "when.on": (
        "datum", "date", "tag", "day", "veranstaltungsdatum", "veranstaltungstag", "startdatum", "datum von", "von datum",
        "datum beginn", "beginn datum", "start date",
    ),
    "when.last": ("enddatum", "datum bis", "bis datum", "datum ende", "ende datum", "letzter tag", "end date"),
    "when.weekday": ("wochentag", "weekday"),
    "when.time": ("uhrzeit", "zeit", "time", "uhrzeiten", "zeiten", "uhrzeit von bis", "zeit von bis"),
    "when.from": (
        "beginn", "start", "anfang", "von", "begin", "uhrzeit von", "von uhrzeit", "uhrzeit beginn", "beginn uhrzeit",
        "startzeit", "anfangszeit", "uhrzeit start", "start time",
    ),
    "when.to": (
        "ende", "bis", "schluss", "end", "uhrzeit bis", "bis uhrzeit", "uhrzeit ende", "ende uhrzeit", "endzeit", "end time",
    ),
}
# Two columns of one field: their words are put together.
_JOINED = frozenset(("organisers", "partners", "funders", "audience", "languages", "interpreting", "access", "links", TEXT))
_OWN = {
    ID: ("kennung", "id"), DIGEST: ("prüfsumme",), TEXT: TEXT_NAMES,
    MARKDOWN: ("beschreibung (markdown)", "text (markdown)"),
    "venue.street": ("adresse", "anschrift"),
    # as forms ask
    "title": ("wie heißt die veranstaltung", "veranstaltungsname", "programmpunkt", "thema"), "summary": ("kurze beschreibung",),
    "organisers": ("name der organisation", "name des vereins", "name der einrichtung", "name des veranstalters", "institution"),
    "cost": ("teilnehmerbeitrag", "unkostenbeitrag", "wieviel kostet es", "wie viel kostet es"),
    "when": ("zeitraum",), "access": ("rollstuhlgerecht",), "image_credit": ("fotograf", "fotografin"),
    "links": ("weitere infos", "infos unter", "mehr infos", "mehr informationen"),
    "registration.url": ("anmeldelink", "link zur anmeldung"),
    "registration.places": ("teilnehmerzahl max", "max tn", "tn max", "teilnehmende max", "max teilnehmende"),
}
# Headings that are no name with a large letter.
_HEADINGS = {
    "online_url": "Online-Link", "access_note": "Hinweis zum Zugang", "venue.postcode": "Ort: PLZ",
    "venue.access_note": "Ort: Hinweis zum Zugang", "cost.reduced": "Kosten ermäßigt", "registration.until": "Anmeldung bis",
    "status.since": "Stand seit", "status.was.when": "Stand vorher: wann", "status.was.venue": "Stand vorher: wo",
}
_MARKDOWN = re.compile(r"\(markdown\)", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_GENDER = re.compile(r"(?<=\w)(?:[*:_/]-?in(?:nen)?|\(in(?:nen)?\)|Innen|/-?e?n)\b")
_UNIT = re.compile(r"\bin (?:€|euro|eur)(?!\w)|€", re.IGNORECASE)
# What says nothing of its own behind a heading, and the question that a form asks instead of one.
_OF_IT = re.compile(
    r"\s+(?:(?:der|zur|ihrer|eurer|für (?:die|ihre)) (?:veranstaltung|aktion)|für rückfragen)\b|^ist die veranstaltung ", re.IGNORECASE,
)
_ASKED = re.compile(r"(?P<word>wo|wann)\b.*\b(?:statt|ist)(?: .*)?\W*", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[/,&+]|\bund\b)\s*", re.IGNORECASE)
_PLURALS = ("en", "n", "e", "s")
_LONG_WORD = 6
_NUMBERED = re.compile(r"(?P<name>.+)-(?P<number>[1-9])|(?P<first>[1-9])-(?P<rest>.+)")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the path of its field (`registration.until`) and its heading."""

    path: str
    heading: str


def columns() -> tuple[Column, ...]:
    """Return every column, in the order of the field table."""
    return (Column(ID, "Kennung"), *_columns(EVENT), Column(MARKDOWN, "Beschreibung (Markdown)"), Column(DIGEST, "Prüfsumme"))


def _columns(fields: Iterable[Field], path: str = "", heading: str = "", without: str = "") -> Iterator[Column]:
    for field in fields:
        if field.name == without:
            continue
        name = field.german[0] if field.german else field.name
        name = "-".join(part[:1].upper() + part[1:] for part in name.split("-"))
        own = _HEADINGS.get(f"{path}{field.name}", f"{heading}: {name}" if heading else name)
        if field.name != "was":
            yield Column(f"{path}{field.name}", own)
        if field.kind in GROUPS:
            yield from _columns(field.fields, f"{path}{field.name}.", own, GROUPS[field.kind])


def _table() -> dict[str, str]:
    """Return the path that each heading means, by the heading's folded spelling; the first that claims it has it."""
    found: dict[str, str] = {}
    for path, own in (*WHEN_PARTS.items(), *_OWN.items()):
        for name in own:
            found.setdefault(folded(name), path)
    for field in EVENT:
        for name in _names(field):
            found.setdefault(folded(name), field.name)
    parts = [part for field in EVENT if field.kind in GROUPS for part in _parts(field, field.name, _names(field))]
    for path, parents, names in parts:
        for parent in parents:
            for name in names:
                found.setdefault(folded(f"{parent} {name}"), path)
                found.setdefault(folded(f"{name} {parent}"), path)
    # what the form asks, and `facts` call it on pages
    for path, question in QUESTIONS.items():
        if not path.startswith("when."):
            found.setdefault(folded(question.label), TEXT if path == "text" else path.removesuffix(".name"))
    # A part alone: a telephone number is whom to ask, unless it says that it is for registration.
    # A note alone says nothing of what it is about.
    alone = [part for part in parts if not part[0].endswith(".note")]
    for path, _, names in sorted(alone, key=lambda part: _ALONE.index(part[0].split(".")[0])):
        for name in names:
            found.setdefault(folded(name), path)
    return found


_ALONE = ("venue", "cost", "contact", "registration", "status")


def _names(field: Field) -> tuple[str, ...]:
    return (field.name, *field.german)


def _parts(field: Field, path: str, parents: Sequence[str]) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    for part in field.fields:
        own = f"{path}.{part.name}"
        if part.name == GROUPS[field.kind]:
            own = path
        if part.kind in GROUPS and part.name == "was":
            inner = [f"{parent} {name}" for parent in parents for name in _names(part)]
            yield from _parts(part, own, inner)
        else:
            yield own, parents, _names(part)


_PATHS = _table()
# Headings that stand in a table as they are, and are none of several put together.
_WRITTEN = frozenset(
    folded(name) for names in (*WHEN_PARTS.values(), *_OWN.values(), *(
        _names(field) for parent in EVENT for field in (parent, *(part for part in parent.fields if parent.kind in GROUPS))
    )) for name in names
)


def path_of(heading: str) -> str | None:
    """Return the path that a heading means; None for one that nobody knows. `Termin 2` is `when#2`."""
    if _MARKDOWN.search(heading):
        return MARKDOWN
    if several := _of_several(heading):
        return several
    bare = _BRACKETS.sub(" ", _UNIT.sub("", heading))
    texts = [heading, _UNIT.sub("", heading), bare]
    texts += [*(_GENDER.sub("", text) for text in texts), _OF_IT.sub("", bare), _ASKED.sub(r"\g<word>", bare.strip())]
    return next((path for text in texts if (path := _named(text))), None) or _other_number(folded(_GENDER.sub("", bare)))


def _named(text: str) -> str | None:
    key = folded(text)
    if key in _PATHS:
        return _PATHS[key]
    if match := _NUMBERED.fullmatch(key):
        name, number = match["name"] or match["rest"], match["number"] or match["first"]
        if path := _PATHS.get(name):
            return path if number == "1" else f"{path}#{number}"
    return None


def _other_number(key: str) -> str | None:
    """Return the path of a heading that stands in the plural, or in the singular, where the known one does not."""
    shorter = (key[:-len(end)] for end in _PLURALS if key.endswith(end) and len(key) >= _LONG_WORD)
    longer = (f"{key}{end}" for end in _PLURALS if len(key) >= _LONG_WORD)
    return next((_PATHS[word] for word in (*shorter, *longer) if word in _PATHS), None)


def is_note(heading: str) -> bool:
    """Whether a heading says that notes stand below it, and not to what: `Bemerkungen`."""
    return folded(heading) in {folded(f"{name}{end}") for name in _NOTES for end in ("", "e", "en")}


_NOTES = next(part for field in EVENT for part in field.fields if part.name == "note").german


def _of_several(heading: str) -> str | None:
    """Return the path of a column that holds what others have in several: `Datum/Uhrzeit`, `Ort (Name, Adresse)`."""
    if folded(heading) in _WRITTEN:
        return None
    outer, _, inner = heading.partition("(")
    words = [*_JOINT.split(outer), *(_JOINT.split(inner.rstrip(") ")) if _JOINT.search(inner) else ())]
    paths = [_named(_OF_IT.sub("", word)) for word in words if word.strip() and not (inner and folded(word) == "name")]
    found = {path for path in paths if path}
    if len(paths) < 2 or None in paths:
        return None
    if len(found) == 1:
        return found.pop()
    whole = next((whole for whole, parts in _SEVERAL.items() if found <= {whole, *parts}), None)
    return "venue.street" if whole == "venue" != paths[0] else whole


# What one column may hold, with what its heading may then name.
_SEVERAL = {
    "when.on": ("when.weekday",), "when.time": ("when.from", "when.to"),
    "when": ("when.on", "when.weekday", "when.time", "when.from", "when.to"), "audience": ("age",),
    "venue": ("venue.street", "venue.postcode", "venue.town", "venue.municipality", "room"),
    "contact": ("contact.phone", "contact.email", "contact.url"),
}


# What a form's program writes beside the answers, in its own columns: who answered, and when.
_FORMS = (("fertigstellungszeit", "completion-time"), ("id", "startzeit", "start-time", "name", "e-mail", "email"))


def paths_of(headings: Sequence[str]) -> tuple[str | None, ...]:
    """Return the path of each column of a table; None for a heading that is unknown, or says again what another has said.

    `Ort` beside a column for the place's name, and after `PLZ`, is the town; `Tag` beside `Datum` is the weekday. Beside a title,
    `Name` is somebody else's, and `Thema` says no more than it. Beside the time at which a form was sent, `Startzeit` is when it was begun.
    """
    paths = [path_of(heading) for heading in headings]
    names = [folded(_BRACKETS.sub(" ", heading)) for heading in headings]
    for number, name in enumerate(names):
        others = [path for place, path in enumerate(paths) if place != number]
        if name == "ort" and ("venue" in others or (number and paths[number - 1] == "venue.postcode")):
            paths[number] = "venue.town"
        elif name in ("tag", "day") and {"when", "when.on"} & set(others):
            paths[number] = "when.weekday"
        elif name in ("name", "thema") and "title" in others:
            paths[number] = None
    if not set(names).isdisjoint(_FORMS[0]):
        paths = [None if name in _FORMS[1] and path != "title" else path for name, path in zip(names, paths, strict=True)]
    seen: set[str | None] = set()
    found: list[str | None] = []
    for path in paths:
        bare = path.partition("#")[0] if path else None
        if bare in _JOINED:
            found.append(bare)
        else:
            found.append(None if path in seen else path)
        seen.add(path)
    return tuple(found)


def known_headings() -> tuple[str, ...]:
    """Return every spelling that is known, folded; for the nearest one to a slip."""
    return tuple(_PATHS)
