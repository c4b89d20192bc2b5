"""The card in the form says what the row and the poster on the site will say, in every kind of language."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from form.answers import strewn
from form.node import LETTERS, asked
from ikw.exports.form_rules import form_data
from ikw.model import DEFAULT_CATEGORY, Category, Event
from ikw.parse import parse_event
from ikw.programme import Programme
from ikw.settings import Language
from ikw.site import Site
from ikw.source import read_event
from ikw.views.event import event_page
from ikw.views.records import Row
from ikw.views.rows import Rows
from ikw.views.words import date_line
from records import FEST, MUSIK, SPAN, known
from samples import ARABIC, ENGLISH, GERMAN, edition, programme, site

pytestmark = pytest.mark.slow

KNOWN = known(look=lambda name: (f"2025/{name}", 1600, 1067))
OTHERS = Category(id=DEFAULT_CATEGORY, name={"de": "Sonstiges"}, colour="himmel", sign="waves")
RUSSIAN, PERSIAN = Language(code="ru", name="Русский", dir="ltr", path="ru", locale="ru"), Language(code="fa", name="فارسی", dir="rtl", path="fa", locale="fa")
ISOLATES = re.compile("[\u2068\u2069]")
EASY = replace(GERMAN, code="de-simple", path="leicht", is_easy=True)
DATES = (
    "14.9.", "So 14.09.2025, 9.30–11.30 Uhr", "14.–28.9.", "ab 3.10.2025", "tba", "20.9. abends", "20.9. 1 Uhr", "20.9. 21–10 Uhr; 22.9.", "20.9. 18 Uhr – 21.9. 10 Uhr", "15.–20.9., jeweils 16–18 Uhr",
    "15.–21.9. täglich außer mi 10–11 und 12–13 Uhr", "15.–26.9. täglich", "14.9. 23 Uhr; 15.9. 1–3 Uhr", "28.9.–3.10.", "15., 16., 17., 19. und 20.9. 10 Uhr; 25.9. 9 Uhr", "14.9. am Morgen; 14.9. abends; 13.9. 24 Uhr",
)


def of(*events: Event) -> Programme:
    return programme(
        *events, edition=edition(), categories={"fest": FEST, "musik": MUSIK, DEFAULT_CATEGORY: OTHERS}, municipalities=KNOWN.municipalities,
        venues=KNOWN.venues, organisers=KNOWN.organisers,
    )


def written() -> list[dict[str, Any]]:
    every = strewn(300, 44)
    every += [{"title": "Fest", "when": [{"text": text}], "place": "venue", "venues": [{"name": "Wiese", "town": "Wiese"}], "cost": {"kind": "price", "regular": "1234,50"}} for text in DATES]
    routes = ([{"name": "Stadthalle"}, {"name": "Altes Rathaus"}], [{"name": "Stadthalle"}, {"name": "Tor", "municipality": "musterstadt"}, {"name": "Stadthalle"}], [{"name": "Tor"}, {"name": "Tor"}])
    every += [{"title": "Weg", "when": [{"text": "14.9. 10 Uhr"}], "place": "both", "venues": route, "online_url": url} for route in routes for url in ("", "https://example.org/")]
    every += [{"title": "Netz", "when": [{"text": "14.9. 10 Uhr"}, {"text": "15.9.", "venue": "Tor", "town": "Bebra"}], "place": place, "online_url": "https://example.org/"} for place in ("online", "open")]
    return every


@pytest.mark.parametrize("language", [GERMAN, EASY, ENGLISH, ARABIC, RUSSIAN, PERSIAN], ids=lambda language: language.code)
def test_the_card_is_the_row_and_the_poster(language: Language, tmp_path: Path) -> None:
    shown = site(of(), language=language)
    data = form_data(shown, of(), LETTERS)
    (tmp_path / "2025").mkdir()
    seen = 0
    for answers, one in zip(every := written(), asked((["card", answers] for answers in every), data), strict=True):
        if one["isWrong"]:
            continue
        event = read(tmp_path, one["id"], one["text"])
        made = one["card"]
        assert {**made, "row": made["row"] and bare(made["row"])} == card(shown, of(event), event), answers
        seen += 1
    assert seen >= 60


def read(root: Path, name: str, text: str) -> Event:
    (root / f"2025/{name}.md").write_text(text, encoding="utf-8")
    record, _problems = read_event(root, f"2025/{name}.md")
    assert record is not None
    event, problems = parse_event(record, "2025", SPAN, KNOWN)
    assert event is not None, problems
    return event


def card(shown: Site, held: Programme, event: Event) -> dict[str, Any]:
    """Return what the site's own row and poster say of an event."""
    rows = Rows(shown, held)
    page = event_page(shown, held, event, rows)
    at = held.position.get(event.id)
    row = rows.row(held.dated[at]) if at is not None else None if event.occurrences else rows.undated(event)
    return {
        "category": event.category, "title": page.title.text, "isLong": page.title_long, "subtitle": page.subtitle.text if page.subtitle else "",
        "dates": [date_line(shown, replace(one, hours=())) for one in event.occurrences],  # the hours stand below the date
        "poster": {"isDay": bool(page.number), "number": page.number, "weekday": page.weekday, "month": page.month, "time": page.time, "words": page.date_words},
        "row": row and told(row),
    }


def told(row: Row) -> dict[str, str]:
    return bare({"time": row.time, "words": row.when_words, "venue": row.venue.text, "town": row.town.text, "spoken": row.spoken, "cost": row.cost})


def bare(row: dict[str, str]) -> dict[str, str]:
    """Return a row without what keeps names together: the page has elements for it, the form's script sets texts."""
    return {key: ISOLATES.sub("", text) for key, text in row.items()}
