"""Printed: the facts of a programme as they go to print, as a file that `printed` reads again. Floor 4, pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import count

from ikw.changes import status_of
from ikw.model import Event, Occurrence, Venue
from ikw.output import OutputFile
from ikw.printed import spelling
from ikw.printed.spelling import in_braces, in_list, line, value
from ikw.programme import Programme
from ikw.source.tree import PRINTED, nearest_id

_GERMAN = "de"
_HEAD = """\
# Das gedruckte Heft: die Angaben, mit denen es am {day:%d.%m.%Y} in Druck ging.
#
# Wer das bearbeitet: niemand von Hand. Diese Datei schreibt: ikw print freeze {edition}
# Was daraus entsteht: „make check“ nennt, was heute anders ist; die Website sagt „Neu, nicht im Heft“ und „Im Heft: …“;
#   changes.atom meldet es, und „ikw print errata {edition}“ setzt das Korrekturblatt.
# Wird das Heft neu gedruckt: ikw print freeze {edition} --force
"""


def printed_yaml(programme: Programme, day: date) -> OutputFile:
    """Return the file, by its path in the events folder: every event in the order of their ids, and the places they name."""
    edition = programme.edition.id
    places = _places(venue for event in programme.events for venue in _venues(event))
    lines = [_HEAD.format(edition=edition, day=day), f"day: {day:%d.%m.%Y}"]
    if places:
        lines += ["", "venues:", *(f"  {key}: {words}" for words, key in sorted(places.items(), key=lambda item: item[1]))]
    lines += ["", "events:" if programme.events else "events: {}"]
    for event in sorted(programme.events, key=lambda event: event.id):
        lines += [f"  {event.id}:", *(f"    {fact}" for fact in _event(event, places))]
    return OutputFile(path=f"{edition}/{PRINTED}", data=("\n".join(lines) + "\n").encode())


# -- places ------------------------------------------------------------------------------------------------------------------


def _venues(event: Event) -> Iterator[Venue]:
    yield from event.venues
    for one in event.occurrences:
        yield from one.venues or ()


def _places(venues: Iterable[Venue]) -> dict[str, str]:
    """Return an id for each place as it is spelled; one that is written into an event is given an id of its own here."""
    every = {(venue.id or "", _venue(venue)): venue for venue in venues}
    found: dict[str, str] = {}
    taken = {id_ for id_, _ in every if id_}
    for (id_, words), venue in sorted(every.items(), key=lambda item: (not item[0][0], item[0])):
        key = id_ or _free(nearest_id(venue.name[_GERMAN]) or "ort", taken)
        taken.add(key)
        found.setdefault(words, key)
    return found


def _free(key: str, taken: set[str]) -> str:
    return next(name for n in count(1) if (name := f"{key}-{n}" if n > 1 else key) not in taken)


def _venue(venue: Venue) -> str:
    spelled = {"name": value(venue.name[_GERMAN])}
    spelled |= {name: value(found) for name in ("street", "postcode", "town") if (found := getattr(venue, name))}
    return in_braces(spelled | ({"access": in_list(venue.access)} if venue.access else {}))


def _at(venues: tuple[Venue, ...], places: Mapping[str, str]) -> str:
    keys = [places[_venue(venue)] for venue in venues]
    return keys[0] if len(keys) == 1 else in_list(keys)


# -- events ------------------------------------------------------------------------------------------------------------------


def _event(event: Event, places: Mapping[str, str]) -> Iterator[str]:
    yield f"title: {line(event.texts[_GERMAN].title)}"
    yield from _when(event, places)
    if event.venues or event.online:
        yield f"venue: {_at(event.venues, places) if event.venues else 'online'}"
    for name in ("room", "meeting_point", "online_url"):
        if found := getattr(event, name):
            yield f"{name}: {line(found)}"
    if event.age:
        yield f"age: {spelling.age(event.age)}"
    for name in ("languages", "interpreting", "access"):
        if found := getattr(event, name):
            yield f"{name}: {in_list(found)}"
    if event.cost:
        yield f"cost: {spelling.cost(event.cost)}"
    if event.registration:
        yield f"registration: {spelling.registration(event.registration)}"
    if (status := status_of(event)) != "scheduled":
        yield f"status: {status}"


def _when(event: Event, places: Mapping[str, str]) -> Iterator[str]:
    found = [_occurrence(event, one, n, places) for n, one in enumerate(event.occurrences, 1)]
    if not found:
        yield "when: tba"
    elif len(found) == 1:
        yield f"when: {found[0]}"
    else:
        yield "when:"
        yield from (f"  - {spelled}" for spelled in found)


def _occurrence(event: Event, one: Occurrence, place: int, places: Mapping[str, str]) -> str:
    day, time = spelling.dates(one)
    own: dict[str, str] = {}
    if one.venues:
        own["venue"] = _at(one.venues, places)
    if one.room:
        own["room"] = value(one.room)
    if one.hours:
        own["hours"] = spelling.hours(one.hours)
    if (status := status_of(event, one)) != status_of(event):
        own["status"] = status
    if one.key != str(place):
        own["key"] = one.key
    if not own:
        return line(f"{day}, {time}" if time else day)
    return in_braces({"on": value(day), **({"time": value(time)} if time else {}), **own})
