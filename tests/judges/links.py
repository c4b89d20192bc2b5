"""Every address a site contains: what it points to is there, is written from the root, and names a host only where it must."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from judges.pages import Page, Tag

# attributes that hold one address, and those that hold a list of pictures
ONE = ("href", "xlink:href", "src", "poster", "data", "action", "formaction", "cite")
MANY = ("srcset", "imagesrcset")
_CSS_ADDRESS = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)|@import\s+["']([^"']*)["']""")
_ID = re.compile(rb"""\sid\s*=\s*["']?([^"'\s>]+)""")


@dataclass(frozen=True, kw_only=True)
class Ground:
    """A built site: its folder, its own origin ("https://example.org"), its base path ("" or "/sub") and its pages."""

    folder: Path
    origin: str
    base: str
    pages: dict[str, Page]
    _ids: dict[str, set[str]] = field(default_factory=dict)

    def fault(self, address: str) -> str | None:
        """Say what is wrong with an address that begins at the root of the host, or None."""
        parts = urlsplit(address)
        if not parts.path.startswith(f"{self.base}/"):
            return f"does not begin with {self.base}/"
        path = self.path(address)
        if not (self.folder / path).is_file():
            return "no such file"
        if parts.fragment and unquote(parts.fragment) not in self.ids(path):
            return "no such fragment"
        return "empty fragment" if address.endswith("#") else None

    def path(self, address: str) -> str:
        """Return the file that an address is stored in, relative to the folder."""
        path = unquote(urlsplit(address).path)[len(self.base) + 1 :]
        return f"{path}index.html" if path == "" or path.endswith("/") else path

    def ids(self, path: str) -> set[str]:
        """Return the ids of a page or a drawing."""
        if path in self.pages:
            return set(self.pages[path].ids)
        if path not in self._ids:
            self._ids[path] = {name.decode() for name in _ID.findall((self.folder / path).read_bytes())}
        return self._ids[path]


def page_faults(ground: Ground) -> list[str]:
    """Judge every address of every page."""
    found = ((page, tag, address, absolute) for page in ground.pages.values() for tag, address, absolute in addresses(page))
    judged = ((page, tag, address, judge(ground, page, tag, address, absolute)) for page, tag, address, absolute in found)
    return [f"{page.at(tag)}: <{tag.name}> {address}: {fault}" for page, tag, address, fault in judged if fault]


def addresses(page: Page) -> Iterator[tuple[Tag, str, bool]]:
    """Yield (tag, address, whether it must name the site's own host) for all that a page points to."""
    for tag in page.tags:
        absolute = tag.name == "link" and (tag.attributes.get("rel") == "canonical" or "hreflang" in tag.attributes)
        for name in ONE:
            if name in tag.attributes:
                yield tag, tag.attributes[name].strip(), absolute
        for name in MANY:
            for candidate in tag.attributes.get(name, "").split(","):
                if candidate.strip():
                    yield tag, candidate.split()[0], False
        if tag.name == "meta" and tag.attributes.get("content", "").startswith(("http://", "https://")):
            yield tag, tag.attributes["content"], True


def judge(ground: Ground, page: Page, tag: Tag, address: str, absolute: bool) -> str | None:
    """Say what is wrong with an address on a page, or None. Only links a visitor follows may lead to another host."""
    if absolute:
        return judge_absolute(ground, address)
    scheme = urlsplit(address).scheme.lower()
    if scheme in ("mailto", "tel"):
        return None if re.fullmatch(r"mailto:[^@\s]+@[^@\s]+|tel:\+?[0-9]+", address) else "not an address of this scheme"
    if scheme == "webcal":
        return judge_absolute(ground, "https:" + address.partition(":")[2])
    if scheme in ("http", "https"):
        is_own = address == ground.origin or address.startswith(f"{ground.origin}/")
        return "names our own host" if is_own else None if tag.name == "a" else "loads from another host"
    if scheme or address.startswith("//"):
        return "is not allowed"
    if address.startswith("#"):
        return ground.fault(f"{ground.base}{page.href}{address}")
    return ground.fault(address) if address.startswith("/") else "does not begin at the root"


