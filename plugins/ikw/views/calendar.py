"""Calendar: the two-week front page and the day pages. Floor 3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ikw.changes import takes_place
from ikw.days import PARTS, part_of_day
from ikw.facets import event_venues
from ikw.programme import Programme
from ikw.site import Site
from ikw.texts import LANGUAGE_WORDS, PART_WORDS
from ikw.timetable import Day, Timetable
from ikw.views.explained import Explainer
from ikw.views.frame import motto
from ikw.views.page_records import DayPage, FrontPage
from ikw.views.records import Anchor, DayCell, DayGroup, Neighbour, Phrase, Row, Running, Stamp, Week
from ikw.views.rows import Rows
from ikw.views.translated import MISSING, greeting_of
from ikw.views.words import category_name, count_words, named

# From this share of free events on, the front page says that nearly all are free.
NEARLY_ALL = 0.8
QUICK_LANGUAGES = 4
EASY_GERMAN = "de-simple"


def front_page(site: Site, programme: Programme, rows: Rows, *, has_booklet: bool = False) -> FrontPage:
    """Return the calendar of an edition; `has_booklet`: it is there on paper, too."""
    _ = site.texts.gettext
    edition, table = programme.edition, rows.table
    first, last = edition.first_day, edition.last_day
    greeting, explainer, told, heading = greeting_of(site, edition), Explainer(site), lead(site, programme), site.texts.name(edition.title)
    said = motto(site, programme)
    actions = (
        *([Anchor(label=_("Heft als PDF"), href=site.urls.booklet(edition.id))] if has_booklet else []),
        Anchor(label=_("Alle Termine in meinen Kalender"), href=site.urls.edition(edition.id) + "programme.ics"),
        Anchor(label=_("Neue Termine als Feed"), href=site.urls.root + "feed.atom"),
    )
    return FrontPage(
        explained=explainer.of(heading, *([_("Motto")] if said else []), told), motto=said, title=heading,
        numerals=numerals(site, first, last), month=month_words(site, first, last), lead=told,
        greeting_html=site.urls.in_html(greeting.text), greeting_lang=greeting.lang, greeting_dir=greeting.dir,
        greeting_note=_(MISSING) if greeting.lang else "",
        stamps=stamps(site, programme), quick=quick(site, programme),
        strip=strip(rows), strip_blank=strip_blank(table),
        opening=day_cell(rows, table.opening) if table.opening else None,
        running=tuple(rows.running(item) for item in programme.lasting),
        weeks=_weeks(site, rows),
        outside=tuple(day_cell(rows, day) for day in table.outside),
        undated=tuple(rows.undated(event) for event in programme.undated),
        actions=actions, actions_explained=explainer.of(*(link.label for link in actions)),
        greeting_explained=explainer.of(_("Grußwort")) if greeting.text else (),
        partners=tuple(
            Anchor(label=(name := named(site, partner.name)).text, lang=name.lang, dir=name.dir, href=partner.url or "")
            for partner in edition.partners
        ),
    )


def _weeks(site: Site, rows: Rows) -> tuple[Week, ...]:
    weeks = rows.table.weeks
    return tuple(
        Week(
            name=week_name(site, number, len(weeks)), days=tuple(day_cell(rows, day) for day in week.days),
            blank_before=week.blank_before, blank_after=week.blank_after,
        )
        for number, week in enumerate(weeks)
    )


def day_page(site: Site, programme: Programme, day: date, rows: Rows) -> DayPage:
    """Return one day: its parts, what is open that day, its neighbours."""
    table, entries = rows.table, programme.by_day.get(day, ())
    found: dict[str, list[Row]] = {part: [] for part in PARTS}
    for entry in entries:
        found[part_of_day(entry.occurrence)].append(rows.row(entry))
    at = programme.days.index(day)
    return DayPage(
        number=str(day.day), weekday=site.formats.capital(site.formats.weekday(day)),
        lead=_day_lead(site, Day(date=day, entries=entries)),
        strip=strip(rows, day),
        strip_blank=strip_blank(table), strip_opening=table.opening is not None,
        parts=tuple(
            DayGroup(name=site.texts.gettext(PART_WORDS[part]), href="", rows=tuple(found[part]))
            for part in PARTS if found[part]
        ),
        running=open_on(programme, day, rows),
        previous=_neighbour(site, programme, programme.days[at - 1]) if at else None,
        next=_neighbour(site, programme, programme.days[at + 1]) if at + 1 < len(programme.days) else None,
        actions=(),
    )


def open_on(programme: Programme, day: date, rows: Rows) -> tuple[Running, ...]:
    """Return what is on all the time and open that day; the cancelled says so here, too."""
    return tuple(rows.running(item) for item in programme.lasting if item.is_open_on(day))


def day_cell(rows: Rows, day: Day) -> DayCell:
    """Return a day of the calendar with its rows."""
    return replace(rows.cells[day.date], rows=rows.rows(day.entries))


def strip(rows: Rows, current: date | None = None) -> tuple[DayCell, ...]:
    """Return all days of the span without their rows; `current` is the day whose page it is."""
    days = (day.date for day in rows.table.days)
    return tuple(replace(rows.cells[day], current=True) if day == current else rows.cells[day] for day in days)


def strip_blank(table: Timetable) -> int:
    """Return how many seats of the strip stay empty before the first day; an opening Sunday has its own."""
    return table.weeks[0].blank_before if table.weeks and not table.opening else 0


def stamps(site: Site, programme: Programme) -> tuple[Stamp, ...]:
    """Return the categories that have events, in the order of categories.yaml, with their counts."""
    counts = programme.facets.get("category", {})
    known = [name for name in programme.categories if name in counts]
    others = [name for name in counts if name not in programme.categories]
    return tuple(
        Stamp(
            id=name, name=category_name(site, programme, name), href=site.urls.facet(programme.edition.id, "category", name),
            count=len(counts[name]),
        )
        for name in [*known, *others]
    )


def quick(site: Site, programme: Programme) -> tuple[Anchor, ...]:
    """Return short ways into the programme: for whom, and in the languages spoken most beside the default one."""
    _ = site.texts.gettext
    edition, facets = programme.edition.id, programme.facets
    found = [
        Anchor(label=label, href=site.urls.facet(edition, "audience", value))
        for value, label in (("families", _("Für Familien")), ("children", _("Für Kinder")), ("women", _("Für Frauen")))
        if value in facets.get("audience", {})
    ]
    spoken = facets.get("language", {})
    default = site.settings.default.code
    others = sorted((code for code in spoken if code != default), key=lambda code: (-len(spoken[code]), code))
    found += [
        Anchor(
            label=_quick_label(site, code),
            href=site.urls.facet(edition, "language", code),
        )
        for code in others[:QUICK_LANGUAGES]
    ]
    found += [
        Anchor(label=label, href=site.urls.facet(edition, facet))
        for facet, label in (("language", _("Alle Sprachen")), ("municipality", _("Alle Gemeinden"))) if facet in facets
    ]
    return tuple(found)


def _quick_label(site: Site, code: str) -> str:
    """Return "Auf Arabisch"; a language with a name of our own is more than a word: nobody speaks "auf Gebärdensprache"."""
    _ = site.texts.gettext
    if code == EASY_GERMAN:
        return _("In Leichter Sprache")
    name = site.formats.language(code)
    return name if code in LANGUAGE_WORDS else _("Auf {language}").format(language=name)


def lead(site: Site, programme: Programme) -> str:
    """Return how many invitations that hold, at how many places, and whether they cost anything."""
    if not programme.events:
        return site.texts.gettext("Das Programm folgt.")
    events = [event for event in programme.events if takes_place(event)]
    places = {venue.id or site.texts.name(venue.name) for event in events for venue in event_venues(event)}
    ngettext, number = site.texts.ngettext, site.formats.number
    invitations = ngettext("{n} Einladung", "{n} Einladungen", len(events)).format(n=number(len(events)))
    where = ngettext("an {n} Ort", "an {n} Orten", len(places)).format(n=number(len(places)))
    sentences = [f"{invitations} {where}." if places else f"{invitations}."]
    free = sum(event.cost is not None and event.cost.kind in ("free", "donation") for event in events)
    if events and free == len(events):
        sentences.append(site.texts.gettext("Alle kosten nichts."))
    elif events and free >= NEARLY_ALL * len(events):
        sentences.append(site.texts.gettext("Fast alle kosten nichts."))
    return site.sentences(*sentences)


def numerals(site: Site, first: date, last: date) -> tuple[str, str, str]:
    """Return the first day, the sign or word between, and the last day; of a single day only its number."""
    return (str(first.day), "", "") if first == last else (str(first.day), site.texts.gettext("–"), str(last.day))


def month_words(site: Site, first: date, last: date) -> str:
    """Return "September 2025"; of two months "28. September – 5. Oktober 2025", since "14–12" alone is read the wrong way."""
    is_one = (first.year, first.month) == (last.year, last.month)
    return site.formats.month_year(first) if is_one else site.formats.span_with_year(first, last)


def _day_lead(site: Site, day: Day) -> str:
    return site.formats.joined(site.formats.capital(site.formats.date_long(day.date)), count_words(site, day.count))


def week_name(site: Site, number: int, weeks: int) -> str:
    """Return "Erste Woche"; of a single one "Die Woche"."""
    _ = site.texts.gettext
    if weeks == 1:
        return _("Die Woche")
    names = (_("Erste Woche"), _("Zweite Woche"), _("Dritte Woche"), _("Vierte Woche"))
    return names[number] if number < len(names) else _("{n}. Woche").format(n=number + 1)


def _neighbour(site: Site, programme: Programme, day: date) -> Neighbour:
    return Neighbour(
        href=site.urls.day(programme.edition.id, day), when="", numeral=str(day.day),
        title=Phrase(text=site.formats.capital(site.formats.weekday(day))),
    )
