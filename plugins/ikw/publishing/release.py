"""Release: a finished build, checked, with its packed files: just what goes live. Floor 5.

It stands in a folder of its own (`public/`), so that a build and a publication never meet, and carries the digest of all its
files: what was touched since is not published.
"""

from __future__ import annotations

import hashlib
import ipaddress
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ikw import manifest as manifests
from ikw.cache import Cache, digest_file
from ikw.disk import BUILT, UNFINISHED, BuildError, Folder, Stamp
from ikw.publishing.packed import Packer, is_worth_it
from ikw.publishing.servers import headers_file
from ikw.settings import Settings
from ikw.workers import count_cores, may_fork_from_here, share

# Holds the digest of a release; at the top, beginning with a dot, so it is not of the site and not sent.
MARK = ".release"
HEADERS = "_headers"
# What no site can do without: a build that lost one of these is none.
NEEDED = ("index.html", "404.html", "robots.txt", "sitemap.xml")
# Hosts that exist for examples alone (RFC 2606, RFC 6761) or are this machine.
_EXAMPLES = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")


class ReleaseError(BuildError):
    """What must not go live; the text says why, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Release:
    """A release in its folder. `digest` names it: equal files, equal digest."""

    folder: Path
    digest: str
    files: int = 0


def is_example(host: str) -> bool:
    """Whether a host is one that nobody visits."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return any(host == name or host.endswith(f".{name}") for name in _EXAMPLES)


def check(output: Path, cache: Path, settings: Settings, *, is_sample_meant: bool = False) -> dict[str, Stamp]:
    """Return the files of an output that may go live. Raises ReleaseError for any other."""
    if not (output / BUILT).exists() and not (output / UNFINISHED).exists():
        raise ReleaseError(f"{output}: Hier steht keine fertige Website. Bauen Sie sie zuerst: make site")
    if (output / UNFINISHED).exists():
        raise ReleaseError(f"{output}: Der letzte Bau kam nicht zu seinem Ende. Bauen Sie noch einmal: make site")
    manifest = manifests.load(Cache(cache), output)
    if manifest is None:
        raise ReleaseError(f"{output}: Es ist nicht bekannt, was hier gebaut wurde. Bauen Sie noch einmal: make site")
    files = dict(manifests.files_of(manifest.groups))
    if path := _first_difference(files, Folder(output).standing()):
        raise ReleaseError(f"{output}/{path}: Das ist nicht, was der Bau geschrieben hat. Bauen Sie noch einmal: make site")
    if missing := [path for path in NEEDED if path not in files]:
        raise ReleaseError(f"{output}/{missing[0]}: Die Datei fehlt, ohne sie ist die Website nicht vollständig.")
    _check_settings(output, manifest, settings, is_sample_meant=is_sample_meant)
    return files


def _first_difference(left: Mapping[str, Stamp], right: Mapping[str, Stamp]) -> str | None:
    return min((path for path in left.keys() | right.keys() if left.get(path) != right.get(path)), default=None)


def _check_settings(output: Path, manifest: manifests.Manifest, settings: Settings, *, is_sample_meant: bool) -> None:
    if manifest.has_drafts:
        raise ReleaseError(f"{output}: Hier stehen auch Entwürfe. Bauen Sie ohne DRAFTS=1.")
    if manifest.site_url != settings.site_url:
        built, wanted = manifest.site_url or "keine Adresse", settings.site_url or "keine Adresse"
        raise ReleaseError(f"{output}: Gebaut wurde für {built}, veröffentlicht wird {wanted}. Bauen Sie noch einmal: make site")
    if not settings.site_url:
        raise ReleaseError("SITEURL fehlt in publishconf.py. Schreiben Sie die Adresse, unter der die Website stehen wird.")
    is_reachable = not is_example(urlsplit(settings.site_url).hostname or "")
    if manifest.is_sample and is_reachable and not is_sample_meant:
        raise ReleaseError(
            f"SAMPLE ist True: Das Programm ist ein Muster mit erfundenen Terminen, {settings.site_url} aber ist eine echte Adresse. "
            "Schreiben Sie SAMPLE = False, wenn alles echt ist, oder rufen Sie auf: make publish SAMPLE=yes"
        )
    if not manifest.is_sample and not is_reachable:
        raise ReleaseError(
            f"SITEURL ist {settings.site_url}, eine Adresse nur für Beispiele. Schreiben Sie in publishconf.py, wo die Website stehen wird."
        )


