"""What a new event clashes with: the form and the check find the same neighbours and say the same of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from form.answers import strewn
from form.node import asked
from form.test_events import DATA, KNOWN
from ikw.exports.form_neighbours import form_neighbours
from ikw.likeness import plain
from ikw.model import Event
from ikw.parse import parse_event
from ikw.rules import check
from ikw.source import read_event
from records import SPAN
from samples import programme

pytestmark = pytest.mark.slow

# Events that are there: at places and times, and by names, that strewn answers have as well; one is off, one in a room of its own.
THERE = {
    "aaa": "title: Lesung#1\nwhen: [14.9. 10 Uhr, 20.9. 18–19 Uhr]\nvenue: rathaus\norganisers: [verein-eins]",
    "bbb": "title: Fest & Tanz!\nwhen: 20./21.9., 14–17 Uhr\nvenue: stadthalle\norganisers: [Chor e. V.]\nroom: Großer Saal",
    "ccc": "title: Café Treffen\nwhen: 20.9. 21–2 Uhr\nvenue: [rathaus, stadthalle]\norganisers: [kulturhaus, Club - Bar & mehr]",
    "zzz": "title: Internationales Frühstück\nwhen: 14.9. 9–12 Uhr\nvenue: stadthalle\norganisers: [verein-eins]\nstatus: cancelled",
    "zzzz": "title: Rock'n'Roll\nwhen: ['20.9. 18 Uhr', {on: 14.9., time: 9.30–11 Uhr, venue: rathaus, room: 'Raum 2: hinten'}]\nvenue: online\norganisers: [Amt - Kultur]",
}


def read(root: Path, name: str, text: str) -> Event | None:
    path = f"2025/{name}.md"
    (root / path).write_text(text, encoding="utf-8")
    record, problems = read_event(root, path)
    assert record is not None, problems
    return parse_event(record, "2025", SPAN, KNOWN)[0]


def clashes(new: Event, there: list[Event]) -> list[tuple[str, str, str]]:
    """What the check says of a new event beside those that are there: field, the other, and the words but for who is named."""
    found = []
    for other in there:
        for problem in check([other, new]):
            if problem.code in ("clash-venue", "clash-organiser", "duplicate"):
                found.append((problem.field, other.id, without_other(problem.message)))
    return sorted(found)


def without_other(message: str) -> str:
    return re.sub(r"(siehe „|auch in ).*$", r"\1 …", message)


def test_both_sides_find_the_same_neighbours(tmp_path: Path) -> None:
    (tmp_path / "2025").mkdir()
    there = [event for name, text in THERE.items() if (event := read(tmp_path, name, f"---\n{text}\n---\n"))]
    assert len(there) == len(THERE)
    data: dict[str, Any] = {**DATA, "neighbours": json.loads(form_neighbours(programme(*there)).data)}
    every = strewn(1200, 31)
    files = asked((["event", answers] for answers in every), data)
    told = asked((["neighbours", answers] for answers in every), data)
    tried, said = 0, set()
    for answers, file, ours in zip(every, files, told, strict=True):
        if ours is None:
            continue
        new = read(tmp_path, file["id"], file["text"])
        assert new is not None
        tried += 1
        found = sorted((one["field"], one["other"], without_other(one["message"])) for one in ours)
        assert found == clashes(new, there), (answers, file["text"])
        said |= {(one["field"], one["other"]) for one in ours}
    assert tried >= 200
    assert {field for field, _ in said} == {"venue", "organisers", "title"}
    assert len(said) >= 8


def test_texts_are_compared_alike() -> None:
    texts = ["Café: Treffen!", "  FEST  &  Tanz", "Straße", "ΟΔΥΣΣΕΥΣ Οδυσσεύς", "مهرجان الربيع", "!!!", "Lesung #1", "Phở và bánh mì", "a_b", "İstanbul"]
    assert asked(["plain", text] for text in texts) == [plain(text) for text in texts]


@pytest.mark.parametrize(("kind", "address"), [
    ("github", "https://example.org/a/b/new/stand/2026?filename=daten%2Fevents%2F2025%2Ffest.md&message=Event%3A%20Fest&value=x"),
    ("gitlab", "https://example.org/a/b/-/new/stand/2026?file_name=daten%2Fevents%2F2025%2Ffest.md&commit_message=Event%3A%20Fest&content=x"),
])
def test_a_proposal_goes_to_the_branch_and_the_folder_of_the_settings(kind: str, address: str) -> None:
    data = {"repository": {"branch": "stand/2026", "events": "daten/events"}, "most": {"address": 8000}}
    form, file = {"repository": "https://example.org/a/b", "kind": kind}, {"id": "fest", "title": "Fest", "text": "x"}
    [found] = asked([["proposal", form, file]], data)
    assert found["href"] == address
