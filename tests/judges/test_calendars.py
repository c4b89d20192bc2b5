"""Every calendar file of the site: its bytes before our own eyes, and its events before khal and vobject."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import vobject

from judges.ics_bytes import byte_faults, uids, unfolded
from judges.pages import FACETS

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def calendars(site: Path) -> dict[str, bytes]:
    """All calendar files by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.ics"))}


def of_each_kind(calendars: dict[str, bytes]) -> dict[str, bytes]:
    """Choose the largest file of each kind: the programme, an event, each facet."""
    chosen: dict[str, str] = {}
    for path, data in calendars.items():
        facet = next((part for part in path.split("/")[:-1] if part in FACETS), "")
        kind = f"{facet} {path.rsplit('/', 1)[-1]}"
        if kind not in chosen or len(data) > len(calendars[chosen[kind]]):
            chosen[kind] = path
    return {path: calendars[path] for path in chosen.values()}


def test_there_is_a_calendar_of_every_kind(calendars: dict[str, bytes]) -> None:
    folders = {tuple(part for part in path.split("/")[:-1] if part in FACETS) for path in calendars}
    assert folders == {(), *((facet,) for facet in FACETS)}
    assert {path.rsplit("/", 1)[-1] for path in calendars} == {"programme.ics", "event.ics", "calendar.ics"}


def test_bytes_are_as_the_standard_says(calendars: dict[str, bytes]) -> None:
    assert [f"{path}: {fault}" for path, data in calendars.items() for fault in byte_faults(data)] == []


def test_the_programme_holds_what_the_events_hold(calendars: dict[str, bytes]) -> None:
    """The same UIDs, each once: whoever takes an event and subscribes to all does not see it twice."""
    programme = [uid for path, data in calendars.items() if re.fullmatch(r"\d{4}/programme\.ics", path) for uid in uids(unfolded(data))]
    events = [uid for path, data in calendars.items() if re.fullmatch(r"\d{4}/[^/]*/event\.ics", path) for uid in uids(unfolded(data))]
    assert sorted(programme) == sorted(events)
    assert len(set(events)) == len(events) > 0


def test_facets_hold_nothing_of_their_own(calendars: dict[str, bytes]) -> None:
    known = {uid for path, data in calendars.items() if path.endswith("event.ics") for uid in uids(unfolded(data))}
    assert [f"{path}: {uid}" for path, data in calendars.items() for uid in uids(unfolded(data)) if uid not in known] == []


def test_names_are_made_of_edition_id_and_key(calendars: dict[str, bytes]) -> None:
    """UID: <edition>-<id>-<key>@<host>."""
    wrong = []
    for path, data in calendars.items():
        if path.endswith("/event.ics"):
            edition, event = path.split("/")[-3:-1]
            wrong += [uid for uid in uids(unfolded(data)) if not re.fullmatch(rf"{edition}-{event}-[a-z0-9-]+@[a-z0-9.-]+", uid)]
    assert wrong == []


def test_vobject_reads_every_calendar(calendars: dict[str, bytes]) -> None:
    assert [f"{path}: {fault}" for path, data in calendars.items() for fault in vobject_faults(data)] == []


def vobject_faults(data: bytes) -> list[str]:
    """Let vobject read and validate a calendar."""
    try:
        calendar = vobject.readOne(data.decode("utf-8"), validate=True)
        calendar.validate(raiseException=True)
        count = len(calendar.contents.get("vevent", []))
    except Exception as fault:  # whatever the judge raises is its verdict
        return [f"{type(fault).__name__}: {fault}"]
    return [] if count == data.count(b"BEGIN:VEVENT") else [f"vobject sees {count} events"]


