"""Build: from the events folder to a whole site. Floor 5.

Data is read and checked first; with errors nothing is written. Then `making` brings the output up to date. Whatever takes long and
can run beside the rest begins first, before the rest is even imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ikw.built import PAPER, WEB, Built
from ikw.cache import Cache
from ikw.disk import Folder
from ikw.workers import beside

if TYPE_CHECKING:
    from ikw.places import Places
    from ikw.prose_pages import Prose
    from ikw.settings import Settings


def build(
    places: Places, settings: Settings, prose: Prose, *, may_fork: bool = True, wanted: frozenset[str] = WEB,
) -> Built:
    """Build what is wanted. With errors in the data nothing is touched. Raises BuildError.

    What else stands in the output stays true: pages are brought up to date, paper that is out of date is taken away.
    """
    # Where nothing is known of an earlier build, Pelican is needed anyway: let it start while the rest is read.
    is_first = not places.cache.is_dir() or not places.output.is_dir()
    folder = Folder(places.output)
    folder.claim()
    with Cache(places.cache).lock() as lock:
        try:
            prose.prepare(lock, is_needed=is_first and wanted >= WEB)
            # To look at every file of the output takes as long as to read the events.
            with beside(folder.standing, may_fork=may_fork) as standing:
                from ikw.making import make_site, prepare  # noqa: PLC0415 -- slow import: Pelican has started
                from ikw.reading import read_all  # noqa: PLC0415 -- see above

                loaded = read_all(places, settings, may_fork=may_fork, for_paper=wanted >= PAPER)
                if loaded.has_errors:
                    return Built(loaded=loaded)
                work = prepare(places, settings, loaded, prose.headers)
                return make_site(places, loaded, work, prose, standing(), may_fork=may_fork, wanted=wanted)
        finally:
            prose.stop()
