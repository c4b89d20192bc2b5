"""Branch: a release becomes the newest commit of a branch, which a host shows as a site (GitHub Pages and others). Floor 5.

The branch only ever grows: going back is a new commit with the files of an older one. The commits' first lines tell which release
each holds.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ikw.publishing.lineage import KEPT, retold
from ikw.publishing.programs import run
from ikw.publishing.release import Release, ReleaseError

PUBLISHED, GONE_BACK = "Release", "Back to release"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/-]*")
_SUBJECT = re.compile(rf"(?P<commit>[0-9a-f]+) (?P<step>{PUBLISHED}|{GONE_BACK}) (?P<digest>[0-9a-f]{{16}})")
# Where git is told nothing else, as in CI.
_WE = {"NAME": "ikw publish", "EMAIL": "ikw@localhost"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Branch:
    """A branch of a remote of the repository in `folder`."""

    folder: Path
    name: str
    remote: str = "origin"

    def __str__(self) -> str:
        """Return remote and branch as git names them."""
        return f"{self.remote}/{self.name}"

    def git(self, *arguments: str) -> str:
        """Run git in the repository."""
        return run(["git", *arguments], str(self), cwd=self.folder, env=self.identity)

    @property
    def identity(self) -> dict[str, str]:
        """Whoever commits: as git is told, else we."""
        found: dict[str, str] = {}
        for name, key in (("NAME", "user.name"), ("EMAIL", "user.email")):
            said = os.environ.get(f"GIT_COMMITTER_{name}")
            said = said or run(["git", "config", "--default", _WE[name], "--get", key], str(self), cwd=self.folder).strip()
            found |= {f"GIT_COMMITTER_{name}": said, f"GIT_AUTHOR_{name}": said}
        return found


def publish(release: Release, branch: Branch) -> str:
    """Commit a release to the branch and push it. Returns what happened; raises ReleaseError, and then the old one stands."""
    lineage = retold((is_published, digest) for _, is_published, digest in _fetch(branch))
    if lineage.live == release.digest:
        return f"{branch}: Die Fassung {release.digest} ist schon online."
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(release.folder, f"{folder}/site", ignore=shutil.ignore_patterns(".*"))
        _import(branch, Path(folder, "site"), f"{PUBLISHED} {release.digest}")
    branch.git("push", "--quiet", branch.remote, f"refs/heads/{branch.name}:refs/heads/{branch.name}")
    return f"{branch}: Die Fassung {release.digest} ist online, {release.files} Dateien."


def _import(branch: Branch, site: Path, message: str) -> None:
    """Make the commit; ghp-import works in the current folder, and says of some failures nothing that a program would notice."""
    run(
        [sys.executable, "-m", "ghp_import", "--no-jekyll", "--remote", branch.remote, "--branch", branch.name, "--message", message,
         str(site)], str(branch), cwd=branch.folder, env=branch.identity,
    )
    made = branch.git("log", "-1", "--format=%s", f"refs/heads/{branch.name}").strip()
    if made != message:
        raise ReleaseError(f"{branch}: ghp-import hat keinen Commit gemacht. Online ist, was vorher online war.")


def go_back(branch: Branch) -> str:
    """Commit the files of the release before the one that is shown, and push. Raises ReleaseError where there is none."""
    commits = _fetch(branch)
    lineage = retold((is_published, digest) for _, is_published, digest in commits).gone_back()
    if lineage is None:
        raise ReleaseError(f"{branch}: Vor dieser Fassung gibt es keine.")
    source = next(commit for commit, is_published, digest in reversed(commits) if digest == lineage.live)
    head = commits[-1][0]
    made = branch.git("commit-tree", f"{source}^{{tree}}", "-p", head, "-m", f"{GONE_BACK} {lineage.live}").strip()
    branch.git("push", "--quiet", branch.remote, f"{made}:refs/heads/{branch.name}")
    return f"{branch}: Die Fassung {lineage.live} ist wieder online."


def _fetch(branch: Branch) -> list[tuple[str, bool, str]]:
    """Return what the branch tells of itself, oldest first: (commit, whether it was published or gone back to, digest)."""
    _check_name(branch)
    ours = f"refs/remotes/{branch.remote}/{branch.name}"
    there = branch.git("ls-remote", "--heads", branch.remote, f"refs/heads/{branch.name}")
    if there.strip():
        branch.git("fetch", "--quiet", "--no-tags", branch.remote, f"+refs/heads/{branch.name}:{ours}")
    elif branch.git("for-each-ref", f"refs/heads/{branch.name}").strip():
        ours = f"refs/heads/{branch.name}"  # made here, but never pushed
    else:
        return []
    subjects = branch.git("log", "--first-parent", f"-{KEPT * KEPT}", "--format=%H %s", ours).splitlines()
    if not subjects or not _SUBJECT.fullmatch(subjects[0]):
        raise ReleaseError(f"{branch}: In diesem Zweig liegt etwas, das nicht von hier stammt. Nennen Sie mit BRANCH einen anderen.")
    return list(_steps(reversed(subjects)))


def _steps(subjects: Iterable[str]) -> Iterator[tuple[str, bool, str]]:
    for subject in subjects:
        if found := _SUBJECT.fullmatch(subject):
            yield found["commit"], found["step"] == PUBLISHED, found["digest"]


def _check_name(branch: Branch) -> None:
    for name in (branch.name, branch.remote):
        if not _NAME.fullmatch(name) or ".." in name or name.endswith((".lock", "/", ".")):
            raise ReleaseError(f"„{name}“ ist kein Name eines Zweigs. Schreiben Sie zum Beispiel BRANCH=gh-pages.")
    if branch.git("branch", "--show-current").strip() == branch.name:
        raise ReleaseError(f"{branch}: In diesem Zweig arbeiten Sie gerade. Nennen Sie mit BRANCH einen anderen, etwa gh-pages.")
