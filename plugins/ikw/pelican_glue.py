"""Pelican glue: the plugin itself. Floor 5, the home of Pelican.

`pelican` alone makes the whole site: data is checked when Pelican starts, before it empties or writes anything, and a generator makes the
programme. Run by `ikw site`, it makes only the prose pages (`prose_pages`), and the programme is made beside it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator
from pelican.settings import DEFAULT_CONFIG

from ikw import settings as ours
from ikw.build import Places, build, make_sites, read_events
from ikw.load import Loaded
from ikw.pages import OPTIONS
from ikw.prose_pages import JOB, read_titles
from ikw.report import as_text
from ikw.site import Site
from ikw.theme import read_theme
from ikw.views.frame import Assets, Frames
from ikw.views.records import Frame


def register() -> None:
    """Connect to Pelican. All our hooks stand here."""
    signals.initialized.connect(check_and_prepare)
    signals.get_generators.connect(lambda _: ProgrammeGenerator)


def check_and_prepare(pelican: Any) -> None:
    """Read settings and data; stop on errors before Pelican touches the output. Give prose pages their frame."""
    job = json.loads(os.environ.get(JOB, "null"))
    settings = read_settings(pelican.settings, job)
    project = Path(pelican.settings["PATH"]).parent
    places = Places(
        project=project, events=Path(job["events"] if job else pelican.settings.get("EVENTS", project / "events")),
        output=Path(pelican.settings["OUTPUT_PATH"]), cache=project / ".cache",
    )
    loaded = read_events(places, settings, only_editions=bool(job))
    if loaded.has_errors or not loaded.programmes:
        sys.stderr.write(as_text(loaded.problems, places.events.name))
        sys.exit(1)
    titles = tuple(read_titles(places.content / "pages"))
    sites = tuple(make_sites(places, settings, loaded, titles))
    frames = _frames(places, loaded, sites)
    jinja = pelican.settings["JINJA_ENVIRONMENT"]
    jinja.update(OPTIONS)
    texts = sites[0].texts
    theme = read_theme(places.theme, loaded.programmes[0].categories.values())
    pelican.settings["JINJA_GLOBALS"] = {
        **pelican.settings["JINJA_GLOBALS"], "_": texts.gettext, "gettext": texts.gettext, "ngettext": texts.ngettext, "stamps": theme.stamps,
        "prose_frame": lambda page: prose_frame(sites[0], frames, page),
    }
    pelican.settings["IKW"] = (places, settings, not job)


def read_settings(values: dict[str, Any], job: dict[str, str] | None) -> ours.Settings:
    """Read our settings out of Pelican's, which hold its own names as well."""
    if job:
        values["SITEURL"] = job["site_url"]
    own = {key: value for key, value in values.items() if key in ours.OURS or key not in DEFAULT_CONFIG}
    known = frozenset(key for key in own if key not in ours.OURS)
    return ours.read(own, known, drafts=os.environ.get("DRAFTS") == "1")


def _frames(places: Places, loaded: Loaded, sites: tuple[Site, ...]) -> Frames:
    theme = read_theme(places.theme, loaded.programmes[0].categories.values())
    return Frames(sites[0], loaded.programmes[0], Assets(stylesheet=theme.stylesheet, script=theme.script), sites)


def prose_frame(site: Site, frames: Frames, page: Any) -> Frame:
    """Return the frame of one of Pelican's pages."""
    return frames.frame(
        kind="page", heading=page.title, description=getattr(page, "summary_plain", "") or page.metadata.get("summary", ""),
        href=site.urls.page(page.slug),
    )


class ProgrammeGenerator(Generator):  # type: ignore[misc]
    """Makes the programme when Pelican runs alone."""

    def generate_output(self, writer: object) -> None:
        """Build everything but the prose pages, which Pelican writes itself."""
        places, settings, is_alone = self.settings["IKW"]
        if is_alone:
            build(places, settings, None, may_fork=False)
