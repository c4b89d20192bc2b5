"""GitLab: the one comment on each merge request, written by a trusted run of the main branch. Floor 5, standard library only.

GitLab starts nothing after another project's pipeline. So a schedule of the main branch looks every few minutes: it asks GitLab for
the open merge requests, and for what the pipeline of their newest commit left. Called as `python3 -m ikw.review.gitlab`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ikw.review.api import Api, ApiError, in_address
from ikw.review.comment import MARK, Links, comment, unreadable
from ikw.review.findings import FILE, MOST_BYTES, HostileError, read
from ikw.review.github import CONTENT

# The job that tries a change, and where it leaves what it found (.gitlab-ci.yml).
JOB = "check"
# The most recently changed ones: older ones have their comment.
MOST_REQUESTS = 50
ENDED = ("success", "failed")


@dataclass(frozen=True)
class GitLab:
    """A project on GitLab; `site` is where people see it."""

    api: Api
    project: str
    site: str

    def comment_on_all(self) -> Iterator[str]:
        """Write or renew the comment on every open merge request whose check has ended; yield what was done."""
        us = int(self.api.get("/user")["id"])
        requests = self.api.pages(f"/projects/{self.project}/merge_requests", state="opened", order_by="updated_at")
        for request in islice(requests, MOST_REQUESTS):
            number = int(request["iid"])
            try:
                job = self._job(request)
                if job:
                    yield self._put(number, us, self._text(request, job))
            except (ApiError, KeyError, TypeError, ValueError) as error:
                yield f"!{number}: {type(error).__name__}: {error}"

    def _job(self, request: Mapping[str, Any]) -> Mapping[str, Any] | None:
        """Return the ended job that tried the newest commit; a fork's pipeline may run in the fork's own project."""
        for pipeline in self.api.get(f"/projects/{self.project}/merge_requests/{int(request['iid'])}/pipelines"):
            if pipeline["sha"] == request["sha"]:
                owner = int(pipeline["project_id"])
                for job in self.api.pages(f"/projects/{owner}/pipelines/{int(pipeline['id'])}/jobs"):
                    if job["name"] == JOB and job["status"] in ENDED:
                        return {**job, "project": owner}
        return None

    def _text(self, request: Mapping[str, Any], job: Mapping[str, Any]) -> str:
        artifacts = f"/projects/{job['project']}/jobs/{int(job['id'])}/artifacts"
        source = self.api.get(f"/projects/{int(request['source_project_id'])}")
        home = f"{self.site}/{in_address(str(source['path_with_namespace']))}"
        runs_in = source if job["project"] == source["id"] else self.api.get(f"/projects/{job['project']}")
        page = f"{self.site}/{in_address(str(runs_in['path_with_namespace']))}/-/jobs/{int(job['id'])}"
        try:
            findings = read(self.api.file(f"{artifacts}/findings/{FILE}", MOST_BYTES))
        except (HostileError, ApiError) as error:
            sys.stderr.write(f"!{int(request['iid'])}: {error}\n")
            return unreadable(page)
        branch, commit = in_address(str(request["source_branch"])), in_address(str(request["sha"]))
        links = Links(
            line=lambda path, line: f"{home}/-/blob/{commit}/{in_address(path)}?plain=1#L{line}",
            edit=lambda path: f"{home}/-/edit/{branch}/{in_address(path)}",
            preview=f"{page}/artifacts/download" if job.get("artifacts_file") else "",
        )
        return comment(findings, links, self._others(request))

    def _others(self, request: Mapping[str, Any]) -> Iterator[str]:
        for file in self.api.pages(f"/projects/{self.project}/merge_requests/{int(request['iid'])}/diffs"):
            if not str(file["new_path"]).startswith(CONTENT):
                yield str(file["new_path"])

    def _put(self, number: int, us: int, text: str) -> str:
        path = f"/projects/{self.project}/merge_requests/{number}/notes"
        for note in self.api.pages(path):
            if note["author"]["id"] == us and str(note["body"]).startswith(MARK):
                if str(note["body"]).strip() == text.strip():
                    return f"!{number}: Der Kommentar ist schon der richtige."
                self.api.send("PUT", f"{path}/{int(note['id'])}", body=text)
                return f"!{number}: Kommentar erneuert."
        self.api.send("POST", path, body=text)
        return f"!{number}: Kommentar geschrieben."


def main(env: Mapping[str, str] = os.environ) -> int:
    """Comment on all open merge requests of the project the pipeline runs in; return the exit status."""
    api = Api(env["CI_API_V4_URL"], {"PRIVATE-TOKEN": env["REVIEW_TOKEN"], "User-Agent": "ikw"})
    gitlab = GitLab(api, str(int(env["CI_PROJECT_ID"])), env["CI_SERVER_URL"])
    try:
        for line in gitlab.comment_on_all():
            print(line)
    except ApiError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
