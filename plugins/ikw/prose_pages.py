"""Prose pages: Pelican makes them in a process of its own, and the build puts them in place like any other group. Floor 5.

Importing Pelican takes longer than building seventy events, so it starts first and runs beside the rest; when no prose page and
nothing around it has changed, it does not start at all.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from ikw.cache import digest_files, fingerprint
from ikw.groups import Group
from ikw.output import OutputFile

# Tells the plugin inside Pelican that it is only asked for prose, and where the events are.
JOB = "IKW_PROSE_JOB"
# The key of the group; it is made last and never in a worker, since only its parent can wait for Pelican.
PROSE = "prose"


class PelicanError(RuntimeError):
    """Pelican failed; the text is what it said."""


class ProsePages:
    """The prose pages of a site: their titles, and the run of Pelican that makes them."""

    def __init__(self, content: Path, settings_file: Path, events: Path, site_url: str, cache: Path) -> None:
        """Take what Pelican must be told."""
        self.folder = content / "pages"
        self.settings_file = settings_file
        self.events = events
        self.site_url = site_url
        self.output = cache / f"prose-{fingerprint(events.resolve(), site_url)}"
        self.process: subprocess.Popen[bytes] | None = None
        self.titles = tuple(read_titles(self.folder))

    def refresh(self) -> None:
        """Read the titles again."""
        self.titles = tuple(read_titles(self.folder))

    def start(self) -> None:
        """Start Pelican, unless it runs already."""
        if self.process is None:
            shutil.rmtree(self.output, ignore_errors=True)
            job = json.dumps({"events": str(self.events), "site_url": self.site_url})
            command = [
                sys.executable, "-m", "pelican", str(self.folder.parent), "-s", str(self.settings_file), "-o", str(self.output),
                "--fatal=errors", "--log-handler=plain",
            ]
            self.process = subprocess.Popen(
                command, env={**os.environ, JOB: job}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )

    def group(self, common: str) -> Group:
        """Return the pages as a group."""
        digest = digest_files(self.folder.glob("*")) if self.folder.is_dir() else ""
        return Group(PROSE, fingerprint(common, digest), partial(self._collect))

    def stop(self) -> None:
        """End Pelican when the build will not come to an end."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _collect(self) -> Iterator[OutputFile]:
        self.start()
        assert self.process
        said, _ = self.process.communicate()
        status, self.process = self.process.returncode, None
        if status:
            raise PelicanError(said.decode("utf-8", "replace").strip())
        for path in sorted(self.output.rglob("*")):
            if path.is_file():
                yield OutputFile(path=path.relative_to(self.output).as_posix(), data=path.read_bytes())


def read_titles(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield slug and title of every page from its header (Pelican's metadata: `Title: …`, `Slug: …`)."""
    for path in sorted(folder.glob("*.md")):
        header: dict[str, str] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            name, colon, value = line.partition(":")
            if not colon:
                break
            header[name.strip().lower()] = value.strip()
        if header.get("title"):
            yield header.get("slug", path.stem), header["title"]
