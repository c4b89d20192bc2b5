"""Prose job: what Pelican must be told to print the prose pages. Floor 5; Pelican reads it, so it imports nothing that takes time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ikw.urls import Urls
    from ikw.views.page_records import ProsePage
    from ikw.views.records import Frame

# Tells the plugin inside Pelican that it is only asked for prose: what it needs comes through standard input.
JOB = "IKW_PROSE_JOB"


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """What Pelican must be told to print the prose pages: for each language its words and addresses, for each page its frame.

    `answers` fill in the blanks of pages that are written in a language.
    """

    catalogs: Mapping[str, bytes]
    urls: Mapping[str, Urls]
    frames: Mapping[tuple[str, str], tuple[Frame, ProsePage]]
    stamps: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]
