"""Facts: place, languages, access, cost, registration and the rest of an event, as words. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from ikw.changes import change_of
from ikw.model import Cost, Event, Organiser, Registration, Venue
from ikw.programme import Programme, event_venues
from ikw.site import Site
from ikw.texts import ACCESS_WORDS, AUDIENCE_WORDS
from ikw.views.records import Anchor, Fact, Phrase


def facts(site: Site, programme: Programme, event: Event) -> Iterator[Fact]:
    """Yield every fact that is known, in the order people ask."""
    _ = site.texts.gettext
    yield from _places(site, event)
    yield _languages(site, event)
    yield from _access(site, event)
    if event.cost:
        yield _cost(site, event.cost)
    if event.registration:
        yield _registration(site, event, event.registration)
    if event.audience or event.age:
        yield _audience(site, event)
    for icon, label, text in (("bring", _("Bitte mitbringen"), event.bring), ("food", _("Essen und Trinken"), event.food)):
        if text:
            yield Fact(icon=icon, label=label, lead=_own(site, text))
    if event.has_childcare:
        yield Fact(icon="childcare", label=_("Kinderbetreuung"), lead=_own(site, event.childcare) if event.childcare else Phrase(text=_("Ja")))
    if event.organisers:
        yield _people(site, event, "host", _("Wer lädt ein"), event.organisers)
    if event.partners:
        yield _people(site, event, "partners", _("Zusammen mit"), event.partners)
    if event.funders:
        yield _people(site, event, "funders", _("Gefördert von"), event.funders)
    if event.contact:
        contact = event.contact
        yield Fact(
            icon="contact", label=_("Fragen beantwortet"), lead=Phrase(text=contact.name or ""),
            links=tuple(ways(contact.phone, contact.email, contact.url)),
        )


def _own(site: Site, text: str) -> Phrase:
    """Return an organiser's words, which stand in the default language on every page."""
    default = site.settings.default
    return Phrase(text=text) if site.language.code == default.code else Phrase(text=text, lang=default.code, dir=default.dir)


def sentence_list(site: Site, words: Iterable[str]) -> str:
    """Return words as a list with its first letter large: "Familien und Kinder"."""
    text = site.formats.list(words)
    return text[:1].upper() + text[1:]


def tel(phone: str) -> str:
    """Return a telephone number as an address (RFC 3966): digits and a leading plus."""
    return "tel:" + "".join(sign for sign in phone if sign.isdigit() or sign == "+")


def ways(phone: str | None, email: str | None, url: str | None) -> Iterator[Anchor]:
    """Yield links to telephone, e-mail and web page."""
    if phone:
        yield Anchor(label=phone, href=tel(phone), dir="ltr")
    if email:
        yield Anchor(label=email, href=f"mailto:{email}", dir="ltr")
    if url:
        yield Anchor(label=url.split("://", 1)[-1].rstrip("/"), href=url, dir="ltr")


def address_lines(site: Site, venue: Venue) -> tuple[Phrase, ...]:
    """Return street and town as they stand on the door; never translated."""
    lines = (venue.street, " ".join(part for part in (venue.postcode, venue.town) if part))
    return tuple(_own(site, line) for line in lines if line)


def map_link(site: Site, venue: Venue) -> tuple[Anchor, ...]:
    """Return a link to a map, if the place is known."""
    if venue.lat is None or venue.lon is None:
        return ()
    href = f"https://www.openstreetmap.org/?mlat={venue.lat}&mlon={venue.lon}#map=17/{venue.lat}/{venue.lon}"
    return (Anchor(label=site.texts.gettext("Karte und Weg"), href=href),)


def _places(site: Site, event: Event) -> Iterator[Fact]:
    _ = site.texts.gettext
    for venue in event_venues(event):
        own_page = (Anchor(label=_("Alles an diesem Ort"), href=site.urls.facet(event.edition, "venue", venue.id)),) if venue.id else ()
        room = (_own(site, event.room),) if event.room and venue in event.venues else ()
        meeting = (Phrase(text=_("Treffpunkt: {place}").format(place=event.meeting_point)),) if event.meeting_point else ()
        yield Fact(
            icon="place", label=_("Ort"), lead=_own(site, site.texts.name(venue.name)),
            lines=(*room, *address_lines(site, venue), *meeting), links=(*map_link(site, venue), *own_page),
        )
    if event.online or event.online_url:
        links = (Anchor(label=_("Zur Online-Veranstaltung"), href=event.online_url),) if event.online_url else ()
        yield Fact(icon="online", label=_("Online"), lead=Phrase(text=_("Auch online") if event.venues else _("Nur online")), links=links)
    elif not event_venues(event):
        lines = (Phrase(text=_("Treffpunkt: {place}").format(place=event.meeting_point)),) if event.meeting_point else ()
        yield Fact(icon="place", label=_("Ort"), lead=Phrase(text=_("Der Ort wird noch bekannt gegeben.")), lines=lines)


