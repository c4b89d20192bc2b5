"""Paper groups: which printed files belong together and what they show. Floor 5.

A booklet in one language is a group of its own. What makes it (code, paper templates, fonts, colours, stamps, catalogs, settings,
data files) is in its fingerprint, and all events; pages' templates and stylesheets are not: they change nothing on paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from ikw.cache import code_digest, digest_file, digest_folder, fingerprint
from ikw.exports import images
from ikw.groups import Group, Work
from ikw.model import Picture
from ikw.output import OutputFile
from ikw.paper import booklet
from ikw.paper.inks import inks
from ikw.paper.outlines import steps
from ikw.paper.typesetting import PRINT, Typesetter
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.rows import Rows


@dataclass(frozen=True, kw_only=True)
class Press:
    """What all printed matter of one build shares."""

    theme: Path

    @cached_property
    def typesetter(self) -> Typesetter:
        """The theme's templates and fonts."""
        return Typesetter(self.theme)

    @cached_property
    def look(self) -> Mapping[str, object]:
        """Colours and stamps, as the pages have them."""
        stamps = json.loads((self.theme / "stamps.json").read_text(encoding="utf-8"))
        return {
            "inks": inks((self.theme / "css" / "tokens.css").read_text(encoding="utf-8")),
            "stamps": {name: steps(path) for name, path in stamps.items()},
        }

    def digest(self, site: Site) -> str:
        """Return the digest of what makes paper in a language, whatever stands on it."""
        theme = self.theme
        return fingerprint(
            code_digest(), digest_folder(theme / "paper"), digest_folder(theme / "fonts"), digest_file(theme / "css" / "tokens.css"),
            digest_file(theme / "stamps.json"), digest_folder(theme / "translations", ".po"), site.settings, site.language,
        )


def paper_groups(work: Work, press: Press) -> Iterator[Group]:
    """Yield every group of paper, edition by edition."""
    digests = [press.digest(site) for site in work.sites]
    for programme in work.default.programmes:
        # An edition does not change because there is another one: its own data count, not all that was read.
        around = (programme.edition, programme.categories, programme.municipalities, programme.venues, programme.organisers)
        shown = [*around, *(work.digests[programme.edition.id, event.id] for event in programme.events)]
        for (site, own), made_of in zip(work.in_every_language(programme), digests, strict=True):
            mark = fingerprint(made_of, site.is_over(own.edition), programme is work.default.current, *shown)
            yield Group(booklet.key(programme.edition.id, site.language.code), mark, partial(_booklet, work, press, site, own))


def _booklet(work: Work, press: Press, site: Site, programme: Programme) -> Iterator[OutputFile]:
    # A booklet that is set anew says nothing of the one that was printed before.
    own = replace(programme, printed=None) if programme.printed else programme
    rows = Rows(site, own) if programme.printed else work.rows(site, programme)
    return booklet.outputs(site, own, rows, press.typesetter, press.look, _photo)


def _photo(picture: Picture, millimetres: float, medium: str) -> bytes:
    return images.for_paper(Path(picture.path), millimetres, is_print=medium == PRINT)
