"""Questions: what `ikw new` asks, in which order, and how it asks. Floor 5, pure.

One question for each field of the table that organisers fill in; what a new field is called and means, the table says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ikw.cells.columns import MARKDOWN, columns
from ikw.cells.writing import word_for
from ikw.fields import EVENT, Field
from ikw.problems import N_
from ikw.values.codes import language_name
from ikw.values.known import Known

# Asked of everybody, in the order in which people tell it; all others only of those who want to say more.
FIRST = (
    "title", "when", "venue", "organisers", "category", "audience", "languages", "cost", "registration", "access", "text",
)
# Written by hand in the file: a table, a picture with its words, what has changed, and opening hours beside a range.
NOT_ASKED = ("schedule", "status", "image", "image_alt", "image_credit", "hours")
_LANGUAGES = ("de", "en", "uk", "ar", "fa", "tr", "ru", "pl", "ro", "bg", "fr", "ti", "so", "ku")

_EXAMPLES = {
    "venue": N_("Bürgersaal, Marktplatz 1, 36251 Bad Hersfeld – oder: online"),
    "organisers": N_("Treffpunkt Vielfalt; Musterverein"), "category": N_("Musik"), "audience": N_("Familien, Kinder"),
    "languages": N_("Deutsch, Ukrainisch"), "cost": N_("kostenlos – oder: 8 €, ermäßigt 5 €"),
    "registration": N_("bis 12.9. unter 06621 00 00 00 – oder: nein"), "access": N_("Rollstuhl, WC"),
    "contact": N_("Büro, 06621 00 00 00"), "links": N_("Unser Verein: https://example.org/"), "interpreting": N_("Arabisch"),
    "childcare": N_("ja"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the path of its answer, what it is called, what it means, an example, and whether it must be answered."""

    path: str
    name: str
    doc: str
    example: str = ""
    is_required: bool = False

    @property
    def field(self) -> str:
        """The field that the answer belongs to."""
        return self.path.partition(".")[0]


def questions(*, is_first: bool) -> tuple[Question, ...]:
    """Return the questions that are asked of everybody, or the others."""
    every = {question.path: question for question in _questions()}
    if is_first:
        return tuple(every[path] for path in FIRST)
    return tuple(question for path, question in every.items() if path not in FIRST)


def follow_up(path: str, name: str, doc: str, example: str = "") -> Question:
    """Return a question about a part of what was said before."""
    return Question(path, name, doc, example)


def _questions() -> Iterator[Question]:
    headings = {column.path: column.heading for column in columns()}
    for field in EVENT:
        if not field.is_coordinators and field.name not in NOT_ASKED:
            yield Question(field.name, headings[field.name], _doc(field), _example(field), field.is_required)
    yield Question("text", headings[MARKDOWN].partition(" (")[0], N_("worum es geht, in drei bis zehn Sätzen"))


def _doc(field: Field) -> str:
    """Return what a field holds, without the words of its file."""
    return _DOCS.get(field.name, field.doc)


_DOCS = {
    "title": N_("wie die Veranstaltung heißt, höchstens 100 Zeichen"),
    "when": N_("Tag und Uhrzeit, wie auf einem Plakat; „tba“, wenn der Tag noch fehlt"),
    "venue": N_("Name des Ortes; ist er bekannt, genügt der Name"),
    "organisers": N_("wer einlädt, mehrere mit Semikolon"), "category": N_("was es ist"),
    "languages": N_("welche Sprachen gesprochen werden"), "interpreting": N_("in welche Sprachen gedolmetscht wird"),
    "access": N_("was für den Zugang da ist, zusätzlich zum Ort"), "cost": N_("was es kostet"),
    "registration": N_("ob und wie man sich anmeldet"), "contact": N_("wer Fragen beantwortet"),
    "childcare": N_("ob es Kinderbetreuung gibt: ja oder ein Satz"), "links": N_("Links mit ihrem Namen davor"),
    "partners": N_("wer mitmacht, mehrere mit Semikolon"), "funders": N_("wer fördert, mehrere mit Semikolon"),
    "summary": N_("ein, zwei Sätze, höchstens 200 Zeichen; sonst die ersten Sätze des Textes"),
}


def _example(field: Field) -> str:
    return _EXAMPLES.get(field.name, field.example)


def choices_of(question: Question, known: Known) -> Mapping[str, str]:
    """Return what may be answered, where there is a list: words with what they stand for."""
    if question.path == "category":
        return {one.name["de"]: one.id for one in known.categories.values()}
    if question.path in ("languages", "interpreting"):
        return {language_name(code) or code: code for code in _LANGUAGES}
    field = next((one for one in EVENT if one.name == question.path), None)
    return {word_for(code): code for code in field.choices} if field else {}
