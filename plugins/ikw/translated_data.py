"""Translated data: names, titles, motto and greeting in several languages, and whether each still fits its German. Floor 1, pure.

A data file keeps the languages of a text beside each other. Which German text each of them was made from stands apart, in
`translations.yaml` (written by a command, never by hand), so that data files stay easy to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ikw.fields import CATEGORY, EDITION, MUNICIPALITY, ORGANISER, VENUE_ENTRY, Field
from ikw.problems import N_, WARNING, Fault, Problem
from ikw.source import Fields, Record, Scalar
from ikw.translation import STALE, UNKNOWN, fingerprint, fit, trimmed
from ikw.values.reader import LANGUAGE

# Of which German text (its fingerprint) a translation was made, by the text's place and the language.
Sources = Mapping[str, Mapping[str, str]]

MARKDOWN = "prose-words"
_TABLES: Mapping[str, tuple[Field, ...]] = {
    "categories.yaml": CATEGORY, "municipalities.yaml": MUNICIPALITY, "organisers.yaml": ORGANISER, "venues.yaml": VENUE_ENTRY,
}
# Names of places and people may stay as they are; these want every language.
_WANTED = ("categories.yaml",)
_PRINT = re.compile(r"[0-9a-f]{8}")


@dataclass(frozen=True, kw_only=True, slots=True)
class DataText:
    """One text of a data file in its languages. `keys` lead to it, `line` is where it stands; `is_wanted`: in every language."""

    keys: tuple[str, ...]
    field: Field
    line: int
    texts: Mapping[str, str]
    is_wanted: bool

    @property
    def label(self) -> str:
        """The text's place in its file, as problems name it: `fest.name`."""
        return ".".join(self.keys)

    @property
    def is_markdown(self) -> bool:
        """Whether it is a text of several lines, written in Markdown."""
        return self.field.kind == MARKDOWN


def context_of(path: str, label: str) -> str:
    """Return how a text is named in `translations.yaml`, in a .po and by people: `categories.yaml#fest.name`."""
    return f"{path}#{label}"


def sources_of(record: Record) -> tuple[Sources, tuple[Problem, ...]]:
    """Read `translations.yaml`. What no command writes there is named: a translation without its fingerprint is unknown again."""
    found: dict[str, dict[str, str]] = {}
    problems = []
    for context, line in record.fields.key_lines.items():
        node = record.fields.get(context)
        prints = node.values.items() if isinstance(node, Fields) else ()
        found[context] = {lang: one.text for lang, one in prints if isinstance(one, Scalar) and _PRINT.fullmatch(one.text)}
        if not isinstance(node, Fields) or len(found[context]) < len(node.key_lines):
            problems.append(_no_source().at(record.path, line, ""))
    return found, tuple(problems)


def _no_source() -> Fault:
    return Fault(
        code="translation-source", message=N_("Das hat kein Befehl geschrieben."), severity=WARNING,
        mend=N_("Löschen Sie die Zeile, prüfen Sie die Übersetzung, und rufen Sie dann auf: ikw translate stamp"),
    )


def data_texts(record: Record) -> Iterator[DataText]:
    """Yield every text of a data file that may stand in several languages; what is wrongly written is left to its reader."""
    if table := _TABLES.get(record.path):
        for key, node in record.fields.values.items():
            if isinstance(node, Fields):
                yield from _texts_of(node, table, (key,), is_wanted=record.path in _WANTED)
    else:
        yield from _texts_of(record.fields, EDITION, (), is_wanted=True)


def _texts_of(fields: Fields, table: tuple[Field, ...], keys: tuple[str, ...], *, is_wanted: bool) -> Iterator[DataText]:
    for field in table:
        node = fields.get(field.name)
        if field.kind not in ("words", MARKDOWN) or node is None:
            continue
        written = node.values.items() if isinstance(node, Fields) else ((LANGUAGE, node),)
        texts = {lang: text for lang, one in written if isinstance(one, Scalar) and (text := _written(one.text, field))}
        if LANGUAGE in texts:
            line = fields.key_lines[field.name]
            yield DataText(keys=(*keys, field.name), field=field, line=line, texts=texts, is_wanted=is_wanted)


def _written(text: str, field: Field) -> str:
    return trimmed(text) if field.kind == MARKDOWN else " ".join(text.split())


def states(text: DataText, made_from: Mapping[str, str]) -> Mapping[str, str]:
    """Return the state of each translation of a text: complete, stale or unknown."""
    now = fingerprint(text.texts[LANGUAGE])
    return {lang: fit(now, made_from.get(lang)) for lang in text.texts if lang != LANGUAGE}


def problems_of(record: Record, sources: Sources) -> Iterator[Problem]:
    """Yield a warning for each text whose translations no longer fit, and one where nobody noted what they were made from."""
    for text in data_texts(record):
        context = context_of(record.path, text.label)
        found = states(text, sources.get(context, {}))
        for state, make in ((STALE, _stale), (UNKNOWN, _unknown)):
            if langs := ", ".join(lang for lang, one in found.items() if one == state):
                yield make(langs, context).at(record.path, text.line, text.label)


def _stale(langs: str, context: str) -> Fault:
    message = N_("Das Deutsche hat sich geändert, die Übersetzung noch nicht: {langs}. Gezeigt wird dort das Deutsche.")
    mend = N_("Passen Sie die Übersetzung an, und rufen Sie dann auf: ikw translate stamp {path}")
    return Fault(code="translation-stale", message=message.format(langs=langs), mend=mend.format(path=context), severity=WARNING)


def _unknown(langs: str, context: str) -> Fault:
    message = N_("Es ist nicht vermerkt, aus welchem deutschen Text übersetzt wurde: {fields}.")
    mend = N_("Wenn die Übersetzung passt, rufen Sie auf: ikw translate stamp {path}")
    return Fault(code="translation-unknown", message=message.format(fields=langs), mend=mend.format(path=context), severity=WARNING)


def fitting(record: Record, sources: Sources) -> Record:
    """Return a data file without the translations that no longer fit: there the German is shown, as where one is missing."""
    fields = record.fields
    for text in data_texts(record):
        found = states(text, sources.get(context_of(record.path, text.label), {}))
        if stale := {lang for lang, state in found.items() if state == STALE}:
            fields = _without(fields, text.keys, stale)
    return record if fields is record.fields else replace(record, fields=fields)


def _without(fields: Fields, keys: tuple[str, ...], langs: set[str]) -> Fields:
    """Return fields without these languages of the text that the keys lead to."""
    if not keys:
        return replace(
            fields, values={lang: one for lang, one in fields.values.items() if lang not in langs},
            key_lines={lang: line for lang, line in fields.key_lines.items() if lang not in langs},
        )
    child = fields.values[keys[0]]
    return replace(fields, values={**fields.values, keys[0]: _without(child, keys[1:], langs)}) if isinstance(child, Fields) else fields
