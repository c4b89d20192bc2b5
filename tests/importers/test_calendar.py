"""Calendar files become rows: times in the programme's zone, series written out, nothing private, nothing of our own."""

from __future__ import annotations

import pytest

from ikw.importers.calendar import read_calendar
from ikw.importers.sheets import Table, TableError
from records import ZONE


def read(*events: str) -> Table:
    """Read a calendar; an event is its lines, with `|` between them."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for number, event in enumerate(events, 1):
        lines += ["BEGIN:VEVENT", f"UID:{number}@example.org", *event.split("|"), "END:VEVENT"]
    return read_calendar("\r\n".join([*lines, "END:VCALENDAR", ""]).encode(), ZONE, "ikw.example.org")


WHEN = [
    ("DTSTART;TZID=Europe/Berlin:20250914T180000|DTEND;TZID=Europe/Berlin:20250914T200000", {"when.from": "14.09.2025 18:00", "when.to": "14.09.2025 20:00"}),
    ("DTSTART:20250914T160000Z|DURATION:PT2H", {"when.from": "14.09.2025 18:00", "when.to": "14.09.2025 20:00"}),
    ("DTSTART:20250914T180000", {"when.from": "14.09.2025 18:00"}),
    ("DTSTART;VALUE=DATE:20250914", {"when.on": "14.09.2025"}),
    ("DTSTART;VALUE=DATE:20250914|DTEND;VALUE=DATE:20250915", {"when.on": "14.09.2025"}),
    ("DTSTART;VALUE=DATE:20250914|DTEND;VALUE=DATE:20250929", {"when.on": "14.09.2025", "when.last": "28.09.2025"}),
    ("DTSTART:20250914T160000Z|DTEND:20250914T160000Z", {"when.from": "14.09.2025 18:00"}),
    ("DTSTART:20250916T160000Z|DTEND:20250916T170000Z|RRULE:FREQ=WEEKLY;COUNT=2", {"when": "16.09.2025 18:00–19:00\n23.09.2025 18:00–19:00"}),
    ("DTSTART:20250916T160000Z|RRULE:FREQ=WEEKLY;UNTIL=20250924T000000Z", {"when": "16.09.2025 18:00\n23.09.2025 18:00"}),
    ("DTSTART;VALUE=DATE:20250916|RRULE:FREQ=DAILY;COUNT=3|EXDATE;VALUE=DATE:20250917", {"when": "16.09.2025\n18.09.2025"}),
    ("DTSTART:20250916T160000Z|RDATE:20250918T160000Z", {"when": "16.09.2025 18:00\n18.09.2025 18:00"}),
    # zones of other countries, and as Outlook calls them
    ("DTSTART;TZID=Europe/Istanbul:20250914T120000|DTEND;TZID=Europe/Istanbul:20250914T140000", {"when.from": "14.09.2025 11:00", "when.to": "14.09.2025 13:00"}),
    ('DTSTART;TZID="W. Europe Standard Time":20250914T180000', {"when.from": "14.09.2025 18:00"}),
    # all but one, past midnight
    ("DTSTART;TZID=Europe/Berlin:20250915T210000|DTEND;TZID=Europe/Berlin:20250916T010000|RRULE:FREQ=WEEKLY;UNTIL=20250930T215959Z;BYDAY=MO,WE"
     "|EXDATE;TZID=Europe/Berlin:20250917T210000,20250922T210000,20250924T210000", {"when": "15.09.2025 21:00 – 16.09.2025 01:00\n29.09.2025 21:00 – 30.09.2025 01:00"}),
    # left out by the time of another zone; a day that is none of them says nothing
    ("DTSTART;TZID=Europe/Berlin:20250918T183000|RRULE:FREQ=DAILY;COUNT=3|EXDATE:20250919T163000Z,20250930T163000Z", {"when": "18.09.2025 18:30\n20.09.2025 18:30"}),
    # across the change of clocks, the hour of the clock stays
    ("DTSTART;TZID=Europe/Berlin:20251019T180000|RRULE:FREQ=WEEKLY;COUNT=2", {"when": "19.10.2025 18:00\n26.10.2025 18:00"}),
]


@pytest.mark.parametrize(("lines", "words"), WHEN, ids=[case[0] for case in WHEN])
def test_times_are_told_as_people_write_them(lines: str, words: dict[str, str]) -> None:
    [row] = read(f"SUMMARY:Fest|{lines}").rows
    assert (dict(row.words), row.wrong) == ({"title": "Fest", **words}, {})


UNREAD = [
    ("DTSTART:20250916T160000Z|RRULE:FREQ=WEEKLY", "16.09.2025 18:00 (FREQ=WEEKLY)"), ("DTSTART:2025", "2025"),
    ("DTSTART:20250916T160000Z|RRULE:FREQ=SECONDLY;COUNT=100000", "16.09.2025 18:00 (FREQ=SECONDLY;COUNT=100000)"),
    # a zone that the file does not describe
    ("DTSTART;TZID=Customized Time Zone:20250916T180000", "16.09.2025 18:00 (Customized Time Zone)"),
    ("DTSTART:20250916T160000Z|DTEND;TZID=Irgendwo:20250916T200000", "16.09.2025 18:00 (Irgendwo)"),
    # an end that is none
    ("DTSTART:20250918T183000|DTEND:20250918T173000", "18.09.2025 18:30 – 18.09.2025 17:30"), ("DTSTART;VALUE=DATE:20250918|DTEND:20250918T173000", "18.09.2025 – 18.09.2025 17:30"),
    # left out, and nobody can tell which
    ("DTSTART:20250918T183000|RRULE:FREQ=DAILY;COUNT=3|EXDATE;VALUE=DATE:20250919", "18.09.2025 18:30 (FREQ=DAILY;COUNT=3)"),
    ("DTSTART:20250918T183000|RRULE:FREQ=DAILY;COUNT=3|EXDATE:20250919T170000", "18.09.2025 18:30 (FREQ=DAILY;COUNT=3)"),
    ("DTSTART:20250918T183000|RRULE:FREQ=DAILY;COUNT=4|EXRULE:FREQ=DAILY;COUNT=2", "18.09.2025 18:30 (FREQ=DAILY;COUNT=4)"),
    ("DTSTART:20250918T183000|RDATE;VALUE=PERIOD:20250919T183000Z/PT1H", "18.09.2025 18:30 (RDATE)"),
    ("DTSTART:20250918T183000|RDATE;VALUE=DATE:20250919", "18.09.2025 18:30 (RDATE)"),
    ("DTSTART:20250918T183000|RRULE:FREQ=DAILY;COUNT=1|EXDATE:20250918T183000", "18.09.2025 18:30 (FREQ=DAILY;COUNT=1)"),
]


@pytest.mark.parametrize(("lines", "words"), UNREAD, ids=[case[1] for case in UNREAD])
def test_what_has_no_end_or_no_sense_is_left_to_people(lines: str, words: str) -> None:
    [row] = read(f"SUMMARY:Fest|{lines}").rows
    assert (row.words["when"], list(row.wrong)) == (words, ["when"])


def test_the_other_facts() -> None:
    [row] = read(
        r"SUMMARY:Fest\, groß|DTSTART:20250914T160000Z|LOCATION:Halle\nWeg 1|CATEGORIES:Fest,Musik|URL:https://example.org/|STATUS:CANCELLED"
        r"|DESCRIPTION:<p>Hallo <b>du</b></p><ul><li>eins</li></ul>"
        '<a href="https://example.org/mehr">Mehr</a> <a href="https://example.org/">https://example.org</a>|ORGANIZER;CN=Erika Muster:mailto:erika@example.org'
    ).rows
    assert (dict(row.words), row.key) == ({
        "title": "Fest, groß", "venue": "Halle, Weg 1", "category": "Fest, Musik", "links": "https://example.org/", "status": "abgesagt",
        "text": "Hallo du\n- eins\nMehr (https://example.org/mehr) https://example.org", "when.from": "14.09.2025 18:00",
    }, "1@example.org")


def test_who_keeps_the_calendar_is_told_and_who_is_invited_never() -> None:
    table = read("SUMMARY:Fest|DTSTART:20250914T160000Z|ORGANIZER;CN=AWO:mailto:a@example.org|ATTENDEE;CN=Erika Muster:mailto:erika@example.org")
    assert [row.host for row in table.rows] == ["AWO"]
    assert table.remarks == ["Wer eingeladen ist (ATTENDEE), wird nie übernommen: Das sind Personen."]
    assert [row.host for row in read("SUMMARY:Fest|DTSTART:20250914T160000Z|ORGANIZER;CN=a@example.org:mailto:a@example.org").rows] == [""]


def test_what_nobody_reads_is_told_of_each_event() -> None:
    table = read(
        "SUMMARY:Fest|DTSTART:20250914T160000Z|COMMENT:Bitte pünktlich|X-COST:5 €|X-GOOGLE-CONFERENCE:https://meet.example.org/a|DTSTAMP:20250101T000000Z"
        "|X-MICROSOFT-CDO-BUSYSTATUS:BUSY|TRANSP:OPAQUE|GEO:50.9;9.7|CONTACT:Büro|CONTACT:Tel. 1|X-LEER:",
        "SUMMARY:Chor|SUMMARY:Chorprobe|DTSTART:20250914T160000Z",
    )
    assert [row.aside for row in table.rows] == [(
        ("COMMENT", "Bitte pünktlich"), ("X-COST", "5 €"), ("X-GOOGLE-CONFERENCE", "https://meet.example.org/a"), ("GEO", "50.9;9.7"), ("CONTACT", "Büro; Tel. 1"),
    ), (("SUMMARY", "Chorprobe"),)]
    assert table.remarks == ["Was nicht gelesen wird, ist bei jedem Termin genannt und kommt in keine Datei: Es können Personen sein."]


REFUSED = [
    ("UID:2025-fest-1@ikw.example.org|SUMMARY:Fest|DTSTART:20250914T160000Z", "Der Termin kommt aus diesem Programm selbst."),
    ("SUMMARY:Arzt|CLASS:PRIVATE|DTSTART:20250914T160000Z", "Der Termin ist im Kalender als privat gekennzeichnet."),
    ("SUMMARY:Fest|DTSTART:20250914T160000Z|RECURRENCE-ID:20250914T160000Z", "Das ist die Änderung eines einzelnen Termins einer Serie."),
    ("DTSTART:20250914T160000Z", "Der Titel fehlt (SUMMARY)."),
]


@pytest.mark.parametrize(("lines", "message"), REFUSED, ids=[case[1] for case in REFUSED])
def test_what_is_no_event_of_ours_to_show_is_refused(lines: str, message: str) -> None:
    head = "" if lines.startswith("UID") else "UID:1@example.org\r\n"
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{head}" + lines.replace("|", "\r\n") + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    table = read_calendar(text.encode(), ZONE, "ikw.example.org")
    assert (table.rows, [wrong.message for _, wrong in table.refused]) == ([], [message])


@pytest.mark.parametrize("data", [b"", b"hallo", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"BEGIN:VEVENT\r\n", b"\xff\xfe\x00", b"x" * 5_000_001])
def test_what_is_no_calendar_is_one_clear_line(data: bytes) -> None:
    with pytest.raises(TableError):
        read_calendar(data, ZONE, "")
