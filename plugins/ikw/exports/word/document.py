"""Document: what stands where in the programme for Word: by day, each event a block of its own. Floor 4, pure."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ikw.exports.word import styles
from ikw.exports.word.elements import name
from ikw.exports.word.styles import empty_document
from ikw.exports.word.writing import Link, Writer, field
from ikw.formats import region_tag
from ikw.paper.prose_tree import Node
from ikw.paper.records import Booklet, Item, Line
from ikw.site import Site
from ikw.views.records import Fact, Phrase

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

# The picture of an event, as a JPEG by the name of its file.
Photos = Callable[[str], bytes]

# Millimetres.
PHOTO_WIDTH = 80
# In the document's own language.
_PLAIN = Phrase(text="")
# Every file of the archive is as old as the oldest that the format knows: the same programme is the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def word_document(
    site: Site, booklet: Booklet, words: Mapping[str, str], colours: Mapping[str, str], photos: Photos, at: datetime,
) -> bytes:
    """Return a document dated `at` that says what the booklet says. `words` are those of its template."""
    document = empty_document(colours, region_tag(site.language.locale), is_right=booklet.dir == "rtl")
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = booklet.title, booklet.region, booklet.region
    properties.language, properties.comments, properties.keywords = booklet.lang, "", ""
    properties.created = properties.modified = at.replace(tzinfo=None)
    properties.revision = 1
    host = site.settings.site_url.removesuffix(site.settings.base)
    _Programme(Writer(document, site.language), booklet, words, photos, host).write()
    buffer = io.BytesIO()
    document.save(buffer)
    return _without_times(buffer.getvalue())


def _without_times(data: bytes) -> bytes:
    """Return an archive whose files have no time, in the order in which they are written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for one in source.infolist():
            info = zipfile.ZipInfo(one.filename, _NO_TIME)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(info, source.read(one))
    return buffer.getvalue()


