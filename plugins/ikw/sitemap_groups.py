"""Sitemap groups: which pages search engines are told of, edition by edition. Floor 5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial

from ikw.cache import fingerprint
from ikw.exports import sitemap
from ikw.model import Event
from ikw.output import OutputFile
from ikw.programme import Programme
from ikw.views.frame import X_DEFAULT
from ikw.work import Group, Work


def sitemap_groups(work: Work) -> Iterator[Group]:
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
