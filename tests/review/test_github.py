"""The trusted half on GitHub: which pull request it was, what the check left, one comment; tried with runs that lie."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ikw.review.comment import MARK, unreadable
from ikw.review.findings import FILE, MOST_BYTES, Finding, Findings, HostileError, ReadBack, written
from ikw.review.github import MOST_PACKED, Run, main, unpacked
from review.host import Host, answering, paged
from review.hostile import BRANCHES

SHA, OTHER = "a" * 40, "b" * 40
FINDINGS = Findings(checked=3, events=(ReadBack(path="events/2025/fest.md", title="Fest", facts=(("Wann", "So 14.9."),)),))
REPO = "/repos/kreis/ikw"


def packed(data: bytes = written(FINDINGS), name: str = FILE) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, data)
    return buffer.getvalue()


def event(**values: Any) -> dict[str, Any]:
    return {"workflow_run": {
        "id": 77, "head_sha": SHA, "head_branch": "fest", "event": "pull_request", "head_repository": {"full_name": "gast/ikw"},
        # what the event says of pull requests is empty for forks, and not asked
        "pull_requests": [{"number": 666}], **values,
    }}


def pull(number: int = 5, sha: str = SHA, source: str | None = "gast/ikw") -> dict[str, Any]:
    return {"number": number, "head": {"sha": sha, "ref": "fest", "repo": source and {"full_name": source}}}


def artifact(name: str, number: int, size: int = 1000, *, expired: bool = False) -> dict[str, Any]:
    return {"id": number, "name": name, "size_in_bytes": size, "expired": expired}


@pytest.fixture
def host() -> Iterator[Host]:
    """GitHub, with one open pull request from a fork whose check has ended."""
    with answering() as store, answering() as found:
        store.answers["GET /zip"] = packed()
        found.answers |= {
            f"GET {REPO}/pulls": paged([pull()]), f"GET {REPO}/actions/runs/77/artifacts": {"artifacts": [artifact("findings", 8), artifact("vorschau", 9, 10**8)]},
            f"GET {REPO}/actions/artifacts/8/zip": (302, {"Location": f"{store.address}/zip"}), f"GET {REPO}/pulls/5/files": paged([{"filename": "events/2025/fest.md"}]),
            f"GET {REPO}/issues/5/comments": paged([]), f"POST {REPO}/issues/5/comments": {"id": 1},
        }
        found.store = store  # type: ignore[attr-defined] # for tests that put another zip there
        yield found


def run(host: Host, tmp_path: Path, values: dict[str, Any] | None = None) -> int:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(event() if values is None else values), encoding="utf-8")
    return main({
        "GITHUB_TOKEN": "geheim", "GITHUB_EVENT_PATH": str(path), "GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "kreis/ikw",
        "GITHUB_SERVER_URL": "https://git.example",
    })


def test_a_comment_is_written(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(host, tmp_path) == 0
    [(method, path, text)] = host.sent()
    assert (method, path) == ("POST", f"{REPO}/issues/5/comments")
    assert text.startswith(f"{MARK}\n\n### Alles geprüft")
    assert "- **Fest**\n  - Wann: So 14.9." in text
    assert "[Vorschau herunterladen](https://git.example/kreis/ikw/actions/runs/77#artifacts)" in text
    assert "Für die Koordination" not in text
    assert capsys.readouterr().out == "#5: Kommentar geschrieben.\n"
    # the key goes to GitHub and not to where the file lies
    assert {headers.get("Authorization") for _, _, headers, _ in host.asked} == {"Bearer geheim"}
    assert [headers.get("Authorization") for _, _, headers, _ in host.store.asked] == [None]  # type: ignore[attr-defined]


def test_links_lead_to_the_lines_as_proposed(host: Host, tmp_path: Path) -> None:
    finding = Finding(path="events/2025/fest.md", line=3, severity="error", field="when", message="Kein Datum.", mend="So.")
    host.store.answers["GET /zip"] = packed(written(Findings(problems=(finding,))))  # type: ignore[attr-defined]
    run(host, tmp_path)
    text = host.sent()[0][2]
    assert f"[Zeile 3](https://git.example/gast/ikw/blob/{SHA}/events/2025/fest.md?plain=1#L3)" in text
    assert "([ändern](https://git.example/gast/ikw/edit/fest/events/2025/fest.md))" in text


def test_code_in_a_proposal_is_told_by_github_and_not_by_the_run(host: Host, tmp_path: Path) -> None:
    host.answers[f"GET {REPO}/pulls/5/files"] = paged([{"filename": f"events/{n}.md"} for n in range(100)] + [{"filename": "plugins/ikw/`x`.py"}])
    run(host, tmp_path)
    assert "#### Für die Koordination" in host.sent()[0][2]
    assert "- ``plugins/ikw/`x`.py``" in host.sent()[0][2]


# One comment


def comment_of(login: str, body: str, number: int) -> dict[str, Any]:
    return {"id": number, "user": {"login": login}, "body": body}


def test_the_comment_is_renewed(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.answers[f"GET {REPO}/issues/5/comments"] = paged([
        *(comment_of("gast", "Hallo", n) for n in range(120)),
        # somebody writes our mark: not ours
        comment_of("gast", f"{MARK} Alles gut", 500), comment_of("github-actions[bot]", "etwas anderes", 501),
        comment_of("github-actions[bot]", f"{MARK}\n\nalt", 502),
    ])
    host.answers[f"PATCH {REPO}/issues/comments/502"] = {"id": 502}
    run(host, tmp_path)
    assert [(method, path) for method, path, _ in host.sent()] == [("PATCH", f"{REPO}/issues/comments/502")]
    assert capsys.readouterr().out == "#5: Kommentar erneuert.\n"


def test_the_same_text_is_not_written_again(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(host, tmp_path)
    host.answers[f"GET {REPO}/issues/5/comments"] = paged([comment_of("github-actions[bot]", host.sent()[0][2].replace("\n", "\r\n").replace("\r\n", "\n"), 9)])
    run(host, tmp_path)
    assert len(host.sent()) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "#5: Der Kommentar ist schon der richtige."


# Which pull request


@pytest.mark.parametrize("pulls", [
    [], [pull(sha=OTHER)], [pull(source="anderer/ikw")], [pull(source=None)],
])
def test_a_pull_request_that_is_not_the_one_that_was_checked_gets_none(pulls: list[Any], host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.answers[f"GET {REPO}/pulls"] = paged(pulls)
    assert run(host, tmp_path) == 0
    assert host.sent() == []
    assert capsys.readouterr().out.startswith("Der Vorschlag ist nicht mehr offen")


def test_the_number_comes_from_github_alone(host: Host, tmp_path: Path) -> None:
    """Neither from the event's list nor from the artifact, which anybody can fill."""
    host.store.answers["GET /zip"] = packed(json.dumps({**json.loads(written(FINDINGS)), "number": 666}).encode())  # type: ignore[attr-defined]
    run(host, tmp_path)
    assert [(path, text) for _, path, text in host.sent()] == [
        (f"{REPO}/issues/5/comments", unreadable("https://git.example/kreis/ikw/actions/runs/77")),
    ]


