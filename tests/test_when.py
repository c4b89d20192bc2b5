"""The grammar of `when`: the table of cases, the exact text of every fault, and the smaller readings."""

from __future__ import annotations

import json
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ikw.model import Hours, Occurrence
from ikw.problems import ERROR, WARNING, Fault
from ikw.when import PATTERNS, Span, patterns, read_date, read_hours, read_moment, read_when, read_windows
from ikw.when.dates import read_day, read_stretches, read_weekdays, weekday_number
from ikw.when.faults import calendar_day, time_of
from ikw.when.reader import Reader, Refused
from ikw.when.texts import TEMPLATES, clock, named, quoted, spelled
from ikw.when.times import Window, read_clock, read_times
from ikw.when.tokens import clean, cut, unprintable

BERLIN = ZoneInfo("Europe/Berlin")
SPAN = Span(first=date(2025, 9, 14), last=date(2025, 9, 28), zone=BERLIN)
CASES = [case for case in json.loads((Path(__file__).parent / "when_cases.json").read_text("utf-8")) if "text" in case]


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2025, 9, day, hour, minute, tzinfo=BERLIN)


def codes(faults: tuple[Fault, ...]) -> list[str]:
    return [fault.code for fault in faults]


def notation(occurrence: Occurrence) -> str:
    """Write an occurrence as `when_cases.json` does."""
    if occurrence.start:
        end = occurrence.end.isoformat(timespec="minutes") if occurrence.end else ".."
        words = f"{occurrence.start.isoformat(timespec='minutes')}/{end}"
        return words if occurrence.start.date() == occurrence.day else f"{occurrence.day}: {words}"
    last = "" if occurrence.last_day == occurrence.day else f"/{occurrence.last_day or '..'}"
    return f"{occurrence.day}{last}" + (f" {occurrence.words}" if occurrence.words else "")


# The table


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40] or "nothing")
def test_case(case):
    occurrences, faults = read_when(case["text"], SPAN)
    errors = [fault.code for fault in faults if fault.severity == ERROR]
    if "fault" in case:
        assert (occurrences, errors[:1], len(errors)) == ((), [case["fault"]], len(faults))
    else:
        assert [notation(one) for one in occurrences] == case["ok"]
        assert codes(faults) == case.get("warnings", [])


def test_a_year_that_could_be_a_time_is_a_year_between_hyphens() -> None:
    found, faults = read_when("2115-03-14 12:15", Span(first=date(2115, 3, 14), last=date(2115, 3, 28), zone=BERLIN))
    assert ([notation(one) for one in found], faults) == (["2115-03-14T12:15+01:00/.."], ())


def test_the_table_is_large_and_says_nothing_twice():
    texts = [case["text"] for case in CASES]
    assert len(texts) == len(set(texts)) >= 150


@pytest.mark.parametrize("case", [case for case in CASES if len(case.get("ok", ())) > 1], ids=lambda case: case["text"][:40])
def test_keys_are_places_in_the_list(case):
    occurrences, _ = read_when(case["text"], SPAN)
    assert [one.key for one in occurrences] == [str(place) for place in range(1, len(occurrences) + 1)]


# What an occurrence holds


def test_a_time_and_an_end():
    assert read_when("So 14.09.2025, 9.30–11.30 Uhr", SPAN) == (
        (Occurrence(key="1", day=date(2025, 9, 14), last_day=date(2025, 9, 14), start=at(14, 9, 30), end=at(14, 11, 30)),), (),
    )


def test_a_range_without_times():
    range_ = Occurrence(key="1", day=date(2025, 9, 14), last_day=date(2025, 9, 28))
    assert read_when("14.–28.9.", SPAN) == ((range_,), ())


def test_an_open_range():
    assert read_when("ab 20.9.", SPAN) == ((Occurrence(key="1", day=date(2025, 9, 20), last_day=None),), ())


def test_a_night_is_no_range():
    (night,), _ = read_when("20.9. 21–2 Uhr", SPAN)
    assert (night.day, night.last_day, night.end, night.is_range) == (date(2025, 9, 20), date(2025, 9, 20), at(21, 2), False)


def test_midnight_as_a_start_keeps_the_day_written():
    (midnight,), _ = read_when("20.9. 24 Uhr", SPAN)
    assert (midnight.day, midnight.last_day, midnight.start) == (date(2025, 9, 20), date(2025, 9, 20), at(21, 0))


def test_words_are_kept_as_written():
    (evening,), _ = read_when("20.9. am Abend", SPAN)
    assert (evening.words, evening.start, evening.end) == ("am Abend", None, None)


def test_times_are_in_the_zone_of_the_edition():
    span = Span(first=SPAN.first, last=SPAN.last, zone=ZoneInfo("America/New_York"))
    (one,), _ = read_when("14.9. 18 Uhr", span)
    assert one.start is not None
    assert one.start.isoformat() == "2025-09-14T18:00:00-04:00"


def test_a_repeated_time_is_the_first():
    (one,), faults = read_when("26.10.2025 02:30", SPAN)
    assert one.start is not None
    assert (one.start.fold, one.start.utcoffset(), codes(faults)) == (0, timedelta(hours=2), ["when-outside", "when-fold"])


