"""Facet pages: all events of one category, municipality, venue, organiser, audience or language; and their lists. Floor 3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ikw.programme import Entry, Programme
from ikw.site import Site
from ikw.texts import ACCESS_WORDS, AUDIENCE_WORDS, FACET_WORDS, INDEX_WORDS
from ikw.views.calendar import count_words, stamps
from ikw.views.facts import address_lines, map_link, ways
from ikw.views.records import Anchor, DayGroup, Fact, FacetPage, IndexPage, Phrase
from ikw.views.rows import Rows, category_name, foreign


def value_name(site: Site, programme: Programme, facet: str, value: str) -> Phrase:
    """Return the name of a facet's value; names that are only written in German are marked."""
    if facet == "category":
        return Phrase(text=category_name(site, programme, value))
    if facet == "audience":
        return Phrase(text=site.texts.gettext(AUDIENCE_WORDS[value]))
    if facet == "language":
        return Phrase(text=site.formats.language(value))
    name = {
        "municipality": lambda: programme.municipalities[value].name, "venue": lambda: programme.venues[value].name,
        "organiser": lambda: programme.organisers[value].name,
    }[facet]()
    return Phrase(text=name[site.language.code]) if site.language.code in name else foreign(site, site.texts.name(name))


def facet_page(site: Site, programme: Programme, facet: str, value: str, rows: Rows) -> FacetPage:
    """Return the page of one value of a facet."""
    _ = site.texts.gettext
    events = programme.facets[facet][value]
    part = programme.only(events)
    return FacetPage(
        facet=facet, kicker=_(FACET_WORDS[facet]), heading=value_name(site, programme, facet, value),
        lead=site.texts.ngettext("{n} Veranstaltung", "{n} Veranstaltungen", len(events)).format(n=len(events)),
        stamp=value if facet == "category" else "", facts=_facts(site, programme, facet, value),
        days=tuple(
            DayGroup(name=site.formats.date_medium(day), href=site.urls.day(programme.edition.id, day), rows=rows.rows(entries))
            for day, entries in ((day, _holding(entries)) for day, entries in part.by_day.items()) if entries
        ),
        running=tuple(rows.running(item) for item in part.lasting), undated=tuple(rows.undated(event) for event in part.undated),
        actions=(
            Anchor(label=_("Diese Termine abonnieren"), href=site.urls.facet(programme.edition.id, facet, value) + "calendar.ics"),
            Anchor(label=_(INDEX_WORDS[facet]), href=site.urls.facet(programme.edition.id, facet)),
        ),
    )


def _holding(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not entry.gone)


def _facts(site: Site, programme: Programme, facet: str, value: str) -> tuple[Fact, ...]:
    _ = site.texts.gettext
    if facet == "venue":
        venue = programme.venues[value]
        found = [Fact(
            icon="place", label=_("Adresse"), lead=foreign(site, site.texts.name(venue.name)), lines=address_lines(site, venue),
            links=(*map_link(site, venue), *ways(None, None, venue.url)),
        )]
        if venue.access or venue.access_note:
            words = ", ".join(site.texts.vocabulary(ACCESS_WORDS, venue.access))
            note = (foreign(site, venue.access_note),) if venue.access_note else ()
            found.append(Fact(icon="access", label=_("Zugang"), lead=Phrase(text=words), lines=note))
        return tuple(found)
    if facet == "organiser":
        organiser = programme.organisers[value]
        links = tuple(ways(organiser.phone, organiser.email, organiser.url))
        return (Fact(icon="contact", label=_("Kontakt"), lead=foreign(site, site.texts.name(organiser.name)), links=links),) if links else ()
    return ()


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
        facet=facet, heading=site.texts.gettext(INDEX_WORDS[facet]), lead=count_words(site, len(programme.dated)),
        groups=() if facet == "category" else _groups(site, programme, facet, links),
        stamps=stamps(site, programme) if facet == "category" else (),
    )


def _groups(site: Site, programme: Programme, facet: str, links: dict[str, Anchor]) -> tuple[tuple[str, tuple[Anchor, ...]], ...]:
    if facet != "venue":
        return (("", _sorted(links.values())),) if links else ()
    found: dict[str, list[Anchor]] = defaultdict(list)
    for value, link in links.items():
        town = programme.municipalities.get(programme.venues[value].municipality or "")
        found[site.texts.name(town.name) if town else ""].append(link)
    return tuple((name, _sorted(group)) for name, group in sorted(found.items(), key=lambda item: (not item[0], sort_key(item[0]))))


def _sorted(links: Iterable[Anchor]) -> tuple[Anchor, ...]:
    return tuple(sorted(links, key=lambda link: sort_key(link.label)))


_UMLAUTS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})


def sort_key(name: str) -> tuple[str, str]:
    """Sort names as a German index does (DIN 5007-1): ä like a, ß like ss, case ignored."""
    return name.casefold().translate(_UMLAUTS), name
