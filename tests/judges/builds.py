"""Building the site for a test, and looking at what was built as plain bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IKW = Path(sys.executable).with_name("ikw")
EVENTS = ROOT / "events"
MARK = ".unfinished"


def site_command(output: Path, cache: Path, events: Path = EVENTS, more: Sequence[str] = ()) -> list[str]:
    """Return the command that builds a site."""
    return [str(IKW), "site", "--events", str(events), "--output", str(output), "--cache", str(cache), *more]


def two_languages(folder: Path) -> Path:
    """Make a project in a folder that is ours in German and Arabic alone, for tests that build it many times; return its settings."""
    for name in ("theme", "content", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    file = folder / "pelicanconf.py"
    more = 'LANGUAGES = {code: LANGUAGES[code] for code in ("de", "ar")}\n'
    file.write_text((ROOT / "pelicanconf.py").read_text(encoding="utf-8") + more, encoding="utf-8")
    return file


def run(command: list[str], cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; `env` is added to the environment. What it prints comes back in one text, `stdout`."""
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


def build(command: list[str], cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> str:
    """Run a build that must succeed and return what it printed."""
    done = run(command, cwd, env)
    assert done.returncode == 0, f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-3000:]}"
    return done.stdout


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes, hidden ones too, but for those that vanish while we look."""
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        with suppress(FileNotFoundError, IsADirectoryError):
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def differences(left: Mapping[str, bytes], right: Mapping[str, bytes]) -> list[str]:
    """Say what two trees do not share: files of one side only, and the first byte where equal names differ."""
    only = [f"only left: {path}" for path in left.keys() - right.keys()]
    only += [f"only right: {path}" for path in right.keys() - left.keys()]
    return sorted(only) + [_difference(path, left[path], right[path]) for path in left if left[path] != right.get(path, left[path])]


def _difference(path: str, left: bytes, right: bytes) -> str:
    at = next((place for place, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    start = max(0, at - 30)
    return f"{path}: byte {at}: {left[start : at + 30]!r} against {right[start : at + 30]!r}"
