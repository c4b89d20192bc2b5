"""An event as it stands on paper: what the page says, and what paper cannot do is said in another way."""

from __future__ import annotations

import pytest

from ikw.model import Text
from ikw.paper.items import short_address
from ikw.paper.records import Item
from ikw.paper.sizes import SIZES
from ikw.programme import Programme
from paper.desks import items
from samples import ARABIC, ENGLISH, at, category, change, event, picture, programme, venue


def item(found: Programme, name: str = "fest", **values: object) -> Item:
    """Return the item of an event that is at 14:00."""
    _, made = items(found, **values)
    entry = found.dated[found.position[name]]
    return made.item(entry.event, made.when(entry.occurrence), is_clock=True)


def test_an_event_says_its_time_its_title_and_its_kind() -> None:
    made = item(programme(event(when=[at("2025-09-14 14:00", "18:00")])))
    assert (made.when, made.title.text, made.kicker.text, made.stamp.cloth, made.stamp.sign) == ("14:00–18:00 Uhr", "Fest", "Feste", "granat", "pennant")


def test_a_kind_that_nobody_knows_has_a_stamp() -> None:
    made = item(programme(event(category="sonstiges"), categories={}))
    assert (made.stamp.cloth, made.stamp.sign) == ("granat", "pennant")


def test_what_is_made_up_says_so_in_the_language_of_the_paper() -> None:
    found = programme(event(example=True), categories={"fest": category("fest", "Feste", ar="مهرجانات")})
    assert item(found).kicker.text == "Feste · Beispiel"
    assert item(found, language=ARABIC, words={"Beispiel": "مثال"}).kicker.text == "مهرجانات · مثال"


def test_the_code_leads_to_the_page_in_the_language_of_the_paper() -> None:
    made = item(programme(event()), language=ENGLISH)
    assert (made.code.href, made.code.short) == ("https://ikw.example/en/2025/fest/", "ikw.example/en/2025/fest")


@pytest.mark.parametrize(("href", "short"), [
    ("https://ikw.example/2025/fest/", "ikw.example/2025/fest"), ("mailto:chor@example.org", "chor@example.org"), ("https://ikw.example/", "ikw.example"), ("", ""),
])
def test_an_address_is_written_as_people_type_it(href: str, short: str) -> None:
    assert short_address(href) == short


def test_links_inside_the_site_lead_nowhere_on_paper() -> None:
    facts = {fact.icon: fact for fact in item(programme(event(venues=[venue()]))).facts}
    assert facts["place"].links == ()
    assert facts["place"].lead.text == "Stadthalle"


def test_an_online_place_is_written_out() -> None:
    facts = {fact.icon: fact for fact in item(programme(event(online_url="https://meet.example.org/fest"))).facts}
    assert [link.label for link in facts["online"].links] == ["meet.example.org/fest"]


def test_dates_are_listed_only_where_there_are_several() -> None:
    assert item(programme(event())).dates == ()
    assert len(item(programme(event(when=[at("2025-09-14 14:00"), at("2025-09-15 14:00", key="2")]))).dates) == 2


def test_an_event_in_a_line_says_where_and_what_has_changed() -> None:
    found = programme(event(venues=[venue()], change=change("cancelled")))
    _, made = items(found)
    line = made.line(found.dated[0])
    assert (line.time, line.title.text, line.place.text, line.state and line.state.word) == ("14:00", "Fest", "Bad Hersfeld", "Abgesagt")


def test_untranslated_words_are_marked_and_a_note_says_it() -> None:
    found = programme(event(html="<p>Ein Text.</p>", plain="Ein Text.", texts={"en": Text(title="Party", html="", plain="")}))
    made = item(found, language=ENGLISH)
    assert (made.title.lang, made.text_lang, made.text_dir) == (None, "de", "ltr")
    assert made.notes == ("Dieser Text ist noch nicht übersetzt. Sie lesen ihn auf Deutsch.",)
    assert item(found).notes == ()


def test_german_facts_alone_are_said_once_in_the_booklet_and_not_beside_each_event() -> None:
    found = programme(event(bring="Ein Löffel.", texts={"en": Text(title="Party", html="<p>Text</p>", plain="Text")}))
    assert item(found, language=ENGLISH).notes == ()


# -- pictures


def shown(width: int, height: int) -> Item:
    """Return the item of an event with a picture of so many pixels."""
    return item(programme(event(picture=picture(width=width, height=height))))


def test_a_broad_picture_is_as_wide_as_the_column() -> None:
    photo = shown(4000, 1000).photo
    assert photo
    assert photo.width == SIZES["A5"].item_column


def test_a_tall_picture_is_as_high_as_it_may_be() -> None:
    photo = shown(1000, 4000).photo
    assert photo
    assert photo.width * photo.ratio == pytest.approx(SIZES["A5"].photo_height)


def test_pictures_are_kept_for_the_typesetter_with_their_width() -> None:
    found = programme(event(picture=picture()))
    _, made = items(found)
    made.item(found.by_id["fest"], "14:00")
    [(file, (kept, width))] = made.pictures.items()
    assert (file, kept, width) == ("fest.jpg", found.by_id["fest"].picture, pytest.approx(42 * 1600 / 1067))

