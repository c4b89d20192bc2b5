"""What ids may name, and which was meant."""

from __future__ import annotations

from ikw.values.known import ids_by_name, named, nearest, slip_of
from records import known

VENUES = known().venues
ORGANISERS = known().organisers


def test_a_full_name_is_found_in_any_language_and_case() -> None:
    assert ids_by_name(known().categories) == {"feste": "fest", "festivals": "fest", "musik": "musik"}
    assert (named(VENUES, "altes rathaus"), named(VENUES, "Rathaus")) == ("rathaus", None)


def test_of_two_equal_names_the_first_counts() -> None:
    twice = {"eins": VENUES["rathaus"], "zwei": VENUES["rathaus"]}
    assert ids_by_name(twice) == {"altes rathaus": "eins"}


def test_the_nearest_id_ignores_case_spaces_and_umlauts() -> None:
    assert [nearest(VENUES, words) for words in ("Stadt-Halle", "stadhalle", "RATHAUS", "Städthälle", "Scheune")] == [
        "stadthalle", "stadthalle", "rathaus", "stadthalle", None,
    ]


def test_only_what_is_very_like_is_a_slip() -> None:
    assert [slip_of(ORGANISERS, word) for word in ("kulturhau", "kultur", "vereine", "kulturhaus-")] == ["kulturhaus", None, None, "kulturhaus"]
