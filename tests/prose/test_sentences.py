"""Where a sentence ends, in German and elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikw.prose.sentences import first_sentences

CUT = {
    "fits": ("Wir feiern.", 20, "Wir feiern."),
    "fits exactly": ("Wir feiern.", 11, "Wir feiern."),
    "one sentence": ("Wir feiern. Alle kommen mit.", 20, "Wir feiern."),
    "as many as fit": ("Eins. Zwei. Drei und mehr.", 15, "Eins. Zwei."),
    "ends at the limit": ("Eins. Zwei. Drei.", 11, "Eins. Zwei."),
    "question": ("Wer kommt? Alle kommen mit.", 15, "Wer kommt?"),
    "exclamation in quotes": ("„Komm mit!“ Das sagen alle hier.", 20, "„Komm mit!“"),
    "ellipsis": ("Und dann… Das wird sich zeigen.", 20, "Und dann…"),
    "quote begins the next": ("Wir feiern. „Kommt“, sagen wir.", 20, "Wir feiern."),
    "no sentence": ("Wir decken einen langen Tisch und essen", 20, "Wir decken einen…"),
    "no comma before the dots": ("Tee, Kaffee, Kuchen und mehr", 13, "Tee, Kaffee…"),
    "word ends at the limit": ("Wir decken einen Tisch", 11, "Wir decken…"),
    "one long word": ("x" * 50, 10, "x" * 9 + "…"),
    "lines become one": ("Programm\nWir  feiern.", 50, "Programm Wir feiern."),
    "gaps are no letters": ("Eins.   \n\n  Zwei.\u2003 Drei   und  viel mehr dazu.  ", 11, "Eins. Zwei."),
    "nothing": ("", 10, ""),
    # no end of a sentence
    "z. B.": ("Mit Musik, z. B. Trommeln. Und Tanz.", 30, "Mit Musik, z. B. Trommeln."),
    "d. h. and u. a.": ("Offen, d. h. für alle, u. a. Kinder. Und mehr dazu.", 40, "Offen, d. h. für alle, u. a. Kinder."),
    "z.B. without gap": ("Musik, z.B. Trommeln. Tanz.", 24, "Musik, z.B. Trommeln."),
    "ca.": ("Dauer ca. Stunden zwei. Mehr folgt.", 25, "Dauer ca. Stunden zwei."),
    "Nr.": ("Haus Nr. Sieben ist es. Mehr folgt.", 25, "Haus Nr. Sieben ist es."),
    "Dr.": ("Mit Dr. Muster. Mehr folgt bald.", 20, "Mit Dr. Muster."),
    "e. V.": ("Vom Verein e. V. Muster. Mehr folgt.", 28, "Vom Verein e. V. Muster."),
    "initial": ("Mit A. Muster. Mehr folgt bald.", 20, "Mit A. Muster."),
    "date": ("Am 14. September. Mehr folgt bald.", 20, "Am 14. September."),
    "ordinal": ("Der 3. Sporttag. Mehr folgt bald.", 20, "Der 3. Sporttag."),
    "str.": ("Lange Str. Neun. Mehr folgt bald.", 20, "Lange Str. Neun."),
    "small letter follows": ("Um 18 Uhr usw. und so fort. Mehr.", 30, "Um 18 Uhr usw. und so fort."),
    "address": ("Siehe www.example.org heute. Mehr.", 30, "Siehe www.example.org heute."),
    # an end all the same
    "year": ("Das war 2024. Nun geht es weiter.", 20, "Das war 2024."),
    "Arabic": ("مرحبا بكم. نحتفل معا هذا العام", 15, "مرحبا بكم."),
    "Arabic question": ("هل تأتي؟ نحتفل معا هذا العام", 15, "هل تأتي؟"),
}


@pytest.mark.parametrize(("plain", "limit", "expected"), CUT.values(), ids=CUT)
def test_a_summary_stops_where_a_sentence_ends(plain: str, limit: int, expected: str) -> None:
    assert first_sentences(plain, limit) == expected


@given(st.text(alphabet="aB. !?…,14„“\n", max_size=60), st.integers(1, 40))
def test_a_summary_is_never_too_long(plain: str, limit: int) -> None:
    summary = first_sentences(plain, limit)
    assert len(summary) <= limit
    assert " ".join(plain.split()).startswith(summary.removesuffix("…").rstrip())
    assert summary == first_sentences(" ".join(plain.split()), limit)
