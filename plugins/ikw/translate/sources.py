"""Sources: `translations.yaml`, which notes of what German text each translation in a data file was made from. Floor 5."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ikw.disk import Folder
from ikw.source import TRANSLATIONS
from ikw.translate.work import DataTexts, FileTexts, read_sources

HEADER = """\
# Zu welchem deutschen Text die Übersetzungen in den anderen Dateien gehören: Namen, Titel, Motto und Grußwort.
#
# Wer das schreibt: ikw translate stamp und ikw translate import; niemand von Hand.
# Was daraus entsteht: Ändert sich ein deutscher Text, zeigt die Website dort Deutsch,
#   bis die Übersetzung wieder passt.

"""
# For each text, by its name: the fingerprint of its German for each language.
Changes = Mapping[str, Mapping[str, str]]


def write_sources(root: Path, work: Iterable[FileTexts], changes: Changes, *, dry_run: bool = False) -> tuple[str, ...]:
    """Note what translations were made from; what is noted of those that are no more goes. Return the paths that are written."""
    known = read_sources(root)
    noted = {}
    for file in work:
        for label in file.german.texts if isinstance(file, DataTexts) else ():
            context = file.context(label)
            prints = {**known.get(context, {}), **changes.get(context, {})}
            langs = {lang for lang, own in file.own.items() if label in own.texts} | changes.get(context, {}).keys()
            noted[context] = {lang: prints[lang] for lang in sorted(langs & prints.keys())}
    data = _written(noted)
    path = root / TRANSLATIONS
    if data == (path.read_bytes() if path.exists() else b""):
        return ()
    if not dry_run:
        if data:
            Folder(root).write(TRANSLATIONS, data)
        else:
            path.unlink()
    return (TRANSLATIONS,)


def _written(noted: Changes) -> bytes:
    lines = "".join(
        f"{context}: {{{', '.join(f'{lang}: {mark}' for lang, mark in prints.items())}}}\n"
        for context, prints in sorted(noted.items()) if prints
    )
    return f"{HEADER}{lines}".encode() if lines else b""