def make(
    output: Path, target: Path, cache: Path, settings: Settings, *, is_sample_meant: bool = False, is_quick: bool = False,
) -> Release:
    """Make a release of an output. Raises BuildError; the folder then carries the mark of what is unfinished.

    `is_quick`: packed in a hurry, for what is not sent to anybody.
    """
    files = check(output, cache, settings, is_sample_meant=is_sample_meant)
    folder, packer = Folder(target), Packer(cache / "packed", is_quick=is_quick)
    folder.claim()
    before = folder.standing()
    folder.begin()
    (target / MARK).unlink(missing_ok=True)
    digests: dict[str, str] = {}
    packed: set[str] = set()
    # other threads would not live on in a fork, and whatever they hold just then would be held there for ever
    workers = count_cores() if may_fork_from_here() else 1
    for names, sources in share(sorted(files), lambda part: _stage(part, output, folder, packer), workers):
        digests |= names
        packed |= sources
    folder.write(HEADERS, headers_file(files, settings.base).encode())
    digests[HEADERS] = digest_file(target / HEADERS)
    for path in before.keys() - digests.keys():
        folder.remove(path)
    packer.sweep(frozenset(packed))
    digest = name_of(digests)
    folder.write(MARK, f"{digest}\n".encode())
    folder.end()
    return Release(folder=target, digest=digest, files=len(digests))


def _stage(paths: Sequence[str], output: Path, folder: Folder, packer: Packer) -> tuple[dict[str, str], set[str]]:
    """Write files and what they become when packed; return the digest of each file written, and of each that was packed."""
    digests: dict[str, str] = {}
    packed: set[str] = set()
    for path in paths:
        data = (output / path).read_bytes()
        digests[path] = _digest_of(data)
        folder.write(path, data)
        if not is_worth_it(path, data):
            continue
        packed.add(digests[path])
        for suffix, small in packer.pack(data, digests[path]).items():
            folder.write(path + suffix, small)
            digests[path + suffix] = _digest_of(small)
    return digests, packed


def opened(folder: Path) -> Release:
    """Return the release in a folder. Raises ReleaseError unless it is finished, and just as it was made."""
    try:
        said = (folder / MARK).read_text(encoding="ascii").strip()
    except OSError as error:
        raise ReleaseError(f"{folder}: Hier steht nichts, was veröffentlicht werden kann. Rufen Sie auf: make release") from error
    if (folder / UNFINISHED).exists():
        raise ReleaseError(f"{folder}: Das ist nicht fertig geworden. Rufen Sie noch einmal auf: make release")
    digests = digests_in(folder)
    if name_of(digests) != said:
        raise ReleaseError(f"{folder}: Hier hat sich etwas geändert. Rufen Sie noch einmal auf: make release")
    return Release(folder=folder, digest=said, files=len(digests))


def digests_in(folder: Path) -> dict[str, str]:
    """Return every file that a folder holds, with its digest."""
    return {path: digest_file(folder / path) for path in Folder(folder).standing()}


def _digest_of(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def name_of(digests: Mapping[str, str]) -> str:
    """Return the name of a release: of all its files, whatever the order they were written in."""
    whole = hashlib.blake2b(digest_size=8)
    for path, digest in sorted(digests.items()):
        whole.update(f"{path}\0{digest}\0".encode())
    return whole.hexdigest()
