"""Explained: what hard words mean, on pages in Easy Language, beside the part of the page where they first stand. Floor 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ikw.glossary import explanations
from ikw.prose.sentences import one_a_line
from ikw.site import Site
from ikw.views.records import Fact, Phrase


class Explainer:
    """Explains the hard words of one page, each once; on pages that are not in Easy Language none."""

    def __init__(self, site: Site) -> None:
        """Begin a page: nothing is explained yet."""
        self.is_easy = site.language.is_easy
        self._told: set[str] = set()

    def of(self, *texts: str) -> tuple[str, ...]:
        """Return what the words mean that stand in these texts for the first time."""
        return tuple(map(one_a_line, explanations(texts, self._told))) if self.is_easy else ()

    def facts(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Yield the facts of a page, each with its hard words explained."""
        for fact in facts:
            if not self.is_easy:
                yield fact
                continue
            words = [fact.label, *_own(fact.lead), *(text for line in fact.lines for text in _own(line))]
            yield replace(fact, explained=self.of(*words, *(link.label for link in fact.links)))


def _own(phrase: Phrase) -> tuple[str, ...]:
    """Return words of the page's own language; what an organiser wrote is not ours to explain."""
    return (phrase.text,) if phrase.lang is None else ()
