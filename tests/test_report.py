"""Problems as text, as JSON, as annotations: exact, and never a command of whoever wrote the data."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ikw.problems import ERROR, REFUSED, WARNING, Problem
from ikw.report import FORMATS, as_github, as_gitlab, as_json, as_text, summary


def problem(**values: object) -> Problem:
    defaults: dict[str, object] = {
        "path": "2025/fest.md", "line": 4, "field": "when", "code": "when-date", "severity": ERROR, "message": "„33.09.2025“ ist kein Datum.",
        "mend": "Schreiben Sie 23.09.2025.",
    }
    return Problem(**(defaults | values))  # type: ignore[arg-type] # values of a problem


WHOLE = problem(path="2025/Fest.md", line=0, field="", code="file-name", severity=WARNING, message="Das ist kein Name.", mend="Benennen Sie es um.")


def test_text_is_a_line_with_its_mend_below() -> None:
    assert as_text([problem(), WHOLE], "events") == (
        "events/2025/fest.md:4: Fehler: when: „33.09.2025“ ist kein Datum.\n    Schreiben Sie 23.09.2025.\n"
        "events/2025/Fest.md:0: Warnung: Das ist kein Name.\n    Benennen Sie es um.\n"
    )


def test_json_is_a_list_of_objects() -> None:
    assert json.loads(as_json([problem(), WHOLE], "events")) == [
        {
            "path": "events/2025/fest.md", "line": 4, "severity": "error", "field": "when", "code": "when-date",
            "message": "„33.09.2025“ ist kein Datum.", "mend": "Schreiben Sie 23.09.2025.",
        },
        {
            "path": "events/2025/Fest.md", "line": 0, "severity": "warning", "field": "", "code": "file-name", "message": "Das ist kein Name.",
            "mend": "Benennen Sie es um.",
        },
    ]


def test_json_keeps_its_order_and_its_letters() -> None:
    text = as_json([problem()], "events")
    assert [line.split('"')[1] for line in text.splitlines() if ":" in line] == ["path", "line", "severity", "field", "code", "message", "mend"]
    assert "„33.09.2025“" in text


def test_annotations_stand_at_their_line() -> None:
    assert as_github([problem(), WHOLE], "events") == (
        "::error file=events/2025/fest.md,line=4,title=when::„33.09.2025“ ist kein Datum. Schreiben Sie 23.09.2025.\n"
        "::warning file=events/2025/Fest.md,line=1,title=file-name::Das ist kein Name. Benennen Sie es um.\n"
    )


REFUSED_LINE = problem(path="uk.po", field="2025/fest#title", code="translation-number", severity=REFUSED, message="Die Zahl 3 fehlt.", mend="Ergänzen Sie sie.")


def test_what_was_refused_is_no_warning() -> None:
    """A file that was named on the command line stands in no folder."""
    assert as_text([REFUSED_LINE], "") == "uk.po:4: Abgewiesen: 2025/fest#title: Die Zahl 3 fehlt.\n    Ergänzen Sie sie.\n"
    assert json.loads(as_json([REFUSED_LINE], ""))[0]["severity"] == "refused"
    assert as_github([REFUSED_LINE], "").startswith("::error file=uk.po,line=4,")
    assert json.loads(as_gitlab([REFUSED_LINE], ""))[0]["severity"] == "major"


@pytest.mark.parametrize(("name", "nothing"), [("text", ""), ("json", "[]\n"), ("github", ""), ("gitlab", "[]\n")])
def test_no_problem_is_nothing(name: str, nothing: str) -> None:
    assert FORMATS[name]([], "events") == nothing


def test_a_code_quality_report_names_problems_at_their_lines() -> None:
    found = json.loads(as_gitlab([problem(), WHOLE], "events"))
    prints = [one.pop("fingerprint") for one in found]
    assert found == [
        {
            "description": "when: „33.09.2025“ ist kein Datum. Schreiben Sie 23.09.2025.", "check_name": "when-date", "severity": "major",
            "location": {"path": "events/2025/fest.md", "lines": {"begin": 4}},
        },
        {
            "description": "Das ist kein Name. Benennen Sie es um.", "check_name": "file-name", "severity": "minor",
            "location": {"path": "events/2025/Fest.md", "lines": {"begin": 1}},
        },
    ]
    assert [len(one) for one in prints] == [32, 32]


def test_a_problem_is_known_again_when_its_line_moves() -> None:
    def prints(*problems: Problem) -> list[str]:
        return [one["fingerprint"] for one in json.loads(as_gitlab(problems, "events"))]

    assert prints(problem(line=4)) == prints(problem(line=9)) != prints(problem(field="hours"))
    assert len(set(prints(problem(line=4), problem(line=9), problem(line=12)))) == 3
    assert prints(problem(path="a\udcff.md"))  # a name that is no text


@pytest.mark.parametrize("write", [as_json, as_gitlab])
def test_json_commands_no_runner(write: Callable[..., str]) -> None:
    """GitHub's runner reads `##[…]` as a command anywhere in a line."""
    text = write([problem(message="a ##[add-mask]b")], "events")
    assert "##[" not in text
    assert "a ##[add-mask]b" in json.loads(text)[0].get("message", json.loads(text)[0].get("description"))


HOSTILE = "x\n::set-output name=a::b\r\n::error::%0A,line=1::"


@pytest.mark.parametrize("key", ["path", "field", "message", "mend"])
def test_data_gives_no_command_to_a_workflow(key: str) -> None:
    [line] = as_github([problem(**{key: HOSTILE})], "events").splitlines()
    assert line.count("::") == (2 if key in ("path", "field") else 7)
    assert line.startswith("::error file=events/")
    assert "%0A" in line


def test_what_stands_in_a_property_ends_no_property() -> None:
    assert as_github([problem(path="a,line=9:b%c", field="d::e")], "events") == (
        "::error file=events/a%2Cline=9%3Ab%25c,line=4,title=d%3A%3Ae::„33.09.2025“ ist kein Datum. Schreiben Sie 23.09.2025.\n"
    )


@pytest.mark.parametrize("key", ["field", "message", "mend"])
def test_data_begins_no_line_of_text(key: str) -> None:
    lines = as_text([problem(**{key: HOSTILE})], "events").splitlines()
    assert len(lines) == 2
    assert [line for line in lines if line.lstrip().startswith("::")] == []


COUNTS = {
    "0 Veranstaltungen geprüft: keine Fehler, keine Warnungen.": (0, 0, 0), "1 Veranstaltung geprüft: 1 Fehler, keine Warnungen.": (1, 1, 0),
    "2 Veranstaltungen geprüft: keine Fehler, 1 Warnung.": (2, 0, 1), "88 Veranstaltungen geprüft: 2 Fehler, 3 Warnungen.": (88, 2, 3),
}


@pytest.mark.parametrize(("text", "counts"), COUNTS.items())
def test_the_last_line_counts(text: str, counts: tuple[int, int, int]) -> None:
    events, errors, warnings = counts
    assert summary(iter([problem()] * errors + [WHOLE] * warnings), events) == text
