"""What is to be typed in German is marked within hints of other languages."""

from __future__ import annotations

import pytest

from ikw.settings import Language
from ikw.views.examples import with_examples
from samples import ARABIC, ENGLISH, GERMAN, site

WHEN = "Wie auf einem Plakat: So 14.09.2025, 9.30–11.30 Uhr. Oder 14.–28.9., oder „tba“, solange der Tag nicht feststeht."

# the page's language, the hint, the German hint, what is marked
HINTS: dict[str, tuple[Language, str, str, list[str]]] = {
    "German": (GERMAN, WHEN, WHEN, []),
    "English": (ENGLISH, "As on a poster: So 14.09.2025, 9.30–11.30 Uhr. Or 14.–28.9., or “tba” until then.", WHEN, ["So 14.09.2025, 9.30–11.30 Uhr", "tba"]),
    "names in a row": (ENGLISH, "For example: Bürgerhaus, Stadtpark, Kirche. More.", "Zum Beispiel: Bürgerhaus, Stadtpark, Kirche. Mehr.", ["Bürgerhaus, Stadtpark, Kirche"]),
    "a word of both languages": (ENGLISH, "It is made in the browser.", "Es wird in die Datei geschrieben.", []),
    "translated": (ENGLISH, "For example: children pay nothing.", "Zum Beispiel: Kinder zahlen nichts.", []),
    "Arabic": (ARABIC, "كما على الملصق: «So 14.09.2025, von 9.30 bis 11.30 Uhr». أو «14.–28.9.»، أو «tba».", WHEN, ["So 14.09.2025, von 9.30 bis 11.30 Uhr", "14.–28.9.", "tba"]),
    "names without quotes": (ARABIC, "مثلًا: Bürgerhaus أو Kirche.", "Zum Beispiel: Bürgerhaus, Kirche.", ["Bürgerhaus", "Kirche"]),
    "a quoted name of the page's own": (ARABIC, "في صفحة «التواصل».", "auf der Seite „Kontakt“.", []),
    "an address": (ARABIC, "يبدأ بـ https://", "Sie beginnt mit https://", []),
    "no letter": (ARABIC, "مثلًا: 8 € أو 8,50.", "Zum Beispiel: 8 € oder 8,50.", []),
}


@pytest.mark.parametrize(("language", "text", "source", "marked"), HINTS.values(), ids=HINTS)
def test_german_examples_are_marked(language: Language, text: str, source: str, marked: list[str]) -> None:
    found = with_examples(site(language=language), text, source)
    assert found.text == text
    assert [part.text for part in found.parts if part.lang == "de"] == marked
    assert "".join(part.text for part in found.parts) in ("", text)
