"""Intake: rows become files of an edition, or stay what they are. Floor 5.

A row is recognised by what the ledger remembers. A file that is still as it was written follows its row; one that somebody has
changed by hand is never overwritten, and one that was deleted does not come back. Files are replaced whole, the ledger last.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from ikw.cells.meaning import differing
from ikw.disk import Folder
from ikw.importers import telling
from ikw.importers.candidates import Candidate, Place, candidate_of, values_of
from ikw.importers.changes import UneditableError, changed
from ikw.importers.recognition import recognise
from ikw.importers.sheets import Row, Table
from ikw.importers.standing import Standing, digest_of, numbered
from ikw.importers.telling import Told
from ikw.ledger import Taken, ledger_text
from ikw.model import Event
from ikw.parse import is_draft
from ikw.problems import N_
from ikw.source import event_of
from ikw.source.tree import IMPORTED, RESERVED, folded

NEW, UPDATED, UNCHANGED, DRAFT, REFUSED = ("new", "updated", "unchanged", "draft", "refused")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a row: `id` is its event; `told` says why it is a draft or was refused, and what else to know."""

    place: str
    title: str
    outcome: str
    id: str = ""
    told: tuple[Told, ...] = ()


@dataclass(slots=True)
class Intake:
    """What became of a file: a result for each row, ids that its rows no longer name, and the candidates that were written."""

    results: list[Result] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    written: list[Candidate] = field(default_factory=list)

    def count(self, outcome: str) -> int:
        """Return how many rows had an outcome."""
        return sum(one.outcome == outcome for one in self.results)


def take_in(table: Table, source: str, place: Place, standing: Standing, *, dry_run: bool = False) -> Intake:
    """Take a table over into an edition; with `dry_run` nothing is written."""
    run = _Run(source, place, standing)
    for row in table.rows:
        run.add(candidate_of(row, place))
    run.settle()
    for row, wrong in table.refused:
        told = Told("", wrong.message, wrong.mend, is_reason=True)
        run.note(row, Result(row.place, row.words.get("title", ""), REFUSED, told=(told,)))
    if not dry_run:
        run.write()
    found = run.intake
    found.results = [result for _, result in sorted(run.numbered, key=lambda one: one[0])]
    return found


