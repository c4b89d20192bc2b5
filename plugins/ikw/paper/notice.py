"""Notice: what has changed about one event, for a door, in all languages on a sheet of A4. Floor 4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ikw.changes import change_of
from ikw.model import Event, Occurrence
from ikw.paper.items import Items
from ikw.paper.mastheads import Masthead, masthead
from ikw.paper.records import QrCode
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.records import Banner, Phrase
from ikw.views.states import banner, pairs, status_word
from ikw.views.words import date_line, foreign, joined, time_short, title, where

TEMPLATE = "notice.typ"
OFF = ("cancelled", "postponed")


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """What has changed, in one language: the name of the language, the word for it, the event, what holds and what held before, why and
    what to do (`lines`), and which later dates `hold`, under their label. `more` is said of dates that there is no room for."""

    lang: str
    dir: str
    language: str
    word: str
    title: Phrase
    pairs: tuple[tuple[str, Phrase, bool], ...]
    lines: tuple[tuple[str, Phrase], ...]
    label: str
    hold: tuple[Phrase, ...]
    more: str


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
        told=tuple(_told(one, event, is_first=number == 0) for number, (one, _programme) in enumerate(sites)),
    )


def _told(site: Site, event: Event, *, is_first: bool) -> Told:
    found = banner(site, event)
    assert found, "the same in every language"
    return Told(
        lang=site.language.code, dir=site.language.dir, language=site.language.name, word=found.title, title=title(site, event),
        pairs=tuple(_pairs(site, event, found)), lines=(*_notes(site, event), *found.lines), label=site.texts.gettext("Findet statt"),
        hold=tuple(_hold(site, event, in_full=is_first)), more=site.texts.gettext("und {n} weitere"),
    )


def _meant(event: Event) -> list[Occurrence]:
    """Return the dates that have fared otherwise than announced."""
    return [one for one in event.occurrences if change_of(event, one)]


def _notes(site: Site, event: Event) -> Iterator[tuple[str, Phrase]]:
    """Yield what is said of the dates that have changed: where to go instead."""
    meant = _meant(event)
    for one in meant:
        if one.note:
            name = site.texts.gettext("{word}:").format(word=time_short(site, one)) if len(meant) > 1 else ""
            yield name, foreign(site, one.note)


def _hold(site: Site, event: Event, *, in_full: bool) -> Iterator[Phrase]:
    """Yield the dates that take place as announced after one that does not: whoever stands at the door may come again."""
    meant = _meant(event)
    if not meant or len(meant) == len(event.occurrences):
        return
    first = min(one.day for one in meant)
    for one in event.occurrences:
        if one.day >= first and one not in meant:
            yield joined(site, date_line(site, one), where(site, event, one)) if in_full else Phrase(text=time_short(site, one))


def _pairs(site: Site, event: Event, found: Banner) -> Iterator[tuple[str, Phrase, bool]]:
    """Yield what holds and what held before, else when and where it was to be.

    What is off is not struck here: whoever stands at the door must be able to read what it is that is off.
    """
    off = [status_word(site, status) for status in OFF]
    for one in _meant(event) or (None,):
        for label, words, is_old in pairs(site, event, one):
            is_off = one is not None and label in off
            yield label, joined(site, words, where(site, event, one)) if is_off else words, is_old and not is_off
    if not found.pairs:
        for one in event.occurrences or (None,):
            yield "", joined(site, *([date_line(site, one)] if one else []), where(site, event, one)), False


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the template itself."""
    return {"web": site.texts.gettext("Alles dazu im Netz")}
