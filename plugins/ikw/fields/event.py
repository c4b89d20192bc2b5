"""Fields of an event, of its translation and of the booklet as it went to print. Floor 1, standard library only."""

from __future__ import annotations

from dataclasses import replace

from ikw.fields.field import SUMMARY_LIMIT, TITLE_LIMIT, URL_LIMIT, Field
from ikw.fields.places import NOTE, URL, VENUE, WAYS
from ikw.model import ACCESS, AUDIENCES, STATUSES
from ikw.problems import N_

STATUS = (
    Field(
        name="is", kind="choice", doc=N_("was jetzt gilt"), example="moved", choices=STATUSES, is_required=True,
        german=("ist", "status"),
    ),
    NOTE,
    Field(name="since", kind="date", doc=N_("seit wann das gilt"), german=("seit",)),
    Field(name="was", kind="was", doc=N_("was vorher galt: when, venue"), german=("war", "vorher"), fields=(
        Field(name="when", kind="when", doc=N_("die alte Zeit"), german=("wann", "termin", "datum")),
        Field(name="venue", kind="venue", doc=N_("der alte Ort"), german=("ort", "wo")),
    )),
)
OCCURRENCE = (
    Field(
        name="on", kind="text", doc=N_("das Datum"), example="23.09.2025", is_required=True,
        german=("datum", "tag", "am", "when", "veranstaltungsdatum", "veranstaltungstag", "day"),
    ),
    Field(name="time", kind="text", doc=N_("die Uhrzeit"), german=("uhrzeit", "zeit", "uhrzeiten")),
    Field(name="venue", kind="venue", doc=N_("anderer Ort"), german=("ort",)),
    Field(name="room", kind="text", doc=N_("anderer Raum"), german=("raum",), limit=200),
    Field(name="hours", kind="hours", doc=N_("Öffnungszeiten"), german=("öffnungszeiten", "oeffnungszeiten")),
    Field(name="status", kind="status", doc=N_("was für diesen Termin gilt"), choices=STATUSES, fields=STATUS),
    NOTE,
    Field(name="key", kind="id", doc=N_("bleibende Kennung des Termins"), german=("kennung",)),
)
REGISTRATION = (
    Field(
        name="until", kind="moment", doc=N_("Anmeldeschluss"), example="12.09.2025 18 Uhr",
        german=("bis", "anmeldeschluss", "frist", "anmeldefrist"),
    ),
    *WAYS,
    Field(
        name="places", kind="number", doc=N_("Zahl der Plätze"),
        german=(
            "plätze", "plaetze", "teilnehmerzahl", "teilnehmendenzahl", "teilnehmer", "max. teilnehmer", "max. teilnehmerzahl",
            "platzzahl",
        ),
    ),
    NOTE,
)
COST = (
    Field(
        name="regular", kind="amount", doc=N_("voller Preis"), example="8 €",
        german=("regulär", "regulaer", "normal", "preis", "vollpreis"),
    ),
    Field(
        name="reduced", kind="amount", doc=N_("ermäßigter Preis"), example="5 €",
        german=("ermäßigt", "ermaessigt", "ermäßigung"),
    ),
    NOTE,
)
CONTACT = (
    Field(name="name", kind="text", doc=N_("Name"), limit=100),
    *WAYS,
    Field(
        name="consent", kind="yes", doc=N_("Die Person ist einverstanden, dass das öffentlich ist."),
        german=("einwilligung", "zustimmung", "einverstanden"),
    ),
)
SLOT = (
    Field(
        name="time", kind="window", doc=N_("von, oder von–bis"), example="12.15–12.25", is_required=True,
        german=("zeit", "uhrzeit"),
    ),
    Field(name="title", kind="text", doc=N_("was dann kommt"), is_required=True, german=("titel", "was"), limit=200),
)
LINK = (
    Field(name="title", kind="text", doc=N_("Text des Links"), is_required=True, german=("titel", "text"), limit=100),
    replace(URL, is_required=True, german=("link", "adresse")),
)

