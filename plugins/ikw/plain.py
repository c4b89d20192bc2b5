"""Plain: an event's words as plain text, for calendars, feeds and search engines. Floor 3, pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ikw.changes import announced, change_of, is_online, places_of, room_of
from ikw.choices import STATUS_WORDS
from ikw.model import Change, Event, Occurrence, Venue
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.facts import facts
from ikw.views.records import Fact
from ikw.views.translated import teaser
from ikw.views.words import address, date_line, old_where

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
    found = teaser(site, event)
    return one_line(found.text) if found else ""


def place(site: Site, event: Event, occurrence: Occurrence) -> str:
    """Return "Stadthalle, Raum 2, Am Ring 1, 36251 Bad Hersfeld"; several places with "; ", "" where it is to follow."""
    if is_online(event, occurrence):
        return site.texts.gettext("Online")
    first, *others = places_of(event, occurrence) or (None,)
    if first is None:
        return ""
    room = room_of(event, occurrence)
    return "; ".join((_address(site, first, room), *(_address(site, venue, None) for venue in others if venue)))


def _address(site: Site, venue: Venue, room: str | None) -> str:
    return one_line(", ".join(dict.fromkeys(part for part in (site.texts.name(venue.name), room, *address(venue)) if part)))


def old_words(site: Site, event: Event, occurrence: Occurrence | None, change: Change) -> str:
    """Return what no longer holds: "Donnerstag, 18. September 2025, 19:30 Uhr, Stadthalle, Bad Hersfeld", "" where untold."""
    before = [announced(event, occurrence)] if occurrence else list(change.was_when)
    times = ", ".join(date_line(site, old) for old in before if old)
    return "; ".join(part for part in (times, *(one.text for one in old_where(site, event, occurrence))) if part)


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
