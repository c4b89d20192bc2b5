"""Site: checks the data, builds the site, shows it. Floor 5."""

from __future__ import annotations

import argparse
import sys
import time

from ikw.commands.project import blanks_of, changed_files, places_of, prose_of, read, read_settings, shown, stale_pages_of
from ikw.report import FORMATS, as_text, summary
from ikw.usage import EXIT_OK, EXIT_PROBLEMS, Command, Parser, UsageError, add_folder, port


def run_check(options: argparse.Namespace) -> int:
    """Print every problem; exit 1 if any is an error."""
    from ikw.blanks import summary as to_fill_in  # noqa: PLC0415 -- only here

    loaded, settings = read(options), read_settings(options)
    blanks = blanks_of(options, loaded, settings)
    # a sample may wait for its office; what is real may not
    found = (*loaded.problems, *stale_pages_of(options), *(() if settings.sample else blanks))
    folder, here = shown(options.events), changed_files(options)
    # GitHub shows ten annotations of a step: those of one's own files come first
    problems = sorted(found, key=lambda problem: f"{folder}/{problem.path}" not in here) if here else found
    sys.stdout.write(FORMATS[options.format](problems, folder))
    if options.format == "text":
        sys.stdout.write(to_fill_in(blanks, folder) if settings.sample else "")
        print(summary(found, loaded.checked))
    return EXIT_PROBLEMS if loaded.has_errors else EXIT_OK


def run_site(options: argparse.Namespace) -> int:
    """Build the site, and the booklets where they are asked for, too."""
    from ikw.built import PAPER, WEB  # noqa: PLC0415 -- slow import

    return _run_build(options, WEB | PAPER if options.booklet else WEB)


def run_booklet(options: argparse.Namespace) -> int:
    """Set the booklets in every language."""
    from ikw.built import PAPER  # noqa: PLC0415 -- slow import

    return _run_build(options, PAPER)


def _run_build(options: argparse.Namespace, wanted: frozenset[str]) -> int:
    """Build; with errors in the data nothing is touched."""
    from ikw.build import build  # noqa: PLC0415 -- slow import
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import
    from ikw.prose_headers import problems_of  # noqa: PLC0415 -- slow import

    started = time.perf_counter()
    settings = read_settings(options)
    places = places_of(options)
    prose = prose_of(options, places)
    try:
        built = build(places, settings, prose, wanted=wanted)
    except BuildError as error:
        raise UsageError(str(error)) from error
    stale = problems_of(prose.headers, places.content, places.events)
    sys.stderr.write(as_text((*built.loaded.problems, *stale), shown(options.events)))
    if built.loaded.has_errors:
        result = summary(built.loaded.problems, built.loaded.checked)
        stands = f", die alte Seite steht unverändert in {options.output}" if options.output.exists() else ""
        print(f"{result} Nichts wurde gebaut{stands}.")
        return EXIT_PROBLEMS
    seconds = f"{time.perf_counter() - started:.2f}".replace(".", ",")
    print(f"{options.output}: {built.files} Dateien, {built.written} neu, {built.removed} gelöscht, {seconds} s.")
    return EXIT_OK


def run_serve(options: argparse.Namespace) -> int:
    """Show the site; build it anew at every save."""
    from ikw.serve import serve  # noqa: PLC0415 -- slow import

    places = places_of(options)
    return serve(
        places, read_settings(options), prose_of(options, places), options.port, shown(options.events),
        is_url_given=bool(options.siteurl),
    )


def _check_options(parser: Parser) -> None:
    parser.options.add_argument(
        "--format", choices=tuple(FORMATS), default="text", metavar="FORMAT",
        help="text, json, oder Anmerkungen an den Zeilen für github oder gitlab (text)",
    )
    parser.options.add_argument(
        "--base", default="", metavar="STELLE", help="zuerst, was Dateien betrifft, die sich seit dieser Stelle in git geändert haben",
    )


def _build_options(parser: Parser) -> None:
    add_folder(parser, "--output", "output", "wohin die Website kommt")
    parser.options.add_argument("--siteurl", default="", metavar="ADRESSE", help="wo die Website stehen wird, https://…")


def _site_options(parser: Parser) -> None:
    _build_options(parser)
    parser.options.add_argument("--booklet", action="store_true", help="setzt auch das Heft")


def _serve_options(parser: Parser) -> None:
    _build_options(parser)
    parser.options.add_argument("--port", type=port, default=8000, metavar="ZAHL", help="Port (8000)")


COMMANDS = (
    Command(
        name="check", words="Prüft alle Dateien und nennt jedes Problem mit Datei, Zeile und Abhilfe.", add_options=_check_options,
        run=run_check,
    ),
    Command(name="site", words="Baut die Website.", add_options=_site_options, run=run_site),
    Command(
        name="booklet", words="Setzt das Heft in allen Sprachen: zum Lesen, für die Druckerei, für den Drucker im Büro.",
        add_options=_build_options, run=run_booklet,
    ),
    Command(
        name="serve", words="Zeigt die Website und baut sie bei jedem Speichern neu.", add_options=_serve_options, run=run_serve,
    ),
)
