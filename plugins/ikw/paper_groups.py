"""Paper groups: which printed files belong together and what they show. Floor 5.

A booklet in one language is a group of its own. What makes it (code, paper templates, fonts, colours, stamps, catalogs, settings,
data files) is in its fingerprint, and all events; pages' templates and stylesheets are not: they change nothing on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from ikw.cache import Cache, code_digest, digest_file, digest_folder, fingerprint
from ikw.exports import images
from ikw.model import Picture
from ikw.output import OutputFile
from ikw.paper import booklet
from ikw.paper.keys import paper_key
from ikw.paper.typesetting import PRINT, Typesetter
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.rows import Rows
from ikw.work import Group, Work


@dataclass(frozen=True, kw_only=True)
class Press:
    """What all printed matter of one build shares.

    `digests` gives those of all events as they are in a language, `apart` does something in a process of its own: a typesetter
    keeps all that it has ever measured.
    """

    theme: Path
    digests: Callable[[str], Mapping[tuple[str, str], str]]
    cache: Cache
    apart: Callable[[Callable[[], booklet.Heights]], booklet.Heights]

    @cached_property
    def typesetter(self) -> Typesetter:
        """The theme's templates and fonts."""
        return Typesetter(self.theme)

    def measured(self, key: str, mark: str) -> booklet.Measured:
        """Return what measures a booklet or remembers its measures: for readers and for the press they are the same."""
        def once(measure: Callable[[], booklet.Heights]) -> booklet.Heights:
            found: booklet.Heights | None = self.cache.load(key, mark)
            if found is None:
                found = self.apart(measure)
                self.cache.save(key, mark, found)
            return found

        return once

    def digest(self, site: Site) -> str:
        """Return the digest of what makes paper in a language, whatever stands on it."""
        theme = self.theme
        return fingerprint(
            code_digest(), digest_folder(theme / "paper"), digest_folder(theme / "fonts"), digest_file(theme / "css" / "tokens.css"),
            digest_file(theme / "stamps.json"), digest_folder(theme / "translations", ".po"), site.settings, site.language,
        )


def paper_groups(work: Work, press: Press) -> Iterator[Group]:
    """Yield every group of paper, edition by edition."""
    shown = {site.language.code: (press.digest(site), press.digests(site.language.code)) for site in work.sites}
    for programme in work.default.programmes:
        # An edition does not change because there is another one: its own data count, not all that was read.
        around = fingerprint(
            programme.edition, programme.categories, programme.municipalities, programme.venues, programme.organisers,
            programme is work.default.current, *(digest_file(Path(one.logo.path)) for one in programme.edition.partners if one.logo),
        )
        every = list(work.in_every_language(programme))
        # Two are made at once, so the two of one language do not follow each other: in Easy Language they are the largest of all.
        for pair in zip(every, (*every[1:], *every[:1]), strict=True):
            for (site, own), kind, make in zip(pair, ("booklet", "press"), (booklet.for_readers, booklet.for_press), strict=True):
                made_of, digests = shown[site.language.code]
                events = (digests[programme.edition.id, event.id] for event in programme.events)
                mark = fingerprint(made_of, around, site.is_over(own.edition), *events)
                measured = press.measured(f"heights-{programme.edition.id}-{site.language.code}", mark)
                setting = partial(_files, work, press, site, own, partial(make, measured=measured))
                yield Group(paper_key(programme.edition.id, kind, site.language.code), mark, setting)


def _files(work: Work, press: Press, site: Site, programme: Programme, make: Callable[..., Iterator[OutputFile]]) -> Iterator[OutputFile]:
    # A booklet that is set anew says nothing of the one that was printed before.
    own_site, own = site.before_print(programme)
    rows = work.rows(site, programme) if own is programme else Rows(own_site, own)
    yield from make(own_site, own, rows, press.typesetter, photo_for_paper)


def photo_for_paper(picture: Picture, millimetres: float, medium: str) -> bytes:
    return images.for_paper(Path(picture.path), millimetres, is_print=medium == PRINT)
