"""Release: only what is finished, checked and meant goes live; equal files make an equal release."""

from __future__ import annotations

import gzip
import os
import shutil
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from ikw.disk import BUILT, UNFINISHED
from ikw.places import Places
from ikw.publishing.release import HEADERS, MARK, Release, ReleaseError, check, is_example, make, opened
from ikw.settings import Settings
from publishing.lives import LIVE
from small import build_small, make_places, one_language, tree

pytestmark = pytest.mark.slow

SETTINGS = one_language(site_url=LIVE)


@pytest.fixture
def places(small_places: Places, tmp_path: Path) -> Places:
    """A built site that a test may spoil; it stands where it was built, so that what was remembered fits."""
    own = make_places(tmp_path)
    build_small(own, site_url=LIVE)
    return own


def refused(places: Places, settings: Settings = SETTINGS, **options: bool) -> str:
    with pytest.raises(ReleaseError) as caught:
        check(places.output, places.cache, settings, **options)
    return str(caught.value).replace(str(places.output), "output")


# What may not go live


def test_a_finished_site_may_go_live(small_places: Places) -> None:
    assert check(small_places.output, small_places.cache, SETTINGS).keys() == tree(small_places.output).keys()


def test_no_site_at_all(tmp_path: Path) -> None:
    assert refused(make_places(tmp_path)) == "output: Hier steht keine fertige Website. Bauen Sie sie zuerst: make site"


def test_a_build_that_was_killed(places: Places) -> None:
    (places.output / UNFINISHED).touch()
    assert refused(places) == "output: Der letzte Bau kam nicht zu seinem Ende. Bauen Sie noch einmal: make site"


def test_a_folder_that_nobody_remembers(places: Places, tmp_path: Path) -> None:
    told = replace(places, cache=tmp_path / "another-cache")
    assert refused(told) == "output: Es ist nicht bekannt, was hier gebaut wurde. Bauen Sie noch einmal: make site"


def _edit(output: Path) -> None:
    (output / "2025/brot/index.html").write_text("<!doctype html>", encoding="utf-8")


def _touch(output: Path) -> None:
    os.utime(output / "2025/brot/index.html", ns=(0, 0))


def _lose(output: Path) -> None:
    (output / "2025/brot/index.html").unlink()


def _add(output: Path) -> None:
    (output / "2025/brot/more.html").write_text("<!doctype html>", encoding="utf-8")


def _link(output: Path) -> None:
    (output / "2025/brot/passwd").symlink_to("/etc/passwd")


@pytest.mark.parametrize(("spoil", "path"), [
    (_edit, "2025/brot/index.html"), (_touch, "2025/brot/index.html"), (_lose, "2025/brot/index.html"), (_add, "2025/brot/more.html"),
    (_link, "2025/brot/passwd"),
])
def test_what_the_build_did_not_write(spoil: object, path: str, places: Places) -> None:
    spoil(places.output)  # type: ignore[operator] # one of the functions above
    assert refused(places) == f"output/{path}: Das ist nicht, was der Bau geschrieben hat. Bauen Sie noch einmal: make site"


def test_another_address_than_it_was_built_for(small_places: Places) -> None:
    assert refused(small_places, one_language(site_url="https://www.kreis")) == (
        "output: Gebaut wurde für https://programm.kreis, veröffentlicht wird https://www.kreis. Bauen Sie noch einmal: make site"
    )


@pytest.mark.parametrize(("values", "line"), [
    ({"drafts": True}, "output: Hier stehen auch Entwürfe. Bauen Sie ohne DRAFTS=1."),
    ({"site_url": ""}, "SITEURL fehlt in publishconf.py. Schreiben Sie die Adresse, unter der die Website stehen wird."),
    (
        {"sample": True}, "SAMPLE ist True: Das Programm ist ein Muster mit erfundenen Terminen, https://programm.kreis aber ist eine echte Adresse. "
        "Schreiben Sie SAMPLE = False, wenn alles echt ist, oder rufen Sie auf: make publish SAMPLE=yes",
    ),
    (
        {"site_url": "https://ikw.example.org"},
        "SITEURL ist https://ikw.example.org, eine Adresse nur für Beispiele. Schreiben Sie in publishconf.py, wo die Website stehen wird.",
    ),
])
def test_settings_that_are_not_meant_for_the_public(values: dict[str, object], line: str, tmp_path: Path) -> None:
    places, settings = make_places(tmp_path), one_language(**{"site_url": LIVE, **values})
    build_small(places, **{"site_url": LIVE, **values})
    assert refused(places, settings) == line


