"""Plain text of a cell becomes Markdown that says just the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.cells.prose import as_markdown, says_the_same

CASES = [
    ("Alle bringen etwas mit.\nWir teilen.", "Alle bringen etwas mit.\n\nWir teilen."),
    ("Ein Absatz.\r\n\r\nNoch einer.", "Ein Absatz.\n\nNoch einer."),
    ("Besucher*innen und Helfer*innen", r"Besucher\*innen und Helfer\*innen"),
    ("Ein Besucher*innenparkplatz", "Ein Besucher*innenparkplatz"),
    ("Programm:\n• Suppe\n• Tanz\nBis bald", "Programm:\n\n- Suppe\n- Tanz\n\nBis bald"),
    ("1. Suppe\n2. Tanz", "1. Suppe\n2. Tanz"),
    ("3. Integrativer Sporttag", "3. Integrativer Sporttag"),
    ("#Vielfalt", "#Vielfalt"), ("# Vielfalt", r"\# Vielfalt"), ("> Zitat", r"\> Zitat"), ("a_b_ [c](d)", r"a\_b\_ \[c\](d)"),
    ("eins\n-----\nzwei", "eins\n\nzwei"), ("", ""), (" \n ", ""),
    ("Wort " * 30, "Wort " * 19 + "Wort\n" + "Wort " * 9 + "Wort"),
]


@pytest.mark.parametrize(("text", "markdown"), CASES, ids=[case[0][:20] for case in CASES])
def test_plain_text_becomes_markdown(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown
    assert says_the_same(text, markdown)


@pytest.mark.parametrize("text", ["<b>fett</b>", "&amp;", "x" * 20_001])
def test_what_no_markdown_can_say_is_told(text: str) -> None:
    assert not says_the_same(text, as_markdown(text))


@given(st.text(st.sampled_from("ab1 .*_-#>[]()`\\\n•:"), max_size=40))
def test_no_word_is_lost_in_silence(text: str) -> None:
    made = as_markdown(text)
    assert says_the_same(text, made) or any(sign in text for sign in "<&![]`\\*_")
