"""Hostile proposals, from the file to the comment: nothing in them commands a runner, a shell or a reader."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ikw.cli import main
from ikw.review.comment import comment
from ikw.review.findings import read
from review.hostile import FILE_NAMES, TEXTS, commands

ROOT = Path(__file__).parents[2]
EVENT = "---\ntitle: {title}\nwhen: Sa 20.09.2025, 18 Uhr\nvenue: rathaus\norganisers: [verein-eins]\ncategory: fest\ncost: {title}\n---\n{text}\n"


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], check=True, capture_output=True)


@pytest.fixture
def proposal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A proposal with every hostile text as a title, a price and a text, and every hostile name of a file."""
    shutil.copytree(ROOT / "tests/zoo/base", tmp_path / "project")
    (tmp_path / "project" / "theme").symlink_to(ROOT / "theme")
    monkeypatch.chdir(tmp_path / "project")
    git("init", "-q", "-b", "main")
    git("add", "--all")
    git("commit", "-qm", "eins")
    git("switch", "-qc", "vorschlag-$(touch-pwned)")
    for number, text in enumerate(TEXTS):
        quoted = json.dumps(text[:180].encode("utf-8", "replace").decode(), ensure_ascii=False)
        made = EVENT.format(title=quoted, text=text)
        Path("events/2025", f"fest-{number}.md").write_bytes(made.encode("utf-8", "surrogatepass"))
    for name in FILE_NAMES:
        Path("events/2025", name).write_text(EVENT.format(title="Fest", text="Text"), encoding="utf-8")
    git("add", "--all")
    git("commit", "-qm", "zwei\n\n::error::x")
    return tmp_path / "project"


@pytest.mark.parametrize("arguments", [("check",), ("check", "--base", "main"), ("check", "--format", "json"), ("check", "--format", "gitlab"), ("review", "--base", "main")])
def test_no_log_commands_githubs_runner(arguments: tuple[str, ...], proposal: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    main(arguments)
    said = capfd.readouterr()
    assert "events/2025/fest-0.md" in said.out
    assert commands(said.out) == []
    assert commands(said.err) == []


def test_annotations_annotate_and_nothing_more(proposal: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["check", "--format", "github", "--base", "main"]) == 1
    said = capfd.readouterr().out
    assert set(commands(said)) == {"error", "warning"}
    assert len(commands(said)) == len(said.splitlines())
    assert [line for line in said.splitlines() if not re.match(r"::(error|warning) file=events/[^,:]*,line=\d+,title=[^,:]*::", line)] == []


@pytest.mark.slow
def test_no_shell_is_asked_to_do_anything(proposal: Path) -> None:
    """Through make, as the workflow calls it: with the project's own Makefile, in the folder of the proposal."""
    for target in ("review", "check"):
        subprocess.run(
            ["make", "-f", str(ROOT / "Makefile"), target, "BASE=main", "FORMAT=github", f"IKW={Path(sys.executable).with_name('ikw')}", "READY="],
            check=False, capture_output=True,
        )
    assert (proposal / "findings/findings.json").is_file()
    assert [path for path in proposal.rglob("*") if path.name == "pwned"] == []


def test_the_comment_is_made_of_what_was_found(proposal: Path) -> None:
    main(["review", "--base", "main"])
    data = Path("findings/findings.json").read_bytes()
    text = comment(read(data))
    assert text == Path("findings/comment.md").read_text(encoding="utf-8")
    outside = re.sub(r"(`+) ?.*? ?\1", "", text)
    assert re.findall(r"@\w|https?://|<(?!!-- ikw: Prüfung -->)[a-z/!]", outside) == []


def test_a_title_in_the_workflow_language_stays_a_title(proposal: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`${{ … }}` is only expanded in workflows, and none of ours puts anything of a proposal there."""
    found = [line for path in (ROOT / ".github/workflows").glob("*.yml") for line in path.read_text(encoding="utf-8").splitlines() if "${{" in line]
    used = {name for line in found for name in re.findall(r"\$\{\{\s*([^}]*?)\s*\}\}", line)}
    assert [name for name in used if re.search(r"title|body|head_ref|label|message|author|inputs|branch", name)] == []


def test_without_github_nothing_is_added_to_what_is_said(proposal: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    main(["check"])
    assert "stop-commands" not in capfd.readouterr().out
    assert os.environ.get("GITHUB_ACTIONS") is None
