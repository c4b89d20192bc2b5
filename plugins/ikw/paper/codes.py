"""Codes: an address as a QR code, as the runs of its dark squares. Floor 4, the home of segno."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

# Paper gets dirty: a seventh of a code may be lost and it still reads.
_CORRECTION = "m"
# To look for the prettiest of eight masks takes four times as long, and readers take any.
_MASK = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """A code of `size` × `size` squares; `runs` are (column, row, length) of dark squares side by side."""

    size: int
    runs: tuple[tuple[int, int, int], ...]


def code(address: str) -> Code:
    """Return the code of an address, without the white edge that must stand around it."""
    import segno  # noqa: PLC0415 -- slow import

    matrix = segno.make_qr(address, error=_CORRECTION, mask=_MASK, boost_error=False).matrix
    return Code(size=len(matrix), runs=tuple(run for number, row in enumerate(matrix) for run in _runs(number, row)))


def _runs(number: int, row: bytearray) -> Iterator[tuple[int, int, int]]:
    column = 0
    for dark, squares in groupby(row):
        length = len(list(squares))
        if dark:
            yield column, number, length
        column += length
