"""Event page: one event with every fact in the page's language. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ikw.changes import is_off, is_online, takes_place
from ikw.days import programme_day
from ikw.errata import is_new
from ikw.facets import event_venues
from ikw.lasting import Lasting, lasting_of
from ikw.model import Event, Occurrence
from ikw.pictures import credit, widths
from ikw.programme import Entry, Programme
from ikw.site import Site
from ikw.views.explained import Explainer
from ikw.views.facts import closed_by, facts, tel
from ikw.views.misprints import misprints, new_state
from ikw.views.page_records import EventPage
from ikw.views.records import Anchor, Date, Neighbour, Photo, Phrase, Row, State
from ikw.views.rows import Rows
from ikw.views.states import banner, event_state, state
from ikw.views.translated import notes, subtitle, summary, teaser, text_of
from ikw.views.words import (
    category_name,
    date_line,
    datetime_of,
    daytime_words,
    foreign,
    lasting_hours,
    span_words,
    time_short,
    title,
    where,
    where_line,
)

MORE_ROWS = 6
# A title of more letters than this is set smaller.
LONG_TITLE = 60


def event_page(site: Site, programme: Programme, event: Event, rows: Rows) -> EventPage:
    """Return the page of an event."""
    _ = site.texts.gettext
    shown = _shown(programme, event)
    single = shown if shown and not shown.is_range and not programme.lasting_by_id.get(event.id) else None
    text = text_of(site, event)
    is_foreign = text is not event.texts.get(site.language.code)
    heading = title(site, event)
    before, after = programme.neighbours(event)
    more = _more(programme, event, rows)
    explainer, kind, state_shown, actions = (
        Explainer(site), category_name(site, programme, event.category), event_state(site, event, shown), tuple(_actions(site, event)),
    )
    return EventPage(
        category=event.category, category_name=kind,
        explained=explainer.of("" if kind.lang else kind.text, state_shown.word if state_shown else ""),
        category_href=site.urls.facet(event.edition, "category", event.category), title=heading,
        title_long=len(heading.text) > LONG_TITLE, subtitle=subtitle(site, event),
        number=str(single.day.day) if single else "",
        weekday=site.formats.capital(site.formats.weekday(single.day)) if single else "",
        month=site.formats.month_after_day(single.day) if single else "", time=_clock(site, single) if single else "",
        datetime=datetime_of(single) if single else "", date_words=_date_words(site, programme, event),
        state=state_shown or _new(site, programme, event), banner=banner(site, event),
        misprints=misprints(site, programme, event), summary=summary(site, event), notes=tuple(notes(site, event)),
        text_html=site.urls.in_html(text.html), text_lang=site.settings.default.code if is_foreign else None,
        text_dir=site.settings.default.dir if is_foreign else None,
        facts=tuple(explainer.facts(facts(site, programme, event))), dates=tuple(_dates(site, programme, event)),
        schedule=tuple(_schedule(site, event)),
        links=tuple(
            Anchor(label=link.title, href=link.url, lang=(german := foreign(site, "")).lang, dir=german.dir) for link in event.links
        ), photo=photo(site, event),
        actions=actions, actions_explained=explainer.of(*(link.label for link in actions)),
        previous=_neighbour(site, before), next=_neighbour(site, after),
        more=more, more_heading=_more_heading(site, shown) if shown and more else "",
        example=_("Diese Veranstaltung ist ein erfundenes Beispiel.") if event.example else "",
        starts=int(single.start.timestamp()) if single and single.start else None,
        ends=int(single.end.timestamp()) if single and single.end else None,
    )


def _new(site: Site, programme: Programme, event: Event) -> State | None:
    """Return the tag of an event that is not in the booklet."""
    is_told = is_new(programme.printed, event) and not site.is_over(programme.edition)
    return new_state(site) if is_told else None


def description(site: Site, event: Event) -> str:
    """Return the text for search engines and previews: what has changed, when, where, and the summary."""
    _ = site.texts.gettext
    item = next(lasting_of(event), None)
    shown = item.occurrence if item else _first(event)
    where, known = where_line(site, event, shown), event_state(site, event, shown)
    facts = site.formats.joined(_when(site, event, shown, item), where)
    if shown is None and not event_venues(event) and not is_online(event):
        facts = _("Termin und Ort folgen")
    if known and known.code == "cancelled":
        facts = f"{known.word}: {facts}"
    elif known:
        facts = f"{_ended(known.word)} {where if known.code == 'postponed' else facts}"
    words = teaser(site, event)
    facts = site.formats.capital(facts)
    return f"{_ended(facts)} {words.text}" if words else facts


def _ended(text: str) -> str:
    """Return words as a sentence; a short date has its full stop already."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _when(site: Site, event: Event, shown: Occurrence | None, item: Lasting | None) -> str:
    """Return all dates in one line: the first in full or the days it is on, and how many more there are."""
    if shown is None:
        return site.texts.gettext("Termin folgt")
    if item is None:
        return " ".join(part for part in (date_line(site, shown), _more_dates(site, event, 1)) if part)
    days = (span_words(site, item.first, item.last), lasting_hours(site, item), _more_dates(site, event, len(item.keys)))
    return site.formats.joined(*days)


# -- when --------------------------------------------------------------------------------------------------------------------


def _shown(programme: Programme, event: Event) -> Occurrence | None:
    """Return the date that a page shows large: the first to go to, of single dates before ranges."""
    at = programme.position.get(event.id)
    if at is not None:
        return programme.dated[at].occurrence
    return _first(event)


def _first(event: Event) -> Occurrence | None:
    """Return the first date to go to, else the first, else None."""
    return next((one for one in event.occurrences if not is_off(event, one)), next(iter(event.occurrences), None))


