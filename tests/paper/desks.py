"""Desks: what sheets of paper are made of in tests: the theme's letters and inks, and the items of a programme."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from runpy import run_path
from typing import Any

from ikw.formats import Formats
from ikw.paper.handouts import Desk
from ikw.paper.items import Items
from ikw.paper.sizes import SIZES
from ikw.paper.typesetting import Typesetter
from ikw.programme import Programme
from ikw.settings import PELICANS, Language, Settings
from ikw.settings import read as read_settings
from ikw.site import PageTitle, Site
from ikw.texts import Texts, compiled
from ikw.views.rows import Rows
from samples import site
from small import ROOT, picture


@cache
def desk() -> Desk:
    """What sheets are set with; every picture is red."""
    return Desk(typesetter=Typesetter(ROOT / "theme"), photos=lambda shown, width, medium: picture("red"))


def items(found: Programme, **values: Any) -> tuple[Site, Items]:
    """Return a site and the items of a programme."""
    shown = site(found, **values)
    return shown, Items(shown, found, Rows(shown, found), SIZES["A5"])


@cache
def own_settings() -> Settings:
    """Our own settings, as a build reads them."""
    return read_settings({key: value for key, value in run_path(str(ROOT / "pelicanconf.py")).items() if key.isupper()}, PELICANS)


def in_language(found: Programme, language: Language, beside: NullTranslations | None = None) -> tuple[Site, Items]:
    """Return a site with the catalog of one of our languages, and the items of a programme; `beside` is asked for what the catalog lacks."""
    own = compiled(ROOT / "theme" / "translations", language.code)
    catalog = GNUTranslations(BytesIO(own)) if own else NullTranslations()
    catalog.add_fallback(beside or NullTranslations())
    texts = Texts(language.code, catalog)
    made = replace(
        site(found, language=language, languages=own_settings().languages, sample=True), texts=texts,
        pages=(PageTitle(slug="impressum", title="Impressum"),), formats=Formats(language.locale, texts, easy=language.is_easy),
    )
    return made, Items(made, found, Rows(made, found), SIZES["A5"])
