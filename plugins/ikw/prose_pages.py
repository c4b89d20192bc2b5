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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ikw.blanks import answers
from ikw.cache import digest_file, digest_folder, fingerprint
from ikw.output import OutputFile
from ikw.prose_headers import Header, PelicanError, read_headers, stale_pages
from ikw.settings import GERMAN
from ikw.site import PageTitle
from ikw.texts import Texts
from ikw.urls import Urls
from ikw.views.page_records import ProsePage
from ikw.views.records import Frame
from ikw.views.translated import prose_page
from ikw.work import PROSE, Group, Work

# Tells the plugin inside Pelican that it is only asked for prose: what it needs comes through standard input.
JOB = "IKW_PROSE_JOB"

# First parts of addresses that are ours.
_TAKEN = frozenset(("theme", "schema", "drafts", "mitmachen"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """What Pelican must be told to print the prose pages: for each language its words and addresses, for each page its frame.

    `answers` fill in the blanks of pages that are written in a language.
    """

    catalogs: Mapping[str, bytes]
    urls: Mapping[str, Urls]
    frames: Mapping[tuple[str, str], tuple[Frame, ProsePage]]
    stamps: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]


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
        """Read the headers; start Pelican at once if it is needed for sure."""
        self.lock = lock
        self.headers = tuple(read_headers(self.folder))
        if is_needed:
            self.start()

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
        refuse_taken(self.headers, work)
        # publishconf.py, or one made for another programme, may read it
        settings = [digest_file(file) for file in (self.settings_file, self.settings_file.with_name("pelicanconf.py"))]
        return Group(PROSE, fingerprint(work.common, digest_folder(self.folder), *settings), self._collect)

    def hand_over(self, work: Work) -> None:
        """Give Pelican, which is started if need be, the frames of its pages."""
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
            words = said.decode("utf-8", "replace").strip()
            raise PelicanError(f"Pelican konnte die Seiten in {self.folder} nicht bauen:\n{words}")
        for path in self.paths:
            yield OutputFile(path=path, data=(self.output / path).read_bytes())


def originals(headers: Iterable[Header]) -> tuple[Header, ...]:
    """Return the pages in the default language that are shown; each of them stands in every language."""
    return tuple(header for header in headers if header.is_published and header.lang == GERMAN)


def page_titles(headers: tuple[Header, ...], lang: str, texts: Texts) -> tuple[PageTitle, ...]:
    """Return the pages as a language's menus and the sitemap name them: translated, else in the site's words, else in German."""
    stale = stale_pages(headers)
    own = {header.slug: header.title for header in headers if header.lang == lang and (lang, header.slug) not in stale}
    found = []
    for header in originals(headers):
        title = own.get(header.slug) or texts.gettext(header.title)
        is_german = lang == GERMAN or header.slug in own or title != header.title or lang.startswith(f"{GERMAN}-")
        found.append(PageTitle(header.slug, title, None if is_german else GERMAN))
    return tuple(found)


def paths(work: Work, headers: tuple[Header, ...]) -> tuple[str, ...]:
    """Return where the pages stand in the output; of what Pelican writes, nothing else is taken."""
    return tuple(
        site.urls.path(site.urls.page(header.slug)) for site in work.sites for header in originals(headers)
    )


def make_job(work: Work, headers: tuple[Header, ...]) -> Job:
    """Return what Pelican must be told."""
    return Job(
        catalogs=work.catalogs, urls={site.language.code: site.urls for site in work.sites}, frames=dict(_frames(work, headers)),
        stamps=dict(work.theme.stamps), answers={site.language.code: answers(site) for site in work.sites},
    )


def _frames(work: Work, headers: tuple[Header, ...]) -> Iterator[tuple[tuple[str, str], tuple[Frame, ProsePage]]]:
    """Yield frame and view of each page by language and slug. What is not translated, or no longer fits, stands in German and says so."""
    stale = stale_pages(headers)
    own = {(header.lang, header.slug): header for header in headers if (header.lang, header.slug) not in stale}
    for site in work.sites:
        made, lang = work.frames(site, site.current), site.language.code
        titles = {page.slug: page for page in page_titles(headers, lang, site.texts)}
        for header in originals(headers):
            title, written = titles[header.slug], own.get((lang, header.slug))
            frame = made.frame(
                kind="page", heading=title.title, description=written.summary if written else "", href=site.urls.page(header.slug),
            )
            view = prose_page(site, title, is_translated=written is not None, is_stale=(lang, header.slug) in stale)
            yield (lang, header.slug), (frame, view)


def refuse_taken(headers: tuple[Header, ...], work: Work) -> None:
    """Raise PelicanError if a page would stand where the programme does."""
    taken = _TAKEN | {one.edition.id for one in work.default.programmes} | {site.language.path for site in work.sites}
    for header in headers:
        if header.slug in taken:
            raise PelicanError(
                f"Die Adresse „{header.slug}“ gehört dem Programm. Geben Sie der Seite „{header.title}“ einen anderen Slug."
            )
