"""Translate: `ikw translate …`, said on the terminal. Floor 5; what the commands do and say is in `translate.commands`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from ikw.commands.project import read_settings
from ikw.settings import Settings
from ikw.translate.commands import COMMANDS as BELOW
from ikw.translate.commands import Said
from ikw.usage import Command, UsageError


def printed(run: Callable[[argparse.Namespace, Settings], Said]) -> Callable[[argparse.Namespace], int]:
    """Return a command that prints what another says."""

    def command(options: argparse.Namespace) -> int:
        if not options.events.is_dir():
            raise UsageError(f"{options.events}: Den Ordner gibt es nicht. Nennen Sie den Ordner der Veranstaltungen mit --events.")
        text, status = run(options, read_settings(options))
        sys.stdout.write(text)
        return status

    return command


COMMANDS = tuple(
    Command(name=one.name, words=one.words, add_options=one.add_options, run=printed(one.run)) for one in BELOW
)
