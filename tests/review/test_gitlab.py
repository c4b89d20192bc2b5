"""The trusted half on GitLab: every open merge request whose check has ended has one comment."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from ikw.review.comment import MARK, unreadable
from ikw.review.findings import MOST_BYTES, Finding, Findings, written
from ikw.review.gitlab import main
from review.host import Host, answering, paged
from review.hostile import BRANCHES

SHA, OTHER = "a" * 40, "b" * 40
FINDING = Finding(path="events/2025/fest.md", line=3, severity="error", field="when", message="Kein Datum.", mend="So.")
HERE = "/projects/1"


def request(number: int = 4, branch: str = "fest", sha: str = SHA) -> dict[str, Any]:
    return {"iid": number, "sha": sha, "source_branch": branch, "source_project_id": 2}


@pytest.fixture
def host() -> Iterator[Host]:
    """GitLab, with an open merge request from a fork, whose pipeline ran there."""
    with answering() as found:
        found.answers |= {
            "GET /user": {"id": 99}, f"GET {HERE}/merge_requests": paged([request()]),
            f"GET {HERE}/merge_requests/4/pipelines": [{"id": 10, "sha": OTHER, "project_id": 2}, {"id": 11, "sha": SHA, "project_id": 2}],
            "GET /projects/2/pipelines/11/jobs": paged([
                {"id": 20, "name": "test", "status": "success"}, {"id": 21, "name": "check", "status": "failed", "artifacts_file": {"filename": "artifacts.zip"}},
            ]),
            "GET /projects/2": {"id": 2, "path_with_namespace": "gast/ikw"}, "GET /projects/1": {"id": 1, "path_with_namespace": "kreis/ikw"},
            "GET /projects/2/jobs/21/artifacts/findings/findings.json": written(Findings(checked=3, problems=(FINDING,))),
            f"GET {HERE}/merge_requests/4/diffs": paged([{"new_path": "events/2025/fest.md"}, {"new_path": "Makefile"}]),
            f"GET {HERE}/merge_requests/4/notes": paged([]), f"POST {HERE}/merge_requests/4/notes": {"id": 1},
        }
        yield found


def run(host: Host) -> int:
    return main({"CI_API_V4_URL": host.address, "REVIEW_TOKEN": "geheim", "CI_PROJECT_ID": "1", "CI_SERVER_URL": "https://git.example"})


def test_a_comment_is_written(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(host) == 0
    [(method, path, text)] = host.sent()
    assert (method, path) == ("POST", f"{HERE}/merge_requests/4/notes")
    assert text.startswith(f"{MARK}\n\n### Noch etwas zu tun")
    assert f"[Zeile 3](https://git.example/gast/ikw/-/blob/{SHA}/events/2025/fest.md?plain=1#L3)" in text
    assert "([ändern](https://git.example/gast/ikw/-/edit/fest/events/2025/fest.md))" in text
    assert "[Vorschau herunterladen](https://git.example/gast/ikw/-/jobs/21/artifacts/download)" in text
    assert "- `Makefile`" in text
    assert capsys.readouterr().out == "!4: Kommentar geschrieben.\n"
    assert {headers.get("Private-Token") or headers.get("PRIVATE-TOKEN") for _, _, headers, _ in host.asked} == {"geheim"}


def test_the_comment_is_renewed_and_only_ours(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    host.answers[f"GET {HERE}/merge_requests/4/notes"] = paged([
        {"id": 30, "author": {"id": 5}, "body": f"{MARK} Alles gut"}, {"id": 31, "author": {"id": 99}, "body": f"{MARK}\nalt"},
    ])
    host.answers[f"PUT {HERE}/merge_requests/4/notes/31"] = {"id": 31}
    run(host)
    [(method, path, text)] = host.sent()
    assert (method, path) == ("PUT", f"{HERE}/merge_requests/4/notes/31")
    host.answers[f"GET {HERE}/merge_requests/4/notes"] = paged([{"id": 31, "author": {"id": 99}, "body": text.strip()}])
    run(host)
    assert len(host.sent()) == 1
    assert capsys.readouterr().out == "!4: Kommentar erneuert.\n!4: Der Kommentar ist schon der richtige.\n"


@pytest.mark.parametrize(("path", "answer"), [
    (f"GET {HERE}/merge_requests/4/pipelines", []), (f"GET {HERE}/merge_requests/4/pipelines", [{"id": 10, "sha": OTHER, "project_id": 2}]),
    ("GET /projects/2/pipelines/11/jobs", paged([{"id": 21, "name": "check", "status": "running"}])),
    ("GET /projects/2/pipelines/11/jobs", paged([{"id": 21, "name": "checks", "status": "success"}])), (f"GET {HERE}/merge_requests", paged([])),
])
def test_before_the_check_has_ended_nothing_is_said(path: str, answer: object, host: Host) -> None:
    host.answers[path] = answer
    assert run(host) == 0
    assert host.sent() == []


@pytest.mark.parametrize("answer", [None, b"[]", b"\xff", b" " * (MOST_BYTES + 1)])
def test_what_cannot_be_read_is_said_so(answer: object, host: Host) -> None:
    host.answers["GET /projects/2/jobs/21/artifacts/findings/findings.json"] = answer
    run(host)
    assert [text for _, _, text in host.sent()] == [unreadable("https://git.example/gast/ikw/-/jobs/21")]


@pytest.mark.parametrize("branch", BRANCHES)
def test_any_name_of_a_branch(branch: str, host: Host) -> None:
    host.answers[f"GET {HERE}/merge_requests"] = paged([request(branch=branch)])
    run(host)
    [line] = [line for line in host.sent()[0][2].splitlines() if "ändern" in line and "http" in line]
    address = line.partition("([ändern](")[2].removesuffix(")):")
    assert urlsplit(address)[:2] == ("https", "git.example")
    assert not set(" ()<>\"'`") & set(address)


def test_one_that_fails_does_not_keep_the_others_from_their_comment(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    host.answers[f"GET {HERE}/merge_requests"] = paged([request(number=3), request()])
    assert run(host) == 0
    assert capsys.readouterr().out == f"!3: ApiError: {HERE}/merge_requests/3/pipelines: status 404\n!4: Kommentar geschrieben.\n"


def test_a_wrong_key_is_a_failure(host: Host, capsys: pytest.CaptureFixture[str]) -> None:
    host.answers["GET /user"] = (401, {})
    assert run(host) == 1
    assert capsys.readouterr().err == "/user: status 401\n"
