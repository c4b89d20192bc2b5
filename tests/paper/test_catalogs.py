"""The words of paper in every language: nothing that is printed is asked for in vain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from gettext import NullTranslations

import pytest

from ikw.model import Event, Municipality, Printed
from ikw.paper import booklet, corrections, event_poster, leaflet, notice, poster
from ikw.programme import Programme
from ikw.settings import Language
from paper.desks import in_language, own_settings
from samples import at, change, edition, event, on, programme, venue

SETTINGS = own_settings()
OTHERS = [language for language in SETTINGS.languages if language != SETTINGS.default]
TOWNS = {name: Municipality(id=name, name={"de": name}) for name in ("bad-hersfeld", "bebra")}
THERE = venue("kirche", "Kirche", town="Bebra", municipality="bebra", access=("toilet",))


class Wanting(NullTranslations):
    """What gettext falls back to: it keeps what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def gettext(self, message: str) -> str:
        self.asked.append(message)
        return message

    def ngettext(self, one: str, many: str, number: int) -> str:
        self.asked.append(one)
        return many


def every_kind() -> Programme:
    """Return an edition that was printed, with an event of each kind that paper has words for."""
    old, here = at("2025-09-13 14:00"), venue(access=("wheelchair",))
    now: list[Event] = [
        event("fest", venues=[here], languages=("de", "uk"), example=True), event("nacht", when=[at("2025-09-20 23:00"), at("2025-09-21 01:00", key="2")]),
        event("aus", change=change("cancelled"), venues=[here]), event("verlegt", change=change("moved", was_when=(old,)), venues=[here]),
        event("voll", change=change("full")), event("offen", when=[], venues=[here]), event("schau", when=[on("2025-09-14", "2025-09-28")], venues=[here]),
        event("dort", venues=[THERE], highlight=True), event("neu", when=[at("2025-09-30 10:00")], category="sonstiges"), event("ohne", venues=[venue(None, "Platz", municipality=None)]),
    ]
    then = [one for one in now if one.id != "neu"]
    printed = Printed(day=date(2025, 8, 1), events={one.id: replace(one, change=None, occurrences=(old,)) for one in then})
    return programme(*now, printed=printed, municipalities=TOWNS, edition=edition(motto={}))


@pytest.mark.parametrize("language", OTHERS, ids=lambda language: language.code)
def test_no_word_of_paper_is_without_its_translation(language: Language) -> None:
    found, wanting = every_kind(), Wanting()
    shown, items = in_language(found, language, wanting)
    booklet.content(shown, found, items)
    poster.content(shown, found, items)
    leaflet.content(shown, found, items, "bad-hersfeld")
    event_poster.content(shown, found, items, found.by_id["fest"])
    notice.content([(shown, found)], items, found.by_id["verlegt"])
    corrections.content(shown, found, items, datetime(2025, 9, 1, tzinfo=UTC))
    for one in (booklet, poster, leaflet, event_poster, notice, corrections):
        one.words(shown)
    assert wanting.asked == []


def test_a_word_that_no_catalog_has_is_noticed() -> None:
    """The test above can fail."""
    wanting = Wanting()
    shown, _ = in_language(every_kind(), OTHERS[0], wanting)
    shown.texts.gettext("Das steht in keinem Katalog.")
    assert wanting.asked == ["Das steht in keinem Katalog."]
