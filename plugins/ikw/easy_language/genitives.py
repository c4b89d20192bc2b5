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
# „der Nachbarn“ is the genitive of many; „der Garten“ is one
_IN_N = re.compile(r"(?i:.*(?:[^aouäöüy]en|uen|ern|eln|arn))")
_ONE_IN_N = re.compile(
    r"(?i:.*(?:garten|wagen|laden|brunnen|kuchen|morgen|regen|boden|ofen|hafen|rasen|faden|magen|balken|kasten|karren|kragen|schatten|schaden|"
    r"segen|haufen|rahmen|frieden|glauben|willen|posten|streifen|tropfen|knochen|rücken|reifen|schinken|besen|zapfen|braten|spaten|hopfen|"
    r"weizen|orden|drachen|nacken|felsen|graben|bogen|norden|süden|osten|westen|stern|kern|konzern|bayern|essen|treffen|leben|lesen|kochen|"
    r"singen|tanzen|lernen|turnen|spielen|feiern|sachsen|zeichen|fernsehen|wesen))"
)
# „der Sänger“ is one, so only these
_IN_R = re.compile(
    r"(?i:.*(?:kinder|länder|lieder|bilder|männer|häuser|bücher|wörter|dörfer|gläser|felder|lichter|kleider|väter|mütter|töchter|brüder))"
)
_BEHIND = re.compile(r"[ \t]+(?P<noun>[A-ZÄÖÜ][\w·-]+)")
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
        if match["owner"].lower() not in SMALL_WORDS and match["noun"] not in text.allowed:
            yield from _of(match, text.judged)


def _of(match: re.Match[str], judged: str) -> Iterator[Finding]:
    """Yield „Fest der Nachbarn“ and „Rathaus der Stadt“; „der“ behind a noun begins no dative of many, but may begin one of one."""
    seen, adjective, noun = match[0], match["adjective"], match["noun"]
    behind = _BEHIND.match(judged, match.end())
    if behind and noun.endswith("en") and _article(behind["noun"]):
        # „der Interkulturellen Woche“
        seen, adjective, noun = f"{seen}{behind[0]}", f"{adjective}{noun} ", behind["noun"]
    article = _article(noun)
    if article == "den" or (article and not _TIME.fullmatch(match["owner"])):
        dative = f"{noun}n" if article == "den" and noun[-1] not in "ns" else noun
        words = f"{match['owner']} von {article} {adjective}{dative}"
        yield match.start(), _genitive(seen), N_("Schreiben Sie „{words}“.").format(words=in_a_line(words))


def _article(noun: str) -> str:
    """Return the article of the dative, where „der“ before a noun is a genitive; nothing where nobody can tell."""
    is_many = _PLURAL.fullmatch(noun) or _IN_R.fullmatch(noun) or (_IN_N.fullmatch(noun) and not _ONE_IN_N.fullmatch(noun))
    return "den" if is_many else "der" if _FEMININE.fullmatch(noun) else ""


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
