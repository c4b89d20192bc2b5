"""The form's mail survives every program on its way: the file that was sent is the file that is found."""

from __future__ import annotations

import pytest

from ikw.importers.mail import Block, MailError, read_mail
from ikw.importers.mending import mended
from ikw.source import event_of, value_of
from importers.letters import EVENT, MAILS, attached, body, message, raw


def said(text: str) -> tuple[object, list[str]]:
    """Return what a file says: its fields, and the words of its text."""
    record, problems = event_of(text.encode(), "x.md")
    assert record is not None
    assert [problem for problem in problems if problem.is_error] == []
    return value_of(record.fields), record.body.split()


@pytest.mark.parametrize("name", MAILS)
def test_an_event_survives_its_way(name: str) -> None:
    data, is_text = MAILS[name]
    [block] = read_mail(data, is_text=is_text).blocks
    wanted = EVENT.replace("–", "-").replace("€", "Euro") if name == "latin-1" else EVENT
    assert block.name == "fest-der-lieder.md"
    assert said(mended(block.text)) == said(wanted)


@pytest.mark.parametrize("name", ["quoted-printable", "base64", "crlf", "flowed", "quoted", "text", "attached file", "8bit"])
def test_where_no_line_was_cut_it_is_the_same_to_the_letter(name: str) -> None:
    data, is_text = MAILS[name]
    assert mended(read_mail(data, is_text=is_text).blocks[0].text) == EVENT


def test_several_events_in_one_mail() -> None:
    other = "---\ntitle: B\nwhen: tba\n---\n"
    assert read_mail(message(body() + body(other, "b.md")), is_text=False).blocks == [
        Block("fest-der-lieder.md", EVENT), Block("b.md", other),
    ]


def test_the_same_event_as_text_and_as_html_is_one() -> None:
    assert len(read_mail(message(body() + body()), is_text=False).blocks) == 1


@pytest.mark.parametrize("wrap", ["", "> "])
def test_a_text_may_hold_the_line_that_ends_it(wrap: str) -> None:
    event = f"{EVENT}\n----- ende -----\n\nDanach noch Text.\n"
    text = "\n".join(f"{wrap}{line}".rstrip() for line in body(event).split("\n")) + "\nGruß\n"
    [block] = read_mail(message(text), is_text=False).blocks
    assert block.text.rstrip("\n") == event.rstrip("\n")


def test_pictures_come_with_their_names() -> None:
    data = attached(body(), ("Fest.JPG", b"\xff\xd8", "image/jpeg"), ("../../etc/passwd.png", b"x", "image/png"), ("a.pdf", b"x", "application/pdf"))
    assert read_mail(data, is_text=False).pictures == [("Fest.JPG", b"\xff\xd8"), ("passwd.png", b"x")]


MISSING = [
    (message("Hallo, wir machen ein Fest."), "steht keine Veranstaltung"),
    (message(body().replace("----- ende -----", "")), "vielleicht abgeschnitten"),
    (raw(b""), "steht keine Veranstaltung"), (b"", "steht keine Veranstaltung"), (b"\x00\x01" * 1000, "steht keine Veranstaltung"),
    (raw(b"%%%%", encoding="base64"), "steht keine Veranstaltung"),
    (raw(b"x" * 1000, "multipart/mixed"), "steht keine Veranstaltung"),
    (b"x" * 60_000_001, "größer als 60 MB"),
]


@pytest.mark.parametrize(("data", "message"), MISSING, ids=range(len(MISSING)))
def test_a_mail_without_an_event_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(MailError, match=message):
        read_mail(data, is_text=False)


def test_a_mail_of_endless_parts_ends() -> None:
    inner = b"Content-Type: text/plain\n\nx\n"
    for number in range(400):
        edge = f"b{number}".encode()
        inner = b'Content-Type: multipart/mixed; boundary="' + edge + b'"\n\n--' + edge + b"\n" + inner + b"\n--" + edge + b"--\n"
    with pytest.raises(MailError):
        read_mail(inner, is_text=False)


@pytest.mark.parametrize("text", [EVENT, "---\ntitle: a: b\n---\n", "kein Kopf\n", "", "---\nhallo\nwelt\n---\n"])
def test_what_cannot_be_mended_stays_as_it_is(text: str) -> None:
    assert mended(text) == text
