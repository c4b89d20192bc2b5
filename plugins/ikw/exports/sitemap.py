"""Sitemap and robots.txt: what search engines should read. Floor 4, pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from ikw.output import OutputFile
from ikw.settings import Settings

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, kw_only=True, slots=True)
class SitemapPage:
    """A page: its absolute address, its own last change, and (hreflang, address) of it in every language, itself included."""

    loc: str
    lastmod: datetime | None = None
    alternates: tuple[tuple[str, str], ...] = ()


def sitemap(pages: Iterable[SitemapPage]) -> OutputFile:
    """Return the sitemap. A page with alternates is listed once per language, as each must name all others."""
    from lxml import etree  # noqa: PLC0415 -- a build that changes no page does without it

    # ten thousand elements: what the standard library writes in Python, lxml writes in C
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML})
    for page in pages:
        for loc in dict.fromkeys(address for _lang, address in page.alternates) or (page.loc,):
            url = etree.SubElement(root, f"{{{SITEMAP}}}url")
            etree.SubElement(url, f"{{{SITEMAP}}}loc").text = loc
            if page.lastmod:
                etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = page.lastmod.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            for lang, address in page.alternates:
                etree.SubElement(url, f"{{{XHTML}}}link", {"rel": "alternate", "hreflang": lang, "href": address})
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    return OutputFile(path="sitemap.xml", data=data)


def robots(settings: Settings, sitemap_address: str) -> OutputFile:
    """Return robots.txt. An invented programme keeps search engines out; a sitemap is only named by its full address."""
    lines = ["User-agent: *", "Disallow: /" if settings.sample else "Disallow:"]
    if settings.site_url and not settings.sample:
        lines += ["", f"Sitemap: {sitemap_address}"]
    return OutputFile(path="robots.txt", data=("\n".join(lines) + "\n").encode())
