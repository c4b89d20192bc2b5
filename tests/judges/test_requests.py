"""What a page asks for: nothing of another host, no cookie, no font, nothing that the policy we promise forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Error, Request, Response
from playwright.sync_api import Page as Tab

from judges.in_page import DESKTOP, PHONE, Look, named
from judges.pages import Page

pytestmark = pytest.mark.slow

KINDS_OF_FILES = {"document", "stylesheet", "script", "image", "manifest", "fetch", "other"}  # fetch: the rules of the form; other: the icon of the tab


class Watch:
    """What a tab asked for and complained of."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.said: list[str] = []
        self.failed: list[str] = []

    def request(self, request: Request) -> None:
        """Keep what is asked for."""
        self.requests.append(request)

    def console(self, message: ConsoleMessage) -> None:
        """Keep what the browser says: violations of the policy, failing scripts."""
        if message.type in ("error", "warning"):
            self.said.append(message.text)

    def response(self, response: Response) -> None:
        """Keep what is not there; the 404 page itself is opened on purpose."""
        if response.status >= 400 and response.request.resource_type != "document":
            self.failed.append(f"{response.status} {urlsplit(response.url).path}")

    def error(self, error: Error) -> None:
        """Keep what a script fails with."""
        self.said.append(str(error))

    def faults(self, origin: str) -> list[str]:
        """Say what should not have been asked for."""
        foreign = [f"asks {request.url}" for request in self.requests if not request.url.startswith(f"{origin}/")]
        kinds = [
            f"loads a {request.resource_type}: {request.url}" for request in self.requests if request.resource_type not in KINDS_OF_FILES
        ]
        said = [text for text in self.said if "status of 404" not in text]
        return foreign + kinds + said + self.failed


@contextmanager
def watched(tab: Tab) -> Iterator[Watch]:
    """Listen to a tab while the block runs."""
    watch = Watch()
    tab.on("request", watch.request)
    tab.on("response", watch.response)
    tab.on("console", watch.console)
    tab.on("pageerror", watch.error)
    yield watch
    tab.remove_listener("request", watch.request)
    tab.remove_listener("response", watch.response)
    tab.remove_listener("console", watch.console)
    tab.remove_listener("pageerror", watch.error)


def asked(look: Look, url: str, width: int = DESKTOP) -> list[str]:
    """Open a page, go down to its end so that pictures load, and say what it should not have done."""
    parts = urlsplit(url)
    tab = look.choose(width)
    with watched(tab) as watch:
        look.at(url, width=width)
        look.ask("loadPictures")
        pictures = [f"picture {source} does not show" for source in look.ask("brokenPictures")]
    cookies = [f"sets a cookie: {cookie.get('name')}" for cookie in tab.context.cookies()]
    kept = tab.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    tab.context.clear_cookies()
    return watch.faults(f"{parts.scheme}://{parts.netloc}") + pictures + cookies + [f"keeps {name}" for name in kept]


def test_pages_ask_for_nothing_but_their_own_files(kinds: list[Page], served: str, look: Look) -> None:
    assert [fault for page in kinds for fault in named(page.href, asked(look, served + page.href))] == []


def test_an_unknown_address_shows_the_page_for_it(served: str, look: Look) -> None:
    look.at(f"{served}/gibt/es/nicht/", width=PHONE)
    assert look.ask("missing", "main, h1") == []
    assert look.tab.evaluate("document.body.className").startswith("on-notfound")
    assert asked(look, f"{served}/gibt/es/nicht/") == []


HEAD = '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">'
CSS = """@font-face { font-family: F; src: url(/f.woff2) } p { font-family: F } i { background: url(http://127.0.0.1:9/a.png) }"""


def test_whatever_is_asked_for_is_found(broken: Callable[..., Look]) -> None:
    look = broken('<p style="color:red">Wort</p><i>x</i><img src="/gone.png" alt="weg"><script>document.cookie = "a=b"</script>', CSS, HEAD)
    faults = asked(look, look.tab.url)
    for part in (
        "asks http://127.0.0.1:9/x.css",
        "loads a font",
        "404 /gone.png",
        "picture /gone.png does not show",
        "inline style",
        "inline script",
        "http://127.0.0.1:9/a.png",
    ):
        assert [fault for fault in faults if part in fault], f"{part} in {faults}"


def test_cookies_and_stores_are_found(broken: Callable[..., Look]) -> None:
    look = broken("<p>Wort</p>", head='<script src="/site.js"></script>')
    look.tab.evaluate("document.cookie = 'a=b'; localStorage.setItem('c', 'd')")
    assert asked(look, look.tab.url)[-2:] == ["sets a cookie: a", "keeps c"]
