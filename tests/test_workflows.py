"""GitHub's and GitLab's files: nothing in them is unsafe or of the wrong shape, and every step is a make target that is run here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from ikw.repository import ERROR_FORM, PAGE_FIELD
from ikw.review import github, gitlab
from ikw.review.findings import FILE

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"


def read(path: Path) -> dict[str, Any]:
    """A YAML file; `on` is a key and not the truth."""
    loaded: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


def steps() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every step of every workflow, with its file and job."""
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield from ((path.name, name, step) for step in job["steps"])


def lines(file: str, job: str) -> list[str]:
    """What a job of a workflow, or of GitLab, runs."""
    if file == GITLAB.name:
        return list(read(GITLAB)[job]["script"])
    return [step["run"] for name, of, step in steps() if (name, of) == (file, job) and "run" in step]


# Judges that others wrote


def test_zizmor_finds_nothing() -> None:
    """Not even what only a pedant would; the one trigger that is meant is named where it stands."""
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--persona=pedantic", "--strict-collection", "."], cwd=ROOT, check=False, capture_output=True, text=True,
    )
    assert (done.returncode, done.stdout.splitlines()[-1:]) == (0, ["No findings to report. Good job! (1 ignored)"]), done.stdout
    ignored = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "zizmor: ignore" in line]
    assert [line.partition("#")[0].strip() for line in ignored] == ["workflow_run:"]


