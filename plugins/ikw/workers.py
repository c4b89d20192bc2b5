"""Workers: work is shared among all cores there are. Floor 5.

A worker is a fork: it shares all that was read, does its part, and sends back what came of it. No other thread runs in this
process when it forks; inside Pelican and while serving there are some, so there is no fork there.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import select
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from ikw.disk import BuildError, Folder, Stamp
from ikw.groups import Group

# Below this many groups a fork costs more than it brings.
WORTH_A_FORK = 60
# Below this many files to be parsed, likewise.
FILES_WORTH_A_FORK = 150

# By group: its fingerprint, and the stamp of each file as written.
Written = dict[str, tuple[str, Mapping[str, Stamp]]]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


class WorkerError(RuntimeError):
    """A worker ended without a result."""


def make_all(groups: Sequence[Group], folder: Folder, *, may_fork: bool) -> Written:
    """Make groups and write their files; return what was written, by group."""
    cores = count_cores() if may_fork else 1
    made: Written = {}
    for part in share(groups, lambda some: make_here(some, folder), min(cores, len(groups) // WORTH_A_FORK + 1)):
        made |= part
    return made


def make_apart(groups: Sequence[Group], folder: Folder, *, may_fork: bool) -> Written:
    """Make each group in a process of its own, as many at once as there are cores.

    A typesetter keeps all that it has ever laid out, and has threads that a later fork would miss: so none runs in this process.
    """
    if not may_fork or not may_fork_from_here():
        return make_here(groups, folder)
    made: Written = {}
    for part in each_apart(groups, lambda some: make_here(some, folder), count_cores()):
        made |= part
    return {group.key: made[group.key] for group in groups}


def make_here(groups: Sequence[Group], folder: Folder) -> Written:
    """Make groups in this process."""
    return {
        group.key: (group.fingerprint, {file.path: folder.write(file.path, file.data) for file in group.make()})
        for group in groups
    }


def may_fork_from_here() -> bool:
    """Whether a fork would miss nothing: there is such a thing, and no other thread runs in this process."""
    if not hasattr(os, "fork"):
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:  # no such folder on this system
        return threading.active_count() == 1


def count_cores() -> int:
    """Return how many cores this process may use; 1 where there is no fork."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "fork") and hasattr(os, "sched_getaffinity") else 1


def share(items: Sequence[_Item], do: Callable[[Sequence[_Item]], _Result], workers: int) -> Iterator[_Result]:
    """Do a part of the items in this process and the others in workers; yield what came of each part, in order."""
    parts = [items[n * len(items) // workers : (n + 1) * len(items) // workers] for n in range(workers)]
    children: list[tuple[int, int]] = []
    try:
        children += _fork_all(parts[1:], do)
        yield do(parts[0])
        while children:
            yield _join(*children.pop(0))
    finally:
        # Something went wrong here: no worker goes on alone, and what it says is of no use any more.
        for child in children:
            with contextlib.suppress(WorkerError, BuildError):
                _join(*child)


def do_apart(do: Callable[[], _Result], *, may_fork: bool) -> _Result:
    """Do something in a process of its own, where there may be one; return what came of it."""
    if not may_fork or not may_fork_from_here():
        return do()
    (found,) = each_apart([do], lambda some: some[0](), 1)
    return found


def each_apart(items: Sequence[_Item], do: Callable[[Sequence[_Item]], _Result], at_once: int) -> Iterator[_Result]:
    """Do each item in a worker of its own, so many at once; yield what came of each as soon as it is there."""
    waiting = list(items)
    children: dict[int, int] = {}
    try:
        while waiting or children:
            while waiting and len(children) < at_once:
                child, reading = _fork([waiting.pop(0)], do)
                children[reading] = child
            reading = select.select([*children], [], [])[0][0]
            yield _join(children.pop(reading), reading)
    finally:
        for reading, child in children.items():
            with contextlib.suppress(WorkerError, BuildError):
                _join(child, reading)


def _fork_all(parts: Sequence[Sequence[_Item]], do: Callable[[Sequence[_Item]], object]) -> list[tuple[int, int]]:
    """Fork a worker for each part. What was read before need not be looked at by their garbage collectors."""
    if not parts:
        return []
    gc.freeze()
    children = [_fork(part, do) for part in parts]
    gc.unfreeze()
    return children


def _fork(items: Sequence[_Item], do: Callable[[Sequence[_Item]], object]) -> tuple[int, int]:
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as pipe:
            try:
                result = do(items)
            except BuildError as error:
                pickle.dump(error, pipe)
            else:
                pickle.dump(result, pipe, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    except KeyboardInterrupt:
        pass
    except BaseException:  # the parent must hear of anything that went wrong
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _join(child: int, reading: int) -> Any:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status:
        raise WorkerError(f"a worker was killed by signal {-status}" if status < 0 else "a worker failed; it says why above")
    result = pickle.loads(data)
    if isinstance(result, BuildError):
        raise result
    return result
