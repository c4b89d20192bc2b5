"""A poster of one event: its day large, what keeps people away, nothing of what was."""

from __future__ import annotations

from ikw.model import Event
from ikw.paper.event_poster import EventPoster, content
from paper.desks import items
from samples import at, change, event, on, picture, programme, venue


def poster(one: Event) -> EventPoster:
    found = programme(one)
    shown, made = items(found)
    return content(shown, found, made, one)


def test_a_single_day_stands_large_with_its_time() -> None:
    made = poster(event(when=[at("2025-09-14 14:00", "18:00")], venues=[venue()]))
    assert (made.number, made.weekday, made.month, made.time, made.span) == ("14", "Sonntag", "September", "14:00–18:00 Uhr", "")
    assert made.item.code.href == "https://ikw.example/2025/fest/"


def test_a_range_is_words_instead() -> None:
    made = poster(event(when=[on("2025-09-14", "2025-09-28")]))
    assert (made.number, made.span) == ("", "14.–28. September")


def test_a_date_to_follow_is_said() -> None:
    made = poster(event(when=[]))
    assert (made.number, made.span) == ("", "Termin folgt")


def test_what_is_off_says_so_and_why() -> None:
    made = poster(event(change=change("cancelled", note="Regen.")))
    assert made.item.state
    assert made.item.banner
    assert (made.item.state.word, made.item.banner.lines[0][1].text) == ("Abgesagt", "Regen.")


def test_what_was_moved_is_printed_as_it_is_now() -> None:
    made = poster(event(when=[at("2025-09-15 14:00")], change=change("moved", was_when=(at("2025-09-14 14:00"),))))
    assert (made.number, made.item.state, made.item.banner) == ("15", None, None)


def test_a_picture_is_asked_for() -> None:
    one = event(picture=picture())
    found = programme(one)
    shown, made = items(found)
    shot = content(shown, found, made, one).item.photo
    assert shot
    assert (shot.file, list(made.pictures)) == ("fest.jpg", ["fest.jpg"])
