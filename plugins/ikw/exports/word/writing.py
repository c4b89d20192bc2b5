"""Writing: paragraphs in several languages and both directions. Floor 4.

Each run says its language, so that a spelling checker knows it; a paragraph and a run from right to left say so themselves, since
a style alone is lost when somebody pastes them elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ikw.exports.word.elements import OF_PARAGRAPHS, OF_RUNS, element, insert, name
from ikw.exports.word.styles import LABEL
from ikw.formats import region_tag
from ikw.settings import Language
from ikw.views.records import Phrase

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A link in a line: where to, and its words with their direction."""

    href: str
    words: str
    dir: str | None = None


class Writer:
    """Writes into one document in one language."""

    def __init__(self, document: Document, language: Language) -> None:
        """Take an empty document."""
        self.document = document
        self.language = language
        self.is_right = language.dir == "rtl"

    def paragraph(self, style: str, *words: Phrase | str, dir: str | None = None) -> Paragraph:
        """Write a paragraph; `dir` is set where it runs the other way than the document."""
        made = self.document.add_paragraph(style=style)
        if self.is_right:
            insert(made._p.get_or_add_pPr(), OF_PARAGRAPHS, "w:bidi", val="0" if dir == "ltr" else "1")
        for one in words:
            for part in (one,) if isinstance(one, str) else one.parts or (one,):
                self.run(made, part)
        return made

    def line(self, style: str, *words: Phrase | str, below: Paragraph | None = None) -> Paragraph:
        """Write words as a paragraph, or as a line more of one that they stand `below`."""
        made = self._line(style, below)
        for one in words:
            for part in (one,) if isinstance(one, str) else one.parts or (one,):
                self.run(made, part)
        return made

    def _line(self, style: str, below: Paragraph | None) -> Paragraph:
        if below is None:
            return self.paragraph(style)
        self.run(below, "").add_break()
        return below

    def run(self, paragraph: Paragraph, words: Phrase | str, style: str | None = None) -> Any:
        """Write words into a paragraph, in their language."""
        phrase = Phrase(text=words) if isinstance(words, str) else words
        made = paragraph.add_run(phrase.text, style)
        is_right = (phrase.dir or self.language.dir) == "rtl"
        properties = made._r.get_or_add_rPr()
        if is_right:
            insert(properties, OF_RUNS, "w:rtl")
        tag = region_tag(phrase.lang or self.language.locale)
        insert(properties, OF_RUNS, "w:lang", **({"val": tag, "bidi": tag} if is_right else {"val": tag}))
        return made

    def labelled(self, style: str, label: str, parts: Iterable[Phrase | Link], below: Paragraph | None = None) -> Paragraph:
        """Write "Ort: Halle, Am Ring 1", as a paragraph or as a line more of one that it stands `below`."""
        made = self._line(style, below)
        self.run(made, f"{label}:", LABEL)
        self.run(made, " ")
        for n, part in enumerate(parts):
            if n:
                self.run(made, ", ")
            if isinstance(part, Phrase):
                for one in part.parts or (part,):
                    self.run(made, one)
            else:
                self.link(made, part.href, part.words, part.dir)
        return made

    def link(self, paragraph: Paragraph, href: str, words: str, dir: str | None = None) -> None:
        """Write a link."""
        from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415 -- slow import

        key = self.document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = element("w:hyperlink")
        link.set(name("r:id"), key)
        run = self.run(paragraph, Phrase(text=words, dir=dir))
        run.font.underline = True
        link.append(run._r)
        paragraph._p.append(link)

    @contextmanager
    def block(self) -> Iterator[None]:
        """Keep all that is written within on one page."""
        first = len(self.document.element.body)
        yield
        from docx.text.paragraph import Paragraph  # noqa: PLC0415 -- slow import

        # The last element of a body is its section.
        paragraphs = [Paragraph(one, self.document._body) for one in self.document.element.body[first - 1 : -1]]
        for paragraph in paragraphs:
            paragraph.paragraph_format.keep_together = True
        for paragraph in paragraphs[:-1]:
            paragraph.paragraph_format.keep_with_next = True


def field(paragraph: Any, code: str) -> None:
    """Write a field: a number that the word processor counts."""
    counted = element("w:fldSimple", instr=code)
    run = element("w:r")
    text = element("w:t")
    text.text = "1"
    run.append(text)
    counted.append(run)
    paragraph._p.append(counted)

