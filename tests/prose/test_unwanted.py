"""What may not stand in a text: named once, with its line, and taken out."""

from __future__ import annotations

import pytest

from ikw.problems import Fault
from ikw.prose.unwanted import clear, too_deep, too_much

NO_HTML = "Löschen Sie es; **so** schreiben Sie fett und *so* kursiv."
NO_IMAGE = "Löschen Sie es hier, und nennen Sie das Bild oben im Feld image, mit image_alt und image_credit."
NO_INCLUDE = "Löschen Sie es; Links beginnen mit https://."

FOUND = {
    "picture with brackets": ("![a](b(c))d", " a d", "prose-image", "„![a](b(c))“ ist ein Bild mitten im Text.", NO_IMAGE),
    "tag": ("a <b>fett</b> c", "a  fett  c", "prose-html", "„<b>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "capital tag": ("<BR>a", " a", "prose-html", "„<br>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "closing tag": ("a</div>", "a ", "prose-html", "„<div>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "tag with attributes": (
        '<a href="x" onclick=y>a</a>', " a ", "prose-html", "„<a>“ ist HTML, das geht im Text nicht.", NO_HTML,
    ),
    "tag on two lines": ("<img\nsrc=x>a", " \na", "prose-html", "„<img>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "open tag": ("a <script b", "a   b", "prose-html", "„<script>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "tag in a tag": ("<<b>i>a", "< i>a", "prose-html", "„<b>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "comment": ("a<!-- x -->b", "a b", "prose-html", "„<!…>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "declaration": ("<!DOCTYPE html>a", " a", "prose-html", "„<!…>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "instruction": ("<?php x ?>a", " a", "prose-html", "„<?…>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "tag in code": ("`<b>`", "` `", "prose-html", "„<b>“ ist HTML, das geht im Text nicht.", NO_HTML),
    "long tag": (f"<{'x' * 60}>", " ", "prose-html", f"„<{'x' * 38}…“ ist HTML, das geht im Text nicht.", NO_HTML),
    "address without a scheme": (
        "<www.example.org>", " ", "prose-link", "„<www.example.org>“ ist kein vollständiger Link.",
        "Schreiben Sie: <https://www.example.org>",
    ),
    "picture": ("a ![Bild](b.jpg) c", "a  Bild  c", "prose-image", "„![Bild](b.jpg)“ ist ein Bild mitten im Text.", NO_IMAGE),
    "picture by reference": ("![Bild][1]", " Bild ", "prose-image", "„![Bild][1]“ ist ein Bild mitten im Text.", NO_IMAGE),
    "open picture": ("![Bild", " Bild ", "prose-image", "„![Bild“ ist ein Bild mitten im Text.", NO_IMAGE),
    "file of the machine": ("{attach}/etc/x", " /etc/x", "prose-include", "„{attach}“ ist im Text nicht erlaubt.", NO_INCLUDE),
    "page by name": ("|filename|x.md", " x.md", "prose-include", "„|filename|“ ist im Text nicht erlaubt.", NO_INCLUDE),
    "mixed signs": ("{Static|x", " x", "prose-include", "„{Static|“ ist im Text nicht erlaubt.", NO_INCLUDE),
    "hidden letter": ("a&rlm;b", "a b", "prose-character", "„&rlm;“ steht für ein unsichtbares Zeichen.", "Löschen Sie es."),
    "hidden number": (
        "a&#x202E;b", "a b", "prose-character", "„&#x202E;“ steht für ein unsichtbares Zeichen.", "Löschen Sie es.",
    ),
}


@pytest.mark.parametrize(("text", "cleared", "code", "message", "mend"), FOUND.values(), ids=FOUND)
def test_a_finding_is_named_and_taken_out(text: str, cleared: str, code: str, message: str, mend: str) -> None:
    assert clear(f"eins\n{text}", 5) == (f"eins\n{cleared}", (Fault(code=code, message=message, mend=mend, line=6),))


FINE = [
    "3 < 4 und 5 > 4", "Herz <3", "<https://example.org/a?b=1>", "<name@example.org>", "<mailto:name@example.org>",
    "a & b", "&amp; &nbsp;",
    "Achtung! [Link](https://example.org)", r"\![kein Bild](https://example.org)", "{Klammer} |a|b|", "a <- b", "<ü>", "",
]


@pytest.mark.parametrize("text", FINE)
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert clear(text, 1) == (text, ())


def test_each_kind_is_named_once_in_order_of_lines() -> None:
    faults = clear("<i>a</i>\n<b>b</b>\n![c](d)\n<i>e</i>", 1)[1]
    assert [(fault.line, fault.message) for fault in faults] == [
        (1, "„<i>“ ist HTML, das geht im Text nicht."),
        (2, "„<b>“ ist HTML, das geht im Text nicht."),
        (3, "„![c](d)“ ist ein Bild mitten im Text."),
    ]


def test_a_tag_that_only_appears_when_others_go_is_found() -> None:
    text, faults = clear("![<scr](x)ipt>alert(1)", 1)
    assert (text, [fault.code for fault in faults]) == ("  alert(1)", ["prose-image", "prose-html"])


def test_a_text_is_bounded() -> None:
    assert too_much("x" * 20_000, 3) == ()
    assert too_much("x" * 20_001, 3) == (Fault(
        code="prose-length", line=3, message="Der Text hat 20001 Zeichen, erlaubt sind 20000.",
        mend="Kürzen Sie ihn; ein langer Text gehört auf eine eigene Seite, auf die ein Link führt.",
    ),)


@pytest.mark.parametrize("sign", ["[", "]", "(", "`"])
def test_signs_that_must_be_paired_are_bounded(sign: str) -> None:
    assert too_much(sign * 200, 3) == ()
    assert too_much(sign * 201, 3) == (Fault(
        code="prose-brackets", line=3, message=f"Der Text enthält 201 Mal „{sign}“, erlaubt sind 200.",
        mend="Schreiben Sie den Text mit weniger davon.",
    ),)


def test_nesting_is_bounded() -> None:
    assert too_deep(10, 3) == ()
    assert too_deep(11, 3) == (Fault(
        code="prose-depth", line=3, message="Listen oder Zitate sind 11 Mal ineinander geschachtelt, erlaubt sind 10.",
        mend="Rücken Sie weniger ein.",
    ),)
