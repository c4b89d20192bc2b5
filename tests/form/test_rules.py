"""The rules of single values, texts and names: the form's functions and the check say the same, word for word."""

from __future__ import annotations

import html
import re
import unicodedata
from random import Random

import pytest

from form.node import LETTERS, asked, told
from form.stacks import FINE, WRONG
from ikw.problems import Fault
from ikw.prose import render
from ikw.source import characters, lookalikes, stacks
from ikw.source.tree import nearest_id
from ikw.unprinted import faults_by_line
from ikw.values.known import nearest, slip_of
from ikw.values.lines import long_fault, markup_fault
from ikw.values.scalars import SCALARS
from samples import organiser

pytestmark = pytest.mark.slow

SCALAR_TEXTS = {
    "url": (
        "https://example.org", "http://müller.de/ä?b#c", "HTTPS://EXAMPLE.ORG", "www.example.org", "//example.org", "example", "ftp://example.org",
        "https://example.org/a b", "https://a.b.c:8080/x", "https://example.123", "https://" + "a" * 1000 + ".de", "javascript:alert(1)", "https://例え.jp/", "http:/x.de",
    ),
    "email": ("a@b.de", "mailto:a@b.de", "a@b", "ä@b.de", "a b@c.de", "a@b..de", "A.B+c@d-e.example", "MAILTO:x"),
    "phone": ("06621 00 00 00", "+49 (0)6621/1-2", "12", "0 6", "06621 1 oder 2", "()- / -", "(0)12", "06621–123", "١٢٣"),
    "postcode": ("36251", "3625", "036251", "D-36251", "٣٦٢٥١"), "number": ("20", "0", "020", "1000000", "zwanzig", "2.5"),
    "amount": ("8 €", "8,50", "8.50 Euro", "€8", "8,-", "8,–", "gratis", "Eintritt frei", "12345", "8,5", "acht", "EUR 8", "8\u00a0€", "0"),
    "age": ("6–12", "14+", "ab 6 Jahren", "bis 12", "12-6", "Kinder", "6 bis 12 Jahre", "von 6 - 12", "100", "AB 14"),
}


def as_value(value: object) -> object:
    if hasattr(value, "youngest"):
        return {"youngest": value.youngest, "oldest": value.oldest}  # type: ignore[attr-defined] # an Age
    return value


@pytest.mark.parametrize("kind", SCALAR_TEXTS)
def test_single_values(kind: str) -> None:
    texts = SCALAR_TEXTS[kind]
    for text, answer in zip(texts, asked(["scalar", kind, text] for text in texts), strict=True):
        found = SCALARS["amount" if kind == "amount" else kind](text)
        assert answer["faults"] == (told([found]) if isinstance(found, Fault) else []), text
        if not isinstance(found, Fault):
            # money in cents, numbers as they are written
            expected = int(found * 100) if kind == "amount" else str(found) if kind == "number" else as_value(found)  # type: ignore[operator] # a Decimal
            assert answer["value"] == expected, text


LINES = (
    "Fest", "a <b> c", "a < b", "5 > 3 & 2", "<!-- x", "</p", "javascript: x", "Javascript :", "xjavascript:a", "äjavascript:", "data: text/html", "Data:image", "&amp;", "&uuml;", "&#8203;",
    "&nix;", "&x1;", "&notit;", "A&B;", "Rock & Roll; Pop", "a" * 100, "a" * 101, "a" * 200, "a" * 201, "😀" * 101, "vbscript\u00a0:", "&#1;", "&#xe9;", "&AMP;",
)


def test_texts_of_one_line() -> None:
    for text, answer in zip(LINES, asked(["line", text, 100] for text in LINES), strict=True):
        found = markup_fault(text) or long_fault(text, 100)
        assert answer == told([found] if found else []), text


def mixed(alphabet: str, count: int, seed: int, longest: int = 12) -> list[str]:
    chance = Random(seed)
    return ["".join(chance.choices(alphabet, k=chance.randint(1, longest))) for _ in range(count)]


def test_hidden_characters() -> None:
    alphabet = "ab äم\u200c\u200d\u200b\u202e\ufeff\x00\x0b\x85\u2028👩‍💻\U0001f3f4\U000e0067\U000e007fअ\ufe0f\u00ad"
    texts = [*mixed(alphabet, 400, 5), "می\u200cروم", "👩\u200d👧"]
    assert asked(["clean", text] for text in texts) == [characters.clean(text) for text in texts]


def test_look_alikes() -> None:
    alphabet = "aeopcxHiаеорсхНіαορkΩμΔ12- '\n\u0301\u00adЖщß"
    texts = [*mixed(alphabet, 1500, 6), "𝐅𝐞𝐬𝐭 am Abend 𝐔", "ＡＢ c", "ＡＢ", "Kiно am Meer", "IT-фахівець", "Привет, Fеst und Fеst"]
    for text, answer in zip(texts, asked(["lookalikes", text] for text in texts), strict=True):
        assert nameless(answer) == nameless(told(lookalikes.faults(text))), text


def test_stacks_of_marks() -> None:
    alphabet = "abשب \n:\"-ḁ̈" + "\u0300\u0301\u05b8\u064b\u20dd\ufe0f\u0338\u200c" * 3 + "\U0001f600\U0001e8d0"
    texts = [*mixed(alphabet, 2000, 9, 24), *FINE.values(), *(text for text, _ in WRONG.values()), "a&#768;&#9;&#x110000;" * 9]
    for text, answer in zip(texts, asked(["stacks", text] for text in texts), strict=True):
        assert answer == told(stacks.faults(text)), text


