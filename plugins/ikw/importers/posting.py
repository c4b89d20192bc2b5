"""Posting: the events of a mail are put into an edition, with their pictures. Floor 5.

A file comes in as it was sent. What the check finds wrong in it makes it a draft, with the reasons; what cannot be read at all is
refused. A file that somebody has changed since is never overwritten.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from ikw.disk import Folder
from ikw.exports import images
from ikw.fields import EVENT
from ikw.importers.candidates import Place, unprinted_of
from ikw.importers.intake import DRAFT, NEW, REFUSED, UNCHANGED, UPDATED, Intake, Result
from ikw.importers.mail import Block, Mail
from ikw.importers.mending import mended
from ikw.importers.pictures import bare
from ikw.importers.standing import Standing, digest_of
from ikw.importers.telling import Told
from ikw.ledger import Taken, ledger_text
from ikw.parse import image_name, is_draft, parse_event
from ikw.parsed import settled
from ikw.problems import N_, Fault, Problem
from ikw.source import Node, Record, event_of, value_of
from ikw.source.editing import UneditableError, with_fields
from ikw.source.tree import ID, IMPORTED, nearest_id
from ikw.source.writing import in_flow
from ikw.values.known import Known
from ikw.values.lines import is_blank

SOURCE = "mail"

_ORDER = [one.name for one in EVENT]
_FENCE = re.compile(r"^---\n", re.MULTILINE)


@dataclass(slots=True)
class _Posting:
    """What is to be written: files by their paths, and what the ledger then says."""

    files: dict[str, bytes] = field(default_factory=dict)
    taken: dict[str, Taken] = field(default_factory=dict)


def post(mail: Mail, place: Place, standing: Standing, *, id: str | None = None, dry_run: bool = False) -> Intake:
    """Put every event of a mail into an edition; `id` is the name that its only event shall have."""
    posting = _Posting(taken=dict(standing.taken))
    intake = Intake()
    unused = dict(mail.pictures)
    for number, block in enumerate(mail.blocks, 1):
        intake.results.append(_post(number, block, id, unused, place, standing, posting))
    for name in unused:
        told = Told("image", N_("Das Bild „{name}“ ist nicht gespeichert, denn keine Veranstaltung nennt es.").format(name=name[:60]), "")
        if intake.results:
            last = intake.results[-1]
            intake.results[-1] = replace(last, told=(*last.told, told))
    if not dry_run:
        folder = Folder(standing.root)
        for path, data in posting.files.items():
            folder.write(path, data)
        if posting.taken != dict(standing.taken):
            folder.write(f"{place.edition}/{IMPORTED}", ledger_text(posting.taken).encode())
    return intake


def _post(
    number: int, block: Block, wanted: str | None, pictures: dict[str, bytes], place: Place, standing: Standing, posting: _Posting,
) -> Result:
    """Put one event in its place."""
    name = (wanted or block.name.removesuffix(".md")).strip()
    if not ID.fullmatch(name) or nearest_id(name) != name:
        near = nearest_id(name) or "sommerfest"
        return _refused(number, block, N_("„{name}“ kann nicht der Name einer Datei sein.").format(name=name[:60]),
                        N_("Rufen Sie noch einmal auf, mit: --id {near}").format(near=near))
    path = f"{place.edition}/{name}.md"
    text = mended(block.text)
    record, problems = event_of(text.encode(), path)
    if record is None:
        first = min(problems)
        return _refused(number, block, f"{path}:{first.line}: {first.message}", first.mend)
    brought, told = _picture(record, pictures, place)
    text, reasons = _judged(text, path, place, brought)
    told += _unprinted(text, path, place)
    data, now = text.encode(), standing.file(place.edition, name)
    taken = standing.taken.get(name)
    if now == data and not brought:
        return Result(str(number), name, UNCHANGED, name, tuple(told))
    if now is not None and now != data and not (taken and digest_of(now) == taken.file):
        message = N_("{path} gibt es schon, und die Datei ist von Hand geschrieben oder seitdem geändert.").format(path=path)
        mend = N_("Übernehmen Sie von Hand, was gelten soll; ist es eine andere Veranstaltung, rufen Sie auf mit: --id {near}")
        return _refused(number, block, message, mend.format(near=f"{name}-2"))
    posting.files |= {f"{place.edition}/{picture}": content for picture, content in brought.items()}
    posting.files[path] = data
    sent = hashlib.sha256(block.text.encode()).hexdigest()[:12]
    posting.taken[name] = Taken(source=SOURCE, key=name, row=sent, file=digest_of(data))
    outcome = DRAFT if reasons else NEW if now is None else UPDATED
    return Result(str(number), name, outcome, name, (*reasons, *told))


def _refused(number: int, block: Block, message: str, mend: str) -> Result:
    return Result(str(number), block.name[:60], REFUSED, told=(Told("", message, mend, is_reason=True),))


def _judged(text: str, path: str, place: Place, brought: Mapping[str, bytes]) -> tuple[str, list[Told]]:
    """Return the file, as a draft where something is wrong in it, and what that is."""
    known = replace(place.known, look=lambda name: _size(name, brought[name]) if name in brought else place.known.look(name))
    record, _ = event_of(text.encode(), path)
    if record is None:
        return text, []
    reasons = [*_coordinators(record), *_errors(text, path, place, known)]
    if not reasons or is_draft(record):
        return text, reasons
    fences = list(_FENCE.finditer(text))
    place_of_draft = fences[1].start() if len(fences) > 1 else len(text)
    return f"{text[:place_of_draft]}draft: ja\n{text[place_of_draft:]}", reasons


def _unprinted(text: str, path: str, place: Place) -> list[Told]:
    """Return which letters of a file paper does not have."""
    record, _ = event_of(text.encode(), path)
    event = parse_event(record, place.edition, place.span, place.known)[0] if record else None
    return unprinted_of(text.encode(), event, path, place)


def _coordinators(record: Record) -> list[Told]:
    """Return what a letter says that is not for its sender to say: whether something is highlighted, invented, a draft."""
    said = [one for one in EVENT if one.is_coordinators and not is_blank(record.fields.get(one.name))]
    return [
        Told(one.name, N_("Das trägt sonst die Koordination ein; in der E-Mail steht es schon: {words}.").format(
            words=_line_of(record.fields.get(one.name)),
        ), N_("Prüfen Sie es; soll es nicht gelten, löschen Sie die Zeile."), is_reason=True) for one in said
    ]


def _line_of(node: Node | None) -> str:
    value = None if node is None else value_of(node)
    return (value if isinstance(value, str) else in_flow(value or ""))[:60]


def _errors(text: str, path: str, place: Place, known: Known) -> list[Told]:
    """Return what the check would say if it were no draft: a draft's errors are warnings."""
    with contextlib.suppress(UneditableError):  # not one field to a line: then it says what it says of a draft
        text = with_fields(text.encode(), {"draft": [], "unread": []}, _ORDER).decode()
    record, problems = event_of(text.encode(), path)
    if record is None:
        return []
    _, more = parse_event(record, place.edition, place.span, known)
    return [_told(problem) for problem in settled((*problems, *more)) if problem.is_error]