EVENT = (
    Field(
        name="title", kind="text", doc=N_("Titel, höchstens 100 Zeichen"), example="Internationales Frühstück",
        is_required=True, is_text=True, limit=TITLE_LIMIT, german=(
            "titel", "name", "veranstaltung", "veranstaltungstitel", "titel der veranstaltung", "name der veranstaltung", "event",
            "bezeichnung", "überschrift", "was",
        ),
    ),
    Field(name="subtitle", kind="text", doc=N_("Untertitel"), is_text=True, limit=TITLE_LIMIT, german=("untertitel",)),
    Field(
        name="summary", kind="text", is_text=True, limit=SUMMARY_LIMIT,
        doc=N_("ein, zwei Sätze, höchstens 200 Zeichen; fehlt sie, stehen dort die ersten Sätze des Textes"),
        german=("zusammenfassung", "kurztext", "kurzbeschreibung", "kurzinfo", "teaser"),
    ),
    Field(
        name="when", kind="when", doc=N_("wann: ein Termin oder eine Liste; `tba`, solange das Datum fehlt"), is_required=True,
        example="So 14.09.2025, 9.30–11.30 Uhr", fields=OCCURRENCE,
        german=(
            "wann", "datum", "termin", "termine", "zeit", "uhrzeit", "date", "start", "beginn", "ende", "datum und uhrzeit",
            "tag", "von", "bis",
        ),
    ),
    Field(
        name="hours", kind="hours", doc=N_("Öffnungszeiten, wenn `when` ein Zeitraum ist"), example="{mo-fr: 9–17, sa: 10–13}",
        german=("öffnungszeiten", "oeffnungszeiten"),
    ),
    Field(
        name="venue", kind="venue", doc=N_("Kennung aus venues.yaml, eine Liste davon, `{name: …}` oder `online`"),
        example="buergerhaus-hohe-luft", fields=VENUE,
        german=(
            "ort", "veranstaltungsort", "location", "adresse", "wo", "venues", "ort der veranstaltung", "spielort", "place",
            "veranstaltungsort (name)", "lokalität",
        ),
    ),
    Field(name="room", kind="text", doc=N_("Raum"), example="großer Saal", german=("raum", "saal"), limit=200),
    Field(name="meeting_point", kind="text", doc=N_("Treffpunkt"), german=("treffpunkt", "treffpunkt/start"), limit=200),
    Field(
        name="online_url", kind="url", doc=N_("Adresse der Online-Veranstaltung"), limit=URL_LIMIT,
        german=("online-link", "online", "stream", "online_link", "zoom-link", "zugangslink"),
    ),
    Field(
        name="organisers", kind="people", doc=N_("wer einlädt: Kennungen aus organisers.yaml oder Namen"), limit=200,
        example="[treffpunkt-vielfalt]", german=(
            "veranstalter", "organiser", "organizer", "organizers", "veranstalterin", "veranstaltende", "organisation", "ausrichter",
            "träger", "verein", "wer", "wer lädt ein", "anbieter", "host",
        ),
    ),
    Field(
        name="partners", kind="people", doc=N_("wer mitmacht"), limit=200,
        german=(
            "partner", "kooperation", "kooperationspartner", "in kooperation mit", "mitveranstalter", "zusammen mit",
        ),
    ),
    Field(
        name="funders", kind="people", doc=N_("wer fördert"), limit=200,
        german=("förderer", "foerderer", "gefördert", "gefoerdert", "gefördert durch", "gefördert von", "sponsoren"),
    ),
    Field(
        name="category", kind="category", doc=N_("Kennung aus categories.yaml"), example="musik",
        german=(
            "kategorie", "art", "rubrik", "categories", "art der veranstaltung", "veranstaltungsart", "format", "sparte", "typ",
        ),
    ),
    Field(
        name="audience", kind="choices", doc=N_("für wen"), example="[families, children]", choices=AUDIENCES,
        german=("zielgruppe", "zielgruppen", "fuer", "für", "für wen", "publikum"),
    ),
    Field(name="age", kind="age", doc=N_("Alter"), example="6–12", german=("alter", "altersgruppe", "altersangabe")),
    Field(
        name="languages", kind="languages", doc=N_("gesprochene Sprachen, sonst `[de]`"), example="[de, uk]",
        german=("sprachen", "sprache", "language", "veranstaltungssprache", "sprache der veranstaltung"),
    ),
    Field(
        name="interpreting", kind="languages", doc=N_("gedolmetscht in; `gsg` ist Deutsche Gebärdensprache"),
        example="[ar, gsg]", german=("dolmetschen", "übersetzung", "uebersetzung", "dolmetscher", "verdolmetschung"),
    ),
    Field(
        name="access", kind="choices", doc=N_("Zugang, zusätzlich zu dem des Ortes"), example="[wheelchair, toilet]",
        choices=ACCESS, german=("zugang", "barrierefreiheit", "barrierefrei", "zugänglichkeit"),
    ),
    Field(
        name="access_note", kind="text", doc=N_("mehr zum Zugang"),
        german=("hinweis zum zugang", "zugang_hinweis", "hinweis zur barrierefreiheit"),
    ),
    Field(
        name="cost", kind="cost", doc=N_("`free`, `donation`, ein Betrag oder `{regular, reduced, note}`"),
        example="{regular: 8 €, reduced: 5 €}", fields=COST, german=(
            "kosten", "preis", "eintritt", "price", "eintritt/kosten", "kosten/eintritt", "eintrittspreis", "gebühr",
            "teilnahmegebühr", "kostenbeitrag", "teilnahmebeitrag",
        ),
    ),
    Field(
        name="registration", kind="registration", doc=N_("`required`, `nein` oder `{until, phone, email, url, places, note}`"),
        example="{until: 12.09.2025, phone: 06621 00 00 00}", fields=REGISTRATION, german=(
            "anmeldung", "anmelden", "anmeldung erforderlich", "anmeldung nötig", "anmeldung unter", "anmeldung bei",
        ),
    ),
    Field(
        name="contact", kind="contact", doc=N_("wer Fragen beantwortet; nur mit `consent: ja`"), fields=CONTACT,
        example="{name: Büro, phone: 06621 00 00 00, consent: ja}",
        german=("kontakt", "ansprechpartner", "ansprechperson", "kontaktperson", "rückfragen", "fragen beantwortet"),
    ),
    Field(name="bring", kind="offer", doc=N_("was man mitbringt"), german=("mitbringen", "bitte mitbringen")),
    Field(name="food", kind="offer", doc=N_("Essen und Trinken"), german=("essen", "verpflegung", "essen und trinken")),
    Field(
        name="childcare", kind="yes-text", doc=N_("Kinderbetreuung: `ja` oder ein Satz"), example="ja",
        german=("kinderbetreuung", "betreuung"),
    ),
    Field(
        name="schedule", kind="schedule", doc=N_("Ablauf, zum Beispiel ein Bühnenprogramm: Liste von `{time, title}`"),
        example="[{time: 12–12.15, title: Trommeln}]", fields=SLOT,
        german=("ablauf", "programm", "bühnenprogramm", "buehnenprogramm", "programmablauf"),
    ),
    Field(
        name="status", kind="status", doc=N_("was sich geändert hat: ein Wort oder `{is, note, since, was: {when, venue}}`"),
        example="cancelled", choices=STATUSES, fields=STATUS, german=("stand", "abgesagt", "verlegt"),
    ),
    Field(
        name="image", kind="image", doc=N_("Bilddatei neben der Datei oder in content/images/"), example="fest.jpg",
        german=("bild", "foto", "picture"),
    ),
    Field(
        name="image_alt", kind="text", doc=N_("was auf dem Bild zu sehen ist"), is_text=True, limit=300,
        german=("bildbeschreibung", "alt", "alternativtext"),
    ),
    Field(
        name="image_credit", kind="text", doc=N_("wer das Bild gemacht hat"), limit=200,
        german=("bildnachweis", "foto_von", "foto von", "copyright", "bildrechte"),
    ),
    Field(
        name="links", kind="links", doc=N_("Liste von `{title, url}`"), fields=LINK,
        example="[{title: Verein, url: https://example.org/}]",
        german=("link", "webseite", "website", "url", "homepage", "internet", "weitere informationen"),
    ),
    Field(
        name="highlight", kind="yes", doc=N_("hervorgehoben"), is_coordinators=True, german=("höhepunkt", "hoehepunkt", "tipp"),
    ),
    Field(
        name="draft", kind="yes", doc=N_("Entwurf: erscheint nirgends, außer mit DRAFTS=1"), is_coordinators=True,
        german=("entwurf",),
    ),
    Field(name="example", kind="yes", doc=N_("erfundenes Beispiel"), is_coordinators=True, german=("beispiel", "muster")),
    Field(
        name="series", kind="id", doc=N_("gemeinsame Kennung mit Veranstaltungen früherer Jahre"), is_coordinators=True,
        german=("reihe", "serie"),
    ),
    Field(
        name="unread", kind="unread", doc=N_("was ein Import nicht lesen konnte; macht einen Entwurf daraus"),
        is_coordinators=True, german=("ungelesen",),
    ),
)

