"""An event in full: what may be said of it, longest first, and its facts in one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ikw.model import Text
from ikw.paper.records import Telling, Told
from ikw.paper.sizes import SIZES
from ikw.paper.telling import told
from ikw.programme import Programme
from ikw.settings import Language
from ikw.views.records import Anchor, Fact, Phrase
from paper.desks import desk, items
from samples import ARABIC, ENGLISH, change, event, programme, venue

EASY = Language(code="de-simple", name="Leichte Sprache", dir="ltr", path="leicht", locale="de", is_easy=True)


def tell(found: Programme, when: str = "14:00 Uhr", **values: object) -> Told:
    shown, made = items(found, **values)
    return told(shown, made.item(found.by_id["fest"], when, is_clock=True), desk().typesetter.letters, SIZES["A5"])


def words(telling: Telling) -> list[object]:
    return [block[1:] for block in telling.text]


# -- tellings


def test_a_text_may_be_said_in_full_by_its_first_paragraphs_or_by_its_summary() -> None:
    made = tell(programme(event(summary="Kurz.", html="<p>Eins.</p><p>Zwei.</p><ul><li>Punkt</li></ul><p>Drei.</p>", plain="…")))
    assert [len(one.text) for one in made.tellings] == [4, 2, 1, 1]
    assert words(made.tellings[2]) == [["Eins."]]
    assert words(made.tellings[3]) == [["Kurz."]]


def test_a_text_of_very_many_paragraphs_is_said_in_few_forms() -> None:
    made = tell(programme(event(summary="Kurz.", html="<p>Wort.</p>" * 400, plain="…")))
    assert len(made.tellings) < 10


def test_an_event_without_a_text_has_one_telling() -> None:
    assert [words(one) for one in tell(programme(event())).tellings] == [[]]
    assert [words(one) for one in tell(programme(event(summary="Kurz."))).tellings] == [[["Kurz."]]]


def test_a_translated_summary_of_a_german_text_needs_no_note() -> None:
    found = programme(event(summary="Kurz.", html="<p>Lang.</p>", plain="Lang.", texts={"en": Text(title="Party", summary="Short.")}))
    full, summary = tell(found, language=ENGLISH).tellings
    assert (full.lang, len(full.notes)) == ("de", 1)
    assert (summary.lang, summary.notes) == (None, ())


def test_a_german_summary_keeps_the_note() -> None:
    found = programme(event(summary="Kurz.", html="<p>Lang.</p>", plain="Lang."))
    assert [(one.lang, len(one.notes)) for one in tell(found, language=ENGLISH).tellings] == [("de", 1), ("de", 1)]


def test_easy_words_stand_for_hard_ones_each_sentence_on_its_line() -> None:
    easy = Text(title="Fest", summary="Wir essen. Wir tanzen.")
    found = programme(event(summary="Kurz.", html="<p>Lang.</p>", plain="Lang.", texts={"de-simple": easy}))
    assert [words(one) for one in tell(found, language=EASY).tellings] == [[["Wir essen.", ["br"], "Wir tanzen."]]]


# -- facts


PLACE = Phrase(text="Halle")


@pytest.mark.parametrize(("lines", "said"), [
    (("Saal",), "Halle, Saal"),
    # what ends as a sentence is one of its own
    (("Es ist warm.",), "Halle. Es ist warm."),
    (("Es ist warm.", "Es ist hell!", "Saal"), "Halle. Es ist warm. Es ist hell! Saal"),
    ((), "Halle"),
])
def test_a_fact_is_a_list_and_a_sentence_stands_by_itself(lines: tuple[str, ...], said: str) -> None:
    found = programme(event())
    shown, made = items(found)
    fact = Fact(icon="place", label="Ort", lead=PLACE, lines=tuple(Phrase(text=line) for line in lines))
    item = replace(made.item(found.by_id["fest"], "14:00"), facts=(fact,))
    [detail] = told(shown, item, desk().typesetter.letters, SIZES["A5"]).facts
    assert "".join(part.between + part.words.text for part in detail.parts) == said


def test_arabic_has_its_own_comma_and_a_way_is_kept() -> None:
    way = Anchor(label="030 1", href="tel:0301")
    found = programme(event())
    shown, made = items(found, language=ARABIC)
    item = replace(made.item(found.by_id["fest"], "14:00"), facts=(Fact(icon="registration", label="", lead=PLACE, links=(way,)),))
    [detail] = told(shown, item, desk().typesetter.letters, SIZES["A5"]).facts
    assert [(part.between, part.way) for part in detail.parts] == [("", None), ("، ", way)]


# -- the head


def test_the_kind_stands_beside_the_time_where_both_have_room() -> None:
    assert tell(programme(event())).is_beside
    assert not tell(programme(event()), when="von vierzehn Uhr dreißig bis gegen Mitternacht, je nach Wetter auch länger").is_beside


def test_a_banner_does_not_say_what_stands_beside_the_time() -> None:
    off = tell(programme(event(change=change("cancelled", note="Sturm."), venues=[venue()])))
    assert off.state
    assert off.banner
    assert (off.state.word, off.banner.title) == ("Abgesagt", "")


