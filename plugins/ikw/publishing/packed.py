"""Packed: a file as it is sent to browsers that take it packed, made before anybody asks. Floor 5.

Same bytes in, same bytes out: no name and no time stands in what is packed. Packing well takes long, so what was packed is kept
by its contents below `.cache/packed/`; the folder may be deleted at any time.
"""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ikw.disk import Folder
from ikw.publishing.headers import PACKED

# Less than a network packet stays one, however small.
SMALLEST = 1024
SUFFIXES = (".gz", ".br")


def is_worth_it(path: str, data: bytes) -> bool:
    """Whether a file becomes noticeably smaller when it is packed."""
    return len(data) >= SMALLEST and PurePosixPath(path).suffix in PACKED


class Packer:
    """Packs files, and keeps what it packed."""

    def __init__(self, folder: Path, *, is_quick: bool = False) -> None:
        """Take the folder in which packed files are kept. In a hurry they become less small, and are kept apart."""
        self.is_quick = is_quick
        self.folder = Folder(folder / "quick" if is_quick else folder)

    def pack(self, data: bytes, digest: str) -> Mapping[str, bytes]:
        """Return the file packed, by suffix, as far as it became smaller."""
        found = {suffix: self._kept(f"{digest}{suffix}") or self._make(data, digest, suffix) for suffix in SUFFIXES}
        return {suffix: packed for suffix, packed in found.items() if len(packed) < len(data)}

    def _kept(self, name: str) -> bytes | None:
        try:
            return (self.folder.root / name).read_bytes()
        except OSError:
            return None

    def _make(self, data: bytes, digest: str, suffix: str) -> bytes:
        packed = _gzip(data, 1 if self.is_quick else 9) if suffix == ".gz" else _brotli(data, 1 if self.is_quick else 11)
        self.folder.write(f"{digest}{suffix}", packed)
        return packed

    def sweep(self, digests: frozenset[str]) -> None:
        """Throw away what belongs to none of these files."""
        for path in self._all():
            if path.name.partition(".")[0] not in digests:
                path.unlink(missing_ok=True)

    def _all(self) -> Iterator[Path]:
        return (Path(entry.path) for entry in os.scandir(self.folder.root) if entry.is_file()) if self.folder.root.is_dir() else iter(())


def _gzip(data: bytes, level: int) -> bytes:
    # Byte 9 names the system that packed; libraries differ in what they write there.
    packed = gzip.compress(data, compresslevel=level, mtime=0)
    return packed[:9] + b"\xff" + packed[10:]


def _brotli(data: bytes, quality: int) -> bytes:
    import brotli  # noqa: PLC0415 -- slow import

    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=quality)
    return packed
