"""Cache: what an earlier build knew, below `.cache/` alone. Floor 5. Losing it costs time and nothing else.

Three things are kept: parsed events by the fingerprint of all they were made from, what git said of each commit, and the manifest of
the output: for each group of pages its fingerprint and its files as they were written. Contents decide, never times; a file's time and size only
tell whether what we wrote still stands.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def fingerprint(*parts: object) -> str:
    """Return one digest of texts and digests; the order counts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def digest_files(paths: Iterable[Path]) -> str:
    """Return one digest of the names and contents of files."""
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return digest.hexdigest()


class Cache:
    """Pickled values by name in one folder. A value that cannot be read is as if it were never there."""

    def __init__(self, folder: Path) -> None:
        """Take a folder; it is made at the first save."""
        self.folder = folder

    def load(self, name: str, key: str) -> Any:
        """Return the value saved under a name, if it was saved with the same key; else None."""
        try:
            with (self.folder / f"{name}.pickle").open("rb") as file:
                saved_key, value = pickle.load(file)
        except Exception:  # a cache of another version may fail in any way; it is only a cache
            return None
        return value if saved_key == key else None

    def save(self, name: str, key: str, value: object) -> None:
        """Save a value under a name, replacing it whole."""
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / f"{name}.pickle"
        part = target.with_suffix(".part~")
        part.write_bytes(pickle.dumps((key, value), protocol=pickle.HIGHEST_PROTOCOL))
        os.replace(part, target)
