"""Intake: a .po from a translator becomes translations, entry by entry. Floor 5.

An entry is taken if it was confirmed (not fuzzy), was made from the German text of now, and nothing is lost in it. The others
are named with the reason and leave the file as it is. A file is replaced whole, or not at all.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ikw.disk import Folder
from ikw.losses import losses
from ikw.problems import ERROR, REFUSED, Fault, Problem
from ikw.prose import render
from ikw.source import characters, lookalikes, stacks
from ikw.source.languages import with_language
from ikw.source.nodes import Scalar
from ikw.translate.catalog import Entry, from_po, unwrapped
from ikw.translate.edit import EMPTY, UneditableError, edited
from ikw.translate.sources import write_sources
from ikw.translate.work import CHECK_FIRST, DataTexts, EventTexts, FileTexts, read_work
from ikw.translation import COMPLETE, FIELDS, fingerprint, judge
from ikw.usage import UsageError
from ikw.values.reader import Reader

# Languages that are German in another way follow their own rules of structure: Easy Language.
EASY = "de-"


@dataclass(kw_only=True, slots=True)
class Intake:
    """What became of a .po: paths that were written, entries that were refused, and how many nothing was done with."""

    lang: str
    written: list[str] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    fuzzy: int = 0
    empty: int = 0
    unchanged: int = 0


def import_po(
    root: Path, data: bytes, languages: Collection[str], *, name: str = "import.po", lang: str | None = None,
    accept: Collection[str] = (), machine: bool = False, dry_run: bool = False,
) -> Intake:
    """Write what a .po translates into `<id>.<lang>.md` and the data files. What is no .po, or of another language, is a UsageError.

    `accept` names entries that may lose something; `machine` marks what is written as made by a machine.
    """
    found, entries = from_po(data, name)
    _check_language(name, found, lang, languages)
    work = read_work(root)
    known = {file.context(one): (file, one) for file in work for one in _names(file)}
    result = Intake(lang=found)
    taken: dict[str, dict[str, str]] = {}
    files = {file.translation(found): file for file in work}
    for entry in entries:
        file, one = known.get(entry.context, (None, ""))
        if file is None:
            result.refused.append(_refusal(entry, _no_such(entry)))
        elif text := _sorted_out(entry, file, one, result, is_accepted=entry.context in accept):
            if machine and isinstance(file, DataTexts):
                result.refused.append(_refusal(entry, _no_mark()))
            else:
                taken.setdefault(file.translation(found), {})[one] = text
    noted: dict[str, dict[str, str]] = {}
    for path, texts in taken.items():
        file = files[path]
        if isinstance(file, EventTexts):
            _write(root, path, file, texts, result, machine=machine, dry_run=dry_run)
        elif _write_data(root, file, texts, result, dry_run=dry_run):
            noted |= {file.context(one): {found: file.german.fingerprints[one]} for one in texts}
    if noted:
        result.written += write_sources(root, work, noted, dry_run=dry_run)
    return result


def _names(file: FileTexts) -> Iterable[str]:
    """Return the fields that a file's translations may have, also where the German has none."""
    return FIELDS if isinstance(file, EventTexts) else file.german.texts


def _check_language(name: str, found: str, lang: str | None, languages: Collection[str]) -> None:
    if found not in languages:
        raise UsageError(f"{name}:1: Die Sprache „{found[:20]}“ hat das Programm nicht. Möglich sind: {', '.join(languages)}.")
    if lang and lang != found:
        raise UsageError(f"{name}:1: Die Datei ist für die Sprache „{found}“, verlangt ist „{lang}“. Lassen Sie --lang weg.")


def _sorted_out(entry: Entry, event: FileTexts, name: str, result: Intake, *, is_accepted: bool) -> str:
    """Return the text of an entry that is to be taken; count or refuse all others."""
    own = event.own.get(result.lang)
    text = unwrapped(entry.own) if event.is_markdown(name) else " ".join(entry.own.split())
    is_same = own is not None and bool(text) and unwrapped(own.texts.get(name, "")) == text
    if entry.is_fuzzy:
        result.fuzzy += 1
    elif not text:
        result.empty += 1
    elif is_same and own and not own.is_machine and judge(event.german, own)[name] == COMPLETE:
        result.unchanged += 1
    elif event.german.fingerprints.get(name) != fingerprint(entry.german):
        if is_same:
            result.unchanged += 1
        else:
            result.refused.append(_refusal(entry, _other_german(event.german.texts.get(name))))
    elif problems := [_refusal(entry, fault) for fault in _faults(entry, event, name, text, result.lang, is_accepted=is_accepted)]:
        result.refused += problems
    else:
        return text
    return ""


