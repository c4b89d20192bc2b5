"""Changed: the files that a proposed change touches, as git tells. Floor 5."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from ikw.source.characters import printable

_BASE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/^~@{}-]*")


class ChangedError(ValueError):
    """Git does not tell what has changed; the text is one clear line."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Changed:
    """Files with names that can be printed: those that came or changed, and those that are gone (a new name is both)."""

    present: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


def changed_since(project: Path, base: str) -> Changed:
    """Return the files that differ from where the branch left `base`. Raises ChangedError."""
    if not _BASE.fullmatch(base):
        raise ChangedError(f"--base: „{base}“ ist keine Stelle in git. Schreiben Sie zum Beispiel origin/main.")
    command = ["git", "diff", "--relative", "--no-renames", "--no-ext-diff", "--name-status", "-z", f"{base}...HEAD", "--"]
    try:
        done = subprocess.run(command, cwd=project, capture_output=True, check=False)
    except OSError as error:
        raise ChangedError(f"git lässt sich nicht starten ({error.strerror}).") from error
    if done.returncode:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
        raise ChangedError(f"--base: git kennt „{base}“ hier nicht ({reason}).")
    words = done.stdout.decode("utf-8", "surrogateescape").split("\0")
    # as a problem names them
    pairs = [(status, printable(path)) for status, path in zip(words[::2], words[1::2], strict=False)]
    return Changed(
        present=frozenset(path for status, path in pairs if status != "D"), gone=frozenset(path for status, path in pairs if status == "D"),
    )
