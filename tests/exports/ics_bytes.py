"""What no calendar program notices: long lines, bare line ends, a missing VTIMEZONE, equal UIDs, control characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator


def faults(data: bytes) -> list[str]:
    """Return what is wrong with the bytes of a calendar file (RFC 5545 3.1, 3.2.19, 3.8.4.7)."""
    return [*_line_faults(data), *_content_faults(data)]


def _line_faults(data: bytes) -> Iterator[str]:
    if not data.endswith(b"END:VCALENDAR\r\n"):
        yield "no end"
    if re.search(rb"\r(?!\n)|(?<!\r)\n", data):
        yield "a line end that is not CRLF"
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if len(line) > 75:
            yield f"line {number} has {len(line)} octets"
        try:
            text = line.decode()
        except UnicodeDecodeError:
            yield f"line {number} is no UTF-8"
            continue
        if re.search("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]", text):
            yield f"line {number} has a control character"


def _content_faults(data: bytes) -> Iterator[str]:
    lines = data.replace(b"\r\n ", b"").decode("utf-8", "replace").split("\r\n")
    zones = {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
    named = {found.group(1) for line in lines if (found := re.match(r"[A-Z-]+;(?:.*;)?TZID=([^:;]+)[:;]", line))}
    yield from (f"no VTIMEZONE for {zone}" for zone in sorted(named - zones))
    uids = Counter(line for line in lines if line.startswith("UID:"))
    yield from (f"{uid} {count} times" for uid, count in uids.items() if count > 1)
    yield from (f"empty line {number}" for number, line in enumerate(lines[:-1], 1) if not line)
