"""Manifest: what a build remembers of an output: what it was made for, and each group's fingerprint and files. Floor 5.

The next build makes anew what no longer stands as it says; publishing refuses an output that is not what it says.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ikw.cache import Cache, fingerprint
from ikw.disk import Stamp

# For each group its fingerprint and its files as written, packed: as objects, some hundred thousand of them take a hundred megabytes.
Groups = Mapping[str, tuple[str, bytes]]


class TwiceError(RuntimeError):
    """Two groups made the same file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What stands in an output folder, the address it was built for, and whether it shows invented events or drafts."""

    groups: Groups = field(default_factory=dict)
    site_url: str = ""
    is_sample: bool = False
    has_drafts: bool = False


def packed(files: Mapping[str, Stamp]) -> bytes:
    """Return files and their stamps as bytes."""
    return marshal.dumps(dict(files), 2)


def unpacked(files: bytes) -> Mapping[str, Stamp]:
    """Return files and their stamps out of bytes."""
    found: Mapping[str, Stamp] = marshal.loads(files)
    return found


def files_of(groups: Groups) -> Iterator[tuple[str, Stamp]]:
    """Yield the files of some groups. Each belongs to one group: else they would overwrite each other at every build."""
    for _, files in groups.values():
        yield from unpacked(files).items()


def check_once(groups: Groups) -> None:
    """Raise TwiceError where two groups have made the same file."""
    count, seen = 0, set()
    for path, _ in files_of(groups):  # a number for each name takes a fraction of its room
        count += 1
        seen.add(hash(path))
    if len(seen) == count:
        return
    made: dict[str, str] = {}
    for key, (_, files) in groups.items():
        for path in sorted(unpacked(files)):
            if path in made:
                raise TwiceError(f"{key} makes {path}, which {made[path]} has made")
            made[path] = key


def load(cache: Cache, output: Path) -> Manifest | None:
    """Return what was remembered of an output folder."""
    found = cache.load(_name(output), "")
    try:
        groups, site_url, is_sample, has_drafts = marshal.loads(found)
    except (TypeError, ValueError, EOFError):  # nothing, or what another version has kept
        return None
    return Manifest(groups=groups, site_url=site_url, is_sample=is_sample, has_drafts=has_drafts)


def save(cache: Cache, output: Path, manifest: Manifest) -> None:
    """Remember an output folder. Marshal needs no memory of its own for each name; pickle does."""
    plain = (dict(manifest.groups), manifest.site_url, manifest.is_sample, manifest.has_drafts)
    cache.save(_name(output), "", marshal.dumps(plain, 2))


def _name(output: Path) -> str:
    return f"manifest-{fingerprint(output.resolve())}"
