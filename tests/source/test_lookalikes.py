"""Look-alikes: words of two scripts and letters that are none, named with their mend; and words that may stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikw.problems import ERROR, Fault
from ikw.source.lookalikes import faults

EVENTS = Path(__file__).parents[2] / "events"

FINE = {
    "nothing": "",
    "German": "Größe, Straße, 18 Uhr",
    "Vietnamese, Turkish, Polish": "Phở, İstanbul, Łódź",
    "Ukrainian": "Сонячник, об'єкт, м’яч, ґанок, їжа",
    "Russian with marks of its own": "и\u0306од, за\u0301мок",
    "Greek": "Καλημέρα, Ελλάδα",
    "Arabic": "أهلاً وسهلاً",
    "Persian": "می\u200cخواهم",
    "words side by side": "Apfel, Elma, Яблуко",
    "slash": "Hallo/Привіт",
    "hyphen": "IT-фахівець",
    "another hyphen": "Wi‑Fi‑мережа",
    "one letter and a hyphen": "C-дур",
    "apostrophe": "e-mail'ом, Google’ом",
    "quotes": "у «Lokschuppen»і",
    "digits": "5-й клас, 2х2, Covid19, 4К",
    "Latin in an Arabic word": "وWhatsApp الـDJ",
    "unit": "10 kΩ, 5 μm",
    "micro sign": "5 µm",
    "formula": "Δt, πr",
    "signs that are letters": "№ 5, ℹ, 5 ℃, ™, ½, 5 ℓ",
    "circled letters": "Eingang Ⓐ, ⓘ",
    "emoji": "🇺🇦 👩🏽\u200d🍳",
    "flag letters": "🅿",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_words_of_one_script_may_stand(text: str) -> None:
    assert faults(text) == ()


RETYPE = "Tippen Sie das Wort neu, ohne zu kopieren: "
MIXED = {
    "Cyrillic in a Latin word": (
        "Bаd Hersfeld",
        "„Bаd“ mischt Schriften: zwischen lateinischen Buchstaben steht an 2. Stelle „а“, U+0430 (CYRILLIC SMALL LETTER A).",
        f"{RETYPE}Bad",
    ),
    "Latin in a Cyrillic word": (
        "Слава Укрaїні",
        "„Укрaїні“ mischt Schriften: zwischen kyrillischen Buchstaben steht an 4. Stelle „a“, U+0061 (LATIN SMALL LETTER A).",
        f"{RETYPE}Україні",
    ),
    "several letters": (
        "Mocква",
        "„Mocква“ mischt Schriften: zwischen kyrillischen Buchstaben steht an 1. Stelle „M“, U+004D (LATIN CAPITAL LETTER M), "
        "insgesamt 3 fremde.",
        f"{RETYPE}Москва",
    ),
    "Greek in a Latin word": (
        "Wοrld",
        "„Wοrld“ mischt Schriften: zwischen lateinischen Buchstaben steht an 2. Stelle „ο“, U+03BF (GREEK SMALL LETTER OMICRON).",
        f"{RETYPE}World",
    ),
    "Latin in a Greek word": (
        "Kαλημέρα",
        "„Kαλημέρα“ mischt Schriften: zwischen griechischen Buchstaben steht an 1. Stelle „K“, U+004B (LATIN CAPITAL LETTER K).",
        f"{RETYPE}Καλημέρα",
    ),
    "Greek in a Cyrillic word": (
        "Мοсква",
        "„Мοсква“ mischt Schriften: zwischen kyrillischen Buchstaben steht an 2. Stelle „ο“, U+03BF (GREEK SMALL LETTER OMICRON).",
        f"{RETYPE}Москва",
    ),
    "as many of both, in a Latin text": (
        "Das ist оk",
        "„оk“ mischt Schriften: zwischen lateinischen Buchstaben steht an 1. Stelle „о“, U+043E (CYRILLIC SMALL LETTER O).",
        f"{RETYPE}ok",
    ),
    "as many of both, in a Cyrillic text": (
        "вон oк привет",
        "„oк“ mischt Schriften: zwischen kyrillischen Buchstaben steht an 1. Stelle „o“, U+006F (LATIN SMALL LETTER O).",
        f"{RETYPE}ок",
    ),
    "short formula of letters that look alike": (
        "Αb",
        "„Αb“ mischt Schriften: zwischen lateinischen Buchstaben steht an 1. Stelle „Α“, U+0391 (GREEK CAPITAL LETTER ALPHA).",
        f"{RETYPE}Ab",
    ),
    "digit between": (
        "Raum3а",
        "„Raum3а“ mischt Schriften: zwischen lateinischen Buchstaben steht an 6. Stelle „а“, U+0430 (CYRILLIC SMALL LETTER A).",
        f"{RETYPE}Raum3a",
    ),
    "hidden letter between": (
        "B\u00ad\u200bаd",
        "„Bаd“ mischt Schriften: zwischen lateinischen Buchstaben steht an 2. Stelle „а“, U+0430 (CYRILLIC SMALL LETTER A).",
        f"{RETYPE}Bad",
    ),
    "mark between": (
        "a\u0301б",
        "„a\u0301б“ mischt Schriften: zwischen kyrillischen Buchstaben steht an 1. Stelle „a“, U+0061 (LATIN SMALL LETTER A).",
        f"{RETYPE}а\u0301б",
    ),
    "part of an address": (
        "https://раypal.example.org",
        "„раypal“ mischt Schriften: zwischen lateinischen Buchstaben steht an 1. Stelle „р“, U+0440 (CYRILLIC SMALL LETTER ER), "
        "insgesamt 2 fremde.",
        f"{RETYPE}paypal",
    ),
    "ending": (
        "SMSка",
        "„SMSка“ mischt Schriften: zwischen lateinischen Buchstaben steht an 4. Stelle „к“, U+043A (CYRILLIC SMALL LETTER KA), "
        "insgesamt 2 fremde.",
        "Trennen Sie die Schriften mit einem Bindestrich: SMS-ка",
    ),
    "letter that is only drawn alike": (
        "GЯEEN",
        "„GЯEEN“ mischt Schriften: zwischen lateinischen Buchstaben steht an 2. Stelle „Я“, U+042F (CYRILLIC CAPITAL LETTER YA).",
        "Tippen Sie das Wort neu, in einer einzigen Schrift.",
    ),
    "long word": (
        "x" * 70 + "а",
        f"„{'x' * 59}…“ mischt Schriften: zwischen lateinischen Buchstaben steht an 71. Stelle „а“, "
        "U+0430 (CYRILLIC SMALL LETTER A).",
        f"{RETYPE}{'x' * 70}a",
    ),
}


@pytest.mark.parametrize(("text", "message", "mend"), MIXED.values(), ids=MIXED)
def test_a_word_of_two_scripts_is_named_with_its_letter(text: str, message: str, mend: str) -> None:
    assert faults(text) == (Fault(code="text-lookalike", message=message, mend=mend, severity=ERROR, line=1),)


AGAIN = "Tippen Sie die Stelle neu, ohne zu kopieren: "
STYLED = {
    "bold": (
        "𝗕𝗼𝗹𝗱", "„𝗕𝗼𝗹𝗱“ steht in Sonderzeichen statt in Buchstaben: „𝗕“ ist U+1D5D5 (MATHEMATICAL SANS-SERIF BOLD CAPITAL B).",
        f"{AGAIN}Bold",
    ),
    "full width": (
        "Das ＦＥＳＴ!", "„ＦＥＳＴ“ steht in Sonderzeichen statt in Buchstaben: „Ｆ“ ist U+FF26 (FULLWIDTH LATIN CAPITAL LETTER F).",
        f"{AGAIN}FEST",
    ),
    "full-width digits": (
        "１８ Uhr", "„１８“ steht in Sonderzeichen statt in Buchstaben: „１“ ist U+FF11 (FULLWIDTH DIGIT ONE).", f"{AGAIN}18",
    ),
    "older letters of maths": (
        "ℱ𝑒𝓈𝓉", "„ℱ𝑒𝓈𝓉“ steht in Sonderzeichen statt in Buchstaben: „ℱ“ ist U+2131 (SCRIPT CAPITAL F).", f"{AGAIN}Fest",
    ),
    "a whole line": (
        "Ein 𝐅𝐞𝐬𝐭 für … 𝐚𝐥𝐥𝐞 hier",
        "„𝐅𝐞𝐬𝐭 für … 𝐚𝐥𝐥𝐞“ steht in Sonderzeichen statt in Buchstaben: „𝐅“ ist U+1D405 (MATHEMATICAL BOLD CAPITAL F).",
        f"{AGAIN}Fest für … alle",
    ),
}


@pytest.mark.parametrize(("text", "message", "mend"), STYLED.values(), ids=STYLED)
def test_letters_that_are_none_are_named_with_their_plain_form(text: str, message: str, mend: str) -> None:
    assert faults(text) == (Fault(code="text-lookalike", message=message, mend=mend, severity=ERROR, line=1),)


def test_each_word_is_told_once_and_has_its_line() -> None:
    text = "Bаd\n\nBаd Wаld\n𝐅𝐞𝐬𝐭\n𝐅𝐞𝐬𝐭"
    assert [(fault.line, fault.mend.rpartition(" ")[2]) for fault in faults(text, 7)] == [
        (7, "Bad"), (9, "Wald"), (10, "Fest"), (11, "Fest"),
    ]


def test_the_texts_of_the_sample_have_none() -> None:
    files = [path for path in sorted(EVENTS.rglob("*")) if path.suffix in (".md", ".yaml")]
    assert files
    assert [(path.name, fault) for path in files for fault in faults(path.read_text("utf-8"))] == []


LETTERS = "aeoxBdkАаеокВщαοωΩ12-'’ \n\u0301\u00ad\u200cأب"


@given(st.one_of(st.text(), st.text(alphabet=f"{LETTERS}𝗕Ａℂ", max_size=40)), st.integers(1, 500))
@example("ℂ", 1)
def test_no_text_raises_and_every_fault_has_a_line_of_the_text(text: str, first_line: int) -> None:
    for fault in faults(text, first_line):
        assert (fault.code, fault.severity) == ("text-lookalike", ERROR)
        assert first_line <= fault.line <= first_line + text.count("\n")


@given(st.text(alphabet=LETTERS, max_size=40))
def test_a_mended_word_has_no_fault(text: str) -> None:
    words = [word for fault in faults(text) for _, colon, word in [fault.mend.partition(": ")] if colon]
    assert [word for word in words if faults(word)] == []


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_latin_text_has_no_fault(text: str) -> None:
    assert faults(text) == ()
