"""Catalog: entries as a gettext .po, and back. Floor 5. Babel writes and reads it; what Babel would guess is refused before.

The bytes depend on the entries alone: no date, no name of a program. No entry is marked as a format: "100 % dabei" is none.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from ikw.translation import trimmed
from ikw.usage import UsageError

LIMIT = 32 * 1024 * 1024
HEADER = """\
# The programme's events, {lang}.
# Markdown in texts stays as it is: **, -, ##, [words](address). "fuzzy" marks what a person has to look at."""

_LINE = re.compile(r'(?P<word>msgctxt|msgid|msgid_plural|msgstr|msgstr\[[0-9]\])?[ \t]*"(?:[^"\\]|\\.)*"')
_STRING = "msgstr"
_DATE = re.compile(r'^"(?:POT-Creation|PO-Revision)-Date:[^\n]*"[ \t]*$', re.MULTILINE)
# What may stand above a line that begins with this word; "" is the beginning of the file.
_ABOVE = {
    "msgctxt": ("", _STRING), "msgid": ("", _STRING, "msgctxt"), "msgid_plural": ("msgid",), _STRING: ("msgid",),
    f"{_STRING}[": ("msgid_plural", f"{_STRING}["),
}
_STARTS = re.compile(r"[ \t]|#{1,6} |>|[-*+•●▪‣◦·][ \t]|\d{1,4}\.[ \t]")
# amid a sentence it begins a list only if the next number is right below
_ORDINAL = re.compile(r"\d{1,4}\.[ \t]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One text to translate. `context` names its field, `path` and `line` say where it stands, `notes` are for people."""

    context: str
    german: str
    own: str = ""
    is_fuzzy: bool = False
    path: str = ""
    line: int = 0
    notes: tuple[str, ...] = ()


def unwrapped(text: str) -> str:
    """Return a text with each paragraph on one line, as translators' programs want it; lists and headings keep their lines."""
    lines: list[str] = []
    for line in trimmed(text).split("\n"):
        if lines and _goes_on(lines[-1], line):
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line if line.strip() else "")
    return "\n".join(lines)


def _goes_on(above: str, line: str) -> bool:
    """Whether a line only goes on with the sentence above; a line of strokes, a heading, a hard break do not."""
    is_text = re.search(r"\w", above) and re.search(r"\w", line)
    is_whole = above.startswith("#") or above.endswith(("  ", "\\")) or _ORDINAL.match(above)
    return bool(is_text) and not (_STARTS.match(line) or is_whole)


class _Catalog(Catalog):
    """A catalog whose header says nothing of time and program."""

    def __init__(self, lang: str) -> None:
        super().__init__(locale=lang.partition("-")[0], header_comment=HEADER.format(lang=lang), charset="utf-8", fuzzy=False)
        self.lang = lang

    @property  # type: ignore[misc] # nobody sets it
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "ikw"), ("Language", self.lang.replace("-", "_")), ("Plural-Forms", self.plural_forms),
            ("Last-Translator", ""), ("Language-Team", ""), ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"), ("Content-Transfer-Encoding", "8bit\n"),
        ]


def to_po(entries: Iterable[Entry], lang: str) -> bytes:
    """Return entries as a .po, in their order."""
    catalog = _Catalog(lang)
    for entry in entries:
        message = catalog.add(
            entry.german, entry.own, [(entry.path, entry.line)], context=entry.context, auto_comments=entry.notes,
            flags=("fuzzy",) if entry.is_fuzzy else (),
        )
        message.flags.discard("python-format")
    file = BytesIO()
    write_po(file, catalog, width=0)
    return file.getvalue()


def from_po(data: bytes, name: str) -> tuple[str, tuple[Entry, ...]]:
    """Return the language of a .po and its entries, each with its line. What is no .po of ours is a UsageError of one line."""
    text = _decode(data, name)
    if line := _first_wrong(text):
        raise _error(name, line, "Diese Zeile gehört nicht in eine .po-Datei.")
    try:
        catalog = read_po(_without_dates(text).split("\n"), abort_invalid=True, ignore_obsolete=True)
    except Exception as error:  # a header may say anything, and Babel raises anything
        raise _error(name, 1, "Der Kopf der .po-Datei ist nicht lesbar.") from error
    if not catalog.locale_identifier:
        raise _error(name, 1, "Der Kopf der .po-Datei fehlt, oder in ihm fehlt „Language“.")
    if catalog.charset not in ("utf-8", "utf8"):
        raise _error(name, 1, f"Der Kopf nennt die Kodierung „{catalog.charset[:40]}“ und nicht UTF-8.")
    return re.sub("[_@]", "-", catalog.locale_identifier).lower(), tuple(_entries(catalog, name))


def _entries(catalog: Catalog, name: str) -> Iterator[Entry]:
    for message in catalog:
        if message.id:
            german, own = (part if isinstance(part, str) else "" for part in (message.id, message.string))
            yield Entry(
                context=message.context or "", german=german, own=own.replace("\r\n", "\n").replace("\r", "\n"),
                is_fuzzy=message.fuzzy, path=name, line=message.lineno or 0,
            )


def _decode(data: bytes, name: str) -> str:
    if len(data) > LIMIT:
        raise _error(name, 1, f"Die Datei ist {len(data) // 1024 // 1024} MiB groß, erlaubt sind {LIMIT // 1024 // 1024}.")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode().replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _error(name, line, "Die Datei ist nicht in UTF-8 gespeichert.") from error


def _without_dates(text: str) -> str:
    """Return the text without dates in its header: nothing here needs them, and Babel wants them in one form only."""
    head, first, rest = text.partition("\nmsgctxt")
    return _DATE.sub('""', head) + first + rest


def _first_wrong(text: str) -> int:
    """Return the first line that no .po has at this place, 0 if all are right."""
    above, number = "", 0
    for number, line in enumerate(text.split("\n"), start=1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        match = _LINE.fullmatch(words)
        word = match["word"] and match["word"].rstrip("0123456789]") if match else "none"
        if above not in _ABOVE.get(word, ()) if word else not above:
            return number
        above = word or above
    return 0 if above.startswith(_STRING) or not above else number


def _error(name: str, line: int, message: str) -> UsageError:
    return UsageError(f"{name}:{line}: {message} Nehmen Sie eine Datei von „ikw translate export“, gespeichert als UTF-8.")
