"""The front matter of an event file: where it begins and ends."""

from __future__ import annotations

import pytest

from ikw.problems import Fault
from ikw.source.front import FrontMatter, split_front_matter

SPLIT = {
    "as it should be": ("---\ntitle: Fest\n---\nText\nmehr\n", FrontMatter("title: Fest", 2, "Text\nmehr\n", 4)),
    "no text": ("---\ntitle: Fest\n---", FrontMatter("title: Fest", 2, "", 4)),
    "nothing at all": ("---\n---\n", FrontMatter("", 2, "", 3)),
    "blank lines above": ("\n\n---\na: b\n---\nx", FrontMatter("a: b", 4, "x", 6)),
    "spaces behind": ("---  \na: b\n--- \nx", FrontMatter("a: b", 2, "x", 4)),
    "strokes in the text": ("---\na: b\n---\nx\n---\ny", FrontMatter("a: b", 2, "x\n---\ny", 4)),
}


@pytest.mark.parametrize(("text", "expected"), SPLIT.values(), ids=SPLIT)
def test_a_file_is_cut_in_two(text: str, expected: FrontMatter) -> None:
    assert split_front_matter(text) == expected


ABOVE = "Schreiben Sie über die Angaben eine Zeile, die nur aus drei Strichen besteht: ---"
BELOW = "Schreiben Sie zwischen Angaben und Text eine Zeile, die nur aus drei Strichen besteht: ---"
FAULTS = {
    "no front matter": ("title: Fest\n", 1, "Die Datei beginnt nicht mit der Zeile „---“.", ABOVE),
    "dashes of a word processor": ("\n–––\na: b\n---\n", 2, "Über den Angaben steht „–––“ und nicht „---“.", ABOVE),
    "four strokes": ("----\na: b\n---\n", 1, "Über den Angaben steht „----“ und nicht „---“.", ABOVE),
    "never closed": ("---\na: b\n\nText\n", 1, "Unter den Angaben fehlt die Zeile „---“.", BELOW),
    "closed with a long dash": ("---\na: b\n—-\nText\n", 3, "Unter den Angaben steht „—-“ und nicht „---“.", BELOW),
    "closed further in": ("---\na: b\n  ---\nText\n", 3, "Die Zeile „---“ unter den Angaben ist eingerückt.", BELOW),
}


@pytest.mark.parametrize(("text", "line", "message", "mend"), FAULTS.values(), ids=FAULTS)
def test_a_missing_line_is_named(text: str, line: int, message: str, mend: str) -> None:
    assert split_front_matter(text) == Fault(code="file-front-matter", message=message, mend=mend, line=line)


def test_front_matter_is_bounded() -> None:
    assert split_front_matter("---\na: " + "ä" * 40_000 + "\n---\n") == Fault(
        code="file-size", line=1, mend="Langer Text gehört unter die zweite Zeile „---“.",
        message="Die Angaben zwischen den beiden Zeilen „---“ sind 79 KiB groß, erlaubt sind 64 KiB.",
    )
