"""Questions: what people are asked for each field of an event, in plain words. Floor 1, pure.

The form on the site asks them, and so does whoever asks at a terminal. What a field may hold stands in `fields`; here stands how one
says it to people. The key of a field in a group names both: `venue.street`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ikw.fields import EVENT, Field
from ikw.problems import N_
from ikw.when import Span
from ikw.when.texts import named, spelled


class Question(NamedTuple):
    """What stands at a field: its label, and a hint where the label does not say it all.

    In a hint `{date}`, `{day}` and `{span}` stand for the first day of the edition (with its weekday) and for all of its days.
    """

    label: str
    hint: str = ""


# Languages that are spoken in many places; those of the site are offered first.
LANGUAGES = (
    "de", "en", "uk", "ar", "fa", "tr", "ru", "ro", "pl", "bg", "ti", "ku", "ckb", "fr", "so", "es", "it", "pt", "el", "cs", "sk", "hu",
    "sr", "hr", "bs", "sq", "mk", "sl", "vi", "zh", "ja", "ko", "ps", "ur", "hi", "am", "hy", "ka", "az", "he", "nl", "da", "sv", "no",
    "fi", "lt", "lv", "et", "rom", "arc",
)

_PHONE = Question(N_("Telefonnummer"), N_("Zum Beispiel 06621 00 00 00."))
_EMAIL = Question(N_("E-Mail-Adresse"))
_URL = Question(N_("Adresse im Netz"), N_("Sie beginnt mit https://"))

QUESTIONS: Mapping[str, Question] = {
    "title": Question(N_("Wie heißt Ihre Veranstaltung?"), N_("Kurz und klar, zum Beispiel: Internationales Frühstück.")),
    "category": Question(N_("Was ist es?")),
    "text": Question(
        N_("Worum geht es?"),
        N_("Drei bis zehn Sätze: Was geschieht? Für wen ist es gedacht? Eine leere Zeile trennt Absätze."),
    ),
    "subtitle": Question(N_("Untertitel")),
    "summary": Question(
        N_("Das Wichtigste in ein, zwei Sätzen"), N_("Höchstens 200 Zeichen. Fehlt es, nehmen wir die ersten Sätze Ihres Textes."),
    ),
    "when": Question(
        N_("Wann ist es?"),
        N_("Wie auf einem Plakat: {day}, 9.30–11.30 Uhr. Oder {span}, oder „tba“, solange der Tag nicht feststeht."),
    ),
    "when.venue": Question(N_("Anderer Ort")),
    "when.room": Question(N_("Anderer Raum")),
    "when.note": Question(N_("Ein Satz zu diesem Termin")),
    "hours": Question(
        N_("Öffnungszeiten"), N_("Nur für eine Ausstellung oder anderes, das über mehrere Tage offen ist."),
    ),
    "venue": Question(N_("Wo ist es?")),
    "venue.name": Question(N_("Name des Ortes"), N_("Zum Beispiel: Bürgerhaus, Stadtpark, Kirche. Bekannte Orte werden vorgeschlagen.")),
    "venue.street": Question(N_("Straße und Hausnummer")),
    "venue.postcode": Question(N_("Postleitzahl")),
    "venue.town": Question(N_("Stadt oder Dorf")),
    "venue.municipality": Question(N_("Gemeinde")),
    "room": Question(N_("Raum"), N_("Zum Beispiel: großer Saal, 1. Stock.")),
    "meeting_point": Question(N_("Treffpunkt"), N_("Bei Wegen und Ausflügen: Wo geht es los?")),
    "online_url": Question(N_("Link zum Mitmachen im Netz"), N_("Er beginnt mit https:// und ist für alle zu sehen.")),
    "organisers": Question(N_("Wer lädt ein?"), N_("Verein, Gemeinde, Einrichtung, mit dem genauen Namen.")),
    "partners": Question(N_("Wer macht noch mit?")),
    "funders": Question(N_("Wer gibt Geld dazu?")),
    "audience": Question(N_("Für wen ist es?")),
    "age": Question(N_("Alter"), N_("Zum Beispiel: 6–12, 14+ oder bis 12.")),
    "languages": Question(N_("Welche Sprachen werden gesprochen?")),
    "interpreting": Question(N_("In welche Sprachen wird gedolmetscht?")),
    "access": Question(N_("Wie kommt man hinein?"), N_("Kreuzen Sie an, was es am Ort gibt.")),
    "access_note": Question(N_("Mehr dazu"), N_("Zum Beispiel: Der Aufzug ist hinter dem Haus.")),
    "cost": Question(N_("Was kostet es?")),
    "cost.regular": Question(N_("Preis"), N_("Zum Beispiel: 8 € oder 8,50.")),
    "cost.reduced": Question(N_("Ermäßigter Preis")),
    "cost.note": Question(N_("Ein Satz zum Preis"), N_("Zum Beispiel: Kinder zahlen nichts.")),
    "registration": Question(N_("Muss man sich anmelden?")),
    "registration.until": Question(N_("Bis wann?"), N_("Zum Beispiel: {date}, 18 Uhr.")),
    "registration.phone": _PHONE,
    "registration.email": _EMAIL,
    "registration.url": _URL,
    "registration.places": Question(N_("Zahl der Plätze")),
    "registration.note": Question(N_("Ein Satz zur Anmeldung")),
    "contact": Question(
        N_("Wer beantwortet Fragen?"), N_("Das steht öffentlich auf der Website und auf Papier. Am besten der Anschluss Ihres Vereins."),
    ),
    "contact.name": Question(N_("Name")),
    "contact.phone": _PHONE,
    "contact.email": _EMAIL,
    "contact.url": _URL,
    "contact.consent": Question(N_("Die Person ist einverstanden, dass das öffentlich ist.")),
    "bring": Question(N_("Was soll man mitbringen?"), N_("Zum Beispiel: Sportschuhe.")),
    "food": Question(N_("Gibt es etwas zu essen und zu trinken?"), N_("Zum Beispiel: Kaffee und Kuchen, auch halal.")),
    "childcare": Question(N_("Gibt es Kinderbetreuung?"), N_("Schreiben Sie „ja“, oder wie: ab 3 Jahren, mit Anmeldung.")),
    "schedule": Question(N_("Ablauf"), N_("Wenn es ein Bühnenprogramm gibt: jede Zeit und was dann kommt.")),
    "schedule.time": Question(N_("Uhrzeit"), N_("Zum Beispiel: 12–12.15.")),
    "schedule.title": Question(N_("Was kommt dann?")),
    "image": Question(
        N_("Bild"), N_("Ein Foto, kein Plakat. Es wird hier im Browser verkleinert; woher und wann es ist, wird dabei gelöscht."),
    ),
    "image_alt": Question(
        N_("Was ist auf dem Bild zu sehen?"),
        N_("Ein Satz für Menschen, die es nicht sehen: Sechs Frauen falten an einem langen Tisch Teigtaschen."),
    ),
    "image_credit": Question(N_("Wer hat das Bild gemacht?")),
    "links": Question(N_("Links"), N_("Zum Beispiel zur Website Ihres Vereins.")),
    "links.title": Question(N_("Text des Links")),
    "links.url": _URL,
}

def filled(hint: str, span: Span) -> str:
    """Return a hint with the days of an edition, as an event file has them."""
    first, last = span.first, span.last
    until = f"{first.day}.{'' if first.month == last.month else f'{first.month}.'}–{last.day}.{last.month}."
    return hint.format(date=spelled(first), day=named(first), span=until)


# What nobody is asked, and why.
NOT_ASKED: Mapping[str, str] = {
    "status": "a new event is as announced",
    "when.on": "`when` asks for it", "when.time": "`when` asks for it", "when.hours": "`hours` asks for it",
    "when.status": "a new event is as announced", "when.key": "for the coordinator",
    "venue.lat": "for the coordinator", "venue.lon": "for the coordinator", "venue.access": "`access` asks for it",
    "venue.access_note": "`access_note` asks for it", "venue.url": "for the coordinator",
}


def open_fields(table: tuple[Field, ...] = EVENT, prefix: str = "") -> Iterator[str]:
    """Yield the path of every field that organisers fill in, groups before their fields."""
    for field in table:
        if not field.is_coordinators:
            path = prefix + field.name
            yield path
            if path not in NOT_ASKED:
                yield from open_fields(field.fields, f"{path}.")
