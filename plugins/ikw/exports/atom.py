"""Feeds: new events and changed facts (RFC 4287). Floor 4, pure.

An entry's id is a tag: URI of language, edition and ids, so it stays when address, title or date change. A later change of the
same event has an id of its own: feed readers show each id once.
"""

from __future__ import annotations

import hashlib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time

from ikw.changes import change_of
from ikw.choices import STATUS_WORDS
from ikw.errata import is_new
from ikw.model import Change, Event, Occurrence
from ikw.output import OutputFile
from ikw.plain import clean, old_words, one_line, place
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.event import description
from ikw.views.misprints import misprints, missing
from ikw.views.records import Misprint
from ikw.views.words import category_name, date_line, title, where_words

ATOM = "http://www.w3.org/2005/Atom"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LIMIT = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class _Entry:
    """What an entry says. `lang` is set where the title stands in another language than the feed; `href` is where it leads."""

    event: Event
    href: str
    tag: str
    title: str
    lang: str | None
    text: str
    published: datetime | None
    updated: datetime


def new_events(site: Site, programme: Programme) -> OutputFile:
    """Return the feed of new events, newest first."""
    entries = sorted((_new(site, programme, event) for event in programme.events), key=_newest_first)
    return _feed(site, programme, "feed.atom", site.texts.gettext("Neue Veranstaltungen"), entries[:LIMIT])


def changed_events(site: Site, programme: Programme) -> OutputFile:
    """Return the feed of facts that changed, and of what the printed booklet says otherwise; the latest first."""
    found = [_changed(site, programme, event, occurrence) for event in programme.events for occurrence in _changes(event)]
    found += _unlike_paper(site, programme)
    entries = sorted(found, key=lambda entry: (-entry.updated.timestamp(), entry.tag))
    return _feed(site, programme, "changes.atom", site.texts.gettext("Änderungen"), entries[:LIMIT])


def _newest_first(entry: _Entry) -> tuple[float, str]:
    return -(entry.published or entry.updated).timestamp(), entry.tag


def _new(site: Site, programme: Programme, event: Event) -> _Entry:
    words = title(site, event)
    published, updated = _history(programme, event)
    return _Entry(
        event=event, href=site.urls.event(event.edition, event.id), tag=_tag(site, programme, event.id),
        title=one_line(words.text), lang=words.lang, text=one_line(description(site, event)), published=published, updated=updated,
    )


def _changes(event: Event) -> Iterator[Occurrence | None]:
    """Yield None for a change of the whole event, and every occurrence with a change of its own."""
    if change_of(event):
        yield None
    yield from (one for one in event.occurrences if one.change and one.change.status != "scheduled")


def _changed(site: Site, programme: Programme, event: Event, occurrence: Occurrence | None) -> _Entry:
    change = change_of(event, occurrence)
    assert change, "only called for changes"
    words, name = title(site, event), f"{event.id}/{occurrence.key}" if occurrence else event.id
    _ = site.texts.gettext
    heading = _("{status}: {title}").format(status=_(STATUS_WORDS[change.status]), title=words.text)
    return _Entry(
        event=event, href=site.urls.event(event.edition, event.id), tag=_tag(site, programme, f"{name}/{change.status}"),
        title=one_line(heading), lang=words.lang,
        text="\n".join(line for line in _change_lines(site, event, occurrence, change) if line), published=None,
        updated=_history(programme, event)[1],
    )


def _change_lines(site: Site, event: Event, occurrence: Occurrence | None, change: Change) -> Iterator[str]:
    """Yield what holds now, what held before, the reason, and since when."""
    _ = site.texts.gettext
    meant = (occurrence,) if occurrence else tuple(one for one in event.occurrences if one.change is None)
    old = old_words(site, event, occurrence, change)
    times = [date_line(site, one) for one in meant]
    places = [place(site, event, meant[0])] if meant else where_words(site, event.venues)
    now = one_line(site.formats.joined(*times, *places) or _("Termin folgt"))
    yield _("Jetzt: {new}").format(new=now) if old else _("Termin: {when}").format(when=now)
    if old:
        yield one_line(_("Vorher: {old}").format(old=old))
    yield one_line(change.note or "")
    if change.since:
        yield _("Geändert am {date}.").format(date=site.formats.day_month(change.since))


