"""A translation's file: what is changed in it, and that all else stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.translate.edit import EMPTY, UneditableError, edited
from ikw.translation import fingerprint


def test_other_bytes_of_a_file_stay(events: Path) -> None:
    old = "\ufeff\r\n---\r\nsummary: >\r\n  Іде\r\n  далі\r\n# Notiz\r\n\r\ntitle:   Свято\r\nsource: {title: 00000000}\r\n---\r\nТекст  \r\n"
    made = edited(old.encode(), {}, source={"title": "11111111"})
    assert made.decode() == old.replace("source: {title: 00000000}\r\n", "source:\r\n  title: 11111111\r\n")


def test_a_new_field_comes_where_a_new_file_would_have_it() -> None:
    made = edited(b"---\ntitle: a\n# Ende\nsource: {title: 11111111}\n---", {"subtitle": "b", "text": "c\nd"}, machine=True)
    assert made == b'---\ntitle: a\nsubtitle: "b"\nmachine: true\n# Ende\nsource: {title: 11111111}\n---\nc\nd\n'


@pytest.mark.parametrize("old", [b"---\n{title: a, summary: b}\n---\n", b"title: a\n", b"---\ntitle: a: b\n---\n", b"---\ntitle: a\ntitle: b\n---\n"])
def test_a_file_in_which_no_field_can_be_changed(old: bytes) -> None:
    with pytest.raises(UneditableError):
        edited(old, {"title": "c"})


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.just(" "), min_size=1).filter(str.strip))
def test_every_title_survives_the_file(words: str) -> None:
    made = edited(EMPTY, {"title": words}, source={"title": fingerprint(words)})
    assert edited(made, {"title": words}, source={"title": fingerprint(words)}) == made
