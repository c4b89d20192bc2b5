"""Every heading an office may write means one column, and every column has a heading that means it."""

from __future__ import annotations

import pytest

from ikw.cells.columns import WHEN_PARTS, columns, path_of, paths_of
from ikw.fields import EVENT

HEADINGS = [
    # as people write them
    ("Titel", "title"), ("Name der Veranstaltung *", "title"), ("VERANSTALTUNG", "title"), ("Was?", "title"), ("Event", "title"),
    ("Datum", "when.on"), ("Datum (TT.MM.JJJJ)", "when.on"), ("Tag", "when.on"), ("Wann?", "when"), ("Termin(e)", "when"),
    ("Uhrzeit", "when.time"), ("Uhrzeit\n(von – bis)", "when.time"), ("Beginn", "when.from"), ("Beginn (Uhrzeit)", "when.from"),
    ("Ende", "when.to"), ("bis", "when.to"), ("Enddatum", "when.last"), ("Wochentag", "when.weekday"), ("Start Date", "when.on"),
    # of several, as forms ask, and as one column for what others have in two
    ("Datum/Uhrzeit", "when"), ("Datum und Uhrzeit", "when"), ("Tag/Datum", "when.on"), ("Wochentag, Datum", "when.on"), ("Beginn/Ende", "when.time"), ("von/bis", "when.time"),
    ("Ort/Adresse", "venue"), ("Ort/Raum", "venue"), ("Veranstaltungsort (Name, Adresse)", "venue"), ("Straße, PLZ, Ort", "venue.street"), ("PLZ/Ort", "venue.postcode"), ("Raum/Saal", "room"),
    ("Stadt/Gemeinde", "venue.municipality"), ("Organisation/Verein", "organisers"), ("Veranstalter/Kooperationspartner", None), ("Zielgruppe/Alter", "audience"), ("Telefon/E-Mail", "contact"),
    ("Eintritt / Teilnahmegebühr", "cost"), ("Anmeldung (Telefon, E-Mail)", "registration"), ("Titel/Untertitel", None), ("Essen und Trinken", "food"),
    ("Wie heißt die Veranstaltung?", "title"), ("Wann findet sie statt?", "when"), ("Wo findet die Veranstaltung statt?", "venue"), ("Ist die Veranstaltung barrierefrei?", "access"),
    ("Datum der Veranstaltung", "when.on"), ("Link zur Veranstaltung", "links"), ("Ansprechperson für Rückfragen", "contact"), ("Bemerkungen", None), ("Bemerkung", None), ("Hinweis", None), ("Zeitstempel", None),
    ("Ort", "venue"), ("Veranstaltungsort", "venue"), ("Location", "venue"), ("Adresse", "venue.street"), ("Straße/Nr.", "venue.street"),
    ("PLZ", "venue.postcode"), ("PLZ/Ort", "venue.postcode"), ("Stadt", "venue.town"), ("Gemeinde", "venue.municipality"),
    ("Veranstalter", "organisers"), ("Veranstalter*in", "organisers"), ("VeranstalterInnen", "organisers"),
    ("Veranstalter/innen", "organisers"), ("Veranstalter:innen", "organisers"), ("Organizer", "organisers"), ("Wer lädt ein?", "organisers"),
    ("in Kooperation mit", "partners"), ("gefördert durch", "funders"), ("Kategorie", "category"), ("Art der Veranstaltung", "category"),
    ("Zielgruppe(n)", "audience"), ("für wen?", "audience"), ("Sprache/n", "languages"), ("Language", "languages"), ("Alter", "age"),
    ("Eintritt", "cost"), ("Eintritt / Kosten", "cost"), ("Kosten in €", "cost"), ("Preis (€)", "cost"), ("ermäßigt", "cost.reduced"),
    ("Anmeldung", "registration"), ("Anmeldung erforderlich?", "registration"), ("Anmeldung bis", "registration.until"),
    ("Anmeldeschluss", "registration.until"), ("Anmeldung Telefon", "registration.phone"), ("Telefon (Anmeldung)", "registration.phone"),
    ("max. Teilnehmerzahl", "registration.places"), ("Telefon", "contact.phone"), ("E-Mail", "contact.email"),
    ("Ansprechpartner*in", "contact"), ("Kontakt E-Mail", "contact.email"), ("Barrierefrei?", "access"), ("Website", "links"),
    ("Beschreibung (max. 500 Zeichen)", "text"), ("Beschreibung (Markdown)", "markdown"), ("Kurztext", "summary"), ("Raum", "room"),
    ("Termin 2", "when#2"), ("2. Termin", "when#2"), ("Termin 1", "when"), ("Datum 3", "when.on#3"),
    ("Thema", "title"), ("Zeitraum", "when"), ("Wieviel kostet es?", "cost"), ("Teilnehmerzahl max.", "registration.places"), ("max. TN", "registration.places"), ("Anmeldelink", "registration.url"),
    ("rollstuhlgerecht?", "access"), ("Weitere Infos", "links"), ("Fotograf*in", "image_credit"),
    # nobody knows
    ("Budget", None), ("Interne Notiz", None), ("", None), ("Zeitstempel", None),
]


