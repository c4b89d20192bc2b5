"""The preview of a proposal: pictures of what it changes, a page that shows them, nothing of it trusted."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from judges.builds import ROOT

pytestmark = pytest.mark.slow

FEAST = "---\ntitle: {title}\nwhen: {when}\nvenue: rathaus\norganisers: [verein-eins]\ncategory: fest\n---\nAlle sind eingeladen.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project, and in git a proposal with a new event, a draft and a page."""
    folder = tmp_path_factory.mktemp("preview") / "project"
    shutil.copytree(ROOT / "tests/zoo/base", folder)
    for name in ("theme", "plugins"):
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    (folder / "pelicanconf.py").write_text(re.sub(r"(?ms)^LANGUAGES = \{.*?^\}", 'LANGUAGES = {"de": {"name": "Deutsch"}}', settings), encoding="utf-8")
    (folder / "content/pages").mkdir(parents=True)
    (folder / "content/pages/ueber.md").write_text("Title: Über uns\nSlug: ueber\n\nWir.\n", encoding="utf-8")
    for arguments in (("init", "-q", "-b", "main"), ("add", "--all"), ("commit", "-qm", "eins"), ("switch", "-qc", "vorschlag")):
        git(folder, *arguments)
    title = r'"Fest mit \"Anführung\" & ::error::x"'
    (folder / "events/2025/fest.md").write_text(FEAST.format(title=title, when="Sa 20.09.2025, 18 Uhr"), encoding="utf-8")
    (folder / "events/2025/entwurf.md").write_text(
        FEAST.format(title="Noch geheim", when="Sa 20.09.2025, 18 Uhr").replace("category", "draft: ja\ncategory"), encoding="utf-8",
    )
    (folder / "content/pages/ueber.md").write_text("Title: Über uns\nSlug: ueber\n\nWir alle.\n", encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "-qm", "zwei")
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], cwd=folder, check=True, capture_output=True)


def preview(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "tests/preview.py"), "--base", "main"]
    return subprocess.run(command, cwd=folder, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "tests")}, capture_output=True, text=True, check=False)


def test_what_a_proposal_changes_is_drawn(project: Path) -> None:
    done = preview(project)
    assert (done.returncode, done.stdout) == (0, "preview: 12 Bilder, offen in index.html.\n"), done.stderr
    pictures = {path.name for path in (project / "preview/bilder").iterdir()}
    assert pictures == {
        "01-ueber-handy.png", "01-ueber-computer.png", "02-entwurf-karte.png", "02-entwurf-handy.png", "02-entwurf-computer.png", "02-entwurf-heft.png",
        "03-fest-karte.png", "03-fest-handy.png", "03-fest-computer.png", "03-fest-heft.png", "start-handy.png", "start-computer.png",
    }
    for path in (project / "preview/bilder").iterdir():
        with Image.open(io.BytesIO(path.read_bytes())) as image:
            assert (image.format, image.width > 200, image.height > 100, len(set(image.convert("L").tobytes())) > 10) == ("PNG", True, True, True), path.name


def test_the_page_shows_every_picture_and_no_markup_of_a_title(project: Path) -> None:
    text = (project / "preview/index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)"', text)
    assert {Path(path).name for path in shown} == {path.name for path in (project / "preview/bilder").iterdir()}
    assert all((project / "preview" / path).is_file() for path in shown)
    assert "<h2>Fest mit &quot;Anführung&quot; &amp; ::error::x</h2>" in text
    assert "<script" not in text
    assert (project / "preview/website/2025/fest/index.html").is_file()


def test_with_errors_there_is_nothing_to_draw(project: Path) -> None:
    (project / "events/2025/fest.md").write_text(FEAST.format(title="Fest", when="33.09.2025"), encoding="utf-8")
    done = preview(project)
    assert (done.returncode, done.stdout) == (0, "Keine Vorschau: In den Daten stehen noch Fehler.\n")
    assert not (project / "preview").exists()
