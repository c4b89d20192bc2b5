"""Site: which edition is current, and which is over."""

from __future__ import annotations

from datetime import date

import pytest

from ikw.model import Printed
from samples import edition, programme, site

OLD = edition(id="2024", first_day=date(2024, 9, 15), last_day=date(2024, 9, 29))
NEW = edition()


def test_newest_edition_is_the_current_one() -> None:
    found = programme()
    assert site(found, programme(edition=OLD)).current is found


@pytest.mark.parametrize(("as_of", "old", "new"), [
    # without a date only an older edition is known to be over
    (None, True, False), (date(2025, 9, 28), True, False), (date(2025, 9, 29), True, True), (date(2024, 9, 20), True, False),
])
def test_edition_is_over_after_its_last_day(as_of: date | None, old: bool, new: bool) -> None:
    found = site(programme(), programme(edition=OLD), as_of=as_of)
    assert (found.is_over(OLD), found.is_over(NEW)) == (old, new)


def test_only_edition_is_over_after_its_last_day() -> None:
    assert site(as_of=date(2025, 9, 29)).is_over(NEW)
    assert not site().is_over(NEW)


def test_before_print_an_edition_is_the_same_but_for_what_paper_says() -> None:
    printed = programme(printed=Printed(day=date(2025, 8, 1), events={}))
    shown, own = site(printed).before_print(printed)
    assert (own.printed, shown.current is own, own.edition) == (None, True, printed.edition)
    bare = programme()
    made = site(bare)
    assert made.before_print(bare) == (made, bare)
