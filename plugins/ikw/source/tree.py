"""Tree: which files the events folder holds, and what is wrong with their names. Floor 1, standard library only.

A file name is an identity: it becomes address, calendar UID and JSON id and never changes. So nothing is guessed from it; a
name that is not understood is a problem with the nearest correct name.
"""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ikw.model import FACETS
from ikw.problems import ERROR, N_, WARNING, Problem
from ikw.source.characters import printable
from ikw.source.files import unreadable

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 80
RESERVED = (*FACETS, "programme", "feed", "schema")
TRANSLATIONS = "translations.yaml"
DATA_FILES = ("categories.yaml", "municipalities.yaml", "organisers.yaml", TRANSLATIONS, "venues.yaml")
EDITION = "edition.yaml"
MOTTO = "motto.yaml"
PRINTED = "printed.yaml"
IMPORTED = "import.yaml"
_OF_AN_EDITION = (EDITION, MOTTO, PRINTED, IMPORTED)

_YEAR = re.compile(r"[0-9]{4}")
_LANG = r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*"
_TRANSLATION = re.compile(rf"(?P<id>[a-z0-9-]+)\.(?P<lang>{_LANG})")
_PICTURE = re.compile(r".+\.(?:jpe?g|png|webp)", re.IGNORECASE)
_OTHER_PICTURE = re.compile(r".+\.(?:svg|gif|heic|heif|tiff?|bmp|avif|psd|pdf)", re.IGNORECASE)
_IGNORED = re.compile(r"\..*|.*~|.*\.(?:swp|swo|orig|bak|tmp)|#.*#|README\.md|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_MONTH, _DAY = "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
# 2025-09-14, 20250914, 14-09-2025, 14-09-25 anywhere, and 14-09 at the start; a bare year and 10-12 (years of age) are no dates
DATE = re.compile(
    rf"(?:^|-)(?:20[0-9]{{2}}-?{_MONTH}-?{_DAY}|{_DAY}-{_MONTH}-(?:20)?[0-9]{{2}})(?=-|$)|^{_DAY}-0[1-9](?=-|$)"
)
LETTERS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ı": "i", "ł": "l", "đ": "d",
})


