"""Names: the event or the municipality that somebody names at the terminal. Floor 5.

Every call of `ikw` reads this module, so what is slow to import is imported where it is used.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from textwrap import fill
from typing import TYPE_CHECKING

from ikw.likeness import plain
from ikw.settings import GERMAN
from ikw.usage import UsageError

if TYPE_CHECKING:
    from ikw.model import Event
    from ikw.programme import Programme

FACET = "municipality"
# Below this two names have nothing to do with each other.
_ALIKE = 0.6
# So many letters stand on a line where many names are listed.
_WIDTH = 100


def event_named(programme: Programme, name: str, target: str, examples: Mapping[str, Event] | None = None) -> Event:
    """Return an event by its id; `target` is what make calls the command, `examples` are events that it is for."""
    known = programme.by_id
    if name in known:
        return known[name]
    if not known:
        raise UsageError(f"{_as_seen(name)}Im Programm steht noch keine Veranstaltung.")
    example = next(iter(examples or known))
    hint = "Die Kennung ist der Name der Datei ohne .md"
    if not name.strip():
        raise UsageError(f"Nennen Sie eine Veranstaltung: make {target} EVENT={example}. {hint}.")
    near = nearest(name, {id: event.texts[GERMAN].title for id, event in known.items()})
    mend = f"Meinten Sie „{near}“?" if near else f"{hint}, zum Beispiel „{example}“."
    raise UsageError(f"{_as_seen(name)}Diese Veranstaltung gibt es nicht. {mend}")


def municipality_named(programme: Programme, name: str) -> str:
    """Return the id of a municipality in which something is on."""
    known = programme.facets.get(FACET, {})
    if name in known:
        return name
    if not known:
        mend = "Eine Veranstaltung gehört zur Gemeinde ihres Ortes („municipality“ in venues.yaml)."
        raise UsageError(f"{_as_seen(name)}In keiner Gemeinde ist etwas. {mend}")
    every = fill(f"Es gibt: {', '.join(sorted(known))}.", _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    if not name.strip():
        raise UsageError(f"Nennen Sie eine Gemeinde: make leaflet MUNICIPALITY={min(known)}.\n{every}")
    if name in programme.municipalities:
        raise UsageError(f"{_as_seen(name)}In dieser Gemeinde ist nichts.\n{every}")
    near = nearest(name, {id: next(iter(programme.municipalities[id].name.values())) for id in known})
    mend = f" Meinten Sie „{near}“?" if near else ""
    raise UsageError(f"{_as_seen(name)}Diese Gemeinde gibt es nicht.{mend}\n{every}")


def nearest(name: str, titles: Mapping[str, str]) -> str | None:
    """Return the id whose letters or title come nearest to a name: the same title, one that has the name in it, or one nearly alike."""
    wanted = plain(name)
    said = {id: (plain(id), plain(title)) for id, title in titles.items()}
    for id, words in said.items():
        if wanted in words:
            return id
    within = [id for id, words in said.items() if any(f" {wanted} " in f" {one} " for one in words)]
    if within:
        return min(within, key=len)
    alike = {id: max(difflib.SequenceMatcher(None, wanted, one).ratio() for one in words) for id, words in said.items()}
    best = max(alike, key=lambda id: alike[id], default=None)
    return best if best is not None and alike[best] >= _ALIKE else None


def _as_seen(name: str) -> str:
    return f"{name.strip()}: " if name.strip() else ""
