"""Form words: what the form says in the browser, beside what its template prints. Floor 3."""

from __future__ import annotations

from collections.abc import Mapping

from ikw.problems import N_

# What the form says of itself.
WORDS: Mapping[str, str] = {
    # at questions
    "fault": N_("Fehler:"), "note": N_("Hinweis:"),
    "one_fault": N_("Eine Angabe stimmt noch nicht"), "faults": N_("{n} Angaben stimmen noch nicht"),
    "row": N_("{label} {n}"),
    "read": N_("Gelesen als: {dates}"), "known_venue": N_("Diesen Ort kennen wir: {address}."),
    "write": N_("Lieber selbst schreiben (mehrere Tage, Ausstellung, noch offen)"), "pick": N_("Lieber aus dem Kalender wählen"),
    "no_price": N_("Der Preis fehlt."), "no_price_mend": N_("Tragen Sie ihn ein, oder wählen Sie eine andere Antwort."),
    # the picture
    "picture": N_("{name}, {width} × {height} Punkte, {size} KB"),
    "no_picture": N_("„{name}“ ist kein Bild, das der Browser öffnen kann."), "no_picture_mend": N_("Nehmen Sie ein JPG, PNG oder WebP."),
    "consent": N_("Es steht nicht da, dass Sie das Bild weitergeben dürfen."),
    "consent_mend": N_("Kreuzen Sie es an, oder nehmen Sie das Bild wieder heraus."),
    "remove_picture": N_("Bild entfernen"),
    # the draft
    "delete": N_("Alles löschen, was Sie eingetragen haben?"), "deleted": N_("Gelöscht."),
    "restored": N_("Ihr Entwurf ist wieder da."), "picture_gone": N_("Das Bild müssen Sie noch einmal auswählen."),
    # handing in
    "copied": N_("Kopiert."), "copy_yourself": N_("Das Kopieren ging nicht. Markieren Sie den Text, und kopieren Sie ihn selbst."),
    "paste": N_("Fügen Sie hier den kopierten Text ein."),
}
# What stands on a card, in the words of the site's own pages.
CARD_WORDS: Mapping[str, str] = {
    "title": N_("Titel"), "to_follow": N_("Termin folgt"), "no_time": N_("ohne Uhrzeit"), "night": N_("in der Nacht zu {weekday}"),
    "online": N_("Online"), "place_to_follow": N_("Ort folgt"), "hybrid": N_("{place} und online"), "free": N_("kostenlos"),
    "donation": N_("Spende"), "registration": N_("mit Anmeldung"), "interpreted": N_("{languages}, gedolmetscht: {interpreted}"),
    "time": N_("{time} Uhr"), "times": N_("{start}–{end} Uhr"), "span": N_("{first} bis {last}"), "from": N_("ab {date}"),
}
MORE_DATES = ("und {n} weiterer Termin", "und {n} weitere Termine")
# The letter that a mail begins with: to the office, so it is German on every page. `ikw import mail` reads what stands between its lines.
LETTER: Mapping[str, str] = {
    "subject": "Veranstaltung: {title}", "greeting": "Guten Tag,\n\nhier ist eine Veranstaltung für „{edition}“.",
    "picture": "Das Bild {name} hängt an dieser Mail. Ich darf es weitergeben, und die Menschen darauf sind einverstanden.",
    "begin": "----- veranstaltung: {id}.md -----", "end": "----- ende -----", "message": "Event: {title}",
}
