"""Pictures: which sizes exist, and who made them."""

from __future__ import annotations

import pytest

from ikw.pictures import credit, widths
from samples import picture


@pytest.mark.parametrize(("width", "expected"), [
    (4000, (480, 960, 1600)), (1600, (480, 960, 1600)), (1599, (480, 960)), (480, (480,)),
    # never enlarged
    (479, (479,)), (1, (1,)),
])
def test_widths(width: int, expected: tuple[int, ...]) -> None:
    assert widths(picture(width=width)) == expected


@pytest.mark.parametrize(("written", "shown"), [
    ("Ada", "Ada"), ("Foto: Ada", "Ada"), ("Bilder : Ada und Ben", "Ada und Ben"), ("FOTO:Ada", "Ada"), ("Bildarchiv Bebra", "Bildarchiv Bebra"),
    ("Ada, Foto: privat", "Ada, Foto: privat"),
])
def test_a_credit_does_not_say_twice_that_it_is_one(written: str, shown: str) -> None:
    assert credit(picture(credit=written)) == shown
