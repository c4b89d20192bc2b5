"""The HTML pages of a built site, read into tags, so that judges can ask about all of them at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ADDRESSES = ("href", "src", "action", "formaction", "data", "srcset", "poster", "xlink:href")
FACETS = ("category", "municipality", "venue", "organiser", "audience", "language")


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """A start tag with its attributes (the last of equal names) and its line. `parents` are the names of open elements."""

    name: str
    attributes: Mapping[str, str]
    line: int
    parents: tuple[str, ...]

    @property
    def classes(self) -> tuple[str, ...]:
        """The words of its class attribute."""
        return tuple(self.attributes.get("class", "").split())


@dataclass(frozen=True, kw_only=True, eq=False)
class Page:
    """A page: `path` relative to the site, with "/", its size in bytes and all its tags in order."""

    path: str
    size: int
    tags: tuple[Tag, ...]

    @property
    def href(self) -> str:
        """Its address under the root of the site."""
        return "/" + self.path.removesuffix("index.html")

    @cached_property
    def kind(self) -> str:
        """Frame.kind from the first class of the body ("on-event"); pages of a facet are a kind per facet."""
        body = next((tag.attributes for tag in self.tags if tag.name == "body"), {})
        kind = body.get("class", "").partition(" ")[0].removeprefix("on-")
        facet = next((part for part in self.path.split("/")[:-1] if part in FACETS), "")
        return f"{kind} {facet}".strip()

    @cached_property
    def lang(self) -> str:
        """The language it is in."""
        return next((tag.attributes.get("lang", "") for tag in self.tags if tag.name == "html"), "")

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id occurs."""
        return Counter(tag.attributes["id"] for tag in self.tags if "id" in tag.attributes)

    @cached_property
    def classes(self) -> frozenset[str]:
        """Every class name on the page."""
        return frozenset(name for tag in self.tags for name in tag.classes)

    def named(self, *names: str) -> Iterator[Tag]:
        """Yield the tags of these names, in order."""
        return (tag for tag in self.tags if tag.name in names)

    def at(self, tag: Tag) -> str:
        """Say where a tag stands: path:line."""
        return f"{self.path}:{tag.line}"


class _Reader(HTMLParser):
    VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._add(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def _add(self, name: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        self.tags.append(Tag(name=name, attributes=attributes, line=self.getpos()[0], parents=tuple(self.open)))


def read_page(path: str, data: bytes) -> Page:
    """Read one page."""
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    reader.close()
    return Page(path=path, size=len(data), tags=tuple(reader.tags))


def html_files(site: Path) -> list[Path]:
    """Return all HTML files of a site, sorted."""
    return sorted(path for path in site.rglob("*.html") if path.is_file())


def read_pages(site: Path) -> dict[str, Page]:
    """Read all pages of a site, by path."""
    paths = {path.relative_to(site).as_posix(): path for path in html_files(site)}
    return {path: read_page(path, file.read_bytes()) for path, file in paths.items()}


def one_of_each_kind(pages: Sequence[Page], lang: str) -> list[Page]:
    """Choose few pages that show everything: in one language the largest of each kind, then more until every class has occurred."""
    largest_first = sorted(pages, key=lambda page: (page.lang != lang, -page.size, page.path))
    chosen = {page.kind: page for page in reversed(largest_first) if page.lang == lang}
    found = list(dict.fromkeys(chosen.values()))
    missing = frozenset().union(*(page.classes for page in pages)) - frozenset().union(*(page.classes for page in found))
    while missing:
        best = max(largest_first, key=lambda page: len(page.classes & missing))
        found.append(best)
        missing -= best.classes
    return sorted(found, key=lambda page: page.path)


def in_other_languages(pages: Sequence[Page], lang: str) -> list[Page]:
    """Choose in every other language the largest page of each kind; pages of a facet are alike, whatever the facet."""
    chosen: dict[tuple[str, str], Page] = {}
    for page in sorted(pages, key=lambda page: (-page.size, page.path)):
        if page.lang != lang:
            chosen.setdefault((page.lang, page.kind.split(" ")[0]), page)
    return sorted(chosen.values(), key=lambda page: page.path)


def repeated_ids(page: Page) -> list[str]:
    """Ids are unique on a page."""
    return [f"{page.path}: id “{name}” occurs {count} times" for name, count in page.ids.items() if count > 1]


def heading_faults(page: Page) -> list[str]:
    """A page has one h1, and no heading is more than one level below the one before it."""
    headings = [(int(tag.name[1]), tag) for tag in page.named(*HEADINGS)]
    count = sum(level == 1 for level, _ in headings)
    faults = [] if count == 1 else [f"{page.path}: {count} h1"]
    before = 0
    for level, tag in headings:
        if level > before + 1:
            faults.append(f"{page.at(tag)}: h{level} after h{before}")
        before = level
    return faults


def inline_faults(page: Page) -> list[str]:
    """No style, script or handler stands in the page itself; data blocks such as JSON-LD are no scripts."""
    return [f"{page.at(tag)}: {fault}" for tag in page.tags for fault in _inline(tag)]


def _inline(tag: Tag) -> Iterator[str]:
    for name, value in tag.attributes.items():
        if name == "style" or name.startswith("on"):
            yield f"<{tag.name} {name}=…>"
        if name in ADDRESSES and value.strip().lower().startswith(("javascript:", "vbscript:", "data:")):
            yield f"<{tag.name} {name}=“{value[:40]}”>"
    if tag.name == "style":
        yield "<style>"
    if tag.name == "script" and "src" not in tag.attributes and tag.attributes.get("type") != "application/ld+json":
        yield "<script> without src"
