"""A host that answers as GitHub or GitLab would, on this machine: what it is asked is written down, what it says is given."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit


@dataclass
class Host:
    """A small host. `answers` hold, by "METHOD /path", what is said: JSON, bytes, (status, headers), or a function of the query."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)
    address: str = ""

    def paths(self, method: str) -> list[str]:
        """What was asked with a method."""
        return [path for one, path, _, _ in self.asked if one == method]

    def sent(self) -> list[tuple[str, str, str]]:
        """What was written: method, path, text."""
        return [(method, path, body["body"]) for method, path, _, body in self.asked if method != "GET"]


class _Handler(BaseHTTPRequestHandler):
    host: Host

    def _answer(self) -> None:
        parts = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        self.host.asked.append((self.command, self.path, dict(self.headers.items()), body))
        found = self.host.answers.get(f"{self.command} {parts.path}")
        if callable(found):
            found = found({key: values[0] for key, values in parse_qs(parts.query).items()})
        status, headers, data = 200, {}, b""
        if found is None:
            status = 404
        elif isinstance(found, tuple):
            status, headers = found
        else:
            data = found if isinstance(found, bytes) else json.dumps(found).encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815 -- the base class calls them so

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@contextmanager
def answering(answers: dict[str, Any] | None = None) -> Iterator[Host]:
    """Answer while the block runs."""
    host = Host(answers=answers or {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"host": host}))
    host.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def paged(items: list[Any]) -> Callable[[dict[str, str]], list[Any]]:
    """Answer a list in pages."""
    def page(query: dict[str, str]) -> list[Any]:
        size = int(query["per_page"])
        return items[(int(query["page"]) - 1) * size : int(query["page"]) * size]

    return page