@pytest.mark.parametrize("branch", BRANCHES)
def test_any_name_of_a_branch(branch: str, host: Host, tmp_path: Path) -> None:
    run(host, tmp_path, event(head_branch=branch))
    query = parse_qs(urlsplit(host.asked[0][1]).query)
    assert (query["head"], query["state"]) == ([f"gast:{branch}"], ["open"])
    assert host.sent()[0][1] == f"{REPO}/issues/5/comments"


@pytest.mark.parametrize("values", [
    {"head_sha": "abc"}, {"head_sha": f"{SHA}\n"}, {"head_repository": {"full_name": "a/b/../c"}}, {"head_repository": {"full_name": "x"}},
    {"head_repository": None}, {"id": "7;7"}, {"id": None},
])
def test_an_event_that_is_none_of_github(values: dict[str, Any], host: Host, tmp_path: Path) -> None:
    assert run(host, tmp_path, event(**values)) == 1
    assert host.asked == []


def test_an_event_of_something_else() -> None:
    for found in ({}, [], None, {"workflow_run": []}):
        with pytest.raises(HostileError):
            Run.read(found)


# What the run left


def _bomb() -> bytes:
    return packed(b" " * 50_000_000)


def _lying() -> bytes:
    """A zip whose file is larger than its entry says."""
    data = bytearray(packed(b" " * (MOST_BYTES + 1000)))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def _two() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(FILE, b"{}")
        file.writestr("more", b"{}")
    return buffer.getvalue()


