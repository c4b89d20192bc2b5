"""Groups: which files belong together and what they show. Floor 5.

A group is the smallest thing a build makes anew: an event in all languages, a day, a value of a facet, the front pages, what
belongs to the whole site. Its fingerprint covers all that it shows; what made it (code, templates, catalogs, settings) is in
`Work.common`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path

from ikw.cache import fingerprint
from ikw.exports import atom, form_neighbours, form_rules, ics, images, programme_json, sitemap, structured_data
from ikw.field_docs import SCHEMA_PATH, event_schema
from ikw.model import FACETS, Event
from ikw.output import OutputFile
from ikw.pages import Printer
from ikw.paper.keys import paper_key
from ikw.programme import Programme
from ikw.site import Site
from ikw.theme import Theme
from ikw.views.calendar import day_page, front_page
from ikw.views.event import description, event_page
from ikw.views.facet import facet_page, index_page
from ikw.views.form import SLUG, form_page
from ikw.views.frame import X_DEFAULT, Assets, Frames
from ikw.views.page_records import EventPage
from ikw.views.records import Anchor
from ikw.views.rows import Rows

Make = Callable[[], Iterator[OutputFile]]

# The key of the prose pages. They are made last and never in a worker, since only its parent can wait for Pelican.
PROSE = "prose"
TEMPLATES = ("event.html", "day.html", "facet.html", "index_page.html", "front.html", "form.html", "notfound.html")


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are made together. `key` names the group, `fingerprint` all it shows."""

    key: str
    fingerprint: str
    make: Make


@dataclass
class Work:
    """What all groups of one build share: sites, templates, rows. Made lazily, since most builds need little of it.

    Of rows, frames and calendar entries only those of one edition are kept: groups come edition by edition, and a hundred editions
    in eight languages would fill the memory.

    `paper` are the keys of the printed matter that will stand in the output.
    """

    sites: tuple[Site, ...]
    theme: Theme
    templates: Path
    bytecode: Path | None
    common: str
    digests: Mapping[tuple[str, str], str]
    catalogs: Mapping[str, bytes] = field(default_factory=dict)
    paper: frozenset[str] = frozenset()
    _edition: str = ""
    _rows: dict[str, Rows] = field(default_factory=dict)
    _frames: dict[str, Frames] = field(default_factory=dict)
    _blocks: ics.Blocks = field(default_factory=dict)

    @property
    def default(self) -> Site:
        """The site in its default language."""
        return self.sites[0]

    def rows(self, site: Site, programme: Programme) -> Rows:
        """Return the rows of an edition in a language."""
        self._turn_to(programme)
        if site.language.code not in self._rows:
            self._rows[site.language.code] = Rows(site, programme)
        return self._rows[site.language.code]

    def frames(self, site: Site, programme: Programme) -> Frames:
        """Return the frames of an edition in a language."""
        self._turn_to(programme)
        if site.language.code not in self._frames:
            assets = Assets(stylesheet=self.theme.stylesheet, script=self.theme.script)
            self._frames[site.language.code] = Frames(site, programme, assets, self.sites)
        return self._frames[site.language.code]

    @cached_property
    def printer(self) -> Printer:
        """The templates."""
        return Printer(self.templates, self.theme.stamps, self.bytecode)

    def warm(self) -> None:
        """Load what every worker needs, before there are workers: templates and the calendar library."""
        import icalendar  # noqa: F401, PLC0415 -- slow import, worth it only for many groups

        for name in TEMPLATES:
            self.printer.environment.get_template(name)

    def in_every_language(self, programme: Programme) -> Iterator[tuple[Site, Programme]]:
        """Yield each site with the edition as it stands there."""
        at = self.default.programmes.index(programme)
        for site in self.sites:
            yield site, site.programmes[at]

    def blocks(self, programme: Programme) -> ics.Blocks:
        """Return the calendar entries of an edition that are already made."""
        self._turn_to(programme)
        return self._blocks

    def _turn_to(self, programme: Programme) -> None:
        """Forget what was kept of another edition."""
        if self._edition != programme.edition.id:
            self._edition = programme.edition.id
            self._rows, self._frames, self._blocks = {}, {}, {}
            if "printer" in self.__dict__:
                self.printer.forget()


