"""Hidden characters: which are refused, which belong, and how they are shown."""

from __future__ import annotations

import pytest

from ikw.source.characters import clean, faults, hidden, printable

BELONGS = {
    "tab and line end": "eins\tzwei\ndrei",
    "umlauts": "Größe, Łódź, Đà Nẵng, İstanbul",
    "no-break space": "18\u00a0Uhr",
    "soft hyphen": "Vielfalts\u00adzentrum",
    "non-joiner in Persian": "می\u200cخواهم",
    "non-joiner after a mark": "مِ\u200cخ",
    "joiner in an emoji": "👩\u200d🍳",
    "joiner after a skin tone": "👩🏽\u200d🍳",
    "joiner after a selector": "🏳\ufe0f\u200d🌈",
    "joiner in Hindi": "क्\u200dष",
    "flag of Scotland": "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
}


@pytest.mark.parametrize("text", BELONGS.values(), ids=BELONGS)
def test_letters_that_belong_are_left_alone(text: str) -> None:
    assert (list(hidden(text)), clean(text)) == ([], text)


HIDDEN = {
    "escape": ("a\x1bb", "ab"),
    "delete": ("a\x7fb", "ab"),
    "C1 control": ("a\x9bb", "ab"),
    "line separator": ("a\u2028b", "a b"),
    "next line": ("a\x85b", "a b"),
    "override": ("a\u202eb", "ab"),
    "isolate": ("a\u2066b\u2069", "ab"),
    "left-to-right mark": ("a\u200eb", "ab"),
    "Arabic letter mark": ("a\u061cb", "ab"),
    "zero width space": ("a\u200bb", "ab"),
    "byte order mark inside": ("a\ufeffb", "ab"),
    "word joiner": ("a\u2060b", "ab"),
    "non-joiner in German": ("Auf\u200clage", "Auflage"),
    "non-joiner at an end": ("می\u200c", "می"),
    "non-joiner between digits": ("۱\u200c۲", "۱۲"),
    "joiner in German": ("a\u200db", "ab"),
    "joiner before a word": ("🍳\u200da", "🍳a"),
    "tag without a flag": ("a\U000e0067", "a"),
    "filler": ("a\u3164b", "ab"),
    "no character": ("a\uffffb", "ab"),
}


@pytest.mark.parametrize(("text", "expected"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_letters_are_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


MESSAGES = [
    (
        "eins\nNie\u200bwieder!", "file-invisible", 2,
        "„Nie⟨U+200B⟩wieder!“ enthält das unsichtbare Zeichen U+200B (ZERO WIDTH SPACE).",
        "Tippen Sie die Stelle neu, ohne zu kopieren: Niewieder!",
    ),
    (
        "Fest \u202etsef", "file-bidi", 1,
        "„⟨U+202E⟩tsef“ enthält das unsichtbare Zeichen U+202E (RIGHT-TO-LEFT OVERRIDE), das die Leserichtung umstellt.",
        "Tippen Sie die Stelle neu, ohne zu kopieren: tsef",
    ),
    (
        "a\x07b\na\x07b", "file-control", 1,
        "„a⟨U+0007⟩b“ enthält das Steuerzeichen U+0007, insgesamt 2 Mal.",
        "Tippen Sie die Stelle neu, ohne zu kopieren: ab",
    ),
    (
        "eins \u200b zwei", "file-invisible", 1,
        "„⟨U+200B⟩“ enthält das unsichtbare Zeichen U+200B (ZERO WIDTH SPACE).",
        "Löschen Sie das Zeichen.",
    ),
]


@pytest.mark.parametrize(("text", "code", "line", "message", "mend"), MESSAGES)
def test_a_hidden_letter_is_named_with_its_word(text: str, code: str, line: int, message: str, mend: str) -> None:
    assert [(fault.code, fault.line, fault.message, fault.mend) for fault in faults(text)] == [(code, line, message, mend)]


def test_each_kind_is_named_once() -> None:
    assert [(fault.code, fault.line) for fault in faults("a\u200b\u200e\n\u200b\n\u200e", 10)] == [
        ("file-invisible", 10), ("file-bidi", 10),
    ]


def test_a_long_word_is_cut() -> None:
    fault = faults("x" * 500 + "\u200b" + "y" * 500)[0]
    assert fault.mend == f"Tippen Sie die Stelle neu, ohne zu kopieren: {'x' * 20}{'y' * 20}"


def test_a_name_from_a_disk_can_be_printed() -> None:
    assert printable("fest\x1b[31m\udcff.md") == "fest\ufffd[31m\ufffd.md"
