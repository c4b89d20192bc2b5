"""A build killed at a random moment leaves no half file and no half site unseen, and the next build completes it."""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from judges.builds import EVENTS, MARK, build, differences, site_command, tree
from judges.kills import Moment, kill_at, left_behind, wait_for_group

pytestmark = pytest.mark.slow

TRIES = 12


def edited(events: Path) -> None:
    """Change every title, so that almost every file of the site changes."""
    for path in events.glob("*/*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(?m)^(title: *[\"']?)", r"\1Neu: ", text, count=1), encoding="utf-8")


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two programmes, `old` and `new`, and the whole site of each in `old-site` and `new-site`."""
    folder = tmp_path_factory.mktemp("kills")
    for name in ("old", "new"):
        shutil.copytree(EVENTS, folder / name)
    edited(folder / "new")
    for name in ("old", "new"):
        build(site_command(folder / f"{name}-site", folder / f"{name}-cache", folder / name))
    return folder


def writing_time(ground: Path) -> float:
    """Return how long a build needs from start to end, less than any kill should wait."""
    started = time.monotonic()
    build(site_command(ground / "timed", ground / "timed-cache", ground / "old"))
    return time.monotonic() - started


def test_a_killed_build_is_completed_by_the_next(ground: Path) -> None:
    """From old to new and back, in one folder; four times from nothing. Some kills leave the workers alive."""
    sites = {name: tree(ground / f"{name}-site") for name in ("old", "new")}
    assert len(differences(sites["old"], sites["new"])) > 100
    random, long, output, cache = Random(2025), writing_time(ground), ground / "output", ground / "cache"
    faults: list[str] = []
    seen: list[Mapping[str, bytes]] = []
    for number in range(TRIES):
        start, end = ("new", "old") if number % 2 else ("old", "new")
        if number < 4:
            shutil.rmtree(output, ignore_errors=True)
            shutil.rmtree(cache, ignore_errors=True)
        after_mark = number % 3 != 0
        moment = Moment(
            seconds=random.uniform(0, long / 2 if after_mark else long), after_mark=after_mark, whole_group=number % 4 != 3
        )
        command = site_command(output, cache, ground / end)
        group = kill_at(command, output, moment)
        if moment.whole_group:
            wait_for_group(group)
        seen.append(tree(output) if output.exists() else {})
        before = {} if number < 4 else sites[start]
        faults += [f"kill {number}: {fault}" for fault in left_behind(seen[-1], before, sites[end])]
        build(command)
        wait_for_group(group)
        faults += [f"after kill {number}: {fault}" for fault in differences(tree(output), sites[end])]
    assert faults == []
    assert sum(MARK in found for found in seen) >= TRIES / 3, "too few kills came while a site was written"


# --- the judge can find fault

CARELESS = """
import pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
folder.mkdir(exist_ok=True)
for name in "abcdefgh":
    with (folder / name).open("wb", buffering=0) as file:
        for _ in range(10):
            file.write(b"x")
            time.sleep(0.01)
"""


def test_a_careless_build_is_found(tmp_path: Path) -> None:
    command = [sys.executable, "-c", CARELESS, str(tmp_path / "output")]
    wait_for_group(kill_at(command, tmp_path / "output", Moment(seconds=0.55, after_mark=False, whole_group=True)))
    faults = list(left_behind(tree(tmp_path / "output"), {}, dict.fromkeys("abcdefgh", b"x" * 10)))
    assert faults[-1] == f"half a site without {MARK}"


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
