"""Formats: dates, times, ranges, lists, money and names of languages as CLDR has them. Floor 3; with `texts` the home of Babel.

European digits and the 24-hour clock everywhere, as they stand on posters and tickets (English is formatted as `en_GB`).
Results are kept: a programme says the same few dates thousands of times.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from babel.core import Locale, get_global
from babel.dates import format_date, format_datetime, format_skeleton, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from ikw.texts import LANGUAGE_WORDS, Texts

_LOCALES = {"en": "en_GB", "de_simple": "de"}
# Where the large letter of "i" keeps its dot.
_DOTTED = ("tr", "az")
# A column of seven or eight on a phone holds so many letters.
NARROW = 7
_KEPT = (
    "weekday", "weekday_short", "weekday_narrow", "weekday_names", "month", "month_after_day", "date_long", "date_medium", "date_short",
    "day_month", "month_year", "span", "span_with_year", "money", "number", "language", "_list",
)


class Formats:
    """Formatting in one language. Every method is pure and remembers its results."""

    def __init__(self, locale: str, texts: Texts, *, easy: bool = False) -> None:
        """Make the formats of a locale; `texts` supplies the few words that CLDR has not ("Uhr", "bis").

        `easy`: nothing is abbreviated, as Easy Language wants it.
        """
        self.locale = Locale.parse(_LOCALES.get(locale, locale))
        self.texts = texts
        self.easy = easy
        # A dash between digits turns them round in a script from right to left, and Easy Language has no signs.
        self.says_ranges = easy or self.locale.text_direction == "rtl"
        # what stands between words of a list that is no sentence
        self.comma = "، " if self.locale.text_direction == "rtl" else ", "
        for name in _KEPT:
            setattr(self, name, lru_cache(maxsize=None)(getattr(self, name)))

    def weekday(self, day: dt.date) -> str:
        """Like "Samstag"."""
        return str(get_day_names("wide", "stand-alone", self.locale)[day.weekday()])

    def weekday_short(self, day: dt.date) -> str:
        """Like "Sa", in Easy Language "Samstag"."""
        return self.weekday_names()[day.weekday()]

    def weekday_narrow(self, day: dt.date) -> str:
        """Like "Sa", for a narrow column: of the kinds of names that CLDR has the first that is short on every day, in letters."""
        for width in ("abbreviated", "short"):
            known = get_day_names(width, "stand-alone", self.locale)
            names = [str(known[n]).rstrip(".") for n in range(7)]
            if all(len(name) <= NARROW and not re.search(r"\d", name) for name in names):
                return names[day.weekday()]
        return str(get_day_names("narrow", "stand-alone", self.locale)[day.weekday()])

    def weekday_names(self) -> tuple[str, ...]:
        """Short names of the week from Monday to Sunday, in Easy Language whole ones."""
        names = get_day_names("wide" if self.easy else "abbreviated", "stand-alone", self.locale)
        return tuple(names[n].rstrip(".") for n in range(7))

    def month(self, day: dt.date) -> str:
        """Like "September"."""
        return str(get_month_names("wide", "stand-alone", self.locale)[day.month])

    def month_after_day(self, day: dt.date) -> str:
        """Like "September", where a day's number stands before it: in Ukrainian "14 вересня", but "вересень"."""
        return str(get_month_names("wide", "format", self.locale)[day.month])

    def date_long(self, day: dt.date) -> str:
        """Like "Samstag, 20. September 2025"."""
        return format_date(day, "full", self.locale)

    def date_medium(self, day: dt.date) -> str:
        """Like "Samstag, 20. September"."""
        return format_datetime(_noon(day), self._medium, locale=self.locale)

    @property
    def _medium(self) -> str:
        pattern = str(self.locale.datetime_skeletons.get("MMMMEd") or self.locale.datetime_skeletons["MMMEd"])
        return re.sub(r"M{3,}", "MMMM", re.sub(r"[Ec]{1,3}", "EEEE", pattern))

    def date_short(self, day: dt.date) -> str:
        """Like "Sa 20.9.", in Easy Language in full.

        Where CLDR puts the month first, or turns the numbers round, it is named: "9/20" would be read as two ways of saying a day.
        """
        if self.easy:
            return self.date_medium(day)
        pattern = str(self.locale.datetime_skeletons["Md"])
        is_named = pattern.startswith(("M", "L")) or "\u200f" in pattern
        numbers = format_skeleton("MMMd" if is_named else "Md", _noon(day), locale=self.locale)
        return f"{self.weekday_short(day)} {numbers}"

    def day_month(self, day: dt.date) -> str:
        """Like "20. September"."""
        return format_skeleton("MMMMd", _noon(day), locale=self.locale)

    def month_year(self, day: dt.date) -> str:
        """Like "September 2025", where days' numbers stand before it."""
        pattern = re.sub("L+", "MMMM", str(self.locale.datetime_skeletons["yMMMM"]))
        return format_datetime(_noon(day), pattern, locale=self.locale)

    def span(self, first: dt.date, last: dt.date) -> str:
        """Like "14.–28. September"; in words where a dash would be misread."""
        if first == last:
            return self.day_month(first)
        formats = self.locale.interval_formats.get("MMMMd") or self.locale.interval_formats["MMMd"]
        is_one_month = (first.year, first.month) == (last.year, last.month)
        parts = [re.sub(r"M{3,}", "MMMM", part) for part in formats["d" if is_one_month else "M"]]
        if self.says_ranges and re.search("[-–—]", "".join(parts)):
            start = format_datetime(_noon(first), _number(parts), locale=self.locale) if is_one_month else self.day_month(first)
            return self.texts.gettext("{first} bis {last}").format(first=start, last=self.day_month(last))
        ends = zip((first, last), parts, strict=True)
        return "".join(format_datetime(_noon(day), part, locale=self.locale) for day, part in ends)

    def span_with_year(self, first: dt.date, last: dt.date) -> str:
        """Like "28. September – 5. Oktober 2025": days of two months, or of two years."""
        is_one_year = first.year == last.year
        parts = [re.sub(r"M{3,}", "MMMM", part) for part in self.locale.interval_formats["yMMMd"]["M" if is_one_year else "y"]]
        if self.says_ranges and re.search("[-–—]", "".join(parts)):
            start = self.day_month(first) if is_one_year else format_date(first, "long", self.locale)
            return self.texts.gettext("{first} bis {last}").format(first=start, last=format_date(last, "long", self.locale))
        return "".join(format_datetime(_noon(day), part, locale=self.locale) for day, part in zip((first, last), parts, strict=True))

    def patterns(self) -> dict[str, Any]:
        """The patterns and names that days and ranges are made of, for a browser; `span` is None where it is said in words."""
        whole = self.locale.interval_formats.get("MMMMd") or self.locale.interval_formats["MMMd"]
        parts = {width: [re.sub(r"M{3,}", "MMMM", part) for part in whole[width]] for width in ("d", "M")}
        in_words = self.says_ranges and any(re.search("[-–—]", "".join(found)) for found in parts.values())
        return {
            "date_long": str(self.locale.date_formats["full"].pattern),
            "date_medium": self._medium, "day_month": str(self.locale.datetime_skeletons["MMMMd"]),
            "span": None if in_words else parts, "span_start": _number(parts["d"]),
            "names": {
                "LLLL": self._names("months", "stand-alone", "wide"), "LLL": self._names("months", "stand-alone", "abbreviated"),
                "MMMM": self._names("months", "format", "wide"), "EEEE": self._names("days", "format", "wide"),
            },
        }

    def _names(self, what: str, context: str, width: str) -> list[str]:
        return [str(name) for _, name in sorted(getattr(self.locale, what)[context][width].items())]

    def time(self, at: dt.time | dt.datetime) -> str:
        """Like "09:30": always two digits, always the 24-hour clock."""
        return f"{at.hour:02}:{at.minute:02}"

    def clock(self, start: dt.time, end: dt.time | None) -> str:
        """Like "09:30–11:30" without a word for the clock, for a column of times; in words where a dash would be misread."""
        if end is None:
            return self.time(start)
        if self.says_ranges:
            return self.texts.gettext("{first} bis {last}").format(first=self.time(start), last=self.time(end))
        return f"{self.time(start)}–{self.time(end)}"

    def time_words(self, start: dt.time | dt.datetime, end: dt.time | dt.datetime | None) -> str:
        """Like "09:30–11:30 Uhr", or "18:00 Uhr": most events have no end, and "ab" would only make people ask."""
        if end is None:
            return self.texts.gettext("{time} Uhr").format(time=self.time(start))
        return self.texts.gettext("{start}–{end} Uhr").format(start=self.time(start), end=self.time(end))

    def capital(self, text: str) -> str:
        """Return words as they stand alone or begin a line: most languages write weekdays, months and languages small."""
        first = "İ" if text.startswith("i") and self.locale.language in _DOTTED else text[:1].upper()
        return first + text[1:]

    def joined(self, *parts: str) -> str:
        """Like "8 €, mit Anmeldung": parts that say something, with the comma of the script between them."""
        return self.comma.join(part for part in parts if part)

    def list(self, words: Iterable[str]) -> str:
        """Like "Deutsch, Arabisch und Türkisch"."""
        return self._list(tuple(words))

    def _list(self, words: tuple[str, ...]) -> str:
        return str(format_list(words, locale=self.locale))

    def money(self, amount: Decimal) -> str:
        """Like "8 €", "8,50 €"; the sign also where CLDR would spell it EUR."""
        pattern = str(self.locale.currency_formats["standard"].pattern)
        if amount == amount.to_integral_value():
            pattern = re.sub(r"0\.0+", "0", pattern)
        found = format_currency(amount, "EUR", format=pattern, locale=self.locale, currency_digits="." in pattern)
        return found.replace("EUR", "€")

    def number(self, number: int) -> str:
        """Like "1.200"."""
        return str(format_decimal(number, locale=self.locale))

    def language(self, code: str) -> str:
        """The name of a language: "Arabisch"; an unknown code stands as it is."""
        if code in LANGUAGE_WORDS:
            return self.texts.gettext(LANGUAGE_WORDS[code])
        return str(self.locale.languages.get(code.replace("-", "_")) or self.locale.languages.get(code.split("-")[0]) or code)


@cache
def region_tag(locale: str) -> str:
    """Return a language with its region, as word processors name it: "de-DE", "uk-UA"; English is British here."""
    found = Locale.parse(_LOCALES.get(locale.replace("-", "_"), locale.replace("-", "_")))
    likely = Locale.parse(get_global("likely_subtags").get(found.language, found.language))
    region = found.territory or likely.territory
    return f"{found.language}-{region}" if region else found.language


def _number(parts: list[str]) -> str:
    """Return the pattern of the first day of a range within a month, as it stands before a word: "d.", "d"."""
    return re.sub("[^d.]", "", parts[0])


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 -- only the date is formatted; noon is safe in every zone
