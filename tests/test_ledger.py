"""The ledger of imports: readable, checked, and no part of the programme."""

from __future__ import annotations

from pathlib import Path

import pytest

from ikw.ledger import Taken, ledger_text, read_ledger

TAKEN = {
    "fest": Taken(source="programm (2).xlsx", key="fest", row="0123456789ab", file="ba9876543210", slot="00112233445566"),
    "auftakt": Taken(source="a: b #1.csv", key="1@example.org", row="0123456789ab", file="ba9876543210", aside="a11ce0000000"),
}


def write(folder: Path, text: str) -> Path:
    (folder / "2025").mkdir()
    (folder / "2025/import.yaml").write_text(text, encoding="utf-8")
    return folder


def test_what_is_written_is_read(tmp_path: Path) -> None:
    assert read_ledger(write(tmp_path, ledger_text(TAKEN)), "2025/import.yaml") == (TAKEN, ())


def test_it_says_what_it_is_and_has_a_line_for_each_event() -> None:
    lines = ledger_text(TAKEN).splitlines()
    assert lines[0].startswith("# Was „ikw import“ übernommen hat")
    assert [line for line in lines if line and not line.startswith("#")] == [
        'auftakt: {source: "a: b #1.csv", key: 1@example.org, row: 0123456789ab, aside: a11ce0000000, file: ba9876543210}',
        "fest: {source: programm (2).xlsx, key: fest, row: 0123456789ab, slot: 00112233445566, file: ba9876543210}",
    ]


def test_none_is_as_good_as_an_empty_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path, "2025/import.yaml") == ({}, ())


@pytest.mark.parametrize(("line", "codes"), [
    ("fest: {source: a, key: b, row: xyz, file: ba9876543210}", ["digest-wrong"]),
    ("fest: {source: a, key: b}", ["field-missing", "field-missing"]), ("Fest: {source: a}", ["id-wrong"]), ("fest: hallo", ["value-shape"]),
])
def test_a_wrong_line_is_named(line: str, codes: list[str], tmp_path: Path) -> None:
    taken, problems = read_ledger(write(tmp_path, f"{line}\n"), "2025/import.yaml")
    assert (taken, [problem.code for problem in problems], {problem.line for problem in problems}) == ({}, codes, {1})
