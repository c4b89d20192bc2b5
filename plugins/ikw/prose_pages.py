"""Prose pages: Pelican makes them in a process of its own, and the build puts them in place like any other group. Floor 5.

Importing Pelican takes longer than building seventy events, so it starts first and runs beside the rest; once the data is read it is handed
the frames of its pages. When no prose page and nothing around it has changed, it does not start at all.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ikw.cache import digest_files, fingerprint
from ikw.groups import PROSE, Group, Work
from ikw.output import OutputFile
from ikw.views.records import Frame

# Tells the plugin inside Pelican that it is only asked for prose: what it needs comes through standard input.
JOB = "IKW_PROSE_JOB"


class PelicanError(RuntimeError):
    """Pelican failed; the text is what it said."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a prose page says of itself."""

    slug: str
    title: str
    summary: str


class ProsePages:
    """The prose pages of a site: their titles, and the run of Pelican that makes them."""

    def __init__(self, content: Path, settings_file: Path, cache: Path) -> None:
        """Take what Pelican must be told."""
        self.folder = content / "pages"
        self.settings_file = settings_file
        self.output = cache / "prose"
        self.process: subprocess.Popen[bytes] | None = None
        self.headers: tuple[Header, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Read the headers again."""
        self.headers = tuple(read_headers(self.folder))

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """Slug and title of every page."""
        return tuple((header.slug, header.title) for header in self.headers)

    def start(self) -> None:
        """Start Pelican, unless it runs already. It waits for its job once it is imported."""
        if self.process is None:
            shutil.rmtree(self.output, ignore_errors=True)
            command = [
                sys.executable, "-m", "pelican", str(self.folder.parent), "-s", str(self.settings_file), "-o", str(self.output),
                "--fatal=errors", "--log-handler=plain",
            ]
            self.said = tempfile.TemporaryFile()
            self.process = subprocess.Popen(
                command, env={**os.environ, JOB: "1"}, stdin=subprocess.PIPE, stdout=self.said, stderr=subprocess.STDOUT,
            )

    def group(self, work: Work) -> Group:
        """Return the pages as a group."""
        digest = digest_files(self.folder.glob("*")) if self.folder.is_dir() else ""
        return Group(PROSE, fingerprint(work.common, digest), lambda: self._collect())

    def hand_over(self, work: Work) -> None:
        """Give Pelican, which is started if need be, the frames of its pages."""
        self.start()
        assert self.process
        assert self.process.stdin
        job = {"frames": frames(work, self.headers), "stamps": dict(work.theme.stamps), "urls": work.default.urls}
        with self.process.stdin as pipe:
            pipe.write(pickle.dumps(job))

    def stop(self) -> None:
        """End Pelican when the build did not come to need it."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def _collect(self) -> Iterator[OutputFile]:
        assert self.process
        status = self.process.wait()
        self.process = None
        if status:
            self.said.seek(0)
            raise PelicanError(self.said.read().decode("utf-8", "replace").strip())
        for path in sorted(self.output.rglob("*")):
            if path.is_file():
                yield OutputFile(path=path.relative_to(self.output).as_posix(), data=path.read_bytes())


def frames(work: Work, headers: tuple[Header, ...]) -> Mapping[str, Frame]:
    """Return the frame of each page by its slug."""
    site = work.default
    made = work.frames(site, site.current)
    return {
        header.slug: made.frame(kind="page", heading=header.title, description=header.summary, href=site.urls.page(header.slug))
        for header in headers
    }


def read_headers(folder: Path) -> Iterator[Header]:
    """Yield the header of every page (Pelican's metadata: `Title: …`, `Slug: …`, `Summary: …`)."""
    for path in sorted(folder.glob("*.md")):
        header: dict[str, Any] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            name, colon, value = line.partition(":")
            if not colon:
                break
            header[name.strip().lower()] = value.strip()
        if header.get("title"):
            yield Header(header.get("slug", path.stem), header["title"], header.get("summary", ""))
