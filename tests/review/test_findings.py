"""Findings: written small, read like a stranger's."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.review.findings import MOST_BYTES, MOST_ITEMS, MOST_LETTERS, Finding, Findings, HostileError, ReadBack, read, written
from review.hostile import TEXTS

FINDING = Finding(path="events/2025/fest.md", line=4, severity="error", field="when", message="„33.9.“ ist kein Datum.", mend="Schreiben Sie 23.9.")
EVENT = ReadBack(path="events/2025/fest.md", title="Fest", facts=(("Wann", "So 14.9."), ("Wo", "Halle")), is_draft=True)
WHOLE = Findings(checked=88, problems=(FINDING,), events=(EVENT,), removed=("events/2025/weg.md",))


def record(**values: Any) -> bytes:
    """Findings as a file, with some values changed; None takes one away."""
    made = {**json.loads(written(WHOLE)), **values}
    return json.dumps({key: value for key, value in made.items() if value is not None}).encode()


def problem(**values: Any) -> bytes:
    return record(problems=[{**json.loads(written(WHOLE))["problems"][0], **values}])


def test_what_is_written_is_read() -> None:
    assert read(written(WHOLE)) == WHOLE
    assert read(written(Findings())) == Findings()


HOSTILE = {
    "nothing": b"", "no JSON": b"{", "a list": b"[]", "a number": b"1", "no UTF-8": b'{"version": "\xff"}', "deep": b"[" * 20000, "many braces": b"{" * 5000,
    "long": b" " * (MOST_BYTES + 1), "another version": record(version=2), "no version": record(version=None), "one more": record(extra=1),
    "checked is text": record(checked="88"), "checked is true": record(checked=True), "checked is less": record(checked=-1),
    "checked is huge": record(checked=10**12), "checked is no number": b'{"version":1,"checked":NaN,"problems":[],"events":[],"removed":[]}',
    "problems is a record": record(problems={}), "a problem is text": record(problems=["x"]), "too many": record(removed=["x"] * (MOST_ITEMS + 1)),
    "severity": problem(severity="fatal"), "line is text": problem(line="4"), "line is a fraction": problem(line=1.5), "path is null": problem(path=None),
    "a long text": problem(message="x" * (MOST_LETTERS + 1)), "is_here is text": problem(is_here="true"), "one field more": problem(url="x"),
    "a fact is text": record(events=[{"path": "a", "title": "b", "facts": ["ab"], "is_draft": False}]),
    "a fact of three": record(events=[{"path": "a", "title": "b", "facts": [["a", "b", "c"]], "is_draft": False}]),
    "digits without end": b'{"version":' + b"9" * 100000 + b"}",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_no_run_of_ours_hands_over_is_refused(case: str) -> None:
    with pytest.raises(HostileError):
        read(HOSTILE[case])


@given(st.binary(max_size=300))
def test_whatever_comes_is_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(HostileError):
        read(data)


def test_a_lot_is_written_small_and_errors_are_not_what_is_left_out() -> None:
    warning = Finding(path="a", line=1, severity="warning", field="x", message="w" * 3000, mend="w" * 3000)
    many = Findings(problems=(*[warning] * 1000, FINDING), events=(EVENT,) * 1000, removed=("x" * 3000,) * 1000)
    data = written(many)
    assert len(data) <= MOST_BYTES
    assert read(data).errors == (FINDING,)


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_can_be_handed_over(text: str) -> None:
    found = read(written(Findings(removed=(text,), events=(ReadBack(path=text, title=text, facts=((text, text),)),))))
    assert len(found.removed[0]) <= MOST_LETTERS


def test_errors_here_come_first_and_warnings_elsewhere_are_nobodys_business() -> None:
    def one(path: str, severity: str, *, is_here: bool) -> Finding:
        return Finding(path=path, line=1, severity=severity, field="", message="", mend="", is_here=is_here)

    found = Findings(problems=(
        one("a", "error", is_here=False), one("b", "warning", is_here=False), one("c", "error", is_here=True), one("d", "warning", is_here=True),
    ))
    assert [finding.path for finding in found.errors] == ["c", "a"]
    assert [finding.path for finding in found.warnings] == ["d"]
