"""Sizes: how large a booklet is and how its letters stand, for each size and for Easy Language. Floor 4, pure.

Templates and measures take every number from here. Lengths in millimetres, letters in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """A booklet: its page, the margins at the sides, above and below, its letters and the leading between lines of text.

    `title_lines`, `summary_lines`, `text_lines` are what an event may take; a longer text gives way to the summary.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    text: float
    lead: float
    small: float
    small_lead: float
    title: float
    time: float
    numeral: float
    code: float
    ribbon: float
    calendar_columns: int = 2
    title_lines: int = 3
    summary_lines: int = 6
    text_lines: int = 12


_A5 = Size(
    width=148, height=210, side=13, top=16, bottom=14, text=9, lead=12.6, small=8.2, small_lead=11, title=13, time=15,
    numeral=74, code=15.5, ribbon=4,
)
SIZES: Mapping[str, Size] = {
    "A5": _A5,
    "A6": replace(
        _A5, width=105, height=148, side=9, top=12, bottom=10, text=8, lead=11, small=7.5, small_lead=9.8, title=11, time=12.5,
        numeral=52, code=14.5, ribbon=3, calendar_columns=1, text_lines=9,
    ),
    "DIN lang": replace(
        _A5, width=105, side=9.5, top=14, bottom=12, text=8.5, lead=11.8, title=12, time=13.5, numeral=60, ribbon=3.5,
        calendar_columns=1,
    ),
}
# Easy Language: large letters and much room, as its rules ask.
EASY = 1.28


def size_for(name: str, *, is_easy: bool) -> Size:
    """Return a size by its name, with larger letters for Easy Language."""
    size = SIZES[name]
    if not is_easy:
        return size
    return replace(
        size, text=size.text * EASY, lead=size.lead * EASY * 1.06, small=size.small * EASY, small_lead=size.small_lead * EASY * 1.06,
        title=size.title * EASY, time=size.time * EASY, code=size.code * 1.1,
    )
