"""Easy Language: what in a text is hard to read, with the easier words. Floor 1, standard library only.

After „Die Regeln für Leichte Sprache“ (Netzwerk Leichte Sprache) and „Empfehlungen für Deutsche Leichte Sprache“ (DIN SPEC
33429): short sentences, one to a line, active, without genitive or subjunctive; long words with a hyphen or a mediopoint;
digits, but no abbreviations and no special characters. Only what can be told from the letters is judged, and rather too little
than too much: whether a text is easy, its readers say. So these are warnings, with the better form where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ikw.problems import N_, WARNING, Fault

WORDS_IN_A_SENTENCE = 12
LETTERS_IN_A_WORD = 14
WARNINGS_OF_A_KIND = 5
# a title or a summary has no lines of its own (`summary` holds 200 letters)
_LETTERS_IN_A_FIELD = 200
_SHOWN = 60
# nobody writes longer sentences, but a file may hold anything
_LOOKED_AT = 600

_NO_NAMES: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """A text to be judged; every place in `plain`, `judged` and a sentence is a place in the file.

    `plain` has no markup, `judged` no addresses, no names and nothing quoted; `words` are those of `judged` that are no names.
    """

    plain: str
    judged: str
    words: tuple[tuple[int, str], ...]
    sentences: tuple[tuple[int, int], ...]
    allowed: frozenset[str]


# place, message, mend
_Finding = tuple[int, str, str]


def check(text: str, first_line: int = 1, allowed: frozenset[str] = _NO_NAMES) -> tuple[Fault, ...]:
    """Return warnings for a text in Easy Language, at most `WARNINGS_OF_A_KIND` of one code, in the order of the lines.

    `allowed` has names (of venues, organisers, towns): they and each of their words are written as they are. So are words in
    quotation marks. A text of one line that fits into a field is a title or a summary and may have several sentences.
    """
    read = _read(text, allowed)
    faults = [fault for code, rule in _RULES for fault in _faults(code, rule(read), text, first_line)]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _faults(code: str, findings: Iterator[_Finding], text: str, first_line: int) -> list[Fault]:
    found: dict[str, _Finding] = {}
    for finding in findings:
        found.setdefault(finding[1], finding)
    more = len(found) - WARNINGS_OF_A_KIND
    faults = []
    for number, (place, message, mend) in enumerate(list(found.values())[:WARNINGS_OF_A_KIND], start=1):
        if number == WARNINGS_OF_A_KIND and more > 0:
            message = N_("{message}; im Text kommt das noch {count} Mal vor.").format(message=message[:-1], count=more)
        line = first_line + text.count("\n", 0, place)
        faults.append(Fault(code=code, message=message, mend=mend, severity=WARNING, line=line))
    return faults


# Reading

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
_MARKUP = re.compile(
    rf"(?P<address>{_ADDRESS.pattern})"
    r"|[<>]|\]\([^()\n]*\)|^[ \t]{0,3}(?:#{1,6}|>)(?=\s)|(?:(?<=&)amp|&(?!amp;)#?\w{1,30});"
    r"|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|[\[\]`\\]",
    re.MULTILINE,
)
_QUOTED = re.compile(
    r"„[^„“”\n]{1,120}[“”]|“[^“”\n]{1,120}”|»[^»«\n]{1,120}«|«[^»«\n]{1,120}»|\"[^\"\n]{1,120}\"|‚[^‚‘\n]{1,120}‘"
)
# an empty line, a heading, an entry of a list
_BLOCK_END = re.compile(
    r"\n(?=[ \t]*(?:\n|#{1,6}[ \t]|[-*+•][ \t]|\d{1,2}[.)][ \t]))|^[ \t]*#{1,6}[ \t][^\n]*\n", re.MULTILINE
)
_ENTRY = re.compile(r"^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?…][\"“”»’›)]*(?=\s+(?P<next>\S)|\s*$)")
# for the length only: what stands before a colon is a thought of its own
_COLON = re.compile(r":(?=\s*\n|\s+[\"„“»(]?[A-ZÄÖÜ0-9])")
_WORD_BEFORE = re.compile(r"[^\s(„“\"'/]*$")
_LETTER = re.compile(r"\w")
# some take ˑ for a mediopoint
_WORD = re.compile(r"[^\W\d_ˑ](?:[^\W\d_ˑ]|\u00ad)*")


def _read(text: str, allowed: frozenset[str]) -> _Text:
    plain = _ENTRY.sub(_blank, _MARKUP.sub(_blank_markup, text))
    judged = _QUOTED.sub(_blank, _ADDRESS.sub(_blank, plain))
    known, names = _names(allowed)
    for name in names:
        if name in judged:
            judged = judged.replace(name, " " * len(name))
    words = tuple((match.start(), match[0]) for match in _WORD.finditer(judged) if match[0] not in known)
    return _Text(plain=plain, judged=judged, words=words, sentences=tuple(_sentences(text, plain)), allowed=known)


@lru_cache(maxsize=8)
def _names(allowed: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return every word of the names, and those names that are more than a word, the longest first."""
    words = frozenset(word for name in allowed for word in _WORD.findall(name))
    longer = sorted((name for name in allowed if " " in name.strip()), key=lambda name: (-len(name), name))
    return words, tuple(longer)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _blank_markup(match: re.Match[str]) -> str:
    return match["address"] or " " * len(match[0])