def test_a_list_item_is_its_day_and_its_time():
    on, hours = "23.09.2025", "16–18 Uhr"
    assert [notation(one) for one in read_when(f"{on} {hours}", SPAN)[0]] == ["2025-09-23T16:00+02:00/2025-09-23T18:00+02:00"]


# An edition across two years


@pytest.mark.parametrize(("text", "found"), [("28.12.", "2025-12-28"), ("3.1.", "2026-01-03"), ("3.1.2026", "2026-01-03")])
def test_a_date_without_a_year_is_put_into_the_span(text, found):
    span = Span(first=date(2025, 12, 27), last=date(2026, 1, 6), zone=BERLIN)
    occurrences, faults = read_when(text, span)
    assert ([notation(one) for one in occurrences], faults) == ([found], ())


# Faults: every text, word by word. Name of the template: (text, code, message, mend)

MESSAGES = {
    "character": (
        "14.9.\u200b18 Uhr",
        "when-character",
        "Die Angabe enthält das unsichtbare Zeichen „U+200B“.",
        "Löschen Sie die Angabe und tippen Sie sie neu, zum Beispiel „So 14.09.2025, 18 Uhr“.",
    ),
    "empty": (
        "",
        "when-empty",
        "Hier fehlt eine Angabe.",
        "Schreiben Sie zum Beispiel „So 14.09.2025, 18 Uhr“.",
    ),
    "no-day-left": (
        "14.–15.9. außer Mo und So",
        "when-empty",
        "„14.–15.9. außer Mo und So“ lässt keinen Tag übrig.",
        "Prüfen Sie den Zeitraum und die Wochentage hinter „außer“.",
    ),
    "long-text": (
        "14.9. " + "x" * 500,
        "when-long",
        "Die Angabe hat 506 Zeichen, erlaubt sind 500.",
        "Schreiben Sie hier nur Tage und Uhrzeiten wie „So 14.09.2025, 18 Uhr“, alles andere in den Text.",
    ),
    "many-occurrences": (
        "1.1.–31.12. 10 Uhr",
        "when-long",
        "„1.1.–31.12. 10 Uhr“ ergibt mehr als 100 Termine.",
        "Schreiben Sie nur den Zeitraum ohne Uhrzeit, und die Zeiten in „hours“.",
    ),
    "twice": (
        "15.9. 10 Uhr und 10 Uhr",
        "when-twice",
        "„15.9. 10 Uhr und 10 Uhr“ nennt den Termin am 15.09.2025 zweimal.",
        "Löschen Sie einen der beiden.",
    ),
    "word": (
        "14.9. Eröffnung 15 Uhr",
        "when-word",
        "„Eröffnung“ gehört nicht in diese Angabe.",
        "Schreiben Sie hier nur Angaben wie „So 14.09.2025, 18 Uhr“, alles andere in den Text.",
    ),
    "incomplete": (
        "14.9. und",
        "when-incomplete",
        "Nach „und“ fehlt etwas.",
        "Schreiben Sie zum Beispiel „So 14.09.2025, 18 Uhr“.",
    ),
    "no-date": (
        "um 18 Uhr",
        "when-date",
        "Vor „18 Uhr“ fehlt der Tag.",
        "Schreiben Sie zuerst den Tag, zum Beispiel „So 14.09.2025, 18 Uhr“.",
    ),
    "not-a-date": (
        "31.9.",
        "when-date",
        "„31.9.“ ist kein Datum.",
        "Schreiben Sie Tag.Monat.Jahr, zum Beispiel „30.09.2025“.",
    ),
    "not-a-date-or-time": (
        "10.30.",
        "when-date",
        "„10.30.“ ist kein Datum.",
        "Schreiben Sie „10:30 Uhr“, wenn es eine Uhrzeit ist, sonst „30.10.2025“.",
    ),
    "no-day": (
        "September 2025",
        "when-date",
        "„September 2025“ nennt keinen Tag.",
        "Schreiben Sie den Tag dazu wie in „So 14.09.2025, 18 Uhr“, oder „tba“, solange er nicht feststeht.",
    ),
    "no-month": (
        "29.–31.",
        "when-date",
        "Zu „31.“ fehlt der Monat.",
        "Schreiben Sie „31.10.“.",
    ),
    "no-month-or-time": (
        "14.9. um 10.",
        "when-date",
        "Zu „10.“ fehlt der Monat.",
        "Schreiben Sie „10.9.“ für den Tag oder „10 Uhr“ für die Uhrzeit.",
    ),
    "no-dot": (
        "20/21.9.",
        "when-date",
        "„20/21.9.“ ist kein vollständiges Datum.",
        "Schreiben Sie „20./21.9.“, mit einem Punkt nach Tag und Monat.",
    ),
    "other-year": (
        "14.9.2024",
        "when-year",
        "„14.9.2024“ liegt nicht im Jahr 2025.",
        "Schreiben Sie „14.09.2025“.",
    ),
    "other-year-or-time": (
        "14.9. 2030",
        "when-year",
        "„14.9. 2030“ liegt nicht im Jahr 2025.",
        "Schreiben Sie „14.09.2025“, oder „14.09.2025, 20:30 Uhr“, wenn es eine Uhrzeit ist.",
    ),
    "beyond-year": (
        "14.9.–6.1.2026",
        "when-year",
        "„6.1.2026“ liegt nicht im Jahr 2025.",
        "Schreiben Sie „ab 14.09.2025“, wenn es weiter geht als 2025.",
    ),
    "other-weekday": (
        "Mo 14.09.2025",
        "when-weekday",
        "„Mo 14.09.2025“ – der 14.09.2025 ist ein Sonntag.",
        "Schreiben Sie „So 14.09.2025“ oder „Mo 15.09.2025“.",
    ),
    "weekday-alone": (
        "14.–28.9., Mo–Fr 8–17 Uhr",
        "when-weekday",
        "Zu „Mo“ fehlt das Datum.",
        "Schreiben Sie jedes Datum dazu, zum Beispiel „Mo 15.09.2025“, oder bei einem Zeitraum die Zeiten in „hours“.",
    ),
    "outside": (
        "3.10.2025",
        "when-outside",
        "„3.10.2025“ – der 03.10.2025 liegt nicht zwischen dem 14.09.2025 und dem 28.09.2025.",
        "Prüfen Sie das Datum; wenn es stimmt, ist nichts zu tun.",
    ),
    "other-month": (
        "26. Oktober 18 Uhr",
        "when-outside",
        "„26. Oktober“ – der 26.10.2025 liegt nicht zwischen dem 14.09.2025 und dem 28.09.2025.",
        "Schreiben Sie „26.09.2025“, wenn der Monat ein Versehen ist.",
    ),
    "reversed-dates": (
        "28.9.–14.9.",
        "when-order",
        "Der letzte Tag 14.09.2025 liegt vor dem ersten Tag 28.09.2025.",
        "Schreiben Sie „14.09.2025–28.09.2025“.",
    ),
    "no-range": (
        "14.9. täglich 10 Uhr",
        "when-ambiguous",
        "„14.9. täglich 10 Uhr“ nennt keinen Zeitraum.",
        "Schreiben Sie den ersten und den letzten Tag, zum Beispiel „14.09.2025–28.09.2025 täglich“.",
    ),
    "chain": (
        "14.–16.–18.9.",
        "when-ambiguous",
        "„14.–16.–18.9.“ nennt mehr als einen Anfang und ein Ende.",
        "Schreiben Sie „14.09.2025–18.09.2025“.",
    ),
    "not-a-time": (
        "14.9. 25 Uhr",
        "when-time",
        "„25 Uhr“ ist keine Uhrzeit.",
        "Schreiben Sie eine Zeit von 0 bis 24 Uhr, zum Beispiel „18:30 Uhr“.",
    ),
    "not-a-time-but": (
        "14.9. 930",
        "when-time",
        "„930“ ist keine Uhrzeit.",
        "Schreiben Sie „9:30 Uhr“.",
    ),
    "half-a-time": (
        "14.9. 18.3 Uhr",
        "when-time",
        "„18.3 Uhr“ ist keine Uhrzeit.",
        "Schreiben Sie „18:03 Uhr“ oder „18:30 Uhr“.",
    ),
    "no-time": (
        "14.9. 20 Uhr – 15.9.",
        "when-time",
        "Bei „– 15.9.“ fehlt eine Uhrzeit.",
        "Schreiben Sie zum Beispiel „So 14.09.2025, 18 Uhr“.",
    ),
    "equal-times": (
        "14.9. 10–10 Uhr",
        "when-order",
        "„10–10 Uhr“ – das Ende ist auch der Anfang.",
        "Schreiben Sie „10 Uhr“ oder ein späteres Ende.",
    ),
    "reversed-times": (
        "14.9. 20–8 Uhr",
        "when-order",
        "„20–8 Uhr“ – das Ende 8 Uhr liegt vor dem Anfang 20 Uhr.",
        "Schreiben Sie „8–20 Uhr“, oder das Datum vor das Ende, wenn es der nächste Tag ist.",
    ),
    "reversed-moments": (
        "15.9. 18 Uhr – 14.9. 20 Uhr",
        "when-order",
        "„15.9. 18 Uhr – 14.9. 20 Uhr“ – das Ende liegt nicht nach dem Anfang.",
        "Prüfen Sie Tag und Uhrzeit des Endes.",
    ),
    "lasting": (
        "14.9. 10 Uhr – 16.9. 18 Uhr",
        "when-duration",
        "„14.9. 10 Uhr – 16.9. 18 Uhr“ dauert länger als 24 Stunden.",
        "Schreiben Sie „14.09.2025–16.09.2025 täglich 10–18 Uhr“ für jeden Tag "
        "oder „14.09.2025–16.09.2025“ für die ganze Zeit.",
    ),
    "skipped": (
        "2025-03-30 02:30",
        "when-gap",
        "„02:30 Uhr“ gibt es am 30.03.2025 nicht, weil die Uhr vorgestellt wird.",
        "Schreiben Sie „03:30 Uhr“.",
    ),
    "repeated": (
        "2025-10-26 02:30",
        "when-fold",
        "„02:30 Uhr“ gibt es am 26.10.2025 zweimal, weil die Uhr zurückgestellt wird; es gilt das erste Mal.",
        "Schreiben Sie eine andere Uhrzeit, wenn das zweite Mal gemeint ist.",
    ),
    "day-or-time": (
        "14.9. 18.3",
        "when-ambiguous",
        "„18.3“ kann ein Tag oder eine Uhrzeit sein.",
        "Schreiben Sie „18.3.“ für den Tag oder „18:30 Uhr“ für die Uhrzeit.",
    ),
    "days-or-times": (
        "14.9. 15.09–16.09",
        "when-ambiguous",
        "„15.09–16.09“ kann Tage oder Uhrzeiten meinen.",
        "Schreiben Sie „15.09.–16.09.“ für die Tage oder „15.09–16.09 Uhr“ für die Uhrzeiten.",
    ),
    "year-or-time": (
        "14.9. 1830",
        "when-ambiguous",
        "„1830“ kann ein Jahr oder eine Uhrzeit sein.",
        "Schreiben Sie „18:30 Uhr“ für die Uhrzeit, oder das Jahr hinter den Monat wie in „So 14.09.2025, 18 Uhr“.",
    ),
    "slashed": (
        "9/10/2025",
        "when-ambiguous",
        "„9/10/2025“ sagt nicht, was Tag und was Monat ist.",
        "Schreiben Sie „09.10.2025“ oder „10.09.2025“.",
    ),
    "slashed-date": (
        "9/14/2025",
        "when-ambiguous",
        "„9/14/2025“ sagt nicht, was Tag und was Monat ist.",
        "Schreiben Sie „14.09.2025“.",
    ),
    "slashed-times": (
        "14.9. 18/20 Uhr",
        "when-ambiguous",
        "„18/20 Uhr“ kann eine Zeitspanne oder zwei Anfänge meinen.",
        "Schreiben Sie „18–20 Uhr“ oder „18 und 20 Uhr“.",
    ),
    "slashed-iso": (
        "2025-09-14/2025-09-28",
        "when-ambiguous",
        "„2025-09-14/2025-09-28“ kann ein Zeitraum oder zwei Tage sein.",
        "Schreiben Sie „2025-09-14–2025-09-28“ oder „2025-09-14 und 2025-09-28“.",
    ),
    "side-by-side": (
        "14.9. 10 12 Uhr",
        "when-ambiguous",
        "Zwischen „10“ und „12 Uhr“ fehlt ein Zeichen.",
        "Schreiben Sie „10–12 Uhr“ oder „10 und 12 Uhr“.",
    ),
    "comma-time": (
        "14.9. 18,20 Uhr", "when-ambiguous", "„18,20 Uhr“ kann eine Uhrzeit oder zwei meinen.",
        "Schreiben Sie „18:20 Uhr“, wenn es Minuten sind; sonst „18 und 20 Uhr“.",
    ),
    "half-day": (
        "14.9. 7–9 pm", "when-ambiguous", "„7–9 pm“ sagt nicht bei jeder Uhrzeit, ob „am“ oder „pm“ gilt.",
        "Schreiben Sie jede Uhrzeit von 0 bis 24 Uhr, zum Beispiel „21 Uhr“ statt „9 pm“.",
    ),
    "noon-or-midnight": (
        "14.9. 12:15 am", "when-ambiguous", "„12:15 am“ kann Mittag oder Mitternacht meinen.",
        "Schreiben Sie „0:15 Uhr“ oder „12:15 Uhr“.",
    ),
    "split-time": (
        "14.9. 18 Uhr 20",
        "when-ambiguous",
        "Zwischen „18 Uhr“ und „20“ fehlt ein Zeichen.",
        "Schreiben Sie „18:20 Uhr“, wenn es Minuten sind; sonst „18 Uhr und 20 Uhr“.",
    ),
    "split-minutes": (
        "14.9. 18 Uhr 30",
        "when-ambiguous",
        "Zwischen „18 Uhr“ und „30“ fehlt ein Zeichen.",
        "Schreiben Sie „18:30 Uhr“.",
    ),
    "zoned": (
        "14.9. 09:30+02:00",
        "when-ambiguous",
        "„09:30+02:00“ kann zwei Uhrzeiten meinen oder eine mit Zeitzone.",
        "Schreiben Sie „09:30 und 02:00 Uhr“ oder nur „09:30 Uhr“.",
    ),
    "date-or-time": (
        "14.9. 10.11.",
        "when-ambiguous",
        "„14.9. 10.11.“ kann zwei Tage meinen oder einen Tag mit Uhrzeit.",
        "Schreiben Sie „14.9. und 10.11.“ oder „14.9., 10:11 Uhr“.",
    ),
    "end-alone": (
        "14.9. bis 18 Uhr",
        "when-ambiguous",
        "„bis 18 Uhr“ nennt ein Ende ohne Anfang.",
        "Schreiben Sie „18 Uhr“, wenn es dann anfängt, sonst den Anfang davor wie in „16–18 Uhr“.",
    ),
    "last-day-alone": (
        "bis 28.9.",
        "when-ambiguous",
        "„bis 28.9.“ nennt ein Ende ohne Anfang.",
        "Schreiben Sie den ersten Tag davor wie in „14.09.2025–28.09.2025“.",
    ),
    "open-with-end": (
        "14.9. ab 10–12 Uhr",
        "when-ambiguous",
        "„ab 10–12 Uhr“ nennt mit „ab“ einen Anfang und doch ein Ende.",
        "Schreiben Sie „10–12 Uhr“ oder „ab 10 Uhr“.",
    ),
    "open-with-time": (
        "ab 14.9. 10 Uhr",
        "when-ambiguous",
        "„ab 14.9. 10 Uhr“ kann einen Tag oder viele Tage meinen.",
        "Schreiben Sie „14.09.2025 ab 18 Uhr“ für den einen Tag, oder „ab 14.09.2025“ und die Zeiten in „hours“.",
    ),
    "range-with-windows": (
        "14.–16.9. 10–12 und 14–16 Uhr",
        "when-ambiguous",
        "„14.–16.9. 10–12 und 14–16 Uhr“ sagt nicht, ob jede Uhrzeit an jedem Tag gilt.",
        "Schreiben Sie „14.–16.9. 10–12 und 14–16 Uhr täglich“, oder jeden Tag mit seiner Uhrzeit.",
    ),
    "days-with-windows": (
        "15.9., 16.9., 10 und 14 Uhr",
        "when-each",
        "„15.9., 16.9., 10 und 14 Uhr“ sagt nicht, ob jede Uhrzeit an jedem Tag gilt.",
        "Schreiben Sie „15.9., 16.9., 10 und 14 Uhr jeweils“, oder jeden Tag mit seiner Uhrzeit.",
    ),
    "one-night": (
        "20.–21.9. 21.30–2 Uhr",
        "when-each",
        "„20.–21.9. 21.30–2 Uhr“ sind zwei Nächte; es kann auch eine gemeint sein.",
        "Schreiben Sie „20.09.2025 21:30–2 Uhr“ für eine Nacht, oder „20.–21.9. 21.30–2 Uhr jeweils“ für zwei.",
    ),
    "moments-with-more": (
        "14.9. 20 Uhr – 15.9. 2 Uhr, 4 Uhr",
        "when-ambiguous",
        "„14.9. 20 Uhr – 15.9. 2 Uhr, 4 Uhr“ verbindet zwei Zeitpunkte mit weiteren Tagen oder Uhrzeiten.",
        "Schreiben Sie jeden Termin für sich, mit „;“ dazwischen wie in „20.9. 21 Uhr – 21.9. 2 Uhr; 22.9. 18 Uhr“.",
    ),
    "day-without-time": (
        "14.9. 18 Uhr, 15.9.",
        "when-ambiguous",
        "Zu „15.9.“ fehlt die Uhrzeit, die andere Tage haben.",
        "Schreiben Sie „15.9. 18 Uhr“, oder ein „;“ vor „15.9.“, wenn der ganze Tag gemeint ist.",
    ),
    "words-with-time": (
        "14.9. 8 Uhr abends",
        "when-ambiguous",
        "„8 Uhr abends“ nennt eine Uhrzeit und ein Wort dafür.",
        "Schreiben Sie nur die Uhrzeit, von 0 bis 24 Uhr gezählt wie „20 Uhr“, oder nur das Wort.",
    ),
}


