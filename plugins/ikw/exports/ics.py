"""Calendar files: RFC 5545 for one event, a whole programme or a facet. Floor 4, pure; the home of icalendar.

- An occurrence is a VEVENT of its own; its UID is made of ids and key, so it stays when title, date or place change.
- Whole days and ranges are dates with the day after as DTEND. An open range ("ab 3.10.") reaches to the edition's last day, or
  is one day where it starts later: a calendar app would show an event without end on one day or for ever.
- Google Calendar hides what is CANCELLED, so feeds keep CONFIRMED and say it in the title; the single file says CANCELLED,
  which takes an imported event off the calendar. Postponed is TENTATIVE in both.
- Nobody is busy because of a whole day, a range or what does not take place: these are TRANSPARENT.
- No METHOD and no ORGANIZER: with either, calendar apps answer invitations that nobody sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from ikw.changes import is_off, places_of, status_of
from ikw.model import Edition, Event, History, Occurrence
from ikw.output import OutputFile
from ikw.plain import change_words, fact_lines, host_line, one_line, place, summary
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.words import category_name, date_line, title

PRODID = "-//Interkulturelle Woche//ikw//DE"
FACTS = ("online", "languages", "access", "cost", "registration", "audience", "bring")
# Calendar apps ask again after this time.
REFRESH = timedelta(hours=6)
OCTETS = 75
BEGIN = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\n".encode()

_STATUS = {"postponed": "TENTATIVE"}

# Lines already made, by language ("" where it does not matter), edition, event and key of its date, and kind: several calendars
# show the same dates, and eight languages the same times. Belongs to one build: the caller passes an empty one and throws it away.
Blocks = dict[tuple[str, str, str, str], bytes]


def event_calendar(site: Site, programme: Programme, event: Event, blocks: Blocks) -> OutputFile | None:
    """Return the calendar file of one event, None while its date is not known."""
    if not event.occurrences:
        return None
    href = site.urls.event(event.edition, event.id) + "event.ics"
    return _file(site, programme, href, (), _made(site, programme, event, "single", blocks), blocks)


def programme_calendar(site: Site, programme: Programme, blocks: Blocks) -> OutputFile:
    """Return the feed of all events."""
    page = site.urls.edition(programme.edition.id)
    name = site.texts.name(programme.edition.title)
    made = (block for event in programme.events for block in _made(site, programme, event, "feed", blocks))
    return _feed(site, programme, page, page + "programme.ics", name, made, blocks)


def facet_calendar(site: Site, programme: Programme, facet: str, value: str, name: str, blocks: Blocks) -> OutputFile:
    """Return the feed of a facet page: the dates on it and no others of the same events. `name` is the page's heading."""
    page = site.urls.facet(programme.edition.id, facet, value)
    full_name = f"{name} – {site.texts.name(programme.edition.title)}"
    dates = programme.part(facet, value).dates
    here = (event for event in programme.facets[facet][value] if event.id in dates)
    made = (block for event in here for block in _made(site, programme, event, "feed", blocks, dates[event.id]))
    return _feed(site, programme, page, page + "calendar.ics", full_name, made, blocks)


def _feed(
    site: Site, programme: Programme, page: str, href: str, name: str, made: Iterable[bytes], blocks: Blocks,
) -> OutputFile:
    from icalendar import vUri  # noqa: PLC0415 -- slow import

    head = {
        "NAME": one_line(name), "X-WR-CALNAME": one_line(name), "URL": vUri(site.urls.absolute(page)),
        "SOURCE": vUri(site.urls.absolute(href), params={"VALUE": "URI"}),
    }
    return _file(site, programme, href, (*_lines(head.items()), _refresh(programme.edition, blocks)), made, blocks)


