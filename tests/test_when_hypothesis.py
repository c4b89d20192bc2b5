"""What holds for every text of `when`: nothing raises, every spelling means the same, lists keep their order."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from ikw.model import Occurrence
from ikw.problems import ERROR, WARNING
from ikw.when import PATTERNS, Span, read_date, read_hours, read_moment, read_when, read_windows
from ikw.when.tokens import MONTHS, WEEKDAYS

BERLIN = ZoneInfo("Europe/Berlin")
SPAN = Span(first=date(2025, 9, 14), last=date(2025, 9, 28), zone=BERLIN)
WINTER = Span(first=date(2025, 12, 27), last=date(2026, 1, 6), zone=BERLIN)

PIECES = st.sampled_from([
    *(pattern.example for pattern in PATTERNS if pattern.name != "word"),
    "15.", "16.9.", "19.9.2025", "20. September", "Mo", "So", "9", "10:30", "12 Uhr", "24 Uhr", "2", "2:30", "30.3.", "26.10.",
    "31.9.", "14.9.2024", "2026", " ", "\n", "\u00a0", "(", ".", "x",
])
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="0123456789.:-–,;/ +Uhrabisundo", max_size=30),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)

days = st.dates(SPAN.first, SPAN.last)
minutes = st.integers(0, 24 * 60 - 1)


# Any text


@given(TEXTS, st.sampled_from([SPAN, WINTER]))
@example("ſo 14.9. Mİ 3.9. K", SPAN)
@example("\ud800", SPAN)
@example("ab ab", SPAN)
@example("14.9. 10 ab", SPAN)
def test_any_text_is_read_or_refused(text, span):
    occurrences, faults = read_when(text, span)
    assert all(fault.code.startswith("when-") and fault.message and fault.mend for fault in faults)
    assert all(text.isprintable() for fault in faults for text in (fault.message, fault.mend))
    if any(fault.severity == ERROR for fault in faults):
        assert occurrences == ()
    assert [one.key for one in occurrences] == [str(place) for place in range(1, len(occurrences) + 1)]
    assert len(occurrences) <= 100


@given(TEXTS)
def test_occurrences_are_sound(text):
    for one in read_when(text, SPAN)[0]:
        assert one.last_day is None or one.last_day >= one.day
        assert one.end is None or (one.start is not None and one.start < one.end <= one.start + timedelta(hours=24))
        assert one.start is None or timedelta(0) <= one.start.replace(tzinfo=None) - midnight(one.day) <= timedelta(hours=24)
        assert one.words is None or one.start is None


@given(TEXTS, TEXTS)
def test_the_smaller_readings_never_raise(text, other):
    readings = (
        read_windows(text), read_hours(text, other), read_date(text, None), read_date(text, SPAN), read_moment(text, SPAN),
    )
    for value, faults in readings:
        assert not value or not any(fault.severity == ERROR for fault in faults)


@given(TEXTS, st.sampled_from(["\u00a0", "\u202f", "\u2009", "\t", "  "]))
def test_every_white_space_is_a_space(text, space):
    assume(len(text) < 200 and "\u00ad" not in text)
    assert read_when(text.replace(" ", space), SPAN) == read_when(text, SPAN)


# Known occurrences in every spelling


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)  # noqa: DTZ001 -- wall-clock time


def aware(day: date, minute: int) -> datetime:
    return (midnight(day) + timedelta(minutes=minute)).replace(tzinfo=BERLIN)


@st.composite
def spelled_days(draw, day, *, short=True):
    """A date in any documented spelling."""
    month = MONTHS[day.month - 1]
    spellings = [
        day.isoformat(), f"{day.day}.{day.month}.{day.year}", f"{day:%d.%m.%Y}", f"{day:%d.%m.%y}",
        f"{day.day}. {day.month}. {day.year}", f"{day.day}. {month} {day.year}", f"{day.day}. {month[:3]}. {day.year}",
    ]
    if short:
        spellings += [f"{day.day}.{day.month}.", f"{day:%d.%m.}", f"{day.day}. {month}", f"{day.day}. {month.upper()}"]
    name = WEEKDAYS[day.weekday()]
    weekdays = ["", f"{name} ", f"{name}, ", f"{name[:2]} ", f"{name[:2]}. ", f"{name[:2]}., ", f"{name}, den "]
    return draw(st.sampled_from(weekdays)) + draw(st.sampled_from(spellings))


@st.composite
def spelled_clocks(draw, minute, *, must_say_uhr=True):
    """A time in any documented spelling."""
    hour, rest = divmod(minute, 60)
    spellings = [f"{hour}:{rest:02}", f"{hour:02}:{rest:02}", f"{hour}.{rest:02}", *([] if rest else [f"{hour}"])]
    unit = draw(st.sampled_from([" Uhr", "Uhr", "h", " h"]))
    return draw(st.sampled_from(spellings)) + (unit if must_say_uhr or draw(st.booleans()) else "")


@st.composite
def spelled_windows(draw, start, end):
    """A time with or without an end in any documented spelling."""
    if end is None:
        return draw(st.sampled_from(["", "um ", "ab ", "gegen ", "von ", "startet um "])) + draw(spelled_clocks(start))
    dash = draw(st.sampled_from(["-", "–", "—", " - ", " – ", " — ", " bis "]))
    lead = draw(st.sampled_from(["", "von "]))
    return lead + draw(spelled_clocks(start, must_say_uhr=False)) + dash + draw(spelled_clocks(end))


@st.composite
def spelled_occurrences(draw):
    """An occurrence of one day and a text that means it."""
    day = draw(days)
    text = draw(spelled_days(day))
    kind = draw(st.sampled_from(["day", "words", "start", "window", "night"]))
    if kind == "day":
        return Occurrence(key="1", day=day, last_day=day), text
    if kind == "words":
        words = draw(st.sampled_from(["abends", "nachmittags", "vormittags", "am Abend", "am Nachmittag"]))
        return Occurrence(key="1", day=day, last_day=day, words=words), f"{text} {words}"
    start = draw(st.integers(12 * 60, 24 * 60 - 1) if kind == "night" else minutes)
    end = None
    if kind == "window":
        end = draw(st.integers(start + 1, 24 * 60))
    elif kind == "night":
        end = 24 * 60 + draw(st.integers(0, 6 * 60))
    window = draw(spelled_windows(start, end if end is None or end <= 24 * 60 else end - 24 * 60))
    gap = draw(st.sampled_from([" ", ", ", "  "]))
    found = Occurrence(key="1", day=day, last_day=day, start=aware(day, start), end=None if end is None else aware(day, end))
    return found, f"{text}{gap}{window}"


@given(spelled_occurrences())
def test_every_spelling_reads_back(known):
    occurrence, text = known
    assert read_when(text, SPAN) == ((occurrence,), ())


@given(days, days, st.sampled_from(["-", "–", "—", " - ", " – ", " bis ", " bis zum "]), st.data())
def test_every_spelling_of_a_range_reads_back(one, other, dash, data):
    first, last = sorted((one, other))
    start = data.draw(st.one_of(spelled_days(first), st.just(f"{first.day}."), st.just(f"vom {first.day}.")))
    text = start + dash + data.draw(spelled_days(last))
    assert read_when(text, SPAN) == ((Occurrence(key="1", day=first, last_day=last),), ())


@given(days, st.data())
def test_one_date_reads_back_without_an_edition(day, data):
    assert read_date(data.draw(spelled_days(day, short=False)), None) == (day, ())


@given(days, minutes, st.sampled_from(["", "bis "]), st.data())
def test_one_moment_reads_back(day, minute, lead, data):
    text = f"{lead}{data.draw(spelled_days(day))}, {data.draw(spelled_clocks(minute))}"
    assert read_moment(text, SPAN) == (aware(day, minute), ())


# Lists


@given(st.lists(spelled_occurrences(), min_size=1, max_size=6), st.sampled_from(["; ", ";", "\n"]))
def test_a_list_keeps_its_order(known, joint):
    facts = [(one.day, one.last_day, one.start, one.end, one.words) for one, _ in known]
    assume(len(set(facts)) == len(facts))
    text = joint.join(text for _, text in known)
    assume(len(text) <= 500)
    occurrences, faults = read_when(text, SPAN)
    assert ([(one.day, one.last_day, one.start, one.end, one.words) for one in occurrences], faults) == (facts, ())


@given(st.lists(days, min_size=1, max_size=5, unique=True), st.lists(minutes, min_size=1, max_size=3, unique=True), st.data())
def test_dates_share_the_times_that_follow(dates, starts, data):
    joints = st.sampled_from([", ", " und ", " + ", " u. ", " & "])
    written_days = data.draw(joints).join(data.draw(spelled_days(day)) for day in dates)
    written_starts = data.draw(joints).join(data.draw(spelled_clocks(start)) for start in starts)
    text = f"{written_days}, {written_starts}"
    occurrences, faults = read_when(text, SPAN)
    assert [one.start for one in occurrences] == [aware(day, start) for day in dates for start in starts]
    # as many times as days: each could belong to one of them
    assert [fault.code for fault in faults] == (["when-each"] if len(dates) == len(starts) > 1 else [])


@given(st.lists(st.sampled_from(range(7)), max_size=3, unique=True))
def test_a_range_with_a_time_is_every_day_but_those_left_out(without):
    names = " und ".join(f"{WEEKDAYS[number].lower()}s" for number in without)
    occurrences, faults = read_when(f"14.–28.9. täglich{' außer ' if names else ''}{names} 10 Uhr", SPAN)
    all_days = [SPAN.first + timedelta(days=step) for step in range(15)]
    assert ([one.day for one in occurrences], faults) == ([day for day in all_days if day.weekday() not in without], ())


@given(st.dates(date(2025, 1, 1), date(2025, 12, 31)), minutes)
def test_a_date_elsewhere_in_the_year_is_warned_of_and_never_hidden(day, minute):
    occurrences, faults = read_when(f"{day} {minute // 60}:{minute % 60:02}", SPAN)
    if day == date(2025, 3, 30) and 120 <= minute < 180:
        assert [fault.code for fault in faults] == ["when-gap"]
    else:
        assert len(occurrences) == 1
        assert all(fault.severity == WARNING for fault in faults)
