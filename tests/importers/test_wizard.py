"""`ikw new` asks in plain lines, with the rules and words of the check, and loses nothing when it is left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from ikw.fields import EVENT
from ikw.importers.questions import FIRST, NOT_ASKED, questions
from importers.making import events, run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def answer(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> object:
    """Answer every question with the next line; what is left when there are none is the end of the input, or Ctrl-C."""
    def new(lines: Iterable[str], *arguments: str, ends: type[BaseException] = EOFError) -> tuple[int, str]:
        rest = iter(lines)

        def ask(prompt: str = "") -> str:
            print(prompt, end="")
            line = next(rest, None)
            if line is None:
                raise ends
            print(line)
            return line

        monkeypatch.setattr("builtins.input", ask)
        return run(capsys, "new", *arguments)

    return new


WHOLE = (
    "Fest der Lieder", "So 14.9.2025, 18 Uhr", "Stadthalle", "Verein Eins; Chor", "Feste", "Familien, Kinder", "Deutsch, Ukrainisch", "kostenlos",
    "bis 12.9. unter 06621 123456", "Rollstuhl", "Wir singen.", "", "Alle sind eingeladen.", ".", "n", "",
)


def test_answers_become_a_file(answer: object, project: Path, capsys: Capture) -> None:
    status, said = answer(WHOLE)  # type: ignore[operator]
    assert events(project) == {"fest-der-lieder": """---
title: Fest der Lieder
when: So 14.9.2025, 18 Uhr
venue: stadthalle
organisers: [verein-eins, Chor]
category: fest
audience: [families, children]
languages: [de, uk]
access: [wheelchair]
cost: free
registration: {until: 12.9., phone: 06621 123456}
---
Wir singen.

Alle sind eingeladen.
"""}
    assert (status, said.splitlines()[-1]) == (0, "events/2025/fest-der-lieder.md geschrieben. Prüfen und ansehen: make check, make serve")
    assert run(capsys, "check") == (0, "2 Veranstaltungen geprüft: keine Fehler, keine Warnungen.\n")


def test_a_wrong_answer_is_asked_again_in_the_words_of_the_check(answer: object, project: Path) -> None:
    _, said = answer(("Fest", "Mo 14.9.2025", "So 14.9.2025"))  # type: ignore[operator]
    assert "  „Mo 14.9.2025“ – der 14.09.2025 ist ein Sonntag.\n  Schreiben Sie „So 14.09.2025“ oder „Mo 15.09.2025“.\n" in said
    assert "when: So 14.9.2025\n" in events(project)["fest"]


def test_what_must_be_said_is_asked_until_it_is_said(answer: object, project: Path) -> None:
    _, said = answer(("", "-", "Fest", "", "tba"))  # type: ignore[operator]
    assert said.count("Diese Angabe fehlt.") == 3
    assert "title: Fest\nwhen: tba\n" in events(project)["fest"]


def test_a_category_nobody_knows_is_asked_again(answer: object) -> None:
    _, said = answer(("Fest", "tba", "", "", "Konzert", "Musik"))  # type: ignore[operator]
    assert "  Die Kategorie „Konzert“ gibt es nicht" in said
    assert "  Möglich: Feste, Musik, Sonstiges\n" in said


def test_a_question_can_be_explained_and_gone_back_from(answer: object, project: Path) -> None:
    _, said = answer(("Fesd", "?", "<", "Fest", "tba", *[""] * 8, "", "n", ""))  # type: ignore[operator]
    assert "  Tag und Uhrzeit, wie auf einem Plakat; „tba“, wenn der Tag noch fehlt.\n  Zum Beispiel: So 14.09.2025, 9.30–11.30 Uhr\n" in said
    assert "  Bisher: Fesd\n" in said
    assert list(events(project)) == ["fest"]


def test_a_place_nobody_knows_is_asked_about(answer: object, project: Path) -> None:
    answer(("Fest", "tba", "Café Muster", "Weg 1", "Musterstadt"))  # type: ignore[operator]
    assert "venue: {name: Café Muster, street: Weg 1, town: Musterstadt, municipality: musterstadt}\n" in events(project)["fest"]


@pytest.mark.parametrize("ends", [EOFError, KeyboardInterrupt])
def test_leaving_early_keeps_what_was_said_as_a_draft(ends: type[BaseException], answer: object, project: Path, capsys: Capture) -> None:
    status, said = answer(WHOLE[:4], ends=ends)  # type: ignore[operator]
    assert (status, "Was Sie gesagt haben, bleibt als Entwurf" in said) == (130, True)
    assert "title: Fest der Lieder\nwhen: So 14.9.2025, 18 Uhr\nvenue: stadthalle\norganisers: [verein-eins, Chor]\ndraft: ja\n" in events(project)["fest-der-lieder"]
    assert run(capsys, "check")[0] == 0


def test_leaving_before_the_first_answer_writes_nothing(answer: object, project: Path) -> None:
    status, said = answer(())  # type: ignore[operator]
    assert (status, said.splitlines()[-1], events(project)) == (130, "Abgebrochen. Es ist nichts geschrieben.", {})


def test_a_name_that_is_taken_or_impossible_is_not_given(answer: object, project: Path) -> None:
    _, said = answer((*WHOLE[:-1], "gut", "Größtes Fest", ""))  # type: ignore[operator]
    assert "  „gut“ geht nicht oder ist vergeben. Möglich ist: gut-2\n" in said
    assert list(events(project)) == ["groesstes-fest"]


EARLIER = """---
title: Sommerfest
when: Sa 21.09.2024, 14–16 Uhr
venue: stadthalle
organisers: [verein-eins]
category: fest
cost: {regular: 8 €, reduced: 5 €}
registration: {until: 12.9.2024, phone: 06621 123456}
contact: {name: Erika Muster, phone: 06621 1, consent: ja}
schedule:
  - {time: 12–12.15, title: Trommeln}
