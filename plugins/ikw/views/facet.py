"""Facet pages: all events of one category, municipality, venue, organiser, audience or language; and their lists. Floor 3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ikw.changes import takes_place
from ikw.choices import AUDIENCE_WORDS
from ikw.collation import sort_key
from ikw.model import Event, Municipality, Organiser, Venue
from ikw.programme import Part, Programme
from ikw.site import Site
from ikw.texts import FACET_WORDS, INDEX_WORDS
from ikw.views.calendar import stamps
from ikw.views.explained import Explainer
from ikw.views.facts import ways
from ikw.views.page_records import FacetPage, IndexPage
from ikw.views.places import access_fact, address_lines, map_link
from ikw.views.records import Anchor, DayGroup, Fact, Phrase
from ikw.views.rows import Rows
from ikw.views.words import category_name, foreign, named


def value_name(site: Site, programme: Programme, facet: str, value: str) -> Phrase:
    """Return the name of a facet's value; names that are only written in German are marked."""
    if facet == "category":
        return category_name(site, programme, value)
    if facet == "audience":
        return Phrase(text=site.formats.capital(site.texts.gettext(AUDIENCE_WORDS[value])))
    if facet == "language":
        return Phrase(text=site.formats.capital(site.formats.language(value)))
    tables: Mapping[str, Mapping[str, Municipality | Venue | Organiser]] = {
        "municipality": programme.municipalities, "venue": programme.venues, "organiser": programme.organisers,
    }
    return named(site, tables[facet][value].name)


# -- the page of a value -----------------------------------------------------------------------------------------------------


def facet_page(site: Site, programme: Programme, facet: str, value: str, rows: Rows) -> FacetPage:
    """Return the page of one value of a facet."""
    _ = site.texts.gettext
    edition = programme.edition.id
    part = programme.part(facet, value)
    explainer, kicker, heading = Explainer(site), _(FACET_WORDS[facet]), value_name(site, programme, facet, value)
    return FacetPage(
        facet=facet, kicker=kicker, heading=heading, explained=explainer.of(kicker, "" if heading.lang else heading.text),
        lead=_lead(site, programme.facets[facet][value], part), stamp=value if facet == "category" else "",
        facts=tuple(explainer.facts(_facts(site, programme, facet, value))), running=tuple(rows.running(item) for item in part.lasting),
        days=tuple(
            DayGroup(
                name=site.formats.capital(site.formats.date_medium(day)), href=site.urls.day(edition, day),
                rows=rows.rows(entries),
            )
            for day, entries in part.by_day.items()
        ),
        undated=tuple(rows.undated(event) for event in part.undated),
        actions_explained=explainer.of(_("Diese Termine abonnieren")), actions=(
            Anchor(label=_("Diese Termine abonnieren"), href=site.urls.facet(edition, facet, value) + "calendar.ics"),
            Anchor(label=_(INDEX_WORDS[facet]), href=site.urls.facet(edition, facet)),
        ),
    )


def _lead(site: Site, events: Sequence[Event], part: Part) -> str:
    """Return "3 Veranstaltungen, davon fällt 1 aus, davon findet 1 woanders statt"."""
    ngettext, number = site.texts.ngettext, site.formats.number
    here = {event.id for event in part.undated} | {item.event.id for item in part.lasting if not item.is_elsewhere}
    here |= {one.event.id for entries in part.by_day.values() for one in entries if not (one.is_gone or one.is_elsewhere)}
    off = sum(not takes_place(event) for event in events)
    away = sum(takes_place(event) and event.id not in here for event in events)
    words = [ngettext("{n} Veranstaltung", "{n} Veranstaltungen", len(events)).format(n=number(len(events)))]
    if off:
        words.append(ngettext("davon fällt {n} aus", "davon fallen {n} aus", off).format(n=number(off)))
    if away:
        words.append(ngettext("davon findet {n} woanders statt", "davon finden {n} woanders statt", away).format(n=number(away)))
    return site.formats.joined(*words)


def _facts(site: Site, programme: Programme, facet: str, value: str) -> Iterator[Fact]:
    if facet == "venue":
        yield from _venue_facts(site, programme.venues[value])
    elif facet == "organiser":
        yield from _organiser_facts(site, programme.organisers[value])


