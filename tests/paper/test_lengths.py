"""What is too long for the booklet is measured in the layout, and the layout prints what was measured."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ikw.model import Text
from ikw.paper.fit import surely_fits, words_of
from ikw.paper.lengths import Doubt, doubts, excess, too_long
from ikw.paper.prose_tree import prose_tree
from ikw.paper.records import Telling
from ikw.paper.sizes import size_for
from ikw.paper.telling import told
from ikw.paper.typesetting import Typesetter
from ikw.prose import render
from ikw.settings import Language
from paper.desks import items
from samples import ARABIC, GERMAN, event, programme

THEME = Path(__file__).parents[2] / "theme"
TYPESETTER = Typesetter(THEME)
A5 = size_for("A5", is_easy=False)
SENTENCE = "Wir kochen gemeinsam, essen am langen Tisch und erzählen uns, woher die Gerichte kommen. "
ARABIC_SENTENCE = "نطبخ معًا ونأكل على المائدة الطويلة ونحكي لبعضنا من أين تأتي الأطباق. "


def text(words: str) -> Text:
    """Return a text without a summary of its own."""
    prose, faults = render(words, 1)
    assert faults == ()
    return Text(title="Titel", summary=words[:80], is_excerpt=True, html=prose.html, plain=prose.plain)


def nodes(words: str) -> Doubt:
    return Doubt(kind="text", nodes=tuple(prose_tree(text(words).html)))


# -- what is looked at


def test_what_surely_fits_is_not_measured() -> None:
    assert [*doubts(text(SENTENCE), A5, TYPESETTER.letters)] == []


def test_a_long_text_with_a_summary_is_no_doubt() -> None:
    written = Text(title="Titel", summary="Kurz.", html=f"<p>{SENTENCE * 20}</p>", plain=SENTENCE * 20)
    assert [*doubts(written, A5, TYPESETTER.letters)] == []


def test_title_summary_and_text_may_be_doubted() -> None:
    long = Text(title=SENTENCE * 3, summary=SENTENCE * 20, html="", plain="")
    assert [one.kind for one in doubts(long, A5, TYPESETTER.letters)] == ["title", "summary"]
    assert [one.kind for one in doubts(text(SENTENCE * 20), A5, TYPESETTER.letters)] == ["text"]


def test_no_doubts_need_no_typesetter() -> None:
    assert excess([], GERMAN, A5, None) == ()  # type: ignore[arg-type]


# -- what is measured


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(("Frühstück", "mit", "Vergnügungssteuerbescheid", "WWWWW", "illi", "und\n\n", "ein", "Kaffee,", "\n\n- Punkt")), min_size=60, max_size=140).map(" ".join))
def test_what_surely_fits_fits(words: str) -> None:
    if surely_fits(TYPESETTER.letters, words_of(nodes(words).nodes), A5, A5.text, A5.text_lines):
        assert excess([nodes(words)], GERMAN, A5, TYPESETTER) == (0,)


def test_letters_that_are_too_many_are_counted() -> None:
    (much,) = excess([nodes(SENTENCE * 20)], GERMAN, A5, TYPESETTER)
    whole = len((SENTENCE * 20).strip())
    assert 0 < much < whole
    fitting = (SENTENCE * 20)[: whole - much]
    assert excess([nodes(fitting), nodes(fitting + " Donaudampfschifffahrt" * 3)], GERMAN, A5, TYPESETTER)[0] == 0
    assert excess([nodes(fitting + " Donaudampfschifffahrt" * 3)], GERMAN, A5, TYPESETTER)[0] > 0


def test_titles_and_summaries_are_measured_in_their_own_letters() -> None:
    found = excess([Doubt(kind="title", words="Wort " * 60), Doubt(kind="summary", words="Wort " * 60), Doubt(kind="title", words="Wort")], GERMAN, A5, TYPESETTER)
    assert found[0] > 0
    assert found[1:] == (0, 0)


@pytest.mark.parametrize("name", ["A6", "DIN lang"])
def test_a_smaller_booklet_has_room_for_less(name: str) -> None:
    (on_a5,) = excess([nodes(SENTENCE * 20)], GERMAN, A5, TYPESETTER)
    (on_smaller,) = excess([nodes(SENTENCE * 20)], GERMAN, size_for(name, is_easy=False), TYPESETTER)
    assert on_smaller > on_a5


# -- and printed


def is_printed_whole(doubt: Doubt, language: Language) -> bool:
    """Whether an event is told with a text in full, where there is a summary that might stand for it."""
    found = programme(event())
    shown, made = items(found, language=language)
    summary = Telling(text=(["p", "Kurz."],), lang=None, dir=None)
    item = told(shown, made.item(found.by_id["fest"], "14:00"), TYPESETTER.letters, A5)
    block = ("item", replace(item, tellings=(Telling(text=doubt.nodes, lang=None, dir=None), summary)))
    data = {
        "blocks": (block,), "size": A5, "lang": language.code, "dir": language.dir, "comma": ", ", "words": {}, "site": "",
        "booklet": {"title": "", "region": "", "is_easy": False},
    }
    found = TYPESETTER.measured("heights.typ", data)
    assert isinstance(found, list)
    [[_, _roomy, full, short]] = found
    assert short > 0
    return full is not None


def letters_of(text: str) -> list[str]:
    """Return letters as people count them: a mark above one is no letter of its own."""
    found: list[str] = []
    for letter in text.strip():
        if unicodedata.combining(letter):
            found[-1] += letter
        else:
            found.append(letter)
    return found


@pytest.mark.parametrize(("sentence", "language"), [(SENTENCE, GERMAN), (ARABIC_SENTENCE, ARABIC)], ids=["de", "ar"])
def test_a_text_that_just_fits_is_printed_whole_and_a_longer_one_is_not(sentence: str, language: Language) -> None:
    whole = letters_of(sentence * 20)
    (much,) = excess([nodes("".join(whole))], language, A5, TYPESETTER)
    fitting = "".join(whole[: len(whole) - much])
    assert is_printed_whole(nodes(fitting), language)
    assert not is_printed_whole(nodes("".join(whole[: len(whole) - much + len(sentence)])), language)


# -- what is said


@pytest.mark.parametrize(("kind", "message"), [
    ("title", "Der Titel ist 140 Zeichen zu lang fürs Heft."),
    ("summary", "Die Zusammenfassung ist 140 Zeichen zu lang fürs Heft."),
    ("text", "Der Text ist 140 Zeichen zu lang fürs Heft. Dort stehen nur seine ersten Sätze."),
])
def test_the_message_counts_letters(kind: str, message: str) -> None:
    fault = too_long(kind, 140)
    assert (fault.message, fault.field, fault.severity) == (message, kind, "warning")
