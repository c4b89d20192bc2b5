"""The program `ikw`: what organisers' checks, the coordinator and `make` call. Floor 5; only it speaks to a terminal."""

from __future__ import annotations

import argparse
import gc
import os
import runpy
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ikw import settings as settings_of
from ikw.report import FORMATS, as_text, summary
from ikw.source.characters import printable
from ikw.usage import Parser, UsageError, port

EXIT_OK, EXIT_PROBLEMS, EXIT_USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status: 0 fine, 1 problems in the data, 2 wrong use or settings."""
    # A build makes many records and few cycles: fewer collections make it a tenth faster.
    gc.set_threshold(100_000, 20, 100)
    try:
        options = _parser().parse_args(arguments)
        status: int = options.run(options)
    except (UsageError, settings_of.SettingsError) as error:
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

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> Parser:
        found = commands.add_parser(name, help=words, description=words)
        found.set_defaults(run=run)
        _folder(found, "--events", "events", "Ordner der Veranstaltungen")
        found.options.add_argument(
            "--settings", type=Path, default=Path("pelicanconf.py"), metavar="DATEI", help="Einstellungen (pelicanconf.py)",
        )
        _folder(found, "--cache", ".cache", "Zwischenspeicher")
        return found

    check = command("check", run_check, "Prüft alle Dateien und nennt jedes Problem mit Datei, Zeile und Abhilfe.")
    check.options.add_argument(
        "--format", choices=tuple(FORMATS), default="text", metavar="FORMAT",
        help="text, json oder github für Anmerkungen an den Zeilen (text)",
    )
    site = "Baut die Website."
    serve = "Zeigt die Website und baut sie bei jedem Speichern neu."
    for name, run, words in (("site", run_site, site), ("serve", run_serve, serve)):
        found = command(name, run, words)
        _folder(found, "--output", "output", "wohin die Website kommt")
        found.options.add_argument("--siteurl", default="", metavar="ADRESSE", help="wo die Website stehen wird, https://…")
        if name == "serve":
            found.options.add_argument("--port", type=port, default=8000, metavar="ZAHL", help="Port (8000)")
    schema = command("schema", run_schema, "Gibt ein JSON-Schema aus.")
    schema.options.add_argument(
        "name", choices=("event", "programme", "when"), nargs="?", default="event", metavar="NAME",
        help="event (eine Veranstaltung), programme (programme.json) oder when (die Muster der Zeiten)",
    )
    command("fields", run_fields, "Schreibt die Tabelle aller Felder in CONTRIBUTING.md neu.")
    command("messages", run_messages, "Bringt die Wörter der Website in allen Sprachen auf den Stand.")
    motto = command("motto", run_motto, "Zeichnet das Motto einer Ausgabe als Umriss nach motto.yaml.")
    motto.options.add_argument("edition", metavar="JAHR", help="Ordner der Ausgabe, zum Beispiel 2025")
    motto.options.add_argument(
        "--font", type=Path, required=True, metavar="DATEI", help="Schriftdatei (TTF, OTF), schmal und fett",
    )
    return parser


def _folder(parser: Parser, name: str, default: str, words: str) -> None:
    parser.options.add_argument(name, type=Path, default=Path(default), metavar="ORDNER", help=f"{words} ({default})")


def read_settings(options: argparse.Namespace) -> settings_of.Settings:
    """Read pelicanconf.py without Pelican; what neither we nor it know is refused."""
    values = _run_settings(options.settings)
    if getattr(options, "siteurl", ""):
        values["SITEURL"] = options.siteurl
    known = settings_of.PELICANS
    if not set(values) <= {*settings_of.OURS, *known}:
        from pelican.settings import DEFAULT_CONFIG  # noqa: PLC0415 -- slow import, only for a rare setting of Pelican's

        known = frozenset({*known, *DEFAULT_CONFIG})
    return settings_of.read(values, known, drafts=os.environ.get("DRAFTS") == "1", file=options.settings.name)


def _run_settings(path: Path) -> dict[str, Any]:
    """Return the names in capitals that a settings file gives; whatever goes wrong in it is one line."""
    if not path.is_file():
        hint = "Rufen Sie ikw im Ordner des Projekts auf, oder nennen Sie die Datei mit --settings."
        raise UsageError(f"{path} gibt es hier nicht. {hint}")
    sys.path.insert(0, str(path.resolve().parent))
    try:
        return {key: value for key, value in runpy.run_path(str(path)).items() if key.isupper()}
    except Exception as error:  # a settings file is Python and may raise anything
        raise _settings_error(path, error) from error
    finally:
        sys.path.pop(0)
        # publishconf.py takes all from pelicanconf.py; the next call must read it again
        sys.modules.pop("pelicanconf", None)


def _settings_error(path: Path, error: Exception) -> UsageError:
    """Return the line at which a settings file, or one that it is built on, cannot be run."""
    places = [(Path(frame.filename), frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        places.append((Path(error.filename), error.lineno or 1))
    folder = path.resolve().parent
    ours = (place for place in reversed(places) if place[0].is_file() and place[0].resolve().parent == folder)
    file, line = next(ours, (path, 1))
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    seen = printable(lines[line - 1].strip()) if line <= len(lines) else ""
    hint = "Prüfen Sie Anführungszeichen, Kommas und Klammern."
    return UsageError(f"{file.name}:{line}: „{seen}“ ist keine gültige Einstellung. {hint}")


def _places(options: argparse.Namespace) -> Any:
    from ikw.build import Places  # noqa: PLC0415 -- slow import

    if not options.events.is_dir():
        raise UsageError(f"{options.events}: Den Ordner gibt es nicht. Nennen Sie den Ordner der Veranstaltungen mit --events.")
    project = options.settings.resolve().parent
    output = getattr(options, "output", None)
    if output:
        _check_output(output, (options.events, project / "theme", project / "content", project / "plugins"))
    return Places(project=project, events=options.events, output=output or Path("output"), cache=options.cache)


def _check_output(output: Path, sources: Sequence[Path]) -> None:
    """The site is built into a folder of its own: what is not of the site is deleted there."""
    if output.exists() and not output.is_dir():
        raise UsageError(f"{output}: Das ist kein Ordner. Nennen Sie einen anderen mit --output.")
    inside = output.resolve()
    for folder in sources:
        outside = folder.resolve()
        if inside == outside or inside in outside.parents or outside in inside.parents:
            reason = f"Die Website kann nicht in oder über {folder} gebaut werden."
            raise UsageError(f"{output}: {reason} Nennen Sie einen anderen Ordner mit --output.")


def run_check(options: argparse.Namespace) -> int:
    """Print every problem; exit 1 if any is an error."""
    loaded = _loaded(options)
    sys.stdout.write(FORMATS[options.format](loaded.problems, _shown(options.events)))
    if options.format == "text":
        print(summary(loaded.problems, loaded.checked))
    return EXIT_PROBLEMS if loaded.has_errors else EXIT_OK


def _loaded(options: argparse.Namespace, *, only_editions: bool = False) -> Any:
    from ikw.build import read_events  # noqa: PLC0415 -- slow import
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import

    try:
        return read_events(_places(options), read_settings(options), only_editions=only_editions)
    except BuildError as error:
        raise UsageError(str(error)) from error


def _shown(events: Path) -> str:
    return events.as_posix().rstrip("/")


def run_site(options: argparse.Namespace) -> int:
    """Build the site; with errors in the data nothing is touched."""
    from ikw.build import build  # noqa: PLC0415 -- slow import
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import

    started = time.perf_counter()
    settings = read_settings(options)
    places = _places(options)
    try:
        built = build(places, settings, _prose(options, places))
    except BuildError as error:
        raise UsageError(str(error)) from error
    sys.stderr.write(as_text(built.loaded.problems, _shown(options.events)))
    if built.loaded.has_errors:
        result = summary(built.loaded.problems, built.loaded.checked)
        print(f"{result} Nichts wurde gebaut, die alte Seite steht unverändert in {options.output}.")
        return EXIT_PROBLEMS
    seconds = f"{time.perf_counter() - started:.2f}".replace(".", ",")
    print(f"{options.output}: {built.files} Dateien, {built.written} neu, {built.removed} gelöscht, {seconds} s.")
    return EXIT_OK


def _prose(options: argparse.Namespace, places: Any) -> Any:
    from ikw.prose_pages import ProsePages  # noqa: PLC0415 -- slow import

    return ProsePages(places.content, options.settings, options.cache)


def run_serve(options: argparse.Namespace) -> int:
    """Show the site; build it anew at every save."""
    from ikw.serve import serve  # noqa: PLC0415 -- slow import

    places, shown = _places(options), _shown(options.events)
    return serve(
        places, read_settings(options), _prose(options, places), options.port, shown, is_url_given=bool(options.siteurl),
    )


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
    from ikw.field_docs import BEGIN, END, with_table  # noqa: PLC0415 -- only here

    path = options.settings.resolve().parent / "CONTRIBUTING.md"
    if not path.is_file():
        raise UsageError(f"{path.name} gibt es hier nicht. Rufen Sie ikw im Ordner des Projekts auf.")
    try:
        text = with_table(path.read_text(encoding="utf-8"))
    except ValueError as error:
        hint = "Setzen Sie sie dorthin, wo die Tabelle stehen soll."
        raise UsageError(f"{path.name}: Die Zeilen {BEGIN} und {END} fehlen. {hint}") from error
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: Tabelle der Felder neu geschrieben.")
    return EXIT_OK


def run_messages(options: argparse.Namespace) -> int:
    """Bring the catalogs of all languages but the default one up to date."""
    from ikw.messages import update  # noqa: PLC0415 -- slow import

    settings = read_settings(options)
    others = [language for language in settings.languages if language != settings.default]
    for lang, wanting in update(options.settings.resolve().parent / "theme", Path(__file__).parent, others):
        print(f"{lang}: {f'{wanting} Einträge fehlen' if wanting else 'vollständig'}")
    return EXIT_OK


def run_motto(options: argparse.Namespace) -> int:
    """Draw the motto of an edition."""
    from ikw.outline import draw  # noqa: PLC0415 -- slow import, needs the tests' packages

    if not options.font.is_file():
        raise UsageError(f"{options.font}: Die Schriftdatei gibt es nicht. Nennen Sie eine mit --font.")
    loaded = _loaded(options, only_editions=True)
    edition = next((one.edition for one in loaded.editions if one.edition.id == options.edition), None)
    if edition is None or not edition.motto:
        raise UsageError(f"{options.edition}: Die Ausgabe gibt es nicht, oder sie hat kein Motto. Prüfen Sie edition.yaml.")
    outline = draw(edition.motto["de"].removesuffix("!").rstrip(), str(options.font))
    path = options.events / options.edition / "motto.yaml"
    path.write_text(
        f"# Das Motto als Umriss, gezeichnet mit „ikw motto“ aus der Schrift {options.font.stem}. Nicht von Hand ändern.\n"
        f"width: {outline.width}\nheight: {outline.height}\npath: {outline.path}\n", encoding="utf-8",
    )
    print(f"{path} geschrieben.")
    return EXIT_OK
