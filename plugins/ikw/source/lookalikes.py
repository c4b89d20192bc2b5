"""Look-alikes: words that only look like what they say. Floor 1, standard library only.

A Latin word with one Cyrillic letter is found by no search, is read wrongly by a screen reader and may lead to another address
than the one that is shown. So a word keeps to one script. Across a hyphen, an apostrophe or any other sign scripts may meet:
"IT-фахівець", "C-дур". Letters of maths and full-width ones are read out one by one or not at all; a text has plain ones.
After Unicode Technical Standard 39, "Mixed-Script Detection" and its table of confusables, for the scripts in use here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ikw.problems import Fault
from ikw.source.texts import AMONG, TEMPLATES, TIMES

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\u2c60-\u2c7f\ua722-\ua7ff\ufb00-\ufb06"
_GREEK = (
    "\u0370-\u0373\u0376\u0377\u037b-\u037d\u037f\u0386\u0388-\u03e1\u03f0-\u03ff"
    "\u1f00-\u1fbc\u1fc2-\u1fcc\u1fd0-\u1fdb\u1fe0-\u1fec\u1ff2-\u1ffc"
)
_CYRILLIC = "\u0400-\u0481\u048a-\u052f\u1c80-\u1c8a\ua640-\ua66e\ua680-\ua69d"
_UNSEEN = "\u00ad\u200b-\u200d\u2060"
# what may stand between two letters without ending the word: marks, digits, what nobody sees
_WITHIN = f"{_UNSEEN}\u0300-\u036f\u0483-\u0487\\d"
# full-width, maths, and the letters of maths that are older than their block
_STYLED = (
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
    "\u2102\u210a-\u2112\u2115\u2119-\u211d\u2124\u2128\u212c\u212d\u212f-\u2131\u2133\u2134"
)

_FOREIGN_LETTER = re.compile(f"[{_GREEK}{_CYRILLIC}{_STYLED}]")
_LETTER = re.compile(f"[{_LATIN}{_GREEK}{_CYRILLIC}]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_GREEK_LETTER = re.compile(f"[{_GREEK}]")
_CYRILLIC_LETTER = re.compile(f"[{_CYRILLIC}]")
# the letters of one script in a row; a text in another script has few such rows, so looking at their neighbours is cheap
_LATIN_RUN = re.compile(f"[{_LATIN}{_WITHIN}]+")
_GREEK_RUN = re.compile(f"[{_GREEK}{_WITHIN}]+")
_WORD = re.compile(f"[{_LATIN}{_GREEK}{_CYRILLIC}{_WITHIN}]+")
_STYLED_LETTER = re.compile(f"[{_STYLED}]")
# from the first to the last on a line: whoever writes so writes whole lines
_STYLED_RUN = re.compile(f"[{_STYLED}](?:[^\n]*[{_STYLED}])?")
_SHOWN = 60
# A browser judges by the same ones (`rulebook`): what stands between the brackets of a class.
CLASSES = {
    "latin": _LATIN, "greek": _GREEK, "cyrillic": _CYRILLIC, "unseen": _UNSEEN, "within": _WITHIN, "styled": _STYLED,
}

_SCRIPTS = (("LATIN", _LATIN_LETTER), ("CYRILLIC", _CYRILLIC_LETTER), ("GREEK", _GREEK_LETTER))
# letters that look the same to a reader, column by column; only those that a keyboard of the script has
TO_LATIN = str.maketrans(
    "асеіорхуАВСЕНІКМОРТХУјЈѕЅһԁёЁїЇ" "αγικνορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧάίόύ",
    "aceiopxyABCEHIKMOPTXYjJsShdëËïÏ" "ayikvopuxABEZHIKMNOPTYXáíóú",
)
FROM_LATIN = {
    "CYRILLIC": str.maketrans("aceiopxyABCEHIKMOPTXYëËïÏ", "асеіорхуАВСЕНІКМОРТХУёЁїЇ"),
    "GREEK": str.maketrans("aikvopuxABEZHIKMNOPTYXáíóú", "αικνορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧάίόύ"),
}


def faults(text: str, first_line: int = 1) -> tuple[Fault, ...]:
    """Return one fault for each different word that mixes scripts, and for each line with letters of another kind."""
    if text.isascii() or not _FOREIGN_LETTER.search(text):
        return ()
    return (*_mixed(text, first_line), *_styled(text, first_line))


def _mixed(text: str, first_line: int) -> Iterator[Fault]:
    """A word has letters of one script."""
    joints = sorted((*_joints(text, _LATIN_RUN, _LATIN_LETTER), *_joints(text, _GREEK_RUN, _GREEK_LETTER)))
    around = _scripts(text) if joints else Counter()
    seen, end = set(), 0
    for joint in joints:
        if joint < end:
            continue
        start, end = _word_around(text, joint)
        word = re.sub(f"[{_UNSEEN}]", "", text[start:end])
        if word not in seen and not _is_formula(word):
            seen.add(word)
            yield _mixed_fault(word, _main_script(word, around), first_line + text.count("\n", 0, start))


def _joints(text: str, run: re.Pattern[str], letter: re.Pattern[str]) -> Iterator[int]:
    """Yield where letters of one script touch a letter of another one."""
    if not letter.search(text):
        return
    for match in run.finditer(text):
        start, end = match.span()
        neighbours = text[start - 1:start] + text[end:end + 1]
        if not neighbours.isascii() and _LETTER.search(neighbours) and letter.search(match[0]):
            yield start


def _word_around(text: str, place: int) -> tuple[int, int]:
    start = place
    while start > 0 and _WORD.match(text[start - 1]):
        start -= 1
    match = _WORD.match(text, start)
    return (start, match.end() if match else place)


def _is_formula(word: str) -> bool:
    """Units and formulas are written with Greek letters that look like no other: kΩ, μm, Δt."""
    letters = [letter for letter in word if letter.isalpha()]
    greek = [letter for letter in letters if _GREEK_LETTER.match(letter)]
    return (
        len(letters) <= 3 and bool(greek) and not any(_CYRILLIC_LETTER.match(letter) for letter in letters)
        and not any(ord(letter) in TO_LATIN for letter in greek)
    )


def _script(letter: str) -> str | None:
    return next((name for name, pattern in _SCRIPTS if pattern.match(letter)), None)


def _scripts(text: str) -> Counter[str]:
    return Counter(filter(None, map(_script, text)))


def _main_script(word: str, around: Counter[str]) -> str:
    """Return the script that the word was meant in: one it can be retyped in, then the more frequent one, here or around."""
    here = _scripts(word)
    return max(here, key=lambda name: (_retyped(word, name) is not None, here[name], around[name]))


def _retyped(word: str, script: str) -> str | None:
    """Return the word in one script, None where a letter has no like there."""
    letters = []
    for letter in word:
        if _script(letter) not in (None, script):
            letter = letter.translate(TO_LATIN)
            if script != "LATIN":
                letter = letter.translate(FROM_LATIN[script])
            if _script(letter) != script:
                return None
        letters.append(letter)
    return "".join(letters)


def _mixed_fault(word: str, main: str, line: int) -> Fault:
    odd = [place for place, letter in enumerate(word) if _script(letter) not in (None, main)]
    letter = word[odd[0]]
    times = TIMES.format(count=len(odd)) if len(odd) > 1 else ""
    name, near = _mend(word, main)
    found = TEMPLATES[name].fault(
        word=_shown(word), among=AMONG[main], place=odd[0] + 1, letter=letter, named=_named(letter), times=times, near=near,
    )
    return replace(found, line=line)


def _mend(word: str, main: str) -> tuple[str, str]:
    """Return which fault it is, and how the word should be typed."""
    retyped = _retyped(word, main)
    if retyped is not None:
        return "mixed", retyped
    parts = [match[0] for match in re.finditer(f"[{_LATIN}{_WITHIN}]+|[{_CYRILLIC}{_WITHIN}]+|[{_GREEK}{_WITHIN}]+", word)]
    return ("mixed-parts", "-".join(parts)) if len(parts) == 2 else ("mixed-all", "")


def _styled(text: str, first_line: int) -> Iterator[Fault]:
    """Letters are letters, not signs of maths, full-width or circled ones."""
    if not _STYLED_LETTER.search(text):
        return
    for match in _STYLED_RUN.finditer(text):
        plain = re.sub(f"[{_STYLED}]+", lambda found: unicodedata.normalize("NFKC", found[0]), match[0])
        letter = match[0][0]
        found = TEMPLATES["styled"].fault(word=_shown(match[0]), letter=letter, named=_named(letter), near=plain)
        yield replace(found, line=first_line + text.count("\n", 0, match.start()))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN - 1] + "…"


def _named(letter: str) -> str:
    return f"U+{ord(letter):04X} ({unicodedata.name(letter, '?')})"
