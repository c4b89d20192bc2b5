"""Packed files: right, smaller, the same each time, made once."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import brotli
import pytest

from ikw.publishing.packed import Packer, is_worth_it

TEXT = b"Alle bringen etwas mit, wir teilen. " * 100


@pytest.mark.parametrize(("path", "size", "expected"), [
    ("a.html", 1024, True), ("a.html", 1023, False), ("2025/programme.ics", 5000, True), ("a.jpg", 5000, False), ("programme.pdf", 5000, False),
    ("without", 5000, False), ("a.b.css", 5000, True),
])
def test_only_long_texts_are_worth_it(path: str, size: int, expected: bool) -> None:
    assert is_worth_it(path, b"x" * size) is expected


def test_unpacked_it_is_the_file(tmp_path: Path) -> None:
    packed = Packer(tmp_path).pack(TEXT, "d1")
    assert (gzip.decompress(packed[".gz"]), brotli.decompress(packed[".br"])) == (TEXT, TEXT)
    assert len(packed[".br"]) < len(packed[".gz"]) < len(TEXT)


def test_neither_clock_nor_system_stands_in_it(tmp_path: Path) -> None:
    first, second = (Packer(tmp_path / name).pack(TEXT, "d1") for name in "ab")
    assert first == second
    # no time of change, an unknown system
    assert first[".gz"][4:8] + first[".gz"][9:10] == b"\0\0\0\0\xff"


def test_what_does_not_become_smaller_is_left_out(tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(2000)
    assert Packer(tmp_path).pack(noise, "d1") == {}


def test_what_was_packed_is_kept_by_its_contents(tmp_path: Path) -> None:
    packer = Packer(tmp_path)
    packed = packer.pack(TEXT, "d1")
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert Packer(tmp_path).pack(TEXT, "d1") == packed
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


def test_what_belongs_to_no_file_is_thrown_away(tmp_path: Path) -> None:
    packer = Packer(tmp_path)
    packer.pack(TEXT, "d1")
    packer.pack(TEXT + b"!", "d2")
    packer.sweep(frozenset({"d2"}))
    assert {path.name for path in tmp_path.iterdir()} == {"d2.gz", "d2.br"}
    Packer(tmp_path / "none").sweep(frozenset())


def test_what_was_packed_in_a_hurry_is_never_taken_for_the_best(tmp_path: Path) -> None:
    quick = Packer(tmp_path, is_quick=True).pack(TEXT * 9, "d1")
    best = Packer(tmp_path).pack(TEXT * 9, "d1")
    assert gzip.decompress(quick[".gz"]) == brotli.decompress(quick[".br"]) == TEXT * 9
    assert len(best[".gz"]) < len(quick[".gz"])
    Packer(tmp_path).sweep(frozenset({"d1"}))
    assert Packer(tmp_path, is_quick=True).pack(TEXT * 9, "d1") == quick
