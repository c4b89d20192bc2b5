"""Recognition: which row is which event of an earlier import. Floor 5, pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ikw.importers.candidates import Candidate
from ikw.importers.telling import Told
from ikw.ledger import Taken
from ikw.problems import N_


def recognise(candidates: Sequence[Candidate], taken: Mapping[str, Taken], source: str) -> dict[int, str | Told]:
    """Return for each candidate, by its `id()`, the event that an earlier import made of its row; or why nobody can tell.

    Same words: the same row, in whatever file. A file continues the one of its name, and those of which it repeats rows. In these,
    a row with the same key is the same event if there is one such row and one such event; and so is one whose title is new, but
    whose time, place and organisers are those of an event that no row names any more.
    """
    found: dict[int, str | Told] = {}
    free = dict(taken)
    by_row: dict[tuple[str, str], list[str]] = {}
    for one, known in taken.items():
        by_row.setdefault((known.key, known.row), []).append(one)
    for made in candidates:
        same = by_row.get((made.key, made.digest), [])
        if same:
            found[id(made)] = same.pop(0)
            free.pop(str(found[id(made)]), None)
    sources = {source, *(taken[str(one)].source for one in found.values())}
    free = {one: known for one, known in free.items() if known.source in sources}
    rest = [made for made in candidates if id(made) not in found]
    for attribute in ("key", "slot"):
        _pair(rest, free, attribute, found, is_told=attribute == "key")
        rest = [made for made in rest if id(made) not in found]
    return found


def _pair(
    rest: Iterable[Candidate], free: dict[str, Taken], attribute: str, found: dict[int, str | Told], *, is_told: bool,
) -> None:
    """Pair rows and events that share something, one to one; where there are several, tell, or leave them alone."""
    rows: dict[str, list[Candidate]] = {}
    events: dict[str, list[str]] = {}
    for made in rest:
        rows.setdefault(getattr(made, attribute), []).append(made)
    for one, known in free.items():
        events.setdefault(getattr(known, attribute), []).append(one)
    for value, several in rows.items():
        there = events.get(value, []) if value else []
        if len(there) == 1 and len(several) == 1:
            found[id(several[0])] = there[0]
            free.pop(there[0])
        elif there and is_told:
            names = ", ".join(f"{one}.md" for one in there[:5])
            for made in several:
                found[id(made)] = Told(
                    "", N_("Mehrere Zeilen oder Veranstaltungen heißen so, und es ist nicht sicher, welche welche ist: {names}.").format(
                        names=names,
                    ), N_("Ändern Sie die Dateien von Hand, oder geben Sie den Zeilen verschiedene Titel."), is_reason=True,
                )
