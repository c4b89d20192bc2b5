"""Which files a proposal touches, as a real git tells."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ikw.review.changed import Changed, ChangedError, changed_since
from review.hostile import FILE_NAMES


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository with a branch that starts from `main`."""
    git(tmp_path, "init", "-q", "-b", "main")
    for name in ("bleibt", "geht", "wird"):
        (tmp_path / f"{name}.md").write_text(f"{name}\n" * 20, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "eins")
    git(tmp_path, "switch", "-qc", "vorschlag")
    return tmp_path


def commit(work: Path) -> None:
    git(work, "add", "--all")
    git(work, "commit", "-qm", "zwei")


def test_new_changed_and_gone(work: Path) -> None:
    (work / "neu.md").write_text("neu", encoding="utf-8")
    (work / "wird.md").write_text("anders", encoding="utf-8")
    (work / "geht.md").unlink()
    commit(work)
    assert changed_since(work, "main") == Changed(present=frozenset({"neu.md", "wird.md"}), gone=frozenset({"geht.md"}))


def test_a_new_name_is_one_that_came_and_one_that_is_gone(work: Path) -> None:
    (work / "geht.md").rename(work / "kommt.md")
    commit(work)
    assert changed_since(work, "main") == Changed(present=frozenset({"kommt.md"}), gone=frozenset({"geht.md"}))


def test_what_happened_on_main_meanwhile_is_not_ours(work: Path) -> None:
    (work / "neu.md").write_text("neu", encoding="utf-8")
    commit(work)
    git(work, "switch", "-q", "main")
    (work / "wird.md").write_text("anders", encoding="utf-8")
    commit(work)
    git(work, "switch", "-q", "vorschlag")
    assert changed_since(work, "main").present == {"neu.md"}


def test_a_merge_for_trial_tells_the_same(work: Path) -> None:
    """What GitHub checks out: main and the proposal, merged; its first parent is main."""
    (work / "neu.md").write_text("neu", encoding="utf-8")
    commit(work)
    git(work, "switch", "-q", "main")
    (work / "wird.md").write_text("anders", encoding="utf-8")
    commit(work)
    git(work, "merge", "-q", "--no-ff", "-m", "probe", "vorschlag")
    assert changed_since(work, "HEAD^1") == Changed(present=frozenset({"neu.md"}))


def test_paths_are_told_from_the_folder_one_stands_in(work: Path) -> None:
    (work / "unten").mkdir()
    (work / "unten" / "neu.md").write_text("neu", encoding="utf-8")
    commit(work)
    assert changed_since(work / "unten", "main").present == {"neu.md"}


@pytest.mark.parametrize("name", FILE_NAMES)
def test_any_name_of_a_file(name: str, work: Path) -> None:
    (work / name).write_text("x", encoding="utf-8")
    commit(work)
    shown = "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
    assert changed_since(work, "main").present == {shown}
    assert not (work / "pwned").exists()


def test_a_name_that_is_no_text(work: Path) -> None:
    (Path(str(work)) / b"\xff.md".decode("utf-8", "surrogateescape")).write_text("x", encoding="utf-8")
    commit(work)
    assert changed_since(work, "main").present == {"\ufffd.md"}


@pytest.mark.parametrize(("base", "line"), [
    ("gibtsnicht", "--base: git kennt „gibtsnicht“ hier nicht (bad revision 'gibtsnicht...HEAD')."),
    ("--output=pwned", "--base: „--output=pwned“ ist keine Stelle in git. Schreiben Sie zum Beispiel origin/main."),
    ("", "--base: „“ ist keine Stelle in git. Schreiben Sie zum Beispiel origin/main."),
    ("main; touch pwned", "--base: „main; touch pwned“ ist keine Stelle in git. Schreiben Sie zum Beispiel origin/main."),
])
def test_a_base_that_is_none(base: str, line: str, work: Path) -> None:
    with pytest.raises(ChangedError) as caught:
        changed_since(work, base)
    assert str(caught.value) == line
    assert not (work / "pwned").exists()


def test_no_repository_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(ChangedError, match=r"^--base: git kennt „main“ hier nicht"):
        changed_since(tmp_path, "main")