@pytest.mark.parametrize("name", MESSAGES)
def test_message(name):
    text, code, message, mend = MESSAGES[name]
    severity = WARNING if code in ("when-outside", "when-fold", "when-each") else ERROR
    assert read_when(text, SPAN)[1][-1] == Fault(code=code, message=message, mend=mend, severity=severity)


def test_every_message_is_tested():
    assert set(MESSAGES) | {"no-year"} == set(TEMPLATES)  # `no-year` is below: a `when` always has an edition


NO_FORMS = {"hours", "außer", ";", "14.–16.9. 10–12 und 14–16 Uhr"}  # words about forms, and the value seen


@pytest.mark.parametrize("name", MESSAGES)
def test_a_mend_can_be_written(name):
    mend = MESSAGES[name][3]
    for form in set(re.findall("„(.*?)“", mend)) - NO_FORMS:
        alone, after_a_day = read_when(form, SPAN)[1], read_when(f"14.9., {form}", SPAN)[1]
        assert any(all(fault.severity == WARNING for fault in faults) for faults in (alone, after_a_day)), form


def test_all_dates_are_checked_in_one_run():
    faults = read_when("Mo 14.9., 31.9. und 15.9.2024", SPAN)[1]
    assert codes(faults) == ["when-weekday", "when-date", "when-year"]


