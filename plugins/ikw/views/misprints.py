"""Misprints: what the printed booklet says otherwise, as words: a tag in lists, lines on pages, in feeds and on paper. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.changes import is_online, places_of, status_of
from ikw.choices import ACCESS_WORDS
from ikw.errata import Erratum, errata, gone, is_new
from ikw.facets import event_venues
from ikw.model import Event, Occurrence, Venue
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.facts import age_words, facts, sentence_list
from ikw.views.records import Misprint, Phrase, State
from ikw.views.states import old_time, status_word, tagged
from ikw.views.words import date_line, foreign, in_order, joined, named, sentence, time_short, title, with_address

# Of an event every day of which has changed, so many are told one by one.
MOST_DATES = 5


def paper_state(site: Site, programme: Programme, event: Event, occurrence: Occurrence | None) -> State | None:
    """Return what a list says of a date that is not in the booklet, or stands there with another time or place."""
    if site.is_over(programme.edition):
        return None
    if is_new(programme.printed, event):
        return new_state(site)
    found = [one for one in programme.untold.get(event.id, ()) if one.now is occurrence and one.fact in ("when", "venue")]
    if not found:
        return None
    if any(one.fact == "when" and one.then is None for one in found):
        return new_state(site)
    old = joined(site, *(part for one in found for part in _old_short(site, _then(programme, event), one)))
    return tagged("changed", sentence(site, site.texts.gettext("Im Heft: {old}"), old=old))


def new_state(site: Site) -> State:
    """Return the tag of what came after the booklet went to print."""
    return State(code="new", word=site.texts.gettext("Neu, nicht im Heft"))


def misprints(site: Site, programme: Programme, event: Event, *, are_all: bool = False) -> tuple[Misprint, ...]:
    """Return what stands otherwise in the booklet: what the event's status does not tell already, or all of it."""
    if site.is_over(programme.edition):
        return ()
    found = errata(programme.printed, event) if are_all else programme.untold.get(event.id, ())
    return tuple(_misprints(site, programme, event, found))


def missing(site: Site, programme: Programme) -> tuple[Event, ...]:
    """Return events that stand in the booklet and are in the programme no more, as they stand there."""
    return () if site.is_over(programme.edition) else gone(programme.printed, programme.events)


def _then(programme: Programme, event: Event) -> Event:
    assert programme.printed, "only called for what was printed"
    return programme.printed.events[event.id]


def _old_short(site: Site, then: Event, erratum: Erratum) -> Iterator[Phrase | str]:
    """Yield the old time or place in a few words."""
    now, old = erratum.now, erratum.then
    if erratum.fact == "when" and old:
        is_same_day = now is not None and not old.is_range and old.day == now.day and old.start
        yield old_time(site, old, now) if is_same_day and now else time_short(site, old)
    elif erratum.fact == "venue":
        yield _places(site, then, old, is_short=True)


# -- one by one --------------------------------------------------------------------------------------------------------------


def _misprints(site: Site, programme: Programme, event: Event, found: Iterable[Erratum]) -> Iterator[Misprint]:
    _ = site.texts.gettext
    then = _then(programme, event) if programme.printed and event.id in programme.printed.events else event
    labels = {
        "status": _("Stand"), "when": _("Termin"), "venue": _("Ort"), "room": _("Raum"), "meeting_point": _("Treffpunkt"),
        "registration": _("Anmeldung"), "cost": _("Kosten"), "age": _("Alter"), "languages": _("Sprachen"),
        "interpreting": _("Gedolmetscht"), "access": _("Zugang"), "title": _("Titel"),
    }
    told: dict[str, int] = {}
    for erratum in found:
        fact = erratum.fact
        told[fact] = told.get(fact, 0) + 1
        if told[fact] > MOST_DATES:
            continue
        yield Misprint(
            fact=fact, label=_label(site, then, event, erratum) or labels[fact],
            now=_words(site, programme, event, erratum.now, fact), then=_words(site, programme, then, erratum.then, fact),
        )
    for fact, count in told.items():
        if count > MOST_DATES:
            more = site.texts.ngettext("und {n} weiterer Termin", "und {n} weitere Termine", count - MOST_DATES)
            yield Misprint(fact=fact, label=labels[fact], now=(Phrase(text=more.format(n=count - MOST_DATES)),), then=())