class _Run:
    """One import under way."""

    def __init__(self, source: str, place: Place, standing: Standing) -> None:
        self.source = source
        self.place = place
        self.standing = standing
        self.intake = Intake()
        self.numbered: list[tuple[tuple[int, int], Result]] = []
        self.candidates: list[Candidate] = []
        self.files: dict[str, bytes] = {}
        self.taken: dict[str, Taken] = dict(standing.taken)
        self.seen: dict[str, Row] = {}
        self.days: dict[tuple[str, date], Row] = {}
        self.numbers: dict[str, int] = {}
        self.by_title: dict[str, list[Event]] = {}
        for one, event in standing.events.items():
            if one not in standing.taken:
                self.by_title.setdefault(_folded_title(event), []).append(event)

    def note(self, row: Row, result: Result) -> None:
        """Keep the result of a row, in the order of the file."""
        self.numbered.append(((row.sheet_number, row.number), result))

    def add(self, made: Candidate) -> None:
        """Take a candidate; a row that says all that another said is not taken twice."""
        before = self.seen.setdefault(made.digest, made.row)
        if before is not made.row:
            told = Told("", N_("Dasselbe steht schon in Zeile {place}.").format(place=before.place), N_("Löschen Sie eine der beiden."),
                        is_reason=True)
            self.note(made.row, Result(made.row.place, _title(made), REFUSED, told=(told,)))
            return
        for day in {one.day for one in made.event.occurrences} if made.event else ():
            twin = self.days.setdefault((folded(_title(made)), day), made.row)
            if twin is not made.row:
                made.told.append(Told(
                    "", N_("Das sieht aus wie Zeile {place}: derselbe Titel, derselbe Tag.").format(place=twin.place),
                    N_("Ist es dieselbe Veranstaltung, löschen Sie eine der beiden Zeilen und ihre Datei."),
                ))
                break
        self.candidates.append(made)

    def settle(self) -> None:
        """Decide for every candidate."""
        owners = recognise(self.candidates, self.standing.taken, self.source)
        for made in self.candidates:
            owner = owners.get(id(made))
            if isinstance(owner, Told):
                self._refuse(made, owner)
            elif owner:
                self._known(made, owner)
            else:
                self._unknown(made)
        sources = {self.source, *(self.standing.taken[one].source for one in owners.values() if isinstance(one, str))}
        named = {one for one in owners.values() if isinstance(one, str)} | {result.id for _, result in self.numbered}
        self.intake.gone = [one for one, taken in self.standing.taken.items() if taken.source in sources and one not in named]

    # One candidate

    def _known(self, made: Candidate, one: str) -> None:
        """A row that was taken over before: its file follows it, unless somebody has changed the file."""
        taken, now = self.standing.taken[one], self.standing.file(self.place.edition, one)
        if now is None:
            self._refuse(made, Told(
                "", N_("Die Veranstaltung {id}.md ist gelöscht worden und kommt nicht von selbst wieder.").format(id=one),
                N_("Soll sie wiederkommen, löschen Sie ihre Zeile in {file}.").format(file=IMPORTED), is_reason=True,
            ), one)
            return
        if digest_of(now) == taken.file:
            self._put(made, one, now)
        elif made.digest == taken.row:
            self.taken[one] = replace(taken, aside=made.aside)
            self._keep(made, one, N_("von Hand geändert seit dem Import, und bleibt so"))
        else:
            self._by_hand(made, one, now, is_imported=True)

    def _unknown(self, made: Candidate) -> None:
        """A row that is new: it gets a file of its own, unless the event is there already."""
        if made.id:
            now = self.standing.file(self.place.edition, made.id)
            if now is not None:
                self._by_hand(made, made.id, now, is_imported=False)
                return
        elif there := self._same_event(made):
            now = self.standing.file(self.place.edition, there)
            if now is not None:
                self._by_hand(made, there, now, is_imported=False)
                return
        self._put(made, self._free(made.id or made.name, made), None)

    def _put(self, made: Candidate, one: str, now: bytes | None) -> None:
        """Write a file, if it is another than before."""
        if now is not None and made.is_draft and not _is_draft(now):
            self._refuse(made, _unreadable(one), one, made.told)
            return
        data = made.text
        self.taken[one] = Taken(source=self.source, key=made.key, row=made.digest, slot=made.slot, aside=made.aside, file=digest_of(data))
        if data == now:
            self._keep(made, one)
            return
        self.files[one] = data
        self.intake.written.append(made)
        outcome = DRAFT if made.is_draft else NEW if now is None else UPDATED
        self.note(made.row, Result(made.row.place, _title(made), outcome, one, tuple(made.told)))

    def _by_hand(self, made: Candidate, one: str, now: bytes, *, is_imported: bool) -> None:
        """A file that is not as an import left it: it is kept. An exported row may change fields, if nobody was faster."""
        record, _ = event_of(now, f"{self.place.edition}/{one}.md")
        before = values_of(record.fields) if record else {}
        body = record.body.strip("\n") if record else ""
        names = differing(before, made.fields) + (["text"] if body.split() != made.body.split() else [])
        if not names or (not is_imported and digest_of(now) == digest_of(made.text)):
            self._keep(made, one)
            return
        if made.stamp and digest_of(now) == made.stamp:
            if made.is_draft and not _is_draft(now):
                self._refuse(made, _unreadable(one), one, made.told)
                return
            try:
                self.files[one] = changed(now, made.fields, made.body, names)
            except UneditableError:
                pass
            else:
                self.intake.written.append(made)
                outcome = DRAFT if made.is_draft else UPDATED
                self.note(made.row, Result(made.row.place, _title(made), outcome, one, tuple(made.told)))
                return
        reasons = [*(told for told in made.told if told.is_reason), *self._aside(made, one)]
        self._refuse(made, _by_hand_reason(one, names, made, is_imported=is_imported), one, reasons)

    def _keep(self, made: Candidate, one: str, why: str = "") -> None:
        told = (Told("", why, ""),) if why else ()
        self.note(made.row, Result(made.row.place, _title(made), UNCHANGED, one, (*told, *self._aside(made, one))))

    def _aside(self, made: Candidate, one: str) -> tuple[Told, ...]:
        """What stands under headings that nobody knows is told again only where it has changed."""
        before = self.standing.taken.get(one)
        return () if before and before.aside == made.aside else tuple(telling.aside(made.row))

    def _refuse(self, made: Candidate, told: Told, one: str = "", more: Sequence[Told] = ()) -> None:
        self.note(made.row, Result(made.row.place, _title(made), REFUSED, one, (told, *more)))

    def _same_event(self, made: Candidate) -> str | None:
        """Return the event of this title and day that no import has written: it was handed in another way."""
        if made.event is None:
            return None
        days = {occurrence.day for occurrence in made.event.occurrences}
        for event in self.by_title.get(_folded_title(made.event), ()):
            own = {occurrence.day for occurrence in event.occurrences}
            if days & own or (not days and not own):
                return event.id
        return None

    def _free(self, name: str, made: Candidate) -> str:
        """Return an id that nobody has; a number behind it tells two of one name apart."""
        for number in count(self.numbers.get(name, 1)):
            self.numbers[name] = number
            one = numbered(name, number)
            if one in self.files or one in RESERVED:
                continue
            now = self.standing.file(self.place.edition, one)
            if now is not None and now == made.text and one not in self.standing.taken:
                return one  # what an import wrote that was cut off before its ledger
            if now is None and not os.path.lexists(self.standing.root / self.place.edition / f"{one}.md") and one not in self.taken:
                return one
        raise AssertionError("numbers have no end")

    def write(self) -> None:
        """Write the files, then the ledger."""
        folder = Folder(self.standing.root)
        for one, data in sorted(self.files.items()):
            folder.write(f"{self.place.edition}/{one}.md", data)
        if self.taken != dict(self.standing.taken):
            folder.write(f"{self.place.edition}/{IMPORTED}", ledger_text(self.taken).encode())


