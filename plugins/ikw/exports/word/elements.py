"""Elements: what python-docx has no words for, as elements of WordprocessingML in their order. Floor 4.

Word refuses a document whose properties stand in another order than the standard's (ISO/IEC 29500-1, 17.3.1.26, 17.3.2.28).
"""

from __future__ import annotations

from typing import Any

OF_PARAGRAPHS = (
    "w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl", "w:numPr", "w:suppressLineNumbers",
    "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct",
    "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)
OF_RUNS = (
    "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike", "w:outline", "w:shadow",
    "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden", "w:color", "w:spacing", "w:w", "w:kern",
    "w:position", "w:sz", "w:szCs", "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs",
    "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath",
)
OF_SECTIONS = ("w:bidi", "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange")


def element(tag: str, **values: str) -> Any:
    """Return an element with its attributes, all of them of WordprocessingML."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 -- slow import

    made = OxmlElement(tag)
    for key, value in values.items():
        made.set(name(f"w:{key}"), value)
    return made


def insert(properties: Any, order: tuple[str, ...], tag: str, **values: str) -> None:
    """Put an element where the order has it."""
    properties.insert_element_before(element(tag, **values), *order[order.index(tag) + 1 :])


def name(tag: str) -> str:
    """Return the whole name of an element or attribute."""
    from docx.oxml.ns import qn  # noqa: PLC0415 -- slow import

    return str(qn(tag))
