"""Tests of the catalogs in theme/translations: what a language's grammar, its direction or its readers ask of the site's words."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from runpy import run_path

import pytest
from babel.messages.pofile import read_po

from ikw import messages, texts
from ikw.easy_language import check
from ikw.formats import Formats
from ikw.settings import PELICANS
from ikw.settings import read as read_settings

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "theme" / "translations"
RIGHT_TO_LEFT = ("ar", "fa")
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def strings(lang):
    """Yield every translation of a catalog, each plural form of its own."""
    with (FOLDER / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        for message in read_po(file):
            if message.id:
                yield from (message.string if isinstance(message.string, tuple) else (message.string,))


@pytest.mark.parametrize(("count", "expected"), [
    (0, "لا مقاعد"), (1, "مقعد واحد"), (2, "مقعدان"), (3, "3 مقاعد"), (10, "10 مقاعد"), (11, "11 مقعدًا"), (99, "99 مقعدًا"),
    (100, "100 مقعد"), (102, "102 مقعد"), (103, "103 مقاعد"), (111, "111 مقعدًا"),
])
def test_arabic_counts_in_six_forms(count, expected):
    """Babel puts the form for 100 before the one for 11; most other tools have them the other way round."""
    words = texts.load(FOLDER, "ar", "de").ngettext("{n} Platz", "{n} Plätze", count)
    assert words.format(n=count) == expected


@pytest.mark.parametrize(("lang", "span", "window"), [
    ("ar", "من 14 إلى 28 سبتمبر", "من 09:30 إلى 11:30"), ("fa", "14 تا 28 سپتامبر", "از ساعت 09:30 تا 11:30"),
])
def test_a_range_is_said_in_words_from_right_to_left(lang, span, window):
    formats = Formats(lang, texts.load(FOLDER, lang, "de"))
    assert formats.span(dt.date(2025, 9, 14), dt.date(2025, 9, 28)) == span
    assert formats.time_words(dt.time(9, 30), dt.time(11, 30)) == window


@pytest.mark.parametrize("lang", RIGHT_TO_LEFT)
def test_words_from_right_to_left_hold_no_bidi_controls_and_no_dash_between_numbers(lang):
    assert [text for text in strings(lang) if BIDI_CONTROLS.search(text) or re.search(r"[}\d]\s?[-–]\s?[{\d]", text)] == []


def test_words_in_easy_language_are_easy():
    assert [(text, fault.message) for text in strings("de_simple") for fault in check(text)] == []


def test_every_word_is_there_in_every_language():
    """Missing and fuzzy entries, placeholders that differ, plural forms that are missing: in no catalog of LANGUAGES."""
    values = {key: value for key, value in run_path(str(ROOT / "pelicanconf.py")).items() if key.isupper()}
    settings = read_settings(values, PELICANS)
    wanted = messages.template(ROOT / "theme", ROOT / "plugins" / "ikw")
    others = [language for language in settings.languages if language != settings.default]
    assert len(others) == 7
    found = {language.code: list(messages.faults(messages.read(messages.path_of(ROOT / "theme", language.code), language), wanted)) for language in others}
    assert {lang: faults for lang, faults in found.items() if faults} == {}
