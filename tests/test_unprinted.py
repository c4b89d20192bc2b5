"""Letters that paper does not have: which are signs, at which line they are told, and in which words."""

from __future__ import annotations

import pytest

from ikw.unprinted import faults_by_line, is_sign, spelled, texts_of, without_letters
from samples import at, event, venue


@pytest.mark.parametrize(("letter", "expected"), [
    ("\U0001f389", True), ("☕", True), ("\U0001f3fd", True), ("⃣", True), ("★", True), ("\U0001fae8", True),  # the last is newer than this Python
    ("ክ", False), ("中", False), ("ქ", False), ("→", False), ("€", False),
])
def test_signs_are_no_letters(letter: str, expected: bool) -> None:
    assert is_sign(letter) == expected


def test_signs_and_letters_without_a_font_are_warnings() -> None:
    found = [(fault.code, fault.severity, fault.message) for fault in without_letters(("☕", "→", "中"))]
    assert found == [
        ("paper-sign", "warning", "„☕“ (U+2615) gibt es im Heft nicht. Dort fehlt das Zeichen."),
        ("paper-letter", "warning", "Für „中“ (U+4E2D) gibt es im Heft keine Schrift. Dort steht „…“."),
    ]


def test_letters_are_named_with_their_numbers() -> None:
    assert spelled(("中", "\U0001f389")) == "„中“ (U+4E2D), „\U0001f389“ (U+1F389)"


LINES = ["title: Brot 中文", "bring: ☕ 中", "", "Text ☕ \U0001f389"]


@pytest.mark.parametrize(("missing", "lines", "expected"), [
    ("", LINES, []),
    # each where it stands first, in the order of the line
    ("文中", LINES, [(1, "Für „中“ (U+4E2D), „文“ (U+6587)")]), ("\U0001f389☕", LINES, [(2, "„☕“ (U+2615)"), (4, "„\U0001f389“ (U+1F389)")]),
    # a sign and a letter of one line are told apart
    ("日☕", ["日 ☕"], [(1, "„☕“ (U+2615)"), (1, "Für „日“ (U+65E5)")]),
    # what stands in no line was written in another way
    ("☃", LINES, [(1, "„☃“ (U+2603)")]), ("☃", [], [(1, "„☃“ (U+2603)")]),
    # an arrow becomes a dash
    ("→", ["a → b"], []),
])
def test_letters_are_told_by_line(missing: str, lines: list[str], expected: list[tuple[int, str]]) -> None:
    assert [(line, fault.message.partition(" gibt")[0]) for line, fault in faults_by_line(missing, lines)] == expected


def test_all_texts_of_an_event_but_those_of_known_places() -> None:
    made = event("fest", title="Fest", when=[at("2025-09-14 14:00")], venues=[venue("stadthalle")])
    texts = texts_of(made)
    assert "Fest" in texts
    assert "Stadthalle" not in texts
    assert "Stadthalle" in texts_of(venue("stadthalle"), is_own=True)
