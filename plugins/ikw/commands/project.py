"""Project: what every command finds in the project: settings, folders, the events as they were read. Floor 5.

Every call of `ikw` reads this module, so what is slow to import is imported where it is used.
"""

from __future__ import annotations

import argparse
import os
import runpy
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ikw import settings as settings_of
from ikw.usage import UsageError

if TYPE_CHECKING:
    from ikw.loaded import Loaded
    from ikw.places import Places
    from ikw.problems import Problem
    from ikw.prose_pages import ProsePages

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
    from ikw.source.characters import printable  # noqa: PLC0415 -- slow import, only for a slip in the settings

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


def places_of(options: argparse.Namespace) -> Places:
    """Return the folders a command works in; what cannot be one is refused."""
    from ikw.places import Places  # noqa: PLC0415 -- slow import

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


def read(options: argparse.Namespace, *, only_editions: bool = False) -> Loaded:
    """Read and check the events."""
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import
    from ikw.reading import read_events  # noqa: PLC0415 -- slow import

    try:
        return read_events(places_of(options), read_settings(options), only_editions=only_editions)
    except BuildError as error:
        raise UsageError(str(error)) from error


def blanks_of(options: argparse.Namespace, loaded: Loaded, settings: settings_of.Settings) -> tuple[Problem, ...]:
    """Return what only the office can fill in, and has not yet."""
    from ikw.blanks import filled_in, open_blanks  # noqa: PLC0415 -- few commands need it

    places = places_of(options)
    edition = loaded.editions[0].edition if loaded.editions else None
    return tuple(open_blanks(places.content / "pages", places.events, filled_in(settings, edition)))


def stale_pages_of(options: argparse.Namespace) -> tuple[Problem, ...]:
    """Return which translations of prose pages no longer fit; a page that cannot be read stops the build, which says why."""
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import
    from ikw.prose_headers import problems_of, read_headers  # noqa: PLC0415 -- slow import

    places = places_of(options)
    try:
        return tuple(problems_of(read_headers(places.content / "pages"), places.content, places.events))
    except BuildError:
        return ()


def changed_files(options: argparse.Namespace) -> frozenset[str]:
    """Return the files that changed since the base that was named, relative to where we are; none without a base."""
    from ikw.review.changed import ChangedError, changed_since  # noqa: PLC0415 -- only with a base

    if not options.base:
        return frozenset()
    try:
        return changed_since(Path.cwd(), options.base).present
    except ChangedError as error:
        raise UsageError(str(error)) from error


def shown(events: Path) -> str:
    """Return the events folder as problems name it."""
    return events.as_posix().rstrip("/")


def prose_of(options: argparse.Namespace, places: Places) -> ProsePages:
    """Return who makes the prose pages."""
    from ikw.prose_pages import ProsePages  # noqa: PLC0415 -- slow import

    return ProsePages(places.content, options.settings, options.cache)
