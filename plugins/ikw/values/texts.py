"""Values texts: what can be wrong with a value that people type, as one table of German texts. Floor 1, pure.

Here stands what a form can show as well as a check; what only the shape of a file can cause stands where it is found. `in_form`
is the mend where a form has no line to print.
"""

from __future__ import annotations

from ikw.problems import N_, WARNING, Fault, Template

_NO_URL = N_("„{value}“ ist keine Adresse im Netz.")
_NO_EMAIL = N_("„{value}“ ist keine E-Mail-Adresse.")
_NO_AGE = N_("„{value}“ ist keine Altersangabe.")
_NO_ID = N_("„{value}“ ist keine Kennung aus {file}.")
_NO_KNOWN_ID = N_("„{value}“ sieht aus wie ein Kürzel, das wir nicht kennen.")
_IS_HTML = N_("„{value}“ ist HTML, das geht hier nicht.")
_WRITE_LINE = N_("Schreiben Sie: {near}")

TEMPLATES = {
    # any text
    "missing": Template(
        "field-missing", N_("Diese Angabe fehlt."), N_("Schreiben Sie zum Beispiel: {line}"),
        in_form=N_("Schreiben Sie zum Beispiel: {example}"),
    ),
    "missing-bare": Template(
        "field-missing", N_("Diese Angabe fehlt."), N_("Ergänzen Sie: {line}"), in_form=N_("Füllen Sie dieses Feld aus."),
    ),
    "html": Template("text-html", _IS_HTML, N_("Schreiben Sie nur Text, ohne spitze Klammern.")),
    "entity": Template("text-html", _IS_HTML, N_("Tippen Sie das Zeichen selbst, das gemeint ist.")),
    "script": Template(
        "text-script", N_("„{value}“ ist hier nicht erlaubt."), N_("Schreiben Sie statt des Doppelpunkts einen Gedankenstrich."),
    ),
    "long": Template(
        "text-long", N_("„{value}“ ist mit {n} Zeichen lang."),
        N_("Kürzen Sie den Text, wenn es geht; gut lesbar sind höchstens {limit} Zeichen."), WARNING,
    ),
    "too-long": Template(
        "text-long", N_("„{value}“ ist mit {n} Zeichen zu lang, möglich sind {most}."),
        N_("Kürzen Sie den Text um {more} Zeichen."),
    ),
    # single values
    "url": Template(
        "url-wrong", _NO_URL,
        N_("Schreiben Sie eine Adresse, die mit https:// beginnt und keine Leerzeichen hat, zum Beispiel https://example.org/."),
    ),
    "url-near": Template("url-wrong", _NO_URL, _WRITE_LINE),
    "url-long": Template(
        "url-wrong", N_("Die Adresse hat {n} Zeichen, möglich sind {limit}: „{value}“."),
        N_("Suchen Sie eine kürzere Adresse derselben Seite."),
    ),
    "email": Template("email-wrong", _NO_EMAIL, N_("Schreiben Sie eine Adresse wie buero@example.org.")),
    "email-near": Template("email-wrong", _NO_EMAIL, _WRITE_LINE),
    "phone": Template(
        "phone-wrong", N_("„{value}“ ist keine Telefonnummer."),
        N_("Schreiben Sie eine einzige Nummer aus Ziffern, Leerzeichen, / und –, zum Beispiel 06621 00 00 00."),
    ),
    "postcode": Template(
        "postcode-wrong", N_("„{value}“ ist keine Postleitzahl."),
        N_("Eine Postleitzahl hat fünf Ziffern, zum Beispiel 36251."),
    ),
    "number": Template(
        "number-wrong", N_("„{value}“ ist keine ganze Zahl ab 1."), N_("Schreiben Sie nur Ziffern, zum Beispiel 20."),
    ),
    "amount": Template(
        "amount-wrong", N_("„{value}“ ist kein Betrag."), N_("Schreiben Sie einen Betrag wie 8 € oder 8,50."),
    ),
    "age": Template("age-wrong", _NO_AGE, N_("Schreiben Sie zum Beispiel 6–12, 14+ oder bis 12.")),
    "age-turned": Template("age-wrong", _NO_AGE, _WRITE_LINE),
    # people
    "person-slip": Template("id-unknown", _NO_ID, N_("Meinten Sie „{near}“?"), message_in_form=_NO_KNOWN_ID),
    "person-near": Template(
        "id-unknown", _NO_ID, N_("Meinten Sie „{near}“? Sonst schreiben Sie den Namen aus."), message_in_form=_NO_KNOWN_ID,
    ),
    "person-unknown": Template(
        "id-unknown", _NO_ID, N_("Tragen Sie die Gruppe dort ein, oder schreiben Sie ihren Namen aus."),
        in_form=N_("Schreiben Sie den Namen aus."), message_in_form=_NO_KNOWN_ID,
    ),
    # when it is
    "occurrences": Template(
        "when-long", N_("Das sind {n} Termine, möglich sind {limit}."), N_("Machen Sie mehrere Veranstaltungen daraus."),
    ),
    "hours-twice": Template(
        "hours-twice", N_("Für „{day}“ stehen hier zweimal Öffnungszeiten."),
        N_("Schreiben Sie jeden Wochentag nur einmal, mehrere Zeiten mit „und“ dazwischen."),
    ),
    "hours-range": Template(
        "hours-range", N_("Öffnungszeiten gelten nur für einen Zeitraum."),
        N_("Schreiben Sie bei „when“ zum Beispiel 14.–28.9., oder die Uhrzeit gleich hinter den Tag."),
        in_form=N_("Schreiben Sie beim Termin zum Beispiel 14.–28.9., oder die Uhrzeit gleich hinter den Tag."),
    ),
    "window": Template(
        "when-time", N_("„{value}“ ist nicht genau eine Zeit."),
        N_("Schreiben Sie jede Zeit in eine eigene Zeile, zum Beispiel 12–12.15."),
    ),
    "registration-late": Template(
        "registration-late", N_("Der Anmeldeschluss am {day} liegt nach der Veranstaltung."), N_("Prüfen Sie das Datum."), WARNING,
    ),
    # how one takes part
    "price-alone": Template(
        "field-missing", N_("Neben dem ermäßigten Preis fehlt der volle."), N_("Ergänzen Sie: regular: …"),
        in_form=N_("Tragen Sie auch den vollen Preis ein."),
    ),
    "price-order": Template(
        "price-order", N_("Der ermäßigte Preis ist höher als der volle: {reduced} und {regular}."),
        N_("Tauschen Sie die beiden Beträge."),
    ),
    "contact-consent": Template(
        "contact-consent", N_("Dieser Kontakt steht ohne Einwilligung in einer öffentlichen Datei."),
        N_("Fragen Sie die Person und ergänzen Sie „consent: ja“, oder löschen Sie den Kontakt."),
        in_form=N_("Fragen Sie die Person und kreuzen Sie die Einwilligung an, oder löschen Sie den Kontakt."),
    ),
    # the event as a whole
    "image-alt": Template(
        "image-alt", N_("Zum Bild „{image}“ fehlt die Beschreibung."),
        N_("Ergänzen Sie „image_alt: …“ und sagen Sie in einem Satz, was auf dem Bild zu sehen ist."),
        in_form=N_("Sagen Sie in einem Satz, was auf dem Bild zu sehen ist."),
    ),
    "image-credit": Template(
        "image-credit", N_("Zum Bild „{image}“ fehlt, wer es gemacht hat."), N_("Ergänzen Sie: image_credit: …"),
        in_form=N_("Schreiben Sie den Namen, der beim Bild stehen soll."),
    ),
    "venue-missing": Template(
        "venue-missing", N_("Der Ort fehlt; auf der Seite steht, dass er noch folgt."),
        N_("Ergänzen Sie „venue: …“, sobald der Ort feststeht."), WARNING,
        in_form=N_("Tragen Sie ihn ein, wenn er feststeht; sonst melden Sie ihn uns später."),
    ),
    "organisers-missing": Template(
        "organisers-missing", N_("Es steht nicht da, wer einlädt."), N_("Ergänzen Sie: organisers: […]"), WARNING,
        in_form=N_("Tragen Sie Ihre Gruppe oder Einrichtung ein."),
    ),
    "category-missing": Template(
        "category-missing", N_("Die Kategorie fehlt; es gilt „Sonstiges“."), N_("Ergänzen Sie: category: …"), WARNING,
        in_form=N_("Wählen Sie eine, wenn eine passt."),
    ),
    # beside other events
    "clash-venue": Template(
        "clash-venue", N_("„{venue}“ ist am {day} um {time} Uhr schon belegt, siehe „{other}“."),
        N_("Ändern Sie Ort oder Zeit, oder geben Sie beiden einen „room“."), WARNING,
        in_form=N_("Ändern Sie Ort oder Zeit, oder nennen Sie den Raum."),
    ),
    "clash-organiser": Template(
        "clash-organiser", N_("„{organiser}“ lädt am {day} um {time} Uhr auch zu etwas anderem ein, siehe „{other}“."),
        N_("Prüfen Sie die Zeiten; wenn beides stimmt, ist nichts zu tun."), WARNING,
    ),
    "duplicate": Template(
        "duplicate", N_("„{title}“ am {day} steht auch in {other}."),
        N_("Löschen Sie eine der beiden Dateien, oder unterscheiden Sie die Titel."), WARNING,
        in_form=N_("Ist es dieselbe Veranstaltung, brauchen Sie nichts abzugeben; sonst unterscheiden Sie die Titel."),
        message_in_form=N_("„{title}“ am {day} steht schon im Programm."),
    ),
}


def fault(name: str, **values: object) -> Fault:
    """Return the fault of a template with its values in it."""
    return TEMPLATES[name].fault(**values)
