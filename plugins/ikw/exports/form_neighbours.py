"""Form neighbours: what the form must know of the events that are there, to see what would clash with them. Floor 4, pure.

By these the browser judges as `rules` does: who is where at what time, and what is called the same on the same day. Titles and
places are public anyway; drafts are not among them.
"""

from __future__ import annotations

import json
from datetime import datetime

from ikw.changes import is_off, places_of, room_of
from ikw.likeness import plain
from ikw.model import Event, Occurrence
from ikw.output import OutputFile
from ikw.programme import Programme
from ikw.views.form import NEIGHBOURS


def form_neighbours(programme: Programme) -> OutputFile:
    """Return the events of an edition as the form compares with them."""
    found = [_event(event) for event in programme.events]
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return OutputFile(path=NEIGHBOURS, data=f"{text}\n".encode())


def _event(event: Event) -> dict[str, object]:
    title = next(text.title for text in event.texts.values())
    return {
        "id": event.id, "title": title, "plain": plain(title), "days": sorted({one.day.isoformat() for one in event.occurrences}),
        "organisers": [organiser.id or plain(next(iter(organiser.name.values()))) for organiser in event.organisers],
        "times": [_time(event, one) for one in event.occurrences if one.start and not is_off(event, one)],
    }


def _time(event: Event, occurrence: Occurrence) -> list[object]:
    """Return begin and end in minutes of UTC, places by their ids, and the room."""
    return [
        _minutes(occurrence.start), _minutes(occurrence.end), [venue.id for venue in places_of(event, occurrence) if venue.id],
        (room_of(event, occurrence) or "").casefold(),
    ]


def _minutes(moment: datetime | None) -> int | None:
    return None if moment is None else int(moment.timestamp()) // 60
