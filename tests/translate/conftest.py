"""A folder of events for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.small import FEST, FEST_UK, LESUNG


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A programme of two events, one of them begun in Ukrainian, and a draft."""
    folder = tmp_path / "events" / "2025"
    folder.mkdir(parents=True)
    (folder / "edition.yaml").write_text("title: Woche\nfrom: 14.09.2025\nto: 28.09.2025\n", encoding="utf-8")
    (folder / "fest.md").write_text(FEST, encoding="utf-8")
    (folder / "lesung.md").write_text(LESUNG, encoding="utf-8")
    (folder / "entwurf.md").write_text("---\ntitle: Entwurf\nwhen: tba\ndraft: ja\n---\n", encoding="utf-8")
    (folder / "fest.uk.md").write_text(FEST_UK, encoding="utf-8")
    return folder.parent
