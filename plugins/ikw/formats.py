"""Formats: dates, times, ranges, lists, money and names of languages as CLDR has them. Floor 3; with `texts` the home of Babel.

European digits and the 24-hour clock everywhere, as they stand on posters and tickets (English is formatted as `en_GB`).
Results are kept: a programme says the same few dates thousands of times.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from babel.core import Locale
from babel.dates import format_date, format_datetime, format_skeleton, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from ikw.texts import Texts

_LOCALES = {"en": "en_GB", "de_simple": "de"}
# Names that CLDR lacks or that German public life has a settled word for.
_LANGUAGE_NAMES = {"gsg": {"de": "Deutsche Gebärdensprache"}, "de-simple": {"de": "Leichte Sprache"}}


class Formats:
    """Formatting in one language. Every method is pure and remembers its results."""

    def __init__(self, locale: str, texts: Texts) -> None:
        """Make the formats of a locale; `texts` supplies the few words that CLDR has not ("Uhr", "bis")."""
        self.locale = Locale.parse(_LOCALES.get(locale, locale))
        self.texts = texts
        for name in ("weekday", "weekday_short", "date_long", "date_medium", "date_short", "day_month", "month_year", "span", "language"):
            setattr(self, name, lru_cache(maxsize=None)(getattr(self, name)))

    def weekday(self, day: dt.date) -> str:
        """Like "Samstag"."""
        return str(get_day_names("wide", "stand-alone", self.locale)[day.weekday()])

    def weekday_short(self, day: dt.date) -> str:
        """Like "Sa"."""
        return str(get_day_names("abbreviated", "stand-alone", self.locale)[day.weekday()]).rstrip(".")

    def weekday_names(self) -> tuple[str, ...]:
        """Short names of the week from Monday to Sunday."""
        names = get_day_names("abbreviated", "stand-alone", self.locale)
        return tuple(names[n].rstrip(".") for n in range(7))

    def month(self, day: dt.date) -> str:
        """Like "September"."""
        return str(get_month_names("wide", "stand-alone", self.locale)[day.month])

    def date_long(self, day: dt.date) -> str:
        """Like "Samstag, 20. September 2025"."""
        return format_date(day, "full", self.locale)

    def date_medium(self, day: dt.date) -> str:
        """Like "Samstag, 20. September"."""
        pattern = str(self.locale.datetime_skeletons.get("MMMMEd") or self.locale.datetime_skeletons["MMMEd"])
        pattern = re.sub(r"M{3,}", "MMMM", re.sub(r"[Ec]{1,3}", "EEEE", pattern))
        return format_datetime(_noon(day), pattern, locale=self.locale)

    def date_short(self, day: dt.date) -> str:
        """Like "Sa 20.9."."""
        return f"{self.weekday_short(day)} {format_skeleton('Md', _noon(day), locale=self.locale)}"

    def day_month(self, day: dt.date) -> str:
        """Like "20. September"."""
        return format_skeleton("MMMMd", _noon(day), locale=self.locale)

    def month_year(self, day: dt.date) -> str:
        """Like "September 2025"."""
        return format_skeleton("yMMMM", _noon(day), locale=self.locale)

    def span(self, first: dt.date, last: dt.date) -> str:
        """Like "14.–28. September"."""
        if first == last:
            return self.day_month(first)
        formats = self.locale.interval_formats.get("MMMMd") or self.locale.interval_formats["MMMd"]
        parts = [re.sub(r"M{3,}", "MMMM", part) for part in formats["d" if first.month == last.month else "M"]]
        return "".join(format_datetime(_noon(day), part, locale=self.locale) for day, part in zip((first, last), parts, strict=True))

    def time(self, at: dt.time | dt.datetime) -> str:
        """Like "09:30": always two digits, always the 24-hour clock."""
        return f"{at:%H:%M}"

    def time_words(self, start: dt.time | dt.datetime, end: dt.time | dt.datetime | None) -> str:
        """Like "09:30–11:30 Uhr", "ab 18:00 Uhr" is not said: most events have no end and that is normal."""
        if end is None:
            return self.texts.gettext("{time} Uhr").format(time=self.time(start))
        return self.texts.gettext("{start}–{end} Uhr").format(start=self.time(start), end=self.time(end))

    def list(self, words: Iterable[str]) -> str:
        """Like "Deutsch, Arabisch und Türkisch"."""
        return format_list(list(words), locale=self.locale)

    def money(self, amount: Decimal) -> str:
        """Like "8 €", "8,50 €"."""
        whole = amount == amount.to_integral_value()
        pattern = self.locale.currency_formats["standard"].pattern if not whole else None
        if whole:
            return format_currency(amount, "EUR", locale=self.locale, currency_digits=False, format=_whole(self.locale))
        return format_currency(amount, "EUR", format=pattern, locale=self.locale)

    def number(self, number: int) -> str:
        """Like "1.200"."""
        return format_decimal(number, locale=self.locale)

    def language(self, code: str) -> str:
        """The name of a language: "Arabisch"; an unknown code stands as it is."""
        own = _LANGUAGE_NAMES.get(code, {}).get(self.locale.language)
        return str(own or self.locale.languages.get(code.replace("-", "_")) or self.locale.languages.get(code.split("-")[0]) or code)


def _noon(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 -- only the date is formatted; noon is safe in every zone


def _whole(locale: Locale) -> str:
    return str(locale.currency_formats["standard"].pattern).replace("0.00", "0")
