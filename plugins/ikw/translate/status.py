"""Status: how much is translated into each language, and which fields want work. Floor 5, pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ikw.translate.work import PAGES, FileTexts
from ikw.translation import COMPLETE, MISSING, STALE, STATES, UNKNOWN, judge

WORDS = {COMPLETE: "vollständig", STALE: "veraltet", MISSING: "fehlt", UNKNOWN: "unbekannt"}
MACHINE = "maschinell"
HEADS = {"": "Namen, Titel, Motto und Grußwort, gezählt werden Felder", PAGES: "Seiten"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A language in an edition, in the data files ("") or among the pages: fields by state, how many translated ones a machine made."""

    edition: str
    lang: str
    states: Mapping[str, int]
    machine: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A field that wants work, and the file its translation stands or will stand in."""

    path: str
    field: str
    state: str
    is_machine: bool


def status(work: Iterable[FileTexts], languages: Sequence[str]) -> tuple[Row, ...]:
    """Count the fields of each edition and language; drafts do not count, they may still change."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for file in work:
        for lang in languages if not file.is_draft else ():
            own = file.own.get(lang)
            count = counts.setdefault((file.group, lang), Counter())
            count.update(judge(file.german, own).values())
            count[MACHINE] += len(own.texts) if own and own.is_machine else 0
    return tuple(
        Row(edition=edition, lang=lang, states={state: count[state] for state in STATES}, machine=count[MACHINE])
        for (edition, lang), count in counts.items()
    )


def status_text(rows: Iterable[Row]) -> str:
    """Return the table as text, a block for each edition."""
    blocks: dict[str, list[list[str]]] = {}
    for row in rows:
        head = ["Sprache", *(WORDS[state] for state in STATES), MACHINE]
        counts = [str(row.states[state]) for state in STATES]
        blocks.setdefault(row.edition, [head]).append([row.lang, *counts, str(row.machine)])
    if not blocks:
        return "Es gibt nichts zu übersetzen.\n"
    return "\n".join(f"{HEADS.get(edition, f'{edition}, gezählt werden Felder')}:\n{_table(lines)}" for edition, lines in blocks.items())


def _table(lines: list[list[str]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join([first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]) + "\n"
        for first, *rest in lines
    )


def wanted(work: Iterable[FileTexts], lang: str) -> Iterator[Wanted]:
    """Yield every field of a language that is not complete, or that only a machine made."""
    for file in work:
        own = file.own.get(lang)
        is_machine = own is not None and own.is_machine
        for field, state in judge(file.german, own).items() if not file.is_draft else ():
            by_machine = is_machine and state != MISSING
            if state != COMPLETE or by_machine:
                yield Wanted(path=file.translation(lang), field=field, state=state, is_machine=by_machine)


def wanted_text(found: Iterable[Wanted], lang: str) -> str:
    """Return the list as text: `2025/sommerfest.uk.md: title: veraltet`."""
    lines = [f"{one.path}: {one.field}: {_state(one)}\n" for one in found]
    return "".join(lines) or f"{lang}: Alles ist übersetzt und passt.\n"


def _state(one: Wanted) -> str:
    if not one.is_machine:
        return WORDS[one.state]
    return MACHINE if one.state == COMPLETE else f"{WORDS[one.state]}, {MACHINE}"
