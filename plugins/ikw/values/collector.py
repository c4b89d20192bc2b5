"""Collector: what is wrong with one file, noted at its lines. Floor 1, pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

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
        self.faults([Fault(code=code, message=message, mend=mend, severity=severity)], line, field)

    def faults(self, found: Iterable[Fault], line: int, field: str) -> None:
        """Note faults of a parser that does not know the place."""
        for one in found:
            self.errors += one.severity == ERROR
            problem = one.at(self.path, line, field)
            self.problems.append(replace(problem, severity=WARNING) if self.is_draft else problem)
