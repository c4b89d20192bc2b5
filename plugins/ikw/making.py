"""Making: what of a site is no longer as it would be made now is made anew, and nothing else. Floor 5.

Each group of pages whose fingerprint is new, or whose files no longer stand as they were written, is made and replaced file by file;
what belongs to no group any more is removed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from ikw import groups as grouping
from ikw import manifest as manifests
from ikw.built import PAPER, WEB, Built
from ikw.cache import Cache, code_digest, digest_folder, fingerprint
from ikw.disk import NONE, Folder, Stamp
from ikw.loaded import Loaded
from ikw.paper.keys import is_paper
from ikw.places import Places
from ikw.prose_headers import Header, stale_pages
from ikw.prose_pages import Prose
from ikw.reading import digests
from ikw.settings import Settings
from ikw.sites import make_sites, read_catalogs
from ikw.theme import read_theme
from ikw.work import PROSE, Group, Work
from ikw.workers import WORTH_A_FORK, do_apart, make_all, make_apart, make_here


def make_site(
    places: Places, loaded: Loaded, work: Work, prose: Prose, standing: Mapping[str, Stamp], *,
    may_fork: bool, wanted: frozenset[str] = WEB,
) -> Built:
    """Bring the output, in which these files stand, up to date with what was read."""
    folder, cache = Folder(places.output), Cache(places.cache)
    remembered = manifests.load(cache, places.output)
    before = remembered.groups if remembered else {}
    paper = list(_paper(places, loaded, work, before, standing, wanted, may_fork=may_fork))
    work.paper = frozenset(group.key for group in paper)
    has_pages = wanted >= WEB or any(not is_paper(key) for key in before)
    every = [*paper, *([*grouping.groups(work), prose.group(work)] if has_pages else [])]
    fresh = {group.key: before[group.key] for group in every if _stands(before.get(group.key), group, standing)}
    stale = [group for group in every if group.key not in fresh]
    if not stale and not folder.is_unfinished() and standing.keys() == {path for path, _ in manifests.files_of(fresh)}:
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
    manifests.check_once(made)
    settings, files, written, old = work.default.settings, 0, 0, dict(standing)
    for path, stamp in manifests.files_of(made):
        files += 1
        written += old.pop(path, None) != stamp
    for path, stamp in old.items():
        if stamp != NONE:
            folder.remove(path)
    manifests.save(cache, places.output, manifests.Manifest(
        groups=made, site_url=settings.site_url, is_sample=settings.sample, has_drafts=settings.drafts,
    ))
    folder.end()
    return Built(loaded=loaded, written=written, removed=len(old), files=files)


def _paper(
    places: Places, loaded: Loaded, work: Work, before: manifests.Groups, standing: Mapping[str, Stamp], wanted: frozenset[str],
    *, may_fork: bool,
) -> Iterator[Group]:
    """Yield the printed matter that is to stand in the output: all that is wanted, else what is there and still true."""
    if not wanted >= PAPER and not any(map(is_paper, before)):
        return
    from ikw.paper_groups import Press, paper_groups  # noqa: PLC0415 -- most builds make no paper

    apart = partial(do_apart, may_fork=may_fork)
    press = Press(theme=places.theme, digests=partial(digests, loaded), cache=Cache(places.cache), apart=apart)
    for group in paper_groups(work, press):
        if wanted >= PAPER or _stands(before.get(group.key), group, standing):
            yield group


def prepare(places: Places, settings: Settings, loaded: Loaded, headers: tuple[Header, ...]) -> Work:
    """Put together what all groups share."""
    theme = read_theme(places.theme, loaded.editions[0].categories.values())
    templates = places.theme / "templates"
    catalogs, words = read_catalogs(places, settings)
    sites = tuple(make_sites(places, settings, loaded, headers, catalogs))
    common = fingerprint(
        code_digest(), digest_folder(templates), words, settings, loaded.digest, headers, sorted(stale_pages(headers)),
        theme.stylesheet, theme.script, theme.stamps, *(f"{one.edition.id} {sites[0].is_over(one.edition)}" for one in loaded.editions),
    )
    return Work(
        sites=sites, theme=theme, templates=templates, bytecode=places.cache / "templates", common=common, digests=digests(loaded),
        catalogs=catalogs,
    )


def _stands(before: tuple[str, bytes] | None, group: Group, standing: Mapping[str, Stamp]) -> bool:
    """Whether a group would come out as it was made before, and its files are still as they were written."""
    return (
        before is not None and before[0] == group.fingerprint
        and all(standing.get(path) == stamp for path, stamp in manifests.unpacked(before[1]).items())
    )
