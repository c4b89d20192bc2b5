"""Export: everything that is to be translated into a language as one .po. Floor 5, pure.

Each field is one entry. What a person has to look at is fuzzy: stale, machine-made, or nobody knows what it was made from. So
what comes back without that mark was confirmed by somebody, and what goes out and comes in again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.prose.unwanted import LENGTH_LIMIT
from ikw.translate.catalog import Entry, to_po, unwrapped
from ikw.translate.work import EventTexts, FileTexts
from ikw.translation import COMPLETE, MISSING, SHOWN, STALE, TEXT, UNKNOWN, judge, name_of
from ikw.urls import Urls

_WHY = {
    STALE: "Veraltet: Der deutsche Text hat sich seit der Übersetzung geändert.",
    UNKNOWN: "Zu prüfen: Es ist nicht vermerkt, aus welchem deutschen Text übersetzt wurde.",
}
_MACHINE = "Zu prüfen: Eine Maschine hat übersetzt."
_EXCERPT = "Anfang des Textes; wird nicht gebraucht, wenn der ganze Text übersetzt ist."


def export(work: Iterable[FileTexts], lang: str, urls: Urls) -> bytes:
    """Return the .po of a language: every German field but those of drafts, with its translation if there is one.

    Names of places and people that nobody has begun to translate are left out: they may stay as they are.
    """
    return to_po((entry for file in work if not file.is_draft for entry in _entries(file, lang, urls)), lang)


def _entries(file: FileTexts, lang: str, urls: Urls) -> Iterator[Entry]:
    own = file.own.get(lang)
    states = judge(file.german, own)
    has_text = states.get(TEXT) in SHOWN
    for field, german in file.german.texts.items():
        state = states.get(field, MISSING)
        if state == MISSING and field in file.german.optional and (has_text or not isinstance(file, EventTexts)):
            continue
        is_machine = own is not None and own.is_machine and state != MISSING
        yield Entry(
            context=file.context(field), german=unwrapped(german), is_fuzzy=is_machine or state not in (COMPLETE, MISSING),
            own=unwrapped(own.texts[field]) if own and state != MISSING else "", path=file.path, line=file.german.lines[field],
            notes=tuple(note for note in (*_notes(file, field, urls), _WHY.get(state, ""), _MACHINE if is_machine else "") if note),
        )


def _notes(file: FileTexts, field: str, urls: Urls) -> tuple[str, ...]:
    """Return what a translator wants to know of a field: what it is, how long it may be, where it is seen."""
    limit = f"höchstens {LENGTH_LIMIT if file.is_markdown(field) else file.field(field).limit} Zeichen"
    if not isinstance(file, EventTexts):
        return (f"{file.field(field).doc} in {file.path}, {limit}",)
    is_excerpt = field in file.german.optional
    title = file.german.texts.get("title", file.id)
    return (
        f"{name_of(field)} von „{title}“, {limit}", urls.absolute(urls.event(file.edition, file.id)), _EXCERPT if is_excerpt else "",
    )
