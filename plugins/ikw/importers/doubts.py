"""Doubts: what the cells of a row may mean beside what they were read as; each makes a draft, with the words. Floor 5, pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ikw.cells.columns import DIGEST
from ikw.cells.reading import words_of
from ikw.cells.statuses import says_changed
from ikw.importers.sheets import Row
from ikw.importers.telling import LONGEST_ASIDE, Told
from ikw.problems import N_
from ikw.source import Value
from ikw.source.characters import clean
from ikw.values.scalars import NO


class Doubt(NamedTuple):
    """Words of a field that may mean something else, and why."""

    field: str
    words: str
    told: Told


def doubts_of(row: Row, fields: Mapping[str, Value]) -> Iterator[Doubt]:
    """Yield what is in doubt; cells that we have written ourselves say what they say."""
    if "status" not in fields and (words := _change_aside(row)):
        yield Doubt("status", words, _told_change(words))
    if DIGEST in row.words:
        return
    count = _lines(row.words.get("title", ""))
    counts = {_lines(text) for path, text in row.words.items() if re.split(r"[.#]", path)[0] == "when"}
    if count > 1 and count in counts:
        yield Doubt("title", words_of(row.words, "title"), Told(
            "title", N_("Der Titel hat {n} Zeilen, das Datum oder die Uhrzeit auch: Das können {n} Veranstaltungen sein.").format(n=count),
            N_("Machen Sie aus jeder eine eigene Zeile der Tabelle; ist es eine einzige, löschen Sie „unread“."), is_reason=True,
        ))
    places = _lines(row.words.get("venue", ""))
    if places > 1 and places in counts and _is_of_several(fields.get("venue")):
        yield Doubt("venue", words_of(row.words, "venue"), Told(
            "venue", N_("Es sind {n} Orte und ebenso viele Zeilen mit Zeiten: vielleicht jeder für einen Termin.").format(n=places),
            N_("Schreiben Sie bei „when“ zu jedem Termin seinen Ort: - {on: …, venue: …}"), is_reason=True,
        ))


def _lines(text: str) -> int:
    return sum(1 for line in text.splitlines() if line.strip())


def _is_of_several(venue: Value | None) -> bool:
    """Whether lines may each name a place: known ones, or words without an address among them."""
    return isinstance(venue, list) or (isinstance(venue, dict) and not venue.keys() & {"street", "postcode"})


def _change_aside(row: Row) -> str:
    """Return what a column that nobody knows says of a change: `verschoben auf: 21.9.`; `fällt aus? nein` says none."""
    said = (f"{heading}: {words}" for heading, words in row.aside if words.casefold() not in (*NO, "-", "–"))
    return "; ".join(clean(words) for words in said if says_changed(words))


def _told_change(words: str) -> Told:
    """Say that words under a heading that nobody knows speak of a change: the event may be off, or on another day."""
    shown = words if len(words) <= LONGEST_ASIDE else f"{words[:LONGEST_ASIDE - 1]}…"
    return Told(
        "status", N_("„{words}“ steht in einer Spalte, die niemand kennt, und klingt nach einer Änderung.").format(words=shown),
        N_("Tragen Sie ein, was gilt („status“, „when“ oder „venue“), und löschen Sie „unread“."), is_reason=True,
    )