ZIPS = {
    "no zip": b"PK but no", "nothing": b"", "a bomb": _bomb(), "lies about its size": _lying(), "two files": _two(), "another name": packed(name="x.json"),
    "a path": packed(name=f"../../{FILE}"), "cut off": packed()[:-30], "an absolute path": packed(name=f"/{FILE}"),
}


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_that_is_none_of_ours(name: str) -> None:
    with pytest.raises(HostileError):
        unpacked(ZIPS[name])


def test_our_zip_is_unpacked() -> None:
    assert unpacked(packed()) == written(FINDINGS)


@pytest.mark.parametrize("data", [*ZIPS.values(), packed(b"[]"), packed(b"\xff"), b"x" * (MOST_PACKED + 1)], ids=[*ZIPS, "a list", "no text", "too long"])
def test_what_cannot_be_read_is_said_so(data: bytes, host: Host, tmp_path: Path) -> None:
    host.store.answers["GET /zip"] = data  # type: ignore[attr-defined]
    assert run(host, tmp_path) == 0
    assert [text for _, _, text in host.sent()] == [unreadable("https://git.example/kreis/ikw/actions/runs/77")]


@pytest.mark.parametrize("artifacts", [
    [], [artifact("findings", 8, expired=True)], [artifact("findings", 8, MOST_PACKED + 1)], [artifact("Findings", 8)],
])
def test_a_run_that_left_nothing(artifacts: list[Any], host: Host, tmp_path: Path) -> None:
    host.answers[f"GET {REPO}/actions/runs/77/artifacts"] = {"artifacts": artifacts}
    run(host, tmp_path)
    assert [text for _, _, text in host.sent()] == [unreadable("https://git.example/kreis/ikw/actions/runs/77")]


def test_without_a_preview_none_is_offered(host: Host, tmp_path: Path) -> None:
    host.answers[f"GET {REPO}/actions/runs/77/artifacts"] = {"artifacts": [artifact("findings", 8)]}
    run(host, tmp_path)
    assert "Vorschau" not in host.sent()[0][2]


def test_github_that_does_not_answer_is_a_failure(host: Host, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    host.answers[f"GET {REPO}/pulls"] = (503, {})
    assert run(host, tmp_path) == 1
    assert capsys.readouterr().err == f"{REPO}/pulls: status 503\n"


# Beside the key


def test_it_runs_on_python_alone(host: Host, tmp_path: Path) -> None:
    """As the workflow calls it: `make comment`, without any library that was installed."""
    (tmp_path / "event.json").write_text(json.dumps(event()), encoding="utf-8")
    env = {
        "PATH": os.environ["PATH"], "GITHUB_TOKEN": "geheim", "GITHUB_EVENT_PATH": str(tmp_path / "event.json"), "GITHUB_API_URL": host.address,
        "GITHUB_REPOSITORY": "kreis/ikw", "GITHUB_SERVER_URL": "https://git.example", "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = ["make", "comment", f"PYTHON={sys.executable} -S"]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "#5: Kommentar geschrieben.\n", "")
