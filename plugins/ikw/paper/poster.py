"""Poster: both weeks of an edition on one sheet of A3, in one language. Floor 4."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ikw.paper.items import Items
from ikw.paper.mastheads import Masthead, masthead
from ikw.paper.records import Line
from ikw.programme import Programme
from ikw.site import Site
from ikw.timetable import Day as TimetableDay
from ikw.views.calendar import week_name
from ikw.views.records import State

TEMPLATE = "poster.typ"
STATES = ("cancelled", "postponed", "full")


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """A day as a column: its number, its name, and all its dates; `again` is what a column says that begins amid it."""

    number: str
    weekday: str
    again: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A week as a row of columns; `before` and `after` are the empty seats of a week that the span cuts."""

    name: str
    columns: tuple[Column, ...]
    before: int
    after: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Poster:
    """All a poster says. `opening` is the day across the whole width; days `before` and `after` are outside the span."""

    head: Masthead
    before: tuple[Column, ...]
    opening: Column | None
    rows: tuple[Row, ...]
    running: tuple[Line, ...]
    after: tuple[Column, ...]
    undated: tuple[Line, ...]


def content(site: Site, programme: Programme, items: Items) -> Poster:
    """Return what a poster says."""
    table = items.rows.table
    count = len(table.weeks)
    return Poster(
        head=masthead(site, programme, items),
        opening=_column(site, items, table.opening) if table.opening else None,
        rows=tuple(
            Row(
                name=week_name(site, number, count), columns=tuple(_column(site, items, day) for day in week.days),
                before=week.blank_before, after=week.blank_after,
            )
            for number, week in enumerate(table.weeks)
        ),
        running=tuple(_held(items.running_line(item)) for item in programme.lasting),
        before=tuple(_column(site, items, day) for day in table.outside if day.date < programme.edition.first_day),
        after=tuple(_column(site, items, day) for day in table.outside if day.date > programme.edition.last_day),
        undated=tuple(_held(items.undated_line(event)) for event in programme.undated),
    )


def _column(site: Site, items: Items, day: TimetableDay) -> Column:
    """Return a day with the dates that hold."""
    return Column(
        number=_number(site, items.programme, day.date), weekday=site.formats.weekday(day.date),
        again=goes_on(site, site.formats.date_medium(day.date)),
        lines=tuple(_held(items.line(entry)) for entry in day.entries if not entry.is_gone),
    )


def goes_on(site: Site, day: str) -> str:
    """Return what stands above the events of a day that began in the column or on the panel before."""
    return site.texts.gettext("{day} (weiter)").format(day=day)


def _held(line: Line) -> Line:
    return replace(line, state=told_state(line.state))


def told_state(state: State | None) -> State | None:
    """Return a state that keeps people from coming; of a sheet that is printed now, nobody knows old times and places."""
    return state if state and state.code in STATES else None


def _number(site: Site, programme: Programme, day: date) -> str:
    """Return the number of a day; outside the months of the span with its month."""
    edition = programme.edition
    months = {(edition.first_day.year, edition.first_day.month), (edition.last_day.year, edition.last_day.month)}
    return str(day.day) if (day.year, day.month) in months else site.formats.day_month(day)


def words(site: Site) -> Mapping[str, str]:
    """Return the words that stand in the template itself."""
    _ = site.texts.gettext
    running, undated = _("Die ganze Zeit offen"), _("Termin folgt")
    return {
        "running": running, "running_again": goes_on(site, running), "undated": undated, "undated_again": goes_on(site, undated),
        "after": _("Weitere Tage"),
        "nothing": _("Kein Termin"), "web": _("Alles im Netz, immer aktuell"), "more": _("und {n} weitere"),
    }
