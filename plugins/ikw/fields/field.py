"""Field: what a table of fields is made of. Floor 1, standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TITLE_LIMIT = 100
SUMMARY_LIMIT = 200
LINE_LIMIT = 500
URL_LIMIT = 1000
# A text over its limit is a warning, one that is so many times as long an error.
MUCH_TOO_LONG = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field. `kind` names its reader in `values`; `choices` its words; `limit` the letters from which a text is long.

    `fields` are the fields of a mapping. `german` are names people write instead. `is_text`: stands in translations, too.
    """

    name: str
    kind: str
    doc: str
    example: str = ""
    german: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    limit: int = LINE_LIMIT
    fields: tuple[Field, ...] = ()
    is_required: bool = False
    is_text: bool = False
    is_coordinators: bool = False


def by_name(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Return fields by their names."""
    return {field.name: field for field in fields}
