"""Rows: an event in a list, with its state. Floor 3. Made once per language and used on many pages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ikw.changes import change_of
from ikw.model import Change, Cost, Event, Hours, Occurrence, Venue
from ikw.programme import Entry, Lasting, Programme
from ikw.site import Site
from ikw.texts import DEFAULT_CATEGORY_WORD, STATUS_WORDS
from ikw.views.records import Phrase, Row, Running, State


class Rows:
    """Makes the rows of one programme in one language and keeps them."""

    def __init__(self, site: Site, programme: Programme) -> None:
        """Start without any row."""
        self.site = site
        self.programme = programme
        self._kept: dict[tuple[str, str, bool, str], Row] = {}

    def row(self, entry: Entry) -> Row:
        """Return the row of an entry."""
        key = (entry.event.id, entry.occurrence.key, entry.gone, entry.day.isoformat())
        if key not in self._kept:
            self._kept[key] = self._dated(entry)
        return self._kept[key]

    def rows(self, entries: Iterable[Entry]) -> tuple[Row, ...]:
        """Return the rows of entries."""
        return tuple(self.row(entry) for entry in entries)

    def _dated(self, entry: Entry) -> Row:
        occurrence = entry.occurrence
        formats = self.site.formats
        time = formats.time(occurrence.start) if occurrence.start else ""
        return self._row(
            entry.event, occurrence, state(self.site, entry.event, occurrence, gone=entry.gone), time=time,
            datetime=occurrence.start.strftime("%Y-%m-%dT%H:%M") if occurrence.start else occurrence.day.isoformat(),
            when_words="" if time else occurrence.words or self.site.texts.gettext("ohne Uhrzeit"),
        )

    def undated(self, event: Event) -> Row:
        """Return the row of an event whose date is to follow."""
        return self._row(event, None, state(self.site, event, None), time="", datetime="", when_words="")

    def _row(self, event: Event, occurrence: Occurrence | None, shown: State | None, *, time: str, datetime: str, when_words: str) -> Row:
        site = self.site
        own = occurrence.venues if occurrence and occurrence.venues is not None else event.venues
        start, end = (occurrence.start, occurrence.end) if occurrence else (None, None)
        return Row(
            href=site.urls.event(event.edition, event.id), title=title(site, event), time=time, datetime=datetime,
            when_words=when_words, category=event.category, category_name=category_name(site, self.programme, event.category),
            venue=venue_phrase(site, event, own), town=own[0].town or "" if own else "",
            spoken=", ".join(site.formats.language(code) for code in event.languages), cost=cost_short(site, event.cost),
            state=shown, highlight=event.highlight,
            starts=int(start.timestamp()) if start else None, ends=int(end.timestamp()) if end else None,
        )

    def running(self, item: Lasting) -> Running:
        """Return the entry of an event that is on all the time."""
        site, event = self.site, item.event
        venues = item.occurrence.venues if item.occurrence.venues is not None else event.venues
        places = [site.texts.name(venue.name) for venue in venues[:1]] + [venue.town for venue in venues[:1] if venue.town]
        return Running(
            href=site.urls.event(event.edition, event.id), title=title(site, event), category=event.category,
            category_name=category_name(site, self.programme, event.category), place=", ".join(places),
            span=span_words(site, item.occurrence.day if item.occurrence.is_range else item.first, item.last),
            hours=hours_words(site, item.hours), state=state(site, event, item.occurrence),
        )


def title(site: Site, event: Event) -> Phrase:
    """Return the title in the page's language, else the German one marked as such."""
    own = event.texts.get(site.language.code)
    return Phrase(text=own.title) if own and own.title else foreign(site, event.texts[site.settings.default.code].title)


def foreign(site: Site, text: str) -> Phrase:
    """Return text of the default language, marked where the page is in another."""
    default = site.settings.default
    return Phrase(text=text) if site.language.code == default.code else Phrase(text=text, lang=default.code, dir=default.dir)


def category_name(site: Site, programme: Programme, category: str) -> str:
    """Return the name of a category; the built-in one needs no file."""
    known = programme.categories.get(category)
    if known is None:
        return site.texts.gettext(DEFAULT_CATEGORY_WORD)
    return site.texts.name(known.name)


