"""Event page: one event with every fact in the page's language. Floor 3."""

from __future__ import annotations

from ikw.changes import change_of
from ikw.model import Change, Event, Occurrence, Venue
from ikw.pictures import widths
from ikw.programme import Entry, Programme, event_venues
from ikw.site import Site
from ikw.texts import STATUS_WORDS
from ikw.views.facts import facts, tel
from ikw.views.records import Anchor, Banner, Date, EventPage, Neighbour, Photo, Phrase, Row
from ikw.views.rows import Rows, category_name, foreign, hours_words, span_words, state, title

MORE_ROWS = 6
# A title of more letters than this is set smaller.
LONG_TITLE = 60


def event_page(site: Site, programme: Programme, event: Event, rows: Rows) -> EventPage:
    """Return the page of an event."""
    _ = site.texts.gettext
    german, own = event.texts[site.settings.default.code], event.texts.get(site.language.code)
    text = own if own and own.html else german
    is_foreign = text is german and site.language.code != site.settings.default.code
    single = [one for one in event.occurrences if not one.is_range]
    first = single[0] if single and len(single) == len(event.occurrences) else None
    before, after = programme.neighbours(event)
    return EventPage(
        category=event.category, category_name=category_name(site, programme, event.category),
        category_href=site.urls.facet(event.edition, "category", event.category), title=title(site, event),
        title_long=len(title(site, event).text) > LONG_TITLE,
        subtitle=_translated(site, own.subtitle if own else None, german.subtitle),
        number=str(first.day.day) if first else "", weekday=site.formats.weekday(first.day) if first else "",
        month=site.formats.month(first.day) if first else "",
        time=site.formats.time(first.start) if first and first.start else (first.words or "") if first else "",
        datetime=_datetime(first) if first else "", date_words=_date_words(site, event, single),
        state=state(site, event, first), banner=_banner(site, event),
        summary=None if text.is_excerpt else _translated(site, own.summary if own else None, german.summary),
        text_html=text.html, text_lang=site.settings.default.code if is_foreign else None,
        text_dir=site.settings.default.dir if is_foreign else None,
        facts=tuple(facts(site, programme, event)), dates=tuple(_date(site, event, one) for one in event.occurrences),
        schedule=tuple(
            (site.formats.time(slot.start) + (f"–{site.formats.time(slot.until)}" if slot.until else ""), site.formats.time(slot.start), slot.title)
            for slot in event.schedule
        ),
        links=tuple(Anchor(label=link.title, href=link.url) for link in event.links), photo=photo(site, event),
        actions=_actions(site, event), previous=_neighbour(site, before), next=_neighbour(site, after),
        more_heading=_("Auch am {weekday}").format(weekday=site.formats.weekday(first.day)) if first else "",
        more=_more(programme, event, rows), example=_("Diese Veranstaltung ist ein erfundenes Beispiel.") if event.example else "",
    )


def description(site: Site, event: Event) -> str:
    """Return the text for search engines and previews: when, where, and the summary."""
    own = event.texts.get(site.language.code) or event.texts[site.settings.default.code]
    first = next(iter(event.occurrences), None)
    when = date_line(site, first) if first else site.texts.gettext("Termin folgt")
    return ". ".join(part for part in (", ".join([when, *where_words(site, event_venues(event)[:1])]), own.summary) if part)


def where_words(site: Site, venues: tuple[Venue, ...]) -> list[str]:
    """Return places as "Bürgerhaus, Bebra"."""
    return [", ".join(dict.fromkeys(part for part in (site.texts.name(venue.name), venue.town) if part)) for venue in venues]


def date_line(site: Site, occurrence: Occurrence) -> str:
    """Return a date in full: "Freitag, 19. September 2025, 19:30–21:00 Uhr"."""
    formats = site.formats
    if occurrence.is_range:
        return ", ".join(part for part in (span_words(site, occurrence.day, occurrence.last_day), hours_words(site, occurrence.hours)) if part)
    if occurrence.start is None:
        return ", ".join(part for part in (formats.date_long(occurrence.day), occurrence.words) if part)
    return f"{formats.date_long(occurrence.start.date())}, {formats.time_words(occurrence.start, occurrence.end)}"


def _datetime(occurrence: Occurrence) -> str:
    return occurrence.start.strftime("%Y-%m-%dT%H:%M") if occurrence.start else occurrence.day.isoformat()


def _date_words(site: Site, event: Event, single: list[Occurrence]) -> str:
    if not event.occurrences:
        return site.texts.gettext("Termin folgt")
    if len(single) < len(event.occurrences):
        lasting = next(one for one in event.occurrences if one.is_range)
        return span_words(site, lasting.day, lasting.last_day)
    more = len(single) - 1
    return site.texts.ngettext("und {n} weiterer Termin", "und {n} weitere Termine", more).format(n=more) if more else ""


