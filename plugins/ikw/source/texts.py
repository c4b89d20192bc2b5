"""Source texts: what can be wrong with the letters of a file, as one table of German texts. Floor 1, pure.

Only what a form can show as well as a check; the rest stands where it is found.
"""

from __future__ import annotations

from ikw.problems import N_, Template

_MIXED = N_("„{word}“ mischt Schriften: {among} steht an {place}. Stelle „{letter}“, {named}{times}.")
_AGAIN = N_("Tippen Sie das Wort neu, ohne zu kopieren: {near}")

TEMPLATES = {
    "mixed": Template("text-lookalike", _MIXED, _AGAIN),
    "mixed-parts": Template(
        "text-lookalike", _MIXED, N_("Trennen Sie die Schriften mit einem Bindestrich: {near}"),
    ),
    "mixed-all": Template("text-lookalike", _MIXED, N_("Tippen Sie das Wort neu, in einer einzigen Schrift.")),
    "styled": Template(
        "text-lookalike", N_("„{word}“ steht in Sonderzeichen statt in Buchstaben: „{letter}“ ist {named}."),
        N_("Tippen Sie die Stelle neu, ohne zu kopieren: {near}"),
    ),
    "stacked": Template(
        "text-marks",
        N_("In „{near}“ stehen {count} Zeichen übereinander auf einem Buchstaben, das erste ist {mark}; sie verdecken andere Zeilen."),
        N_("Tippen Sie die Stelle neu, ohne zu kopieren: {near}"),
    ),
    "loose": Template(
        "text-marks", N_("Vor „{near}“ steht das Zeichen {mark}, das nur auf einem Buchstaben stehen kann."),
        N_("Löschen Sie es, oder schreiben Sie den Buchstaben davor."),
    ),
    "front-long": Template(
        "file-size", N_("Die Angaben zwischen den beiden Zeilen „---“ sind {seen} KiB groß, erlaubt sind {limit} KiB."),
        N_("Langer Text gehört unter die zweite Zeile „---“."),
        in_form=N_("Kürzen Sie, was Sie eingetragen haben; langer Text gehört in das Feld für den Text."),
    ),
}
# Parts of „mixed“.
AMONG = {
    "LATIN": N_("zwischen lateinischen Buchstaben"), "CYRILLIC": N_("zwischen kyrillischen Buchstaben"),
    "GREEK": N_("zwischen griechischen Buchstaben"),
}
TIMES = N_(", insgesamt {count} fremde")
