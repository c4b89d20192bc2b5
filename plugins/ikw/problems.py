"""Problems: what is wrong with the data, as values. Floor 0, standard library only.

A problem says where (`path:line`), what (with the value seen) and how to mend it. Text becomes terminal output, JSON or
annotations only at the edge (`report`), so that every check is tested without capturing output.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import NamedTuple

ERROR = "error"
WARNING = "warning"
# What a command was asked to take and did not.
REFUSED = "refused"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Problem:
    """One fault of one file. Sorted by path, then line, then field.

    `line` counts from 1; 0 where the file as a whole is meant. `code` is stable and machine-readable (`when-weekday`),
    `message` names the value seen, `mend` says in one sentence what to write instead. `as_text` is for problems of brackets alone:
    the mend where the bracket proves to belong to a text; empty, where nothing is wrong then. No report has it.
    """

    path: str
    line: int
    field: str
    code: str
    severity: str
    message: str
    mend: str
    as_text: str | None = dataclass_field(default=None, compare=False)

    @property
    def is_error(self) -> bool:
        """Whether this problem stops a build."""
        return self.severity == ERROR


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """A problem that does not know its place yet; `at` adds it. What rules and parsers yield."""

    code: str
    message: str
    mend: str
    severity: str = ERROR
    field: str = ""
    line: int = 0
    as_text: str | None = dataclass_field(default=None, compare=False)

    def at(self, path: str, line: int, field: str) -> Problem:
        """Return the problem at a place; a fault's own line and field win."""
        return Problem(
            path=path, line=self.line or line, field=self.field or field, code=self.code, severity=self.severity,
            message=self.message, mend=self.mend, as_text=self.as_text,
        )


class Template(NamedTuple):
    """A fault before its values are known. `in_form` is the mend of a form where `mend` speaks of the lines of a file.

    So is `message_in_form`, where even what is wrong can only be said of a file.
    """

    code: str
    message: str
    mend: str
    severity: str = ERROR
    in_form: str | None = None
    message_in_form: str | None = None

    def fault(self, **values: object) -> Fault:
        """Return the fault with its values in it."""
        message, mend = self.message.format(**values), self.mend.format(**values)
        return Fault(code=self.code, message=message, mend=mend, severity=self.severity)


def N_(text: str) -> str:  # noqa: N802 -- gettext's own name for it
    """Mark a text for the catalogs without translating it here."""
    return text
