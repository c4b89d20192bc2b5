"""When reader: a cursor over the tokens of a text, and how a reading ends early. Floor 1, pure: the rules are elsewhere."""

from __future__ import annotations

from typing import NoReturn

from ikw.problems import ERROR, Fault
from ikw.when.faults import Span
from ikw.when.texts import fault, quoted
from ikw.when.tokens import Token, cut

DAYS = ("iso", "full", "short_year", "day_month", "named", "day")
CLOCKS = ("clock", "dotted", "hour")
TIMES = (*CLOCKS, "words")
DASHES = ("dash", "until")
JOINS = ("comma", "and", "slash")


class Refused(Exception):  # noqa: N818 -- not an error of ours: it ends a reading
    """Carries the fault that makes reading on pointless."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


class Reader:
    """A cursor over the tokens of one cleaned text; `faults` are those that let the reading go on."""

    def __init__(self, text: str, span: Span | None, example: str, *, is_programme: bool = False) -> None:
        self.text = text
        self.span = span
        self.example = example
        self.is_programme = is_programme
        self.faults: list[Fault] = []
        end = Token("end", "", len(text), len(text), ())
        self.tokens = [*cut(text), end, end, end]  # as far as a rule looks ahead
        self.place = 0

    def token(self, ahead: int = 0) -> Token:
        """Return a token ahead; behind the last there is only `end`."""
        return self.tokens[self.place + ahead]

    def name(self, ahead: int = 0) -> str:
        """Return the name of a token ahead."""
        return self.tokens[self.place + ahead].name

    def past(self, *names: str, start: int = 0) -> int:
        """Return how far ahead the first token is, from `start` on, that has none of the names."""
        while self.name(start) in names:
            start += 1
        return start

    def leads_to_date(self, start: int = 0) -> bool:
        """Return whether a date comes next, with weekdays or `ab` before it."""
        return self.name(self.past(*JOINS, "from", "weekday", start=start)) in DAYS

    def take(self, *names: str) -> Token | None:
        """Return the next token and go past it if it has one of the names."""
        token = self.tokens[self.place]
        if token.name not in names:
            return None
        self.place += 1
        return token

    def skip(self, *names: str) -> None:
        """Go past all tokens of these names."""
        while self.take(*names):
            pass

    def seen(self, first: int, place: int | None = None) -> str:
        """Return the text from the token at a place up to the cursor, or up to another place."""
        last = self.tokens[max(first, (self.place if place is None else place) - 1)]
        return quoted(self.text[self.tokens[first].start : last.stop])

    @property
    def is_wrong(self) -> bool:
        """Whether an error was met."""
        return bool(self.faults) and any(one.severity == ERROR for one in self.faults)


def refuse_next(reader: Reader) -> NoReturn:
    """Refuse the next token, which says nothing where it stands."""
    raise Refused(fault("word", seen=reader.token().text, example=reader.example))
