"""The form in a real browser: every field and fault, the three endings, the keyboard, Arabic, 320 px, no JavaScript, drafts, pictures."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from form.conftest import ADDRESS, REPOSITORY
from form.pilot import CONCERT, CONCERT_FILE, faults, fill, hand_in, letter_file, unfold
from golden import check as check_golden
from ikw.questions import QUESTIONS
from judges.in_page import QUESTIONS as IN_PAGE
from judges.in_page import Look
from judges.pages import read_page
from judges.test_access import paper, unseen
from judges.test_axe import axe
from judges.test_requests import watched
from judges.weight import Scale

pytestmark = pytest.mark.slow

# One answer for every field there is.
EVERYTHING = {
    "title": "Lesung #1: „Heimat“", "category": "fest", "text": "Wir lesen vor.\n\n- auf Deutsch\n- auf Arabisch", "when.0.text": "14.–28.9.", "when.1.day": "2025-09-20",
    "when.1.from": "18:00", "when.1.to": "20:30", "when.1.venue": "Hof", "when.1.room": "Scheune", "when.1.note": "mit Musik", "when.2.text": "21.9. 10 Uhr", "when.2.venue": "Wiese",
    "when.2.town": "Friedlos", "hours.0.days": "mo-fr", "hours.0.times": "9–17", "hours.1.days": "sa", "hours.1.times": "10–13", "place": "both", "venues.0.name": "Halle",
    "venues.1.name": "Tor am Park", "venues.1.street": "Parkweg 1", "venues.1.postcode": "36266", "venues.1.town": "Wölfershausen", "venues.1.municipality": "heringen", "room": "Saal 2: hinten",
    "meeting_point": "am Brunnen", "online_url": "https://example.org/live", "organisers.0.name": "chor", "organisers.1.name": "Club, Bar & mehr", "partners.0.name": "Verein", "funders.0.name": "Stiftung Muster",
    "audience": "families children", "age": "6–12", "languages": "de ar", "languages_more.0.code": "uk", "interpreting": "gsg", "interpreting_more.0.code": "vi", "access": "wheelchair toilet",
    "access_note": "Rampe hinter dem Haus", "cost.kind": "price", "cost.regular": "8 €", "cost.reduced": "5", "cost.note": "Kinder frei", "registration.kind": "yes", "registration.until": "12.09.2025, 18 Uhr",
    "registration.phone": "06621 00 00 00", "registration.email": "buero@example.org", "registration.url": "https://example.org/an", "registration.places": "20", "registration.note": "Rückruf folgt",
    "bring": "ein Kissen", "food": "Tee: auch halal", "childcare": "ja", "subtitle": "Ein Abend", "summary": "Geschichten aus aller Welt.", "schedule.0.time": "18–18.30", "schedule.0.title": "Lesung",
    "schedule.1.time": "19", "schedule.1.title": "Gespräch", "links.0.title": "Verein", "links.0.url": "https://example.org/", "contact.name": "Alex Muster", "contact.phone": "06621 1 23",
    "contact.email": "alex@example.org", "contact.url": "https://example.org/alex", "contact.consent": "ja",
}


# Every field


def test_every_field_stands_in_the_file(tab: Page) -> None:
    fill(tab, EVERYTHING)
    hand_in(tab)
    assert faults(tab) == {}
    check_golden("form.md", letter_file(tab))


def test_every_question_is_on_the_page(tab: Page) -> None:
    names = set(tab.evaluate("[...document.forms[0].elements].map((one) => one.name || one.id)"))
    assert {re.sub(r"\.\d+", "", name) for name in EVERYTHING} | {"image-file", "image.alt", "image.credit", "image.consent"} == {re.sub(r"\.\d+", "", name) for name in names} - {
        "", "letter", "when.own", "place", "when", "venues", "organisers", "hours", "partners", "funders", "schedule", "links", "languages_more", "interpreting_more", "category", "audience", "cost-kind", "registration-kind", "languages", "interpreting", "access",
    } | {"place", "category", "audience", "languages", "interpreting", "access"}
    labels = tab.evaluate("[...document.querySelectorAll('.form :is(label, legend, h2, summary)')].map((one) => one.textContent.replace('(muss sein)', '').trim())")
    assert [question.label for question in QUESTIONS.values() if question.label not in labels] == []


# Every fault

FAULTS = {
    "title": ({"title": "<b>Fest</b>"}, "title", "Fehler: „<b>“ ist HTML, das geht hier nicht. Schreiben Sie nur Text, ohne spitze Klammern."),
    "entity": ({"title": "Tee &amp; mehr"}, "title", "Fehler: „&amp;“ ist HTML, das geht hier nicht. Tippen Sie das Zeichen selbst, das gemeint ist."),
    "script": ({"room": "javascript: x"}, "room", "Fehler: „javascript:“ ist hier nicht erlaubt. Schreiben Sie statt des Doppelpunkts einen Gedankenstrich."),
    "long": ({"title": "a" * 101}, "title", f"Hinweis: „{'a' * 59}…“ ist mit 101 Zeichen lang. Kürzen Sie den Text, wenn es geht; gut lesbar sind höchstens 100 Zeichen."),
    "too long": ({"title": "a" * 201}, "title", f"Fehler: „{'a' * 59}…“ ist mit 201 Zeichen zu lang, möglich sind 200. Kürzen Sie den Text um 1 Zeichen."),
    "two scripts": ({"title": "Fеst"}, "title", "Fehler: „Fеst“ mischt Schriften: zwischen lateinischen Buchstaben steht an 2. Stelle „е“, U+0435 (CYRILLIC SMALL LETTER IE). Tippen Sie das Wort neu, ohne zu kopieren: Fest"),
    "weekday": ({"when.0.text": "Mo 14.9."}, "when.0.text", "Fehler: „Mo 14.9.“ – der 14.09.2025 ist ein Sonntag. Schreiben Sie „So 14.09.2025“ oder „Mo 15.09.2025“."),
    "outside": ({"when.0.text": "3.10.2025"}, "when.0.text", "Hinweis: „3.10.2025“ – der 03.10.2025 liegt nicht zwischen dem 14.09.2025 und dem 28.09.2025. Prüfen Sie das Datum; wenn es stimmt, ist nichts zu tun."),
    "end before start": ({"when.0.from": "11:00", "when.0.to": "09:00"}, "when.0.day", "Fehler: „11–9 Uhr“ – das Ende 9 Uhr liegt vor dem Anfang 11 Uhr. Schreiben Sie „9–11 Uhr“, oder das Datum vor das Ende, wenn es der nächste Tag ist."),
    "end alone": ({"when.0.from": "", "when.0.to": "09:00"}, "when.0.day", "Fehler: „bis 9 Uhr“ nennt ein Ende ohne Anfang. Schreiben Sie „9 Uhr“, wenn es dann anfängt, sonst den Anfang davor wie in „16–18 Uhr“."),
    "hours": ({"hours.0.times": "9–17"}, "hours.0.times", "Fehler: Öffnungszeiten gelten nur für einen Zeitraum. Schreiben Sie beim Termin zum Beispiel 14.–28.9., oder die Uhrzeit gleich hinter den Tag."),
    "place without name": ({"venues.0.name": ""}, "venues.0.name", "Fehler: Diese Angabe fehlt. Füllen Sie dieses Feld aus."),
    "postcode": ({"venues.0.postcode": "362"}, "venues.0.postcode", "Fehler: „362“ ist keine Postleitzahl. Eine Postleitzahl hat fünf Ziffern, zum Beispiel 36251."),
    "link": ({"place": "both", "online_url": "www.example.org"}, "online_url", "Fehler: „www.example.org“ ist keine Adresse im Netz. Schreiben Sie: https://www.example.org"),
    "group": ({"organisers.0.name": "foo-bar"}, "organisers.0.name", "Fehler: „foo-bar“ sieht aus wie ein Kürzel, das wir nicht kennen. Schreiben Sie den Namen aus."),
    "age": ({"age": "12–6"}, "age", "Fehler: „12–6“ ist keine Altersangabe. Schreiben Sie: 6–12"),
    "price": ({"cost.kind": "price", "cost.regular": "acht"}, "cost.regular", "Fehler: „acht“ ist kein Betrag. Schreiben Sie einen Betrag wie 8 € oder 8,50."),
    "reduced alone": ({"cost.kind": "price", "cost.reduced": "5"}, "cost.regular", "Fehler: Neben dem ermäßigten Preis fehlt der volle. Tragen Sie auch den vollen Preis ein."),
    "prices": ({"cost.kind": "price", "cost.regular": "5", "cost.reduced": "8"}, "cost.reduced", "Fehler: Der ermäßigte Preis ist höher als der volle: 8 und 5. Tauschen Sie die beiden Beträge."),
    "price missing": ({"cost.kind": "price", "cost.regular": " "}, "cost.regular", "Hinweis: Der Preis fehlt. Tragen Sie ihn ein, oder wählen Sie eine andere Antwort."),
    "until": ({"registration.kind": "yes", "registration.until": "bald"}, "registration.until", "Fehler: „bald“ gehört nicht in diese Angabe. Schreiben Sie hier nur Angaben wie „14.09.2025, 18 Uhr“, alles andere in den Text."),
    "late": ({"registration.kind": "yes", "registration.until": "27.9."}, "registration.until", "Hinweis: Der Anmeldeschluss am 27.09.2025 liegt nach der Veranstaltung. Prüfen Sie das Datum."),
    "phone": ({"registration.kind": "yes", "registration.phone": "12"}, "registration.phone", "Fehler: „12“ ist keine Telefonnummer. Schreiben Sie eine einzige Nummer aus Ziffern, Leerzeichen, / und –, zum Beispiel 06621 00 00 00."),
    "mail": ({"registration.kind": "yes", "registration.email": "a@b"}, "registration.email", "Fehler: „a@b“ ist keine E-Mail-Adresse. Schreiben Sie eine Adresse wie buero@example.org."),
    "places": ({"registration.kind": "yes", "registration.places": "viele"}, "registration.places", "Fehler: „viele“ ist keine ganze Zahl ab 1. Schreiben Sie nur Ziffern, zum Beispiel 20."),
    "contact": ({"contact.name": "Alex"}, "contact.consent", "Fehler: Dieser Kontakt steht ohne Einwilligung in einer öffentlichen Datei. Fragen Sie die Person und kreuzen Sie die Einwilligung an, oder löschen Sie den Kontakt."),
    "slot": ({"schedule.0.time": "12, 13 Uhr", "schedule.0.title": "Tanz"}, "schedule.0.time", "Fehler: „12, 13 Uhr“ ist nicht genau eine Zeit. Schreiben Sie jede Zeit in eine eigene Zeile, zum Beispiel 12–12.15."),
    "link text": ({"links.0.url": "https://example.org/"}, "links.0.title", "Fehler: Diese Angabe fehlt. Füllen Sie dieses Feld aus."),
    "html in the text": ({"text": "Das ist <u>neu</u>"}, "text", "Fehler: „<u>“ ist HTML, das geht im Text nicht. Löschen Sie es; **so** schreiben Sie fett und *so* kursiv."),
    "link in the text": ({"text": "[hier](www.example.org)"}, "text", "Fehler: „www.example.org“ ist kein erlaubter Link. Schreiben Sie: https://www.example.org"),
    "no place": ({"venues.0.name": "", "venues.0.street": "", "venues.0.postcode": "", "venues.0.town": ""}, "venues.0.name", "Hinweis: Der Ort fehlt; auf der Seite steht, dass er noch folgt. Tragen Sie ihn ein, wenn er feststeht; sonst melden Sie ihn uns später."),
    "no group": ({"organisers.0.name": ""}, "organisers.0.name", "Hinweis: Es steht nicht da, wer einlädt. Tragen Sie Ihre Gruppe oder Einrichtung ein."),
}


def test_every_fault_stands_at_its_question(tab: Page) -> None:
    fill(tab, CONCERT)
    # a draft is kept soon after each answer: this one must hold the last of them
    tab.wait_for_function(
        "(texts) => texts.every((text) => (localStorage.getItem('ikw-mitmachen-2025') ?? '').includes(JSON.stringify(text).slice(1, -1)))",
        arg=[text for text in CONCERT.values() if text],
    )
    draft = tab.evaluate("localStorage.getItem('ikw-mitmachen-2025')")
    for name, (values, control, words) in FAULTS.items():
        tab.evaluate("(draft) => localStorage.setItem('ikw-mitmachen-2025', draft)", draft)
        tab.reload()
        tab.wait_for_selector(".submit:not([hidden])")
        fill(tab, values)
        hand_in(tab)
        assert faults(tab) == {control: words}, name
        is_error = words.startswith("Fehler")
        assert tab.locator(".summary").is_visible() == is_error, name
        assert tab.locator(".done").is_visible() != is_error, name
        described = tab.evaluate("(name) => { const one = document.getElementsByName(name)[0]; return [one.getAttribute('aria-invalid'), one.getAttribute('aria-describedby') ?? ''] }", control)
        assert described[0] == ("true" if is_error else None), name
        assert f"{control.replace('.', '-')}-fault" in described[1].split(), name


def test_what_must_be_there_is_asked_for(tab: Page) -> None:
    hand_in(tab)
    assert faults(tab) == {
        "title": "Fehler: Diese Angabe fehlt. Schreiben Sie zum Beispiel: Internationales Frühstück",
        "when.0.day": "Fehler: Diese Angabe fehlt. Schreiben Sie zum Beispiel: So 14.09.2025, 9.30–11.30 Uhr",
        "category": "Hinweis: Die Kategorie fehlt; es gilt „Sonstiges“. Wählen Sie eine, wenn eine passt.", "venues.0.name": FAULTS["no place"][2], "organisers.0.name": FAULTS["no group"][2],
    }
    expect(tab.locator(".summary")).to_be_focused()
    assert tab.locator(".summary h2").inner_text() == "2 Angaben stimmen noch nicht"
    assert tab.locator(".summary a").all_inner_texts() == ["Wie heißt Ihre Veranstaltung? Diese Angabe fehlt.", "Tag: Diese Angabe fehlt."]
    tab.locator(".summary a").first.click()
    expect(tab.locator("#title")).to_be_focused()
    tab.fill("#title", "Fest")
    expect(tab.locator(".summary h2")).to_have_text("Eine Angabe stimmt noch nicht")


def test_a_fault_is_said_after_typing_and_goes_while_typing(tab: Page) -> None:
    unfold(tab)
    tab.locator("#age").press_sequentially("Kin")
    tab.wait_for_timeout(400)
    assert faults(tab) == {}, "nobody is interrupted"
    tab.keyboard.press("Tab")
    expect(tab.locator("#age-fault")).to_contain_text("keine Altersangabe")
    tab.fill("#age", "6")
    tab.locator("#age").press_sequentially("–12")
    expect(tab.locator("#age-fault")).to_have_count(0)
    assert tab.get_attribute("#age", "aria-describedby") == "age-hint"


def test_a_fault_in_a_folded_part_can_be_followed(tab: Page) -> None:
    fill(tab, CONCERT | {"links.0.url": "x"})
    tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = false; })")
    hand_in(tab)
    tab.locator(".summary a").last.click()
    expect(tab.locator("#links-0-url")).to_be_focused()
    expect(tab.locator("#links-0-url")).to_be_in_viewport()


# What is read, and the card


def test_dates_are_read_back(tab: Page) -> None:
    fill(tab, {"when.0.text": "20./21.9., 14–17 Uhr"})
    expect(tab.locator("#when-0-text-read")).to_have_text("Gelesen als: Samstag, 20. September 2025, 14:00–17:00 Uhr; Sonntag, 21. September 2025, 14:00–17:00 Uhr")
    assert tab.get_attribute("#when-0-text", "aria-describedby") == "when-0-text-read"


def test_a_place_that_is_known_needs_no_address(tab: Page) -> None:
    tab.fill("#venues-0-name", "halle")
    expect(tab.locator("#venues-0-name-read")).to_have_text("Diesen Ort kennen wir: Bebra.")
    expect(tab.locator("#venues-0-street")).to_be_hidden()
    fill(tab, {"title": "Fest", "when.0.day": "2025-09-20", "organisers.0.name": "CHOR"})
    hand_in(tab)
    text = letter_file(tab)
    assert "venue: halle\norganisers: [chor]\n" in text
    assert tab.locator(".done code").inner_text() == "fest-2.md", "fest is taken"


def test_the_card_is_in_the_markup_of_the_site(tab: Page) -> None:
    fill(tab, CONCERT)
    expect(tab.locator(".card .row a")).to_have_text("Konzert: Lieder der Welt")
    assert tab.locator(".card .row").get_attribute("class") == "row k-musik"
    assert re.sub(r"\s+", " ", tab.locator(".card .row").inner_text()) == "19:30 Konzert: Lieder der Welt Musik Bürgerhaus, Bebra Deutsch · kostenlos"
    assert re.sub(r"\s+", " ", tab.locator(".card .poster").inner_text()) == "20 Samstag September 19:30 Musik Konzert: Lieder der Welt"
    fill(tab, {"when.0.text": "14.–28.9.", "title": "x" * 61, "subtitle": "Eine Schau"})
    expect(tab.locator(".card .poster .span")).to_have_text("14.–28. September")
    assert tab.locator(".card .poster .title").get_attribute("class") == "title is-long"
    assert tab.locator(".card .row").count() == 0, "what is on all the time is in no list of a day"


# The three endings


def test_a_mail_is_ready(tab: Page) -> None:
    fill(tab, CONCERT)
    hand_in(tab)
    expect(tab.locator(".done")).to_be_focused()
    letter = tab.input_value("#letter")
    assert letter == f"Guten Tag,\n\nhier ist eine Veranstaltung für „Interkulturelle Woche 2025“.\n\n----- veranstaltung: konzert-lieder-der-welt.md -----\n{CONCERT_FILE}----- ende -----\n"
    parts = urlsplit(tab.get_attribute("[data-mail]", "href"))
    given = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", ADDRESS)
    assert given == {"subject": ["Veranstaltung: Konzert: Lieder der Welt"], "body": [letter.replace("\n", "\r\n")]}
    tab.click("[data-copy]")
    expect(tab.locator(".ways [role=status]")).to_have_text("Kopiert.")
    assert tab.evaluate("navigator.clipboard.readText()") == letter


def test_a_long_mail_is_copied_first(tab: Page) -> None:
    fill(tab, CONCERT | {"text": "Wir singen. " * 200})
    hand_in(tab)
    expect(tab.locator("[data-show=long]")).to_be_visible()
    href = tab.get_attribute("[data-mail]", "href")
    assert len(href) < 1900
    assert unquote(href).endswith("[Fügen Sie hier den kopierten Text ein.]\r\n")
    tab.evaluate("document.querySelector('[data-mail]').addEventListener('click', (event) => event.preventDefault())")
    tab.click("[data-mail]")
    expect(tab.locator(".ways [role=status]")).to_have_text("Kopiert.")
    assert tab.evaluate("navigator.clipboard.readText()") == tab.input_value("#letter")


def test_a_change_is_proposed_on_github(tab: Page) -> None:
    fill(tab, CONCERT)
    hand_in(tab)
    link = tab.locator("[data-propose]")
    parts = urlsplit(link.get_attribute("href"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}/new/main"
    assert parse_qs(parts.query) == {
        "filename": ["events/2025/konzert-lieder-der-welt.md"], "message": ["Event: Konzert: Lieder der Welt"], "value": [CONCERT_FILE],
    }
    assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
    expect(tab.locator("[data-show=paste]")).to_be_hidden()
    fill(tab, {"text": "Wir singen. " * 900})
    expect(tab.locator("[data-show=paste]")).to_be_visible()
    assert "value=" not in link.get_attribute("href")


def test_a_change_is_proposed_on_gitlab(tab: Page) -> None:
    tab.evaluate("Object.assign(document.forms[0].dataset, { kind: 'gitlab', repository: 'https://git.example.org/kreis/ikw' })")
    fill(tab, CONCERT)
    hand_in(tab)
    parts = urlsplit(tab.get_attribute("[data-propose]", "href"))
    assert f"{parts.netloc}{parts.path}" == "git.example.org/kreis/ikw/-/new/main"
    assert parse_qs(parts.query) == {"file_name": ["events/2025/konzert-lieder-der-welt.md"], "commit_message": ["Event: Konzert: Lieder der Welt"], "content": [CONCERT_FILE]}
    expect(tab.locator("[data-show=paste]")).to_be_visible()  # some versions leave the field empty
    tab.evaluate("document.querySelector('[data-propose]').addEventListener('click', (event) => event.preventDefault())")
    tab.click("[data-propose]")
    tab.wait_for_function("() => navigator.clipboard.readText().then((text) => text.startsWith('---'))")
    assert tab.evaluate("navigator.clipboard.readText()") == CONCERT_FILE


def test_the_file_is_saved(tab: Page, tmp_path: Path) -> None:
    fill(tab, CONCERT)
    hand_in(tab)
    with tab.expect_download() as download:
        tab.click("[data-save=file]")
    assert download.value.suggested_filename == "konzert-lieder-der-welt.md"
    download.value.save_as(tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == CONCERT_FILE


def test_what_goes_wrong_afterwards_takes_the_endings_away(tab: Page) -> None:
    fill(tab, CONCERT)
    hand_in(tab)
    tab.fill("#title", "")
    expect(tab.locator(".done")).to_be_hidden()


# The picture


def photo(width: int, height: int) -> bytes:
    """Return a photo that tells where it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (50.0, 52.0, 0.0), 3: "E", 4: (9.0, 42.0, 0.0)}
    made = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_picture_is_made_smaller_and_forgets_where_it_was_taken(tab: Page, tmp_path: Path) -> None:
    fill(tab, CONCERT | {"image.alt": "Ein Chor singt.", "image.credit": "Ada Muster"})
    tab.set_input_files("#image-file", {"name": "DSC 1.jpg", "mimeType": "image/jpeg", "buffer": photo(3000, 2000)})
    expect(tab.locator(".thumb p")).to_contain_text("DSC 1.jpg, 1333 × 2000 Punkte")
    hand_in(tab)
    assert faults(tab) == {"image.consent": "Fehler: Es steht nicht da, dass Sie das Bild weitergeben dürfen. Kreuzen Sie es an, oder nehmen Sie das Bild wieder heraus."}
    tab.check("#image-consent")
    hand_in(tab)
    assert "image: konzert-lieder-der-welt.jpg\nimage_alt: Ein Chor singt.\nimage_credit: Ada Muster\n" in letter_file(tab)
    assert "Das Bild konzert-lieder-der-welt.jpg hängt an dieser Mail. Ich darf es weitergeben" in tab.input_value("#letter")
    with tab.expect_download() as download:
        tab.click("[data-save=picture]")
    assert download.value.suggested_filename == "konzert-lieder-der-welt.jpg"
    download.value.save_as(tmp_path / "a.jpg")
    with Image.open(tmp_path / "a.jpg") as saved:
        assert (saved.format, saved.size, dict(saved.getexif())) == ("JPEG", (1333, 2000), {})
    expect(tab.locator("[data-show=picture]").first).to_be_visible()


