"""Translated: what of an event stands in the page's language, what in the default one, and what to say of that. Floor 3."""

from __future__ import annotations

from collections.abc import Iterator

from ikw.model import Edition, Event, Text
from ikw.problems import N_
from ikw.prose.sentences import one_a_line
from ikw.site import PageTitle, Site
from ikw.views.page_records import ProsePage
from ikw.views.records import Phrase
from ikw.views.words import foreign, named

MISSING = N_("Dieser Text ist noch nicht übersetzt. Sie lesen ihn auf Deutsch.")
STALE = N_("Der deutsche Text hat sich geändert. Bis die Übersetzung folgt, lesen Sie ihn auf Deutsch.")
MACHINE = N_("Das hat eine Maschine übersetzt. Noch hat es niemand geprüft.")
SOME_GERMAN = N_("Einige Angaben stehen auf Deutsch.")
ONLY_GERMAN = N_("Diese Seite gibt es nur auf Deutsch.")


def prose_page(site: Site, title: PageTitle, *, is_translated: bool, is_stale: bool = False) -> ProsePage:
    """Return a page of prose; one that nobody has translated, or only from another text, stands in the default language and says so."""
    default = site.settings.default
    heading = Phrase(text=title.title, lang=title.lang, dir=default.dir if title.lang else None)
    if is_translated or site.language.code == default.code:
        return ProsePage(title=heading)
    return ProsePage(title=heading, note=site.texts.gettext(STALE if is_stale else ONLY_GERMAN), lang=default.code, dir=default.dir)


def greeting_of(site: Site, edition: Edition) -> Phrase:
    """Return the greeting as HTML in the page's language, else in the default one and marked as such; "" where there is none."""
    return named(site, edition.greeting_html) if edition.greeting_html else Phrase(text="")


def text_of(site: Site, event: Event) -> Text:
    """Return the text in the page's language if it says anything, else that of the default one."""
    own = event.texts.get(site.language.code)
    return own if own and own.html else event.texts[site.settings.default.code]


def subtitle(site: Site, event: Event) -> Phrase | None:
    """Return the subtitle in the page's language, else in the default one and marked as such."""
    own, first = event.texts.get(site.language.code), event.texts[site.settings.default.code]
    if own and own.subtitle:
        return Phrase(text=own.subtitle)
    return foreign(site, first.subtitle) if first.subtitle else None


def summary(site: Site, event: Event) -> Phrase | None:
    """Return the summary above the text; None where it would only say the text's first sentences again."""
    own, first = event.texts.get(site.language.code), event.texts[site.settings.default.code]
    if own and own.summary:
        # Easy Language has one thought on a line
        return None if own.is_excerpt else Phrase(text=one_a_line(own.summary) if site.language.is_easy else own.summary)
    if first.is_excerpt or not first.summary:
        return None
    return foreign(site, first.summary)


def teaser(site: Site, event: Event) -> Phrase | None:
    """Return the summary, or the first sentences that stand for one, in the page's language, else in the default one."""
    own, first = event.texts.get(site.language.code), event.texts[site.settings.default.code]
    if own and own.summary:
        return Phrase(text=own.summary)
    return foreign(site, first.summary) if first.summary else None


def note_of_facts(site: Site) -> str:
    """Return that organisers' own words among the facts are German, for sheets that tell many events; "" where all is."""
    return "" if site.language.code == site.settings.default.code else site.texts.gettext(SOME_GERMAN)


def notes(site: Site, event: Event) -> Iterator[str]:
    """Yield what readers should know of the translation: that it is missing, out of date, or a machine's."""
    if site.language.code == site.settings.default.code:
        return
    own, first = event.texts.get(site.language.code), event.texts[site.settings.default.code]
    if own and own.stale:
        yield site.texts.gettext(STALE)
    elif own is None or not own.title or _is_german_shown(own, first):
        yield site.texts.gettext(MISSING)
    elif _has_german_facts(event):
        yield site.texts.gettext(SOME_GERMAN)
    if own and own.machine and (own.title or own.summary or own.html):
        yield site.texts.gettext(MACHINE)


def _has_german_facts(event: Event) -> bool:
    """Whether organisers' own words stand among the facts: these are never translated."""
    changes = (event.change, *(one.change for one in event.occurrences))
    return bool(
        event.bring or event.food or event.childcare or event.access_note or event.schedule or event.meeting_point
        or (event.cost and event.cost.note) or (event.registration and event.registration.note)
        or any(venue.access_note for venue in event.venues) or any(one.note for one in event.occurrences)
        or any(change and change.note for change in changes)
    )


def _is_german_shown(own: Text, first: Text) -> bool:
    """Whether a part of the page below the title is in the default language."""
    return bool(
        (first.html and not own.html) or (first.subtitle and not own.subtitle)
        or (first.summary and not first.is_excerpt and not own.summary)
    )
