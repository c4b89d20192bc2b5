"""Fields: what an event file may say, in one table. Floor 1, standard library and floor 0.

The parser, the check, the JSON Schema, the table in CONTRIBUTING.md and (later) the form come from this table; there is no
second truth. German names are recognised only to name the right one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ikw.model import ACCESS, AUDIENCES, COLOURS, SIGNS, STATUSES
from ikw.problems import N_

TITLE_LIMIT = 100
SUMMARY_LIMIT = 200
LINE_LIMIT = 500
URL_LIMIT = 1000
# A text over its limit is a warning, one that is so many times as long an error.
MUCH_TOO_LONG = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field. `kind` names its reader in `values`; `choices` its words; `limit` the letters from which a text is long.

    `fields` are the fields of a mapping. `german` are names people write instead. `is_text`: stands in translations, too.
    """

    name: str
    kind: str
    doc: str
    example: str = ""
    german: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    limit: int = LINE_LIMIT
    fields: tuple[Field, ...] = ()
    is_required: bool = False
    is_text: bool = False
    is_coordinators: bool = False


_PHONE = Field(
    name="phone", kind="phone", doc=N_("Telefonnummer"), example="06621 00 00 00",
    german=("telefon", "tel", "telefonnummer", "handy"),
)
_EMAIL = Field(
    name="email", kind="email", doc=N_("E-Mail-Adresse"), example="buero@example.org",
    german=("e-mail", "mail", "email-adresse", "e-mail-adresse"),
)
_URL = Field(
    name="url", kind="url", doc=N_("Adresse im Netz, beginnt mit https://"), example="https://example.org/", limit=URL_LIMIT,
    german=("webseite", "link", "website", "internet", "homepage"),
)
_WAYS = (_PHONE, _EMAIL, _URL)
_NAME = Field(name="name", kind="words", doc=N_("Name"), limit=200, is_required=True)
_NOTE = Field(name="note", kind="text", doc=N_("ein Satz dazu"), german=("hinweis", "notiz", "grund", "bemerkung", "anmerkung"))

# A place written into an event needs only its name.
VENUE = (
    _NAME,
    Field(
        name="street", kind="text", doc=N_("Straße und Hausnummer"),
        german=("straße", "strasse", "adresse", "anschrift", "straße und hausnummer", "straße/nr."), limit=200,
    ),
    Field(
        name="postcode", kind="postcode", doc=N_("Postleitzahl, fünf Ziffern"), example="36251",
        german=("plz", "postleitzahl", "plz/ort", "plz ort"),
    ),
    Field(name="town", kind="text", doc=N_("Stadt oder Dorf"), german=("stadt", "ort", "ortschaft", "ortsteil"), limit=100),
    Field(
        name="municipality", kind="municipality", doc=N_("Kennung aus municipalities.yaml"),
        german=("gemeinde", "kommune", "stadt/gemeinde"),
    ),
    Field(name="lat", kind="latitude", doc=N_("geografische Breite"), example="50.868", german=("breite",)),
    Field(name="lon", kind="longitude", doc=N_("geografische Länge"), example="9.707", german=("länge", "laenge", "lng")),
    Field(
        name="access", kind="choices", doc=N_("Zugang"), choices=ACCESS,
        german=("zugang", "barrierefreiheit", "barrierefrei", "zugänglichkeit"),
    ),
    Field(
        name="access_note", kind="text", doc=N_("mehr zum Zugang"),
        german=("hinweis zum zugang", "zugang_hinweis", "hinweis zur barrierefreiheit"),
    ),
    _URL,
)
# A place in venues.yaml has a page, and is counted by municipality.
VENUE_ENTRY = tuple(replace(field, is_required=field.name in ("name", "town", "municipality")) for field in VENUE)
ORGANISER = (_NAME, _URL, _EMAIL, _PHONE)
CATEGORY = (
    replace(_NAME, limit=60),
    Field(name="colour", kind="choice", doc=N_("Tuch"), choices=COLOURS, german=("farbe", "color")),
    Field(name="sign", kind="choice", doc=N_("Stempel"), choices=SIGNS, german=("zeichen", "stempel", "icon")),
)
MUNICIPALITY = (replace(_NAME, limit=100),)
PARTNER = (
    replace(_NAME, kind="text"),
    _URL,
    Field(name="logo", kind="image", doc=N_("Bilddatei neben edition.yaml, fürs Heft"), example="bank.png", german=("bild",)),
    Field(name="logo_alt", kind="text", doc=N_("was auf dem Logo steht"), limit=200, german=("logo-alt", "alt")),
)
EDITION = (
    Field(
        name="title", kind="words", doc=N_("Titel des Programms"), example="Interkulturelle Woche 2025", is_required=True,
        limit=TITLE_LIMIT, german=("titel", "name"),
    ),
    Field(
        name="from", kind="date", doc=N_("erster Tag"), example="14.09.2025", is_required=True,
        german=("von", "beginn", "start"),
    ),
    Field(name="to", kind="date", doc=N_("letzter Tag"), example="28.09.2025", is_required=True, german=("bis", "ende")),
    Field(name="motto", kind="words", doc=N_("Motto"), limit=40),
    Field(name="greeting", kind="prose-words", doc=N_("Grußwort"), german=("grusswort", "grußwort")),
    Field(name="partners", kind="partners", doc=N_("Partner"), fields=PARTNER, german=("partner",)),
    Field(
        name="imprint", kind="markdown", doc=N_("Impressum im Heft: wer verantwortlich ist, wer es gesetzt und gedruckt hat"),
        german=("impressum",),
    ),
)
OUTLINE = (
    Field(name="width", kind="number", doc=N_("Breite"), is_required=True),
    Field(name="height", kind="number", doc=N_("Höhe"), is_required=True),
    Field(name="path", kind="path", doc=N_("SVG-Pfad"), is_required=True, limit=20000),
)