def test_all_words_are_named_in_one_run():
    faults = read_when("14.9. Einlass 18 Uhr, zu den Öffnungszeiten, 18.3", SPAN)[1]
    assert [fault.message for fault in faults] == [
        "„Einlass“ gehört nicht in diese Angabe.",
        "„zu den Öffnungszeiten“ gehört nicht in diese Angabe.",
        "„18.3“ kann ein Tag oder eine Uhrzeit sein.",
    ]


def test_an_error_leaves_no_warning_behind():
    assert codes(read_when("26.10. und 31.9.", SPAN)[1]) == ["when-date"]


def test_a_warning_for_each_date_outside():
    assert codes(read_when("29.9., 30.9. 18 Uhr", SPAN)[1]) == ["when-outside", "when-outside"]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("Sa 14.9.", "Schreiben Sie „So 14.09.2025“ oder „Sa 20.09.2025“."),  # the 13th is nearer, but before the programme
        ("Mi, 18. September", "Schreiben Sie „Do 18.09.2025“ oder „Mi 17.09.2025“."),
        ("Samstag 28.9.", "Schreiben Sie „So 28.09.2025“ oder „Sa 27.09.2025“."),
    ],
)
def test_a_wrong_weekday_names_both_readings(text, mend):
    assert [fault.mend for fault in read_when(text, SPAN)[1]] == [mend]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("28.–3.10.", "Schreiben Sie „28.09.2025–03.10.2025“."),
        ("28.9.–3.8.", "Schreiben Sie „03.08.2025–28.09.2025“."),
        ("31.–3.9.", "Schreiben Sie Tag.Monat.Jahr, zum Beispiel „30.09.2025“."),
    ],
)
def test_a_range_turned_round_is_turned_back(text, mend):
    assert [fault.mend for fault in read_when(text, SPAN)[1]] == [mend]