@dataclass(frozen=True, kw_only=True, slots=True)
class EventFiles:
    """An event and its translations: pairs of language and path, in order of language."""

    id: str
    path: str
    translations: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionFiles:
    """The folder of a year: paths of its `edition.yaml`, its drawn motto, what was printed and what was imported; pictures are
    file names without the folder."""

    id: str
    data: str | None
    motto: str | None = None
    printed: str | None = None
    imported: str | None = None
    events: tuple[EventFiles, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tree:
    """All files that belong to programmes; paths are relative to the events folder, with `/`."""

    data: tuple[str, ...] = ()
    editions: tuple[EditionFiles, ...] = ()


def list_tree(root: Path) -> tuple[Tree, tuple[Problem, ...]]:
    """List the events folder; everything in it that is not understood is a problem."""
    problems: list[Problem] = []
    data: list[str] = []
    editions: list[EditionFiles] = []
    for entry in _entries(root, "", problems):
        name = entry.name
        if entry.is_dir(follow_symlinks=False) and _YEAR.fullmatch(name):
            edition = _list_edition(root, name, problems)
            if edition.data or edition.events:
                editions.append(edition)
        elif name in DATA_FILES and _is_file(entry):
            data.append(name)
        else:
            problems.append(_stray_at_top(entry))
    return Tree(data=tuple(data), editions=tuple(editions)), tuple(sorted(problems))


def folded(text: str) -> str:
    """Return a text in small letters from a to z, digits and single hyphens: `Straße/Nr.` → `strasse-nr`."""
    text = unicodedata.normalize("NFC", text).lower().translate(LETTERS)
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", text))


def nearest_id(name: str) -> str:
    """Return the correct name that is nearest to a name: `Größtes Fest` → `groesstes-fest`; empty where no letter is left."""
    text = DATE.sub("-", folded(name))
    text = "-".join(part for part in text.split("-") if part)
    if len(text) > ID_LENGTH:
        text = text[:ID_LENGTH + 1].rpartition("-")[0] or text[:ID_LENGTH]
    return f"{text}-fest" if text in RESERVED else text


def _entries(root: Path, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """Return what stands in a folder, in order of name; symbolic links are refused here."""
    try:
        with os.scandir(root / folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(unreadable(error).at(folder or ".", 0, ""))
        return []
    kept = []
    for entry in entries:
        if _IGNORED.fullmatch(entry.name):
            continue
        if entry.is_symlink():
            problems.append(_problem(
                _path(folder, entry.name), "file-link", N_("„{name}“ ist eine Verknüpfung, keine Datei."),
                N_("Legen Sie die Datei oder den Ordner selbst an diese Stelle."), name=entry.name,
            ))
        else:
            kept.append(entry)
    return kept


def _list_edition(root: Path, year: str, problems: list[Problem]) -> EditionFiles:
    found: dict[str, str] = {}
    events: dict[str, list[tuple[str, str]]] = {}
    translations: list[tuple[str, str]] = []
    pictures: list[str] = []
    for entry in _entries(root, year, problems):
        name, stem = entry.name, entry.name[:-3]
        problem = _name_problem(entry, year)
        if problem:
            problems.append(problem)
        elif name in _OF_AN_EDITION:
            found[name] = _path(year, name)
        elif _PICTURE.fullmatch(name):
            pictures.append(name)
        elif "." in stem:
            event, _, lang = stem.partition(".")
            translations.append((event, lang))
        else:
            events[stem] = []
    for event, lang in translations:
        path = f"{year}/{event}.{lang}.md"
        if event in events:
            events[event].append((lang, path))
        else:
            problems.append(_without_event(path, event))
    if events and EDITION not in found:
        problems.append(_problem(
            f"{year}/{EDITION}", "file-edition", N_("Im Ordner „{year}“ fehlt die Datei „edition.yaml“."),
            N_("Legen Sie sie an, mit title, from und to."), year=year,
        ))
    files = (EventFiles(id=id_, path=f"{year}/{id_}.md", translations=tuple(sorted(own))) for id_, own in events.items())
    return EditionFiles(
        id=year, data=found.get(EDITION), motto=found.get(MOTTO), printed=found.get(PRINTED),
        imported=found.get(IMPORTED), events=tuple(sorted(files, key=lambda file: file.id)), pictures=tuple(pictures),
    )


def _name_problem(entry: os.DirEntry[str], year: str) -> Problem | None:
    """Say what is wrong with the name of anything in the folder of a year; None for a name that is understood."""
    name = entry.name
    path = _path(year, name)
    if not _is_file(entry):
        return _problem(
            path, "file-unknown", N_("„{name}“ ist keine Datei und wird nicht gelesen."),
            N_("Legen Sie alle Dateien direkt in „{year}“."), WARNING, name=name, year=year,
        )
    if name in _OF_AN_EDITION:
        return None
    if name.lower().endswith(".md"):
        return _event_name_problem(path, name)
    if _PICTURE.fullmatch(name):
        return _picture_name_problem(path, name)
    if _OTHER_PICTURE.fullmatch(name):
        return _problem(
            path, "file-picture", N_("„{name}“ ist kein Bild, das die Website zeigen kann."),
            N_("Speichern Sie es als JPG, PNG oder WebP."), name=name,
        )
    return _stray(path, name)


def _event_name_problem(path: str, name: str) -> Problem | None:
    """An event is `<id>.md`, a translation `<id>.<lang>.md`; an id is short, has no date and is no segment of an address."""
    stem = name[:-3]
    translation = _TRANSLATION.fullmatch(stem)
    event, lang = (translation["id"], f".{translation['lang']}") if translation else (stem, "")
    is_spelled = ID.fullmatch(event) is not None and name.endswith(".md")
    if is_spelled and len(event) <= ID_LENGTH and event not in RESERVED and not DATE.search(event):
        return None
    if not translation and (match := re.fullmatch(rf"(.+)\.({_LANG})", stem, re.IGNORECASE)):
        event, lang = match[1], f".{match[2].lower()}"
    if not is_spelled:
        message = N_("„{name}“ ist kein gültiger Dateiname: erlaubt sind a bis z, Ziffern und einzelne Bindestriche.")
    elif len(event) > ID_LENGTH:
        message = N_("Der Dateiname hat {length} Zeichen, erlaubt sind {limit}.")
    elif event in RESERVED:
        message = N_("„{name}“ ist kein möglicher Dateiname, denn „{event}“ ist schon Teil einer Adresse.")
    else:
        message = N_("Im Dateinamen „{name}“ steht ein Datum.")
    nearest = nearest_id(event)
    mend = N_("Benennen Sie die Datei um in „{nearest}“.")
    if not nearest:
        mend = N_("Benennen Sie die Datei um, zum Beispiel in „{nearest}“.")
    return _problem(
        path, "file-name", message, mend, name=name, event=event, length=len(event), limit=ID_LENGTH,
        nearest=f"{nearest or 'sommerfest'}{lang}.md",
    )


def _picture_name_problem(path: str, name: str) -> Problem | None:
    stem, _, ending = name.rpartition(".")
    if ID.fullmatch(stem) and ending == ending.lower() and len(stem) <= ID_LENGTH:
        return None
    return _problem(
        path, "file-name", N_("„{name}“ ist kein gültiger Dateiname: erlaubt sind a bis z, Ziffern und einzelne Bindestriche."),
        N_("Benennen Sie das Bild um in „{nearest}“, auch im Feld image."), name=name,
        nearest=f"{nearest_id(stem) or 'bild'}.{ending.lower()}",
    )


def _without_event(path: str, event: str) -> Problem:
    return _problem(
        path, "file-translation", N_("Das ist eine Übersetzung, aber die Veranstaltung „{event}.md“ gibt es nicht."),
        N_("Geben Sie der Übersetzung den Namen ihrer Veranstaltung, oder löschen Sie sie."), event=event,
    )


def _stray_at_top(entry: os.DirEntry[str]) -> Problem:
    name = entry.name
    path = _path("", name)
    if _is_file(entry) and name.lower().endswith(".md"):
        return _problem(
            path, "file-place", N_("„{name}“ liegt in keinem Ordner eines Jahres."),
            N_("Legen Sie die Veranstaltung in den Ordner ihres Jahres, zum Beispiel „2025/{name}“."), name=name,
        )
    if _is_file(entry):
        return _stray(path, name)
    return _problem(
        path, "file-unknown", N_("„{name}“ ist kein Ordner eines Jahres und wird nicht gelesen."),
        N_("Nennen Sie den Ordner wie das Jahr, zum Beispiel „2025“, oder löschen Sie ihn."), WARNING, name=name,
    )


def _stray(path: str, name: str) -> Problem:
    """Name a file that is none of ours, and what it could have been meant for: `venues.yml`, `fest.txt`."""
    stem, _, ending = name.lower().rpartition(".")
    meant = f"{stem or ending}.yaml"
    nearest = f"{nearest_id(stem.removesuffix('.md'))}.md"
    if meant in (*DATA_FILES, *_OF_AN_EDITION):
        mend = N_("Meinen Sie „{meant}“? Sonst löschen Sie die Datei.")
    elif ending in ("txt", "markdown", "docx", "odt") and nearest != ".md":
        mend = N_("Eine Veranstaltung ist eine Textdatei wie „{nearest}“; alles andere löschen Sie.")
    else:
        mend = N_("Löschen Sie die Datei, oder legen Sie sie an eine andere Stelle.")
    message = N_("„{name}“ gehört nicht zum Programm und wird nicht gelesen.")
    return _problem(path, "file-unknown", message, mend, WARNING, name=name, meant=meant, nearest=nearest)


def _problem(path: str, code: str, message: str, mend: str, severity: str = ERROR, **seen: str | int) -> Problem:
    shown = {key: printable(value) if isinstance(value, str) else value for key, value in seen.items()}
    return Problem(
        path=path, line=0, field="", code=code, severity=severity, message=message.format(**shown), mend=mend.format(**shown),
    )


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _path(folder: str, name: str) -> str:
    return printable(f"{folder}/{name}" if folder else name)
