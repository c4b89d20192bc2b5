"""Usage: command lines in German: help that names what there is, and one clear line where something is wrong. Floor 5."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2

# What argparse says, and what is said instead.
_GERMAN = tuple((re.compile(pattern), german) for pattern, german in (
    (r"the following arguments are required: (?P<names>.+)", "Es fehlt: {names}."),
    (r"unrecognized arguments: (?P<names>.+)", "„{names}“ gehört nicht zu diesem Befehl."),
    (r"argument (?P<name>.+?): invalid choice: (?P<value>.+?) \(choose from (?P<choices>.+)\)",
     "{name}: {value} gibt es nicht. Erlaubt sind: {choices}."),
    (r"argument (?P<name>.+?): expected one argument", "Hinter {name} fehlt ein Wert."),
    (r"argument (?P<name>.+?): invalid (?:int|port) value: (?P<value>.+)", "{name}: {value} ist keine Zahl von 1 bis 65535."),
    (r"argument (?P<name>.+?): ignored explicit argument (?P<value>.+)", "Zu {name} gehört kein Wert."),
))


class UsageError(Exception):
    """Something the caller must change; the text is one clear line."""


class _Help(argparse.HelpFormatter):
    """Help with German headings."""

    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Aufruf: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks German and raises UsageError instead of leaving."""

    def __init__(self, **options: object) -> None:
        """Make a parser; options may not be shortened, so that a new one never changes what an old call means."""
        super().__init__(**{"formatter_class": _Help, "add_help": False, "allow_abbrev": False, **options})  # type: ignore[arg-type]
        self.options = self.add_argument_group("Schalter")
        self.options.add_argument("-h", "--help", action="help", help="zeigt diese Hilfe")

    def error(self, message: str) -> NoReturn:
        """Say in German what is wrong."""
        for pattern, german in _GERMAN:
            if match := pattern.fullmatch(message):
                message = german.format(**{key: value.replace("'", "") for key, value in match.groupdict().items()})
                break
        raise UsageError(f"{self.prog}: {message} Hilfe: {self.prog} --help")


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One command: its name, what the help says of it, its switches, and what it does; `run` returns the exit status.

    `prints_data`: what it prints is for a program to read.
    """

    name: str
    words: str
    add_options: Callable[[Parser], None]
    run: Callable[[argparse.Namespace], int]
    prints_data: bool = False


@contextlib.contextmanager
def commanding_nothing() -> Iterator[None]:
    """Keep what is printed from commanding GitHub's runner: it takes orders from any line of a log, `##[set-output …]` even amid one.

    Whoever wrote the data cannot end it: the word that does is another each time.
    """
    if os.environ.get("GITHUB_ACTIONS") != "true":
        yield
        return
    word = secrets.token_hex(16)
    print(f"::stop-commands::{word}", flush=True)
    try:
        yield
    finally:
        print(f"\n::{word}::", flush=True)


def no_options(parser: Parser) -> None:
    """Add nothing: a command without switches of its own."""


def add_folder(parser: Parser, name: str, default: str, words: str) -> None:
    """Add a switch that names a folder."""
    parser.options.add_argument(name, type=Path, default=Path(default), metavar="ORDNER", help=f"{words} ({default})")


def port(text: str) -> int:
    """Read a port of this machine."""
    number = int(text)
    if not 1 <= number <= 65535:
        raise ValueError
    return number
