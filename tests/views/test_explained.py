"""Hard words are explained once, where they first stand, and on pages in Easy Language only."""

from __future__ import annotations

from dataclasses import replace

from ikw.model import Registration
from ikw.settings import Language
from ikw.views.event import event_page
from ikw.views.explained import Explainer
from ikw.views.facts import facts
from ikw.views.records import Fact, Phrase
from ikw.views.rows import Rows
from samples import GERMAN, event, programme, site, venue

EASY = Language(code="de-simple", name="Leichte Sprache", dir="ltr", path="leicht", locale="de", is_easy=True)
DONATION = "Eine Spende ist ein Geschenk, meistens Geld.\nSie entscheiden selbst: Wie viel gebe ich?"
REGISTRATION = "Anmeldung heißt: Sie sagen vorher Bescheid, dass Sie kommen."


def test_a_word_is_explained_once_a_page_each_sentence_on_a_line() -> None:
    page = Explainer(site(language=EASY))
    assert page.of("Eine Spende hilft.") == (DONATION,)
    assert page.of("Spende") == ()
    assert Explainer(site(language=EASY)).of("Spende") == (DONATION,)


def test_other_languages_explain_nothing() -> None:
    assert Explainer(site(language=GERMAN)).of("Spende") == ()
    fact = Fact(icon="cost", label="Kosten", lead=Phrase(text="Spende"))
    assert list(Explainer(site(language=GERMAN)).facts([fact])) == [fact]


def test_what_an_organiser_wrote_is_not_explained() -> None:
    fact = Fact(icon="cost", label="Preis", lead=Phrase(text="Spende", lang="de", dir="ltr"))
    assert list(Explainer(site(language=EASY)).facts([fact])) == [fact]


def test_the_facts_of_a_page_explain_themselves() -> None:
    one = event(registration=Registration(phone="06621 00"))
    found, shown = programme(one), site(programme(one), language=EASY)
    page = event_page(shown, found, one, Rows(shown, found))
    assert {fact.icon: fact.explained for fact in page.facts if fact.explained} == {"registration": (REGISTRATION,)}


def test_easy_language_names_one_feature_of_access_on_a_line() -> None:
    one = event(venues=[replace(venue(), access=("wheelchair", "toilet"))])
    shown = site(programme(one), language=EASY)
    [access] = [fact for fact in facts(shown, programme(one), one) if fact.icon == "access"]
    assert (access.lead.text, [line.text for line in access.lines]) == ("Mit dem Rollstuhl ohne Hilfe", ["Toilette für Rollstühle"])