def test_a_picture_has_words_and_is_one(tab: Page) -> None:
    fill(tab, CONCERT)
    tab.set_input_files("#image-file", {"name": "a.png", "mimeType": "image/png", "buffer": b"no picture"})
    expect(tab.locator("#image-file-fault")).to_be_visible()
    hand_in(tab)
    assert faults(tab) == {"image-file": "Fehler: „a.png“ ist kein Bild, das der Browser öffnen kann. Nehmen Sie ein JPG, PNG oder WebP."}
    tab.set_input_files("#image-file", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(30, 20)})
    expect(tab.locator(".thumb p")).to_contain_text("a.jpg")
    tab.check("#image-consent")
    hand_in(tab)
    assert faults(tab) == {
        "image.alt": "Fehler: Zum Bild „konzert-lieder-der-welt.jpg“ fehlt die Beschreibung. Sagen Sie in einem Satz, was auf dem Bild zu sehen ist.",
        "image.credit": "Fehler: Zum Bild „konzert-lieder-der-welt.jpg“ fehlt, wer es gemacht hat. Schreiben Sie den Namen, der beim Bild stehen soll.",
    }
    assert tab.locator(".summary a").all_inner_texts() == [
        "Was ist auf dem Bild zu sehen? Zum Bild „konzert-lieder-der-welt.jpg“ fehlt die Beschreibung.", "Wer hat das Bild gemacht? Zum Bild „konzert-lieder-der-welt.jpg“ fehlt, wer es gemacht hat.",
    ]
    tab.uncheck("#image-consent")
    tab.fill("#title", "")
    expect(tab.locator(".summary a").first).to_have_text("Wie heißt Ihre Veranstaltung? Diese Angabe fehlt.")
    expect(tab.locator(".summary a").last).to_have_text("Es steht nicht da, dass Sie das Bild weitergeben dürfen.")
    fill(tab, {"title": CONCERT["title"], "image.consent": "ja"})
    tab.set_input_files("#image-file", [])
    expect(tab.locator(".thumb canvas")).to_have_count(0)
    expect(tab.locator(".fault")).to_have_count(0)


