"""Glossary: what the hard words of the pages in Easy Language mean. Floor 3, pure.

Some hard words stay, since people meet them everywhere: on posters, in offices, on other sites. Each is explained where it
first stands on a page ("Anmeldung heißt: …"), in one or two short sentences that keep the rules of `easy_language`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A hard word with its explanation. `forms` is a pattern of all forms it is written in; a hyphen in it may be missing."""

    word: str
    forms: str
    explanation: str


GLOSSARY: tuple[Entry, ...] = (
    # taking part
    Entry(
        word="Anmeldung", forms="Anmeldung(en)?|anmelde(n|t)?|angemeldet|melden Sie sich an",
        explanation="Anmeldung heißt: Sie sagen vorher Bescheid, dass Sie kommen.",
    ),
    Entry(word="ausgebucht", forms="ausgebucht", explanation="Ausgebucht heißt: Alle Plätze sind voll."),
    Entry(
        word="Warte-Liste", forms="Warte-Listen?",
        explanation="Auf der Warte-Liste steht Ihr Name. Wird ein Platz frei, sagt Ihnen jemand Bescheid.",
    ),
    Entry(
        word="Spende", forms="Spenden?|gespendet|spendet",
        explanation="Eine Spende ist ein Geschenk, meistens Geld. Sie entscheiden selbst: Wie viel gebe ich?",
    ),
    Entry(
        word="ermäßigt", forms="ermäßigt(e[nrs]?)?|Ermäßigung(en)?",
        explanation="Ermäßigt heißt: Manche Menschen zahlen weniger. Zum Beispiel Kinder oder Menschen mit wenig Geld.",
    ),
    Entry(
        word="Kinder-Betreuung", forms="Kinder-Betreuung",
        explanation="Kinder-Betreuung heißt: Jemand passt auf Ihre Kinder auf.",
    ),
    Entry(
        word="Treffpunkt", forms="Treff-Punkt(e[ns]?|s)?",
        explanation="Ein Treffpunkt ist ein Platz. Dort treffen sich alle am Anfang.",
    ),
    # getting in, understanding
    Entry(
        word="Zugang", forms="Zugang(s|es)?|Zugänge",
        explanation="Zugang heißt: So kommen auch Menschen mit Behinderung gut hinein. Und diese Hilfen gibt es.",
    ),
    Entry(
        word="barriere-frei", forms="barriere-frei(e[mnrs]?)?|Barriere-Freiheit",
        explanation="Barriere-frei heißt: Alle Menschen können es ohne Hindernisse benutzen.",
    ),
    Entry(
        word="Hör-Anlage", forms="Hör-Anlagen?",
        explanation="Eine Hör-Anlage hilft Menschen mit Hör-Gerät. Sie hören damit besser.",
    ),
    Entry(
        word="Gebärden-Sprache", forms="Gebärden-Sprachen?",
        explanation="Gebärden-Sprache ist eine Sprache mit den Händen. Viele gehörlose Menschen sprechen so.",
    ),
    Entry(
        word="Ruhe-Raum", forms="Ruhe-(Raum(s|es)?|Räumen?)",
        explanation="Ein Ruhe-Raum ist ein stilles Zimmer. Dort können Sie sich ausruhen.",
    ),
    Entry(
        word="dolmetschen", forms="(ge)?dolmetsch(en|t|e)|Dolmetscher(in|innen|n|s)?",
        explanation="Dolmetschen heißt: Jemand sagt alles sofort in einer anderen Sprache.",
    ),
    Entry(
        word="Leichte Sprache", forms="Leichte[nr]? Sprache",
        explanation="Leichte Sprache hat kurze Sätze und einfache Wörter. So verstehen mehr Menschen den Text.",
    ),
    # who and where
    Entry(
        word="Verein", forms="Verein(e[ns]?|s)?",
        explanation="In einem Verein machen Menschen etwas zusammen. Zum Beispiel Sport oder Musik.",
    ),
    Entry(word="Stiftung", forms="Stiftung(en)?", explanation="Eine Stiftung gibt Geld für gute Sachen."),
    Entry(
        word="Landkreis", forms="Land-Kreis(e[ns]?)?",
        explanation="Ein Landkreis ist ein Gebiet. Dort gibt es viele Städte und Dörfer.",
    ),
    Entry(
        word="Gemeinde", forms="(Kirchen-|Moschee-)?Gemeinden?",
        explanation="Eine Gemeinde ist eine Stadt oder ein Dorf. Oder es sind Menschen mit dem gleichen Glauben.",
    ),
    Entry(word="Moschee", forms="Moscheen?", explanation="Eine Moschee ist ein Haus. Dort beten muslimische Menschen."),
    # what it is
    Entry(
        word="interkulturell", forms="interkulturell(e[mnrs]?)?",
        explanation="Interkulturell heißt: Menschen aus verschiedenen Kulturen kommen zusammen.",
    ),
    Entry(
        word="Veranstaltung", forms="Veranstaltung(en)?",
        explanation="Eine Veranstaltung ist zum Beispiel ein Fest, ein Konzert oder ein Treffen.",
    ),
    Entry(
        word="Termin", forms="Termin(e[ns]?|s)?",
        explanation="Ein Termin sagt: An diesem Tag und zu dieser Uhrzeit ist etwas.",
    ),
    Entry(
        word="Ausstellung", forms="Ausstellung(en)?",
        explanation="In einer Ausstellung schauen Sie Dinge an, zum Beispiel Bilder.",
    ),
    Entry(word="Lesung", forms="Lesung(en)?", explanation="Bei einer Lesung liest jemand etwas vor."),
    Entry(
        word="Gottes-Dienst", forms="Gottes-Dienst(e[ns]?)?",
        explanation="Im Gottes-Dienst beten und singen christliche Menschen zusammen.",
    ),
    Entry(
        word="Workshop", forms="Workshops?",
        explanation="Workshop spricht man so: Wörk-Schopp. In einem Workshop lernen Sie etwas und machen selbst mit.",
    ),
    Entry(word="Motto", forms="Mottos?", explanation="Ein Motto ist ein kurzer Satz. Er sagt: Darum geht es."),
    Entry(word="Gruß-Wort", forms="Gruß-W(ort(e[ns]?|s)?|örter)", explanation="Ein Gruß-Wort ist eine kurze Begrüßung."),
    # on the internet
    Entry(word="online", forms="online", explanation="Online heißt: im Internet."),
    Entry(
        word="Link", forms="Link",  # "links" is a side
        explanation="Ein Link ist ein Wort zum Anklicken. Dann öffnet sich eine andere Seite.",
    ),
    Entry(
        word="abonnieren", forms="abonnier(en|t|e)|Abos?",
        explanation="Einen Kalender abonnieren heißt: Neue Termine kommen von allein in Ihren Kalender.",
    ),
    Entry(
        word="Feed", forms="Feeds?",
        explanation="Feed spricht man so: Fied. Ein Feed zeigt Ihnen immer alles Neue.",
    ),
    Entry(word="Impressum", forms="Impressums?", explanation="Im Impressum steht: Wer macht diese Internet-Seite?"),
    Entry(
        word="Daten-Schutz", forms="Daten-Schutz(es)?",
        explanation="Daten-Schutz heißt: Wir passen gut auf Ihre Daten auf. Daten sind zum Beispiel Ihr Name und Ihre Adresse.",
    ),
)


def _pattern(entries: tuple[Entry, ...]) -> re.Pattern[str]:
    """Return a pattern of all words, each in a group `_<place>`: whole words; parts with a hyphen, a mediopoint or in one."""
    words = "|".join(f"(?P<_{place}>{entry.forms.replace('-', '[-‑·•]?')})" for place, entry in enumerate(entries))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


_WORDS = _pattern(GLOSSARY)


def explanations(texts: Iterable[str], told: set[str]) -> tuple[str, ...]:
    """Return what the hard words of the texts mean, in the order they first stand there.

    `told` are the words that the page has explained already; those explained now are added.
    """
    found = []
    for text in texts:
        for match in _WORDS.finditer(text):
            entry = GLOSSARY[int((match.lastgroup or "")[1:])]
            if entry.word not in told:
                told.add(entry.word)
                found.append(entry.explanation)
    return tuple(found)