def _unreadable(one: str) -> Told:
    return Told(
        "", N_("In dieser Zeile stimmt etwas nicht; {id}.md bleibt, wie es ist.").format(id=one),
        N_("Berichtigen Sie die Tabelle, und übernehmen Sie sie noch einmal."), is_reason=True,
    )


def _by_hand_reason(one: str, names: Sequence[str], made: Candidate, *, is_imported: bool) -> Told:
    fields = ", ".join(names[:8])
    if is_imported:
        message = N_("{id}.md ist seit dem Import von Hand geändert worden, und die Zeile ist auch eine andere: {fields}.")
    elif made.stamp:
        message = N_("{id}.md ist geändert worden, seit die Tabelle ausgegeben wurde; anders sind: {fields}.")
    else:
        message = N_("Die Veranstaltung steht schon in {id}.md und ist dort von Hand geschrieben; anders sind: {fields}.")
    return Told("", message.format(id=one, fields=fields), N_("Übernehmen Sie von Hand, was gelten soll."), is_reason=True)


def _is_draft(data: bytes) -> bool:
    record, _ = event_of(data, "")
    return record is None or is_draft(record)


def _title(made: Candidate) -> str:
    return " ".join(made.row.words.get("title", "").split())


def _folded_title(event: Event) -> str:
    return folded(event.texts["de"].title)
