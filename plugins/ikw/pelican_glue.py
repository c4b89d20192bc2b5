"""Pelican glue: the plugin itself. Floor 5, the home of Pelican.

`pelican` alone makes the whole site: data is checked when Pelican starts, before it empties or writes anything, and a generator makes the
programme. Run by `ikw site`, it makes only the prose pages (`prose_pages`), and the programme is made beside it.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican import signals
from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG

if TYPE_CHECKING:
    from ikw.urls import Urls
    from ikw.views.records import Frame


def register() -> None:
    """Connect to Pelican. All our hooks stand here."""
    is_job = os.environ.get("IKW_PROSE_JOB") == "1"
    signals.initialized.connect(take_job if is_job else check_and_prepare)
    if not is_job:
        signals.get_generators.connect(generators)


def generators(pelican: Any) -> type[Generator]:
    """Return the programme's generator. (A lambda would be forgotten: signals hold weak references.)"""
    return ProgrammeGenerator


def take_job(pelican: Any) -> None:
    """Take the frames of the prose pages from the build that started us; without them there is nothing to do."""
    data = sys.stdin.buffer.read()
    if not data:
        sys.exit(1)
    job = pickle.loads(data)
    _prepare(pelican, job["frames"], job["stamps"], job["urls"])


def check_and_prepare(pelican: Any) -> None:
    """Read settings and data; stop on errors before Pelican touches the output. Give prose pages their frame."""
    from ikw import settings as ours  # noqa: PLC0415 -- a prose job does without all this
    from ikw.build import Places, prepare, read_events  # noqa: PLC0415 -- see above
    from ikw.prose_pages import frames, read_headers  # noqa: PLC0415 -- see above
    from ikw.report import as_text  # noqa: PLC0415 -- see above

    values = pelican.settings
    own = {key: value for key, value in values.items() if key in ours.OURS or key not in DEFAULT_CONFIG}
    settings = ours.read(own, frozenset(own), drafts=os.environ.get("DRAFTS") == "1")
    project = Path(values["PATH"]).parent
    places = Places(
        project=project, events=Path(os.environ.get("EVENTS") or project / "events"), output=Path(values["OUTPUT_PATH"]),
        cache=project / ".cache",
    )
    loaded = read_events(places, settings)
    if loaded.has_errors:
        sys.stderr.write(as_text(loaded.problems, places.events.name))
        sys.exit(1)
    headers = tuple(read_headers(places.content / "pages"))
    work = prepare(places, settings, loaded, tuple((header.slug, header.title) for header in headers))
    _prepare(pelican, frames(work, headers), work.theme.stamps, work.default.urls)
    pelican.settings["IKW"] = (places, settings)


def _prepare(pelican: Any, frames: Mapping[str, Frame], stamps: Mapping[str, str], urls: Urls) -> None:
    """Give Pelican's own templates what ours have: words, stamps, and each page its frame."""
    pelican.settings["JINJA_ENVIRONMENT"].update({"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []})
    words = NullTranslations()
    pelican.settings["JINJA_GLOBALS"] = {
        **pelican.settings["JINJA_GLOBALS"], "_": words.gettext, "gettext": words.gettext, "ngettext": words.ngettext, "stamps": stamps,
        "prose_frame": lambda page: frames[page.slug], "in_html": urls.in_html,
    }


class ProgrammeGenerator(Generator):  # type: ignore[misc]
    """Makes the programme when Pelican runs alone."""

    def generate_output(self, writer: object) -> None:
        """Build everything but the prose pages, which Pelican writes itself."""
        from ikw.build import build  # noqa: PLC0415 -- a prose job does without it

        places, settings = self.settings["IKW"]
        build(places, settings, None, may_fork=False)
