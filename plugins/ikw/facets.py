"""Facets: by what an event can be found, and at which places it is or was to be. Floor 2, pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.changes import is_changed, old_places, places_of
from ikw.model import Event, Venue


def event_venues(event: Event) -> tuple[Venue, ...]:
    """Return every place an event is at, those of single occurrences included, each once; none where it is only online."""
    if len(event.venues) < 2 and not is_changed(event) and all(occurrence.venues is None for occurrence in event.occurrences):
        return event.venues
    return _unique(venue for occurrence in event.occurrences or (None,) for venue in places_of(event, occurrence))


def former_venues(event: Event) -> tuple[Venue, ...]:
    """Return the places an event has moved away from, each once."""
    if not is_changed(event):
        return ()
    now = event_venues(event)
    old = _unique(venue for occurrence in event.occurrences or (None,) for venue in old_places(event, occurrence))
    return tuple(venue for venue in old if venue not in now)


def _unique(venues: Iterable[Venue]) -> tuple[Venue, ...]:
    return tuple({(venue.id, tuple(venue.name.values())): venue for venue in venues}.values())


def facet_values(event: Event) -> Iterator[tuple[str, str]]:
    """Yield (facet, value) of everything an event can be found by.

    Interpreted languages count like spoken ones. A place that an event has moved away from keeps it: there people look for it.
    """
    yield "category", event.category
    for venue in (*event_venues(event), *former_venues(event)):
        if venue.id:
            yield "venue", venue.id
        if venue.municipality:
            yield "municipality", venue.municipality
    for organiser in (*event.organisers, *event.partners):
        if organiser.id:
            yield "organiser", organiser.id
    for audience in event.audience:
        yield "audience", audience
    for language in (*event.languages, *event.interpreting):
        yield "language", language
