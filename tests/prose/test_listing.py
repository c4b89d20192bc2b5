"""Lists as people type them: what Markdown gets to see."""

from __future__ import annotations

import pytest

from ikw.prose.listing import tidy

TIDY = {
    "sentence": ("Wir feiern\nund essen.", "Wir feiern\nund essen.", 0),
    "list": ("- a\n- b", "- a\n- b", 1),
    "list below a sentence": ("Bitte:\n- a\n- b", "Bitte:\n\n- a\n- b", 1),
    "other bullets": ("* a\n+ b\n• c\n·d", "- a\n- b\n- c\n- d", 1),
    "two spaces further in": ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d", 3),
    "four spaces further in": ("- a\n    - b\n- c", "- a\n    - b\n- c", 2),
    "one space is no level": ("- a\n - b", "- a\n- b", 1),
    "back by half": ("- a\n    - b\n  - c", "- a\n    - b\n    - c", 2),
    "indented list": ("   - a\n   - b", "- a\n- b", 1),
    "second paragraph of an item": ("- a\n\n  b\n\nc", "- a\n\n    b\n\nc", 1),
    "numbers": ("1. a\n   - b\n2. c", "1. a\n    - b\n2. c", 2),
    "numbers below a sentence": ("Ablauf:\n1. a\n2. b", "Ablauf:\n\n1. a\n2. b", 1),
    "number amid a sentence": ("Wir feiern am\n1. Mai", "Wir feiern am\n1. Mai", 1),
    "tab": ("-\ta\n\t- b", "- a\n    - b", 2),
    "empty items": ("- a\n-\n* \n- b", "- a\n\n\n- b", 1),
    "rules": ("a\n---\nb\n* * *\nc\n___\nd", "a\n\nb\n\nc\n\nd", 0),
    "underlined": ("Titel\n=====\na\n-----", "Titel\n\na\n", 0),
    "two strokes are text": ("--\n**\n__", "--\n**\n__", 0),
    "closed heading": ("## Titel ##\n# In C#\n# Lied ♯ #", "## Titel\n# In C#\n# Lied ♯", 0),
    "only sharps": ("###\n# #", "###\n# #", 0),
    "quote": ("> > a", "> > a", 2),
    "quote in a list": ("- a\n  - > b", "- a\n    - > b", 3),
    "list in a line": ("- - - a", "- - - a", 3),
    "bold": ("**a** b\n*c*", "**a** b\n*c*", 0),
}


@pytest.mark.parametrize(("text", "expected", "depth"), TIDY.values(), ids=TIDY)
def test_a_list_is_set_as_markdown_wants_it(text: str, expected: str, depth: int) -> None:
    assert tidy(text) == (expected, depth)
