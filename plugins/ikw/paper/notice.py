"""Notice: what has changed about one event, for a door, in all languages on one sheet of A4. Floor 4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ikw.changes import change_of
from ikw.model import Event
from ikw.paper.items import Items
from ikw.paper.mastheads import Masthead, masthead
from ikw.paper.records import QrCode
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.records import Banner, Phrase
from ikw.views.states import banner, status_word
from ikw.views.words import date_line, foreign, title, where_line

TEMPLATE = "notice.typ"
OFF = ("cancelled", "postponed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What has changed, in one language: the name of the language, the word for it, the event, what holds and what held before."""

    lang: str
    dir: str
    language: str
    word: str
    title: Phrase
    pairs: tuple[tuple[str, str, bool], ...]
    lines: tuple[tuple[str, Phrase], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Notice:
    """All a notice says. `status` is that of the whole event, or "changed" where its dates have fared differently."""

    head: Masthead
    status: str
    told: tuple[Told, ...]
    code: QrCode


def has_changed(event: Event) -> bool:
    """Whether there is anything to tell at the door."""
    return any(change_of(event, one) for one in event.occurrences or (None,))


def content(sites: Sequence[tuple[Site, Programme]], items: Items, event: Event) -> Notice:
    """Return what a notice says of an event that has changed; the first language is told large."""
    site, programme = sites[0]
    found = banner(site, event)
    assert found, "only called for what has changed"
    return Notice(
        head=masthead(site, programme, items), status=found.code, code=items.code(site.urls.event(event.edition, event.id)),
        told=tuple(_told(one, event) for one, _programme in sites),
    )


def _told(site: Site, event: Event) -> Told:
    found = banner(site, event)
    assert found, "the same in every language"
    return Told(
        lang=site.language.code, dir=site.language.dir, language=site.language.name, word=found.title, title=title(site, event),
        pairs=tuple(_pairs(site, event, found)), lines=(*found.lines, *_notes(site, event)),
    )


def _pairs(site: Site, event: Event, found: Banner) -> Iterator[tuple[str, str, bool]]:
    """Yield what holds and what held before, else when and where it was to be.

    What is off is not struck here: whoever stands at the door must be able to read what it is that is off.
    """
    off = [status_word(site, status) for status in OFF]
    yield from ((label, words.text, is_old and label not in off) for label, words, is_old in found.pairs)
    if not found.pairs:
        for one in event.occurrences or (None,):
            yield "", site.formats.joined(*([date_line(site, one)] if one else []), where_line(site, event, one)), False


def _notes(site: Site, event: Event) -> Iterator[tuple[str, Phrase]]:
    """Yield what is written beside the dates that have changed: where to go instead, most of the time."""
    for one in event.occurrences:
        if one.note and change_of(event, one):
            yield "", foreign(site, one.note)


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the template itself."""
    return {"web": site.texts.gettext("Alles dazu im Netz")}
