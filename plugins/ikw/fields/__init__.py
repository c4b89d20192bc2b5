"""Fields: what an event file may say, in one table. Floor 1, standard library and floor 0.

The parser, the check, the JSON Schema, the table in CONTRIBUTING.md and the form come from this table; there is no second truth.
German names are recognised only to name the right one.
"""

from ikw.fields.event import EVENT, PRINTED, PRINTED_EVENT, PRINTED_VENUE, TRANSLATION
from ikw.fields.field import MUCH_TOO_LONG, SUMMARY_LIMIT, TITLE_LIMIT, URL_LIMIT, Field, by_name
from ikw.fields.places import CATEGORY, EDITION, MUNICIPALITY, ORGANISER, OUTLINE, TAKEN, VENUE, VENUE_ENTRY
from ikw.fields.wordings import TEXT_NAMES

__all__ = [
    "CATEGORY",
    "EDITION",
    "EVENT",
    "MUCH_TOO_LONG",
    "MUNICIPALITY",
    "ORGANISER",
    "OUTLINE",
    "PRINTED",
    "PRINTED_EVENT",
    "PRINTED_VENUE",
    "SUMMARY_LIMIT",
    "TAKEN",
    "TEXT_NAMES",
    "TITLE_LIMIT",
    "TRANSLATION",
    "URL_LIMIT",
    "VENUE",
    "VENUE_ENTRY",
    "Field",
    "by_name",
]
