"""Calendar files: the whole form in golden files, each rule in a test of its own, the bytes by our own check."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import vobject
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Vevent

import golden
from exports import ics_bytes
from exports.hard import hard_events, hard_programme
from ikw.exports.ics import Blocks, event_calendar, facet_calendar, programme_calendar
from ikw.model import Event, Occurrence
from ikw.output import OutputFile
from ikw.plain import one_line
from ikw.programme import Programme
from samples import ARABIC, at, change, edition, event, history, on, programme, site, venue


def feed(*events: Event, **options: object) -> bytes:
    """Return the feed of a programme of these events."""
    own = programme(*events)
    return programme_calendar(site(own, **options), own, {}).data


def single(one: Event, **options: object) -> OutputFile:
    """Return the file of one event."""
    own = programme(one)
    made = event_calendar(site(own, **options), own, one, {})
    assert made
    return made


def vevents(data: bytes) -> list[Vevent]:
    """Read a calendar back; nothing in it may be an error that icalendar forgives."""
    calendar = Calendar.from_ical(data)
    components = list(calendar.walk())
    assert [component.errors for component in components if component.errors] == []
    return [component for component in components if component.name == "VEVENT"]


def only(data: bytes) -> Vevent:
    """Return the one event of a calendar."""
    [found] = vevents(data)
    return found


# The whole form


def test_feed_of_hard_events_looks_like_this() -> None:
    data = feed(*hard_events())
    assert ics_bytes.faults(data) == []
    golden.check("ics/hard.ics", data)


def test_feed_in_a_language_from_right_to_left_looks_like_this() -> None:
    [one] = [one for one in hard_events() if one.id == "arabic"]
    data = feed(one, language=ARABIC)
    assert ics_bytes.faults(data) == []
    golden.check("ics/arabic.ics", data)


def test_file_of_an_event_looks_like_this() -> None:
    [bus] = [one for one in hard_events() if one.id == "one-cancelled"]
    golden.check("ics/one-cancelled.ics", single(bus).data)


@pytest.mark.parametrize("one", [one for one in hard_events() if one.occurrences], ids=lambda one: one.id)
def test_other_programs_read_every_hard_event(one: Event) -> None:
    data = single(one).data
    assert ics_bytes.faults(data) == []
    assert len(vevents(data)) == len(one.occurrences)
    [calendar] = vobject.readComponents(data.decode())
    assert len(calendar.contents["vevent"]) == len(one.occurrences)


# Which files


def test_event_without_date_has_no_file() -> None:
    own = programme(event(when=[]))
    assert event_calendar(site(own), own, own.events[0], {}) is None


def test_event_without_date_is_in_no_feed() -> None:
    assert vevents(feed(event(when=[]))) == []


def test_a_feed_without_events_is_whole() -> None:
    assert ics_bytes.faults(feed()) == []


def test_paths_are_those_of_the_pages() -> None:
    own = programme(event(venues=[venue()]))
    arabic = site(own, language=ARABIC, site_url="https://host.example/ikw")
    made = [
        event_calendar(arabic, own, own.events[0], {}), programme_calendar(arabic, own, {}),
        facet_calendar(arabic, own, "venue", "stadthalle", "Stadthalle", {}),
    ]
    assert [one and one.path for one in made] == [
        "ar/2025/fest/event.ics", "ar/2025/programme.ics", "ar/2025/venue/stadthalle/calendar.ics",
    ]


def test_facet_feed_names_itself() -> None:
    own = programme(event(venues=[venue()]))
    data = facet_calendar(site(own), own, "venue", "stadthalle", "Stadthalle, Saal", {}).data
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert lines[3:7] == [
        "NAME:Stadthalle\\, Saal – Interkulturelle Woche 2025", "X-WR-CALNAME:Stadthalle\\, Saal – Interkulturelle Woche 2025",
        "URL:https://ikw.example/2025/venue/stadthalle/", "SOURCE;VALUE=URI:https://ikw.example/2025/venue/stadthalle/calendar.ics",
    ]


def facet_feed(own: Programme, facet: str, value: str, blocks: Blocks | None = None) -> list[tuple[str, str]]:
    """UID without its frame, and place, of every date in the calendar of a facet."""
    data = facet_calendar(site(own), own, facet, value, "Name", blocks if blocks is not None else {}).data
    assert ics_bytes.faults(data) == []
    return [(str(one["UID"]).removeprefix("2025-").partition("@")[0], str(one["LOCATION"]).partition(",")[0]) for one in vevents(data)]


TRAVELLING = programme(
    event("bus", when=[
        at("2025-09-16 10:00"), at("2025-09-17 10:00", key="2", venues=(venue("kirche", "Kirche", municipality="bebra"),)),
        at("2025-09-18 10:00", key="3", venues=()),
    ], venues=[venue()]),
    event("umzug", when=[at("2025-09-19 10:00")], venues=[venue()], change=change("moved", was_venues=(venue("kirche", "Kirche", municipality="bebra"),))),
)


def test_calendar_of_a_place_has_its_own_dates_and_what_left_it() -> None:
    blocks: Blocks = {}
    programme_calendar(site(TRAVELLING), TRAVELLING, blocks)
    assert facet_feed(TRAVELLING, "venue", "stadthalle", blocks) == [("bus-1", "Stadthalle"), ("umzug-1", "Stadthalle")]
    assert facet_feed(TRAVELLING, "venue", "kirche", blocks) == [("bus-2", "Kirche"), ("umzug-1", "Stadthalle")]
    assert facet_feed(TRAVELLING, "municipality", "bebra") == [("bus-2", "Kirche"), ("umzug-1", "Stadthalle")]
    assert facet_feed(TRAVELLING, "category", "fest") == [
        ("bus-1", "Stadthalle"), ("bus-2", "Kirche"), ("bus-3", "Online"), ("umzug-1", "Stadthalle"),
    ]


def test_events_made_once_are_the_same_in_every_feed() -> None:
    own = hard_programme()
    blocks: Blocks = {}
    first = programme_calendar(site(own), own, blocks)
    assert programme_calendar(site(own), own, blocks) == first == programme_calendar(site(own), own, {})


def test_languages_share_no_words() -> None:
    own = hard_programme()
    blocks: Blocks = {}
    programme_calendar(site(own), own, blocks)
    arabic = site(own, language=ARABIC)
    assert programme_calendar(arabic, own, blocks) == programme_calendar(arabic, own, {})


# Times


@pytest.mark.parametrize(("when", "lines"), [
    # with a time
    pytest.param(at("2025-09-14 09:30", "11:30"),
                 ["DTSTART;TZID=Europe/Berlin:20250914T093000", "DTEND;TZID=Europe/Berlin:20250914T113000"], id="from-to"),
    pytest.param(at("2025-09-20 21:00", "02:00"),
                 ["DTSTART;TZID=Europe/Berlin:20250920T210000", "DTEND;TZID=Europe/Berlin:20250921T020000"], id="midnight"),
    pytest.param(at("2025-09-14 09:30"), ["DTSTART;TZID=Europe/Berlin:20250914T093000"], id="no-end"),
    # days
    pytest.param(on("2025-09-17"), ["DTSTART;VALUE=DATE:20250917", "DTEND;VALUE=DATE:20250918"], id="whole-day"),
    pytest.param(on("2025-09-14", "2025-09-28"), ["DTSTART;VALUE=DATE:20250914", "DTEND;VALUE=DATE:20250929"], id="range"),
    pytest.param(on("2025-09-20", None), ["DTSTART;VALUE=DATE:20250920", "DTEND;VALUE=DATE:20250929"], id="open"),
    pytest.param(on("2025-10-03", None), ["DTSTART;VALUE=DATE:20251003", "DTEND;VALUE=DATE:20251004"], id="open-later"),
])
def test_times(when: Occurrence, lines: list[str]) -> None:
    data = feed(event(when=[when])).decode()
    inside = data[data.index("BEGIN:VEVENT"):]
    assert [line for line in inside.split("\r\n") if line.startswith(("DTSTART", "DTEND"))] == lines


def test_whole_days_leave_people_free() -> None:
    found = vevents(feed(event(when=[on("2025-09-17"), at("2025-09-18 18:00", key="2")])))
    assert [one.get("TRANSP") for one in found] == ["TRANSPARENT", None]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/St_Johns", "Africa/Casablanca", "Asia/Kathmandu", "UTC"])
def test_any_zone_is_defined_in_the_file(zone: str) -> None:
    local = datetime(2025, 9, 14, 9, 30, tzinfo=ZoneInfo(zone))
    one = event(when=[Occurrence(key="1", day=local.date(), last_day=local.date(), start=local)])
    data = feed(one, zone=ZoneInfo(zone))
    assert ics_bytes.faults(data) == []
    assert only(data).start == local


def test_edition_over_new_year_has_both_years() -> None:
    span = edition(first_day=date(2025, 12, 28), last_day=date(2026, 1, 6))
    own = programme(event(when=[at("2026-01-05 10:00")]), edition=span)
    data = programme_calendar(site(own), own, {}).data
    assert [year for year in (b"20250330T030000", b"20260329T030000") if year not in data] == []


# Identity and history


def test_uid_stays_when_everything_else_changes() -> None:
    before = event("fest", "Fest", [at("2025-09-14 14:00", key="a")], venues=[venue()])
    after = event("fest", "Ganz anders", [at("2025-09-20 10:00", key="a")], change=change("moved", was_when=before.occurrences))
    assert only(feed(before))["UID"] == only(feed(after))["UID"] == "2025-fest-a@ikw.example"


def test_history_gives_sequence_and_stamps() -> None:
    lines = feed(event(history=history("2025-05-02 10:00", "2025-08-01 12:30", 4))).decode().split("\r\n")
    assert [line for line in lines if line.startswith(("DTSTAMP", "CREATED", "LAST-MOD", "SEQUENCE"))] == [
        "DTSTAMP:20250801T123000Z", "CREATED:20250502T100000Z", "LAST-MODIFIED:20250801T123000Z", "SEQUENCE:3",
    ]


def test_without_history_an_event_is_as_old_as_its_edition() -> None:
    lines = feed(event(history=None)).decode().split("\r\n")
    assert [line for line in lines if line.startswith(("DTSTAMP", "CREATED", "LAST-MOD", "SEQUENCE"))] == [
        "DTSTAMP:20250914T000000Z", "CREATED:20250914T000000Z", "LAST-MODIFIED:20250914T000000Z", "SEQUENCE:0",
    ]


# Changes


@pytest.mark.parametrize(("status", "summary", "in_feed", "in_file"), [
    ("changed", "Fest", "CONFIRMED", "CONFIRMED"),
    ("moved", "Fest", "CONFIRMED", "CONFIRMED"),
    ("online", "Fest", "CONFIRMED", "CONFIRMED"),
    ("full", "Fest", "CONFIRMED", "CONFIRMED"),
    ("cancelled", "ABGESAGT: Fest", "CONFIRMED", "CANCELLED"),
    ("postponed", "VERSCHOBEN: Fest", "TENTATIVE", "TENTATIVE"),
])
def test_status(status: str, summary: str, in_feed: str, in_file: str) -> None:
    one = event(change=change(status))
    found = [only(feed(one)), only(single(one).data)]
    assert [(one["SUMMARY"], one["STATUS"]) for one in found] == [(summary, in_feed), (summary, in_file)]


def test_prefix_is_translated_and_a_foreign_title_says_so() -> None:
    words = {"ABGESAGT: {title}": "أُلغي: {title}"}
    found = only(feed(event(change=change("cancelled")), language=ARABIC, words=words))
    assert (found["SUMMARY"], dict(found["SUMMARY"].params)) == ("أُلغي: Fest", {"LANGUAGE": "de"})


def test_moved_event_tells_its_old_time_and_place() -> None:
    one = event(when=[at("2025-09-19 19:30")], change=change(
        "moved", note="Zu klein.", was_when=(at("2025-09-18 19:00"),), was_venues=(venue(None, "Alte Halle"),)))
    assert only(feed(one))["DESCRIPTION"].split("\n")[0] == (
        "Verlegt. Bisher: Donnerstag, 18. September 2025, 19:00 Uhr; Alte Halle, Bad Hersfeld. Zu klein."
    )


def test_event_moved_online_has_no_place_on_the_map() -> None:
    found = only(feed(event(venues=[venue()], change=change("online"))))
    assert (found["LOCATION"], found.get("GEO")) == ("Online", None)


def test_contact_person_is_never_in_a_calendar() -> None:
    assert b"Geheim" not in feed(*hard_events())


# Bytes


@given(title=st.text(min_size=1, max_size=200), text=st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_comes_back_as_it_was(title: str, text: str) -> None:
    # icalendar itself takes a backslash before a large N for a line break
    assume("\\N" not in one_line(title) + one_line(text))
    data = feed(event(title=title, summary=text))
    assert ics_bytes.faults(data) == []
    found = only(data)
    assert str(found.get("SUMMARY", "")) == one_line(title)
    assert one_line(text) in str(found["DESCRIPTION"])


@pytest.mark.parametrize(("data", "fault"), [
    (b"X:1\nEND:VCALENDAR\r\n", "a line end that is not CRLF"),
    (b"X:" + b"a" * 74 + b"\r\nEND:VCALENDAR\r\n", "line 1 has 76 octets"),
    (b"X:\xc3\r\n \xa4\r\nEND:VCALENDAR\r\n", "line 1 is no UTF-8"),
    (b"UID:1\r\nUID:1\r\nEND:VCALENDAR\r\n", "UID:1 2 times"),
    (b"DTSTART;TZID=X/Y:20250101T000000\r\nEND:VCALENDAR\r\n", "no VTIMEZONE for X/Y"),
    ("X:\u202e\r\nEND:VCALENDAR\r\n".encode(), "line 1 has a control character"),
    (b"X:1\r\n", "no end"),
])
def test_the_check_of_bytes_notices(data: bytes, fault: str) -> None:
    assert fault in ics_bytes.faults(data)

