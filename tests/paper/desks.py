"""Desks: what sheets of paper are made of in tests: the theme's letters and inks, and the items of a programme."""

from __future__ import annotations

from functools import cache
from typing import Any

from ikw.paper.handouts import Desk
from ikw.paper.items import Items
from ikw.paper.letters import Letters
from ikw.paper.sizes import SIZES
from ikw.paper.typesetting import Typesetter
from ikw.programme import Programme
from ikw.site import Site
from ikw.views.rows import Rows
from samples import site
from small import ROOT, picture


@cache
def letters() -> Letters:
    """The theme's letters."""
    return Letters.of_theme(ROOT / "theme")


@cache
def desk() -> Desk:
    """What sheets are set with; every picture is red."""
    return Desk(typesetter=Typesetter(ROOT / "theme"), photos=lambda shown, width, medium: picture("red"))


def items(found: Programme, **values: Any) -> tuple[Site, Items]:
    """Return a site and the items of a programme."""
    shown = site(found, **values)
    return shown, Items(shown, found, Rows(shown, found), SIZES["A5"], letters())
