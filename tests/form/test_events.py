"""Generated events, filled into the form's own functions: the file they write reads back as it was, and both sides say the same."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Any

import pytest

from form.answers import strewn
from form.node import LETTERS, asked
from form.test_rules import nameless
from ikw.importers.mail import read_mail
from ikw.parse import parse_event
from ikw.problems import Problem
from ikw.rules import check
from ikw.source import Fields, Items, Node, Record, read_event
from ikw.unprinted import faults_by_line, texts_of
from records import SPAN, known

pytestmark = pytest.mark.slow

# The picture is there: the form has made it.
KNOWN = known(look=lambda name: (f"2025/{name}", 1600, 1067))
DATA = {
    "known": {
        "venues": {one.id: [one.name["de"]] for one in KNOWN.venues.values()}, "venue_ids": {one.name["de"].casefold(): one.id for one in KNOWN.venues.values()},
        "organisers": {one.id: [one.name["de"]] for one in KNOWN.organisers.values()}, "organiser_ids": dict(KNOWN.organiser_ids), "municipalities": {one.id: one.name["de"] for one in KNOWN.municipalities.values()},
    },
    "taken": ["fest", "rock-n-roll"],
}
COUNT = 600


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[dict[str, Any], dict[str, Any], Record, list[Problem]]]:
    """Events as the form makes them, and what is read in the files it writes: (answers, made, record, problems)."""
    root = tmp_path_factory.mktemp("events")
    (root / "2025").mkdir()
    every = strewn(COUNT, 2025)
    return [(answers, one, *read(root, one["id"], one["text"])) for answers, one in zip(every, asked((["event", answers] for answers in every), DATA), strict=True)]


def read(root: Path, name: str, text: str) -> tuple[Record, list[Problem]]:
    """Read a file as `ikw check` does an edition of this one event."""
    path = f"2025/{name}.md"
    (root / path).write_text(text, encoding="utf-8")
    record, problems = read_event(root, path)
    assert record is not None, problems
    event, more = parse_event(record, "2025", SPAN, KNOWN)
    missing = LETTERS.missing("".join(sorted(texts_of(event)))) if event else ()
    letters = [fault.at(path, line, "") for line, fault in faults_by_line(missing, text.splitlines())]
    return record, [*problems, *more, *(check([event]) if event else ()), *letters]


def said(problems: list[Problem]) -> list[dict[str, str]]:
    return [{"field": one.field, "code": one.code, "severity": one.severity, "message": one.message, "mend": one.mend} for one in problems]


def test_both_sides_say_the_same_of_every_event(made: list[Any]) -> None:
    for answers, one, _record, problems in made:
        ours, theirs = nameless(one["faults"]), nameless(said(problems))
        if any(problem.is_error for problem in problems):
            # what was refused is in no event, so a check says nothing of its letters yet
            ours, theirs = ([fault for fault in some if not fault["code"].startswith("paper-")] for some in (ours, theirs))
        assert sorted(map(str, map(sorted_items, ours))) == sorted(map(str, map(sorted_items, theirs))), (answers, one["text"])


def sorted_items(fault: dict[str, str]) -> list[tuple[str, str]]:
    return sorted(fault.items())


def test_the_file_holds_what_was_filled_in(made: list[Any]) -> None:
    for _answers, one, record, _problems in made:
        assert plain(record.fields) == one["record"], one["text"]
        assert record.body.strip("\n") == one["body"]


def plain(node: Node) -> object:
    """Return what a record holds, as the form has it: a field without a value is empty."""
    if isinstance(node, Fields):
        return {name: plain(node.values[name]) if name in node.values else "" for name in node.key_lines}
    return [plain(item) for item in node.items] if isinstance(node, Items) else node.text


def test_a_letter_is_read_as_the_file_that_was_written(made: list[Any]) -> None:
    """As a text that somebody has saved, and as a message that has been through the post."""
    right = [one for _, one, _, problems in made if not any(problem.is_error for problem in problems)]
    for one in right:
        message = EmailMessage(policy=SMTP)
        message["Subject"] = "Veranstaltung"
        message.set_content(one["letter"].replace("\n", "\r\n"), cte="quoted-printable")
        for data, is_text in ((one["letter"].encode(), True), (message.as_bytes(), False)):
            assert [(block.name, block.text) for block in read_mail(data, is_text=is_text).blocks] == [(f"{one['id']}.md", one["text"])]


def test_the_events_try_enough(made: list[Any]) -> None:
    """Else the other tests would say little: many without an error, many kinds of faults, and all fields."""
    codes = {(fault["field"], fault["code"]) for _, one, _, _ in made for fault in one["faults"]}
    right = [one for _, one, _, problems in made if not any(problem.is_error for problem in problems)]
    assert len(right) >= 60
    assert len(codes) >= 90
    assert len({code for _, code in codes}) >= 35
    assert len({name for _, one, _, _ in made for name in one["record"]}) == 30


def test_names_are_free_and_right(made: list[Any]) -> None:
    assert {one["id"] for _, one, _, _ in made} & set(DATA["taken"]) == set()
    assert all(len(one["id"]) <= 80 for _, one, _, _ in made)
