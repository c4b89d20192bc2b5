"""Genitives: whose something is, is told with „von“. Floor 1, standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ikw.easy_language.reading import Finding, Text, in_a_line
from ikw.easy_language.word_lists import SMALL_WORDS
from ikw.problems import N_

_GENITIVE = re.compile(
    r"(?:\b(?P<before>[Ww]egen|[Ww]ährend|[Tt]rotz|[Ss]tatt|[Aa]nstatt)\s+)?"
    r"\b(?P<article>des|eines|unseres|eures|[Ii]hres|seines|meines|deines)\s+(?P<adjective>(?:[A-ZÄÖÜ]?[a-zäöüß]+en\s+)?)"
    r"(?P<noun>[A-ZÄÖÜ][\w·-]*?(?:s|en|rrn))(?![\w·-])"
)
_NOUN_OF = re.compile(
    r"\b(?P<owner>[A-ZÄÖÜ][\w·-]+)[ \t]+der[ \t]+(?P<adjective>(?:[a-zäöüß]+en[ \t]+)?)(?P<noun>[A-ZÄÖÜ][\w·-]+)"
)
# only these: „Am Abend singt im Park der Chor“ is no genitive
_FEMININE = re.compile(
    r"(?i:.*(?:ung|heit|keit|schaft|ion|tät|enz|stadt|gemeinde|kirche|schule|woche|welt|kultur|region|gruppe|familie|moschee|"
    r"kunst|musik|sprache|halle|bücherei|polizei|feuerwehr|liebe|natur))"
)
_PLURAL = re.compile(
    r"(?i:.*(?:ungen|heiten|keiten|schaften|ionen|täten|kulturen|frauen|menschen|sprachen|familien|gruppen|gemeinden|kirchen|"
    r"schulen|städte|völker|farben|künste|vereine|welten))"
)
# „Das gehört seit 10 Jahren der Stadt“ is none, either
_TIME = re.compile(
    r"(?i:.*(?:uhr|tag|tage|tagen|abend|abends|morgen|mittag|nacht|woche|wochen|monat|jahr|jahre|jahren|stunde|stunden|minuten|"
    r"mittwoch|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))"
)
_DATIVE = {"des": "dem", "eines": "einem", "unseres": "unserem", "eures": "eurem"}
_WHOLE_IN_S = re.compile(r"(?i:.*(?:us|is|os|as|annes)$)")
_ENDS_IN_E = re.compile(r"(?i:.*(?:gebäud|geländ|gemüs|gebirg|gemäld|getreid|gewürz|käs|end|aug|interess|erb))es$")


def genitives(text: Text) -> Iterator[Finding]:
    """Whose something is, is told with „von“: „das Fest von dem Verein“, not „das Fest des Vereins“."""
    for match in _GENITIVE.finditer(text.judged):
        if match["article"] != "des" and not match["noun"].endswith("s"):
            continue
        if match["noun"] not in text.allowed:
            yield match.start(), _genitive(match[0]), _with_dative(match)
    for match in _NOUN_OF.finditer(text.judged):
        noun = match["noun"]
        article = "den" if _PLURAL.fullmatch(noun) else "der" if _FEMININE.fullmatch(noun) else ""
        if match["owner"].lower() in SMALL_WORDS or noun in text.allowed:
            continue
        if article and not _TIME.fullmatch(match["owner"]):
            words = f"{match['owner']} von {article} {match['adjective']}{noun}"
            yield match.start(), _genitive(match[0]), N_("Schreiben Sie „{words}“.").format(words=in_a_line(words))


def _genitive(words: str) -> str:
    return N_("„{seen}“ ist Genitiv.").format(seen=in_a_line(words))


def _with_dative(match: re.Match[str]) -> str:
    article, noun = match["article"], match["noun"]
    dative = _DATIVE.get(article, f"{article[:-1]}m")
    before = {"während": "bei", "": "von"}.get((match["before"] or "").lower(), match["before"])
    words = f"{before} {dative} {match['adjective']}{_without_ending(noun)}"
    return N_("Schreiben Sie „{words}“.").format(words=in_a_line(words))


def _without_ending(noun: str) -> str:
    if not noun.endswith("s") or _WHOLE_IN_S.match(noun):
        return noun
    if noun.endswith("nisses"):
        return noun[:-3]
    return noun[:-2] if noun.endswith("es") and not _ENDS_IN_E.match(noun) and len(noun) > 4 else noun[:-1]
