"""Care: what keeps the project itself up to date: schemas, the table of fields, catalogs, the drawn motto. Floor 5."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ikw.commands.project import read, read_settings
from ikw.usage import EXIT_OK, Command, Parser, UsageError, no_options


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
    for lang, wanting in update(options.settings.resolve().parent / "theme", Path(__file__).parent.parent, others):
        print(f"{lang}: {f'{wanting} Einträge fehlen' if wanting else 'vollständig'}")
    return EXIT_OK


def run_motto(options: argparse.Namespace) -> int:
    """Draw the motto of an edition."""
    from ikw.outline import draw  # noqa: PLC0415 -- slow import, needs the tests' packages

    if not options.font.is_file():
        raise UsageError(f"{options.font}: Die Schriftdatei gibt es nicht. Nennen Sie eine mit --font.")
    loaded = read(options, only_editions=True)
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


def _schema_options(parser: Parser) -> None:
    parser.options.add_argument(
        "name", choices=("event", "programme", "when"), nargs="?", default="event", metavar="NAME",
        help="event (eine Veranstaltung), programme (programme.json) oder when (die Muster der Zeiten)",
    )


def _motto_options(parser: Parser) -> None:
    parser.options.add_argument("edition", metavar="JAHR", help="Ordner der Ausgabe, zum Beispiel 2025")
    parser.options.add_argument(
        "--font", type=Path, required=True, metavar="DATEI", help="Schriftdatei (TTF, OTF), schmal und fett",
    )


COMMANDS = (
    Command(
        name="schema", words="Gibt ein JSON-Schema aus.", add_options=_schema_options, run=run_schema, prints_data=True,
    ),
    Command(
        name="fields", words="Schreibt die Tabelle aller Felder in CONTRIBUTING.md neu.", add_options=no_options, run=run_fields,
    ),
    Command(
        name="messages", words="Bringt die Wörter der Website in allen Sprachen auf den Stand.", add_options=no_options,
        run=run_messages,
    ),
    Command(
        name="motto", words="Zeichnet das Motto einer Ausgabe als Umriss nach motto.yaml.", add_options=_motto_options,
        run=run_motto,
    ),
)
