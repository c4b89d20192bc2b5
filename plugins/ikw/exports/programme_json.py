"""Programme as JSON: an edition in one file for other sites, apps and the press. Floor 4, pure.

The form is described in `programme-1.schema.json` beside this module and, for people, in docs/programme-json.md. It is a
promise: keys may be added, never removed or given another meaning; else `version` and the schema's name change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from ikw.changes import is_all_cancelled, status_of
from ikw.model import (
    DEFAULT_CATEGORY,
    WEEKDAYS,
    Age,
    Change,
    Cost,
    Event,
    History,
    Hours,
    Occurrence,
    Organiser,
    Registration,
    Slot,
    Text,
    Venue,
    Words,
)
from ikw.output import OutputFile
from ikw.programme import Programme
from ikw.settings import Settings
from ikw.site import Site
from ikw.urls import Urls
from ikw.views.event import photo
from ikw.views.words import category_name

VERSION = 1
CURRENCY = "EUR"
SCHEMA_PATH = "schema/programme-1.json"

Json = dict[str, Any]


def programme_json(sites: Sequence[Site], programme: Programme) -> OutputFile:
    """Return the programme with its words in every language of the site. The first site is the default language's."""
    site = sites[0]
    data: Json = {
        "$schema": site.urls.absolute(site.urls.asset(SCHEMA_PATH)),
        "version": VERSION,
        "sample": site.settings.sample,
        "modified": _moment(max((event.history.modified for event in programme.events if event.history), default=None)),
        "site": _site(sites),
        "edition": _edition(site, programme),
        "categories": _categories(sites, programme),
        "municipalities": {key: {"name": dict(one.name)} for key, one in programme.municipalities.items()},
        "venues": {key: _venue(one) for key, one in programme.venues.items()},
        "organisers": {key: _organiser(one) for key, one in programme.organisers.items()},
        "events": [_event(site, event) for event in programme.events],
    }
    path = site.urls.path(site.urls.asset(f"{programme.edition.id}/programme.json"))
    return OutputFile(path=path, data=_readable(data).encode())


def schema_files(settings: Settings) -> Iterator[OutputFile]:
    """Yield the schema under the address that `$schema` names."""
    urls = Urls.of(settings, settings.default)
    schema = programme_schema() | {"$id": urls.absolute(urls.asset(SCHEMA_PATH))}
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    yield OutputFile(path=urls.path(urls.asset(SCHEMA_PATH)), data=text.encode())


def programme_schema() -> Json:
    """Return the JSON Schema of the file. Its text is part of this module, only kept beside it."""
    schema: Json = json.loads(Path(__file__).with_name("programme-1.schema.json").read_text("utf-8"))
    return schema


def _readable(data: Json) -> str:
    """Return JSON with one line per event, venue, organiser …: quick to write, to read and to compare."""
    return _lines("{", [f"{_line(key)}: {_member(value)}" for key, value in data.items()], "}") + "\n"


def _member(value: Any) -> str:
    if isinstance(value, list):
        return _lines("[", [_line(one) for one in value], "]")
    if isinstance(value, dict):
        return _lines("{", [f"{_line(name)}: {_line(one)}" for name, one in value.items()], "}")
    return _line(value)


def _lines(begin: str, lines: Iterable[str], end: str) -> str:
    inside = ",\n".join(lines)
    return f"{begin}\n{inside}\n{end}" if inside else begin + end


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _known(**values: Any) -> Json:
    """Return only what is known: None, "" and empty lists are left out."""
    return {key: value for key, value in values.items() if value or (value == 0 and value is not False)}


def _site(sites: Sequence[Site]) -> Json:
    site = sites[0]
    return {
        "name": site.settings.site_name,
        "region": site.settings.region,
        "url": site.urls.absolute(site.urls.root),
        "languages": {
            one.language.code: {"name": one.language.name, "dir": one.language.dir, "url": one.urls.absolute(one.urls.root)}
            for one in sites
        },
    }


def _edition(site: Site, programme: Programme) -> Json:
    edition = programme.edition
    return {
        "id": edition.id, "title": dict(edition.title), "from": edition.first_day.isoformat(),
        "to": edition.last_day.isoformat(), "motto": edition.motto and site.texts.name(edition.motto),
        "url": site.urls.absolute(site.urls.edition(edition.id)),
    }


def _categories(sites: Sequence[Site], programme: Programme) -> Json:
    """Return the categories of the data file, and the built-in one where an event needs it."""
    found: Json = {key: {"name": dict(one.name)} for key, one in programme.categories.items()}
    if DEFAULT_CATEGORY in found or any(event.category not in found for event in programme.events):
        names = {one.language.code: category_name(one, programme, DEFAULT_CATEGORY) for one in sites}
        own = {code: name.text for code, name in names.items() if name.lang is None}
        found[DEFAULT_CATEGORY] = {"name": {**found.get(DEFAULT_CATEGORY, {"name": {}})["name"], **own}}
    return found


def _venue(venue: Venue) -> Json:
    return {"name": dict(venue.name)} | _known(
        street=venue.street, postcode=venue.postcode, town=venue.town, municipality=venue.municipality, lat=_number(venue.lat),
        lon=_number(venue.lon), access=list(venue.access), access_note=venue.access_note, url=venue.url,
    )


def _organiser(organiser: Organiser) -> Json:
    return {"name": dict(organiser.name)} | _known(url=organiser.url, email=organiser.email, phone=organiser.phone)