def judge_absolute(ground: Ground, address: str) -> str | None:
    """Say what is wrong with an address that must name our host and lead to something that is there."""
    if not address.startswith(f"{ground.origin}/"):
        return f"does not begin with {ground.origin}/"
    return ground.fault(address.removeprefix(ground.origin))


def css_faults(ground: Ground) -> list[str]:
    """Judge every address in every stylesheet: files of our own, no fonts, nothing loaded by another stylesheet."""
    faults: list[str] = []
    for file in sorted(ground.folder.rglob("*.css")):
        path = file.relative_to(ground.folder).as_posix()
        css = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        faults += [f"{path}: {rule}" for rule in ("@import", "@font-face") if rule in css]
        for groups in _CSS_ADDRESS.findall(css):
            address = next((group for group in groups if group), "").strip()
            if address.startswith("data:image/svg+xml,"):
                continue  # a stamp, part of the stylesheet
            fault = (
                "is not allowed"
                if urlsplit(address).scheme or address.startswith("//")
                else ground.fault(urljoin(f"{ground.base}/{path}", address))
            )
            if fault:
                faults.append(f"{path}: {address[:60]}: {fault}")
    return faults


def machine_faults(ground: Ground) -> list[str]:
    """Judge the absolute addresses in feeds, sitemap, robots, calendars, JSON and structured data."""
    return [
        f"{path}: {address}: {fault}" for path, address in _machine_addresses(ground.folder) if (fault := _machine_fault(ground, address))
    ]


def _machine_fault(ground: Ground, address: str) -> str | None:
    is_ours = urlsplit(address).netloc == urlsplit(ground.origin).netloc
    return judge_absolute(ground, address) if is_ours or not address.startswith(("http://", "https://")) else None


def _machine_addresses(folder: Path) -> Iterator[tuple[str, str]]:
    readers = {".atom": _in_feed, ".xml": _in_sitemap, ".txt": _in_robots, ".ics": _in_calendar, ".json": _in_json, ".html": _in_page}
    for file in sorted(folder.rglob("*")):
        if file.suffix in readers and file.is_file():
            yield from ((file.relative_to(folder).as_posix(), address) for address in readers[file.suffix](file.read_bytes()))


def _in_feed(data: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(data).iter("{http://www.w3.org/2005/Atom}link"):
        yield element.attrib["href"]


def _in_sitemap(data: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(data).iter():
        if element.tag.endswith("}loc") and element.text:
            yield element.text
        if element.tag.endswith("}link"):
            yield element.attrib["href"]


def _in_robots(data: bytes) -> Iterator[str]:
    return (line.partition(":")[2].strip() for line in data.decode().splitlines() if line.lower().startswith("sitemap:"))


def _in_calendar(data: bytes) -> Iterator[str]:
    lines = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode().splitlines()
    return (line.partition(":")[2] for line in lines if re.match(r"(URL|SOURCE|IMAGE|ATTACH)[;:]", line) and "VALUE=BINARY" not in line)


def _in_json(data: bytes) -> Iterator[str]:
    return _strings(json.loads(data))


def _in_page(data: bytes) -> Iterator[str]:
    for block in re.findall(rb'<script type="application/ld\+json">(.*?)</script>', data, re.DOTALL):
        # the fragments of a thing's name (@id) are names, too, and no places on the page
        yield from (address.partition("#")[0] for address in _strings(json.loads(block)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str) and re.match(r"https?://\S+$", value):
        yield value
    children: Iterable[object] = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        yield from _strings(child)


def unreached(ground: Ground) -> list[str]:
    """Return the pages no link leads to, going from the front page; the 404 pages are none to be reached."""
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        for path in set(_leads_to(ground, ground.pages[waiting.pop()])) - seen:
            seen.add(path)
            waiting.append(path)
    return sorted(path for path in set(ground.pages) - seen if path.rpartition("/")[2] != "404.html")


def _leads_to(ground: Ground, page: Page) -> Iterator[str]:
    for tag, address, absolute in addresses(page):
        address = address.removeprefix(ground.origin) if absolute else address
        if (tag.name == "a" or absolute) and address.startswith(f"{ground.base}/"):
            path = ground.path(address)
            if path in ground.pages:
                yield path
