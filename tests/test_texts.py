"""Texts: the words of the site in one language."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

import pytest

from ikw import texts
from ikw.choices import ACCESS_WORDS, AUDIENCE_WORDS, STATUS_WORDS
from ikw.days import PARTS
from ikw.model import ACCESS, AUDIENCES, FACETS, STATUSES
from ikw.texts import FACET_WORDS, INDEX_WORDS, PART_WORDS, Texts, load

CATALOG = """
msgid ""
msgstr ""
"Language: uk\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

msgid "Abgesagt"
msgstr "Скасовано"

msgid "{n} Termin"
msgid_plural "{n} Termine"
msgstr[0] "{n} подія"
msgstr[1] "{n} події"
msgstr[2] "{n} подій"

#, fuzzy
msgid "Verlegt"
msgstr "Може, перенесено"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "uk" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOG, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("table", "codes"), [
    (STATUS_WORDS, STATUSES[1:]), (AUDIENCE_WORDS, AUDIENCES), (ACCESS_WORDS, ACCESS), (FACET_WORDS, FACETS), (INDEX_WORDS, FACETS),
    (PART_WORDS, PARTS),
])
def test_every_coded_value_has_a_word(table: Mapping[str, str], codes: tuple[str, ...]) -> None:
    assert [*sorted(table)] == sorted(codes)


@pytest.mark.parametrize(("words", "expected"), [
    ({"de": "Bebra", "uk": "Бебра"}, "Бебра"), ({"de": "Bebra"}, "Bebra"),
    # not whatever stands first
    ({"en": "Hall", "de": "Halle"}, "Halle"), ({"en": "Hall"}, "Hall"),
    ({"de": "Halle", "uk": ""}, ""),
])
def test_name(words: Mapping[str, str], expected: str) -> None:
    assert Texts("uk", NullTranslations()).name(words) == expected


def test_catalog_is_read(folder: Path) -> None:
    one = load(folder, "uk", "de")
    assert one.vocabulary(STATUS_WORDS, ("cancelled", "full")) == ("Скасовано", "Ausgebucht")
    assert [one.ngettext("{n} Termin", "{n} Termine", n).format(n=n) for n in (1, 2, 5)] == ["1 подія", "2 події", "5 подій"]


def test_uncertain_translation_is_not_used(folder: Path) -> None:
    assert load(folder, "uk", "de").gettext("Verlegt") == "Verlegt"


@pytest.mark.parametrize(("lang", "default"), [("uk", "uk"), ("tr", "de"), ("de-simple", "de")])
def test_language_without_a_catalog_stands_in_the_words_of_the_code(folder: Path, lang: str, default: str) -> None:
    one = load(folder, lang, default)
    assert (one.lang, one.default, one.gettext("Abgesagt")) == (lang, default, "Abgesagt")


def test_language_with_a_part_has_its_catalog_under_an_underscore(folder: Path) -> None:
    (folder / "uk").rename(folder / "de_simple")
    assert load(folder, "de-simple", "de").gettext("Abgesagt") == "Скасовано"


def test_singular_and_plural_are_said_under_the_name_that_they_are_found_by() -> None:
    folder = Path(texts.__file__).parent
    calls = [
        call for path in sorted(folder.glob("views/*.py")) for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and len(call.args) > 1 and all(_is_message(one) for one in call.args[:2])
    ]
    names = {call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "") for call in calls}
    assert len(calls) > 10
    assert names == {"ngettext"}


def _is_message(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and "{n}" in node.value


def test_languages_of_the_table_are_none_that_babel_knows_by_the_code() -> None:
    assert {*texts.LANGUAGE_WORDS} == {"gsg", "de-simple", "prs", "rom"}
