"""One file as it was parsed, and what an event and its translations come to together."""

from __future__ import annotations

from pathlib import Path

import pytest

from ikw.model import Event, Text
from ikw.parsed import Around, Parsed, translation_problems, with_translations
from ikw.problems import WARNING
from ikw.translation import fingerprint
from records import SPAN, known

FEST = """---
title: Fest am Fluss
subtitle: Mit Tanz
when: Sa 20.09.2025, 14–16 Uhr
venue: rathaus
organisers: [verein-eins]
category: fest
---
Alle kommen. Niemand fehlt.
"""
OWN = """---
title: Свято біля річки
source:
  title: {title}
  text: {text}
---
Приходять усі. Усі тут.
"""


@pytest.fixture
def around(tmp_path: Path) -> Around:
    (tmp_path / "2025").mkdir()
    return Around(root=tmp_path, edition="2025", span=SPAN, known=known(), names=frozenset())


def write(around: Around, name: str, text: str) -> str:
    (around.root / "2025" / name).write_text(text, encoding="utf-8")
    return f"2025/{name}"


def both(around: Around, own: str, german: str = FEST) -> tuple[Parsed, Parsed, str]:
    path = write(around, "fest.uk.md", own)
    return around.event(write(around, "fest.md", german)), around.translation(path, "uk"), path


def event(one: Parsed, own: Parsed) -> Event:
    found = with_translations(one, {"uk": own})
    assert found
    return found


def test_what_fits_is_the_event_s_text(around: Around) -> None:
    own = OWN.format(title=fingerprint("Fest am Fluss"), text=fingerprint("Alle kommen. Niemand fehlt."))
    one, translation, path = both(around, own)
    assert event(one, translation).texts["uk"] == Text(
        title="Свято біля річки", summary="Приходять усі. Усі тут.", is_excerpt=True, html="<p>Приходять усі. Усі тут.</p>",
        plain="Приходять усі. Усі тут.",
    )
    assert list(translation_problems(one, translation, path)) == []


def test_what_is_stale_is_left_out_and_named(around: Around) -> None:
    own = OWN.format(title=fingerprint("Fest am See"), text=fingerprint("Alle kommen. Niemand fehlt."))
    one, translation, path = both(around, own)
    text = event(one, translation).texts["uk"]
    assert (text.title, text.stale, text.plain) == ("", ("title",), "Приходять усі. Усі тут.")
    assert [(problem.path, problem.line, problem.field, problem.code, problem.severity) for problem in translation_problems(one, translation, path)] == [
        ("2025/fest.uk.md", 2, "title", "translation-stale", WARNING),
    ]


def test_one_changed_sentence_makes_only_its_field_stale(around: Around) -> None:
    own = OWN.format(title=fingerprint("Fest am Fluss"), text=fingerprint("Alle kommen. Niemand fehlt."))
    one, translation, _ = both(around, own, FEST.replace("Niemand", "Keiner"))
    assert event(one, translation).texts["uk"].stale == ("text",)
    assert event(one, translation).texts["uk"].title == "Свято біля річки"


def test_a_translation_with_an_error_is_not_also_asked_to_be_stamped(around: Around) -> None:
    one, translation, path = both(around, "---\ntitle: Свято\nwhen: завтра\n---\n")
    assert [problem.code for problem in translation_problems(one, translation, path)] == ["translation-fact"]


def test_translations_of_a_draft_wait(around: Around) -> None:
    one, translation, path = both(around, "---\ntitle: Свято\nwhen: завтра\n---\n", FEST.replace("---\n", "---\ndraft: ja\n", 1))
    assert [(problem.code, problem.severity) for problem in translation_problems(one, translation, path)] == [("translation-fact", WARNING)]


def test_a_file_that_cannot_be_read_has_problems_and_no_digest(around: Around) -> None:
    write(around, "fest.md", "")
    one = around.event("2025/fest.md")
    assert (one.digest, one.event, [problem.code for problem in one.problems]) == ("", None, ["file-empty"])
    assert with_translations(one, {}) is None