status: cancelled
highlight: ja
---
Wie jedes **Jahr**.
"""


@pytest.fixture
def earlier(project: Path) -> Path:
    """An event of the year before."""
    (project / "events/2024").mkdir()
    (project / "events/2024/edition.yaml").write_text("title: Woche\nfrom: 2024-09-15\nto: 2024-09-28\n", encoding="utf-8")
    (project / "events/2024/sommerfest.md").write_text(EARLIER, encoding="utf-8")
    return project


def test_an_earlier_event_answers_what_holds_again(answer: object, earlier: Path) -> None:
    """Dates, deadline, status and consent do not carry over; the rest does, with a press of a key."""
    status, said = answer(("", "", "So 21.09.2025, 15 Uhr", *[""] * 6, "", "12.9.2025", "", "", "n", ""), "--like", "2024/sommerfest")  # type: ignore[operator]
    assert status == 0
    assert events(earlier)["sommerfest"] == """---
title: Sommerfest
when: So 21.09.2025, 15 Uhr
venue: stadthalle
organisers: [verein-eins]
category: fest
cost: {regular: 8 €, reduced: 5 €}
registration: {until: 12.9.2025, phone: 06621 123456}
schedule:
  - {time: 12–12.15, title: Trommeln}
series: sommerfest
---
Wie jedes **Jahr**.
"""
    assert "ergänzen Sie auch in 2024/sommerfest.md: series: sommerfest" in said
    assert "Der Kontakt wird nicht mitgenommen" in said
    assert "Diese Angabe fehlt." in said  # the date was not taken over


@pytest.mark.parametrize(("like", "message"), [
    ("sommerfest", "--like: „sommerfest“ nennt keine Veranstaltung."), ("2024/fehlt", "--like: events/2024/fehlt.md gibt es nicht. Sehen Sie nach, wie die Datei heißt."),
    ("2024/sommer", "--like: events/2024/sommer.md gibt es nicht. Meinten Sie 2024/sommerfest?"),
    ("../2024/sommerfest", "--like: „../2024/sommerfest“ nennt keine Veranstaltung."),
])
def test_an_earlier_event_that_is_none_is_one_clear_line(like: str, message: str, answer: object, earlier: Path) -> None:
    status, said = answer((), "--like", like)  # type: ignore[operator]
    assert (status, said.startswith(message), len(said.splitlines())) == (2, True, 1)


def test_every_field_that_organisers_fill_in_is_asked_for() -> None:
    """A new field of the table is a new question, or stands among those that are not asked."""
    asked = {question.path for question in (*questions(is_first=True), *questions(is_first=False))}
    assert asked == {field.name for field in EVENT if not field.is_coordinators} - set(NOT_ASKED) | {"text"}
    assert [question.path for question in questions(is_first=True)] == list(FIRST)
