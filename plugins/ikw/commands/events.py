"""Events: takes events in from spreadsheets, calendars and mails, or asks for them at the terminal. Floor 5."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.commands.project import places_of, read_settings
from ikw.usage import EXIT_OK, EXIT_PROBLEMS, Command, Parser, UsageError

if TYPE_CHECKING:
    from ikw.importers.folder import EditionFolder
    from ikw.importers.sheets import Table
    from ikw.importers.wizard import Answers, Wizard

EXIT_ABORTED = 130


def run_import(options: argparse.Namespace) -> int:
    """Take a table or a calendar over; exit 1 if a row was refused."""
    from ikw.importers.intake import REFUSED, take_in  # noqa: PLC0415 -- slow import
    from ikw.importers.proposals import proposals_of  # noqa: PLC0415 -- slow import
    from ikw.importers.table import table_text  # noqa: PLC0415 -- slow import

    if len(options.files) == 2 and options.files[0] == Path("mail"):
        return _run_mail(_file(options.files[1]), options)
    if len(options.files) > 1:
        raise UsageError("ikw import: Nennen Sie eine Datei auf einmal; für eine E-Mail des Formulars: ikw import mail DATEI")
    if options.id:
        raise UsageError("ikw import: --id gilt nur für eine E-Mail: ikw import mail DATEI --id KENNUNG")
    path = _file(options.files[0])
    folder = open_folder(options)
    table = _table(path, options, folder)
    intake = take_in(table, _source(path), folder.place, folder.standing, dry_run=options.dry_run)
    proposals = proposals_of(intake.written, folder.place)
    if proposals and options.propose:
        _write_proposals(options.propose, proposals)
    elif proposals:
        sys.stdout.write(f"{proposals}\n")
    sys.stdout.write(table_text(intake, folder.place.edition, table.remarks, dry_run=options.dry_run))
    return EXIT_PROBLEMS if intake.count(REFUSED) else EXIT_OK


def _run_mail(path: Path, options: argparse.Namespace) -> int:
    """Take the events of a mail over; exit 1 if one was refused."""
    from ikw.importers.intake import REFUSED  # noqa: PLC0415 -- slow import
    from ikw.importers.mail import MailError, read_mail  # noqa: PLC0415 -- slow import
    from ikw.importers.posting import post  # noqa: PLC0415 -- slow import
    from ikw.importers.table import EVENTS, table_text  # noqa: PLC0415 -- slow import

    if path.suffix.lower() == ".msg":
        raise UsageError(f"{path}: So speichert nur Outlook. Speichern Sie die E-Mail als Text (.txt) oder als .eml.")
    folder = open_folder(options)
    try:
        mail = read_mail(path.read_bytes(), is_text=path.suffix.lower() in (".txt", ".md", ".text"))
    except MailError as error:
        raise UsageError(f"{path}: {error}") from error
    if options.id and len(mail.blocks) > 1:
        raise UsageError(f"{path}: --id geht nur, wenn die E-Mail eine einzige Veranstaltung enthält.")
    intake = post(mail, folder.place, folder.standing, id=options.id, dry_run=options.dry_run)
    sys.stdout.write(table_text(intake, folder.place.edition, dry_run=options.dry_run, unit=EVENTS))
    return EXIT_PROBLEMS if intake.count(REFUSED) else EXIT_OK


def run_new(options: argparse.Namespace) -> int:
    """Ask for an event at the terminal and write it; what ends the questions early leaves a draft."""
    from ikw.importers.wizard import Answers, Wizard  # noqa: PLC0415 -- slow import

    folder = open_folder(options)
    answers = _answers_like(options, folder) if options.like else Answers()
    wizard = Wizard(folder.place, input, print, answers)
    try:
        wizard.run()
        name = wizard.name(lambda one: folder.standing.free(folder.place.edition, one))
        made = wizard.candidate()
        print(f"\n{made.text.decode()}")
    except (EOFError, KeyboardInterrupt):
        return _save_draft(wizard, folder, options)
    return _save(name, made.text, folder, options)


def _answers_like(options: argparse.Namespace, folder: EditionFolder) -> Answers:
    from ikw.importers.earlier import answers_like  # noqa: PLC0415 -- slow import

    answers, remarks = answers_like(options.events, options.like, folder.place)
    print("".join(f"{remark}\n" for remark in remarks), end="")
    return answers


def _save_draft(wizard: Wizard, folder: EditionFolder, options: argparse.Namespace) -> int:
    """Keep what was answered so far; without a title there is nothing to keep."""
    if not wizard.answers.of("title"):
        print("\nAbgebrochen. Es ist nichts geschrieben.")
        return EXIT_ABORTED
    wizard.answers.words["draft"] = "ja"
    made = wizard.candidate()
    name = folder.standing.free(folder.place.edition, made.name)
    print("\nAbgebrochen. Was Sie gesagt haben, bleibt als Entwurf und erscheint nirgends.")
    _save(name, made.text, folder, options)
    return EXIT_ABORTED


def _save(name: str, data: bytes, folder: EditionFolder, options: argparse.Namespace) -> int:
    from ikw.disk import Folder  # noqa: PLC0415 -- slow import

    Folder(options.events).write(f"{folder.place.edition}/{name}.md", data)
    print(f"{options.events}/{folder.place.edition}/{name}.md geschrieben. Prüfen und ansehen: make check, make serve")
    return EXIT_OK


def open_folder(options: argparse.Namespace) -> EditionFolder:
    """Read the events, drafts included, and open the edition that was asked for."""
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import
    from ikw.importers.folder import open_edition  # noqa: PLC0415 -- slow import
    from ikw.reading import read_events  # noqa: PLC0415 -- slow import

    settings, places = read_settings(options), places_of(options)
    try:
        loaded = read_events(places, replace(settings, drafts=True))
    except BuildError as error:
        raise UsageError(str(error)) from error
    return open_edition(loaded, options.events, places.content / "images", settings, options.edition, places.theme)


def _file(path: Path) -> Path:
    if path.is_dir():
        raise UsageError(f"{path}: Das ist ein Ordner. Nennen Sie eine Datei.")
    if not path.is_file():
        raise UsageError(f"{path}: Die Datei gibt es nicht.")
    return path


def _source(path: Path) -> str:
    """Return what the ledger calls a file: its name, without letters that mean something there."""
    name = "".join(sign if sign.isprintable() and sign not in "<>&" else "_" for sign in path.name)
    return " ".join(name.split())[:150] or "datei"


def _table(path: Path, options: argparse.Namespace, folder: EditionFolder) -> Table:
    """Read a file by its ending."""
    from ikw.importers.calendar import read_calendar  # noqa: PLC0415 -- slow import
    from ikw.importers.delimited import read_delimited  # noqa: PLC0415 -- slow import
    from ikw.importers.sheets import TableError  # noqa: PLC0415 -- slow import
    from ikw.importers.tables import table_of  # noqa: PLC0415 -- slow import
    from ikw.importers.workbook import ENDINGS, read_workbook  # noqa: PLC0415 -- slow import

    ending = path.suffix.lower()
    try:
        if ending in ENDINGS:
            sheets, hidden = read_workbook(path)
            table = table_of(sheets, folder.place.span)
            table.remarks += [f"Blatt „{name}“ ist ausgeblendet, nichts übernommen." for name in hidden]
            return table
        if ending in (".ics", ".ical", ".ifb"):
            settings = read_settings(options)
            return read_calendar(path.read_bytes(), settings.zone, settings.calendar_host)
        if ending in (".csv", ".tsv", ".txt", ".tab"):
            return table_of([read_delimited(path.read_bytes())], folder.place.span)
    except TableError as error:
        raise UsageError(f"{path}: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: Die Datei lässt sich nicht lesen.") from error
    hint = "Gelesen werden .csv, .xlsx, .ods und .ics; eine E-Mail des Formulars mit „ikw import mail“."
    raise UsageError(f"{path}: Diese Art von Datei kenne ich nicht. {hint}")


def _write_proposals(path: Path, text: str) -> None:
    from ikw.disk import Folder  # noqa: PLC0415 -- slow import

    if path.exists() or not path.parent.is_dir():
        raise UsageError(f"{path}: Die Datei gibt es schon, oder den Ordner nicht. Nennen Sie eine andere mit --propose.")
    Folder(path.parent).write(path.name, text.encode())
    sys.stdout.write(f"{path} geschrieben: neue Orte und Gruppen zum Einfügen.\n")


def edition_option(parser: Parser) -> None:
    """Add the switch that names an edition."""
    parser.options.add_argument("--edition", metavar="JAHR", help="Ausgabe (die neueste)")


def _import_options(parser: Parser) -> None:
    parser.usage = "%(prog)s [mail] DATEI [Schalter]"
    parser.options.add_argument(
        "files", type=Path, nargs="+", metavar="DATEI",
        help="Tabelle (.csv, .xlsx, .ods) oder Kalender (.ics); „mail DATEI“ für eine E-Mail des Formulars (.eml, .txt)",
    )
    edition_option(parser)
    parser.options.add_argument("--dry-run", action="store_true", help="nur sagen, was geschähe")
    parser.options.add_argument("--id", metavar="KENNUNG", help="Name der Veranstaltung aus einer E-Mail, wenn ihrer schon vergeben ist")
    parser.options.add_argument("--propose", type=Path, metavar="DATEI", help="neue Orte und Gruppen in diese Datei schreiben")


def _new_options(parser: Parser) -> None:
    edition_option(parser)
    parser.options.add_argument(
        "--like", metavar="JAHR/KENNUNG", help="mit den Angaben einer früheren Veranstaltung beginnen, zum Beispiel 2024/sommerfest",
    )


COMMANDS = (
    Command(
        name="import", words="Übernimmt Veranstaltungen aus einer Tabelle, einem Kalender oder einer E-Mail des Formulars.",
        add_options=_import_options, run=run_import,
    ),
    Command(name="new", words="Fragt nach den Angaben einer neuen Veranstaltung.", add_options=_new_options, run=run_new),
)
