"""Which fields are translated, which still fit, and what is shown of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.problems import Fault
from ikw.prose import render
from ikw.source import read_yaml
from ikw.source.front import FrontMatter, split_front_matter
from ikw.source.nodes import Record
from ikw.translation import (
    FIELDS,
    GermanTexts,
    OwnTexts,
    faults,
    fingerprint,
    german_texts,
    judge,
    own_texts,
    text_values,
)

GERMAN = """\
---
title: Sommerfest
subtitle: Alle bringen etwas mit
when: 14.09.2025
image_alt: Ein langer Tisch
---

Wir feiern im Hof.

Bei Regen im Saal."""


def record(text: str) -> Record:
    """Return a file's record."""
    parts = split_front_matter(text)
    assert isinstance(parts, FrontMatter)
    fields, found = read_yaml(parts.front, parts.front_line)
    assert fields is not None
    assert found == ()
    return Record(path="2025/fest.md", fields=fields, body=parts.body, body_line=parts.body_line, digest="")


def german(text: str = GERMAN) -> GermanTexts:
    """Return the German texts of a file."""
    found = record(text)
    return german_texts(found, render(found.body, 1)[0].plain)


def own(text: str) -> OwnTexts:
    """Return the texts of a translation."""
    found = record(text)
    return own_texts(found, render(found.body, 1)[0])


def stamped(*lines: str, text: str = "", **source: str) -> OwnTexts:
    """Return a translation with these fields, and fingerprints of these German texts."""
    marks = [f"  {field}: {fingerprint(words)}" for field, words in source.items()]
    return own("\n".join(["---", *lines, *(["source:", *marks] if marks else []), "---", text]))


# Fingerprints


def test_fingerprint_is_known() -> None:
    assert fingerprint("Sommerfest") == "af6fcc91"


@pytest.mark.parametrize("other", [
    "Wir feiern\nim Hof.\n\nBei Regen im Saal.", "Wir feiern im Hof.\n \n\n\nBei   Regen\nim Saal.\n",
    "\n\tWir feiern im Hof.\r\n\r\nBei Regen im Saal.", "Wir feiern im\u00a0Hof.\n\nBei Regen im Saal.",
])
def test_white_space_is_no_change(other: str) -> None:
    assert fingerprint(other) == fingerprint("Wir feiern im Hof.\n\nBei Regen im Saal.")


@pytest.mark.parametrize("other", [
    "Wir feiern im Hof. Bei Regen im Saal.", "Wir feiern im Hof.\n\nBei Regen im Saal!", "Wir feiern im Hof,\n\nbei Regen im Saal.",
    "Wir feiern imHof.\n\nBei Regen im Saal.", "",
])
def test_everything_else_is_a_change(other: str) -> None:
    assert fingerprint(other) != fingerprint("Wir feiern im Hof.\n\nBei Regen im Saal.")


def test_letters_put_together_are_the_same_letters() -> None:
    assert fingerprint("Gru\u0308\u00dfe") == fingerprint("Gr\u00fc\u00dfe")


@given(st.lists(st.text("ab ", min_size=1).filter(str.strip), min_size=1), st.sampled_from([" ", "\n", "  \n "]))
def test_rewrapping_never_changes_a_fingerprint(words: list[str], gap: str) -> None:
    assert fingerprint(gap.join(words)) == fingerprint(" ".join(words))


# What is German


def test_german_texts_are_those_that_are_translated() -> None:
    found = german()
    assert found.texts == {
        "title": "Sommerfest", "subtitle": "Alle bringen etwas mit", "summary": "Wir feiern im Hof. Bei Regen im Saal.",
        "image_alt": "Ein langer Tisch", "text": "Wir feiern im Hof.\n\nBei Regen im Saal.",
    }
    assert found.lines == {"title": 2, "subtitle": 3, "image_alt": 5, "text": 8, "summary": 8}
    assert found.is_excerpt
    assert found.fingerprints == {field: fingerprint(text) for field, text in found.texts.items()}
    assert tuple(found.texts) == FIELDS


