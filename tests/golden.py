"""Golden files: expected results a person can read. `IKW_GOLDEN=write` writes them anew (`make golden`); review the diff."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check(name: str, actual: str | bytes) -> None:
    """Compare a result with `tests/golden/<name>`, byte for byte."""
    data = actual.encode() if isinstance(actual, str) else actual
    path = FOLDER / name
    if os.environ.get("IKW_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert path.is_file(), f"no golden file {path}: run `make golden`"
    # As text, pytest shows which line differs.
    assert data.decode("utf-8", "backslashreplace") == path.read_bytes().decode("utf-8", "backslashreplace")
    assert data == path.read_bytes()
