"""Lineage: which releases went live, in order, and which one is. Floor 5, pure.

Going back leaves the list as it is and moves to the one before; publishing after that goes on from there, as if what was left had
never been.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# So many releases can be gone back to.
KEPT = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Lineage:
    """Releases that went live, oldest first, by digest; `live` is the one that is, "" before the first."""

    releases: tuple[str, ...] = ()
    live: str = ""

    @property
    def _until_live(self) -> tuple[str, ...]:
        return self.releases[: self.releases.index(self.live) + 1] if self.live in self.releases else self.releases

    def published(self, digest: str) -> Lineage:
        """Return the lineage once a release went live."""
        older = tuple(one for one in self._until_live if one != digest)
        return Lineage(releases=(*older, digest)[-KEPT:], live=digest)

    def gone_back(self) -> Lineage | None:
        """Return the lineage one release back; None where there is none before."""
        before = self._until_live[:-1]
        return Lineage(releases=self.releases, live=before[-1]) if before else None


def retold(steps: Iterable[tuple[bool, str]]) -> Lineage:
    """Return the lineage that a history of steps led to, oldest first: (whether it was published or gone back to, digest)."""
    found = Lineage()
    for is_published, digest in steps:
        found = found.published(digest) if is_published else Lineage(releases=found.releases, live=digest)
    return found
