"""Answers: what people fill into the form, well and badly, strewn together by a seed. Names are those of the form's fields."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

TITLES = (
    "Internationales Frühstück", "Café: Treffen", "Lesung #1", "„Nie“ wieder", '"Nie" wieder', "*Stern*", "@home", "- Strich", "Rock'n'Roll", "Fest & Tanz", "100 % Musik",
    "a" * 101, "b" * 201, "<b>Fest</b>", "Kiно am Meer", "javascript: alert", "null", "~", "yes", "12", "Fest\u200bival", "  viel   Raum ", "Ende:", "a: b: c", "[Klammer]", "{geschweift}", "!wichtig", "Tee &amp; Kekse",
    "Phở và bánh mì", "مهرجان الربيع", "Свято", "\\ rückwärts", "it's \"both\" \\", "", "#dafür", "Was? Wie!", "Brot 中文", "Fest \U0001f389 im Hof", "‚einfach‘", "%Prozent", "`Code`", "|", ">", "?", "a\tb", "x" * 90 + " # y", "Übung: eins, zwei",
)
WORDS = (
    "", "", "Großer Saal", "Saal ☕", "Raum 2: hinten", "am Tor", "Bitte klingeln # links", "<i>x</i>", "r" * 401, "r" * 301, "Fеst", "Tee, Kaffee", "日本 → 中", "ja", "nein", "ab 6 Jahren", "a &uuml; b",
)
TIMES = (
    "So 14.09.2025, 9.30–11.30 Uhr", "14.9. ab 18 Uhr", "14.–28.9.", "20./21.9., 14–17 Uhr", "tba", "Mo 14.9.", "33.9.", "abends", "3.10.2025 18 Uhr", "15.09.2025, 10.30–12 und 12.30–14 Uhr", "ab 3.10.2025", "20.9. 21–2 Uhr",
    "15.–19.9., jeweils 16–18 Uhr", "Einlass 18 Uhr", "10.9", "14.9.2024", "<b>14.9.</b>", "9/14/2025", "14.9.; 14.9.", "20.9. am Abend", "1.9.–31.12. täglich 10–11 und 12–13 Uhr", "# 14.9.", "14.9.: 18 Uhr", "26.10. 2.30 Uhr",
)
PICKED = (("2025-09-14", "09:30", "11:30"), ("2025-09-20", "18:00", ""), ("2025-09-20", "", ""), ("2025-09-20", "21:00", "02:00"), ("2025-09-20", "", "11:00"), ("2025-10-26", "02:30", ""), ("2025-09-19", "11:00", "09:00"), ("", "18:00", ""))
PLACES = ("", "Altes Rathaus", "altes rathaus", "rathaus", "Stadthalle", "Saal am Kirschgarten", "Haus: blau", "<p>", "n" * 401, "Park, Wiese #2", "online")
NAMES = ("", "Verein Eins", "verein eins", "Kulturhaus", "kulturhuas", "foo-bar", "verein-drei", "Chor e. V.", "Club, Bar & mehr", "chor", "Ш & Co", "o" * 401, "<x>", "verein-eins", "Amt: Kultur")
URLS = ("", "https://example.org/", "www.example.org", "ftp://x", "https://example.org/a?b=c#d", "kein link", "https://x.de/" + "y" * 1000)
PHONES = ("", "06621 00 00 00", "+49 6621 1", "12", "anrufen")
MAILS = ("", "a@example.org", "mailto:a@example.org", "a@b")
AMOUNTS = ("", "8 €", "8,50", "5", "acht", "gratis", "12,00 Euro", "20")
AGES = ("", "6–12", "14+", "12–6", "Kinder")
UNTIL = ("", "12.09.2025", "12.09.2025 18 Uhr", "bis 12.9.", "30.12.2025", "bald", "31.9.")
HOURS = (("", ""), ("mo-fr", "9–17"), ("sa", "10–13"), ("", "10–12"), ("montags", "geschlossen"), ("mo", ""), ("xx", "9–17"), ("täglich außer mo", "14–18 Uhr und 19–20 Uhr"), ("mo-fr", "18–20"), ("so: # x", "9"))
SLOTS = (("12–12.15", "Trommeln"), ("12.15", "Tanz: alle"), ("", "Ohne Zeit"), ("13", ""), ("12, 13 Uhr", "Zwei"), ("25", "x"), ("14–15", "<b>"), ("18.30–19", "Lied #3"))
BODIES = (
    "", "Wir feiern.\n\nAlle sind da.", "- Tee\n- Kaffee\n\n1. eins\n2. zwei", "Mit [Link](https://example.org/) und [falsch](www.example.org).", "<b>fett</b> und **fett**", "![Bild](a.jpg)", "---\nmit Strichen\n---", "Кiно",
    "  eingerückt\n\n\n\nmit Lücken  ", "t" * 20_001, "[" * 201, "# Titel\n> Zitat\n\n`Code`", "Zeile\r\nzwei\u2028drei", "{attach}x &#8203;", "title: Fest", "a\u200bb \u202ec", "\n\n", "[](https://x.de) [a]()", "Tab\tdazwischen", "😀 Emoji 👩‍💻", "Tee &#9749;\n\nund 日本語 ☃",
)
LANGUAGES = ("de", "uk", "ar", "fa", "tr", "gsg", "de-simple")
AUDIENCE = ("families", "children", "everyone")
ACCESS = ("wheelchair", "toilet", "quiet-room")


def strewn(count: int, seed: int) -> list[dict[str, Any]]:
    """Return filled-in forms; in every third one nothing is meant to be wrong but what happens to be."""
    chance = Random(seed)
    return [good(chance) if n % 3 == 0 else any_of(chance) for n in range(count)]


def good(chance: Random) -> dict[str, Any]:
    """Return a form as most people fill it in, with at most one field gone wrong."""
    filled: dict[str, Any] = {
        "title": chance.choice(TITLES[:11]), "text": chance.choice(BODIES[:4]), "when": [{"text": chance.choice(TIMES[:4])}], "place": "venue",
        "venues": [{"name": chance.choice(PLACES[1:6]), "town": "Musterstadt"}], "organisers": [{"name": chance.choice(NAMES[1:4])}], "category": "fest",
        "cost": {"kind": chance.choice(("free", "donation"))}, "languages": ["de"], "registration": {"kind": "yes", "phone": PHONES[1], "until": chance.choice(UNTIL[1:3])},
    }
    other = any_of(chance)
    name = chance.choice([None, *other])
    return filled if name is None else filled | {name: other[name]}


def any_of(chance: Random) -> dict[str, Any]:
    """Return a form filled in at random."""
    some, rows = chance.choice, lambda make, most: [make() for _ in range(chance.randint(0, most))]

    def when() -> dict[str, Any]:
        day, begins, ends = some(PICKED)
        row: dict[str, Any] = {"text": some(TIMES), "own": chance.random() < 0.6, "day": day, "from": begins, "to": ends}
        return row | ({"venue": some(PLACES), "town": some(WORDS), "room": some(WORDS), "note": some(WORDS)} if chance.random() < 0.3 else {})

    return {
        "title": some(TITLES), "subtitle": some(WORDS), "summary": some(WORDS), "text": some(BODIES), "when": rows(when, 3),
        "hours": rows(lambda: named(some(HOURS), "days", "times"), 2), "place": some(("venue", "both", "online", "open", "")),
        "venues": rows(lambda: {"name": some(PLACES), "street": some(WORDS), "postcode": some(("", "36251", "362")), "town": some(WORDS), "municipality": some(("", "musterstadt"))}, 2),
        "room": some(WORDS), "meeting_point": some(WORDS), "online_url": some(URLS), "organisers": rows(lambda: {"name": some(NAMES)}, 3), "partners": rows(lambda: {"name": some(NAMES)}, 2),
        "funders": rows(lambda: {"name": some(NAMES)}, 1), "category": some(("", "fest", "musik")), "audience": chance.sample(AUDIENCE, chance.randint(0, 2)), "age": some(AGES),
        "languages": chance.sample(LANGUAGES, chance.randint(0, 3)), "languages_more": rows(lambda: {"code": some(("", "vi", "de"))}, 2), "interpreting": chance.sample(LANGUAGES, chance.randint(0, 2)), "access": chance.sample(ACCESS, chance.randint(0, 2)), "access_note": some(WORDS),
        "cost": {"kind": some(("", "free", "donation", "price", "price")), "regular": some(AMOUNTS), "reduced": some(AMOUNTS), "note": some(WORDS)},
        "registration": {"kind": some(("", "no", "yes", "yes")), "until": some(UNTIL), "phone": some(PHONES), "email": some(MAILS), "url": some(URLS), "places": some(("", "20", "viele")), "note": some(WORDS)},
        "contact": {"name": some(WORDS), "phone": some(PHONES), "email": some(MAILS), "url": some(URLS), "consent": chance.random() < 0.7},
        "bring": some(WORDS), "food": some(WORDS), "childcare": some(WORDS),
        "schedule": rows(lambda: named(some(SLOTS), "time", "title"), 3), "links": rows(lambda: {"title": some(WORDS), "url": some(URLS)}, 2),
        "image": {"file": chance.random() < 0.3, "alt": some(WORDS), "credit": some(WORDS)},
    }


def named(values: Sequence[str], *names: str) -> dict[str, str]:
    """Return a row of a list."""
    return dict(zip(names, values, strict=True))
