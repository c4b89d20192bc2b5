"""Both readers of dates and times: one table of patterns, one list of cases, the same words for every fault."""

from __future__ import annotations

import json
from datetime import time
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from form.node import asked, told
from ikw.when import read_hours, read_moment, read_when, read_windows
from records import SPAN
from test_when import CASES, notation

pytestmark = pytest.mark.slow

# what the texts of people are made of, to be strewn together
PIECES = (
    "14.9.", "15.09.2025", "2025-09-20", "So", "Sa 20.9.", "Mo", "31.9.", "10.9", "14.", "28.", "26. Oktober", "14. September 2025", "3.10.2025",
    "9.30", "9:30 Uhr", "18 Uhr", "18", "24 Uhr", "25 Uhr", "2", "1830", "930", "10–12", "16.30–18 Uhr", "21–2 Uhr", "ab", "bis", "um", "von",
    "und", "+", ",", ";", "–", "/", "jeweils", "täglich", "außer", "montags", "mo-fr", "abends", "am Abend", "tba", "9/14/2025", "18:00+02:00", "Einlass", "28.9.25",
    "14.–28.9.", "20./21.9.", "14. 9.", "29.3.", "2.30 Uhr", "26.10. 2.30 Uhr", "\n", "geschlossen", "U", "September", "2025-09",
    "7 pm", "7:30 PM", "9 am", "12 a.m.", "am", "pm", "18,20 Uhr", "18,30", "16,18,20", "9,15",
)


def strewn(count: int, seed: int) -> list[str]:
    chance = Random(seed)
    return [" ".join(chance.choices(PIECES, k=chance.randint(1, 7))) for _ in range(count)]


def test_every_case_of_the_shared_list() -> None:
    answers = asked(["when", case["text"]] for case in CASES)
    for case, answer in zip(CASES, answers, strict=True):
        codes = [fault["code"] for fault in answer["faults"]]
        if "fault" in case:
            assert (answer["found"], codes[:1]) == ([], [case["fault"]]), case
        else:
            assert answer["found"] == case["ok"], case
            assert codes == case.get("warnings", []), case


def test_the_same_occurrences_and_words_for_whatever_is_written() -> None:
    texts = [*(case["text"] for case in CASES), *strewn(4000, 1), "", " ", "14.9.\u200b", "\u00e4" * 501, "\U0001f600 14.9.", "14.9. 18\u00a0Uhr"]
    for text, answer in zip(texts, asked(["when", text] for text in texts), strict=True):
        occurrences, faults = read_when(text, SPAN)
        assert answer["found"] == [notation(one) for one in occurrences], text
        assert answer["keys"] == [one.key for one in occurrences], text
        assert answer["faults"] == told(faults), text


def test_the_same_moments() -> None:
    texts = [*strewn(800, 2), "bis 12.9. 18 Uhr", "12.09.2025", "bis zum 12.9., 24 Uhr"]
    for text, answer in zip(texts, asked(["moment", text] for text in texts), strict=True):
        value, faults = read_moment(text, SPAN)
        found = value.isoformat(timespec="minutes") if hasattr(value, "hour") else value.isoformat() if value else None
        assert (answer["found"], answer["faults"]) == (found, told(faults)), text


def test_the_same_opening_hours() -> None:
    pairs = list(pairwise([*strewn(600, 3), "mo-fr", "9–17", "täglich außer mo", "10–12 und 14–17 Uhr", "sa", "geschlossen", "fr-mo", "ab 18 Uhr"]))
    for (weekdays, windows), answer in zip(pairs, asked(["hours", *pair] for pair in pairs), strict=True):
        hours, faults = read_hours(weekdays, windows)
        found = hours and {"weekdays": list(hours.weekdays), "windows": in_minutes(hours.windows)}
        assert (answer["found"], answer["faults"]) == (found, told(faults)), (weekdays, windows)


def in_minutes(windows: tuple[tuple[time, time | None], ...]) -> list[list[int | None]]:
    return [[None if at is None else at.hour * 60 + at.minute for at in window] for window in windows]


def test_the_same_windows() -> None:
    texts = [*strewn(300, 4), "12–12.15", "12.15", "12, 13 Uhr", "abends"]
    for text, answer in zip(texts, asked(["windows", text] for text in texts), strict=True):
        windows, faults = read_windows(text)
        assert (answer["found"], answer["faults"]) == (in_minutes(windows), told(faults)), text


def test_the_list_of_cases_is_the_one_of_the_check() -> None:
    path = Path(__file__).parents[1] / "when_cases.json"
    assert [case for case in json.loads(path.read_text(encoding="utf-8")) if "text" in case] == CASES
