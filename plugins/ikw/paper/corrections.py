"""Corrections: what stands otherwise in the printed booklet, on sheets of A4 to lay into it, in one language. Floor 4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ikw.changes import takes_place
from ikw.errata import is_new
from ikw.model import Event, Occurrence
from ikw.paper.items import Items
from ikw.paper.mastheads import Masthead, masthead
from ikw.paper.records import Stamp
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.misprints import misprints, missing
from ikw.views.records import Misprint, Phrase
from ikw.views.words import date_line, foreign, time_short, title, where

TEMPLATE = "corrections.typ"


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """One event: where a reader of the booklet looks for it (`when`, which no longer holds if it `is_moved`), what it is, and what is
    otherwise."""

    when: str
    title: Phrase
    stamp: Stamp
    is_off: bool
    is_moved: bool
    lines: tuple[Phrase, ...]
    misprints: tuple[Misprint, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Corrections of one kind, under its name."""

    name: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Corrections:
    """All the sheets say. `printed` says when the booklet went to print, `as_of` what the sheets know."""

    head: Masthead
    printed: str
    as_of: str
    sections: tuple[Section, ...]


def content(site: Site, programme: Programme, items: Items, as_of: date) -> Corrections:
    """Return what is otherwise than in the booklet of an edition that has gone to print; no section is empty."""
    assert programme.printed, "only called for what was printed"
    _ = site.texts.gettext
    day = site.formats.date_long
    sections = (
        Section(name=_("Fällt aus"), corrections=tuple(_off(site, items))),
        Section(name=_("Jetzt anders"), corrections=tuple(_changed(site, items))),
        Section(name=_("Neu dazugekommen"), corrections=tuple(_new(site, items))),
    )
    return Corrections(
        head=masthead(site, programme, items), sections=tuple(one for one in sections if one.corrections),
        printed=_("Das Heft ging am {date} in Druck. Hier steht, was seitdem anders ist.").format(date=day(programme.printed.day)),
        as_of=_("Stand: {date}").format(date=day(as_of)),
    )


def _in_order(programme: Programme) -> list[Event]:
    """Return the events by the date that a reader of the booklet looks for."""
    return sorted(programme.events, key=partial(_place, programme))


def _place(programme: Programme, event: Event) -> tuple[date, str]:
    then = programme.printed.events.get(event.id, event) if programme.printed else event
    return min((one.day for one in then.occurrences), default=date.max), event.id


def _off(site: Site, items: Items) -> Iterator[Correction]:
    """Yield what does not take place: called off, or no more in the programme at all."""
    programme = items.programme
    off = [event for event in programme.events if not takes_place(event) and misprints(site, programme, event, are_all=True)]
    for event in sorted((*off, *missing(site, programme)), key=partial(_place, programme)):
        note = event.change.note if event.id in programme.by_id and event.change else None
        yield _correction(site, items, event, lines=(foreign(site, note),) if note else (), is_off=True)


def _changed(site: Site, items: Items) -> Iterator[Correction]:
    programme = items.programme
    for event in _in_order(programme):
        found = misprints(site, programme, event, are_all=True)
        if takes_place(event) and found:
            yield _correction(site, items, event, misprints=found)


def _new(site: Site, items: Items) -> Iterator[Correction]:
    programme = items.programme
    for event in _in_order(programme):
        if is_new(programme.printed, event) and takes_place(event):
            dates = [date_line(site, one) for one in event.occurrences] or [site.texts.gettext("Termin folgt")]
            at = where(site, event, next(iter(event.occurrences), None))
            yield _correction(site, items, event, lines=(*(Phrase(text=one) for one in dates), at))


def _correction(
    site: Site, items: Items, event: Event, *, lines: tuple[Phrase, ...] = (), misprints: tuple[Misprint, ...] = (), is_off: bool = False,
) -> Correction:
    printed = items.programme.printed
    then = printed.events.get(event.id, event) if printed else event
    first: Occurrence | None = next(iter(then.occurrences), None)
    category = items.programme.by_id[event.id].category if event.id in items.programme.by_id else event.category
    gone = {phrase.text for wrong in misprints if wrong.fact == "when" for phrase in wrong.then}
    return Correction(
        when=time_short(site, first) if first else site.texts.gettext("Termin folgt"), title=title(site, event),
        stamp=items.stamp(category), is_off=is_off, is_moved=first is not None and date_line(site, first) in gone, lines=lines,
        misprints=misprints,
    )


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the template itself."""
    _ = site.texts.gettext
    return {"title": _("Änderungen zum Heft"), "then": _("Im Heft:"), "web": _("Alles im Netz, immer aktuell")}
