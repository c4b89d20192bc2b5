"""Days: which day an occurrence belongs to, and which part of it. Floor 2, pure. The only place that decides this."""

from __future__ import annotations

from datetime import date, time, timedelta

from ikw.model import Occurrence

# A night ends when the first buses go: what starts at 1 a.m. is listed under the evening before, as people say it.
DAY_BEGINS = time(4)
NOON = time(12)
EVENING = time(18)
PARTS = ("day", "morning", "afternoon", "evening")

_ORDER = {"morgens": time(8), "vormittags": time(10), "mittags": time(12), "nachmittags": time(14), "abends": time(18)}


def programme_day(occurrence: Occurrence) -> date:
    """Return the day an occurrence is listed under: the evening before for a start between midnight and 4 a.m."""
    if occurrence.start and occurrence.start.timetz().replace(tzinfo=None) < DAY_BEGINS:
        return occurrence.start.date() - timedelta(days=1)
    return occurrence.day


def usual_time(occurrence: Occurrence) -> time | None:
    """Return the time to sort by: the start, else what "abends" stands for, else None (the whole day)."""
    if occurrence.start:
        return occurrence.start.time()
    words = (occurrence.words or "").lower()
    return next((hour for word, hour in _ORDER.items() if word.removesuffix("s") in words), None)


def part_of_day(occurrence: Occurrence) -> str:
    """Return "day" (no time known), "morning" (before 12), "afternoon" (before 18) or "evening" (and the night)."""
    at = usual_time(occurrence)
    if at is None:
        return "day"
    if at < DAY_BEGINS or at >= EVENING:
        return "evening"
    return "morning" if at < NOON else "afternoon"


def order(occurrence: Occurrence) -> tuple[date, float]:
    """Sort by programme day, whole days first, then time; after midnight comes last."""
    at = usual_time(occurrence)
    minutes = -1.0 if at is None else at.hour * 60 + at.minute + (24 * 60 if at < DAY_BEGINS else 0)
    return programme_day(occurrence), minutes
