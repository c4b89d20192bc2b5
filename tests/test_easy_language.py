"""Easy Language: what is hard to read, in which line, and the easier words; and above all what is no fault."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ikw.easy_language import WARNINGS_OF_A_KIND, check
from ikw.problems import WARNING, Fault


def warning(code: str, message: str, mend: str, line: int = 1) -> Fault:
    return Fault(code=code, message=message, mend=mend, severity=WARNING, line=line)


FINE = {
    "nothing": "",
    "blank": " \n\n ",
    "short sentences": "Wir kochen.\nWir essen.",
    "twelve words": "Wir kochen am Abend im Hof eine Suppe mit Gemüse aus Gärten.",
    "a sentence over two lines": "Wir treffen uns am Freitag\nin der Stadthalle.",
    "a colon parts": "Zuständig heißt in diesem Fall für alle Menschen: Das Amt muss Ihnen immer helfen.",
    "entries of a list": "Es gibt:\n\n- Reis und Brot und Suppe\n- Tee und Saft und Wasser\n- Kuchen und Obst",
    "entries by number": "1. Wir kochen zuerst zusammen eine Suppe\n2. Danach essen wir zusammen diese gute Suppe",
    "headings": "# Ein Fest mit Musik und Tanz\nEs gibt Essen und Musik und Tanz für alle.",
    "a summary": "Wir kochen. Wir essen. Alle können kommen.",
    # where a sentence does not end
    "date": "Das Fest ist\nam 14. September.",
    "initial": "Das Buch ist\nvon A. Muster.",
    "title": "Es spricht\nDr. Muster.",
    "club": "Das macht der\nVerein Regenbogen e. V. Hersfeld.",
    "number at the end of a line": "Das ist der Koffer Nummer 25.\nDer Koffer ist leer und steht am Fenster in der Halle.",
    "small letter": "„Komm mit!“ sagen\nalle. und gehen.",
    # no passive
    "future": "Wir werden das Spiel gewinnen.",
    "future of bekommen": "Sie werden einen Brief bekommen.",
    "future with sein": "Sie werden überrascht sein.",
    "becoming": "Es wird warm.",
    "becoming something": "Aus dem Haus wird ein Treffpunkt.",
    "adverb": "Das wird bestimmt lustig.",
    "perfect": "Wir haben gekocht und werden essen.",
    "perfect in a second clause": "Es wird warm und wir haben Suppe gekocht.",
    "another verb in a second clause": "Es wird laut, wenn das Spiel beginnt.",
    "become": "Das ist schön geworden.",
    # no genitive
    "dative": "In der Stadt ist ein Fest.",
    "dative after a verb": "Das Haus gehört der Stadt.",
    "subject behind a place": "Am Abend singt im Park der Chor.",
    "subject behind a time": "Um 18 Uhr der Chor, um 19 Uhr der Film.",
    "dative behind a time": "Das gehört seit 10 Jahren der Stadt.",
    "subject behind a place, one in -n": "Im Hof steht am Abend der Wagen. Im Haus der Garten·laden.",
    "subject behind a place, one in -r": "Am Abend singt im Park der Sänger. Dann spielt im Saal der Lehrer.",
    "dative of many": "Wir danken am Ende den Nachbarn. Bei der Feier.",
    "behind a comma": "Das ist der Chor, der Menschen hilft.",
    "days of the sky": "Im Herbst kommt aus dem Land der Regen. Im Norden der Stern.",
    "pronoun": "Nur eines: Spaß.",
    "easy form": "Das Fest von dem Verein.",
    # no subjunctive
    "möchte": "Sie möchten kommen?",
    "human dignity": "Die Würde gehört allen Menschen.",
    "joined": "Das ist eine Ehren-würde.",
    # no long word
    "hyphen": "Rollstuhl-Fahrerinnen kommen.",
    "mediopoint": "Rollstuhl·fahrerinnen kommen.",
    "ˑ for a mediopoint": "Rollstuhlˑfahrerinnen kommen.",
    "plural": "Alle Veranstaltungen und Schwierigkeiten.",
    "ending": "Die Interkulturelle Woche ist international, mit internationalen Gästen.",
    "no compound": "Diskriminierung ist verboten.",
    "quoted": "Das Buch heißt „Donaudampfschifffahrt“.",
    "address": "Mehr steht auf www.donaudampfschifffahrt.example.org.",
    "link": "Mehr steht [hier](https://example.org/Donaudampfschifffahrt).",
    "mail": "Schreiben Sie an donaudampfschifffahrt@example.org.",
    # no abbreviation, no number, no sign
    "name at an end": "Hier spielt Max. Er spielt gut.",
    "so at an end": "Das ist so.\n20 Menschen kommen.",
    "square metres": "Der Saal hat 50 m².",
    "small numbers": "Zwölf Kinder und drei Frauen.",
    "large number": "Das kostet 5 Tausend Euro.",
    "number in a word": "Im 20. Jahr-hundert.",
    "euro": "Das kostet 8 € oder 8 Euro.",
    "entity": "Brot&nbsp;und Tee",
    "emphasis": "Wir *kochen* und **essen**, ***immer***.",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_an_easy_text_has_no_warning(text: str) -> None:
    assert check(text) == ()


ONE_THOUGHT = "Machen Sie daraus zwei Sätze, jeden mit einem Gedanken."
SENTENCES = {
    "and in the middle": (
        "Wir kochen am Freitag im Hof eine Suppe und danach essen wir alle zusammen im Garten.",
        "„Wir kochen am Freitag im Hof eine Suppe und danach essen …“ hat 16 Wörter, leicht sind höchstens 12.",
        "Beginnen Sie vor „und danach essen“ einen neuen Satz.",
    ),
    "comma": (
        "Wir zeigen Ihnen einen Film über den Fluss, weil dort so viele verschiedene Menschen leben.",
        "„Wir zeigen Ihnen einen Film über den Fluss, weil dort so …“ hat 15 Wörter, leicht sind höchstens 12.",
        "Beginnen Sie vor „weil dort so“ einen neuen Satz.",
    ),
    "list": (
        "Bei dem Fest im Hof gibt es für alle Menschen Reis, Brot, Suppe und Kuchen.",
        "„Bei dem Fest im Hof gibt es für alle Menschen Reis, Brot, …“ hat 15 Wörter, leicht sind höchstens 12.",
        "Machen Sie aus „Reis, Brot, Suppe und Kuchen“ eine Liste, jedes in einer eigenen Zeile.",
    ),
    "no joint": (
        "Am Freitag um 18 Uhr kommt der Bus mit den Büchern aus der Bücherei.",
        "„Am Freitag um 18 Uhr kommt der Bus mit den Büchern aus der …“ hat 14 Wörter, leicht sind höchstens 12.",
        ONE_THOUGHT,
    ),
    "over two lines": (
        "Am Freitag um 18 Uhr kommt der Bus\nmit den Büchern aus der Bücherei.",
        "„Am Freitag um 18 Uhr kommt der Bus mit den Büchern aus der …“ hat 14 Wörter, leicht sind höchstens 12.",
        ONE_THOUGHT,
    ),
    "address": (
        "Auf <https://example.org/?a=1&b=%20> steht das [ganze Programm](/x) mit *allen* Zeiten für alle Tage bereit.",
        "„Auf https://example.org/?a=1&b=%20 steht das ganze Programm …“ hat 13 Wörter, leicht sind höchstens 12.",
        ONE_THOUGHT,
    ),
}


@pytest.mark.parametrize(("text", "message", "mend"), SENTENCES.values(), ids=SENTENCES)
def test_a_long_sentence_has_a_place_to_end(text: str, message: str, mend: str) -> None:
    assert check(text) == (warning("easy-sentence", message, mend),)


LINES = {
    "one line": (
        "Wir kochen.\nWir essen. Wir singen.\nWir tanzen.",
        "„Wir essen. Wir singen“ steht in einer Zeile; leicht ist eine Zeile für jeden Satz.", "Wir singen",
    ),
    "several": (
        "Wir kochen. Wir essen.\nWir singen! Wir tanzen?\nWer kommt? Alle kommen.",
        "„Wir kochen. Wir essen“ steht in einer Zeile, insgesamt 3 Mal; leicht ist eine Zeile für jeden Satz.", "Wir essen",
    ),
    "digit": (
        "Wir essen.\nEs gibt Tee. 20 Kinder kommen.",
        "„Es gibt Tee. 20 Kinder kommen“ steht in einer Zeile; leicht ist eine Zeile für jeden Satz.", "20 Kinder kommen",
    ),
    "one long line": (
        " ".join(["Wir kochen am Abend im Hof."] * 8),
        "„Abend im Hof. Wir kochen am“ steht in einer Zeile; leicht ist eine Zeile für jeden Satz.", "Wir kochen am",
    ),
}


@pytest.mark.parametrize(("text", "message", "words"), LINES.values(), ids=LINES)
def test_several_sentences_in_a_line_are_told_once(text: str, message: str, words: str) -> None:
    (fault,) = check(text)
    assert (fault.code, fault.message) == ("easy-line", message)
    assert fault.mend == f"Beginnen Sie vor „{words}“ eine neue Zeile, mit zwei Leerzeichen am Ende der alten."


PASSIVE = {
    "wird": ("Es wird gekocht.", "wird gekocht", "kochen …"),
    "wurde": ("Die Suppe wurde im Hof gekocht.", "wurde … gekocht", "kochen …"),
    "werden": ("Kuchen und Tee werden verkauft.", "werden verkauft", "verkaufen …"),
    "infinitive": ("Der Saal muss geöffnet werden.", "geöffnet werden", "öffnen …"),
    "worden": ("Das Lied ist hier gesungen worden.", "gesungen worden", "singen …"),
    "in front": ("Getanzt wird im Hof.", "Getanzt wird", "tanzen …"),
    "in a clause": ("Kommen Sie, wenn vorgelesen wird.", "vorgelesen wird", "lesen … vor"),
    "strong verb": ("Am Abend wird gegessen.", "wird gegessen", "essen …"),
    "two prefixes": ("Das Essen wird angeboten.", "wird angeboten", "bieten … an"),
    "-iert": ("Es wird lange diskutiert.", "wird … diskutiert", "diskutieren …"),
    "-elt": ("Es wird gebastelt.", "wird gebastelt", "basteln …"),
    "-iel": ("Es wird gespielt.", "wird gespielt", "spielen …"),
    "-ert": ("Es wird gefeiert.", "wird gefeiert", "feiern …"),
    "-tet": ("Es wird gearbeitet.", "wird gearbeitet", "arbeiten …"),
    "ge- stays": ("Das Haus wird umgestaltet.", "wird umgestaltet", "gestalten … um"),
    "with someone": ("Das Fest wird von dem Verein eröffnet.", "wird … eröffnet", "eröffnen …"),
}


@pytest.mark.parametrize(("text", "seen", "active"), PASSIVE.values(), ids=PASSIVE)
def test_a_passive_has_its_active(text: str, seen: str, active: str) -> None:
    mend = f"Schreiben Sie, wer es tut, zum Beispiel: „Wir {active}“."
    assert check(text) == (warning("easy-passive", f"„{seen}“ ist Passiv.", mend),)


def test_a_verb_that_changes_in_its_own_way_is_not_guessed() -> None:
    assert check("Das wurde verboten.") == (
        warning("easy-passive", "„wurde verboten“ ist Passiv.", "Schreiben Sie, wer es tut."),
    )


GENITIVE = {
    "des": ("Das Fest des Vereins.", "des Vereins", "von dem Verein"),
    "-es": ("Der Tag des Festes.", "des Festes", "von dem Fest"),
    "noun in -e": ("Der Eingang des Gebäudes.", "des Gebäudes", "von dem Gebäude"),
    "noun in -s": ("Das Zelt des Zirkus.", "des Zirkus", "von dem Zirkus"),
    "-nis": ("Der Ort des Ereignisses.", "des Ereignisses", "von dem Ereignis"),
    "eines": ("Das Haus eines Freundes.", "eines Freundes", "von einem Freund"),
    "unseres": ("Der Chor unseres Vereins.", "unseres Vereins", "von unserem Verein"),
    "Ihres": ("Die Farbe Ihres Hutes.", "Ihres Hutes", "von Ihrem Hut"),
    "adjective": ("Das Fest des kleinen Vereins.", "des kleinen Vereins", "von dem kleinen Verein"),
    "weak noun": ("Das Recht des Menschen.", "des Menschen", "von dem Menschen"),
    "wegen": ("Wegen des Regens feiern wir drinnen.", "Wegen des Regens", "Wegen dem Regen"),
    "während": ("Seien Sie während des Films still.", "während des Films", "bei dem Film"),
    "der Stadt": ("Das Rathaus der Stadt.", "Rathaus der Stadt", "Rathaus von der Stadt"),
    "plural": ("Das Fest der Kulturen.", "Fest der Kulturen", "Fest von den Kulturen"),
    "of many in -n": ("Das Fest der Nachbarn.", "Fest der Nachbarn", "Fest von den Nachbarn"),
    "of many women": ("Der Chor der Nachbarinnen.", "Chor der Nachbarinnen", "Chor von den Nachbarinnen"),
    "of many in -ern": ("Das Spiel der Eltern.", "Spiel der Eltern", "Spiel von den Eltern"),
    "of many in -eln": ("Der Klang der Trommeln.", "Klang der Trommeln", "Klang von den Trommeln"),
    "of many in -er": ("Das Fest der Kinder.", "Fest der Kinder", "Fest von den Kindern"),
    "of many in -e": ("Der Markt der Vereine.", "Markt der Vereine", "Markt von den Vereinen"),
    "a day of many": ("Der Tag der Frauen.", "Tag der Frauen", "Tag von den Frauen"),
    "of many with an adjective": ("Das Spiel der kleinen Kinder.", "Spiel der kleinen Kinder", "Spiel von den kleinen Kindern"),
    "a name that begins with an adjective": ("Das Fest der Interkulturellen Woche.", "Fest der Interkulturellen Woche", "Fest von der Interkulturellen Woche"),
    "der with an adjective": ("Das Haus der alten Schule.", "Haus der alten Schule", "Haus von der alten Schule"),
}


@pytest.mark.parametrize(("text", "seen", "words"), GENITIVE.values(), ids=GENITIVE)
def test_a_genitive_has_its_dative(text: str, seen: str, words: str) -> None:
    assert check(text) == (warning("easy-genitive", f"„{seen}“ ist Genitiv.", f"Schreiben Sie „{words}“."),)


SUBJUNCTIVE = {
    "könnte": ("Es könnte regnen.", "könnte", "Schreiben Sie „kann“, und wenn es nicht sicher ist: „kann vielleicht“."),
    "wären": ("Wir wären froh.", "wären", "Schreiben Sie „sind“, und wenn es nicht sicher ist: „sind vielleicht“."),
    "in front": ("Könnten Sie helfen?", "Könnten", "Schreiben Sie „Können“."),
    "würde": ("Das würde helfen.", "würde", "Schreiben Sie, was ist; wenn es nicht sicher ist, hilft „vielleicht“."),
    "Würden": ("Würden Sie helfen?", "Würden", "Schreiben Sie, was ist; wenn es nicht sicher ist, hilft „vielleicht“."),
}


@pytest.mark.parametrize(("text", "seen", "mend"), SUBJUNCTIVE.values(), ids=SUBJUNCTIVE)
def test_a_subjunctive_has_its_plain_form(text: str, seen: str, mend: str) -> None:
    assert check(text) == (warning("easy-subjunctive", f"„{seen}“ ist Möglichkeitsform.", mend),)


LONG_WORDS = {
    "two parts": ("Rollstuhlfahrer", "Rollstuhl-Fahrer"),
    "plural": ("Rollstuhlfahrerinnen", "Rollstuhl-Fahrerinnen"),
    "three parts": ("Gebärdensprachdolmetscher", "Gebärden-Sprach-Dolmetscher"),
    "link -s": ("Nachbarschaftsfest", "Nachbarschafts-Fest"),
    "link -n": ("Kirchengemeinde", "Kirchen-Gemeinde"),
    "behind -ungs": ("Beschleunigungssensor", "Beschleunigungs-Sensor"),
    "known start": ("Telefongespräche", "Telefon-Gespräche"),
    "known start and a prefix": ("Theateraufführung", "Theater-Aufführung"),
    "known end": ("Altweibersommer", "Altweiber-Sommer"),
    "small": ("zusammenarbeiten", "zusammen-arbeiten"),
    "capitals": ("KIRCHENGEMEINDE", "Kirchen-Gemeinde"),
    "soft hyphens": ("Kirchen\u00adgemeinde", "Kirchen-Gemeinde"),
}


@pytest.mark.parametrize(("word", "parts"), LONG_WORDS.values(), ids=LONG_WORDS)
def test_a_long_word_has_its_parts(word: str, parts: str) -> None:
    shown = word.replace("\u00ad", "")
    assert check(f"Hier ist {word}.") == (warning(
        "easy-word", f"„{shown}“ ist ein langes Wort: {len(shown)} Buchstaben ohne Bindestrich.",
        f"Schreiben Sie „{parts}“ oder ein kürzeres Wort.",
    ),)


# „Krawattenk-Noten“, „Tennisdars-Teller“ would be worse than none
@pytest.mark.parametrize("word", ["Krawattenknoten", "Tennisdarsteller", "Psychoanalytiker", "Charlottesville"])
def test_parts_that_cannot_be_told_are_not_guessed(word: str) -> None:
    assert check(word) == (warning(
        "easy-word", f"„{word}“ ist ein langes Wort: {len(word)} Buchstaben ohne Bindestrich.",
        "Trennen Sie seine Teile mit einem Bindestrich, wie in „Kirchen-Gemeinde“, oder nehmen Sie ein kürzeres Wort.",
    ),)


ABBREVIATIONS = {
    "z. B.": ("Es gibt z. B. Tee.", "z. B.", "zum Beispiel"),
    "z.B.": ("Es gibt z.B. Tee.", "z.B.", "zum Beispiel"),
    "usw.": ("Tee, Saft usw.", "usw.", "und so weiter"),
    "ca.": ("Das dauert ca. 2 Stunden.", "ca.", "ungefähr"),
    "bzw.": ("Tee bzw. Saft.", "bzw.", "oder"),
    "inkl.": ("Inkl. Essen.", "Inkl.", "mit"),
    "max.": ("Es sind max. 20 Kinder.", "max.", "höchstens"),
    "day": ("Mo., 15.9.", "Mo.", "Montag"),
    "month": ("Am 14. Sept. ist das Fest.", "Sept.", "September"),
    "unit": ("Wir gehen 5 km.", "km", "Kilometer"),
    "minutes": ("Das dauert 15 Min.", "Min.", "Minuten"),
    "hour": ("Um 18 h.", "h", "Uhr"),
}


@pytest.mark.parametrize(("text", "seen", "words"), ABBREVIATIONS.values(), ids=ABBREVIATIONS)
def test_an_abbreviation_is_written_out(text: str, seen: str, words: str) -> None:
    assert check(text) == (warning("easy-abbreviation", f"„{seen}“ ist eine Abkürzung.", f"Schreiben Sie „{words}“."),)


NUMBERS = {"dreizehn": 13, "Zwanzig": 20, "einundzwanzig": 21, "neunundneunzig": 99, "hundert": 100, "zweitausend": 2000}


@pytest.mark.parametrize(("word", "number"), NUMBERS.items(), ids=NUMBERS)
def test_a_number_has_digits(word: str, number: int) -> None:
    assert check(f"Hier sind {word} Kinder.") == (
        warning("easy-number", f"„{word}“ ist eine Zahl in Buchstaben.", f"Schreiben Sie „{number}“."),
    )


SIGNS = {
    "per cent": ("Rund 10 % kommen.", "10 % kommen", "%", "Schreiben Sie „Prozent“, oder leichter: „viele“ oder „wenige“."),
    "per cent at a number": ("Es sind 50%.", "50%", "%", "Schreiben Sie „Prozent“, oder leichter: „viele“ oder „wenige“."),
    "and": ("Tee & Saft", "Tee & Saft", "&", "Schreiben Sie „und“."),
    "spelled out": ("Tee &amp; Saft", "Tee & Saft", "&", "Schreiben Sie „und“."),
    "paragraph": ("Das steht in § 5.", "in § 5", "§", "Schreiben Sie „Paragraf“, und erklären Sie das Wort."),
    "semicolon": ("Wir kochen; wir essen.", "kochen;", ";", "Schreiben Sie einen Punkt, und beginnen Sie eine neue Zeile."),
}


@pytest.mark.parametrize(("text", "seen", "sign", "mend"), SIGNS.values(), ids=SIGNS)
def test_a_sign_is_a_word(text: str, seen: str, sign: str, mend: str) -> None:
    assert check(text) == (warning("easy-sign", f"„{seen}“ enthält das Sonderzeichen „{sign}“.", mend),)


def test_a_warning_has_the_line_of_its_words() -> None:
    text = "Wir kochen.\n\n- Tee usw.\n- Saft\n  wird\n  verkauft.\n\nTee & Saft"
    assert [(fault.code, fault.line) for fault in check(text, 7)] == [
        ("easy-abbreviation", 9), ("easy-passive", 11), ("easy-sign", 14),
    ]


def test_the_same_words_are_told_once() -> None:
    assert [fault.line for fault in check("Tee usw.\nSaft usw.\nBrot usw.")] == [1]


def test_the_last_warning_of_a_kind_counts_the_others() -> None:
    words = ("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")
    faults = check("\n".join(words))
    assert [fault.line for fault in faults] == [1, 2, 3, 4, 5]
    assert faults[-1] == warning(
        "easy-number", "„siebzehn“ ist eine Zahl in Buchstaben; im Text kommt das noch 2 Mal vor.", "Schreiben Sie „17“.", 5,
    )


NAMES = frozenset(("Erzählwerkstatt Werratal", "Haus der Begegnung", "Kaffee & Kunst", "Integrationskommission", "Café Fünfzehn"))


@pytest.mark.parametrize("text", [
    "Die Erzählwerkstatt liest vor.", "Wir sind in dem Haus der Begegnung.", "Kaffee & Kunst lädt ein.",
    "Die Arbeit von Integrationskommissions Gnaden.", "Kommen Sie in das Café Fünfzehn.", "Die Stadt ist die Musik der Begegnung.",
])
def test_names_are_written_as_they_are(text: str) -> None:
    assert check(text, allowed=NAMES) == ()
    assert check(text) != ()


def test_a_name_hides_only_itself() -> None:
    assert [fault.message for fault in check("Das Fest der Stadt in dem Haus der Begegnung.", allowed=NAMES)] == [
        "„Fest der Stadt“ ist Genitiv.",
    ]


PIECES = st.sampled_from([
    "wird", "gekocht", "werden", "worden", "des", "Vereins", "der", "Stadt", "z. B.", "usw.", "14.", ".", ":", "- ", "# ", "\n", "\n\n",
    "  \n", "„", "“", "*", "%", "&", ";", "Rollstuhlfahrer", "dreizehn", "könnte", "<a@b.c>", "[x](y)", " ", ",", "und", "km", "5",
])
TEXTS = st.one_of(
    st.text(), st.text(alphabet="aäßſıİK.uswinklz%&§;·-\u00ad \n", max_size=60), st.lists(PIECES, max_size=40).map(" ".join),
)


@given(TEXTS, st.integers(1, 500), st.frozensets(st.text(max_size=12), max_size=4))
@example("uſw. ınkl. İ wird gekocht", 1, frozenset())
@example("İ" * 15, 1, frozenset())
def test_no_text_raises(text: str, first_line: int, allowed: frozenset[str]) -> None:
    faults = check(text, first_line, allowed)
    codes = [fault.code for fault in faults]
    assert all(codes.count(code) <= WARNINGS_OF_A_KIND for code in codes)
    assert all(first_line <= fault.line <= first_line + text.count("\n") and fault.severity == WARNING for fault in faults)
    assert [fault.line for fault in faults] == sorted(fault.line for fault in faults)
    assert not any("\n" in fault.message + fault.mend or "{" in fault.mend for fault in faults if "{" not in text)
