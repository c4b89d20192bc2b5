"""Booklet: the programme of an edition on paper, in one language. Floor 4.

What stands where: an event is told in full once, on the day that its page shows large, and in one line on every other day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from typing import Any

from ikw.model import Picture
from ikw.output import OutputFile
from ikw.paper import indexes, pages, sheets
from ikw.paper.items import Items, running_when, short_address
from ikw.paper.mastheads import partners
from ikw.paper.outlines import steps
from ikw.paper.prose_tree import prose_tree
from ikw.paper.records import Block, Booklet, Day, Item, Line, Week
from ikw.paper.sizes import LARGE, Size, size_for
from ikw.paper.telling import told
from ikw.paper.typesetting import PRINT, SCREEN, Typesetter
from ikw.programme import Programme
from ikw.site import Site
from ikw.timetable import Day as TimetableDay
from ikw.views.calendar import lead, month_words, numerals, week_name
from ikw.views.frame import SAMPLE_NOTICE, motto
from ikw.views.records import State
from ikw.views.rows import Rows
from ikw.views.translated import MISSING, greeting_of, note_of_facts
from ikw.views.words import count_words, foreign, isolated

TEMPLATE, HEIGHTS = "booklet.typ", "heights.typ"
# Of each block.
Heights = Sequence[pages.Heights]
# A picture in pixels for a width in millimetres, in the colours of a medium.
Photos = Callable[[Picture, float, str], bytes]
# Measures how high everything is, or remembers it: for readers and for the press it is the same.
Measured = Callable[[Callable[[], Heights]], Heights]


def at_once(measure: Callable[[], Heights]) -> Heights:
    """Measure here and now."""
    return measure()


def for_readers(
    site: Site, programme: Programme, rows: Rows, typesetter: Typesetter, photos: Photos, measured: Measured = at_once,
) -> Iterator[OutputFile]:
    """Yield the booklet to read, and its pages two by two for the office's printer."""
    reading = sheets.packed(_pdf(site, programme, rows, typesetter, photos, SCREEN, measured))
    yield _file(site, programme, "", reading)
    yield _file(site, programme, "office", sheets.two_up(reading, is_bound_right=site.language.dir == "rtl"))


def for_press(
    site: Site, programme: Programme, rows: Rows, typesetter: Typesetter, photos: Photos, measured: Measured = at_once,
) -> Iterator[OutputFile]:
    """Yield the booklet for the print shop."""
    yield _file(site, programme, "print", sheets.with_marks(_pdf(site, programme, rows, typesetter, photos, PRINT, measured)))


def large_print(site: Site, programme: Programme, rows: Rows, typesetter: Typesetter, photos: Photos) -> bytes:
    """Return the booklet in large print, to read and for any printer."""
    return sheets.packed(_pdf(site, programme, rows, typesetter, photos, SCREEN, at_once, LARGE))


def _file(site: Site, programme: Programme, kind: str, made: bytes) -> OutputFile:
    return OutputFile(path=site.urls.path(site.urls.booklet(programme.edition.id, kind)), data=made)


def _pdf(
    site: Site, programme: Programme, rows: Rows, typesetter: Typesetter, photos: Photos, medium: str, measured: Measured,
    size: Size | None = None,
) -> bytes:
    size = size or size_for(site.settings.booklet_size, is_easy=site.language.is_easy)
    items = Items(site, programme, rows, size)
    found = content(site, programme, items)
    data = {
        "site": site.settings.site_url.removesuffix(site.settings.base), "size": size, "words": words(site), "lang": site.language.code,
        "dir": site.language.dir, "comma": site.formats.comma,
    }
    tell = partial(told, site, letters=typesetter.letters, size=size)
    chapters = pages.days(found, tell), pages.behind(found, tell)
    heights = measured(lambda: heights_of(found, chapters, data, typesetter))
    made = made_up(found, chapters, heights, size)
    widths = dict(pages.widths((*made.pages, *made.pages_behind)))
    pictures = {name: photos(picture, widths.get(name, width), medium) for name, (picture, width) in items.pictures.items()}
    return typesetter.pdf(TEMPLATE, {**data, "booklet": made}, medium=medium, at=dated(programme), pictures=pictures)


def heights_of(
    found: Booklet, chapters: Sequence[Sequence[Block]], data: Mapping[str, object], typesetter: Typesetter,
) -> Heights:
    """Return how high everything is that is told in full, as the layout says."""
    blocks = pages.measurable([block for chapter in chapters for block in chapter])
    booklet = {"title": found.title, "region": found.region, "is_easy": found.is_easy}
    heights = typesetter.measured(HEIGHTS, {**data, "booklet": booklet, "blocks": blocks})
    assert isinstance(heights, list)
    return heights


