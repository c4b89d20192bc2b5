"""Pelican glue: the plugin itself. Floor 5, the home of Pelican.

`pelican` alone makes the whole site: data is checked when Pelican starts, before it empties or writes anything; after its own
pages, a generator makes the programme. Run by `ikw site`, it makes only the prose pages (`prose_pages`), and the programme is
made beside it.
"""

from __future__ import annotations

import copy
import os
import pickle
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG

from ikw.blanks import filled
from ikw.pages import said, same, switch
from ikw.settings import GERMAN

if TYPE_CHECKING:
    from ikw.loaded import Loaded
    from ikw.output import OutputFile
    from ikw.places import Places
    from ikw.prose_headers import Header
    from ikw.prose_job import Job
    from ikw.work import Group, Work

# Names that Pelican adds to the settings, though it has no default for them.
_ADDED = ("DEBUG", "FEED_DOMAIN")


def register() -> None:
    """Connect to Pelican. All our hooks stand here."""
    if os.environ.get("IKW_PROSE_JOB") == "1":
        signals.initialized.connect(take_job)
    else:
        signals.initialized.connect(check_and_prepare)
        signals.get_generators.connect(generators)
    signals.page_generator_finalized.connect(in_every_language)


def generators(pelican: Any) -> type[Generator]:
    """Return the programme's generator. (A lambda would be forgotten: signals hold weak references.)"""
    return ProgrammeGenerator


def take_job(pelican: Any) -> None:
    """Take the frames of the prose pages from the build that started us; without them there is nothing to do."""
    data = sys.stdin.buffer.read()
    if not data:
        sys.exit(1)
    _prepare(pelican, pickle.loads(data))


def check_and_prepare(pelican: Any) -> None:
    """Read settings and data; stop on errors before Pelican touches the output. Give prose pages their frame."""
    from ikw import settings as ours  # noqa: PLC0415 -- a prose job does without all this
    from ikw.disk import BuildError, Folder  # noqa: PLC0415 -- see above
    from ikw.making import prepare  # noqa: PLC0415 -- see above
    from ikw.places import Places  # noqa: PLC0415 -- see above
    from ikw.prose_frames import make_job  # noqa: PLC0415 -- see above
    from ikw.prose_headers import read_headers  # noqa: PLC0415 -- see above
    from ikw.reading import read_all  # noqa: PLC0415 -- see above
    from ikw.report import as_text  # noqa: PLC0415 -- see above

    values = pelican.settings
    project = Path(values["PATH"]).parent
    places = Places(
        project=project, events=Path(os.environ.get("EVENTS") or project / "events"), output=Path(values["OUTPUT_PATH"]),
        cache=project / ".cache",
    )
    own = {key: value for key, value in values.items() if key in ours.OURS or key not in DEFAULT_CONFIG}
    known = frozenset({*ours.PELICANS, *DEFAULT_CONFIG, *_ADDED})
    try:
        settings = ours.read(own, known, drafts=os.environ.get("DRAFTS") == "1")
        headers = tuple(read_headers(places.content / "pages"))
        Folder(places.output).claim()
        loaded = read_all(places, settings)
    except (ours.SettingsError, BuildError) as error:
        sys.exit(f"{error}")
    sys.stderr.write(as_text(loaded.problems, places.events.name))
    if loaded.has_errors:
        sys.exit(1)
    work = prepare(places, settings, loaded, headers)
    _prepare(pelican, make_job(work, headers))
    values["IKW"] = _Run(places=places, loaded=loaded, work=work, headers=headers)


