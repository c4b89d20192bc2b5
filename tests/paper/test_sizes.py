"""Every size that may be set is laid out, and large enough to read."""

from __future__ import annotations

import pytest

from ikw.paper.sizes import SIZES, size_for
from ikw.settings import BOOKLET_SIZES


def test_every_size_that_may_be_set_is_there() -> None:
    assert tuple(SIZES) == BOOKLET_SIZES


@pytest.mark.parametrize("name", BOOKLET_SIZES)
def test_letters_can_be_read_and_squares_be_scanned(name: str) -> None:
    size = size_for(name, is_easy=False)
    assert size.text >= 8
    assert size.small >= 7.3
    # a code of an address of 105 letters has 45 squares at each side; a press prints a third of a millimetre
    assert size.code / 45 > 0.32


@pytest.mark.parametrize("name", BOOKLET_SIZES)
def test_easy_language_is_larger(name: str) -> None:
    easy, plain = size_for(name, is_easy=True), size_for(name, is_easy=False)
    assert easy.text >= 1.2 * plain.text
    assert easy.lead / easy.text > plain.lead / plain.text
    assert (easy.width, easy.height) == (plain.width, plain.height)


def test_the_column_of_an_event_is_what_its_ribbon_leaves() -> None:
    size = size_for("A5", is_easy=False)
    assert size.item_column == pytest.approx(148 - 2 * 12.5 - 4 - 3.2)
