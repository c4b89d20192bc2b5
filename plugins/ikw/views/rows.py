"""Rows: an event in a list, with its state. Floor 3. Made once per language and used on many pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from ikw.changes import is_hybrid, is_online, places_of
from ikw.lasting import Lasting
from ikw.model import Event, Occurrence, Venue
from ikw.programme import Entry, Programme
from ikw.site import Site
from ikw.timetable import Day, Timetable, timetable
from ikw.views.misprints import paper_state
from ikw.views.records import DayCell, Phrase, Row, Running, State
from ikw.views.states import entry_state, lasting_state, state
from ikw.views.words import (
    category_name,
    cost_short,
    count_words,
    datetime_of,
    foreign,
    in_order,
    lasting_hours,
    named,
    sentence,
    span_words,
    title,
    when_words,
    where,
)


class Rows:
    """Makes the rows of one programme in one language and keeps them, and what else is on many of its pages."""

    def __init__(self, site: Site, programme: Programme) -> None:
        """Start without any row."""
        self.site = site
        self.programme = programme
        # By identity, since to compare entries takes longer than to make a row; kept beside it, none can take another's place.
        self._rows: dict[int, tuple[Entry, Row]] = {}
        self._running: dict[int, tuple[Lasting, Running]] = {}

    @cached_property
    def table(self) -> Timetable:
        """The edition's days in weeks."""
        return timetable(self.programme)

    @cached_property
    def cells(self) -> Mapping[date, DayCell]:
        """The days of the edition and those outside its span, without their rows."""
        return {day.date: self._cell(day) for day in (*self.table.days, *self.table.outside)}

    def _cell(self, day: Day) -> DayCell:
        site, at = self.site, day.date
        return DayCell(
            id=f"t{at.isoformat()}", href=site.urls.day(self.programme.edition.id, at), iso=at.isoformat(), number=str(at.day),
            month=site.formats.month_after_day(at), weekday=site.formats.capital(site.formats.weekday(at)),
            short=site.formats.weekday_narrow(at), date_words=site.formats.date_medium(at),
            count_words=count_words(site, day.count), is_full=day.is_full, rows=(),
        )

    def row(self, entry: Entry) -> Row:
        """Return the row of an entry."""
        if id(entry) not in self._rows:
            # An old time is listed with the place that people have to go to now.
            holds = entry.now if entry.is_gone else entry.occurrence
            shown = entry_state(self.site, entry) or self._paper(entry.event, entry.occurrence)
            row = self._row(entry.event, entry.occurrence, holds, shown)
            self._rows[id(entry)] = (entry, row)
        return self._rows[id(entry)][1]

    def rows(self, entries: Iterable[Entry]) -> tuple[Row, ...]:
        """Return the rows of entries."""
        return tuple(self.row(entry) for entry in entries)

    def undated(self, event: Event) -> Row:
        """Return the row of an event whose date is to follow."""
        return self._row(event, None, None, state(self.site, event, None) or self._paper(event, None))

    def _paper(self, event: Event, occurrence: Occurrence | None) -> State | None:
        return paper_state(self.site, self.programme, event, occurrence)

    def _row(self, event: Event, occurrence: Occurrence | None, holds: Occurrence | None, shown: State | None) -> Row:
        """Return the row of a date, with the place of the date that holds."""
        site = self.site
        start, end = (occurrence.start, occurrence.end) if occurrence else (None, None)
        venue, town = self._where(event, holds)
        return Row(
            href=site.urls.event(event.edition, event.id), title=title(site, event),
            time=site.formats.time(start) if start else "", datetime=datetime_of(occurrence) if occurrence else "",
            when_words=when_words(site, occurrence) if occurrence else "",
            category=event.category, category_name=category_name(site, self.programme, event.category),
            venue=venue, town=town, spoken=spoken(site, event), cost=entrance(site, event), state=shown,
            highlight=event.highlight,
            starts=int(start.timestamp()) if start else None, ends=int(end.timestamp()) if end else None,
        )

    def running(self, item: Lasting) -> Running:
        """Return the entry of an event that is on all the time."""
        if id(item) not in self._running:
            self._running[id(item)] = (item, self._made_running(item))
        return self._running[id(item)][1]

    def _made_running(self, item: Lasting) -> Running:
        site, event = self.site, item.event
        span, hours = span_words(site, item.first, item.last), lasting_hours(site, item)
        return Running(
            href=site.urls.event(event.edition, event.id), title=title(site, event), category=event.category,
            category_name=category_name(site, self.programme, event.category), place=where(site, event, item.occurrence),
            span=span, hours=hours, when=site.formats.joined(span, hours),
            state=lasting_state(site, item) or self._paper(event, item.occurrence),
        )

    def _where(self, event: Event, occurrence: Occurrence | None) -> tuple[Phrase, Phrase]:
        """Return place and town, of a route where it begins and ends. A town that is the place's own name is not said twice."""
        _, site = self.site.texts.gettext, self.site
        venues = places_of(event, occurrence)
        if not venues:
            return Phrase(text=_("Online") if is_online(event, occurrence) else _("Ort folgt")), Phrase(text="")
        venue = named(site, venues[0].name)
        if venues[-1] != venues[0]:
            venue = in_order(site, (venue, named(site, venues[-1].name)))
        towns = dict.fromkeys(town for one in (venues[0], venues[-1]) if (town := self._town(one)) and town.text != venue.text)
        town = in_order(site, [*towns]) if towns else Phrase(text="")
        if not is_hybrid(event, occurrence):
            return venue, town
        also = _("{place} und online")
        return (venue, sentence(site, also, place=town)) if towns else (sentence(site, also, place=venue), town)

    def _town(self, venue: Venue) -> Phrase | None:
        known = self.programme.municipalities.get(venue.municipality or "")
        return foreign(self.site, venue.town) if venue.town else named(self.site, known.name) if known else None


def spoken(site: Site, event: Event) -> str:
    """Return the languages in a few words: "Deutsch, Türkisch, gedolmetscht: Arabisch"."""
    words = site.formats.joined(*(site.formats.language(code) for code in event.languages))
    interpreted = site.formats.joined(*(site.formats.language(code) for code in event.interpreting if code not in event.languages))
    if not interpreted:
        return words
    return site.texts.gettext("{languages}, gedolmetscht: {interpreted}").format(languages=words, interpreted=interpreted)


def entrance(site: Site, event: Event) -> str:
    """Return what one needs to get in: "kostenlos", "8 €, mit Anmeldung"."""
    words = [cost_short(site, event.cost)]
    if event.registration and event.registration.needed:
        words.append(site.texts.gettext("mit Anmeldung"))
    return site.formats.joined(*words)
