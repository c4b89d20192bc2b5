"""Printing: what goes on paper beside the booklet, and what has gone to print. Floor 5."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from ikw.commands.editions import edition_options, open_edition
from ikw.commands.names import event_named, municipality_named
from ikw.commands.project import read, read_settings, shown
from ikw.problems import Problem
from ikw.report import as_text
from ikw.usage import EXIT_OK, EXIT_PROBLEMS, Command, Parser, UsageError, add_folder

if TYPE_CHECKING:
    from ikw.commands.editions import Opened
    from ikw.loaded import Contents
    from ikw.output import OutputFile
    from ikw.programme import Programme

PRINTED = "printed.yaml"


def run_freeze(options: argparse.Namespace) -> int:
    """Write down the facts of an edition as they go to print; once written, only --force writes them anew."""
    from ikw.disk import Folder  # noqa: PLC0415 -- slow import
    from ikw.exports.printed_yaml import printed_yaml  # noqa: PLC0415 -- slow import
    from ikw.sites import programme_of  # noqa: PLC0415 -- slow import

    folder = options.events / options.edition
    path = folder / PRINTED
    if path.exists() and not options.force:
        hint = "Wird das Heft neu gedruckt, schreibt --force die Angaben neu."
        raise UsageError(f"{path}: Dieses Heft ist schon in Druck gegangen. {hint}")
    contents, errors = _contents(options)
    if errors:
        sys.stderr.write(as_text(errors, shown(options.events)))
        print("Nichts wurde geschrieben: In Druck geht nur, was ohne Fehler ist.")
        return EXIT_PROBLEMS
    day = options.day or _today(options)
    file = printed_yaml(programme_of(contents), day)
    Folder(options.events).write(file.path, file.data)
    count = len(contents.events)
    who, go = ("1 Veranstaltung, wie sie", "geht") if count == 1 else (f"{count} Veranstaltungen, wie sie", "gehen")
    print(f"{path} geschrieben: {who} am {day:%d.%m.%Y} in Druck {go}.")
    return EXIT_OK


def _contents(options: argparse.Namespace) -> tuple[Contents, tuple[Problem, ...]]:
    """Return the edition and its errors; what is wrong with the file that is written anew does not count."""
    loaded = read(options)
    found = next((one for one in loaded.editions if one.edition.id == options.edition), None)
    errors = tuple(one for one in loaded.problems if one.is_error and one.path != f"{options.edition}/{PRINTED}")
    if found is None and not errors:
        known = ", ".join(one.edition.id for one in loaded.editions)
        raise UsageError(f"{options.edition}: Die Ausgabe gibt es nicht. Es gibt: {known}.")
    return found, errors  # type: ignore[return-value] # with errors nobody looks at it


def _today(options: argparse.Namespace) -> date:
    """Return the day in the edition's time zone: of SOURCE_DATE_EPOCH where it is set, else of the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return now.astimezone(read_settings(options).zone).date()


def _day(text: str) -> date:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise UsageError(f"--day: „{text}“ ist kein Datum. Schreiben Sie Tag.Monat.Jahr, zum Beispiel 01.08.2025.")


def _edition(parser: Parser) -> None:
    parser.options.add_argument("edition", metavar="JAHR", help="Ordner der Ausgabe, zum Beispiel 2025")


def _freeze_options(parser: Parser) -> None:
    _edition(parser)
    parser.options.add_argument("--force", action="store_true", help="das Heft wird neu gedruckt: die Angaben neu schreiben")
    parser.options.add_argument("--day", type=_day, metavar="DATUM", help="der Tag, wenn es nicht heute war: 01.08.2025")


def run_poster(options: argparse.Namespace) -> int:
    """Set the poster of an edition."""
    return _in_each_language(options, "poster_files")


def run_leaflet(options: argparse.Namespace) -> int:
    """Set the leaflet of a municipality."""
    return _in_each_language(
        options, "leaflet_files", lambda programme: {"municipality": municipality_named(programme, options.municipality)},
    )


def run_event(options: argparse.Namespace) -> int:
    """Set the poster of an event."""
    return _in_each_language(options, "event_files", lambda programme: {"event": event_named(programme, options.event, "event-poster")})


def run_notice(options: argparse.Namespace) -> int:
    """Set the notice of an event that has changed."""
    from ikw.paper.notice import has_changed  # noqa: PLC0415 -- slow import

    found = open_edition(options)
    if found is None:
        return EXIT_PROBLEMS
    sites = list(found.unprinted())
    programme = sites[0][1]
    event = event_named(programme, options.event, "notice", {id: one for id, one in programme.by_id.items() if has_changed(one)})
    if not has_changed(event):
        hint = "Sagen Sie es mit „status“ in ihrer Datei."
        raise UsageError(f"{options.event}: Diese Veranstaltung findet statt wie angekündigt. Hat sich etwas geändert? {hint}")
    return _write(options, _set(found, [partial(_handouts().notice_files, sites=sites, event=event)]))


