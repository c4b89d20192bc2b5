"""Handouts: the files of all that is printed beside the booklet. Floor 4: they are yielded, and written by whoever asked for them.

What is called `-print` is for a print shop: process colours, bleed, marks. Everything else is for screens and any printer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ikw.model import Event
from ikw.output import OutputFile
from ikw.paper import booklet, corrections, event_poster, leaflet, notice, poster, sheets
from ikw.paper.booklet import Photos, dated
from ikw.paper.items import Items
from ikw.paper.panels import PANEL, folded
from ikw.paper.sheets import MILLIMETRE
from ikw.paper.sizes import size_for
from ikw.paper.typesetting import PRINT, SCREEN, Typesetter
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.rows import Rows

A4_WIDTH = 210.0


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What sheets are set with: the theme's templates and fonts, and pictures as they are printed."""

    typesetter: Typesetter
    photos: Photos

    def items(self, site: Site, programme: Programme) -> Items:
        """Return what makes the items of an edition in a language."""
        size = size_for(site.settings.booklet_size, is_easy=site.language.is_easy)
        return Items(site, programme, Rows(site, programme), size)

    def setter(
        self, site: Site, items: Items, template: str, content: Mapping[str, object], words: Mapping[str, str],
        most: tuple[float, float] = (A4_WIDTH, A4_WIDTH),
    ) -> Callable[[str], bytes]:
        """Return what sets a sheet for a medium; a picture on it is at most so wide and so high, in millimetres."""
        data = {
            "site": site.settings.site_url.removesuffix(site.settings.base), "lang": site.language.code, "dir": site.language.dir,
            "comma": site.formats.comma, "words": words, **content,
        }

        def pdf(medium: str) -> bytes:
            pictures = {
                name: self.photos(picture, min(most[0], most[1] * picture.width / picture.height), medium)
                for name, (picture, _) in items.pictures.items()
            }
            return self.typesetter.pdf(template, data, medium=medium, at=dated(items.programme), pictures=pictures)

        return pdf


def _name(kind: str, programme: Programme, *parts: str) -> str:
    return "-".join((kind, programme.edition.id, *parts)) + ".pdf"


def _flat(pdf: Callable[[str], bytes], kind: str, programme: Programme, *parts: str) -> Iterator[OutputFile]:
    """Yield a sheet that is not folded, to read and for a print shop."""
    yield OutputFile(path=_name(kind, programme, *parts), data=sheets.packed(pdf(SCREEN)))
    yield OutputFile(path=_name(kind, programme, *parts, "print"), data=sheets.with_marks(pdf(PRINT)))


def poster_files(desk: Desk, site: Site, programme: Programme) -> Iterator[OutputFile]:
    """Yield the poster of an edition on A3."""
    items = desk.items(site, programme)
    content = {"poster": poster.content(site, programme, items)}
    pdf = desk.setter(site, items, poster.TEMPLATE, content, poster.words(site))
    yield from _flat(pdf, "poster", programme, site.language.code)


def event_files(desk: Desk, site: Site, programme: Programme, event: Event) -> Iterator[OutputFile]:
    """Yield the poster of an event on A4."""
    items = desk.items(site, programme)
    content = {"poster": event_poster.content(site, programme, items, event)}
    pdf = desk.setter(site, items, event_poster.TEMPLATE, content, event_poster.words(site), event_poster.PHOTO)
    yield from _flat(pdf, "event", programme, event.id, site.language.code)


def leaflet_files(desk: Desk, site: Site, programme: Programme, municipality: str) -> Iterator[OutputFile]:
    """Yield the leaflet of a municipality: its panels one by one to read, and as a sheet to be folded."""
    items = desk.items(site, programme)
    content = {"leaflet": leaflet.content(site, programme, items, municipality)}
    pdf = desk.setter(site, items, leaflet.TEMPLATE, content, leaflet.words(site), (PANEL / MILLIMETRE, leaflet.PHOTO_HEIGHT))
    parts, is_right = (municipality, site.language.code), site.language.dir == "rtl"
    reading = pdf(SCREEN)
    yield OutputFile(path=_name("leaflet", programme, *parts), data=sheets.packed(reading))
    yield OutputFile(path=_name("leaflet", programme, *parts, "office"), data=folded(reading, is_bound_right=is_right))
    yield OutputFile(path=_name("leaflet", programme, *parts, "print"), data=folded(pdf(PRINT), is_bound_right=is_right, is_print=True))


def notice_files(desk: Desk, sites: Sequence[tuple[Site, Programme]], event: Event) -> Iterator[OutputFile]:
    """Yield the notice of an event that has changed, in all languages on one sheet."""
    site, programme = sites[0]
    items = desk.items(site, programme)
    content = {"notice": notice.content(sites, items, event)}
    pdf = desk.setter(site, items, notice.TEMPLATE, content, notice.words(site))
    yield OutputFile(path=_name("notice", programme, event.id), data=sheets.packed(pdf(SCREEN)))


def correction_files(desk: Desk, site: Site, programme: Programme, day: date) -> Iterator[OutputFile]:
    """Yield the sheet of corrections of an edition that has gone to print; none where nothing is otherwise.

    Whoever asks for it wants it, also when the edition is past. `day` is the day on which it is asked for: what it knows.
    """
    timeless = replace(site, as_of=None)
    items = desk.items(timeless, programme)
    found = corrections.content(timeless, programme, items, day)
    if found.sections:
        pdf = desk.setter(timeless, items, corrections.TEMPLATE, {"corrections": found}, corrections.words(site))
        yield OutputFile(path=_name("errata", programme, site.language.code), data=sheets.packed(pdf(SCREEN)))


def large_files(desk: Desk, site: Site, programme: Programme) -> Iterator[OutputFile]:
    """Yield the booklet in large print."""
    data = booklet.large_print(site, programme, Rows(site, programme), desk.typesetter, desk.photos)
    yield OutputFile(path=_name("large", programme, site.language.code), data=data)
