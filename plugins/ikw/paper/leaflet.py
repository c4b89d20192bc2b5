"""Leaflet: what is on in one municipality, as six panels that fold into one another, in one language. Floor 4."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ikw.changes import is_off
from ikw.model import Event
from ikw.paper.items import Items, running_when
from ikw.paper.mastheads import Masthead, masthead, partners
from ikw.paper.poster import goes_on, told_state
from ikw.paper.records import Item, Line, Partner, QrCode
from ikw.programme import Part, Programme
from ikw.site import Site
from ikw.views.records import Phrase
from ikw.views.rows import entrance, spoken
from ikw.views.translated import note_of_facts
from ikw.views.words import count_words, named, time_short

TEMPLATE = "leaflet.typ"
# How high a picture is at most, in millimetres.
PHOTO_HEIGHT = 52.0
FACET = "municipality"


@dataclass(frozen=True, kw_only=True, slots=True)
class Short:
    """An event in full, and what of its facts must not be missing where there is room for no more."""

    item: Item
    spoken: str
    cost: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day, or another heading where `number` is "": what is told on it, in full once and in one line after that.

    `again` is what a panel says that begins amid it.
    """

    number: str
    name: str
    again: str
    events: tuple[Short | Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaflet:
    """All a leaflet says. `code` leads to the page of the municipality; `elsewhere` are highlights in the others.

    `note` says that some of it is German, where the rest is not.
    """

    head: Masthead
    name: Phrase
    count: str
    days: tuple[Day, ...]
    elsewhere: tuple[Line, ...]
    code: QrCode
    languages: tuple[tuple[str, str, str], ...]
    partners: tuple[Partner, ...]
    note: str


def content(site: Site, programme: Programme, items: Items, municipality: str) -> Leaflet:
    """Return what a leaflet says of a municipality in which something is on."""
    part = programme.part(FACET, municipality)
    dates = sum(not entry.is_gone and not entry.is_elsewhere for entries in part.by_day.values() for entry in entries)
    return Leaflet(
        head=masthead(site, programme, items), name=named(site, programme.municipalities[municipality].name),
        count=count_words(site, dates + len(part.lasting)), days=tuple(_days(site, items, part)),
        elsewhere=tuple(_elsewhere(site, items, municipality)),
        code=items.code(site.urls.facet(programme.edition.id, FACET, municipality)),
        languages=tuple((one.name, one.code, one.dir) for one in site.settings.languages),
        partners=tuple(partners(site, programme.edition, items)), note=note_of_facts(site),
    )


def _days(site: Site, items: Items, part: Part) -> Iterator[Day]:
    """Yield the days with their events, then what is on all the time, then what has no date yet."""
    _ = site.texts.gettext
    told: set[str] = set()

    def either(event: Event, when: str, line: Line, *, is_clock: bool = False) -> Short | Line:
        """Return an event in full, or in a line where it is told already."""
        if event.id in told:
            return replace(line, state=told_state(line.state))
        told.add(event.id)
        return _short(site, items, event, when, is_clock=is_clock)

    for day, entries in part.by_day.items():
        held = [entry for entry in entries if not entry.is_gone and not entry.is_elsewhere]
        if held:
            yield Day(number=str(day.day), name=site.formats.weekday(day), again=goes_on(site, site.formats.date_medium(day)), events=tuple(
                either(entry.event, items.when(entry.occurrence), items.line(entry), is_clock=entry.occurrence.start is not None)
                for entry in held
            ))
    lasting = [item for item in part.lasting if not item.is_elsewhere]
    if lasting:
        always = _("Die ganze Zeit offen")
        yield Day(number="", name=always, again=goes_on(site, always), events=tuple(
            either(item.event, running_when(items.rows.running(item)), items.running_line(item)) for item in lasting
        ))
    if part.undated:
        undated = _("Termin folgt")
        events = tuple(_short(site, items, event, undated) for event in part.undated)
        yield Day(number="", name=undated, again=goes_on(site, undated), events=events)


def _short(site: Site, items: Items, event: Event, when: str, *, is_clock: bool = False) -> Short:
    item = items.item(event, when, is_clock=is_clock)
    state = told_state(item.state)
    return Short(item=replace(item, state=state), spoken=spoken(site, event), cost=entrance(site, event))


def _elsewhere(site: Site, items: Items, municipality: str) -> Iterator[Line]:
    """Yield what is worth a way in the other municipalities."""
    programme = items.programme
    here = {event.id for event in programme.facets.get(FACET, {}).get(municipality, ())}
    for at in sorted(programme.position.values()):
        entry = programme.dated[at]
        if entry.event.highlight and entry.event.id not in here and not is_off(entry.event, entry.occurrence):
            yield replace(items.line(entry), time="", words=time_short(site, entry.occurrence), state=None)


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the template itself."""
    _ = site.texts.gettext
    return {
        "elsewhere": _("Höhepunkte in anderen Gemeinden"), "web": _("Alles im Netz, immer aktuell"),
        "languages": _("Das Programm gibt es in diesen Sprachen:"), "more": _("und {n} weitere"), "photo": _("Bild: {credit}"),
        "partners": _("Mit Unterstützung von"),
    }
