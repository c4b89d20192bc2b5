"""Findings: what the try of a change found, as it is handed over from a run that nobody trusts. Floor 5, standard library only.

The run may have been any code at all. So the file is read like one from a stranger: small, of the known shape, every text cut to
a length. What it says may still be a lie; it is only ever shown, escaped, as what was found.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

VERSION = 1
FILE = "findings.json"
MOST_BYTES = 500_000
MOST_ITEMS = 300
MOST_LETTERS = 1000
SEVERITIES = ("error", "warning")

_Item = TypeVar("_Item")


class HostileError(ValueError):
    """Findings that no run of ours hands over."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A problem as the check told it. `is_here`: in a file that the change touches."""

    path: str
    line: int
    severity: str
    field: str
    message: str
    mend: str
    is_here: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadBack:
    """An event that the change touches, as it was understood: (label, text) pairs, in the order people ask."""

    path: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    is_draft: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """Everything that is told of a change. `removed` are files of events that are gone; `checked` counts all events."""

    checked: int = 0
    problems: tuple[Finding, ...] = ()
    events: tuple[ReadBack, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What must be mended, in the change's own files first."""
        found = [finding for finding in self.problems if finding.severity == "error"]
        return tuple(sorted(found, key=lambda finding: not finding.is_here))

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What wants a second look, in the change's own files; of others nobody is told here."""
        return tuple(finding for finding in self.problems if finding.severity == "warning" and finding.is_here)


def written(findings: Findings) -> bytes:
    """Return findings as the file that is handed over; what is too much is left out, errors last of all."""
    problems = sorted(findings.problems, key=lambda finding: (finding.severity != "error", not finding.is_here))
    for most in (MOST_ITEMS, 100, 30, 10, 3, 1, 0):
        kept = {
            "version": VERSION, "checked": findings.checked, "problems": [_cut(asdict(finding)) for finding in problems[:most]],
            "events": [_cut(asdict(event)) for event in findings.events[:most]],
            "removed": [_cut(path) for path in findings.removed[:most]],
        }
        data = json.dumps(kept, ensure_ascii=False, indent=1).encode("utf-8", "replace")
        if len(data) <= MOST_BYTES:
            break
    return data


def _cut(value: Any) -> Any:
    if isinstance(value, str):
        return value if len(value) <= MOST_LETTERS else value[: MOST_LETTERS - 1] + "…"
    if isinstance(value, dict):
        return {key: _cut(one) for key, one in value.items()}
    return [_cut(one) for one in value[:MOST_ITEMS]] if isinstance(value, list | tuple) else value


def read(data: bytes) -> Findings:
    """Read findings of a run that nobody trusts. Raises HostileError."""
    if len(data) > MOST_BYTES:
        raise HostileError(f"{len(data)} bytes are more than {MOST_BYTES}")
    if max(data.count(b"["), data.count(b"{")) > 10 * MOST_ITEMS:
        raise HostileError("too many lists")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise HostileError("no JSON") from error
    record = _record(found, "version", "checked", "problems", "events", "removed")
    if record["version"] != VERSION:
        raise HostileError(f"version {str(record['version'])[:20]}")
    return Findings(
        checked=_number(record["checked"]), problems=_list(record["problems"], _finding), events=_list(record["events"], _event),
        removed=_list(record["removed"], _text),
    )


def _finding(value: Any) -> Finding:
    record = _record(value, "path", "line", "severity", "field", "message", "mend", "is_here")
    if record["severity"] not in SEVERITIES:
        raise HostileError("an unknown severity")
    return Finding(
        path=_text(record["path"]), line=_number(record["line"]), severity=record["severity"], field=_text(record["field"]),
        message=_text(record["message"]), mend=_text(record["mend"]), is_here=_truth(record["is_here"]),
    )


def _event(value: Any) -> ReadBack:
    record = _record(value, "path", "title", "facts", "is_draft")
    return ReadBack(
        path=_text(record["path"]), title=_text(record["title"]), facts=_list(record["facts"], _pair), is_draft=_truth(record["is_draft"]),
    )


def _pair(value: Any) -> tuple[str, str]:
    if not isinstance(value, list) or len(value) != 2:
        raise HostileError("no pair")
    return _text(value[0]), _text(value[1])


def _record(value: Any, *keys: str) -> Mapping[str, Any]:
    if not isinstance(value, dict) or set(value) != set(keys):
        raise HostileError(f"no record of {', '.join(keys)}")
    return value


def _list(value: Any, read_one: Callable[[Any], _Item]) -> tuple[_Item, ...]:
    if not isinstance(value, list) or len(value) > MOST_ITEMS:
        raise HostileError("no list, or a long one")
    return tuple(map(read_one, value))


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > MOST_LETTERS:
        raise HostileError("no text, or a long one")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1_000_000:
        raise HostileError("no number, or a strange one")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise HostileError("neither true nor false")
    return value
