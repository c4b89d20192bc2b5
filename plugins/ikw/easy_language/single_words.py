"""Single words: possibilities, abbreviations, numbers in letters and special characters. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ikw.easy_language.reading import Finding, Text, in_a_line, is_joined
from ikw.easy_language.word_lists import ABBREVIATIONS, AFTER_A_NUMBER, BEFORE_A_NUMBER, SUBJUNCTIVES
from ikw.problems import N_

_WOULD = frozenset(("würde", "würden", "würdest", "würdet"))
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(re.escape(short).replace(r"\ ", r"\s?") for short in sorted(ABBREVIATIONS, key=len, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)
_BY_A_NUMBER = re.compile(
    rf"(?<![\w.])(?P<before>(?:{'|'.join(map(str.capitalize, BEFORE_A_NUMBER))}|max|min)\.)(?=,?\s*\d)"
    rf"|(?<=\d)\.?\s?(?P<after>{'|'.join(map(re.escape, AFTER_A_NUMBER))})(?![\w²³/·-])",
)
_SIGNS = {
    "%": N_("Schreiben Sie „Prozent“, oder leichter: „viele“ oder „wenige“."),
    "&": N_("Schreiben Sie „und“."),
    "§": N_("Schreiben Sie „Paragraf“, und erklären Sie das Wort."),
    ";": N_("Schreiben Sie einen Punkt, und beginnen Sie eine neue Zeile."),
}
_SIGN = re.compile(r"[%&§;]")


def subjunctives(text: Text) -> Iterator[Finding]:
    """Say what is, not what might be; „möchte“ is an everyday word and fine."""
    for place, word in text.words:
        key = word.lower()
        # „Würde“ with a capital is what every human being has
        if not (key in SUBJUNCTIVES or key in _WOULD) or word == "Würde" or is_joined(text, place):
            continue
        message = N_("„{seen}“ ist Möglichkeitsform.").format(seen=word)
        if key in _WOULD:
            yield place, message, N_("Schreiben Sie, was ist; wenn es nicht sicher ist, hilft „vielleicht“.")
        elif word[0].isupper():
            yield place, message, N_("Schreiben Sie „{words}“.").format(words=SUBJUNCTIVES[key].capitalize())
        else:
            mend = N_("Schreiben Sie „{words}“, und wenn es nicht sicher ist: „{words} vielleicht“.")
            yield place, message, mend.format(words=SUBJUNCTIVES[key])


def abbreviations(text: Text) -> Iterator[Finding]:
    """Words are written out."""
    for match in _ABBREVIATION.finditer(text.judged):
        if whole := ABBREVIATIONS.get(re.sub(r"\.\s*(?=\w)", ". ", match[0].lower())):
            yield _abbreviation(match.start(), match[0], whole)
    for match in _BY_A_NUMBER.finditer(text.judged):
        if before := match["before"]:
            yield _abbreviation(match.start(), before, BEFORE_A_NUMBER[before[:-1].lower()])
        else:
            yield _abbreviation(match.start("after"), match["after"], AFTER_A_NUMBER[match["after"]])


def _abbreviation(place: int, seen: str, whole: str) -> Finding:
    message = N_("„{seen}“ ist eine Abkürzung.").format(seen=in_a_line(seen))
    return place, message, N_("Schreiben Sie „{words}“.").format(words=whole)


def _number_words() -> dict[str, int]:
    ones = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
    tens = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
    numbers = {"dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19}
    for ten, tens_word in enumerate(tens, start=2):
        numbers[tens_word] = 10 * ten
        numbers |= {f"{word}und{tens_word}": 10 * ten + one for one, word in enumerate(ones, start=1)}
    for one, word in enumerate(ones, start=1):
        numbers |= {f"{word}hundert": 100 * one, f"{word}tausend": 1000 * one}
    return numbers | {"hundert": 100, "tausend": 1000, "zehntausend": 10_000, "hunderttausend": 100_000}


_NUMBERS = _number_words()
_AFTER_DIGITS = re.compile(r"\d\s*$")


def numbers(text: Text) -> Iterator[Finding]:
    """A number above zwölf has digits; „5 Tausend“ is fine."""
    for place, word in text.words:
        number = _NUMBERS.get(word.lower())
        if number is None or is_joined(text, place):
            continue
        if not _AFTER_DIGITS.search(text.judged, max(place - 4, 0), place):
            message = N_("„{seen}“ ist eine Zahl in Buchstaben.").format(seen=word)
            yield place, message, N_("Schreiben Sie „{words}“.").format(words=number)


def signs(text: Text) -> Iterator[Finding]:
    """A word is easier than a sign."""
    for match in _SIGN.finditer(text.judged):
        before, after = text.judged[max(match.start() - 20, 0):match.start()], text.judged[match.end():match.end() + 20]
        left, right = re.search(r"(?:\S+\s?)?$", before), re.match(r"\s*\w+", after) if match[0] != ";" else None
        seen = f"{left[0] if left else ''}{match[0]}{right[0] if right else ''}"
        message = N_("„{seen}“ enthält das Sonderzeichen „{sign}“.").format(seen=in_a_line(seen), sign=match[0])
        yield match.start(), message, _SIGNS[match[0]]
