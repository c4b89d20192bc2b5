"""Serve: the site on this machine, built anew and reloaded at every save. Floor 5.

The process stays: a save costs reading the files and making what shows them. The page reloads by itself through an event stream that
only this server adds; nothing of it is in the output.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import watch

from ikw.build import Places, build
from ikw.prose_pages import PelicanError, ProsePages
from ikw.report import as_text, summary
from ikw.settings import Settings

RELOAD = b'<script type="module">new EventSource("/.reload").onmessage=()=>location.reload()</script></body>'


class Changes:
    """Tells waiting pages that the site was built anew."""

    def __init__(self) -> None:
        """Start at build 0."""
        self.number = 0
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


class Handler(SimpleHTTPRequestHandler):
    """Serves the output as the web server will: the site's own 404 page, nothing cached."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, changes: Changes, base: str, **named: Any) -> None:
        """Take what pages wait for."""
        self.changes = changes
        self.base = base
        super().__init__(*arguments, **named)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Say nothing: what counts are the builds."""

    def do_GET(self) -> None:
        """Answer a page, a file, or the event stream."""
        if self.path == "/.reload":
            self._stream()
            return
        path = self.path.split("?")[0]
        if self.base and path.startswith(self.base):
            path = path.removeprefix(self.base)
        file = Path(self.translate_path(path))
        if file.is_dir():
            if not path.endswith("/"):
                self._answer(301, b"", "text/plain", location=f"{self.path}/")
                return
            file = file / "index.html"
        if file.is_file():
            self._send(200, file)
        else:
            self._send(404, Path(self.directory) / "404.html")

    def _send(self, status: int, file: Path) -> None:
        data = file.read_bytes() if file.is_file() else b"404"
        kind = self.guess_type(str(file))
        if kind == "text/html":
            kind = "text/html; charset=utf-8"
            data = data.replace(b"</body>", RELOAD)
        self._answer(status, data, kind)

    def _answer(self, status: int, data: bytes, kind: str, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.close_connection = True
        seen = self.changes.number
        try:
            while True:
                now = self.changes.wait(seen, 20)
                self.wfile.write(b"data: neu\n\n" if now != seen else b": noch da\n\n")
                self.wfile.flush()
                seen = now
        except OSError:
            return


def serve(places: Places, settings: Settings, prose: ProsePages, port: int, shown: str) -> int:
    """Build, serve and watch until interrupted. Returns an exit status."""
    changes = Changes()
    _build(places, settings, prose, shown)
    handler = partial(Handler, directory=str(places.output), changes=changes, base=settings.base)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        sys.stderr.write(f"Port {port} ist nicht frei ({error.strerror}). Nehmen Sie einen anderen: make serve PORT=8001\n")
        return 2
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://localhost:{server.server_port}{settings.base}/  (Ende mit Strg+C)", flush=True)
    code = places.project / "plugins"
    folders = [folder for folder in (places.events, places.content, places.theme, code) if folder.is_dir()]
    files = [path for path in (places.project / "pelicanconf.py",) if path.is_file()]
    for found in watch(*folders, *files, debounce=50, step=10, rust_timeout=5000, yield_on_timeout=False):
        if any(path.endswith(".py") for _, path in found):
            server.server_close()
            # Code or settings changed: only a new process sees them.
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])
        if _build(places, settings, prose, shown):
            changes.tell()
    return 0


def _build(places: Places, settings: Settings, prose: ProsePages, shown: str) -> bool:
    """Build once and say how it went; return whether a site stands that is new."""
    started = time.perf_counter()
    try:
        prose.refresh()
        # Threads of the server run: no fork.
        built = build(places, settings, prose, may_fork=False)
    except PelicanError as error:
        sys.stderr.write(f"{error}\n")
        return False
    sys.stderr.write(as_text([problem for problem in built.loaded.problems if problem.is_error] or built.loaded.problems, shown))
    if built.loaded.has_errors:
        print(f"{summary(built.loaded.problems, len(built.loaded.parsed))} Die Seite steht noch wie vorher.", flush=True)
        return False
    print(f"{built.written} Dateien neu, {built.removed} gelöscht, {(time.perf_counter() - started) * 1000:.0f} ms.", flush=True)
    return True