def _sentences(text: str, plain: str) -> Iterator[tuple[int, int]]:
    start = 0
    edges = {match.end() for match in _BLOCK_END.finditer(text)} | {match.end() for match in _COLON.finditer(plain)}
    edges |= {match.end() for match in _SENTENCE_END.finditer(plain) if _ends_sentence(plain, match)}
    for end in (*sorted(edges), len(plain)):
        if plain[start:end].strip():
            yield start + len(plain[start:end]) - len(plain[start:end].lstrip()), end
        start = end


def _ends_sentence(plain: str, match: re.Match[str]) -> bool:
    following = match["next"] or ""
    if following.islower():
        return False
    if plain[match.start()] != ".":
        return True
    found = _WORD_BEFORE.search(plain[max(match.start() - 30, 0):match.start()])
    word = found[0] if found else ""
    if word.isdecimal() and len(word) <= 2:  # 14. September; a number that ends a line ends the sentence
        return not following or "\n" in plain[match.end():match.start("next")]
    return not (len(word) == 1 and word.isalpha()) and f"{word}.".lower() not in _NO_END


def _seen(text: str) -> str:
    """Return the words of a place in one line, so that they can stand in a message."""
    words = re.sub(r"\s+([.,;:!?])", r"\1", " ".join(text.split()))
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0] or words[:_SHOWN]} …"


# Sentences

_LIST = re.compile(r"(?:[\w·-]+, ){2,}[\w·-]+ (?:und|oder) [\w·-]+")
_JOINT = re.compile(r"(?<=,)\s+|\s+(?=(?:und|oder|aber|denn|sondern)\s)")


def _long_sentences(text: _Text) -> Iterator[_Finding]:
    """A sentence has at most `WORDS_IN_A_SENTENCE` words."""
    for start, end in text.sentences:
        sentence = text.plain[start:end]
        count = _count(sentence)
        if count > WORDS_IN_A_SENTENCE:
            message = N_("„{seen}“ hat {count} Wörter, leicht sind höchstens {limit}.")
            message = message.format(seen=_seen(sentence), count=count, limit=WORDS_IN_A_SENTENCE)
            yield start, message, _shorter(" ".join(sentence[:_LOOKED_AT].split()))


def _count(words: str) -> int:
    return sum(1 for word in words.split() if _LETTER.search(word))


def _shorter(sentence: str) -> str:
    if listed := _LIST.search(sentence):
        return N_("Machen Sie aus „{seen}“ eine Liste, jedes in einer eigenen Zeile.").format(seen=_seen(listed[0]))
    joints = [
        joint.end() for joint in _JOINT.finditer(sentence)
        if min(_count(sentence[:joint.end()]), _count(sentence[joint.end():])) >= 3
    ]
    if not joints:
        return N_("Machen Sie daraus zwei Sätze, jeden mit einem Gedanken.")
    middle = min(joints, key=lambda place: abs(2 * place - len(sentence)))
    return N_("Beginnen Sie vor „{words}“ einen neuen Satz.").format(words=_first_words(sentence[middle:]))


