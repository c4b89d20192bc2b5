"""Frame: what every page has around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ikw.model import Outline
from ikw.site import PageTitle, Site
from ikw.views.frame import NOT_REVIEWED, OFFER, SAMPLE_NOTICE, Assets, Frames, motto
from ikw.views.records import Anchor, Frame, Motto, Phrase
from samples import ARABIC, ENGLISH, edition, programme, site

ASSETS = Assets(stylesheet="theme/site-1.css", script="theme/now-1.js")
PAGES = (PageTitle("kontakt", "Kontakt"), PageTitle("impressum", "Impressum"), PageTitle("ueber", "Über uns"))
NEW, OLD = programme(), programme(edition=edition(id="2024", first_day=date(2024, 9, 15), last_day=date(2024, 9, 29)))


def frames(shown: Site, *siblings: Site) -> Frames:
    return Frames(shown, shown.current, ASSETS, (shown, *siblings))


def test_frame() -> None:
    shown = replace(site(NEW, menu_pages=("mitmachen", "kontakt"), error_address=""), pages=PAGES)
    crumbs = (Anchor(label="Programm", href="/"),)
    assert frames(shown).frame(kind="event", heading="Fest", description="Am Sonntag", href="/2025/fest/", crumbs=crumbs) == Frame(
        lang="de", dir="ltr", kind="event", title="Fest – Interkulturelle Woche 2025", heading="Fest", description="Am Sonntag",
        canonical="https://ikw.example/2025/fest/", inside="2025/fest/", index=True, site_name="Interkulturelle Woche", region=Phrase(text="Landkreis Hersfeld-Rotenburg"), home="/",
        motto=Motto(words="dafür!", stem="dafür", has_bang=True), nav=(
            Anchor(label="Programm", href="/"), Anchor(label="Orte", href="/2025/venue/"), Anchor(label="Gruppen", href="/2025/organiser/"),
            Anchor(label="Kontakt", href="/kontakt/"),
        ), languages=(), alternates=(), foot=(Anchor(label="Über uns", href="/ueber/"), Anchor(label="Impressum", href="/impressum/")),
        crumbs=crumbs, stylesheet="/theme/site-1.css", script="/theme/now-1.js", theme="/theme/", report=Anchor(label="Fehler auf dieser Seite melden", href="/kontakt/"),
    )


def test_a_fault_is_reported_with_the_page_but_for_one_that_is_not_there() -> None:
    hrefs = [frames(site(NEW)).frame(kind=kind, heading="x", description="", href="/2025/fest/").report for kind in ("event", "notfound")]
    assert [anchor and "ikw.example%2F2025%2Ffest" in anchor.href for anchor in hrefs] == [True, False]


@pytest.mark.parametrize(("href", "current"), [
    # the front page stands at two addresses
    ("/", ["Programm"]), ("/2025/", ["Programm"]), ("/2025/venue/", ["Orte"]), ("/2025/venue/halle/", []), ("/2024/", []),
])
def test_menu_marks_the_page_itself(href: str, current: list[str]) -> None:
    frame = frames(site(NEW, OLD)).frame(kind="x", heading="x", description="", href=href)
    assert [link.label for link in frame.nav if link.current] == current


def test_front_page_has_the_title_once() -> None:
    assert frames(site(NEW)).frame(kind="front", heading="Interkulturelle Woche 2025", description="", href="/").title == "Interkulturelle Woche 2025"


def test_older_edition_leads_to_itself() -> None:
    shown = site(NEW, OLD)
    assert Frames(shown, OLD, ASSETS, (shown,)).shared.home == "/2024/"
    assert Frames(shown, NEW, ASSETS, (shown,)).shared.home == "/"


def test_sample_says_so_and_stays_out_of_search_engines() -> None:
    shared = frames(site(NEW, sample=True)).shared
    assert (shared.sample, shared.index) == (SAMPLE_NOTICE, False)


def test_languages_lead_to_the_same_page() -> None:
    german, arabic = site(NEW), site(NEW, language=ARABIC)
    frame = Frames(arabic, NEW, ASSETS, (german, arabic)).frame(kind="event", heading="Fest", description="", href="/ar/2025/fest/")
    assert frame.languages == (
        Anchor(label="Deutsch", href="/", lang="de", dir="ltr", offer=OFFER),
        Anchor(label="العربية", href="/ar/", lang="ar", dir="rtl", current=True, offer=OFFER),
    )
    assert frame.inside == "2025/fest/"
    assert frame.alternates == (("de", "https://ikw.example/"), ("ar", "https://ikw.example/ar/"), ("x-default", "https://ikw.example/"))
    assert (frame.lang, frame.dir, frame.home) == ("ar", "rtl", "/ar/")


@pytest.mark.parametrize(("words", "expected"), [
    (None, None), ("dafür!", Motto(words="dafür!", stem="dafür", has_bang=True)),
    ("dafür !", Motto(words="dafür !", stem="dafür", has_bang=True)), ("Wir alle", Motto(words="Wir alle", stem="Wir alle", has_bang=False)),
])
def test_motto(words: str | None, expected: Motto | None) -> None:
    assert motto(site(), programme(edition=edition(motto=words and {"de": words}))) == expected


def test_motto_is_drawn_and_marked_as_german_elsewhere() -> None:
    found = programme(edition=edition(outline=Outline(width=300, height=100, path="M0 0z")))
    assert motto(site(language=ENGLISH), found) == Motto(
        words="dafür!", stem="dafür", has_bang=True, outline_path="M0 0z", outline_width=300, outline_height=100, lang="de", dir="ltr",
    )


def test_a_translated_motto_is_words_and_names_the_german_one() -> None:
    drawn = Outline(width=300, height=100, path="M0 0z")
    found = programme(edition=edition(motto={"de": "dafür!", "ar": "نحن مع!"}, outline=drawn))
    assert motto(site(language=ARABIC), found) == Motto(
        words="نحن مع!", stem="نحن مع", has_bang=True, original=Phrase(text="dafür!", lang="de", dir="ltr"),
    )


def test_the_site_has_a_name_in_each_language() -> None:
    arabic = replace(ARABIC, title="الأسبوع", is_reviewed=False)
    shared = frames(site(NEW, language=arabic)).shared
    assert (shared.site_name, shared.not_reviewed) == ("الأسبوع", NOT_REVIEWED)
    assert (frames(site(NEW)).shared.site_name, frames(site(NEW)).shared.not_reviewed) == ("Interkulturelle Woche", "")
