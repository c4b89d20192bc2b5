"""Reading: a text in Easy Language, taken apart into words and sentences. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ikw.easy_language.word_lists import ABBREVIATIONS, AFTER_A_NUMBER, BEFORE_A_NUMBER

# as much of a place as a message shows
SHOWN = 60
# nobody writes longer sentences, but a file may hold anything
LOOKED_AT = 600

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_MARKUP = re.compile(
    rf"(?P<address>{_ADDRESS.pattern})"
    r"|[<>]|\]\([^()\n]*\)|^[ \t]{0,3}(?:#{1,6}|>)(?=\s)|(?:(?<=&)amp|&(?!amp;)#?\w{1,30});"
    r"|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|[\[\]`\\]",
    re.MULTILINE,
)
_QUOTED = re.compile(
    r"„[^„“”\n]{1,120}[“”]|“[^“”\n]{1,120}”|»[^»«\n]{1,120}«|«[^»«\n]{1,120}»|\"[^\"\n]{1,120}\"|‚[^‚‘\n]{1,120}‘"
)
# an empty line, a heading, an entry of a list
_BLOCK_END = re.compile(
    r"\n(?=[ \t]*(?:\n|#{1,6}[ \t]|[-*+•][ \t]|\d{1,2}[.)][ \t]))|^[ \t]*#{1,6}[ \t][^\n]*\n", re.MULTILINE
)
_ENTRY = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
SENTENCE_END = re.compile(r"[.!?…][\"“”»’›)]*(?=\s+(?P<next>\S)|\s*$)")
# for the length only: what stands before a colon is a thought of its own
_COLON = re.compile(r":(?=\s*\n|\s+[\"„“»(]?[A-ZÄÖÜ0-9])")
_WORD_BEFORE = re.compile(r"[^\s(„“\"'/]*$")
# some take ˑ for a mediopoint
_WORD = re.compile(r"[^\W\d_ˑ](?:[^\W\d_ˑ]|\u00ad)*")
# no sentence ends here
_NO_END = frozenset((
    *ABBREVIATIONS, *(short.replace(" ", "") for short in ABBREVIATIONS), *(f"{short}." for short in BEFORE_A_NUMBER),
    *map(str.lower, AFTER_A_NUMBER), "dr.", "prof.", "st.", "hl.", "e.v.", "abs.", "ev.", "kath.", "bes.", "gem.", "lt.",
)) - {"so."}


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A text to be judged; every place in `plain`, `judged` and a sentence is a place in the file.

    `plain` has no markup, `judged` no addresses, no names and nothing quoted; `words` are those of `judged` that are no names.
    """

    plain: str
    judged: str
    words: tuple[tuple[int, str], ...]
    sentences: tuple[tuple[int, int], ...]
    allowed: frozenset[str]


# place, message, mend
Finding = tuple[int, str, str]


def read(text: str, allowed: frozenset[str]) -> Text:
    """Take a text apart; `allowed` has names that are written as they are."""
    plain = _ENTRY.sub(_blank, _MARKUP.sub(_blank_markup, text))
    judged = _QUOTED.sub(_blank, _ADDRESS.sub(_blank, plain))
    known, names = _names(allowed)
    for name in names:
        if name in judged:
            judged = judged.replace(name, " " * len(name))
    words = tuple((match.start(), match[0]) for match in _WORD.finditer(judged) if match[0] not in known)
    return Text(plain=plain, judged=judged, words=words, sentences=tuple(_sentences(text, plain)), allowed=known)


@lru_cache(maxsize=8)
def _names(allowed: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return every word of the names, and those names that are more than a word, the longest first."""
    words = frozenset(word for name in allowed for word in _WORD.findall(name))
    longer = sorted((name for name in allowed if " " in name.strip()), key=lambda name: (-len(name), name))
    return words, tuple(longer)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _blank_markup(match: re.Match[str]) -> str:
    return match["address"] or " " * len(match[0])


def _sentences(text: str, plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    edges = {match.end() for match in _BLOCK_END.finditer(text)} | {match.end() for match in _COLON.finditer(plain)}
    edges |= {match.end() for match in SENTENCE_END.finditer(plain) if ends_sentence(plain, match)}
    for end in (*sorted(edges), len(plain)):
        if plain[start:end].strip():
            yield start + len(plain[start:end]) - len(plain[start:end].lstrip()), end
        start = end


def ends_sentence(plain: str, match: re.Match[str]) -> bool:
    """Whether a sign that may end a sentence does so here."""
    following = match["next"] or ""
    if following.islower():
        return False
    if plain[match.start()] != ".":
        return True
    found = _WORD_BEFORE.search(plain[max(match.start() - 30, 0):match.start()])
    word = found[0] if found else ""
    if word.isdecimal() and len(word) <= 2:  # 14. September; a number that ends a line ends the sentence
        return not following or "\n" in plain[match.end():match.start("next")]
    return not (len(word) == 1 and word.isalpha()) and f"{word}.".lower() not in _NO_END


def in_a_line(text: str) -> str:
    """Return the words of a place in one line, so that they can stand in a message."""
    words = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rpartition(' ')[0] or words[:SHOWN]} …"


def is_joined(text: Text, place: int) -> bool:
    """Whether a word is the second part of one with a hyphen or a mediopoint."""
    return place > 0 and text.judged[place - 1] in "-‐‑·•‧"
