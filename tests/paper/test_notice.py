"""A notice for a door: in every language what holds, what held, and why."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from ikw.model import Event
from ikw.paper.notice import Notice, Told, content, has_changed
from ikw.views.records import Phrase
from paper.desks import items
from samples import ARABIC, ENGLISH, GERMAN, at, change, event, programme, site, venue


def notice(one: Event) -> Notice:
    found = programme(one)
    _, made = items(found)
    return content([(site(found, language=language), found) for language in (GERMAN, ENGLISH, ARABIC)], made, one)


def words_of(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    return tuple(one.text for one in phrases)


def pairs(told: Told) -> tuple[tuple[str, str, bool], ...]:
    return tuple((label, words.text, is_old) for label, words, is_old in told.pairs)


def test_every_language_is_told_in_its_own_direction() -> None:
    made = notice(event(change=change("cancelled")))
    assert [(told.lang, told.dir, told.language) for told in made.told] == [("de", "ltr", "Deutsch"), ("en", "ltr", "English"), ("ar", "rtl", "العربية")]
    assert made.status == "cancelled"


def test_of_what_is_off_the_date_can_be_read() -> None:
    [told, *_] = notice(event(venues=[venue()], change=change("cancelled", note="Regen."))).told
    assert (told.word, pairs(told)) == ("Abgesagt", (("", "Sonntag, 14. September 2025, 14:00 Uhr, Stadthalle, Bad Hersfeld", False),))
    assert [line.text for _, line in told.lines] == ["Regen."]


def test_what_was_moved_has_its_old_time_struck() -> None:
    old = at("2025-09-13 14:00")
    [told, *_] = notice(event(change=change("moved", was_when=(old,)))).told
    assert pairs(told) == (
        ("Jetzt", "Sonntag, 14. September 2025, 14:00 Uhr", False), ("Vorher", "Samstag, 13. September 2025, 14:00 Uhr", True),
    )


def test_one_date_of_several_is_named_and_not_struck() -> None:
    dates = [at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2", change=change("cancelled"))]
    made = notice(event(when=dates))
    assert (made.status, made.told[0].word) == ("changed", "Abgesagt: 1 von 2 Terminen")
    assert pairs(made.told[0]) == (("Abgesagt", "Montag, 15. September 2025, 14:00 Uhr, Ort folgt", False),)


def test_where_to_go_instead_is_told_in_every_language() -> None:
    dates = [
        at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2", change=change("cancelled"), note="Kommen Sie morgen nach Bebra."),
        at("2025-09-16 14:00", "16:00", key="3", venues=(venue("hof", "Hof", town="Bebra"),)), at("2025-09-17 14:00", key="4"),
    ]
    german, english, _ = notice(event(when=dates, venues=[venue()])).told
    assert pairs(german) == (("Abgesagt", "Montag, 15. September 2025, 14:00 Uhr, Stadthalle, Bad Hersfeld", False),)
    assert [(one.lines[0][1].text, one.lines[0][1].lang) for one in (german, english)] == [
        ("Kommen Sie morgen nach Bebra.", None), ("Kommen Sie morgen nach Bebra.", "de"),
    ]
    # what is over when somebody stands at the door is of no use
    assert (german.label, words_of(german.hold)) == ("Findet statt", (
        "Dienstag, 16. September 2025, 14:00–16:00 Uhr, Hof, Bebra", "Mittwoch, 17. September 2025, 14:00 Uhr, Stadthalle, Bad Hersfeld",
    ))
    assert words_of(english.hold) == ("Tue 16/09, 14:00", "Wed 17/09, 14:00")


def test_what_is_written_beside_a_changed_date_is_told() -> None:
    dates = [at("2025-09-14 14:00", note="Mit Kaffee."), at("2025-09-15 14:00", key="2", change=change("cancelled"), note="Kommen Sie am 16.")]
    assert [line.text for _, line in notice(event(when=dates)).told[0].lines] == ["Kommen Sie am 16."]


@pytest.mark.parametrize(("one", "expected"), [
    (event(), False), (event(change=change("scheduled")), False), (event(change=change("full")), True), (event(when=[], change=change("postponed")), True),
    (event(when=[at("2025-09-14 14:00", change=change("cancelled"))]), True),
])
def test_whether_there_is_anything_to_tell(one: Event, expected: bool) -> None:
    assert has_changed(one) is expected


def test_names_of_another_language_are_marked_as_such() -> None:
    dates = [at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2", change=change("cancelled"))]
    german, english, arabic = notice(event(when=dates, venues=[venue()])).told
    marked = [[(part.text, part.lang, part.dir) for part in told.pairs[0][1].parts if part.lang] for told in (german, english, arabic)]
    assert marked == [[], [("Stadthalle, Bad Hersfeld", "de", "ltr")], [("Stadthalle, Bad Hersfeld", "de", "ltr")]]
