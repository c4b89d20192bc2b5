"""Printing: what goes on paper beside the booklet, and what has gone to print. Floor 5."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ikw.commands.project import read, read_settings, shown
from ikw.problems import Problem
from ikw.report import as_text
from ikw.usage import EXIT_OK, EXIT_PROBLEMS, Command, Parser, UsageError

if TYPE_CHECKING:
    from ikw.load import Contents

PRINTED = "printed.yaml"


def run_freeze(options: argparse.Namespace) -> int:
    """Write down the facts of an edition as they go to print; once written, only --force writes them anew."""
    from ikw.build import programme_of  # noqa: PLC0415 -- slow import
    from ikw.disk import Folder  # noqa: PLC0415 -- slow import
    from ikw.exports.printed_yaml import printed_yaml  # noqa: PLC0415 -- slow import

    folder = options.events / options.edition
    path = folder / PRINTED
    if path.exists() and not options.force:
        hint = "Wird das Heft neu gedruckt, schreibt --force die Angaben neu."
        raise UsageError(f"{path}: Dieses Heft ist schon in Druck gegangen. {hint}")
    contents, errors = _contents(options)
    if errors:
        sys.stderr.write(as_text(errors, shown(options.events)))
        print("Nichts wurde geschrieben: In Druck geht nur, was ohne Fehler ist.")
        return EXIT_PROBLEMS
    day = options.day or _today(options)
    file = printed_yaml(programme_of(contents), day)
    Folder(options.events).write(file.path, file.data)
    count = len(contents.events)
    who, go = ("1 Veranstaltung, wie sie", "geht") if count == 1 else (f"{count} Veranstaltungen, wie sie", "gehen")
    print(f"{path} geschrieben: {who} am {day:%d.%m.%Y} in Druck {go}.")
    return EXIT_OK


def _contents(options: argparse.Namespace) -> tuple[Contents, tuple[Problem, ...]]:
    """Return the edition and its errors; what is wrong with the file that is written anew does not count."""
    loaded = read(options)
    found = next((one for one in loaded.editions if one.edition.id == options.edition), None)
    errors = tuple(one for one in loaded.problems if one.is_error and one.path != f"{options.edition}/{PRINTED}")
    if found is None and not errors:
        known = ", ".join(one.edition.id for one in loaded.editions)
        raise UsageError(f"{options.edition}: Die Ausgabe gibt es nicht. Es gibt: {known}.")
    return found, errors  # type: ignore[return-value] # with errors nobody looks at it


def _today(options: argparse.Namespace) -> date:
    """Return the day in the edition's time zone: of SOURCE_DATE_EPOCH where it is set, else of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.astimezone(read_settings(options).zone).date()


def _day(text: str) -> date:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise UsageError(f"--day: „{text}“ ist kein Datum. Schreiben Sie Tag.Monat.Jahr, zum Beispiel 01.08.2025.")


def _edition(parser: Parser) -> None:
    parser.options.add_argument("edition", metavar="JAHR", help="Ordner der Ausgabe, zum Beispiel 2025")


def _freeze_options(parser: Parser) -> None:
    _edition(parser)
    parser.options.add_argument("--force", action="store_true", help="das Heft wird neu gedruckt: die Angaben neu schreiben")
    parser.options.add_argument("--day", type=_day, metavar="DATUM", help="der Tag, wenn es nicht heute war: 01.08.2025")


COMMANDS = (
    Command(
        name="freeze", words="Hält fest, womit das Heft in Druck geht: Was sich danach ändert, sagen Prüfung, Website und Feeds.",
        add_options=_freeze_options, run=run_freeze,
    ),
)
