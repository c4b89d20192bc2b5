"""GitHub: the one comment on a pull request, written by a trusted run about an untrusted one. Floor 5, standard library only.

Called as `python3 -m ikw.review.github` by the workflow that GitHub starts, with the code of the main branch, after a check has
ended. Which pull request it was is asked of GitHub, by the commit that was checked; what the check left is read as from a stranger.
"""

from __future__ import annotations

import io
import json
import os
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ikw.review.api import Api, ApiError, in_address
from ikw.review.comment import MARK, Links, comment, unreadable
from ikw.review.findings import FILE, MOST_BYTES, HostileError, read

# What the check hands over, and what it built (.github/workflows/check.yml).
FINDINGS, PREVIEW = "findings", "vorschau"
# Packed it is never larger than this.
MOST_PACKED = 1_000_000
# Folders in which a change is no more than content.
CONTENT = ("events/", "content/")
US = "github-actions[bot]"

_SHA = re.compile(r"[0-9a-f]{40}")
_REPOSITORY = re.compile(r"[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """The check that has ended, as GitHub tells of it. `branch` is a text that whoever proposed the change chose."""

    number: int
    sha: str
    branch: str
    source: str

    @classmethod
    def read(cls, event: Any) -> Run:
        """Read the event of a workflow run. Raises HostileError."""
        try:
            run = event["workflow_run"]
            found = cls(
                number=int(run["id"]), sha=str(run["head_sha"]), branch=str(run["head_branch"]),
                source=str(run["head_repository"]["full_name"]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise HostileError("no event of a workflow run") from error
        if not _SHA.fullmatch(found.sha) or not _REPOSITORY.fullmatch(found.source):
            raise HostileError("a commit or a repository with a strange name")
        return found


@dataclass(frozen=True)
class GitHub:
    """A repository on GitHub; `site` is where people see it."""

    api: Api
    repository: str
    site: str

    def comment_on(self, run: Run) -> str:
        """Write or renew the comment on every pull request that the run checked; return what was done."""
        pulls = list(self._pulls(run))
        if not pulls:
            return "Der Vorschlag ist nicht mehr offen, oder es gibt eine neuere Fassung: kein Kommentar."
        artifacts = self._artifacts(run)
        return "\n".join(self._put(pull, self._text(run, pull, artifacts)) for pull in pulls)

    def _pulls(self, run: Run) -> Iterator[Mapping[str, Any]]:
        """Yield the open pull requests whose newest commit is the one that was checked."""
        owner = run.source.partition("/")[0]
        for pull in self.api.pages(f"/repos/{self.repository}/pulls", state="open", head=f"{owner}:{run.branch}"):
            head = pull["head"]
            if head["sha"] == run.sha and head["repo"] and head["repo"]["full_name"] == run.source:
                yield pull

    def _artifacts(self, run: Run) -> Mapping[str, int]:
        """Return the numbers of what the run left, by name."""
        found = self.api.get(f"/repos/{self.repository}/actions/runs/{run.number}/artifacts", per_page=100)["artifacts"]
        return {
            one["name"]: one["id"] for one in found
            if not one["expired"] and (one["name"] == PREVIEW or (one["name"] == FINDINGS and one["size_in_bytes"] <= MOST_PACKED))
        }

    def _text(self, run: Run, pull: Mapping[str, Any], artifacts: Mapping[str, int]) -> str:
        page = f"{self.site}/{self.repository}/actions/runs/{run.number}"
        try:
            packed = self.api.file(f"/repos/{self.repository}/actions/artifacts/{artifacts[FINDINGS]}/zip", MOST_PACKED)
            findings = read(unpacked(packed))
        except (KeyError, HostileError, ApiError) as error:
            sys.stderr.write(f"{FINDINGS}: {error}\n")
            return unreadable(page)
        source = f"{self.site}/{run.source}"
        links = Links(
            line=lambda path, line: f"{source}/blob/{run.sha}/{in_address(path)}?plain=1#L{line}",
            edit=lambda path: f"{source}/edit/{in_address(run.branch)}/{in_address(path)}",
            preview=f"{page}#artifacts" if PREVIEW in artifacts else "",
        )
        return comment(findings, links, self._others(pull))

    def _others(self, pull: Mapping[str, Any]) -> Iterator[str]:
        """Yield changed files that are no content, as GitHub tells."""
        for file in self.api.pages(f"/repos/{self.repository}/pulls/{int(pull['number'])}/files"):
            if not str(file["filename"]).startswith(CONTENT):
                yield str(file["filename"])

    def _put(self, pull: Mapping[str, Any], text: str) -> str:
        number = int(pull["number"])
        path = f"/repos/{self.repository}/issues/{number}/comments"
        for one in self.api.pages(path):
            if one["user"]["login"] == US and str(one["body"]).startswith(MARK):
                if one["body"].strip() == text.strip():
                    return f"#{number}: Der Kommentar ist schon der richtige."
                self.api.send("PATCH", f"/repos/{self.repository}/issues/comments/{int(one['id'])}", body=text)
                return f"#{number}: Kommentar erneuert."
        self.api.send("POST", path, body=text)
        return f"#{number}: Kommentar geschrieben."


def unpacked(data: bytes) -> bytes:
    """Return the one file that a zip of the check holds. Raises HostileError for any other zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            if [entry.filename for entry in entries] != [FILE] or entries[0].file_size > MOST_BYTES:
                raise HostileError("another zip than the check makes")
            with packed.open(entries[0]) as file:
                found = file.read(MOST_BYTES + 1)  # whatever the zip says of its size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        if isinstance(error, HostileError):
            raise
        raise HostileError("no zip") from error
    if len(found) > MOST_BYTES:
        raise HostileError("a zip that says too little of its size")
    return found


def main(env: Mapping[str, str] = os.environ) -> int:
    """Comment on the run of the event that GitHub hands over; return the exit status."""
    headers = {
        "Accept": "application/vnd.github+json", "Authorization": f"Bearer {env['GITHUB_TOKEN']}", "User-Agent": "ikw",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    event = json.loads(Path(env["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    github = GitHub(Api(env["GITHUB_API_URL"], headers), env["GITHUB_REPOSITORY"], env["GITHUB_SERVER_URL"])
    try:
        print(github.comment_on(Run.read(event)))
    except (ApiError, HostileError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
