"""Choices: the words of a list (for whom, access, status), what pages call them, and what people write instead. Floor 1, pure.

Form, pages and paper show the same word for a thing, spreadsheets and the wizard write it, and every way in reads it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ikw.problems import N_

STATUS_WORDS: Mapping[str, str] = {
    "changed": N_("Geändert"), "moved": N_("Verlegt"), "cancelled": N_("Abgesagt"), "postponed": N_("Verschoben"),
    "online": N_("Jetzt online"), "full": N_("Ausgebucht"),
}
AUDIENCE_WORDS: Mapping[str, str] = {
    "everyone": N_("Alle"), "families": N_("Familien"), "children": N_("Kinder"), "youth": N_("Jugendliche"),
    "women": N_("Frauen"), "men": N_("Männer"), "seniors": N_("ältere Menschen"), "newcomers": N_("neu Angekommene"),
    "professionals": N_("Fachleute"),
}
ACCESS_WORDS: Mapping[str, str] = {
    "wheelchair": N_("Mit dem Rollstuhl ohne Hilfe"), "wheelchair-partly": N_("Mit dem Rollstuhl teilweise"),
    "toilet": N_("Toilette für Rollstühle"), "hearing-loop": N_("Höranlage"), "sign-language": N_("Gebärdensprache"),
    "easy-language": N_("Leichte Sprache"), "quiet-room": N_("Ruheraum"), "parking": N_("Behindertenparkplatz"),
}
# An event of which nothing is said takes place.
WORDS: Mapping[str, str] = {"scheduled": "Findet statt", **STATUS_WORDS, **AUDIENCE_WORDS, **ACCESS_WORDS}

# What else people write, in small letters.
_MEANT = {
    "scheduled": "bestätigt",
    "cancelled": "fällt aus, entfällt",
    "full": "voll",
    "everyone": "für alle, alle interessierten, alle menschen, jede und jeder",
    "families": "familie, eltern mit kindern, eltern und kinder",
    "children": "kind, kids",
    "youth": "jugend, junge menschen, junge leute",
    "women": "frau, mädchen und frauen, frauen und mädchen",
    "men": "mann, männer und jungen, jungen und männer",
    "seniors": "senioren, seniorinnen, seniorinnen und senioren, senioren und seniorinnen, ältere, ältere leute, ältere personen",
    "newcomers": "zugewanderte, neuzugewanderte, neu zugewanderte, geflüchtete, geflüchtete menschen, migrantinnen und migranten",
    "professionals": "fachkräfte, fachpublikum, fachkreise, fachöffentlichkeit",
    "wheelchair": "rollstuhl, rollstuhlgerecht, mit rollstuhl, mit dem rollstuhl, rollstuhl ohne hilfe, rollstuhlzugänglich"
    ", für rollstühle",
    "wheelchair-partly": "rollstuhl teilweise, teilweise rollstuhlgerecht, teilweise rollstuhl, bedingt rollstuhlgerecht"
    ", teilweise mit dem rollstuhl",
    "toilet": "barrierefreie toilette, barrierefreies wc, behindertentoilette, behinderten-wc, rollstuhltoilette, rollstuhl-wc"
    ", rollstuhlgerechte toilette, rollstuhlgerechtes wc, toilette, wc",
    "hearing-loop": "induktionsschleife, induktive höranlage, hörschleife",
    "sign-language": "deutsche gebärdensprache, dgs",
    "quiet-room": "ruhiger raum, ruhigen raum, rückzugsraum",
    "parking": "behindertenparkplätze, barrierefreier parkplatz, barrierefreie parkplätze, rollstuhlparkplatz, parkplatz, parkplätze",
}
_CODES = {
    **{word.strip(): code for code, words in _MEANT.items() for word in words.split(",")},
    **{word.casefold(): code for code, word in WORDS.items()},
}


def choice_meant(words: str) -> str | None:
    """Return the code that is meant: `ältere Menschen` and `Senioren` are `seniors`."""
    return _CODES.get(" ".join(words.casefold().split()))