# What an import has taken over: written by it, read by it and by the check, shown nowhere.
TAKEN = (
    Field(name="source", kind="text", doc=N_("woher"), is_required=True, limit=200),
    Field(name="key", kind="text", doc=N_("woran die Zeile wiederzuerkennen ist"), is_required=True, limit=250),
    Field(name="row", kind="digest", doc=N_("Prüfsumme der Zeile"), is_required=True),
    Field(name="slot", kind="digest", doc=N_("Prüfsumme von Zeit, Ort und Veranstaltern")),
    Field(name="file", kind="digest", doc=N_("Prüfsumme der geschriebenen Datei"), is_required=True),
)

STATUS = (
    Field(
        name="is", kind="choice", doc=N_("was jetzt gilt"), example="moved", choices=STATUSES, is_required=True,
        german=("ist", "status"),
    ),
    _NOTE,
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
    _NOTE,
    Field(name="key", kind="id", doc=N_("bleibende Kennung des Termins"), german=("kennung",)),
)
REGISTRATION = (
    Field(
        name="until", kind="moment", doc=N_("Anmeldeschluss"), example="12.09.2025 18 Uhr",
        german=("bis", "anmeldeschluss", "frist", "anmeldefrist"),
    ),
    *_WAYS,
    Field(
        name="places", kind="number", doc=N_("Zahl der Plätze"),
        german=(
            "plätze", "plaetze", "teilnehmerzahl", "teilnehmendenzahl", "teilnehmer", "max. teilnehmer", "max. teilnehmerzahl",
            "platzzahl",
        ),
    ),
    _NOTE,
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
    _NOTE,
)
CONTACT = (
    Field(name="name", kind="text", doc=N_("Name"), limit=100),
    *_WAYS,
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
    replace(_URL, is_required=True, german=("link", "adresse")),
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
        german=("kontakt", "ansprechpartner", "ansprechperson", "kontaktperson", "rückfragen"),
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

# Names for the text below the fields, which has none.
TEXT_NAMES = (
    "beschreibung", "text", "description", "inhalt", "body", "beschreibungstext", "ankündigungstext", "programmtext", "langtext",
    "details",
)

# What people write for the words of a field.
GERMAN_CHOICES: Mapping[str, str] = {
    "findet statt": "scheduled", "bestätigt": "scheduled", "geändert": "changed", "verlegt": "moved", "abgesagt": "cancelled",
    "fällt aus": "cancelled", "verschoben": "postponed", "ausgebucht": "full", "voll": "full",
    "alle": "everyone", "für alle": "everyone", "alle interessierten": "everyone", "familien": "families", "familie": "families",
    "kinder": "children", "jugendliche": "youth", "jugend": "youth", "frauen": "women", "männer": "men", "senioren": "seniors",
    "seniorinnen und senioren": "seniors", "ältere": "seniors", "zugewanderte": "newcomers", "neuzugewanderte": "newcomers",
    "geflüchtete": "newcomers", "fachkräfte": "professionals", "fachpublikum": "professionals",
    "rollstuhl": "wheelchair", "rollstuhlgerecht": "wheelchair", "rollstuhl teilweise": "wheelchair-partly",
    "teilweise rollstuhlgerecht": "wheelchair-partly", "toilette": "toilet", "wc": "toilet",
    "höranlage": "hearing-loop", "induktionsschleife": "hearing-loop", "gebärdensprache": "sign-language",
    "leichte sprache": "easy-language", "ruheraum": "quiet-room", "parkplatz": "parking", "parkplätze": "parking",
}


def by_name(fields: tuple[Field, ...]) -> Mapping[str, Field]:
    """Return fields by their names."""
    return {field.name: field for field in fields}
