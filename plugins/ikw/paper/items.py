"""Items: an event as it stands on paper, in full or in one line, made of the views that the pages show. Floor 4, pure."""

from __future__ import annotations

from dataclasses import replace

from ikw.lasting import Lasting
from ikw.model import Event, Occurrence, Picture
from ikw.paper.codes import code
from ikw.paper.prose_tree import prose_tree
from ikw.paper.records import Item, Line, Photo, QrCode, Stamp
from ikw.paper.sizes import Size
from ikw.pictures import credit
from ikw.programme import Entry, Programme
from ikw.site import Site
from ikw.views.event import event_page
from ikw.views.page_records import EventPage
from ikw.views.places import MAP
from ikw.views.records import Anchor, Fact, Phrase, Row, Running
from ikw.views.rows import Rows
from ikw.views.translated import SOME_GERMAN, teaser
from ikw.views.words import category_name, sentence, when_words

_BUILT_IN = ("granat", "pennant")


class Items:
    """Makes items and lines of one programme in one language, and keeps the pictures that they show."""

    def __init__(self, site: Site, programme: Programme, rows: Rows, size: Size) -> None:
        """Start without any picture."""
        self.site = site
        self.programme = programme
        self.rows = rows
        self.size = size
        self.pictures: dict[str, tuple[Picture, float]] = {}

    # -- in full ---------------------------------------------------------------------------------------------------------------

    def item(self, event: Event, when: str, *, is_clock: bool = False) -> Item:
        """Return an event in full; `when` is a time of the day, if `is_clock`."""
        site = self.site
        page = event_page(site, self.programme, event, self.rows)
        photo = None
        if event.picture and page.photo:
            most = (self.size.item_column, self.size.photo_height)
            photo = self.photo(event.id, event.picture, most, page.photo.alt.text, page.photo.alt.lang)
        return Item(
            id=event.id, when=when, is_clock=is_clock, title=page.title, subtitle=page.subtitle, stamp=self.stamp(event.category),
            kicker=self._kicker(page, event), state=page.state, banner=page.banner,
            notes=tuple(note for note in page.notes if note != site.texts.gettext(SOME_GERMAN)), summary=teaser(site, event),
            text=tuple(prose_tree(page.text_html)), text_lang=page.text_lang, text_dir=page.text_dir,
            dates=page.dates if len(page.dates) > 1 else (), schedule=tuple((time, title) for time, _, title in page.schedule),
            facts=tuple(map(_printed, page.facts)), links=tuple(map(_with_address, page.links)),
            photo=photo, code=self.code(site.urls.event(event.edition, event.id)),
        )

    def _kicker(self, page: EventPage, event: Event) -> Phrase:
        kind, example = page.category_name, self.site.texts.gettext("Beispiel")
        if not event.example:
            return kind
        return sentence(self.site, "{kind} · {example}", kind=kind if kind.lang else kind.text, example=example)

    def photo(self, name: str, picture: Picture, most: tuple[float, float], alt: str, lang: str | None = None) -> Photo:
        """Return a picture under a name for its file, as wide as `most` (a width and a height) allows, and keep it for the typesetter."""
        file, ratio = f"{name}.jpg", picture.height / picture.width
        width = min(most[0], most[1] / ratio)
        self.pictures[file] = picture, width
        return Photo(file=file, ratio=ratio, width=width, alt=alt, lang=lang, credit=credit(picture))

    def code(self, href: str) -> QrCode:
        """Return the code of a page, and its address as people type it."""
        address = self.site.urls.absolute(href)
        made = code(address)
        return QrCode(size=made.size, runs=made.runs, href=address, short=short_address(address))

    def stamp(self, category: str) -> Stamp:
        """Return the stamp of a category."""
        known = self.programme.categories.get(category)
        cloth, sign = (known.colour, known.sign) if known else _BUILT_IN
        return Stamp(name=category_name(self.site, self.programme, category), cloth=cloth, sign=sign)

    # -- in one line -----------------------------------------------------------------------------------------------------------

    def line(self, entry: Entry) -> Line:
        """Return a date in one line."""
        return self._line(entry.event, self.rows.row(entry))

    def undated_line(self, event: Event) -> Line:
        """Return an event whose date is to follow, in one line."""
        return self._line(event, self.rows.undated(event))

    def _line(self, event: Event, row: Row) -> Line:
        place = row.town if row.town.text else row.venue
        return Line(
            id=event.id, time=row.time, words=row.when_words, title=row.title, place=place, stamp=self.stamp(event.category),
            state=row.state,
        )

    def running_line(self, item: Lasting) -> Line:
        """Return what is on all the time, in one line."""
        row = self.rows.running(item)
        return Line(
            id=item.event.id, time="", words=running_when(row), title=row.title, place=row.place,
            stamp=self.stamp(item.event.category),
            state=row.state,
        )

    def when(self, occurrence: Occurrence) -> str:
        """Return what stands large above a dated item."""
        if occurrence.start is None:
            return when_words(self.site, occurrence)
        return self.site.formats.time_words(occurrence.start, occurrence.end)


def running_when(row: Running) -> str:
    """Return the span of what is on all the time, and its hours."""
    return row.when


def short_address(href: str) -> str:
    """Return an address as people type it: without the scheme and the last slash."""
    return href.split("://", 1)[-1].removeprefix("mailto:").rstrip("/")


def _with_address(link: Anchor) -> tuple[Phrase, str]:
    """Return the words of a link in their language, and its address as people type it."""
    return Phrase(text=link.label, lang=link.lang, dir=link.dir), short_address(link.href)


def _printed(fact: Fact) -> Fact:
    """Return a fact as paper can tell it: addresses are written out, what only leads to other pages is left out."""
    outside = tuple(link for link in fact.links if not link.href.startswith("/") and not link.href.startswith(MAP))
    if fact.icon == "online":
        outside = tuple(replace(link, label=short_address(link.href)) for link in outside)
    if fact.lead.text or outside:
        return replace(fact, links=outside)
    return replace(fact, links=(), lead=replace(fact.lead, text=", ".join(link.label for link in fact.links)))