# What is kept of an event when the booklet goes to print: facts that somebody with the booklet in hand relies on.
_ON_PAPER = (
    "title", "when", "venue", "room", "meeting_point", "online_url", "age", "languages", "interpreting", "access", "cost",
    "registration", "status",
)
PRINTED_EVENT = tuple(field for field in EVENT if field.name in _ON_PAPER)
PRINTED_VENUE = tuple(field for field in VENUE if field.name in ("name", "street", "postcode", "town", "access"))
PRINTED = (
    Field(name="day", kind="date", doc=N_("wann das Heft in Druck ging"), example="01.08.2025", is_required=True),
    Field(name="venues", kind="table", doc=N_("die Orte, wie sie im Heft stehen")),
    Field(name="events", kind="table", doc=N_("die Veranstaltungen, wie sie im Heft stehen"), is_required=True),
)

# In a translation: what may be translated, and two marks that commands write. Other languages need more letters.
TRANSLATION = (
    *(replace(field, is_required=False, limit=field.limit * 3 // 2) for field in EVENT if field.is_text),
    Field(name="machine", kind="yes", doc=N_("von einer Maschine übersetzt"), german=("maschinell",)),
    Field(
        name="source", kind="fingerprints", doc=N_("Fingerabdrücke der deutschen Felder; schreibt ein Befehl"),
        is_coordinators=True,
    ),
)
