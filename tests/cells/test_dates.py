"""Cells of dates and times become the `when` that the grammar reads; what could be joined in two ways is not joined."""

from __future__ import annotations

import pytest

from ikw.cells.dates import hours_of, when_of
from ikw.cells.words import UnreadError
from ikw.source import Value
from records import SPAN

# the cells by the parts of a date, and what the file then says
CASES: list[tuple[dict[str, str], Value]] = [
    ({"on": "14.09.2025"}, "14.09.2025"),
    ({"on": "14.09.2025", "time": "12 Uhr bis 16 Uhr"}, "14.09.2025, 12 Uhr bis 16 Uhr"),
    ({"on": "14.9.", "time": "um 15:30 Uhr"}, "14.9., um 15:30 Uhr"),
    ({"on": "14.9.", "time": "9.30 Uhr"}, "14.9., 9.30 Uhr"),
    ({"on": "14.9.", "time": "18"}, "14.9., 18 Uhr"),
    ({"on": "14.9.", "time": "15.09"}, "14.9., 15.09 Uhr"),
    # a comma before the minutes; `18,20` is for the grammar to refuse
    ({"on": "14.9.", "time": "18,30 Uhr"}, "14.9., 18.30 Uhr"), ({"on": "14.9.", "time": "18,00"}, "14.9., 18 Uhr"), ({"on": "14.9.", "from": "9,05", "to": "10,45"}, "14.9., 9.05–10.45 Uhr"),
    ({"on": "14.9.", "time": "18,20 Uhr"}, "14.9., 18,20 Uhr"), ({"on": "20,27.9."}, "20,27.9."), ({"on": "14.9.", "time": "16,18,20 Uhr"}, "14.9., 16,18,20 Uhr"),
    # the clock of twelve hours
    ({"on": "14.9.", "time": "7:00 PM"}, "14.9., 7:00 PM"), ({"on": "14.9.", "from": "7:00 PM", "to": "9:00 PM"}, "14.9., 7:00 PM – 9:00 PM"),
    ({"on": "14.9.", "time": "Nachmittag"}, "14.9., Nachmittag"),
    ({"on": "14.9.", "time": "ganztägig"}, "14.9."),
    ({"on": "14.9.", "time": "-"}, "14.9."), ({"on": "14.9.", "time": "folgt"}, "14.9."), ({"on": "tba", "weekday": "", "last": ""}, "tba"),
    ({"on": "14.9.", "from": "18:00", "to": "20:00"}, "14.9., 18–20 Uhr"),
    ({"on": "14.9.", "from": "09:30:00", "to": "11:15"}, "14.9., 9.30–11.15 Uhr"),
    ({"on": "14.9.", "from": "18 Uhr", "to": "ca. 20 Uhr"}, "14.9., 18 Uhr – ca. 20 Uhr"),
    ({"on": "14.9.", "from": "18:00"}, "14.9., 18 Uhr"),
    ({"on": "14.9.", "to": "20:00"}, "14.9., bis 20:00"),
    ({"on": "14.9.", "time": "18 Uhr", "from": "18 Uhr"}, "14.9., 18 Uhr"),
    # weekday in a cell of its own, or behind the date
    ({"on": "14.9.", "weekday": "So", "time": "10 Uhr"}, "So 14.9., 10 Uhr"),
    ({"on": "14.09.2025 (Sonntag)"}, "Sonntag 14.09.2025"),
    ({"on": "14.9., So"}, "So 14.9."),
    # ranges, in one cell, in two, as a data file writes them
    ({"on": "14.9.2025", "last": "28.9.2025"}, "14.9.2025 – 28.9.2025"),
    ({"on": "14.9.2025", "last": "14.9.2025"}, "14.9.2025"),
    ({"on": "2025-09-14..2025-09-28"}, "2025-09-14 – 2025-09-28"),
    ({"on": "2025-10-03.."}, "ab 2025-10-03"),
    ({"from": "14.09.2025", "to": "28.09.2025"}, "14.09.2025 – 28.09.2025"),
    ({"from": "14.09.2025", "to": "14.09.2025"}, "14.09.2025"),
    # day and time in one cell
    ({"from": "14.09.2025 18:00", "to": "14.09.2025 20:30"}, "14.09.2025, 18–20.30 Uhr"),
    ({"from": "14.09.2025 21:00", "to": "15.09.2025 02:00"}, "14.09.2025 21:00 – 15.09.2025 02:00"),
    ({"from": "14.09.2025 18:00"}, "14.09.2025 18:00"),
    ({"on": "14.09.2025", "from": "14.09.2025 18:00", "to": "14.09.2025 20:00"}, "14.09.2025, 18–20 Uhr"),
    ({"on": "14.9.2025", "time": "14.9.2025 18 Uhr"}, "14.9.2025 18 Uhr"),
    # day and time of the start, day and time of the end
    ({"on": "19.9.25", "from": "21:00", "last": "20.9.25", "to": "02:00"}, "19.9.25 21 Uhr – 20.9.25 2 Uhr"),
    ({"on": "19.9.25", "from": "18:00", "last": "20.9.25", "to": "10:30"}, "19.9.25 18 Uhr – 20.9.25 10.30 Uhr"),
    # as databases write them
    ({"on": "18.09.2025 00:00:00", "time": "17:00:00"}, "18.09.2025, 17 Uhr"), ({"on": "2025-09-18 00:00:00.000", "from": "17:30:00", "to": "19:00:00"}, "2025-09-18, 17.30–19 Uhr"),
    ({"": "2025-09-18T17:00:00"}, "2025-09-18 17:00"), ({"on": "18.09.2025 17:00:00"}, "18.09.2025 17:00"), ({"on": "2025-09-18T17:00"}, "2025-09-18 17:00"),
    # in another order, with other signs
    ({"": "Sa., 20.09.2025 | 14:00 - 17:00 Uhr"}, "Sa., 20.09.2025, 14:00 - 17:00 Uhr"), ({"": "14.09. (So), 11 Uhr"}, "So 14.09., 11 Uhr"),
    ({"": "11:00 Uhr, 14.09.2025"}, "14.09.2025, 11:00 Uhr"), ({"": "19:30-21:30 Uhr, Mi 17.9."}, "Mi 17.9., 19:30-21:30 Uhr"), ({"": "11 Uhr am 14.9."}, "14.9., 11 Uhr"),
    ({"": "14.09.2025 - 11 Uhr"}, "14.09.2025, 11 Uhr"), ({"": "14.9./21.9. je 15 Uhr"}, "14.9./21.9. jeweils 15 Uhr"), ({"": "20.09.2025 (ganztags)"}, "20.09.2025"),
    ({"": "14.09.2025, Beginn: 11 Uhr"}, "14.09.2025, 11 Uhr"), ({"": "14-09-2025 11 Uhr"}, "14.09.2025 11 Uhr"), ({"on": "14/09/2025", "time": "11 Uhr"}, "14.09.2025, 11 Uhr"),
    # an end that is open; weekdays in brackets; the days of one week
    ({"": "Do 18.9., ab 17 Uhr (open end)"}, "Do 18.9., ab 17 Uhr"), ({"": "20.9. 20 Uhr – open end"}, "20.9. 20 Uhr"), ({"on": "20.9.", "time": "20:00, Ende offen"}, "20.9., 20 Uhr"),
    ({"": "Di., 16. September 2025 um 19:00 Uhr s.t."}, "Di., 16. September 2025 um 19:00 Uhr"), ({"": "vom 14. bis 28. September täglich (außer Mo) 14–18 Uhr"}, "vom 14. bis 28. September täglich außer Mo 14–18 Uhr"),
    ({"": "14.–28.9. täglich (außer montags), 14–18 Uhr"}, "14.–28.9. täglich außer montags, 14–18 Uhr"), ({"": "14.09.25 - 11 Uhr"}, "14.09.25, 11 Uhr"), ({"": "14.9. nur bei Sonne 14–18 Uhr"}, "14.9. nur bei Sonne 14–18 Uhr"),
    ({"": "Mo-Fr 15.–19.9. 9-13 Uhr"}, "15.–19.9. 9-13 Uhr"), ({"": "Fr bis So, 19.–21.9."}, "19.–21.9."),
    # what only looks like it: other days than those of the week, days that are left out, a date that has no end
    ({"": "Mo–Fr 15.–26.9. 9–13 Uhr"}, "Mo–Fr 15.–26.9. 9–13 Uhr"), ({"": "Di–Fr 15.–19.9. 9–13 Uhr"}, "Di–Fr 15.–19.9. 9–13 Uhr"), ({"": "Mo–Fr 15.9., 19.9."}, "Mo–Fr 15.9., 19.9."),
    ({"": "20.9. (open end)"}, "20.9. (open end)"), ({"": "20.9. 19 Uhr c.t."}, "20.9. 19 Uhr c.t."),
    # in no order that says one thing: as it was typed, for the check to name
    ({"": "14.09.2025, Einlass 18 Uhr, Beginn 19 Uhr"}, "14.09.2025, Einlass 18 Uhr, Beginn 19 Uhr"), ({"": "09/08/2025"}, "09/08/2025"), ({"": "14.09.2025 (Montag)"}, "14.09.2025 (Montag)"),
    ({"": "15.09.2025 11 Uhr statt 14.09.2025"}, "15.09.2025 11 Uhr statt 14.09.2025"), ({"": "14.09.2025, 11 Uhr (n.V.)"}, "14.09.2025, 11 Uhr (n.V.)"), ({"": "14.09.2025 (entfällt)"}, "14.09.2025 (entfällt)"),
    # every day, in short
    ({"on": "14.9.–28.9.", "time": "tägl. 10–18 Uhr"}, "14.9.–28.9., täglich 10–18 Uhr"), ({"": "14.–16.9. tgl. 9 Uhr"}, "14.–16.9. täglich 9 Uhr"),
    # several days
    ({"on": "16.9.\n23.9.", "time": "18 Uhr"}, "16.9., 23.9., 18 Uhr"),
    ({"on": "16.9.\n23.9.", "time": "18 Uhr\n19 Uhr"}, ["16.9., 18 Uhr", "23.9., 19 Uhr"]),
    ({"": "16.9. 18 Uhr\n23.9. 18 Uhr"}, ["16.9. 18 Uhr", "23.9. 18 Uhr"]),
    ({"on": "16.9.2025,26.9.2025", "time": "Di 09:30-12:00 Uhr; Fr 15:30-17:00 Uhr"},
     ["Di 16.09.2025, 09:30-12:00 Uhr", "Fr 26.09.2025, 15:30-17:00 Uhr"]),
    ({"on": "16.9.", "time": "18 Uhr", "on#2": "23.9.", "time#2": "19 Uhr"}, ["16.9., 18 Uhr", "23.9., 19 Uhr"]),
    # each time on each day: said so, or there are not as many times as days
    ({"on": "15.9., 16.9.", "time": "jeweils 10 Uhr, 14 Uhr"}, "15.9., 16.9., jeweils 10 Uhr, 14 Uhr"),
    ({"on": "15.9., 16.9.", "time": "10, 12 und 14 Uhr"}, "15.9., 16.9., 10, 12 und 14 Uhr"),
    # not known yet
    ({"on": "tba"}, "tba"), ({"on": "folgt"}, "tba"), ({"on": "steht noch nicht fest"}, "tba"), ({"on": "?"}, "tba"),
    # as the file spells it
    ({"": "[{on: 19.9., time: 9 Uhr}, tba]"}, [{"on": "19.9.", "time": "9 Uhr"}, "tba"]),
    ({"": "{on: 19.9., time: 9 Uhr}\n20.9."}, [{"on": "19.9.", "time": "9 Uhr"}, "20.9."]),
]


