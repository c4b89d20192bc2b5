"""Records that templates print: the parts of pages. Floor 3, pure: every word is in the page's language, every date a text.

A template sorts nothing, counts nothing and computes no date. `href`s are root-relative and carry no host. A `Phrase` is text
that may stand in another language than the page (an untranslated title): print it with its `lang` and `dir` when they are set.
Whole pages are in `page_records`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """Text with its language: `lang` and `dir` are None where they are the page's own.

    Of a sentence of the page with a name of another language in it `parts` are the pieces; "".join gives no more than `text` does.
    """

    text: str
    lang: str | None = None
    dir: str | None = None
    parts: tuple[Phrase, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Anchor:
    """A link: label and href; `current` marks the page one is on; `lang`/`dir` where the label is in another language than the page,
    `parts` (see Phrase) where some of it is.
    `offer` is what the language switcher's script says to visitors who prefer that language, in its own words.
    """

    label: str
    href: str
    current: bool = False
    lang: str | None = None
    dir: str | None = None
    count: int | None = None
    offer: str = ""
    parts: tuple[Phrase, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """The status of an event where it appears. `code` is of model.STATUSES (never "scheduled"), "moved-away" for the old time or
    place of a moved one, or "new" for what came after the booklet was printed.

    `word` is the tag ("Abgesagt", "Verlegt auf Fr 19.9., 19:30"), `parts` (see Phrase) its pieces. `old` says hidden words before
    struck text ("Abgesagt: ", "Alt: "). `struck` names what is crossed out: "" | "time" | "all".
    """

    code: str
    word: str
    old: str = ""
    struck: str = ""
    parts: tuple[Phrase, ...] = ()

    @property
    def words(self) -> Phrase:
        """The tag as a phrase."""
        return Phrase(text=self.word, parts=self.parts)


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """An event in a list. `time` is "19:30", or "" where none is known; then `when_words` says "abends" or "ohne Uhrzeit".
    Beside a time it says that it is one of the night: "in der Nacht zu Sonntag" in the list of Saturday.

    `datetime` is machine-readable (HTML time). `category` is the CSS class suffix (`k-<category>`), `category_name` its word.
    `venue` and `town` may be empty. `spoken` and `cost` are short words ("Deutsch, gedolmetscht: Arabisch", "8 €, mit Anmeldung").
    `starts`/`ends` are epoch seconds or None: for a script that marks what is past or on now.
    """

    href: str
    title: Phrase
    time: str
    datetime: str
    when_words: str
    category: str
    category_name: Phrase
    venue: Phrase
    town: Phrase
    spoken: str
    cost: str
    state: State | None = None
    highlight: bool = False
    starts: int | None = None
    ends: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """What is on all the time: an exhibition. `span` is "14.–28. September", `hours` "Mo–Fr 09:00–17:00 Uhr" or "", `when` both
    in one line."""

    href: str
    title: Phrase
    category: str
    category_name: Phrase
    place: Phrase
    span: str
    hours: str
    when: str
    state: State | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DayCell:
    """A day of the calendar. `number` "20", `weekday` "Samstag", `short` "Sa", `count_words` "9 Termine" or "kein Termin".

    `id` is the fragment on the front page ("t2025-09-20"), `href` the day's own page, `iso` the date. `is_full`: takes two
    seats. The count is of what takes place; the rows show what is cancelled, too.
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
    name: Phrase
    href: str
    count: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Motto:
    """The motto of an edition: `words` whole ("dafür!"); `stem` without a final "!", for which the runner stands: `has_bang`.

    `outline` is an SVG path of the stem with its viewBox size, or None: then the words are set as live text.
    `lang`/`dir` are set where the page is in another language than the motto; `original` is the motto itself where `words` are
    its translation.
    """

    words: str
    stem: str
    has_bang: bool
    outline_path: str | None = None
    outline_width: int = 0
    outline_height: int = 0
    lang: str | None = None
    dir: str | None = None
    original: Phrase | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A fact of an event page. `icon` names a symbol (place, languages, access, cost, registration, host, audience, food, …).

    `lead` is the strong first part, `lines` plain further lines, `links` anchors under them, `explained` what its hard words mean, in
    Easy Language.
    """

    icon: str
    label: str
    lead: Phrase
    lines: tuple[Phrase, ...] = ()
    links: tuple[Anchor, ...] = ()
    explained: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Banner:
    """What changed, in a frame: `title` "Verlegt: neuer Tag, neuer Ort", `pairs` (label, text, is_old), then `lines`: the
    reason, of one of several dates with that date before it (prefix or "", words), and since when. `code` is the status, or "changed"
    where only some of several dates have it."""

    code: str
    title: str
    pairs: tuple[tuple[str, Phrase, bool], ...] = ()
    lines: tuple[tuple[str, Phrase], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Misprint:
    """A fact that stands otherwise in the printed booklet: what holds `now` (nothing: it is no more) and what stands there as
    `then` (nothing: it is new). `fact` is the field, `label` its word."""

    fact: str
    label: str
    now: tuple[Phrase, ...]
    then: tuple[Phrase, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Date:
    """A line of the dates of an event: `words` "Freitag, 19. September 2025, 19:30–21:00 Uhr" or, for dates that go on day by
    day, "22.–26. September, Mo–Fr 15:00–17:00 Uhr". `place` only where it differs."""

    words: str
    datetime: str
    place: Phrase | None = None
    room: Phrase | None = None
    note: Phrase | None = None
    state: State | None = None

    @property
    def parts(self) -> tuple[Phrase, ...]:
        """All that is said of it but its state: the time, the place, the room, the note."""
        return (Phrase(text=self.words), *(part for part in (self.place, self.room, self.note) if part))


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
    """Previous or next: `when` "Fr 19.9.", `numeral` "18:30" or a day number, `title`; `state` as in a row."""

    href: str
    when: str
    numeral: str
    title: Phrase
    state: State | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """What every page has around it. `nav` main menu, `languages` the front pages of all (empty with one), below which
    this page stands at the path `inside`, `foot` footer links.

    `index` False asks search engines to stay away. `jsonld` is a JSON text or "". `head_links` are (rel, type, title, href).
    `theme` is the folder of the theme's own files. `sample` is the notice text or ""; so is
    `not_reviewed`, of a language that no native reader has signed off.
    `crumbs` lead from the front page to here, without the page itself. `report` is where a fault of this page is reported.
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
    region: Phrase
    home: str
    motto: Motto | None
    nav: tuple[Anchor, ...]
    languages: tuple[Anchor, ...]
    alternates: tuple[tuple[str, str], ...]
    foot: tuple[Anchor, ...]
    inside: str = ""
    crumbs: tuple[Anchor, ...] = ()
    head_links: tuple[tuple[str, str, str, str], ...] = ()
    jsonld: str = ""
    sample: str = ""
    not_reviewed: str = ""
    easy: bool = False
    heading_lang: str | None = None
    heading_dir: str | None = None
    stylesheet: str = ""
    script: str = ""
    social_image: str = ""
    report: Anchor | None = None
    theme: str = "/theme/"
