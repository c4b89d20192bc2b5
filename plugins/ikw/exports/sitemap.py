"""Sitemap and robots.txt: what search engines should read. Floor 4, pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

from ikw.output import OutputFile
from ikw.settings import Settings

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
# A sitemap may list so many addresses (sitemaps.org/protocol.html), and no more than 50 MB: with eight alternates each has a kilobyte.
MOST = 40_000
_TIME = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, kw_only=True, slots=True)
class SitemapPage:
    """A page: its absolute address, its own last change, and (hreflang, address) of it in every language, itself included."""

    loc: str
    lastmod: datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()


def sitemap(path: str, pages: Iterable[SitemapPage]) -> OutputFile:
    """Return a sitemap. A page with alternates is listed once per language, as each must name all others."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">']
    for page in pages:
        # what is the same in every language is written once: there are ten such lines for each address
        same = [f"<lastmod>{page.lastmod.astimezone(UTC):{_TIME}}</lastmod>"] if page.lastmod else []
        same += (
            f'<xhtml:link rel="alternate" hreflang="{escape(lang)}" href="{escape(address)}"/>' for lang, address in page.alternates
        )
        after = "".join(f"    {line}\n" for line in same) + "  </url>"
        for loc in dict.fromkeys(address for _lang, address in page.alternates) or (page.loc,):
            lines.append(f"  <url>\n    <loc>{escape(loc)}</loc>\n{after}")
    return OutputFile(path=path, data="\n".join([*lines, "</urlset>\n"]).encode())


def sitemap_index(path: str, sitemaps: Iterable[tuple[str, datetime | None]]) -> OutputFile:
    """Return the list of all sitemaps: the absolute address of each, and when something in it changed."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<sitemapindex xmlns="{SITEMAP}">']
    for loc, changed in sitemaps:
        lastmod = f"<lastmod>{changed.astimezone(UTC):{_TIME}}</lastmod>" if changed else ""
        lines.append(f"  <sitemap><loc>{escape(loc)}</loc>{lastmod}</sitemap>")
    return OutputFile(path=path, data="\n".join([*lines, "</sitemapindex>\n"]).encode())


def robots(settings: Settings, sitemap_address: str) -> OutputFile:
    """Return robots.txt; a sitemap is only named by its full address.

    The pages of an invented programme ask search engines to stay away (`noindex`), and to read that they must be let in: what robots.txt
    forbids may still be listed, by its address alone, where another site links to it (developers.google.com/search/docs/crawling-indexing/
    block-indexing). Google Calendar, too, fetches no calendar that robots.txt forbids. Only a PDF cannot carry the mark.
    """
    lines = ["User-agent: *", "Disallow: /*.pdf$" if settings.sample else "Disallow:"]
    if settings.site_url and not settings.sample:
        lines += ["", f"Sitemap: {sitemap_address}"]
    return OutputFile(path="robots.txt", data=("\n".join(lines) + "\n").encode())
