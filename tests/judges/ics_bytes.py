"""The bytes of calendar files, which no calendar program looks at: RFC 5545 as it is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

MOST_OCTETS = 75


def byte_faults(data: bytes) -> list[str]:
    """Say what is wrong with a calendar file: line ends, folding, times, names of events."""
    return list(_line_faults(data)) + list(_content_faults(unfolded(data)))


def _line_faults(data: bytes) -> Iterator[str]:
    """RFC 5545, 3.1: lines end in CRLF and are at most 75 octets long, without it."""
    if not data.startswith(b"BEGIN:VCALENDAR\r\n"):
        yield "does not begin with BEGIN:VCALENDAR"
    if not data.endswith(b"END:VCALENDAR\r\n"):
        yield "does not end with END:VCALENDAR and a line end"
    for number, line in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if b"\r" in line or b"\n" in line:
            yield f"line {number}: a line end that is not CRLF"
        if len(line) > MOST_OCTETS:
            yield f"line {number}: {len(line)} octets"
        if not line.strip():
            yield f"line {number}: empty"
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            yield f"line {number}: a control character"
        if _is_not_utf8(line):
            yield f"line {number}: folded inside a letter, or not UTF-8"


def _is_not_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def unfolded(data: bytes) -> list[str]:
    """Return the content lines: folded ones joined again."""
    return re.sub(rb"\r\n[ \t]", b"", data).decode("utf-8", "replace").replace("\r\n", "\n").splitlines()


def _content_faults(lines: list[str]) -> Iterator[str]:
    names = Counter(line.upper() for line in lines)
    for needed in ("VERSION:2.0",):
        if names[needed] != 1:
            yield f"{needed} stands in it {names[needed]} times"
    if not any(line.startswith("PRODID:") for line in lines):
        yield "no PRODID"
    for part in {line.partition(":")[2] for line in lines if line.startswith(("BEGIN:", "END:"))}:
        if names[f"BEGIN:{part}"] != names[f"END:{part}"]:
            yield f"{part} is not closed"
    zones = {line.partition(":")[2] for line in lines if line.startswith("TZID:")}
    for zone in sorted({found for line in lines for found in re.findall(r";TZID=\"?([^:;\"]+)", line)} - zones):
        yield f"no VTIMEZONE for {zone}"
    for uid, count in sorted(Counter(uids(lines)).items()):
        if count > 1:
            yield f"UID {uid} occurs {count} times"
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        count = sum(re.match(rf"{name}[:;]", line) is not None for line in _events(lines))
        if count != names["BEGIN:VEVENT"]:
            yield f"{count} {name} in {names['BEGIN:VEVENT']} events"


def _events(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        inside = line == "BEGIN:VEVENT" or (inside and line != "END:VEVENT")
        if inside:
            yield line


def uids(lines: list[str]) -> list[str]:
    """Return the UIDs of all events, in order."""
    return [line.partition(":")[2] for line in _events(lines) if line.startswith("UID:")]
