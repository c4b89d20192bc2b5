"""Review: tries a proposed change and writes down what is to be told of it, for whoever may speak to GitHub or GitLab. Floor 5."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from ikw.commands.project import places_of, read_settings, shown
from ikw.usage import EXIT_OK, Command, Parser, UsageError, add_folder


def run_review(options: argparse.Namespace) -> int:
    """Write findings.json, and the comment as text; with problems in the data, too: to tell them is what it is for."""
    from ikw.disk import BuildError, Folder  # noqa: PLC0415 -- slow import
    from ikw.reading import read_all  # noqa: PLC0415 -- slow import
    from ikw.review.changed import ChangedError, changed_since  # noqa: PLC0415 -- only here
    from ikw.review.comment import comment  # noqa: PLC0415 -- only here
    from ikw.review.findings import FILE, written  # noqa: PLC0415 -- only here
    from ikw.review.read_back import findings  # noqa: PLC0415 -- slow import
    from ikw.sites import make_sites  # noqa: PLC0415 -- slow import

    # A draft is shown to whoever writes it.
    places, settings = places_of(options), replace(read_settings(options), drafts=True)
    try:
        changed = changed_since(Path.cwd(), options.base)
        loaded = read_all(places, settings)
    except (ChangedError, BuildError) as error:
        raise UsageError(str(error)) from error
    site = next(make_sites(places, settings, loaded, ())) if loaded.editions else None
    found = findings(loaded, site, changed, shown(options.events))
    text = comment(found)
    folder = Folder(options.to)
    folder.write(FILE, written(found))
    folder.write("comment.md", text.encode())
    print(text)
    return EXIT_OK


def _options(parser: Parser) -> None:
    parser.options.add_argument(
        "--base", default="origin/main", metavar="STELLE", help="wovon der Vorschlag abweicht, eine Stelle in git (origin/main)",
    )
    add_folder(parser, "--to", "findings", "wohin geschrieben wird, was zu sagen ist")


COMMANDS = (
    Command(
        name="review", words="Prüft einen Vorschlag und schreibt in einfachen Worten, was stimmt und was zu ändern ist.",
        add_options=_options, run=run_review,
    ),
)
