"""History: when a file came and changed, read from git once per build. Floor 5.

Without git, or for a file that was never committed, there is no history, and outputs fall back to the edition's first day.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from ikw.cache import Cache
from ikw.model import History


class ShallowError(RuntimeError):
    """The repository is a shallow clone: SEQUENCE numbers would fall, and calendars would ignore every later change."""


def read_history(root: Path, cache: Cache) -> Mapping[str, History]:
    """Return the history of every file below a folder, by its path relative to it. Raises ShallowError."""
    said = _git(root, "rev-parse", "HEAD", "--is-shallow-repository", "--show-prefix")
    if said is None:
        return {}
    head, shallow, *prefix = said.splitlines()
    if shallow == "true":
        raise ShallowError
    inside = prefix[0] if prefix else ""
    key = f"{head} {root} {inside}"
    kept: dict[str, History] | None = cache.load("history", key)
    if kept is None:
        log = _git(root, "-c", "core.quotepath=off", "log", "--no-renames", "--format=%x01%ct", "--name-only", "--relative", "--", ".")
        kept = dict(_parse(log or ""))
        cache.save("history", key, kept)
    return kept


def _parse(log: str) -> Mapping[str, History]:
    """Read the log, newest commit first: a line with \x01 and its time, then the files it touched."""
    found: dict[str, History] = {}
    at = datetime.fromtimestamp(0, UTC)
    for line in log.splitlines():
        if line.startswith("\x01"):
            at = datetime.fromtimestamp(int(line[1:]), UTC)
        elif line:
            _add(found, line, at)
    return found


def _add(found: dict[str, History], path: str, at: datetime) -> None:
    known = found.get(path)
    if known is None:
        found[path] = History(created=at, modified=at, commits=1)
    else:
        found[path] = History(created=min(known.created, at), modified=known.modified, commits=known.commits + 1)


def _git(root: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, check=False, encoding="utf-8", errors="surrogateescape",
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