def _told(problem: Problem) -> Told:
    return Told(problem.field, problem.message, problem.mend, is_reason=True)


def _picture(record: Record, pictures: dict[str, bytes], place: Place) -> tuple[dict[str, bytes], list[Told]]:
    """Return the attached picture that an event names; the only one attached is that picture under whatever name."""
    name = image_name(record)
    if not name or not pictures:
        return {}, []
    stem, _, ending = name.rpartition(".")
    if not ID.fullmatch(stem) or ending not in ("jpg", "jpeg", "png", "webp"):
        mend = N_("Benennen Sie es um, zum Beispiel in „{near}.jpg“, auch im Feld image.").format(near=nearest_id(stem) or "bild")
        return {}, [Told("image", N_("„{name}“ kann nicht der Name eines Bildes sein.").format(name=name[:60]), mend)]
    found = next((one for one in pictures if one.casefold() == name.casefold()), None)
    told = []
    if found is None and len(pictures) == 1:
        found = next(iter(pictures))
        message = N_("Das angehängte Bild „{found}“ ist als „{name}“ gespeichert.").format(found=found[:60], name=name)
        told.append(Told("image", message, ""))
    if found is None:
        return {}, []
    data = pictures.pop(found)
    size = _size(name, data)
    if isinstance(size, Fault):
        return {}, [Told("image", size.message, size.mend)]
    made, there = _without_notes(name, data), place.known.look(name)
    if not isinstance(there, Fault):
        if Path(there[0]).read_bytes() in (data, made):
            return {}, told
        return {}, [Told("image", N_("„{name}“ gibt es schon mit einem anderen Bild; das angehängte ist nicht gespeichert.").format(
            name=name), N_("Legen Sie das Bild von Hand an seine Stelle."))]
    return {name: made}, told


def _without_notes(name: str, data: bytes) -> bytes:
    """Return a picture without what the camera wrote into it, if it still is one then."""
    made = bare(data, images.turn_of(data))
    return made if not isinstance(_size(name, made), Fault) else data


def _size(name: str, data: bytes) -> tuple[str, int, int] | Fault:
    """Look at a picture as the check does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PurePosixPath(name).name
        path.write_bytes(data)
        seen = images.inspect(path)
    return seen if isinstance(seen, Fault) else (name, *seen)


