"""Commands: what `ikw translate` understands and says. Floor 5; text and exit status come back, `cli` prints.

Every call of `ikw` reads this module, so what is slow to import is imported where it is used.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.disk import Folder
from ikw.problems import Problem
from ikw.report import FORMATS, as_text
from ikw.settings import Settings
from ikw.usage import Parser, UsageError

if TYPE_CHECKING:
    from ikw.translate.intake import Intake

# Of a thousand equal refusals nobody reads more.
MOST_SHOWN = 100

Said = tuple[str, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command below `ikw translate`: how it is called, and what it says and returns."""

    name: str
    words: str
    add_options: Callable[[Parser], None]
    run: Callable[[argparse.Namespace, Settings], Said]


def run_status(options: argparse.Namespace, settings: Settings) -> Said:
    """Say how much is translated; with a language, which fields want work."""
    from ikw.translate.status import status, status_text, wanted, wanted_text  # noqa: PLC0415 -- slow import
    from ikw.translate.work import read_work  # noqa: PLC0415 -- slow import

    work = read_work(options.events, options.edition, _pages(options))
    if options.lang is None:
        return status_text(status(work, _languages(settings))), 0
    _check_language(options.lang, settings)
    return wanted_text(wanted(work, options.lang), options.lang), 0


def run_export(options: argparse.Namespace, settings: Settings) -> Said:
    """Write the .po of a language; a file with other content is not overwritten, somebody may have translated in it."""
    from ikw.translate.export import export  # noqa: PLC0415 -- slow import
    from ikw.translate.work import read_work  # noqa: PLC0415 -- slow import
    from ikw.urls import Urls  # noqa: PLC0415 -- slow import

    _check_language(options.lang, settings)
    data = export(read_work(options.events, options.edition), options.lang, Urls.of(settings, settings.default))
    path: Path = options.file or Path(f"{options.lang}.po")
    if path.is_dir() or (path.exists() and path.read_bytes() != data):
        hint = "Übernehmen Sie sie zuerst mit „ikw translate import“, oder nennen Sie eine andere mit --file."
        raise UsageError(f"{path}: Die Datei gibt es schon, und sie ist anders. {hint}")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: Den Ordner gibt es nicht.")
    Folder(path.parent).write(path.name, data)
    return f"{path} geschrieben.\n", 0


def run_import(options: argparse.Namespace, settings: Settings) -> Said:
    """Take a .po in; exit 1 if an entry was refused."""
    from ikw.translate.intake import import_po  # noqa: PLC0415 -- slow import

    try:
        data = options.file.read_bytes()
    except OSError as error:
        raise UsageError(f"{options.file}: Die Datei lässt sich nicht lesen. Nennen Sie eine .po-Datei.") from error
    found = import_po(
        options.events, data, _languages(settings), name=options.file.as_posix(), lang=options.lang, accept=options.accept,
        machine=options.machine, dry_run=options.dry_run,
    )
    status = int(bool(found.refused))
    if options.format != "text":
        return FORMATS[options.format](found.refused, ""), status
    return _paths(found.written) + _refusals(found.refused) + _import_summary(found, dry_run=options.dry_run), status


def run_stamp(options: argparse.Namespace, settings: Settings) -> Said:
    """Stamp translations; exit 1 if a file could not be changed."""
    from ikw.translate.stamp import stamp  # noqa: PLC0415 -- slow import

    if options.lang:
        _check_language(options.lang, settings)
    found = stamp(
        options.events, options.lang, options.names, pages=_pages(options), signed_off=options.signed_off, dry_run=options.dry_run,
    )
    said = f"{_files(len(found.changed))} gestempelt{_tried(options.dry_run)}.\n"
    if found.stale:
        hint = "Was wieder passt, nennen Sie beim Namen: 2025/sommerfest.uk.md"
        said += f"{found.stale} veraltete Felder bleiben veraltet. {hint}\n"
    return _paths(found.changed) + _refusals(found.refused) + said, int(bool(found.refused))


def _pages(options: argparse.Namespace) -> Path:
    """Return the folder of the prose pages, which lie beside the settings."""
    settings: Path = options.settings
    return settings.resolve().parent / "content" / "pages"


