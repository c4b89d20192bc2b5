"""Prose frames: the prose pages as the programme sees them: titles, addresses, and what stands around them. Floor 5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.blanks import answers
from ikw.prose_headers import Header, PelicanError, stale_pages
from ikw.prose_job import Job
from ikw.settings import GERMAN
from ikw.site import PageTitle
from ikw.texts import Texts
from ikw.views.page_records import ProsePage
from ikw.views.records import Frame
from ikw.views.translated import prose_page
from ikw.work import Work

# First parts of addresses that are ours.
_TAKEN = frozenset(("theme", "schema", "drafts", "mitmachen"))


def originals(headers: Iterable[Header]) -> tuple[Header, ...]:
    """Return the pages in the default language that are shown; each of them stands in every language."""
    return tuple(header for header in headers if header.is_published and header.lang == GERMAN)


def page_titles(headers: tuple[Header, ...], lang: str, texts: Texts) -> tuple[PageTitle, ...]:
    """Return the pages as a language's menus and the sitemap name them: translated, else in the site's words, else in German."""
    stale = stale_pages(headers)
    own = {header.slug: header.title for header in headers if header.lang == lang and (lang, header.slug) not in stale}
    found = []
    for header in originals(headers):
        title = own.get(header.slug) or texts.gettext(header.title)
        is_german = lang == GERMAN or header.slug in own or title != header.title or lang.startswith(f"{GERMAN}-")
        found.append(PageTitle(header.slug, title, None if is_german else GERMAN))
    return tuple(found)


def paths(work: Work, headers: tuple[Header, ...]) -> tuple[str, ...]:
    """Return where the pages stand in the output; of what Pelican writes, nothing else is taken."""
    return tuple(
        site.urls.path(site.urls.page(header.slug)) for site in work.sites for header in originals(headers)
    )


def make_job(work: Work, headers: tuple[Header, ...]) -> Job:
    """Return what Pelican must be told."""
    return Job(
        catalogs=work.catalogs, urls={site.language.code: site.urls for site in work.sites}, frames=dict(_frames(work, headers)),
        stamps=dict(work.theme.stamps), answers={site.language.code: answers(site) for site in work.sites},
    )


def _frames(work: Work, headers: tuple[Header, ...]) -> Iterator[tuple[tuple[str, str], tuple[Frame, ProsePage]]]:
    """Yield frame and view of each page by language and slug. What is not translated, or no longer fits, stands in German and says so."""
    stale = stale_pages(headers)
    own = {(header.lang, header.slug): header for header in headers if (header.lang, header.slug) not in stale}
    for site in work.sites:
        made, lang = work.frames(site, site.current), site.language.code
        titles = {page.slug: page for page in page_titles(headers, lang, site.texts)}
        for header in originals(headers):
            title, written = titles[header.slug], own.get((lang, header.slug))
            frame = made.frame(
                kind="page", heading=title.title, description=written.summary if written else "", href=site.urls.page(header.slug),
            )
            view = prose_page(site, title, is_translated=written is not None, is_stale=(lang, header.slug) in stale)
            yield (lang, header.slug), (frame, view)


def refuse_taken(headers: tuple[Header, ...], work: Work) -> None:
    """Raise PelicanError if a page would stand where the programme does."""
    taken = _TAKEN | {one.edition.id for one in work.default.programmes} | {site.language.path for site in work.sites}
    for header in headers:
        if header.slug in taken:
            raise PelicanError(
                f"Die Adresse „{header.slug}“ gehört dem Programm. Geben Sie der Seite „{header.title}“ einen anderen Slug."
            )
