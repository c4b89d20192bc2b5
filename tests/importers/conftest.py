"""What imports are tried on: a small project in which `ikw` runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.making import make_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project without a fault."""
    monkeypatch.chdir(make_project(tmp_path / "project"))
    return tmp_path / "project"