def venue_phrase(site: Site, event: Event, venues: tuple[Venue, ...]) -> Phrase:
    """Return where it is in a few words: the place, "Online", several places, or that it is to follow."""
    if venues:
        names = " → ".join(site.texts.name(venue.name) for venue in (venues if len(venues) < 3 else (venues[0], venues[-1])))
        return Phrase(text=names)
    if event.online:
        return Phrase(text=site.texts.gettext("Online"))
    return Phrase(text=site.texts.gettext("Ort folgt"))


def cost_short(site: Site, cost: Cost | None) -> str:
    """Return the price in one or two words, "" where nothing is known."""
    if cost is None:
        return ""
    if cost.kind == "free":
        return site.texts.gettext("kostenlos")
    if cost.kind == "donation":
        return site.texts.gettext("Spende")
    return site.formats.money(cost.regular) if cost.regular is not None else ""


def span_words(site: Site, first: date, last: date | None) -> str:
    """Return "14.–28. September" or "ab 3. Oktober"."""
    if last is None:
        return site.texts.gettext("ab {date}").format(date=site.formats.day_month(first))
    return site.formats.span(first, last)


def hours_words(site: Site, hours: Iterable[Hours]) -> str:
    """Return "Mo–Fr 09:00–17:00 Uhr, Sa 10:00–13:00 Uhr", in the order written."""
    return ", ".join(f"{weekdays_words(site, line.weekdays)} {_windows_words(site, line)}" for line in hours)


def _windows_words(site: Site, line: Hours) -> str:
    if not line.windows:
        return site.texts.gettext("geschlossen")
    return site.formats.list(site.formats.time_words(start, end) for start, end in line.windows)


def weekdays_words(site: Site, weekdays: tuple[int, ...]) -> str:
    """Return "Mo–Fr", "Mo, Mi", "täglich" or "täglich außer Mo"."""
    names = site.formats.weekday_names()
    if len(weekdays) == 7:
        return site.texts.gettext("täglich")
    if len(weekdays) == 6:
        missing = next(n for n in range(7) if n not in weekdays)
        return site.texts.gettext("täglich außer {weekday}").format(weekday=names[missing])
    if len(weekdays) > 2 and weekdays == tuple(range(weekdays[0], weekdays[-1] + 1)):
        return f"{names[weekdays[0]]}–{names[weekdays[-1]]}"
    return ", ".join(names[n] for n in weekdays)


def state(site: Site, event: Event, occurrence: Occurrence | None, *, gone: bool = False) -> State | None:
    """Return what a list must say about an entry beside its facts, or None."""
    _ = site.texts.gettext
    if gone:
        return State(code="moved-away", word=_("Verlegt auf {new}").format(new=_new_time(site, event)), old=_("Alt:"), struck="time")
    change = change_of(event, occurrence)
    if change is None:
        return None
    word = _(STATUS_WORDS[change.status])
    if change.status == "cancelled":
        return State(code="cancelled", word=word, old=_("Abgesagt:"), struck="all")
    if change.status == "postponed":
        return State(code="postponed", word=word, old=_("Verschoben:"), struck="time")
    was = was_short(site, change, occurrence)
    return State(code=change.status, word=_("{status}: war {old}").format(status=word, old=was) if was else word)


def _new_time(site: Site, event: Event) -> str:
    """Return the time that holds now: the first that is a change, else the first of all."""
    first = next((one for one in event.occurrences if change_of(event, one)), event.occurrences[0])
    return time_short(site, first)


def time_short(site: Site, occurrence: Occurrence) -> str:
    """Return "Fr 19.9., 19:30"."""
    day = site.formats.date_short(occurrence.day)
    return f"{day}, {site.formats.time(occurrence.start)}" if occurrence.start else day


def was_short(site: Site, change: Change, occurrence: Occurrence | None) -> str:
    """Return the old value in a few words: only what differs from now. "" where none is told."""
    parts = []
    if change.was_when:
        old = change.was_when[0]
        same_day = occurrence is not None and old.day == occurrence.day and old.start is not None
        parts.append(site.formats.time_words(old.start, None) if same_day and old.start else time_short(site, old))
    parts += [site.texts.name(venue.name) for venue in change.was_venues]
    return ", ".join(parts)
