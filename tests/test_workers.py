"""Work is shared among cores; whatever goes wrong in a worker is heard of."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from ikw.disk import BuildError, Folder, OutputError
from ikw.manifest import files_of, unpacked
from ikw.output import OutputFile
from ikw.work import Group
from ikw.workers import (
    PIECES,
    WORTH_A_FORK,
    WorkerError,
    count_cores,
    do_apart,
    each_apart,
    make_all,
    make_apart,
    make_here,
    may_fork_from_here,
    share,
)


def group(name: str, *files: str) -> Group:
    """Return a group that writes its name into files."""
    def make() -> Iterator[OutputFile]:
        return (OutputFile(path=path, data=name.encode()) for path in files)

    return Group(name, f"mark of {name}", make)


def test_what_was_written_is_told_by_group(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    made = make_here([group("a", "a/1", "a/2"), group("b")], folder)
    standing = folder.standing()
    both = {"a/1": standing["a/1"], "a/2": standing["a/2"]}
    assert {key: (mark, unpacked(files)) for key, (mark, files) in made.items()} == {"a": ("mark of a", both), "b": ("mark of b", {})}


@pytest.mark.parametrize("may_fork", [True, False])
def test_many_groups_come_out_the_same_on_any_number_of_cores(tmp_path: Path, may_fork: bool) -> None:
    many = [group(f"g{n}", f"{n % 7}/{n}") for n in range(WORTH_A_FORK * 3)]
    folder = Folder(tmp_path)
    made = make_all(many, folder, may_fork=may_fork)
    assert [*made] == [one.key for one in many]
    assert dict(files_of(made)) == folder.standing()


def test_no_groups_make_nothing(tmp_path: Path) -> None:
    assert make_all([], Folder(tmp_path), may_fork=True) == {}


def test_there_is_a_core() -> None:
    assert count_cores() >= 1


# --- sharing


HERE = os.getpid()


def in_a_worker() -> bool:
    """Whether this is a worker."""
    return os.getpid() != HERE


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + 20
    while not is_so():
        assert time.monotonic() < end, "it never came to it"
        time.sleep(0.005)


@pytest.mark.parametrize(("items", "workers", "pieces"), [
    (10, 3, 10), (2, 5, 2), (0, 2, 0), (7, 1, 1), (1000, 2, 2 * PIECES),
])
def test_pieces_come_back_in_order(items: int, workers: int, pieces: int) -> None:
    parts = list(share(range(items), list, workers))
    assert [item for part in parts for item in part] == [*range(items)]
    assert len(parts) == pieces


def test_who_is_done_goes_on_where_others_are_not(tmp_path: Path) -> None:
    """The first piece takes as long as all others together: the worker of the second stretch takes over the rest of the first."""
    def do(some: Sequence[int]) -> tuple[int, bool]:
        if not in_a_worker():
            (tmp_path / "begun").touch()
            until(lambda: len(list(tmp_path.iterdir())) == 8)
        else:
            until((tmp_path / "begun").exists)
            (tmp_path / str(some[0])).touch()
        return some[0], in_a_worker()

    assert list(share(range(8), do, 2)) == [(0, False), *((n, True) for n in range(1, 8))]


def test_a_large_result_comes_back_whole() -> None:
    assert [len(part) for part in share([1, 2], lambda some: b"x" * 1_000_000, 2)] == [1_000_000, 1_000_000]


# --- each in a process of its own


@pytest.mark.parametrize("may_fork", [True, False])
def test_groups_that_are_made_apart_come_out_the_same_in_their_order(tmp_path: Path, may_fork: bool) -> None:
    folder = Folder(tmp_path)
    made = make_apart([group(name, f"{name}/1") for name in ("c", "a", "b")], folder, may_fork=may_fork)
    assert [*made] == ["c", "a", "b"]
    assert dict(files_of(made)) == folder.standing()
    assert made["a"][0] == "mark of a"


def test_no_two_items_share_a_process_and_none_runs_in_this_one() -> None:
    found = list(each_apart(range(5), lambda some: (list(some), os.getpid()), 2))
    assert sorted(items for items, _ in found) == [[0], [1], [2], [3], [4]]
    assert len({process for _, process in found} | {os.getpid()}) == 6


def test_no_more_run_at_once_than_may(tmp_path: Path) -> None:
    def busy(some: Sequence[int]) -> int:
        mark = tmp_path / str(some[0])
        mark.touch()
        time.sleep(0.05)
        running = len(list(tmp_path.iterdir()))
        mark.unlink()
        return running

    assert max(each_apart(range(6), busy, 2)) <= 2


def test_what_is_done_first_comes_back_first(tmp_path: Path) -> None:
    def do(some: Sequence[str]) -> str:
        other = tmp_path / "second"
        if some[0] == "second":
            other.write_text(str(os.getpid()))
        else:
            until(lambda: other.exists() and not is_running(int(other.read_text() or os.getpid())))
        return some[0]

    assert list(each_apart(["first", "second"], do, 2)) == ["second", "first"]


def is_running(process: int) -> bool:
    """Whether a process runs, or has ended and nobody has heard of it yet."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_thing_is_done_apart_and_its_result_comes_back() -> None:
    # Where another thread runs, as the typesetter's do, a fork would miss it: then it is done here.
    assert (do_apart(os.getpid, may_fork=True) != os.getpid()) == may_fork_from_here()
    assert do_apart(os.getpid, may_fork=False) == os.getpid()


