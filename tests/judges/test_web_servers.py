"""The published site on a real nginx and a real Caddy, with the configurations in deploy/: headers, packed files, 404, the switch."""

from __future__ import annotations

import gzip
import runpy
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from ikw.publishing.headers import headers_of
from ikw.publishing.release import HEADERS, Release, make
from ikw.publishing.web_server import Target, go_back, publish
from ikw.settings import PELICANS, read
from judges.builds import ROOT
from judges.in_page import PHONE, Look, named
from judges.pages import Page
from judges.test_requests import asked
from judges.web_servers import SERVERS
from publishing.lives import edited
from small import tree

pytestmark = pytest.mark.slow

# Of each ending some are enough; nobody wants three thousand requests.
OF_EACH = 5


@pytest.fixture(scope="session")
def live(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Release:
    """A release of the sample site, as `make release` makes it, but packed in a hurry: how small files become, other tests say."""
    sys.path.insert(0, str(ROOT))
    values = {key: value for key, value in runpy.run_path(str(ROOT / "pelicanconf.py")).items() if key.isupper()}
    sys.path.remove(str(ROOT))
    return make(site, tmp_path_factory.mktemp("release") / "public", site.parent / "cache", read(values, PELICANS), is_quick=True)


@dataclass(frozen=True)
class Live:
    """A web server that shows what was published to a target."""

    name: str
    origin: str
    target: Target


@pytest.fixture(scope="session", params=SERVERS)
def server(request: pytest.FixtureRequest, live: Release, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """The sample site, published by rsync and shown by a server."""
    folder = tmp_path_factory.mktemp(request.param)
    target = Target.read(str(folder / "srv"))
    publish(live, target)
    with SERVERS[request.param](Path(target.path, "current"), folder) as origin:
        yield Live(name=request.param, origin=origin, target=target)


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(origin: str, path: str, method: str = "GET", **headers: str) -> Answer:
    """Ask for a path, and follow no redirect."""
    connection = HTTPConnection(urlsplit(origin).netloc, timeout=20)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer: HTTPResponse = connection.getresponse()
        return Answer(status=answer.status, headers={name.title(): value for name, value in answer.headers.items()}, body=answer.read())
    finally:
        connection.close()


def some_of_each(release: Release) -> list[str]:
    """Some files of every ending, and all that stand at the top."""
    found: dict[str, list[str]] = {}
    for path in tree(release.folder):
        if not path.startswith(".") and not path.endswith((".br", ".gz")) and path != HEADERS:
            found.setdefault(Path(path).suffix if "/" in path else path, []).append(path)
    return sorted(path for paths in found.values() for path in paths[:OF_EACH])


def titled(headers: dict[str, str]) -> dict[str, str]:
    return {name.title(): value for name, value in headers.items()}


# Headers and packed files


def test_every_kind_of_file_is_sent_as_the_table_says(server: Live, live: Release) -> None:
    different = []
    for path in some_of_each(live):
        answer = get(server.origin, f"/{path}")
        wanted = titled(headers_of(f"/{path}"))
        if (answer.status, answer.body) != (200, (live.folder / path).read_bytes()):
            different.append(f"{path}: {answer.status}, {len(answer.body)} bytes")
        different += [f"{path}: {name}: {answer.headers.get(name)} for {value}" for name, value in wanted.items() if answer.headers.get(name) != value]
        others = {"Content-Security-Policy", "Access-Control-Allow-Origin", "Cache-Control"} & answer.headers.keys() - wanted.keys()
        different += [f"{path}: {name} should not be there" for name in others]
    assert different == []


@pytest.mark.parametrize(("accepts", "encoding", "unpack"), [
    ("br, gzip", "br", brotli.decompress), ("gzip, deflate, br", "br", brotli.decompress), ("gzip", "gzip", gzip.decompress),
    ("identity", None, bytes), ("", None, bytes),
])
def test_packed_files_are_sent_as_the_browser_takes_them(
    accepts: str, encoding: str | None, unpack: Callable[[bytes], bytes], server: Live, live: Release,
) -> None:
    packed = [path for path in some_of_each(live) if (live.folder / f"{path}.br").exists()]
    assert len(packed) > 10
    for path in packed:
        answer = get(server.origin, f"/{path}", Accept_Encoding=accepts)
        assert (path, answer.status, answer.headers.get("Content-Encoding")) == (path, 200, encoding)
        assert "Accept-Encoding" in answer.headers.get("Vary", ""), path
        assert unpack(answer.body) == (live.folder / path).read_bytes()
        if encoding:  # made before, not while we wait
            assert answer.body == (live.folder / f"{path}.{'br' if encoding == 'br' else 'gz'}").read_bytes()


def test_a_folder_shows_its_page(server: Live, live: Release) -> None:
    for path in ("/", "/2025/", "/kontakt/"):
        answer = get(server.origin, path, Accept_Encoding="br")
        assert (answer.status, answer.headers["Content-Type"], answer.headers["Content-Encoding"]) == (200, "text/html; charset=utf-8", "br")
        assert brotli.decompress(answer.body) == (live.folder / path.lstrip("/") / "index.html").read_bytes()


def test_without_its_slash_a_folder_leads_to_itself(server: Live) -> None:
    answer = get(server.origin, "/2025")
    assert (answer.status in (301, 308), answer.headers["Location"]) == (True, "/2025/")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_a_browser_has_is_not_sent_again(server: Live) -> None:
    first = get(server.origin, "/", Accept_Encoding="br")
    again = get(server.origin, "/", Accept_Encoding="br", If_None_Match=first.headers["Etag"])
    assert (again.status, again.body, again.headers["Cache-Control"]) == (304, b"", "public, max-age=300")


# What is not there


@pytest.mark.parametrize("path", [
    "/gibt/es/nicht/", "/2025/nirgends/", "/theme/site.00000000.css", "/nichts.ics", "/.release", "/.built", "/2025/.git/config", "/..%2f..%2fetc/passwd",
    "/%2e%2e/releases/lineage", "/zz/nichts",
])
def test_what_is_not_there_is_answered_by_its_page(path: str, server: Live, live: Release) -> None:
    answer = get(server.origin, path)
    assert (path, answer.status) in ((path, 404), (path, 400))
    if answer.status == 404:
        assert answer.body == (live.folder / "404.html").read_bytes()
        wanted = titled(headers_of("/404.html"))
        assert {name: answer.headers.get(name) for name in wanted} == wanted
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_each_language_has_its_own_page_for_that(server: Live, live: Release) -> None:
    """Whatever languages the site has: here one more, only for this test."""
    root = Path(server.target.path, "current")
    (root / "zz").mkdir()
    try:
        (root / "zz" / "404.html").write_text("<!doctype html><title>Zz</title>", encoding="utf-8")
        answers = [get(server.origin, path) for path in ("/zz/2025/nichts/", "/zz/nichts.json", "/2025/zz/nichts/")]
        pages = [b"<!doctype html><title>Zz</title>"] * 2 + [(live.folder / "404.html").read_bytes()]
        assert [(answer.status, answer.body) for answer in answers] == [(404, page) for page in pages]
    finally:
        (root / "zz" / "404.html").unlink()
        (root / "zz").rmdir()


@pytest.mark.parametrize("name", SERVERS)
def test_a_site_may_live_under_a_path(name: str, tmp_path: Path) -> None:
    (tmp_path / "release").mkdir()
    (tmp_path / "html").mkdir()
    (tmp_path / "release" / "index.html").write_text("Programm", encoding="utf-8")
    (tmp_path / "release" / "404.html").write_text("nicht da", encoding="utf-8")
    (tmp_path / "html" / "ikw").symlink_to(tmp_path / "release")
    with SERVERS[name](tmp_path / "html", tmp_path, base="/ikw") as origin:
        found = [(answer.status, answer.body) for answer in (get(origin, path) for path in ("/ikw/", "/ikw/x/", "/x/"))]
    assert found == [(200, b"Programm"), (404, b"nicht da"), (404, b"nicht da")]


# The switch


def test_visitors_see_the_old_site_or_the_new_one(server: Live, live: Release, tmp_path: Path) -> None:
    """While releases come and go, somebody asks for the front page all the time; those that come are small, so that many do."""
    (tmp_path / "public").mkdir()
    for name in ("index.html", "404.html"):
        shutil.copy(live.folder / name, tmp_path / "public" / name)
    old = (live.folder / "index.html").read_bytes()
    seen: set[tuple[int, bytes]] = set()
    is_over = threading.Event()

    def ask() -> None:
        while not is_over.is_set():
            answer = get(server.origin, "/")
            seen.add((answer.status, answer.body))

    visitor = threading.Thread(target=ask)
    visitor.start()
    try:
        for number in range(4):
            publish(edited(Release(folder=tmp_path / "public", digest="", files=2), f"Fassung {number}"), server.target)
        for _ in range(4):
            go_back(server.target)
    finally:
        is_over.set()
        visitor.join()
    assert seen <= {(200, old), *((200, f"Fassung {number}".encode()) for number in range(4))}
    assert len(seen) > 1
    assert get(server.origin, "/").body == old


# A browser


@pytest.mark.parametrize("server", ["nginx"], indirect=True)
def test_no_page_breaks_the_policy(server: Live, kinds: list[Page], look: Look) -> None:
    """A page of every kind, with the policy that is really sent: nothing is refused, nothing comes from elsewhere."""
    assert [fault for page in kinds for fault in named(page.href, asked(look, server.origin + page.href))] == []
    look.at(f"{server.origin}/gibt/es/nicht/", width=PHONE)
    assert look.tab.evaluate("document.body.className").startswith("on-notfound")


@pytest.mark.parametrize("server", ["nginx"], indirect=True)
def test_a_page_that_breaks_the_policy_is_noticed(server: Live, look: Look) -> None:
    """Otherwise the test above could not fail."""
    root = Path(server.target.path, "current")
    (root / "broken.html").write_text(
        '<!doctype html><html lang="de"><title>x</title><p style="color:red">x</p><script>a()</script><iframe src="/"></iframe>',
        encoding="utf-8",
    )
    try:
        faults = asked(look, f"{server.origin}/broken.html")
    finally:
        (root / "broken.html").unlink()
    assert [part for part in ("inline style", "inline script", "frame") if not any(part in fault for fault in faults)] == []
