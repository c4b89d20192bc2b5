"""Manifest: what a build remembers of an output: what it was made for, and each group's fingerprint and files. Floor 5.

The next build makes anew what no longer stands as it says; publishing refuses an output that is not what it says.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ikw.cache import Cache, fingerprint
from ikw.disk import Stamp

# For each group its fingerprint and its files as written.
Groups = Mapping[str, tuple[str, Mapping[str, Stamp]]]


class TwiceError(RuntimeError):
    """Two groups made the same file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What stands in an output folder, the address it was built for, and whether it shows invented events or drafts."""

    groups: Groups = field(default_factory=dict)
    site_url: str = ""
    is_sample: bool = False
    has_drafts: bool = False

    def files(self) -> dict[str, Stamp]:
        """Return all files. Each belongs to one group: else they would overwrite each other at every build."""
        return files_of(self.groups)


def files_of(groups: Groups) -> dict[str, Stamp]:
    """Return all files of some groups."""
    found: dict[str, Stamp] = {}
    for key, (_, files) in groups.items():
        if twice := found.keys() & files.keys():
            raise TwiceError(f"{key} makes {min(twice)}, which another group has made")
        found |= files
    return found


def load(cache: Cache, output: Path) -> Manifest | None:
    """Return what was remembered of an output folder."""
    found = cache.load(_name(output), "")
    try:
        groups, site_url, is_sample, has_drafts = marshal.loads(found)
    except (TypeError, ValueError, EOFError):  # nothing, or what another version has kept
        return None
    return Manifest(groups=groups, site_url=site_url, is_sample=is_sample, has_drafts=has_drafts)


def save(cache: Cache, output: Path, manifest: Manifest) -> None:
    """Remember an output folder. Marshal needs no memory of its own for each of some hundred thousand names; pickle does."""
    plain = (dict(manifest.groups), manifest.site_url, manifest.is_sample, manifest.has_drafts)
    cache.save(_name(output), "", marshal.dumps(plain, 2))


def _name(output: Path) -> str:
    return f"manifest-{fingerprint(output.resolve())}"
