"""The program `ikw`: what organisers' checks, the coordinator and `make` call. Floor 5; the only module that speaks to a terminal."""

from __future__ import annotations

import argparse
import gc
import os
import runpy
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ikw import settings as settings_of
from ikw.report import FORMATS, as_text, summary

EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2


class UsageError(Exception):
    """Something the caller must change; the text is one clear line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status: 0 fine, 1 problems in the data, 2 wrong use or settings."""
    # A build makes many records and few cycles: fewer collections make it a tenth faster.
    gc.set_threshold(100_000, 20, 100)
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except (UsageError, settings_of.SettingsError) as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_USAGE
    except KeyboardInterrupt:
        sys.stderr.write("\nAbgebrochen. Die Seite ist vielleicht unvollständig; der nächste Lauf macht sie fertig.\n")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PROBLEMS
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ikw", description="Das Programm der Interkulturellen Woche: prüfen, bauen, zeigen.")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=words, description=words)
        found.set_defaults(run=run)
        found.add_argument("--events", type=Path, default=Path("events"), metavar="ORDNER", help="Ordner der Veranstaltungen (events)")
        found.add_argument("--settings", type=Path, default=Path("pelicanconf.py"), metavar="DATEI", help="Einstellungen (pelicanconf.py)")
        found.add_argument("--cache", type=Path, default=Path(".cache"), metavar="ORDNER", help="Zwischenspeicher (.cache)")
        return found

    check = command("check", run_check, "Prüft alle Dateien und nennt jedes Problem mit Datei, Zeile und Abhilfe.")
    check.add_argument("--format", choices=sorted(FORMATS), default="text", help="text, json, oder github für Anmerkungen an den Zeilen")
    for name, run, words in (("site", run_site, "Baut die Website."), ("serve", run_serve, "Zeigt die Website und baut sie bei jedem Speichern neu.")):
        found = command(name, run, words)
        found.add_argument("--output", type=Path, default=Path("output"), metavar="ORDNER", help="wohin (output)")
        found.add_argument("--siteurl", default="", metavar="ADRESSE", help="wo die Seite stehen wird, https://…")
        if name == "serve":
            found.add_argument("--port", type=int, default=8000, metavar="ZAHL", help="Port (8000)")
    schema = command("schema", run_schema, "Gibt ein JSON-Schema aus: event (eine Datei), programme (programme.json), when (die Muster der Zeiten).")
    schema.add_argument("name", choices=("event", "programme", "when"), nargs="?", default="event")
    command("fields", run_fields, "Schreibt die Tabelle aller Felder in CONTRIBUTING.md neu.")
    motto = command("motto", run_motto, "Zeichnet das Motto einer Ausgabe als Umriss nach motto.yaml.")
    motto.add_argument("edition", metavar="JAHR")
    motto.add_argument("--font", type=Path, required=True, metavar="DATEI", help="Schriftdatei (TTF, OTF), schmal und fett")
    return parser


def read_settings(options: argparse.Namespace) -> settings_of.Settings:
    """Read pelicanconf.py without Pelican; what neither we nor it know is refused."""
    if not options.settings.is_file():
        raise UsageError(f"{options.settings} gibt es hier nicht. Rufen Sie ikw im Ordner des Projekts auf.")
    sys.path.insert(0, str(options.settings.resolve().parent))
    try:
        values: dict[str, Any] = {key: value for key, value in runpy.run_path(str(options.settings)).items() if key.isupper()}
    finally:
        sys.path.pop(0)
    if getattr(options, "siteurl", ""):
        values["SITEURL"] = options.siteurl
    known = settings_of.PELICANS
    if not set(values) <= {*settings_of.OURS, *known}:
        from pelican.settings import DEFAULT_CONFIG  # noqa: PLC0415 -- slow import, only for a rare setting of Pelican's

        known = frozenset({*known, *DEFAULT_CONFIG})
    return settings_of.read(values, known, drafts=os.environ.get("DRAFTS") == "1")


def _places(options: argparse.Namespace) -> Any:
    from ikw.build import Places  # noqa: PLC0415 -- slow import

    if not options.events.is_dir():
        raise UsageError(f"{options.events}: Den Ordner gibt es nicht. Nennen Sie den Ordner der Veranstaltungen mit --events (oder EVENTS=…).")
    project = options.settings.resolve().parent
    output = getattr(options, "output", Path("output"))
    for folder in (options.events, project / "theme", project / "content", project / "plugins"):
        inside, outside = output.resolve(), folder.resolve()
        if inside == outside or inside in outside.parents or outside in inside.parents:
            raise UsageError(f"{output}: Die Website kann nicht in oder über {folder} gebaut werden. Nennen Sie einen anderen Ordner mit --output.")
    return Places(project=project, events=options.events, output=output, cache=options.cache)


def run_check(options: argparse.Namespace) -> int:
    """Print every problem; exit 1 if any is an error."""
    from ikw.build import read_events  # noqa: PLC0415 -- slow import

    settings = read_settings(options)
    loaded = read_events(_places(options), settings)
    sys.stdout.write(FORMATS[options.format](loaded.problems, _shown(options.events)))
    if options.format == "text":
        print(summary(loaded.problems, len(loaded.parsed)))
    return EXIT_PROBLEMS if loaded.has_errors else EXIT_OK


