"""Build: from the events folder to a whole site, doing only what has to be done. Floor 5.

Data is read and checked first; with errors nothing is written. Then each group of pages whose fingerprint is new, or whose
files no longer stand as they were written, is made and replaced file by file; what belongs to no group any more is removed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ikw import groups as grouping
from ikw.cache import Cache, digest_files, fingerprint
from ikw.disk import Folder
from ikw.exports import images
from ikw.groups import PROSE, Group, Work
from ikw.history import read_history
from ikw.load import Contents, Loaded, Parsed, load
from ikw.programme import Programme
from ikw.prose_pages import ProsePages
from ikw.settings import Settings
from ikw.site import Site
from ikw.theme import read_theme
from ikw.urls import Urls
from ikw.workers import WORTH_A_FORK, make_all, make_here

# What a build remembers of a file: size and time of change as written. Times tell only that nobody has touched it since.
Stamp = tuple[int, int]
Manifest = Mapping[str, tuple[str, Mapping[str, Stamp]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """The folders of a build. `project` holds pelicanconf.py, theme/ and content/."""

    project: Path
    events: Path
    output: Path
    cache: Path

    @property
    def theme(self) -> Path:
        """The theme's folder."""
        return self.project / "theme"

    @property
    def content(self) -> Path:
        """The folder of prose pages and shared images."""
        return self.project / "content"


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """What a build did. `written` counts files made anew, `files` all of the site."""

    loaded: Loaded
    written: int = 0
    removed: int = 0
    files: int = 0


class ForeignFolderError(RuntimeError):
    """The output folder holds files that no build of ours wrote."""


def read_events(places: Places, settings: Settings, *, only_editions: bool = False) -> Loaded:
    """Read and check the events, with what was parsed before; `only_editions` reads what stands around them."""
    cache = Cache(places.cache)
    code = code_digest()
    name = f"parsed-{fingerprint(places.events.resolve())}"

    def kept(digest: str) -> Mapping[str, Parsed]:
        return cache.load(name, fingerprint(code, digest, settings.zone.key)) or {}

    loaded = load(
        places.events, zone=settings.zone, look=images.inspect, images=places.content / "images",
        history={} if only_editions else read_history(places.events, cache), kept=kept, drafts=settings.drafts, only_editions=only_editions,
    )
    if only_editions:
        return loaded
    key = fingerprint(code, loaded.digest, settings.zone.key)
    if loaded.parsed != kept(loaded.digest):
        cache.save(name, key, dict(loaded.parsed))
    return loaded


def build(places: Places, settings: Settings, prose: ProsePages | None, *, may_fork: bool = True) -> Built:
    """Build the site. With errors in the data nothing is touched; `prose` runs Pelican for its own pages, None inside Pelican."""
    loaded = read_events(places, settings)
    if loaded.has_errors:
        return Built(loaded=loaded)
    folder = Folder(places.output)
    if prose and not folder.is_ours():
        raise ForeignFolderError(str(places.output))
    work = prepare(places, settings, loaded, prose.titles if prose else ())
    cache = Cache(places.cache)
    name = f"manifest-{fingerprint(places.output.resolve())}"
    before: Manifest = cache.load(name, "1") or {}
    standing = {path: (stat.st_size, stat.st_mtime_ns) for path, stat in folder.files()}
    every = list(grouping.groups(work))
    if prose:
        every.append(prose.group(work))
    stale = [group for group in every if not _stands(before.get(group.key), group, standing)]
    fresh = {group.key for group in every} - {group.key for group in stale}
    if not stale and set(before) == fresh and not _strays(before, standing, prose) and not _is_unfinished(folder):
        return Built(loaded=loaded, files=len(standing))
    own = [group for group in stale if group.key != PROSE]
    pelicans = [group for group in stale if group.key == PROSE]
    if prose and pelicans:
        prose.hand_over(work)
    if len(own) > WORTH_A_FORK:
        work.warm()
    folder.begin()
    made = make_all(own, folder, may_fork=may_fork) | make_here(pelicans, folder)
    manifest = {key: before[key] for key in fresh} | made
    removed = _sweep(folder, manifest, before, standing if prose else {})
    cache.save(name, "1", manifest)
    folder.end()
    return Built(
        loaded=loaded, written=sum(len(files) for _, files in made.values()), removed=removed,
        files=sum(len(files) for _, files in manifest.values()),
    )


def prepare(places: Places, settings: Settings, loaded: Loaded, titles: tuple[tuple[str, str], ...]) -> Work:
    """Put together what all groups share."""
    theme = read_theme(places.theme, loaded.editions[0].categories.values())
    sites = tuple(make_sites(places, settings, loaded, titles))
    common = fingerprint(
        code_digest(), digest_files((places.theme / "templates").rglob("*.html")), digest_files((places.theme / "translations").rglob("*.po")),
        settings, loaded.digest, titles, theme.stylesheet, theme.script, *(one.edition.id for one in loaded.editions),
    )
    return Work(
        sites=sites, theme=theme, templates=places.theme / "templates", bytecode=places.cache / "templates", common=common,
        digests=_digests(loaded),
    )


def make_sites(places: Places, settings: Settings, loaded: Loaded, titles: tuple[tuple[str, str], ...]) -> Iterable[Site]:
    """Yield the site in every language."""
    from ikw import texts  # noqa: PLC0415 -- Babel is not needed by a check
    from ikw.formats import Formats  # noqa: PLC0415 -- Babel is not needed by a check

    programmes = tuple(map(programme_of, loaded.editions))
    for language in settings.languages:
        words = texts.load(places.theme / "translations", language.code, settings.default.code)
        yield Site(
            settings=settings, language=language, programmes=programmes, texts=words, formats=Formats(language.locale, words),
            urls=Urls.of(settings, language), pages=titles,
        )


def programme_of(contents: Contents) -> Programme:
    """Make the programme of an edition."""
    return Programme(
        edition=contents.edition, events=contents.events, categories=contents.categories, municipalities=contents.municipalities,
        venues=contents.venues, organisers=contents.organisers,
    )


def code_digest() -> str:
    """Return the digest of what makes pages out of data: our own code. Libraries come with the lock file's stamp on .venv."""
    return digest_files(Path(__file__).parent.rglob("*.py"))


def _digests(loaded: Loaded) -> dict[tuple[str, str], str]:
    """Return for each event the digest of its file, its picture and its history."""
    found = {}
    for one in loaded.editions:
        for event in one.events:
            picture = digest_files([Path(event.picture.path)]) if event.picture else ""
            found[one.edition.id, event.id] = fingerprint(loaded.parsed[event.origin.path].digest, picture, event.history)
    return found


def _stands(before: tuple[str, Mapping[str, Stamp]] | None, group: Group, standing: Mapping[str, Stamp]) -> bool:
    return before is not None and before[0] == group.fingerprint and all(standing.get(path) == stamp for path, stamp in before[1].items())


def _strays(manifest: Manifest, standing: Mapping[str, Stamp], prose: Any) -> bool:
    if not prose:
        return False
    known = {path for _, files in manifest.values() for path in files}
    return any(path not in known for path in standing)


def _is_unfinished(folder: Folder) -> bool:
    return os.path.exists(folder.root / ".unfinished")


def _sweep(folder: Folder, manifest: Manifest, before: Manifest, standing: Mapping[str, Stamp]) -> int:
    """Remove files that belong to no group any more."""
    known = {path for _, files in manifest.values() for path in files}
    old = {path for _, files in before.values() for path in files} | set(standing)
    for path in old - known:
        folder.remove(path)
    return len(old - known)
