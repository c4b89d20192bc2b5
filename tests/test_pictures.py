"""Pictures: which sizes exist."""

from __future__ import annotations

import pytest

from ikw.pictures import widths
from samples import picture


@pytest.mark.parametrize(("width", "expected"), [
    (4000, (480, 960, 1600)), (1600, (480, 960, 1600)), (1599, (480, 960)), (480, (480,)),
    # never enlarged
    (479, (479,)), (1, (1,)),
])
def test_widths(width: int, expected: tuple[int, ...]) -> None:
    assert widths(picture(width=width)) == expected
