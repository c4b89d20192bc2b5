"""Characters: the ones nobody sees or types on purpose. Floor 1, standard library only.

A hidden character breaks search, turns the order of letters around or makes two equal words unequal. Texts come out of word
processors and chats, so whoever wrote the file does not know that it is there: the message shows where it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ikw.problems import N_, Fault

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U000e0000-\U000e0fff"
)
_SUSPECT = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}]")
_IS_CONTROL = re.compile(f"[{_CONTROL}]")
_IS_BIDI = re.compile(f"[{_BIDI}]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_INDIC = re.compile("[\u0900-\u0dff]")
_TAGS = re.compile("[\U000e0020-\U000e007f]")
# A browser cleans by the same ones (`rulebook`).
PATTERNS = {"suspect": _SUSPECT, "arabic": _ARABIC, "indic": _INDIC, "tags": _TAGS}
# These end a line for someone; without them two words would grow together.
BREAKS = "\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_AROUND = 20

_MESSAGES = {
    "file-control": N_("„{word}“ enthält das Steuerzeichen {code}{times}."),
    "file-bidi": N_("„{word}“ enthält das unsichtbare Zeichen {code}, das die Leserichtung umstellt{times}."),
    "file-invisible": N_("„{word}“ enthält das unsichtbare Zeichen {code}{times}."),
}


def hidden(text: str) -> Iterator[int]:
    """Yield the place of every character that may not stand in a text: controls, reading order, zero width.

    Allowed are line ends and tabs, U+200C between letters of Arabic script, U+200D in emoji and after Indic letters, and the
    tags that make the flags of Scotland and Wales.
    """
    for match in _SUSPECT.finditer(text):
        place = match.start()
        before, after = text[max(place - 1, 0):place], text[place + 1:place + 2]
        if not _belongs(match[0], before, after):
            yield place


def faults(text: str, first_line: int = 1) -> tuple[Fault, ...]:
    """Return one fault for each kind of hidden character, at the line of the first one."""
    places: dict[str, list[int]] = {}
    for place in hidden(text):
        places.setdefault(text[place], []).append(place)
    return tuple(_fault(text, found, first_line) for found in places.values())


def clean(text: str) -> str:
    """Return the text without its hidden characters, so that reading can go on and name what else is wrong."""
    places = list(hidden(text))
    if not places:
        return text
    letters = list(text)
    for place in places:
        letters[place] = " " if letters[place] in BREAKS else ""
    return "".join(letters)


def printable(text: str) -> str:
    """Return a name from a disk or a word from a file so that it can be printed: what cannot be shown becomes `\ufffd`."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def _belongs(letter: str, before: str, after: str) -> bool:
    if letter == "\u200c":
        return _is_arabic_letter(before) and _is_arabic_letter(after)
    if letter == "\u200d":
        return bool(_INDIC.match(before)) or (_is_emoji(before) and _is_emoji(after))
    return bool(_TAGS.match(letter)) and (before == "\U0001f3f4" or bool(_TAGS.match(before)))


def _is_arabic_letter(letter: str) -> bool:
    return bool(_ARABIC.match(letter)) and unicodedata.category(letter)[0] in "LM"


def _is_emoji(letter: str) -> bool:
    return letter == "\ufe0f" or (letter != "" and unicodedata.category(letter) in ("So", "Sk"))


def _fault(text: str, places: list[int], first_line: int) -> Fault:
    place = places[0]
    letter = text[place]
    times = N_(", insgesamt {count} Mal").format(count=len(places)) if len(places) > 1 else ""
    start, end = _word_around(text, place)
    word = clean(text[start:end]).strip()
    code = "file-control" if _IS_CONTROL.match(letter) else "file-bidi" if _IS_BIDI.match(letter) else "file-invisible"
    mend = N_("Tippen Sie die Stelle neu, ohne zu kopieren: {word}") if word else N_("Löschen Sie das Zeichen.")
    shown = "".join(f"⟨{_number(char)}⟩" if _SUSPECT.match(char) else char for char in text[start:end])
    return Fault(
        code=code, line=first_line + text.count("\n", 0, place),
        message=_MESSAGES[code].format(word=shown, code=_named(letter), times=times), mend=mend.format(word=word),
    )


def _word_around(text: str, place: int) -> tuple[int, int]:
    start = end = place
    while start > 0 and place - start < _AROUND and not _is_gap(text[start - 1]):
        start -= 1
    while end < len(text) and end - place <= _AROUND and (end == place or not _is_gap(text[end])):
        end += 1
    return start, end


def _is_gap(letter: str) -> bool:
    return letter.isspace() and not _SUSPECT.match(letter)


def _number(letter: str) -> str:
    return f"U+{ord(letter):04X}"


def _named(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return f"{_number(letter)} ({name})" if name else _number(letter)
