"""Which release is live, which one comes before it."""

from __future__ import annotations

import pytest

from ikw.publishing.lineage import KEPT, Lineage, retold


def led(words: str) -> Lineage | None:
    """The lineage after steps: a letter is published, "<" goes back."""
    found: Lineage | None = Lineage()
    for word in words:
        assert found is not None
        found = found.gone_back() if word == "<" else found.published(word)
    return found


@pytest.mark.parametrize(("words", "live", "releases"), [
    ("", "", ""), ("a", "a", "a"), ("ab", "b", "ab"),
    # back, and once more
    ("ab<", "a", "ab"), ("abc<<", "a", "abc"),
    # what was left is forgotten once something else went live
    ("abc<d", "d", "abd"), ("abc<<d", "d", "ad"), ("abc<d<", "b", "abd"),
    # the same again, or an older one again
    ("aba", "a", "ba"), ("aa", "a", "a"), ("ab<b", "b", "ab"),
])
def test_lineage(words: str, live: str, releases: str) -> None:
    assert led(words) == Lineage(live=live, releases=tuple(releases))


@pytest.mark.parametrize("words", ["<", "a<", "ab<<"])
def test_before_the_first_there_is_none(words: str) -> None:
    assert led(words) is None


def test_only_some_are_kept() -> None:
    found = led("abcdefghijklmnop")
    assert found is not None
    assert (len(found.releases), found.releases[-1], found.live) == (KEPT, "p", "p")


def test_a_history_tells_the_same() -> None:
    assert retold([(True, "a"), (True, "b"), (False, "a"), (True, "c")]) == Lineage(live="c", releases=("a", "c"))
    assert retold([]) == Lineage()


def test_a_live_release_that_no_list_names() -> None:
    """Somebody set the link by hand: what was published before it is not known, so the whole list is."""
    assert Lineage(releases=("a", "b"), live="x").published("c") == Lineage(releases=("a", "b", "c"), live="c")
