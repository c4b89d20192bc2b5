"""Places: where an event is, how to get there and how to get in, as facts. Floor 3."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ikw.changes import is_hybrid, is_off, is_online, places_of, status_of, takes_place
from ikw.choices import ACCESS_WORDS
from ikw.facets import event_venues
from ikw.model import Event, Occurrence, Venue
from ikw.site import Site
from ikw.views.records import Anchor, Fact, Phrase
from ikw.views.states import status_word
from ikw.views.words import address, foreign, named, sentence, time_short

MAP = "https://www.openstreetmap.org/"


def where_facts(site: Site, event: Event) -> Iterator[Fact]:
    """Yield each place with its address, where people meet, and how to take part online."""
    _ = site.texts.gettext
    dates = event.occurrences or (None,)
    venues = event_venues(event)
    labels = [_station(site, event, n, len(venues)) for n in range(len(venues))]
    for n, (venue, label) in enumerate(zip(venues, labels, strict=True), 1):
        # A list of facts names each thing once.
        yield _place(site, event, venue, label if labels.count(label) == 1 else _("{label} {n}").format(label=label, n=n))
    if not venues and not all(is_online(event, one) for one in dates):
        yield Fact(icon="place", label=_("Ort"), lead=Phrase(text=_("Der Ort steht noch nicht fest.")))
    if event.meeting_point:
        yield Fact(icon="meeting", label=_("Treffpunkt"), lead=foreign(site, event.meeting_point))
    online = [one for one in dates if is_online(event, one)]
    if online or any(is_hybrid(event, one) for one in dates):
        yield _online(site, event, online)


def _place(site: Site, event: Event, venue: Venue, label: str) -> Fact:
    _ = site.texts.gettext
    room = (foreign(site, event.room),) if event.room and event.venues and venue == event.venues[0] else ()
    here = [one for one in event.occurrences if venue in places_of(event, one)]
    dates = _dates(site, event, here) if len(here) < len(event.occurrences) else ()
    page = (Anchor(label=_("Alles an diesem Ort"), href=site.urls.facet(event.edition, "venue", venue.id)),) if venue.id else ()
    return Fact(
        icon="place", label=label, lead=named(site, venue.name), lines=(*dates, *room, *address_lines(site, venue)),
        links=(*map_link(site, venue), *page),
    )


def _station(site: Site, event: Event, number: int, count: int) -> str:
    """Return "Ort", or what a place is on a route that all dates share."""
    _ = site.texts.gettext
    routes = [places_of(event, one) for one in event.occurrences or (None,)]
    if count < 2 or any(len(route) < count for route in routes):
        return _("Ort")
    if routes[0][0] == routes[0][-1]:
        return _("Station") if number else _("Start und Ziel")
    return _("Start") if number == 0 else _("Ziel") if number == count - 1 else _("Station")


def _dates(site: Site, event: Event, occurrences: list[Occurrence]) -> tuple[Phrase, ...]:
    """Return the dates at a place, each with its status where it does not take place."""
    words = (
        f"{time_short(site, one)}: {status_word(site, status_of(event, one))}" if is_off(event, one) else time_short(site, one)
        for one in occurrences
    )
    return tuple(Phrase(text=text) for text in words)


def _online(site: Site, event: Event, online: list[Occurrence | None]) -> Fact:
    """Return how to take part online: `online` are the dates that are nowhere else."""
    _ = site.texts.gettext
    dates = [one for one in online if one]
    lines: tuple[Phrase, ...] = ()
    if not online:
        lead = _("Auch online")
    elif len(online) == len(event.occurrences or (None,)):
        lead = _("Nur online")
    else:
        lead, lines = _("Manche Termine sind online"), _dates(site, event, dates)
    links: tuple[Anchor, ...] = ()
    if event.online_url and takes_place(event):
        links = (Anchor(label=_("Zur Online-Veranstaltung"), href=event.online_url),)
    elif not event.online_url:
        lines = (*lines, Phrase(text=_("Der Link folgt.")))
    return Fact(icon="online", label=_("Online"), lead=Phrase(text=lead), lines=lines, links=links)


def address_lines(site: Site, venue: Venue) -> tuple[Phrase, ...]:
    """Return street and town as they stand on the door; never translated."""
    return tuple(foreign(site, line) for line in address(venue))


def map_link(site: Site, venue: Venue) -> tuple[Anchor, ...]:
    """Return a link to a map: to the very spot, else to a search for the address, nothing where there is no address."""
    label = site.texts.gettext("Karte und Weg")
    if venue.lat is not None and venue.lon is not None:
        spot = f"{venue.lat}/{venue.lon}"
        return (Anchor(label=label, href=f"{MAP}?mlat={venue.lat}&mlon={venue.lon}#map=17/{spot}"),)
    if venue.street and venue.town:
        return (Anchor(label=label, href=f"{MAP}search?query={quote(', '.join(address(venue)))}"),)
    return ()


def access_facts(site: Site, event: Event) -> Iterator[Fact]:
    """Yield how to get in and take part. Where places differ each is named: a step at one of them is no secret."""
    venues = event_venues(event)
    if len({frozenset(venue.access) for venue in venues}) > 1:
        lines = [_named(site, venue, _words(site, venue.access)) for venue in venues]
        lines += [_named(site, venue, foreign(site, venue.access_note)) for venue in venues if venue.access_note]
        yield from access_fact(site, event.access, (*lines, *_own(site, event.access_note)))
        return
    features = tuple(dict.fromkeys([*(code for venue in venues for code in venue.access), *event.access]))
    notes = dict.fromkeys(note for note in (event.access_note, *(venue.access_note for venue in venues)) if note)
    yield from access_fact(site, features, tuple(foreign(site, note) for note in notes))


def access_fact(site: Site, features: tuple[str, ...], lines: tuple[Phrase, ...]) -> Iterator[Fact]:
    """Yield features in words and what is said about them; nothing where nothing is known. Easy Language has one on a line."""
    words = site.texts.vocabulary(ACCESS_WORDS, features)
    said = words if site.language.is_easy else (site.formats.joined(*words),)
    lead, *rest = (*(Phrase(text=site.formats.capital(one)) for one in said if one), *lines) or (None,)
    if lead:
        yield Fact(icon="access", label=site.texts.gettext("Zugang"), lead=lead, lines=tuple(rest))


def _own(site: Site, text: str | None) -> tuple[Phrase, ...]:
    return (foreign(site, text),) if text else ()


def _words(site: Site, features: tuple[str, ...]) -> str:
    return site.formats.joined(*site.texts.vocabulary(ACCESS_WORDS, features)) or site.texts.gettext("keine Angaben")


def _named(site: Site, venue: Venue, words: Phrase | str) -> Phrase:
    return sentence(site, site.texts.gettext("{name}: {words}"), name=named(site, venue.name), words=words)
