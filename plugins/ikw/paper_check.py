"""Paper check: what has no room or no letters in the booklet, said while it can still be mended. Floor 5.

What was found is kept by the digest of all that an event was made from: a check pays only for what has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from ikw.cache import Cache, code_digest, digest_folder, fingerprint
from ikw.loaded import Loaded
from ikw.problems import Problem
from ikw.settings import Settings


def paper_problems(
    loaded: Loaded, digests: Mapping[tuple[str, str], str], settings: Settings, theme: Path, events: Path, cache: Cache,
    apart: Callable[[Callable[[], tuple[int, ...]]], tuple[int, ...]],
) -> tuple[Problem, ...]:
    """Return what of the data that was read has no room or no letters on paper. A theme without fonts has no paper.

    `apart` runs something in a process of its own: the typesetter, beside which nothing may fork any more.
    """
    if not (theme / "fonts").is_dir():
        return ()
    key = fingerprint(
        code_digest(), digest_folder(theme / "paper"), digest_folder(theme / "fonts"), settings.booklet_size, settings.languages,
        loaded.digest,
    )
    kept: Mapping[str, tuple[Problem, ...]] = cache.load("paper", key) or {}
    wanted = {digests[event.edition, event.id]: event for one in loaded.editions for event in one.events}
    found = {name: kept[name] for name in (*wanted, _DATA) if name in kept}
    new = {digest: event for digest, event in wanted.items() if digest not in found}
    if new or _DATA not in found:
        from ikw.paper.typesetting import Typesetter  # noqa: PLC0415 -- slow import, not needed where nothing is new
        from ikw.paper_faults import Look  # noqa: PLC0415 -- slow import, see above

        look = Look(settings=settings, typesetter=Typesetter(theme), events=events, apart=apart)
        found |= look.events_problems(new)
        if _DATA not in found:
            found[_DATA] = tuple(look.data_problems(loaded))
    if found.keys() != kept.keys():
        cache.save("paper", key, found)
    return tuple(problem for problems in found.values() for problem in problems)


# Under this name is kept what was found in the files around the events.
_DATA = "data"
