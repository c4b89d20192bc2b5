"""Judging: a text by every rule of Easy Language, as warnings with their lines. Floor 1, standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ikw.easy_language.genitives import genitives
from ikw.easy_language.long_words import long_words
from ikw.easy_language.passives import passives
from ikw.easy_language.reading import Finding, Text, read
from ikw.easy_language.sentences import full_lines, long_sentences
from ikw.easy_language.single_words import abbreviations, numbers, signs, subjunctives
from ikw.problems import N_, WARNING, Fault

WARNINGS_OF_A_KIND = 5

_NO_NAMES: frozenset[str] = frozenset()

_RULES: tuple[tuple[str, Callable[[Text], Iterator[Finding]]], ...] = (
    ("easy-sentence", long_sentences), ("easy-line", full_lines), ("easy-passive", passives), ("easy-genitive", genitives),
    ("easy-subjunctive", subjunctives), ("easy-word", long_words), ("easy-abbreviation", abbreviations),
    ("easy-number", numbers), ("easy-sign", signs),
)


def check(text: str, first_line: int = 1, allowed: frozenset[str] = _NO_NAMES) -> tuple[Fault, ...]:
    """Return warnings for a text in Easy Language, at most `WARNINGS_OF_A_KIND` of one code, in the order of the lines.

    `allowed` has names (of venues, organisers, towns): they and each of their words are written as they are. So are words in
    quotation marks. A text of one line that fits into a field is a title or a summary and may have several sentences.
    """
    judged = read(text, allowed)
    faults = [fault for code, rule in _RULES for fault in _faults(code, rule(judged), text, first_line)]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _faults(code: str, findings: Iterator[Finding], text: str, first_line: int) -> list[Fault]:
    found: dict[str, Finding] = {}
    for finding in findings:
        found.setdefault(finding[1], finding)
    more = len(found) - WARNINGS_OF_A_KIND
    faults = []
    for number, (place, message, mend) in enumerate(list(found.values())[:WARNINGS_OF_A_KIND], start=1):
        if number == WARNINGS_OF_A_KIND and more > 0:
            message = N_("{message}; im Text kommt das noch {count} Mal vor.").format(message=message[:-1], count=more)
        line = first_line + text.count("\n", 0, place)
        faults.append(Fault(code=code, message=message, mend=mend, severity=WARNING, line=line))
    return faults
