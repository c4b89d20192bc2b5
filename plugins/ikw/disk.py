"""Disk: files are replaced whole, an unfinished output carries a mark. Floor 5.

A kill at any moment leaves each file either old or new. While a build writes, `.unfinished` lies in the output; the next build
completes it, and publishing refuses an output that carries it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

UNFINISHED = ".unfinished"
BUILT = ".built"
PART = ".part~"


class Folder:
    """An output folder. Keeps the folders it made, so that each is made once."""

    def __init__(self, root: Path) -> None:
        """Take a folder; it is made when the first file is written."""
        self.root = root
        self._made: set[str] = set()

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Replace a file whole; one that is already the same is left alone. Returns its stat."""
        target = f"{self.root}/{path}"
        parent = os.path.dirname(target)
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)
            self._made.add(parent)
        if not self._is_same(target, data):
            part = f"{target}{PART}"
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            try:
                os.write(descriptor, data)
            finally:
                os.close(descriptor)
            os.replace(part, target)
        return os.stat(target)

    @staticmethod
    def _is_same(target: str, data: bytes) -> bool:
        try:
            if os.stat(target).st_size != len(data):
                return False
            with open(target, "rb") as file:
                return file.read() == data
        except OSError:
            return False

    def begin(self) -> None:
        """Lay the mark of an unfinished build; clear away what a killed one left."""
        self.root.mkdir(parents=True, exist_ok=True)
        mark = self.root / UNFINISHED
        if mark.exists():
            for path in self.root.rglob(f"*{PART}"):
                path.unlink()
        mark.touch()

    def end(self) -> None:
        """Take the mark away: the site is whole."""
        (self.root / BUILT).touch()
        (self.root / UNFINISHED).unlink(missing_ok=True)

    def is_ours(self) -> bool:
        """Whether the folder is empty, missing, or was written by a build of ours: only then may others' files be swept."""
        if not self.root.is_dir():
            return True
        names = os.listdir(self.root)
        return not names or BUILT in names or UNFINISHED in names

    def remove(self, path: str) -> None:
        """Remove a file, and its folders as far as they are empty then."""
        target = self.root / path
        with contextlib.suppress(FileNotFoundError):
            target.unlink()
        for parent in target.parents:
            if parent == self.root:
                return
            try:
                parent.rmdir()
            except OSError:
                return

    def files(self) -> Iterator[tuple[str, os.stat_result]]:
        """Yield every file with its stat, but for those whose first folder or name begins with a dot (`.git`, `.well-known`)."""
        if not self.root.is_dir():
            return
        folders = [str(self.root)]
        cut = len(str(self.root)) + 1
        while folders:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    inside = entry.path[cut:]
                    if inside.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        yield inside, entry.stat(follow_symlinks=False)
