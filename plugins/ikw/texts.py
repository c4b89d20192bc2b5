"""Texts: the words of the site in one language. Floor 3: gettext catalogs, and the vocabularies of coded values.

German is the source language: its words stand in code and templates, so German needs no catalog. A catalog is
`theme/translations/<lang>/LC_MESSAGES/messages.po`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from ikw.model import Words
from ikw.problems import N_

FACET_WORDS: Mapping[str, str] = {
    "category": N_("Art der Veranstaltung"), "municipality": N_("Gemeinde"), "venue": N_("Ort"), "organiser": N_("Wer einlädt"),
    "audience": N_("Für wen"), "language": N_("Sprache"),
}
INDEX_WORDS: Mapping[str, str] = {
    "category": N_("Worauf haben Sie Lust?"), "municipality": N_("Gemeinden"), "venue": N_("Orte"), "organiser": N_("Gruppen"),
    "audience": N_("Für wen"), "language": N_("Sprachen"),
}
# Names that CLDR lacks or that public life has a settled word for.
LANGUAGE_WORDS: Mapping[str, str] = {
    "gsg": N_("Deutsche Gebärdensprache"), "de-simple": N_("Leichte Sprache"), "prs": N_("Dari"),
    # CLDR's name of it is a slur in some languages
    "rom": N_("Romanes"),
}
PART_WORDS: Mapping[str, str] = {
    "day": N_("Ohne feste Uhrzeit"), "morning": N_("Vormittag"), "afternoon": N_("Nachmittag"), "evening": N_("Abend"),
}
# Titles of prose pages that most sites have, so that menus name them in every language, translated or not.
PAGE_WORDS = (
    N_("Über die Interkulturelle Woche"), N_("Mitmachen"), N_("Kontakt"), N_("Impressum"), N_("Datenschutz"),
    N_("Erklärung zur Barrierefreiheit"), N_("Anleitung zum Mitmachen"),
)
# What is written instead of a time, by the hour it stands for (`days.daytime`).
DAYTIME_WORDS: Mapping[str, str] = {
    "morgen": N_("morgens"), "vormittag": N_("vormittags"), "mittag": N_("mittags"), "nachmittag": N_("nachmittags"),
    "abend": N_("abends"),
}
DEFAULT_CATEGORY_WORD = N_("Sonstiges")


class Texts:
    """Words in one language. A word that has no translation stands in German."""

    def __init__(self, lang: str, translations: NullTranslations, default: str = "de") -> None:
        """Wrap the catalog of a language; names that it lacks are taken from the default one."""
        self.lang = lang
        self.default = default
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext

    @classmethod
    def of(cls, lang: str, catalog: bytes, default: str) -> Texts:
        """Make the words of a language from its compiled catalog; b"" is none."""
        return cls(lang, GNUTranslations(BytesIO(catalog)) if catalog else NullTranslations(), default)

    def name(self, words: Words) -> str:
        """Return a name in this language, else in the default one, else as it is written first."""
        found = words.get(self.lang)
        if found is None:
            found = words.get(self.default)
        return found if found is not None else next(iter(words.values()))

    def vocabulary(self, table: Mapping[str, str], codes: Iterable[str]) -> tuple[str, ...]:
        """Return the words of coded values."""
        return tuple(self.gettext(table[code]) for code in codes)


def load(folder: Path, lang: str, default: str) -> Texts:
    """Load a language's catalog from the theme; the default language needs none."""
    return Texts.of(lang, b"" if lang == default else compiled(folder, lang), default)


def compiled(folder: Path, lang: str) -> bytes:
    """Return a language's catalog as gettext reads it; b"" where there is none. Uncertain (fuzzy) entries are left out."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 -- slow import, not needed for a catalog that is kept compiled
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- slow import, see above

    path = folder / lang.replace("-", "_") / "LC_MESSAGES" / "messages.po"
    if not path.is_file():
        return b""
    made = BytesIO()
    with path.open("rb") as file:
        write_mo(made, read_po(file))
    return made.getvalue()
