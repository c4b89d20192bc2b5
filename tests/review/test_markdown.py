"""Texts of strangers in a comment: rendered by a parser of CommonMark that others wrote, they are the same text and nothing more."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ikw.review.markdown import code, message, prose, visible
from review.hostile import TEXTS

RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# What calls somebody, or becomes a link, though it is no markup: https://github.github.com/gfm/, GitLab's references.
CALLS = re.compile(r"@\w|#\d|https?://|\bwww\.|\bGH-\d|(?<![\w\u200b])[!~$%&^]\w|:[a-z]+:|/close", re.IGNORECASE)
SIGNS = st.text(alphabet="ab1 \n`*_{}[]()<>#|~&$^!@:/.\\-+=\"'%;„“\t\u202e", max_size=60)


def rendered(markdown: str) -> tuple[str, str]:
    """The tags of a rendered list item, and its text outside of code."""
    made = RENDERER.render(f"- vorher {markdown} nachher")
    without_code = re.sub(r"<code>.*?</code>", "<code></code>", made, flags=re.DOTALL)
    return "".join(re.findall(r"<[^>]*>", without_code)), html.unescape(re.sub(r"<[^>]*>", "", without_code))


def text_of(markdown: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", RENDERER.render(f"- {markdown}"))).strip()


@pytest.mark.parametrize("text", TEXTS)
def test_prose_stays_text_and_calls_nobody(text: str) -> None:
    tags, shown = rendered(prose(text))
    assert tags == "<ul><li></li></ul>"
    assert CALLS.findall(shown) == [] or text in ("/close", "\n/close\n")
    assert shown.replace("\u200b", "").split() == ["vorher", *visible(text).replace("\u200b", "").split(), "nachher"]


@pytest.mark.parametrize("text", TEXTS)
def test_code_is_shown_letter_by_letter(text: str) -> None:
    tags, shown = rendered(code(text))
    wanted = visible(text)
    assert tags == ("<ul><li><code></code></li></ul>" if wanted else "<ul><li></li></ul>")
    assert shown.split() == ["vorher", "nachher"]
    assert text_of(code(text)) == wanted


@given(SIGNS)
def test_whatever_the_signs_prose_is_text(text: str) -> None:
    tags, shown = rendered(prose(text))
    assert tags == "<ul><li></li></ul>"
    assert shown.replace("\u200b", "").split() == ["vorher", *visible(text).split(), "nachher"]


@given(SIGNS)
def test_whatever_the_signs_code_is_code(text: str) -> None:
    assert text_of(code(text)) == visible(text).strip()


@given(SIGNS)
def test_whatever_the_signs_a_message_is_text_and_code(text: str) -> None:
    tags, shown = rendered(message(f"„{text}“ ist falsch. Schreiben Sie: {text}"))
    assert set(re.findall(r"<[^>]*>", tags)) <= {"<ul>", "<li>", "<code>", "</code>", "</li>", "</ul>"}
    assert CALLS.findall(shown.replace("/close", "")) == []


@pytest.mark.parametrize("text", ["- a", "+ a", "* a", "1. a", "12) a", "# a", "> a", "-", "---", "    a", "a\n- b", "[ ] a", "=== a", "``` a"])
def test_a_text_at_the_start_of_an_item_is_no_list_of_its_own(text: str) -> None:
    for made in (prose(text), message(text)):
        assert re.findall(r"<[^>]*>", RENDERER.render(f"- {made}\n- b")) == ["<ul>", "<li>", "</li>", "<li>", "</li>", "</ul>"]


def test_nothing_begins_a_line_or_ends_one() -> None:
    for text in TEXTS:
        assert "\n" not in prose(text) + code(text) + message(text)


@pytest.mark.parametrize(("text", "expected"), [
    ("„33.09.2025“ ist kein Datum.", "„`33.09.2025`“ ist kein Datum."),
    ("Schreiben Sie: title: \"Café: Treffen\"", "Schreiben Sie: `title: \"Café: Treffen\"`"), ("Ergänzen Sie: venue: …", "Ergänzen Sie: `venue: …`"),
    ("Um 18:30 Uhr, 100 % (oder mehr)", "Um 18:30 Uhr, 100 % &#40;oder mehr&#41;"), ("„a`b“", "„``a`b``“"), ("„“ fehlt", "„“ fehlt"), ("", ""),
    ("Zwei „eins“ und „zwei“", "Zwei „`eins`“ und „`zwei`“"),
])
def test_messages(text: str, expected: str) -> None:
    assert message(text) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("a\u202eb", "a⟨U+202E⟩b"), ("a\x00b\nc", "a b c"), ("x" * 400, "x" * 299 + "…"), ("\ud800", "⟨U+D800⟩"), ("  a  b ", "a b"), ("Заходьте 😀", "Заходьте 😀"),
])
def test_what_nobody_sees_is_shown(text: str, expected: str) -> None:
    assert visible(text) == expected
