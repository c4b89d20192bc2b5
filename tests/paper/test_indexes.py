"""Where to find what: by place, by group, by language and by access; every event is found on the page that tells it."""

from __future__ import annotations

from ikw.model import Municipality
from ikw.paper import indexes
from samples import ARABIC, at, event, on, organiser, programme, site, venue


def names(mentions: tuple[indexes.Mention, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name.text, one.events) for one in mentions]


def test_places_stand_in_order_of_their_names_below_their_municipality() -> None:
    towns = {town: Municipality(id=town, name={"de": town.title()}) for town in ("bebra", "alheim")}
    found = programme(
        event("a", venues=[venue("saal", "Saal", municipality="bebra")]), event("b", venues=[venue("aula", "Aula", municipality="bebra")]),
        event("c", venues=[venue("hof", "Hof", municipality="alheim")]), municipalities=towns,
    )
    groups = indexes.places(site(found), found)
    assert [(group.name.text, names(group.mentions)) for group in groups] == [
        ("Alheim", [("Hof", ("c",))]), ("Bebra", [("Aula", ("b",)), ("Saal", ("a",))]),
    ]


def test_a_place_without_a_municipality_stands_last() -> None:
    found = programme(event("a", venues=[venue("wiese", "Wiese", municipality=None)]), event("b", venues=[venue()]))
    assert [group.name.text for group in indexes.places(site(found), found)] == ["Bad Hersfeld", "Andere Orte"]


def test_places_without_any_municipality_need_no_heading() -> None:
    found = programme(event(venues=[venue(None, "Wiese", municipality=None)]))
    assert [(group.name.text, names(group.mentions)) for group in indexes.places(site(found), found)] == [("", [("Wiese", ("fest",))])]


def test_no_events_are_nowhere() -> None:
    found = programme()
    assert (indexes.places(site(found), found), indexes.organisers(site(found), found)) == ((), ())
    assert (indexes.spoken(site(found), found), indexes.access(site(found), found)) == ((), ())


def test_a_place_written_twice_in_two_events_is_one() -> None:
    found = programme(*(event(name, venues=[venue(None, "Wiese", town="Bebra", municipality=None)]) for name in ("a", "b")))
    assert names(indexes.places(site(found), found)[0].mentions) == [("Wiese", ("a", "b"))]


def test_events_are_named_in_order_of_their_pages() -> None:
    """By date, then what is on all the time, then what has no date."""
    found = programme(
        event("spaeter", when=[], venues=[venue()]), event("schau", when=[on("2025-09-14", "2025-09-28")], venues=[venue()]),
        event("zwei", when=[at("2025-09-15 10:00")], venues=[venue()]), event("eins", venues=[venue()]),
    )
    assert names(indexes.places(site(found), found)[0].mentions) == [("Stadthalle", ("eins", "zwei", "schau", "spaeter"))]


def test_a_group_is_found_with_all_its_events_and_how_to_reach_it() -> None:
    chor = organiser("chor", "Chor", phone="06621 1", email="chor@example.org", url="https://chor.example.org")
    found = programme(event("a", organisers=[chor]), event("b", organisers=[organiser()], partners=[chor]))
    [first, second] = indexes.organisers(site(found), found)
    assert (first.name.text, first.events) == ("Chor", ("a", "b"))
    assert [label for label, _ in first.ways] == ["06621 1", "chor@example.org", "chor.example.org"]
    assert (second.name.text, second.ways) == ("Treffpunkt Vielfalt", ())


def test_who_invites_and_takes_part_is_named_once() -> None:
    chor = organiser("chor", "Chor")
    found = programme(event("a", organisers=[chor], partners=[chor]))
    assert names(indexes.organisers(site(found), found)) == [("Chor", ("a",))]


def test_umlauts_are_sorted_as_in_a_telephone_book() -> None:
    found = programme(*(event(f"e{n}", organisers=[organiser(f"o{n}", name)]) for n, name in enumerate(("Zorn", "Ähre", "Apfel", "ohne"))))
    assert [name for name, _ in names(indexes.organisers(site(found), found))] == ["Ähre", "Apfel", "ohne", "Zorn"]


def test_a_name_in_another_language_is_marked() -> None:
    found = programme(event(organisers=[organiser("chor", "Chor")]))
    [chor] = indexes.organisers(site(found, language=ARABIC), found)
    assert (chor.name.text, chor.name.lang, chor.name.dir) == ("Chor", "de", "ltr")


def test_the_language_of_all_events_is_not_listed() -> None:
    found = programme(event("a", languages=["de", "uk"]), event("b", languages=["de"], interpreting=["uk", "ar"]))
    assert names(indexes.spoken(site(found), found)) == [("Arabisch", ("b",)), ("Ukrainisch", ("a", "b"))]


def test_access_counts_where_all_places_of_an_event_have_it_or_the_event_itself() -> None:
    ramp, stairs = venue("a", "A", access=("wheelchair", "toilet")), venue("b", "B", access=("toilet",))
    found = programme(event("beide", venues=[ramp, stairs]), event("eins", venues=[ramp]), event("selbst", venues=[stairs], access=["wheelchair"]))
    assert [events for _, events in names(indexes.access(site(found), found))] == [("eins", "selbst"), ("beide", "eins", "selbst")]


def test_nobody_knows_of_a_place_that_is_to_follow() -> None:
    assert list(indexes.features(event(venues=[]))) == []
