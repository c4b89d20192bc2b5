"""Stacks: texts with marks on letters, and what is said of them, for both sides."""

from __future__ import annotations

import unicodedata

_GRAVE = "\u0300"


def _piled(word: str, count: int, mark: str) -> str:
    return f"In „{word}“ stehen {count} Zeichen übereinander auf einem Buchstaben, das erste ist {mark}; sie verdecken andere Zeilen."


def _alone(word: str, mark: str) -> str:
    return f"Vor „{word}“ steht das Zeichen {mark}, das nur auf einem Buchstaben stehen kann."


RETYPE = "Tippen Sie die Stelle neu, ohne zu kopieren: "
DELETE = "Löschen Sie es, oder schreiben Sie den Buchstaben davor."

FINE = {
    "nothing": "", "German": "Größe", "German taken apart": unicodedata.normalize("NFD", "Öffnung in Fürth: Über"),
    "Vietnamese taken apart": unicodedata.normalize("NFD", "Phở, Tiếng Việt, Nguyễn, ế"),
    "Arabic with all vowels": "ٱلسَّلَامُ عَلَيْكُمْ اللّٰهُ مُحَمَّدٌ",
    "Arabic with a vowel behind a blank": "شكرا ً جزيلا",
    "Quranic marks": "ٱلرَّحۡمَـٰنِ ٱلرَّحِیمِ",
    "Hebrew with points and accents": "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים שׁ\u05b8\u05bc\u0596\u05bd",
    "polytonic Greek taken apart": unicodedata.normalize("NFD", "ᾧ ᾱ̓́ͅ ΐ"), "Persian": "می‌خواهم، قطعاً",
    "Hindi": "हिन्दी ज़िंदगी क्ष्म्य", "Thai": "สวัสดี น้ำ ที่นี่", "Burmese": "မြန်မာ ကျွန်ုပ် လွှုံ့", "Tibetan": "བསྒྲུབས། རྫོགས་པ་ཆེན་པོ", "Tigrinya": "ትግርኛ",
    "Russian with an accent": "за\u0301мок", "Yoruba": "ẹ̀kọ́ ọ̀rọ̀", "Lithuanian": "i\u0307\u0300", "Navajo": "ǫ́ʼ",
    "emoji": "❤️ 1️⃣ #️⃣ *⃣ 👩🏽‍🍳 \ufe0f", "unequal taken apart": "a =\u0338 b", "dotted circle": "◌̈ heißt Trema", "four marks": "a" + _GRAVE * 4,
    "entities of letters": "&uuml; &#252; &#xfc; &amp;", "one spelled out": "u&#776;",
}

WRONG: dict[str, tuple[str, list[tuple[int, str, str]]]] = {
    "Zalgo": ("Das F" + "\u0335\u0321\u0316\u0300\u0301\u0302\u0303" + "e" + "\u0335\u0321\u0316\u0300\u0301" + "st!", [(1, _piled("Fest!", 7, "U+0335"), RETYPE + "Fest!")]),
    "five": ("a" + _GRAVE * 5, [(1, _piled("a", 5, "U+0300"), RETYPE + "a")]),
    "a mark beside": ("Ma" + _GRAVE + "rt" + _GRAVE * 5, [(1, _piled("Ma" + _GRAVE + "rt", 5, "U+0300"), f"{RETYPE}Ma{_GRAVE}rt")]),
    "Thai": ("ส" + "\u0e47" * 20, [(1, _piled("ส", 20, "U+0E47"), RETYPE + "ส")]),
    "Arabic": ("ب" + "\u064b" * 7, [(1, _piled("ب", 7, "U+064B"), RETYPE + "ب")]),
    "Hebrew": ("ש" + "\u05b8" * 7, [(1, _piled("ש", 7, "U+05B8"), RETYPE + "ש")]),
    "joiners between": ("ب" + "\u064b\u200c" * 6 + "ب", [(1, _piled("بب", 6, "U+064B"), RETYPE + "بب")]),
    "circles": ("x" + "\u20dd" * 6 + "y", [(1, _piled("xy", 6, "U+20DD"), RETYPE + "xy")]),
    "spelled out": ("Fe" + "&#768;" * 3 + "&#x300;" * 3 + "st", [(1, _piled("Fest", 6, "U+0300"), RETYPE + "Fest")]),
    "by a name": ("o" + "&DownBreve;" * 5, [(1, _piled("o", 5, "U+0311"), RETYPE + "o")]),
    "each line": ("a\u0300\nb" + _GRAVE * 5 + "\nc" + _GRAVE * 6 + " d" + _GRAVE * 7, [(2, _piled("b", 5, "U+0300"), RETYPE + "b"), (3, _piled("c", 6, "U+0300"), RETYPE + "c")]),
    # on no letter
    "at the begin": ("\u0308Fest", [(1, _alone("Fest", "U+0308"), DELETE)]), "of a line": ("Hallo\n\u0308Fest", [(2, _alone("Fest", "U+0308"), DELETE)]),
    "of a value": ("title: \u0308Fest", [(1, _alone("Fest", "U+0308"), DELETE)]), "in quotes": ('title: "\u0308Fest"', [(1, _alone('"Fest"', "U+0308"), DELETE)]),
    "of an item": ("- \u064bب", [(1, _alone("ب", "U+064B"), DELETE)]), "nothing else": ("\u0301", [(1, _alone("", "U+0301"), DELETE)]),
}
