"""What of an event stands in the page's language, and what is said of that."""

from __future__ import annotations

import pytest

from ikw.model import Event, Text
from ikw.views.records import Phrase
from ikw.views.translated import MACHINE, MISSING, STALE, notes, subtitle, summary, text_of
from samples import ARABIC, ENGLISH, event, site

GERMAN_TEXT = "<p>Alle kommen.</p>"
OWN_TEXT = "<p>All come.</p>"


def fest(own: Text | None = None, **words: object) -> Event:
    return event("fest", "Fest", html=GERMAN_TEXT, plain="Alle kommen.", **words, **({"texts": {"en": own}} if own else {}))


SAID = {
    "nobody has translated": (None, (MISSING,)),
    "all": (Text(title="Party", html=OWN_TEXT), ()),
    "the title alone": (Text(title="Party"), (MISSING,)),
    "the text alone": (Text(title="", html=OWN_TEXT), (MISSING,)),
    "a stale title": (Text(title="", html=OWN_TEXT, stale=("title",)), (STALE,)),
    "a stale text": (Text(title="Party", stale=("text",)), (STALE,)),
    "a machine, all": (Text(title="Party", html=OWN_TEXT, machine=True), (MACHINE,)),
    "a machine, the title": (Text(title="Party", machine=True), (MISSING, MACHINE)),
    "a machine, and nothing of it fits": (Text(title="", stale=("title",), machine=True), (STALE,)),
}


@pytest.mark.parametrize(("own", "lines"), SAID.values(), ids=SAID)
def test_readers_are_told_of_the_translation(own: Text | None, lines: tuple[str, ...]) -> None:
    assert tuple(notes(site(language=ENGLISH), fest(own))) == lines


def test_a_subtitle_that_is_not_translated_is_told() -> None:
    one = fest(Text(title="Party", html=OWN_TEXT), subtitle="Mit Tanz")
    assert tuple(notes(site(language=ENGLISH), one)) == (MISSING,)
    assert subtitle(site(language=ENGLISH), one) == Phrase(text="Mit Tanz", lang="de", dir="ltr")


def test_a_german_page_says_nothing_of_translations() -> None:
    assert tuple(notes(site(), fest(Text(title="", stale=("title",), machine=True)))) == ()


def test_an_event_without_a_text_is_whole_with_its_title() -> None:
    one = event("fest", "Fest", texts={"en": Text(title="Party")})
    assert tuple(notes(site(language=ENGLISH), one)) == ()


def test_the_text_is_the_own_one_or_the_german_one() -> None:
    assert text_of(site(language=ENGLISH), fest(Text(title="Party", html=OWN_TEXT))).html == OWN_TEXT
    assert text_of(site(language=ENGLISH), fest(Text(title="Party"))).html == GERMAN_TEXT
    assert text_of(site(language=ARABIC), fest(Text(title="Party", html=OWN_TEXT))).html == GERMAN_TEXT


SUMMARIES = {
    "written and translated": (False, "Komm.", Text(title="", summary="Come."), Phrase(text="Come.")),
    "written, not translated": (False, "Komm.", Text(title="Party"), Phrase(text="Komm.", lang="de", dir="ltr")),
    "an excerpt above its own text": (True, "Alle kommen.", None, None),
    "a translated excerpt above the German text": (True, "Alle kommen.", Text(title="", summary="All come."), Phrase(text="All come.")),
    "an excerpt of the translated text": (True, "Alle kommen.", Text(title="", summary="All come.", is_excerpt=True, html=OWN_TEXT), None),
    "none": (False, None, None, None),
}


@pytest.mark.parametrize(("is_excerpt", "german", "own", "shown"), SUMMARIES.values(), ids=SUMMARIES)
def test_the_summary_says_nothing_twice(is_excerpt: bool, german: str | None, own: Text | None, shown: Phrase | None) -> None:
    texts = {"de": Text(title="Fest", summary=german, is_excerpt=is_excerpt, html=GERMAN_TEXT), **({"en": own} if own else {})}
    assert summary(site(language=ENGLISH), event("fest", texts=texts)) == shown