def _refresh(edition: Edition, blocks: Blocks) -> bytes:
    """Return after what time calendar apps ask again."""
    key = ("", edition.id, "", "refresh")
    if key not in blocks:
        from icalendar import vDuration  # noqa: PLC0415 -- slow import

        blocks[key] = b"".join(_lines((
            ("REFRESH-INTERVAL", vDuration(REFRESH, params={"VALUE": "DURATION"})),
            # Outlook knows only this older name.
            ("X-PUBLISHED-TTL", vDuration(REFRESH)),
        )))
    return blocks[key]


def _file(
    site: Site, programme: Programme, href: str, head: Iterable[bytes], made: Iterable[bytes], blocks: Blocks,
) -> OutputFile:
    return OutputFile(path=site.urls.path(href), data=b"".join([
        BEGIN, *head, _timezone(site, programme.edition, blocks), *made, b"END:VCALENDAR\r\n",
    ]))


def _timezone(site: Site, edition: Edition, blocks: Blocks) -> bytes:
    """Return the VTIMEZONE for the years of an edition; UTC needs none."""
    zone = site.settings.zone
    key = ("", edition.id, zone.key, "timezone")
    if key not in blocks:
        from icalendar import Timezone  # noqa: PLC0415 -- slow import

        component = Timezone.from_tzinfo(
            zone, zone.key, first_date=date(edition.first_day.year, 1, 1), last_date=date(edition.last_day.year + 1, 12, 31),
        )
        component.pop("COMMENT", None)
        lines = component.content_lines(sorted=False)
        blocks[key] = b"" if zone.key in ("UTC", "Etc/UTC") else b"".join(_fold(line) for line in lines if line)
    return blocks[key]


def _made(
    site: Site, programme: Programme, event: Event, kind: str, blocks: Blocks, keys: frozenset[str] | None = None,
) -> Iterator[bytes]:
    """Yield the VEVENTs of an event's dates (`keys` None: of all), from `blocks` where they are made already."""
    shared: _Shared | None = None
    for occurrence in event.occurrences:
        if keys is not None and occurrence.key not in keys:
            continue
        # only what is cancelled is not the same in every kind of file
        own = kind if status_of(event, occurrence) == "cancelled" else "feed"
        key = (site.language.code, event.edition, f"{event.id} {occurrence.key}", own)
        if key not in blocks:
            shared = shared or _Shared.of(site, programme, event)
            blocks[key] = _vevent(site, programme, shared, event, occurrence, kind, blocks)
        yield blocks[key]


def _vevent(
    site: Site, programme: Programme, shared: _Shared, event: Event, occurrence: Occurrence, kind: str, blocks: Blocks,
) -> bytes:
    key = ("", event.edition, f"{event.id} {occurrence.key}", "times")
    if key not in blocks:
        blocks[key] = b"".join(_lines(_times(site, programme, event, occurrence)))
    words = _lines(_words(site, shared, event, occurrence, kind))
    return b"".join([b"BEGIN:VEVENT\r\n", blocks[key], *words, b"END:VEVENT\r\n"])


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shared:
    """What all occurrences of an event have in common, computed once. `lang` is set where the title is untranslated."""

    title: str
    lang: str | None
    summary: str
    facts: tuple[str, ...]
    category: str
    url: str

    @classmethod
    def of(cls, site: Site, programme: Programme, event: Event) -> _Shared:
        """Compute it for an event."""
        words = title(site, event)
        return cls(
            title=one_line(words.text), lang=words.lang, summary=summary(site, event),
            facts=(*fact_lines(site, programme, event, FACTS), host_line(site, event)),
            category=one_line(category_name(site, programme, event.category).text),
            url=site.urls.absolute(site.urls.event(event.edition, event.id)),
        )


