"""Documents: commands, targets and files that they name are there, and what they show as an example passes the check."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from ikw.blanks import BLANKS
from ikw.cli import COMMANDS, main
from ikw.usage import Command

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")) if path.is_file())
NAMES = [path.relative_to(ROOT).as_posix() for path in DOCUMENTS]
GUIDE = ROOT / "content/pages/anleitung.md"


def targets() -> dict[str, bool]:
    """Every target of the Makefile, and whether its line says what it does."""
    lines = re.findall(r"^([a-z-]+):(?!=)(.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    return {name: "##" in rest for name, rest in lines}


@pytest.mark.parametrize("name", NAMES)
def test_targets_that_are_named_are_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"(?:`|^)make ([a-z][a-z-]+)\b", text, re.MULTILINE)) - targets().keys() == set()


@pytest.mark.parametrize("name", NAMES)
def test_commands_that_are_named_are_there(name: str) -> None:
    known = {whole.split()[0] for one in COMMANDS for whole in ([one.name] if isinstance(one, Command) else [one[0]])}
    text = (ROOT / name).read_text(encoding="utf-8")
    assert set(re.findall(r"`(?:\.venv/bin/)?ikw ([a-z]+)", text)) - known == set()


def test_every_target_says_what_it_does() -> None:
    assert [name for name, is_told in targets().items() if not is_told and name != "release"] == []  # whose line stands below a setting of its own


@pytest.mark.parametrize("name", NAMES)
def test_files_and_places_that_are_linked_are_there(name: str) -> None:
    path = ROOT / name
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    missing = []
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text)):
        file, _, place = link.partition("#")
        if not re.match(r"[a-z]+:|/", file):
            target = (path.parent / file).resolve() if file else path
            if not target.exists() or (place and place not in anchors(target)):
                missing.append(link)
    assert missing == []


def anchors(path: Path) -> set[str]:
    """The places of a document, as GitHub and GitLab name headings."""
    headings = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(("path", "fence"), [(ROOT / "CONTRIBUTING.md", "markdown"), (GUIDE, "text")])
def test_the_whole_example_is_an_event(path: Path, fence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without an error and without a warning: people copy it."""
    shutil.copytree(ROOT / "events", tmp_path / "events", ignore=shutil.ignore_patterns("*.md", "*.jpg"))
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    found = re.search(rf"```{fence}\n(---\n.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    (tmp_path / "events/2025/internationales-fruehstueck.md").write_text(found[1], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    said, waiting, last = capsys.readouterr().out.partition("Bevor SAMPLE = False gilt")
    assert (said, waiting, last.splitlines()[-1]) == ("", "Bevor SAMPLE = False gilt", "1 Veranstaltung geprüft: keine Fehler, keine Warnungen.")


def test_what_only_the_office_knows_stands_once() -> None:
    """By when, what is taken, and whom to write to: the guide asks for them, and no other document has a blank of its own."""
    guide = GUIDE.read_text(encoding="utf-8")
    assert {name for name in BLANKS if f"{{{name}}}" in guide} == set(BLANKS)
    assert "Vom Landkreis einzutragen" not in guide + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_what_the_landkreis_fills_in_is_found_by_the_words_of_the_readme() -> None:
    words = "Vom Landkreis einzutragen"
    assert f"[{words}: …]" in (ROOT / "README.md").read_text(encoding="utf-8")
    places = [place for page in sorted((ROOT / "content/pages").glob("*.md")) for place in re.findall(r"\*\*\[(.*?)\]\*\*", page.read_text(encoding="utf-8"))]
    assert [place for place in places if not place.startswith(words)] == []
    assert len(places) > 10
