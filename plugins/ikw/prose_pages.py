"""Prose pages: Pelican makes them in a process of its own; the build puts them in place like any other group. Floor 5.

Importing Pelican takes longer than building seventy events, so it starts first and runs beside the rest; once the data is read,
it is handed the frames of its pages. When no prose page and nothing around it has changed, it does not start at all.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ikw.cache import digest_file, digest_folder, fingerprint
from ikw.output import OutputFile
from ikw.prose_job import JOB

if TYPE_CHECKING:
    from ikw.prose_headers import Header
    from ikw.work import Group, Work


class Prose(Protocol):
    """Whoever makes the prose pages of a build."""

    @property
    def headers(self) -> tuple[Header, ...]:
        """What every page says of itself, in every language."""

    def prepare(self, lock: int, *, is_needed: bool) -> None:
        """Read what the pages say of themselves. Whoever runs on holds the lock of the cache."""

    def group(self, work: Work) -> Group:
        """Return the pages as a group."""

    def hand_over(self, work: Work) -> None:
        """Say that the group is going to be made, before all others are."""

    def stop(self) -> None:
        """End what still runs."""


class ProsePages:
    """The prose pages of a site: their titles, and the run of Pelican that makes them."""

    def __init__(self, content: Path, settings_file: Path, cache: Path) -> None:
        """Take what Pelican must be told."""
        self.folder = content / "pages"
        self.settings_file = settings_file
        self.output = cache / "prose"
        self.process: subprocess.Popen[bytes] | None = None
        self.headers: tuple[Header, ...] = ()
        self.lock = -1
        self.paths: tuple[str, ...] = ()

    def prepare(self, lock: int, *, is_needed: bool) -> None:
        """Start Pelican at once if it is needed for sure; read the headers."""
        self.lock = lock
        if is_needed:
            self.start()
        from ikw.prose_headers import read_headers  # noqa: PLC0415 -- slow import: Pelican has started

        self.headers = tuple(read_headers(self.folder))

    def start(self) -> None:
        """Start Pelican, unless it runs already. It waits for its job once it is imported."""
        if self.process is None:
            shutil.rmtree(self.output, ignore_errors=True)
            command = [
                sys.executable, "-m", "pelican", str(self.folder.parent), "-s", str(self.settings_file), "-o", str(self.output),
                "--fatal=errors", "--log-handler=plain",
            ]
            self.process = subprocess.Popen(
                command, env={**os.environ, JOB: "1"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                pass_fds=(self.lock,),
            )

    def group(self, work: Work) -> Group:
        """Return the pages as a group: their frames, their texts, and all settings, since Pelican has its own."""
        from ikw.prose_frames import refuse_taken  # noqa: PLC0415 -- slow import, see above
        from ikw.work import PROSE, Group  # noqa: PLC0415 -- see above

        refuse_taken(self.headers, work)
        # publishconf.py, or one made for another programme, may read it
        settings = [digest_file(file) for file in (self.settings_file, self.settings_file.with_name("pelicanconf.py"))]
        return Group(PROSE, fingerprint(work.common, digest_folder(self.folder), *settings), self._collect)

    def hand_over(self, work: Work) -> None:
        """Give Pelican, which is started if need be, the frames of its pages."""
        from ikw.prose_frames import make_job, paths  # noqa: PLC0415 -- slow import, see above

        self.start()
        assert self.process
        assert self.process.stdin
        self.paths = paths(work, self.headers)
        job = make_job(work, self.headers)
        # Where it has ended already, it tells why when the pages are collected.
        with contextlib.suppress(BrokenPipeError), self.process.stdin as pipe:
            pipe.write(pickle.dumps(job))

    def stop(self) -> None:
        """End Pelican when the build did not come to need it."""
        process, self.process = self.process, None
        if process:
            process.kill()
            with process:  # closes what is open between us
                pass

    def _collect(self) -> Iterator[OutputFile]:
        assert self.process
        assert self.process.stdout
        with self.process.stdout as pipe:
            said = pipe.read()
        status = self.process.wait()
        self.process = None
        if status:
            from ikw.prose_headers import PelicanError  # noqa: PLC0415 -- slow import, see above

            words = said.decode("utf-8", "replace").strip()
            raise PelicanError(f"Pelican konnte die Seiten in {self.folder} nicht bauen:\n{words}")
        for path in self.paths:
            yield OutputFile(path=path, data=(self.output / path).read_bytes())
