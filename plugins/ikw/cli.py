"""The program `ikw`: what organisers' checks, the coordinator and `make` call. Floor 5; it lists the commands and calls one."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ikw.commands import care, events, export, printing, publish, review, site, translate
from ikw.settings import SettingsError
from ikw.usage import EXIT_PROBLEMS, EXIT_USAGE, Command, Parser, UsageError, add_folder, commanding_nothing

# Every command, in the order in which the help lists them; a group is a name, its words and the commands below it.
COMMANDS: tuple[Command | tuple[str, str, tuple[Command, ...]], ...] = (
    *site.COMMANDS,
    *publish.COMMANDS,
    *review.COMMANDS,
    *events.COMMANDS,
    ("translate", "Übersetzungen: zählen, hinausgeben, übernehmen, stempeln.", translate.COMMANDS),
    ("print", "Papier: was in Druck gegangen ist und was daneben gedruckt wird.", printing.COMMANDS),
    ("export", "Das Programm als Datei, an der andere weiterarbeiten.", export.COMMANDS),
    *care.COMMANDS,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status: 0 fine, 1 problems in the data, 2 wrong use or settings."""
    # A build makes many records and few cycles: fewer collections make it a tenth faster.
    gc.set_threshold(100_000, 20, 100)
    try:
        options, foreign = _parser().parse_known_args(arguments)
        if foreign:
            # Else the uppermost parser would say it, which knows nothing of the command.
            options.parser.error(f"unrecognized arguments: {' '.join(foreign)}")
    except UsageError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE
    if options.prints_data or getattr(options, "format", "text") != "text":
        return _run(options)
    with commanding_nothing():
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    """Run a command; whatever somebody else must mend is a line on standard error."""
    try:
        status: int = options.run(options)
    except (UsageError, SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE
    except PermissionError as error:
        sys.stderr.write(f"{error.filename}: Hier darf ikw nicht schreiben. Prüfen Sie die Rechte.\n")
        return EXIT_USAGE
    except KeyboardInterrupt:
        sys.stderr.write("\nAbgebrochen. Die Seite ist vielleicht unvollständig; der nächste Lauf macht sie fertig.\n")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PROBLEMS
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="ikw", description="Das Programm der Interkulturellen Woche: prüfen, bauen, zeigen.")
    commands = parser.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")
    for one in COMMANDS:
        if isinstance(one, Command):
            _add(commands, one)
            continue
        name, words, below = one
        group = commands.add_parser(name, help=words, description=words)
        own = group.add_subparsers(title="Befehle", required=True, metavar="BEFEHL")
        for command in below:
            _add(own, command)
    return parser


def _add(commands: argparse._SubParsersAction[Parser], command: Command) -> None:
    """Add a command with the switches that all have."""
    parser = commands.add_parser(command.name, help=command.words, description=command.words)
    parser.set_defaults(parser=parser, run=command.run, prints_data=command.prints_data)
    add_folder(parser, "--events", "events", "Ordner der Veranstaltungen")
    parser.options.add_argument(
        "--settings", type=Path, default=Path("pelicanconf.py"), metavar="DATEI", help="Einstellungen (pelicanconf.py)",
    )
    add_folder(parser, "--cache", ".cache", "Zwischenspeicher")
    command.add_options(parser)