@pytest.mark.parametrize(("heading", "path"), HEADINGS, ids=[heading for heading, _ in HEADINGS])
def test_a_heading_means_a_column(heading: str, path: str | None) -> None:
    assert path_of(heading) == path


def test_every_column_is_meant_by_its_own_heading() -> None:
    assert [(column.heading, path_of(column.heading)) for column in columns()] == [(column.heading, column.path) for column in columns()]


def test_every_field_has_a_column() -> None:
    paths = {column.path.partition(".")[0] for column in columns()}
    assert {field.name for field in EVENT} - paths == set()


def test_every_english_and_german_name_of_a_field_means_it() -> None:
    """But for those that name a part of the date more exactly, the address of a place, and the text."""
    parts = {"when.on", "when.time", "when.from", "when.to", "when.weekday", "when.last"}
    other = {
        (field.name, name, path_of(name)) for field in EVENT for name in (field.name, *field.german)
        if (path_of(name) or "").partition("#")[0] != field.name and path_of(name) not in parts
    }
    assert other == {("venue", "adresse", "venue.street")}


def test_the_parts_of_a_date_are_names_of_when() -> None:
    """A check that meets one of these words as a field says „when“: single words are in the one table."""
    when = next(field for field in EVENT if field.name == "when")
    words = {name for names in WHEN_PARTS.values() for name in names if name in when.german}
    assert {"datum", "tag", "uhrzeit", "zeit", "beginn", "start", "von", "ende", "bis", "date"} <= words


ROWS = [
    (("Veranstaltungsort", "Straße", "PLZ", "Ort"), ("venue", "venue.street", "venue.postcode", "venue.town")),
    (("Ort", "PLZ", "Stadt"), ("venue", "venue.postcode", "venue.town")),
    (("Adresse", "PLZ", "Ort"), ("venue.street", "venue.postcode", "venue.town")),
    (("Tag", "Datum", "Zeit"), ("when.weekday", "when.on", "when.time")),
    (("Veranstalter 1", "Veranstalter 2"), ("organisers", "organisers")),
    (("Titel", "Name"), ("title", None)),
    (("Thema", "Titel", "Datum"), (None, "title", "when.on")), (("Thema", "Datum"), ("title", "when.on")),
    (("Titel", "Name", "Bezeichnung"), ("title", None, None)),
    (("Termin 1", "Termin 2"), ("when", "when#2")),
    (("Beschreibung", "Text"), ("text", "text")),
]


@pytest.mark.parametrize(("headings", "paths"), ROWS, ids=["+".join(case[0]) for case in ROWS])
def test_headings_are_read_together(headings: tuple[str, ...], paths: tuple[str | None, ...]) -> None:
    assert paths_of(headings) == paths
