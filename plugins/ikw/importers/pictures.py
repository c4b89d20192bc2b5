"""Pictures: a picture without what a camera wrote into it beside the picture: place, time, owner. Floor 5, standard library only.

The pixels stay byte for byte; how the picture is turned is kept, for without it people lie on their sides.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

# Segments of a JPEG that belong to the picture: JFIF, the colour profile, Adobe's word on colours.
_KEPT_SEGMENTS = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_TEXT_CHUNKS = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")
_ORIENTATION = 0x0112


def bare(data: bytes, orientation: int = 1) -> bytes:
    """Return a picture without notes; one of no known kind as it is."""
    if data[:2] == b"\xff\xd8":
        return _bare_jpeg(data, orientation)
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return _bare_png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _bare_webp(data)
    return data


def _bare_jpeg(data: bytes, orientation: int) -> bytes:
    """Leave out notes segment by segment, up to the pixels."""
    kept = [data[:2], _turned(orientation)] if orientation != 1 else [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        if data[at + 1] == 0xFF:
            at += 1
            continue
        end = at + 2 + int.from_bytes(data[at + 2:at + 4], "big")
        kind, words = data[at + 1], data[at + 4:end]
        is_note = 0xE0 <= kind <= 0xEF or kind == 0xFE
        if not is_note or (kind in _KEPT_SEGMENTS and words.startswith(_KEPT_SEGMENTS[kind])):
            kept.append(data[at:end])
        at = end
    return b"".join((*kept, data[at:]))


def _turned(orientation: int) -> bytes:
    """Return the segment that says how a picture is turned, and nothing else (EXIF, one entry)."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    body = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body


def _bare_png(data: bytes) -> bytes:
    return data[:8] + b"".join(chunk for name, chunk in _chunks(data, 8, ">") if name not in _TEXT_CHUNKS)


def _bare_webp(data: bytes) -> bytes:
    chunks = []
    for name, chunk in _chunks(data, 12, "<"):
        if name == b"VP8X":
            # the flags say which chunks there are: EXIF 8, XMP 4
            chunk = chunk[:8] + bytes([chunk[8] & ~0x0C]) + chunk[9:]
        if name not in (b"EXIF", b"XMP "):
            chunks.append(chunk)
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _chunks(data: bytes, at: int, order: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a PNG (big-endian, with a sum behind each) or a WebP (little-endian, padded)."""
    while at + 8 <= len(data):
        first, second = data[at:at + 4], data[at + 4:at + 8]
        length = struct.unpack(f"{order}I", first if order == ">" else second)[0]
        end = at + 8 + length + (4 if order == ">" else length % 2)
        yield (second if order == ">" else first), data[at:end]
        at = end
    if at < len(data):
        yield b"", data[at:]
