"""Read back: what a change's events say, in the words of their pages, so that whoever wrote them sees what was understood. Floor 5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ikw.loaded import Loaded
from ikw.problems import Problem
from ikw.review.changed import Changed
from ikw.review.findings import Finding, Findings, ReadBack
from ikw.site import Site
from ikw.views.event import event_page
from ikw.views.records import Fact
from ikw.views.rows import Rows


def findings(loaded: Loaded, site: Site | None, changed: Changed, folder: str) -> Findings:
    """Return what is to be told of a change; `site` is the programme in German, None where too much is wrong to make one."""
    return Findings(
        checked=loaded.checked, problems=tuple(_problems(loaded.problems, changed, folder)),
        events=tuple(_events(site, changed, folder)) if site else (),
        removed=tuple(sorted(path for path in changed.gone if _is_event(path, folder))),
    )


def _problems(problems: Iterable[Problem], changed: Changed, folder: str) -> Iterator[Finding]:
    for problem in problems:
        path = f"{folder}/{problem.path}"
        yield Finding(
            path=path, line=problem.line, severity=problem.severity, field=problem.field, message=problem.message, mend=problem.mend,
            is_here=path in changed.present,
        )


def _is_event(path: str, folder: str) -> bool:
    """Whether a path is that of an event: its translations come and go with it."""
    edition, _, name = path.removeprefix(f"{folder}/").partition("/")
    is_inside = path.startswith(f"{folder}/") and bool(edition) and "/" not in name
    return is_inside and name.endswith(".md") and name.count(".") == 1


def _events(site: Site, changed: Changed, folder: str) -> Iterator[ReadBack]:
    for programme in site.programmes:
        rows = Rows(site, programme)
        for event in programme.events:
            path = f"{folder}/{event.edition}/{event.id}.md"
            if path in changed.present:
                page = event_page(site, programme, event, rows)
                dates = [", ".join(part.text for part in date.parts) for date in page.dates]
                when = [("Wann", line) for line in dates or [page.date_words]]
                state = [("Status", page.banner.title)] if page.banner else []
                yield ReadBack(path=path, title=page.title.text, facts=(*state, *when, *map(_fact, page.facts)), is_draft=event.draft)


def _fact(fact: Fact) -> tuple[str, str]:
    parts = (fact.lead.text, *(line.text for line in fact.lines), *(link.label for link in fact.links))
    return fact.label, ", ".join(part for part in parts if part)
