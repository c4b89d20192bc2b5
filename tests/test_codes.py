"""Codes of languages, and what people write instead."""

from __future__ import annotations

import pytest

from ikw.problems import Fault
from ikw.values import codes
from ikw.values.codes import is_language, language_fault, nearest_language


@pytest.mark.parametrize("code", ["de", "uk", "ar", "fa", "tr", "ru", "ro", "pl", "bg", "ti", "ku", "fr", "so", "gsg", "rom", "ckb", "de-simple", "sr-latn"])
def test_a_language_has_a_code(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["DE", "Deutsch", "ua", "qq", "deu", "d", "de_simple", "de-", "", "türkisch"])
def test_everything_else_is_no_code(code: str) -> None:
    assert not is_language(code)


NEAREST = {
    "Ukrainisch": "uk", "ua": "uk", "UK": "uk", "DE": "de", "deu": "de", "Leichte Sprache": "de-simple", "de_simple": "de-simple", "dgs": "gsg",
    "Deutsche Gebärdensprache": "gsg", "Dari": "fa", "Farsi": "fa", "Kurmandschi": "ku", "cz": "cs", "Klingonisch": None, "": None,
}


@pytest.mark.parametrize(("words", "code"), NEAREST.items(), ids=NEAREST)
def test_the_nearest_code(words: str, code: str | None) -> None:
    assert nearest_language(words) == code


def test_what_is_meant_is_a_code_and_what_is_written_is_none() -> None:
    assert all(is_language(code) for code in codes._NEAREST.values())
    assert [word for word in codes._NEAREST if is_language(word)] == []


def test_the_fault_names_the_code() -> None:
    assert language_fault("Arabisch") == Fault(
        code="language-unknown", message="„Arabisch“ ist kein Kürzel einer Sprache.", mend="Schreiben Sie „ar“.",
    )


def test_the_fault_of_an_unknown_language_says_what_a_code_is() -> None:
    assert language_fault("Klingonisch").mend == "Schreiben Sie zwei oder drei kleine Buchstaben, zum Beispiel de, uk oder ar."