@pytest.mark.parametrize(("values", "is_meant"), [
    ({"sample": True, "site_url": "https://ikw.example.org"}, False), ({"sample": True, "site_url": "http://localhost:8000"}, False),
    ({"sample": True, "site_url": LIVE}, True), ({"sample": False, "site_url": LIVE}, False),
])
def test_a_sample_goes_live_where_nobody_takes_it_for_real(values: dict[str, object], is_meant: bool, tmp_path: Path) -> None:
    places = make_places(tmp_path)
    build_small(places, **values)
    assert "index.html" in check(places.output, places.cache, one_language(**values), is_sample_meant=is_meant)


@pytest.mark.parametrize(("host", "expected"), [
    ("ikw.example.org", True), ("example.org", True), ("ikw.example", True), ("localhost", True), ("127.0.0.1", True), ("::1", True), ("a.test", True),
    ("www.kreis.de", False), ("myexample.org", False), ("example.org.kreis.de", False), ("192.168.1.5", False), ("", False),
])
def test_hosts_of_examples(host: str, expected: bool) -> None:
    assert is_example(host) is expected


# What goes live


def test_a_release_holds_the_site_packed_files_and_headers(small_places: Places, small_release: Release) -> None:
    site, released = tree(small_places.output), tree(small_release.folder)
    packed = {path for path in released if path.endswith((".gz", ".br"))}
    assert {path: data for path, data in released.items() if path not in packed | {HEADERS, MARK}} == site
    assert {path for path in packed if path.removesuffix(".gz").removesuffix(".br") not in site} == set()
    assert gzip.decompress(released["index.html.gz"]) == brotli.decompress(released["index.html.br"]) == site["index.html"]
    assert released[MARK].decode() == f"{small_release.digest}\n"
    assert small_release.files == len(released) - 1


def test_the_same_site_is_the_same_release(small_places: Places, small_release: Release, tmp_path: Path) -> None:
    again = make(small_places.output, tmp_path / "public", small_places.cache, SETTINGS)
    assert (again.digest, again.files) == (small_release.digest, small_release.files)
    assert tree(again.folder) == tree(small_release.folder)


def test_another_site_is_another_release_and_leaves_nothing_behind(places: Places, tmp_path: Path) -> None:
    first = make(places.output, tmp_path / "public", places.cache, SETTINGS)
    (places.events / "2025/brot.md").unlink()
    build_small(places, site_url=LIVE)
    second = make(places.output, tmp_path / "public", places.cache, SETTINGS)
    assert second.digest != first.digest
    assert [path for path in tree(second.folder) if "brot" in path] == []
    kept = {path.name.partition(".")[0] for path in (places.cache / "packed").iterdir()}
    assert len(kept) < first.files


def test_a_refused_release_leaves_the_old_one(places: Places, tmp_path: Path) -> None:
    first = make(places.output, tmp_path / "public", places.cache, SETTINGS)
    _edit(places.output)
    with pytest.raises(ReleaseError):
        make(places.output, tmp_path / "public", places.cache, SETTINGS)
    assert opened(tmp_path / "public") == first


def test_others_files_are_not_swept_away(small_places: Places, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/diary.txt").write_text("Privat", encoding="utf-8")
    with pytest.raises(Exception, match="die nicht von hier stammen"):
        make(small_places.output, tmp_path / "public", small_places.cache, SETTINGS)
    assert (tmp_path / "public/diary.txt").exists()


# What was made, and not touched since


def test_a_release_is_opened_as_it_was_made(release: Release) -> None:
    assert opened(release.folder) == release


@pytest.mark.parametrize("spoil", [
    lambda folder: (folder / "index.html").write_text("x", encoding="utf-8"), lambda folder: (folder / "index.html.br").unlink(),
    lambda folder: (folder / "more.html").write_text("x", encoding="utf-8"),
    lambda folder: (folder / "2025/link").symlink_to("/etc/passwd"),
])
def test_a_release_that_was_touched_is_refused(spoil: object, release: Release) -> None:
    spoil(release.folder)  # type: ignore[operator] # one of the functions above
    with pytest.raises(ReleaseError, match=r"public: Hier hat sich etwas geändert\. Rufen Sie noch einmal auf: make release$"):
        opened(release.folder)


def test_what_is_no_release_is_refused(release: Release, tmp_path: Path) -> None:
    with pytest.raises(ReleaseError, match=r"nowhere: Hier steht nichts, was veröffentlicht werden kann\."):
        opened(tmp_path / "nowhere")
    (release.folder / UNFINISHED).touch()
    with pytest.raises(ReleaseError, match=r"public: Das ist nicht fertig geworden\."):
        opened(release.folder)
    shutil.rmtree(release.folder)
    (tmp_path / "public").mkdir()
    (tmp_path / "public" / BUILT).touch()
    with pytest.raises(ReleaseError, match=r"public: Hier steht nichts"):
        opened(tmp_path / "public")