def run_errata(options: argparse.Namespace) -> int:
    """Set the sheets of corrections."""
    found = open_edition(options)
    if found is None:
        return EXIT_PROBLEMS
    edition = found.sites[0][1].edition.id
    if found.sites[0][1].printed is None:
        raise UsageError(f"{edition}: Das Heft ist noch nicht in Druck gegangen. Halten Sie es zuerst fest: ikw print freeze {edition}")
    day = _today(options)
    files = _set(found, [partial(_handouts().correction_files, site=site, programme=own, day=day) for site, own in found.sites])
    if not files:
        print("Nichts ist anders als im gedruckten Heft.")
        return EXIT_OK
    return _write(options, files)


def run_large(options: argparse.Namespace) -> int:
    """Set the booklet in large print: in Easy Language, unless another one is named."""
    settings = read_settings(options)
    easy = [one.code for one in settings.languages if one.is_easy]
    if not options.lang:
        if not easy:
            raise UsageError("Die Website hat keine Leichte Sprache. Nennen Sie eine andere Sprache mit --lang.")
        options.lang = easy
    return _in_each_language(options, "large_files")


# -- how they are set and written --------------------------------------------------------------------------------------------


def _handouts() -> Any:
    from ikw.paper import handouts  # noqa: PLC0415 -- slow import

    return handouts


def _in_each_language(options: argparse.Namespace, files: str, named: Callable[[Programme], Mapping[str, Any]] | None = None) -> int:
    """Write the files of something in each language that is wanted; `named` tells what in the programme it is made of."""
    found = open_edition(options)
    if found is None:
        return EXIT_PROBLEMS
    make = getattr(_handouts(), files)
    values = named(found.sites[0][1]) if named else {}
    return _write(options, _set(found, [partial(make, site=site, programme=own, **values) for site, own in found.unprinted()]))


def _set(found: Opened, makers: Sequence[Callable[..., Iterable[OutputFile]]]) -> list[OutputFile]:
    """Set the sheets of each maker in a process of its own."""
    from ikw.paper.typesetting import Typesetter  # noqa: PLC0415 -- slow import
    from ikw.paper_groups import photo_for_paper  # noqa: PLC0415 -- slow import
    from ikw.workers import count_cores, each_apart  # noqa: PLC0415 -- slow import

    desk = _handouts().Desk(typesetter=Typesetter(found.places.theme), photos=photo_for_paper)

    def make(some: Sequence[int]) -> dict[int, list[OutputFile]]:
        return {number: list(makers[number](desk)) for number in some}

    made: dict[int, list[OutputFile]] = {}
    for part in each_apart(range(len(makers)), make, count_cores()):
        made |= part
    return [file for number in sorted(made) for file in made[number]]


def _write(options: argparse.Namespace, files: Iterable[OutputFile]) -> int:
    """Write files into the folder that is asked for."""
    from ikw.disk import Folder, OutputError  # noqa: PLC0415 -- slow import

    folder = Folder(options.to)
    for file in files:
        try:
            folder.write(file.path, file.data)
        except OutputError as error:
            raise UsageError(str(error)) from error
        print(f"{options.to / file.path} geschrieben.")
    return EXIT_OK


def _poster_options(parser: Parser) -> None:
    edition_options(parser)
    _to(parser)


def _leaflet_options(parser: Parser) -> None:
    parser.options.add_argument("municipality", metavar="GEMEINDE", help="Kennung aus municipalities.yaml, zum Beispiel bebra")
    edition_options(parser, is_named=True)
    _to(parser)


def _event_options(parser: Parser) -> None:
    parser.options.add_argument("event", metavar="VERANSTALTUNG", help="ihre Kennung: der Name ihrer Datei ohne .md")
    edition_options(parser, is_named=True)
    _to(parser)


def _to(parser: Parser) -> None:
    add_folder(parser, "--to", "print", "wohin die Dateien kommen")


COMMANDS = (
    Command(
        name="freeze", words="Hält fest, womit das Heft in Druck geht: Was sich danach ändert, sagen Prüfung, Website und Feeds.",
        add_options=_freeze_options, run=run_freeze,
    ),
    Command(
        name="errata", words="Setzt das Korrekturblatt zum gedruckten Heft, in jeder Sprache.", add_options=_poster_options,
        run=run_errata,
    ),
    Command(name="poster", words="Setzt das Plakat aller Tage auf A3.", add_options=_poster_options, run=run_poster),
    Command(
        name="leaflet", words="Setzt das Faltblatt einer Gemeinde: A4, zweimal gefaltet.", add_options=_leaflet_options,
        run=run_leaflet,
    ),
    Command(
        name="event", words="Setzt das Plakat einer Veranstaltung auf A4, fürs Fenster.", add_options=_event_options, run=run_event,
    ),
    Command(
        name="notice", words="Setzt den Aushang einer abgesagten oder verlegten Veranstaltung, alle Sprachen auf A4.",
        add_options=_event_options, run=run_notice,
    ),
    Command(
        name="large", words="Setzt das Heft in Großdruck auf A4, in Leichter Sprache.", add_options=_poster_options, run=run_large,
    ),
)
