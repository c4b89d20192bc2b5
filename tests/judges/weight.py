"""What a page costs over the wire until its first paint: itself and all that a browser must have before it can draw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli

from judges.pages import Page, Tag

_CSS_FILE = re.compile(r"""url\(\s*["']?(?!["']?data:)([^)"']+)""")


def needed(page: Page, site: Path, base: str = "") -> list[str]:
    """Return the files, relative to the site, that the first paint of a page needs, the page itself first.

    Stylesheets and what they draw with, scripts that block, whatever is preloaded, and pictures that are not lazy. The icon of
    the browser's tab, deferred scripts and lazy pictures come after it.
    """
    found = [page.path]
    for tag in page.tags:
        for href in _asked(tag):
            path = urlsplit(href).path.removeprefix(base).lstrip("/")
            found += [path, *(_drawn_with(site, path) if path.endswith(".css") else ())]
    return list(dict.fromkeys(found))


def _asked(tag: Tag) -> Iterator[str]:
    attributes = tag.attributes
    rels = attributes.get("rel", "").split()
    if tag.name == "link" and ("stylesheet" in rels or "preload" in rels or "modulepreload" in rels):
        yield attributes["href"]
    is_late = "defer" in attributes or "async" in attributes or attributes.get("type") in ("module", "application/ld+json")
    if tag.name == "script" and "src" in attributes and not is_late:
        yield attributes["src"]
    if tag.name in ("img", "iframe") and attributes.get("loading") != "lazy":
        yield attributes["src"]
    if tag.name == "use" and not attributes.get("href", "#").startswith("#"):
        yield attributes["href"]


def _drawn_with(site: Path, path: str) -> list[str]:
    css = (site / path).read_text(encoding="utf-8")
    return [urljoin(f"/{path}", address.strip()).lstrip("/") for address in _CSS_FILE.findall(css)]


class Scale:
    """Weighs files of a site as a server sends them: brotli at its best, as static files are packed once."""

    def __init__(self, site: Path) -> None:
        """Take a site; what was weighed once is not weighed again."""
        self._site = site
        self._known: dict[str, int] = {}

    def bytes(self, path: str) -> int:
        """Return how many bytes a file is over the wire; one that brotli makes no smaller goes as it is."""
        if path not in self._known:
            data = (self._site / path).read_bytes()
            self._known[path] = min(len(data), len(brotli.compress(data, quality=11)))
        return self._known[path]

    def page(self, page: Page) -> int:
        """Return the bytes until the first paint of a page."""
        return sum(map(self.bytes, needed(page, self._site)))
