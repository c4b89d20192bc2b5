"""Programs: git, rsync and ssh are run, and what goes wrong with them becomes one line. Floor 5."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from ikw.publishing.release import ReleaseError


def run(
    command: Sequence[str], what: str, *, cwd: Path | None = None, script: str | None = None, env: Mapping[str, str] | None = None,
) -> str:
    """Run a program to its end and return what it printed; `script` is given to it. Raises ReleaseError, which begins with `what`."""
    try:
        done = subprocess.run(
            command, cwd=cwd, input=script or "", env={**os.environ, **(env or {})}, capture_output=True, check=False,
            encoding="utf-8", errors="replace",
        )
    except FileNotFoundError as error:
        raise ReleaseError(f"{what}: Das Programm {command[0]} fehlt auf diesem Rechner. Installieren Sie es.") from error
    except OSError as error:
        raise ReleaseError(f"{what}: {command[0]} lässt sich nicht starten ({error.strerror}).") from error
    if done.returncode:
        said = [line.strip() for line in (done.stderr + done.stdout).splitlines() if line.strip()]
        reason = " / ".join(said[:3]) or f"Status {done.returncode}"
        raise ReleaseError(f"{what}: {Path(command[0]).name} meldet: {reason}. Online ist, was vorher online war.")
    return done.stdout