@pytest.mark.parametrize(
    ("text", "mend"),
    [
        ("33.09.2025", "Schreiben Sie Tag.Monat.Jahr, zum Beispiel „14.09.2025“."),
        ("09.14.2025", "Schreiben Sie Tag.Monat.Jahr, zum Beispiel „14.09.2025“."),
        ("29.2.2025", "Schreiben Sie Tag.Monat.Jahr, zum Beispiel „28.02.2025“."),
    ],
)
def test_a_date_outside_the_calendar_gets_the_nearest(text, mend):
    assert [fault.mend for fault in read_when(text, SPAN)[1]] == [mend]


def test_a_long_value_is_cut_where_it_is_quoted():
    (fault,) = read_when("1.1.–31.12." + " 10 Uhr und 11 Uhr und 12 Uhr und 13 Uhr und 14 Uhr täglich", SPAN)[1]
    assert fault.message == "„1.1.–31.12. 10 Uhr und 11 Uhr und 12 Uhr und 13 Uhr und 14 U…“ ergibt mehr als 100 Termine."


def test_exactly_500_characters_are_read():
    assert len(read_when("14.9. 18 Uhr".ljust(500), SPAN)[0]) == 1
    assert codes(read_when("14.9. 18 Uhr".ljust(501), SPAN)[1]) == ["when-long"]


