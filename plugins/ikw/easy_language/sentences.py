"""Sentences: short ones, each in a line of its own. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ikw.easy_language.reading import LOOKED_AT, SENTENCE_END, Finding, Text, ends_sentence, in_a_line
from ikw.problems import N_

WORDS_IN_A_SENTENCE = 12
# a title or a summary has no lines of its own (`summary` holds 200 letters)
_LETTERS_IN_A_FIELD = 200

_LETTER = re.compile(r"\w")
_LIST = re.compile(r"(?:[\w·-]+, ){2,}[\w·-]+ (?:und|oder) [\w·-]+")
_JOINT = re.compile(r"(?<=,)\s+|\s+(?=(?:und|oder|aber|denn|sondern)\s)")


def long_sentences(text: Text) -> Iterator[Finding]:
    """A sentence has at most `WORDS_IN_A_SENTENCE` words."""
    for start, end in text.sentences:
        sentence = text.plain[start:end]
        count = _count(sentence)
        if count > WORDS_IN_A_SENTENCE:
            message = N_("„{seen}“ hat {count} Wörter, leicht sind höchstens {limit}.")
            message = message.format(seen=in_a_line(sentence), count=count, limit=WORDS_IN_A_SENTENCE)
            yield start, message, _shorter(" ".join(sentence[:LOOKED_AT].split()))


def _count(words: str) -> int:
    return sum(1 for word in words.split() if _LETTER.search(word))


def _shorter(sentence: str) -> str:
    if listed := _LIST.search(sentence):
        return N_("Machen Sie aus „{seen}“ eine Liste, jedes in einer eigenen Zeile.").format(seen=in_a_line(listed[0]))
    joints = [
        joint.end() for joint in _JOINT.finditer(sentence)
        if min(_count(sentence[:joint.end()]), _count(sentence[joint.end():])) >= 3
    ]
    if not joints:
        return N_("Machen Sie daraus zwei Sätze, jeden mit einem Gedanken.")
    middle = min(joints, key=lambda place: abs(2 * place - len(sentence)))
    return N_("Beginnen Sie vor „{words}“ einen neuen Satz.").format(words=_first_words(sentence[middle:]))


def _first_words(text: str) -> str:
    return in_a_line(" ".join(text[:LOOKED_AT].split()[:3])).rstrip(".,;:!?")


def full_lines(text: Text) -> Iterator[Finding]:
    """Every sentence has a line of its own; one warning tells it for the whole text."""
    if "\n" not in text.plain.strip() and len(text.plain) <= _LETTERS_IN_A_FIELD:
        return
    found = []
    for line in re.finditer(r"[^\n]+", text.plain):
        ends = (end for end in SENTENCE_END.finditer(line[0]) if end["next"] and ends_sentence(line[0], end))
        if end := next(ends, None):
            found.append(line.start() + end.end())
    if found:
        before = text.plain[:found[0]].rpartition("\n")[2]
        after = next((text.plain[start:end] for start, end in text.sentences if end > found[0]), "")
        seen = f"{' '.join(before.split()[-3:])} {_first_words(after)}"
        times = N_(", insgesamt {count} Mal").format(count=len(found)) if len(found) > 1 else ""
        message = N_("„{seen}“ steht in einer Zeile{times}; leicht ist eine Zeile für jeden Satz.")
        mend = N_("Beginnen Sie vor „{words}“ eine neue Zeile, mit zwei Leerzeichen am Ende der alten.")
        yield found[0], message.format(seen=in_a_line(seen), times=times), mend.format(words=_first_words(after))
