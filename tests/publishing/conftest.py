"""A small release, made once for all tests that only read it; git and rsync that hear of no configuration of this machine."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ikw.places import Places
from ikw.publishing.release import Release, make
from publishing.lives import LIVE
from small import build_small, make_places, one_language


@pytest.fixture(scope="session")
def small_places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """The folders of a small site that was built for a real address."""
    places = make_places(tmp_path_factory.mktemp("small"))
    build_small(places, site_url=LIVE)
    return places


@pytest.fixture(scope="session")
def small_release(small_places: Places) -> Release:
    """A release of the small site. Nobody writes into it: those who do take `release`."""
    return make(small_places.output, small_places.output.parent / "public", small_places.cache, one_language(site_url=LIVE))


@pytest.fixture
def release(small_release: Release, tmp_path: Path) -> Release:
    """A release of one's own."""
    shutil.copytree(small_release.folder, tmp_path / "public")
    return Release(folder=tmp_path / "public", digest=small_release.digest, files=small_release.files)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git hears of nobody's configuration."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "RSYNC_RSH"):
        monkeypatch.delenv(name, raising=False)