def test_exactly_100_occurrences_are_read():
    assert len(read_when("1.6.–8.9. 10 Uhr", SPAN)[0]) == 100
    assert codes(read_when("1.6.–9.9. 10 Uhr", SPAN)[1]) == ["when-long"]
    assert codes(read_when("1.6.–8.9. 10 Uhr; 9.9. 10 Uhr", SPAN)[1]) == ["when-long"]


# Opening hours


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("9–17", ((time(9), time(17)),)),
        ("9.30-17:45 Uhr", ((time(9, 30), time(17, 45)),)),
        ("von 9 bis 17 Uhr", ((time(9), time(17)),)),
        ("10–12 und 14–17 Uhr", ((time(10), time(12)), (time(14), time(17)))),
        ("10–12, 14–17", ((time(10), time(12)), (time(14), time(17)))),
        ("ab 18 Uhr", ((time(18), None),)),
        ("18 Uhr", ((time(18), None),)),
        ("18–24 Uhr", ((time(18), time(0)),)),
        ("20–2 Uhr", ((time(20), time(2)),)),
        ("14.09–15.09", ((time(14, 9), time(15, 9)),)),  # no dates here, so no doubt
        ("geschlossen", ()),
        ("Geschlossen", ()),
    ],
)
def test_windows(text, windows):
    assert read_windows(text) == (windows, ())


