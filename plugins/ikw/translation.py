"""Translation: which fields of an event are translated, and whether each still fits the German one. Floor 1, pure.

A translation keeps, for each of its fields, the fingerprint of the German field it was made from (`source:` in its file). The
German field of now has another one as soon as a word of it changes. What no longer fits is not shown; German is, marked.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ikw.fields import SUMMARY_LIMIT, TRANSLATION
from ikw.problems import N_, WARNING, Fault
from ikw.prose import Prose, first_sentences
from ikw.source.nodes import Fields, Record, Scalar
from ikw.values.scalars import YES

TEXT = "text"
FIELDS = (*(field.name for field in TRANSLATION if field.is_text), TEXT)
COMPLETE, STALE, MISSING, UNKNOWN = STATES = ("complete", "stale", "missing", "unknown")
SHOWN = (COMPLETE, UNKNOWN)

_NO_PROSE = Prose()
# Other languages need more letters than German.
_EXCERPT_LIMIT = SUMMARY_LIMIT * 3 // 2
_BLANK_LINES = re.compile(r"\n\s*\n")
_BLANK_START = re.compile(r"\A(?:[^\S\n]*\n)+")
_NAMES = {
    "title": N_("Titel"), "subtitle": N_("Untertitel"), "summary": N_("Zusammenfassung"), "image_alt": N_("Bildbeschreibung"),
    TEXT: N_("Text"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class GermanTexts:
    """What of a file may be translated, with the fingerprint of each field and its line. What is `optional` is never missing."""

    texts: Mapping[str, str]
    fingerprints: Mapping[str, str]
    lines: Mapping[str, int]
    optional: frozenset[str] = frozenset()

    @property
    def is_excerpt(self) -> bool:
        """Whether nobody wrote an event's summary: it is the first sentences of the text, may be translated, and follows the text."""
        return "summary" in self.optional


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnTexts:
    """What a translation says: its fields, each with its line, the fingerprints it was made from, its text as HTML."""

    texts: Mapping[str, str]
    source: Mapping[str, str]
    lines: Mapping[str, int]
    is_machine: bool = False
    prose: Prose = _NO_PROSE


def fingerprint(text: str) -> str:
    """Return eight hexadecimal digits that change with every word, but not when lines are broken anew."""
    paragraphs = (" ".join(part.split()) for part in _BLANK_LINES.split(unicodedata.normalize("NFC", text)))
    return hashlib.sha256("\n\n".join(part for part in paragraphs if part).encode()).hexdigest()[:8]


def trimmed(text: str) -> str:
    """Return a text without blank lines around it; an indented first line keeps its place in a list."""
    return _BLANK_START.sub("", text).rstrip()


def name_of(field: str) -> str:
    """Return what people call a field."""
    return _NAMES[field]


def german_texts(record: Record, plain: str) -> GermanTexts:
    """Return what of an event may be translated; `plain` is its text without Markdown, for the summary that nobody wrote."""
    texts, lines = _written(record)
    is_excerpt = "summary" not in texts
    if is_excerpt and (excerpt := first_sentences(plain, SUMMARY_LIMIT)):
        texts, lines = {**texts, "summary": excerpt}, {**lines, "summary": lines.get(TEXT, 1)}
    texts = {field: texts[field] for field in FIELDS if field in texts}
    prints = {field: fingerprint(text) for field, text in texts.items()}
    optional = frozenset({"summary"} if is_excerpt else ())
    return GermanTexts(texts=texts, fingerprints=prints, lines=lines, optional=optional)


def own_texts(record: Record, prose: Prose = _NO_PROSE) -> OwnTexts:
    """Return what a translation says; `prose` is its text as HTML, where that is wanted."""
    texts, lines = _written(record)
    source, machine = record.fields.get("source"), record.fields.get("machine")
    return OwnTexts(
        texts=texts, lines=lines, prose=prose, is_machine=isinstance(machine, Scalar) and machine.text.strip().lower() in YES,
        source={name: node.text for name, node in source.values.items() if isinstance(node, Scalar)}
        if isinstance(source, Fields) else {},
    )


