"""A text of a data file gets a language: what is written, and that all else stays."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikw.source.editing import UneditableError
from ikw.source.languages import with_language

CASES = {
    # between braces
    "another text": ("a: {name: {de: Hof, en: Yard, uk: Двір}} # so", "a.name", "Court", "a: {name: {de: Hof, en: Court, uk: Двір}} # so"),
    "another language": ("name: {de: Hof, uk: Двір }  # so\nto: 1", "name", "Court", "name: {de: Hof, uk: Двір, en: Court}  # so\nto: 1"),
    "a comma at the end": ("name: {de: Hof,}", "name", "Court", "name: {de: Hof, en: Court}"),
    "words that need quotes": ("name: {de: Hof}", "name", "Court, {yard}: “a” #1", 'name: {de: Hof, en: "Court, {yard}: “a” #1"}'),
    # below each other
    "a line": ('name:\n  de: "Hof" # so\n\n# Ende\nto: 1', "name", "Court", 'name:\n  de: "Hof" # so\n  en: Court\n\n# Ende\nto: 1'),
    "another line": ("name:\n  en: Yard\n  de: Hof\n", "name", 'A "court"', "name:\n  en: 'A \"court\"'\n  de: Hof\n"),
    # alone
    "a word": ("a:\n  name: Hof & Haus\n# so\n", "a.name", "Court", 'a:\n  name: {de: "Hof & Haus", en: Court}\n# so\n'),
    "in quotes": ('name: "Hof"', "name", "Court", "name: {de: Hof, en: Court}"),
}
BLOCKS = {
    "a block": ("greeting: |\n  Hallo.\n\n  Kommt!\n\n# Ende\n", "greeting:\n  de: |\n    Hallo.\n\n    Kommt!\n  en: |\n    Hi.\n\n    - Tea\n\n# Ende\n"),
    "a line": ("greeting: Hallo.\n", "greeting:\n  de: |\n    Hallo.\n  en: |\n    Hi.\n\n    - Tea\n"),
    "another language": (
        "greeting:\n    de: |\n        Hallo.\n\nto: 1\n", "greeting:\n    de: |\n        Hallo.\n    en: |\n      Hi.\n\n      - Tea\n\nto: 1\n",
    ),
    "another text": (
        "greeting:\n  en: |\n    Hello.\n    There.\n  de: Hallo.\n", "greeting:\n  en: |\n    Hi.\n\n    - Tea\n  de: Hallo.\n",
    ),
}


@pytest.mark.parametrize(("old", "keys", "text", "new"), CASES.values(), ids=CASES)
def test_words(old: str, keys: str, text: str, new: str) -> None:
    assert with_language(old.encode(), keys.split("."), "en", text).decode() == new


@pytest.mark.parametrize(("old", "new"), BLOCKS.values(), ids=BLOCKS)
def test_texts_of_several_lines(old: str, new: str) -> None:
    assert with_language(old.encode(), ["greeting"], "en", "Hi.\n\n- Tea", is_block=True).decode() == new


def test_line_ends_and_the_mark_of_order_stay() -> None:
    old = "\ufeffname: {de: Hof}\r\nto: 1\r\n"
    assert with_language(old.encode(), ["name"], "en", "Court") == old.replace("Hof}", "Hof, en: Court}").encode()


@pytest.mark.parametrize("old", ["name: [Hof]", "name:", "a: 1", "name: {de: Hof", "name: &a Hof", "- name"])
def test_a_file_in_which_nothing_can_be_changed(old: str) -> None:
    with pytest.raises(UneditableError):
        with_language(old.encode(), ["name"], "en", "Court")


LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" -?:,'\"{}[]#&*!|>%@`\\~=")


@example("null", "name: Hof\n")
@example("²?", "name: {de: Hof}\n")
@given(st.text(LETTERS, min_size=1).filter(str.strip), st.sampled_from(["name: Hof\n", "name: {de: Hof}\n", "name:\n  de: Hof\n"]))
def test_every_name_survives_the_file(words: str, old: str) -> None:
    made = with_language(old.encode(), ["name"], "en", words)
    assert with_language(made, ["name"], "en", words) == made