@pytest.mark.parametrize(
    ("text", "code", "message", "mend"),
    [
        ("", "when-empty", "Hier fehlt eine Angabe.", "Schreiben Sie zum Beispiel „9–17 Uhr“."),
        (
            "nach Vereinbarung", "when-word", "„nach Vereinbarung“ gehört nicht in diese Angabe.",
            "Schreiben Sie hier nur Angaben wie „9–17 Uhr“, alles andere in den Text.",
        ),
        ("abends", "when-time", "Bei „abends“ fehlt eine Uhrzeit.", "Schreiben Sie zum Beispiel „9–17 Uhr“."),
        ("24–2 Uhr", "when-time", "Bei „24–2 Uhr“ fehlt eine Uhrzeit.", "Schreiben Sie zum Beispiel „9–17 Uhr“."),
        ("9–", "when-time", "Bei „9–“ fehlt eine Uhrzeit.", "Schreiben Sie zum Beispiel „9–17 Uhr“."),
        ("Mo 9–17", "when-time", "Bei „Mo“ fehlt eine Uhrzeit.", "Schreiben Sie zum Beispiel „9–17 Uhr“."),
        ("14.9. 9–17", "when-time", "Bei „14.9.“ fehlt eine Uhrzeit.", "Schreiben Sie zum Beispiel „9–17 Uhr“."),
        (
            "9–17 geschlossen", "when-word", "„geschlossen“ gehört nicht in diese Angabe.",
            "Schreiben Sie hier nur Angaben wie „9–17 Uhr“, alles andere in den Text.",
        ),
        (
            "17–9", "when-order", "„17–9“ – das Ende 9 Uhr liegt vor dem Anfang 17 Uhr.",
            "Schreiben Sie „9–17 Uhr“, oder das Datum vor das Ende, wenn es der nächste Tag ist.",
        ),
    ],
)
def test_windows_refused(text, code, message, mend):
    assert read_windows(text) == ((), (Fault(code=code, message=message, mend=mend),))


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("mo-fr", (0, 1, 2, 3, 4)),
        ("Mo–Fr", (0, 1, 2, 3, 4)),
        ("Mo.–Fr.", (0, 1, 2, 3, 4)),
        ("Montag bis Freitag", (0, 1, 2, 3, 4)),
        ("montags bis freitags", (0, 1, 2, 3, 4)),
        ("mo, mi, fr", (0, 2, 4)),
        ("fr, mo und mi", (0, 2, 4)),
        ("mo-mi, sa", (0, 1, 2, 5)),
        ("fr-mo", (0, 4, 5, 6)),
        ("sa", (5,)),
        ("Sonnabend", (5,)),
        ("montags", (0,)),
        ("täglich", (0, 1, 2, 3, 4, 5, 6)),
        ("täglich außer montags", (1, 2, 3, 4, 5, 6)),
    ],
)
def test_hours(text, weekdays):
    assert read_hours(text, "9–17") == (Hours(weekdays=weekdays, windows=((time(9), time(17)),)), ())


def test_closed_hours_have_no_windows():
    assert read_hours("mo", "geschlossen") == (Hours(weekdays=(0,), windows=()), ())


@pytest.mark.parametrize(
    ("weekdays", "windows", "found"),
    [
        ("werktags", "9–17", ["when-word"]),
        ("mo-", "9–17", ["when-word"]),
        ("14.9.", "9–17", ["when-incomplete"]),
        ("", "9–17", ["when-empty"]),
        ("mo-fr", "offen", ["when-word"]),
        ("täglich außer mo-so", "9–17", ["when-empty"]),
        ("werktags", "offen", ["when-word", "when-word"]),
    ],
)
def test_hours_refused(weekdays, windows, found):
    hours, faults = read_hours(weekdays, windows)
    assert (hours, codes(faults)) == (None, found)


# One date, one moment


@pytest.mark.parametrize(
    "text", ["2025-09-10", "10.9.2025", "10.9.25", "10.9.", "10. September", "Mi 10.9.2025", "Mittwoch, 10. Sept. 2025"],
)
def test_date(text):
    assert read_date(text, SPAN) == (date(2025, 9, 10), ())  # before the programme, and no warning


@pytest.mark.parametrize("text", ["2019-09-10", "10.9.2019", "10.9.19", "10. September 2019", "Di 10.9.2019"])
def test_date_without_an_edition(text):
    assert read_date(text, None) == (date(2019, 9, 10), ())


def test_date_without_an_edition_needs_a_year():
    assert read_date("10.9.", None) == (
        None,
        (
            Fault(
                code="when-year", message="Zu „10.9.“ fehlt das Jahr.",
                mend="Schreiben Sie Tag, Monat und Jahr, zum Beispiel „23.09.2025“.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "when-empty"),
        ("bald", "when-word"),
        ("tba", "when-word"),
        ("31.9.2025", "when-date"),
        ("Mo 10.9.2025", "when-weekday"),
        ("10.9.2024", "when-year"),
        ("10.9.2025 18 Uhr", "when-word"),
        ("10.9.–12.9.2025", "when-word"),
        ("ab 10.9.2025", "when-word"),
        ("bis 10.9.2025", "when-word"),
        ("18 Uhr", "when-date"),
        ("10.", "when-date"),
    ],
)
def test_date_refused(text, code):
    found, faults = read_date(text, SPAN)
    assert (found, codes(faults)) == (None, [code])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10.9.2025", date(2025, 9, 10)),
        ("bis 10.9.", date(2025, 9, 10)),
        ("bis zum 10. September", date(2025, 9, 10)),
        ("10.9., 18 Uhr", at(10, 18)),
        ("bis Mi 10.9., 18.30 Uhr", at(10, 18, 30)),
        ("10.9. bis 18 Uhr", at(10, 18)),
        ("2025-09-10 18:00", at(10, 18)),
        ("10.9. 24 Uhr", at(11, 0)),
    ],
)
def test_moment(text, moment):
    assert read_moment(text, SPAN) == (moment, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "when-empty"),
        ("sofort", "when-word"),
        ("10.9. 16–18 Uhr", "when-word"),
        ("10.9. abends", "when-word"),
        ("10.9.–12.9.", "when-word"),
        ("10.9. 25 Uhr", "when-time"),
        ("30.3.2025 02:30", "when-gap"),
        ("18 Uhr", "when-date"),
    ],
)
def test_moment_refused(text, code):
    found, faults = read_moment(text, SPAN)
    assert (found, codes(faults)) == (None, [code])