def _event(site: Site, event: Event) -> Json:
    status = "cancelled" if is_all_cancelled(event) else status_of(event)
    return {
        "id": event.id,
        "url": site.urls.absolute(site.urls.event(event.edition, event.id)),
        "title": _words(site, event, lambda text: text.title),
        "summary": _words(site, event, lambda text: text.summary),
        "status": status,
        "category": event.category,
        "venues": _venues(event.venues),
        "organisers": _organisers(event.organisers),
        "languages": list(event.languages),
        "cost": _cost(event.cost) if event.cost else None,
        "registration": _registration(event.registration) if event.registration else None,
        "access": list(dict.fromkeys([*(code for venue in event.venues for code in venue.access), *event.access])),
        "occurrences": [_occurrence(one, status, status_of(event, one)) for one in event.occurrences],
        **_more(site, event),
    }


def _more(site: Site, event: Event) -> Json:
    """Return what only some events have; such a key is left out where nothing is known."""
    history = event.history
    return _known(
        change=_change(event.change) if event.change else None,
        subtitle=_words(site, event, lambda text: text.subtitle), description=_words(site, event, lambda text: text.plain),
        online=event.online, online_url=event.online_url, room=event.room, meeting_point=event.meeting_point,
        partners=_organisers(event.partners), funders=_organisers(event.funders), audience=list(event.audience),
        age=_age(event.age) if event.age else None, interpreting=list(event.interpreting), access_note=event.access_note,
        bring=event.bring, food=event.food, childcare=event.childcare or event.has_childcare,
        schedule=[_slot(slot) for slot in event.schedule], image=_image(site, event),
        links=[{"title": link.title, "url": link.url} for link in event.links], highlight=event.highlight, series=event.series,
        example=event.example, **(_history(history) if history else {}),
    )


def _words(site: Site, event: Event, get: Callable[[Text], str | None]) -> Words:
    """Return a text in each language of the site that has it, in the site's order."""
    found = ((one.code, event.texts.get(one.code)) for one in site.settings.languages)
    return {code: words for code, text in found if text and (words := get(text))}


def _venues(venues: Iterable[Venue]) -> list[str | Json]:
    return [venue.id or _venue(venue) for venue in venues]


def _organisers(organisers: Iterable[Organiser]) -> list[str | Json]:
    return [organiser.id or _organiser(organiser) for organiser in organisers]


def _occurrence(occurrence: Occurrence, event_status: str, status: str) -> Json:
    found: Json = {"key": occurrence.key, **_span(occurrence)}
    if status != event_status:
        found["status"] = status
    if occurrence.venues is not None:
        places = _venues(occurrence.venues)
        found["venue"] = None if not places else places[0] if len(places) == 1 else places
        if not places:
            found["online"] = True
    return found | _known(
        change=_change(occurrence.change) if occurrence.change else None, room=occurrence.room, note=occurrence.note,
        words=occurrence.words, hours=[_hours(line) for line in occurrence.hours],
    )


def _span(occurrence: Occurrence) -> Json:
    """Return start and end: moments where a time is known, else days, both included; `end` is None where it is open."""
    if occurrence.start:
        return {"start": occurrence.start.isoformat(), "end": occurrence.end and occurrence.end.isoformat()}
    return {"start": occurrence.day.isoformat(), "end": occurrence.last_day and occurrence.last_day.isoformat()}


def _change(change: Change) -> Json:
    was = _known(
        occurrences=[_span(old) for old in change.was_when], venues=_venues(change.was_venues), online=change.was_online,
    )
    return _known(note=change.note, since=change.since and change.since.isoformat(), was=was)


def _hours(line: Hours) -> Json:
    windows = [{"start": f"{start:%H:%M}", "end": end and f"{end:%H:%M}"} for start, end in line.windows]
    return {"weekdays": [WEEKDAYS[n] for n in line.weekdays], "windows": windows}


def _slot(slot: Slot) -> Json:
    return {"start": f"{slot.start:%H:%M}", "end": slot.until and f"{slot.until:%H:%M}", "title": slot.title}


def _cost(cost: Cost) -> Json:
    return {
        "kind": cost.kind, "regular": _number(cost.regular), "reduced": _number(cost.reduced), "currency": CURRENCY,
        "note": cost.note,
    }


def _registration(registration: Registration) -> Json:
    return {
        "needed": registration.needed, "until": registration.until and registration.until.isoformat(),
        "phone": registration.phone, "email": registration.email, "url": registration.url, "places": registration.places,
        "note": registration.note,
    }


def _age(age: Age) -> Json:
    return {"youngest": age.youngest, "oldest": age.oldest}


def _image(site: Site, event: Event) -> Json | None:
    shown, picture = photo(site, event), event.picture
    if shown is None or picture is None:
        return None
    alt = {site.settings.default.code: picture.alt, **_words(site, event, lambda text: text.image_alt)}
    return {
        "url": site.urls.absolute(shown.src), "width": shown.width, "height": shown.height, "alt": alt,
        "credit": picture.credit,
    }


def _history(history: History) -> Json:
    return {"created": _moment(history.created), "modified": _moment(history.modified)}


def _moment(at: datetime | None) -> str | None:
    return at.astimezone(UTC).isoformat() if at else None


def _number(amount: Decimal | None) -> float | int | None:
    """Return an amount as a JSON number: 8 and not 8.0."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)
