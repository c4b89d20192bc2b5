"""Facts: languages, cost, registration, people and the rest of an event, as words; places are in `places`. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from ikw.changes import status_of
from ikw.choices import AUDIENCE_WORDS
from ikw.model import Contact, Cost, Event, Organiser, Registration
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.places import access_facts, where_facts
from ikw.views.records import Anchor, Fact, Phrase
from ikw.views.states import status_word
from ikw.views.words import foreign, listed, named, sentence


def facts(site: Site, programme: Programme, event: Event) -> Iterator[Fact]:
    """Yield every fact that is known, in the order people ask."""
    _ = site.texts.gettext
    contact = event.contact if not site.is_over(programme.edition) else None
    yield from where_facts(site, event)
    yield _languages(site, event)
    yield from access_facts(site, event)
    if event.cost:
        yield _cost(site, event.cost)
    if event.registration:
        yield _registration(site, event, event.registration, contact)
    if event.audience or event.age:
        yield _audience(site, event)
    for icon, label, text in (("bring", _("Bitte mitbringen"), event.bring), ("food", _("Essen und Trinken"), event.food)):
        if text:
            yield Fact(icon=icon, label=label, lead=foreign(site, text))
    if event.has_childcare:
        lead = foreign(site, event.childcare) if event.childcare else Phrase(text=_("Ja"))
        yield Fact(icon="childcare", label=_("Kinderbetreuung"), lead=lead)
    if event.organisers:
        yield _people(site, event, "host", _("Wer lädt ein"), event.organisers)
    if event.partners:
        yield _people(site, event, "partners", _("Zusammen mit"), event.partners)
    if event.funders:
        yield _people(site, event, "funders", _("Gefördert von"), event.funders)
    if contact:
        yield Fact(
            icon="contact", label=_("Fragen beantwortet"), lead=foreign(site, contact.name) if contact.name else Phrase(text=""),
            links=tuple(ways(contact.phone, contact.email, contact.url)),
        )


def sentence_list(site: Site, words: Iterable[str]) -> str:
    """Return words as a list with its first letter large: "Familien und Kinder"."""
    return site.formats.capital(site.formats.list(words))


def tel(phone: str) -> str:
    """Return a telephone number as an address (RFC 3966): digits and a leading plus; "+49 (0) 6621" is dialled without that 0."""
    dialled = phone.replace("(0)", "") if phone.lstrip().startswith(("+", "00")) else phone
    return "tel:" + "".join(sign for sign in dialled if sign.isdigit() or sign == "+")


def ways(phone: str | None, email: str | None, url: str | None) -> Iterator[Anchor]:
    """Yield links to telephone, e-mail and web page."""
    if phone:
        yield Anchor(label=phone, href=tel(phone), dir="ltr")
    if email:
        yield Anchor(label=email, href=f"mailto:{email}", dir="ltr")
    if url:
        yield Anchor(label=url.split("://", 1)[-1].rstrip("/"), href=url, dir="ltr")


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
            price = site.formats.money(cost.reduced) if cost.reduced else _("kostenlos")
            lines.append(Phrase(text=_("ermäßigt {price}").format(price=price)))
    if cost.note:
        lines.append(foreign(site, cost.note))
    return Fact(icon="cost", label=_("Kosten"), lead=Phrase(text=lead), lines=tuple(lines))


# -- registration ------------------------------------------------------------------------------------------------------------


def _registration(site: Site, event: Event, registration: Registration, contact: Contact | None) -> Fact:
    """Return whether, until when and how to register; the ways stay where it is too late: somebody may have questions."""
    _ = site.texts.gettext
    icon, label = "registration", _("Anmeldung")
    if not registration.needed:
        return Fact(icon=icon, label=label, lead=Phrase(text=_("Nicht nötig")))
    status = closed_by(event)
    note = (foreign(site, registration.note),) if registration.note else ()
    links = tuple(ways(registration.phone, registration.email, registration.url))
    if status:
        return Fact(icon=icon, label=label, lead=Phrase(text=status_word(site, status)), lines=note, links=links)
    lines = (*_until_and_places(site, registration), *note)
    if not links and not note:
        name, links = _who_knows(site, event, contact)
        lines = (*lines, *([sentence(site, _("Fragen Sie {name}."), name=name)] if links and name.text else []))
    return Fact(icon=icon, label=label, lead=Phrase(text=_("Bitte melden Sie sich an")), lines=lines, links=links)


def closed_by(event: Event) -> str | None:
    """Return the status that leaves nothing to register for: all dates are full, cancelled or postponed alike."""
    statuses = {status_of(event, one) for one in event.occurrences or (None,)}
    return statuses.pop() if len(statuses) == 1 and statuses <= {"full", "cancelled", "postponed"} else None


def _until_and_places(site: Site, registration: Registration) -> Iterator[Phrase]:
    _ = site.texts.gettext
    if registration.until:
        until = site.formats.date_long(registration.until)
        if isinstance(registration.until, datetime):
            until = site.formats.joined(until, site.formats.time_words(registration.until, None))
        yield Phrase(text=_("bis {date}").format(date=until))
    if registration.places:
        words = site.texts.ngettext("{n} Platz", "{n} Plätze", registration.places)
        yield Phrase(text=words.format(n=site.formats.number(registration.places)))


def _who_knows(site: Site, event: Event, contact: Contact | None) -> tuple[Phrase, tuple[Anchor, ...]]:
    """Return whom to ask where nobody wrote how to register: the contact, else the first host who can be reached."""
    known = [(foreign(site, contact.name or ""), ways(contact.phone, contact.email, contact.url))] if contact else []
    known += [(named(site, one.name), ways(one.phone, one.email, one.url)) for one in event.organisers]
    return next(((name, links) for name, found in known if (links := tuple(found))), (Phrase(text=""), ()))


# -- people ------------------------------------------------------------------------------------------------------------------


def _audience(site: Site, event: Event) -> Fact:
    _ = site.texts.gettext
    # "ältere Menschen und Alle" would be puzzled over
    codes = [[code for code in event.audience if (code == "everyone") == is_everyone] for is_everyone in (True, False)]
    words = [*(sentence_list(site, site.texts.vocabulary(AUDIENCE_WORDS, some)) for some in codes if some), age_words(site, event)]
    lead, *lines = (word for word in words if word)
    return Fact(icon="audience", label=_("Für wen"), lead=Phrase(text=lead), lines=tuple(Phrase(text=line) for line in lines))


def age_words(site: Site, event: Event) -> str:
    """Return "6 bis 12 Jahre", "ab 14 Jahren", "bis 12 Jahre" or ""."""
    _ = site.texts.gettext
    if event.age is None:
        return ""
    young, old = event.age.youngest, event.age.oldest
    if young is not None and old is not None:
        words = _("{n} Jahre") if young == old else _("{from} bis {to} Jahre")
        return words.format(**{"n": young, "from": young, "to": old})
    return _("ab {n} Jahren").format(n=young) if young is not None else _("bis {n} Jahre").format(n=old)


def _people(site: Site, event: Event, icon: str, label: str, people: tuple[Organiser, ...]) -> Fact:
    """Return people in the order written: as links where all have a page, else as words with links beneath."""
    linked = [person for person in people if person.id and icon != "funders"]
    is_told = len(linked) < len(people)
    return Fact(
        icon=icon, label=label, lead=listed(site, (named(site, person.name) for person in people)) if is_told else Phrase(text=""),
        links=tuple(_person_link(site, event, person, is_told=is_told) for person in linked),
    )


def _person_link(site: Site, event: Event, person: Organiser, *, is_told: bool) -> Anchor:
    """Return the link to a group's page: its name, or where the names stand above it already, that all of it is there."""
    name, href = named(site, person.name), site.urls.facet(event.edition, "organiser", person.id or "")
    if is_told:
        words = sentence(site, site.texts.gettext("Alles von {name}"), name=name)
        return Anchor(label=words.text, href=href, parts=words.parts)
    return Anchor(label=name.text, href=href, lang=name.lang, dir=name.dir)
