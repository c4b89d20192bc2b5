"""Event poster: one event on A4, for the window of whoever invites, in one language. Floor 4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ikw.model import Event
from ikw.paper.items import Items
from ikw.paper.mastheads import Masthead, masthead
from ikw.paper.poster import told_state
from ikw.paper.records import Item
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.event import event_page

TEMPLATE = "event_poster.typ"
# How wide and how high its picture is at most, in millimetres.
PHOTO = (184.0, 64.0)


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPoster:
    """All a poster says of one event. `number` is the day that stands large, "" where there is no single one; then `span` says it."""

    head: Masthead
    item: Item
    number: str
    weekday: str
    month: str
    time: str
    span: str


def content(site: Site, programme: Programme, items: Items, event: Event) -> EventPoster:
    """Return what a poster says of an event."""
    page = event_page(site, programme, event, items.rows)
    item = items.item(event, page.time or page.date_words, is_clock=bool(page.number))
    state = told_state(item.state)
    at = programme.position.get(event.id)
    time = items.when(programme.dated[at].occurrence) if at is not None and page.time else page.time
    return EventPoster(
        head=masthead(site, programme, items), item=replace(item, state=state, banner=item.banner if state else None),
        number=page.number, weekday=page.weekday, month=page.month, time=time, span=page.date_words,
    )


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the template itself."""
    _ = site.texts.gettext
    return {
        "dates": _("Wann"), "programme": _("Programm"), "web": _("Alles dazu im Netz"), "photo": _("Bild: {credit}"),
        "more": _("und {n} weitere"),
    }
