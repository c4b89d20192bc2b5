"""The programme for Word: styles, blocks that keep together, languages and directions, the same bytes twice."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

import golden
from exports.hard import hard_programme
from ikw.exports.word import word_document
from ikw.exports.word.elements import OF_PARAGRAPHS, OF_RUNS, name
from ikw.exports.word.styles import LOOKS
from ikw.model import Slot, Text
from ikw.paper import booklet
from ikw.paper.inks import inks
from ikw.paper.items import Items
from ikw.paper.sizes import SIZES
from ikw.programme import Programme
from ikw.settings import Language
from ikw.views.rows import Rows
from samples import ARABIC, ENGLISH, GERMAN, at, change, event, organiser, picture, programme, site, venue
from small import ROOT
from small import picture as photo

AT = datetime(2025, 8, 1, 12, 30, tzinfo=UTC)
COLOURS = inks((ROOT / "theme" / "css" / "tokens.css").read_text(encoding="utf-8"))
TEXT = '<p>Ein <strong>fettes</strong> Wort und ein <a href="/2025/fest/">Link</a>.</p><ul><li>eins</li></ul><ol><li>zwei</li></ol><h2>Titel</h2>'


def made(found: Programme, language: Language = GERMAN, **values: Any) -> bytes:
    """Return the document of a programme."""
    shown = site(found, language=language, **values)
    items = Items(shown, found, Rows(shown, found), SIZES["A5"])
    return word_document(shown, booklet.content(shown, found, items), booklet.words(shown), COLOURS, lambda name: photo("red"), AT)


def opened(*arguments: Any, **values: Any) -> Document:
    return docx.Document(io.BytesIO(made(*arguments, **values)))


def lines(document: Document) -> list[tuple[str, str]]:
    """Return every paragraph with its style."""
    return [(one.style.name, one.text) for one in document.paragraphs if one.style]


def blocks(document: Document) -> Iterator[list[Paragraph]]:
    """Yield the paragraphs of each event."""
    block: list[Paragraph] = []
    for one in document.paragraphs:
        assert one.style
        if one.style.name in ("Heading 1", "Heading 2"):
            if block:
                yield block
            block = []
        if one.style.name == "Heading 2" or block:
            block.append(one)
    if block:
        yield block


# What stands where


def test_the_whole_of_a_hard_programme() -> None:
    text = "\n".join(f"{style}: {words}" for style, words in lines(opened(hard_programme())))
    golden.check("word.txt", text + "\n")


def test_a_programme_without_events_has_its_days() -> None:
    found = lines(opened(programme()))
    assert found[:3] == [("Title", "Interkulturelle Woche 2025"), ("Subtitle", "dafür!"), ("Subtitle", "14.–28. September")]
    assert [words for style, words in found if style == "Heading 1"][:2] == ["Sonntag, 14. September", "Montag, 15. September"]
    assert ("IKW Verweis", "An diesem Tag ist nichts geplant.") in found


def test_prose_keeps_its_shape() -> None:
    document = opened(programme(event(html=TEXT)))
    assert [line for line in lines(document) if line[0] in ("IKW Text", "List Bullet", "Heading 3")] == [
        ("IKW Text", "Ein fettes Wort und ein Link."), ("List Bullet", "eins"), ("IKW Text", "1. zwei"), ("Heading 3", "Titel"),
    ]
    [said] = [one for one in document.paragraphs if one.text.startswith("Ein fettes")]
    assert [run.text for run in said.runs if run.bold] == ["fettes"]
    assert [(link.text, link.address) for link in said.hyperlinks] == [("Link", "https://ikw.example/2025/fest/")]


def test_a_picture_has_its_description_and_its_credit() -> None:
    document = opened(programme(event(picture=picture())))
    [drawn] = document.inline_shapes
    assert (round(drawn.width.mm), drawn._inline.docPr.get("descr")) == (80, "Menschen an einem Tisch")
    assert ("Caption", "Bild: Ada") in lines(document)


def test_a_stage_programme_is_set_in_two_columns() -> None:
    slots = (Slot(start=at("2025-09-14 12:00").start.time(), until=None, title="Trommeln"),)  # type: ignore[union-attr]
    assert ("IKW Ablauf", "12:00\tTrommeln") in lines(opened(programme(event(schedule=slots))))


# An office can work with it


def test_every_paragraph_has_a_style_of_ours_and_nothing_is_formatted_by_hand() -> None:
    document = opened(hard_programme())
    names = {look.name for look in LOOKS}
    assert {style for style, _ in lines(document)} <= names
    by_hand = {"w:b", "w:sz", "w:color", "w:rFonts"}
    found = {f"w:{child.tag.split('}')[1]}" for one in document.paragraphs for run in one.runs for child in run._r.get_or_add_rPr()}
    assert found.isdisjoint(by_hand)


def test_styles_that_nobody_needs_are_gone() -> None:
    document = opened(programme())
    assert len(list(document.styles)) < 45
    links = [style.element.find(name("w:link")) for style in document.styles]
    assert set(links) == {None}
    based = {style.element.find(name("w:basedOn")).get(name("w:val")) for style in document.styles if style.element.find(name("w:basedOn")) is not None}
    assert based <= {style.style_id for style in document.styles}


def test_an_event_is_a_block_that_stays_on_one_page() -> None:
    found = list(blocks(opened(hard_programme())))
    assert len(found) == len(hard_programme().events)
    for block in found:
        whole = [one for one in block if one.style and one.style.name != "IKW Verweis"]
        assert [one.paragraph_format.keep_with_next for one in whole] == [*[True] * (len(whole) - 1), None]
        assert {one.paragraph_format.keep_together for one in whole} == {True}


def test_pages_are_numbered_by_the_word_processor() -> None:
    [section] = opened(programme()).sections
    assert [one.get(name("w:instr")) for one in section.footer._element.iter(name("w:fldSimple"))] == ["PAGE"]
    assert (section.footer.paragraphs[0].text, section.header.paragraphs[0].text) == ("Seite ", "Interkulturelle Woche 2025")
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]


def test_the_file_says_what_it_is() -> None:
    properties = opened(programme()).core_properties
    assert (properties.title, properties.author, properties.language, properties.created) == (
        "Interkulturelle Woche 2025", "Landkreis Hersfeld-Rotenburg", "de", AT,
    )


# Languages


def languages(document: Document) -> set[str]:
    return {run.get(name("w:val")) for run in document.element.body.iter(name("w:lang"))}


@pytest.mark.parametrize(("language", "tag"), [(GERMAN, "de-DE"), (ENGLISH, "en-GB"), (ARABIC, "ar-EG")])
def test_each_run_says_its_language(language: Language, tag: str) -> None:
    document = opened(programme(event(room="Saal", venues=[venue()], texts={language.code: Text(title="Titel")})), language)
    assert languages(document) == {tag, "de-DE"}
    assert document.styles.element.find(f".//{name('w:rPrDefault')}//{name('w:lang')}").get(name("w:val")) == tag


def test_a_document_from_right_to_left_says_so_everywhere() -> None:
    titles = {"ar": Text(title="حفل", html="<p>كلمات</p>", plain="كلمات")}
    document = opened(programme(event(texts=titles, meeting_point="am Tor", organisers=[organiser()])), ARABIC)
    assert {one._p.pPr.find(name("w:bidi")).get(name("w:val")) for one in document.paragraphs} == {"1"}  # type: ignore[union-attr]
    assert document.sections[0]._sectPr.find(name("w:bidi")) is not None
    runs = {run.text: run._r.rPr.find(name("w:rtl")) is not None for one in document.paragraphs for run in one.runs}  # type: ignore[union-attr]
    assert (runs["حفل"], runs["كلمات"], runs["am Tor"]) == (True, True, False)


def test_german_text_in_it_runs_from_left_to_right() -> None:
    document = opened(programme(event(html="<p>Nur auf Deutsch.</p>")), ARABIC)
    [said] = [one for one in document.paragraphs if one.text == "Nur auf Deutsch."]
    assert said._p.pPr.find(name("w:bidi")).get(name("w:val")) == "0"  # type: ignore[union-attr]


def test_a_document_from_left_to_right_has_none_of_it() -> None:
    document = opened(hard_programme())
    assert [one.tag for one in document.element.iter(name("w:bidi"), name("w:rtl"))] == []


# Files


def test_the_same_programme_is_the_same_bytes() -> None:
    assert made(hard_programme()) == made(hard_programme())
    with zipfile.ZipFile(io.BytesIO(made(hard_programme()))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


@pytest.mark.parametrize("language", [GERMAN, ARABIC])
def test_properties_stand_in_the_order_of_the_standard(language: Language) -> None:
    """Word offers to repair a document in which they do not."""
    with zipfile.ZipFile(io.BytesIO(made(hard_programme(), language))) as archive:
        parts = [docx.oxml.parse_xml(archive.read(part)) for part in ("word/document.xml", "word/styles.xml", "word/footer1.xml")]
    for part in parts:
        for tag, order in (("w:pPr", OF_PARAGRAPHS), ("w:rPr", OF_RUNS)):
            for found in part.iter(name(tag)):
                places = [order.index(f"w:{child.tag.split('}')[1]}") for child in found]
                assert places == sorted(set(places))


def test_a_status_and_what_was_before_are_told() -> None:
    moved = change("moved", note="Der Saal ist gesperrt.", was_when=(at("2025-09-13 14:00"),))
    found = lines(opened(programme(event(change=moved))))
    assert [line for line in found if line[0] in ("IKW Status", "IKW Änderung")] == [
        ("IKW Status", "Verlegt: war Sa 13.9., 14:00"), ("IKW Änderung", "Jetzt: Sonntag, 14. September 2025, 14:00 Uhr"),
        ("IKW Änderung", "Vorher: Samstag, 13. September 2025, 14:00 Uhr"), ("IKW Änderung", "Der Saal ist gesperrt."),
    ]


def test_facts_are_lines_of_one_paragraph() -> None:
    """Of blocks with many paragraphs LibreOffice tears some, though each says that it stays with the next."""
    document = opened(hard_programme())
    for block in blocks(document):
        styles = [one.style.name for one in block if one.style]
        assert styles.count("IKW Angabe") <= 1
        assert styles.count("IKW Termin") == 1
    [facts] = [one.text for one in opened(programme(event(venues=[venue()], bring="Tassen"))).paragraphs if one.style and one.style.name == "IKW Angabe"]
    assert facts.split("\n") == ["Ort: Stadthalle, Am Ring 1, 36251 Bad Hersfeld", "Sprachen: Deutsch", "Bitte mitbringen: Tassen"]
