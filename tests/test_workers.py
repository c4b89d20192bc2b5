"""Work is shared among cores; whatever goes wrong in a worker is heard of."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ikw.disk import Folder, OutputError
from ikw.groups import Group
from ikw.output import OutputFile
from ikw.workers import WORTH_A_FORK, WorkerError, count_cores, make_all, make_here, share


def group(name: str, *files: str) -> Group:
    """Return a group that writes its name into files."""
    def make() -> Iterator[OutputFile]:
        return (OutputFile(path=path, data=name.encode()) for path in files)

    return Group(name, f"mark of {name}", make)


def test_what_was_written_is_told_by_group(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    made = make_here([group("a", "a/1", "a/2"), group("b")], folder)
    standing = folder.standing()
    assert made == {"a": ("mark of a", {"a/1": standing["a/1"], "a/2": standing["a/2"]}), "b": ("mark of b", {})}


@pytest.mark.parametrize("may_fork", [True, False])
def test_many_groups_come_out_the_same_on_any_number_of_cores(tmp_path: Path, may_fork: bool) -> None:
    many = [group(f"g{n}", f"{n % 7}/{n}") for n in range(WORTH_A_FORK * 3)]
    folder = Folder(tmp_path)
    made = make_all(many, folder, may_fork=may_fork)
    assert [*made] == [one.key for one in many]
    assert {path: stamp for _, files in made.values() for path, stamp in files.items()} == folder.standing()


def test_no_groups_make_nothing(tmp_path: Path) -> None:
    assert make_all([], Folder(tmp_path), may_fork=True) == {}


def test_there_is_a_core() -> None:
    assert count_cores() >= 1


# --- sharing


@pytest.mark.parametrize(("items", "workers"), [(10, 3), (2, 5), (0, 2), (7, 1)])
def test_parts_come_back_in_order(items: int, workers: int) -> None:
    parts = list(share(range(items), list, workers))
    assert [item for part in parts for item in part] == [*range(items)]
    assert len(parts) == workers


def test_each_part_but_the_first_is_done_in_a_process_of_its_own() -> None:
    found = list(share(range(3), lambda some: os.getpid(), 3))
    assert found[0] == os.getpid()
    assert len(set(found)) == 3


def test_a_large_result_comes_back_whole() -> None:
    assert [len(part) for part in share([1, 2], lambda some: b"x" * 1_000_000, 2)] == [1_000_000, 1_000_000]


# --- what goes wrong


def second_fails(some: Sequence[int]) -> int:
    if some[0]:
        raise KeyError("a fault of ours")
    return 1


def test_a_fault_in_a_worker_is_a_fault_here_and_shows_where_it_is(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WorkerError, match="it says why above"):
        list(share([0, 1], second_fails, 2))
    assert "KeyError: 'a fault of ours'" in capfd.readouterr().err


def test_a_worker_that_is_killed_is_a_fault() -> None:
    def killed(some: Sequence[int]) -> None:
        if some[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(WorkerError, match="killed by signal 9"):
        list(share([0, 1], killed, 2))


def test_a_full_disk_in_a_worker_is_the_same_clear_line(capfd: pytest.CaptureFixture[str]) -> None:
    def full(some: Sequence[int]) -> None:
        if some[0]:
            raise OutputError("output: Auf dem Datenträger ist kein Platz mehr.")

    with pytest.raises(OutputError, match="kein Platz"):
        list(share([0, 1], full, 2))
    assert capfd.readouterr().err == ""


def test_no_worker_goes_on_alone(tmp_path: Path) -> None:
    """When this process fails, its workers are waited for: nothing is written after the build has ended."""
    def slow(some: Sequence[int]) -> None:
        if some[0]:
            time.sleep(0.2)
            (tmp_path / "late").touch()
        else:
            raise OutputError("output: voll")

    with pytest.raises(OutputError):
        list(share([0, 1], slow, 2))
    assert (tmp_path / "late").exists()


def test_an_interrupted_worker_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    def interrupted(some: Sequence[int]) -> None:
        if some[0]:
            raise KeyboardInterrupt

    with pytest.raises(WorkerError):
        list(share([0, 1], interrupted, 2))
    assert capfd.readouterr().err == ""