def _languages(site: Site, event: Event) -> Fact:
    _ = site.texts.gettext
    lines: tuple[Phrase, ...] = ()
    if event.interpreting:
        words = site.formats.list(site.formats.language(code) for code in event.interpreting)
        lines = (Phrase(text=_("Wir dolmetschen: {languages}.").format(languages=words)),)
    return Fact(
        icon="languages", label=_("Sprachen"), lines=lines,
        lead=Phrase(text=sentence_list(site, (site.formats.language(code) for code in event.languages))),
    )


def _access(site: Site, event: Event) -> Iterator[Fact]:
    features = tuple(dict.fromkeys([*(code for venue in event.venues for code in venue.access), *event.access]))
    notes = tuple(dict.fromkeys(note for note in (event.access_note, *(venue.access_note for venue in event.venues)) if note))
    if not features and not notes:
        return
    words = site.texts.vocabulary(ACCESS_WORDS, features)
    yield Fact(
        icon="access", label=site.texts.gettext("Zugang"), lead=Phrase(text=", ".join(words)) if words else _own(site, notes[0]),
        lines=tuple(_own(site, note) for note in (notes if words else notes[1:])),
    )


def _cost(site: Site, cost: Cost) -> Fact:
    _ = site.texts.gettext
    lines: list[Phrase] = []
    if cost.kind == "free":
        lead = _("Kostenlos")
    elif cost.kind == "donation":
        lead = _("Kostenlos, Spende willkommen")
    else:
        lead = site.formats.money(cost.regular) if cost.regular is not None else _("Eintritt")
        if cost.reduced is not None:
            lines.append(Phrase(text=_("ermäßigt {price}").format(price=site.formats.money(cost.reduced))))
    if cost.note:
        lines.append(_own(site, cost.note))
    return Fact(icon="cost", label=_("Kosten"), lead=Phrase(text=lead), lines=tuple(lines))


def _registration(site: Site, event: Event, registration: Registration) -> Fact:
    _ = site.texts.gettext
    if not registration.needed:
        return Fact(icon="registration", label=_("Anmeldung"), lead=Phrase(text=_("Nicht nötig")))
    change = change_of(event)
    lead = _("Ausgebucht") if change and change.status == "full" else _("Erforderlich")
    lines: list[Phrase] = []
    if registration.until:
        until = site.formats.date_long(registration.until)
        if isinstance(registration.until, datetime):
            until = f"{until}, {site.formats.time_words(registration.until, None)}"
        lines.append(Phrase(text=_("bis {date}").format(date=until)))
    if registration.places:
        words = site.texts.ngettext("{n} Platz", "{n} Plätze", registration.places)
        lines.append(Phrase(text=words.format(n=site.formats.number(registration.places))))
    if registration.note:
        lines.append(_own(site, registration.note))
    return Fact(
        icon="registration", label=_("Anmeldung"), lead=Phrase(text=lead), lines=tuple(lines),
        links=tuple(ways(registration.phone, registration.email, registration.url)),
    )


def _audience(site: Site, event: Event) -> Fact:
    _ = site.texts.gettext
    words = site.texts.vocabulary(AUDIENCE_WORDS, event.audience)
    age = age_words(site, event)
    lead = site.formats.list(words) if words else age
    return Fact(icon="audience", label=_("Für wen"), lead=Phrase(text=lead), lines=(Phrase(text=age),) if words and age else ())


def age_words(site: Site, event: Event) -> str:
    """Return "6 bis 12 Jahre", "ab 14 Jahren", "bis 12 Jahre" or ""."""
    _ = site.texts.gettext
    if event.age is None:
        return ""
    young, old = event.age.youngest, event.age.oldest
    if young is not None and old is not None:
        return _("{from} bis {to} Jahre").format(**{"from": young, "to": old})
    return _("ab {n} Jahren").format(n=young) if young is not None else _("bis {n} Jahre").format(n=old)


def _people(site: Site, event: Event, icon: str, label: str, people: tuple[Organiser, ...]) -> Fact:
    """Return people: plain names as words, those with a page as links."""
    linked = [person for person in people if person.id and icon != "funders"]
    plain = [site.texts.name(person.name) for person in people if person not in linked]
    return Fact(
        icon=icon, label=label, lead=_own(site, site.formats.list(plain)) if plain else Phrase(text=""),
        links=tuple(
            Anchor(label=site.texts.name(person.name), href=site.urls.facet(event.edition, "organiser", person.id or "")) for person in linked
        ),
    )
