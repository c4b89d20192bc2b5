"""Words: names, times, places and prices as lists and pages say them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest

from ikw.lasting import lasting_of
from ikw.model import Cost, Event, Hours, Occurrence, Text, Venue
from ikw.site import Site
from ikw.views.records import Phrase
from ikw.views.words import (
    address,
    category_name,
    cost_short,
    count_words,
    date_line,
    datetime_of,
    foreign,
    hours_words,
    joined,
    lasting_hours,
    listed,
    named,
    old_where,
    sentence,
    span_words,
    time_short,
    title,
    weekdays_words,
    when_words,
    where,
    where_line,
    where_words,
)
from samples import ARABIC, ENGLISH, GERMAN, at, category, change, event, on, programme, site, venue

HALL, CHURCH = venue(), venue("kirche", "Kirche", town="Bebra")
LIVE = "https://example.org/live"
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


# names


@pytest.mark.parametrize(("one", "expected"), [
    (site(), Phrase(text="Fest")), (site(language=ARABIC), Phrase(text="Fest", lang="de", dir="ltr")),
])
def test_text_of_the_default_language_is_marked_on_other_pages(one: Site, expected: Phrase) -> None:
    assert foreign(one, "Fest") == expected


@pytest.mark.parametrize(("one", "expected"), [
    (site(), Phrase(text="Halle")), (site(language=ENGLISH), Phrase(text="Hall")), (site(language=ARABIC), Phrase(text="Halle", lang="de", dir="ltr")),
])
def test_name_is_marked_where_it_is_not_translated(one: Site, expected: Phrase) -> None:
    assert named(one, {"de": "Halle", "en": "Hall"}) == expected


@pytest.mark.parametrize(("texts", "expected"), [
    ({"ar": Text(title="عيد")}, Phrase(text="عيد")), ({"ar": Text(title="")}, Phrase(text="Fest", lang="de", dir="ltr")),
    ({}, Phrase(text="Fest", lang="de", dir="ltr")),
])
def test_title(texts: dict[str, Text], expected: Phrase) -> None:
    assert title(site(language=ARABIC), event(texts=texts)) == expected


@pytest.mark.parametrize(("one", "category", "expected"), [
    (site(), "fest", Phrase(text="Feste")), (site(language=ENGLISH), "fest", Phrase(text="Festivals")),
    (site(language=ARABIC), "fest", Phrase(text="Feste", lang="de", dir="ltr")),
    # the built-in one needs no file
    (site(), "sonstiges", Phrase(text="Sonstiges")), (site(words={"Sonstiges": "More"}), "sonstiges", Phrase(text="More")),
])
def test_category_name(one: Site, category: str, expected: Phrase) -> None:
    assert category_name(one, programme(), category) == expected


@pytest.mark.parametrize(("name", "expected"), [
    # as the check adds it where categories.yaml does not have it
    ({"de": "Sonstiges"}, Phrase(text="غير ذلك")), ({"de": "Sonstiges", "ar": "أخرى"}, Phrase(text="أخرى")),
    ({"de": "Dies und das"}, Phrase(text="Dies und das", lang="de", dir="ltr")),
])
def test_the_built_in_category_is_named_in_every_language(name: dict[str, str], expected: Phrase) -> None:
    found = programme(categories={"sonstiges": replace(category("sonstiges", ""), name=name)})
    assert category_name(site(language=ARABIC, words={"Sonstiges": "غير ذلك"}), found, "sonstiges") == expected


# names in sentences

BANK, CLUB = Phrase(text="Bank", lang="de", dir="ltr"), Phrase(text="نادٍ")


@pytest.mark.parametrize(("one", "expected"), [
    (site(), Phrase(text="Alles von Bank")),
    (site(language=ENGLISH), Phrase(text="Alles von Bank", parts=(Phrase(text="Alles von "), BANK))),
    (site(language=ARABIC), Phrase(text="Alles von \u2068Bank\u2069", parts=(Phrase(text="Alles von "), BANK))),
])
def test_a_name_in_a_sentence_keeps_its_language(one: Site, expected: Phrase) -> None:
    assert sentence(one, "Alles von {name}", name=foreign(one, "Bank")) == expected


def test_a_name_of_the_pages_own_language_is_kept_together_only() -> None:
    assert sentence(site(language=ARABIC), "{name}: {words}", name=CLUB, words="مجاني") == Phrase(text="\u2068نادٍ\u2069: مجاني")


def test_a_sentence_in_a_sentence_is_one_sentence() -> None:
    arabic = site(language=ARABIC)
    inner = sentence(arabic, "({name})", name=BANK)
    assert sentence(arabic, "{status}: {old}", status="Verlegt", old=inner) == Phrase(
        text="Verlegt: (\u2068Bank\u2069)", parts=(Phrase(text="Verlegt"), Phrase(text=": "), Phrase(text="("), BANK, Phrase(text=")")),
    )


@pytest.mark.parametrize(("one", "expected"), [
    (site(), "Bank, Haus und Schule"), (site(language=ARABIC), "\u2068Bank\u2069 و\u2068Haus\u2069 و\u2068Schule\u2069"),
])
def test_names_as_a_list(one: Site, expected: str) -> None:
    assert listed(one, [foreign(one, name) for name in ("Bank", "Haus", "Schule")]).text == expected


def test_words_are_joined_but_for_those_that_say_nothing() -> None:
    assert joined(site(language=ARABIC), "14:00", Phrase(text=""), BANK, "") == Phrase(
        text="14:00، \u2068Bank\u2069", parts=(Phrase(text="14:00"), Phrase(text="، "), BANK),
    )


# places


@pytest.mark.parametrize(("venues", "expected"), [
    ([HALL, CHURCH], ["Stadthalle, Bad Hersfeld", "Kirche, Bebra"]), ([venue(name="Bebra", town="Bebra")], ["Bebra"]),
    ([venue(None, "Wiese", town=None)], ["Wiese"]), ([], []),
])
def test_where_words(venues: list[Venue], expected: list[str]) -> None:
    assert where_words(site(), venues) == expected


@pytest.mark.parametrize(("one", "expected"), [
    (event(venues=[HALL]), "Stadthalle, Bad Hersfeld"), (event(venues=[HALL, CHURCH]), "Stadthalle, Bad Hersfeld → Kirche, Bebra"),
    (event(online=True), "Online"), (event(online_url=LIVE), "Online"), (event(), "Ort folgt"),
    (event(venues=[HALL], online_url=LIVE), "Stadthalle, Bad Hersfeld und online"), (event(venues=[HALL], change=change("online")), "Online"),
    (event(when=[at("2025-09-15 10:00", venues=(CHURCH,))], venues=[HALL]), "Kirche, Bebra"),
])
def test_where_line(one: Event, expected: str) -> None:
    assert where_line(site(), one, one.occurrences[0]) == expected


@pytest.mark.parametrize(("one", "expected"), [
    (venue(), ("Am Ring 1", "36251 Bad Hersfeld")), (venue(street=None), ("36251 Bad Hersfeld",)), (venue(postcode=None), ("Am Ring 1", "Bad Hersfeld")),
    (venue(town=None), ("Am Ring 1", "36251")), (venue(street=None, postcode=None, town=None), ()),
])
def test_an_address_has_only_the_lines_that_are_known(one: Venue, expected: tuple[str, ...]) -> None:
    assert address(one) == expected


@pytest.mark.parametrize(("one", "expected"), [
    (event(venues=[HALL]), []), (event(venues=[HALL], change=change("moved", was_venues=(CHURCH, HALL))), ["Kirche, Bebra"]),
    (event(venues=[HALL], change=change("online")), ["Stadthalle, Bad Hersfeld"]), (event(venues=[HALL], change=change("moved", was_online=True)), ["Online"]),
    (event(venues=[HALL], change=change("moved", was_venues=(CHURCH,), was_online=True)), ["Kirche, Bebra", "Online"]),
    (event(online=True, change=change("changed", was_online=True)), []),
])
def test_old_where_is_told_only_where_it_differs(one: Event, expected: list[str]) -> None:
    assert [place.text for place in old_where(site(), one, one.occurrences[0])] == expected


TENT = Venue(id="zelt", name={"de": "Zelt", "ar": "خيمة"}, town="Bebra")


@pytest.mark.parametrize(("one", "expected"), [
    (event(venues=[HALL]), Phrase(text="Stadthalle, Bad Hersfeld", lang="de", dir="ltr")),
    (event(venues=[HALL, CHURCH]), Phrase(text="Stadthalle, Bad Hersfeld → Kirche, Bebra", lang="de", dir="ltr")),
    (event(venues=[TENT]), Phrase(
        text="\u2068خيمة\u2069، \u2068Bebra\u2069", parts=(Phrase(text="خيمة"), Phrase(text="، "), Phrase(text="Bebra", lang="de", dir="ltr")),
    )),
    (event(venues=[HALL], online_url=LIVE), Phrase(
        text="\u2068Stadthalle, Bad Hersfeld\u2069 und online",
        parts=(Phrase(text="Stadthalle, Bad Hersfeld", lang="de", dir="ltr"), Phrase(text=" und online")),
    )),
    (event(online=True), Phrase(text="Online")), (event(), Phrase(text="Ort folgt")),
])
def test_where_it_is_in_another_language(one: Event, expected: Phrase) -> None:
    assert where(site(language=ARABIC), one, one.occurrences[0]) == expected


# times


@pytest.mark.parametrize(("occurrence", "line", "short", "machine"), [
    (at("2025-09-19 19:30", "21:00"), "Freitag, 19. September 2025, 19:30–21:00 Uhr", "Fr 19.9., 19:30", "2025-09-19T19:30"),
    (at("2025-09-19 09:00"), "Freitag, 19. September 2025, 09:00 Uhr", "Fr 19.9., 09:00", "2025-09-19T09:00"),
    (on("2025-09-19"), "Freitag, 19. September 2025", "Fr 19.9.", "2025-09-19"),
    (on("2025-09-19", words="abends"), "Freitag, 19. September 2025, abends", "Fr 19.9., abends", "2025-09-19"),
    # past midnight the end needs no day, the next morning it does
    (at("2025-09-20 21:00", "02:00"), "Samstag, 20. September 2025, 21:00–02:00 Uhr", "Sa 20.9., 21:00", "2025-09-20T21:00"),
    (at("2025-09-26 18:00", "09:00"), "Freitag, 26. September 2025, 18:00 Uhr bis Samstag, 27. September, 09:00 Uhr", "Fr 26.9., 18:00",
     "2025-09-26T18:00"),
    (at("2025-09-20 21:00", "06:00"), "Samstag, 20. September 2025, 21:00–06:00 Uhr", "Sa 20.9., 21:00", "2025-09-20T21:00"),
    (at("2025-09-20 21:00", "06:01"), "Samstag, 20. September 2025, 21:00 Uhr bis Sonntag, 21. September, 06:01 Uhr", "Sa 20.9., 21:00",
     "2025-09-20T21:00"),
    (at("2025-09-20 07:00", "08:00"), "Samstag, 20. September 2025, 07:00–08:00 Uhr", "Sa 20.9., 07:00", "2025-09-20T07:00"),
    # ranges
    (on("2025-09-14", "2025-09-28"), "14.–28. September", "14.–28. September", "2025-09-14"),
    (on("2025-10-03", None), "ab 3. Oktober", "ab 3. Oktober", "2025-10-03"),
    (on("2025-09-14", "2025-09-28", hours=(Hours(weekdays=(5,), windows=((time(10), None),)),)), "14.–28. September, Sa ab 10:00 Uhr",
     "14.–28. September", "2025-09-14"),
])
def test_dates(occurrence: Occurrence, line: str, short: str, machine: str) -> None:
    assert (date_line(site(), occurrence), time_short(site(), occurrence), datetime_of(occurrence)) == (line, short, machine)


def test_two_moments_are_joined_as_the_language_joins_them() -> None:
    shown = site(words={"{first} bis {last}": "from {first} until {last}"})
    night = at("2025-09-26 18:00", "09:00")
    assert date_line(shown, night) == "from Freitag, 26. September 2025, 18:00 Uhr until Samstag, 27. September, 09:00 Uhr"


@pytest.mark.parametrize(("occurrence", "expected"), [
    (at("2025-09-19 19:30"), ""), (on("2025-09-19"), "ohne Uhrzeit"), (on("2025-09-19", words="abends"), "abends"),
    # it stands in Saturday's list
    (at("2025-09-21 01:00"), "in der Nacht zu Sonntag"), (at("2025-09-21 03:30", "08:00"), ""),
])
def test_what_a_list_says_instead_of_a_time_or_beside_it(occurrence: Occurrence, expected: str) -> None:
    assert when_words(site(), occurrence) == expected


@pytest.mark.parametrize(("first", "last", "expected"), [
    (date(2025, 9, 14), date(2025, 9, 28), "14.–28. September"), (date(2025, 9, 14), date(2025, 9, 14), "14. September"),
    (date(2025, 10, 3), None, "ab 3. Oktober"),
])
def test_span_words(first: date, last: date | None, expected: str) -> None:
    assert span_words(site(), first, last) == expected


@pytest.mark.parametrize(("weekdays", "expected"), [
    (EVERY_DAY, "täglich"), ((1, 2, 3, 4, 5, 6), "täglich außer Mo"), ((0, 1, 2, 3, 4, 5), "täglich außer So"), ((0, 1, 2, 3, 4), "Mo–Fr"),
    ((2, 3, 4), "Mi–Fr"), ((5, 6), "Sa, So"), ((0, 2, 4), "Mo, Mi, Fr"), ((6,), "So"),
])
def test_weekdays_words(weekdays: tuple[int, ...], expected: str) -> None:
    assert weekdays_words(site(), weekdays) == expected


@pytest.mark.parametrize(("hours", "expected"), [
    ((), ""), ((Hours(weekdays=(0, 1, 2, 3, 4), windows=((time(9), time(17)),)),), "Mo–Fr 09:00–17:00 Uhr"),
    ((Hours(weekdays=(5,), windows=((time(10), time(12)), (time(14), time(17)))), Hours(weekdays=(6,), windows=())),
     "Sa 10:00–12:00 Uhr und 14:00–17:00 Uhr, So geschlossen"),
    # opened without a known end
    ((Hours(weekdays=(4,), windows=((time(16), None),)),), "Fr ab 16:00 Uhr"),
])
def test_hours_words(hours: tuple[Hours, ...], expected: str) -> None:
    assert hours_words(site(), hours) == expected


def test_hours_in_easy_language_are_apart_from_their_days() -> None:
    easy = site(language=replace(GERMAN, code="de-simple", is_easy=True), words={"täglich außer {weekday}": "jeden Tag, aber nicht am {weekday}"})
    hours = (Hours(weekdays=(1, 2, 3, 4, 5, 6), windows=((time(14), time(18)),)),)
    assert hours_words(easy, hours) == "jeden Tag, aber nicht am Mo: 14:00–18:00 Uhr"


def days(*numbers: int, hour: str | None = "14:00", end: str | None = "18:00") -> list[Occurrence]:
    """Return dates in September 2025 at the same time."""
    return [at(f"2025-09-{n} {hour}", end, key=str(n)) if hour else on(f"2025-09-{n}", key=str(n)) for n in numbers]


@pytest.mark.parametrize(("when", "expected"), [
    (days(15, 16, 17, 18, 19), "Mo–Fr 14:00–18:00 Uhr"), (days(19, 20, 21, 23, 24, 25, 26, 27, 28), "täglich außer Mo 14:00–18:00 Uhr"),
    # it begins then and is no opening hour
    (days(15, 16, 17, 18, 19, end=None), "Mo–Fr 14:00 Uhr"),
    (days(15, 16, 17, 18, 19, 22, 23, 25, 26), "Mo–Fr 14:00–18:00 Uhr, nicht am 24. September"),
    # whole days: a span without a gap says all
    (days(15, 16, 17, 18, 19, hour=None), ""), (days(15, 16, 18, 19, 20, hour=None), "Mo, Di, Do, Fr, Sa"),
    ([on("2025-09-14", "2025-09-28", hours=(Hours(weekdays=EVERY_DAY, windows=((time(10), None),)),))], "täglich ab 10:00 Uhr"),
    ([on("2025-09-14", "2025-09-28")], ""),
])
def test_lasting_hours(when: list[Occurrence], expected: str) -> None:
    [item] = lasting_of(event(when=when))
    assert lasting_hours(site(), item) == expected


@pytest.mark.parametrize(("count", "expected"), [(0, "kein Termin"), (1, "1 Termin"), (9, "9 Termine"), (1200, "1.200 Termine")])
def test_count_words(count: int, expected: str) -> None:
    assert count_words(site(), count) == expected


# prices


@pytest.mark.parametrize(("cost", "expected"), [
    (None, ""), (Cost(kind="free"), "kostenlos"), (Cost(kind="donation"), "Spende"), (Cost(kind="price", regular=Decimal("8.5")), "8,50\xa0€"),
    (Cost(kind="price", note="nach Ermessen"), ""),
])
def test_cost_short(cost: Cost | None, expected: str) -> None:
    assert cost_short(site(), cost) == expected
