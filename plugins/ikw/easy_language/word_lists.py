"""Word lists: German words and forms that the rules of Easy Language know. Floor 1, data only.

Whoever misses a word adds it here and runs the tests of the package.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs

# participles: what stands behind „ge“, and the infinitive
STRONG_VERBS = {
    "backen": "backen", "beten": "bitten", "blasen": "blasen", "boten": "bieten", "braten": "braten", "brochen": "brechen",
    "bunden": "binden", "fahren": "fahren", "fangen": "fangen", "flochten": "flechten", "funden": "finden", "gangen": "gehen",
    "geben": "geben", "gessen": "essen", "gossen": "gießen", "graben": "graben", "griffen": "greifen", "halten": "halten",
    "hangen": "hängen", "hoben": "heben", "holfen": "helfen", "laden": "laden", "lassen": "lassen", "laufen": "laufen",
    "lesen": "lesen", "liehen": "leihen", "messen": "messen", "mieden": "meiden", "nommen": "nehmen", "rissen": "reißen",
    "rufen": "rufen", "schlagen": "schlagen", "schlossen": "schließen", "schnitten": "schneiden", "schoben": "schieben",
    "schrieben": "schreiben", "schwommen": "schwimmen", "sehen": "sehen", "sprochen": "sprechen", "sprungen": "springen",
    "standen": "stehen", "stochen": "stechen", "stohlen": "stehlen", "strichen": "streichen", "sungen": "singen",
    "tragen": "tragen", "treten": "treten", "trieben": "treiben", "troffen": "treffen", "trunken": "trinken",
    "waschen": "waschen", "wiesen": "weisen", "wogen": "wiegen", "wonnen": "gewinnen", "worfen": "werfen", "zogen": "ziehen",
    "bracht": "bringen", "brannt": "brennen", "dacht": "denken", "kannt": "kennen", "nannt": "nennen", "tan": "tun",
    "wusst": "wissen", "sandt": "senden", "wandt": "wenden",
}
# without „ge“ these are no infinitives, so that „Sie werden etwas bekommen“ stays future
STRONG_WITHOUT_GE = (
    "boten|brochen|bunden|funden|griffen|hoben|holfen|liehen|mieden|nommen|rissen|schlossen|schnitten|schoben|schrieben|sprochen|"
    "standen|stohlen|strichen|trieben|troffen|wiesen|wonnen|worfen|zogen|bracht|brannt|dacht|kannt|nannt|wandt|loren|gonnen|"
    "fohlen|schieden|glichen"
)
# adjectives, adverbs and verbs in the present that look like a participle
LIKE_PARTICIPLES = _words(
    "bedeutet begeistert beginnt bekannt beliebt bereit berühmt besteht bestimmt bewusst entspannt erneut erschöpft erst "
    "garantiert geehrt geeignet gefällt gehst geht gelaunt gelingt gemischt genießt genügt gerecht gesamt geschickt geschieht "
    "gespannt gesund geübt gewinnt gewohnt interessiert kompliziert überhaupt überrascht überzeugt unbekannt vergesst "
    "verlässt verliebt vermehrt verrückt verstärkt versteht verwandt"
)
# the subjunctive, and what is
SUBJUNCTIVES = {
    "könnte": "kann", "könnten": "können", "könntest": "kannst", "könntet": "könnt", "wäre": "ist", "wären": "sind",
    "wärst": "bist", "wärt": "seid", "hätte": "hat", "hätten": "haben", "hättest": "hast", "hättet": "habt", "müsste": "muss",
    "müssten": "müssen", "müsstest": "musst", "dürfte": "darf", "dürften": "dürfen", "dürftest": "darfst", "gäbe": "gibt",
    "gäben": "geben", "käme": "kommt", "kämen": "kommen", "ginge": "geht", "bräuchte": "braucht", "bräuchten": "brauchen",
    "wüsste": "weiß", "wüssten": "wissen", "ließe": "lässt",
}

# Nouns

# no nouns, though they have a capital where a sentence begins
SMALL_WORDS = _words(
    "ab aber alle als am an auch auf aus außer bei bis da damit danach dann das dass denn dort durch für gegenüber gehört "
    "heute hier hilft hinter ihm ihnen ihr im in ist jetzt mit nach neben nur ob oder ohne sagt seit sie sind so sonst statt "
    "trotz über um und unter von vor während wann war wegen weil wenn wer wie wo zu zwischen"
)
# what a compound begins or ends with
PARTS_OF_WORDS = _words(
    "abend abschluss amt angebot anmeldung ansprech arbeit arbeiter arzt ausländer ausstellung bahn ball bau begegnung beginn "
    "behinderten beirat beratung berg besuch bewegung bibel bild bilder bildung blumen brot buch bücher bühne bürger bus café "
    "chor computer demokratie dienst dolmetscher dorf ehren eingang eintritt einwanderung eltern ernte erntedank eröffnung "
    "erwachsenen erzähl essen fach fahrer fahrerin fahrrad fahrt familie familien feier ferien fest feuer feuerwehr film "
    "flohmarkt flucht flüchtling flüchtlinge foto fotografie frauen freiwillige freizeit fremd freund freundschaft frieden "
    "frühstück führung fuß fußball garten gäste gebärden gebet geburt geburtstag gemeinde gemeinschaft generation geschichte "
    "gesellschaft gespräch gesundheit gewürz gottes gottesdienst gruppe gruß hafen halle haltestelle hand handwerk haupt haus "
    "heimat herberge herbst hilfe hochzeit hof information instrument integration interesse jahr jubiläum jugend jugendliche "
    "kaffee karte kasse kinder kindergarten kino kirche klang klasse kloster koch kommission konzert kranken kreis kreuz "
    "küche kuchen küchen kultur kunst künstler kurs land landes landkreis landschaft lauf leben lehrer lehrerin lese lesung "
    "licht lieblings lied lieder männer märchen markt meister meisterin meisterschaft menschen mitarbeiter mitglied mitmach "
    "mittag mode museum musik muster mütter mutter nachbar nachbarschaft nachmittag nachrichten nacht natur netz netzwerk "
    "orgel park parlament partner partnerin pause pflege pflicht plan platz plätze polizei post preis programm projekt rad "
    "rathaus raum räume recht regierung reise religion rettung rollstuhl rund sänger schiff schnupper schrift schul schule "
    "schüler schutz schwimm schwimmen see selbst senioren sommer spaziergang spende spiel spieler sport sprach sprache "
    "sprachen stadt städte stadtteil stand stelle stiftung straße straßen strick stube stunde suppe tafel tag tage tanz "
    "tänzer tasche tee teil teilnehmer teilnehmerin telefon text theater tisch toilette tor tour tradition transport treff "
    "treffen treffpunkt trommel turnier umwelt unterricht unterstützung urlaub väter vater verband verein verkehr vermittlung "
    "versammlung versicherung vielfalt volk völker volks vorlese vormittag vorstand vortrag vorurteil wagen wald wanderung "
    "wasser weg weihnacht welt werk werkstatt wettbewerb wiese wirtschaft wissen woche wohn wohnung wort zeit zelt zentrum "
    "zeugnis zimmer zirkus zug zusammen"
)

# Short forms

ABBREVIATIONS = {
    "z. b.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "und andere", "u. ä.": "und Ähnliches", "o. ä.": "oder Ähnliches",
    "s. o.": "siehe oben", "s. u.": "siehe unten", "i. d. r.": "meistens", "u. s. w.": "und so weiter", "usw.": "und so weiter",
    "usf.": "und so weiter", "etc.": "und so weiter", "ca.": "ungefähr", "bzw.": "oder", "inkl.": "mit", "einschl.": "mit",
    "exkl.": "ohne", "ggf.": "vielleicht", "evtl.": "vielleicht", "mind.": "mindestens", "std.": "Stunden", "tel.": "Telefon",
    "nr.": "Nummer", "str.": "Straße", "vgl.": "siehe", "sog.": "so genannt", "zzgl.": "und dazu", "geb.": "geboren",
    "jh.": "Jahrhundert", "mio.": "Millionen", "tsd.": "Tausend", "tgl.": "jeden Tag", "wg.": "wegen", "allg.": "allgemein",
    "ehem.": "früher", "engl.": "englisch", "dt.": "deutsch", "stv.": "stellvertretend",
}
# these are words or names as well, and short only beside a number: „Mo., 15.9.“, „max. 20“, „15 Min.“, „5 km“
BEFORE_A_NUMBER = {
    "mo": "Montag", "di": "Dienstag", "mi": "Mittwoch", "do": "Donnerstag", "fr": "Freitag", "sa": "Samstag", "so": "Sonntag",
    "max": "höchstens", "min": "mindestens",
}
AFTER_A_NUMBER = {
    "Min.": "Minuten", "Jan.": "Januar", "Feb.": "Februar", "Aug.": "August", "Sept.": "September", "Sep.": "September",
    "Okt.": "Oktober", "Nov.": "November", "Dez.": "Dezember", "km": "Kilometer", "m": "Meter", "cm": "Zentimeter",
    "kg": "Kilogramm", "h": "Uhr",
}
