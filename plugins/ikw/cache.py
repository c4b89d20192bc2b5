"""Cache: what an earlier build knew, below `.cache/` alone. Floor 5. Losing it costs time and nothing else.

Three things are kept: parsed events by the fingerprint of all they were made from, what git said of each commit, and the
manifest of each output: for each group of pages its fingerprint and its files as they were written. Contents decide, never
times; a file's time and size only tell whether what we wrote still stands.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import pickle
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ikw.disk import BuildError, OutputError

try:
    import fcntl
except ImportError:  # Windows has none; there, nobody is kept from building twice at once
    fcntl = None  # type: ignore[assignment]

# How long a build waits for another one to end.
PATIENCE = 60.0


class BusyError(BuildError):
    """Another build holds the cache, and went on holding it."""


def fingerprint(*parts: object) -> str:
    """Return one digest of texts and digests; the order counts."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def digest_folder(folder: Path, *endings: str) -> str:
    """Return one digest of the names and contents of all files below a folder, or of those with one of these endings."""
    digest = hashlib.blake2b(digest_size=16)
    paths = (Path(base) / name for base, _, names in os.walk(folder) for name in names if name.endswith(endings or ("",)))
    for path in sorted(paths):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + digest_file(path).encode())
    return digest.hexdigest()


def digest_file(path: Path) -> str:
    """Return the digest of a file's contents; that of nothing where there is none."""
    try:
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except (FileNotFoundError, IsADirectoryError):
        return ""


@cache
def code_digest() -> str:
    """Return the digest of what makes pages out of data: our own code, every installed library by its version, and Python."""
    code = digest_folder(Path(__file__).parent, ".py", ".json")
    return fingerprint(code, *sorted(_installed()), sys.version)


def _installed() -> Iterator[str]:
    """Yield name and version of every installed package, as pip names the folders that describe them."""
    for folder in sys.path:
        with contextlib.suppress(OSError):
            yield from (name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))


class Cache:
    """Pickled values by name in one folder. A value that cannot be read is as if it were never there."""

    def __init__(self, folder: Path) -> None:
        """Take a folder; it is made when something is saved."""
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
        """Save a value under a name, replacing it whole. Where nothing can be written, nothing is kept."""
        target = self.folder / f"{name}.pickle"
        part = target.with_suffix(f".{os.getpid()}.part~")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with part.open("wb") as file:  # piece by piece, so that it is never in memory twice
                    pickle.dump((key, value), file, protocol=pickle.HIGHEST_PROTOCOL)
                os.replace(part, target)
            finally:
                part.unlink(missing_ok=True)

    @contextlib.contextmanager
    def lock(self, patience: float = PATIENCE) -> Iterator[int]:
        """Hold the cache: one build at a time. Raises BusyError when another one does not come to its end.

        Children that inherit the descriptor hold it too: what a killed build left running is waited for as well.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise OutputError.of(self.folder, error) from error
        try:
            self._wait(descriptor, time.monotonic() + patience)
            yield descriptor
        finally:
            os.close(descriptor)

    def _wait(self, descriptor: int, until: float) -> None:
        while fcntl:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError as error:
                if time.monotonic() > until:
                    raise BusyError(
                        f"{self.folder}: Hier baut gerade ein anderer Lauf. Warten Sie auf sein Ende, oder brechen Sie ihn ab."
                    ) from error
            except OSError:  # a file system without locks
                return
            time.sleep(0.01)
