"""Sizes: how large a booklet is and how its letters stand, for each size and for Easy Language. Floor 4, pure.

Templates and measures take every number from here. Lengths in millimetres, letters in points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """A booklet: its page, the margins at the sides, above and below, its letters and the leading between lines of text.

    `item_column` is where an event's words stand, beside its ribbon; `room` is how high a page is inside its margins. `title_lines`,
    `summary_lines`, `text_lines` are what they may take; a longer text gives way to the summary. `columns` are those of the overview
    and of indexes. `day` is how large the number of a day is: no larger than a heading, and the head of the day is one line.
    `gap_between` is how far apart events stand at least, `below_head` how far below the head of a day or a section.
    `fixed` is how much larger the letters are that are else the same in all sizes.
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
    heading: float
    day: float
    numeral: float
    code: float
    ribbon: float
    gap: float = 3.2
    gap_between: float = 4.6
    below_head: float = 4.6
    columns: int = 2
    title_lines: int = 3
    summary_lines: int = 4
    text_lines: int = 12
    fixed: float = 1.0
    item_column: float = 0.0
    room: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "item_column", self.width - 2 * self.side - self.ribbon - self.gap)
        object.__setattr__(self, "room", self.height - self.top - self.bottom)

    @property
    def photo_height(self) -> float:
        """How high an event's picture is: the words beside it are what matters."""
        return self.height * 0.2

    @property
    def photo_highest(self) -> float:
        """How high it may be where there is room."""
        return self.height * 0.4

    @property
    def logo(self) -> tuple[float, float]:
        """How wide and how high a partner's logo may be: never as wide as its column, so that broad ones do not look larger."""
        return (self.width - 2 * self.side) / self.columns / 1.4, 12.0


_A5 = Size(
    width=148, height=210, side=12.5, top=15, bottom=14, text=8.5, lead=11.3, small=7.6, small_lead=9.7, title=12, time=13.5,
    heading=23, day=46, numeral=92, code=15.5, ribbon=4,
)
SIZES: Mapping[str, Size] = {
    "A5": _A5,
    "A6": replace(
        _A5, width=105, height=148, side=8.5, top=12, bottom=11.5, text=8, lead=10.6, small=7.3, small_lead=9.3, title=11, time=12,
        heading=17, day=34, numeral=64, code=14.5, ribbon=3, gap=2.6, columns=1,
    ),
    "DIN lang": replace(
        _A5, width=105, side=9, top=14, bottom=13, text=8.4, lead=11.3, small=7.6, small_lead=9.8, title=11.5, time=13, heading=18, day=36,
        numeral=66, ribbon=3.5, gap=2.8, columns=1,
    ),
}
# Large print, for whoever cannot read the booklet: nothing below 14 points, on the sheets of any printer.
LARGE = Size(
    width=210, height=297, side=14, top=19, bottom=17, text=14.4, lead=19.4, small=14, small_lead=17.2, title=18.5, time=20, heading=30,
    day=30, numeral=150, code=23, ribbon=7, gap=5, gap_between=7, below_head=7, columns=1, title_lines=4, summary_lines=8, text_lines=16,
    fixed=2.0,
)
# Easy Language: large letters and much room, as its rules ask.
EASY = 1.2


def size_for(name: str, *, is_easy: bool) -> Size:
    """Return a size by its name, with larger letters for Easy Language."""
    size = SIZES[name]
    if not is_easy:
        return size
    heading = size.heading * 0.95
    return replace(
        size, top=size.top - 1, bottom=size.bottom - 1, text=size.text * EASY, lead=size.lead * EASY * 1.04, small=size.small * EASY * 0.97,
        small_lead=size.small_lead * EASY, title=size.title * 1.15, time=size.time * 1.15, heading=heading, day=heading, columns=1,
    )
