"""Read back: events that a proposal touches, in the words of their pages; problems where they belong."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from ikw.cli import main
from ikw.loaded import Loaded
from ikw.problems import ERROR, WARNING, Problem
from ikw.review.changed import Changed
from ikw.review.findings import Finding, Findings, ReadBack, read
from ikw.review.read_back import findings
from samples import at, event, programme, site, venue

PROBLEM = Problem(path="2025/fest.md", line=3, field="when", code="when-date", severity=ERROR, message="„33.9.“ ist kein Datum.", mend="Schreiben Sie 23.9.")


def loaded(*problems: Problem) -> Loaded:
    return Loaded(editions=(), problems=problems, files={}, digest="", checked=3)


def test_an_event_is_read_back_as_its_page_says_it() -> None:
    fest = event("fest", when=[at("2025-09-14 14:00", "18:00")], venues=[venue("stadthalle")], languages=("de", "uk"))
    other = event("lesung", when=[at("2025-09-15 19:00")])
    found = findings(loaded(), site(programme(fest, other)), Changed(present=frozenset({"events/2025/fest.md", "Makefile"})), "events")
    assert found == Findings(checked=3, events=(ReadBack(path="events/2025/fest.md", title=found.events[0].title, facts=found.events[0].facts),))
    assert found.events[0].facts[0] == ("Wann", "Sonntag, 14. September 2025, 14:00–18:00 Uhr")
    assert ("Sprachen", "Deutsch, Ukrainisch") in found.events[0].facts or any(label.startswith("Sprach") for label, _ in found.events[0].facts)


def test_a_draft_and_a_date_to_follow() -> None:
    found = findings(loaded(), site(programme(event("fest", draft=True, when=[]))), Changed(present=frozenset({"events/2025/fest.md"})), "events")
    assert (found.events[0].is_draft, found.events[0].facts[0]) == (True, ("Wann", "Termin folgt"))


def test_problems_know_whether_the_proposal_touches_their_file() -> None:
    warning = Problem(path="venues.yaml", line=1, field="", code="x", severity=WARNING, message="a", mend="b")
    found = findings(loaded(PROBLEM, warning), None, Changed(present=frozenset({"events/2025/fest.md"})), "events")
    assert found.problems == (
        Finding(path="events/2025/fest.md", line=3, severity="error", field="when", message="„33.9.“ ist kein Datum.", mend="Schreiben Sie 23.9."),
        Finding(path="events/venues.yaml", line=1, severity="warning", field="", message="a", mend="b", is_here=False),
    )


@pytest.mark.parametrize(("path", "is_told"), [
    ("events/2025/fest.md", True), ("events/2025/fest.uk.md", False), ("events/venues.yaml", False), ("events/2025/edition.yaml", False),
    ("content/pages/kontakt.md", False), ("events/2025/alt/fest.md", False), ("events/fest.md", False),
])
def test_events_that_are_gone_are_told(path: str, is_told: bool) -> None:
    assert findings(loaded(), None, Changed(gone=frozenset({path})), "events").removed == ((path,) if is_told else ())


# The command


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in git, with the branch of a proposal."""
    shutil.copytree(Path(__file__).parents[1] / "zoo/base", tmp_path / "project")
    (tmp_path / "project" / "theme").symlink_to(Path(__file__).parents[2] / "theme")
    monkeypatch.chdir(tmp_path / "project")
    git("init", "-q", "-b", "main")
    git("add", "--all")
    git("commit", "-qm", "eins")
    git("switch", "-qc", "vorschlag")
    return tmp_path / "project"


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments], check=True, capture_output=True)


def propose(**files: str) -> None:
    for name, text in files.items():
        Path("events/2025", f"{name}.md").write_text(text, encoding="utf-8")
    git("add", "--all")
    git("commit", "-qm", "zwei")


FEAST = "---\ntitle: Fest\nwhen: {when}\nvenue: rathaus\norganisers: [verein-eins]\ncategory: fest\n---\nAlle sind da.\n"


def test_a_proposal_is_read_back(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    propose(fest=FEAST.format(when="Sa 20.09.2025, 18 Uhr"))
    assert main(["review", "--base", "main", "--to", "found"]) == 0
    found = read(Path("found/findings.json").read_bytes())
    assert [(one.title, one.facts[0]) for one in found.events] == [("Fest", ("Wann", "Samstag, 20. September 2025, 18:00 Uhr"))]
    text = Path("found/comment.md").read_text(encoding="utf-8")
    assert "- **Fest**\n  - Wann: Samstag, 20. September 2025, 18:00 Uhr\n" in text
    assert capsys.readouterr().out == text + "\n"


def test_a_proposal_with_errors_is_told_them_and_the_command_succeeds(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    propose(fest=FEAST.format(when="33.09.2025"))
    assert main(["review", "--base", "main", "--to", "found"]) == 0
    [error] = read(Path("found/findings.json").read_bytes()).errors
    assert (error.path, error.line, error.field, error.is_here) == ("events/2025/fest.md", 3, "when", True)


def test_a_draft_is_shown_to_whoever_writes_it(project: Path) -> None:
    propose(fest=FEAST.format(when="Sa 20.09.2025").replace("category", "draft: ja\ncategory"))
    main(["review", "--base", "main", "--to", "found"])
    assert [one.is_draft for one in read(Path("found/findings.json").read_bytes()).events] == [True]


def test_a_base_that_is_none_is_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--base", "nirgends", "--to", "found"]) == 2
    assert capsys.readouterr().err.startswith("--base: git kennt „nirgends“ hier nicht")
    assert main(["check", "--base", "nirgends"]) == 2


def test_a_check_tells_first_what_the_proposal_touches(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("events/2025/aaa.md").write_text(FEAST.format(when="33.09.2025"), encoding="utf-8")
    git("add", "--all")
    git("commit", "-qm", "kaputt")
    git("branch", "-f", "main")
    propose(zzz=FEAST.format(when="34.09.2025"))
    for base, first in ((), "aaa"), (("--base", "main"), "zzz"):
        assert main(["check", "--format", "github", *base]) == 1
        assert capsys.readouterr().out.startswith(f"::error file=events/2025/{first}.md,line=3,")
