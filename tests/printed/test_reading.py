"""What has happened to the file of a booklet since a command wrote it."""

from __future__ import annotations

import pytest

from ikw.model import Printed
from ikw.printed import read_printed
from ikw.problems import ERROR
from ikw.source import Record, read_yaml
from ikw.values.known import Known
from records import SPAN, Told, look, told

FILE = """day: 01.08.2025
venues:
  halle: {name: Halle, town: Bebra}
events:
  fest:
    title: Fest
    when: Sa 20.09.2025, 14:00–16:00 Uhr
    venue: halle
"""
GIT = "Diese Datei schreibt ein Befehl; holen Sie sie, wie sie war, aus git zurück."


def read(text: str) -> tuple[Printed | None, Told]:
    fields, faults = read_yaml(text)
    assert fields
    assert faults == ()
    record = Record(path="2025/printed.yaml", fields=fields, body="", body_line=1, digest="")
    printed, problems = read_printed(record, "2025", SPAN, Known(look=look))
    return printed, told(problems)


def test_a_file_as_it_was_written() -> None:
    printed, problems = read(FILE)
    assert problems == []
    assert printed
    assert (f"{printed.day:%d.%m.%Y}", list(printed.events)) == ("01.08.2025", ["fest"])


@pytest.mark.parametrize("day", ["15.12.2024", "26.11.2026"])
def test_a_booklet_may_go_to_print_in_another_year(day: str) -> None:
    printed, problems = read(FILE.replace("01.08.2025", day))
    assert problems == []
    assert printed
    assert f"{printed.day:%d.%m.%Y}" == day


def test_a_problem_of_an_event_can_be_found_by_its_line() -> None:
    printed, _ = read(FILE)
    assert printed
    assert [printed.events["fest"].origin.line(name) for name in ("title", "when", "venue")] == [5, 7, 8]


@pytest.mark.parametrize(("old", "new", "problem"), [
    ("day: 01.08.2025\n", "", (1, ERROR, "day", "printed-lost", "Hier fehlt der Tag, an dem das Heft in Druck ging.", GIT)),
    ("01.08.2025", "", (1, ERROR, "day", "printed-lost", "Hier fehlt der Tag, an dem das Heft in Druck ging.", GIT)),
    ("  halle: {name: Halle, town: Bebra}", "  rathaus: {name: Rathaus}",
     (8, ERROR, "venue", "printed-lost", "„halle“ steht oben nicht unter „venues“.", GIT)),
    ("events:", "event:", (4, ERROR, "event", "field-unknown", "„event“ ist kein bekanntes Feld.", "Das Feld heißt „events“.")),
    ("  fest:", "  Mein Fest:", (5, ERROR, "Mein Fest", "id-wrong", "„Mein Fest“ ist keine Kennung.",
     "Erlaubt sind kleine Buchstaben von a bis z, Ziffern und einzelne Bindestriche, höchstens 80 Zeichen.")),
    ("    title: Fest\n    when: Sa 20.09.2025, 14:00–16:00 Uhr\n    venue: halle\n", "",
     (5, ERROR, "fest", "printed-lost", "Hier fehlen die Angaben zu „fest“.", GIT)),
    ("    title: Fest\n", "", (6, ERROR, "title", "field-missing", "Diese Angabe fehlt.", "Schreiben Sie zum Beispiel: title: Internationales Frühstück")),
    ("    venue: halle", "    category: fest", (8, ERROR, "category", "field-unknown", "„category“ ist kein bekanntes Feld.",
     "Erlaubt sind: title, when, venue, room, meeting_point, online_url, age, languages, interpreting, access, cost, registration, status.")),
])
def test_what_is_lost_is_named(old: str, new: str, problem: tuple[object, ...]) -> None:
    assert old in FILE
    printed, problems = read(FILE.replace(old, new))
    assert printed is None
    assert problem in problems


def test_warnings_are_not_told_again() -> None:
    """A title that is long, a day outside the span: on paper it cannot be mended."""
    printed, problems = read(FILE.replace("title: Fest", f"title: {'Fest ' * 25}").replace("20.09", "11.10"))
    assert printed is not None
    assert problems == []