def nameless(faults: list[dict[str, str]]) -> list[dict[str, str]]:
    """Only letters that are usually mixed up are exported with their names."""
    return [{**fault, "message": re.sub(r"(U\+[0-9A-F]+) \([A-Z0-9 -]+\)", r"\1", fault["message"])} for fault in faults]


UNPRINTED = (
    "---\ntitle: Fest\n---\n", "---\ntitle: Brot 中文\nroom: 中 ☕\n---\nTee ☕ \U0001f389 und 日本語 →\n", "a&#9731;b &#x4e2d; &uuml;", "&#9731; ☃", "ᠮᠣᠩ 😀👩‍💻 1️⃣ ★", "\U00020000 \U0001fae8 \ue000", "ქართული አማርኛ हिन्दी Việt كوردى", "中\n中\n文",
    "".join(chr(one) for one in range(0x20, 0xd800) if unicodedata.category(chr(one)) not in ("Cn", "Cc", "Zl", "Zp")),
)


def test_letters_that_paper_does_not_have() -> None:
    for text, answer in zip(UNPRINTED, asked(["unprinted", text] for text in UNPRINTED), strict=True):
        missing = LETTERS.missing(html.unescape(text))
        assert answer == told(fault for _, fault in faults_by_line(missing, text.split("\n"))), text


PROSE = (
    "Wir feiern.", "", "a <b>x</b> und <br>", "![Bild](a.jpg)", "\\![a]", "<![a](b)", "{attach}/etc/x", "|static|", "&#8203; und &amp;", "<www.example.org>", "<https://example.org> <a@b.de>",
    "[a](https://example.org)", "[a](www.example.org)", "[a](datei.pdf)", "[](https://example.org)", "[a]()", "[a](//x.de)", "[a](javascript:x)", "[a](/kontakt/ \"Titel\")", "[a](<https://x.de/ y>)",
    "[a [b] c](mailto:a@b.de)", "`[a](x)` [b](y)", "\\[a](b)", "[a](tel:06621 1)", "[a](tel:+4966211)", "- [a](x\n- b)", "[a\nb](www.x.de)", "# Titel [a](x)\nText [b](y)", "[a](b(c)d)", "[a](b(c)",
    "[a](https://x.de/?a=1&amp;b=2)", "[a](https://x.de/&lt;)", "[a](x'y)", "[a](x \"y)", "<ftp://x.de>", "<mailto:a@b.de?subject=x>", "a" * 20_001, "[" * 201, "`" * 201, "- a\n" * 3,
    "\n".join(" " * 2 * n + "- x" for n in range(12)), ">" * 11 + " x", "1. a\n2. b [c](d)", "14. September [c](d)", "<!-- x -->", "<?php", "</p>", "a < b > c", "&#0; &#x80;", "**[a](x)**", "*[a](x)", "![a]![b](c)",
    "[![a](b)](c)", "\t- a\n\t\t- b [x](y)", "• a\n· b", "***", "====", "# C#", "## A ##", "[a](https://müller.de)", "[a](HTTP://X.DE)", "[a][1]", "[1]: https://x.de", "[`x`](y)", "[a](\\(b)", "`` `[a](b)` ``", "```[a](b)", "\\\\`[a](b)`",
)
PROSE_PIECES = (
    "[a](", "[", "](", ")", "]", "https://x.de", "www.x.de", "x", " ", "\n", "\n\n", "- ", "  - ", "1. ", "2. ", "> ", "# ", "`", "``", "\\", "*", "_", "<", ">", "<https://x.de>", "<a@b.de>", "!", "(", '"t"', "'", "&amp;", "**",
    "Wort", "/x", "mailto:a@b.de", "tel:1",
)


def test_prose() -> None:
    chance = Random(7)
    texts = [*PROSE, *("".join(chance.choices(PROSE_PIECES, k=chance.randint(2, 12))) for _ in range(3000))]
    different = []
    for text, answer in zip(texts, asked(["prose", text] for text in texts), strict=True):
        expected = told(render(text, 1)[1])
        if sorted(map(str, answer)) != sorted(map(str, expected)):
            different.append((text, [one["message"] for one in answer], [one["message"] for one in expected]))
    assert different[:8] == []


def test_names_as_ids() -> None:
    names = [
        "Größtes Fest", "Café: Treffen", "Łódź & Đà Nẵng", "", "مهرجان", "venue", "2025-09-14 Fest", "Fest 14.09.2025", "14-09", "10-12 Jahre", "ﬁn", "İstanbul ıssız", "a" * 100, "wort " * 30,
        *mixed("aäß Ø-_.19é語Ł/", 300, 8, 20),
    ]
    assert asked(["id", name] for name in names) == [nearest_id(name) for name in names]


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert asked([["free", "Fest"], ["free", "Tanz"], ["free", "مهرجان"]], {"taken": ["fest", "fest-2", "veranstaltung"]}) == ["fest-3", "tanz", "veranstaltung-2"]


def test_likeness() -> None:
    ids = ["kulturhaus", "verein-eins", "verein-zwei", "chor", "treffpunkt-vielfalt", "amt"]
    table = {one: organiser(one) for one in ids}
    names = ["kulturhuas", "verein-drei", "chöre", "treffpunkt vielfalt e. V.", "amd", "xyz", "verein", *mixed("verinzwchoamtku-", 200, 9, 14)]
    for name, answer in zip(names, asked(["near", ids, name] for name in names), strict=True):
        assert answer == [slip_of(table, name), nearest(table, name)], name
