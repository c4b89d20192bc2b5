"""`ikw release`, `ikw publish`, `ikw servers`: what they say, and with what status they end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from ikw.cli import main
from ikw.places import Places
from ikw.publishing.release import opened
from publishing.lives import LIVE
from small import build_small, make_places, tree

pytestmark = pytest.mark.slow

SETTINGS = 'SITENAME = "Woche"\nCALENDAR_HOST = "ikw.example"\nLANGUAGES = {{"de": {{"name": "Deutsch"}}}}\nSITEURL = "{url}"\nSAMPLE = {sample}\n'


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    """A project with a built site, in whose folder `ikw` is called."""
    places = make_places(tmp_path)
    build_small(places, site_url=LIVE)
    write_settings(places)
    monkeypatch.chdir(places.project)
    return places


def write_settings(places: Places, url: str = LIVE, *, sample: bool = False) -> None:
    (places.project / "pelicanconf.py").write_text(SETTINGS.format(url=url, sample=sample), encoding="utf-8")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    said = capsys.readouterr()
    return status, said.out, said.err


def release(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, str]:
    return run(capsys, "release", "--output", "../output", "--cache", "../cache", *more)


def test_a_release_is_made(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = release(capsys)
    made = opened(Path("public"))
    assert (status, out, err) == (0, f"public: Fassung {made.digest} mit {made.files} Dateien, bereit für https://programm.kreis.\n", "")


def test_a_refused_release_says_that_nothing_was_published(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    (places.output / "404.html").unlink()
    status, out, err = release(capsys)
    assert (status, out) == (2, "")
    assert err == (
        "../output/404.html: Das ist nicht, was der Bau geschrieben hat. Bauen Sie noch einmal: make site\nNichts wurde veröffentlicht.\n"
    )
    assert not Path("public").exists()


def test_a_sample_must_be_meant(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    write_settings(places, sample=True)
    build_small(places, site_url=LIVE, sample=True)
    assert release(capsys)[2].startswith("SAMPLE ist True: ")
    assert release(capsys, "--sample")[0] == 0


def test_what_waits_for_the_office_is_told_before_it_goes_live(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    (places.content / "pages").mkdir(parents=True)
    (places.content / "pages/kontakt.md").write_text("Telefon: **[Vom Landkreis einzutragen: Telefonnummer]**\n", encoding="utf-8")
    status, out, err = release(capsys)
    assert (status, out.startswith("public: Fassung ")) == (0, True)
    assert err.startswith("content/pages/kontakt.md:1: Warnung: Das ist noch einzutragen: Telefonnummer.\n")


def test_sources_are_not_released_into(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = release(capsys, "--to", "events")
    assert (status, err.partition(": ")[0]) == (2, "events")


def test_live_and_back(places: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = str(tmp_path / "srv")
    release(capsys)
    made = opened(Path("public"))
    first = made.digest
    assert run(capsys, "publish", "--target", target) == (0, f"{target}: Die Fassung {first} ist online, {made.files} Dateien.\n", "")
    (places.events / "2025/brot.md").unlink()
    build_small(places, site_url=LIVE)
    release(capsys)
    run(capsys, "publish", "--target", target)
    assert "2025/brot/index.html" not in tree(tmp_path / "srv/current")
    assert run(capsys, "publish", "--target", target, "--previous") == (0, f"{target}: Die Fassung {first} ist wieder online.\n", "")
    assert "2025/brot/index.html" in tree(tmp_path / "srv/current")


def test_to_a_branch_and_back(places: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for arguments in (("init", "-q", "--bare", str(tmp_path / "bare")), ("init", "-q", "."), ("remote", "add", "there", str(tmp_path / "bare"))):
        subprocess.run(["git", *arguments], check=True)
    release(capsys)
    status, out, _ = run(capsys, "publish", "--branch", "seite", "--remote", "there")
    assert (status, out.startswith("there/seite: Die Fassung ")) == (0, True)
    status, _, err = run(capsys, "publish", "--branch", "seite", "--remote", "there", "--previous")
    assert (status, err) == (2, "there/seite: Vor dieser Fassung gibt es keine.\n")


@pytest.mark.parametrize("target", ["srv", "./public/srv", "."])
def test_nothing_goes_live_among_the_sources(target: str, places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(places.project.rglob("*"))
    status, _, err = run(capsys, "publish", "--target", target)
    assert (status, err.startswith(f"{target}: Das liegt in {places.project}, zwischen den Dateien des Programms.")) == (2, True)
    assert sorted(places.project.rglob("*")) == before


def test_two_targets_are_one_too_many(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "publish", "--target", "/srv/ikw", "--branch", "seite")
    assert said == (2, "", "Zwei Ziele auf einmal gehen nicht. Nennen Sie nur eines: TARGET oder BRANCH.\n")


@pytest.mark.parametrize("arguments", [(), ("--target", "", "--branch", "")])
def test_one_target_is_named(arguments: tuple[str, ...], places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "publish", *arguments) == (
        2, "", "Wohin? Nennen Sie ein Ziel: make publish TARGET=name@www.example.org:/srv/ikw oder make publish BRANCH=gh-pages\n",
    )


def test_nothing_is_published_that_was_not_released(places: Places, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "publish", "--target", str(tmp_path / "srv")) == (
        2, "", "public: Hier steht nichts, was veröffentlicht werden kann. Rufen Sie auf: make release\n",
    )
    assert not (tmp_path / "srv").exists()


def test_configurations_are_written_for_the_host(places: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "servers") == (0, "deploy: nginx.conf und Caddyfile für programm.kreis geschrieben.\n", "")
    assert "server_name programm.kreis;" in Path("deploy/nginx.conf").read_text(encoding="utf-8")
    assert "\nprogramm.kreis {\n" in Path("deploy/Caddyfile").read_text(encoding="utf-8")
    write_settings(places, "")
    assert run(capsys, "servers")[2] == "SITEURL fehlt in publishconf.py. Schreiben Sie die Adresse, unter der die Website stehen wird.\n"
