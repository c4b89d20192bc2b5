"""Build: from the events folder to a whole site, doing only what has to be done. Floor 5.

Data is read and checked first; with errors nothing is written. Then each group of pages whose fingerprint is new, or whose
files no longer stand as they were written, is made and replaced file by file; what belongs to no group any more is removed.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from ikw import groups as grouping
from ikw import manifest as manifests
from ikw.cache import Cache, code_digest, digest_file, digest_folder, fingerprint
from ikw.disk import NONE, BuildError, Folder, Stamp
from ikw.exports import images
from ikw.history import read_past
from ikw.load import Contents, Loaded, Read, Wanted, load
from ikw.model import History
from ikw.paper.keys import is_paper
from ikw.paper_check import paper_problems
from ikw.parsed import Parsed
from ikw.problems import Problem
from ikw.programme import Programme
from ikw.prose_pages import Header, Prose, page_titles
from ikw.settings import Language, Settings
from ikw.site import Site
from ikw.theme import read_theme
from ikw.urls import Urls
from ikw.work import PROSE, Group, Work
from ikw.workers import FILES_WORTH_A_FORK, WORTH_A_FORK, beside, count_cores, do_apart, make_all, make_apart, make_here, share

# What a build may be asked for.
WEB, PAPER = frozenset({"web"}), frozenset({"paper"})


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
    """What a build did. `written` counts files that were replaced or new, `files` all of the site."""

    loaded: Loaded
    written: int = 0
    removed: int = 0
    files: int = 0


def read_events(
    places: Places, settings: Settings, *, history: Mapping[str, History] | None = None, only_editions: bool = False,
    languages: frozenset[str] | None = None, may_fork: bool = False, as_of: date | None = None, for_paper: bool = True,
) -> Loaded:
    """Read and check the events, with what was parsed before; `only_editions` reads what stands around them.

    `for_paper`: also whether all has room in the booklet, which a build of the site alone need not know.
    """
    cache, events = Cache(places.cache), fingerprint(places.events.resolve())
    before: dict[str, Mapping[str, Parsed]] = {}

    def key(digest: str) -> str:
        return fingerprint(code_digest(), digest, settings.zone.key)

    def kept(edition: str, digest: str) -> Mapping[str, Parsed]:
        before[edition] = cache.load(f"parsed-{events}-{edition}", key(digest)) or {}
        return before[edition]

    loaded = load(
        places.events, zone=settings.zone, look=images.inspect, images=places.content / "images", history=history or {},
        kept=kept, drafts=settings.drafts, only_editions=only_editions, languages=languages, share=_parse_shared if may_fork else None,
    )
    for edition, parsed in loaded.parsed.items() if not only_editions else ():
        known = before[edition]
        if len(known) != len(parsed) or any(known.get(path) is not one and known.get(path) != one for path, one in parsed.items()):
            cache.save(f"parsed-{events}-{edition}", key(loaded.digest), parsed)
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
    return paper_problems(loaded, _digests(loaded), settings, places.theme, places.events, Cache(places.cache), apart)


def _against_paper(places: Places, settings: Settings, loaded: Loaded) -> Iterator[Problem]:
    """Yield what the printed booklets say otherwise; where files cannot be read, nobody knows."""
    if not any(one.printed for one in loaded.editions):
        return
    from ikw.against_paper import problems  # noqa: PLC0415 -- Babel is needed by a check only where something was printed

    site = _site_in(settings, loaded, tuple(map(programme_of, loaded.editions)), settings.default, b"")
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


def build(
    places: Places, settings: Settings, prose: Prose, *, may_fork: bool = True, wanted: frozenset[str] = WEB,
) -> Built:
    """Build what is wanted. With errors in the data nothing is touched. Raises BuildError.

    What else stands in the output stays true: pages are brought up to date, paper that is out of date is taken away.
    """
    # Where nothing is known of an earlier build, Pelican is needed anyway: let it start while the rest is read.
    is_first = not places.cache.is_dir() or not places.output.is_dir()
    folder = Folder(places.output)
    folder.claim()
    with Cache(places.cache).lock() as lock:
        try:
            prose.prepare(lock, is_needed=is_first and wanted >= WEB)
            # To look at every file of the output takes as long as to read the events.
            with beside(folder.standing, may_fork=may_fork) as standing:
                loaded = read_all(places, settings, may_fork=may_fork, for_paper=wanted >= PAPER)
                if loaded.has_errors:
                    return Built(loaded=loaded)
                work = prepare(places, settings, loaded, prose.headers)
                return make_site(places, loaded, work, prose, standing(), may_fork=may_fork, wanted=wanted)
        finally:
            prose.stop()


def make_site(
    places: Places, loaded: Loaded, work: Work, prose: Prose, standing: Mapping[str, Stamp], *,
    may_fork: bool, wanted: frozenset[str] = WEB,
) -> Built:
    """Bring the output, in which these files stand, up to date with what was read."""
    folder, cache = Folder(places.output), Cache(places.cache)
    remembered = manifests.load(cache, places.output)
    before = remembered.groups if remembered else {}
    paper = list(_paper(places, loaded, work, before, standing, wanted))
    work.paper = frozenset(group.key for group in paper)
    has_pages = wanted >= WEB or any(not is_paper(key) for key in before)
    every = [*paper, *([*grouping.groups(work), prose.group(work)] if has_pages else [])]
    fresh = {group.key: before[group.key] for group in every if _stands(before.get(group.key), group, standing)}
    stale = [group for group in every if group.key not in fresh]
    if not stale and not folder.is_unfinished() and standing.keys() == manifests.files_of(fresh).keys():
        return Built(loaded=loaded, files=len(standing))
    own = [group for group in stale if group.key != PROSE and not is_paper(group.key)]
    printed = [group for group in stale if is_paper(group.key)]
    pages = [group for group in stale if group.key == PROSE]
    if pages:
        prose.hand_over(work)
    if len(own) > WORTH_A_FORK:
        work.warm()
    folder.begin()
    for path, stamp in standing.items():
        if stamp == NONE:  # a link would be written through
            folder.remove(path)
    made = fresh | make_all(own, folder, may_fork=may_fork)
    made |= make_apart(printed, folder, may_fork=may_fork) | make_here(pages, folder)
    settings = work.default.settings
    manifest = manifests.Manifest(
        groups=made, site_url=settings.site_url, is_sample=settings.sample, has_drafts=settings.drafts,
    )
    files = manifest.files()
    old = standing.keys() - files.keys()
    for path in old:
        if standing[path] != NONE:
            folder.remove(path)
    manifests.save(cache, places.output, manifest)
    folder.end()
    written = sum(standing.get(path) != stamp for path, stamp in files.items())
    return Built(loaded=loaded, written=written, removed=len(old), files=len(files))


def _paper(
    places: Places, loaded: Loaded, work: Work, before: manifests.Groups, standing: Mapping[str, Stamp], wanted: frozenset[str],
) -> Iterator[Group]:
    """Yield the printed matter that is to stand in the output: all that is wanted, else what is there and still true."""
    if not wanted >= PAPER and not any(map(is_paper, before)):
        return
    from ikw.paper_groups import Press, paper_groups  # noqa: PLC0415 -- most builds make no paper

    for group in paper_groups(work, Press(theme=places.theme, digests=partial(_digests, loaded))):
        if wanted >= PAPER or _stands(before.get(group.key), group, standing):
            yield group


def prepare(places: Places, settings: Settings, loaded: Loaded, headers: tuple[Header, ...]) -> Work:
    """Put together what all groups share."""
    theme = read_theme(places.theme, loaded.editions[0].categories.values())
    templates = places.theme / "templates"
    catalogs, words = read_catalogs(places, settings)
    sites = tuple(make_sites(places, settings, loaded, headers, catalogs))
    common = fingerprint(
        code_digest(), digest_folder(templates), words, settings, loaded.digest, headers,
        theme.stylesheet, theme.script, theme.stamps, *(f"{one.edition.id} {sites[0].is_over(one.edition)}" for one in loaded.editions),
    )
    return Work(
        sites=sites, theme=theme, templates=templates, bytecode=places.cache / "templates", common=common, digests=_digests(loaded),
        catalogs=catalogs,
    )


def read_catalogs(places: Places, settings: Settings) -> tuple[Mapping[str, bytes], str]:
    """Return the compiled catalog of each language but the default one, and the digest of what they were made from.

    They are kept, since to compile them takes Babel and its time.
    """
    from ikw import texts  # noqa: PLC0415 -- not needed by a check

    folder, cache = places.theme / "translations", Cache(places.cache)
    digest = digest_folder(folder, ".po")
    key = fingerprint(digest, code_digest(), *(language.code for language in settings.languages))
    known: Mapping[str, bytes] | None = cache.load("catalogs", key)
    if known is None:
        others = (language.code for language in settings.languages if language != settings.default)
        known = {lang: texts.compiled(folder, lang) for lang in others}
        cache.save("catalogs", key, known)
    return known, digest


def make_sites(
    places: Places, settings: Settings, loaded: Loaded, headers: tuple[Header, ...],
    catalogs: Mapping[str, bytes] | None = None,
) -> Iterator[Site]:
    """Yield the site in every language."""
    programmes = tuple(map(programme_of, loaded.editions))
    if catalogs is None:
        catalogs, _ = read_catalogs(places, settings)
    for language in settings.languages:
        yield _site_in(settings, loaded, programmes, language, catalogs.get(language.code, b""), headers)


def _site_in(
    settings: Settings, loaded: Loaded, programmes: tuple[Programme, ...], language: Language, catalog: bytes,
    headers: tuple[Header, ...] = (),
) -> Site:
    from ikw.formats import Formats  # noqa: PLC0415 -- Babel is not needed by a check
    from ikw.texts import Texts  # noqa: PLC0415 -- not needed by a check
    from ikw.views.form import form_title  # noqa: PLC0415 -- as above

    words = Texts.of(language.code, catalog, settings.default.code)
    return Site(
        settings=settings, language=language, programmes=programmes, texts=words, urls=Urls.of(settings, language),
        formats=Formats(language.locale, words, easy=language.is_easy),
        pages=(*page_titles(headers, language.code, words), form_title(language.code, words)),
        as_of=loaded.as_of,
    )


def programme_of(contents: Contents) -> Programme:
    """Make the programme of an edition."""
    return Programme(
        edition=contents.edition, events=contents.events, categories=contents.categories,
        municipalities=contents.municipalities, venues=contents.venues, organisers=contents.organisers,
        printed=contents.printed,
    )


def _digests(loaded: Loaded, language: str | None = None) -> dict[tuple[str, str], str]:
    """Return for each event the digest of its file, its picture, its history, and its translations or just one of them."""
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    for edition, parsed in loaded.parsed.items():
        for path, one in sorted(parsed.items()):
            identity, lang, _ = (*path.rpartition("/")[2].split("."), "", "")[:3]
            if language is None or lang in (language, "md"):
                files[edition, identity] += (path, one.digest)
    return {
        (event.edition, event.id): fingerprint(
            *files[event.edition, event.id], event.picture and digest_file(Path(event.picture.path)), event.history,
        )
        for one in loaded.editions for event in one.events
    }


def _stands(before: tuple[str, Mapping[str, Stamp]] | None, group: Group, standing: Mapping[str, Stamp]) -> bool:
    """Whether a group would come out as it was made before, and its files are still as they were written."""
    return (
        before is not None and before[0] == group.fingerprint
        and all(standing.get(path) == stamp for path, stamp in before[1].items())
    )
