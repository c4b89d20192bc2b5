"""Publish: makes a release of a finished build, takes it live, goes back; writes the web servers' configurations. Floor 5."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.commands.project import blanks_of, places_of, read, read_settings, shown
from ikw.report import as_text
from ikw.usage import EXIT_OK, Command, Parser, UsageError, add_folder, no_options

if TYPE_CHECKING:
    from ikw.publishing.release import Release

# Where the configurations lie, beside the settings they are made from.
DEPLOY = "deploy"


def run_release(options: argparse.Namespace) -> int:
    """Put what is to go live in a folder of its own, checked and packed."""
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import
    from ikw.publishing.release import make  # noqa: PLC0415 -- slow import

    places, settings = places_of(options), read_settings(options)
    if not settings.sample:
        blanks = blanks_of(options, read(options, only_editions=True), settings)
        sys.stderr.write(as_text(blanks, shown(options.events)))
    try:
        release = make(options.output, options.to, places.cache, settings, is_sample_meant=options.sample)
    except BuildError as error:
        raise UsageError(f"{error}\nNichts wurde veröffentlicht.") from error
    print(f"{options.to}: Fassung {release.digest} mit {release.files} Dateien, bereit für {settings.site_url}.")
    return EXIT_OK


def run_publish(options: argparse.Namespace) -> int:
    """Take a release live, or go back to the one before."""
    from ikw.disk import BuildError  # noqa: PLC0415 -- slow import

    if options.target and options.branch:
        raise UsageError("Zwei Ziele auf einmal gehen nicht. Nennen Sie nur eines: TARGET oder BRANCH.")
    if not options.target and not options.branch:
        raise UsageError(
            "Wohin? Nennen Sie ein Ziel: make publish TARGET=name@www.example.org:/srv/ikw oder make publish BRANCH=gh-pages"
        )
    try:
        print(_to_server(options) if options.target else _to_branch(options))
    except BuildError as error:
        raise UsageError(str(error)) from error
    return EXIT_OK


def _to_server(options: argparse.Namespace) -> str:
    from ikw.publishing import web_server  # noqa: PLC0415 -- slow import

    target = web_server.Target.read(options.target)
    project = options.settings.resolve().parent
    if not target.host and Path(target.path).resolve().is_relative_to(project):
        raise UsageError(
            f"{options.target}: Das liegt in {project}, zwischen den Dateien des Programms. Nennen Sie einen Ordner des Webservers, "
            "zum Beispiel TARGET=/srv/ikw, oder einen anderen Rechner: TARGET=name@www.example.org:/srv/ikw"
        )
    return web_server.go_back(target) if options.previous else web_server.publish(_release(options), target)


def _to_branch(options: argparse.Namespace) -> str:
    from ikw.publishing import branch as branches  # noqa: PLC0415 -- slow import

    branch = branches.Branch(folder=options.settings.resolve().parent, name=options.branch, remote=options.remote)
    return branches.go_back(branch) if options.previous else branches.publish(_release(options), branch)


def _release(options: argparse.Namespace) -> Release:
    from ikw.publishing.release import opened  # noqa: PLC0415 -- slow import

    return opened(options.folder)


def run_servers(options: argparse.Namespace) -> int:
    """Write the configurations of nginx and Caddy for the host of the site."""
    from ikw.publishing.servers import caddy, host_of, nginx  # noqa: PLC0415 -- only here

    host = host_of(read_settings(options))
    if host is None:
        raise UsageError("SITEURL fehlt in publishconf.py. Schreiben Sie die Adresse, unter der die Website stehen wird.")
    folder: Path = options.settings.resolve().parent / DEPLOY
    folder.mkdir(exist_ok=True)
    for file, text in (("nginx.conf", nginx(host)), ("Caddyfile", caddy(host))):
        (folder / file).write_text(text, encoding="utf-8")
    print(f"{DEPLOY}: nginx.conf und Caddyfile für {host.name} geschrieben.")
    return EXIT_OK


def _release_options(parser: Parser) -> None:
    add_folder(parser, "--output", "output", "die gebaute Website")
    add_folder(parser, "--to", "public", "wohin die Fassung kommt, die online geht")
    parser.options.add_argument(
        "--siteurl", default="", metavar="ADRESSE", help="wo die Website stehen wird, wenn nicht dort, wo publishconf.py sagt",
    )
    parser.options.add_argument(
        "--sample", action="store_true", help="auch ein Muster mit erfundenen Terminen unter einer echten Adresse",
    )


def _publish_options(parser: Parser) -> None:
    parser.options.add_argument(
        "folder", type=Path, nargs="?", default=Path("public"), metavar="ORDNER", help="die Fassung, die online geht (public)",
    )
    parser.options.add_argument("--target", default="", metavar="ZIEL", help="Ordner eines Webservers: name@rechner:/srv/ikw oder /srv/ikw")
    parser.options.add_argument("--branch", default="", metavar="ZWEIG", help="Zweig von git, zum Beispiel gh-pages")
    parser.options.add_argument("--remote", default="origin", metavar="NAME", help="wohin git den Zweig schickt (origin)")
    parser.options.add_argument("--previous", action="store_true", help="zurück zur Fassung davor")


COMMANDS = (
    Command(
        name="release", words="Stellt eine fertig gebaute Website zum Veröffentlichen bereit: geprüft und gepackt.",
        add_options=_release_options, run=run_release,
    ),
    Command(
        name="publish", words="Bringt die bereitgestellte Website online, oder die Fassung davor.", add_options=_publish_options,
        run=run_publish,
    ),
    Command(
        name="servers", words="Schreibt die Einstellungen für nginx und Caddy nach deploy/.", add_options=no_options,
        run=run_servers,
    ),
)
