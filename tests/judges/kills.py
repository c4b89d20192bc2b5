"""Killing a build at some moment, and judging what it leaves behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from judges.builds import MARK, ROOT


@dataclass(frozen=True, kw_only=True)
class Moment:
    """When to kill: so many seconds after the start, or after the mark of an unfinished build appeared; and whom."""

    seconds: float
    after_mark: bool
    whole_group: bool


def kill_at(command: list[str], output: Path, moment: Moment) -> int:
    """Start a build, kill it at a moment, and return its process group; workers it left may still run in it."""
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        while moment.after_mark and process.poll() is None and not (output / MARK).exists():
            time.sleep(0.001)
        with suppress(subprocess.TimeoutExpired):
            process.wait(moment.seconds)
        if moment.whole_group:
            signal_group(process.pid, signal.SIGKILL)
        process.kill()
    return process.pid


def signal_group(group: int, number: signal.Signals) -> None:
    """Send a signal to what is left of a process group, if anything is."""
    with suppress(ProcessLookupError):
        os.killpg(group, number)


def wait_for_group(group: int, most: float = 20) -> None:
    """Wait until no process of a group runs any more."""
    until = time.monotonic() + most
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise TimeoutError(f"processes of group {group} still run")


def left_behind(found: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[str]:
    """Say what is wrong with an output between two whole sites: half files, and half a site without the mark."""
    for path, data in found.items():
        if path in old.keys() | new.keys() and data not in (old.get(path), new.get(path)):
            yield f"{path}: {len(data)} bytes are neither the old nor the new file"
    if found != old and found != new and MARK not in found:
        yield f"half a site without {MARK}"
