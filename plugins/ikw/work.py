"""Work: what is made together, and what all groups of one build share. Floor 5."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ikw.exports import ics
from ikw.output import OutputFile
from ikw.pages import Printer
from ikw.programme import Programme
from ikw.site import Site
from ikw.theme import Theme
from ikw.views.frame import Assets, Frames
from ikw.views.rows import Rows

Make = Callable[[], Iterator[OutputFile]]

# The key of the prose pages. They are made last and never in a worker, since only its parent can wait for Pelican.
PROSE = "prose"
TEMPLATES = ("event.html", "day.html", "facet.html", "index_page.html", "front.html", "form.html", "notfound.html")


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are made together. `key` names the group, `fingerprint` all it shows."""

    key: str
    fingerprint: str
    make: Make


@dataclass
class Work:
    """What all groups of one build share: sites, templates, rows. Made lazily, since most builds need little of it.

    Of rows, frames and calendar entries only those of one edition are kept: groups come edition by edition, and a hundred editions
    in eight languages would fill the memory.

    `paper` are the keys of the printed matter that will stand in the output.
    """

    sites: tuple[Site, ...]
    theme: Theme
    templates: Path
    bytecode: Path | None
    common: str
    digests: Mapping[tuple[str, str], str]
    catalogs: Mapping[str, bytes] = field(default_factory=dict)
    paper: frozenset[str] = frozenset()
    _edition: str = ""
    _rows: dict[str, Rows] = field(default_factory=dict)
    _frames: dict[str, Frames] = field(default_factory=dict)
    _blocks: ics.Blocks = field(default_factory=dict)

    @property
    def default(self) -> Site:
        """The site in its default language."""
        return self.sites[0]

    def rows(self, site: Site, programme: Programme) -> Rows:
        """Return the rows of an edition in a language."""
        self._turn_to(programme)
        if site.language.code not in self._rows:
            self._rows[site.language.code] = Rows(site, programme)
        return self._rows[site.language.code]

    def frames(self, site: Site, programme: Programme) -> Frames:
        """Return the frames of an edition in a language."""
        self._turn_to(programme)
        if site.language.code not in self._frames:
            assets = Assets(stylesheet=self.theme.stylesheet, script=self.theme.script)
            self._frames[site.language.code] = Frames(site, programme, assets, self.sites)
        return self._frames[site.language.code]

    @cached_property
    def printer(self) -> Printer:
        """The templates."""
        return Printer(self.templates, self.theme.stamps, self.bytecode)

    def warm(self) -> None:
        """Load what every worker needs, before there are workers: templates and the calendar library."""
        import icalendar  # noqa: F401, PLC0415 -- slow import, worth it only for many groups

        for name in TEMPLATES:
            self.printer.environment.get_template(name)

    def in_every_language(self, programme: Programme) -> Iterator[tuple[Site, Programme]]:
        """Yield each site with the edition as it stands there."""
        at = self.default.programmes.index(programme)
        for site in self.sites:
            yield site, site.programmes[at]

    def blocks(self, programme: Programme) -> ics.Blocks:
        """Return the calendar entries of an edition that are already made."""
        self._turn_to(programme)
        return self._blocks

    def _turn_to(self, programme: Programme) -> None:
        """Forget what was kept of another edition."""
        if self._edition != programme.edition.id:
            self._edition = programme.edition.id
            self._rows, self._frames, self._blocks = {}, {}, {}
            if "printer" in self.__dict__:
                self.printer.forget()
