"""Headings: where a table begins, and what its columns are called. Floor 5, pure.

Above a table there may be titles and notes; its headings may stand in two rows, of which the upper spans several columns
(`Ort` above `Name`, `Straße`, `PLZ`). What a heading means, `cells.columns` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ikw.cells.columns import path_of, paths_of
from ikw.importers.sheets import TIMES, Cell, Sheet
from ikw.source.tree import folded

HEADING_WITHIN = 30
# Below the heading of a whole group, these mean the group itself.
_ITSELF = ("name", "bezeichnung")
# `18:00`, `18.30 Uhr`, `9–12`; not `15.09`, which may be a day, and not `20`
_TIME = re.compile(
    r"(?:(?:ab|von|um|gegen|ca\.?|bis) )?(?:\d{1,2}:\d\d|\d{1,2}(?:\.\d\d)? ?(?:uhr\b|h\b|[-–—]|bis\b))|0?\.\d{2,}$", re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a sheet and their paths; `last` is the place of the row below which the table begins.

    `rows` are the headings as they stand, row by row; `is_weak` where nothing but `Name` says that the rows are events.
    """

    headings: tuple[str, ...]
    paths: tuple[str | None, ...]
    last: int
    rows: tuple[tuple[str, ...], ...]
    is_weak: bool


def head_of(sheet: Sheet) -> Head | None:
    """Return the headings of a sheet: the row, or two rows, with the most of them; among them a title and something else."""
    best: Head | None = None
    most = 1
    for number in range(min(len(sheet.rows), HEADING_WITHIN)):
        for found in (_one_row(sheet, number), _two_rows(sheet, number)):
            count = len({path for path in found.paths if path}) if found else 0
            if found and "title" in found.paths and count > most:
                best, most = found, count
    return _joined(sheet, best) if best else None


def _joined(sheet: Sheet, head: Head) -> Head:
    """Return headings of which one for a place that was made one with empty cells to its right stands for all of them."""
    paths = list(head.paths)
    for (top, left), (_, right) in sheet.merged:
        if top - (sheet.first - 1) != head.last or left >= len(paths) or paths[left] != "venue":
            continue
        for place in range(left + 1, min(right + 1, len(paths))):
            paths[place] = paths[place] or "venue"
    return replace(head, paths=tuple(paths))


def _one_row(sheet: Sheet, number: int) -> Head | None:
    return _head(_texts(sheet.rows[number]), number, (number,), sheet)


def _two_rows(sheet: Sheet, number: int) -> Head | None:
    """Return headings of two rows; None where the lower has not two headings of its own."""
    if number + 1 >= len(sheet.rows):
        return None
    upper, lower = _texts(sheet.rows[number]), _texts(sheet.rows[number + 1])
    if sum(1 for text in lower if path_of(text)) < 2 or not any(upper):
        return None
    length = max(len(upper), len(lower))
    upper += [""] * (length - len(upper))
    lower += [""] * (length - len(lower))
    spread = _spread(upper)
    names = [_name(over, under) if under else own for own, over, under in zip(upper, spread, lower, strict=True)]
    claimed = {path_of(name) for name in names}
    for place, (over, name) in enumerate(zip(spread, names, strict=True)):
        # the first column of a group stands for the group, where none of the others does; one without any words is of no group
        path = path_of(over) if name else None
        if path and not path_of(name) and path not in claimed:
            names[place] = over
            claimed.add(path)
    return _head(names, number + 1, (number, number + 1), sheet)


def _spread(texts: Sequence[str]) -> list[str]:
    """Return each text in the empty places to its right."""
    found: list[str] = []
    for text in texts:
        found.append(text or (found[-1] if found else ""))
    return found


def _name(over: str, under: str) -> str:
    """Return the heading of a column below the heading of its group."""
    whole = f"{over}: {under}"
    if not over or path_of(whole):
        return whole if over else under
    if path_of(over) and folded(under) in _ITSELF:
        return over
    return under if path_of(under) else whole


def _head(headings: Sequence[str], last: int, places: Sequence[int], sheet: Sheet) -> Head | None:
    headings = list(headings)
    while headings and not headings[-1]:
        headings.pop()
    paths = paths_of(headings)
    title = next((text for text, path in zip(headings, paths, strict=True) if path == "title"), "")
    has_when = any(path and path.startswith("when") for path in paths)
    rows = tuple(tuple(_texts(sheet.rows[place])) for place in places)
    return Head(tuple(headings), paths, last, rows, is_weak=folded(title) == "name" and not has_when)


def with_times(head: Head, rows: Iterable[Sequence[Cell]]) -> tuple[Head, str]:
    """Return headings of which an empty one beside the day stands for the times below it, and the heading of that day, or nothing.

    So it is where one heading stood above both, and a program has taken them apart.
    """
    if any(path and path.split("#")[0] in TIMES for path in head.paths):
        return head, ""
    for place in range(1, len(head.paths)):
        if head.headings[place] or head.paths[place - 1] not in ("when", "when.on"):
            continue
        texts = [row[place].text.strip() for row in rows if place < len(row) and row[place].text.strip()]
        if texts and sum(1 for text in texts if _TIME.match(text)) * 2 > len(texts):
            return replace(head, paths=(*head.paths[:place], TIMES[0], *head.paths[place + 1:])), head.headings[place - 1]
    return head, ""


def _texts(row: Sequence[Cell]) -> list[str]:
    return [" ".join(cell.text.split()) for cell in row]
