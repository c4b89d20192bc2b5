"""Number words: which numbers a German text says in words, so that a translation may write them in digits. Floor 1, pure.

What is found is a permission and no reading: "eine" may be an article, "acht" the beginning of "achten". Of hours both readings of
the clock count: "halb acht" may become 7:30 or 19:30.
"""

from __future__ import annotations

import re

_ONES = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TENS = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
    "neunzig": 90,
}
_MONTHS = ("januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember")
# Beginnings of words, with what they may become.
_WORDS: dict[str, tuple[int, ...]] = {
    **{word: (number,) for number, word in enumerate(_ONES, 1)},
    **{word: (number,) for number, word in enumerate(_MONTHS, 1)},
    "eins": (1,), "erst": (1,), "zwo": (2,), "beid": (2,), "paar": (2,), "doppel": (2,), "dritt": (3,), "siebt": (7,), "zehn": (10,),
    "elf": (11,), "zwölf": (12,), "dutzend": (12,), "sechzehn": (16,), "siebzehn": (17,),
    **{f"{_ONES[number - 1]}zehn": (number + 10,) for number in (3, 4, 5, 8, 9)},
    **{word: (number,) for word, number in _TENS.items()},
    **{f"{one}und{ten}": (number + tens,) for number, one in enumerate(_ONES, 1) for ten, tens in _TENS.items()},
    "hundert": (100,), "einhundert": (100,), **{f"{word}hundert": (number * 100,) for number, word in enumerate(_ONES[1:], 2)},
    "jahrzehnt": (10,), "jahrhundert": (100,), "tausend": (1000,), "eintausend": (1000,),
    **{f"{word}tausend": (number * 1000,) for number, word in enumerate(_ONES[1:], 2)},
    "halb": (30, 50), "hälfte": (50,), "viertel": (15, 25), "dreiviertel": (45, 75), "anderthalb": (1, 5, 90), "eineinhalb": (1, 5, 90),
    "mittag": (12,), "mitternacht": (12, 24), "rund um die uhr": (24,),
}
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_WORDS, key=len, reverse=True))})")
_HOURS = "|".join(("eins", "zehn", "elf", "zwölf", *_ONES))
_HOUR = re.compile(
    rf"(?<!\w)(?:(?:halb|viertel|dreiviertel)(?: nach| vor)? (?P<part>{_HOURS})"
    rf"|(?:um|ab|gegen|bis|von|seit|nach|vor|punkt) (?P<at>{_HOURS})|(?P<sharp>{_HOURS}) uhr)(?!\w)",
)


def spelled_numbers(text: str) -> frozenset[int]:
    """Return the numbers that a German text says in words."""
    text = " ".join(text.lower().split())
    found = {number for match in _WORD.finditer(text) for number in _WORDS[match[0]]}
    for match in _HOUR.finditer(text):
        hour = _WORDS[match[match.lastgroup or 0]][0]
        found |= {hour, hour + 12} | ({hour - 1, hour + 11, 45} if match["part"] else set())
    return frozenset(found)