def _faults(entry: Entry, event: FileTexts, name: str, text: str, lang: str, *, is_accepted: bool) -> Iterable[Fault]:
    """Return what the check would refuse; where that is nothing, what was lost or made up, and not accepted."""
    for found in (characters.faults(text), lookalikes.faults(text), stacks.faults(text), _misshapen(event, name, text)):
        if wrong := [fault for fault in found if fault.severity == ERROR]:
            return wrong
    if is_accepted:
        return ()
    elsewhere = "\n".join(event.german.texts.values())
    return losses(entry.german, text, is_markdown=event.is_markdown(name), is_free=lang.startswith(EASY), elsewhere=elsewhere)


def _misshapen(file: FileTexts, name: str, text: str) -> Iterable[Fault]:
    if file.is_markdown(name):
        return render(text, 1)[1]
    reader = Reader("")
    reader.read(file.field(name), Scalar(text, 1, False), name)
    return [
        Fault(code=problem.code, message=problem.message, mend=problem.mend, severity=problem.severity)
        for problem in reader.problems
    ]


def _refusal(entry: Entry, fault: Fault) -> Problem:
    context = characters.printable(entry.context)[:120]
    accept = "" if fault.severity == ERROR else f" Ist es so gewollt: --accept '{context}'"
    return Problem(
        path=entry.path, line=entry.line, field=context, code=fault.code, severity=REFUSED, message=fault.message,
        mend=f"{fault.mend}{accept}",
    )


def _no_such(entry: Entry) -> Fault:
    if not entry.context:
        message = "Der Eintrag nennt kein Feld einer Veranstaltung (msgctxt)."
    else:
        message = "Dieses Feld einer Veranstaltung gibt es nicht."
    return Fault(code="translation-context", message=message, mend="Nehmen Sie eine Datei von „ikw translate export“.")


def _no_mark() -> Fault:
    return Fault(
        code="translation-machine", message="Namen, Titel, Motto und Grußwort tragen kein Kennzeichen einer Maschine.", severity=ERROR,
        mend="Lesen Sie diese Einträge selbst, und übernehmen Sie sie ohne --machine.",
    )


def _other_german(german: str | None) -> Fault:
    message = "Der deutsche Text hat sich seit dem Export geändert."
    if german is None:
        message = "Dieses Feld gibt es im Deutschen nicht mehr."
    return Fault(
        code="translation-stale", message=message,
        mend="Exportieren Sie neu, und gleichen Sie Ihre Datei damit ab (msgmerge; in Poedit „Aus POT-Datei aktualisieren“).",
    )


def _write(
    root: Path, path: str, event: EventTexts, taken: Mapping[str, str], result: Intake, *, machine: bool, dry_run: bool,
) -> None:
    """Put what was taken into a translation's file; fields that stay as they are keep their spelling."""
    own = event.own.get(result.lang)
    before = own.texts if own else {}
    source = {**(own.source if own else {}), **{name: event.german.fingerprints[name] for name in taken}}
    new = {name: text for name, text in taken.items() if unwrapped(before.get(name, "")) != text}
    left = {name for name in before if name in event.german.texts} - taken.keys()
    is_machine = bool(machine and new) or bool(own and own.is_machine and (machine or left))
    old = _bytes(root, path, is_there=own is not None)
    try:
        made = edited(old, new, source={name: source[name] for name in FIELDS if name in source}, machine=is_machine)
    except UneditableError:
        result.refused.append(uneditable(path))
        return
    if made == old:
        result.unchanged += len(taken)
        return
    if not dry_run:
        Folder(root).write(path, made)
    result.written.append(path)


def _write_data(root: Path, file: FileTexts, taken: Mapping[str, str], result: Intake, *, dry_run: bool) -> bool:
    """Put what was taken into a data file, and say whether all that is in it now; texts that are there already keep their spelling."""
    own = file.own.get(result.lang)
    data = old = (root / file.path).read_bytes()
    try:
        for name, text in taken.items():
            if unwrapped(own.texts.get(name, "") if own else "") != text:
                data = with_language(data, name.split("."), result.lang, text, is_block=file.is_markdown(name))
    except UneditableError:
        result.refused.append(uneditable(file.path))
        return False
    if data != old:
        if not dry_run:
            Folder(root).write(file.path, data)
        result.written.append(file.path)
    return True


def _bytes(root: Path, path: str, *, is_there: bool) -> bytes:
    if is_there:
        return (root / path).read_bytes()
    if os.path.lexists(root / path):
        raise UsageError(f"{path}: Das ist keine Datei, die hier stehen darf. {CHECK_FIRST}")
    return EMPTY


def uneditable(path: str) -> Problem:
    """Return the problem of a file in which no single field can be changed."""
    return Problem(
        path=path, line=1, field="", code="translation-file", severity=REFUSED,
        message="In den Angaben lässt sich kein einzelnes Feld ändern.",
        mend=f"Schreiben Sie jede Angabe in eine eigene Zeile. {CHECK_FIRST}",
    )
