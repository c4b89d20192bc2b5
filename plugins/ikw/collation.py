"""Collation: names in the order in which a language's readers look for them. Floor 3, pure.

CLDR's collation (UTS #10) needs a library of its own size; for lists of a few dozen names the alphabets are enough. Letters of the
page's own alphabet come first, then others by their code points, umlauts and accents with their base letter (DIN 5007-1).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

# Alphabets that do not follow the code points of their letters.
_ALPHABETS: Mapping[str, str] = {
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyz", "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
}
_PLACES = {lang: {letter: place for place, letter in enumerate(letters)} for lang, letters in _ALPHABETS.items()}
# Two capitals that Turkish makes small in its own way.
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})
_AFTER = 1000

Key = tuple[tuple[int, ...], str]


def sort_key(lang: str, name: str) -> Key:
    """Return what to sort a name by in a language; equal keys only for equal names."""
    places = _PLACES.get(lang, {})
    small = (name.translate(_TURKISH) if lang == "tr" else name).casefold()
    found: list[int] = []
    for letter in unicodedata.normalize("NFC", small):
        if letter in places:
            found.append(places[letter])
        else:
            base = (sign for sign in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(sign))
            found += (_AFTER + ord(sign) for sign in base)
    return tuple(found), name