def _written(record: Record) -> tuple[dict[str, str], dict[str, int]]:
    """Return the fields that are written, in the order of `FIELDS`, and their lines."""
    texts, lines = {}, {}
    for field in FIELDS[:-1]:
        node = record.fields.get(field)
        if isinstance(node, Scalar) and (text := " ".join(node.text.split())):
            texts[field], lines[field] = text, record.fields.key_lines[field]
    if text := trimmed(record.body):
        texts[TEXT], lines[TEXT] = text, record.body_line + record.body[:record.body.index(text)].count("\n")
    return texts, lines


def judge(german: GermanTexts, own: OwnTexts | None) -> Mapping[str, str]:
    """Return the state of each field that is German, translated, or both.

    complete: it fits. stale: the German field is another now, or is gone. unknown: nobody noted what it was made from.
    missing: it is not translated. An excerpt that is not translated is not missing: the translated text has one, too.
    """
    states = {}
    for field in dict.fromkeys((*FIELDS, *german.texts, *(own.texts if own else ()))):
        if own and field in own.texts:
            states[field] = fit(german.fingerprints.get(field), own.source.get(field))
        elif field in german.texts and field not in german.optional:
            states[field] = MISSING
    return states


def fit(now: str | None, made_from: str | None) -> str:
    """Return the state of what was made from a text with one fingerprint, when the text has another or is gone (None)."""
    if now is None:
        return STALE
    if made_from is None:
        return UNKNOWN
    return COMPLETE if made_from == now else STALE


def text_values(german: GermanTexts, own: OwnTexts) -> dict[str, Any]:
    """Return the values of the `Text` in a translation's language: only what fits; "" and None where German is shown.

    `stale` names the fields that are translated, but shown in German since that has changed.
    """
    states = judge(german, own)
    shown = {field: own.texts[field] for field, state in states.items() if state in SHOWN}
    has_text = TEXT in shown and bool(own.prose.html)
    summary = shown.get("summary")
    if summary is None and has_text and german.is_excerpt:
        summary = first_sentences(own.prose.plain, _EXCERPT_LIMIT) or None
    return {
        "title": shown.get("title", ""), "subtitle": shown.get("subtitle"), "summary": summary,
        # above the German text, the translated excerpt is the summary
        "is_excerpt": german.is_excerpt and has_text, "html": own.prose.html if has_text else "",
        "plain": own.prose.plain if has_text else "", "image_alt": shown.get("image_alt"), "machine": own.is_machine,
        "stale": tuple(field for field, state in states.items() if state == STALE and field in german.texts),
    }


def faults(german: GermanTexts, own: OwnTexts, path: str) -> Iterator[Fault]:
    """Yield a warning for each field that no longer fits, and one where nobody noted what fields were made from."""
    states = judge(german, own)
    for field, state in states.items():
        if state == STALE:
            yield _stale(field, own.lines[field], path, is_gone=field not in german.texts)
    unknown = [field for field, state in states.items() if state == UNKNOWN]
    if unknown:
        message = N_("Es ist nicht vermerkt, aus welchem deutschen Text übersetzt wurde: {fields}.")
        yield Fault(
            code="translation-unknown", message=message.format(fields=", ".join(unknown)), severity=WARNING,
            mend=N_("Wenn die Übersetzung passt, rufen Sie auf: ikw translate stamp {path}").format(path=path),
            field=unknown[0], line=own.lines[unknown[0]],
        )


def _stale(field: str, line: int, path: str, *, is_gone: bool) -> Fault:
    if is_gone:
        message = N_("Im Deutschen gibt es das nicht: {name}. Die Übersetzung davon wird nicht gezeigt.")
        mend = N_("Löschen Sie die Angabe, oder ergänzen Sie sie in der deutschen Datei.")
    else:
        message = N_("Das Deutsche hat sich geändert: {name}. Gezeigt wird das Deutsche, bis die Übersetzung wieder passt.")
        mend = N_("Passen Sie die Übersetzung an, und rufen Sie dann auf: ikw translate stamp {path}")
    return Fault(
        code="translation-stale", message=message.format(name=name_of(field)), mend=mend.format(path=path), severity=WARNING,
        field=field, line=line,
    )
