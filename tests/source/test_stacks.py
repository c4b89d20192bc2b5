"""Marks piled up on a letter, and marks on none, are named; what scripts really put there may stand. One table for both sides."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from form.stacks import FINE, WRONG
from ikw.problems import Fault
from ikw.source import event_of
from ikw.source.stacks import MOST, faults

EVENTS = Path(__file__).parents[2] / "events"


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_a_script_puts_on_a_letter_may_stand(text: str) -> None:
    assert faults(text) == ()


@pytest.mark.parametrize(("text", "said"), WRONG.values(), ids=WRONG)
def test_what_covers_other_lines_is_named(text: str, said: list[tuple[int, str, str]]) -> None:
    assert [(one.line, one.message, one.mend) for one in faults(text)] == said
    assert {one.code for one in faults(text)} <= {"text-marks"}


def test_the_mends_pass() -> None:
    for text, said in WRONG.values():
        for _, _, mend in said:
            assert faults(mend.partition(": ")[2]) == (), text


def test_all_texts_of_the_sample_pass() -> None:
    texts = [path.read_text(encoding="utf-8") for path in EVENTS.rglob("*.md")]
    assert len(texts) > 500
    assert [faults(text) for text in texts if faults(text)] == []
    assert [faults(unicodedata.normalize("NFD", text)) for text in texts if faults(unicodedata.normalize("NFD", text))] == []


def test_a_file_is_judged_whole_with_its_line() -> None:
    data = f"---\ntitle: Fest\nroom: Sa{'̀' * 5}al\n---\nHallo a{'́' * 9}b\n".encode()
    _, problems = event_of(data, "2025/fest.md")
    assert [(one.line, one.code, one.severity) for one in problems] == [(3, "text-marks", "error"), (5, "text-marks", "error")]


@pytest.mark.parametrize(("line", "codes"), [
    ('title: "Fe\\u0300\\u0300\\u0300\\u0300\\u0300st"', ["text-marks"]), ('title: "B\\u0430d"', ["text-lookalike"]), ('title: "Caf\\u00e9"', []), ('title: "Café"', []),
])
def test_letters_that_are_spelled_out_are_judged_too(line: str, codes: list[str]) -> None:
    _, problems = event_of(f"---\n{line}\n---\n".encode(), "2025/fest.md")
    assert [(one.line, one.code) for one in problems] == [(2, code) for code in codes]


def test_much_of_it_costs_nothing() -> None:
    """Half a megabyte in one word, and in many lines: one fault for each line."""
    assert [len(faults(text)) for text in ("a" + "̀" * 500_000, ("a" + "̀" * 9) * 50_000, f"a{'̀' * 9}\n" * 500)] == [1, 1, 500]
    assert faults("a" + "̀" * MOST) == ()


def test_a_fault_is_a_fault_like_others() -> None:
    assert faults("Fe" + "̀" * 5 + "st", 7) == (Fault(
        code="text-marks", line=7, message="In „Fest“ stehen 5 Zeichen übereinander auf einem Buchstaben, das erste ist U+0300; sie verdecken andere Zeilen.",
        mend="Tippen Sie die Stelle neu, ohne zu kopieren: Fest",
    ),)
