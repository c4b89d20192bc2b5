"""Loaded: what was read, as a whole and by edition, and what is kept of it until the next time. Floor 1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ikw.model import Category, Edition, Event, Municipality, Organiser, Printed, Venue
from ikw.parsed import Parsed
from ikw.problems import Problem


class Memory(Protocol):
    """What was parsed of an edition, by path, with data files of this digest. One edition at a time: all of them fill the memory."""

    def recall(self, edition: str, digest: str) -> Mapping[str, Parsed]:
        """Return what was kept."""

    def keep(self, edition: str, digest: str, parsed: Mapping[str, Parsed]) -> None:
        """Keep what was parsed, in place of what was kept before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """One edition as it was read: its events without drafts, in the order of their ids, and all that they may name."""

    edition: Edition
    events: tuple[Event, ...]
    categories: Mapping[str, Category]
    municipalities: Mapping[str, Municipality]
    venues: Mapping[str, Venue]
    organisers: Mapping[str, Organiser]
    printed: Printed | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """Everything read. `editions` are newest first; `files` are the digests of what was read of each, by path.

    `checked` counts event files, `as_of` is the day it was read as of; only the edges know it, and None is "nobody knows".
    """

    editions: tuple[Contents, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, Mapping[str, str]]
    digest: str
    checked: int = 0
    as_of: date | None = None

    @property
    def has_errors(self) -> bool:
        """Whether a build must stop."""
        return any(problem.is_error for problem in self.problems)
