"""Candidates: a row becomes the event file it would be, and the check says what of it cannot stand. Floor 5, pure.

What the check refuses goes to `unread` with the words as they were typed: so whatever is written passes the check, and nothing
is lost. A wrong title cannot be left out; then the event is a draft as it is.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ikw.cells.columns import DIGEST, ID, MARKDOWN, TEXT
from ikw.cells.lists import maybe_two
from ikw.cells.names import Match, Names
from ikw.cells.reading import Row as Cells
from ikw.cells.reading import read_row, words_of
from ikw.cells.words import on_one_line
from ikw.fields import EVENT
from ikw.importers import telling
from ikw.importers.doubts import doubts_of
from ikw.importers.sheets import TIMES, Row
from ikw.importers.telling import Told, told_of
from ikw.model import Event
from ikw.paper.letters import Letters
from ikw.parse import parse_event
from ikw.problems import N_, Problem
from ikw.source import Fields, Value, event_of, event_text
from ikw.source.characters import clean
from ikw.source.tree import ID as ID_FORM
from ikw.source.tree import folded, nearest_id
from ikw.unprinted import faults_by_line, texts_of
from ikw.values.known import Known
from ikw.values.scalars import YES
from ikw.when import Span

LONGEST_ID = 60
NAMELESS = "veranstaltung"
PEOPLE = ("organisers", "partners", "funders")

_ORDER = [*(one.name for one in EVENT), TEXT]
# What every row lacks or has, and the check says anyway.
_UNTOLD = re.compile(r".*-missing|unread|organiser-named")
_MOST_PASSES = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """What a row is read against: an edition, all that its events may name, and the letters that its paper has.

    `letters` is None where there is no paper.
    """

    edition: str
    span: Span
    known: Known
    names: Names
    letters: Letters | None = None


@dataclass(slots=True)
class Candidate:
    """An event file that could be written for a row.

    `name` is the id it would have; `id` the one the row names itself. `key` recognises the row, `slot` its place and time, `digest`
    its words, `aside` those under headings that nobody knows.
    """

    row: Row
    fields: dict[str, Value]
    body: str
    name: str
    id: str
    key: str
    digest: str
    aside: str
    slot: str
    stamp: str
    is_draft: bool = False
    told: list[Told] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unmatched: dict[str, Match] = field(default_factory=dict)
    event: Event | None = None

    @property
    def text(self) -> bytes:
        """The file."""
        return event_text(self.fields, self.body, self.notes).encode()


def candidate_of(row: Row, place: Place) -> Candidate:
    """Return the event file of a row."""
    wrong = {path: one for path, one in row.wrong.items() if not path.startswith("contact") or _has_consent(row.words)}
    words = {path: text for path, text in row.words.items() if path not in wrong or path == "title"}
    if row.host and "organisers" not in words and place.names.organiser(row.host).id:
        words["organisers"], row = row.host, replace(row, host="")
    if any(path.startswith("when") and path.partition("#")[0] not in TIMES for path in wrong):
        # a time says nothing without its day
        words = {path: text for path, text in words.items() if not path.startswith("when")}
    read = read_row(words, place.names, place.span)
    made = Candidate(
        row, read.fields, read.body, _name(row), _own_id(row), row.key or _key(row), _digest(row), _aside(row), _slot(row.words),
        row.words.get(DIGEST, "").strip(), unmatched=read.unmatched,
    )
    unread = dict(read.unread)
    for name, (message, mend) in read.why.items():
        if name != "when" or not any(path.startswith("when") for path in wrong):
            made.told.append(Told(name, message, mend, is_reason=True))
    for path, fault in wrong.items():
        made.told.append(Told(path.partition("#")[0], fault.message, fault.mend, is_reason=True))
        if path != "title":
            name = "when" if "when" in unread and path.startswith("when") else path.replace("#", ".")
            unread[name] = words_of(row.words, "when") if name == "when" else on_one_line(clean(row.words[path]))
        else:
            made.fields["draft"] = "ja"
    for doubt in doubts_of(row, made.fields):
        if doubt.field not in unread:
            unread[doubt.field] = doubt.words
            made.told.append(doubt.told)
            if doubt.field != "title":
                made.fields.pop(doubt.field, None)
    if row.is_struck and _status_of(made) != "cancelled":
        unread["status"] = " ".join(filter(None, (row.words.get("status"), N_("durchgestrichen"))))
        made.told.append(telling.struck())
    _judge(made, place, unread)
    if row.above and "when" in unread:
        made.told = [telling.above(row), *(told for told in made.told if told.field.partition(".")[0] != "when")]
    _tell(made, read, place.names)
    return made


def _status_of(made: Candidate) -> Value | None:
    status = made.fields.get("status")
    return status.get("is") if isinstance(status, dict) else status


def _judge(made: Candidate, place: Place, unread: dict[str, str]) -> None:
    """Let the check judge the file; leave out what it refuses, until nothing is refused."""
    path = f"{place.edition}/{made.id or made.name}.md"
    is_own_draft = "unread" in made.fields or str(made.fields.get("draft", "")).casefold() == "ja"
    for _ in range(_MOST_PASSES):
        event, problems, lines = _check(made, path, place)
        errors = [] if is_own_draft else [one for one in problems if one.is_error]
        if not errors:
            break
        if not _leave_out(made, errors[0], lines, unread):
            made.fields["draft"] = "ja"
            is_own_draft = True
            made.told.append(told_of(errors[0], "title", is_reason=True))
    if unread:
        given = made.fields.get("unread")
        made.fields["unread"] = {**(given if isinstance(given, dict) else {}), **unread}
        made.fields = {name: made.fields[name] for name in _ORDER if name in made.fields}
        event, problems, _ = _check(made, path, place)
    made.event = event
    made.is_draft = bool(unread) or is_own_draft
    if not is_own_draft or unread:
        made.told += [
            told_of(one) for one in problems
            if not _UNTOLD.fullmatch(one.code) and one.field.partition(".")[0] not in unread
        ]
    made.told += unprinted_of(made.text, event, path, place)


def _check(made: Candidate, path: str, place: Place) -> tuple[Event | None, tuple[Problem, ...], Mapping[str, int]]:
    """Return what the check says of a file, and the lines of its fields."""
    record, problems = event_of(made.text, path)
    if record is None:
        return None, problems, {}
    event, more = parse_event(record, place.edition, place.span, place.known)
    return event, (*problems, *more), {**record.fields.key_lines, TEXT: record.body_line}


def unprinted_of(text: bytes, event: Event | None, path: str, place: Place) -> list[Told]:
    """Return what is said of the letters of a file that paper does not have, as a check says it."""
    missing = place.letters.missing("".join(sorted(texts_of(event)))) if place.letters and event else ()
    if not missing:
        return []
    record, _ = event_of(text, path)
    assert record, "the event was made of it"
    starts = {**record.fields.key_lines, TEXT: record.body_line}
    return [
        Told(max((name for name in starts if starts[name] <= line), key=starts.__getitem__, default=""), fault.message, fault.mend)
        for line, fault in faults_by_line(missing, text.decode().splitlines())
    ]


def _leave_out(made: Candidate, problem: Problem, lines: Mapping[str, int], unread: dict[str, str]) -> bool:
    """Move what a problem is about to the words that are not read; False for the title, which must stay."""
    names = problem.field.split(".")
    if names[0] not in made.fields and names[0] != TEXT:
        names = [max((name for name, line in lines.items() if line <= max(problem.line, 2)), key=lines.__getitem__, default="title")]
    name, value = names[0], made.fields.get(names[0])
    if name == "title":
        return False
    made.told.append(told_of(problem, name, is_reason=True))
    if name == TEXT:
        unread[TEXT] = on_one_line(made.body)
        made.body = ""
        return True
    part = names[1] if len(names) > 1 else ""
    if isinstance(value, dict) and part in value and len(value) > 1 and part not in ("name", "is", "regular"):
        unread[f"{name}.{part}"] = made.row.words.get(f"{name}.{part}") or _spelled(value.pop(part))
        value.pop(part, None)
        return True
    unread[name] = words_of(made.row.words, name) or _spelled(value)
    if name == "when":
        made.fields["when"] = "tba"
    else:
        made.fields.pop(name, None)
    return True


def _spelled(value: Value | None) -> str:
    if isinstance(value, list):
        return ", ".join(map(_spelled, value))
    if isinstance(value, dict):
        return ", ".join(f"{name}: {_spelled(child)}" for name, child in value.items())
    return value or ""


def _tell(made: Candidate, read: Cells, names: Names) -> None:
    """Tell of names that named nothing or may be two, of a contact that was left out, and of what may be meant otherwise."""
    for name, match in made.unmatched.items():
        made.told += telling.unmatched(name, match)
    for name in PEOPLE:
        made.told += [telling.maybe_two(name, one) for one in maybe_two(made.fields.get(name), names)]
    for name, words in read.beside.items():
        made.told.append(telling.beside(name, words))
    if read.category:
        made.told.append(telling.category(read.category))
        made.notes.append(N_("Kategorie in der Vorlage: {category}").format(category=on_one_line(read.category)[:80]))
    if read.has_private_contact:
        made.told.append(telling.private_contact())
    made.told += [*telling.hints(made.row, made.event), *telling.aside(made.row)]


def _has_consent(words: Mapping[str, str]) -> bool:
    """Whether a contact may stand in a public file, be it as words that nobody could read."""
    return words.get("contact.consent", "").strip().casefold() in (*YES, "x")


def _own_id(row: Row) -> str:
    """Return the id that a row names, if it can be one; a number alone counts rows, unless we have written it ourselves."""
    text = row.words.get(ID, "").strip()
    if text.isdigit() and DIGEST not in row.words:
        return ""
    return text if ID_FORM.fullmatch(text) and nearest_id(text) == text else ""


def _name(row: Row) -> str:
    """Return the id that a title gives: readable, not long, without a date."""
    name = nearest_id(" ".join(row.words.get("title", "").split()))
    if len(name) > LONGEST_ID:
        name = name[:LONGEST_ID + 1].rpartition("-")[0] or name[:LONGEST_ID]
    return name or NAMELESS


def _key(row: Row) -> str:
    return _own_id(row) or folded(row.words.get("title", ""))[:120] or NAMELESS


def _digest(row: Row) -> str:
    """Return the digest of what a row says; the order of columns, and white space, say nothing."""
    parts = sorted(
        f"{path}\0{text.strip() if path == MARKDOWN else on_one_line(text)}" for path, text in row.words.items() if path != DIGEST
    )
    parts += [f"struck\0{path}" for path in sorted(row.struck)]
    return hashlib.sha256("\0\0".join(parts).encode()).hexdigest()[:12]


def _aside(row: Row) -> str:
    """Return the digest of what stands under headings that nobody knows; nothing where nothing does."""
    text = "\0".join(f"{heading}\0{words}" for heading, words in row.aside)
    return hashlib.sha256(text.encode()).hexdigest()[:12] if text else ""


def _slot(words: Mapping[str, str]) -> str:
    """Return the digest of when, where and who; nothing where one of them is not said."""
    parts = [words_of(words, name) for name in ("when", "venue", "organisers")]
    return hashlib.sha256("\0".join(map(folded, parts)).encode()).hexdigest()[:12] if all(parts) else ""


def field_lines(fields: Mapping[str, Value], name: str) -> list[str]:
    """Return the lines of one field."""
    return event_text({name: fields[name]}).splitlines()[1:-1] if name in fields else []


def values_of(record_fields: Fields) -> dict[str, Value]:
    """Return the fields of a file as values."""
    from ikw.source import value_of  # noqa: PLC0415 -- only here

    found = value_of(record_fields)
    assert isinstance(found, dict)
    return found
