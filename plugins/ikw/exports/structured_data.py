"""Structured data: schema.org events as JSON-LD, for search engines and calendars that read pages. Floor 4, pure.

One `Event` per occurrence. What several occurrences share (places, organisers, the edition) stands in full at the first and
is named by its `@id` after that: the text counts into the weight of the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ikw.changes import announced, change_of, is_hybrid, is_off, is_online, places_of, status_of
from ikw.choices import AUDIENCE_WORDS
from ikw.model import Age, Event, Occurrence, Organiser, Venue
from ikw.plain import one_line, summary
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.event import photo
from ikw.views.words import title

Node = dict[str, Any]

# All programmes are held in Germany and cost euros.
COUNTRY = "DE"
CURRENCY = "EUR"
SCHEMA = "https://schema.org/"
_STATUS = {"cancelled": "EventCancelled", "postponed": "EventPostponed", "online": "EventMovedOnline"}
# What could end a script element or, in old browsers, a line of script (HTML: restrictions for contents of script elements).
_UNSAFE = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def event_jsonld(site: Site, programme: Programme, event: Event) -> str:
    """Return the JSON text of an event, safe inside a script element; "" while its date is not known."""
    if not event.occurrences:
        return ""
    several = len(event.occurrences) > 1
    shared = _Shared(site, programme, event, several=several)
    graph = [_event(shared, occurrence, several=several) for occurrence in event.occurrences]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    for sign, safe in _UNSAFE.items():
        text = text.replace(sign, safe)
    return text


class _Shared:
    """The parts of an event's occurrences. A node is given in full once, after that by its `@id`."""

    def __init__(self, site: Site, programme: Programme, event: Event, *, several: bool) -> None:
        self.site, self.programme, self.event, self.several = site, programme, event, several
        self.url = site.urls.absolute(site.urls.event(event.edition, event.id))
        self.facts = dict(_facts(self))
        self.given: dict[str, Node] = {}

    def node(self, name: str, node: Node) -> Node:
        """Return a node in full the first time, else its `@id`. With one occurrence no `@id` is needed."""
        if not self.several:
            return node
        for known, other in self.given.items():
            if other == node:
                return {"@id": known}
        address = f"{self.url}#{name}-{len(self.given) + 1}"
        self.given[address] = node
        return {"@id": address, **node}


def _facts(shared: _Shared) -> Iterator[tuple[str, Any]]:
    """Yield what all occurrences have in common, but for nodes."""
    site, event = shared.site, shared.event
    yield "name", one_line(title(site, event).text)
    if words := summary(site, event):
        yield "description", words
    if picture := photo(site, event):
        yield "image", site.urls.absolute(picture.src)
    yield "inLanguage", _one_or_list(list(event.languages))
    if event.cost:
        yield "isAccessibleForFree", event.cost.kind in ("free", "donation")
    if event.registration and event.registration.places:
        yield "maximumAttendeeCapacity", event.registration.places
    if event.age:
        yield "typicalAgeRange", _age(event.age)
    if event.audience:
        words = ", ".join(site.texts.vocabulary(AUDIENCE_WORDS, event.audience))
        yield "audience", {"@type": "Audience", "audienceType": words}


def _event(shared: _Shared, occurrence: Occurrence, *, several: bool) -> Node:
    site, event = shared.site, shared.event
    found: Node = {"@type": "Event"}
    if several:
        found["@id"] = f"{shared.url}#{occurrence.key}"
    found |= {**shared.facts, "url": shared.url, **dict(_times(event, occurrence)), **dict(_where(shared, occurrence))}
    if offers := list(_offers(shared, occurrence)):
        found["offers"] = _one_or_list(offers)
    if event.organisers:
        found["organizer"] = _one_or_list([shared.node("organiser", _organiser(site, one)) for one in event.organisers])
    found["superEvent"] = shared.node("edition", _edition(site, shared.programme))
    return found


