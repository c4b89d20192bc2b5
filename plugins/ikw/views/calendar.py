"""Calendar: the two-week front page and the day pages. Floor 3."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ikw.days import PARTS, part_of_day
from ikw.programme import Programme, event_venues
from ikw.site import Site
from ikw.texts import PART_WORDS
from ikw.timetable import Day, Timetable, timetable
from ikw.views.frame import motto
from ikw.views.records import Anchor, DayCell, DayGroup, DayPage, FrontPage, Neighbour, Phrase, Row, Running, Stamp, Week
from ikw.views.rows import Rows, category_name

# From this share of free events on, the front page says that nearly all are free.
NEARLY_ALL = 0.8
QUICK_LANGUAGES = 4


def front_page(site: Site, programme: Programme, rows: Rows) -> FrontPage:
    """Return the calendar of an edition."""
    _ = site.texts.gettext
    edition, table = programme.edition, timetable(programme)
    first, last = edition.first_day, edition.last_day
    return FrontPage(
        motto=motto(site, programme), title=site.texts.name(edition.title),
        numerals=(str(first.day), _("–"), str(last.day)), month=month_words(site, first, last), lead=lead(site, programme),
        greeting_html=edition.greeting_html, stamps=stamps(site, programme), quick=quick(site, programme),
        strip=strip(site, edition.id, table), strip_blank=table.weeks[0].blank_before if table.weeks and not table.opening else 0,
        opening=day_cell(site, table.opening, edition.id, rows) if table.opening else None,
        running=tuple(rows.running(item) for item in programme.lasting),
        weeks=tuple(
            Week(
                name=_week_name(site, number, len(table.weeks)), days=tuple(day_cell(site, day, edition.id, rows) for day in week.days),
                blank_before=week.blank_before, blank_after=week.blank_after,
            )
            for number, week in enumerate(table.weeks)
        ),
        outside=tuple(day_cell(site, day, edition.id, rows) for day in table.outside),
        undated=tuple(rows.undated(event) for event in programme.undated),
        actions=(
            Anchor(label=_("Alle Termine in meinen Kalender"), href=site.urls.edition(edition.id) + "programme.ics"),
            Anchor(label=_("Neue Termine als Feed"), href=site.urls.root + "feed.atom"),
        ),
        partners=tuple(Anchor(label=site.texts.name(partner.name), href=partner.url or "") for partner in edition.partners),
    )


def day_page(site: Site, programme: Programme, day: date, rows: Rows) -> DayPage:
    """Return one day: its parts, what is open that day, its neighbours."""
    table = timetable(programme)
    entries = programme.by_day.get(day, ())
    found: dict[str, list[Row]] = {part: [] for part in PARTS}
    for entry in entries:
        found[part_of_day(entry.occurrence)].append(rows.row(entry))
    at = programme.days.index(day)
    return DayPage(
        number=str(day.day), weekday=site.formats.weekday(day), lead=_day_lead(site, Day(date=day, entries=entries)),
        strip=tuple(replace(cell, current=cell.iso == day.isoformat()) for cell in strip(site, programme.edition.id, table)),
        strip_blank=table.weeks[0].blank_before if table.weeks and not table.opening else 0,
        strip_opening=table.opening is not None,
        parts=tuple(
            DayGroup(name=site.texts.gettext(PART_WORDS[part]), href="", rows=tuple(found[part])) for part in PARTS if found[part]
        ),
        running=open_on(programme, day, rows),
        previous=_neighbour(site, programme, programme.days[at - 1]) if at else None,
        next=_neighbour(site, programme, programme.days[at + 1]) if at + 1 < len(programme.days) else None,
        actions=(),
    )


def open_on(programme: Programme, day: date, rows: Rows) -> tuple[Running, ...]:
    """Return what is on all the time and open that day."""
    return tuple(rows.running(item) for item in programme.lasting if item.is_open_on(day))


def day_cell(site: Site, day: Day, edition: str, rows: Rows | None) -> DayCell:
    """Return a day of the calendar; without `rows` only its name, for the strip."""
    formats = site.formats
    iso = day.date.isoformat()
    return DayCell(
        id=f"t{iso}", href=site.urls.day(edition, day.date), iso=iso, number=str(day.date.day), month=formats.month(day.date),
        weekday=formats.weekday(day.date), short=formats.weekday_short(day.date), date_words=formats.date_medium(day.date),
        count_words=count_words(site, day.count), is_full=day.is_full, rows=rows.rows(day.entries) if rows else (),
    )


def strip(site: Site, edition: str, table: Timetable) -> tuple[DayCell, ...]:
    """Return all days of the span without their rows."""
    return tuple(day_cell(site, day, edition, None) for day in table.days)


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
    others = sorted((code for code in spoken if code != site.settings.default.code), key=lambda code: (-len(spoken[code]), code))
    found += [
        Anchor(label=_("Auf {language}").format(language=site.formats.language(code)), href=site.urls.facet(edition, "language", code))
        for code in others[:QUICK_LANGUAGES]
    ]
    found.append(Anchor(label=_("Alle Sprachen"), href=site.urls.facet(edition, "language")))
    found.append(Anchor(label=_("Alle Gemeinden"), href=site.urls.facet(edition, "municipality")))
    return tuple(found)


def lead(site: Site, programme: Programme) -> str:
    """Return how many invitations at how many places, and whether they cost anything."""
    events = programme.events
    places = {venue.id or site.texts.name(venue.name) for event in events for venue in event_venues(event)}
    invitations = site.texts.ngettext("{n} Einladung", "{n} Einladungen", len(events)).format(n=site.formats.number(len(events)))
    where = site.texts.ngettext("an {n} Ort", "an {n} Orten", len(places)).format(n=site.formats.number(len(places)))
    sentences = [f"{invitations} {where}." if places else f"{invitations}."]
    free = sum(event.cost is not None and event.cost.kind in ("free", "donation") for event in events)
    if events and free == len(events):
        sentences.append(site.texts.gettext("Alle kosten nichts."))
    elif events and free >= NEARLY_ALL * len(events):
        sentences.append(site.texts.gettext("Fast alle kosten nichts."))
    return " ".join(sentences)


def month_words(site: Site, first: date, last: date) -> str:
    """Return "September 2025" or "September / Oktober 2025"."""
    if (first.year, first.month) == (last.year, last.month):
        return site.formats.month_year(first)
    return f"{site.formats.month(first)} / {site.formats.month_year(last)}"


def count_words(site: Site, count: int) -> str:
    """Return "9 Termine" or "kein Termin"."""
    if not count:
        return site.texts.gettext("kein Termin")
    return site.texts.ngettext("{n} Termin", "{n} Termine", count).format(n=count)


def _day_lead(site: Site, day: Day) -> str:
    return f"{site.formats.date_long(day.date)}, {count_words(site, day.count)}"


def _week_name(site: Site, number: int, weeks: int) -> str:
    _ = site.texts.gettext
    if weeks == 1:
        return _("Die Woche")
    names = (_("Erste Woche"), _("Zweite Woche"), _("Dritte Woche"), _("Vierte Woche"))
    return names[number] if number < len(names) else _("{n}. Woche").format(n=number + 1)


def _neighbour(site: Site, programme: Programme, day: date) -> Neighbour:
    return Neighbour(
        href=site.urls.day(programme.edition.id, day), when="", numeral=str(day.day), title=Phrase(text=site.formats.weekday(day)),
    )