def _prepare(pelican: Any, job: Job) -> None:
    """Give Pelican's own templates what ours have: words, stamps, and each page its frame."""
    settings = pelican.settings
    settings["JINJA_ENVIRONMENT"].update({"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []})
    # Pelican's own kind of link ({attach}../../…) would publish any file of this machine.
    settings["INTRASITE_LINK_REGEX"] = r"(?P<what>(?!))"
    words = _Words(job.catalogs)
    settings["IKW_JOB"] = job
    settings["JINJA_GLOBALS"] = {
        **settings["JINJA_GLOBALS"], "_": words.gettext, "gettext": words.gettext, "ngettext": words.ngettext,
        "stamps": job.stamps, "said": said, "switch": switch, "same": same(),
        "prose": lambda page: words.speak(page.ikw_lang) and job.frames[page.ikw_lang, page.slug],
    }


class _Words:
    """The words of the language whose page is printed. Templates hold on to these two functions, whatever the language."""

    def __init__(self, catalogs: Mapping[str, bytes]) -> None:
        self._known: dict[str, NullTranslations] = {
            lang: GNUTranslations(BytesIO(catalog)) if catalog else NullTranslations() for lang, catalog in catalogs.items()
        }
        self._now = NullTranslations()

    def speak(self, lang: str) -> bool:
        """Take up a language; always true, so that a template may do it beside something else."""
        self._now = self._known.get(lang, NullTranslations())
        return True

    def gettext(self, message: str) -> str:
        return self._now.gettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return self._now.ngettext(one, many, number)


def in_every_language(generator: Any) -> None:
    """Let each page stand in every language of the site: translated where somebody has, else in German within that language's frame.

    A link that is written from the root (`/kontakt/`) leads to the page in the same language, below the path the site lives under.
    """
    job: Job = generator.settings["IKW_JOB"]
    written = {(page.lang, page.slug): page for page in (*generator.pages, *generator.translations)}
    made = []
    for (lang, slug), (_, view) in job.frames.items():
        # a page that nobody has translated is the German one once more, and so is one whose translation no longer fits
        own = GERMAN if view.lang else lang
        page = copy.copy(written[own, slug])
        urls = job.urls[lang]
        page.ikw_lang = lang
        page._content = filled(urls.in_html(page._content), job.answers[own])
        page.override_url = urls.page(slug)
        page.override_save_as = urls.path(urls.page(slug))
        made.append(page)
    generator.pages, generator.translations = made, []


@dataclass(frozen=True, kw_only=True, slots=True)
class _Run:
    """What was read when Pelican started. It is the build's `Prose`, too: the pages that Pelican has just written."""

    places: Places
    loaded: Loaded
    work: Work
    headers: tuple[Header, ...]

    def prepare(self, lock: int, *, is_needed: bool) -> None:
        """Do nothing: the headers are read."""

    def group(self, work: Work) -> Group:
        """Return the pages as a group that is always made: Pelican has written them anew."""
        from ikw.work import PROSE, Group  # noqa: PLC0415 -- a prose job does without it

        return Group(PROSE, "", self._written)

    def hand_over(self, work: Work) -> None:
        """Do nothing: Pelican has done its work."""

    def stop(self) -> None:
        """Do nothing: nothing runs beside."""

    def _written(self) -> Iterator[OutputFile]:
        from ikw.output import OutputFile  # noqa: PLC0415 -- a prose job does without it
        from ikw.prose_frames import paths  # noqa: PLC0415 -- see above

        for path in paths(self.work, self.headers):
            yield OutputFile(path=path, data=(self.places.output / path).read_bytes())


class ProgrammeGenerator(Generator):  # type: ignore[misc]
    """Makes the programme when Pelican runs alone."""

    def generate_context(self) -> None:
        """Lay the mark of an unfinished build before anything is written."""
        from ikw.disk import Folder  # noqa: PLC0415 -- a prose job does without it

        Folder(self.settings["IKW"].places.output).begin()

    def generate_output(self, writer: object) -> None:
        """Build everything but the prose pages, which Pelican has written by now."""
        from ikw.cache import Cache  # noqa: PLC0415 -- see above
        from ikw.disk import Folder  # noqa: PLC0415 -- see above
        from ikw.making import make_site  # noqa: PLC0415 -- a prose job does without it

        run = self.settings["IKW"]
        folder = Folder(run.places.output)
        with Cache(run.places.cache).lock():
            folder.claim()
            make_site(run.places, run.loaded, run.work, run, folder.standing(), may_fork=False)
