"""Styles: an empty document whose page, headings and paragraphs are set up, so that an office changes a look at one place. Floor 4.

Every paragraph of the programme has a style of its own name; nothing is formatted by hand. Colours are those of the pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ikw.exports.word.elements import OF_PARAGRAPHS, OF_RUNS, OF_SECTIONS, element, insert, name

if TYPE_CHECKING:
    from docx.document import Document

LATIN, ARABIC = "Calibri", "Arial"
# Which cloth has which name in the list of styles.
CLOTHS = {"granat": "Granat", "safran": "Safran", "himmel": "Himmel", "minze": "Minze"}

TERM, TEXT, SUBTITLE, FACT, STATUS, CHANGE, SCHEDULE, POINTER, LEAD, WAY = (
    "IKW Termin", "IKW Text", "IKW Untertitel", "IKW Angabe", "IKW Status", "IKW Änderung", "IKW Ablauf", "IKW Verweis", "IKW Vorspann",
    "IKW Adresse",
)
LABEL = "IKW Wort"


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How a paragraph looks: points, room above and below, and what it grows from."""

    name: str
    size: float
    before: float = 0
    after: float = 3
    bold: bool = False
    colour: str = "text"
    cloth: str = ""
    base: str = "Normal"


LOOKS = (
    Look(name="Title", size=34, after=4, bold=True, colour="druck"),
    Look(name="Subtitle", size=16, after=4, bold=True, colour="druck"),
    Look(name="Heading 1", size=20, before=18, after=6, bold=True, colour="druck"),
    Look(name="Heading 2", size=14, before=12, after=2, bold=True, colour="druck"),
    Look(name="Heading 3", size=11, before=4, after=2, bold=True, colour="druck"),
    Look(name="Caption", size=8, after=4, colour="soft"),
    Look(name="Quote", size=10.5, after=4),
    Look(name="List Bullet", size=10.5, after=2),
    Look(name=LEAD, size=11, after=4),
    Look(name=TERM, size=11, after=2, bold=True),
    Look(name=SUBTITLE, size=11, after=2, bold=True, colour="soft"),
    Look(name=STATUS, size=10.5, after=2, bold=True, colour="alarm"),
    Look(name=CHANGE, size=10.5, after=2),
    Look(name=TEXT, size=10.5, after=4),
    Look(name=SCHEDULE, size=10, after=0),
    Look(name=FACT, size=10, after=1),
    Look(name=WAY, size=9, after=1),
    Look(name=POINTER, size=10, after=4, colour="soft"),
    *(Look(name=f"IKW Art {name}", size=9, after=3, bold=True, colour="druck", cloth=cloth) for cloth, name in CLOTHS.items()),
)


_KEPT = ("Normal", "Default Paragraph Font", "Normal Table", "No List", "Header", "Footer", *(look.name for look in LOOKS))
# Parts of the library's own template that say nothing about ours.
_NEEDLESS = ("stylesWithEffects", "thumbnail", "customXml")


def empty_document(colours: Mapping[str, str], language: str, *, is_right: bool) -> Document:
    """Return a document without text on A4. `language` is a tag with its region; `is_right`: it is read from the right."""
    import docx  # noqa: PLC0415 -- slow import
    from docx.shared import Mm  # noqa: PLC0415 -- slow import

    document = docx.Document()
    _tidy(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(22)
    if is_right:
        insert(section._sectPr, OF_SECTIONS, "w:bidi")
    _defaults(document, language)
    for look in LOOKS:
        _paragraph_style(document, look, colours)
    _label_style(document)
    return document


def _tidy(document: Document) -> None:
    """Take away what the library's template has and nobody here needs: table styles, a preview, a second list of styles."""
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.element.getparent().remove(style.element)
        for link in style.element.findall(name("w:link")):
            style.element.remove(link)
    for package in (document.part, document.part.package):
        for key, relation in list(package.rels.items()):
            if any(needless in relation.reltype for needless in _NEEDLESS):
                del package.rels[key]
    for level in document.part.numbering_part.element.iter(name("w:lvl")):
        for style in level.findall(name("w:pStyle")):
            level.remove(style)


def _defaults(document: Document, language: str) -> None:
    """Set the letters and the language of all text that says nothing else of itself."""
    properties = document.styles.element.find(f".//{name('w:rPrDefault')}/{name('w:rPr')}")
    properties.clear()
    properties.append(element("w:rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=LATIN, cs=ARABIC))
    properties.append(element("w:sz", val="21"))
    properties.append(element("w:szCs", val="23"))
    properties.append(element("w:lang", val=language, eastAsia=language, bidi=language))
    spacing = document.styles.element.find(f".//{name('w:pPrDefault')}//{name('w:spacing')}")
    spacing.set(name("w:after"), "0")
    spacing.set(name("w:line"), "264")


def _paragraph_style(document: Document, look: Look, colours: Mapping[str, str]) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 -- slow import
    from docx.shared import Pt  # noqa: PLC0415 -- slow import

    is_ours = look.name.startswith("IKW ")
    style: Any = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH) if is_ours else document.styles[look.name]
    if is_ours:
        style.base_style = document.styles["Normal"]
    else:
        for tag in ("w:semiHidden", "w:unhideWhenUsed", "w:rPr", "w:pPr/w:pBdr"):
            for found in style.element.xpath(f"./{tag}"):
                found.getparent().remove(found)
    style.quick_style, style.hidden = True, False
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.widow_control = True
    if look.name.startswith("Heading") or look.name == "Title":
        style.paragraph_format.line_spacing = 1.0
    font = style.font
    font.bold = font.cs_bold = look.bold or None
    font.size = Pt(look.size)
    font.color.rgb = _colour(colours[look.colour])
    # Arabic letters of the same size look smaller.
    insert(style.element.get_or_add_rPr(), OF_RUNS, "w:szCs", val=str(round(look.size * 2.2)))
    if look.cloth:
        shade = {"val": "clear", "color": "auto", "fill": colours[look.cloth].lstrip("#")}
        insert(style.element.get_or_add_pPr(), OF_PARAGRAPHS, "w:shd", **shade)
    if look.name == SCHEDULE:
        style.paragraph_format.tab_stops.add_tab_stop(Pt(80))
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Pt(80), Pt(-80)


def _colour(code: str) -> Any:
    from docx.shared import RGBColor  # noqa: PLC0415 -- slow import

    return RGBColor.from_string(code.lstrip("#").upper())


def _label_style(document: Document) -> None:
    """The word in front of a fact: bold, and changed at one place."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 -- slow import

    style: Any = document.styles.add_style(LABEL, WD_STYLE_TYPE.CHARACTER)
    style.font.bold = style.font.cs_bold = True
    style.quick_style = True