def _translated(site: Site, own: str | None, german: str | None) -> Phrase | None:
    if own:
        return Phrase(text=own)
    return foreign(site, german) if german else None


def _date(site: Site, event: Event, occurrence: Occurrence) -> Date:
    places = where_words(site, occurrence.venues) if occurrence.venues is not None else []
    return Date(
        words=date_line(site, occurrence), datetime=_datetime(occurrence),
        place=", ".join([*places, *([occurrence.room] if occurrence.room else [])]), note=occurrence.note or "",
        state=state(site, event, occurrence) if occurrence.change else None,
    )


def _banner(site: Site, event: Event) -> Banner | None:
    changed = next((one for one in event.occurrences if one.change and one.change.status != "scheduled"), None)
    change = change_of(event) or change_of(event, changed)
    if change is None or (changed and event.change is None and len(event.occurrences) > 1 and not change.was_when and not change.was_venues):
        return None
    _ = site.texts.gettext
    now = changed or next(iter(event.occurrences), None)
    lines = [change.note] if change.note else []
    if change.since:
        lines.append(_("Geändert am {date}.").format(date=site.formats.day_month(change.since)))
    return Banner(code=change.status, title=_banner_title(site, change), pairs=tuple(_pairs(site, event, change, now)), lines=tuple(lines))


def _banner_title(site: Site, change: Change) -> str:
    _ = site.texts.gettext
    word = _(STATUS_WORDS[change.status])
    if change.was_when and change.was_venues:
        return _("{status}: neue Zeit, neuer Ort").format(status=word)
    if change.was_when:
        return _("{status}: neue Zeit").format(status=word)
    return _("{status}: neuer Ort").format(status=word) if change.was_venues else word


def _pairs(site: Site, event: Event, change: Change, now: Occurrence | None) -> list[tuple[str, str, bool]]:
    if not (change.was_when or change.was_venues):
        return []
    _ = site.texts.gettext
    venues = (now.venues if now and now.venues is not None else event.venues)[:1]
    new = [date_line(site, now)] if now and change.was_when else []
    old = [date_line(site, one) for one in change.was_when[:1]]
    if change.was_venues:
        new += where_words(site, venues)
        old += where_words(site, change.was_venues)
    return [(_("Jetzt"), ", ".join(new), False), (_("Vorher"), ", ".join(old), True)]


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
        width=middle, height=round(picture.height * middle / picture.width), alt=alt, credit=picture.credit,
    )


def _actions(site: Site, event: Event) -> tuple[Anchor, ...]:
    _ = site.texts.gettext
    found = []
    if event.occurrences:
        found.append(Anchor(label=_("In meinen Kalender"), href=site.urls.event(event.edition, event.id) + "event.ics"))
    registration = event.registration
    if registration and registration.url:
        found.append(Anchor(label=_("Online anmelden"), href=registration.url))
    elif registration and registration.email:
        found.append(Anchor(label=_("Per E-Mail anmelden"), href=f"mailto:{registration.email}"))
    elif registration and registration.phone:
        found.append(Anchor(label=_("Per Telefon anmelden"), href=tel(registration.phone)))
    if event.online_url:
        found.append(Anchor(label=_("Online teilnehmen"), href=event.online_url))
    return tuple(found)


def _neighbour(site: Site, entry: Entry | None) -> Neighbour | None:
    if entry is None:
        return None
    occurrence = entry.occurrence
    numeral = site.formats.time(occurrence.start) if occurrence.start else str(occurrence.day.day)
    return Neighbour(
        href=site.urls.event(entry.event.edition, entry.event.id), when=site.formats.date_short(occurrence.day), numeral=numeral,
        title=title(site, entry.event),
    )


def _more(programme: Programme, event: Event, rows: Rows) -> tuple[Row, ...]:
    """Return other events of the event's first day: those around it in time."""
    at = programme.position.get(event.id)
    if at is None:
        return ()
    day = programme.by_day[programme.dated[at].day]
    others = [entry for entry in day if entry.event is not event and not entry.gone]
    centre = sum(entry.occurrence.start is not None and _before(entry, programme.dated[at]) for entry in others)
    start = max(0, min(centre - MORE_ROWS // 2, len(others) - MORE_ROWS))
    return rows.rows(others[start : start + MORE_ROWS])


def _before(entry: Entry, other: Entry) -> bool:
    return bool(entry.occurrence.start and other.occurrence.start and entry.occurrence.start < other.occurrence.start)