def test_what_is_left_over_is_named_whole():
    (fault,) = read_moment("10.9. 16–18 Uhr", SPAN)[1]
    assert fault.message == "„–18 Uhr“ gehört nicht in diese Angabe."


# The table of patterns


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_the_example_of_a_pattern_is_one_token_of_its_name(pattern):
    found = [(token.name, token.text) for token in cut(pattern.example)]
    assert found == ([] if pattern.name == "filler" else [(pattern.name, pattern.example)])


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_means_the_same_in_javascript(pattern):
    assert not re.search(r"\\[A-Za-mo-z]|\(\?(?![:!=])|[*+?}]\+|\$", pattern.regex)


def test_patterns_are_json():
    exported = patterns()
    assert json.loads(json.dumps(exported)) == exported
    assert set(exported) == {"version", "flags", "patterns", "months", "weekdays", "weekly", "weekday_names", "clean", "limits"}


def test_tokens_keep_their_place_and_groups():
    assert [tuple(token) for token in cut("So 14.9., um 9.30 Uhr")] == [
        ("weekday", "So", 0, 2, ("So",)),
        ("day_month", "14.9.", 3, 8, ("14", "9")),
        ("comma", ",", 8, 9, ()),
        ("dotted", "9.30 Uhr", 13, 21, ("9", "30", "Uhr")),
    ]


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("14.9.\u00a018\u202fUhr", "14.9. 18 Uhr"),
        (" 14.9.\t\u2009 18 Uhr\n", "14.9. 18 Uhr"),
        ("Septem\u00adber", "September"),
        ("Ma\u0308rz", "März"),
        ("2025\u201109\u201114", "2025-09-14"),
        ("14.9.\r\n15.9.", "14.9.\n\n15.9."),
    ],
)
def test_clean(text, cleaned):
    assert clean(text) == cleaned


def test_unprintable_names_each_sign_once():
    assert unprintable("a\u200bb\u200b\x07\n") == "\u200b\x07"


# The rules, one by one


def reader(text: str) -> Reader:
    return Reader(clean(text), SPAN, "18 Uhr")


def test_a_reader_looks_ahead_and_takes_what_fits():
    cursor = reader("14.9., 18 Uhr")
    assert [cursor.name(ahead) for ahead in range(5)] == ["day_month", "comma", "hour", "end", "end"]
    assert (cursor.take("hour"), cursor.place) == (None, 0)
    assert (cursor.take("day_month"), cursor.past("comma"), cursor.place) == (cursor.tokens[0], 1, 1)
    cursor.skip("comma")
    assert (cursor.token().text, cursor.seen(0), cursor.leads_to_date(), cursor.is_wrong) == ("18 Uhr", "14.9.,", False, False)


def test_stretches_are_days_and_ranges():
    found = read_stretches(reader("14.–16., 18. und ab 20.9."))
    assert found == [
        (date(2025, 9, 14), date(2025, 9, 16)), (date(2025, 9, 18), date(2025, 9, 18)), (date(2025, 9, 20), None),
    ]


def test_one_day():
    assert read_day(reader("So, 14.9.")) == date(2025, 9, 14)


def test_times_are_windows_in_minutes():
    assert read_times(reader("9–12.30 und ab 18 Uhr")) == (Window(540, 750), Window(1080))


def test_a_clock_is_minutes():
    assert read_clock(reader("24:00")) == 1440
    with pytest.raises(Refused, match="when-time"):
        read_clock(reader("24:01"))


def test_weekdays_before_a_date_are_left_to_it():
    cursor = reader("Mo, Di 16.9.")
    assert (read_weekdays(cursor), cursor.place) == (frozenset({0}), 1)


def test_weekday_names_long_short_and_weekly():
    assert [weekday_number(token) for token in cut("Mo dienstags SONNTAG Sonnabend")] == [0, 1, 6, 5]


def test_small_forms():
    assert (spelled(date(2025, 9, 4)), named(date(2025, 9, 14))) == ("04.09.2025", "So 14.09.2025")
    assert (clock(540), clock(545), clock(1440)) == ("9", "9:05", "24")
    assert (quoted("a\nb"), quoted("x" * 61)) == ("a b", "x" * 60 + "…")
    assert (calendar_day(2025, 2, 29), time_of("9", "05"), time_of("25", "00"), time_of("9", "5")) == (None, "9:05", None, None)


def test_the_span_knows_its_days():
    assert (SPAN.has(date(2025, 9, 14)), SPAN.has(date(2025, 9, 29)), SPAN.has(None)) == (True, False, False)
    assert (SPAN.day(9, 31), SPAN.day(9, 30), SPAN.weekday(5)) == (None, date(2025, 9, 30), date(2025, 9, 20))
