"""Export: everything that is to be translated into a language as one .po. Floor 5, pure.

Each field is one entry. What a person has to look at is fuzzy: stale, machine-made, or nobody knows what it was made from. So
what comes back without that mark was confirmed by somebody, and what goes out and comes in again changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.fields import TRANSLATION, by_name
from ikw.prose.unwanted import LENGTH_LIMIT
from ikw.translate.catalog import Entry, to_po, unwrapped
from ikw.translate.work import EventTexts
from ikw.translation import COMPLETE, MISSING, SHOWN, STALE, TEXT, UNKNOWN, judge, name_of
from ikw.urls import Urls

_WHY = {
    STALE: "Veraltet: Der deutsche Text hat sich seit der Übersetzung geändert.",
    UNKNOWN: "Zu prüfen: Es ist nicht vermerkt, aus welchem deutschen Text übersetzt wurde.",
}
_MACHINE = "Zu prüfen: Eine Maschine hat übersetzt."
_EXCERPT = "Anfang des Textes; wird nicht gebraucht, wenn der ganze Text übersetzt ist."
_LIMITS = {name: field.limit for name, field in by_name(TRANSLATION).items()} | {TEXT: LENGTH_LIMIT}


def export(work: Iterable[EventTexts], lang: str, urls: Urls) -> bytes:
    """Return the .po of a language: every German field but those of drafts, with its translation if there is one."""
    return to_po((entry for event in work if not event.is_draft for entry in _entries(event, lang, urls)), lang)


def _entries(event: EventTexts, lang: str, urls: Urls) -> Iterator[Entry]:
    own = event.own.get(lang)
    states = judge(event.german, own)
    has_text = states.get(TEXT) in SHOWN
    for field, german in event.german.texts.items():
        state = states.get(field, MISSING)
        is_excerpt = field == "summary" and event.german.is_excerpt
        if is_excerpt and has_text and state == MISSING:
            continue
        is_machine = own is not None and own.is_machine and state != MISSING
        yield Entry(
            context=event.context(field), german=unwrapped(german), is_fuzzy=is_machine or state not in (COMPLETE, MISSING),
            own=unwrapped(own.texts[field]) if own and state != MISSING else "", path=event.path,
            line=event.german.lines[field], notes=tuple(note for note in (
                f"{name_of(field)} von „{event.german.texts.get('title', event.id)}“, höchstens {_LIMITS[field]} Zeichen",
                urls.absolute(urls.event(event.edition, event.id)), _EXCERPT if is_excerpt else "", _WHY.get(state, ""),
                _MACHINE if is_machine else "",
            ) if note),
        )