def test_zizmor_would_find_something(tmp_path: Path) -> None:
    workflows = tmp_path / ".github/workflows"
    workflows.mkdir(parents=True)
    text = (ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    (workflows / "check.yml").write_text(text.replace("pull_request:", "pull_request_target:").replace("persist-credentials: false", ""), encoding="utf-8")
    done = subprocess.run([BIN / "zizmor", "--offline", "--no-progress", "."], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert {name for name in ("dangerous-triggers", "artipacked") if name in done.stdout} == {"dangerous-triggers", "artipacked"}


SHAPES = {
    "vendor.github-workflows": [path.relative_to(ROOT).as_posix() for path in WORKFLOWS],
    "vendor.github-issue-forms": [".github/ISSUE_TEMPLATE/fehler.yml", ".github/ISSUE_TEMPLATE/veranstaltung.yml"],
    "vendor.github-issue-config": [".github/ISSUE_TEMPLATE/config.yml"], "vendor.dependabot": [".github/dependabot.yml"], "vendor.gitlab-ci": [".gitlab-ci.yml"],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_files_have_the_shape_that_is_published_for_them(shape: str) -> None:
    more = ["--data-transform", "gitlab-ci"] if "gitlab" in shape else []
    done = subprocess.run([BIN / "check-jsonschema", "--builtin-schema", shape, *more, *SHAPES[shape]], cwd=ROOT, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "ok -- validation done\n"), done.stdout


def test_every_issue_form_is_looked_at() -> None:
    named = {name for names in SHAPES.values() for name in names}
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / ".github").rglob("*.yml")} - named == set()


# What nobody else looks at


def test_nothing_runs_with_more_rights_than_it_needs() -> None:
    rights = {(path.name, name): job.get("permissions") for path in WORKFLOWS for name, job in read(path)["jobs"].items()}
    assert {read(path)["permissions"] == {} for path in WORKFLOWS} == {True}
    assert rights == {
        ("check.yml", "check"): {"contents": "read"}, ("test.yml", "test"): {"contents": "read"}, ("publish.yml", "test"): {"contents": "read"},
        ("publish.yml", "release"): {"contents": "read"}, ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
        ("comment.yml", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    }


def test_what_runs_code_of_a_proposal_has_no_key() -> None:
    """Neither a secret nor a right to write; and what has one starts after something else and checks out main."""
    of_proposals = [path.name for path in WORKFLOWS if "pull_request" in read(path)["on"]]
    assert of_proposals == ["check.yml", "test.yml"]
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text
        assert "pull_request_target" not in text
        if path.name in of_proposals:
            assert "token" not in text
    checkouts = [step.get("with", {}) for file, _, step in steps() if file == "comment.yml" and "checkout" in step.get("uses", "")]
    assert checkouts == [{"persist-credentials": "false"}]


def test_actions_are_named_by_their_commit_and_checkouts_leave_no_key() -> None:
    for file, _, step in steps():
        if "uses" in step:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]), f"{file}: {step['uses']}"
        if "checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] == "false", file
    versions: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for name, rest in re.findall(r"uses: (\S+)@(.*)", path.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", rest), f"{path.name}: {name}@{rest}"
            versions.setdefault(name, set()).add(rest)
    assert {name: len(found) for name, found in versions.items() if len(found) > 1} == {}


def test_calendar_numbers_come_from_the_whole_history() -> None:
    """Wherever a site is built: a shallow clone is an error there."""
    building = {"check.yml", "test.yml", "publish.yml"}
    assert {step["with"].get("fetch-depth") for file, _, step in steps() if file in building and "checkout" in step.get("uses", "")} == {"0"}
    assert read(GITLAB)["variables"]["GIT_DEPTH"] == "0"


def test_the_halves_of_the_comment_call_things_the_same() -> None:
    uploads = {step["with"]["name"]: step["with"]["path"] for file, _, step in steps() if file == "check.yml" and "upload-artifact" in step.get("uses", "")}
    assert uploads == {github.FINDINGS: f"findings/{FILE}", github.PREVIEW: "preview"}
    assert read(ROOT / ".github/workflows/comment.yml")["on"]["workflow_run"]["workflows"] == [read(ROOT / ".github/workflows/check.yml")["name"]]
    assert "findings/" in read(GITLAB)[gitlab.JOB]["artifacts"]["paths"]


def test_a_fault_is_reported_in_a_form_that_is_there() -> None:
    form = read(ROOT / ".github/ISSUE_TEMPLATE" / ERROR_FORM)
    assert PAGE_FIELD in [part.get("id") for part in form["body"]]


def test_owners_are_named_for_what_is_there() -> None:
    rules = [line.split() for line in (ROOT / "CODEOWNERS").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert [pattern for pattern, *_ in rules if pattern != "*" and not (ROOT / pattern.strip("/")).exists()] == []
    assert [pattern for pattern, *owners in rules if not owners or not all("@" in owner for owner in owners)] == []


# Every step is a make target, and is run


MAKE = re.compile(r'make (?P<target>[a-z]+)(?: [A-Z]+=(?:[a-z^/0-9A-Z.-]+|"\$CI_MERGE_REQUEST_DIFF_BASE_SHA"))*')
JOBS = [
    ("check.yml", "check", ["findings/findings.json", "preview/index.html"]), ("publish.yml", "release", ["public/index.html", "public/index.html.br"]),
    (GITLAB.name, "check", ["findings/findings.json", "findings/code-quality.json", "preview/index.html"]), (GITLAB.name, "pages", ["public/index.html"]),
]
# Run by tests of their own, or what this test is a part of.
ELSEWHERE = {"make comment": "tests/review/test_github.py", "make comment HOST=gitlab": "tests/review/test_gitlab.py", "make test": ""}


def every_line() -> Iterator[tuple[str, str, str]]:
    yield from ((file, job, step["run"]) for file, job, step in steps() if "run" in step)
    jobs = {name: job for name, job in read(GITLAB).items() if isinstance(job, dict) and "script" in job}
    yield from ((GITLAB.name, name, line) for name, job in jobs.items() for line in job["script"])


def test_every_step_is_a_make_target() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for file, job, line in every_line():
        found = MAKE.fullmatch(line)
        assert found, f"{file}: {job}: {line}"
        assert found["target"] in targets


def test_every_step_is_run_by_a_test() -> None:
    run = {(file, job) for file, job, _ in JOBS}
    assert [(file, job, line) for file, job, line in every_line() if (file, job) not in run and line not in ELSEWHERE] == []
    for line, file in ELSEWHERE.items():
        assert not file or line.split()[1] in (ROOT / file).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def proposal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a small programme, as GitHub checks it out: main, and merged into it a proposal with an event."""
    folder = tmp_path_factory.mktemp("proposal") / "programm"
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if not name.startswith(("events/", "tests/zoo", "tests/golden", "docs/screenshots")) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    shutil.copytree(ROOT / "tests/zoo/base/events", folder / "events")
    for arguments in (("init", "-q", "-b", "main"), ("add", "--all"), ("commit", "-qm", "Meta: main"), ("switch", "-qc", "vorschlag")):
        git(folder, *arguments)
    text = (folder / "events/2025/gut.md").read_text(encoding="utf-8")
    (folder / "events/2025/neu.md").write_text(text.replace("title:", "title: Neu und"), encoding="utf-8")
    for arguments in (("add", "--all"), ("commit", "-qm", "Event: neu"), ("switch", "-q", "main"), ("merge", "-q", "--no-ff", "-m", "probe", "vorschlag")):
        git(folder, *arguments)
    return folder


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.slow
@pytest.mark.parametrize(("file", "job", "made"), JOBS, ids=[f"{file}-{job}" for file, job, _ in JOBS])
def test_a_job_does_what_it_is_for(file: str, job: str, made: list[str], proposal: Path) -> None:
    """Its lines one by one in a shell, as CI runs them; only the libraries are those of this checkout."""
    for folder in ("findings", "preview", "public"):
        shutil.rmtree(proposal / folder, ignore_errors=True)
    env = {**os.environ, "CI": "true", "GITHUB_ACTIONS": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(proposal, "rev-parse", "HEAD^1")}
    for line in lines(file, job):
        done = subprocess.run(
            ["bash", "-e", "-c", f"{line} READY= READY_TO_TEST= BIN={BIN}"], cwd=proposal, env=env, check=False, capture_output=True, text=True,
        )
        assert done.returncode == 0, f"{line}:\n{done.stdout}{done.stderr}"
    assert [path for path in made if not (proposal / path).is_file()] == []
    if "findings/findings.json" in made:
        assert "Neu und" in (proposal / "findings/findings.json").read_text(encoding="utf-8")
