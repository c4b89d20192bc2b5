"""Standing: what stands in an edition's folder before something is taken in. Floor 5."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ikw.ledger import Taken
from ikw.model import Event
from ikw.source.tree import ID_LENGTH, RESERVED


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What stands in the edition's folder: the ledger, and the events that were read, by ids."""

    root: Path
    taken: Mapping[str, Taken]
    events: Mapping[str, Event]

    def free(self, edition: str, name: str) -> str:
        """Return an id that no file has and no import has had; a number behind it tells two of one name apart."""
        return next(
            one for number in count(1)
            if (one := numbered(name, number)) not in RESERVED and one not in self.taken
            and not os.path.lexists(self.root / edition / f"{one}.md")
        )

    def file(self, edition: str, id: str) -> bytes | None:
        """Return the bytes of an event's file; None where there is none."""
        path = self.root / edition / f"{id}.md"
        return path.read_bytes() if os.path.lexists(path) and path.is_file() and not path.is_symlink() else None


def numbered(name: str, number: int) -> str:
    """Return an id with its number behind it; the first has none."""
    tail = f"-{number}" if number > 1 else ""
    return f"{name[:ID_LENGTH - len(tail)].rstrip('-')}{tail}"


def digest_of(data: bytes) -> str:
    """Return the digest of a file as the ledger keeps it."""
    return hashlib.sha256(data).hexdigest()[:12]
