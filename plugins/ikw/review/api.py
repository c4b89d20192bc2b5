"""API: JSON and files over HTTP, with a key that goes to the host it belongs to and nowhere else. Floor 5, standard library only."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode, urljoin, urlsplit

MOST_BYTES = 10_000_000
MOST_PAGES = 10
PER_PAGE = 100
SECONDS = 30


def in_address(text: str) -> str:
    """Return a path or a name so that it stands in an address and ends nothing around it, whatever its letters are."""
    return quote(text, errors="replace")


class ApiError(RuntimeError):
    """The host does not answer as it should; `status` is 0 where it does not answer at all."""

    def __init__(self, message: str, status: int = 0) -> None:
        """Take what went wrong."""
        super().__init__(message)
        self.status = status


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object) -> None:
        return None


@dataclass(frozen=True)
class Api:
    """A host's API at `base`, called with `headers` that hold the key."""

    base: str
    headers: Mapping[str, str]
    _opener: urllib.request.OpenerDirector = field(default_factory=lambda: urllib.request.build_opener(_NoRedirect))

    def get(self, path: str, **query: object) -> Any:
        """Return JSON."""
        return self._json("GET", f"{path}?{urlencode(query)}" if query else path)

    def pages(self, path: str, **query: object) -> Iterator[Any]:
        """Yield the items of a list that comes in pages; no more than some thousand."""
        for page in range(1, MOST_PAGES + 1):
            items = self.get(path, **query, per_page=PER_PAGE, page=page)
            if not isinstance(items, list):
                raise ApiError(f"{path}: no list")
            yield from items
            if len(items) < PER_PAGE:
                return

    def send(self, method: str, path: str, **fields: object) -> Any:
        """Send fields as JSON and return the answer."""
        return self._json(method, path, json.dumps(fields).encode())

    def file(self, path: str, most: int) -> bytes:
        """Return a file of at most so many bytes. Where the host sends us on to a store, the key does not come along."""
        url, headers = self.base + path, self.headers
        for _ in range(3):
            status, data, location = self._open(urllib.request.Request(url, headers=dict(headers)), most)
            if status not in (301, 302, 303, 307, 308):
                return data
            url, before = urljoin(url, location), url
            if urlsplit(url).scheme != urlsplit(before).scheme:
                raise ApiError(f"{path}: sent on to {urlsplit(url).scheme}")
            headers = headers if urlsplit(url).netloc == urlsplit(before).netloc else {}
        raise ApiError(f"{path}: sent on and on")

    def _json(self, method: str, path: str, data: bytes | None = None) -> Any:
        headers = {**self.headers, "Content-Type": "application/json"} if data else dict(self.headers)
        status, answer, _ = self._open(urllib.request.Request(self.base + path, data, headers, method=method), MOST_BYTES)
        if status >= 300:
            raise ApiError(f"{path}: status {status}", status)
        try:
            return json.loads(answer) if answer else None
        except ValueError as error:
            raise ApiError(f"{path}: no JSON") from error

    def _open(self, request: urllib.request.Request, most: int) -> tuple[int, bytes, str]:
        path = urlsplit(request.full_url).path
        try:
            with self._opener.open(request, timeout=SECONDS) as answer:
                data = answer.read(most + 1)
        except urllib.error.HTTPError as error:
            with error:
                if 300 <= error.code < 400:
                    return error.code, b"", error.headers.get("Location") or ""
            raise ApiError(f"{path}: status {error.code}", error.code) from error
        except (OSError, HTTPException) as error:
            raise ApiError(f"{path}: {error}") from error
        if len(data) > most:
            raise ApiError(f"{path}: more than {most} bytes")
        return answer.status, data, ""