def made_up(found: Booklet, chapters: tuple[Sequence[Block], Sequence[Block]], heights: Heights, size: Size) -> Booklet:
    """Return a booklet with all that it tells in full made up into pages."""
    days, behind = chapters
    return replace(
        found, days=tuple(replace(day, items=()) for day in found.days), running=(), undated=(),
        pages=tuple(pages.made_up(days, heights[: len(days)], size)),
        pages_behind=tuple(pages.made_up(behind, heights[len(days) :], size)),
    )


def dated(programme: Programme) -> datetime:
    """Return the date of the files: that of the newest change, else the first day of the edition."""
    changed = (event.history.modified for event in programme.events if event.history)
    return max(changed, default=datetime.combine(programme.edition.first_day, time(), UTC))


# -- content -----------------------------------------------------------------------------------------------------------------


def content(site: Site, programme: Programme, items: Items) -> Booklet:
    """Return all that a booklet says."""
    edition = programme.edition
    days = tuple(_days(site, programme, items))
    by_id = {day.id: day for day in days}
    follows = site.texts.gettext("Termin folgt")
    running = tuple(_running(programme, items))
    undated = tuple(items.item(event, follows) for event in programme.undated)
    behind = ((site.texts.gettext("Die ganze Zeit offen"), running), (follows, undated))
    greeting, imprint = greeting_of(site, edition), foreign(site, edition.imprint_html)
    return Booklet(
        lang=site.language.code, dir=site.language.dir, is_easy=site.language.is_easy,
        title=site.texts.name(edition.title), site_name=site.name, region=site.settings.region,
        numerals=numerals(site, edition.first_day, edition.last_day), month=month_words(site, edition.first_day, edition.last_day),
        span=site.formats.span(edition.first_day, edition.last_day),
        lead=lead(site, programme), motto=motto(site, programme),
        motto_steps=steps(edition.outline.path) if edition.outline else (),
        sample=site.texts.gettext(SAMPLE_NOTICE) if site.settings.sample else "",
        greeting=tuple(prose_tree(greeting.text)), greeting_lang=greeting.lang, greeting_dir=greeting.dir,
        greeting_note=site.texts.gettext(MISSING) if greeting.text and greeting.lang else "",
        weeks=tuple(_weeks(site, items, by_id)), days=days,
        running=running, undated=undated, told_behind=tuple(title for title, entries in behind if entries),
        running_lines=tuple(items.running_line(item) for item in programme.lasting),
        stamps=tuple(_stamps(programme, items)), states=tuple(_states(site)), hints=hints(site), places=indexes.places(site, programme),
        organisers=indexes.organisers(site, programme), spoken=indexes.spoken(site, programme),
        access=indexes.access(site, programme), partners=tuple(partners(site, edition, items)),
        imprint=tuple(prose_tree(imprint.text)),
        imprint_lines=tuple(imprint_lines(site, programme)), text_lang=imprint.lang, text_dir=imprint.dir,
        imprint_note=site.texts.gettext(MISSING) if imprint.text and imprint.lang else "",
        languages=tuple((one.name, one.code, one.dir) for one in site.settings.languages),
        home=items.code(site.urls.root if programme is site.current else site.urls.edition(edition.id)),
    )


def _days(site: Site, programme: Programme, items: Items) -> Iterator[Day]:
    """Yield the days of the span, and others with an event; each with its items and its lines."""
    told = {programme.dated[at].event.id: programme.dated[at] for at in programme.position.values()}
    for day in programme.days:
        entries = programme.by_day.get(day, ())
        full: list[Item | Line] = []
        for entry in entries:
            if told.get(entry.event.id) is entry:
                full.append(items.item(entry.event, items.when(entry.occurrence), is_clock=True))
            else:
                full.append(items.line(entry))
        yield Day(
            id=day.isoformat(), number=str(day.day), weekday=site.formats.weekday(day), short=site.formats.weekday_short(day),
            month=site.formats.month(day), title=site.formats.date_medium(day),
            count=count_words(site, TimetableDay(date=day, entries=entries).count), items=tuple(full),
            lines=tuple(items.line(entry) for entry in entries),
        )


