"""Records of whole pages, one for each template. Floor 3, pure: as `records`, of whose parts they are made.

Whatever is called `explained` says what hard words mean, in Easy Language only: of the head of the page, or of the part it names.
"""

from __future__ import annotations

from dataclasses import dataclass

from ikw.views.records import (
    Anchor,
    Banner,
    Date,
    DayCell,
    DayGroup,
    Fact,
    Misprint,
    Motto,
    Neighbour,
    Photo,
    Phrase,
    Row,
    Running,
    Stamp,
    State,
    Week,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontPage:
    """The two-week calendar. `numerals` "14–28" as (first, between, last), for a single day ("14", "", ""); `month` "September
    2025"; `lead` one or two sentences.

    `opening` is the day that stands across the full width, or None. `outside`: days outside the span, `undated`: date to
    follow. `strip` lists all days of the span in order for the phone's table of days, `strip_blank` counts the seats before.
    """

    motto: Motto | None
    title: str
    numerals: tuple[str, str, str]
    month: str
    lead: str
    greeting_html: str
    greeting_lang: str | None
    greeting_dir: str | None
    greeting_note: str
    stamps: tuple[Stamp, ...]
    quick: tuple[Anchor, ...]
    strip: tuple[DayCell, ...]
    strip_blank: int
    opening: DayCell | None
    running: tuple[Running, ...]
    weeks: tuple[Week, ...]
    outside: tuple[DayCell, ...]
    undated: tuple[Row, ...]
    actions: tuple[Anchor, ...]
    partners: tuple[Anchor, ...]
    explained: tuple[str, ...] = ()
    actions_explained: tuple[str, ...] = ()
    greeting_explained: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DayPage:
    """One day. `parts` are all day, morning, afternoon, evening (only those with rows); `lead` counts what takes place.

    `strip_opening`: the first day of the strip is an opening Sunday, which stands before the first full week.
    """

    number: str
    weekday: str
    lead: str
    strip: tuple[DayCell, ...]
    strip_blank: int
    parts: tuple[DayGroup, ...]
    running: tuple[Running, ...]
    previous: Neighbour | None
    next: Neighbour | None
    actions: tuple[Anchor, ...]
    strip_opening: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class EventPage:
    """One event. The poster shows `number`, `weekday`, `month`, `time` of the first date to go to, and in `date_words` how many
    more there are; where there is no single day (a range, date to follow) `date_words` alone.

    `state` is that of the whole event; `notes` say what is not translated, or by a machine; `misprints` what the booklet says
    otherwise and no banner tells. `schedule` are (time, datetime, title). `title_long`: set it smaller. `starts`/`ends` as in a row.
    """

    category: str
    category_name: Phrase
    category_href: str
    title: Phrase
    subtitle: Phrase | None
    number: str
    weekday: str
    month: str
    time: str
    datetime: str
    date_words: str
    state: State | None
    banner: Banner | None
    summary: Phrase | None
    text_html: str
    text_lang: str | None
    text_dir: str | None
    facts: tuple[Fact, ...]
    dates: tuple[Date, ...]
    schedule: tuple[tuple[str, str, Phrase], ...]
    links: tuple[Anchor, ...]
    photo: Photo | None
    actions: tuple[Anchor, ...]
    previous: Neighbour | None
    next: Neighbour | None
    more_heading: str
    more: tuple[Row, ...]
    example: str
    notes: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    actions_explained: tuple[str, ...] = ()
    misprints: tuple[Misprint, ...] = ()
    title_long: bool = False
    starts: int | None = None
    ends: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FacetPage:
    """All events of a category, municipality, venue, organiser, audience or language. `stamp` is a category id or ""."""

    facet: str
    kicker: str
    heading: Phrase
    lead: str
    stamp: str
    facts: tuple[Fact, ...]
    days: tuple[DayGroup, ...]
    running: tuple[Running, ...]
    undated: tuple[Row, ...]
    actions: tuple[Anchor, ...]
    explained: tuple[str, ...] = ()
    actions_explained: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProsePage:
    """A page of prose, whose text stands elsewhere: its title, and where it is in another language, which, and a note of that."""

    title: Phrase
    note: str = ""
    lang: str | None = None
    dir: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexPage:
    """All values of a facet, in groups (venues by municipality): (group name, anchors with counts)."""

    facet: str
    heading: str
    lead: str
    groups: tuple[tuple[Phrase, tuple[Anchor, ...]], ...]
    stamps: tuple[Stamp, ...] = ()
