"""Texts of data files in several languages: which there are, and whether each still fits its German."""

from __future__ import annotations

import pytest

from ikw.problems import WARNING
from ikw.source import Fields, Record, read_yaml
from ikw.translated_data import data_texts, fitting, problems_of, sources_of, states
from ikw.translation import fingerprint

FESTE, MUSIK = fingerprint("Feste"), fingerprint("Musik")
CATEGORIES = "fest:\n  name: {de: Feste, en: Festivals, uk: Свята}\n  colour: granat\nmusik: {name: Musik}\n"
CONTEXT = "categories.yaml#fest.name"


def record(text: str, path: str = "categories.yaml") -> Record:
    fields, faults = read_yaml(text)
    assert fields is not None
    assert not faults
    return Record(path=path, fields=fields, body="", body_line=1, digest="")


TEXTS = {
    "categories want every language": ("categories.yaml", CATEGORIES, [
        ("fest.name", 2, {"de": "Feste", "en": "Festivals", "uk": "Свята"}, True), ("musik.name", 4, {"de": "Musik"}, True),
    ]),
    "places may": ("venues.yaml", "hof: {name: {de: Hof, en: Court}, town: Bebra}", [("hof.name", 1, {"de": "Hof", "en": "Court"}, False)]),
    "people may": ("organisers.yaml", "chor: {name: Chor}", [("chor.name", 1, {"de": "Chor"}, False)]),
    "municipalities may": ("municipalities.yaml", "bebra: {name: Bebra}", [("bebra.name", 1, {"de": "Bebra"}, False)]),
    "an edition wants every language": (
        "2025/edition.yaml", "title: Woche\nmotto: {de: dafür!, en: For it!}\ngreeting:\n  de: |\n    Hallo.\n\n    Kommt!\n  en: |\n    Hi.\n", [
            ("title", 1, {"de": "Woche"}, True), ("motto", 2, {"de": "dafür!", "en": "For it!"}, True),
            ("greeting", 3, {"de": "Hallo.\n\nKommt!", "en": "Hi."}, True),
        ],
    ),
    "what is wrongly written is left to its reader": (
        "categories.yaml", "a: Feste\nb: {name: [x]}\nc: {name: {en: Only}}\nd: {name: {de: [x], en: y}}\ne: {name: }\nf: {colour: granat}", [],
    ),
}


@pytest.mark.parametrize(("path", "text", "expected"), TEXTS.values(), ids=TEXTS)
def test_texts_that_may_stand_in_several_languages(path: str, text: str, expected: object) -> None:
    assert [(one.label, one.line, one.texts, one.is_wanted) for one in data_texts(record(text, path))] == expected


def test_states_of_translations() -> None:
    [fest, _] = data_texts(record(CATEGORIES))
    assert states(fest, {"en": FESTE}) == {"en": "complete", "uk": "unknown"}
    assert states(fest, {"en": FESTE, "uk": MUSIK}) == {"en": "complete", "uk": "stale"}


def test_a_greeting_broken_anew_is_the_same() -> None:
    old = record("greeting: {de: 'Hallo alle.', en: Hi.}", "2025/edition.yaml")
    new = record("greeting:\n  de: |\n    Hallo\n    alle.\n  en: Hi.\n", "2025/edition.yaml")
    [one], [other] = data_texts(old), data_texts(new)
    assert states(other, {"en": fingerprint(one.texts["de"])}) == {"en": "complete"}


def test_what_no_longer_fits_is_named_and_left_out() -> None:
    old = record(CATEGORIES.replace("Feste", "Feiern"))
    sources = {CONTEXT: {"en": FESTE, "uk": fingerprint("Feiern")}}
    [problem] = problems_of(old, sources)
    assert (problem.path, problem.line, problem.field, problem.code, problem.severity) == (
        "categories.yaml", 2, "fest.name", "translation-stale", WARNING,
    )
    assert problem.message == "Das Deutsche hat sich geändert, die Übersetzung noch nicht: en. Gezeigt wird dort das Deutsche."
    assert problem.mend == f"Passen Sie die Übersetzung an, und rufen Sie dann auf: ikw translate stamp {CONTEXT}"
    [fest, musik] = data_texts(fitting(old, sources))
    assert (fest.texts, musik.texts) == ({"de": "Feiern", "uk": "Свята"}, {"de": "Musik"})
    [before, _] = data_texts(old)
    assert before.texts["en"] == "Festivals"


def test_what_nobody_noted_is_named_and_shown() -> None:
    found = record(CATEGORIES)
    [problem] = problems_of(found, {})
    assert (problem.line, problem.code, problem.message) == (
        2, "translation-unknown", "Es ist nicht vermerkt, aus welchem deutschen Text übersetzt wurde: en, uk.",
    )
    assert fitting(found, {}) is found


def test_all_is_well_where_all_fits() -> None:
    found = record(CATEGORIES)
    sources = {CONTEXT: {"en": FESTE, "uk": FESTE}}
    assert (list(problems_of(found, sources)), fitting(found, sources)) == ([], found)


def test_an_editions_own_texts_are_left_out_alone() -> None:
    found = record("title: {de: Woche, en: Week}\nmotto: {de: dafür!, en: For it!}", "2025/edition.yaml")
    sources = {"2025/edition.yaml#title": {"en": "00000000"}, "2025/edition.yaml#motto": {"en": fingerprint("dafür!")}}
    title = fitting(found, sources).fields.get("title")
    assert isinstance(title, Fields)
    assert (title.values.keys(), title.key_lines.keys()) == ({"de"}, {"de"})
    assert fitting(found, sources).fields.get("motto") is found.fields.get("motto")


WRITTEN = {
    "by a command": (f"{CONTEXT}: {{en: {FESTE}, uk: {FESTE}}}", {CONTEXT: {"en": FESTE, "uk": FESTE}}, []),
    "another word": (f"{CONTEXT}: {{en: gut, uk: {FESTE}}}", {CONTEXT: {"uk": FESTE}}, [1]),
    "no group": (f"{CONTEXT}: gut", {CONTEXT: {}}, [1]),
    "nothing": (f"{CONTEXT}:\n{CONTEXT.replace('fest', 'musik')}: {{en: {MUSIK}}}", {
        CONTEXT: {}, CONTEXT.replace("fest", "musik"): {"en": MUSIK},
    }, [1]),
}


@pytest.mark.parametrize(("text", "sources", "lines"), WRITTEN.values(), ids=WRITTEN)
def test_what_translations_were_made_from(text: str, sources: object, lines: list[int]) -> None:
    found, problems = sources_of(record(text, "translations.yaml"))
    assert (found, [(one.line, one.code, one.severity) for one in problems]) == (
        sources, [(line, "translation-source", WARNING) for line in lines],
    )
