"""Telling: what the booklet says of an event in full, with every form that its words may take. Floor 4, pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ikw.paper.fit import POINT
from ikw.paper.letters import Letters
from ikw.paper.prose_tree import Node
from ikw.paper.records import Detail, Item, Part, Telling, Told
from ikw.paper.sizes import Size
from ikw.prose.sentences import one_a_line
from ikw.site import Site
from ikw.views.records import Anchor, Banner, Fact, Phrase

# How wide bold letters and the narrow ones of times are at most, against regular ones.
BOLD, NARROW = 1.12, 0.8
MOST_PARAGRAPHS = 6
_ENDS = (".", "!", "?", "؟", "۔")


def told(site: Site, item: Item, letters: Letters, size: Size) -> Told:
    """Return an event as it is told, with all its tellings."""
    return Told(
        is_beside=item.is_clock and item.state is None and _is_beside(item, letters, size),
        has_short_address=letters.width(item.code.short) * size.small * BOLD < size.item_column / POINT,
        id=item.id, when=item.when, is_clock=item.is_clock, title=item.title, subtitle=item.subtitle, stamp=item.stamp, kicker=item.kicker,
        state=item.state, banner=_banner(item), tellings=tuple(_tellings(site, item)), dates=item.dates, schedule=item.schedule,
        facts=tuple(_detail(site, fact) for fact in item.facts), links=item.links, photo=item.photo, code=item.code,
    )


def _banner(item: Item) -> Banner | None:
    """Return what has changed, without a title that only says what stands beside the time already."""
    if item.banner and item.state and item.banner.title == item.state.word and (item.banner.pairs or item.banner.lines):
        return replace(item.banner, title="")
    return item.banner


def _is_beside(item: Item, letters: Letters, size: Size) -> bool:
    """Whether the kind of an event has room in the line of its time, beside the code."""
    time, kind = letters.width(item.when) * size.time * NARROW, letters.width(item.kicker.text) * size.small * BOLD
    return time + kind < (size.item_column - size.code - 8) / POINT


def _tellings(site: Site, item: Item) -> Iterator[Telling]:
    """Yield the text, its first paragraphs and the summary, what there is of them."""
    full = Telling(text=item.text, lang=item.text_lang, dir=item.text_dir, notes=item.notes)
    summary = item.summary
    # In easy words a summary says more than a text in hard ones.
    is_easier = site.language.is_easy and summary is not None and summary.lang is None and item.text_lang is not None
    if summary is None or (item.text and not is_easier):
        yield full
        # A text of many paragraphs is longer than any text may be.
        for count in range(min(len(item.text), MOST_PARAGRAPHS) - 1, 0, -1):
            if item.text[count - 1][0] == "p":
                yield replace(full, text=item.text[:count])
    if summary is not None:
        # What is said of a translation holds for a summary, too, unless that is translated and stands for a text that is not.
        is_noted = item.text_lang is None or summary.lang is not None
        yield Telling(text=_paragraph(site, summary), lang=summary.lang, dir=summary.dir, notes=item.notes if is_noted else ())


def _paragraph(site: Site, summary: Phrase) -> tuple[Node, ...]:
    """Return a summary as a tree of prose; in Easy Language each sentence has a line."""
    lines = one_a_line(summary.text).split("\n") if site.language.is_easy else [summary.text]
    words: Node = ["p", lines[0]]
    for line in lines[1:]:
        words += [["br"], line]
    return (words,)


def _detail(site: Site, fact: Fact) -> Detail:
    """Return a fact in one line: its parts are a list, but what ends as a sentence is one of its own."""
    said: list[tuple[Phrase, Anchor | None]] = [(fact.lead, None)] if fact.lead.text else []
    said += [(line, None) for line in fact.lines]
    said += [(Phrase(text=way.label, lang=way.lang, dir=way.dir, parts=way.parts), way) for way in fact.links]
    parts = []
    before = None
    for words, way in said:
        is_sentence = way is None and words.text.endswith(_ENDS)
        between = "" if before is None else " " if before else ". " if is_sentence else site.formats.comma
        parts.append(Part(between=between, words=words, way=way))
        before = is_sentence
    return Detail(icon=fact.icon, label=fact.label, parts=tuple(parts))
