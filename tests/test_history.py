"""What git knows of a file, read from real repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ikw.cache import Cache
from ikw.history import read_past
from ikw.model import History
from ikw.problems import Problem

MARCH, APRIL, MAY = (int(datetime(2025, month, 2, 10, tzinfo=UTC).timestamp()) for month in (3, 4, 5))


@pytest.fixture(autouse=True)
def outside_ci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let nothing of this machine decide: no CI, no configuration."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))


def git(folder: Path, *arguments: str, at: int = MARCH) -> str:
    """Run git as someone, at some time."""
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "Ada"), ("EMAIL", "a@example.org"))}
    dates = {"GIT_AUTHOR_DATE": f"{at} +0000", "GIT_COMMITTER_DATE": f"{at} +0000"}
    done = subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who, **dates}, check=True, capture_output=True, text=True)
    return done.stdout


def commit(folder: Path, at: int, **files: str | None) -> None:
    """Write files (None: delete) and commit them."""
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "…", at=at)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with an events folder, and files beside it."""
    folder = tmp_path / "Größe 1"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch", "main")
    commit(folder, MARCH, **{"events__2025__fest": "1", "events__2025__tanz": "1", "README": "1"})
    return folder


def at(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def history(project: Path, cache: Path | None = None) -> dict[str, History]:
    """Return what is known of the events, and see that nothing is said against it."""
    found = read_past(project / "events", Cache(cache or project.parent / "cache"))
    assert found.problems == ()
    return dict(found.files)


def test_first_and_last_commit_and_their_number(project: Path) -> None:
    commit(project, APRIL, events__2025__fest="2")
    commit(project, MAY, events__2025__fest="3", README="2")
    assert history(project) == {
        "2025/fest": History(created=at(MARCH), modified=at(MAY), commits=3),
        "2025/tanz": History(created=at(MARCH), modified=at(MARCH), commits=1),
    }


def test_the_newest_commit_counts_whatever_it_touched(project: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert read_past(project / "events", cache).newest == at(MARCH)
    commit(project, MAY, README="2")
    assert [read_past(project / "events", cache).newest for _ in range(2)] == [at(MAY), at(MAY)], "read, and kept"


def test_a_commit_with_an_older_date_is_no_later_change(project: Path) -> None:
    """Clocks differ, and a rebase mixes dates."""
    commit(project, MAY, events__2025__fest="2")
    commit(project, APRIL, events__2025__fest="3")
    assert history(project)["2025/fest"] == History(created=at(MARCH), modified=at(MAY), commits=3)


def test_another_name_is_another_file(project: Path) -> None:
    git(project, "mv", "events/2025/fest", "events/2025/feier")
    commit(project, APRIL)
    assert history(project)["2025/feier"] == History(created=at(APRIL), modified=at(APRIL), commits=1)


def test_names_in_any_script(project: Path) -> None:
    commit(project, APRIL, **{"events__2025__Фест größer.md": "1"})
    assert "2025/Фест größer.md" in history(project)


def test_a_merge_counts_no_commit_of_its_own(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "side")
    commit(project, APRIL, events__2025__fest="2")
    git(project, "switch", "--quiet", "main")
    commit(project, APRIL, README="3")
    git(project, "merge", "--quiet", "--no-ff", "--message", "…", "side", at=MAY)
    assert history(project)["2025/fest"] == History(created=at(MARCH), modified=at(APRIL), commits=2)


def test_an_edit_made_in_a_merge_counts(project: Path) -> None:
    git(project, "switch", "--quiet", "--create", "side")
    commit(project, APRIL, events__2025__fest="2")
    git(project, "switch", "--quiet", "main")
    commit(project, APRIL, README="3")
    git(project, "merge", "--quiet", "--no-ff", "--no-commit", "side")
    commit(project, MAY, events__2025__fest="4")
    assert history(project)["2025/fest"] == History(created=at(MARCH), modified=at(MAY), commits=3)


def test_what_is_not_committed_has_no_history(project: Path) -> None:
    (project / "events" / "2025" / "neu").touch()
    assert "2025/neu" not in history(project)


def test_what_was_read_is_kept_until_the_next_commit(project: Path, tmp_path: Path) -> None:
    first = history(project)
    assert history(project) == first
    commit(project, APRIL, events__2025__fest="2")
    assert history(project)["2025/fest"].commits == 2
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["past.pickle"]


def test_two_folders_share_a_cache(project: Path) -> None:
    other = project.parent / "other"
    git(project.parent, "clone", "--quiet", str(project), str(other))
    commit(other, APRIL, events__2025__fest="2")
    assert (history(project)["2025/fest"].commits, history(other)["2025/fest"].commits, history(project)["2025/fest"].commits) == (1, 2, 1)


@pytest.mark.parametrize("setting", ["log.showRoot=false", "log.showSignature=true", "core.quotepath=true", "diff.renames=copies", "color.ui=always"])
def test_what_a_user_has_configured_changes_nothing(project: Path, setting: str) -> None:
    commit(project, APRIL, **{"events__2025__größer": "1"})
    plain = history(project)
    git(project, "config", *setting.split("="))
    assert history(project, project.parent / "another-cache") == plain


def test_inside_a_hook_the_files_own_repository_is_asked(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert len(history(project)) == 2


# --- no history, and why


def test_without_a_repository_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    assert history(tmp_path) == {}


def test_before_the_first_commit_there_is_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / "events").mkdir()
    assert history(tmp_path) == {}


def shallow(project: Path) -> Path:
    commit(project, APRIL, events__2025__fest="2")
    git(project.parent, "clone", "--quiet", "--depth", "1", project.as_uri(), "shallow")
    return project.parent / "shallow" / "events"


SHALLOW = {
    "path": ".", "line": 0, "field": "", "code": "history-shallow",
    "message": "Von der Geschichte in git fehlt ein Teil; die Nummern der Kalendereinträge würden fallen.",
    "mend": "Holen Sie sie ganz: git fetch --unshallow (auf GitHub: fetch-depth: 0).",
}


def test_of_a_shallow_clone_what_is_known_counts_with_a_warning(project: Path, tmp_path: Path) -> None:
    found = read_past(shallow(project), Cache(tmp_path / "cache"))
    assert found.problems == (Problem(severity="warning", **SHALLOW),)
    assert found.files["2025/fest"] == History(created=at(APRIL), modified=at(APRIL), commits=1)


@pytest.mark.parametrize(("ci", "severity"), [("true", "error"), ("1", "error"), ("false", "warning"), ("", "warning")])
def test_a_shallow_clone_is_an_error_in_ci(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ci: str, severity: str) -> None:
    monkeypatch.setenv("CI", ci)
    found = read_past(shallow(project), Cache(tmp_path / "cache"))
    assert found.problems == (Problem(severity=severity, **SHALLOW),)


def test_a_repository_that_git_does_not_read_is_no_silence(project: Path, tmp_path: Path) -> None:
    (project / ".git" / "HEAD").write_text("broken")
    found = read_past(project / "events", Cache(tmp_path / "cache"))
    assert found.files == {}
    assert [(problem.code, problem.severity, problem.mend) for problem in found.problems] == [
        ("history-unread", "warning", "Prüfen Sie mit „git log“, woran es liegt; ohne sie fehlen die Zeiten der Änderungen."),
    ]
    assert found.problems[0].message.startswith("Die Geschichte in git lässt sich nicht lesen (not a git repository")


def test_lost_objects_are_no_silence_and_nothing_is_kept(project: Path, tmp_path: Path) -> None:
    commit(project, APRIL, events__2025__fest="2")
    first = git(project, "rev-parse", "HEAD~").strip()
    (project / ".git" / "objects" / first[:2] / first[2:]).unlink()
    found = read_past(project / "events", Cache(tmp_path / "cache"))
    assert (found.files, found.newest, [problem.code for problem in found.problems]) == ({}, None, ["history-unread"])
    assert not (tmp_path / "cache").exists()


def test_without_git_a_repository_is_no_silence(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    found = read_past(project / "events", Cache(tmp_path / "cache"))
    assert (found.files, found.newest, [problem.code for problem in found.problems]) == ({}, None, ["history-unread"])
