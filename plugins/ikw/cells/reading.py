"""Reading: the cells of a row become the values of an event file. Floor 1, pure.

Every field has its reader here; what a value may be, the check says. Words that could be read in two ways, or in none, are
handed back as they are, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ikw.cells.columns import DIGEST, MARKDOWN, TEXT
from ikw.cells.dates import TBA, hours_of, when_of
from ikw.cells.lists import LISTS, access_of, audience_of, people_of, whole_address
from ikw.cells.money import cost_of
from ikw.cells.names import Match, Names
from ikw.cells.places import venue_of
from ikw.cells.prose import as_markdown, says_the_same
from ikw.cells.sign_up import contact_of, registration_of
from ikw.cells.statuses import says_cancelled, status_of, without_cancelled
from ikw.cells.words import UnreadError, is_later, on_one_line, said, spelled_out
from ikw.fields import EVENT
from ikw.problems import N_
from ikw.source import Value
from ikw.source.tree import folded
from ikw.values.scalars import NO, YES
from ikw.when import Span

_WITH = re.compile(r"\s*,?\s*\b(?:in (?:Kooperation|Zusammenarbeit) mit|Kooperationspartner(?:innen)?:)\s*", re.IGNORECASE)
_CHECKED = frozenset((*YES, "x", "✓", "✔"))
_ORDER = tuple(one.name for one in EVENT)
_STATUS_PARTS = ("note", "since", "was.when", "was.venue")


@dataclass(slots=True)
class Row:
    """What a row says: fields and text of an event file, the words that nobody could read by their fields with the reason,
    names that named nothing, words `beside` those of a list, and whether a contact was left out because nobody agreed to it.
    """

    fields: dict[str, Value] = field(default_factory=dict)
    body: str = ""
    unread: dict[str, str] = field(default_factory=dict)
    why: dict[str, tuple[str, str]] = field(default_factory=dict)
    unmatched: dict[str, Match] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)
    category: str = ""
    has_private_contact: bool = False


def read_row(words: Mapping[str, str], names: Names, span: Span) -> Row:
    """Read the cells of a row by their paths."""
    reader = _Reader(words, names, span)
    for name in _ORDER:
        try:
            reader.read(name)
        except UnreadError as error:
            reader.leave(name, error.message, error.mend)
    row = reader.row
    reader.cancelled()
    row.fields = {name: row.fields[name] for name in _ORDER if name in row.fields}
    reader.text()
    return row


def words_of(words: Mapping[str, str], name: str) -> str:
    """Return all words that stand in the cells of a field, as they were typed, on one line."""
    own = [text for path, text in words.items() if re.split(r"[.#]", path)[0] == name and said(text)]
    return ", ".join(on_one_line(text.replace("\n", " / ")) for text in own)


class _Reader:
    """One row under way."""

    def __init__(self, words: Mapping[str, str], names: Names, span: Span) -> None:
        self.words = words
        self.names = names
        self.span = span
        self.row = Row()
        self.kinds = {one.name: one.kind for one in EVENT}

    def leave(self, name: str, message: str, mend: str) -> None:
        """Keep the words of a field that cannot be read."""
        self.row.unread[name] = words_of(self.words, name)
        self.row.why[name] = (message, mend)
        if name == "when":
            self.row.fields["when"] = TBA

    def read(self, name: str) -> None:
        """Read one field."""
        kind = self.kinds[name]
        if name in _GROUPS:
            _GROUPS[name](self)
        elif text := said(self.words.get(name)):
            value = None if name != "title" and is_later(text) else self._single(name, kind, text)
            if value:
                self.row.fields[name] = value

    def _single(self, name: str, kind: str, text: str) -> Value | None:
        """Read a field that has one cell."""
        line = on_one_line(text)
        if kind == "yes":
            return self._yes(name, line)
        if name in LISTS:
            return LISTS[name](text)
        if kind == "people":
            return people_of(self._without_partners(text) if name == "organisers" else text, self.names)
        if kind in ("offer", "yes-text"):
            return "ja" if line.casefold() in _CHECKED else None if kind == "offer" and line.casefold() in NO else line
        if kind == "url":
            return whole_address(line)
        return line

    def _without_partners(self, text: str) -> str:
        """Return who invites; who stands behind `in Kooperation mit` takes part."""
        host, _, others = _WITH.sub("\0", text, count=1).partition("\0")
        if not (host and others) or said(self.words.get("partners")) or spelled_out(text) is not None:
            return text
        self.row.fields["partners"] = people_of(others, self.names)
        return host

    def _yes(self, name: str, line: str) -> Value | None:
        if line.casefold() in _CHECKED:
            return "ja"
        return None if line.casefold() in NO else line

    def text(self) -> None:
        """Read the text: as Markdown where the column says so, else as plain text."""
        text = self.words.get(TEXT, "")
        self.row.body = self.words.get(MARKDOWN, "").replace("\r\n", "\n").strip("\n") or as_markdown(text)
        if not self.words.get(MARKDOWN) and text.strip() and not says_the_same(text, self.row.body):
            self.row.body = ""
            self.leave(
                TEXT, N_("In diesem Text stehen Zeichen, die im Text einer Veranstaltung etwas anderes bedeuten."),
                N_("Tragen Sie ihn unter der zweiten Zeile „---“ ein, ohne spitze Klammern und ohne HTML."),
            )

    def when(self) -> None:
        """Read the date; without any, the event is a draft until somebody says when it is."""
        self.row.fields |= when_of(self.words, self.span)
        if "when" not in self.row.fields and not self.words.get(DIGEST):
            self.row.fields["when"] = TBA
            self.row.unread["when"] = N_("kein Datum")
            self.row.why["when"] = (
                N_("In dieser Zeile steht kein Datum."),
                N_("Tragen Sie es bei „when“ ein; steht es noch nicht fest, löschen Sie „unread“ und lassen „when: tba“ stehen."),
            )

    def hours(self) -> None:
        """Read opening hours."""
        text = said(self.words.get("hours"))
        if not text:
            return
        found = hours_of(text)
        if found is None:
            raise UnreadError(
                N_("„{words}“ sagt nicht, an welchen Wochentagen das gilt.").format(words=on_one_line(text)[:60]),
                N_("Schreiben Sie zum Beispiel {mo-fr: 9–17, sa: 10–13}."),
            )
        self.row.fields["hours"] = found

    def venue(self) -> None:
        """Read the place; a room that stands behind its name is the room."""
        found = venue_of(self.words, self.names)
        if found.venue:
            self.row.fields["venue"] = found.venue
        for name, text in (("room", found.room), ("meeting_point", found.meeting_point), ("online_url", found.online_url)):
            own = on_one_line(said(self.words.get(name)))
            if text and own and folded(whole_address(own)) != folded(text):
                raise UnreadError(
                    N_("Das steht hier zweimal und verschieden: {words}.").format(words=f"{text} / {own}"),
                    N_("Lassen Sie jede Angabe nur in einer Spalte stehen."),
                )
            if text and not own:
                self.row.fields[name] = text
        if found.match.why:
            self.row.unmatched["venue"] = found.match

    def category(self) -> None:
        """Read the category; one that is not known is told, and the event has none."""
        text = on_one_line(said(self.words.get("category")))
        if not text:
            return
        match = self.names.category(text)
        known = {one for part in re.split(r"[,;/]", text) if (one := self.names.category(part).id)}
        if match.id or len(known) == 1:
            self.row.fields["category"] = match.id or known.pop()
        else:
            self.row.category = text
            self.row.unmatched["category"] = match

    def audience(self) -> None:
        """Read for whom it is, and their age."""
        text = said(self.words.get("audience"))
        if not text:
            return
        found, age = audience_of(text)
        if found:
            self.row.fields["audience"] = found
        if age and not said(self.words.get("age")):
            self.row.fields["age"] = age

    def access(self) -> None:
        """Read the access; words that are no codes are the note, `ja` and `nein` with what they answer."""
        text, note = said(self.words.get("access")), on_one_line(said(self.words.get("access_note")))
        if note:
            self.row.fields["access_note"] = note
        if not text:
            return
        if (value := spelled_out(text)) is not None:
            self.row.fields["access"] = value
            return
        found, own = access_of(text)
        if found:
            self.row.fields["access"] = found
        if own.casefold() in (*_CHECKED, *NO):
            own = N_("barrierefrei: {answer}").format(answer="nein" if own.casefold() in NO else "ja")
        elif own:
            self.row.beside["access"] = own
        if own:
            self.row.fields["access_note"] = f"{own}; {note}" if note else own

    def cost(self) -> None:
        """Read what it costs."""
        if found := cost_of(self.words):
            self.row.fields["cost"] = found

    def registration(self) -> None:
        """Read how to register."""
        if found := registration_of(self.words, self.span):
            self.row.fields["registration"] = found

    def contact(self) -> None:
        """Read whom to ask."""
        found, self.row.has_private_contact = contact_of(self.words)
        if found:
            self.row.fields["contact"] = found

    def status(self) -> None:
        """Read what has changed: a word, or `abgesagt, weil …` with its reason."""
        text = on_one_line(said(self.words.get("status")))
        parts = {part: said(self.words.get(f"status.{part}")) for part in _STATUS_PARTS}
        if (value := spelled_out(text)) is not None and not any(parts.values()):
            self.row.fields["status"] = value
            return
        if not text and not any(parts.values()):
            return
        word, note = status_of(text)
        found: dict[str, Value] = {"is": word} if word else {}
        if note or parts["note"]:
            found["note"] = "; ".join(part for part in (note, on_one_line(parts["note"])) if part)
        if parts["since"]:
            found["since"] = on_one_line(parts["since"])
        if was := self._was(parts):
            found["was"] = was
        self.row.fields["status"] = word if list(found) == ["is"] else found

    def cancelled(self) -> None:
        """Read `Abgesagt: …` at the begin of a title, or `(fällt aus)` at its end: that is a status and no name."""
        title, status = self.row.fields.get("title"), self.row.fields.get("status")
        if not isinstance(title, str) or "status" in self.row.unread or status not in (None, "cancelled"):
            return
        if name := without_cancelled(title):
            self.row.fields |= {"title": name, "status": "cancelled"}
        elif says_cancelled(title) and status is None:
            self.row.unread["status"] = title
            self.row.why["status"] = (
                N_("Im Titel steht, dass die Veranstaltung ausfällt."), N_("Schreiben Sie „status: cancelled“, und kürzen Sie den Titel."),
            )

    def _was(self, parts: Mapping[str, str]) -> dict[str, Value]:
        """Read the old time and place."""
        was: dict[str, Value] = {}
        if parts["was.when"]:
            was |= when_of({"when": parts["was.when"]}, self.span)
        if parts["was.venue"]:
            found = venue_of({"venue": parts["was.venue"]}, self.names)
            was |= {"venue": found.venue} if found.venue else {}
        return was


_GROUPS = {
    "when": _Reader.when, "hours": _Reader.hours, "venue": _Reader.venue, "category": _Reader.category,
    "audience": _Reader.audience, "access": _Reader.access, "access_note": _Reader.access, "cost": _Reader.cost,
    "registration": _Reader.registration, "contact": _Reader.contact, "status": _Reader.status,
}