def _shown(events: Path) -> str:
    return events.as_posix().rstrip("/")


def run_site(options: argparse.Namespace) -> int:
    """Build the site; with errors in the data nothing is touched."""
    from ikw.build import ForeignFolderError, build  # noqa: PLC0415 -- slow import
    from ikw.history import ShallowError  # noqa: PLC0415 -- slow import
    from ikw.prose_pages import PelicanError  # noqa: PLC0415 -- slow import

    started = time.perf_counter()
    settings = read_settings(options)
    places = _places(options)
    prose = _prose(options, places, settings)
    try:
        built = build(places, settings, prose)
    except ForeignFolderError as error:
        raise UsageError(f"{error}: In diesem Ordner liegen Dateien, die nicht von hier stammen. Leeren Sie ihn oder nennen Sie einen anderen.") from error
    except ShallowError as error:
        raise UsageError("Von der Geschichte in git fehlt ein Teil, die Nummern der Kalendereinträge würden fallen. Holen Sie sie ganz: git fetch --unshallow") from error
    except PelicanError as error:
        raise UsageError(f"Pelican konnte die Seiten in content/pages nicht bauen:\n{error}") from error
    finally:
        prose.stop()
    sys.stderr.write(as_text(built.loaded.problems, _shown(options.events)))
    if built.loaded.has_errors:
        print(f"{summary(built.loaded.problems, len(built.loaded.parsed))} Nichts wurde gebaut, die alte Seite steht unverändert in {options.output}.")
        return EXIT_PROBLEMS
    seconds = f"{time.perf_counter() - started:.2f}".replace(".", ",")
    print(f"{options.output}: {built.files} Dateien, {built.written} neu, {built.removed} gelöscht, {seconds} s.")
    return EXIT_OK


def _prose(options: argparse.Namespace, places: Any, settings: settings_of.Settings) -> Any:
    from ikw.prose_pages import ProsePages  # noqa: PLC0415 -- slow import

    prose = ProsePages(places.content, options.settings, options.cache)
    # A first build needs Pelican anyway: let it start while the rest is read.
    if not options.cache.is_dir() or not options.output.is_dir():
        prose.start()
    return prose


def run_serve(options: argparse.Namespace) -> int:
    """Show the site; build it anew at every save."""
    from ikw.serve import serve  # noqa: PLC0415 -- slow import

    settings = read_settings(options)
    places = _places(options)
    status: int = serve(places, settings, _prose(options, places, settings), options.port, _shown(options.events))
    return status


def run_schema(options: argparse.Namespace) -> int:
    """Print a schema as JSON."""
    import json  # noqa: PLC0415 -- only here

    from ikw.exports.programme_json import schema_files  # noqa: PLC0415 -- slow import
    from ikw.field_docs import SCHEMA_PATH, event_schema  # noqa: PLC0415 -- only here
    from ikw.when import patterns  # noqa: PLC0415 -- only here

    settings = read_settings(options)
    if options.name == "programme":
        sys.stdout.write(next(iter(schema_files(settings))).data.decode())
        return EXIT_OK
    made = event_schema(f"{settings.site_url}/{SCHEMA_PATH}") if options.name == "event" else patterns()
    print(json.dumps(made, ensure_ascii=False, indent=2))
    return EXIT_OK


def run_fields(options: argparse.Namespace) -> int:
    """Write the field table into CONTRIBUTING.md."""
    from ikw.field_docs import with_table  # noqa: PLC0415 -- only here

    path = options.settings.resolve().parent / "CONTRIBUTING.md"
    path.write_text(with_table(path.read_text(encoding="utf-8")), encoding="utf-8")
    print(f"{path.name}: Tabelle der Felder neu geschrieben.")
    return EXIT_OK


def run_motto(options: argparse.Namespace) -> int:
    """Draw the motto of an edition."""
    from ikw.outline import draw  # noqa: PLC0415 -- slow import, needs the tests' packages

    loaded = _loaded(options)
    edition = next((one.edition for one in loaded.editions if one.edition.id == options.edition), None)
    if edition is None or not edition.motto:
        raise UsageError(f"{options.edition}: Die Ausgabe gibt es nicht, oder sie hat kein Motto.")
    outline = draw(edition.motto.removesuffix("!").rstrip(), str(options.font))
    path = options.events / options.edition / "motto.yaml"
    path.write_text(
        f"# Das Motto als Umriss, gezeichnet mit „ikw motto“ aus der Schrift {options.font.stem}. Nicht von Hand ändern.\n"
        f"width: {outline.width}\nheight: {outline.height}\npath: {outline.path}\n", encoding="utf-8",
    )
    print(f"{path} geschrieben.")
    return EXIT_OK


def _loaded(options: argparse.Namespace) -> Any:
    from ikw.build import read_events  # noqa: PLC0415 -- slow import

    return read_events(_places(options), read_settings(options), only_editions=True)
