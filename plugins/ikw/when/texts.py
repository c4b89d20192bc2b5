"""When texts: all that can be wrong with a date or a time, as one table of German texts. Floor 1, pure.

`{seen}` is the value as written; the other values are what may have been meant. The texts are marked for translation.
"""

from __future__ import annotations

from datetime import date

from ikw.problems import N_, WARNING, Fault, Template
from ikw.when.tokens import WEEKDAYS

LONGEST_QUOTE = 60


TEMPLATES = {
    # the text as a whole
    "empty": Template(
        "when-empty", N_("Hier fehlt eine Angabe."), N_("Schreiben Sie zum Beispiel „{example}“."),
    ),
    "no-day-left": Template(
        "when-empty", N_("„{seen}“ lässt keinen Tag übrig."),
        N_("Prüfen Sie den Zeitraum und die Wochentage hinter „außer“."),
    ),
    "long-text": Template(
        "when-long", N_("Die Angabe hat {count} Zeichen, erlaubt sind {most}."),
        N_("Schreiben Sie hier nur Tage und Uhrzeiten wie „{example}“, alles andere in den Text."),
    ),
    "many-occurrences": Template(
        "when-long", N_("„{seen}“ ergibt mehr als {most} Termine."),
        N_("Schreiben Sie nur den Zeitraum ohne Uhrzeit, und die Zeiten in „hours“."),
        in_form=N_("Schreiben Sie nur den Zeitraum ohne Uhrzeit, und die Zeiten bei „Öffnungszeiten“."),
    ),
    "twice": Template("when-twice", N_("„{seen}“ nennt den Termin am {day} zweimal."), N_("Löschen Sie einen der beiden.")),
    # signs and words
    "character": Template(
        "when-character", N_("Die Angabe enthält das unsichtbare Zeichen „{seen}“."),
        N_("Löschen Sie die Angabe und tippen Sie sie neu, zum Beispiel „{example}“."),
    ),
    "word": Template(
        "when-word", N_("„{seen}“ gehört nicht in diese Angabe."),
        N_("Schreiben Sie hier nur Angaben wie „{example}“, alles andere in den Text."),
    ),
    "incomplete": Template(
        "when-incomplete", N_("Nach „{seen}“ fehlt etwas."), N_("Schreiben Sie zum Beispiel „{example}“."),
    ),
    # days
    "no-date": Template(
        "when-date", N_("Vor „{seen}“ fehlt der Tag."), N_("Schreiben Sie zuerst den Tag, zum Beispiel „{example}“."),
    ),
    "not-a-date": Template(
        "when-date", N_("„{seen}“ ist kein Datum."), N_("Schreiben Sie Tag.Monat.Jahr, zum Beispiel „{meant}“."),
    ),
    "not-a-date-or-time": Template(
        "when-date", N_("„{seen}“ ist kein Datum."),
        N_("Schreiben Sie „{hour} Uhr“, wenn es eine Uhrzeit ist, sonst „{meant}“."),
    ),
    "no-day": Template(
        "when-date", N_("„{seen}“ nennt keinen Tag."),
        N_("Schreiben Sie den Tag dazu wie in „{example}“, oder „tba“, solange er nicht feststeht."),
    ),
    "no-month": Template("when-date", N_("Zu „{seen}“ fehlt der Monat."), N_("Schreiben Sie „{seen}{month}.“.")),
    "no-month-or-time": Template(
        "when-date", N_("Zu „{seen}“ fehlt der Monat."),
        N_("Schreiben Sie „{seen}{month}.“ für den Tag oder „{hour} Uhr“ für die Uhrzeit."),
    ),
    "no-dot": Template(
        "when-date", N_("„{seen}“ ist kein vollständiges Datum."),
        N_("Schreiben Sie „{meant}“, mit einem Punkt nach Tag und Monat."),
    ),
    "no-year": Template(
        "when-year", N_("Zu „{seen}“ fehlt das Jahr."), N_("Schreiben Sie Tag, Monat und Jahr, zum Beispiel „{example}“."),
    ),
    "other-year": Template("when-year", N_("„{seen}“ liegt nicht im Jahr {year}."), N_("Schreiben Sie „{meant}“.")),
    "other-year-or-time": Template(
        "when-year", N_("„{seen}“ liegt nicht im Jahr {year}."),
        N_("Schreiben Sie „{meant}“, oder „{meant}, {hour} Uhr“, wenn es eine Uhrzeit ist."),
    ),
    "beyond-year": Template(
        "when-year", N_("„{seen}“ liegt nicht im Jahr {year}."),
        N_("Schreiben Sie „ab {first}“, wenn es weiter geht als {year}."),
    ),
    "other-weekday": Template(
        "when-weekday", N_("„{seen}“ – der {day} ist ein {weekday}."), N_("Schreiben Sie „{right}“ oder „{meant}“."),
    ),
    "weekday-alone": Template(
        "when-weekday", N_("Zu „{seen}“ fehlt das Datum."),
        N_("Schreiben Sie jedes Datum dazu, zum Beispiel „{meant}“, oder bei einem Zeitraum die Zeiten in „hours“."),
        in_form=N_("Schreiben Sie jedes Datum dazu, zum Beispiel „{meant}“, oder bei einem Zeitraum die Zeiten bei „Öffnungszeiten“."),
    ),
    "outside": Template(
        "when-outside", N_("„{seen}“ – der {day} liegt nicht zwischen dem {first} und dem {last}."),
        N_("Prüfen Sie das Datum; wenn es stimmt, ist nichts zu tun."), WARNING,
    ),
    "other-month": Template(
        "when-outside", N_("„{seen}“ – der {day} liegt nicht zwischen dem {first} und dem {last}."),
        N_("Schreiben Sie „{meant}“, wenn der Monat ein Versehen ist."), WARNING,
    ),
    "reversed-dates": Template(
        "when-order", N_("Der letzte Tag {last} liegt vor dem ersten Tag {first}."), N_("Schreiben Sie „{meant}“."),
    ),
    "chain": Template(
        "when-ambiguous", N_("„{seen}“ nennt mehr als einen Anfang und ein Ende."), N_("Schreiben Sie „{first}–{last}“."),
    ),
    "no-range": Template(
        "when-ambiguous", N_("„{seen}“ nennt keinen Zeitraum."),
        N_("Schreiben Sie den ersten und den letzten Tag, zum Beispiel „{first}–{last} täglich“."),
    ),
    # times
    "not-a-time": Template(
        "when-time", N_("„{seen}“ ist keine Uhrzeit."),
        N_("Schreiben Sie eine Zeit von 0 bis 24 Uhr, zum Beispiel „18:30 Uhr“."),
    ),
    "not-a-time-but": Template("when-time", N_("„{seen}“ ist keine Uhrzeit."), N_("Schreiben Sie „{hour} Uhr“.")),
    "half-a-time": Template(
        "when-time", N_("„{seen}“ ist keine Uhrzeit."), N_("Schreiben Sie „{first} Uhr“ oder „{last} Uhr“."),
    ),
    "no-time": Template("when-time", N_("Bei „{seen}“ fehlt eine Uhrzeit."), N_("Schreiben Sie zum Beispiel „{example}“.")),
    "equal-times": Template(
        "when-order", N_("„{seen}“ – das Ende ist auch der Anfang."),
        N_("Schreiben Sie „{start} Uhr“ oder ein späteres Ende."),
    ),
    "reversed-times": Template(
        "when-order", N_("„{seen}“ – das Ende {end} Uhr liegt vor dem Anfang {start} Uhr."),
        N_("Schreiben Sie „{end}–{start} Uhr“, oder das Datum vor das Ende, wenn es der nächste Tag ist."),
    ),
    "reversed-moments": Template(
        "when-order", N_("„{seen}“ – das Ende liegt nicht nach dem Anfang."), N_("Prüfen Sie Tag und Uhrzeit des Endes."),
    ),
    "lasting": Template(
        "when-duration", N_("„{seen}“ dauert länger als {most} Stunden."),
        N_("Schreiben Sie „{first}–{last} täglich {daily} Uhr“ für jeden Tag oder „{first}–{last}“ für die ganze Zeit."),
    ),
    "skipped": Template(
        "when-gap", N_("„{seen} Uhr“ gibt es am {day} nicht, weil die Uhr vorgestellt wird."),
        N_("Schreiben Sie „{hour} Uhr“."),
    ),
    "repeated": Template(
        "when-fold", N_("„{seen} Uhr“ gibt es am {day} zweimal, weil die Uhr zurückgestellt wird; es gilt das erste Mal."),
        N_("Schreiben Sie eine andere Uhrzeit, wenn das zweite Mal gemeint ist."), WARNING,
    ),
    # what can be read in two ways
    "day-or-time": Template(
        "when-ambiguous", N_("„{seen}“ kann ein Tag oder eine Uhrzeit sein."),
        N_("Schreiben Sie „{day}“ für den Tag oder „{hour} Uhr“ für die Uhrzeit."),
    ),
    "days-or-times": Template(
        "when-ambiguous", N_("„{seen}“ kann Tage oder Uhrzeiten meinen."),
        N_("Schreiben Sie „{days}“ für die Tage oder „{seen} Uhr“ für die Uhrzeiten."),
    ),
    "year-or-time": Template(
        "when-ambiguous", N_("„{seen}“ kann ein Jahr oder eine Uhrzeit sein."),
        N_("Schreiben Sie „{hour} Uhr“ für die Uhrzeit, oder das Jahr hinter den Monat wie in „{example}“."),
    ),
    "slashed": Template(
        "when-ambiguous", N_("„{seen}“ sagt nicht, was Tag und was Monat ist."), N_("Schreiben Sie „{first}“ oder „{last}“."),
    ),
    "slashed-date": Template(
        "when-ambiguous", N_("„{seen}“ sagt nicht, was Tag und was Monat ist."), N_("Schreiben Sie „{first}“."),
    ),
    "slashed-times": Template(
        "when-ambiguous", N_("„{seen}“ kann eine Zeitspanne oder zwei Anfänge meinen."),
        N_("Schreiben Sie „{first}–{last} Uhr“ oder „{first} und {last} Uhr“."),
    ),
    "slashed-iso": Template(
        "when-ambiguous", N_("„{seen}“ kann ein Zeitraum oder zwei Tage sein."),
        N_("Schreiben Sie „{first}–{last}“ oder „{first} und {last}“."),
    ),
    "zoned": Template(
        "when-ambiguous", N_("„{seen}“ kann zwei Uhrzeiten meinen oder eine mit Zeitzone."),
        N_("Schreiben Sie „{first} und {last} Uhr“ oder nur „{first} Uhr“."),
    ),
    "side-by-side": Template(
        "when-ambiguous", N_("Zwischen „{first}“ und „{last}“ fehlt ein Zeichen."),
        N_("Schreiben Sie „{first}–{last}“ oder „{first} und {last}“."),
    ),
    "split-time": Template(
        "when-ambiguous", N_("Zwischen „{first}“ und „{last}“ fehlt ein Zeichen."),
        N_("Schreiben Sie „{time} Uhr“, wenn es Minuten sind; sonst „{first} und {last} Uhr“."),
    ),
    "split-minutes": Template(
        "when-ambiguous", N_("Zwischen „{first}“ und „{last}“ fehlt ein Zeichen."), N_("Schreiben Sie „{hour} Uhr“."),
    ),
    "date-or-time": Template(
        "when-ambiguous", N_("„{seen}“ kann zwei Tage meinen oder einen Tag mit Uhrzeit."),
        N_("Schreiben Sie „{first} und {last}“ oder „{first}, {hour} Uhr“."),
    ),
    "end-alone": Template(
        "when-ambiguous", N_("„{seen}“ nennt ein Ende ohne Anfang."),
        N_("Schreiben Sie „{hour}“, wenn es dann anfängt, sonst den Anfang davor wie in „16–18 Uhr“."),
    ),
    "last-day-alone": Template(
        "when-ambiguous", N_("„{seen}“ nennt ein Ende ohne Anfang."),
        N_("Schreiben Sie den ersten Tag davor wie in „{first}–{last}“."),
    ),
    "open-with-end": Template(
        "when-ambiguous", N_("„{seen}“ nennt mit „ab“ einen Anfang und doch ein Ende."),
        N_("Schreiben Sie „{whole}“ oder „{open}“."),
    ),
    "open-with-time": Template(
        "when-ambiguous", N_("„{seen}“ kann einen Tag oder viele Tage meinen."),
        N_("Schreiben Sie „{first} ab 18 Uhr“ für den einen Tag, oder „ab {first}“ und die Zeiten in „hours“."),
        in_form=N_("Schreiben Sie „{first} ab 18 Uhr“ für den einen Tag, oder „ab {first}“ und die Zeiten bei „Öffnungszeiten“."),
    ),
    "range-with-windows": Template(
        "when-ambiguous", N_("„{seen}“ sagt nicht, ob jede Uhrzeit an jedem Tag gilt."),
        N_("Schreiben Sie „{seen} täglich“, oder jeden Tag mit seiner Uhrzeit."),
    ),
    "days-with-windows": Template(
        "when-each", N_("„{seen}“ sagt nicht, ob jede Uhrzeit an jedem Tag gilt."),
        N_("Schreiben Sie „{seen} jeweils“, oder jeden Tag mit seiner Uhrzeit."), WARNING,
    ),
    "one-night": Template(
        "when-each", N_("„{seen}“ sind zwei Nächte; es kann auch eine gemeint sein."),
        N_("Schreiben Sie „{first} {hours} Uhr“ für eine Nacht, oder „{seen} jeweils“ für zwei."), WARNING,
    ),
    "moments-with-more": Template(
        "when-ambiguous", N_("„{seen}“ verbindet zwei Zeitpunkte mit weiteren Tagen oder Uhrzeiten."),
        N_("Schreiben Sie jeden Termin für sich, mit „;“ dazwischen wie in „20.9. 21 Uhr – 21.9. 2 Uhr; 22.9. 18 Uhr“."),
    ),
    "day-without-time": Template(
        "when-ambiguous", N_("Zu „{seen}“ fehlt die Uhrzeit, die andere Tage haben."),
        N_("Schreiben Sie „{seen} {hour}“, oder ein „;“ vor „{seen}“, wenn der ganze Tag gemeint ist."),
    ),
    "comma-time": Template(
        "when-ambiguous", N_("„{seen}“ kann eine Uhrzeit oder zwei meinen."),
        N_("Schreiben Sie „{time} Uhr“, wenn es Minuten sind; sonst „{first} und {last} Uhr“."),
    ),
    "half-day": Template(
        "when-ambiguous", N_("„{seen}“ sagt nicht bei jeder Uhrzeit, ob „am“ oder „pm“ gilt."),
        N_("Schreiben Sie jede Uhrzeit von 0 bis 24 Uhr, zum Beispiel „{hour} Uhr“ statt „{half}“."),
    ),
    "noon-or-midnight": Template(
        "when-ambiguous", N_("„{seen}“ kann Mittag oder Mitternacht meinen."), N_("Schreiben Sie „{first} Uhr“ oder „{last} Uhr“."),
    ),
    "words-with-time": Template(
        "when-ambiguous", N_("„{seen}“ nennt eine Uhrzeit und ein Wort dafür."),
        N_("Schreiben Sie nur die Uhrzeit, von 0 bis 24 Uhr gezählt wie „20 Uhr“, oder nur das Wort."),
    ),
}


def fault(name: str, **values: object) -> Fault:
    """Return the fault of a template with its values in it; a date is written as `14.09.2025`."""
    words = {key: spelled(value) if isinstance(value, date) else value for key, value in values.items()}
    return TEMPLATES[name].fault(**words)


def spelled(day: date) -> str:
    """Return a date as the mends write it: `14.09.2025`."""
    return f"{day.day:02}.{day.month:02}.{day.year}"


def named(day: date) -> str:
    """Return a date with its weekday: `So 14.09.2025`."""
    return f"{WEEKDAYS[day.weekday()][:2]} {spelled(day)}"


def clock(minutes: int) -> str:
    """Return minutes from midnight as the mends write a time: `18`, `9:30`."""
    return f"{minutes // 60}:{minutes % 60:02}" if minutes % 60 else f"{minutes // 60}"


def quoted(text: str) -> str:
    """Return a value seen on one line, cut where it is long."""
    text = text.replace("\n", " ")
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"