class Khal:
    """khal with an empty calendar of its own in a folder, in the time zone of the programme."""

    def __init__(self, home: Path) -> None:
        (home / "calendar").mkdir()
        self._config = home / "config"
        self._config.write_text(
            f"[calendars]\n[[test]]\npath = {home / 'calendar'}\ntype = calendar\n[locale]\nlocal_timezone = Europe/Berlin\n"
            "default_timezone = Europe/Berlin\ntimeformat = %H:%M\ndateformat = %d.%m.\nlongdateformat = %d.%m.%Y\n"
            "datetimeformat = %d.%m. %H:%M\nlongdatetimeformat = %d.%m.%Y %H:%M\n"
            f"[sqlite]\npath = {home / 'khal.db'}\n",
            encoding="utf-8",
        )
        self._env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "LC_ALL": "C.UTF-8"}

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command of khal."""
        return subprocess.run(
            ["khal", "--config", str(self._config), *arguments],
            env=self._env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def read(self, path: Path) -> list[str]:
        """Import a calendar file and return "uid start" of everything khal then knows, sorted."""
        done = self("import", "--batch", str(path))
        assert done.returncode == 0, done.stdout
        assert not re.search(r"(?i)traceback|critical|error|warning", done.stdout), done.stdout
        listed = self(
            "list", "--notstarted", "--day-format", "", "--format", "{uid} {start-date-long} {start-time}", "01.01.2020", "31.12.2035"
        )
        assert listed.returncode == 0, listed.stdout
        return sorted({line.strip() for line in listed.stdout.splitlines() if line.strip()})


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def expected(data: bytes) -> list[str]:
    """Return "uid start" of every event as vobject reads it, in the words of khal."""
    events = vobject.readOne(data.decode("utf-8")).contents["vevent"]
    starts = ((event.uid.value, event.dtstart.value) for event in events)
    return sorted(f"{uid} {start:%d.%m.%Y %H:%M}" if hasattr(start, "hour") else f"{uid} {start:%d.%m.%Y}" for uid, start in starts)


def test_khal_takes_in_the_whole_programme(calendars: dict[str, bytes], site: Path, khal: Khal) -> None:
    """And knows afterwards what vobject knows: every event, at its time in Germany."""
    path = next(path for path in calendars if path.endswith("programme.ics"))
    assert khal.read(site / path) == expected(calendars[path])


def test_khal_prints_a_calendar_of_every_kind(calendars: dict[str, bytes], site: Path, khal: Khal) -> None:
    for path, data in of_each_kind(calendars).items():
        printed = khal("printics", "--format", "{uid}", str(site / path))
        assert printed.returncode == 0, printed.stdout
        assert set(uids(unfolded(data))) <= set(printed.stdout.split()), f"{path}: {printed.stdout}"


# --- the judges can find fault

GOOD = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//DE
BEGIN:VEVENT
UID:2025-a-1@example.org
DTSTAMP:20250901T000000Z
DTSTART:20250914T100000Z
SUMMARY:Lied
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n").encode()


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        (b"", b"", []),
        (b"PRODID:-//Test//DE\r\n", b"", ["no PRODID"]),
        (b"Lied\r\n", b"Lied\n", ["line 8: a line end that is not CRLF"]),
        (b"Lied", b"L" * 68, ["line 8: 76 octets"]),
        (
            b"Lied",
            "L\u00fc".encode()[:2] + b"\r\n " + "\u00fc".encode()[1:],
            ["line 8: folded inside a letter, or not UTF-8", "line 9: folded inside a letter, or not UTF-8"],
        ),
        (b"Lied", b"Li\x07ed", ["line 8: a control character"]),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n", ["line 3: empty"]),
        (b"DTSTART:20250914T100000Z", b"DTSTART;TZID=Europe/Berlin:20250914T100000", ["no VTIMEZONE for Europe/Berlin"]),
        (
            b"END:VEVENT\r\n",
            b"END:VEVENT\r\nBEGIN:VEVENT\r\nUID:2025-a-1@example.org\r\nDTSTAMP:20250901T000000Z\r\n"
            b"DTSTART:20250915T100000Z\r\nSUMMARY:Zwei\r\nEND:VEVENT\r\n",
            ["UID 2025-a-1@example.org occurs 2 times"],
        ),
        (b"DTSTAMP:20250901T000000Z\r\n", b"", ["0 DTSTAMP in 1 events"]),
        (b"END:VEVENT\r\n", b"", ["VEVENT is not closed"]),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR", ["does not end with END:VCALENDAR and a line end"]),
    ],
)
def test_wrong_bytes_are_found(old: bytes, new: bytes, faults: list[str]) -> None:
    assert byte_faults(GOOD.replace(old, new)) == faults


def test_vobject_finds_faults() -> None:
    assert vobject_faults(GOOD) == []
    assert vobject_faults(GOOD.replace(b"UID:2025-a-1@example.org\r\n", b"")) != []
    assert vobject_faults(GOOD.replace(b"END:VEVENT\r\n", b"")) != []


def test_khal_sees_a_wrong_time(tmp_path: Path, khal: Khal) -> None:
    """khal reads almost anything; that it read the right time is what is compared."""
    (tmp_path / "a.ics").write_bytes(GOOD)
    assert khal.read(tmp_path / "a.ics") == ["2025-a-1@example.org 14.09.2025 12:00"]
