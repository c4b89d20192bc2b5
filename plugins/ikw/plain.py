"""Plain: an event's words as plain text, for calendars, feeds and search engines. Floor 3, pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from ikw.changes import change_of
from ikw.model import Change, Event, Occurrence, Venue
from ikw.programme import Programme
from ikw.site import Site
from ikw.texts import STATUS_WORDS
from ikw.views.event import date_line, where_words
from ikw.views.facts import facts
from ikw.views.records import Fact

# Control characters and the bidi controls (UAX #9); zero-width joiners stay, Persian needs them.
_NEVER = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """Return text without control and bidi characters; line breaks are "\\n"."""
    return _NEVER.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """Return clean text on a single line."""
    return " ".join(clean(text).split())


def summary(site: Site, event: Event) -> str:
    """Return the summary in the site's language, else in the default one, "" where there is none."""
    own, first = event.texts.get(site.language.code), event.texts[site.settings.default.code]
    return one_line((own and own.summary) or first.summary or "")


def venues_of(event: Event, occurrence: Occurrence | None) -> tuple[Venue, ...]:
    """Return the places that hold for an occurrence."""
    return event.venues if occurrence is None or occurrence.venues is None else occurrence.venues


def is_online_only(event: Event, occurrence: Occurrence | None) -> bool:
    """Whether nobody needs to leave home: planned so, or moved online."""
    change = change_of(event, occurrence)
    return bool(change and change.status == "online") or (event.online and not venues_of(event, occurrence))


def place(site: Site, event: Event, occurrence: Occurrence) -> str:
    """Return "Stadthalle, Raum 2, Am Ring 1, 36251 Bad Hersfeld"; several places with "; ", "" where it is to follow."""
    if is_online_only(event, occurrence):
        return site.texts.gettext("Online")
    room = occurrence.room or (event.room if occurrence.venues is None else None)
    return "; ".join(_address(site, venue, room if n == 0 else None) for n, venue in enumerate(venues_of(event, occurrence)))


def _address(site: Site, venue: Venue, room: str | None) -> str:
    town = " ".join(part for part in (venue.postcode, venue.town) if part)
    return one_line(", ".join(dict.fromkeys(part for part in (site.texts.name(venue.name), room, venue.street, town) if part)))


def announced(event: Event, occurrence: Occurrence) -> Occurrence | None:
    """Return the time an occurrence was first announced for, where it is told and differs from now.

    A change of the whole event tells its old times in the order of its occurrences.
    """
    change = change_of(event, occurrence)
    if change is None or not change.was_when:
        return None
    old = change.was_when[0]
    if occurrence.change is None and len(change.was_when) == len(event.occurrences):
        old = change.was_when[event.occurrences.index(occurrence)]
    return None if _times(old) == _times(occurrence) else old


def _times(occurrence: Occurrence) -> tuple[date, date | None, datetime | None, datetime | None]:
    return occurrence.day, occurrence.last_day, occurrence.start, occurrence.end


def old_words(site: Site, event: Event, occurrence: Occurrence | None, change: Change) -> str:
    """Return what no longer holds: "Donnerstag, 18. September 2025, 19:30 Uhr, Stadthalle, Bad Hersfeld", "" where untold."""
    before = [announced(event, occurrence)] if occurrence else list(change.was_when)
    return "; ".join(part for part in (
        ", ".join(date_line(site, old) for old in before if old), *where_words(site, change.was_venues),
    ) if part)


def change_words(site: Site, event: Event, occurrence: Occurrence) -> str:
    """Return "Verlegt. Bisher: …. Der Saal ist gesperrt.", "" where all is as announced."""
    change = change_of(event, occurrence)
    if change is None:
        return ""
    _ = site.texts.gettext
    old = old_words(site, event, occurrence, change)
    parts = [f"{_(STATUS_WORDS[change.status])}.", _("Bisher: {old}.").format(old=old) if old else "", change.note or ""]
    return one_line(" ".join(part for part in parts if part))


def host_line(site: Site, event: Event) -> str:
    """Return "Wer lädt ein: Treffpunkt Vielfalt und Ada", "" where nobody is named."""
    if not event.organisers:
        return ""
    names = site.formats.list(site.texts.name(organiser.name) for organiser in event.organisers)
    return one_line(f"{site.texts.gettext('Wer lädt ein')}: {names}")


def fact_lines(site: Site, programme: Programme, event: Event, icons: Iterable[str]) -> list[str]:
    """Return facts of an event as lines like "Kosten: 8 €; ermäßigt 5 €", those named, in the order people ask."""
    return [_fact_line(fact) for fact in facts(site, programme, event) if fact.icon in icons]


def _fact_line(fact: Fact) -> str:
    # Ways to register and to take part are written out; links to other pages of the site are not.
    outside = (link for link in fact.links if not link.href.startswith("/"))
    ways = (link.href if link.href.startswith("http") else link.label for link in outside)
    parts = (fact.lead.text, *(line.text for line in fact.lines), *ways)
    return one_line(f"{fact.label}: " + "; ".join(part for part in parts if part))
