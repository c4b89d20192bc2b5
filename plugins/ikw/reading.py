"""Reading: events, their history and what earlier builds kept of them, as a checked whole. Floor 5."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from ikw.cache import Cache, code_digest, digest_file, fingerprint
from ikw.disk import BuildError
from ikw.exports import images
from ikw.history import read_past
from ikw.load import Read, Wanted, load
from ikw.loaded import Loaded
from ikw.model import History
from ikw.paper_check import paper_problems
from ikw.parsed import Parsed
from ikw.places import Places
from ikw.problems import Problem
from ikw.settings import Settings
from ikw.sites import programme_of, site_in
from ikw.workers import FILES_WORTH_A_FORK, count_cores, do_apart, share


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was parsed before, an edition in a file."""

    cache: Cache
    events: str
    zone: str

    def recall(self, edition: str, digest: str) -> Mapping[str, Parsed]:
        """Return what was kept, if the same code has parsed it."""
        return self.cache.load(f"parsed-{self.events}-{edition}", self._key(digest)) or {}

    def keep(self, edition: str, digest: str, parsed: Mapping[str, Parsed]) -> None:
        """Keep what was parsed."""
        self.cache.save(f"parsed-{self.events}-{edition}", self._key(digest), parsed)

    def _key(self, digest: str) -> str:
        return fingerprint(code_digest(), digest, self.zone)


def read_events(
    places: Places, settings: Settings, *, history: Mapping[str, History] | None = None, only_editions: bool = False,
    languages: frozenset[str] | None = None, may_fork: bool = False, as_of: date | None = None, for_paper: bool = True,
) -> Loaded:
    """Read and check the events, with what was parsed before; `only_editions` reads what stands around them.

    `for_paper`: also whether all has room in the booklet, which a build of the site alone need not know.
    """
    loaded = load(
        places.events, zone=settings.zone, look=images.inspect, images=places.content / "images", history=history or {},
        memory=_Kept(Cache(places.cache), fingerprint(places.events.resolve()), settings.zone.key),
        drafts=settings.drafts, only_editions=only_editions, languages=languages, share=_parse_shared if may_fork else None,
    )
    loaded = replace(loaded, as_of=as_of)
    if only_editions:
        return loaded
    more = (
        # also beside errors, so that one look finds all there is to mend
        *(_for_paper(places, settings, loaded, may_fork=may_fork) if for_paper else ()),
        *(() if loaded.has_errors else _against_paper(places, settings, loaded)),
    )
    return replace(loaded, problems=tuple(sorted({*loaded.problems, *more}))) if more else loaded


def _for_paper(places: Places, settings: Settings, loaded: Loaded, *, may_fork: bool) -> tuple[Problem, ...]:
    """Return what has no room or no letters on paper; the layout is measured in a process of its own."""
    apart = partial(do_apart, may_fork=may_fork)
    return paper_problems(loaded, digests(loaded), settings, places.theme, places.events, Cache(places.cache), apart)


def _against_paper(places: Places, settings: Settings, loaded: Loaded) -> Iterator[Problem]:
    """Yield what the printed booklets say otherwise; where files cannot be read, nobody knows."""
    if not any(one.printed for one in loaded.editions):
        return
    from ikw.against_paper import problems  # noqa: PLC0415 -- Babel is needed by a check only where something was printed

    site = site_in(settings, loaded, tuple(map(programme_of, loaded.editions)), settings.default, b"")
    for programme in site.programmes:
        yield from problems(site, programme)


def _parse_shared(wanted: Sequence[Wanted], read: Read) -> Iterator[dict[str, Parsed]]:
    """Parse on as many cores as the number of files is worth."""
    return share(wanted, read, min(count_cores(), len(wanted) // FILES_WORTH_A_FORK + 1))


def read_all(places: Places, settings: Settings, *, may_fork: bool = False, for_paper: bool = False) -> Loaded:
    """Read and check the events and their history. Raises BuildError."""
    past = read_past(places.events, Cache(places.cache))
    # A build reads the translations it shows; a check reads every one.
    languages = frozenset(language.code for language in settings.languages)
    as_of = _as_of(settings, past.newest)
    loaded = read_events(
        places, settings, history=past.files, languages=languages, may_fork=may_fork, as_of=as_of, for_paper=for_paper,
    )
    return replace(loaded, problems=(*past.problems, *loaded.problems))


def _as_of(settings: Settings, newest: datetime | None) -> date | None:
    """Return the day the site speaks from: SOURCE_DATE_EPOCH, else the day of the newest commit. No clock is read."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            newest = datetime.fromtimestamp(int(epoch), UTC)
        except (ValueError, OverflowError, OSError) as error:
            raise BuildError(f"SOURCE_DATE_EPOCH: „{epoch}“ sind keine Sekunden seit 1970, zum Beispiel 1758844800.") from error
    return newest.astimezone(settings.zone).date() if newest else None


def digests(loaded: Loaded, language: str | None = None) -> dict[tuple[str, str], str]:
    """Return for each event the digest of its file, its picture, its history, and its translations or just one of them."""
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edition, read in loaded.files.items():
        for path, digest in sorted(read.items()):
            identity, lang, _ = (*path.rpartition("/")[2].split("."), "", "")[:3]
            if language is None or lang in (language, "md"):
                files[edition, identity] += (path, digest)
    return {
        (event.edition, event.id): fingerprint(
            *files[event.edition, event.id], event.picture and digest_file(Path(event.picture.path)), event.history,
        )
        for one in loaded.editions for event in one.events
    }
