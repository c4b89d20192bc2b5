"""Wordings: what people write for the text of an event and for the words of its fields. Floor 1, standard library only."""

from __future__ import annotations

from collections.abc import Mapping

# Names for the text below the fields, which has none.
TEXT_NAMES = (
    "beschreibung", "text", "description", "inhalt", "body", "beschreibungstext", "ankündigungstext", "programmtext", "langtext",
    "details",
)

# What people write for the words of a field.
GERMAN_CHOICES: Mapping[str, str] = {
    "findet statt": "scheduled", "bestätigt": "scheduled", "geändert": "changed", "verlegt": "moved", "abgesagt": "cancelled",
    "fällt aus": "cancelled", "verschoben": "postponed", "ausgebucht": "full", "voll": "full",
    "alle": "everyone", "für alle": "everyone", "alle interessierten": "everyone", "familien": "families", "familie": "families",
    "kinder": "children", "jugendliche": "youth", "jugend": "youth", "frauen": "women", "männer": "men", "senioren": "seniors",
    "seniorinnen und senioren": "seniors", "ältere": "seniors", "ältere menschen": "seniors", "mädchen und frauen": "women",
    "frauen und mädchen": "women", "zugewanderte": "newcomers", "neuzugewanderte": "newcomers", "neu angekommene": "newcomers",
    "geflüchtete": "newcomers", "fachkräfte": "professionals", "fachpublikum": "professionals", "fachleute": "professionals",
    "rollstuhl": "wheelchair", "rollstuhlgerecht": "wheelchair", "mit dem rollstuhl ohne hilfe": "wheelchair",
    "rollstuhl teilweise": "wheelchair-partly", "mit dem rollstuhl teilweise": "wheelchair-partly",
    "teilweise rollstuhlgerecht": "wheelchair-partly", "toilette": "toilet", "wc": "toilet", "toilette für rollstühle": "toilet",
    "barrierefreie toilette": "toilet", "barrierefreies wc": "toilet", "behindertentoilette": "toilet", "behinderten-wc": "toilet",
    "höranlage": "hearing-loop", "induktionsschleife": "hearing-loop", "gebärdensprache": "sign-language",
    "leichte sprache": "easy-language", "ruheraum": "quiet-room", "ruhiger raum": "quiet-room", "parkplatz": "parking",
    "parkplätze": "parking", "behindertenparkplatz": "parking",
}
