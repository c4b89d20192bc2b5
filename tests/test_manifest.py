"""Manifest: what a build remembers, read back; what an older version remembered is as nothing."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from ikw import manifest as manifests
from ikw.cache import Cache
from ikw.manifest import Manifest, TwiceError, check_once, files_of, packed, unpacked

FRONT, BROT = {"index.html": (5, 1)}, {"brot/index.html": (7, 2), "brot/event.ics": (3, 3)}
GROUPS = {"front": ("f1", packed(FRONT)), "brot": ("f2", packed(BROT))}


def test_what_is_remembered_is_read_back(tmp_path: Path) -> None:
    manifest = Manifest(groups=GROUPS, site_url="https://ikw.example", is_sample=True)
    manifests.save(Cache(tmp_path), tmp_path / "output", manifest)
    assert manifests.load(Cache(tmp_path), tmp_path / "output") == manifest
    assert manifests.load(Cache(tmp_path), tmp_path / "another") is None


@pytest.mark.parametrize("once", [GROUPS, Manifest(groups=GROUPS), b"", b"broken", marshal.dumps(({}, ""), 2)])
def test_what_another_version_remembered_is_forgotten(tmp_path: Path, once: object) -> None:
    manifests.save(Cache(tmp_path), tmp_path, Manifest())
    [kept] = tmp_path.glob("*.pickle")
    Cache(tmp_path).save(kept.stem, "", once)
    assert manifests.load(Cache(tmp_path), tmp_path) is None


def test_files_are_packed_and_unpacked() -> None:
    assert (unpacked(packed(BROT)), unpacked(packed({}))) == (BROT, {})


def test_files_of_all_groups() -> None:
    assert dict(files_of(GROUPS)) == FRONT | BROT


def test_a_file_belongs_to_one_group() -> None:
    check_once(GROUPS)
    with pytest.raises(TwiceError, match=r"^other makes index\.html, which front has made$"):
        check_once({**GROUPS, "other": ("f3", packed(FRONT))})
