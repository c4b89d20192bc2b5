"""An error in the data stops the build before anything is touched: the old site stands, byte for byte and to the nanosecond."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from judges.builds import EVENTS, build, run, site_command

pytestmark = pytest.mark.slow

State = dict[str, tuple[int, bytes]]


def state(folder: Path) -> State:
    """Return the time of change and the bytes of everything in a folder, folders included."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in (folder, *folder.rglob("*"))
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, State]:
    """A folder with a copy of the events and the site built from it, and the state of that site."""
    folder = tmp_path_factory.mktemp("stands")
    shutil.copytree(EVENTS, folder / "events")
    build(site_command(folder / "output", folder / "cache", folder / "events"))
    return folder, state(folder / "output")


def an_event(events: Path) -> Path:
    """Choose an event with one date on one line."""
    return next(path for path in sorted(events.glob("*/*.md")) if re.search(r"(?m)^when: \S", path.read_text(encoding="utf-8")))


def wrong_date(events: Path) -> str:
    """Write a date that is none; return where the problem is."""
    path = an_event(events)
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if line.startswith("when:"))
    lines[number - 1] = "when: 33.09.2025"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return f"{path}:{number}"


def no_yaml(events: Path) -> str:
    """Write a front matter that YAML cannot read; return where the problem is."""
    path = an_event(events)
    path.write_text("---\ntitle: [\n---\nText\n", encoding="utf-8")
    return f"{path}:"


def binary(events: Path) -> str:
    """Put bytes in the place of text; return where the problem is."""
    path = an_event(events)
    path.write_bytes(b"\xff\xfe\x00\x01" * 100)
    return f"{path}:"


@pytest.mark.parametrize("broken", [wrong_date, no_yaml, binary])
def test_nothing_is_touched(built: tuple[Path, State], broken: Callable[[Path], str]) -> None:
    folder, before = built
    events = folder / "events"
    shutil.rmtree(events)
    shutil.copytree(EVENTS, events)
    place = broken(events)
    done = run(site_command(folder / "output", folder / "cache", events))
    assert done.returncode == 1, done.stdout
    assert re.search(rf"(?m)^{re.escape(place)}[0-9:]* Fehler: ", done.stdout), done.stdout
    assert "Traceback" not in done.stdout
    assert state(folder / "output") == before


def test_a_touched_file_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"x")
    before = state(tmp_path)
    (tmp_path / "a" / "b").write_bytes(b"x")
    assert state(tmp_path) != before
