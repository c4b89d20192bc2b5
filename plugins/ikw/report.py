"""Report: problems as text for people, as JSON, or as annotations. Floor 4, pure."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import posixpath
from collections.abc import Iterable
from typing import Any

from ikw.problems import Problem

SEVERITIES = {"error": "Fehler", "warning": "Warnung", "refused": "Abgewiesen"}
# As GitLab grades them, and as GitHub knows them.
QUALITIES = {"error": "major", "warning": "minor", "refused": "major"}
ANNOTATIONS = {"error": "error", "warning": "warning", "refused": "error"}

_KEYS = ("path", "line", "severity", "field", "code", "message", "mend")


def as_text(problems: Iterable[Problem], folder: str) -> str:
    """Return `path:line: Fehler: field: what` with the mend on the next line."""
    return "".join(
        f"{_at(folder, problem)}:{problem.line}: {SEVERITIES[problem.severity]}: {_field(problem)}{_line(problem.message)}\n"
        f"    {_line(problem.mend)}\n"
        for problem in problems
    )


def as_json(problems: Iterable[Problem], folder: str) -> str:
    """Return a JSON list of {path, line, severity, field, code, message, mend}."""
    rows = [{**dataclasses.asdict(problem), "path": _at(folder, problem)} for problem in problems]
    return _json([{key: row[key] for key in _KEYS} for row in rows])


def as_gitlab(problems: Iterable[Problem], folder: str) -> str:
    """Return a code quality report (GitLab, Code Climate), which a merge request shows at the lines.

    A fingerprint tells the same problem before and after a change, so it does not hang on the line; equal ones are counted.
    """
    found: dict[str, int] = {}
    return _json([_quality(problem, _at(folder, problem), found) for problem in problems])


def _quality(problem: Problem, path: str, found: dict[str, int]) -> dict[str, object]:
    same = "\0".join((path, problem.field, problem.code, problem.message))
    found[same] = found.get(same, 0) + 1
    return {
        "description": _line(f"{_field(problem)}{problem.message} {problem.mend}"), "check_name": problem.code,
        "fingerprint": hashlib.blake2b(f"{same}\0{found[same]}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest(),
        "severity": QUALITIES[problem.severity], "location": {"path": path, "lines": {"begin": problem.line or 1}},
    }


def _json(rows: list[dict[str, Any]]) -> str:
    """Return JSON; what GitHub's runner would take for a command, anywhere in a line, is written another way."""
    return json.dumps(rows, ensure_ascii=False, indent=1).replace("##[", "#\\u0023[") + "\n"


def as_github(problems: Iterable[Problem], folder: str) -> str:
    """Return workflow commands that annotate the lines (GitHub Actions); values are escaped, so that data cannot command."""
    return "".join(
        f"::{ANNOTATIONS[problem.severity]} file={_property(_at(folder, problem))},line={problem.line or 1}"
        f",title={_property(problem.field or problem.code)}::{_data(f'{problem.message} {problem.mend}')}\n"
        for problem in problems
    )


def summary(problems: Iterable[Problem], events: int) -> str:
    """Return the last line of a check: how many events, errors and warnings."""
    found = list(problems)
    errors = sum(problem.is_error for problem in found)
    warnings = len(found) - errors
    return (
        f"{events} {'Veranstaltung' if events == 1 else 'Veranstaltungen'} geprüft: "
        f"{errors or 'keine'} Fehler, {warnings or 'keine'} {'Warnung' if warnings == 1 else 'Warnungen'}."
    )


def _at(folder: str, problem: Problem) -> str:
    """Return the path of a problem's file; the folder itself is ".", one named on the command line is in none, a page beside it."""
    path = f"{folder}/{problem.path}".removesuffix("/.") if folder else problem.path
    return posixpath.normpath(path) if problem.path.startswith("../") else path


def _field(problem: Problem) -> str:
    return f"{_line(problem.field)}: " if problem.field else ""


def _line(text: str) -> str:
    """Return text that stays on its line, whatever was in a file."""
    return " ".join(text.split())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}