class _Programme:
    """One document under way."""

    def __init__(self, writer: Writer, booklet: Booklet, words: Mapping[str, str], photos: Photos, host: str) -> None:
        self.writer = writer
        self.host = host
        self.booklet = booklet
        self.words = words
        self.photos = photos

    def write(self) -> None:
        """Write all of it."""
        self.head()
        if self.booklet.greeting:
            self.heading(self.words["greeting"])
            self.prose(self.booklet.greeting, Phrase(text="", lang=self.booklet.greeting_lang, dir=self.booklet.greeting_dir))
        for number, day in enumerate(self.booklet.days):
            # The programme begins on a page of its own, behind the title and the greeting.
            self.heading(day.title, is_new_page=number == 0)
            if not day.items:
                self.writer.paragraph(styles.POINTER, self.words["nothing"])
            self.items(day.items, f"{day.title}, ")
        for title, items in ((self.words["running"], self.booklet.running), (self.words["undated"], self.booklet.undated)):
            if items:
                self.heading(title)
                self.items(items, "")
        if self.booklet.partners:
            self.heading(self.words["partners"])
            for partner in self.booklet.partners:
                self.writer.paragraph(styles.FACT, partner.name, *((f", {partner.address}",) if partner.address else ()))
        self.edges()

    def heading(self, words: str, *, is_new_page: bool = False) -> None:
        """Write the heading of a day or another part, on a new page where it has to be."""
        made = self.writer.paragraph("Heading 1", words)
        if is_new_page:
            made.paragraph_format.page_break_before = True

    def head(self) -> None:
        """Write title, span and what it is."""
        booklet, writer = self.booklet, self.writer
        writer.paragraph("Title", booklet.title)
        if booklet.motto:
            writer.paragraph("Subtitle", Phrase(text=booklet.motto.words, lang=booklet.motto.lang, dir=booklet.motto.dir))
        writer.paragraph("Subtitle", booklet.span)
        writer.paragraph(styles.LEAD, booklet.region)
        writer.paragraph(styles.LEAD, booklet.lead)
        if booklet.sample:
            writer.paragraph(styles.STATUS, booklet.sample)

    def edges(self) -> None:
        """Write what runs along the edges of every page: the title, and the page's number."""
        section = self.writer.document.sections[0]
        for part, words in ((section.header, self.booklet.title), (section.footer, f"{self.words['page']} ")):
            made = self.writer.paragraph("Header" if part is section.header else "Footer", words)
            part.is_linked_to_previous = False
            part._element.replace(part.paragraphs[0]._p, made._p)
        field(section.footer.paragraphs[0], "PAGE")

    # -- an event ----------------------------------------------------------------------------------------------------------

    def items(self, items: Iterable[Item | Line], day: str) -> None:
        """Write events in full, and a line for those that are told elsewhere."""
        for one in items:
            with self.writer.block():
                if isinstance(one, Item):
                    self.item(one, day)
                else:
                    when = ", ".join(part for part in (one.time, one.words) if part)
                    self.writer.paragraph(
                        styles.POINTER, f"{when} ", one.title, ", ", one.place, *((" (", one.state.words, ")") if one.state else ()),
                    )

    def item(self, one: Item, day: str) -> None:
        """Write an event in full."""
        writer = self.writer
        writer.paragraph("Heading 2", one.title)
        if one.subtitle:
            writer.paragraph(styles.SUBTITLE, one.subtitle)
        if one.state:
            writer.paragraph(styles.STATUS, one.state.words)
        self.dates(one, day)
        writer.paragraph(f"IKW Art {styles.CLOTHS[one.stamp.cloth]}", one.kicker)
        if one.banner:
            for label, words, _is_old in one.banner.pairs:
                writer.labelled(styles.CHANGE, label, [words])
            for before, line in one.banner.lines:
                writer.paragraph(styles.CHANGE, f"{before} " if before else "", line)
        if one.text:
            self.prose(one.text, Phrase(text="", lang=one.text_lang, dir=one.text_dir))
        elif one.summary:
            writer.paragraph(styles.TEXT, one.summary)
        self.photo(one)
        for time, title in one.schedule:
            writer.paragraph(styles.SCHEDULE, f"{time}\t", title)
        # All facts are lines of one paragraph: LibreOffice loses count of what is to stay together when a block has many.
        facts: Paragraph | None = None
        for fact in one.facts:
            facts = writer.labelled(styles.FACT, fact.label, _parts(fact), facts)
        for words, address in one.links:
            writer.labelled(styles.WAY, words.text, [Phrase(text=address, dir="ltr")])
        way = writer.paragraph(styles.WAY)
        writer.link(way, one.code.href, one.code.short, "ltr")

    def dates(self, one: Item, day: str) -> None:
        """Write when it is: all its dates, or the one with its day, so that a block says everything wherever it is put."""
        dates: Paragraph | None = None
        for date in one.dates:
            parts = [*date.parts, *([date.state.words] if date.state else [])]
            dates = self.writer.line(styles.TERM, *[word for part in parts for word in (", ", part)][1:], below=dates)
        if not one.dates:
            self.writer.paragraph(styles.TERM, f"{day}{one.when}")

    def photo(self, one: Item) -> None:
        """Write the picture with its description, and whose it is."""
        from docx.shared import Mm  # noqa: PLC0415 -- slow import

        if one.photo is None:
            return
        paragraph = self.writer.paragraph(styles.TEXT)
        paragraph.add_run().add_picture(io.BytesIO(self.photos(one.photo.file)), width=Mm(PHOTO_WIDTH))
        for drawn in paragraph._p.iter(name("wp:docPr")):
            drawn.set("descr", one.photo.alt)
        self.writer.paragraph("Caption", self.words["photo"].replace("{credit}", one.photo.credit))

    # -- prose -------------------------------------------------------------------------------------------------------------

    def prose(self, blocks: Iterable[Node | str], like: Phrase = _PLAIN, style: str = styles.TEXT, before: str = "") -> None:
        """Write prose; `like` has its language and direction, `before` stands in front of its first words."""
        for block in blocks:
            kind, rest = str(block[0]), block[1:]
            if kind in ("ul", "ol"):
                for number, item in enumerate(rest, 1):
                    own = ("List Bullet", "") if kind == "ul" else (style, f"{number}. ")
                    self.prose(item[1:], like, *own)
            elif kind == "quote":
                self.prose(rest, like, "Quote")
            else:
                paragraph = self.writer.paragraph("Heading 3" if kind in ("h2", "h3") else style, dir=like.dir)
                if before:
                    self.writer.run(paragraph, replace(like, text=before))
                self.inline(paragraph, rest, like)
            before = ""

    def inline(self, paragraph: Paragraph, nodes: Iterable[Node | str], like: Phrase, *, is_bold: bool = False) -> None:
        """Write the words of a paragraph."""
        for node in nodes:
            if isinstance(node, str):
                run = self.writer.run(paragraph, replace(like, text=node))
                if is_bold:
                    run.font.bold = run.font.cs_bold = True
            elif node[0] == "br":
                paragraph.add_run().add_break()
            elif node[0] == "a":
                self.writer.link(paragraph, self.absolute(str(node[1])), _text(node[2:]), like.dir)
            else:
                self.inline(paragraph, node[1:], like, is_bold=True)

    def absolute(self, href: str) -> str:
        """Return an address that stands alone: a link of the site's own has no host."""
        return self.host + href if href.startswith("/") else href


def _text(nodes: Iterable[Node | str]) -> str:
    return "".join(node if isinstance(node, str) else _text(node[1:]) for node in nodes)


def _parts(fact: Fact) -> Iterator[Phrase | Link]:
    if fact.lead.text:
        yield fact.lead
    yield from fact.lines
    yield from (Link(href=link.href, words=link.label, dir=link.dir) for link in fact.links)
