"""What nobody has translated yet stands on paper in German, says so, and is marked as German, as on the pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pikepdf
import pytest

from ikw.model import Link, Slot, Text
from ikw.paper.booklet import for_readers
from ikw.paper.handouts import large_files
from ikw.programme import Programme
from ikw.settings import Language
from ikw.views.rows import Rows
from judges.booklets import run
from paper.desks import desk, in_language, own_settings
from samples import edition, event, programme, venue

pytestmark = pytest.mark.slow
LANGUAGES = {language.code: language for language in own_settings().languages}
NOTES = {
    "en": "This text has not been translated yet. You are reading it in German.",
    "ar": "لم يُترجم هذا النص بعد، ولذلك تقرؤونه بالألمانية.",
    "de-simple": "Diesen Text gibt es noch nicht in Leichter Sprache. Hier steht der Text in schwerer Sprache.",
}
OWN = {"en": "We cook together.", "ar": "نطبخ معًا.", "de-simple": "Wir kochen zusammen."}


def found(language: str) -> Programme:
    """Return an edition with German prose, an event that is translated and one that is not."""
    own = Text(title="Title", html=f"<p>{OWN.get(language, 'Wir kochen.')}</p>")
    return programme(
        event("brot", "Brot", html="<p>Wir kochen gemeinsam.</p>", venues=[venue()], texts={language: own} if language != "de" else {}),
        event("fest", "Fest", html="<p>Wir tanzen am Abend.</p><ul><li>Mit Musik</li></ul>", venues=[venue()],
            schedule=[Slot(start=time(14), until=None, title="Tanz der Kinder")], links=[Link(title="Mehr zum Tanz", url="https://example.org/")]),
        edition=edition(greeting_html={"de": "<p>Seien Sie gegrüßt.</p>"}, imprint_html="<p>Verantwortlich ist das Amt.</p>"),
    )


def spoken(pdf: Path) -> Iterator[tuple[str, str]]:
    """Yield the texts of a tagged document, each with its language: poppler reads the words, pikepdf the tree they hang on."""
    tags: list[str] = []

    def walk(thing: pikepdf.Object, lang: str) -> None:
        if isinstance(thing, pikepdf.Array):
            for one in thing:
                walk(one, lang)
        elif isinstance(thing, pikepdf.Dictionary):
            lang = str(thing.get("/Lang", lang))
            if "/S" in thing:
                tags.append(lang)
            if "/K" in thing:
                walk(thing.K, lang)

    with pikepdf.open(pdf) as document:
        walk(document.Root.StructTreeRoot.K, str(document.Root.Lang))
    texts: list[list[str]] = []
    for line in map(str.strip, run("pdfinfo", "-struct-text", pdf).splitlines()):
        if line.startswith('"'):
            texts[-1].append(line.strip('"'))
        elif not line.startswith(("/", "Object")):
            texts.append([])
    assert len(texts) == len(tags)
    yield from ((lang, " ".join("".join(parts).split())) for lang, parts in zip(tags, texts, strict=True) if parts)


def booklet(language: Language, folder: Path) -> list[tuple[str, str]]:
    shown, _ = in_language(found(language.code), language)
    given = shown.programmes[0]
    reading, _ = for_readers(shown, given, Rows(shown, given), desk().typesetter, desk().photos)
    path = folder / "programme.pdf"
    path.write_bytes(reading.data)
    return list(spoken(path))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_not_translated_is_marked_and_says_so(language: str, tmp_path: Path) -> None:
    said = booklet(LANGUAGES[language], tmp_path)
    for german in ("Wir tanzen am Abend.", "Mit Musik", "Seien Sie gegrüßt.", "Verantwortlich ist das Amt."):
        assert [lang for lang, text in said if is_read_as(german, text)] == ["de"]
    # within a line the mark of a language stands beside the letters and not in the tree, where poppler looks (see test_handouts)
    assert [lang for lang, text in said if text.startswith("Mehr zum")] == ["de"]
    assert [lang for lang, text in said if letters(text) == letters(OWN[language])] == [language]
    assert [text for _, text in said if "Wir kochen" in text] == []
    # the greeting, the event and the imprint, each by itself
    notes = [(lang, text) for lang, text in said if letters(text) == letters(NOTES[language])]
    assert [lang for lang, _ in notes] == [language] * 3


def is_read_as(words: str, text: str) -> bool:
    """Whether poppler read words; on pages from right to left it loses what stands behind the first mark of direction."""
    return text == words or ("\u202a" in text and len(text) > 8 and words.startswith(text.replace("\u202a", "")))


def letters(text: str) -> str:
    """Return each letter once, in any order and without marks: poppler turns Arabic round and tells a letter below a mark twice."""
    return "".join(sorted({letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum()}))


def test_a_translated_summary_of_a_long_text_is_not_called_untranslated(tmp_path: Path) -> None:
    own = Text(title="Title", summary="We dance in the evening.")
    long = event("lang", "Lang", html="<p>" + "Wir tanzen am langen Abend. " * 60 + "</p>", venues=[venue()], texts={"en": own})
    shown, _ = in_language(programme(long), LANGUAGES["en"])
    given = shown.programmes[0]
    reading, _ = for_readers(shown, given, Rows(shown, given), desk().typesetter, desk().photos)
    path = tmp_path / "programme.pdf"
    path.write_bytes(reading.data)
    text = " ".join(run("pdftotext", path, "-").split())
    assert own.summary
    assert own.summary in text
    assert NOTES["en"] not in text
    assert "Wir tanzen am langen" not in text


def test_the_german_booklet_says_nothing_of_it(tmp_path: Path) -> None:
    said = booklet(LANGUAGES["de"], tmp_path)
    assert [text for _, text in said if "nicht übersetzt" in text or "auf Deutsch" in text] == []


def test_hard_words_in_large_print_say_so(tmp_path: Path) -> None:
    given = found("de-simple")
    shown, _ = in_language(given, LANGUAGES["de-simple"])
    [file] = large_files(desk(), shown, given)
    path = tmp_path / file.path
    path.write_bytes(file.data)
    text = " ".join(run("pdftotext", path, "-").split())
    assert text.count(NOTES["de-simple"]) == 3
    assert f"{NOTES['de-simple']} Wir tanzen am Abend." in text
    assert "Wir kochen zusammen." in text