def read(parts: dict[str, str]) -> dict[str, Value]:
    return when_of({f"when.{part}" if part.partition("#")[0] else f"when{part}": text for part, text in parts.items()}, SPAN)


@pytest.mark.parametrize(("parts", "when"), CASES, ids=[" | ".join(case[0].values()) for case in CASES])
def test_cells_become_a_date(parts: dict[str, str], when: Value) -> None:
    assert read(parts) == {"when": when}


HOURS: list[tuple[str, Value | None]] = [
    ("Mo–Fr 9–17 Uhr, Sa 10–13 Uhr", {"mo-fr": "9–17", "sa": "10–13"}),
    ("mo, mi, fr: 14–17; sa: 10–13", {"mo, mi, fr": "14–17", "sa": "10–13"}),
    ("Montag bis Freitag 9 bis 17 Uhr", {"montag-freitag": "9 bis 17"}),
    ("täglich außer Mo: 10–18 Uhr", {"täglich außer mo": "10–18"}),
    ("sa 10–12 und 14–17", {"sa": "10–12 und 14–17"}),
    ("{mo-fr: 9–17}", {"mo-fr": "9–17"}),
    ("zu den Öffnungszeiten", None), ("9–17 Uhr", None), ("Mo 9–17; Mo 10–12", None), ("Mo", None),
]


