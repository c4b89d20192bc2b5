"""A branch of a real repository without a work tree: what is pushed to it, what is left alone, and the way back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ikw.publishing.branch import Branch, go_back, publish
from ikw.publishing.release import Release, ReleaseError
from publishing.lives import edited
from small import tree

pytestmark = pytest.mark.slow


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A repository as it lies on a server."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", "bare.git")
    return tmp_path / "bare.git"


@pytest.fixture
def branch(tmp_path: Path, bare: Path) -> Branch:
    """The branch of a clone in which somebody works."""
    git(tmp_path, "clone", "--quiet", str(bare), "work")
    work = tmp_path / "work"
    (work / "events.md").write_text("Unsere Arbeit\n", encoding="utf-8")
    git(work, "add", "."), git(work, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "Event: Fest")
    git(work, "push", "--quiet", "origin", "main")
    return Branch(folder=work, name="seite")


def shown(bare: Path, tmp_path: Path) -> dict[str, bytes]:
    """What a host of pages would show: the files of the branch."""
    to = tmp_path / f"shown-{git(bare, 'rev-parse', 'seite').strip()}"
    to.mkdir(exist_ok=True)
    git(bare, "--work-tree", str(to), "checkout", "--force", "seite", "--", ".")
    return tree(to)


def log(bare: Path) -> list[str]:
    return git(bare, "log", "--format=%s", "seite").splitlines()


def front(bare: Path) -> str:
    return git(bare, "show", "seite:index.html")


def test_the_first_release(branch: Branch, bare: Path, release: Release, tmp_path: Path) -> None:
    before = git(branch.folder, "status", "--porcelain", "--branch")
    assert publish(release, branch) == f"origin/seite: Die Fassung {release.digest} ist online, {release.files} Dateien."
    wanted = {path: data for path, data in tree(release.folder).items() if not path.startswith(".")}
    assert shown(bare, tmp_path) == {**wanted, ".nojekyll": b""}
    assert log(bare) == [f"Release {release.digest}"]
    assert git(branch.folder, "status", "--porcelain", "--branch") == before
    assert git(bare, "log", "--format=%an <%ae>, %cn <%ce>", "seite").strip() == "ikw publish <ikw@localhost>, ikw publish <ikw@localhost>"


def test_whoever_publishes_is_named_if_git_knows_them(branch: Branch, bare: Path, release: Release) -> None:
    git(branch.folder, "config", "user.name", "Alex Muster")
    git(branch.folder, "config", "user.email", "alex@example.org")
    publish(release, branch)
    publish(edited(release, "zwei"), branch)
    go_back(branch)
    assert set(git(bare, "log", "--format=%cn <%ce>", "seite").splitlines()) == {"Alex Muster <alex@example.org>"}


def test_the_same_release_makes_no_commit(branch: Branch, bare: Path, release: Release) -> None:
    publish(release, branch)
    assert publish(release, branch) == f"origin/seite: Die Fassung {release.digest} ist schon online."
    assert len(log(bare)) == 1


def test_back_and_further_back(branch: Branch, bare: Path, release: Release) -> None:
    digests = []
    for text in ("eins", "zwei", "drei"):
        one = edited(release, text)
        publish(one, branch)
        digests.append(one.digest)
    assert go_back(branch) == f"origin/seite: Die Fassung {digests[1]} ist wieder online."
    assert front(bare) == "zwei"
    go_back(branch)
    assert front(bare) == "eins"
    with pytest.raises(ReleaseError, match="Vor dieser Fassung gibt es keine"):
        go_back(branch)
    publish(edited(release, "vier"), branch)
    go_back(branch)
    assert front(bare) == "eins"
    first, second, third = digests
    assert log(bare)[1:] == [log(bare)[1], f"Back to release {first}", f"Back to release {second}", *(f"Release {one}" for one in (third, second, first))]


def test_somebody_else_published_meanwhile(branch: Branch, bare: Path, release: Release, tmp_path: Path) -> None:
    """What the remote has counts, not what this clone remembers."""
    publish(edited(release, "eins"), branch)
    git(tmp_path, "clone", "--quiet", str(bare), "other")
    other = Branch(folder=tmp_path / "other", name="seite")
    publish(edited(release, "zwei"), other)
    publish(edited(release, "drei"), branch)
    assert len(log(bare)) == 3
    go_back(other)
    assert front(bare) == "zwei"


def test_a_refused_push_leaves_the_old_site(branch: Branch, bare: Path, release: Release) -> None:
    publish(edited(release, "eins"), branch)
    hook = bare / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho 'geschützt' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(ReleaseError, match=r"^origin/seite: git meldet: .*geschützt.*Online ist, was vorher online war\.$"):
        publish(edited(release, "zwei"), branch)
    assert front(bare) == "eins"
    hook.unlink()
    publish(edited(release, "zwei"), branch)
    assert (front(bare), len(log(bare))) == ("zwei", 2)


def test_a_first_push_that_failed_is_made_good(branch: Branch, bare: Path, release: Release) -> None:
    hook = bare / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(ReleaseError):
        publish(release, branch)
    hook.unlink()
    publish(edited(release, "zwei"), branch)
    assert front(bare) == "zwei"


def test_a_branch_with_work_in_it_is_left_alone(branch: Branch, bare: Path, release: Release) -> None:
    git(branch.folder, "push", "--quiet", "origin", "main:seite")
    for act in (lambda: publish(release, branch), lambda: go_back(branch)):
        with pytest.raises(ReleaseError, match=r"^origin/seite: In diesem Zweig liegt etwas, das nicht von hier stammt\."):
            act()
    assert log(bare) == ["Event: Fest"]


def test_a_local_branch_with_work_in_it_is_left_alone(branch: Branch, release: Release) -> None:
    git(branch.folder, "branch", "seite")
    with pytest.raises(ReleaseError, match="das nicht von hier stammt"):
        publish(release, branch)
    assert git(branch.folder, "log", "--format=%s", "seite").strip() == "Event: Fest"


@pytest.mark.parametrize(("name", "reason"), [
    ("main", "In diesem Zweig arbeiten Sie gerade"), ("-f", "ist kein Name eines Zweigs"), ("a..b", "ist kein Name eines Zweigs"),
    ("a b", "ist kein Name eines Zweigs"), ("$(id)", "ist kein Name eines Zweigs"), ("", "ist kein Name eines Zweigs"),
])
def test_names_that_are_refused(name: str, reason: str, branch: Branch, release: Release) -> None:
    with pytest.raises(ReleaseError, match=reason):
        publish(release, Branch(folder=branch.folder, name=name))


def test_no_repository_at_all(release: Release, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(ReleaseError, match=r"^origin/seite: git meldet: fatal: not a git repository"):
        publish(release, Branch(folder=tmp_path / "nothing", name="seite"))