# The draft


def test_what_is_there_already_is_told_and_keeps_nobody_from_handing_in(tab: Page, form_origin: str) -> None:
    """The same title and day, the same place and group at that time: as the check will say it of the file."""
    tab.wait_for_load_state("networkidle")
    fill(tab, {"title": "Fest!", "category": "musik", "when.0.text": "14.9.2025, 19 Uhr", "venues.0.name": "Halle", "organisers.0.name": "chor"})
    hand_in(tab)
    expect(tab.locator(".done")).to_be_visible()
    said = faults(tab)
    assert said["title"] == "Hinweis: „Fest!“ am 14.09.2025 steht schon im Programm. Ist es dieselbe Veranstaltung, brauchen Sie nichts abzugeben; sonst unterscheiden Sie die Titel."
    assert said["venues.0.name"] == "Hinweis: „Halle“ ist am 14.09.2025 um 19:00 Uhr schon belegt, siehe „Fest“. Ändern Sie Ort oder Zeit, oder nennen Sie den Raum."
    assert said["organisers.0.name"] == "Hinweis: „Chor“ lädt am 14.09.2025 um 19:00 Uhr auch zu etwas anderem ein, siehe „Fest“. Prüfen Sie die Zeiten; wenn beides stimmt, ist nichts zu tun."