@pytest.mark.parametrize(("text", "hours"), HOURS, ids=[case[0] for case in HOURS])
def test_opening_hours_have_weekdays(text: str, hours: Value | None) -> None:
    assert hours_of(text) == hours


def test_opening_hours_may_stand_as_the_time_of_a_range() -> None:
    assert read({"on": "14.–28.9.", "time": "Mo–Fr 9–17, Sa 10–13"}) == {
        "when": "14.–28.9.", "hours": {"mo-fr": "9–17", "sa": "10–13"},
    }
    assert read({"": "14.9. bis 28.9. (Mo-Fr 9-17 Uhr)"}) == {"when": "14.9. bis 28.9.", "hours": {"mo-fr": "9-17"}}
    # this is for the grammar: one occurrence each day
    assert read({"on": "14.–28.9.", "time": "täglich 10–15 Uhr"}) == {"when": "14.–28.9., täglich 10–15 Uhr"}


TWO_WAYS = [
    ({"": "16.9.\n23.9. 18 Uhr"}, "Nur einige dieser Zeilen nennen eine Uhrzeit"),
    ({"on": "14.9. 18 Uhr", "time": "18–20 Uhr"}, "Die Uhrzeit steht hier zweimal"),
    ({"on": "14.9.", "time": "18 Uhr", "from": "19 Uhr"}, "Die Uhrzeit steht hier in mehreren Spalten"),
    ({"time": "18 Uhr"}, "Zu dieser Uhrzeit fehlt das Datum"),
    ({"on": "Di 16.9.", "from": "17.09.2025 18:30"}, "Hier stehen zwei verschiedene Tage: „Di 16.9.“ und „17.09.2025 18:30“."),
    ({"on": "26.9.2025", "from": "10:00", "last": "28.9.2025", "to": "16:00"}, "Das kann heißen: an jedem dieser Tage von 10:00 bis 16:00, oder ohne Pause."),
    ({"on": "15.09., 16.09.2025", "time": "10 Uhr, 14 Uhr"}, "sagt nicht, ob jede Uhrzeit an jedem Tag gilt"),
    ({"": "20.9.–21.9. 18–2 Uhr"}, "es kann auch eine gemeint sein"), ({"on": "20.9.", "last": "21.9.", "time": "21–2 Uhr"}, "es kann auch eine gemeint sein"),
    ({"on": "18.9. und 19.9.", "time": "17 und 19 Uhr"}, "„18.9. und 19.9., 17 und 19 Uhr“ sagt nicht"),
    ({"": "15.9., 16.9., 10 und 14 Uhr"}, "„15.9., 16.9., 10 und 14 Uhr“ sagt nicht"),
    ({"on": "2025", "time": "18 Uhr"}, "„2025“ nennt keinen Tag."), ({"": "September 2025"}, "„September 2025“ nennt keinen Tag."), ({"on": "09.2025"}, "„09.2025“ nennt keinen Tag."),
    ({"on": "folgt", "time": "18 Uhr"}, "Zu dieser Uhrzeit fehlt das Datum"),
]


@pytest.mark.parametrize(("parts", "why"), TWO_WAYS, ids=[case[1] for case in TWO_WAYS])
def test_what_could_be_joined_in_two_ways_is_not(parts: dict[str, str], why: str) -> None:
    with pytest.raises(UnreadError, match=why):
        read(parts)


def test_no_cell_is_no_date() -> None:
    assert read({"on": " ", "time": "–"}) == {}
