"""Serve: the site on this machine, built anew and reloaded at every save. Floor 5.

The process stays: a save costs reading the files and making what shows them. The page reloads by itself through an event stream
that only this server adds; nothing of it is in the output.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import unquote

from watchfiles import watch

from ikw.build import build
from ikw.disk import BuildError
from ikw.places import Places
from ikw.prose_pages import ProsePages
from ikw.publishing.headers import KINDS, POLICY
from ikw.report import as_text, summary
from ikw.settings import Settings

STREAM, SCRIPT = "/.reload", "/.reload.js"
# `seen` is the build the page came from: one that was replaced while it loaded is loaded again at once.
RELOAD = b"""new EventSource("/.reload" + new URL(import.meta.url).search).onmessage = () => location.reload();\n"""
# Seconds between two words to a page that waits: that one has gone is only noticed by writing to it.
PULSE = 20.0


class Changes:
    """Tells waiting pages that the site was built anew."""

    def __init__(self) -> None:
        """Start at a build that no page has seen."""
        self.number = time.time_ns()
        self.condition = threading.Condition()

    def tell(self) -> None:
        """Wake every page."""
        with self.condition:
            self.number += 1
            self.condition.notify_all()

    def wait(self, seen: int, seconds: float) -> int:
        """Return the number of the newest build, at the latest after some seconds."""
        with self.condition:
            self.condition.wait_for(lambda: self.number != seen, seconds)
            return self.number


class Server(ThreadingHTTPServer):
    """A server for this machine only."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a page that went away while it was answered."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Handler(SimpleHTTPRequestHandler):
    """Serves the output as the web server will: the site's own 404 page, nothing cached."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, changes: Changes, base: str, **named: Any) -> None:
        """Take what pages wait for, and the path under which the site lives."""
        self.changes = changes
        self.base = base
        super().__init__(*arguments, **named)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: what counts are the builds."""

    def do_HEAD(self) -> None:
        """Answer like GET, without a body."""
        self.do_GET()

    def do_GET(self) -> None:
        """Answer a page, a file, or what makes pages reload."""
        path, _, query = self.path.partition("?")
        if path == STREAM:
            self._stream(query.removeprefix("seen="))
        elif path == SCRIPT:
            self._answer(200, RELOAD, KINDS[".js"])
        elif self.base and path in ("/", self.base):
            self._answer(302, location=f"{self.base}/")
        else:
            self._answer_file(path, query)

    def _answer_file(self, path: str, query: str) -> None:
        file = self._find(path)
        if file and os.path.isdir(file) and not path.endswith("/"):
            self._answer(301, location="/" + path.lstrip("/") + "/" + (f"?{query}" if query else ""))
            return
        page = os.path.join(file, "index.html") if file and path.endswith("/") else file
        if page and os.path.isfile(page):
            self._send(200, Path(page))
        else:
            self._send(404, Path(self.directory, "404.html"))

    def _find(self, path: str) -> str | None:
        """Return the file a path names: nothing hidden, nothing outside the output, nothing outside the base."""
        if not path.startswith(f"{self.base}/"):
            return None
        parts = [part for part in unquote(path.removeprefix(self.base)).split("/") if part]
        is_safe = all(not part.startswith(".") and not set("\0\\:") & set(part) for part in parts)
        return os.path.join(self.directory, *parts) if is_safe else None

    def _send(self, status: int, file: Path) -> None:
        seen = self.changes.number
        data = file.read_bytes() if file.is_file() else b"<!doctype html><title>404</title><body>404</body>"
        if file.suffix == ".html":
            data = data.replace(b"</body>", f'<script type="module" src="{SCRIPT}?seen={seen}"></script></body>'.encode())
        self._answer(status, data, KINDS.get(file.suffix) or self.guess_type(str(file)))

    def _answer(self, status: int, data: bytes = b"", kind: str = "text/plain", location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", POLICY)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _stream(self, seen: str) -> None:
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        known = int(seen) if seen.isdecimal() else self.changes.number
        while self.command != "HEAD":
            now = self.changes.wait(known, PULSE)
            self.wfile.write(b"retry: 500\ndata: neu\n\n" if now != known else b": noch da\n\n")
            self.wfile.flush()
            known = now


@dataclass(frozen=True, kw_only=True, slots=True)
class Watched:
    """What is built again and again, and what that is called in messages."""

    places: Places
    settings: Settings
    prose: ProsePages
    shown: str
    ended: threading.Event = field(default_factory=threading.Event)

    def interrupt(self, number: int, frame: FrameType | None) -> None:
        """End at once, or, where Python lets nobody hear an exception (in a finaliser, say), before the next save."""
        self.ended.set()
        signal.default_int_handler(number, frame)

    def build(self, *, may_fork: bool = False) -> bool:
        """Build once and say how it went; return whether the site has changed. Whatever goes wrong, the old site stands.

        `may_fork`: no thread of the server runs yet.
        """
        started = time.perf_counter()
        try:
            built = build(self.places, self.settings, self.prose, may_fork=may_fork)
        except BuildError as error:
            sys.stderr.write(f"{error}\n")
            return False
        except Exception:  # a template half written, a fault of ours: the next save may mend it
            traceback.print_exc()
            return False
        problems = built.loaded.problems
        if built.loaded.has_errors:
            sys.stderr.write(as_text([problem for problem in problems if problem.is_error], self.shown))
            print(f"{summary(problems, built.loaded.checked)} Die Seite steht noch wie vorher.", flush=True)
            return False
        if built.written or built.removed:
            sys.stderr.write(as_text(problems, self.shown))
            milliseconds = (time.perf_counter() - started) * 1000
            print(f"{built.written} Dateien neu, {built.removed} gelöscht, {milliseconds:.0f} ms.", flush=True)
        return bool(built.written or built.removed)

    def code(self) -> dict[Path, tuple[int, int]]:
        """Return time and size of every file that only a new process reads."""
        files = [*Path(__file__).parent.rglob("*.py"), self.prose.settings_file]
        return {path: (found.st_mtime_ns, found.st_size) for path in files if (found := _stat(path))}

    def changes(self, code: Mapping[Path, tuple[int, int]]) -> Iterator[bool]:
        """Yield after every save whether the site has changed. New code and settings, other than `code`, start the process anew."""
        watched = (self.places.events, self.places.content, self.places.theme, Path(__file__).parent)
        folders = [folder for folder in watched if folder.is_dir()]
        # The first time-out shows that it watches: what was saved until then has to be looked for.
        is_watching = False
        saves = watch(
            *folders, self.prose.settings_file, debounce=50, step=10, rust_timeout=500, yield_on_timeout=True, stop_event=self.ended
        )
        for found in saves:
            if any(path.endswith(".py") for _, path in found) or (not is_watching and self.code() != code):
                self.restart()
            if found or not is_watching:
                yield self.build()
            is_watching = True

    def restart(self) -> None:
        """Run the same command anew, unless it could not even check the data: only a new process sees new code."""
        check = [
            sys.executable, "-m", "ikw", "check", "--format", "json", "--settings", str(self.prose.settings_file),
            "--events", str(self.places.events), "--cache", str(self.places.cache),
        ]
        done = subprocess.run(check, capture_output=True, check=False, encoding="utf-8")
        if done.returncode in (0, 1) and not done.stderr:
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        sys.stderr.write(done.stderr)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:  # an editor that writes a new file and renames it
        return None


def serve(
    places: Places, settings: Settings, prose: ProsePages, port: int, shown: str, *, is_url_given: bool = False,
) -> int:
    """Build, serve and watch until interrupted; return an exit status. Links are to this server unless an address was given."""
    changes = Changes()
    base = settings.base if is_url_given else ""
    try:
        server = Server(("127.0.0.1", port), partial(Handler, directory=str(places.output), changes=changes, base=base))
    except OSError as error:
        sys.stderr.write(f"Port {port} ist nicht frei ({error.strerror}). Nehmen Sie einen anderen: make serve PORT=8001\n")
        return 2
    if not is_url_given:
        settings = replace(settings, site_url=f"http://localhost:{server.server_port}")
    watched = Watched(places=places, settings=settings, prose=prose, shown=shown)
    signal.signal(signal.SIGINT, watched.interrupt)
    with server:
        try:
            code = watched.code()
            watched.build(may_fork=True)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            print(f"http://localhost:{server.server_port}{base}/  (Ende mit Strg+C)", flush=True)
            for is_new in watched.changes(code):
                if is_new:
                    changes.tell()
        except KeyboardInterrupt:
            print()
    return 0