def _venue_facts(site: Site, venue: Venue) -> Iterator[Fact]:
    """Yield where it is and how to get in."""
    _ = site.texts.gettext
    yield Fact(
        icon="place", label=_("Adresse"), lead=named(site, venue.name), lines=address_lines(site, venue),
        links=(*map_link(site, venue), *ways(None, None, venue.url)),
    )
    yield from access_fact(site, venue.access, (foreign(site, venue.access_note),) if venue.access_note else ())


def _organiser_facts(site: Site, organiser: Organiser) -> Iterator[Fact]:
    """Yield how to reach them, if anything is known."""
    if links := tuple(ways(organiser.phone, organiser.email, organiser.url)):
        yield Fact(icon="contact", label=site.texts.gettext("Kontakt"), lead=named(site, organiser.name), links=links)


# -- the list of values ------------------------------------------------------------------------------------------------------


def index_page(site: Site, programme: Programme, facet: str) -> IndexPage:
    """Return the list of all values of a facet that have events."""
    values = programme.facets.get(facet, {})
    links = {
        value: Anchor(
            label=(name := value_name(site, programme, facet, value)).text, lang=name.lang, dir=name.dir,
            href=site.urls.facet(programme.edition.id, facet, value), count=len(events),
        )
        for value, events in values.items()
    }
    return IndexPage(
        facet=facet, heading=site.texts.gettext(INDEX_WORDS[facet]), lead=index_lead(site, programme, facet),
        groups=() if facet == "category" else _groups(site, programme, facet, links),
        stamps=stamps(site, programme) if facet == "category" else (),
    )


def index_lead(site: Site, programme: Programme, facet: str) -> str:
    """Return what the list holds: "38 Orte in 20 Gemeinden"."""
    values = programme.facets.get(facet, {})
    if not values:
        return site.texts.gettext("Hier ist noch nichts eingetragen.")
    if facet != "venue":
        return _counted(site, facet, len(values))
    towns = {known for value in values if (known := programme.venues[value].municipality) in programme.municipalities}
    places = _counted(site, "venue", len(values))
    if not towns:
        return places
    where = site.texts.ngettext("in {n} Gemeinde", "in {n} Gemeinden", len(towns)).format(n=site.formats.number(len(towns)))
    return f"{places} {where}"


def _counted(site: Site, facet: str, count: int) -> str:
    ngettext = site.texts.ngettext
    words = {
        "category": lambda: ngettext("{n} Art von Veranstaltungen", "{n} Arten von Veranstaltungen", count),
        "municipality": lambda: ngettext("{n} Gemeinde", "{n} Gemeinden", count),
        "venue": lambda: ngettext("{n} Ort", "{n} Orte", count),
        "organiser": lambda: ngettext("{n} Gruppe", "{n} Gruppen", count),
        "audience": lambda: ngettext("{n} Gruppe von Menschen", "{n} Gruppen von Menschen", count),
        "language": lambda: ngettext(
            "{n} Sprache, gesprochen oder gedolmetscht", "{n} Sprachen, gesprochen oder gedolmetscht", count,
        ),
    }[facet]()
    return words.format(n=site.formats.number(count))


def _groups(
    site: Site, programme: Programme, facet: str, links: dict[str, Anchor],
) -> tuple[tuple[Phrase, tuple[Anchor, ...]], ...]:
    """Return the links in order of their names; places by municipality, those without one last."""
    nameless = Phrase(text="")
    if facet != "venue":
        return ((nameless, _sorted(site, links.values())),) if links else ()
    found: dict[Phrase, list[Anchor]] = defaultdict(list)
    for value, link in links.items():
        town = programme.municipalities.get(programme.venues[value].municipality or "")
        found[named(site, town.name) if town else nameless].append(link)
    others = _sorted(site, found.pop(nameless, ()))
    groups = [(name, _sorted(site, group)) for name, group in found.items()]
    groups.sort(key=lambda group: sort_key(site.language.code, group[0].text))
    if others:
        groups.append((Phrase(text=site.texts.gettext("Andere Orte")) if groups else nameless, others))
    return tuple(groups)


def _sorted(site: Site, links: Iterable[Anchor]) -> tuple[Anchor, ...]:
    return tuple(sorted(links, key=lambda link: sort_key(site.language.code, link.label)))