def _unlike_paper(site: Site, programme: Programme) -> Iterator[_Entry]:
    """Yield what the printed booklet lacks, says otherwise where no status tells it, or has although it is no more."""
    _ = site.texts.gettext
    if programme.printed is None or site.is_over(programme.edition):
        return
    for event in programme.events:
        if is_new(programme.printed, event) and change_of(event) is None:
            yield _on_paper(site, programme, event, "new", _("Neu, nicht im Heft: {title}"), one_line(description(site, event)))
        elif found := misprints(site, programme, event):
            text = "\n".join(_paper_line(site, one) for one in found)
            # What changes once more is another entry.
            mark = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
            yield _on_paper(site, programme, event, mark, _("Im Heft steht es anders: {title}"), text)
    for event in missing(site, programme):
        entry = _on_paper(site, programme, event, "gone", _("Im Heft, aber nicht mehr im Programm: {title}"), "")
        printed = datetime.combine(programme.printed.day, time(), UTC)
        yield replace(entry, href=site.urls.edition(programme.edition.id), updated=printed)


def _on_paper(site: Site, programme: Programme, event: Event, mark: str, heading: str, text: str) -> _Entry:
    words = title(site, event)
    return _Entry(
        event=event, href=site.urls.event(event.edition, event.id), tag=_tag(site, programme, f"{event.id}/paper/{mark}"),
        title=one_line(heading.format(title=words.text)), lang=words.lang, text=text, published=None,
        updated=_history(programme, event)[1],
    )


def _paper_line(site: Site, one: Misprint) -> str:
    """Return "Ort: Stadthalle; im Heft: Rathaus"."""
    _ = site.texts.gettext
    now, then = (", ".join(phrase.text for phrase in phrases) for phrases in (one.now, one.then))
    words = _("{now}; im Heft: {then}") if now and then else _("im Heft: {then}") if then else "{now}"
    return one_line(f"{one.label}: {words.format(now=now, then=then)}")


def _history(programme: Programme, event: Event) -> tuple[datetime, datetime]:
    """Return when an event came and when it last changed; without history it is as old as its edition."""
    unknown = datetime.combine(programme.edition.first_day, time(), UTC)
    return (event.history.created, event.history.modified) if event.history else (unknown, unknown)


def _tag(site: Site, programme: Programme, name: str) -> str:
    """Return a tag: URI (RFC 4151) of the calendar host, in the year of the edition."""
    edition = programme.edition
    return f"tag:{site.settings.calendar_host},{edition.first_day.year}:{site.language.code}/{edition.id}/{name}"


def _feed(site: Site, programme: Programme, name: str, heading: str, entries: Iterable[_Entry]) -> OutputFile:
    href = site.urls.root + name
    entries = list(entries)
    newest = max((entry.updated for entry in entries), default=datetime.combine(programme.edition.first_day, time(), UTC))
    feed = ET.Element("feed", {"xmlns": ATOM, LANG: site.language.code})
    # The feed goes on from edition to edition, so its id names the first one.
    first = min((other.edition.first_day.year for other in site.programmes), default=programme.edition.first_day.year)
    _text(feed, "id", f"tag:{site.settings.calendar_host},{first}:{site.language.code}/{name}")
    _text(feed, "title", f"{site.texts.name(programme.edition.title)}: {heading}")
    _text(feed, "updated", _moment(newest))
    ET.SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": site.urls.absolute(href)})
    ET.SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": site.urls.absolute(site.urls.root)})
    _text(ET.SubElement(feed, "author"), "name", site.name)
    for entry in entries:
        feed.append(_entry(site, programme, entry))
    ET.indent(feed)
    data = ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n"
    return OutputFile(path=site.urls.path(href), data=data)


def _entry(site: Site, programme: Programme, entry: _Entry) -> ET.Element:
    event = entry.event
    found = ET.Element("entry")
    _text(found, "id", entry.tag)
    _text(found, "title", entry.title, {LANG: entry.lang} if entry.lang else None)
    if entry.published:
        _text(found, "published", _moment(entry.published))
    _text(found, "updated", _moment(entry.updated))
    address = site.urls.absolute(entry.href)
    ET.SubElement(found, "link", {"rel": "alternate", "type": "text/html", "href": address})
    label = one_line(category_name(site, programme, event.category).text)
    ET.SubElement(found, "category", {"term": event.category, "label": label})
    _text(found, "content", entry.text)
    return found


def _text(parent: ET.Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    ET.SubElement(parent, tag, attributes or {}).text = clean(text)


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
