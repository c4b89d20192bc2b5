"""Parsed: one file as it was parsed, and what an event and its translations come to together. Floor 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ikw.model import Event, Text
from ikw.parse import image_name, is_draft, parse_event, parse_translation
from ikw.problems import WARNING, Problem
from ikw.source import read_event
from ikw.translation import GermanTexts, OwnTexts, faults, german_texts, text_values
from ikw.values.known import Known
from ikw.values.reader import EASY_LANGUAGE, LANGUAGE
from ikw.when import Span


@dataclass(frozen=True, kw_only=True, slots=True)
class Parsed:
    """An event or a translation as it was parsed, with the digest of its bytes and what a parse would say again.

    A file that could not be read has problems and no digest. `image` is the picture an event names: it may change while the file
    does not. `german` is what of an event may be translated, `own` what a translation says.
    """

    digest: str = ""
    event: Event | None = None
    draft: bool = False
    image: str | None = None
    german: GermanTexts | None = None
    own: OwnTexts | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What is around the files of an edition. `names` stand in Easy Language as they are written, however long."""

    root: Path
    edition: str
    span: Span
    known: Known
    names: frozenset[str]

    def event(self, path: str) -> Parsed:
        """Read and parse an event."""
        record, problems = read_event(self.root, path)
        if record is None:
            return Parsed(problems=problems)
        event, more = parse_event(record, self.edition, self.span, self.known)
        draft = is_draft(record)
        text = event.texts[LANGUAGE] if event else None
        return Parsed(
            digest=record.digest, event=event, draft=draft, image=image_name(record),
            german=german_texts(record, text.plain if text else ""), problems=settled((*softened(problems, draft), *more)),
        )

    def translation(self, path: str, lang: str) -> Parsed:
        """Read and parse a translation."""
        record, problems = read_event(self.root, path)
        if record is None:
            return Parsed(problems=problems)
        own, more = parse_translation(record, self.names if lang == EASY_LANGUAGE else frozenset())
        return Parsed(digest=record.digest, own=own, problems=settled((*problems, *more)))


def settled(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Tell one thing of a bracket that is not closed where no list may stand: it belongs to the text. The list was a guess of ours."""
    guessed = {one.line for one in problems if one.as_text}
    wrongly = {one.line for one in problems if one.as_text == "" and one.line in guessed}
    kept = (one for one in problems if not (one.line in wrongly and one.as_text == ""))
    return tuple(replace(one, mend=one.as_text) if one.line in wrongly and one.as_text else one for one in kept)


def softened(problems: Iterable[Problem], is_of_draft: bool) -> tuple[Problem, ...]:
    """In a draft every problem is a warning."""
    return tuple(replace(problem, severity=WARNING) for problem in problems) if is_of_draft else tuple(problems)


def with_translations(one: Parsed, translations: Mapping[str, Parsed]) -> Event | None:
    """Return the event with its texts in every language: of a translation what fits the German text of now."""
    if one.event is None or one.german is None:
        return one.event
    own = {lang: Text(**text_values(one.german, of.own)) for lang, of in translations.items() if of.own}
    return replace(one.event, texts={**one.event.texts, **own}) if own else one.event


def translation_problems(one: Parsed, translation: Parsed, path: str) -> Iterator[Problem]:
    """Yield what is wrong with a translation by itself; where that is no error and the event no draft, what no longer fits it."""
    yield from softened(translation.problems, one.draft)
    has_errors = any(problem.is_error for problem in translation.problems)
    if one.german and translation.own and not one.draft and not has_errors:
        yield from (fault.at(path, 1, "") for fault in faults(one.german, translation.own, path))
