"""Passives: someone does something; nothing is done. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ikw.easy_language.reading import LOOKED_AT, Finding, Text
from ikw.easy_language.word_lists import LIKE_PARTICIPLES, STRONG_VERBS, STRONG_WITHOUT_GE
from ikw.problems import N_

_CLAUSE = re.compile(
    r"(?:[,;:–—]\s+|\s(?=(?:und|oder|aber|denn|sondern)\s))"
    r"(?:(?:und|oder|aber|denn|sondern)\s+)?(?=(?:wenn|weil|dass|ob|damit|bis|wo|wer|was|wie|wann|der|die|das|den|dem|[Ss]ie|er|es|"
    r"wir|ich|ihr|man|dann|danach|alle|jede[rs]?|hier|dort)\s)"
)
_BECOME = re.compile(r"\b[Ww](?:ird|irst|erden?|erdet|urden?|urdest|urdet)\b")
_IN_A_PASSIVE = re.compile(r"\b[Ww](?:ird|erd|urd|orden)")
_HAVE = re.compile(r"\b(?:habe?n?|habt|hast|hat|hatten?|ist|sind|seid|bin|war|waren)\b")
_PREFIX = (
    "ab|an|auf|aus|bei|bereit|dazu|durch|ein|entgegen|fertig|fest|fort|frei|her|heraus|herum|hin|hinzu|kennen|los|mit|nach|statt|"
    "teil|über|um|unter|vor|vorbei|voraus|weg|weiter|wieder|zu|zurück|zusammen"
)
_PARTICIPLE = re.compile(
    rf"\b(?P<before>{_PREFIX})?ge"
    rf"(?:(?P<strong>{'|'.join(sorted(STRONG_VERBS, key=len, reverse=True))})|(?P<weak>[a-zäöüß]{{2,}}t))\b"
    rf"|\b(?:{_PREFIX}|be|emp|ent|er|miss|ver|wider|zer){{0,2}}(?:be|emp|ent|er|miss|ver|zer|über|unter|wieder)"
    rf"(?:{STRONG_WITHOUT_GE})\b"
    r"|\b(?P<bare>(?:(?:be|ent|er|miss|ver|zer|über|unter|wider|wieder|durch)[a-zäöüß]{3,}|[a-zäöüß]{2,}ier)t)\b"
)
# their infinitive has „ge“, too
_WITH_GE = frozenset(("stalt", "nehmig", "wöhn", "fährd", "währ"))
_FUTURE = re.compile(r"\s+(?:haben|sein|werden sein)\b")


def passives(text: Text) -> Iterator[Finding]:
    """Someone does something; nothing is done („Wir kochen“, not „Es wird gekocht“)."""
    for start, end in text.sentences:
        if not _IN_A_PASSIVE.search(text.judged, start, end):
            continue
        for clause, place in _clauses(text.judged[start:end], start):
            if found := _passive(clause[:LOOKED_AT]):
                (first, first_end), (second, second_end), verb = found
                gap = " … " if clause[first_end:second].strip() else " "
                seen = f"{clause[first:first_end]}{gap}{clause[second:second_end]}"
                yield place + first, N_("„{seen}“ ist Passiv.").format(seen=seen), _active(verb)


def _clauses(sentence: str, start: int) -> Iterator[tuple[str, int]]:
    edge = 0
    for match in _CLAUSE.finditer(sentence):
        yield sentence[edge:match.start()], start + edge
        edge = match.end()
    yield sentence[edge:], start + edge


_Span = tuple[int, int]


def _passive(clause: str) -> tuple[_Span, _Span, re.Match[str]] | None:
    """Return where the two verbs of a passive stand, the first one first, and the participle."""
    participles = [match for match in _PARTICIPLE.finditer(_uncapped(clause)) if match[0] not in LIKE_PARTICIPLES]
    for become in _BECOME.finditer(clause):
        for participle in participles:
            if participle.end() < become.start():
                # „Gekocht wird im Hof“, „weil gekocht wird“, „muss gekocht werden“
                if not clause[participle.end():become.start()].strip():
                    return participle.span(), become.span(), participle
            elif _HAVE.search(clause, become.end(), participle.start()):
                break
            elif participle.start() > become.end() and not _FUTURE.match(clause, participle.end()):
                return become.span(), participle.span(), participle
    if participles and (been := re.search(r"\bworden\b", clause)) and participles[-1].end() < been.start():
        return participles[-1].span(), been.span(), participles[-1]
    return None


def _uncapped(clause: str) -> str:
    # some capitals have small forms of two letters, and places are to stay
    return clause[:1].lower() + clause[1:] if len(clause[:1].lower()) == 1 else clause


def _active(verb: re.Match[str]) -> str:
    we = _infinitive(verb)
    if we is None:
        return N_("Schreiben Sie, wer es tut.")
    before = f" … {verb['before']}" if verb["before"] else " …"
    return N_("Schreiben Sie, wer es tut, zum Beispiel: „Wir {we}“.").format(we=f"{we}{before}")


def _infinitive(verb: re.Match[str]) -> str | None:
    """Return the form after „wir“ of a participle, None for verbs that change in ways of their own."""
    if verb["strong"]:
        return STRONG_VERBS[verb["strong"]]
    regular = verb["weak"] or verb["bare"]
    if not regular:
        return None
    stem = regular[:-1]
    if stem.endswith("e") and len(stem) > 3:  # geöffnet, gearbeitet
        stem = stem[:-1]
    if stem in _WITH_GE:
        return f"ge{stem}en"
    return f"{stem}n" if re.search(r"(?<![ie])el$|(?<![iew])er$|eier$|uer$", stem) else f"{stem}en"
