"""Single fields of a file change; comments, blank lines, line ends and everything else stay byte for byte."""

from __future__ import annotations

import pytest

from ikw.source.editing import UneditableError, record_of, with_fields

FILE = b"---\r\n# Quelle\r\ntitle: Fest\r\n\r\nwhen: 14.9.\r\ncost:\r\n  regular: 8\r\n# Ende\r\n---\r\nText\r\n"
ORDER = ("title", "when", "venue", "cost")

CASES = [
    ("replaced", {"when": ["when: 15.9."]}, None, FILE.replace(b"14.9.", b"15.9.")),
    ("taken out", {"cost": []}, None, FILE.replace(b"cost:\r\n  regular: 8\r\n", b"")),
    ("put in where it belongs", {"venue": ["venue: halle"]}, None, FILE.replace(b"cost:", b"venue: halle\r\ncost:")),
    ("text", {}, "Neu\nund mehr", FILE.replace(b"Text\r\n", b"Neu\r\nund mehr\r\n")),
    ("nothing", {}, None, FILE),
]


@pytest.mark.parametrize(("changes", "text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_field_changes_and_nothing_else(changes: dict[str, list[str]], text: str | None, expected: bytes) -> None:
    assert with_fields(FILE, changes, ORDER, text) == expected


@pytest.mark.parametrize("data", [b"no front matter", b"---\ntitle: a: b\n---\n"])
def test_what_cannot_be_read_is_not_edited(data: bytes) -> None:
    with pytest.raises(UneditableError):
        record_of(data)