def test_what_goes_wrong_apart_is_heard_of(capfd: pytest.CaptureFixture[str]) -> None:
    def fails() -> None:
        raise BuildError("2025, Deutsch: Für „ქ“ gibt es keine Schrift.")

    with pytest.raises(BuildError, match="keine Schrift"):
        do_apart(fails, may_fork=True)

    def breaks(some: Sequence[int]) -> None:
        raise KeyError("a fault of ours")

    with pytest.raises(WorkerError):
        list(each_apart([0, 1], breaks, 2))
    assert "KeyError: 'a fault of ours'" in capfd.readouterr().err


def test_a_group_that_fails_apart_stops_the_others(tmp_path: Path) -> None:
    def make() -> Iterator[OutputFile]:
        raise BuildError("kein Platz")

    with pytest.raises(BuildError, match="kein Platz"):
        make_apart([Group("a", "", make), *(group(f"g{n}", f"{n}/1") for n in range(9))], Folder(tmp_path), may_fork=True)
    assert len(list(tmp_path.rglob("1"))) < 9


# --- what goes wrong


def only_in_a_worker(folder: Path, do: Callable[[], object]) -> Callable[[Sequence[int]], None]:
    """Return work that goes on in this process as soon as a worker has taken a piece and does something with it."""
    def work(some: Sequence[int]) -> None:
        if in_a_worker():
            (folder / "begun").touch()
            do()
        else:
            until((folder / "begun").exists)

    return work


def raising(error: BaseException) -> Callable[[], None]:
    """Return what raises."""
    def do() -> None:
        raise error

    return do


def test_a_fault_in_a_worker_is_a_fault_here_and_shows_where_it_is(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WorkerError, match="it says why above"):
        list(share([0, 1], only_in_a_worker(tmp_path, raising(KeyError("a fault of ours"))), 2))
    assert "KeyError: 'a fault of ours'" in capfd.readouterr().err


def test_a_worker_that_is_killed_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="killed by signal 9"):
        list(share([0, 1], only_in_a_worker(tmp_path, lambda: os.kill(os.getpid(), signal.SIGKILL)), 2))


def test_a_full_disk_in_a_worker_is_the_same_clear_line(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    full = OutputError("output: Auf dem Datenträger ist kein Platz mehr.")
    with pytest.raises(OutputError, match="kein Platz"):
        list(share([0, 1], only_in_a_worker(tmp_path, raising(full)), 2))
    assert capfd.readouterr().err == ""


def test_no_worker_goes_on_alone(tmp_path: Path) -> None:
    """When this process fails, its workers are waited for: nothing is written after the build has ended."""
    def slow() -> None:
        time.sleep(0.2)
        (tmp_path / "late").touch()

    begun = only_in_a_worker(tmp_path, slow)

    def do(some: Sequence[int]) -> None:
        begun(some)
        if not in_a_worker():
            raise OutputError("output: voll")

    with pytest.raises(OutputError):
        list(share([0, 1], do, 2))
    assert (tmp_path / "late").exists()


def test_an_interrupted_worker_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(WorkerError):
        list(share([0, 1], only_in_a_worker(tmp_path, raising(KeyboardInterrupt())), 2))
    assert capfd.readouterr().err == ""
