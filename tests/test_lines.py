"""Texts of one line: how messages show them, and what is wrong with them."""

from __future__ import annotations

import pytest

from ikw.problems import ERROR, WARNING, Fault
from ikw.source import Fields, Items, Scalar
from ikw.values.lines import in_braces, long_fault, markup_fault, short, short_name, spelled


def test_a_message_shows_one_short_line() -> None:
    assert short("eins\n  zwei\tdrei") == "eins zwei drei"
    assert short("a" * 60) == "a" * 60
    assert short("a" * 61) == "a" * 59 + "…"


def test_a_message_shows_no_character_that_commands_a_terminal() -> None:
    assert short_name("\x1b[31mrot\n::error::\u202e") == "\ufffd[31mrot ::error::\ufffd"


def test_a_value_is_spelled_as_it_can_be_written() -> None:
    scalar = Scalar("a", 1, True)
    assert spelled(scalar) == "a"
    assert spelled(Items((scalar, Items((scalar,), 1)), 1)) == "[a, [a]]"
    assert spelled(Fields({"x": scalar}, {"x": 1, "y": 1}, 1)) == "{x: a}"


BRACES = {
    "Rathaus": "{name: Rathaus}", "Rathaus, Saal 2": '{name: "Rathaus, Saal 2"}', 'Haus "Eins"': "{name: 'Haus \"Eins\"'}",
    "Haus: eins": '{name: "Haus: eins"}', "Haus [1]": '{name: "Haus [1]"}',
}


@pytest.mark.parametrize(("value", "written"), BRACES.items(), ids=BRACES)
def test_a_value_in_braces_has_the_quotes_it_needs(value: str, written: str) -> None:
    assert in_braces("name", value) == written


PLAIN = ["2 < 3", "I <3 Hersfeld", "Q&A", "Essen & Trinken", "AT&T;", "Daten: Fakten", "a > b", "„Nie“ wieder!", "<-- hier", "Java-Script"]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_plain(text: str) -> None:
    assert markup_fault(text) is None


MARKUP = {
    "Fest <b>groß</b>": "<b>", "</p>": "</p>", "<script>alert(1)</script>": "<script>", "<img src=x onerror=alert(1)>": "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>": "<svg/onload=alert(1)>", "<!-- geheim -->": "<!-- geheim -->", "<?php": "<?php", "offen <a href=": "<a href=",
}


@pytest.mark.parametrize(("text", "seen"), MARKUP.items(), ids=MARKUP)
def test_html_is_a_fault(text: str, seen: str) -> None:
    assert markup_fault(text) == Fault(
        code="text-html", message=f"„{seen}“ ist HTML, das geht hier nicht.", mend="Schreiben Sie nur Text, ohne spitze Klammern.",
    )


@pytest.mark.parametrize("text", ["a &amp; b", "&nbsp;", "&#60;b&#62;", "&#x202e;"])
def test_a_character_spelled_for_html_is_a_fault(text: str) -> None:
    found = markup_fault(text)
    assert found
    assert (found.code, found.mend) == ("text-html", "Tippen Sie das Zeichen selbst, das gemeint ist.")


SCRIPTS = {
    "javascript:alert(1)": "javascript:", "JavaScript : alert(1)": "JavaScript :", "siehe vbscript:x": "vbscript:", "data:text/html,x": "data:text/html",
}


@pytest.mark.parametrize(("text", "seen"), SCRIPTS.items(), ids=SCRIPTS)
def test_what_runs_a_script_is_a_fault(text: str, seen: str) -> None:
    assert markup_fault(text) == Fault(
        code="text-script", message=f"„{seen}“ ist hier nicht erlaubt.", mend="Schreiben Sie statt des Doppelpunkts einen Gedankenstrich.",
    )


def test_a_text_is_long_above_its_limit_and_too_long_above_twice_as_much() -> None:
    assert [fault and fault.severity for fault in (long_fault("a" * length, 10) for length in (10, 11, 20, 21))] == [None, WARNING, WARNING, ERROR]


def test_a_long_text_says_how_long_it_is() -> None:
    assert long_fault("a" * 12, 10) == Fault(
        code="text-long", message="„aaaaaaaaaaaa“ ist mit 12 Zeichen lang.", severity=WARNING,
        mend="Kürzen Sie den Text, wenn es geht; gut lesbar sind höchstens 10 Zeichen.",
    )
    assert long_fault("a" * 23, 10) == Fault(
        code="text-long", message=f"„{'a' * 23}“ ist mit 23 Zeichen zu lang, möglich sind 20.", mend="Kürzen Sie den Text um 3 Zeichen.",
    )
