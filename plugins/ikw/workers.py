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
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from ikw.disk import BuildError, Folder
from ikw.manifest import packed

if TYPE_CHECKING:
    from ikw.work import Group

# Below this many groups a fork costs more than it brings.
WORTH_A_FORK = 4
# Below this many files to be parsed, likewise.
FILES_WORTH_A_FORK = 150
# So many pieces for each worker: few enough to be worth asking for one, enough that nobody waits long for the last.
PIECES = 16
# Octets of a number in a queue; a pipe holds thousands of them.
_WIDTH = 2

# By group: its fingerprint, and its files as written.
Written = dict[str, tuple[str, bytes]]

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
        group.key: (group.fingerprint, packed({file.path: folder.write(file.path, file.data) for file in group.make()}))
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
    """Do the items piece by piece, in this process and in workers beside it; yield what came of each piece, in order.

    Each worker has its own stretch, since neighbours show much the same; who is done goes on where others are not.
    """
    if workers == 1:
        yield do(items)
        return
    count = min(len(items), workers * PIECES)
    pieces = [items[n * len(items) // count : (n + 1) * len(items) // count] for n in range(count)]
    queues = [_queue(range(count)[n * count // workers : (n + 1) * count // workers]) for n in range(workers)]

    def work(first: int) -> dict[int, _Result]:
        return {n: do(pieces[n]) for queue in (*queues[first:], *queues[:first]) for n in _taken(queue)}

    children: list[tuple[int, int]] = []
    try:
        children += _fork_all(range(1, workers), lambda own: work(own[0]))
        found = work(0)
        while children:
            found |= _join(*children.pop(0))
        yield from (found[n] for n in range(count))
    finally:
        for queue in queues:
            os.close(queue)
        # Something went wrong here: no worker goes on alone, and what it says is of no use any more.
        for child in children:
            with contextlib.suppress(WorkerError, BuildError):
                _join(*child)


def _queue(numbers: Sequence[int]) -> int:
    """Return the reading end of a pipe that holds some numbers: whoever reads one has taken it from all others."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(n.to_bytes(_WIDTH, "big") for n in numbers))
    os.close(writing)
    return reading


def _taken(queue: int) -> Iterator[int]:
    while number := os.read(queue, _WIDTH):
        yield int.from_bytes(number, "big")


def do_apart(do: Callable[[], _Result], *, may_fork: bool) -> _Result:
    """Do something in a process of its own, where there may be one; return what came of it."""
    if not may_fork or not may_fork_from_here():
        return do()
    (found,) = each_apart([do], lambda some: some[0](), 1)
    return found


@contextlib.contextmanager
def beside(do: Callable[[], _Result], *, may_fork: bool) -> Iterator[Callable[[], _Result]]:
    """Do something in a process of its own while this one goes on; yield what waits for it and returns what came of it."""
    if not may_fork or not may_fork_from_here():
        yield do
        return
    child, reading = _fork([do], lambda some: some[0]())
    is_taken = False

    def result() -> _Result:
        nonlocal is_taken
        is_taken = True
        found: _Result = _join(child, reading)
        return found

    try:
        yield result
    finally:
        if not is_taken:  # nobody wants to know any more
            with contextlib.suppress(WorkerError, BuildError):
                _join(child, reading)


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


def _fork_all(items: Sequence[_Item], do: Callable[[Sequence[_Item]], object]) -> list[tuple[int, int]]:
    """Fork a worker for each item. What was read before need not be looked at by their garbage collectors."""
    gc.freeze()
    children = [_fork([item], do) for item in items]
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