def _label(site: Site, then: Event, event: Event, erratum: Erratum) -> str:
    """Return what is said of a date that came or went while others stand: it must not read like a new time of theirs."""
    _ = site.texts.gettext
    if erratum.fact == "when" and erratum.then is None and then.occurrences:
        return _("Zusätzlicher Termin")
    if erratum.fact == "when" and erratum.now is None and event.occurrences:
        return _("Dieser Termin entfällt")
    return ""


def _words(site: Site, programme: Programme, event: Event, date: Occurrence | None, fact: str) -> tuple[Phrase, ...]:
    """Return what a fact of an event is, now or on paper; nothing where there is nothing."""
    if fact in ("status", "when", "venue", "room"):
        return _words_of_date(site, event, date, fact)
    if fact in ("registration", "cost"):
        return _words_of_fact(site, programme, event, fact)
    return _words_of_event(site, event, fact)


def _words_of_date(site: Site, event: Event, date: Occurrence | None, fact: str) -> tuple[Phrase, ...]:
    _ = site.texts.gettext
    if fact == "when":
        return (Phrase(text=date_line(site, date)),) if date else ()
    if fact == "room":
        room = (date and date.room) or event.room
        words = foreign(site, room) if room else Phrase(text=_("keine Angabe"))
    elif fact == "venue":
        words = _places(site, event, date, is_short=False)
    else:
        status = status_of(event, date or next(iter(event.occurrences), None))
        words = Phrase(text=_("Findet statt") if status == "scheduled" else status_word(site, status))
    return (Phrase(text=time_short(site, date)), words) if date and len(event.occurrences) > 1 else (words,)


def _places(site: Site, event: Event, date: Occurrence | None, *, is_short: bool) -> Phrase:
    if is_online(event, date):
        return Phrase(text=site.texts.gettext("Online"))
    names = [_address(site, venue, is_short=is_short) for venue in places_of(event, date)]
    return in_order(site, names) if names else Phrase(text=site.texts.gettext("Ort folgt"))


def _address(site: Site, venue: Venue, *, is_short: bool) -> Phrase:
    name = named(site, venue.name)
    more = () if is_short else (one for one in dict.fromkeys((venue.street, venue.town)) if one and one != name.text)
    return with_address(site, name, *more)


def _words_of_fact(site: Site, programme: Programme, event: Event, icon: str) -> tuple[Phrase, ...]:
    """Return a fact as the event's page says it."""
    _ = site.texts.gettext
    fact = next((one for one in facts(site, programme, event) if one.icon == icon), None)
    if fact is None:
        return (Phrase(text=_("Nicht nötig") if icon == "registration" else _("keine Angabe")),)
    return (fact.lead, *fact.lines, *(Phrase(text=link.label, dir=link.dir) for link in fact.links))


def _words_of_event(site: Site, event: Event, fact: str) -> tuple[Phrase, ...]:
    _ = site.texts.gettext
    nothing = Phrase(text=_("keine Angabe"))
    if fact == "title":
        return (title(site, event),)
    if fact == "meeting_point":
        return (foreign(site, event.meeting_point) if event.meeting_point else nothing,)
    if fact == "age":
        return (Phrase(text=age_words(site, event)) if event.age else nothing,)
    if fact == "access":
        codes = dict.fromkeys([*(code for venue in event_venues(event) for code in venue.access), *event.access])
        return (Phrase(text=", ".join(site.texts.vocabulary(ACCESS_WORDS, codes))) if codes else nothing,)
    languages = [site.formats.language(code) for code in getattr(event, fact)]
    return (Phrase(text=sentence_list(site, languages)) if languages else nothing,)