def groups(work: Work) -> Iterator[Group]:
    """Yield every group of the site, edition by edition."""
    for programme in work.default.programmes:
        yield from _event_groups(work, programme)
        yield from _day_groups(work, programme)
        yield from _facet_groups(work, programme)
        found = _group(work, programme, "front", programme.events, _front)
        # Its pages link what is printed, where that stands.
        yield Group(found.key, fingerprint(found.fingerprint, *sorted(work.paper)), found.make)
    yield _form_group(work)
    yield _site_group(work)
    yield from _sitemap_groups(work)


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


def _form_group(work: Work) -> Group:
    programme = work.default.current
    mark = fingerprint(work.common, "form", *(event.id for event in programme.events))
    return Group("form", mark, partial(_form, work, programme))


def _form(work: Work, programme: Programme) -> Iterator[OutputFile]:
    for site, own in work.in_every_language(programme):
        page = form_page(site, own)
        href = site.urls.page(SLUG)
        frame = work.frames(site, own).frame(kind="form", heading=page.title, description=page.lead, href=href)
        yield work.printer.page(site, "form.html", href, frame, page)
        yield form_rules.form_rules(site, own)
    yield form_neighbours.form_neighbours(programme)


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


def _sitemap_groups(work: Work) -> Iterator[Group]:
    """Yield a sitemap for each edition and one for prose pages, and the list of them all.

    Most edits change no address: a sitemap, with every page in every language, is made from addresses and days of change alone.
    """
    found: list[tuple[str, datetime | None]] = []
    most = sitemap.MOST // len(work.sites)
    for key, stem, addresses in _sitemaps(work):
        for start in range(0, len(addresses), most):
            part = addresses[start : start + most]
            number = "" if start == 0 else f"-{start // most + 1}"
            mark = fingerprint(work.common, key, *(f"{href} {changed}" for href, changed in part))
            yield Group(f"{key}{number}", mark, partial(_sitemap, work, f"{stem}{number}.xml", part))
            found.append((f"{stem}{number}.xml", max((changed for _, changed in part if changed), default=None)))
    mark = fingerprint(work.common, "sitemap", *(f"{path} {changed}" for path, changed in found))
    yield Group("sitemap", mark, partial(_sitemap_index, work, found))


def _sitemaps(work: Work) -> Iterator[tuple[str, str, list[tuple[str, datetime | None]]]]:
    """Yield key, file and addresses of each sitemap."""
    site = work.default
    for programme in site.programmes:
        edition = programme.edition.id
        yield f"{edition}/sitemap", f"{edition}/sitemap", [*_addresses(work, programme)]
    yield "pages/sitemap", "sitemap-pages", [(site.urls.page(page.slug), None) for page in site.pages]


def _sitemap(work: Work, path: str, addresses: Sequence[tuple[str, datetime | None]]) -> Iterator[OutputFile]:
    yield sitemap.sitemap(path, (_sitemap_page(work, href, changed) for href, changed in addresses))


def _sitemap_index(work: Work, sitemaps: Sequence[tuple[str, datetime | None]]) -> Iterator[OutputFile]:
    urls = work.default.urls
    yield sitemap.sitemap_index("sitemap.xml", ((urls.absolute(urls.asset(path)), changed) for path, changed in sitemaps))


def _addresses(work: Work, programme: Programme) -> Iterator[tuple[str, datetime | None]]:
    """Yield the address of each page of an edition in the default language, and when it changed."""
    urls, edition = work.default.urls, programme.edition.id
    newest = _newest(programme.events)
    yield urls.edition(edition), newest
    for day in programme.days:
        yield urls.day(edition, day), newest
    for event in programme.events:
        yield urls.event(edition, event.id), _newest((event,))
    for facet, values in programme.facets.items():
        yield urls.facet(edition, facet), newest
        for value, events in values.items():
            yield urls.facet(edition, facet, value), _newest(events)


def _newest(events: Iterable[Event]) -> datetime | None:
    return max((event.history.modified for event in events if event.history), default=None)


def _sitemap_page(work: Work, href: str, changed: datetime | None) -> sitemap.SitemapPage:
    site = work.default
    inside = href.removeprefix(site.urls.root)
    others = work.sites if len(work.sites) > 1 else ()
    alternates = [(other.language.code, other.urls.absolute(other.urls.root + inside)) for other in others]
    if others:
        alternates.append((X_DEFAULT, alternates[0][1]))
    return sitemap.SitemapPage(loc=site.urls.absolute(href), lastmod=changed, alternates=tuple(alternates))
