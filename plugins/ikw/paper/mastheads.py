"""Mastheads: whose programme it is, as every single sheet says it. Floor 4, pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ikw.model import Edition
from ikw.paper.items import Items, short_address
from ikw.paper.outlines import Step, steps
from ikw.paper.records import Partner, QrCode
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.calendar import lead, month_words, numerals
from ikw.views.frame import SAMPLE_NOTICE, motto
from ikw.views.records import Motto
from ikw.views.words import named


@dataclass(frozen=True, kw_only=True, slots=True)
class Masthead:
    """The programme's names, its days, large and in a sentence (`span`), its motto, and the code of its pages.

    `sample` says where all of it is made up.
    """

    title: str
    site_name: str
    region: str
    numerals: tuple[str, str, str]
    month: str
    span: str
    lead: str
    motto: Motto | None
    motto_steps: tuple[Step, ...]
    sample: str
    home: QrCode


def masthead(site: Site, programme: Programme, items: Items) -> Masthead:
    """Return the masthead of an edition in a language."""
    edition = programme.edition
    return Masthead(
        title=site.texts.name(edition.title), site_name=site.name, region=site.settings.region,
        numerals=numerals(site, edition.first_day, edition.last_day), month=month_words(site, edition.first_day, edition.last_day),
        span=site.formats.span(edition.first_day, edition.last_day),
        lead=lead(site, programme), motto=motto(site, programme),
        motto_steps=steps(edition.outline.path) if edition.outline else (),
        sample=site.texts.gettext(SAMPLE_NOTICE) if site.settings.sample else "",
        home=items.code(site.urls.root if programme is site.current else site.urls.edition(edition.id)),
    )


def partners(site: Site, edition: Edition, items: Items) -> Iterator[Partner]:
    """Yield who makes an edition possible, with a logo where there is one."""
    for number, partner in enumerate(edition.partners):
        logo = items.photo(f"logo-{number}", partner.logo, items.size.logo, partner.logo.alt) if partner.logo else None
        yield Partner(name=named(site, partner.name), address=short_address(partner.url or ""), logo=logo)
