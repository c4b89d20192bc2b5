"""Model: the records of a programme. Floor 0, standard library only: nothing here parses, reads or prints.

Lists are tuples, "unknown" is `None`. Words that may be translated are `Words`: a mapping from language code to text; the key
of the default language is always there. Times are aware datetimes in the edition's time zone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

Words = Mapping[str, str]

STATUSES = ("scheduled", "changed", "moved", "cancelled", "postponed", "online", "full")
AUDIENCES = ("everyone", "families", "children", "youth", "women", "men", "seniors", "newcomers", "professionals")
ACCESS = ("wheelchair", "wheelchair-partly", "toilet", "hearing-loop", "sign-language", "easy-language", "quiet-room", "parking")
COLOURS = ("granat", "safran", "himmel", "minze")
SIGNS = ("pennant", "bowl", "bars", "lines", "hourglass", "frame", "star", "ball", "check", "pinwheel", "weave", "waves")
FACETS = ("category", "municipality", "venue", "organiser", "audience", "language")
WEEKDAYS = ("mo", "di", "mi", "do", "fr", "sa", "so")
DEFAULT_CATEGORY = "sonstiges"
# Its cloth and its stamp, which no other category is given; whoever names a category of that id may choose it.
DEFAULT_LOOK = ("minze", "seeds")


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where a record comes from: path under the events folder and the lines of its fields (1 = first line of the file)."""

    path: str
    lines: Mapping[str, int]

    def line(self, field: str) -> int:
        """Return the line of a field, else of its parent (`registration.until` → `registration`), else 1."""
        while field:
            if field in self.lines:
                return self.lines[field]
            field = field.rpartition(".")[0]
        return 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Venue:
    """A place. `id` is None for a place written into an event (inline); it then has no page."""

    id: str | None
    name: Words
    street: str | None = None
    postcode: str | None = None
    town: str | None = None
    municipality: str | None = None
    lat: Decimal | None = None
    lon: Decimal | None = None
    access: tuple[str, ...] = ()
    access_note: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Organiser:
    """Who invites, takes part or pays. `id` is None for a plain name; it then has no page."""

    id: str | None
    name: Words
    url: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Category:
    """A category with its cloth (`COLOURS`) and its stamp (`SIGNS`)."""

    id: str
    name: Words
    colour: str
    sign: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Municipality:
    """A municipality of the district."""

    id: str
    name: Words


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """Opening hours on some weekdays (0 = Monday): windows of (from, until); no windows = closed."""

    weekdays: tuple[int, ...]
    windows: tuple[tuple[time, time | None], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """The status of an event or occurrence. `was_when` is the old `when` already read, `was_venues` the old places.

    `was_online`: it was to be online, and at no place.
    """

    status: str
    note: str | None = None
    since: date | None = None
    was_when: tuple[Occurrence, ...] = ()
    was_venues: tuple[Venue, ...] = ()
    was_online: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Occurrence:
    """One time an event takes place.

    `day` is the date written; `last_day` the last date of a range (== `day` for one day, None for an open end: "ab 3.10.").
    `start`/`end` are None where no time is known; `words` keeps "abends". `key` is the place in the list, from "1", unless
    written. `venues`, `room`, `change` are set only where they differ from the event's; no venues at all: it is online.
    """

    key: str
    day: date
    last_day: date | None
    start: datetime | None = None
    end: datetime | None = None
    words: str | None = None
    hours: tuple[Hours, ...] = ()
    venues: tuple[Venue, ...] | None = None
    room: str | None = None
    note: str | None = None
    change: Change | None = None

    @property
    def is_range(self) -> bool:
        """Whether it spans several days without being a night that runs past midnight."""
        return self.last_day is None or self.last_day != self.day


@dataclass(frozen=True, kw_only=True, slots=True)
class Cost:
    """What it costs. `kind`: free, donation, price. Amounts in euros; `note` in the organiser's words."""

    kind: str
    regular: Decimal | None = None
    reduced: Decimal | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Registration:
    """How to register. `until` is a date, or an aware datetime where a time was written. `places` is a number of people.

    `needed` is False where the organiser wrote `registration: nein`; an event without a word about it has none of this.
    """

    needed: bool = True
    until: date | datetime | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None
    places: int | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """Whom to ask; only ever built with consent."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One item of a stage programme. `until` is None where no end is written."""

    start: time
    until: time | None
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link of an event, http or https only."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A picture file (path under the project or events folder), its pixels, and its words."""

    path: str
    width: int
    height: int
    alt: str
    credit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """What translators translate, in one language. `html` is the sanitised description, `plain` its text.

    `is_excerpt`: nobody wrote a summary, it is the first sentences of the text. In a translation `title` and `html` are "" where the
    default language is shown, `stale` names fields that are translated but no longer fit, `machine`: nobody has signed it off.
    """

    title: str
    subtitle: str | None = None
    summary: str | None = None
    is_excerpt: bool = False
    html: str = ""
    plain: str = ""
    image_alt: str | None = None
    stale: tuple[str, ...] = ()
    machine: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Age:
    """From and to, in years, both included; None is open."""

    youngest: int | None
    oldest: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class History:
    """What git knows of a file: first and last commit (aware, UTC) and how many commits touched it."""

    created: datetime
    modified: datetime
    commits: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One event of one edition. `id` is the file name and never changes. No occurrences: the date is not known yet."""

    id: str
    edition: str
    origin: Origin
    texts: Mapping[str, Text]
    occurrences: tuple[Occurrence, ...] = ()
    venues: tuple[Venue, ...] = ()
    online: bool = False
    online_url: str | None = None
    room: str | None = None
    meeting_point: str | None = None
    organisers: tuple[Organiser, ...] = ()
    partners: tuple[Organiser, ...] = ()
    funders: tuple[Organiser, ...] = ()
    category: str = DEFAULT_CATEGORY
    audience: tuple[str, ...] = ()
    age: Age | None = None
    languages: tuple[str, ...] = ("de",)
    interpreting: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    access_note: str | None = None
    cost: Cost | None = None
    registration: Registration | None = None
    contact: Contact | None = None
    bring: str | None = None
    food: str | None = None
    childcare: str | None = None
    has_childcare: bool = False
    schedule: tuple[Slot, ...] = ()
    change: Change | None = None
    picture: Picture | None = None
    links: tuple[Link, ...] = ()
    highlight: bool = False
    draft: bool = False
    example: bool = False
    series: str | None = None
    history: History | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Printed:
    """The booklet as it went to print on a day. Of its events, by id, only the facts are known that stand in `fields.PRINTED`."""

    day: date
    events: Mapping[str, Event]


@dataclass(frozen=True, kw_only=True, slots=True)
class Partner:
    """Who makes an edition possible. `logo` has its words, but nobody to be named for it."""

    name: Words
    url: str | None = None
    logo: Picture | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """One year's programme: its span (both days included), words and partners. `outline` is the motto drawn as a path.

    `greeting_html` is its greeting by language, as sanitised HTML. `imprint_html` is what stands in the booklet only: who is
    responsible, who set and printed it. `entries_until` is the last day for what shall stand in the booklet, `criteria_html` what is taken.
    """

    id: str
    origin: Origin
    title: Words
    first_day: date
    last_day: date
    motto: Words | None = None
    outline: Outline | None = None
    greeting_html: Words | None = None
    partners: tuple[Partner, ...] = ()
    imprint_html: str = ""
    entries_until: date | None = None
    criteria_html: Words | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Outline:
    """A word drawn as one SVG path, in a box of `width` × `height` units."""

    width: int
    height: int
    path: str
