"""Letters: the form's mail as programs send, cut, quote and break it."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.mime.text import MIMEText

EVENT = """---
title: "Fest der Lieder: Über die Brücke"
when: Sa 20.09.2025, 14–16 Uhr
venue: rathaus
organisers: [verein-eins]
category: musik
languages: [de, uk]
registration:
  until: 12.9.2025
  phone: 06621 00 00 00
  note: Wer nicht lesen kann oder mag, kommt einfach vorbei und singt mit, denn Singen kann jeder Mensch auf der Welt
bring: eine Decke – und gute Laune
---
Wir singen **gemeinsam** Lieder aus zwölf Ländern. Wer keines kennt, lernt sie dort; die Texte liegen auf den Stühlen bereit.

- Grüße aus Ägypten
- 3 € für den Tee
"""


def body(event: str = EVENT, name: str = "fest-der-lieder.md") -> str:
    """Return what the form writes into a mail."""
    return f"Guten Tag,\n\nhier ist unsere Veranstaltung.\n\n----- veranstaltung: {name} -----\n{event}----- ende -----\n\nViele Grüße\n"


def message(text: str, charset: str = "utf-8", encoding: str = "quoted-printable") -> bytes:
    """Return a mail of one plain text."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.org", "b@example.org", "Veranstaltung: Fest"
    made.set_content(text, charset=charset, cte=encoding)
    return made.as_bytes()


def crlf(data: bytes) -> bytes:
    """Return lines as the internet and Windows end them."""
    return data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def raw(text: bytes, kind: str = "text/plain; charset=utf-8", encoding: str = "8bit") -> bytes:
    """Return a mail of bytes that no program would send."""
    return f"From: a@example.org\nMIME-Version: 1.0\nContent-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n".encode() + text


def flowed(text: str, *, delsp: bool = False) -> bytes:
    """Return a mail whose lines are cut at 72 letters as RFC 3676 has it: a space ends those that go on."""
    lines = []
    for line in text.split("\n"):
        stuffed = f" {line}" if line.startswith((" ", ">", "From ")) else line
        while len(stuffed) > 72:
            cut = stuffed.rfind(" ", 0, 71) + 1
            lines.append(stuffed[:cut] + (" " if delsp else ""))
            stuffed = stuffed[cut:]
        lines.append(stuffed)
    return raw("\r\n".join(lines).encode(), f"text/plain; charset=utf-8; format=flowed{'; delsp=yes' if delsp else ''}")


def wrapped(text: str, width: int = 76) -> str:
    """Return a text whose lines were cut for good, as Gmail and others do with plain text."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width:
            cut = line.rfind(" ", 0, width)
            lines.append(line[:cut])
            line = line[cut + 1:]
        lines.append(line)
    return "\n".join(lines)


def quoted(text: str, sign: str = "> ") -> str:
    """Return a text as an answer quotes it."""
    return "\n".join(f"{sign}{line}".rstrip() for line in text.split("\n"))


def html(text: str, line: Callable[[str], str]) -> bytes:
    """Return a mail that is HTML only."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("  ", "&nbsp; ")
    inner = "\n".join(map(line, escaped.split("\n")))
    part = MIMEText(f"<html><head><style>p {{margin: 0}}</style></head><body>{inner}</body></html>", "html", "utf-8")
    return part.as_bytes()


def outlook(line: str) -> str:
    """Return a line as Outlook makes HTML of it."""
    return f'<p class=MsoNormal><span style="font-family:Calibri">{line or "&nbsp;"}<o:p></o:p></span></p>'


def attached(text: str, *files: tuple[str, bytes, str]) -> bytes:
    """Return a mail with files: name, bytes, type."""
    made = EmailMessage()
    made["From"], made["Subject"] = "a@example.org", "Veranstaltung"
    made.set_content(text)
    for name, data, kind in files:
        main, _, sub = kind.partition("/")
        made.add_attachment(data, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()


def forwarded(data: bytes) -> bytes:
    """Return a mail that carries another one."""
    made = EmailMessage()
    made["Subject"] = "WG: Veranstaltung"
    made.set_content("siehe Anhang")
    made.add_attachment(message_from_bytes(data, policy=policy.default))
    return made.as_bytes()


MAILS: dict[str, tuple[bytes, bool]] = {
    # as it was sent
    "quoted-printable": (message(body()), False), "base64": (message(body(), encoding="base64"), False),
    "8bit": (message(body(), encoding="8bit"), False), "crlf": (crlf(message(body())), False),
    "latin-1": (message(body().replace("–", "-").replace("€", "Euro"), "iso-8859-1"), False), "windows-1252": (message(body(), "windows-1252"), False),
    # cut
    "flowed": (flowed(body()), False), "flowed, delsp": (flowed(body(), delsp=True), False), "wrapped": (message(wrapped(body())), False),
    "wrapped narrowly": (message(wrapped(body(), 60)), False),
    # answered, forwarded
    "quoted": (message(quoted(body())), False), "quoted twice": (message(quoted(quoted(body()))), False),
    "quoted with a bar": (message(quoted(body(), "| ")), False), "quoted and wrapped": (message(quoted(wrapped(body(), 70))), False),
    "forwarded as a file": (forwarded(message(body())), False),
    "indented": (message("\n".join(f"    {line}" for line in body().split("\n"))), False),
    # Outlook
    "non-breaking": (message(body().replace("  ", "\u00a0\u00a0").replace(" -----", "\u00a0-----")), False),
    "outlook html": (html(body(), outlook), False), "br html": (html(body(), lambda line: f"{line}<br>"), False),
    "div html": (html(body(), lambda line: f"<div>{line or '<br>'}</div>"), False),
    "long dashes": (message(body().replace("-----", "—")), False), "dashed fences": (message(body().replace("\n---\n", "\n—\n")), False),
    # encodings that lie
    "said to be ascii": (raw(body().encode(), "text/plain; charset=us-ascii"), False),
    "said to be latin-1": (raw(body().encode(), "text/plain; charset=iso-8859-1"), False),
    "said to be utf-8": (raw(body().encode("cp1252")), False), "said nothing": (raw(body().encode("cp1252"), "text/plain"), False),
    "unknown charset": (raw(body().encode(), "text/plain; charset=x-klingon"), False),
    # saved as text
    "text": (body().encode(), True), "text, windows": (crlf(body().encode("cp1252")), True), "text, utf-16": (body().encode("utf-16"), True),
    "text with its source": (message(body(), encoding="base64"), True),
    "text with lines above": (b"Von: A\nAn: B\nBetreff: Fest\n\n" + body().encode(), True),
    # the file itself
    "attached file": (attached("Anbei.", ("fest-der-lieder.md", EVENT.encode(), "text/markdown")), False),
    "attached file, as bytes": (attached("Anbei.", ("fest-der-lieder.md", crlf(EVENT.encode()), "application/octet-stream")), False),
}
