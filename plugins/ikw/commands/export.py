"""Export: the programme as a file that others work on. Floor 5."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.commands.editions import edition_options, open_edition
from ikw.commands.events import edition_option, open_folder
from ikw.usage import EXIT_OK, EXIT_PROBLEMS, Command, Parser, UsageError

if TYPE_CHECKING:
    from ikw.commands.editions import Opened
    from ikw.programme import Programme
    from ikw.site import Site


def run_xlsx(options: argparse.Namespace) -> int:
    """Write every event of an edition into a spreadsheet, drafts included; one that somebody may have worked on stays."""
    from ikw.disk import Folder  # noqa: PLC0415 -- slow import
    from ikw.exports.xlsx import workbook  # noqa: PLC0415 -- slow import
    from ikw.importers.rows import rows_of  # noqa: PLC0415 -- slow import

    folder = open_folder(options)
    path = options.file or Path(f"programm-{folder.place.edition}.xlsx")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent}: Den Ordner gibt es nicht.")
    rows, remarks = rows_of(folder)
    data = workbook(f"Programm {folder.place.edition}", rows)
    _check_unchanged(path, data)
    sys.stderr.write("".join(f"{remark}\n" for remark in remarks))
    Folder(path.parent).write(path.name, data)
    count = "1 Veranstaltung" if len(rows) == 1 else f"{len(rows)} Veranstaltungen"
    print(f"{path} geschrieben: {count}. Was Sie darin ändern, übernimmt: ikw import {path} --edition {folder.place.edition}")
    return EXIT_OK


def _check_unchanged(path: Path, data: bytes) -> None:
    """A file that is there and is another one may be somebody's work."""
    if path.is_dir() or (path.exists() and path.read_bytes() != data):
        hint = "Vielleicht hat jemand darin gearbeitet: Nennen Sie eine andere mit --output, oder löschen Sie diese."
        raise UsageError(f"{path}: Die Datei gibt es schon, und sie ist anders. {hint}")


def run_docx(options: argparse.Namespace) -> int:
    """Write the programme for Word; a file that somebody may have worked on is not overwritten."""
    from ikw.disk import Folder  # noqa: PLC0415 -- slow import

    if options.file and not options.file.parent.is_dir():
        raise UsageError(f"{options.file.parent}: Den Ordner gibt es nicht.")
    if options.file and len(options.lang or ()) > 1:
        raise UsageError("--output: In eine Datei passt nur eine Sprache. Nennen Sie eine mit --lang.")
    found = open_edition(options)
    if found is None:
        return EXIT_PROBLEMS
    every = [(_path(options, site, programme), site, programme) for site, programme in found.unprinted()]
    if options.file and not options.lang:
        every = every[:1]
    for path, site, programme in every:
        data = _document(found, site, programme)
        _check_unchanged(path, data)
        Folder(path.parent).write(path.name, data)
        print(f"{path} geschrieben.")
    return EXIT_OK


def _path(options: argparse.Namespace, site: Site, programme: Programme) -> Path:
    """Return where a document goes: named, else by edition and language into the folder one is in."""
    return options.file or Path(f"programm-{programme.edition.id}-{site.language.code}.docx")


def _document(found: Opened, site: Site, programme: Programme) -> bytes:
    from ikw.exports import images  # noqa: PLC0415 -- slow import
    from ikw.exports.word import word_document  # noqa: PLC0415 -- slow import
    from ikw.exports.word.document import PHOTO_WIDTH  # noqa: PLC0415 -- slow import
    from ikw.paper import booklet  # noqa: PLC0415 -- slow import
    from ikw.paper.inks import inks  # noqa: PLC0415 -- slow import
    from ikw.paper.items import Items  # noqa: PLC0415 -- slow import
    from ikw.paper.sizes import size_for  # noqa: PLC0415 -- slow import
    from ikw.views.rows import Rows  # noqa: PLC0415 -- slow import

    size = size_for(site.settings.booklet_size, is_easy=site.language.is_easy)
    items = Items(site, programme, Rows(site, programme), size)
    content = booklet.content(site, programme, items)
    colours = inks((found.places.theme / "css" / "tokens.css").read_text(encoding="utf-8"))

    def photo(name: str) -> bytes:
        return images.for_paper(Path(items.pictures[name][0].path), PHOTO_WIDTH, is_print=False)

    return word_document(site, content, booklet.words(site), colours, photo, booklet.dated(programme))


def _docx_options(parser: Parser) -> None:
    edition_options(parser)
    parser.options.add_argument(
        "--output", dest="file", type=Path, metavar="DATEI", help="wohin, für eine einzige Sprache (programm-JAHR-SPRACHE.docx)",
    )


def _xlsx_options(parser: Parser) -> None:
    edition_option(parser)
    parser.options.add_argument("--output", dest="file", type=Path, metavar="DATEI", help="wohin (programm-JAHR.xlsx)")


COMMANDS = (
    Command(
        name="xlsx", words="Schreibt alle Veranstaltungen einer Ausgabe in eine Tabelle, die ikw import wieder liest.",
        add_options=_xlsx_options, run=run_xlsx,
    ),
    Command(
        name="docx", words="Schreibt das Programm für Word: Überschriften und Formatvorlagen, jede Veranstaltung ein Block.",
        add_options=_docx_options, run=run_docx,
    ),
)
