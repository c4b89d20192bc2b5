"""Indexes: where to find what, by place, by group, by language and by access. Floor 4, pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ikw.choices import ACCESS_WORDS
from ikw.collation import sort_key
from ikw.facets import event_venues
from ikw.model import ACCESS, Event, Organiser, Venue
from ikw.paper.records import Group, Mention
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.facts import ways
from ikw.views.places import address_lines
from ikw.views.records import Phrase
from ikw.views.words import named


def places(site: Site, programme: Programme) -> tuple[Group, ...]:
    """Return every place by its municipality, in order of their names; places without one stand last."""
    found: dict[str, dict[str, tuple[Venue, list[str]]]] = defaultdict(dict)
    towns: dict[str, Phrase] = {}
    for event in _in_order(programme):
        for venue in event_venues(event):
            known = programme.municipalities.get(venue.municipality or "")
            town = site.texts.name(known.name) if known else ""
            if known:
                towns[town] = named(site, known.name)
            found[town].setdefault(site.texts.name(venue.name), (venue, []))[1].append(event.id)
    last = found.pop("", None)
    names = sorted(found, key=lambda name: sort_key(site.language.code, name))
    groups = [Group(name=towns[name], mentions=_venues(site, found[name])) for name in names]
    if last:
        groups.append(Group(name=Phrase(text=site.texts.gettext("Andere Orte") if groups else ""), mentions=_venues(site, last)))
    return tuple(groups)


def _venues(site: Site, venues: dict[str, tuple[Venue, list[str]]]) -> tuple[Mention, ...]:
    return tuple(
        Mention(name=named(site, venue.name), lines=address_lines(site, venue), events=tuple(events))
        for _, (venue, events) in sorted(venues.items(), key=lambda item: sort_key(site.language.code, item[0]))
    )


def organisers(site: Site, programme: Programme) -> tuple[Mention, ...]:
    """Return everyone who invites or takes part, and how to reach them."""
    found: dict[str, tuple[Organiser, list[str]]] = {}
    for event in _in_order(programme):
        for organiser in (*event.organisers, *event.partners):
            found.setdefault(site.texts.name(organiser.name), (organiser, []))[1].append(event.id)
    return tuple(
        Mention(
            name=named(site, organiser.name), lines=(), events=tuple(dict.fromkeys(events)),
            ways=tuple((link.label, link.href) for link in ways(organiser.phone, organiser.email, organiser.url)),
        )
        for _, (organiser, events) in sorted(found.items(), key=lambda item: sort_key(site.language.code, item[0]))
    )


def spoken(site: Site, programme: Programme) -> tuple[Mention, ...]:
    """Return the languages that are spoken or interpreted, but for the one in which all of it is."""
    found: dict[str, list[str]] = defaultdict(list)
    for event in _in_order(programme):
        for code in dict.fromkeys((*event.languages, *event.interpreting)):
            if code != site.settings.default.code:
                found[code].append(event.id)
    names = {code: site.formats.language(code) for code in found}
    return tuple(
        Mention(name=Phrase(text=names[code]), lines=(), events=tuple(found[code]))
        for code in sorted(found, key=lambda code: sort_key(site.language.code, names[code]))
    )


def access(site: Site, programme: Programme) -> tuple[Mention, ...]:
    """Return who can take part how: a feature counts where all places of an event have it, or the event itself."""
    found: dict[str, list[str]] = defaultdict(list)
    for event in _in_order(programme):
        for feature in features(event):
            found[feature].append(event.id)
    return tuple(
        Mention(name=Phrase(text=site.texts.gettext(ACCESS_WORDS[feature])), lines=(), events=tuple(found[feature]))
        for feature in ACCESS if feature in found
    )


def features(event: Event) -> Iterator[str]:
    """Yield the kinds of access that hold wherever an event is."""
    venues = event_venues(event)
    for feature in ACCESS:
        if feature in event.access or (venues and all(feature in venue.access for venue in venues)):
            yield feature


def _in_order(programme: Programme) -> Iterable[Event]:
    """Return all events in order of the page they are on: by date, then what is on all the time, then what has no date."""
    dated = sorted(programme.position, key=lambda event: programme.position[event])
    lasting = (item.event.id for item in programme.lasting)
    undated = (event.id for event in programme.undated)
    return [programme.by_id[event] for event in dict.fromkeys((*dated, *lasting, *undated))]
