"""Blanks: what only the office knows, and nobody has filled in yet: in prose pages, in settings, in the files around events. Floor 5.

A page says `{ENTRIES_UNTIL}` where it needs what stands in one place for all. Where that is open, and where an office must write into
the page itself, stands „**[Vom Landkreis einzutragen: …]**“, for every reader to see; a check names the lines.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.model import Edition
from ikw.problems import N_, WARNING, Problem
from ikw.settings import Settings

if TYPE_CHECKING:
    from ikw.site import Site

# What pages may ask for: what it is, and where it is filled in.
BLANKS: Mapping[str, tuple[str, str]] = {
    "SUBMISSION_ADDRESS": (N_("E-Mail-Adresse für Anmeldungen"), N_("SUBMISSION_ADDRESS in pelicanconf.py")),
    "ENTRIES_UNTIL": (N_("Datum des Einsendeschlusses"), N_("„entries_until“ in edition.yaml")),
    "CRITERIA": (N_("Kriterien für die Aufnahme"), N_("„criteria“ in edition.yaml")),
}
_TO_DO = "Vom Landkreis einzutragen"
# In whatever language: a bracket in bold, „**[Vom Landkreis einzutragen: Telefonnummer]**“.
_MARKED = re.compile(r"\*\*\[(?:[^\]:]*:\s*)?(?P<what>[^\]]*)\]\*\*")
_BLANK = re.compile(r"\{(?P<name>[A-Z_]+)\}")
_IN_HTML = re.compile(rf"(?P<before><p>)?{_BLANK.pattern}(?(before)</p>)")
_LONGEST = 80


def filled_in(settings: Settings, edition: Edition | None) -> frozenset[str]:
    """Return the names of the blanks that settings and edition fill in."""
    found = {
        "SUBMISSION_ADDRESS": settings.submission_address, "ENTRIES_UNTIL": edition and edition.entries_until,
        "CRITERIA": edition and edition.criteria_html,
    }
    return frozenset(name for name, value in found.items() if value)


def answers(site: Site) -> dict[str, str]:
    """Return the HTML of each blank that is filled in, in the language of a site."""
    edition, address = site.current.edition, escape(site.settings.submission_address)
    found = {
        "SUBMISSION_ADDRESS": f'<a href="mailto:{address}">{address}</a>' if address else "",
        "ENTRIES_UNTIL": site.formats.date_long(edition.entries_until) if edition.entries_until else "",
        "CRITERIA": site.texts.name(edition.criteria_html) if edition.criteria_html else "",
    }
    return {name: html for name, html in found.items() if html}


def filled(html: str, known: Mapping[str, str]) -> str:
    """Return a page with its blanks filled in; one that is open says so. What has a paragraph of its own may become several."""
    def fill(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in BLANKS:
            return match[0]
        found = known.get(name) or f"[{_TO_DO}: {BLANKS[name][0]}]"
        if not match["before"]:
            return found
        return found if found.startswith("<") else f"<p><strong>{found}</strong></p>"

    return _IN_HTML.sub(fill, html)


def open_blanks(pages: Path, events: Path, known: frozenset[str]) -> Iterator[Problem]:
    """Yield each line that waits for the office, in prose pages and in the files around events; `known` are blanks that are filled in."""
    for path in (*sorted(pages.rglob("*.md")), *sorted(events.glob("*.yaml")), *sorted(events.glob("*/edition.yaml"))):
        if path.is_symlink() or not path.is_file():
            continue
        shown = Path(os.path.relpath(path, events)).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for message, mend in _in_line(line, known):
                yield Problem(path=shown, line=number, field="", code="blank-open", severity=WARNING, message=message, mend=mend)


def _in_line(line: str, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    message = N_("Das ist noch einzutragen: {what}.")
    for match in _MARKED.finditer(line):
        yield (
            message.format(what=match["what"].strip()[:_LONGEST] or "?"),
            N_("Ersetzen Sie die ganze Klammer; was es bei Ihnen nicht gibt, löschen Sie mit seiner Zeile."),
        )
    for match in _BLANK.finditer(line):
        if match["name"] in BLANKS and match["name"] not in known:
            what, where = BLANKS[match["name"]]
            yield message.format(what=what), N_("Schreiben Sie es als {where}; hier bleibt die Zeile, wie sie ist.").format(where=where)


def summary(problems: Iterable[Problem], folder: str) -> str:
    """Return in a few lines which files wait for the office; nothing if none does."""
    lines: dict[str, list[int]] = {}
    for one in problems:
        lines.setdefault(os.path.normpath(f"{folder}/{one.path}"), []).append(one.line)
    if not lines:
        return ""
    count = sum(map(len, lines.values()))
    head = N_("Bevor SAMPLE = False gilt, noch einzutragen ({count}):").format(count=count)
    return "".join((f"{head}\n", *(f"  {path}: {', '.join(map(str, dict.fromkeys(numbers)))}\n" for path, numbers in lines.items())))
