"""Which letters the fonts have, and how wide they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from ikw.paper.letters import Letters, faces_digest
from ikw.unprinted import SUBSTITUTES, UNSEEN

THEME = Path(__file__).parents[2] / "theme"
FONTS = sorted((THEME / "fonts").glob("*.ttf"))
LETTERS = Letters.of_theme(THEME)


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_tables_are_read_as_another_reader_reads_them(font: Path) -> None:
    with TTFont(font) as known:
        units = known["head"].unitsPerEm
        expected = {chr(letter): known["hmtx"][name][0] / units for letter, name in known.getBestCmap().items()}
    assert Letters.of([font]).widths == pytest.approx(expected)


@pytest.mark.parametrize("text", [
    "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, 8,50 € – „so“ …",
    "Phở cho mọi người", "Çay, Şiir ve Müzik: İyi akşamlar", "Їжак ґречно з’їв яблуко", "Ёлка, съезд", "نحن مع الجميع، 14 إلى 28", "هالای، هورا و پولکا‌ها",
    "Zażółć gęślą jaźń", "Țuică și brânză", "Çîrok û êvar", "Soomaali", "Български",
])
def test_every_language_of_the_programme_has_its_letters(text: str) -> None:
    assert LETTERS.missing(text) == ()


def test_missing_letters_are_named_once_in_their_order() -> None:
    assert LETTERS.missing("中文角 ქართული 文") == ("中", "文", "角")


def test_ranges_hold_the_letters_and_what_needs_none() -> None:
    few = Letters(dict.fromkeys("abcx", 0.5))
    found = [*few.ranges()]
    assert found == sorted(found)
    assert {chr(one) for first, last in found for one in range(first, last + 1)} == {*"abcx", *UNSEEN, *SUBSTITUTES}
    assert (ord("a"), ord("c")) in found
    assert len([*LETTERS.ranges()]) < 300, "they go to every visitor of the form"


def test_a_changed_face_is_noticed_without_reading_all_of_it(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    font = tmp_path / "fonts" / "a.ttf"
    seen = {faces_digest(tmp_path)}
    with TTFont(FONTS[0]) as face:
        face.save(font)
        seen.add(faces_digest(tmp_path))
        for table in face["cmap"].tables:
            table.cmap.pop(ord("ß"), None)
        face.save(font)
    seen.add(faces_digest(tmp_path))
    font.rename(font.with_name("b.ttf"))
    assert len({*seen, faces_digest(tmp_path)}) == 4


@pytest.mark.parametrize(("text", "expected"), [
    ("Ohne Zeichen", "Ohne Zeichen"),
    # a sign goes with the space before it
    ("Fest \U0001f389 im Hof", "Fest im Hof"), ("Fest \U0001f389", "Fest"), ("\U0001f389 Fest", " Fest"), ("Fest\U0001f389!", "Fest!"),
    # and with all that changes its form: selectors, joiners, colours of skin, flags
    ("Tee ☕\ufe0f für alle", "Tee für alle"), ("Familie \U0001f468\u200d\U0001f469\u200d\U0001f467", "Familie"), ("Hand \U0001f44b\U0001f3fd", "Hand"), ("Flagge \U0001f1fa\U0001f1e6", "Flagge"),
    # an arrow is a dash
    ("Kirche → Moschee", "Kirche – Moschee"),
    # a joiner inside a Persian word stays
    ("خانه‌ها \U0001f3e0", "خانه‌ها"),
])
def test_signs_are_left_out(text: str, expected: str) -> None:
    assert LETTERS.printable(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("中文角 – Chinesisch", "… – Chinesisch"), ("中文 中文", "…"), ("Ni hao (你好)!", "Ni hao (…)!"), ("你 \U0001f389 好", "…"),
])
def test_letters_without_a_font_are_seen_to_be_missing(text: str, expected: str) -> None:
    assert LETTERS.printable(text) == expected


@pytest.mark.parametrize("name", ["ትግርኛ", "አማርኛ", "ქართული", "հայերեն", "עברית", "ܐܪܡܝܐ", "हिन्दी", "ภาษาไทย", "کوردی", "Русский", "Ελληνικά", "tiếng Việt"])
def test_names_of_languages_that_are_spoken_here_can_be_printed(name: str) -> None:
    assert LETTERS.missing(name) == ()


@pytest.mark.parametrize(("text", "width", "expected"), [
    ("", 10, 1), ("Wort", 10, 1), ("eins zwei drei", 4.2, 2), ("eins zwei drei", 2.5, 3), ("Donaudampfschifffahrt", 3, 4), ("kurz Donaudampfschifffahrt kurz", 5, 4),
])
def test_lines_break_at_spaces_and_in_words_longer_than_a_line(text: str, width: float, expected: int) -> None:
    assert LETTERS.lines(text, width) == expected
