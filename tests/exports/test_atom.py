"""Feeds: the whole form in golden files, order, ids and changes in tests of their own."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import golden
from exports.hard import hard_programme
from ikw.exports.atom import changed_events, new_events
from ikw.model import Event, Printed
from ikw.output import OutputFile
from ikw.plain import one_line
from samples import ARABIC, at, change, event, history, on, programme, site, venue

NAMES = {"": "http://www.w3.org/2005/Atom"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def new(*events: Event, **options: Any) -> ET.Element:
    """Return the feed of new events."""
    own = programme(*events)
    return whole(new_events(site(own, **options), own))


def changed(*events: Event, **options: Any) -> ET.Element:
    """Return the feed of changes."""
    own = programme(*events)
    return whole(changed_events(site(own, **options), own))


def whole(made: OutputFile) -> ET.Element:
    """Read a feed; it has all that RFC 4287 asks for, and no id twice."""
    feed = ET.fromstring(made.data)
    for part in (feed, *feed.iterfind("entry", NAMES)):
        assert [len(part.findall(tag, NAMES)) for tag in ("id", "title", "updated")] == [1, 1, 1]
    ids = texts(feed, "entry/id")
    assert len(ids) == len(set(ids))
    assert feed.find("link[@rel='self']", NAMES) is not None
    assert feed.find("author/name", NAMES) is not None
    return feed


def texts(feed: ET.Element, path: str) -> list[str]:
    """Return the texts of some elements."""
    return [found.text or "" for found in feed.iterfind(path, NAMES)]


# The whole form


def test_new_events_look_like_this() -> None:
    own = hard_programme()
    made = new_events(site(own), own)
    assert made.path == "feed.atom"
    golden.check("atom/feed.atom", made.data)


def test_changes_look_like_this() -> None:
    own = hard_programme()
    made = changed_events(site(own, language=ARABIC), own)
    assert made.path == "ar/changes.atom"
    whole(made)
    golden.check("atom/ar-changes.atom", made.data)


def test_feeds_without_entries_are_whole() -> None:
    assert [texts(feed, "updated") for feed in (new(), changed(event()))] == [["2025-09-14T00:00:00Z"]] * 2


# New events


def test_newest_comes_first_and_old_ones_drop_out() -> None:
    events = [event(f"fest-{n}", history=history(f"2025-05-02 10:{n:02}")) for n in range(60)]
    found = texts(new(*events), "entry/id")
    assert (len(found), found[0], found[-1]) == (
        50, "tag:ikw.example,2025:de/2025/fest-59", "tag:ikw.example,2025:de/2025/fest-10",
    )


def test_feed_is_as_new_as_its_newest_entry() -> None:
    feed = new(*(event(f"fest-{day}", history=history(modified=f"2025-08-0{day} 10:00")) for day in (3, 2)))
    assert texts(feed, "updated") == ["2025-08-03T10:00:00Z"]


def test_event_without_date_is_told_too() -> None:
    assert texts(new(event(when=[])), "entry/content") == ["Termin und Ort folgen"]


def test_untranslated_title_says_its_language() -> None:
    feed = new(event(), language=ARABIC)
    assert [title.get(LANG) for title in feed.iterfind("entry/title", NAMES)] == ["de"]


# Changes


def test_only_changes_are_told() -> None:
    feed = changed(event("a"), event("b", change=change("scheduled")), event("c", change=change("full")))
    assert texts(feed, "entry/title") == ["Ausgebucht: Fest"]


def test_moved_event_tells_new_and_old() -> None:
    before = {"was_when": (at("2025-09-18 19:00"),), "was_venues": (venue(None, "Alte Halle"),)}
    moved = change("moved", note="Zu klein", since=date(2025, 9, 1), **before)
    feed = changed(event(when=[at("2025-09-19 19:30")], venues=[venue()], change=moved))
    assert texts(feed, "entry/content") == ["\n".join((
        "Jetzt: Freitag, 19. September 2025, 19:30 Uhr, Stadthalle, Am Ring 1, 36251 Bad Hersfeld",
        "Vorher: Donnerstag, 18. September 2025, 19:00 Uhr; Alte Halle, Bad Hersfeld",
        "Zu klein",
        "Geändert am 1. September.",
    ))]


def test_one_cancelled_date_is_an_entry_of_its_own() -> None:
    feed = changed(event(when=[at("2025-09-15 10:00"), at("2025-09-16 10:00", key="x", change=change("cancelled"))]))
    assert texts(feed, "entry/id") == ["tag:ikw.example,2025:de/2025/fest/x/cancelled"]
    assert texts(feed, "entry/content") == ["Termin: Dienstag, 16. September 2025, 10:00 Uhr"]


def test_a_later_change_is_a_new_entry() -> None:
    found = [texts(changed(event(change=change(status))), "entry/id") for status in ("moved", "cancelled")]
    assert found == [["tag:ikw.example,2025:de/2025/fest/moved"], ["tag:ikw.example,2025:de/2025/fest/cancelled"]]


def test_cancelled_event_without_date() -> None:
    assert texts(changed(event(when=[], change=change("cancelled"))), "entry/content") == ["Termin: Termin folgt"]


def test_range_is_told_as_words() -> None:
    feed = changed(event(when=[on("2025-09-14", "2025-09-28")], change=change("changed", note="Jetzt länger")))
    assert texts(feed, "entry/content") == ["Termin: 14.–28. September\nJetzt länger"]


# Unlike paper


def unlike(now: list[Event], then: list[Event], **options: Any) -> ET.Element:
    """Return the feed of changes of events as they are now, with a booklet that has them as they were."""
    own = programme(*now, printed=Printed(day=date(2025, 8, 1), events={one.id: one for one in then}))
    return whole(changed_events(site(own, **options), own))


def test_what_the_booklet_says_otherwise_is_a_change() -> None:
    feed = unlike([event("a", "Neu"), event("b", "Spät", [at("2025-09-14 15:00")], venues=[venue()])], [event("b"), event("c", "Weg", history=None)])
    assert [(entry.findtext("title", "", NAMES), entry.findtext("content", "", NAMES)) for entry in feed.iterfind("entry", NAMES)] == [
        ("Neu, nicht im Heft: Neu", "Sonntag, 14. September 2025, 14:00 Uhr, Ort folgt"),
        ("Im Heft steht es anders: Spät", "\n".join((
            "Termin: Sonntag, 14. September 2025, 15:00 Uhr; im Heft: Sonntag, 14. September 2025, 14:00 Uhr",
            "Ort: Stadthalle, Am Ring 1, Bad Hersfeld; im Heft: Ort folgt", "Titel: Spät; im Heft: Fest",
        ))),
        ("Im Heft, aber nicht mehr im Programm: Weg", ""),
    ]
    assert [link.get("href") for link in feed.iterfind("entry/link", NAMES)] == [
        "https://ikw.example/2025/a/", "https://ikw.example/2025/b/", "https://ikw.example/2025/",
    ]
    assert texts(feed, "entry/updated")[-1] == "2025-08-01T00:00:00Z"


def test_what_a_status_tells_is_told_once() -> None:
    then = event(when=[at("2025-09-13 14:00")])
    feed = unlike([event(change=change("moved", was_when=then.occurrences)), event("neu", change=change("cancelled"))], [then])
    assert texts(feed, "entry/title") == ["Verlegt: Fest", "Abgesagt: Fest"]


def test_what_differs_once_more_is_a_new_entry() -> None:
    ids = [texts(unlike([event(when=[at(f"2025-09-14 {hour}:00")])], [event()]), "entry/id") for hour in (15, 16, 15)]
    assert ids[0] != ids[1]
    assert ids[0] == ids[2]


def test_an_edition_that_is_past_is_not_compared_any_more() -> None:
    assert texts(unlike([event()], [], as_of=date(2025, 10, 1)), "entry/title") == []


# Text


@given(title=st.text(min_size=1), text=st.text())
@settings(max_examples=100, deadline=None)
def test_any_text_makes_well_formed_xml(title: str, text: str) -> None:
    feed = new(event(title=title, summary=text))
    assert texts(feed, "entry/title") == [one_line(title)]
    assert re.search("[\x00-\x08]", texts(feed, "entry/content")[0]) is None
