"""Workers: groups are made on every core there is. Floor 5.

A worker is a fork: it shares all that was read, makes its part of the groups, writes their files, and sends back what it wrote. No other
thread runs in this process when it forks; inside Pelican one does, so there is no fork there.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import traceback
from collections.abc import Mapping, Sequence

from ikw.disk import Folder
from ikw.groups import Group

# Below this many groups a fork costs more than it brings.
WORTH_A_FORK = 60

# By group: its fingerprint, and size and time of each file as written.
Written = dict[str, tuple[str, Mapping[str, tuple[int, int]]]]


class WorkerError(RuntimeError):
    """A worker ended without a result; its own traceback stands above."""


def make_all(groups: Sequence[Group], folder: Folder, *, may_fork: bool) -> Written:
    """Make groups and write their files; return what was written, by group."""
    cores = len(os.sched_getaffinity(0)) if may_fork and hasattr(os, "sched_getaffinity") else 1
    workers = min(cores, len(groups) // WORTH_A_FORK + 1)
    gc.freeze()
    parts = [groups[n * len(groups) // workers : (n + 1) * len(groups) // workers] for n in range(workers)]
    children = [_fork(part, folder) for part in parts[1:]]
    made = make_here(parts[0], folder)
    for child in children:
        made |= _join(*child)
    return made


def make_here(groups: Sequence[Group], folder: Folder) -> Written:
    """Make groups in this process."""
    found: Written = {}
    for group in groups:
        stamps = {}
        for file in group.make():
            stat = folder.write(file.path, file.data)
            stamps[file.path] = (stat.st_size, stat.st_mtime_ns)
        found[group.key] = (group.fingerprint, stamps)
    return found


def _fork(groups: Sequence[Group], folder: Folder) -> tuple[int, int]:
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
            pickle.dump(make_here(groups, folder), pipe)
        status = 0
    except BaseException:  # the parent must hear of anything that went wrong
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(status)


def _join(child: int, reading: int) -> Written:
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    if status or not data:
        raise WorkerError
    found: Written = pickle.loads(data)
    return found