def _clock(site: Site, occurrence: Occurrence) -> str:
    return site.formats.time(occurrence.start) if occurrence.start else daytime_words(site, occurrence)


def _date_words(site: Site, programme: Programme, event: Event) -> str:
    """Return what the poster says beside or instead of a day: a span, how many more dates, or that a date is to follow."""
    if not event.occurrences:
        return site.texts.gettext("Termin folgt")
    lasting = programme.lasting_by_id.get(event.id, ())
    if not lasting:
        return _more_dates(site, event, 1)
    span = span_words(site, lasting[0].first, lasting[0].last)
    return " ".join(part for part in (span, _more_dates(site, event, len(lasting[0].keys))) if part)


def _more_dates(site: Site, event: Event, told: int) -> str:
    """Return "und 3 weitere Termine" of those that take place, if they are more than are told already."""
    more = sum(not is_off(event, one) for one in event.occurrences) - told
    return site.texts.ngettext("und {n} weiterer Termin", "und {n} weitere Termine", more).format(n=more) if more > 0 else ""


def _dates(site: Site, programme: Programme, event: Event) -> Iterator[Date]:
    """Yield a line for each date, and one for dates that go on day by day."""
    items = {item.occurrence.key: item for item in programme.lasting_by_id.get(event.id, ()) if item.days}
    daily = {key for item in items.values() for key in item.keys}
    several = len(event.occurrences) > 1
    differs = several and len({where_line(site, event, one) for one in event.occurrences}) > 1
    for one in event.occurrences:
        item = items.get(one.key)
        if item is None and one.key in daily:
            continue
        span = (span_words(site, item.first, item.last), lasting_hours(site, item)) if item else ()
        is_told = several or one.change is not None or is_off(event, one)
        yield Date(
            words=site.formats.capital(site.formats.joined(*span) or date_line(site, one)), datetime=datetime_of(one),
            place=where(site, event, one) if differs else None, room=foreign(site, one.room) if one.room else None,
            note=foreign(site, one.note) if one.note else None,
            state=state(site, event, one) if is_told else None,
        )


def _schedule(site: Site, event: Event) -> Iterator[tuple[str, str, Phrase]]:
    """Yield the items of a stage programme: their times in words, their start for machines, their titles."""
    for slot in event.schedule:
        yield site.formats.clock(slot.start, slot.until), site.formats.time(slot.start), foreign(site, slot.title)


# -- what ---------------------------------------------------------------------------------------------------------------------


def photo(site: Site, event: Event) -> Photo | None:
    """Return the picture with its sizes, or None."""
    picture = event.picture
    if picture is None:
        return None
    own = event.texts.get(site.language.code)
    alt = Phrase(text=own.image_alt) if own and own.image_alt else foreign(site, picture.alt)
    sizes = widths(picture)
    href = site.urls.asset(f"{event.edition}/{event.id}/")
    middle = sizes[min(1, len(sizes) - 1)]
    return Photo(
        src=f"{href}picture-{middle}.jpg", srcset=", ".join(f"{href}picture-{width}.jpg {width}w" for width in sizes),
        width=middle, height=round(picture.height * middle / picture.width), alt=alt, credit=credit(picture),
    )


def _actions(site: Site, event: Event) -> Iterator[Anchor]:
    """Yield what one can do: keep the date, register by the quickest way unless it is full or off, take part online."""
    _ = site.texts.gettext
    if event.occurrences:
        yield Anchor(label=_("In meinen Kalender"), href=site.urls.event(event.edition, event.id) + "event.ics")
    registration = event.registration
    if registration and not closed_by(event):
        if registration.url:
            yield Anchor(label=_("Online anmelden"), href=registration.url)
        elif registration.email:
            yield Anchor(label=_("Per E-Mail anmelden"), href=f"mailto:{registration.email}")
        elif registration.phone:
            yield Anchor(label=_("Per Telefon anmelden"), href=tel(registration.phone))
    if event.online_url and takes_place(event):
        yield Anchor(label=_("Online teilnehmen"), href=event.online_url)


# -- around ------------------------------------------------------------------------------------------------------------------


def _neighbour(site: Site, entry: Entry | None) -> Neighbour | None:
    if entry is None:
        return None
    occurrence = entry.occurrence
    numeral = site.formats.time(occurrence.start) if occurrence.start else str(occurrence.day.day)
    when = time_short(site, occurrence) if occurrence.is_range else site.formats.date_short(occurrence.day)
    return Neighbour(
        href=site.urls.event(entry.event.edition, entry.event.id), when=when, numeral=numeral, title=title(site, entry.event),
        state=state(site, entry.event, occurrence),
    )


def _more_heading(site: Site, shown: Occurrence) -> str:
    return site.texts.gettext("Auch am {weekday}").format(weekday=site.formats.weekday(programme_day(shown)))


def _more(programme: Programme, event: Event, rows: Rows) -> tuple[Row, ...]:
    """Return other events of the day that is shown large: as many before as after it, as far as there are."""
    place = programme.position.get(event.id)
    if place is None:
        return ()
    shown = programme.dated[place]
    day = programme.by_day[shown.day]
    at = next(n for n, entry in enumerate(day) if entry is shown)
    before, after = _others(event, reversed(day[:at])), _others(event, day[at + 1 :])
    early = min(len(before), max(MORE_ROWS // 2, MORE_ROWS - len(after)))
    return rows.rows([*reversed(before[:early]), *after[: MORE_ROWS - early]])


def _others(event: Event, entries: Iterable[Entry]) -> list[Entry]:
    """Return the first entries of other events that hold."""
    return list(islice((entry for entry in entries if entry.event is not event and not entry.is_gone), MORE_ROWS))
