"""Lengths: which titles, summaries and texts are too long for the booklet, and by how many letters. Floor 4.

What surely fits is not looked at twice (`fit`); about the rest the layout itself is asked, all at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ikw.model import Text
from ikw.paper.fit import surely_fits, words_of
from ikw.paper.letters import Letters
from ikw.paper.prose_tree import Node, prose_tree
from ikw.paper.sizes import Size
from ikw.paper.typesetting import Typesetter
from ikw.problems import N_, WARNING, Fault
from ikw.settings import Language

TEMPLATE = "lengths.typ"


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A text that may be too long: a title, a summary or a text, by the name of its field; the words or the blocks that it says."""

    kind: str
    words: str = ""
    nodes: tuple[Node, ...] = ()


def doubts(text: Text, size: Size, letters: Letters) -> Iterator[Doubt]:
    """Yield what of an event's texts may be too long. A long text whose summary somebody wrote is not: that is printed."""
    if text.title and not surely_fits(letters, text.title, size, size.title, size.title_lines):
        yield Doubt(kind="title", words=text.title)
    if text.summary and not text.is_excerpt and not surely_fits(letters, text.summary, size, size.text, size.summary_lines):
        yield Doubt(kind="summary", words=text.summary)
    if text.html and (text.is_excerpt or not text.summary):
        nodes = tuple(prose_tree(text.html))
        if not surely_fits(letters, words_of(nodes), size, size.text, size.text_lines):
            yield Doubt(kind="text", nodes=nodes)


def excess(found: Sequence[Doubt], language: Language, size: Size, typesetter: Typesetter) -> tuple[int, ...]:
    """Return by how many letters each text is too long, 0 where it fits. All are in one language."""
    if not found:
        return ()
    texts = [{"kind": one.kind, "words": one.words, "nodes": one.nodes} for one in found]
    data = {
        "texts": texts, "size": size, "lang": language.code, "dir": language.dir, "booklet": {"is_easy": language.is_easy},
    }
    measured = typesetter.measured(TEMPLATE, {**data, "words": {}, "site": ""})
    assert isinstance(measured, list)
    return tuple(measured)


def too_long(kind: str, letters: int) -> Fault:
    """Return what is said of a text that is too long by some letters."""
    messages = {
        "title": (
            N_("Der Titel ist {n} Zeichen zu lang fürs Heft."),
            N_("Kürzen Sie ihn, oder schreiben Sie einen Teil davon in „subtitle“."),
        ),
        "summary": (N_("Die Zusammenfassung ist {n} Zeichen zu lang fürs Heft."), N_("Kürzen Sie sie.")),
        "text": (
            N_("Der Text ist {n} Zeichen zu lang fürs Heft. Dort stehen nur seine ersten Sätze."),
            N_("Kürzen Sie ihn, oder schreiben Sie in „summary“, was im Heft stehen soll."),
        ),
    }
    message, mend = messages[kind]
    return Fault(code="paper-length", message=message.format(n=letters), mend=mend, severity=WARNING, field=kind)