def _languages(settings: Settings) -> list[str]:
    return [language.code for language in settings.languages if language != settings.default]


def _check_language(lang: str, settings: Settings) -> None:
    languages = _languages(settings)
    if lang not in languages:
        raise UsageError(f"--lang: „{lang}“ gibt es nicht. Möglich sind: {', '.join(languages) or 'keine'}.")


def _paths(paths: Iterable[str]) -> str:
    return "".join(f"{path}\n" for path in paths)


def _refusals(problems: Sequence[Problem]) -> str:
    more = len(problems) - MOST_SHOWN
    return as_text(problems[:MOST_SHOWN], "") + (f"… und {more} weitere.\n" if more > 0 else "")


def _import_summary(found: Intake, *, dry_run: bool) -> str:
    refused = len(dict.fromkeys((problem.line, problem.field) for problem in found.refused))
    return (
        f"{found.lang}: {_files(len(found.written))} geschrieben{_tried(dry_run)}, {refused} Einträge abgewiesen, "
        f"{found.fuzzy} unsicher (fuzzy), {found.empty} leer, {found.unchanged} unverändert.\n"
    )


def _files(number: int) -> str:
    return "1 Datei" if number == 1 else f"{number} Dateien"


def _tried(dry_run: bool) -> str:
    return " (nur zur Probe)" if dry_run else ""


def _edition_option(parser: Parser) -> None:
    parser.options.add_argument("--edition", action="append", default=[], metavar="JAHR", help="nur diese Ausgabe (alle)")


def _lang_option(parser: Parser, words: str, *, is_required: bool = False) -> None:
    parser.options.add_argument("--lang", required=is_required, metavar="SPRACHE", help=f"{words}, zum Beispiel uk")


def _dry_run_option(parser: Parser) -> None:
    parser.options.add_argument("--dry-run", action="store_true", help="nur sagen, was geschähe")


def _status_options(parser: Parser) -> None:
    _lang_option(parser, "nennt jedes Feld, an dem in dieser Sprache etwas zu tun ist")
    _edition_option(parser)


def _export_options(parser: Parser) -> None:
    _lang_option(parser, "Sprache", is_required=True)
    _edition_option(parser)
    parser.options.add_argument("--file", type=Path, metavar="DATEI", help="wohin (SPRACHE.po)")


def _import_options(parser: Parser) -> None:
    parser.options.add_argument("file", type=Path, metavar="DATEI", help="die .po-Datei")
    _lang_option(parser, "die Sprache, die es sein muss")
    parser.options.add_argument(
        "--accept", action="append", default=[], metavar="EINTRAG",
        help="diesen Eintrag nehmen, obwohl etwas fehlt oder dazukam: 2025/fest#text",
    )
    parser.options.add_argument("--machine", action="store_true", help="alles Neue als maschinell übersetzt kennzeichnen")
    parser.options.add_argument(
        "--format", choices=tuple(FORMATS), default="text", metavar="FORMAT",
        help=f"wie gesagt wird, was abgewiesen ist: {', '.join(FORMATS)} (text)",
    )
    _dry_run_option(parser)


def _stamp_options(parser: Parser) -> None:
    parser.options.add_argument(
        "names", nargs="*", metavar="ÜBERSETZUNG", help="was wieder passt: 2025/fest.uk.md, 2025/fest oder 2025/fest#title",
    )
    _lang_option(parser, "nur diese Sprache")
    parser.options.add_argument(
        "--signed-off", action="store_true", help="ein Mensch hat die Übersetzung gelesen: machine: true fällt weg",
    )
    _dry_run_option(parser)


COMMANDS = (
    Command(name="status", words="Zählt je Sprache, was übersetzt ist.", add_options=_status_options, run=run_status),
    Command(
        name="export", words="Schreibt eine .po-Datei für Poedit oder Weblate.", add_options=_export_options, run=run_export,
    ),
    Command(name="import", words="Übernimmt eine .po-Datei.", add_options=_import_options, run=run_import),
    Command(
        name="stamp", words="Vermerkt, dass Übersetzungen zum deutschen Text passen.", add_options=_stamp_options,
        run=run_stamp,
    ),
)
