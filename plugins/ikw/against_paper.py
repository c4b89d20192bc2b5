"""Against paper: what a check says about events that the printed booklet tells otherwise. Floor 4, pure. All are warnings."""

from __future__ import annotations

from collections.abc import Iterator

from ikw.errata import is_new
from ikw.model import Event
from ikw.problems import N_, WARNING, Problem
from ikw.programme import Programme
from ikw.site import Site
from ikw.source.tree import PRINTED
from ikw.values.lines import short
from ikw.views.misprints import misprints, missing
from ikw.views.records import Misprint, Phrase


def problems(site: Site, programme: Programme) -> Iterator[Problem]:
    """Yield a warning for each fact that stands otherwise on paper, for events that are new and for those that are no more."""
    if programme.printed is None:
        return
    edition = programme.edition.id
    for event in programme.events:
        if is_new(programme.printed, event):
            mend = N_("Website und Feeds sagen es; aufs Papier bringt es: ikw print errata {edition}")
            yield _problem(
                event, "title", "print-new", N_("Diese Veranstaltung steht nicht im gedruckten Heft."), mend.format(edition=edition),
            )
        for one in misprints(site, programme, event, are_all=True):
            yield _problem(
                event, one.fact, "print-differs", _message(one),
                N_("Ist das gewollt, ist nichts zu tun; aufs Papier bringt es: ikw print errata {edition}").format(edition=edition),
            )
    for event in missing(site, programme):
        yield Problem(
            path=f"{edition}/{PRINTED}", line=event.origin.line("title"), field="events", code="print-gone", severity=WARNING,
            message=N_("„{title}“ steht im gedruckten Heft, aber nicht mehr im Programm.").format(title=short(_title(event))),
            mend=N_(
                "Holen Sie {id}.md aus git zurück, oder löschen Sie dort „draft“, und schreiben Sie hinein: status: cancelled"
            ).format(id=event.id),
        )


def _message(one: Misprint) -> str:
    now, then = _text(one.now), _text(one.then)
    if not then:
        return N_("Das steht nicht im gedruckten Heft: „{now}“.").format(now=now)
    if not now:
        return N_("Im gedruckten Heft steht noch „{then}“.").format(then=then)
    return N_("Steht anders im gedruckten Heft: jetzt „{now}“, dort „{then}“.").format(now=now, then=then)


def _text(phrases: tuple[Phrase, ...]) -> str:
    return ", ".join(phrase.text for phrase in phrases)


def _title(event: Event) -> str:
    return next(iter(event.texts.values())).title


def _problem(event: Event, field: str, code: str, message: str, mend: str) -> Problem:
    return Problem(
        path=event.origin.path, line=event.origin.line(field), field=field, code=code, severity=WARNING, message=message, mend=mend,
    )