def _first_words(text: str) -> str:
    return _seen(" ".join(text[:_LOOKED_AT].split()[:3])).rstrip(".,;:!?")


def _full_lines(text: _Text) -> Iterator[_Finding]:
    """Every sentence has a line of its own; one warning tells it for the whole text."""
    if "\n" not in text.plain.strip() and len(text.plain) <= _LETTERS_IN_A_FIELD:
        return
    found = []
    for line in re.finditer(r"[^\n]+", text.plain):
        ends = (end for end in _SENTENCE_END.finditer(line[0]) if end["next"] and _ends_sentence(line[0], end))
        if end := next(ends, None):
            found.append(line.start() + end.end())
    if found:
        before = text.plain[:found[0]].rpartition("\n")[2]
        after = next((text.plain[start:end] for start, end in text.sentences if end > found[0]), "")
        seen = f"{' '.join(before.split()[-3:])} {_first_words(after)}"
        times = N_(", insgesamt {count} Mal").format(count=len(found)) if len(found) > 1 else ""
        message = N_("„{seen}“ steht in einer Zeile{times}; leicht ist eine Zeile für jeden Satz.")
        mend = N_("Beginnen Sie vor „{words}“ eine neue Zeile, mit zwei Leerzeichen am Ende der alten.")
        yield found[0], message.format(seen=_seen(seen), times=times), mend.format(words=_first_words(after))


# Passive

