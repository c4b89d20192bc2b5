"""Records of the form: what it asks, as its template prints it. Floor 3, pure: as `records`."""

from __future__ import annotations

from dataclasses import dataclass

from ikw.views.page_records import EventPage
from ikw.views.records import Anchor, Phrase, Row

NO_HINT = Phrase(text="")


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One of several answers. `stamp` is the category whose stamp stands beside it, `is_chosen` the answer nobody has to give.

    `lang` and `dir` are set where the label is in another language than the page.
    """

    value: str
    label: str
    stamp: str = ""
    is_chosen: bool = False
    lang: str | None = None
    dir: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """One question. `kind` is line, url, email, tel, number, area, one (of its options), many, select, yes, file, date or time.

    `name` is that of the answer (`venues.0.street`), `id` the same for HTML. `known` names a list of suggestions. `shown_if` is an answer
    that makes the question worth asking: "place=venue". `is_told`: the heading above says the label already.
    `least` and `most` bound a date.
    """

    name: str
    kind: str
    label: str
    hint: Phrase = NO_HINT
    is_required: bool = False
    options: tuple[Option, ...] = ()
    known: str = ""
    shown_if: str = ""
    is_told: bool = False
    least: str = ""
    most: str = ""

    @property
    def id(self) -> str:
        """The name as an id."""
        return self.name.replace(".", "-")


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows:
    """Questions that may be answered several times: a date, a group, a link. Paper shows all `rows`, a script one until more are wanted.

    `more` are the questions of each row that few need. Of a date, the first question is to be written, the others are picked instead.
    """

    name: str
    label: str
    hint: Phrase
    rows: tuple[tuple[Ask, ...], ...]
    more: tuple[tuple[Ask, ...], ...] = ()
    more_label: str = ""
    add: str = ""
    remove: str = ""
    is_required: bool = False
    shown_if: str = ""
    is_told: bool = False

    @property
    def kind(self) -> str:
        """What a template goes by."""
        return "rows"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A part of the form; `is_more`: most people need nothing of it, so a script folds it up."""

    id: str
    title: str
    items: tuple[Ask | Rows, ...]
    lead: str = ""
    is_more: bool = False
    is_required: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FormPage:
    """The form. `rules` and `script` are addresses; `lists` the suggestions by id; `guide` and `privacy` links that may be missing.

    `posters` and `rows` are printed with nothing in them yet: for a date with a day of its own and for a range or none; with a time and
    with words instead. `letter_note` says what the German letter is.
    """

    title: str
    lead: str
    parts: tuple[Part, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    address: str
    repository: str
    repository_kind: str
    guide: Anchor | None
    privacy: Anchor | None
    rules: str
    neighbours: str
    script: str
    letter_note: str
    posters: tuple[EventPage, ...]
    rows: tuple[Row, ...]
