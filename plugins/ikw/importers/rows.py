"""Rows: the files of an edition as rows of a spreadsheet, in order of time. Floor 5.

Whoever is asked for and has not agreed to it is in no row: a spreadsheet is sent around. A file that cannot be read is named.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import PurePosixPath

from ikw.cells.sign_up import has_consent
from ikw.cells.writing import row_of
from ikw.importers.candidates import values_of
from ikw.importers.folder import EditionFolder
from ikw.importers.standing import digest_of
from ikw.model import Event
from ikw.problems import N_
from ikw.source import event_of


def rows_of(folder: EditionFolder) -> tuple[list[dict[str, str]], list[str]]:
    """Return a row for each event, and what is not in them."""
    place = folder.place
    rows: list[tuple[tuple[object, ...], dict[str, str]]] = []
    remarks = []
    for name in sorted(os.listdir(folder.standing.root / place.edition)):
        id, path = PurePosixPath(name).stem, f"{place.edition}/{name}"
        data = folder.standing.file(place.edition, id) if name.endswith(".md") and "." not in id else None
        if data is None:
            continue
        record, problems = event_of(data, path)
        if record is None:
            first = min(problems)
            remarks.append(f"{path}:{first.line}: {first.message} " + N_("Die Veranstaltung steht nicht in der Tabelle."))
            continue
        fields = values_of(record.fields)
        if "contact" in fields and not has_consent(fields["contact"]):
            del fields["contact"]
            remarks.append(N_("{path}: Der Kontakt steht nicht in der Tabelle, denn die Person hat nicht zugestimmt.").format(path=path))
        row = row_of(fields, record.body, place.names, place.span, id=id, digest=digest_of(data))
        rows.append((_when(folder.standing.events.get(id), id), row))
    return [row for _, row in sorted(rows, key=lambda one: one[0])], remarks


def _when(event: Event | None, id: str) -> tuple[object, ...]:
    """Return where an event stands: by its first day and time; without a date, at the end."""
    first = min(((one.day, str(one.start or "")) for one in event.occurrences), default=None) if event else None
    return (*(first or (date.max, "")), id)
