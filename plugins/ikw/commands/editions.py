"""Editions: an edition in every language, for commands that make a file of it. Floor 5.

Every call of `ikw` reads this module, so what is slow to import is imported where it is used.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ikw.commands.project import places_of, read_settings, shown
from ikw.report import as_text
from ikw.usage import Parser, UsageError

if TYPE_CHECKING:
    from ikw.places import Places
    from ikw.programme import Programme
    from ikw.site import Site


@dataclass(frozen=True, kw_only=True)
class Opened:
    """An edition that was read without errors: its site in each language that is wanted, with the edition as it stands there."""

    places: Places
    sites: tuple[tuple[Site, Programme], ...]

    def unprinted(self) -> Iterator[tuple[Site, Programme]]:
        """Yield them as if no booklet had been printed: what is printed now says nothing of another one."""
        return (site.before_print(programme) for site, programme in self.sites)


def open_edition(options: argparse.Namespace) -> Opened | None:
    """Read an edition. With errors in the data they are printed, and there is none."""
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import
    from ikw.reading import read_all  # noqa: PLC0415 -- slow import
    from ikw.sites import make_sites  # noqa: PLC0415 -- slow import

    places, settings = places_of(options), read_settings(options)
    wanted = [one for one in settings.languages if not options.lang or one.code in options.lang]
    if unknown := [code for code in options.lang or () if code not in {one.code for one in settings.languages}]:
        known = ", ".join(one.code for one in settings.languages)
        raise UsageError(f"--lang: „{unknown[0]}“ ist keine Sprache der Website. Es gibt: {known}.")
    try:
        loaded = read_all(places, settings)
    except BuildError as error:
        raise UsageError(str(error)) from error
    if loaded.has_errors:
        errors = [problem for problem in loaded.problems if problem.is_error]
        sys.stderr.write(as_text(errors, shown(options.events)))
        print("Nichts wurde geschrieben: Erst müssen die Fehler weg.")
        return None
    at = _place(options.edition, [one.edition.id for one in loaded.editions])
    sites = tuple(
        (site, site.programmes[at]) for site in make_sites(places, settings, loaded, ()) if site.language in wanted
    )
    return Opened(places=places, sites=sites)


def _place(edition: str | None, known: list[str]) -> int:
    """Return where an edition stands among all; the newest where none is named."""
    if edition is None:
        return 0
    if edition not in known:
        raise UsageError(f"{edition}: Die Ausgabe gibt es nicht. Es gibt: {', '.join(known)}.")
    return known.index(edition)


def edition_options(parser: Parser, *, is_named: bool = False) -> None:
    """Add which edition, and in which languages; `is_named`: the edition is a switch, since something else is named first."""
    words = "Ordner der Ausgabe, zum Beispiel 2025 (die neueste)"
    if is_named:
        parser.options.add_argument("--edition", metavar="JAHR", help=words)
    else:
        parser.options.add_argument("edition", nargs="?", metavar="JAHR", help=words)
    parser.options.add_argument("--lang", action="append", metavar="SPRACHE", help="nur in dieser Sprache, zum Beispiel uk (alle)")
