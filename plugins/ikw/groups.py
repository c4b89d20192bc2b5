"""Groups: which files belong together and what they show. Floor 5.

A group is the smallest thing a build makes anew: an event in all languages, a day, a value of a facet, the front pages, what
belongs to the whole site. Its fingerprint covers all that it shows; what made it (code, templates, catalogs, settings) is in
`Work.common`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from ikw.cache import fingerprint
from ikw.exports import atom, form_neighbours, form_rules, ics, images, programme_json, sitemap, structured_data
from ikw.field_docs import SCHEMA_PATH, event_schema
from ikw.model import FACETS, Event
from ikw.output import OutputFile
from ikw.paper.keys import paper_key
from ikw.paper.letters import Letters, faces_digest
from ikw.programme import Programme
from ikw.site import Site
from ikw.sitemap_groups import sitemap_groups
from ikw.views.calendar import day_page, front_page
from ikw.views.event import description, event_page
from ikw.views.facet import facet_page, index_page
from ikw.views.form import SLUG, form_page
from ikw.views.page_records import EventPage
from ikw.views.records import Anchor
from ikw.work import Group, Work


def groups(work: Work) -> Iterator[Group]:
    """Yield every group of the site, edition by edition."""
    for programme in work.default.programmes:
        yield from _event_groups(work, programme)
        yield from _day_groups(work, programme)
        yield from _facet_groups(work, programme)
        found = _group(work, programme, "front", programme.events, _front)
        # Its pages link what is printed, where that stands.
        yield Group(found.key, fingerprint(found.fingerprint, *sorted(work.paper)), found.make)
    yield from _form_groups(work)
    yield _site_group(work)
    yield from sitemap_groups(work)


def _digest(work: Work, programme: Programme, event: Event) -> str:
    return work.digests[programme.edition.id, event.id]


def _group(
    work: Work, programme: Programme, name: str, events: tuple[Event, ...], make: Callable[..., Iterator[OutputFile]],
    *arguments: object,
) -> Group:
    shown = [_digest(work, programme, event) for event in events]
    mark = fingerprint(work.common, programme.edition.id, name, programme is work.default.current, *shown)
    return Group(f"{programme.edition.id}/{name}", mark, partial(make, work, programme, *arguments))


# -- events


def _event_groups(work: Work, programme: Programme) -> Iterator[Group]:
    for event in programme.events:
        around = [entry.event for entry in programme.neighbours(event) if entry]
        at = programme.position.get(event.id)
        same_day = [entry.event for entry in programme.by_day[programme.dated[at].day]] if at is not None else []
        yield _group(work, programme, f"event/{event.id}", (event, *around, *same_day), _event, event)


def _event(work: Work, programme: Programme, event: Event) -> Iterator[OutputFile]:
    for site, own in work.in_every_language(programme):
        page = event_page(site, own, event, work.rows(site, own))
        href = site.urls.event(event.edition, event.id)
        calendar = ics.event_calendar(site, own, event, work.blocks(own))
        frame = work.frames(site, own).frame(
            kind="event", heading=page.title.text, heading_lang=page.title.lang, description=description(site, event), href=href,
            crumbs=_crumbs(work, site, own, _kind(page)),
            head_links=(("alternate", "text/calendar", page.title.text, f"{href}event.ics"),) if calendar else (),
            jsonld=structured_data.event_jsonld(site, own, event),
            social_image=site.urls.absolute(page.photo.src) if page.photo else "",
        )
        yield work.printer.page(site, "event.html", href, frame, page)
        if calendar:
            yield calendar
    if event.picture:
        stem = f"{event.edition}/{event.id}/picture"
        yield from images.renditions(Path(event.picture.path), stem)


def _kind(page: EventPage) -> Anchor:
    name = page.category_name
    return Anchor(label=name.text, href=page.category_href, lang=name.lang, dir=name.dir)


def _crumbs(work: Work, site: Site, programme: Programme, *more: Anchor) -> tuple[Anchor, ...]:
    home = work.frames(site, programme).shared.home
    return (Anchor(label=site.texts.gettext("Programm"), href=home), *more)


# -- days


def _day_groups(work: Work, programme: Programme) -> Iterator[Group]:
    lasting = tuple(item.event for item in programme.lasting)
    days = fingerprint(*programme.days)
    for day in programme.days:
        events = (*(entry.event for entry in programme.by_day.get(day, ())), *lasting)
        found = _group(work, programme, f"day/{day.isoformat()}", events, _day, day)
        yield Group(found.key, fingerprint(found.fingerprint, days), found.make)


def _day(work: Work, programme: Programme, day: date) -> Iterator[OutputFile]:
    for site, own in work.in_every_language(programme):
        page = day_page(site, own, day, work.rows(site, own))
        href = site.urls.day(own.edition.id, day)
        frame = work.frames(site, own).frame(
            kind="day", heading=site.formats.date_long(day), description=page.lead, href=href, crumbs=_crumbs(work, site, own),
        )
        yield work.printer.page(site, "day.html", href, frame, page)


# -- facets


def _facet_groups(work: Work, programme: Programme) -> Iterator[Group]:
    for facet in FACETS:
        values = programme.facets.get(facet, {})
        for value, events in values.items():
            yield _group(work, programme, f"{facet}/{value}", events, _facet, facet, value)
        counted = fingerprint(*(f"{value} {len(events)}" for value, events in values.items()), len(programme.dated))
        mark = fingerprint(work.common, programme.edition.id, facet, counted)
        yield Group(f"{programme.edition.id}/{facet}", mark, partial(_index, work, programme, facet))


def _facet(work: Work, programme: Programme, facet: str, value: str) -> Iterator[OutputFile]:
    for site, own in work.in_every_language(programme):
        page = facet_page(site, own, facet, value, work.rows(site, own))
        href = site.urls.facet(own.edition.id, facet, value)
        frame = work.frames(site, own).frame(
            kind="facet", heading=page.heading.text, heading_lang=page.heading.lang,
            description=f"{page.kicker}: {page.heading.text}. {page.lead}.", href=href,
            crumbs=_crumbs(work, site, own, Anchor(label=page.actions[1].label, href=page.actions[1].href)),
            head_links=(("alternate", "text/calendar", page.heading.text, f"{href}calendar.ics"),),
        )
        yield work.printer.page(site, "facet.html", href, frame, page)
        yield ics.facet_calendar(site, own, facet, value, page.heading.text, work.blocks(own))


def _index(work: Work, programme: Programme, facet: str) -> Iterator[OutputFile]:
    for site, own in work.in_every_language(programme):
        page = index_page(site, own, facet)
        href = site.urls.facet(own.edition.id, facet)
        frame = work.frames(site, own).frame(
            kind="index", heading=page.heading, description=f"{page.heading}. {site.texts.name(own.edition.title)}", href=href,
            crumbs=_crumbs(work, site, own),
        )
        yield work.printer.page(site, "index_page.html", href, frame, page)


# -- the form


def _form_groups(work: Work) -> Iterator[Group]:
    programme = work.default.current
    faces = faces_digest(work.templates.parent)
    mark = fingerprint(work.common, "form", faces, *(event.id for event in programme.events))
    yield Group("form", mark, partial(_form, work, programme))
    shown = (_digest(work, programme, event) for event in programme.events)
    yield Group("neighbours", fingerprint(work.common, "neighbours", *shown), partial(_neighbours, programme))


def _neighbours(programme: Programme) -> Iterator[OutputFile]:
    yield form_neighbours.form_neighbours(programme)


def _form(work: Work, programme: Programme) -> Iterator[OutputFile]:
    letters = Letters.of_theme(work.templates.parent)
    for site, own in work.in_every_language(programme):
        page = form_page(site, own)
        href = site.urls.page(SLUG)
        frame = work.frames(site, own).frame(kind="form", heading=page.title, description=page.lead, href=href)
        yield work.printer.page(site, "form.html", href, frame, page)
        yield form_rules.form_rules(site, own, letters)


# -- front and site


def _front(work: Work, programme: Programme) -> Iterator[OutputFile]:
    is_current = programme is work.default.current
    for site, own in work.in_every_language(programme):
        has_booklet = paper_key(own.edition.id, "booklet", site.language.code) in work.paper
        page = front_page(site, own, work.rows(site, own), has_booklet=has_booklet)
        own_href = site.urls.edition(own.edition.id)
        links: tuple[tuple[str, str, str, str], ...] = (
            ("alternate", "text/calendar", site.texts.name(own.edition.title), f"{own_href}programme.ics"),
            ("alternate", "application/json", "programme.json", site.urls.asset(f"{own.edition.id}/programme.json")),
        )
        if is_current:
            new = site.texts.gettext("Neue Veranstaltungen")
            links = (("alternate", "application/atom+xml", new, f"{site.urls.root}feed.atom"), *links)
        frame = work.frames(site, own).frame(
            kind="front", heading=page.title, description=f"{page.title}. {page.lead}", href=own_href, head_links=links,
        )
        printed = work.printer.page(site, "front.html", own_href, frame, page)
        yield printed
        yield ics.programme_calendar(site, own, work.blocks(own))
        if is_current:
            yield OutputFile(path=site.urls.path(site.urls.root), data=printed.data)
            yield atom.new_events(site, own)
            yield atom.changed_events(site, own)
    yield programme_json.programme_json(work.sites, programme)


def _site_group(work: Work) -> Group:
    files = [fingerprint(file.path, hashlib.blake2b(file.data).hexdigest()) for file in work.theme.files]
    return Group("site", fingerprint(work.common, "site", *files), partial(_site, work))


def _site(work: Work) -> Iterator[OutputFile]:
    yield from work.theme.files
    site = work.default
    yield from programme_json.schema_files(site.settings)
    schema = event_schema(site.urls.absolute(site.urls.asset(SCHEMA_PATH)))
    yield OutputFile(path=SCHEMA_PATH, data=(json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode())
    for other in work.sites:
        frame = work.frames(other, other.current).frame(
            kind="notfound", heading=other.texts.gettext("Seite nicht gefunden"), description="", href=other.urls.root,
        )
        yield work.printer.page(other, "notfound.html", f"{other.urls.root}404.html", frame, None)
    yield sitemap.robots(site.settings, site.urls.absolute(site.urls.asset("sitemap.xml")))
