"""Writing: the values of an event file as the cells of a row, so that reading them gives the same values. Floor 1, pure.

A cell has the words that people type: names instead of ids, `Familien, Kinder`, `8 €`. Where such words would be read otherwise,
it has the value as the file spells it. What is written is read again at once; nothing is taken on trust.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ikw.cells.columns import DIGEST, GROUPS, ID, MARKDOWN
from ikw.cells.meaning import is_same
from ikw.cells.names import Names
from ikw.cells.reading import read_row
from ikw.choices import WORDS
from ikw.fields import EVENT, Field
from ikw.model import Organiser, Venue
from ikw.source import Value
from ikw.source.writing import in_flow
from ikw.values.codes import language_name
from ikw.when import Span

_AMOUNTS = {"free": "kostenlos", "donation": "Spende"}


def word_for(code: str) -> str:
    """Return the word of form and pages for a code of a list: `seniors` → `ältere Menschen`."""
    return WORDS.get(code, code)


def row_of(
    fields: Mapping[str, Value], body: str, names: Names, span: Span, *, id: str = "", digest: str = "",
) -> dict[str, str]:
    """Return the cells of an event by their paths."""
    words = {ID: id} if id else {}
    for field in EVENT:
        if field.name in fields:
            words |= _words(field, fields[field.name], names, span)
    if body.strip("\n"):
        words[MARKDOWN] = body.strip("\n")
    return {**words, DIGEST: digest} if digest else words


def _words(field: Field, value: Value, names: Names, span: Span) -> dict[str, str]:
    """Return the cells of a field: the first way that reads as it was."""
    for words in _ways(field, value, names):
        row = read_row({DIGEST: "x", **words}, names, span)
        if set(row.fields) <= {field.name} and not row.unread and is_same(field, row.fields.get(field.name), value):
            return words
    return {field.name: value if isinstance(value, str) else in_flow(value)}


def _ways(field: Field, value: Value, names: Names) -> Iterator[dict[str, str]]:
    """Yield the ways to write a value, the friendliest first."""
    if isinstance(value, dict) and field.kind in GROUPS:
        yield dict(_parts(field, field.name, value, names))
    elif write := _LISTS.get(field.kind):
        yield {field.name: write(field, value, names)}
    if isinstance(value, str):
        yield {field.name: word_for(value) if field.choices else value}
        yield {field.name: value}
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield {field.name: "\n".join(map(str, value))}
        yield {field.name: "; ".join(map(str, value))}
    elif isinstance(value, list):
        yield {field.name: "\n".join(item if isinstance(item, str) else in_flow(item) for item in value)}


def _parts(field: Field, path: str, value: Mapping[str, Value], names: Names) -> Iterator[tuple[str, str]]:
    """Yield the cells of a group: its parts, one of them in the column of the group itself."""
    by_name = {part.name: part for part in field.fields}
    for name, child in value.items():
        part = by_name.get(name)
        own = path if name == GROUPS[field.kind] else f"{path}.{name}"
        if part is not None and part.kind in GROUPS and part.kind != "venue" and isinstance(child, dict):
            yield from _parts(part, own, child, names)
        elif part is not None and (write := _LISTS.get(part.kind)):
            yield own, write(part, child, names)
        else:
            yield own, child if isinstance(child, str) else in_flow(child)


def _choices(field: Field, value: Value, _names: Names) -> str:
    return ", ".join(word_for(word) for word in _texts(value))


def _languages(_field: Field, value: Value, _names: Names) -> str:
    return ", ".join(language_name(code) or code for code in _texts(value))


def _people(_field: Field, value: Value, names: Names) -> str:
    return "; ".join(_name(names.known.organisers.get(one), one) for one in _texts(value))


def _venue(_field: Field, value: Value, names: Names) -> str:
    if isinstance(value, dict):
        return in_flow(value)
    return "; ".join(_name(names.known.venues.get(one), one) for one in _texts(value))


def _category(_field: Field, value: Value, names: Names) -> str:
    found = names.known.categories.get(value) if isinstance(value, str) else None
    return found.name["de"] if found else str(value)


def _status(_field: Field, value: Value, _names: Names) -> str:
    return word_for(value) if isinstance(value, str) else in_flow(value)


def _cost(_field: Field, value: Value, _names: Names) -> str:
    return _AMOUNTS.get(value, value) if isinstance(value, str) else in_flow(value)


def _registration(_field: Field, value: Value, _names: Names) -> str:
    return "erforderlich" if value == "required" else in_flow(value)


def _yes(_field: Field, value: Value, _names: Names) -> str:
    return "ja" if value == "true" else str(value)


def _hours(_field: Field, value: Value, _names: Names) -> str:
    return "; ".join(f"{days}: {times}" for days, times in value.items()) if isinstance(value, dict) else in_flow(value)


def _links(_field: Field, value: Value, _names: Names) -> str:
    return _lines(value, "title", "url", ": ")


def _schedule(_field: Field, value: Value, _names: Names) -> str:
    return _lines(value, "time", "title", ": ")


def _lines(value: Value, first: str, last: str, between: str) -> str:
    rows = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
    return "\n".join(f"{row.get(first, '')}{between}{row.get(last, '')}" for row in rows)


def _unread(_field: Field, value: Value, _names: Names) -> str:
    return "\n".join(f"{name}: {words}" for name, words in value.items()) if isinstance(value, dict) else in_flow(value)


def _texts(value: Value) -> Sequence[str]:
    items = value if isinstance(value, list) else [value]
    return [item if isinstance(item, str) else in_flow(item) for item in items]


def _name(record: Venue | Organiser | None, one: str) -> str:
    return record.name["de"] if record else one


_LISTS: Mapping[str, Callable[[Field, Value, Names], str]] = {
    "choices": _choices, "languages": _languages, "people": _people, "venue": _venue, "category": _category, "status": _status,
    "cost": _cost, "registration": _registration, "yes": _yes, "hours": _hours, "links": _links, "schedule": _schedule,
    "unread": _unread,
}