def _times(site: Site, programme: Programme, event: Event, occurrence: Occurrence) -> Iterator[tuple[str, Any]]:
    """Yield what is the same in every language. Without history, an event is as old as its edition."""
    from icalendar import vDDDTypes, vGeo, vInt  # noqa: PLC0415 -- slow import

    edition = programme.edition
    unknown = datetime.combine(edition.first_day, time(), UTC)
    history = event.history or History(created=unknown, modified=unknown, commits=1)
    yield "UID", f"{event.edition}-{event.id}-{occurrence.key}@{site.settings.calendar_host}"
    yield "DTSTAMP", vDDDTypes(history.modified.astimezone(UTC))
    yield "CREATED", vDDDTypes(history.created.astimezone(UTC))
    yield "LAST-MODIFIED", vDDDTypes(history.modified.astimezone(UTC))
    yield "SEQUENCE", vInt(max(history.commits - 1, 0))
    if occurrence.start:
        yield "DTSTART", vDDDTypes(occurrence.start)
        if occurrence.end:
            yield "DTEND", vDDDTypes(occurrence.end)
    else:
        yield "DTSTART", vDDDTypes(occurrence.day)
        last = max(edition.last_day, occurrence.day) if occurrence.last_day is None else occurrence.last_day
        yield "DTEND", vDDDTypes(last + timedelta(days=1))
    if occurrence.start is None or is_off(event, occurrence):
        yield "TRANSP", "TRANSPARENT"
    for venue in places_of(event, occurrence):
        if venue.lat is not None and venue.lon is not None:
            yield "GEO", vGeo((float(venue.lat), float(venue.lon)))
            break


def _words(site: Site, shared: _Shared, event: Event, occurrence: Occurrence, kind: str) -> Iterator[tuple[str, Any]]:
    """Yield what is said in a language, and the status, which is not the same in feeds."""
    from icalendar import vText, vUri  # noqa: PLC0415 -- slow import

    _ = site.texts.gettext
    status = status_of(event, occurrence)
    yield "STATUS", "CANCELLED" if (status, kind) == ("cancelled", "single") else _STATUS.get(status, "CONFIRMED")
    prefixed = {"cancelled": _("ABGESAGT: {title}"), "postponed": _("VERSCHOBEN: {title}")}.get(status, "{title}")
    yield "SUMMARY", vText(prefixed.format(title=shared.title), params={"LANGUAGE": shared.lang} if shared.lang else None)
    if where := place(site, event, occurrence):
        yield "LOCATION", where
    yield "CATEGORIES", shared.category
    yield "URL", vUri(shared.url)
    yield "DESCRIPTION", "\n".join(line for line in _description(site, shared, event, occurrence) if line)


def _description(site: Site, shared: _Shared, event: Event, occurrence: Occurrence) -> Iterator[str]:
    yield change_words(site, event, occurrence)
    if occurrence.start is None and (occurrence.is_range or occurrence.words or occurrence.hours):
        yield one_line(date_line(site, occurrence))
    yield one_line(occurrence.note or "")
    yield shared.summary
    if event.meeting_point:
        yield one_line(site.texts.gettext("Treffpunkt: {place}").format(place=event.meeting_point))
    yield from shared.facts
    # Some calendar apps never show the URL property.
    yield shared.url


def _lines(properties: Iterable[tuple[str, Any]]) -> Iterator[bytes]:
    """Yield properties as lines, folded. A `str` is text; all else is of one of icalendar's types, which know how they are written.

    icalendar's components would sort and guess types for each, its own folding is as slow as all the rest together.
    """
    from icalendar import vText  # noqa: PLC0415 -- slow import
    from icalendar.parser import Contentline  # noqa: PLC0415 -- as above

    for name, value in properties:
        typed = vText(value) if type(value) is str else value
        yield _fold(Contentline.from_parts(name, typed.params, typed, sorted=False))


def _fold(line: str) -> bytes:
    """Return a line in pieces of at most 75 octets that never cut a letter (RFC 5545 3.1)."""
    data = line.encode()
    pieces, start, room = [], 0, OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, OCTETS - 1
    return b"\r\n ".join([*pieces, data[start:]]) + b"\r\n"
