"""Addresses: promises, so each is written out here."""

from __future__ import annotations

from datetime import date

import pytest

from ikw.urls import Urls
from samples import ARABIC, GERMAN, settings

DAY = date(2025, 9, 14)
ROOT = Urls.of(settings(), GERMAN)
BELOW = Urls.of(settings(site_url="https://kreis.example/programm"), ARABIC)
NOWHERE = Urls.of(settings(site_url=""), GERMAN)


@pytest.mark.parametrize(("href", "path", "below"), [
    (lambda urls: urls.root, "index.html", "ar/"), (lambda urls: urls.edition("2025"), "2025/index.html", "ar/2025/"),
    (lambda urls: urls.day("2025", DAY), "2025/2025-09-14/index.html", "ar/2025/2025-09-14/"),
    (lambda urls: urls.event("2025", "fest"), "2025/fest/index.html", "ar/2025/fest/"),
    (lambda urls: urls.facet("2025", "venue", "halle"), "2025/venue/halle/index.html", "ar/2025/venue/halle/"),
    (lambda urls: urls.facet("2025", "venue"), "2025/venue/index.html", "ar/2025/venue/"),
    (lambda urls: urls.page("impressum"), "impressum/index.html", "ar/impressum/"),
    (lambda urls: urls.facet("2025", "venue", "halle") + "calendar.ics", "2025/venue/halle/calendar.ics", "ar/2025/venue/halle/calendar.ics"),
    # the same for all languages
    (lambda urls: urls.asset("theme/icon.svg"), "theme/icon.svg", "theme/icon.svg"),
])
def test_addresses(href: object, path: str, below: str) -> None:
    assert callable(href)
    assert ROOT.path(href(ROOT)) == path
    assert href(ROOT) == "/" + path.removesuffix("index.html")
    assert href(BELOW) == f"/programm/{below}"
    assert BELOW.path(href(BELOW)) == below + ("index.html" if below.endswith("/") else "")


def test_front_page_of_each_language() -> None:
    assert [ROOT.root, Urls.of(settings(), ARABIC).root, BELOW.root, NOWHERE.root] == ["/", "/ar/", "/programm/ar/", "/"]


def test_absolute_address_has_host_and_base_once() -> None:
    assert ROOT.absolute(ROOT.event("2025", "fest")) == "https://ikw.example/2025/fest/"
    assert BELOW.absolute(BELOW.event("2025", "fest")) == "https://kreis.example/programm/ar/2025/fest/"
    assert NOWHERE.absolute(NOWHERE.event("2025", "fest")) == "/2025/fest/"


@pytest.mark.parametrize(("urls", "html", "expected"), [
    (ROOT, '<a href="/2025/fest/">Fest</a>', '<a href="/2025/fest/">Fest</a>'),
    (BELOW, '<a href="/2025/fest/">Fest</a> <img src="/x.jpg">', '<a href="/programm/ar/2025/fest/">Fest</a> <img src="/programm/x.jpg">'),
    # calendars and feeds are there in every language; what is the same for all stands once
    (BELOW, '<a href="/2025/programme.ics">a</a>', '<a href="/programm/ar/2025/programme.ics">a</a>'),
    (BELOW, '<a href="/2025/programme.json">a</a>', '<a href="/programm/2025/programme.json">a</a>'),
    (BELOW, '<a href="/kontakt/#weg">a</a>', '<a href="/programm/ar/kontakt/#weg">a</a>'), (BELOW, '<a href="/">a</a>', '<a href="/programm/ar/">a</a>'),
    # a language that somebody has chosen is kept
    (BELOW, '<a href="/en/kontakt/">a</a>', '<a href="/programm/en/kontakt/">a</a>'),
    # not what leads elsewhere, and no words
    (BELOW, '<a href="https://a.example/b">/c</a>', '<a href="https://a.example/b">/c</a>'), (BELOW, '<a href="//a.example">', '<a href="//a.example">'),
    (BELOW, '<a href="#a">', '<a href="#a">'),
])
def test_contributed_html_keeps_to_the_path_of_the_site(urls: Urls, html: str, expected: str) -> None:
    assert urls.in_html(html) == expected
