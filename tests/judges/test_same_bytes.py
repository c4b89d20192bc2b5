"""Same input, same bytes: whatever the folder, the time zone, the locale, the cores, the seed of hashes, the cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from judges.builds import ROOT, build, differences, site_command, tree

pytestmark = pytest.mark.slow

NOT_COPIED = shutil.ignore_patterns(".venv", "node_modules", "output", ".cache", ".*_cache", "__pycache__", ".hypothesis")
HERE = {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a first build, in `output`, and its `cache`."""
    folder = tmp_path_factory.mktemp("first")
    build(site_command(folder / "output", folder / "cache"), env=HERE)
    return folder


def test_another_place_gives_the_same_bytes(first: Path, tmp_path: Path) -> None:
    """A copy of the project, with its history, in another folder; on one core; with new times on all files."""
    project = tmp_path / "Ein anderer Ordner, größer"
    shutil.copytree(ROOT, project, ignore=NOT_COPIED, copy_function=shutil.copyfile, symlinks=True)
    command = site_command(project / "fertig", tmp_path / "cache", project / "events")
    build(["taskset", "--cpu-list", "0", *command], cwd=project, env=ELSEWHERE)
    assert differences(tree(first / "output"), tree(project / "fertig")) == []


def test_a_cache_changes_no_byte(first: Path, tmp_path: Path) -> None:
    shutil.copytree(first / "cache", tmp_path / "cache")
    build(site_command(tmp_path / "output", tmp_path / "cache"), env=ELSEWHERE)
    assert differences(tree(first / "output"), tree(tmp_path / "output")) == []


def test_a_build_without_a_change_touches_nothing(first: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (first / "output").rglob("*")}
    build(site_command(first / "output", first / "cache"), env=ELSEWHERE)
    assert {path: path.stat().st_mtime_ns for path in (first / "output").rglob("*")} == before


def test_differences_are_found() -> None:
    left = {"a": b"same", "b": b"0123456789" * 5 + b"x", "c": b""}
    right = {"a": b"same", "b": b"0123456789" * 5 + b"y", "d": b""}
    assert differences(left, right) == [
        "only left: c",
        "only right: d",
        "b: byte 50: b'01234567890123456789x' against b'01234567890123456789y'".replace("0123456789" * 2, "0123456789" * 3),
    ]
    assert differences(left, left) == []