def test_without_what_is_there_the_form_works_all_the_same(context: BrowserContext, form_origin: str) -> None:
    context.route("**/neighbours.json", lambda route: route.abort())
    tab = context.new_page()
    tab.on("pageerror", lambda error: pytest.fail(f"script: {error}"))
    tab.goto(f"{form_origin}/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    fill(tab, CONCERT)
    hand_in(tab)
    assert letter_file(tab) == CONCERT_FILE


def test_the_letter_is_german_and_says_so(tab: Page, form_origin: str) -> None:
    told = "الرسالة بالألمانية لكي يفهمها المكتب فورًا. وفيها ما كتبتموه."
    assert tab.locator(".done p", has_text="auf Deutsch").count() == 0
    tab.goto(f"{form_origin}/ar/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    fill(tab, CONCERT)
    hand_in(tab)
    expect(tab.locator(".done p", has_text=told)).to_be_visible()


def test_a_draft_comes_back_and_is_deleted(tab: Page, form_origin: str) -> None:
    fill(tab, EVERYTHING)
    hand_in(tab)
    before = letter_file(tab)
    tab.reload()
    tab.wait_for_selector(".submit:not([hidden])")
    expect(tab.locator(".draft [role=status]")).to_have_text("Ihr Entwurf ist wieder da.")
    hand_in(tab)
    assert letter_file(tab) == before
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.click(".draft button")
    expect(tab.locator(".draft [role=status]")).to_have_text("Gelöscht.")
    assert (tab.input_value("#title"), tab.locator("[data-rows=when] > .one").count(), tab.locator(".done").is_visible()) == ("", 1, False)
    assert tab.evaluate("Object.keys(localStorage)") == []
    tab.reload()
    tab.wait_for_selector(".submit:not([hidden])")
    assert tab.input_value("#title") == ""


def keep_a_picture(tab: Page) -> bytes:
    """Fill in an event with a picture; return the picture as it is handed over."""
    fill(tab, CONCERT | {"image.alt": "Ein Chor singt.", "image.credit": "Ada Muster", "image.consent": "ja"})
    tab.set_input_files("#image-file", {"name": "DSC 1.jpg", "mimeType": "image/jpeg", "buffer": photo(300, 200)})
    expect(tab.locator(".thumb p")).to_contain_text("DSC 1.jpg, 200 × 300 Punkte")
    hand_in(tab)
    return saved_picture(tab)


def saved_picture(tab: Page) -> bytes:
    with tab.expect_download() as download:
        tab.click("[data-save=picture]")
    return Path(download.value.path()).read_bytes()


DATABASES = "async () => (await indexedDB.databases()).map(({ name }) => name)"


def test_a_picture_comes_back_with_the_draft_and_goes_with_it(tab: Page) -> None:
    before = keep_a_picture(tab)
    tab.reload()
    tab.wait_for_selector(".submit:not([hidden])")
    expect(tab.locator(".draft [role=status]")).to_have_text("Ihr Entwurf ist wieder da.")
    expect(tab.locator(".thumb p")).to_contain_text("DSC 1.jpg, 200 × 300 Punkte")
    assert (tab.input_value("[name='image.credit']"), tab.is_checked("#image-consent")) == ("Ada Muster", True)
    assert tab.evaluate("document.querySelector('#image-file').files[0].name") == "DSC 1.jpg"
    hand_in(tab)
    assert saved_picture(tab) == before
    assert "image: konzert-lieder-der-welt.jpg\n" in letter_file(tab)
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.click(".draft button")
    expect(tab.locator(".thumb canvas")).to_have_count(0)
    tab.wait_for_function(f"async () => !(await ({DATABASES})()).length")
    tab.reload()
    tab.wait_for_selector(".submit:not([hidden])")
    assert tab.locator(".thumb canvas").count() == 0


def test_a_picture_is_taken_out_again(tab: Page) -> None:
    keep_a_picture(tab)
    tab.locator(".thumb").get_by_role("button", name="Bild entfernen").click()
    expect(tab.locator("#image-file")).to_be_focused()
    hand_in(tab)
    assert "image" not in letter_file(tab)
    tab.wait_for_function(f"async () => !(await ({DATABASES})()).length")


def test_a_browser_that_keeps_no_picture_says_so(context: BrowserContext, form_origin: str) -> None:
    tab = context.new_page()
    tab.add_init_script("Object.defineProperty(globalThis, 'indexedDB', { get() { throw new Error('forbidden'); } })")
    tab.goto(f"{form_origin}/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    keep_a_picture(tab)
    tab.reload()
    tab.wait_for_selector(".submit:not([hidden])")
    expect(tab.locator(".draft [role=status]")).to_have_text("Ihr Entwurf ist wieder da. Das Bild müssen Sie noch einmal auswählen.")
    hand_in(tab)
    assert "image: " not in letter_file(tab)


def test_a_browser_that_never_answers_keeps_nobody_waiting(context: BrowserContext, form_origin: str) -> None:
    tab = context.new_page()
    tab.add_init_script("""localStorage.setItem("ikw-mitmachen-2025", JSON.stringify({ title: "Fest", image: { file: true } })); indexedDB.open = () => ({});""")
    tab.goto(f"{form_origin}/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    assert tab.input_value("#title") == "Fest"


def test_letters_without_a_font_are_told_as_the_check_tells_them(tab: Page, form_origin: str) -> None:
    fill(tab, CONCERT | {"title": "Konzert 中文", "text": "Tee ☕ für alle."})
    tab.locator("#text").blur()
    expect(tab.locator(".fault")).to_have_count(2)
    assert faults(tab) == {
        "title": "Hinweis: Für „中“ (U+4E2D), „文“ (U+6587) gibt es im Heft keine Schrift. Dort steht „…“. Schreiben Sie das Wort mit anderen Buchstaben dazu.",
        "text": "Hinweis: „☕“ (U+2615) gibt es im Heft nicht. Dort fehlt das Zeichen. Sagen Sie es mit Worten, wenn es etwas sagt.",
    }
    hand_in(tab)
    expect(tab.locator(".done")).to_be_visible()


def test_nothing_is_kept_before_something_is_typed(tab: Page, context: BrowserContext) -> None:
    tab.wait_for_timeout(400)
    assert (tab.evaluate("Object.keys(localStorage)"), context.cookies()) == ([], [])
    tab.fill("#title", "F")
    tab.wait_for_function("() => localStorage.length === 1")


def test_a_browser_that_keeps_nothing_is_no_hindrance(context: BrowserContext, form_origin: str) -> None:
    tab = context.new_page()
    tab.add_init_script("Object.defineProperty(globalThis, 'localStorage', { get() { throw new Error('forbidden'); } })")
    tab.goto(f"{form_origin}/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    fill(tab, CONCERT)
    hand_in(tab)
    assert letter_file(tab) == CONCERT_FILE


def test_what_is_typed_before_the_script_comes_stays(context: BrowserContext, form_origin: str) -> None:
    tab = context.new_page()
    tab.route("**/form.js", lambda route: (tab.fill("#title", "Fest"), tab.fill("#organisers-1-name", "Zweite"), route.continue_()))
    tab.goto(f"{form_origin}/mitmachen/", wait_until="domcontentloaded")
    tab.wait_for_selector(".submit:not([hidden])")
    assert (tab.input_value("#title"), tab.input_value("#organisers-1-name")) == ("Fest", "Zweite")


# Keyboard, focus


def test_a_concert_by_keyboard_alone(tab: Page) -> None:
    tab.locator("#title").focus()
    keys = tab.keyboard
    keys.type("Konzert")
    keys.press("Tab")
    keys.press("Space")
    keys.press("ArrowRight")
    keys.press("Tab")
    keys.type("Wir singen.")
    keys.press("Tab")
    keys.type("20092025")
    assert tab.evaluate("document.activeElement.name") == "when.0.day"
    while tab.evaluate("document.activeElement.closest('.swap')") is None:
        keys.press("Tab")
    keys.press("Enter")
    assert tab.evaluate("document.activeElement.name") == "when.0.text"
    keys.type("20.9. 19.30 Uhr")
    while tab.evaluate("document.activeElement.name") != "venues.0.name":
        keys.press("Tab")
    keys.type("Halle")
    keys.press("Enter")
    tab.wait_for_selector(".done:not([hidden])")
    assert tab.evaluate("document.activeElement.id") == "done"
    assert letter_file(tab) == "---\ntitle: Konzert\nwhen: 20.9. 19.30 Uhr\nvenue: halle\ncategory: musik\nlanguages: [de]\n---\nWir singen.\n"
    keys.press("Tab")
    assert tab.evaluate("document.activeElement.matches('[data-mail]')")


def test_rows_come_and_go_with_the_focus(tab: Page) -> None:
    rows, add = tab.locator("[data-rows=organisers] > .one"), tab.locator("[data-rows=organisers] > .add button")
    assert rows.count() == 1
    tab.fill("#organisers-0-name", "Eins")
    add.click()
    expect(tab.locator("#organisers-1-name")).to_be_focused()
    assert rows.nth(1).get_attribute("aria-label") == "Wer lädt ein? 2"
    tab.fill("#organisers-1-name", "Zwei")
    rows.nth(0).locator(".less button").click()
    expect(tab.locator("#organisers-0-name")).to_be_focused()
    assert (rows.count(), tab.input_value("#organisers-0-name"), rows.nth(0).locator(".less").is_visible()) == (1, "Zwei", False)
    assert tab.get_attribute("#organisers label", "for") == "organisers-0-name"


def test_a_press_is_not_lost_when_a_fault_moves_the_page(tab: Page) -> None:
    hand_in(tab)
    tab.fill("#title", "Fest")
    tab.check("[name=category][value=musik]")
    expect(tab.locator("[name=category][value=musik]")).to_be_checked()


# Looked at by judges


def looked(tab: Page) -> Look:
    """Return a look at the open tab."""
    look = Look(tab, tab)
    tab.evaluate(IN_PAGE)
    return look


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(tab: Page, width: int) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    look = looked(tab)
    unfold(tab)
    found = axe(look)
    hand_in(tab)
    found += axe(look)
    fill(tab, CONCERT | {"when.1.text": "21.9.", "registration.kind": "yes", "cost.kind": "price", "cost.regular": "8"})
    hand_in(tab)
    expect(tab.locator(".done")).to_be_visible()
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # pytest knows no literals
        found += axe(look)
    assert found == []


def test_what_is_quoted_is_kept_together_and_marked(tab: Page, form_origin: str) -> None:
    """What somebody typed, and how to write it, is German on an Arabic page, too."""
    tab.goto(f"{form_origin}/ar/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    fill(tab, {**CONCERT, "when.0.text": "Mo 14.9.", "age": "مع أطفال"})
    hand_in(tab)
    quoted = "(place) => [...document.querySelectorAll(`${place} bdi`)].map((one) => [one.textContent, one.lang, one.dir])"
    assert tab.evaluate(quoted, ".rows .fault") == [["Mo 14.9.", "de", "ltr"], ["So 14.09.2025", "de", "ltr"], ["Mo 15.09.2025", "de", "ltr"]]
    assert ["مع أطفال", "", ""] in tab.evaluate(quoted, ".fault")
    assert ["Mo 14.9.", "de", "ltr"] in tab.evaluate(quoted, ".summary")


@pytest.mark.parametrize("path", ["/mitmachen/", "/ar/mitmachen/"])
def test_nothing_runs_out_of_a_window_of_320_px(tab: Page, form_origin: str, path: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 700})
    tab.goto(form_origin + path)
    tab.wait_for_selector(".submit:not([hidden])")
    fill(tab, EVERYTHING | {"title": "Donaudampfschifffahrtsgesellschaftskapitänspatentprüfungsordnung", "age": "Kinder"})
    hand_in(tab)
    look = looked(tab)
    found = look.ask("sideways") + look.ask("clipped")
    fill(tab, {"age": "6"})
    hand_in(tab)
    found += look.ask("sideways") + look.ask("clipped") + look.ask("smallTargets", 24)
    assert found == []


def test_the_form_in_arabic_writes_the_same_file(tab: Page, form_origin: str) -> None:
    tab.goto(f"{form_origin}/ar/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    assert tab.evaluate("getComputedStyle(document.forms[0]).direction") == "rtl"
    fill(tab, CONCERT)
    expect(tab.locator(".card .poster .date b").first).to_have_text("السبت")
    hand_in(tab)
    assert letter_file(tab) == CONCERT_FILE
    title = tab.evaluate("(() => { const one = getComputedStyle(document.querySelector('#title')); return [one.direction, one.textAlign]; })()")
    assert title[0] == "ltr", "German words keep their direction"


def test_a_category_without_a_name_in_the_pages_language_says_so(tab: Page, form_origin: str) -> None:
    tab.goto(f"{form_origin}/ar/mitmachen/")
    tab.wait_for_selector(".submit:not([hidden])")
    said = "() => [...document.querySelectorAll('.card .row .kind, .card .poster .kind a')].map((one) => [one.textContent, one.lang, one.dir])"
    fill(tab, CONCERT)
    expect(tab.locator(".card .row .kind")).to_have_text("Musik")
    assert tab.evaluate(said) == [["Musik", "de", "ltr"], ["Musik", "de", "ltr"]]
    fill(tab, {"category": "sonstiges"})
    expect(tab.locator(".card .row .kind")).not_to_have_text("Musik")
    assert [attributes for _, *attributes in tab.evaluate(said)] == [["", ""], ["", ""]]


def test_without_a_script_everything_is_there_and_nothing_to_press(browser: Browser, form_origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    look = Look(context.new_page(), context.new_page())
    assert unseen(look, f"{form_origin}/mitmachen/") == []
    tab = look.tab
    assert tab.locator("button:visible, .card:visible, .done:visible").count() == 0
    assert tab.locator(".paper a").get_attribute("href") == f"mailto:{ADDRESS}"
    hidden = [one for one in tab.locator("input:not([type=hidden]), textarea, select").all() if not one.is_visible()]
    assert [one.get_attribute("name") for one in hidden if not one.evaluate("(one) => one.closest('[hidden]') !== null")] == []
    context.close()


def test_the_form_is_printed_with_lines_and_boxes(context: BrowserContext, form_origin: str, tab: Page) -> None:
    look = Look(tab, tab)
    assert paper(look, f"{form_origin}/mitmachen/") == []
    assert tab.locator("[name=category]").first.is_visible()
    assert tab.locator(".paper").is_visible()
    assert not tab.locator("#when-0-day").is_visible()


def test_it_asks_for_nothing_but_its_own_files_and_keeps_to_the_policy(context: BrowserContext, form_origin: str) -> None:
    tab = context.new_page()
    with watched(tab) as watch:
        tab.goto(f"{form_origin}/mitmachen/")
        tab.wait_for_selector(".submit:not([hidden])")
        fill(tab, CONCERT | {"image.alt": "a", "image.credit": "b", "image.consent": "ja", "text": "Tee &uuml; &#8203;"})
        tab.set_input_files("#image-file", {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photo(30, 20)})
        hand_in(tab)
        assert faults(tab)["text"] == "Fehler: „&#8203;“ steht für ein unsichtbares Zeichen. Löschen Sie es."
        fill(tab, {"text": "Tee"})
        hand_in(tab)
    assert watch.faults(form_origin) == []
    scripts = {urlsplit(request.url).path for request in watch.requests if request.resource_type == "script"}
    own = {f"/theme/js/form/{path.relative_to(SCRIPTS).as_posix()}" for path in SCRIPTS.rglob("*.js")}
    assert scripts == own | {"/theme/js/now.js"}


SCRIPTS = Path(__file__).parents[2] / "theme" / "static" / "js" / "form"


def test_it_weighs_little(form_site: Path) -> None:
    """Page, stylesheet and scripts at most 60 kB over the wire, the rules 16 kB; nothing but page and stylesheet before the first paint."""
    scale = Scale(form_site)
    page = read_page("mitmachen/index.html", (form_site / "mitmachen/index.html").read_bytes())
    scripts = sum(scale.bytes(path.relative_to(form_site).as_posix()) for path in (form_site / "theme/js").rglob("*.js"))
    rules = scale.bytes("theme/form/de.json")
    assert (scale.page(page) < 22_000, scale.page(page) + scripts < 60_000, rules < 16_000) == (True, True, True), (scale.page(page), scripts, rules)
