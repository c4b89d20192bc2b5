"""A build killed at a random moment leaves no half file and no half site unseen, and the next build completes it."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from judges.builds import EVENTS, MARK, ROOT, build, differences, run, site_command, tree, two_languages
from judges.kills import Moment, kill_at, left_behind, signal_group, wait_for_group

pytestmark = pytest.mark.slow

TRIES, FROM_NOTHING, PATIENCE = 10, 3, 4


def edited(events: Path) -> None:
    """Change every title, so that almost every file of the site changes."""
    for path in events.glob("*/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(title: *[\"']?)", r"\1Neues ", text, count=1), encoding="utf-8")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two programmes, `old` and `new`, and the whole site of each in `old-site` and `new-site`."""
    folder = tmp_path_factory.mktemp("kills")
    two_languages(folder)
    for name in ("old", "new"):
        shutil.copytree(EVENTS, folder / name)
    edited(folder / "new")
    for name in ("old", "new"):
        build(command_in(folder, folder / f"{name}-site", folder / f"{name}-cache", folder / name))
    return folder


def command_in(ground: Path, output: Path, cache: Path, events: Path) -> list[str]:
    """Return the command that builds a site of the ground's two languages."""
    return site_command(output, cache, events, ("--settings", str(ground / "pelicanconf.py")))


def times(command: list[str], output: Path) -> tuple[float, float]:
    """Return how long a build needs until it lays its mark, and from then to its end."""
    started = time.monotonic()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not (output / MARK).exists():
            time.sleep(0.001)
        marked = time.monotonic()
        assert process.wait() == 0
    return marked - started, time.monotonic() - marked


def moments(random: Random, before: float, after: float) -> Iterator[Moment]:
    """Yield when to kill: mostly while files are written; every other time only the parent, as a lack of memory would do."""
    for number in range(TRIES):
        if number % 4 == 3:
            yield Moment(seconds=random.uniform(0, before), after_mark=False, whole_group=number % 8 == 3)
        else:
            yield Moment(seconds=random.uniform(0, after * 0.8), after_mark=True, whole_group=number % 2 == 0)


def test_a_killed_build_is_completed_by_the_next(ground: Path) -> None:
    """From nothing at first, then from one programme to the other and back, always in the same folder."""
    sites: dict[str, dict[str, bytes]] = {"": {}, **{name: tree(ground / f"{name}-site") for name in ("old", "new")}}
    assert len(differences(sites["old"], sites["new"])) > 100
    output, cache, stands = ground / "output", ground / "cache", ""
    before, after = times(command_in(ground, ground / "timed", ground / "timed-cache", ground / "old"), ground / "timed")
    faults: list[str] = []
    marked = 0
    for number, moment in enumerate(moments(Random(2025), before, after)):
        if number < FROM_NOTHING:
            shutil.rmtree(output, ignore_errors=True)
            shutil.rmtree(cache, ignore_errors=True)
            stands = ""
        wanted = "old" if stands == "new" else "new"
        command = command_in(ground, output, cache, ground / wanted)
        group = kill_at(command, output, moment)
        found = tree(output)
        marked += MARK in found
        faults += [f"kill {number}: {fault}" for fault in left_behind(found, sites[stands], sites[wanted])]
        faults += [f"build after kill {number}: {line}" for line in failure(command)]
        wait_for_group(group)
        faults += [f"site after kill {number}: {fault}" for fault in differences(tree(output), sites[wanted])]
        stands = wanted
    assert faults == []
    assert marked >= TRIES / 3, "too few kills came while a site was written"


@pytest.mark.parametrize("seconds", [0.05, 0.3])
def test_workers_that_outlive_a_killed_build_do_no_harm(ground: Path, tmp_path: Path, seconds: float) -> None:
    """Only the parent is killed; its workers sleep, and wake when another programme was built in the same folder."""
    output, cache = tmp_path / "output", tmp_path / "cache"
    moment = Moment(seconds=seconds, after_mark=True, whole_group=False)
    group = kill_at(command_in(ground, output, cache, ground / "new"), output, moment)
    signal_group(group, signal.SIGSTOP)
    command = command_in(ground, output, cache, ground / "old")
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)  # a build that waits for them may do so
        signal_group(group, signal.SIGCONT)
        assert process.wait() == 0
    wait_for_group(group)
    assert differences(tree(output), tree(ground / "old-site")) == []


def failure(command: list[str]) -> list[str]:
    """Build; return the end of what a failing build says."""
    done = run(command)
    return done.stdout.splitlines()[-3:] if done.returncode else []


# --- the judge can find fault

CARELESS = """
import pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
folder.mkdir(exist_ok=True)
for name in "abcd":
    (folder / name).write_bytes(b"x" * 10)
(folder / "e").write_bytes(b"x" * 5)
time.sleep(60)
"""


def test_a_careless_build_is_found(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CARELESS, str(tmp_path / "output")]
    wait_for_group(kill_at(command, tmp_path / "output", Moment(seconds=2, after_mark=False, whole_group=True)))
    faults = list(left_behind(tree(tmp_path / "output"), {}, dict.fromkeys("abcdefgh", b"x" * 10)))
    assert faults == ["e: 5 bytes are neither the old nor the new file", f"half a site without {MARK}"]


@pytest.mark.parametrize(
    ("found", "faults"),
    [
        ({"a": b"old", "b": b"old"}, []),
        ({"a": b"new", "b": b"new"}, []),
        ({"a": b"new", "b": b"old", MARK: b""}, []),
        ({"a": b"new", "b": b"old", MARK: b"", "b.part~": b"ne"}, []),
        ({"a": b"new", "b": b"old"}, [f"half a site without {MARK}"]),
        ({"a": b"ne", "b": b"old", MARK: b""}, ["a: 2 bytes are neither the old nor the new file"]),
    ],
)
def test_half_files_and_half_sites_are_found(found: dict[str, bytes], faults: list[str]) -> None:
    assert list(left_behind(found, {"a": b"old", "b": b"old"}, {"a": b"new", "b": b"new"})) == faults
