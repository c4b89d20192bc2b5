"""Records that the paper's templates print. Floor 4, pure: every word is in the paper's language, as in `views.records`.

Templates compute nothing but the layout, and page numbers, which only a layout knows: an event is named by its id.
"""

from __future__ import annotations

from dataclasses import dataclass

from ikw.paper.outlines import Step
from ikw.paper.prose_tree import Node
from ikw.views.records import Anchor, Banner, Date, Fact, Motto, Phrase, State


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """A category as it is printed: its word, its cloth and its sign."""

    name: Phrase
    cloth: str
    sign: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo:
    """A picture by the name of its file; `ratio` is its height by its width, `width` that in the booklet, in millimetres."""

    file: str
    ratio: float
    width: float
    alt: str
    lang: str | None
    credit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class QrCode:
    """A code as `codes` makes it, the address in it, and the short one that people type."""

    size: int
    runs: tuple[tuple[int, int, int], ...]
    href: str
    short: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of what is known of one thing: what stands between it and the part before, its words, or a way to reach somebody."""

    between: str
    words: Phrase
    way: Anchor | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Detail:
    """A fact as it is told in one line: its name and its parts."""

    icon: str
    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """What is said of an event: its text, or its summary. `lang` is set where that is in another language; `notes` say why."""

    text: tuple[Node, ...]
    lang: str | None
    dir: str | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Full:
    """What every sheet says of an event in full.

    `when` stands large above the title: a time (`is_clock`), a span, or that the date is to follow.
    """

    id: str
    when: str
    is_clock: bool
    title: Phrase
    subtitle: Phrase | None
    stamp: Stamp
    kicker: Phrase
    state: State | None
    banner: Banner | None
    dates: tuple[Date, ...]
    schedule: tuple[tuple[str, Phrase], ...]
    links: tuple[tuple[Phrase, str], ...]
    photo: Photo | None
    code: QrCode


@dataclass(frozen=True, kw_only=True, slots=True)
class Item(Full):
    """An event with all its words. `summary` may take the place of `text`.

    `text_lang` is set where the text is in another language; `notes` say that it is not translated, or by a machine.
    """

    notes: tuple[str, ...]
    summary: Phrase | None
    text: tuple[Node, ...]
    text_lang: str | None
    text_dir: str | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Told(Full):
    """An event as the booklet tells it. Of its `tellings`, the longest first, one is left when the pages are made up.

    Where `is_beside`, its kind stands in the line of its time. `has_short_address`: that of its page takes no more than a line.
    """

    is_beside: bool
    has_short_address: bool
    tellings: tuple[Telling, ...]
    facts: tuple[Detail, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """An event in one line: when, what and where; its page is that of the item with this id.

    `time` is "19:30" or "", `words` what is said instead or beside it: "abends", "in der Nacht zu Sonntag".
    """

    id: str
    time: str
    words: str
    title: Phrase
    place: Phrase
    stamp: Stamp
    state: State | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """A day: its number and words, what is in full here, in its order, and what is told elsewhere, as lines."""

    id: str
    number: str
    weekday: str
    short: str
    month: str
    title: str
    count: str
    items: tuple[Item | Line, ...]
    lines: tuple[Line, ...]


# What pages are made up of, by its kind: the head of a "day" or one that is "empty", an event as an "item" or a "line", the title of a
# "section".
Block = tuple[str, Day | Told | Line | str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page of what is told in full: its blocks, each with its distance from the one above it; `white` is what is left at the foot.

    Both are in millimetres. Where `is_torn`, the first event takes this page and at least one more; where `is_roomy`, all events are set
    with room around what they say.
    """

    blocks: tuple[tuple[float, Block], ...]
    white: float
    is_torn: bool
    is_roomy: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """A week of the overview."""

    name: str
    days: tuple[Day, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """A line of an index: a name, what is said of it, and the events it leads to."""

    name: Phrase
    lines: tuple[Phrase, ...]
    events: tuple[str, ...]
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Mentions under a name: the places of a municipality."""

    name: Phrase
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner:
    """Who helped: a name, and a logo where there is one."""

    name: Phrase
    address: str
    logo: Photo | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Booklet:
    """All a booklet says. `text_lang` and `text_dir` are those of the imprint, where it is in another language; so has the greeting.

    `told_behind` are the titles of what is told behind the days. What is told in full stands by its days, until it is made up into `pages`.
    """

    lang: str
    dir: str
    is_easy: bool
    title: str
    site_name: str
    region: str
    numerals: tuple[str, str, str]
    month: str
    span: str
    lead: str
    motto: Motto | None
    motto_steps: tuple[Step, ...]
    sample: str
    greeting: tuple[Node, ...]
    greeting_lang: str | None
    greeting_dir: str | None
    greeting_note: str
    weeks: tuple[Week, ...]
    days: tuple[Day, ...]
    running: tuple[Item | Line, ...]
    running_lines: tuple[Line, ...]
    undated: tuple[Item, ...]
    told_behind: tuple[str, ...]
    stamps: tuple[tuple[Stamp, tuple[str, ...]], ...]
    states: tuple[tuple[State, str], ...]
    hints: tuple[str, ...]
    places: tuple[Group, ...]
    organisers: tuple[Mention, ...]
    spoken: tuple[Mention, ...]
    access: tuple[Mention, ...]
    partners: tuple[Partner, ...]
    imprint: tuple[Node, ...]
    imprint_lines: tuple[str, ...]
    text_lang: str | None
    text_dir: str | None
    imprint_note: str
    languages: tuple[tuple[str, str, str], ...]
    home: QrCode
    pages: tuple[Page, ...] = ()
    pages_behind: tuple[Page, ...] = ()
