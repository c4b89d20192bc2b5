"""Sitemap and robots.txt."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import golden
from ikw.exports.sitemap import SitemapPage, robots, sitemap, sitemap_index
from samples import settings

SITEMAP = "https://ikw.example/sitemap.xml"


def test_sitemap_looks_like_this() -> None:
    made = sitemap("2025/sitemap.xml", [
        SitemapPage(loc="https://ikw.example/impressum/"),
        SitemapPage(
            loc="https://ikw.example/2025/fest/", lastmod=datetime(2025, 8, 1, 12, 30, tzinfo=UTC),
            alternates=(("de", "https://ikw.example/2025/fest/"), ("ar", "https://ikw.example/ar/2025/fest/?a=1&b=2")),
        ),
    ])
    assert made.path == "2025/sitemap.xml"
    golden.check("sitemap.xml", made.data)


def test_the_list_of_sitemaps_looks_like_this() -> None:
    made = sitemap_index("sitemap.xml", [
        ("https://ikw.example/2025/sitemap.xml", datetime(2025, 8, 1, 12, 30, tzinfo=UTC)), ("https://ikw.example/sitemap-pages.xml", None),
    ])
    golden.check("sitemap_index.xml", made.data)


@pytest.mark.parametrize(("values", "text"), [
    pytest.param({}, f"User-agent: *\nDisallow:\n\nSitemap: {SITEMAP}\n", id="public"),
    pytest.param({"sample": True}, "User-agent: *\nDisallow: /*.pdf$\n", id="invented"),
    pytest.param({"site_url": ""}, "User-agent: *\nDisallow:\n", id="no-address-yet"),
])
def test_robots(values: dict[str, object], text: str) -> None:
    assert robots(settings(**values), SITEMAP).data.decode() == text