def _times(event: Event, occurrence: Occurrence) -> Iterator[tuple[str, Any]]:
    """Yield dates and status. A new place alone is no new date: such an event is scheduled, at its new place."""
    yield "startDate", _start(occurrence)
    if occurrence.start:
        if occurrence.end:
            yield "endDate", occurrence.end.isoformat()
    elif occurrence.is_range and occurrence.last_day:
        yield "endDate", occurrence.last_day.isoformat()
    old = announced(event, occurrence)
    status = _STATUS.get(status_of(event, occurrence), "EventRescheduled" if old else "EventScheduled")
    yield "eventStatus", SCHEMA + status
    if old:
        yield "previousStartDate", _start(old)


def _start(occurrence: Occurrence) -> str:
    return (occurrence.start or occurrence.day).isoformat()


def _where(shared: _Shared, occurrence: Occurrence) -> Iterator[tuple[str, Any]]:
    site, event = shared.site, shared.event
    places = [shared.node("place", _place(site, venue)) for venue in places_of(event, occurrence)]
    by_web = is_online(event, occurrence) or is_hybrid(event, occurrence)
    mode = "Mixed" if places and by_web else "Online" if by_web else "Offline"
    yield "eventAttendanceMode", f"{SCHEMA}{mode}EventAttendanceMode"
    if by_web:
        places.append({"@type": "VirtualLocation", "url": event.online_url or shared.url})
    if places:
        yield "location", _one_or_list(places)


def _place(site: Site, venue: Venue) -> Node:
    found: Node = {"@type": "Place", "name": one_line(site.texts.name(venue.name))}
    parts = {"streetAddress": venue.street, "postalCode": venue.postcode, "addressLocality": venue.town}
    address = {key: one_line(value) for key, value in parts.items() if value}
    found["address"] = {"@type": "PostalAddress", **address, "addressCountry": COUNTRY}
    if venue.lat is not None and venue.lon is not None:
        found["geo"] = {"@type": "GeoCoordinates", "latitude": float(venue.lat), "longitude": float(venue.lon)}
    return found


def _offers(shared: _Shared, occurrence: Occurrence) -> Iterator[Node]:
    """Yield an offer per price. What does not take place cannot be had, and says nothing about availability."""
    event = shared.event
    cost, change = event.cost, change_of(event, occurrence)
    is_full = change is not None and change.status == "full"
    if cost is None and not is_full:
        return
    rest: Node = {}
    if not is_off(event, occurrence):
        rest["availability"] = SCHEMA + ("SoldOut" if is_full else "InStock")
    rest["url"] = (event.registration and event.registration.url) or shared.url
    if cost is None or (cost.kind == "price" and cost.regular is None):
        yield {"@type": "Offer", **rest}
        return
    regular = cost.regular if cost.kind == "price" and cost.regular is not None else 0
    yield {"@type": "Offer", "price": str(regular), "priceCurrency": CURRENCY, **rest}
    if cost.kind == "price" and cost.reduced is not None:
        name = shared.site.texts.gettext("ermäßigt")
        yield {"@type": "Offer", "name": name, "price": str(cost.reduced), "priceCurrency": CURRENCY, **rest}


def _organiser(site: Site, organiser: Organiser) -> Node:
    found = {"@type": "Organization", "name": one_line(site.texts.name(organiser.name))}
    return found | ({"url": organiser.url} if organiser.url else {})


def _edition(site: Site, programme: Programme) -> Node:
    edition = programme.edition
    return {
        "@type": "Event", "name": one_line(site.texts.name(edition.title)), "startDate": edition.first_day.isoformat(),
        "endDate": edition.last_day.isoformat(), "url": site.urls.absolute(site.urls.edition(edition.id)),
        # Readers that know no context ask every event for a place.
        "location": {
            "@type": "Place", "name": site.settings.region or site.name,
            "address": {"@type": "PostalAddress", "addressCountry": COUNTRY},
        },
    }


def _age(age: Age) -> str:
    """Return "6-12", "14-" or "0-12" (schema.org: typicalAgeRange)."""
    return f"{age.youngest or 0}-{'' if age.oldest is None else age.oldest}"


def _one_or_list(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
