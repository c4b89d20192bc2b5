"""Examples: what is to be typed in German, marked within the hints of a page in another language. Floor 3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ikw.site import Site
from ikw.views.records import Phrase
from ikw.views.words import foreign

_QUOTED = re.compile("(?<=[«“„])[^«»“”„]+(?=[»”“])")
_LATIN_RUN = re.compile(r"[A-Za-zÀ-ž0-9](?:[A-Za-zÀ-ž0-9 .,:/+–-]*[A-Za-zÀ-ž0-9])?")
_LATIN = re.compile("[A-Za-zÀ-ž]")
_OTHER_LETTER = re.compile(r"[^\W\d_A-Za-zÀ-ž]")
_TOKEN = re.compile(r"\S+")


def with_examples(site: Site, text: str, source: str) -> Phrase:
    """Return a hint in which each German example is marked: `source` is the hint in German.

    An example is what is quoted in no letter of the page, or stands in the German hint as it stands here: in a script of another kind
    any words, else two or more in a row ("the" and "in" are words of several languages).
    """
    if site.language.code == site.settings.default.code or site.language.is_easy:
        return Phrase(text=text)
    parts, at = [], 0
    for start, end in sorted(_examples(text, source)):
        if start >= at:
            parts += [Phrase(text=text[at:start])] if start > at else []
            parts.append(foreign(site, text[start:end]))
            at = end
    return Phrase(text=text, parts=(*parts, *([Phrase(text=text[at:])] if at < len(text) else []))) if parts else Phrase(text=text)


def _examples(text: str, source: str) -> Iterator[tuple[int, int]]:
    """Yield where examples begin and end; of those that overlap the first counts."""
    is_other_script = bool(_OTHER_LETTER.search(text))
    for match in _QUOTED.finditer(text):
        if match[0] in source or (is_other_script and not _OTHER_LETTER.search(match[0])):
            yield match.span()
    if is_other_script:
        runs = (one for one in _LATIN_RUN.finditer(text) if not text.startswith("://", one.end()))
        yield from (one.span() for one in runs if one[0] in source and _LATIN.search(one[0]))
    else:
        yield from _shared(text, source)


def _shared(text: str, source: str) -> Iterator[tuple[int, int]]:
    """Yield runs of two or more words that stand in the German hint as well."""
    tokens, at = list(_TOKEN.finditer(text)), 0
    while at < len(tokens):
        last = at
        while last + 1 < len(tokens) and text[tokens[at].start():tokens[last + 1].end()].rstrip(".,;") in source:
            last += 1
        run = text[tokens[at].start():tokens[last].end()].rstrip(".,;")
        if last > at and _LATIN.search(run):
            yield tokens[at].start(), tokens[at].start() + len(run)
        at = last + 1
