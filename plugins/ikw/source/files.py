"""Files: bytes of the events folder as text, and everything that is refused about a file. Floor 1, standard library only.

Nothing outside the folder is ever read: no symbolic link, no `..`, nothing that is not a regular file. A file that cannot be
read is a problem with a mend and never a traceback.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from ikw.problems import N_, Fault, Problem
from ikw.source import characters, lookalikes, stacks

_LINE_END = re.compile(rb"\r\n|\r|\n")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class _RefusedError(Exception):
    """A file that is not read, and why."""

    def __init__(self, code: str, message: str, mend: str, line: int = 0) -> None:
        super().__init__(message)
        self.fault = Fault(code=code, message=message, mend=mend, line=line)


@dataclass(frozen=True, kw_only=True, slots=True)
class TextFile:
    r"""The text of a file, with `\n` line ends and without byte order mark, and the SHA-256 of its bytes."""

    text: str
    digest: str


def read_text(root: Path, path: str, limit: int) -> tuple[TextFile | None, tuple[Problem, ...]]:
    """Read a text file of at most `limit` bytes below `root`; hidden characters are named and taken out."""
    try:
        data = _read(root, path, limit)
    except _RefusedError as refused:
        return None, (refused.fault.at(characters.printable(path), 0, ""),)
    return text_of(data, path)


def text_of(data: bytes, path: str) -> tuple[TextFile | None, tuple[Problem, ...]]:
    """Return the bytes of a file as its text; hidden characters are named and taken out."""
    try:
        text = _decode(data)
    except _RefusedError as refused:
        return None, (refused.fault.at(characters.printable(path), 0, ""),)
    found = (*characters.faults(text), *lookalikes.faults(text), *stacks.faults(text))
    file = TextFile(text=characters.clean(text) if found else text, digest=hashlib.sha256(data).hexdigest())
    return file, tuple(fault.at(path, fault.line, "") for fault in found)


def unreadable(error: OSError) -> Fault:
    """Return the fault of a file or folder that the system does not let us read."""
    reasons = {
        PermissionError: N_("es fehlt das Recht dazu"),
        FileNotFoundError: N_("es gibt sie nicht"),
        NotADirectoryError: N_("ein Teil des Pfades ist kein Ordner"),
    }
    reason = reasons.get(type(error), error.strerror or type(error).__name__)
    return Fault(
        code="file-unreadable", message=N_("Das lässt sich nicht lesen: {reason}.").format(reason=reason),
        mend=N_("Prüfen Sie Name, Ort und Rechte der Datei."),
    )


def _read(root: Path, path: str, limit: int) -> bytes:
    if any(part in ("", ".", "..") for part in path.split("/")) or "\\" in path or "\0" in path:
        raise _RefusedError(
            "file-path",
            N_("„{path}“ führt aus dem Ordner der Veranstaltungen hinaus.").format(path=characters.printable(path)),
            N_("Nennen Sie nur Dateien, die in diesem Ordner liegen, ohne „..“ und ohne „/“ am Anfang."),
        )
    try:
        _refuse_links(root, path)
        with open(root / path, "rb", opener=_open_itself) as file:
            size = os.fstat(file.fileno()).st_size
            # Asking for much more than there is costs a large buffer for each of thousands of small files.
            data = file.read(min(size, limit) + 1)
    except OSError as error:
        fault = unreadable(error)
        raise _RefusedError(fault.code, fault.message, fault.mend) from error
    if len(data) > limit:
        raise _RefusedError(
            "file-size",
            N_("Die Datei ist {seen} KiB groß, erlaubt sind {limit} KiB.").format(seen=-(-size // 1024), limit=limit // 1024),
            N_("Kürzen Sie sie; Bilder und Listen gehören nicht in diese Datei."),
        )
    return data


def _refuse_links(root: Path, path: str) -> None:
    """No part of the path below `root` may be a symbolic link, and its end must be a regular file."""
    place = root
    mode = 0
    for part in path.split("/"):
        place = place / part
        mode = place.lstat().st_mode
        if stat.S_ISLNK(mode):
            raise _RefusedError(
                "file-link", N_("„{name}“ ist eine Verknüpfung, keine Datei.").format(name=characters.printable(part)),
                N_("Legen Sie die Datei selbst an diese Stelle."),
            )
    if not stat.S_ISREG(mode):
        raise _RefusedError(
            "file-kind", N_("„{name}“ ist keine gewöhnliche Datei.").format(name=characters.printable(path)),
            N_("Legen Sie an diese Stelle eine Textdatei."),
        )


def _open_itself(path: str, flags: int) -> int:
    # Between the look at the file and its opening someone could put a link or a pipe in its place.
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _decode(data: bytes) -> str:
    if data.startswith(_UTF16):
        raise _RefusedError(
            "file-encoding", N_("Die Datei ist in UTF-16 gespeichert."),
            N_("Speichern Sie sie mit der Kodierung UTF-8 (im Editor unter „Speichern unter“)."), 1,
        )
    if b"\0" in data:
        raise _RefusedError(
            "file-binary", N_("Die Datei ist keine Textdatei, sie enthält das Byte 0."),
            N_("Speichern Sie den Text als reine Textdatei in UTF-8, nicht als Dokument eines Schreibprogramms."),
            _line_of(data, data.index(b"\0")),
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # "utf-8-sig" counts from after the mark
        start = error.start + len(data) - len(data.removeprefix(codecs.BOM_UTF8))
        raise _not_utf8(data, start) from error
    if not text.strip():
        raise _RefusedError(
            "file-empty", N_("Die Datei ist leer."), N_("Tragen Sie die Angaben ein oder löschen Sie die Datei."),
        )
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf8(data: bytes, place: int) -> _RefusedError:
    line = _line_of(data, place)
    mend = N_("Speichern Sie sie mit der Kodierung UTF-8 (im Editor unter „Speichern unter“).")
    try:
        words = _LINE_END.split(data)[line - 1].decode("cp1252").split()
        word = next(word for word in words if not word.isascii())
    except (UnicodeDecodeError, StopIteration):
        message = N_("Die Datei ist nicht in UTF-8 gespeichert (Byte {place}).").format(place=place + 1)
        return _RefusedError("file-encoding", message, mend, line)
    message = N_("Die Datei ist nicht in UTF-8 gespeichert, sondern wahrscheinlich in Windows-1252; hier steht wohl „{word}“.")
    return _RefusedError("file-encoding", message.format(word=characters.printable(word)), mend, line)


def _line_of(data: bytes, place: int) -> int:
    return len(_LINE_END.findall(data, 0, place)) + 1
