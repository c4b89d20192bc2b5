"""What only the office knows stands in one place, is seen on the page while it is open, and is told by a check at its line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ikw.blanks import BLANKS, answers, filled, filled_in, open_blanks, summary
from ikw.cli import main
from importers.making import make_project
from samples import ENGLISH, programme, settings, site

EDITION = replace(programme().edition, entries_until=date(2025, 6, 30), criteria_html={"de": "<p>Offen für alle.</p>"})
KNOWN = {"SUBMISSION_ADDRESS": '<a href="mailto:a@example.org">a@example.org</a>', "CRITERIA": "<p>Eins.</p><p>Zwei.</p>", "ENTRIES_UNTIL": "Montag, 30. Juni 2025"}


@pytest.mark.parametrize(("html", "known", "expected"), [
    ("<p>An <strong>{SUBMISSION_ADDRESS}</strong>.</p>", KNOWN, '<p>An <strong><a href="mailto:a@example.org">a@example.org</a></strong>.</p>'),
    ("<p>An <strong>{SUBMISSION_ADDRESS}</strong>.</p>", {}, "<p>An <strong>[Vom Landkreis einzutragen: E-Mail-Adresse für Anmeldungen]</strong>.</p>"),
    ("<p>Bis {ENTRIES_UNTIL}.</p>", KNOWN, "<p>Bis Montag, 30. Juni 2025.</p>"),
    # what stands alone is a block, and may be several
    ("<p>Es gilt:</p>\n<p>{CRITERIA}</p>", KNOWN, "<p>Es gilt:</p>\n<p>Eins.</p><p>Zwei.</p>"),
    ("<p>{CRITERIA}</p>", {}, "<p><strong>[Vom Landkreis einzutragen: Kriterien für die Aufnahme]</strong></p>"),
    ("<p>{NICHTS} und {nichts}</p>", KNOWN, "<p>{NICHTS} und {nichts}</p>"),
])
def test_a_page_says_what_is_filled_in_and_what_is_open(html: str, known: dict[str, str], expected: str) -> None:
    assert filled(html, known) == expected


def test_answers_are_in_the_language_of_the_page() -> None:
    found = programme(edition=EDITION)
    assert answers(site(found, submission_address="a@example.org")) == {**KNOWN, "CRITERIA": "<p>Offen für alle.</p>"}
    assert answers(site(found, language=ENGLISH))["ENTRIES_UNTIL"] == "Monday, 30 June 2025"
    assert answers(site(programme())) == {}
    assert filled_in(settings(submission_address="a@example.org"), EDITION) == frozenset(BLANKS)
    assert filled_in(settings(), None) == frozenset()


def test_each_open_line_is_told_with_where_to_write(tmp_path: Path) -> None:
    pages, events = tmp_path / "content/pages", tmp_path / "events"
    (events / "2025").mkdir(parents=True)
    pages.mkdir(parents=True)
    (pages / "kontakt.en.md").write_text("Title: Contact\n\n- Phone: **[To be filled in by the Landkreis: phone number]**\n- **[Link](https://example.org/)** {SUBMISSION_ADDRESS}\n", encoding="utf-8")
    (events / "2025/edition.yaml").write_text("title: IKW\nimprint: |\n  **[Vom Landkreis einzutragen: Druckerei]** und **[Auflage]**\n", encoding="utf-8")
    found = list(open_blanks(pages, events, frozenset({"CRITERIA"})))
    assert [(one.path, one.line, one.message) for one in found] == [
        ("../content/pages/kontakt.en.md", 3, "Das ist noch einzutragen: phone number."), ("../content/pages/kontakt.en.md", 4, "Das ist noch einzutragen: E-Mail-Adresse für Anmeldungen."),
        ("2025/edition.yaml", 3, "Das ist noch einzutragen: Druckerei."), ("2025/edition.yaml", 3, "Das ist noch einzutragen: Auflage."),
    ]
    assert found[1].mend == "Schreiben Sie es als SUBMISSION_ADDRESS in pelicanconf.py; hier bleibt die Zeile, wie sie ist."
    assert summary(found, "events") == "Bevor SAMPLE = False gilt, noch einzutragen (4):\n  content/pages/kontakt.en.md: 3, 4\n  events/2025/edition.yaml: 3\n"
    assert summary([], "events") == ""


def test_a_sample_is_told_what_waits_and_what_is_real_is_warned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    project = make_project(tmp_path / "project")
    monkeypatch.chdir(project)
    (project / "content/pages").mkdir(parents=True, exist_ok=True)
    (project / "content/pages/kontakt.md").write_text("Title: Kontakt\nSlug: kontakt\n\nTelefon: **[Vom Landkreis einzutragen: Telefonnummer]**\n", encoding="utf-8")
    conf = project / "pelicanconf.py"
    text = conf.read_text(encoding="utf-8")
    conf.write_text(f"{text}SAMPLE = False\n", encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == (
        "content/pages/kontakt.md:4: Warnung: Das ist noch einzutragen: Telefonnummer.\n    Ersetzen Sie die ganze Klammer; was es bei Ihnen nicht gibt, löschen Sie mit seiner Zeile.\n"
        "1 Veranstaltung geprüft: keine Fehler, 1 Warnung.\n"
    )
    conf.write_text(f"{text}SAMPLE = True\n", encoding="utf-8")
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "Bevor SAMPLE = False gilt, noch einzutragen (1):\n  content/pages/kontakt.md: 4\n1 Veranstaltung geprüft: keine Fehler, keine Warnungen.\n"
