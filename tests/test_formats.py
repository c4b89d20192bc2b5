"""Formats: German to the letter; in every language European digits, the 24-hour clock and no crash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from gettext import NullTranslations

import pytest

from ikw.formats import Formats, region_tag
from ikw.texts import Texts

SATURDAY = date(2025, 9, 20)
# From the start, then those that come by one entry and one catalog.
LANGUAGES = (
    "de", "de_simple", "en", "uk", "ar", "fa", "tr", "ru", "ro", "pl", "bg", "ti", "ku", "fr", "so",
)


class Words(NullTranslations):
    """A catalog whose words can be told from CLDR's."""

    def gettext(self, message: str) -> str:
        return message.replace("Uhr", "hours").replace("bis", "to")


def formats(locale: str) -> Formats:
    return Formats(locale, Texts(locale, Words() if locale not in ("de", "de_simple") else NullTranslations()))


GERMAN = formats("de")


@pytest.mark.parametrize(("name", "expected"), [
    ("weekday", "Samstag"), ("weekday_short", "Sa"), ("month", "September"), ("date_long", "Samstag, 20. September 2025"),
    ("date_medium", "Samstag, 20. September"), ("date_short", "Sa 20.9."), ("day_month", "20. September"), ("month_year", "September 2025"),
])
def test_german_dates(name: str, expected: str) -> None:
    assert getattr(GERMAN, name)(SATURDAY) == expected


def test_german_weekdays() -> None:
    assert GERMAN.weekday_names() == ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


@pytest.mark.parametrize(("first", "last", "expected"), [
    (date(2025, 9, 14), date(2025, 9, 28), "14.–28. September"), (SATURDAY, SATURDAY, "20. September"),
    # thin spaces, as CLDR has them
    (date(2025, 9, 28), date(2025, 10, 5), "28. September\u2009–\u20095. Oktober"),
    (date(2025, 12, 29), date(2026, 1, 4), "29. Dezember\u2009–\u20094. Januar"),
    # the same month of another year is another month
    (date(2025, 9, 14), date(2026, 9, 13), "14. September\u2009–\u200913. September"),
])
def test_german_spans(first: date, last: date, expected: str) -> None:
    assert GERMAN.span(first, last) == expected


@pytest.mark.parametrize(("start", "end", "expected"), [
    (time(9, 30), time(11, 30), "09:30–11:30 Uhr"), (time(9), None, "09:00 Uhr"), (time(0, 5), None, "00:05 Uhr"),
    (datetime(2025, 9, 20, 21, tzinfo=UTC), datetime(2025, 9, 21, 2, tzinfo=UTC), "21:00–02:00 Uhr"),
])
def test_german_times(start: time, end: time | None, expected: str) -> None:
    assert GERMAN.time_words(start, end) == expected


@pytest.mark.parametrize(("words", "expected"), [
    ([], ""), (["Deutsch"], "Deutsch"), (["Deutsch", "Arabisch"], "Deutsch und Arabisch"), (iter("ABC"), "A, B und C"),
])
def test_german_lists(words: list[str] | Iterator[str], expected: str) -> None:
    assert GERMAN.list(words) == expected


@pytest.mark.parametrize(("amount", "expected"), [
    ("8", "8\xa0€"), ("8.00", "8\xa0€"), ("8.5", "8,50\xa0€"), ("0.5", "0,50\xa0€"), ("1200", "1.200\xa0€"), ("0", "0\xa0€"),
])
def test_german_money(amount: str, expected: str) -> None:
    assert GERMAN.money(Decimal(amount)) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, "0"), (87, "87"), (1200, "1.200")])
def test_german_numbers(number: int, expected: str) -> None:
    assert GERMAN.number(number) == expected


@pytest.mark.parametrize(("code", "expected"), [
    ("ar", "Arabisch"), ("ti", "Tigrinya"), ("ku", "Kurdisch"), ("pt-BR", "Portugiesisch"),
    ("gsg", "Deutsche Gebärdensprache"), ("de-simple", "Leichte Sprache"), ("xyz", "xyz"),
])
def test_german_names_of_languages(code: str, expected: str) -> None:
    assert GERMAN.language(code) == expected


