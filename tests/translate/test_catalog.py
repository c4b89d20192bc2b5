"""A .po of anybody: what is read, and what is refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.prose import render
from ikw.translate.catalog import from_po, unwrapped
from ikw.translate.intake import Intake, import_po
from ikw.translation import fingerprint
from ikw.usage import UsageError
from translate.small import HEADER, LANGUAGES, TITLE

NO_PO = " Nehmen Sie eine Datei von „ikw translate export“, gespeichert als UTF-8."
HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "x.po:1: Der Kopf der .po-Datei fehlt, oder in ihm fehlt „Language“." + NO_PO),
    "no header": (
        b'msgctxt "2025/fest#title"\nmsgid "Sommerfest"\nmsgstr "x"\n',
        "x.po:1: Der Kopf der .po-Datei fehlt, oder in ihm fehlt „Language“." + NO_PO,
    ),
    "Latin-1": (HEADER.encode() + 'msgid "Café"'.encode("latin-1"), "x.po:6: Die Datei ist nicht in UTF-8 gespeichert." + NO_PO),
    "UTF-16": (HEADER.encode("utf-16"), "x.po:1: Die Datei ist nicht in UTF-8 gespeichert." + NO_PO),
    "another charset": (
        HEADER.replace("UTF-8", "KOI8-R").encode(), "x.po:1: Der Kopf nennt die Kodierung „koi8-r“ und nicht UTF-8." + NO_PO,
    ),
    "a page": (b"<!doctype html>", "x.po:1: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "a program": (b"\x7fELF\0", "x.po:1: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "no quotes": (HEADER.encode() + b"msgid Fest", "x.po:6: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "the wrong order": (HEADER.encode() + b'msgstr "x"\nmsgid "y"', "x.po:6: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "no end": (HEADER.encode() + b'msgid "y"', "x.po:6: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "a string of nobody": (b'"x"', "x.po:1: Diese Zeile gehört nicht in eine .po-Datei." + NO_PO),
    "a language that is a path": (
        HEADER.replace("uk", "../../x").encode(), "x.po:1: Der Kopf der .po-Datei ist nicht lesbar." + NO_PO,
    ),
    "plural forms that are none": (
        HEADER.replace('"Lang', '"Plural-Forms: nplurals=x\\n"\n"Lang').encode(),
        "x.po:1: Der Kopf der .po-Datei ist nicht lesbar." + NO_PO,
    ),
    "another language": (
        HEADER.replace("uk", "pl").encode(), "x.po:1: Die Sprache „pl“ hat das Programm nicht. Möglich sind: uk, ar, de-simple.",
    ),
    "too big": (b"#" * (32 * 1024 * 1024 + 1), "x.po:1: Die Datei ist 32 MiB groß, erlaubt sind 32." + NO_PO),
}


@pytest.mark.parametrize(("data", "message"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_po_of_ours_is_one_clear_line(events: Path, data: bytes, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        import_po(events, data, LANGUAGES, name="x.po")
    assert str(caught.value) == message


@pytest.mark.parametrize("head", [
    HEADER.replace('"Lang', '"POT-Creation-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n"PO-Revision-Date: gestern\\n"\n"Lang'),
    "\ufeff" + HEADER, HEADER.replace("\n", "\r\n"), "# Müller\n#, fuzzy\n" + HEADER, HEADER + '#~ msgid "alt"\n#~ msgstr "x"\n',
])
def test_what_programs_make_of_a_po_is_read(events: Path, head: str) -> None:
    data = head + f'#, fuzzy\n#| msgid "Fest"\nmsgctxt "{TITLE}"\nmsgid "Sommerfest"\nmsgstr "Свято"\n'
    assert import_po(events, data.encode(), LANGUAGES) == Intake(lang="uk", fuzzy=1)


@pytest.mark.parametrize("code", ["de-simple", "de_simple", "de@simple", "de_SIMPLE"])
def test_easy_language_has_many_spellings(code: str) -> None:
    assert from_po(HEADER.replace("uk", code).encode(), "x.po")[0] == "de-simple"


UNWRAPPED = {
    "a paragraph": ("Wir feiern\nim Hof.\n\nUnd\nsingen.", "Wir feiern im Hof.\n\nUnd singen."),
    "lists": ("Bitte:\n- Tee\n- Kaffee\n1. a\n2. b", "Bitte:\n- Tee\n- Kaffee\n1. a\n2. b"),
    "headings and quotes": ("## Ablauf\nerst dies\nund das\n> Zitat", "## Ablauf\nerst dies und das\n> Zitat"),
    "hard breaks": ("eins  \nzwei\\\ndrei", "eins  \nzwei\\\ndrei"),
    "strokes": ("eins\n***\nzwei", "eins\n***\nzwei"),
    "indented": ("- eins\n  zwei\n\n    drei", "- eins\n  zwei\n\n    drei"),
    "a number amid a sentence": ("Am\n1. Mai\nund am\n2. Mai", "Am\n1. Mai\nund am\n2. Mai"),
    "bold at the margin": ("kommt\n**alle** mit", "kommt **alle** mit"),
}


@pytest.mark.parametrize(("text", "expected"), UNWRAPPED.values(), ids=UNWRAPPED)
def test_paragraphs_are_put_on_one_line(text: str, expected: str) -> None:
    assert unwrapped(text) == expected
    assert unwrapped(expected) == expected


def _page(text: str) -> str:
    """Return a text's HTML without the white space that shows nowhere."""
    return "".join(render(text, 1)[0].html.split())


@given(st.lists(st.sampled_from([
    "Wir feiern", "im Hof.", "", "- Tee", "  - mehr", "1. eins", "2. zwei", "## Ablauf", "#dafür", "> Zitat", "***", "fett **so",
    "und** nicht", "[Link](https://a.example)", "Ende  ", "    tief", "* Stern", "14. September",
]), max_size=8))
def test_unwrapping_changes_no_page(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert _page(unwrapped(text)) == _page(text)
    assert fingerprint(unwrapped(text)) == fingerprint(text)
