"""The rulebook holds all that a browser judges by, in words that catalogs know, and patterns that mean the same in JavaScript."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ikw.exports.form_rules import form_data, form_rules
from ikw.fields import EVENT
from ikw.messages import template
from ikw.paper.letters import Letters
from ikw.rulebook import javascript, phrases, rules, templates
from ikw.views.form_words import CARD_WORDS, WORDS
from samples import ARABIC, programme, site

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "theme" / "static" / "js" / "form").rglob("*.js"))
LETTERS = Letters.of_theme(ROOT / "theme")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in SCRIPTS)


def test_rules_are_json_and_need_no_clock() -> None:
    assert json.loads(json.dumps(rules())) == rules()
    assert form_rules(site(programme()), programme(), LETTERS) == form_rules(site(programme()), programme(), LETTERS)


def test_without_fonts_nothing_is_said_of_letters() -> None:
    assert {"unprinted", "sign"} <= form_data(site(programme()), programme(), LETTERS)["patterns"].keys()
    assert not {"unprinted", "sign"} & form_data(site(programme()), programme(), Letters({}))["patterns"].keys()


def test_fields_are_those_of_organisers() -> None:
    found = rules()["fields"]
    assert isinstance(found, dict)
    assert list(found) == [field.name for field in EVENT if not field.is_coordinators]
    assert found["title"] == {"kind": "text", "limit": 100, "required": True, "example": "Internationales Frühstück"}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"[\w-]+", r"[\p{L}\p{N}_-]+"), (r"(?P<a>\d)\S", None), (r"[^\W\d_]x", r"[\p{L}\p{Nl}\p{No}]x"), (r"\bjava", "java"), (r"(?<![\\<])!\[a\n", "!\\[a\\n"),
        (r"\"\x00\\", '"\\x00\\\\'), ("\u200b", r"\u{200b}"),
    ],
)
def test_patterns_are_written_as_javascript_does(pattern: str, expected: str | None) -> None:
    source, flags = javascript(re.compile(pattern))
    assert flags == "gu"
    assert source == expected if expected else source.startswith(r"(?<a>\p{Nd})[^\t-\r")
    assert javascript(re.compile(pattern, re.IGNORECASE))[1] == "giu"


def test_a_pattern_that_old_browsers_cannot_read_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\(\?<="):
        javascript(re.compile("a(?<=b)"))


def test_every_word_is_in_the_catalogs() -> None:
    known = {message.id for message in template(ROOT / "theme", ROOT / "plugins" / "ikw") if message.id}
    said = {words for one in templates().values() for words in (one.message_in_form or one.message, one.in_form or one.mend)}
    assert {*said, *phrases().values(), *WORDS.values(), *CARD_WORDS.values()} - known == set()


def test_words_are_those_of_the_page() -> None:
    data = form_data(site(programme(), language=ARABIC, words={"Diese Angabe fehlt.": "ناقص", "Fehler:": "خطأ:"}), programme(), LETTERS)
    assert data["faults"]["missing"][:2] == ["field-missing", "ناقص"]
    assert data["words"]["fault"] == "خطأ:"
    assert data["letter"]["greeting"].startswith("Guten Tag"), "the letter is for the office"


def test_a_form_speaks_of_no_line_of_a_file() -> None:
    """What a person reads in the form names no field of a file and prints no line of one."""
    data = form_data(site(programme()), programme(), LETTERS)
    fields = re.compile(r"\b(?:title|when|venue|hours|organisers|category|image_alt|image_credit|consent|regular|registration|yaml)\b")
    assert [(name, found[0]) for name, one in data["faults"].items() for words in one[1:3] for found in [fields.search(re.sub(r"\{\w+\}", "", words))] if found] == []


def test_scripts_name_faults_and_words_that_exist() -> None:
    faults = set(templates())
    named = set(re.findall(r'fault\((?:this\.)?rules, "([a-z-]+)"', SOURCE)) | {f"when-{name}" for name in re.findall(r'(?:reader\.fault|reader\.refuse)\("([a-z-]+)"', SOURCE)}
    assert named
    assert named - faults == set()
    words = set(re.findall(r"(?:rules|card)\.words\.([a-z_]+)", SOURCE))
    assert words
    assert words - {*WORDS, *CARD_WORDS} == set()


def test_scripts_have_no_german_words() -> None:
    """All words come from the rules, so that they can be translated; what stands in an event file is German everywhere."""
    without_comments = re.sub(r"(?m)^\s*//.*$|\s//\s.*$", "", SOURCE)
    found = re.findall(r"[\"'`]([^\"'`\n]*[äöüß][^\"'`\n]*)[\"'`]", without_comments)
    assert set(found) <= {"täglich", "ß", "€"}


def test_scripts_are_small_and_have_no_text_over_two_lines() -> None:
    """The theme takes spaces before lines away, which must change no text."""
    assert all(len(path.read_text(encoding="utf-8").splitlines()) <= 250 for path in SCRIPTS)
    assert [line for line in re.sub(r"(?m)^\s*//.*$| // .*$", "", SOURCE).splitlines() if line.count("`") % 2] == []


def test_the_first_script_names_all_others() -> None:
    """So that a slow connection has to wait for them only once."""
    folder = ROOT / "theme" / "static" / "js" / "form"
    first = (folder / "form.js").read_text(encoding="utf-8")
    named = set(re.findall(r'^import .*?"\./([^"]+)";$', first, re.MULTILINE))
    assert {path.relative_to(folder).as_posix() for path in SCRIPTS} - named - {"form.js"} == set()