def _weeks(site: Site, items: Items, days: Mapping[str, Day]) -> Iterator[Week]:
    """Yield the weeks of the overview; what is before the first one or after the last stands with it."""
    table = items.rows.table
    early = [day for day in table.outside if day.date < items.programme.edition.first_day]
    late = [day for day in table.outside if day.date > items.programme.edition.last_day]
    opening = [table.opening] if table.opening else []
    for number, week in enumerate(table.weeks):
        shown = [*([*early, *opening] if number == 0 else []), *week.days, *(late if number == len(table.weeks) - 1 else [])]
        yield Week(name=week_name(site, number, len(table.weeks)), days=tuple(days[day.date.isoformat()] for day in shown))


def _running(programme: Programme, items: Items) -> Iterator[Item | Line]:
    """Yield what is on all the time: in full, unless it is so on its day."""
    told: set[str] = set(programme.position)
    for item in programme.lasting:
        if item.event.id in told:
            yield items.running_line(item)
        else:
            told.add(item.event.id)
            yield items.item(item.event, running_when(items.rows.running(item)))


def _stamps(programme: Programme, items: Items) -> Iterator[tuple[Any, tuple[str, ...]]]:
    counts = programme.facets.get("category", {})
    known = [name for name in programme.categories if name in counts]
    for name in [*known, *(name for name in counts if name not in programme.categories)]:
        yield items.stamp(name), tuple(event.id for event in counts[name])


def _states(site: Site) -> Iterator[tuple[State, str]]:
    """Yield what can be said of an event, and what it means."""
    _ = site.texts.gettext
    words = (
        ("cancelled", _("Abgesagt"), _("Die Veranstaltung fällt aus.")),
        ("moved", _("Verlegt"), _("Tag, Zeit oder Ort haben sich geändert. Es gilt, was ohne Strich dasteht.")),
        ("full", _("Ausgebucht"), _("Alle Plätze sind vergeben.")),
    )
    for code, word, meaning in words:
        yield State(code=code, word=word), meaning


def hints(site: Site) -> tuple[str, ...]:
    """Return what else to know before reading."""
    _ = site.texts.gettext
    return (
        _("Der Code neben einer Veranstaltung führt auf ihre Seite im Netz. Dort steht oft mehr, und immer der neueste Stand."),
        _("Steht da keine Sprache außer Deutsch, fragen Sie die Gruppe, die einlädt: Oft hilft jemand weiter."),
        *filter(None, (note_of_facts(site),)),
    )


def imprint_lines(site: Site, programme: Programme) -> Iterator[str]:
    """Yield whose booklet it is, unless the imprint says so, where more is said, and how old it is."""
    _ = site.texts.gettext
    if not programme.edition.imprint_html:
        yield site.formats.joined(site.name, site.settings.region)
    pages = [site.urls.page(page.slug) for page in site.pages if page.slug in ("impressum", "kontakt")]
    if pages:
        where = site.formats.joined(*(isolated(site, short_address(site.urls.absolute(href))) for href in pages))
        yield _("Impressum und Kontakt im Netz: {addresses}").format(addresses=where)
    changed = dated(programme).astimezone(site.settings.zone).date()
    yield _("Stand: {date}. Was sich danach geändert hat, steht im Netz.").format(date=site.formats.date_long(changed))


# -- words -------------------------------------------------------------------------------------------------------------------


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the templates themselves."""
    _ = site.texts.gettext
    return {
        "contents": _("Inhalt"), "greeting": _("Grußwort"), "signs": _("So lesen Sie dieses Heft"),
        "signs_changes": _("Was sich geändert hat"), "signs_more": _("Gut zu wissen"),
        "signs_ribbon": _("Das Band neben einer Veranstaltung zeigt, was Sie erwartet. Die Zahlen sind Seiten."),
        "overview": _("Alle Tage"), "running": _("Die ganze Zeit offen"), "undated": _("Termin folgt"),
        "places": _("Orte"), "organisers": _("Gruppen"), "spoken": _("Sprachen"), "access": _("Zugang"),
        "partners": _("Mit Unterstützung von"), "imprint": _("Impressum"), "notes": _("Notizen"), "page": _("Seite"),
        "days": _("Tag für Tag"), "now": _("Jetzt"), "kinds": _("Worauf haben Sie Lust?"), "dates": _("Wann"),
        "programme": _("Programm"), "languages": _("Dieses Heft gibt es auch auf:"), "nothing": _("An diesem Tag ist nichts geplant."),
        "photo": _("Bild: {credit}"), "web": _("Im Netz immer aktuell"),
    }
