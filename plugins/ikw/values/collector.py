"""Collector: what is wrong with one file, noted at its lines. Floor 1, pure."""

from __future__ import annotations

from collections.abc import Iterable

from ikw.problems import ERROR, WARNING, Fault, Problem


class Collector:
    """Collects the problems of a file. In a draft every error is a warning; `errors` counts what would be one outside a draft."""

    def __init__(self, path: str, *, is_draft: bool = False) -> None:
        """Take the file's path for problems."""
        self.path = path
        self.is_draft = is_draft
        self.problems: list[Problem] = []
        self.errors = 0

    def fault(self, line: int, field: str, code: str, message: str, mend: str, severity: str = ERROR) -> None:
        """Note a fault at a line."""
        self.errors += severity == ERROR
        severity = WARNING if self.is_draft else severity
        self.problems.append(
            Problem(path=self.path, line=line, field=field, code=code, severity=severity, message=message, mend=mend)
        )

    def faults(self, found: Iterable[Fault], line: int, field: str) -> None:
        """Note faults of a parser that does not know the place."""
        for one in found:
            self.fault(one.line or line, one.field or field, one.code, one.message, one.mend, one.severity)