def test_a_written_summary_is_no_excerpt() -> None:
    found = german("---\ntitle: Fest\nsummary: Kurz und gut.\n---\nLanger Text.")
    assert found.texts == {"title": "Fest", "summary": "Kurz und gut.", "text": "Langer Text."}
    assert not found.is_excerpt


def test_without_text_there_is_no_excerpt() -> None:
    assert german("---\ntitle: Fest\n---\n\n").texts == {"title": "Fest"}


def test_what_is_no_text_is_passed_over() -> None:
    assert german("---\ntitle: [Fest, Feier]\nsubtitle:\n---\n").texts == {}


# What is translated


def test_own_texts_are_read_from_the_file() -> None:
    found = own("---\ntitle: Свято\nmachine: ja\nsource: {title: 1a2b3c4d, text: [x]}\n---\nМи святкуємо.")
    assert found.texts == {"title": "Свято", "text": "Ми святкуємо."}
    assert found.source == {"title": "1a2b3c4d"}
    assert found.lines == {"title": 2, "text": 6}
    assert found.is_machine
    assert found.prose.html == "<p>Ми святкуємо.</p>"


def test_a_source_that_is_no_group_is_none() -> None:
    found = own("---\ntitle: Свято\nsource: 1a2b3c4d\nmachine: nein\n---\n")
    assert (dict(found.source), found.is_machine) == ({}, False)


# States

TITLE, TEXT = "Sommerfest", "Wir feiern im Hof.\n\nBei Regen im Saal."
STATES: dict[str, tuple[OwnTexts | None, dict[str, str]]] = {
    "nothing": (None, {"title": "missing", "subtitle": "missing", "image_alt": "missing", "text": "missing"}),
    "never stamped": (
        stamped("title: Свято"), {"title": "unknown", "subtitle": "missing", "image_alt": "missing", "text": "missing"},
    ),
    "one of each": (
        stamped("title: Свято", "subtitle: Щось", text="Двір.", title=TITLE, subtitle="Alle kommen"),
        {"title": "complete", "subtitle": "stale", "image_alt": "missing", "text": "unknown"},
    ),
    "an excerpt": (
        stamped("title: Свято", "summary: У дворі.", title=TITLE, summary="Wir feiern im Hof. Bei Regen im Saal."),
        {"title": "complete", "subtitle": "missing", "summary": "complete", "image_alt": "missing", "text": "missing"},
    ),
    "a fingerprint that is none": (
        own("---\ntitle: Свято\nsource: {title: von Hand}\n---\n"),
        {"title": "stale", "subtitle": "missing", "image_alt": "missing", "text": "missing"},
    ),
}


@pytest.mark.parametrize(("translation", "states"), STATES.values(), ids=STATES)
def test_states(translation: OwnTexts | None, states: dict[str, str]) -> None:
    assert judge(german(), translation) == states


def test_what_is_gone_in_german_is_stale() -> None:
    found = judge(german("---\ntitle: Sommerfest\n---\n"), stamped("title: Свято", "subtitle: Щось", title=TITLE))
    assert found == {"title": "complete", "subtitle": "stale"}


FULL = stamped(
    "title: Свято", "subtitle: Щось", "summary: У дворі.", "image_alt: Стіл", text="Двір.\n\nЗала.", title=TITLE,
    subtitle="Alle bringen etwas mit", summary="Wir feiern im Hof. Bei Regen im Saal.", image_alt="Ein langer Tisch",
)
FULL = OwnTexts(
    texts=FULL.texts, source={**FULL.source, "text": fingerprint(TEXT)}, lines=FULL.lines, prose=FULL.prose,
)
SENTENCES = {
    "title": ("Sommerfest", "Herbstfest", ["title"]),
    "subtitle": ("Alle bringen", "Niemand bringt", ["subtitle"]),
    "image_alt": ("langer Tisch", "runder Tisch", ["image_alt"]),
    "a first sentence, which is the excerpt, too": ("im Hof", "im Garten", ["summary", "text"]),
    "lines": ("Wir feiern im Hof.", "Wir feiern\nim Hof.", []),
    "a fact": ("14.09.2025", "15.09.2025", []),
}


