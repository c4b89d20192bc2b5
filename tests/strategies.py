"""Strategies: programmes as hypothesis makes them up, odd but never wrong: what the check lets through.

Facts that have nothing to do with each other are drawn together from a list, since every draw takes its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from ikw.model import STATUSES, Change, Contact, Cost, Edition, Event, Hours, Occurrence, Printed, Registration, Venue
from ikw.programme import Programme
from samples import ZONE, at, edition, event, organiser, programme, venue

FIRST = date(2025, 9, 8)
VENUES = (
    venue("halle", "Halle"), venue("kirche", "Kirche", municipality=None), venue("bebra", "Bebra", town="Bebra", lat=None),
    venue(None, "Wiese", street=None, town=None), venue(None, "Zelt", municipality=None, access=("wheelchair",)),
)
PEOPLE = (organiser(), organiser("verein", "Verein", phone="06621 1"), organiser(None, "Ada"))
LIVE = "https://example.org/live"

DAYS = st.integers(0, 30).map(lambda n: FIRST + timedelta(days=n))
TIMES = st.sampled_from([time(hour, minute) for hour in (0, 1, 3, 4, 10, 14, 18, 23) for minute in (0, 30)])
PLACES = st.sampled_from([(), VENUES[:1], VENUES[1:2], VENUES[2:4], VENUES[3:], (VENUES[0], VENUES[2], VENUES[0])])
HOURS = st.sampled_from([
    (), (Hours(weekdays=(0, 1, 2), windows=((time(9), time(12)), (time(14), None))), Hours(weekdays=(6,), windows=())),
    (Hours(weekdays=(0, 2, 3, 4, 5, 6), windows=((time(10), time(18)),)),),
])
# What an event or a date may have beside its time and place.
MORE: tuple[Mapping[str, Any], ...] = (
    {}, {"organisers": PEOPLE[:1], "cost": Cost(kind="free"), "audience": ("families",), "registration": Registration(needed=False)},
    {"organisers": PEOPLE, "online_url": LIVE, "category": "sonstiges", "interpreting": ("ar", "gsg"), "room": "Saal"},
    {"partners": PEOPLE, "registration": Registration(), "cost": Cost(kind="price", note="nach Ermessen")},
    {"registration": Registration(phone="06621 1", places=12, until=FIRST), "contact": Contact(name="Ada", email="ada@example.org"),
     "cost": Cost(kind="price", regular=Decimal(8), reduced=Decimal(0)), "meeting_point": "am Tor", "highlight": True},
)
OWN: tuple[Mapping[str, Any], ...] = ({}, {}, {"venues": ()}, {"venues": VENUES[:1]}, {"venues": VENUES[3:], "room": "Zelt 2"}, {"note": "mit Musik"})


@st.composite
def single(draw: st.DrawFn) -> Occurrence:
    """Return a date: with start and end, with a start only, with a word, or the whole day."""
    day, minutes = draw(DAYS), draw(st.sampled_from((None, 0, 30, 120, 600, 1440)))
    if minutes is None:
        return Occurrence(key="1", day=day, last_day=day, words=draw(st.sampled_from((None, "abends", "am Morgen"))))
    start = datetime.combine(day, draw(TIMES), ZONE)
    return Occurrence(key="1", day=day, last_day=day, start=start, end=start + timedelta(minutes=minutes) if minutes else None)


@st.composite
def lasting(draw: st.DrawFn) -> Occurrence:
    """Return a range of days, or one with an open end, with or without hours."""
    day, length = draw(DAYS), draw(st.integers(0, 20))
    return Occurrence(key="1", day=day, last_day=day + timedelta(days=length) if length else None, hours=draw(HOURS))


def changes() -> st.SearchStrategy[Change]:
    """Return changes, with and without the old values."""
    return st.builds(
        Change, status=st.sampled_from(STATUSES), note=st.sampled_from((None, "Regen")), since=st.sampled_from((None, FIRST)),
        was_when=st.lists(single() | lasting(), max_size=2).map(tuple), was_venues=PLACES,
    )


@st.composite
def occurrences(draw: st.DrawFn) -> tuple[Occurrence, ...]:
    """Return the dates of an event: none, some, or the same time day by day; each may have facts of its own."""
    if draw(st.integers(0, 4)) == 0:
        first, gap = draw(single()), draw(st.integers(1, 9))
        return tuple(_later(first, n) for n in range(draw(st.integers(2, 9))) if n != gap)
    found = draw(st.lists(single() | lasting(), max_size=3))
    return tuple(
        replace(one, key=str(n), change=draw(st.none() | changes()), **draw(st.sampled_from(OWN))) for n, one in enumerate(found, 1)
    )


def _later(one: Occurrence, days: int) -> Occurrence:
    later = timedelta(days=days)
    return replace(
        one, key=str(days), day=one.day + later, last_day=one.day + later, start=one.start + later if one.start else None,
        end=one.end + later if one.end else None,
    )


@st.composite
def events(draw: st.DrawFn, name: str = "fest") -> Event:
    """Return an event."""
    venues: tuple[Venue, ...] = draw(PLACES)
    online = not venues and draw(st.booleans())
    return event(
        name, f"Titel {name}", draw(occurrences()), venues=venues, online=online, change=draw(st.none() | changes()),
        **draw(st.sampled_from(MORE)),
    )


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Return a span of one day to three weeks, beginning on any weekday."""
    first = draw(DAYS)
    return edition(first_day=first, last_day=first + timedelta(days=draw(st.integers(0, 22))))


@st.composite
def booklets(draw: st.DrawFn) -> Printed:
    """Return a booklet as it went to print: events that are other now, one that is no more."""
    found = [draw(events(name)) for name in draw(st.sampled_from((("event-0",), ("event-1", "weg"), ())))]
    return Printed(day=FIRST, events={one.id: one for one in found})


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    """Return a programme of up to three events."""
    found = [draw(events(f"event-{n}")) for n in range(draw(st.integers(0, 3)))]
    return programme(
        *found, edition=draw(editions()), venues={one.id: one for one in VENUES if one.id},
        organisers={one.id: one for one in PEOPLE if one.id}, printed=draw(st.none() | booklets()),
    )


@st.composite
def calendars(draw: st.DrawFn) -> Programme:
    """Return a programme of single dates with nothing to say but their time."""
    dates = draw(st.lists(st.tuples(DAYS, TIMES), max_size=12))
    found = [at(f"{day} {hour}", key=str(n)) for n, (day, hour) in enumerate(dates)]
    return programme(*(event(f"event-{one.key}", when=[one]) for one in found), edition=draw(editions()))