def test_easy_language_is_formatted_as_german() -> None:
    assert said(formats("de_simple")) == said(GERMAN)


@pytest.mark.parametrize(("locale", "expected"), [
    ("en", ["Sat 20/09", "14–28 September", "A, B and C", "€8", "€8.50"]),
    ("uk", ["сб 20.09", "14–28 вересня", "A, B і C", "8\xa0€", "8,50\xa0€"]),
    # in words from right to left: a dash would turn the digits round
    ("ar", ["السبت 20 سبتمبر", "14 to 28 سبتمبر", "A وB وC", "\u200f8\xa0€", "\u200f8.50\xa0€"]),
    # the month by its name where CLDR would put its number first
    ("fa", ["شنبه 20 سپتامبر", "14 تا 28 سپتامبر", "A،\u200f B، و C", "\u200e€\xa08", "\u200e€\xa08.50"]),
    ("tr", ["Cmt 20/9", "14\u2009–\u200928 Eylül", "A, B ve C", "€8", "€8,50"]),
    ("ru", ["сб 20.09", "14–28 сентября", "A, B и C", "8\xa0€", "8,50\xa0€"]),
])
def test_other_languages(locale: str, expected: list[str]) -> None:
    one = formats(locale)
    assert [
        one.date_short(SATURDAY), one.span(date(2025, 9, 14), date(2025, 9, 28)), one.list("ABC"), one.money(Decimal(8)),
        one.money(Decimal("8.5")),
    ] == expected


@pytest.mark.parametrize(("locale", "alone", "after_a_day", "with_the_year"), [
    ("de", "September", "September", "September 2025"), ("uk", "вересень", "вересня", "вересня 2025\u202fр."),
    ("ru", "сентябрь", "сентября", "сентября 2025\u202fг."), ("tr", "Eylül", "Eylül", "Eylül 2025"),
])
def test_month_stands_otherwise_where_a_number_is_before_it(locale: str, alone: str, after_a_day: str, with_the_year: str) -> None:
    one = formats(locale)
    assert (one.month(SATURDAY), one.month_after_day(SATURDAY), one.month_year(SATURDAY)) == (alone, after_a_day, with_the_year)


@pytest.mark.parametrize(("locale", "text", "expected"), [
    ("uk", "неділя", "Неділя"), ("de", "täglich", "Täglich"), ("tr", "ileri yaştakiler", "İleri yaştakiler"), ("en", "in time", "In time"),
    ("ar", "السبت", "السبت"), ("de", "14.–28. September", "14.–28. September"), ("de", "", ""),
])
def test_capital(locale: str, text: str, expected: str) -> None:
    assert formats(locale).capital(text) == expected


def said(one: Formats) -> list[str]:
    """Return something of every kind."""
    spans = [one.span(date(2025, 9, 14), last) for last in (date(2025, 9, 28), date(2025, 10, 5))]
    return [
        *one.weekday_names(), one.weekday(SATURDAY), one.month(SATURDAY), one.date_long(SATURDAY), one.date_medium(SATURDAY),
        one.date_short(SATURDAY), one.day_month(SATURDAY), one.month_year(SATURDAY), *spans, one.time(time(21, 30)),
        one.time_words(time(21, 30), time(23)), one.time_words(time(21, 30), None), one.money(Decimal(8)), one.money(Decimal("8.5")),
        one.number(1200), one.list(["A", "B", "C"]), one.language("ar"), one.language("gsg"), one.language("xyz"),
    ]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_language_has_european_digits_and_the_24_hour_clock(locale: str) -> None:
    text = " ".join(said(formats(locale)))
    assert {sign for sign in text if sign.isdigit() and not sign.isascii()} == set()
    assert "21:30" in text
    assert not re.search(r"\b[AaPp]\.?[Mm]\b", text)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_language_says_something_of_every_kind(locale: str) -> None:
    assert [text for text in said(formats(locale)) if not text.strip()] == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_money_has_its_sign_and_cents_only_where_there_are_any(locale: str) -> None:
    one = formats(locale)
    assert re.sub(r"[^\d€]", "", one.money(Decimal(8))) in ("8€", "€8")
    assert re.sub(r"[^\d€]", "", one.money(Decimal("8.5"))) in ("850€", "€850")


