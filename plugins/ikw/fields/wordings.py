"""Wordings: what people write for the text of an event. Floor 1, standard library only."""

from __future__ import annotations

# Names for the text below the fields, which has none.
TEXT_NAMES = (
    "beschreibung", "text", "description", "inhalt", "body", "beschreibungstext", "ankündigungstext", "programmtext", "langtext",
    "details",
)