_CLAUSE = re.compile(
    r"(?:[,;:–—]\s+|\s(?=(?:und|oder|aber|denn|sondern)\s))"
    r"(?:(?:und|oder|aber|denn|sondern)\s+)?(?=(?:wenn|weil|dass|ob|damit|bis|wo|wer|was|wie|wann|der|die|das|den|dem|[Ss]ie|er|es|"
    r"wir|ich|ihr|man|dann|danach|alle|jede[rs]?|hier|dort)\s)"
)
_BECOME = re.compile(r"\b[Ww](?:ird|irst|erden?|erdet|urden?|urdest|urdet)\b")
_IN_A_PASSIVE = re.compile(r"\b[Ww](?:ird|erd|urd|orden)")
_HAVE = re.compile(r"\b(?:habe?n?|habt|hast|hat|hatten?|ist|sind|seid|bin|war|waren)\b")
_PREFIX = (
    "ab|an|auf|aus|bei|bereit|dazu|durch|ein|entgegen|fertig|fest|fort|frei|her|heraus|herum|hin|hinzu|kennen|los|mit|nach|statt|"
    "teil|über|um|unter|vor|vorbei|voraus|weg|weiter|wieder|zu|zurück|zusammen"
)
# what stands behind „ge“, and the infinitive
_STRONG = {
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
_STRONG_WITHOUT_GE = (
    "boten|brochen|bunden|funden|griffen|hoben|holfen|liehen|mieden|nommen|rissen|schlossen|schnitten|schoben|schrieben|sprochen|"
    "standen|stohlen|strichen|trieben|troffen|wiesen|wonnen|worfen|zogen|bracht|brannt|dacht|kannt|nannt|wandt|loren|gonnen|"
    "fohlen|schieden|glichen"
)
_PARTICIPLE = re.compile(
    rf"\b(?P<before>{_PREFIX})?ge"
    rf"(?:(?P<strong>{'|'.join(sorted(_STRONG, key=len, reverse=True))})|(?P<weak>[a-zäöüß]{{2,}}t))\b"
    rf"|\b(?:{_PREFIX}|be|emp|ent|er|miss|ver|wider|zer){{0,2}}(?:be|emp|ent|er|miss|ver|zer|über|unter|wieder)"
    rf"(?:{_STRONG_WITHOUT_GE})\b"
    r"|\b(?P<bare>(?:(?:be|ent|er|miss|ver|zer|über|unter|wider|wieder|durch)[a-zäöüß]{3,}|[a-zäöüß]{2,}ier)t)\b"
)
# their infinitive has „ge“, too
_WITH_GE = frozenset(("stalt", "nehmig", "wöhn", "fährd", "währ"))
_LIKE_PARTICIPLES = (
    "bedeutet begeistert beginnt bekannt beliebt bereit berühmt besteht bestimmt bewusst entspannt erneut erschöpft erst "
    "garantiert geehrt geeignet gefällt gehst geht gelaunt gelingt gemischt genießt genügt gerecht gesamt geschickt geschieht "
    "gespannt gesund geübt gewinnt gewohnt interessiert kompliziert überhaupt überrascht überzeugt unbekannt vergesst "
    "verlässt verliebt vermehrt verrückt verstärkt versteht verwandt"
)
_NO_PARTICIPLE = frozenset(_LIKE_PARTICIPLES.split())
_FUTURE = re.compile(r"\s+(?:haben|sein|werden sein)\b")


def _passives(text: _Text) -> Iterator[_Finding]:
    """Someone does something; nothing is done („Wir kochen“, not „Es wird gekocht“)."""
    for start, end in text.sentences:
        if not _IN_A_PASSIVE.search(text.judged, start, end):
            continue
        for clause, place in _clauses(text.judged[start:end], start):
            if found := _passive(clause[:_LOOKED_AT]):
                (first, first_end), (second, second_end), verb = found
                gap = " … " if clause[first_end:second].strip() else " "
                seen = f"{clause[first:first_end]}{gap}{clause[second:second_end]}"
                yield place + first, N_("„{seen}“ ist Passiv.").format(seen=seen), _active(verb)


def _clauses(sentence: str, start: int) -> Iterator[tuple[str, int]]:
    edge = 0
    for match in _CLAUSE.finditer(sentence):
        yield sentence[edge:match.start()], start + edge
        edge = match.end()
    yield sentence[edge:], start + edge


_Span = tuple[int, int]


def _passive(clause: str) -> tuple[_Span, _Span, re.Match[str]] | None:
    """Return where the two verbs of a passive stand, the first one first, and the participle."""
    participles = [match for match in _PARTICIPLE.finditer(_uncapped(clause)) if match[0] not in _NO_PARTICIPLE]
    for become in _BECOME.finditer(clause):
        for participle in participles:
            if participle.end() < become.start():
                # „Gekocht wird im Hof“, „weil gekocht wird“, „muss gekocht werden“
                if not clause[participle.end():become.start()].strip():
                    return participle.span(), become.span(), participle
            elif _HAVE.search(clause, become.end(), participle.start()):
                break
            elif participle.start() > become.end() and not _FUTURE.match(clause, participle.end()):
                return become.span(), participle.span(), participle
    if participles and (been := re.search(r"\bworden\b", clause)) and participles[-1].end() < been.start():
        return participles[-1].span(), been.span(), participles[-1]
    return None


def _uncapped(clause: str) -> str:
    # some capitals have small forms of two letters, and places are to stay
    return clause[:1].lower() + clause[1:] if len(clause[:1].lower()) == 1 else clause


def _active(verb: re.Match[str]) -> str:
    we = _infinitive(verb)
    if we is None:
        return N_("Schreiben Sie, wer es tut.")
    before = f" … {verb['before']}" if verb["before"] else " …"
    return N_("Schreiben Sie, wer es tut, zum Beispiel: „Wir {we}“.").format(we=f"{we}{before}")


def _infinitive(verb: re.Match[str]) -> str | None:
    """Return the form after „wir“ of a participle, None for verbs that change in ways of their own."""
    if verb["strong"]:
        return _STRONG[verb["strong"]]
    regular = verb["weak"] or verb["bare"]
    if not regular:
        return None
    stem = regular[:-1]
    if stem.endswith("e") and len(stem) > 3:  # geöffnet, gearbeitet
        stem = stem[:-1]
    if stem in _WITH_GE:
        return f"ge{stem}en"
    return f"{stem}n" if re.search(r"(?<![ie])el$|(?<![iew])er$|eier$|uer$", stem) else f"{stem}en"


# Genitive

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
# no nouns, though they have a capital where a sentence begins
_SMALL_WORDS = (
    "ab aber alle als am an auch auf aus außer bei bis da damit danach dann das dass denn dort durch für gegenüber gehört "
    "heute hier hilft hinter ihm ihnen ihr im in ist jetzt mit nach neben nur ob oder ohne sagt seit sie sind so sonst statt "
    "trotz über um und unter von vor während wann war wegen weil wenn wer wie wo zu zwischen"
)
_NO_OWNER = frozenset(_SMALL_WORDS.split())
_DATIVE = {"des": "dem", "eines": "einem", "unseres": "unserem", "eures": "eurem"}
_WHOLE_IN_S = re.compile(r"(?i:.*(?:us|is|os|as|annes)$)")
_ENDS_IN_E = re.compile(r"(?i:.*(?:gebäud|geländ|gemüs|gebirg|gemäld|getreid|gewürz|käs|end|aug|interess|erb))es$")


def _genitives(text: _Text) -> Iterator[_Finding]:
    """Whose something is, is told with „von“: „das Fest von dem Verein“, not „das Fest des Vereins“."""
    for match in _GENITIVE.finditer(text.judged):
        if match["article"] != "des" and not match["noun"].endswith("s"):
            continue
        if match["noun"] not in text.allowed:
            yield match.start(), _genitive(match[0]), _with_dative(match)
    for match in _NOUN_OF.finditer(text.judged):
        noun = match["noun"]
        article = "den" if _PLURAL.fullmatch(noun) else "der" if _FEMININE.fullmatch(noun) else ""
        if match["owner"].lower() in _NO_OWNER or noun in text.allowed:
            continue
        if article and not _TIME.fullmatch(match["owner"]):
            words = f"{match['owner']} von {article} {match['adjective']}{noun}"
            yield match.start(), _genitive(match[0]), N_("Schreiben Sie „{words}“.").format(words=_seen(words))


def _genitive(words: str) -> str:
    return N_("„{seen}“ ist Genitiv.").format(seen=_seen(words))


def _with_dative(match: re.Match[str]) -> str:
    article, noun = match["article"], match["noun"]
    dative = _DATIVE.get(article, f"{article[:-1]}m")
    before = {"während": "bei", "": "von"}.get((match["before"] or "").lower(), match["before"])
    words = f"{before} {dative} {match['adjective']}{_without_ending(noun)}"
    return N_("Schreiben Sie „{words}“.").format(words=_seen(words))


def _without_ending(noun: str) -> str:
    if not noun.endswith("s") or _WHOLE_IN_S.match(noun):
        return noun
    if noun.endswith("nisses"):
        return noun[:-3]
    return noun[:-2] if noun.endswith("es") and not _ENDS_IN_E.match(noun) and len(noun) > 4 else noun[:-1]


# Words

_SUBJUNCTIVE = {
    "könnte": "kann", "könnten": "können", "könntest": "kannst", "könntet": "könnt", "wäre": "ist", "wären": "sind",
    "wärst": "bist", "wärt": "seid", "hätte": "hat", "hätten": "haben", "hättest": "hast", "hättet": "habt", "müsste": "muss",
    "müssten": "müssen", "müsstest": "musst", "dürfte": "darf", "dürften": "dürfen", "dürftest": "darfst", "gäbe": "gibt",
    "gäben": "geben", "käme": "kommt", "kämen": "kommen", "ginge": "geht", "bräuchte": "braucht", "bräuchten": "brauchen",
    "wüsste": "weiß", "wüssten": "wissen", "ließe": "lässt",
}
_WOULD = frozenset(("würde", "würden", "würdest", "würdet"))


def _subjunctives(text: _Text) -> Iterator[_Finding]:
    """Say what is, not what might be; „möchte“ is an everyday word and fine."""
    for place, word in text.words:
        key = word.lower()
        # „Würde“ with a capital is what every human being has
        if not (key in _SUBJUNCTIVE or key in _WOULD) or word == "Würde" or _is_joined(text, place):
            continue
        message = N_("„{seen}“ ist Möglichkeitsform.").format(seen=word)
        if key in _WOULD:
            yield place, message, N_("Schreiben Sie, was ist; wenn es nicht sicher ist, hilft „vielleicht“.")
        elif word[0].isupper():
            yield place, message, N_("Schreiben Sie „{words}“.").format(words=_SUBJUNCTIVE[key].capitalize())
        else:
            mend = N_("Schreiben Sie „{words}“, und wenn es nicht sicher ist: „{words} vielleicht“.")
            yield place, message, mend.format(words=_SUBJUNCTIVE[key])


def _is_joined(text: _Text, place: int) -> bool:
    return place > 0 and text.judged[place - 1] in "-‐‑·•‧"


# an ending makes a word longer, but not harder
_ENDING = re.compile(
    r"(?:(?<=ung|aft|ion|tät)en|(?<=heit|keit)en|(?<=isch|lich|nell|rell|uell|iell)e[nrsm]?|(?<=bar|sam)e[nrsm]?|(?<=ig|al)e[nrsm]?)$"
)
# „Diskriminierung“, „unterschiedlich“ are hard, but no compounds: nothing in them could be parted
_DERIVED = re.compile(r"(?:ung|keit|heit|schaft|tion|tät|ismus|lich|isch|ig|gemäß)(?:en|e[rnsm]?)?$")
_LETTERS_OF_A_DERIVED_WORD = 17
_HEADS_AND_TAILS = (
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
_PARTS = frozenset(_HEADS_AND_TAILS.split())
_LINKS = ("", "s", "es", "n", "en", "er", "e", "innen")
_ENDINGS = ("", "e", "n", "en", "s", "es", "er", "ern", "innen", "in")
# what never begins a part: „Künstler-Innen“, „Erfahrungs-Gemäß“
_NO_PART = re.compile(r"(?:inn|ig|isch|lich|ung|schaft|haft|heit|keit|ität|ation|alis|alit|ell|ler|gemäß|mäßig)")
# what never ends one: „Grundver-Ordnung“
_NO_HEAD_END = (
    "ver", "be", "ent", "aus", "auf", "an", "ab", "ein", "um", "vor", "nach", "unter", "über", "bei", "zu", "durch", "un",
)
# only behind these is an „s“ surely a link, and no letter of the next part: „Begegnungs-Zentrum“
_LINKING = ("ung", "schaft", "heit", "keit", "tät", "ion", "ling", "tum")
_LINKED = re.compile(rf".{{3,}}(?:{'|'.join(_LINKING)})s(?=.{{4}})")
_SHORTEST_HEAD = 5
_SHORTEST_TAIL = 6


def _long_words(text: _Text) -> Iterator[_Finding]:
    """A word has at most `LETTERS_IN_A_WORD` letters, or a hyphen or a mediopoint where its parts meet."""
    for place, written in text.words:
        word = written.replace("\u00ad", "")
        if len(word) <= LETTERS_IN_A_WORD or len(_ENDING.sub("", word.lower())) <= LETTERS_IN_A_WORD:
            continue
        parts = _parts(word)
        is_derived = not parts and len(word) <= _LETTERS_OF_A_DERIVED_WORD and _DERIVED.search(word.lower())
        if is_derived or word in text.allowed or word.removesuffix("s") in text.allowed:
            continue
        message = N_("„{word}“ ist ein langes Wort: {count} Buchstaben ohne Bindestrich.")
        mend = N_("Schreiben Sie „{words}“ oder ein kürzeres Wort.") if parts else N_(
            "Trennen Sie seine Teile mit einem Bindestrich, wie in „Kirchen-Gemeinde“, oder nehmen Sie ein kürzeres Wort.")
        yield place, message.format(word=_seen(word), count=len(word)), mend.format(words="-".join(parts))


def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of a compound, none where they can't be told."""
    lower = word.lower()
    if len(word) > _SHOWN or len(lower) != len(word):
        return ()
    if not word[0].isupper():
        return _known_start(lower)
    parts = _known_parts(lower) or _known_joint(lower) or _known_start(lower) or _known_end(lower)
    return tuple(part.capitalize() for part in parts)


@lru_cache(maxsize=512)
def _known_parts(rest: str, is_first: bool = True) -> tuple[str, ...]:
    """Return the fewest known parts that make up the word, with the letters that link them."""
    if not is_first and any(rest == part + ending for part in _starts(rest) for ending in _ENDINGS):
        return (rest,)
    found: list[tuple[str, ...]] = []
    for part in _starts(rest):
        for link in _LINKS:
            head = part + link
            if rest.startswith(head) and (more := _known_parts(rest[len(head):], is_first=False)):
                found.append((head, *more))
    return min(found, key=len, default=())


def _starts(rest: str) -> Iterator[str]:
    return (rest[:length] for length in range(min(len(rest), 16), 2, -1) if rest[:length] in _PARTS)


def _known_joint(word: str) -> tuple[str, ...]:
    head = _LINKED.match(word)
    return (head[0], word[head.end():]) if head and not _NO_PART.match(word, head.end()) else ()


def _known_start(word: str) -> tuple[str, ...]:
    for part in _starts(word):
        links = ("en", "s") if part.endswith(_LINKING) else ("n",) if part.endswith("e") else ()
        head = next((part + link for link in links if word.startswith(part + link)), part)
        tail = word[len(head):]
        if len(part) >= _SHORTEST_HEAD and len(tail) > 3 and not _NO_PART.match(tail):
            return head, tail
    return ()


def _known_end(word: str) -> tuple[str, ...]:
    for length in range(4, len(word) - _SHORTEST_TAIL + 1):
        head, tail = word[:length], word[length:]
        stems = [tail.removesuffix(ending) for ending in _ENDINGS if tail.endswith(ending)]
        if not head.endswith(_NO_HEAD_END) and any(len(stem) >= _SHORTEST_TAIL and stem in _PARTS for stem in stems):
            return head, tail
    return ()


# Signs

_ABBREVIATIONS = {
    "z. b.": "zum Beispiel", "d. h.": "das heißt", "u. a.": "und andere", "u. ä.": "und Ähnliches", "o. ä.": "oder Ähnliches",
    "s. o.": "siehe oben", "s. u.": "siehe unten", "i. d. r.": "meistens", "u. s. w.": "und so weiter", "usw.": "und so weiter",
    "usf.": "und so weiter", "etc.": "und so weiter", "ca.": "ungefähr", "bzw.": "oder", "inkl.": "mit", "einschl.": "mit",
    "exkl.": "ohne", "ggf.": "vielleicht", "evtl.": "vielleicht", "mind.": "mindestens", "std.": "Stunden", "tel.": "Telefon",
    "nr.": "Nummer", "str.": "Straße", "vgl.": "siehe", "sog.": "so genannt", "zzgl.": "und dazu", "geb.": "geboren",
    "jh.": "Jahrhundert", "mio.": "Millionen", "tsd.": "Tausend", "tgl.": "jeden Tag", "wg.": "wegen", "allg.": "allgemein",
    "ehem.": "früher", "engl.": "englisch", "dt.": "deutsch", "stv.": "stellvertretend",
}
# these are words or names as well, and short only beside a number: „Mo., 15.9.“, „max. 20“, „15 Min.“, „5 km“
_BEFORE_A_NUMBER = {
    "mo": "Montag", "di": "Dienstag", "mi": "Mittwoch", "do": "Donnerstag", "fr": "Freitag", "sa": "Samstag", "so": "Sonntag",
    "max": "höchstens", "min": "mindestens",
}
_AFTER_A_NUMBER = {
    "Min.": "Minuten", "Jan.": "Januar", "Feb.": "Februar", "Aug.": "August", "Sept.": "September", "Sep.": "September",
    "Okt.": "Oktober", "Nov.": "November", "Dez.": "Dezember", "km": "Kilometer", "m": "Meter", "cm": "Zentimeter",
    "kg": "Kilogramm", "h": "Uhr",
}
_NO_END = frozenset((
    *_ABBREVIATIONS, *(short.replace(" ", "") for short in _ABBREVIATIONS), *(f"{short}." for short in _BEFORE_A_NUMBER),
    *map(str.lower, _AFTER_A_NUMBER), "dr.", "prof.", "st.", "hl.", "e.v.", "abs.", "ev.", "kath.", "bes.", "gem.", "lt.",
)) - {"so."}
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:"
    + "|".join(re.escape(short).replace(r"\ ", r"\s?") for short in sorted(_ABBREVIATIONS, key=len, reverse=True))
    + r")(?!\w)",
    re.IGNORECASE,
)
_BY_A_NUMBER = re.compile(
    rf"(?<![\w.])(?P<before>(?:{'|'.join(map(str.capitalize, _BEFORE_A_NUMBER))}|max|min)\.)(?=,?\s*\d)"
    rf"|(?<=\d)\.?\s?(?P<after>{'|'.join(map(re.escape, _AFTER_A_NUMBER))})(?![\w²³/·-])",
)
_SIGNS = {
    "%": N_("Schreiben Sie „Prozent“, oder leichter: „viele“ oder „wenige“."),
    "&": N_("Schreiben Sie „und“."),
    "§": N_("Schreiben Sie „Paragraf“, und erklären Sie das Wort."),
    ";": N_("Schreiben Sie einen Punkt, und beginnen Sie eine neue Zeile."),
}
_SIGN = re.compile(r"[%&§;]")


def _abbreviations(text: _Text) -> Iterator[_Finding]:
    """Words are written out."""
    for match in _ABBREVIATION.finditer(text.judged):
        if whole := _ABBREVIATIONS.get(re.sub(r"\.\s*(?=\w)", ". ", match[0].lower())):
            yield _abbreviation(match.start(), match[0], whole)
    for match in _BY_A_NUMBER.finditer(text.judged):
        if before := match["before"]:
            yield _abbreviation(match.start(), before, _BEFORE_A_NUMBER[before[:-1].lower()])
        else:
            yield _abbreviation(match.start("after"), match["after"], _AFTER_A_NUMBER[match["after"]])


def _abbreviation(place: int, seen: str, whole: str) -> _Finding:
    message = N_("„{seen}“ ist eine Abkürzung.").format(seen=_seen(seen))
    return place, message, N_("Schreiben Sie „{words}“.").format(words=whole)


def _number_words() -> dict[str, int]:
    ones = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
    tens = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
    numbers = {"dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19}
    for ten, tens_word in enumerate(tens, start=2):
        numbers[tens_word] = 10 * ten
        numbers |= {f"{word}und{tens_word}": 10 * ten + one for one, word in enumerate(ones, start=1)}
    for one, word in enumerate(ones, start=1):
        numbers |= {f"{word}hundert": 100 * one, f"{word}tausend": 1000 * one}
    return numbers | {"hundert": 100, "tausend": 1000, "zehntausend": 10_000, "hunderttausend": 100_000}


_NUMBERS = _number_words()
_AFTER_DIGITS = re.compile(r"\d\s*$")


def _numbers(text: _Text) -> Iterator[_Finding]:
    """A number above zwölf has digits; „5 Tausend“ is fine."""
    for place, word in text.words:
        number = _NUMBERS.get(word.lower())
        if number is None or _is_joined(text, place):
            continue
        if not _AFTER_DIGITS.search(text.judged, max(place - 4, 0), place):
            message = N_("„{seen}“ ist eine Zahl in Buchstaben.").format(seen=word)
            yield place, message, N_("Schreiben Sie „{words}“.").format(words=number)


def _signs(text: _Text) -> Iterator[_Finding]:
    """A word is easier than a sign."""
    for match in _SIGN.finditer(text.judged):
        before, after = text.judged[max(match.start() - 20, 0):match.start()], text.judged[match.end():match.end() + 20]
        left, right = re.search(r"(?:\S+\s?)?$", before), re.match(r"\s*\w+", after) if match[0] != ";" else None
        seen = f"{left[0] if left else ''}{match[0]}{right[0] if right else ''}"
        message = N_("„{seen}“ enthält das Sonderzeichen „{sign}“.").format(seen=_seen(seen), sign=match[0])
        yield match.start(), message, _SIGNS[match[0]]


_RULES: tuple[tuple[str, Callable[[_Text], Iterator[_Finding]]], ...] = (
    ("easy-sentence", _long_sentences), ("easy-line", _full_lines), ("easy-passive", _passives), ("easy-genitive", _genitives),
    ("easy-subjunctive", _subjunctives), ("easy-word", _long_words), ("easy-abbreviation", _abbreviations),
    ("easy-number", _numbers), ("easy-sign", _signs),
)