@pytest.mark.parametrize("locale", ["ar", "fa"])
def test_range_from_right_to_left_has_no_dash(locale: str) -> None:
    one = formats(locale)
    assert not re.search("[-–—]", one.span(date(2025, 9, 14), date(2025, 9, 28)) + one.span(date(2025, 9, 28), date(2025, 10, 5)))
    assert not re.search("[-–—]", one.span_with_year(date(2025, 9, 28), date(2025, 10, 5)) + one.span_with_year(date(2025, 12, 28), date(2026, 1, 4)))


@pytest.mark.parametrize(("locale", "two_months", "two_years"), [
    ("en", "28 September – 5 October 2025", "28 December 2025 – 4 January 2026"),
    ("uk", "28 вересня – 5 жовтня 2025 р.", "28 грудня 2025 – 4 січня 2026 рр."), ("fa", "28 سپتامبر تا 5 اکتبر 2025", "28 دسامبر 2025 تا 4 ژانویهٔ 2026"),
])
def test_spans_with_their_year(locale: str, two_months: str, two_years: str) -> None:
    found = [formats(locale).span_with_year(*ends) for ends in ((date(2025, 9, 28), date(2025, 10, 5)), (date(2025, 12, 28), date(2026, 1, 4)))]
    assert [re.sub(r"\s", " ", one) for one in found] == [two_months, two_years]


def test_results_are_kept() -> None:
    """By each object for itself: two languages must not share them."""
    english = formats("en")
    assert english.date_long(SATURDAY) is english.date_long(SATURDAY)
    assert english.date_long(SATURDAY) != GERMAN.date_long(SATURDAY)


def test_easy_language_abbreviates_nothing() -> None:
    easy = Formats("de", Texts("de-simple", NullTranslations()), easy=True)
    day = date(2025, 9, 20)
    assert (easy.weekday_short(day), easy.date_short(day), easy.weekday_narrow(day)) == ("Samstag", "Samstag, 20. September", "Sa")


@pytest.mark.parametrize(("last", "words"), [
    (date(2025, 9, 28), "14. bis 28. September"), (date(2025, 10, 3), "14. September bis 3. Oktober"), (date(2025, 9, 14), "14. September"),
])
def test_easy_language_says_a_range(last: date, words: str) -> None:
    assert Formats("de", Texts("de-simple", NullTranslations()), easy=True).span(date(2025, 9, 14), last) == words


@pytest.mark.parametrize(("locale", "name"), [("de", "Mi"), ("uk", "ср"), ("tr", "Çar"), ("fa", "چ"), ("ar", "أربعاء")])
def test_a_narrow_column_holds_the_name_of_a_day(locale: str, name: str) -> None:
    assert Formats(locale, Texts(locale, NullTranslations())).weekday_narrow(date(2025, 9, 17)) == name


def test_parts_are_joined_by_the_comma_of_the_script() -> None:
    assert [Formats(one, Texts(one, NullTranslations())).joined("a", "", "b") for one in ("de", "ar", "fa")] == ["a, b", "a، b", "a، b"]


@pytest.mark.parametrize(("locale", "tag"), [
    ("de", "de-DE"), ("de_simple", "de-DE"), ("de-simple", "de-DE"), ("en", "en-GB"), ("uk", "uk-UA"), ("ar", "ar-EG"), ("fa", "fa-IR"),
    ("tr", "tr-TR"), ("ru", "ru-RU"), ("ti", "ti-ET"), ("ku", "ku-TR"),
])
def test_a_language_has_the_region_that_word_processors_ask_for(locale: str, tag: str) -> None:
    assert region_tag(locale) == tag
