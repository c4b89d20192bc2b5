"""Records that templates print. Floor 3, pure: every word is already in the page's language, every date already a text.

A template sorts nothing, counts nothing and computes no date. `href`s are root-relative and carry no host. A `Phrase` is text
that may stand in another language than the page (an untranslated title): print it with its `lang` and `dir` when they are set.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """Text with its language: `lang` and `dir` are None where they are the page's own."""

    text: str
    lang: str | None = None
    dir: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """A link: label and href; `current` marks the page one is on; `lang`/`dir`/`hreflang` only for the language switcher."""

    label: str
    href: str
    current: bool = False
    lang: str | None = None
    dir: str | None = None
    count: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """The status of an event where it appears. `code` is of model.STATUSES (never "scheduled"), or "moved-away" for the old
    time or place of a moved one. `word` is the tag ("Abgesagt", "Verlegt auf Fr 19., 19:30"). `old` says hidden words before struck text
    ("Abgesagt: ", "Alt: "). `struck` names what is crossed out: "" | "time" | "all"."""

    code: str
    word: str
    old: str = ""
    struck: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """An event in a list. `time` is "19:30", or "" where none is known; then `when_words` may say "abends" or "ganztägig".

    `datetime` is machine-readable (HTML time). `category` is the CSS class suffix (`k-<category>`), `category_name` its word.
    `venue` and `town` may be "". `spoken` and `cost` are short words ("Deutsch, Arabisch", "kostenlos").
    `starts`/`ends` are epoch seconds or None: for a script that marks what is past or on now.
    """

    href: str
    title: Phrase
    time: str
    datetime: str
    when_words: str
    category: str
    category_name: str
    venue: Phrase
    town: str
    spoken: str
    cost: str
    state: State | None = None
    highlight: bool = False
    starts: int | None = None
    ends: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """What is on all the time: an exhibition. `span` is "14.–28. September", `hours` "Mo–Fr 9–17 Uhr, Sa 10–13 Uhr" or ""."""

    href: str
    title: Phrase
    category: str
    category_name: str
    place: str
    span: str
    hours: str
    state: State | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DayCell:
    """A day of the calendar. `number` "20", `weekday` "Samstag", `short` "Sa", `count_words` "9 Termine" or "kein Termin".

    `id` is the fragment on the front page ("t2025-09-20"), `href` the day's own page, `iso` the date. `is_full`: takes two seats.
    """

    id: str
    href: str
    iso: str
    number: str
    month: str
    weekday: str
    short: str
    date_words: str
    count_words: str
    is_full: bool
    rows: tuple[Row, ...]
    current: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Week:
    """A row of the grid from Monday to Sunday. `blank_before`/`blank_after`: empty seats of a week that is cut by the span."""

    name: str
    days: tuple[DayCell, ...]
    blank_before: int = 0
    blank_after: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class DayGroup:
    """Rows under one heading: a day on a facet page, a part of the day on a day page. `href` may be ""."""

    name: str
    href: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """A category as a stamp with its link and count. `id` is the CSS class suffix."""

    id: str
    name: str
    href: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Motto:
    """The motto of an edition: `words` whole ("dafür!"); `stem` without a final "!"; `has_bang` whether the runner stands for it.

    `outline` is an SVG path of the stem with its viewBox size, or None: then the words are set as live text.
    `lang`/`dir` are set where the page is in another language than the motto.
    """

    words: str
    stem: str
    has_bang: bool
    outline_path: str | None = None
    outline_width: int = 0
    outline_height: int = 0
    lang: str | None = None
    dir: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A fact of an event page. `icon` names a symbol (place, languages, access, cost, registration, host, audience, food, …).

    `lead` is the strong first part, `lines` plain further lines, `links` anchors under them.
    """

    icon: str
    label: str
    lead: Phrase
    lines: tuple[Phrase, ...] = ()
    links: tuple[Anchor, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Banner:
    """What changed, in a frame: `title` "Verlegt: neuer Tag, neuer Ort", pairs (label, text, is_old), `note` and `since` lines."""

    code: str
    title: str
    pairs: tuple[tuple[str, str, bool], ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """One date of an event in its list of dates: `words` "Fr 19. September, 19:30–21:00 Uhr", `place` only where it differs."""

    words: str
    datetime: str
    place: str = ""
    note: str = ""
    state: State | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Photo:
    """A picture: root-relative files by width (`srcset`), pixels, alternative text and credit."""

    src: str
    srcset: str
    width: int
    height: int
    alt: Phrase
    credit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Neighbour:
    """Previous or next: `when` "Fr 19.", `numeral` "18:30" or a day number, `title`."""

    href: str
    when: str
    numeral: str
    title: Phrase


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What every page has around it. `nav` main menu, `languages` switcher (empty with one language), `foot` footer links.

    `index` False asks search engines to stay away. `jsonld` is a JSON text or "". `head_links` are (rel, type, title, href).
    `theme` is the folder of the theme's own files. `sample` is the notice text or "".
    `crumbs` lead from the front page to here, without the page itself.
    """

    lang: str
    dir: str
    kind: str
    title: str
    heading: str
    description: str
    canonical: str
    index: bool
    site_name: str
    region: str
    home: str
    motto: Motto | None
    nav: tuple[Anchor, ...]
    languages: tuple[Anchor, ...]
    alternates: tuple[tuple[str, str], ...]
    foot: tuple[Anchor, ...]
    crumbs: tuple[Anchor, ...] = ()
    head_links: tuple[tuple[str, str, str, str], ...] = ()
    jsonld: str = ""
    sample: str = ""
    stylesheet: str = ""
    script: str = ""
    social_image: str = ""
    theme: str = "/theme/"


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontPage:
    """The two-week calendar. `numerals` "14–28" as (first, between, last); `month` "September 2025"; `lead` one or two sentences.

    `opening` is the day that stands across the full width, or None. `before`/`after`: days outside the span, `undated`: date to
    follow. `strip` lists all days of the span in order for the phone's two-line table of days.
    """

    motto: Motto | None
    title: str
    numerals: tuple[str, str, str]
    month: str
    lead: str
    greeting_html: str
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


@dataclass(frozen=True, kw_only=True, slots=True)
class DayPage:
    """One day. `parts` are morning, afternoon, evening (only those with rows) and all day; `lead` counts them in words.

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
    """One event. The poster shows `number`, `weekday`, `month`, `time`, or `date_words` instead where there is no single day
    (a range, several dates, date to follow). `schedule` are (time, datetime, title). `title_long`: set it smaller (over some
    60 letters). `starts`/`ends` as in a row."""

    category: str
    category_name: str
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
    schedule: tuple[tuple[str, str, str], ...]
    links: tuple[Anchor, ...]
    photo: Photo | None
    actions: tuple[Anchor, ...]
    previous: Neighbour | None
    next: Neighbour | None
    more_heading: str
    more: tuple[Row, ...]
    example: str
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


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexPage:
    """All values of a facet, in groups (venues by municipality): (group name, anchors with counts)."""

    facet: str
    heading: str
    lead: str
    groups: tuple[tuple[str, tuple[Anchor, ...]], ...]
    stamps: tuple[Stamp, ...] = ()
