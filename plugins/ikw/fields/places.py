"""Fields of the files around the events: places, people, categories, municipalities, the edition. Floor 1, standard library only."""

from __future__ import annotations

from dataclasses import replace

from ikw.fields.field import TITLE_LIMIT, URL_LIMIT, Field
from ikw.model import ACCESS, COLOURS, DEFAULT_LOOK, SIGNS
from ikw.problems import N_

PHONE = Field(
    name="phone", kind="phone", doc=N_("Telefonnummer"), example="06621 00 00 00",
    german=("telefon", "tel", "telefonnummer", "handy"),
)
EMAIL = Field(
    name="email", kind="email", doc=N_("E-Mail-Adresse"), example="buero@example.org",
    german=("e-mail", "mail", "email-adresse", "e-mail-adresse"),
)
URL = Field(
    name="url", kind="url", doc=N_("Adresse im Netz, beginnt mit https://"), example="https://example.org/", limit=URL_LIMIT,
    german=("webseite", "link", "website", "internet", "homepage"),
)
WAYS = (PHONE, EMAIL, URL)
NAME = Field(name="name", kind="words", doc=N_("Name"), limit=200, is_required=True)
NOTE = Field(name="note", kind="text", doc=N_("ein Satz dazu"), german=("hinweis", "notiz", "grund", "bemerkung", "anmerkung"))

# A place written into an event needs only its name.
VENUE = (
    NAME,
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
    URL,
)
# A place in venues.yaml has a page, and is counted by municipality.
VENUE_ENTRY = tuple(replace(field, is_required=field.name in ("name", "town", "municipality")) for field in VENUE)
ORGANISER = (NAME, URL, EMAIL, PHONE)
CATEGORY = (
    replace(NAME, limit=60),
    Field(name="colour", kind="choice", doc=N_("Tuch"), choices=COLOURS, german=("farbe", "color")),
    Field(name="sign", kind="choice", doc=N_("Stempel"), choices=(*SIGNS, DEFAULT_LOOK[1]), german=("zeichen", "stempel", "icon")),
)
MUNICIPALITY = (replace(NAME, limit=100),)
PARTNER = (
    replace(NAME, kind="text"),
    URL,
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
    Field(
        name="entries_until", kind="date", doc=N_("Einsendeschluss: was bis dahin da ist, kommt ins Heft"), example="30.06.2025",
        german=("einsendeschluss", "abgabe-bis"),
    ),
    Field(name="criteria", kind="prose-words", doc=N_("was für die Aufnahme ins Programm gilt"), german=("kriterien", "aufnahme")),
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
    Field(name="aside", kind="digest", doc=N_("Prüfsumme dessen, was unter unbekannten Überschriften steht")),
    Field(name="file", kind="digest", doc=N_("Prüfsumme der geschriebenen Datei"), is_required=True),
)
