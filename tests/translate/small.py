"""Small: two events, what is translated of them, and the ways a test sends it."""

from __future__ import annotations

from pathlib import Path

from ikw.translate.catalog import Entry, to_po
from ikw.translate.export import export
from ikw.translate.intake import Intake, import_po
from ikw.translate.work import read_work
from ikw.translation import fingerprint
from ikw.urls import Urls

URLS = Urls(site_url="https://ikw.example", base="", language_path="")
LANGUAGES = ("uk", "ar", "de-simple")
FEST = """\
---
title: Sommerfest
subtitle: Alle bringen etwas mit
when: 14.09.2025, 15–18 Uhr
---
Wir feiern **um 15 Uhr** im Hof und sind zu
100 % dabei.

- Tee
- [Spiele](https://example.org/spiele)
"""
LESUNG = "---\ntitle: Lesung\nsummary: Wir lesen vor.\nwhen: 15.09.2025\n---\n"
FEST_UK = """\
---
# von Olena
title: "Літнє свято"   # gut so
---
"""
STAMPED = f"{FEST_UK[:-4]}source:\n  title: {fingerprint('Sommerfest')}\n---\n"
TITLE = "2025/fest#title"
TEXT_DE = "Wir feiern **um 15 Uhr** im Hof und sind zu 100 % dabei.\n\n- Tee\n- [Spiele](https://example.org/spiele)"
TEXT_UK = "Святкуємо **о 15:00** у дворі, 100 % разом.\n\n- Чай\n- [Ігри](https://example.org/spiele)"
MACHINE = "---\ntitle: Читання\nsummary: Читаємо.\nmachine: true\n---\n"
STALE = "---\ntitle: Г\nsummary: Ґ\nsource: {title: 00000000}\n---\n"
HEADER = 'msgid ""\nmsgstr ""\n"Language: uk\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po_of(events: Path, lang: str = "uk") -> str:
    """Return the .po of a language."""
    return export(read_work(events), lang, URLS).decode()


def taken(events: Path, *entries: tuple[str, str, str], **options: object) -> Intake:
    """Import entries: context, German, translation."""
    data = to_po((Entry(context=context, german=german, own=own) for context, german, own in entries), "uk")
    return import_po(events, data, LANGUAGES, **options)  # type: ignore[arg-type] # the options of import_po


def refusals(found: Intake) -> list[tuple[str, str]]:
    """Return what was refused: entry and message."""
    return [(problem.field, problem.message) for problem in found.refused]


def read(events: Path, path: str) -> str:
    """Return a file's text, its line ends as they are."""
    return (events / path).read_bytes().decode()