@pytest.mark.parametrize(("old", "new", "stale"), SENTENCES.values(), ids=SENTENCES)
def test_one_changed_sentence_makes_that_field_stale(old: str, new: str, stale: list[str]) -> None:
    states = judge(german(GERMAN.replace(old, new)), FULL)
    assert states == {field: "stale" if field in stale else "complete" for field in FIELDS}


def test_a_sentence_below_the_excerpt_makes_only_the_text_stale() -> None:
    long = GERMAN.replace("im Hof.", f"im Hof. {'Es gibt viel zu essen und zu trinken. ' * 8}")
    before = german(long)
    translation = OwnTexts(texts=FULL.texts, source=before.fingerprints, lines=FULL.lines)
    states = judge(german(long.replace("im Saal", "im Zelt")), translation)
    assert states == {field: "stale" if field == "text" else "complete" for field in FIELDS}


# What is shown


def shown(translation: OwnTexts, text: str = GERMAN) -> dict[str, Any]:
    """Return what is shown of a translation, without what is not."""
    return {name: value for name, value in text_values(german(text), translation).items() if value}


def test_what_fits_is_shown() -> None:
    assert shown(FULL) == {
        "title": "Свято", "subtitle": "Щось", "summary": "У дворі.", "is_excerpt": True, "html": "<p>Двір.</p>\n<p>Зала.</p>",
        "plain": "Двір.\nЗала.", "image_alt": "Стіл",
    }


def test_what_is_unknown_is_shown() -> None:
    assert shown(stamped("title: Свято", "machine: true")) == {"title": "Свято", "machine": True}


def test_what_is_stale_is_named_and_not_shown() -> None:
    changed = GERMAN.replace("im Hof", "im Garten").replace("Sommerfest", "Herbstfest")
    assert shown(FULL, changed) == {"subtitle": "Щось", "image_alt": "Стіл", "stale": ("title", "summary", "text")}


def test_what_is_gone_is_neither_shown_nor_named() -> None:
    assert shown(stamped("subtitle: Щось"), "---\ntitle: Fest\n---\n") == {}


def test_a_translated_text_without_summary_has_an_excerpt_of_its_own() -> None:
    values = shown(stamped(text="Двір.\n\nЗала."))
    assert (values["summary"], values["is_excerpt"]) == ("Двір. Зала.", True)


def test_a_written_german_summary_is_not_replaced_by_an_excerpt() -> None:
    values = shown(stamped(text="Двір."), GERMAN.replace("when:", "summary: Kurz.\nwhen:"))
    assert values == {"html": "<p>Двір.</p>", "plain": "Двір."}


def test_a_translated_excerpt_stands_above_the_german_text() -> None:
    assert shown(stamped("summary: У дворі.")) == {"summary": "У дворі."}


# What is said of it


def test_problems_of_a_translation() -> None:
    translation = stamped("title: Свято", "subtitle: Щось", "summary: У дворі.", text="Двір.", title="Altes Fest")
    short = GERMAN.replace("subtitle: Alle bringen etwas mit\n", "")
    assert list(faults(german(short), translation, "2025/fest.uk.md")) == [
        Fault(
            code="translation-stale", severity="warning", field="title", line=2,
            message="Das Deutsche hat sich geändert: Titel. Gezeigt wird das Deutsche, bis die Übersetzung wieder passt.",
            mend="Passen Sie die Übersetzung an, und rufen Sie dann auf: ikw translate stamp 2025/fest.uk.md",
        ),
        Fault(
            code="translation-stale", severity="warning", field="subtitle", line=3,
            message="Im Deutschen gibt es das nicht: Untertitel. Die Übersetzung davon wird nicht gezeigt.",
            mend="Löschen Sie die Angabe, oder ergänzen Sie sie in der deutschen Datei.",
        ),
        Fault(
            code="translation-unknown", severity="warning", field="summary", line=4,
            message="Es ist nicht vermerkt, aus welchem deutschen Text übersetzt wurde: summary, text.",
            mend="Wenn die Übersetzung passt, rufen Sie auf: ikw translate stamp 2025/fest.uk.md",
        ),
    ]


def test_a_translation_that_fits_is_no_problem() -> None:
    assert list(faults(german(), FULL, "2025/fest.uk.md")) == []
