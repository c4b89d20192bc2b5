"""Workbook XLSX: what Excel keeps of cells that python-calamine does not tell. Floor 5, standard library only.

Errors and formulas without their value, which python-calamine calls empty; what is struck through, links, hidden rows.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree

from ikw.importers.workbook_marks import Marks, Place, is_web

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REFERENCE = re.compile(r"(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})")
_HYPERLINK = re.compile(r'\s*HYPERLINK\(\s*"(?P<address>[^"]+)"', re.IGNORECASE)
_MOST_COLUMNS = 500
_Links = Mapping[str, tuple[str, str]]


def marks_of(path: str) -> dict[str, Marks]:
    """Return the marks of each sheet by its name."""
    with zipfile.ZipFile(path) as file:
        links = _links(file, "xl/workbook.xml")
        cells = _struck_formats(_part(file, links, "styles"))
        texts = _struck_texts(_part(file, links, "sharedStrings"))
        found = {}
        for sheet in ElementTree.fromstring(file.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
            name, _ = links.get(sheet.get(f"{_LINK}id", ""), ("", ""))
            data = file.read(name) if name in file.namelist() else b""
            found[str(sheet.get("name"))] = _marks(data, _links(file, name), cells, texts)
    return found


def _links(file: zipfile.ZipFile, name: str) -> _Links:
    """Return what a part leads to, by ids: its address or the name of a part, and its kind."""
    folder, own = posixpath.split(name)
    path = f"{folder}/_rels/{own}.rels"
    if path not in file.namelist():
        return {}
    found = {}
    for link in ElementTree.fromstring(file.read(path)):
        target, kind = str(link.get("Target")), str(link.get("Type")).rpartition("/")[2]
        if link.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        found[str(link.get("Id"))] = target, kind
    return found


def _part(file: zipfile.ZipFile, links: _Links, kind: str) -> bytes:
    name = next((target for target, own in links.values() if own == kind), "")
    return file.read(name) if name in file.namelist() else b""


def _is_struck(parent: ElementTree.Element, path: str) -> bool:
    return any(mark.get("val", "1") not in ("0", "false") for mark in parent.iterfind(path))


def _struck_formats(data: bytes) -> set[str]:
    """Return the numbers of cell formats whose font is struck through."""
    if b"strike" not in data:
        return set()
    styles = ElementTree.fromstring(data)
    fonts = {str(number) for number, font in enumerate(styles.iterfind(f"{_MAIN}fonts/{_MAIN}font")) if _is_struck(font, f"{_MAIN}strike")}
    formats = styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")
    return {str(number) for number, format in enumerate(formats) if format.get("fontId") in fonts}


def _struck_texts(data: bytes) -> set[str]:
    """Return the numbers of texts of which a part is struck through."""
    if b"strike" not in data:
        return set()
    texts = ElementTree.fromstring(data).iterfind(f"{_MAIN}si")
    return {str(number) for number, text in enumerate(texts) if _is_struck(text, f"{_MAIN}r/{_MAIN}rPr/{_MAIN}strike")}


def _marks(data: bytes, links: _Links, formats: set[str], texts: set[str]) -> Marks:
    marks = Marks()
    speaking = (b't="e"', b"<f", b"hyperlink", b"strike", b"hidden=")
    if not formats and not texts and not any(sign in data for sign in speaking):
        return marks
    for _, one in ElementTree.iterparse(io.BytesIO(data)):
        if one.tag == f"{_MAIN}c":
            if place := _place(one.get("r")):
                _mark(one, place, marks, formats, texts)
        elif one.tag == f"{_MAIN}hyperlink":
            address, _ = links.get(one.get(f"{_LINK}id", ""), ("", ""))
            if is_web(address) and (place := _place((one.get("ref") or "").partition(":")[0])):
                marks.links[place] = address
        elif one.tag == f"{_MAIN}col" and one.get("hidden") in ("1", "true"):
            first, last = (one.get(name) or "" for name in ("min", "max"))
            if first.isdigit() and last.isdigit():
                marks.columns += range(int(first) - 1, min(int(last), _MOST_COLUMNS))
        elif one.tag == f"{_MAIN}row":
            if one.get("hidden") in ("1", "true") and (one.get("r") or "").isdigit():
                marks.hidden.append(int(one.get("r") or 0))
            one.clear()
    return marks


def _mark(cell: ElementTree.Element, place: Place, marks: Marks, formats: set[str], texts: set[str]) -> None:
    value, formula, kind = cell.findtext(f"{_MAIN}v") or "", cell.find(f"{_MAIN}f"), cell.get("t")
    if kind == "e":
        marks.words.append((place, value or "#?", "error"))
    elif formula is not None:
        if not value and kind not in ("str", "inlineStr"):
            marks.words.append((place, f"={formula.text or ''}", "formula"))
        elif (match := _HYPERLINK.match(formula.text or "")) and is_web(match["address"]):
            marks.links[place] = match["address"]
    is_struck = cell.get("s") in formats or (kind == "s" and value in texts)
    if is_struck or _is_struck(cell, f"{_MAIN}is/{_MAIN}r/{_MAIN}rPr/{_MAIN}strike"):
        marks.struck.add(place)


def _place(reference: str | None) -> Place | None:
    match = _REFERENCE.fullmatch(reference or "")
    if match is None:
        return None
    column = 0
    for letter in match["column"]:
        column = column * 26 + ord(letter) - 64
    return int(match["row"]) - 1, column - 1
