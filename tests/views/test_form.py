"""The form as its template gets it: every field once, what everybody answers first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ikw.questions import QUESTIONS
from ikw.site import PageTitle
from ikw.values.codes import is_language
from ikw.views.form import LANGUAGES, SIGNS, form_page, form_title
from ikw.views.form_records import Ask, FormPage, Rows
from samples import ARABIC, ENGLISH, category, edition, event, programme, site, venue


def page(**values: object) -> FormPage:
    return form_page(site(programme(), **values), programme(VENUES))


VENUES = event(venues=[venue(), venue("hof", "Hof")])


def asks(found: FormPage) -> list[Ask]:
    made: list[Ask] = []
    for part in found.parts:
        for item in part.items:
            made += [one for row in (*item.rows, *item.more) for one in row] if isinstance(item, Rows) else [item]
    return made


def test_every_name_is_asked_once() -> None:
    names = [one.name for one in asks(page())]
    assert len(names) == len(set(names))
    assert [one.id for one in asks(page())][:3] == ["title", "category", "text"]


def test_only_title_and_date_must_be() -> None:
    assert [one.name for one in asks(page()) if one.is_required] == ["title", "when.0.text"]


def test_what_everybody_answers_comes_first() -> None:
    assert [(part.id, part.is_more) for part in page().parts] == [
        ("what", False), ("when", False), ("venue", False), ("organisers", False), ("terms", False), ("people", True), ("help", True), ("picture", True),
        ("further", True), ("contact", True),
    ]


def test_hints_name_days_of_the_edition() -> None:
    when = next(item for part in page().parts for item in part.items if isinstance(item, Rows) and item.name == "when")
    assert when.hint.text == "Wie auf einem Plakat: So 14.09.2025, 9.30–11.30 Uhr. Oder 14.–28.9., oder „tba“, solange der Tag nicht feststeht."
    assert [(one.kind, one.least, one.most) for one in when.rows[0][1:2]] == [("date", "2025-09-14", "2025-09-28")]


def test_the_form_says_by_when_until_it_is_too_late() -> None:
    found = programme(VENUES, edition=edition(entries_until=date(2025, 6, 30)))
    until = "Was bis Montag, 30. Juni 2025 da ist, kommt auch in das gedruckte Heft."
    assert form_page(site(found), found).lead.endswith(f" Pflicht sind nur Titel und Termin. {until}")
    assert form_page(site(found, as_of=date(2025, 6, 30)), found).lead.endswith(until)
    assert form_page(site(found, as_of=date(2025, 7, 1)), found).lead.endswith("Pflicht sind nur Titel und Termin.")
    assert page().lead.endswith("Pflicht sind nur Titel und Termin.")


def test_suggestions_are_names() -> None:
    assert dict(page().lists) == {"venues": ("Hof", "Stadthalle"), "organisers": ()}


def test_languages_of_the_site_are_ticked_others_chosen() -> None:
    spoken = next(one for one in asks(page()) if one.name == "languages")
    assert [(option.value, option.is_chosen) for option in spoken.options] == [("de", True), ("en", False), ("ar", False)]
    more = next(one for one in asks(page()) if one.name == "languages_more.0.code")
    assert {option.value for option in more.options} == set(LANGUAGES) - {"de", "en", "ar"}
    assert all(is_language(code) for code in (*LANGUAGES, SIGNS))


def test_pages_in_other_languages_ask_for_german() -> None:
    asked = "Bitte schreiben Sie auf Deutsch, so gut es geht. Wir übersetzen und helfen gern."
    assert asked not in page().lead
    assert page(language=ENGLISH).lead.endswith(f" {asked}")


def test_links_lead_to_pages_that_exist() -> None:
    shown = replace(site(programme()), pages=(PageTitle("anleitung", "Anleitung"),))
    found = form_page(shown, programme())
    assert found.guide is not None
    assert (found.guide.href, found.privacy) == ("/anleitung/", None)


def test_the_form_is_named_in_the_page_s_language() -> None:
    assert form_title("de", site().texts) == PageTitle("mitmachen", "Mitmachen")
    assert form_title("ar", site(language=ARABIC, words={"Mitmachen": "شارك"}).texts) == PageTitle("mitmachen", "شارك")
    assert form_title("ar", site(language=ARABIC).texts) == PageTitle("mitmachen", "Mitmachen", "de")


def test_labels_are_the_questions() -> None:
    labels = {one.label for one in asks(page())} | {part.title for part in page().parts} | {item.label for part in page().parts for item in part.items}
    assert {question.label for question in QUESTIONS.values()} - labels == set()


def test_categories_are_named_in_the_pages_language_else_in_german_and_marked() -> None:
    found = programme(VENUES, categories={
        "fest": category("fest", "Feste", en="Festivals"), "musik": category("musik", "Musik"), "sonstiges": category("sonstiges", "Sonstiges"),
    })
    made = form_page(site(found, language=ENGLISH, words={"Sonstiges": "Other"}), found)
    [kind] = [one for one in asks(made) if one.name == "category"]
    assert [(option.label, option.lang, option.dir) for option in kind.options if option.stamp] == [
        ("Festivals", None, None), ("Musik", "de", "ltr"), ("Other", None, None),
    ]
