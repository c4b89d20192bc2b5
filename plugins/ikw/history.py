"""History: when a file came and changed, read from git once per build. Floor 5.

Without git, or for a file that was never committed, there is no history, and outputs fall back to the edition's first day.
A history that git cannot tell in full is a problem: an error in CI, where sites are published, because SEQUENCE would fall and
calendars ignore every later change; elsewhere a warning.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from ikw.cache import Cache
from ikw.model import History
from ikw.problems import ERROR, N_, WARNING, Problem

# What a user's own configuration could change is said here, so that everyone reads the same.
_LOG = (
    "-c", "core.quotepath=off", "-c", "log.showRoot=true", "log", "--no-show-signature", "--no-renames", "--format=%x01%ct",
    # what a merge itself has changed is named as well: a conflict solved, an edit made in it
    "--name-only", "-c", "--", ".",
)
# Set inside a git hook, where they would name another repository than the one the files are in.
_MISLEADING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


@dataclass(frozen=True, kw_only=True, slots=True)
class Past:
    """What git knows: the history of every file below a folder, by its path relative to it, and the time of the newest commit.

    `problems` say why that may be incomplete.
    """

    files: Mapping[str, History] = field(default_factory=dict)
    newest: datetime | None = None
    problems: tuple[Problem, ...] = ()


def read_past(root: Path, cache: Cache) -> Past:
    """Return what git knows of a folder."""
    said = _git(root, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    shallow, inside, head = (*said.stdout.splitlines(), "", "", "")[:3]
    if not shallow:
        return Past(problems=(_silent(said.stderr),) if _is_in_repository(root) else ())
    problems = (_shallow(),) if shallow == "true" else ()
    if said.returncode:  # a repository without a commit
        return Past(problems=problems)
    key = f"{head} {root.resolve()} {inside}"
    kept: tuple[Mapping[str, History], datetime] | None = cache.load("past", key)
    if kept is None:
        log, last = _git(root, *_LOG), _git(root, "log", "-1", "--no-show-signature", "--format=%ct", head)
        if log.returncode or last.returncode:
            return Past(problems=(*problems, _silent(log.stderr or last.stderr)))
        kept = _parse(log.stdout, inside), datetime.fromtimestamp(int(last.stdout), UTC)
        cache.save("past", key, kept)
    files, newest = kept
    return Past(files=files, newest=newest, problems=problems)


def _parse(log: str, inside: str) -> Mapping[str, History]:
    """Read the log: for each commit a line with \x01 and its time, then the files it touched, `inside` a folder of the repository."""
    found: dict[str, History] = {}
    at = datetime.fromtimestamp(0, UTC)
    for line in log.split("\n"):
        if line.startswith("\x01"):
            at = datetime.fromtimestamp(int(line[1:]), UTC)
        elif line.startswith(inside) and (line := line.removeprefix(inside)):
            known = found.get(line) or History(created=at, modified=at, commits=0)
            found[line] = History(created=min(known.created, at), modified=max(known.modified, at), commits=known.commits + 1)
    return found


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(root), *arguments]
    env = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    try:
        return subprocess.run(command, env=env, capture_output=True, check=False, encoding="utf-8", errors="surrogateescape")
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


def _is_in_repository(root: Path) -> bool:
    folder = root.resolve()
    return any((parent / ".git").exists() for parent in (folder, *folder.parents))


def _shallow() -> Problem:
    return _problem(
        "history-shallow", N_("Von der Geschichte in git fehlt ein Teil; die Nummern der Kalendereinträge würden fallen."),
        N_("Holen Sie sie ganz: git fetch --unshallow (auf GitHub: fetch-depth: 0)."),
    )


def _silent(said: str) -> Problem:
    last = next(_lines(said), "git antwortet nicht")
    return _problem(
        "history-unread", N_("Die Geschichte in git lässt sich nicht lesen ({said}).").format(said=last),
        N_("Prüfen Sie mit „git log“, woran es liegt; ohne sie fehlen die Zeiten der Änderungen."),
    )


def _lines(said: str) -> Iterator[str]:
    return (line.removeprefix("fatal: ").strip() for line in said.splitlines() if line.strip())


def _problem(code: str, message: str, mend: str) -> Problem:
    severity = ERROR if os.environ.get("CI", "").lower() in ("1", "true") else WARNING
    return Problem(path=".", line=0, field="", code=code, severity=severity, message=message, mend=mend)
