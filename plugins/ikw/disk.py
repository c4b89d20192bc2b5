"""Disk: files are replaced whole, an unfinished output carries a mark. Floor 5.

A kill at any moment leaves each file either old or new. While a build writes, `.unfinished` lies in the output; the next build
completes it, and publishing refuses an output that carries it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

UNFINISHED = ".unfinished"
BUILT = ".built"
PART = ".part~"

# Size and time of change of a file as it was written. They tell only that nobody has touched it since.
Stamp = tuple[int, int]
NONE: Stamp = (-1, 0)

_REASONS = {
    errno.ENOSPC: "Auf dem Datenträger ist kein Platz mehr", errno.EDQUOT: "Auf dem Datenträger ist kein Platz mehr",
    errno.EROFS: "Dort darf nicht geschrieben werden", errno.EACCES: "Dort darf nicht geschrieben werden",
    errno.EPERM: "Dort darf nicht geschrieben werden", errno.ENAMETOOLONG: "Der Name ist zu lang",
    errno.EEXIST: "Das ist kein Ordner", errno.ENOTDIR: "Das ist kein Ordner", errno.ENOENT: "Diesen Ordner gibt es nicht",
}


class BuildError(RuntimeError):
    """What keeps the site from being built, though the data is right; the text is one clear line."""


class OutputError(BuildError):
    """A folder that cannot be written, or must not be."""

    @classmethod
    def of(cls, path: str | Path, error: OSError) -> OutputError:
        """Say what the system said."""
        reason = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
        return cls(f"{path}: {reason}.")


class Folder:
    """An output folder. Keeps the folders it made, so that each is made once."""

    def __init__(self, root: Path) -> None:
        """Take a folder; it is made when the first file is written."""
        self.root = root
        # By folder, whether it is new: then no file can stand in it yet but ours.
        self._made: dict[str, bool] = {}

    def claim(self) -> None:
        """Raise OutputError unless the folder is missing, empty or was written by a build: others' files are never swept."""
        if not os.path.lexists(self.root):
            return
        try:
            names = set(os.listdir(self.root))
        except NotADirectoryError as error:
            raise OutputError(f"{self.root}: Das ist kein Ordner. Nennen Sie einen anderen.") from error
        except OSError as error:
            raise OutputError.of(self.root, error) from error
        if not names & {BUILT, UNFINISHED} and any(not name.startswith(".") for name in names):
            raise OutputError(
                f"{self.root}: In diesem Ordner liegen Dateien, die nicht von hier stammen. "
                "Leeren Sie ihn oder nennen Sie einen anderen."
            )

    def begin(self) -> None:
        """Lay the mark of an unfinished build; clear away what a killed one left."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            if self.is_unfinished():
                for path in self.root.rglob(f"*{PART}"):
                    path.unlink()
            (self.root / UNFINISHED).touch()
        except OSError as error:
            raise OutputError.of(self.root, error) from error

    def end(self) -> None:
        """Take the mark away: the site is whole."""
        try:
            (self.root / BUILT).touch()
            (self.root / UNFINISHED).unlink(missing_ok=True)
        except OSError as error:
            raise OutputError.of(self.root, error) from error

    def is_unfinished(self) -> bool:
        """Whether a build was killed here."""
        return (self.root / UNFINISHED).exists()

    def write(self, path: str, data: bytes) -> Stamp:
        """Replace a file whole; one that is already the same is left alone."""
        parts = path.split("/")
        if ".." in parts or not all(parts):
            raise ValueError(f"no path of an output file: {path!r}")
        try:
            return self._write(f"{self.root}/{path}", data)
        except (NotADirectoryError, IsADirectoryError, FileExistsError):
            self._clear_way(path)
        except OSError as error:
            raise OutputError.of(f"{self.root}/{path}", error) from error
        try:
            return self._write(f"{self.root}/{path}", data)
        except OSError as error:
            raise OutputError.of(f"{self.root}/{path}", error) from error

    def _write(self, target: str, data: bytes) -> Stamp:
        folder = os.path.dirname(target)
        is_new = self._made.get(folder)
        if is_new is None:
            is_new = self._made[folder] = _make_folder(folder)
        if not is_new and (stamp := _stamp_if_same(target, data)):
            return stamp
        part = target + PART
        try:
            stamp = _write_all(part, data)
            os.replace(part, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(part)
            raise
        return stamp

    def _clear_way(self, path: str) -> None:
        """Take away a file where a folder must stand, or a folder where a file must: it is swept away sooner or later."""
        self._made.clear()
        *folders, _ = path.split("/")
        try:
            for n in range(len(folders)):
                folder = self.root.joinpath(*folders[: n + 1])
                if os.path.lexists(folder) and not folder.is_dir():
                    folder.unlink()
            if (self.root / path).is_dir():
                shutil.rmtree(self.root / path)
        except OSError as error:
            raise OutputError.of(self.root / path, error) from error

    def remove(self, path: str) -> None:
        """Remove a file or an empty folder, and the folders above as far as they are empty then."""
        target = self.root / path
        if target.is_dir() and not target.is_symlink() and any(target.iterdir()):
            return  # a stray file stood here, and now a folder of the site does
        try:
            target.rmdir() if target.is_dir() and not target.is_symlink() else target.unlink(missing_ok=True)
        except NotADirectoryError:
            return
        except OSError as error:
            raise OutputError.of(target, error) from error
        for parent in target.parents:
            if parent == self.root:
                return
            try:
                parent.rmdir()
            except OSError:
                return

    def standing(self) -> dict[str, Stamp]:
        """Return every file with its stamp; empty folders and links, which are never ours, with the stamp NONE.

        What is at the top and begins with a dot (`.git`, `.well-known`) is left out: it is not ours either, but may stay.
        """
        try:
            return dict(self._walk()) if self.root.is_dir() else {}
        except OSError as error:
            raise OutputError.of(self.root, error) from error

    def _walk(self) -> Iterator[tuple[str, Stamp]]:
        folders = [str(self.root)]
        cut = len(folders[0]) + 1
        while folders:
            folder = folders.pop()
            is_empty = True
            with os.scandir(folder) as entries:
                for entry in entries:
                    is_empty = False
                    inside = entry.path[cut:]
                    if inside.startswith("."):
                        continue
                    if entry.is_symlink():
                        yield inside, NONE
                    elif entry.is_dir():
                        folders.append(entry.path)
                    else:
                        stat = entry.stat(follow_symlinks=False)
                        yield inside, (stat.st_size, stat.st_mtime_ns)
            if is_empty and len(folder) > cut:
                yield folder[cut:], NONE


def _make_folder(folder: str) -> bool:
    """Make a folder; return whether it is new."""
    try:
        os.mkdir(folder)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise
        return False
    return True


def _stamp_if_same(target: str, data: bytes) -> Stamp | None:
    """Return the stamp of a file if it holds just these bytes."""
    try:
        stat = os.lstat(target)
        if stat.st_size != len(data):
            return None
        with open(target, "rb") as file:
            return (stat.st_size, stat.st_mtime_ns) if file.read() == data else None
    except OSError:
        return None


def _write_all(path: str, data: bytes) -> Stamp:
    """Write a file; return its stamp, which it keeps when it is given another name."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        # The system may write less than it is asked to.
        written = os.write(descriptor, data)
        while written < len(data):
            written += os.write(descriptor, data[written:])
        stat = os.fstat(descriptor)
        return stat.st_size, stat.st_mtime_ns
    finally:
        os.close(descriptor)
