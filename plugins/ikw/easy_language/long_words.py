"""Long words: compounds, and where their parts meet. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ikw.easy_language.reading import SHOWN, Finding, Text, in_a_line
from ikw.easy_language.word_lists import PARTS_OF_WORDS
from ikw.problems import N_

LETTERS_IN_A_WORD = 14

# an ending makes a word longer, but not harder
_ENDING = re.compile(
    r"(?:(?<=ung|aft|ion|tät)en|(?<=heit|keit)en|(?<=isch|lich|nell|rell|uell|iell)e[nrsm]?|(?<=bar|sam)e[nrsm]?|(?<=ig|al)e[nrsm]?)$"
)
# „Diskriminierung“, „unterschiedlich“ are hard, but no compounds: nothing in them could be parted
_DERIVED = re.compile(r"(?:ung|keit|heit|schaft|tion|tät|ismus|lich|isch|ig|gemäß)(?:en|e[rnsm]?)?$")
_LETTERS_OF_A_DERIVED_WORD = 17
_LINKS = ("", "s", "es", "n", "en", "er", "e", "innen")
_ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ern", "innen", "in")
# what never begins a part: „Künstler-Innen“, „Erfahrungs-Gemäß“
_NO_PART = re.compile(r"(?:inn|ig|isch|lich|ung|schaft|haft|heit|keit|ität|ation|alis|alit|ell|ler|gemäß|mäßig)")
# what never ends one: „Grundver-Ordnung“
_NO_HEAD_END = (
    "ver", "be", "ent", "aus", "auf", "an", "ab", "ein", "um", "vor", "nach", "unter", "über", "bei", "zu", "durch", "un",
)
# only behind these is an „s“ surely a link, and no letter of the next part: „Begegnungs-Zentrum“
_LINKING = ("ung", "schaft", "heit", "keit", "tät", "ion", "ling", "tum")
_LINKED = re.compile(rf".{{3,}}(?:{'|'.join(_LINKING)})s(?=.{{4}})")
_SHORTEST_HEAD = 5
_SHORTEST_TAIL = 6


def long_words(text: Text) -> Iterator[Finding]:
    """A word has at most `LETTERS_IN_A_WORD` letters, or a hyphen or a mediopoint where its parts meet."""
    for place, written in text.words:
        word = written.replace("\u00ad", "")
        if len(word) <= LETTERS_IN_A_WORD or len(_ENDING.sub("", word.lower())) <= LETTERS_IN_A_WORD:
            continue
        parts = _parts(word)
        is_derived = not parts and len(word) <= _LETTERS_OF_A_DERIVED_WORD and _DERIVED.search(word.lower())
        if is_derived or word in text.allowed or word.removesuffix("s") in text.allowed:
            continue
        message = N_("„{word}“ ist ein langes Wort: {count} Buchstaben ohne Bindestrich.")
        mend = N_("Schreiben Sie „{words}“ oder ein kürzeres Wort.") if parts else N_(
            "Trennen Sie seine Teile mit einem Bindestrich, wie in „Kirchen-Gemeinde“, oder nehmen Sie ein kürzeres Wort.")
        yield place, message.format(word=in_a_line(word), count=len(word)), mend.format(words="-".join(parts))


def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, none where they can't be told."""
    lower = word.lower()
    if len(word) > SHOWN or len(lower) != len(word):
        return ()
    if not word[0].isupper():
        return _known_start(lower)
    parts = _known_parts(lower) or _known_joint(lower) or _known_start(lower) or _known_end(lower)
    return tuple(part.capitalize() for part in parts)


@lru_cache(maxsize=512)
def _known_parts(rest: str, is_first: bool = True) -> tuple[str, ...]:
    """Return the fewest known parts that make up the word, with the letters that link them."""
    if not is_first and any(rest == part + ending for part in _starts(rest) for ending in _ENDINGS):
        return (rest,)
    found: list[tuple[str, ...]] = []
    for part in _starts(rest):
        for link in _LINKS:
            head = part + link
            if rest.startswith(head) and (more := _known_parts(rest[len(head):], is_first=False)):
                found.append((head, *more))
    return min(found, key=len, default=())


def _starts(rest: str) -> Iterator[str]:
    return (rest[:length] for length in range(min(len(rest), 16), 2, -1) if rest[:length] in PARTS_OF_WORDS)


def _known_joint(word: str) -> tuple[str, ...]:
    head = _LINKED.match(word)
    return (head[0], word[head.end():]) if head and not _NO_PART.match(word, head.end()) else ()


def _known_start(word: str) -> tuple[str, ...]:
    for part in _starts(word):
        links = ("en", "s") if part.endswith(_LINKING) else ("n",) if part.endswith("e") else ()
        head = next((part + link for link in links if word.startswith(part + link)), part)
        tail = word[len(head):]
        if len(part) >= _SHORTEST_HEAD and len(tail) > 3 and not _NO_PART.match(tail):
            return head, tail
    return ()


def _known_end(word: str) -> tuple[str, ...]:
    for length in range(4, len(word) - _SHORTEST_TAIL + 1):
        head, tail = word[:length], word[length:]
        stems = [tail.removesuffix(ending) for ending in _ENDINGS if tail.endswith(ending)]
        if not head.endswith(_NO_HEAD_END) and any(len(stem) >= _SHORTEST_TAIL and stem in PARTS_OF_WORDS for stem in stems):
            return head, tail
    return ()
