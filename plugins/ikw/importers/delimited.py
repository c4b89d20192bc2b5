"""Delimited: tables as text, with commas, semicolons or tabs between their cells (CSV). Floor 5, pure.

Excel writes such files in Windows-1252, other programs in UTF-8, and copying makes a mixture of both; each line is read by what
its bytes say. What can be read in no way, or in several, is refused.
"""

from __future__ import annotations

import codecs
import csv
import io
import re

from ikw.cells.columns import path_of
from ikw.importers.sheets import Cell, Sheet, TableError
from ikw.problems import N_

MOST_BYTES = 20_000_000

_DELIMITERS = (";", ",", "\t")
_HINT = re.compile(r'\s*"?sep=(?P<sign>.)"?\s*', re.IGNORECASE)
# What letters of other code pages look like amid a word, read as Windows-1252.
_OTHER_PAGE = re.compile(
    r"(?<=[A-Za-zäöüß])[ŠŸ†‡](?=[a-zäöüß])|[a-zäöüß][‰¤„](?=[a-zäöüß])"
    # DOS: `Gr”áe`, `Straáe`, `™ffnung`
    r"|(?<=[A-Za-z])”(?=[a-zá])|(?<=[Ss]tra)áe|(?<!\w)™(?=[a-z])"
    # Mac Roman: `GrŸ§e`, `stra§e`, `šffnen`, `†ber`
    r"|(?<=[a-zŠŸš])§(?=[a-z ,.;\n])|(?<![\w'])(?:†(?=[a-z])|š(?=f[fn]))"
)
# These are also signs at the begin of a word; amid a text without an umlaut they are `Öffnung`, `Äpfel` of Mac Roman.
_OTHER_BEGIN = re.compile(r"(?<![^\s;,\t\"„(])[…€](?=[a-zäöü]{2})")
_UMLAUT = re.compile("[äöüÄÖÜß]")
# A program has written what a cell computes, and not what it gives.
_FORMULA = re.compile(r"=[A-ZÄÖÜ.]+\(.*\)", re.DOTALL)
_SAVE = N_("Speichern Sie die Tabelle als „CSV UTF-8“ oder als .xlsx.")


def read_delimited(data: bytes) -> Sheet:
    """Return the cells of a table as text. Raises TableError."""
    if len(data) > MOST_BYTES:
        raise TableError(N_("Die Datei ist größer als {limit} MB.").format(limit=MOST_BYTES // 1_000_000))
    text = decode(data)
    first, _, rest = text.partition("\n")
    hint = _HINT.fullmatch(first)
    if hint:
        return _sheet(rest, hint["sign"], first=2)
    found = max(_DELIMITERS, key=lambda sign: _headings(text, sign))
    return _sheet(text, found, first=1)


def decode(data: bytes) -> str:
    """Return the text of bytes: UTF-8, UTF-16 with its mark, else Windows-1252, line by line. Raises TableError."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", "replace")
    else:
        text = "\n".join(map(_line, data.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")))
    if "\0" in text:
        raise TableError(N_("Das ist keine Tabelle als Text, sie enthält das Byte 0. ") + _SAVE)
    if _OTHER_PAGE.search(text) or (_OTHER_BEGIN.search(text) and not _UMLAUT.search(text) and not _is_utf8(data)):
        raise TableError(N_("Die Umlaute sind weder in UTF-8 noch in Windows-1252 gespeichert. ") + _SAVE)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return True


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # A letter of UTF-8 amid broken bytes: the line was UTF-8, and is broken. `tables` names the cell.
    if re.search(rb"\xc3[\xa4\xb6\xbc\x84\x96\x9c\x9f\xa9]", line):
        return line.decode("utf-8", "replace")
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError as error:
        raise TableError(N_("Die Umlaute sind weder in UTF-8 noch in Windows-1252 gespeichert. ") + _SAVE) from error


def _headings(text: str, delimiter: str) -> tuple[int, int]:
    """Return how many known headings a line has at most, cut at a sign; and how often the sign occurs."""
    lines = text.split("\n")[:30]
    counts = [sum(1 for part in line.split(delimiter) if path_of(part.strip().strip('"'))) for line in lines]
    return max(counts), sum(line.count(delimiter) for line in lines)


def _sheet(text: str, delimiter: str, first: int) -> Sheet:
    rows = _quoted(text, delimiter)
    if rows is None:
        rows = _unquoted(text, delimiter)
    if rows is None:
        raise TableError(_quotes(text, delimiter))
    return Sheet("", rows, first)


def _quoted(text: str, delimiter: str) -> list[list[Cell]] | None:
    """Read as programs write; None where quotes stand as no program writes them."""
    try:
        return [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)]
    except csv.Error:
        return None


def _unquoted(text: str, delimiter: str) -> list[list[Cell]] | None:
    """Read as people type: quotes are letters, but around a whole cell; None where a line then has another number of cells."""
    rows = [line.split(delimiter) for line in text.split("\n") if line.strip()]
    if len({len(row) for row in rows}) != 1:
        return None
    return [[_cell(_bare(cell)) for cell in row] for row in rows]


def _cell(text: str) -> Cell:
    return Cell(text, "formula" if _FORMULA.fullmatch(text.strip()) else "text")


def _bare(cell: str) -> str:
    inner = cell.strip()[1:-1]
    return inner if cell.strip() == f'"{inner}"' and '"' not in inner else cell


def _quotes(text: str, delimiter: str) -> str:
    """Say in which line the quotes are wrong."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            pass
    except csv.Error:
        pass
    return N_("Zeile {line}: Die Anführungszeichen sind nicht geschlossen oder stehen mitten in einer Zelle. ").format(
        line=reader.line_num,
    ) + _SAVE
