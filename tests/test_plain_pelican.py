"""`pelican` alone makes the same site as `ikw site`, byte for byte, and refuses what it refuses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ikw.disk import BUILT, UNFINISHED
from small import ROOT, make_places, times, tree

pytestmark = pytest.mark.slow

PAGE = "Title: Über & uns\nSlug: ueber\n\nText mit [Link](/kontakt/) und „Zeichen“.\n\n- a\n- b\n"


def run(folder: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in a project."""
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder / "project", env={**os.environ, **env}, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )


def pelican(folder: Path, *more: str, output: str = "plain", **env: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "pelican", "content", "-s", "pelicanconf.py", "-o", str(folder / output), "--fatal=errors", *more, **env)


def ikw(folder: Path, output: str = "output") -> subprocess.CompletedProcess[str]:
    return run(folder, "ikw", "site", "--output", str(folder / output))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with prose."""
    places = make_places(tmp_path)
    shutil.copyfile(ROOT / "pelicanconf.py", places.project / "pelicanconf.py")
    (places.project / "plugins").symlink_to(ROOT / "plugins")
    (places.content / "pages").mkdir()
    for slug in ("ueber", "kontakt"):
        (places.content / "pages" / f"{slug}.md").write_text(PAGE.replace("ueber", slug), encoding="utf-8")
    return tmp_path


def test_the_sample_site_is_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(tmp_path / "plain"), "--fatal=errors"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    more = ["--output", str(tmp_path / "output"), "--cache", str(tmp_path / "cache")]
    subprocess.run([sys.executable, "-m", "ikw", "site", *more], cwd=ROOT, check=True, capture_output=True)
    assert tree(tmp_path / "plain") == tree(tmp_path / "output")
    assert (tmp_path / "plain" / BUILT).exists()


def test_both_may_build_into_one_folder(project: Path) -> None:
    assert pelican(project).returncode == 0
    whole = tree(project / "plain")
    assert ikw(project, "plain").returncode == 0
    assert tree(project / "plain") == whole
    (project / "project" / "content" / "pages" / "ueber.md").unlink()
    (project / "project" / "events" / "2025" / "brot.md").unlink()
    assert pelican(project).returncode == 0
    assert ikw(project).returncode == 0
    assert tree(project / "plain") == tree(project / "output")
    assert not (project / "plain" / "ueber").exists()


def test_emptying_the_output_first_voids_what_is_known_of_it(project: Path) -> None:
    pelican(project)
    whole = tree(project / "plain")
    assert pelican(project, "-d").returncode == 0
    assert tree(project / "plain") == whole
    assert not (project / "plain" / UNFINISHED).exists()


def test_an_error_in_the_data_touches_nothing(project: Path) -> None:
    pelican(project)
    before = times(project / "plain")
    event = project / "project" / "events" / "2025" / "brot.md"
    event.write_text(event.read_text("utf-8").replace("20.09.2025", "33.09.2025"), encoding="utf-8")
    done = pelican(project, "-d")
    assert done.returncode == 1
    assert "events/2025/brot.md:3: Fehler: when: " in done.stderr
    assert times(project / "plain") == before


@pytest.mark.parametrize("found", ["Steuer.odt", "index.html"])
def test_a_foreign_folder_is_refused(project: Path, found: str) -> None:
    (project / "plain").mkdir()
    (project / "plain" / found).touch()
    done = pelican(project)
    assert done.returncode != 0
    assert "In diesem Ordner liegen Dateien, die nicht von hier stammen." in done.stderr
    assert [path.name for path in (project / "plain").iterdir()] == [found]


def test_a_wrong_setting_is_one_line(project: Path) -> None:
    with (project / "project" / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("SITENAM = 1\n")
    done = pelican(project)
    assert done.returncode != 0
    assert "SITENAM ist keine bekannte Einstellung. Meinten Sie SITENAME?" in done.stderr
    assert "Traceback" not in done.stderr


def test_another_programme(project: Path) -> None:
    shutil.move(project / "project" / "events", project / "anderswo")
    assert pelican(project, EVENTS=str(project / "anderswo")).returncode == 0
    assert (project / "plain" / "2025" / "brot" / "index.html").exists()
