"""Slips: quotes, fields, and that hostile text does not cost minutes. What people really type is in `test_source`."""

from __future__ import annotations

import time

import pytest

from ikw.source.slips import field_of, mend_all, quoted, shortened, slips

QUOTED = {
    "plain": ("Lesung #1", '"Lesung #1"'),
    "double inside": ('"Nie" wieder', "'\"Nie\" wieder'"),
    "single inside": ("Rock 'n' Roll", "\"Rock 'n' Roll\""),
    "both inside": ("\"a\" 'b'", "'\"a\" ''b'''"),
    "backslash": (r"C:\x", r"'C:\x'"),
    "typographic": ("„Nie“ @home", '"„Nie“ @home"'),
}


@pytest.mark.parametrize(("value", "expected"), QUOTED.values(), ids=QUOTED)
def test_quotes_are_chosen_so_that_nothing_is_escaped(value: str, expected: str) -> None:
    assert quoted(value) == expected


FIELDS = {
    "title: Fest": "title", "  until: x": "until", "  - title: x": "title", "- - a: b": "a", "title : x": "title",
    "mo-fr: 9–17": "mo-fr",
    "- Café: x": "", "Fest": "", "https://example.org": "https", '"a": b': "", "": "",
    "x" * 80 + ": y": "x" * 80, "x" * 81 + ": y": "",
}


@pytest.mark.parametrize(("line", "field"), FIELDS.items())
def test_the_field_of_a_line_is_its_name(line: str, field: str) -> None:
    assert field_of(line) == field


@pytest.mark.parametrize("line", ["", "Fest", "a: b", "- b", 'a: "b"', "a: 'b' # c", "a: https://example.org", "# a: b: c"])
def test_a_good_line_has_no_slip(line: str) -> None:
    assert list(slips(line)) == []


def test_a_mend_counts_only_if_the_judge_gets_further() -> None:
    text, faults = mend_all("a: b: c\n", lambda text: 0)
    assert (text, [fault.code for fault in faults]) == (None, ["yaml-syntax"])


def test_faults_count_from_the_first_line() -> None:
    stops = {"a: @b": 0, "c: @d": 0}
    text, faults = mend_all("a: @b\nc: @d", lambda text: stops.get(text), 10)
    assert (text, [fault.line for fault in faults]) == ('a: "@b"\nc: "@d"', [10, 11])


def test_a_long_line_is_shortened() -> None:
    assert (shortened("x" * 60), shortened("x" * 61)) == ("x" * 60, "x" * 59 + "…")


HOSTILE = {
    "one field of many broken lines": "a:\n" + "  - @b: c: [\n" * 18_000,
    "many broken fields": "a: b: c\n" * 30_000,
    "one long line": "a: " + "b: " * 80_000,
    "brackets": "a: " + "[" * 200_000,
    "quotes": "a: " + "'\"" * 100_000,
    "spaces": "a" + " " * 200_000 + ": b: c",
    "strokes": "- " * 100_000 + "a: b: c",
    "tabs": "\t" * 200_000 + "a: b",
    "indents": "".join(" " * n + "a:\n" for n in range(600)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_judged_in_time(text: str) -> None:
    from ikw.source import read_yaml  # noqa: PLC0415 -- only here: the judge that slips must not know

    begin = time.process_time()
    fields, faults = read_yaml(text)
    assert (fields is None or bool(faults), time.process_time() - begin < 3) == (True, True)
