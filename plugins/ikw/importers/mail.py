"""Mail: what the web form has sent, found in an e-mail as programs mangle it. Floor 5, standard library only, pure.

The file stands between `----- veranstaltung: <id>.md -----` and `----- ende -----`. On its way it may have been encoded, cut into
lines, quoted, forwarded, made HTML; every step is undone here. What is still no event file after that, the check says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from ikw.importers.delimited import decode
from ikw.importers.markup import as_plain
from ikw.importers.sheets import TableError
from ikw.problems import N_

MOST_BYTES = 60_000_000
MOST_PARTS = 300

_DASHES = r"[-‐‑–—_]+"
_BEGIN = re.compile(rf"(?P<quote>[>|\s]*){_DASHES}\s*veranstaltung:\s*(?P<name>[^\s-][^\s]*?)\s*{_DASHES}\s*", re.IGNORECASE)
_END = re.compile(rf"[>|\s]*{_DASHES}\s*ende\s*{_DASHES}\s*", re.IGNORECASE)
_SPACES = re.compile("[\u00a0\u2002\u2003\u2007\u2009\u202f]")
_SOURCE = re.compile(r"\A(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.MULTILINE)
_MIME = re.compile(r"^(?:mime-version|content-type|content-transfer-encoding):", re.IGNORECASE | re.MULTILINE)
_PICTURE = re.compile(r".+\.(?:jpe?g|png|webp)", re.IGNORECASE)


class MailError(Exception):
    """A mail in which there is no event; the text is one clear line."""


@dataclass(frozen=True, slots=True)
class Block:
    """One event as it was sent: the name of its file, and its text."""

    name: str
    text: str


@dataclass(slots=True)
class Mail:
    """All that a mail brings: events, and attached pictures with their names."""

    blocks: list[Block] = field(default_factory=list)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)


def read_mail(data: bytes, *, is_text: bool) -> Mail:
    """Return the events and pictures of a mail; `is_text`: somebody has saved what it says. Raises MailError."""
    if len(data) > MOST_BYTES:
        raise MailError(N_("Die E-Mail ist größer als {limit} MB.").format(limit=MOST_BYTES // 1_000_000))
    try:
        if is_text:
            text = decode(data)
            head = _SOURCE.match(text)
            if not (head and _MIME.search(head[0])):
                return Mail(_blocks_of([text]))
        return _of_message(data)
    except TableError as error:
        raise MailError(N_("Die Umlaute sind weder in UTF-8 noch in Windows-1252 gespeichert.")) from error
    except RecursionError as error:
        raise MailError(N_("Die E-Mail ist zu tief geschachtelt.")) from error


def _of_message(data: bytes) -> Mail:
    message = message_from_bytes(data, policy=policy.default)
    plain, marked, files = [], [], []
    mail = Mail()
    for part in _parts(message):
        name, kind = _name(part), part.get_content_type()
        if _PICTURE.fullmatch(name) or kind in ("image/jpeg", "image/png", "image/webp"):
            mail.pictures.append((name, _bytes(part)))
        elif name.lower().endswith(".md"):
            files.append(Block(name, _tidy(_text(part))))
        elif kind == "text/html":
            marked.append(as_plain(_text(part)))
        elif kind == "text/plain":
            plain.append(_unflowed(part, _text(part)))
    try:
        mail.blocks = _blocks_of(plain)
    except MailError as missing:
        try:
            mail.blocks = _blocks_of(marked)
        except MailError:
            if not files:
                raise missing from None
            mail.blocks = files
    return mail


def _parts(message: Message | EmailMessage) -> Iterator[Message]:
    """Yield the parts that hold something."""
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise MailError(N_("Die E-Mail hat mehr als {limit} Teile.").format(limit=MOST_PARTS))
        if not part.is_multipart():
            yield part


def _name(part: Message) -> str:
    """Return the name of an attached file, without any folder."""
    try:
        name = part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return ""
    return re.split(r"[/\\]", name)[-1].strip()


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _text(part: Message) -> str:
    """Return the text of a part. What its bytes are says more than what the mail says of them."""
    data = _bytes(part)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    charset = part.get_content_charset() or ""
    if charset not in ("", "utf-8", "us-ascii", "unknown-8bit"):
        try:
            return data.decode("cp1252" if charset in ("iso-8859-1", "latin-1") else charset)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _unflowed(part: Message, text: str) -> str:
    """Return a text with its lines as they were typed (RFC 3676): a line that ends in a space goes on in the next."""
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    is_delsp = str(part.get_param("delsp", "")).lower() == "yes"
    lines: list[str] = []
    depth_before, is_open = 0, False
    for line in text.replace("\r\n", "\n").split("\n"):
        quoted = re.match(r">*", line)
        depth = len(quoted[0]) if quoted else 0
        rest = line[depth:].removeprefix(" ") if depth or line.startswith((" ", ">", "From ")) else line
        is_soft = rest.endswith(" ") and rest != "-- "
        if is_open and depth == depth_before:
            lines[-1] += rest
        else:
            lines.append(f"{'>' * depth} {rest}" if depth else rest)
        is_open, depth_before = is_soft, depth
        if is_soft and is_delsp:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _blocks_of(texts: list[str]) -> list[Block]:
    """Return the events between their marks. Raises MailError."""
    found = {block: None for text in texts for block in _blocks(text)}
    if not found:
        raise MailError(N_(
            "In dieser E-Mail steht keine Veranstaltung: Die Zeile „----- veranstaltung: … -----“ fehlt. "
            "Speichern Sie die E-Mail als .eml oder als Text."
        ))
    return list(found)


def _blocks(text: str) -> Iterator[Block]:
    lines = _SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    begins = [(number, match) for number, line in enumerate(lines) if (match := _BEGIN.fullmatch(line))]
    untils = [*(number for number, _ in begins[1:]), len(lines)]
    for (number, begin), until in zip(begins, untils, strict=False):
        own = lines[number + 1:until]
        # a text may hold such a line itself: what ends an event is the last one that is quoted as deeply as its beginning
        ends = [place for place, line in enumerate(own) if _END.fullmatch(line)]
        alike = [place for place in ends if _depth(own[place]) == _depth(begin["quote"])]
        if ends:
            yield Block(begin["name"], _tidy("\n".join(_unquoted(line, begin["quote"]) for line in own[:(alike or ends)[-1]])))
        elif until == len(lines):
            raise MailError(N_("Die Zeile „----- ende -----“ fehlt; die E-Mail ist vielleicht abgeschnitten. Bitten Sie um die Datei."))


def _depth(line: str) -> int:
    found = re.match(r"[>|\s]*", line)
    return len(re.findall(r"[>|]", found[0])) if found else 0


def _unquoted(line: str, quote: str) -> str:
    """Return a line without the signs of a quotation that stand before the mark, too."""
    depth = len(re.findall(r"[>|]", quote))
    if depth:
        return re.sub(rf"^(?:\s?[>|]){{0,{depth}}} ?", "", line)
    return line[len(quote):] if line.startswith(quote) else line.lstrip(" ")


def _tidy(text: str) -> str:
    """Return a file without blank lines around it, and without spaces at the ends of its lines."""
    lines = _SPACES.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"
