"""Days: which day an occurrence belongs to, and which part of it. Floor 2, pure. The only place that decides this."""

from __future__ import annotations

from datetime import date, time, timedelta

from ikw.model import Occurrence

# A night ends when the first buses go: what starts at 1 a.m. is listed under the evening before, as people say it.
DAY_BEGINS = time(4)
# What goes on after this hour is no night any more but belongs to the day it starts on, as a hike to the sunrise does.
NIGHT_ENDS = time(6)
NOON = time(12)
EVENING = time(18)
PARTS = ("day", "morning", "afternoon", "evening")

# What a word stands for among times; "mittag" is last, since it is in two of the others.
_HOURS = {
    "morgen": time(8), "vormittag": time(10), "nachmittag": time(14), "abend": time(18), "mittag": time(12),
}


def is_night(occurrence: Occurrence) -> bool:
    """Whether it belongs to the evening before: starts between midnight and 4 a.m., and is over by 6 where an end is known."""
    start, end = occurrence.start, occurrence.end
    if start is None or start.hour >= DAY_BEGINS.hour:
        return False
    return end is None or (end.date() == start.date() and end.time() <= NIGHT_ENDS)


def programme_day(occurrence: Occurrence) -> date:
    """Return the day an occurrence is listed under: the evening before for a night that starts after midnight."""
    if occurrence.start and is_night(occurrence):
        return occurrence.start.date() - timedelta(days=1)
    return occurrence.day


def daytime(occurrence: Occurrence) -> str | None:
    """Return what is written instead of a time as a word of `texts.DAYTIME_WORDS`: "abend" for "am Abend"; None for a time."""
    words = (occurrence.words or "").lower()
    return next((word for word in _HOURS if word in words), None)


def usual_time(occurrence: Occurrence) -> time | None:
    """Return the time to sort by: the start, else what "abends" stands for, else None (the whole day)."""
    if occurrence.start:
        return occurrence.start.time()
    word = daytime(occurrence)
    return _HOURS[word] if word else None


def part_of_day(occurrence: Occurrence) -> str:
    """Return "day" (no time known), "morning" (before 12), "afternoon" (before 18) or "evening" (and the night)."""
    at = usual_time(occurrence)
    if at is None:
        return "day"
    if at >= EVENING or is_night(occurrence):
        return "evening"
    return "morning" if at < NOON else "afternoon"


def order(occurrence: Occurrence) -> tuple[date, int]:
    """Sort by programme day, whole days first, then time; after midnight comes last."""
    day, at = programme_day(occurrence), usual_time(occurrence)
    if at is None:
        return day, -1
    later = 1 if occurrence.start and occurrence.start.date() > day else 0
    return day, (later * 24 + at.hour) * 60 + at.minute
