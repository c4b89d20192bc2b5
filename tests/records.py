"""Records: event files as text, read and parsed without a disk, with what their ids may name.

    parse("room: Saal") is the event of a small valid file with one more line, and what is said of it.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from ikw.model import Category, Event, Municipality, Organiser, Venue
from ikw.parse import parse_event
from ikw.problems import Fault, Problem
from ikw.source import Record, read_yaml
from ikw.values.known import Known, ids_by_name
from ikw.when import Span

ZONE = ZoneInfo("Europe/Berlin")
SPAN = Span(first=date(2025, 9, 14), last=date(2025, 9, 28), zone=ZONE)
RATHAUS = Venue(id="rathaus", name={"de": "Altes Rathaus"}, town="Musterstadt", municipality="musterstadt")
HALLE = Venue(id="stadthalle", name={"de": "Stadthalle"}, town="Musterstadt", municipality="musterstadt")
VEREIN = Organiser(id="verein-eins", name={"de": "Verein Eins"})
HAUS = Organiser(id="kulturhaus", name={"de": "Kulturhaus"})
FEST = Category(id="fest", name={"de": "Feste", "en": "Festivals"}, colour="granat", sign="pennant")
MUSIK = Category(id="musik", name={"de": "Musik"}, colour="safran", sign="bowl")

# Lines of a file with nothing to say against it; `when` is a Saturday.
LINES = {
    "title": "Fest", "when": "Sa 20.09.2025, 14–16 Uhr", "venue": "rathaus", "organisers": "[verein-eins]", "category": "fest",
}
Told = list[tuple[int, str, str, str, str, str]]


def look(name: str) -> tuple[str, int, int] | Fault:
    """Look at the only picture there is."""
    if name == "fest.jpg":
        return "2025/fest.jpg", 1600, 1067
    return Fault(code="image-missing", message=f"Das Bild „{name}“ gibt es nicht.", mend="Legen Sie es hierher.")


def known(**values: Any) -> Known:
    """Return what ids may name."""
    organisers = {"verein-eins": VEREIN, "kulturhaus": HAUS}
    defaults: dict[str, Any] = {
        "venues": {"rathaus": RATHAUS, "stadthalle": HALLE}, "organisers": organisers, "organiser_ids": ids_by_name(organisers),
        "categories": {"fest": FEST, "musik": MUSIK}, "look": look,
        "municipalities": {"musterstadt": Municipality(id="musterstadt", name={"de": "Musterstadt"})},
    }
    return Known(**(defaults | values))


def front(extra: str = "", **lines: str | None) -> str:
    """Return the front matter of the valid file with other lines, without those that are None, and more below."""
    every = {**LINES, **lines}
    return "".join(f"{name}: {value}\n" for name, value in every.items() if value is not None) + extra


def record(text: str, body: str = "", path: str = "2025/fest.md") -> Record:
    """Return front matter and text as a file that was read without a fault."""
    fields, faults = read_yaml(text, 2)
    assert fields is not None
    assert faults == ()
    return Record(path=path, fields=fields, body=body, body_line=len(text.splitlines()) + 3, digest="")


def parse(extra: str = "", body: str = "", **lines: str | None) -> tuple[Event | None, Told]:
    """Return the event of the valid file with changes, and what is said of it."""
    event, problems = parse_event(record(front(extra, **lines), body), "2025", SPAN, known())
    return event, told(problems)


def told(problems: tuple[Problem, ...] | list[Problem]) -> Told:
    """Return problems without their path, in order of line."""
    return [
        (one.line, one.severity, one.field, one.code, one.message, one.mend)
        for one in sorted(problems, key=lambda problem: (problem.line, problem.field))
    ]


def event(extra: str = "", body: str = "", **lines: str | None) -> Event:
    """Return the event of the valid file with changes; nothing is said of it."""
    made, problems = parse(extra, body, **lines)
    assert problems == []
    assert made is not None
    return made
