"""Whatever a programme is made of: every page can be made in every language, and no state is kept from a visitor."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from ikw.changes import is_changed, is_off, status_of
from ikw.errata import is_new
from ikw.model import FACETS, Event
from ikw.programme import Entry, Programme
from ikw.settings import Language
from ikw.site import Site
from ikw.views.calendar import day_page, front_page
from ikw.views.event import description, event_page
from ikw.views.facet import facet_page, index_page
from ikw.views.records import Anchor, Phrase, Row, Running, State
from ikw.views.rows import Rows
from samples import ARABIC, ENGLISH, GERMAN, site
from strategies import programmes

ISOLATES = re.compile("[\u2068\u2069]")
OFF = ("cancelled", "postponed")
NEVER_EMPTY = ("heading", "label", "word", "lead", "span", "category_name", "words", "iso", "count_words", "pairs")


def pages(shown: Site, found: Programme, rows: Rows) -> Iterator[object]:
    """Yield every page of a programme."""
    yield front_page(shown, found, rows)
    for day in found.days:
        yield day_page(shown, found, day, rows)
    for one in found.events:
        yield event_page(shown, found, one, rows)
    for facet in FACETS:
        yield index_page(shown, found, facet)
        for value in found.facets.get(facet, {}):
            yield facet_page(shown, found, facet, value, rows)


def texts(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of a record with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item, name)
    elif dataclasses.is_dataclass(value):
        if pieces := getattr(value, "parts", ()) if isinstance(value, Phrase | State | Anchor) else ():
            whole = next(text for text in (getattr(value, name, None) for name in ("text", "word", "label")) if text is not None)
            assert "".join(piece.text for piece in pieces) == ISOLATES.sub("", whole), "the pieces of a sentence say all of it"
        for field in dataclasses.fields(value):
            if field.name != "parts" or not pieces:
                yield from texts(getattr(value, field.name), field.name)


def parts(value: object) -> Iterator[Row | Running]:
    """Yield every row of a page."""
    if isinstance(value, Row | Running):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name))


@pytest.mark.parametrize("language", [GERMAN, ENGLISH, ARABIC], ids=lambda language: language.code)
@settings(deadline=None, max_examples=15)
@given(found=programmes())
def test_every_page_can_be_made_and_has_no_broken_words(language: Language, found: Programme) -> None:
    shown = site(found, language=language)
    rows = Rows(shown, found)
    for page in [*pages(shown, found, rows), *(description(shown, one) for one in found.events)]:
        for name, text in texts(page):
            assert text == text.strip() or name == "old", (name, text)
            assert not any(bad in text for bad in ("None", "{", "  ", " ,", ",,", ", ,", "..", ": :")), (name, text)
            assert not text.startswith((",", ".")), (name, text)
            assert text or name not in NEVER_EMPTY, (name, page)


def is_unlike_paper(found: Programme, one: Event) -> bool:
    """Whether the booklet does not have an event, or tells of it otherwise."""
    return is_new(found.printed, one) or one.id in found.untold


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_what_is_off_says_so_in_every_list(found: Programme) -> None:
    """Where nobody should go, each row on each page says it, and where people go none does."""
    shown = site(found)
    off = {f"/2025/{one.id}/" for one in found.events if all(is_off(one, when) for when in one.occurrences or (None,))}
    plain = {f"/2025/{one.id}/" for one in found.events if not is_changed(one) and not is_unlike_paper(found, one)}
    for page in pages(shown, found, Rows(shown, found)):
        for row in parts(page):
            if row.href in off:
                assert row.state
                assert row.state.struck or row.state.code == "moved-away"
            assert row.href not in plain or row.state is None


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_row_has_the_status_of_its_own_date(found: Programme) -> None:
    rows = Rows(site(found), found)

    def code(entry: Entry) -> str:
        state = rows.row(entry).state
        return state.code if state else "scheduled"

    for entry in found.dated:
        status = status_of(entry.event, entry.occurrence)
        paper = ("new", "changed") if status == "scheduled" and is_unlike_paper(found, entry.event) else ()
        assert code(entry) in (status, *paper)
    for entry in found.entries:
        assert not entry.is_gone or code(entry) in ("moved-away", *OFF)


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_front_page_has_every_event(found: Programme) -> None:
    shown = site(found)
    page = front_page(shown, found, Rows(shown, found))
    assert {row.href for row in parts(page)} == {f"/2025/{one.id}/" for one in found.events}


@settings(deadline=None, max_examples=40)
@given(programmes())
def test_event_page_strikes_just_the_dates_that_are_off(found: Programme) -> None:
    shown = site(found)
    rows = Rows(shown, found)
    for one in found.events:
        page = event_page(shown, found, one, rows)
        struck = [date.datetime[:10] for date in page.dates if date.state and date.state.struck]
        days = [item.occurrence for item in found.lasting_by_id.get(one.id, ()) if item.days]
        listed = [when for when in one.occurrences if when in days or not any(when.key in item.keys for item in found.lasting if item.days and item.event is one)]
        assert struck == [(when.start.date() if when.start else when.day).isoformat() for when in listed if is_off(one, when)]
        assert page.banner is None or is_changed(one)
        assert page.state is None or is_changed(one) or is_new(found.printed, one)
