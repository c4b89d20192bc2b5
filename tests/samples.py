"""Samples: records for tests, made by keyword. Every function gives a small valid record; say only what the test is about.

    programme(event("fest", when=[at("2025-09-14 14:00", "18:00")], venues=[venue("stadthalle")]))
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from gettext import NullTranslations
from typing import Any
from zoneinfo import ZoneInfo

from ikw.formats import Formats
from ikw.model import (
    Category,
    Change,
    Edition,
    Event,
    History,
    Municipality,
    Occurrence,
    Organiser,
    Origin,
    Picture,
    Text,
    Venue,
)
from ikw.programme import Programme
from ikw.settings import Language, Settings
from ikw.site import Site
from ikw.texts import Texts
from ikw.urls import Urls

ZONE = ZoneInfo("Europe/Berlin")
GERMAN = Language(code="de", name="Deutsch", dir="ltr", path="", locale="de")
ENGLISH = Language(code="en", name="English", dir="ltr", path="en", locale="en")
ARABIC = Language(code="ar", name="العربية", dir="rtl", path="ar", locale="ar")


# The site


def settings(**values: Any) -> Settings:
    """Return settings of a site in German, English and Arabic."""
    defaults: dict[str, Any] = {
        "site_name": "Interkulturelle Woche", "region": "Landkreis Hersfeld-Rotenburg", "site_url": "https://ikw.example",
        "calendar_host": "ikw.example", "zone": ZONE, "languages": (GERMAN, ENGLISH, ARABIC), "sample": False, "drafts": False,
        "error_address": "ikw@example.org", "menu_pages": (),
    }
    return Settings(**(defaults | values))


class _Translations(NullTranslations):
    """A catalog of a few words."""

    def __init__(self, words: Mapping[str, str]) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        return self.words.get(message, message)


def site(
    *programmes: Programme, language: Language = GERMAN, words: Mapping[str, str] | None = None, as_of: date | None = None, **values: Any,
) -> Site:
    """Return the site in a language; `words` is its catalog, other keywords are settings."""
    made = settings(**values)
    texts = Texts(language.code, _Translations(words or {}))
    return Site(
        settings=made, language=language, programmes=programmes, texts=texts, formats=Formats(language.locale, texts),
        urls=Urls.of(made, language), as_of=as_of,
    )


# The programme


def edition(**values: Any) -> Edition:
    """Return the edition of 14 to 28 September 2025."""
    defaults: dict[str, Any] = {
        "id": "2025", "origin": origin("2025/edition.yaml"), "title": {"de": "Interkulturelle Woche 2025"},
        "first_day": date(2025, 9, 14), "last_day": date(2025, 9, 28), "motto": {"de": "dafür!"},
    }
    return Edition(**(defaults | values))


def programme(*events: Event, **values: Any) -> Programme:
    """Return a programme of events; venues and organisers that they name are in it."""
    every = [*(venue for one in events for venue in one.venues)]
    every += [venue for one in events for occurrence in one.occurrences for venue in occurrence.venues or ()]
    people = [organiser for one in events for organiser in (*one.organisers, *one.partners)]
    defaults: dict[str, Any] = {
        "edition": edition(), "categories": {"fest": category("fest", "Feste", en="Festivals")},
        "municipalities": {"bad-hersfeld": Municipality(id="bad-hersfeld", name={"de": "Bad Hersfeld"})},
        "venues": {venue.id: venue for venue in every if venue.id},
        "organisers": {organiser.id: organiser for organiser in people if organiser.id},
    }
    return Programme(events=tuple(sorted(events, key=lambda one: one.id)), **(defaults | values))


def category(id: str, name: str, **names: str) -> Category:
    """Return a category with its German name and others."""
    return Category(id=id, name={"de": name, **names}, colour="granat", sign="pennant")


def venue(id: str | None = "stadthalle", name: str = "Stadthalle", **values: Any) -> Venue:
    """Return a place with a full address; `id=None` is one written into an event."""
    defaults: dict[str, Any] = {
        "street": "Am Ring 1", "postcode": "36251", "town": "Bad Hersfeld", "municipality": "bad-hersfeld",
        "lat": Decimal("50.8701"), "lon": Decimal("9.7050"),
    }
    return Venue(id=id, name={"de": name}, **(defaults | values))


def organiser(id: str | None = "treffpunkt", name: str = "Treffpunkt Vielfalt", **values: Any) -> Organiser:
    """Return a group; `id=None` is a plain name."""
    return Organiser(id=id, name={"de": name}, **values)


# An event


def event(id: str = "fest", title: str = "Fest", when: Iterable[Occurrence] | None = None, **values: Any) -> Event:
    """Return an event, on Sunday 14 September at 14:00 unless `when` says otherwise. `texts` adds languages to the German one.

    Words of the German text (`summary`, `plain`, …) are keywords too; lists may be given for tuples.
    """
    words = {name: values.pop(name) for name in ("subtitle", "summary", "html", "plain") if name in values}
    occurrences = [at("2025-09-14 14:00")] if when is None else when
    defaults: dict[str, Any] = {
        "edition": "2025", "origin": origin(f"2025/{id}.md"), "category": "fest", "history": history(),
        "texts": {"de": Text(title=title, **words), **values.pop("texts", {})},
    }
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in values.items()}
    return Event(id=id, occurrences=tuple(occurrences), **(defaults | given))


def at(start: str, end: str | None = None, key: str = "1", **values: Any) -> Occurrence:
    """Return an occurrence from "2025-09-14 14:00" to "18:00"; an end before its start is on the next day."""
    begins = datetime.fromisoformat(start).replace(tzinfo=ZONE)
    ends = datetime.combine(begins.date(), time.fromisoformat(end), ZONE) if end else None
    if ends and ends <= begins:
        ends += timedelta(days=1)
    return Occurrence(key=key, day=begins.date(), last_day=begins.date(), start=begins, end=ends, **values)


def on(day: str, last: str | None = "", key: str = "1", **values: Any) -> Occurrence:
    """Return an occurrence without a time: a whole day, a range to `last`, or with `last=None` an open range."""
    first = date.fromisoformat(day)
    return Occurrence(key=key, day=first, last_day=first if last == "" else last and date.fromisoformat(last), **values)


def change(status: str, **values: Any) -> Change:
    """Return a change of an event or occurrence."""
    return Change(status=status, **values)


def picture(**values: Any) -> Picture:
    """Return a picture of 1600 × 1067 pixels."""
    defaults: dict[str, Any] = {
        "path": "2025/fest.jpg", "width": 1600, "height": 1067, "alt": "Menschen an einem Tisch", "credit": "Foto: Ada",
    }
    return Picture(**(defaults | values))


def history(created: str = "2025-05-02 10:00", modified: str = "2025-08-01 12:30", commits: int = 3) -> History:
    """Return what git knows; times in UTC."""
    first, last = (datetime.fromisoformat(at).replace(tzinfo=UTC) for at in (created, modified))
    return History(created=first, modified=last, commits=commits)


def origin(path: str = "2025/fest.md") -> Origin:
    """Return an origin without lines."""
    return Origin(path=path, lines={})
