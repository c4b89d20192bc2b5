"""What is taken in, what is refused and why, and that nothing is lost on the way."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ikw.source import read_event
from ikw.translate.catalog import Entry, to_po
from ikw.translate.export import export
from ikw.translate.intake import Intake, import_po
from ikw.translate.stamp import stamp
from ikw.translate.status import wanted
from ikw.translate.work import read_work
from ikw.translation import fingerprint
from ikw.usage import UsageError
from translate.small import FEST, HEADER, LANGUAGES, MACHINE, STAMPED, TEXT_DE, TEXT_UK, TITLE, URLS, po_of, read, refusals, taken


def test_export_and_import_change_nothing(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text("---\ntitle: Г\nsource: {title: 00000000}\n---\nЩе щось", encoding="utf-8")
    taken(events, ("2025/fest#title", "Sommerfest", "Літнє свято"), ("2025/fest#text", TEXT_DE, TEXT_UK))
    before = {path: path.read_bytes() for path in events.rglob("*.md")}
    found = import_po(events, po_of(events).encode(), LANGUAGES)
    assert found == Intake(lang="uk", fuzzy=1, empty=3, unchanged=2)
    assert {path: path.read_bytes() for path in events.rglob("*.md")} == before


def test_import_writes_a_new_file(events: Path) -> None:
    found = taken(events, ("2025/lesung#title", "Lesung", "Читання: \"вголос\""), ("2025/lesung#summary", "Wir lesen vor.", "Ми"))
    assert (found.written, found.refused) == (["2025/lesung.uk.md"], [])
    assert read(events, "2025/lesung.uk.md") == (
        "---\ntitle: 'Читання: \"вголос\"'\nsummary: \"Ми\"\n"
        f"source:\n  title: {fingerprint('Lesung')}\n  summary: {fingerprint('Wir lesen vor.')}\n---\n"
    )


def test_import_keeps_what_it_does_not_change(events: Path) -> None:
    taken(events, ("2025/fest#title", "Sommerfest", "Літнє свято"), ("2025/fest#text", TEXT_DE, TEXT_UK))
    assert read(events, "2025/fest.uk.md") == (
        "---\n# von Olena\ntitle: \"Літнє свято\"   # gut so\n"
        f"source:\n  title: {fingerprint('Sommerfest')}\n  text: {fingerprint(TEXT_DE)}\n---\n{TEXT_UK}\n"
    )


def test_what_import_writes_is_read_back(events: Path) -> None:
    words = "# 'Свято' \"ä\" \\ {x}: [y] - & *z* @ %"
    found = taken(events, ("2025/lesung#title", "Lesung", words), accept=["2025/lesung#title"])
    assert found.refused == []
    record, problems = read_event(events, "2025/lesung.uk.md")
    assert record is not None
    assert problems == ()
    assert read_work(events)[2].own["uk"].texts == {"title": words}


def test_a_trial_writes_nothing(events: Path) -> None:
    before = read(events, "2025/fest.uk.md")
    assert taken(events, ("2025/fest#title", "Sommerfest", "Свято"), dry_run=True).written == ["2025/fest.uk.md"]
    assert read(events, "2025/fest.uk.md") == before


def test_only_what_changes_is_written(events: Path) -> None:
    taken(events, ("2025/fest#title", "Sommerfest", "Свято"))
    written = (events / "2025/fest.uk.md").stat().st_mtime_ns
    assert taken(events, ("2025/fest#title", "Sommerfest", "Свято")) == Intake(lang="uk", unchanged=1)
    assert (events / "2025/fest.uk.md").stat().st_mtime_ns == written
    assert list(events.rglob("*~")) == []


HARD = {
    "an unknown field": (
        ("2025/markt#title", "Markt", "Ринок"), "2025/markt#title", "Dieses Feld einer Veranstaltung gibt es nicht.",
    ),
    "a way out": (("../../etc#title", "x", "у"), "../../etc#title", "Dieses Feld einer Veranstaltung gibt es nicht."),
    "no context": (("", "Sommerfest", "Свято"), "", "Der Eintrag nennt kein Feld einer Veranstaltung (msgctxt)."),
    "a fact": (("2025/fest#when", "14.09.2025", "15.09.2025"), "2025/fest#when", "Dieses Feld einer Veranstaltung gibt es nicht."),
    "German that changed": ((TITLE, "Herbstfest", "Свято осені"), TITLE, "Der deutsche Text hat sich seit dem Export geändert."),
    "German that is gone": (
        ("2025/lesung#subtitle", "Leise", "Тихо"), "2025/lesung#subtitle", "Dieses Feld gibt es im Deutschen nicht mehr.",
    ),
    "HTML": ((TITLE, "Sommerfest", "<b>Свято</b>"), TITLE, "„<b>“ ist HTML, das geht hier nicht."),
    "a script": (
        (TITLE, "Sommerfest", "javascript:alert"), TITLE, "„javascript:“ ist hier nicht erlaubt.",
    ),
    "reading order": (
        (TITLE, "Sommerfest", "Свято\u202e!"), TITLE,
        "„Свято⟨U+202E⟩!“ enthält das unsichtbare Zeichen U+202E (RIGHT-TO-LEFT OVERRIDE), das die Leserichtung umstellt.",
    ),
    "too long": (
        (TITLE, "Sommerfest", "Свято " * 60), TITLE,
        f"„{('Свято ' * 60)[:59]}…“ ist mit 359 Zeichen zu lang, möglich sind 300.",
    ),
    "HTML in the text": (
        ("2025/fest#text", TEXT_DE, TEXT_UK + "<script>"), "2025/fest#text", "„<script>“ ist HTML, das geht im Text nicht.",
    ),
}


@pytest.mark.parametrize(("entry", "context", "message"), HARD.values(), ids=HARD)
def test_refused_whoever_accepts_it(events: Path, entry: tuple[str, str, str], context: str, message: str) -> None:
    before = read(events, "2025/fest.uk.md")
    found = taken(events, entry, ("2025/fest#subtitle", "Alle bringen etwas mit", ""), accept=[context])
    assert (found.written, refusals(found)) == ([], [(context, message)])
    assert [(problem.severity, "--accept" in problem.mend) for problem in found.refused] == [("refused", False)]
    assert read(events, "2025/fest.uk.md") == before


def test_what_was_lost_is_named_and_may_be_accepted(events: Path) -> None:
    entry = ("2025/fest#text", TEXT_DE, "Святкуємо **о 16:00** у дворі, 100 % разом.\n\n- Чай\n- Ігри")
    found = taken(events, entry)
    assert [(problem.code, problem.line, problem.severity, problem.message, problem.mend) for problem in found.refused] == [
        (
            "translation-link", 15, "refused", "Der Link „https://example.org/spiele“ fehlt.",
            "Setzen Sie ihn wieder ein, so wie er im Deutschen steht. Ist es so gewollt: --accept '2025/fest#text'",
        ),
        (
            "translation-number", 15, "refused", "Die Zahl 15 fehlt.",
            "Schreiben Sie Zahlen, Preise und Zeiten wie im Deutschen, in Ziffern und mit 24 Stunden."
            " Ist es so gewollt: --accept '2025/fest#text'",
        ),
        (
            "translation-number", 15, "refused", "Die Zahl 16 steht im Deutschen nicht.",
            "Löschen Sie sie, oder schreiben Sie sie zuerst in den deutschen Text. Ist es so gewollt: --accept '2025/fest#text'",
        ),
    ]
    assert found.written == []
    assert taken(events, entry, accept=["2025/fest#text"]).written == ["2025/fest.uk.md"]


def test_a_number_that_was_made_up_is_refused_and_may_be_accepted(events: Path) -> None:
    entry = ("2025/lesung#summary", "Wir lesen vor.", "Читаємо о 19:30.")
    assert refusals(taken(events, entry)) == [
        ("2025/lesung#summary", "Die Zahl 19 steht im Deutschen nicht."), ("2025/lesung#summary", "Die Zahl 30 steht im Deutschen nicht."),
    ]
    assert taken(events, entry, accept=["2025/lesung#summary"]).written == ["2025/lesung.uk.md"]


def test_one_refusal_holds_nothing_else_back(events: Path) -> None:
    found = taken(events, (TITLE, "Sommerfest", "<i>"), ("2025/fest#subtitle", "Alle bringen etwas mit", "Усі щось несуть"))
    assert (found.written, len(found.refused)) == (["2025/fest.uk.md"], 1)
    assert 'title: "Літнє свято"   # gut so\nsubtitle: "Усі щось несуть"\n' in read(events, "2025/fest.uk.md")


def test_german_with_other_line_ends_is_the_same(events: Path) -> None:
    assert taken(events, ("2025/fest#text", TEXT_DE.replace(" im Hof", "\nim Hof"), TEXT_UK)).written == ["2025/fest.uk.md"]


def test_what_nobody_touched_is_not_refused_though_the_german_changed(events: Path) -> None:
    assert taken(events, (TITLE, "Winterfest", "Літнє свято")) == Intake(lang="uk", unchanged=1)


def test_confirming_an_unknown_or_stale_entry_stamps_it(events: Path) -> None:
    assert taken(events, (TITLE, "Sommerfest", "Літнє свято")).written == ["2025/fest.uk.md"]
    assert read(events, "2025/fest.uk.md") == STAMPED


def test_easy_language_is_taken_with_its_own_structure(events: Path) -> None:
    text = "Wir feiern.\n\nUm 15 Uhr.\n\nMit 100 % Freude.\n\n## Was gibt es?\n\n- Tee\n- [Spiele](https://example.org/spiele)\n- Musik"
    data = to_po([Entry(context="2025/fest#text", german=TEXT_DE, own=text)], "de-simple")
    assert import_po(events, data, LANGUAGES).written == ["2025/fest.de-simple.md"]




def test_a_machine_stays_named_until_all_of_a_file_is_confirmed(events: Path) -> None:
    (events / "2025/lesung.uk.md").write_text(MACHINE, encoding="utf-8")
    one, two = ("2025/lesung#title", "Lesung", "Читання вголос"), ("2025/lesung#summary", "Wir lesen vor.", "Читаємо.")
    taken(events, one)
    assert read_work(events)[2].own["uk"].is_machine
    taken(events, one, two)
    assert read(events, "2025/lesung.uk.md") == (
        "---\ntitle: \"Читання вголос\"\nsummary: Читаємо.\n"
        f"source:\n  title: {fingerprint('Lesung')}\n  summary: {fingerprint('Wir lesen vor.')}\n---\n"
    )


def test_what_a_machine_made_can_be_imported_as_such(events: Path) -> None:
    taken(events, ("2025/lesung#title", "Lesung", "Читання"), machine=True)
    assert read(events, "2025/lesung.uk.md") == (
        f"---\ntitle: \"Читання\"\nmachine: true\nsource:\n  title: {fingerprint('Lesung')}\n---\n"
    )
    assert "#, fuzzy\nmsgctxt \"2025/lesung#title\"" in po_of(events)


# The way as a whole


def test_one_changed_german_sentence_makes_one_field_stale_until_it_is_translated(events: Path) -> None:
    taken(events, (TITLE, "Sommerfest", "Літнє свято"), ("2025/fest#text", TEXT_DE, TEXT_UK))
    (events / "2025/fest.md").write_text(FEST.replace("im Hof", "im Saal"), encoding="utf-8")
    assert [(one.field, one.state) for one in wanted(read_work(events), "uk") if "fest" in one.path] == [
        ("subtitle", "missing"), ("text", "stale"),
    ]
    sent = po_of(events)
    assert sent.count("#, fuzzy") == 1
    back = sent.replace("#, fuzzy\n", "").replace("у дворі", "у залі")
    assert import_po(events, back.encode(), LANGUAGES).written == ["2025/fest.uk.md"]
    assert [(one.field, one.state) for one in wanted(read_work(events), "uk") if "fest" in one.path] == [("subtitle", "missing")]


def test_the_sample_goes_out_and_comes_back(tmp_path: Path) -> None:
    events = Path(__file__).parent.parent / "events"
    work = read_work(events)
    for lang in sorted({lang for event in work for lang in event.own}):
        found = import_po(events, export(work, lang, URLS), [lang], dry_run=True)
        assert (found.written, found.refused) == ([], [])


def test_the_language_that_was_asked_for(events: Path) -> None:
    with pytest.raises(UsageError, match=r"^x\.po:1: Die Datei ist für die Sprache „uk“, verlangt ist „ar“\. Lassen Sie --lang weg\.$"):
        import_po(events, HEADER.encode(), LANGUAGES, name="x.po", lang="ar")


def test_letters_that_only_look_alike_are_refused(events: Path) -> None:
    found = taken(events, (TITLE, "Sommerfest", "Свя\u0074о"))
    assert [(problem.code, problem.field) for problem in found.refused] == [("text-lookalike", TITLE)]


def test_line_ends_of_other_systems_are_line_ends(events: Path) -> None:
    taken(events, ("2025/fest#text", TEXT_DE, TEXT_UK.replace("\n", "\r\n")))
    assert read(events, "2025/fest.uk.md").endswith(f"---\n{TEXT_UK}\n")


def test_plural_entries_are_none_of_ours(events: Path) -> None:
    data = HEADER + f'msgctxt "{TITLE}"\nmsgid "Sommerfest"\nmsgid_plural "Feste"\nmsgstr[0] "x"\nmsgstr[1] "y"\n'
    assert import_po(events, data.encode(), LANGUAGES) == Intake(lang="uk", empty=1)


def test_ten_thousand_entries_are_judged_fast(events: Path) -> None:
    data = to_po((Entry(context=f"../{n}#title", german=f"Fest {n}", own="x") for n in range(10_000)), "uk")
    started = time.perf_counter()
    found = import_po(events, data, LANGUAGES)
    assert time.perf_counter() - started < 10
    assert (len(found.refused), found.written) == (10_000, [])


def test_such_a_file_is_named(events: Path) -> None:
    (events / "2025/fest.uk.md").write_text("---\n{title: Свято, summary: Ми}\n---\n", encoding="utf-8")
    found = [taken(events, (TITLE, "Sommerfest", "Літо")), stamp(events)]
    for one in found:
        assert [(problem.path, problem.message, problem.mend) for problem in one.refused] == [(
            "2025/fest.uk.md", "In den Angaben lässt sich kein einzelnes Feld ändern.",
            "Schreiben Sie jede Angabe in eine eigene Zeile. Prüfen Sie zuerst alle Dateien: ikw check",
        )]
    assert read(events, "2025/fest.uk.md") == "---\n{title: Свято, summary: Ми}\n---\n"


def test_a_link_is_never_written_through(events: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("x", encoding="utf-8")
    (events / "2025/lesung.uk.md").symlink_to(outside)
    with pytest.raises(UsageError, match=r"^2025/lesung\.uk\.md: Das ist keine Datei, die hier stehen darf\. Prüfen Sie zuerst"):
        taken(events, ("2025/lesung#title", "Lesung", "Читання"))
    assert outside.read_text(encoding="utf-8") == "x"


# Data files


def test_texts_of_data_files_are_taken_and_noted(events: Path) -> None:
    (events / "categories.yaml").write_text("# Arten\nfest:\n  name: Feste\n  colour: granat\n", encoding="utf-8")
    found = taken(events, ("categories.yaml#fest.name", "Feste", "Свята"), ("2025/edition.yaml#title", "Woche", "Тиждень"))
    assert (found.written, found.refused) == (["categories.yaml", "2025/edition.yaml", "translations.yaml"], [])
    assert read(events, "categories.yaml") == "# Arten\nfest:\n  name: {de: Feste, uk: Свята}\n  colour: granat\n"
    assert read(events, "2025/edition.yaml") == "title: {de: Woche, uk: Тиждень}\nfrom: 14.09.2025\nto: 28.09.2025\n"
    own = {one.path: dict(one.own["uk"].source) for one in read_work(events) if one.path.endswith(".yaml")}
    assert own == {"categories.yaml": {"fest.name": fingerprint("Feste")}, "2025/edition.yaml": {"title": fingerprint("Woche")}}
    assert taken(events, ("categories.yaml#fest.name", "Feste", "Свята")).unchanged == 1


def test_a_greeting_is_taken_as_markdown(events: Path) -> None:
    (events / "2025/edition.yaml").write_text("title: Woche\ngreeting: |\n  Hallo.\n\n  - Tee\nfrom: 14.09.2025\nto: 28.09.2025\n", encoding="utf-8")
    context, german = "2025/edition.yaml#greeting", "Hallo.\n\n- Tee"
    assert refusals(taken(events, (context, german, "Вітаємо."))) == [(context, "Punkte in Listen: im Deutschen 1, in der Übersetzung 0.")]
    assert taken(events, (context, german, "Вітаємо.\n\n- Чай")).written == ["2025/edition.yaml", "translations.yaml"]
    assert read(events, "2025/edition.yaml") == (
        "title: Woche\ngreeting:\n  de: |\n    Hallo.\n\n    - Tee\n  uk: |\n    Вітаємо.\n\n    - Чай\nfrom: 14.09.2025\nto: 28.09.2025\n"
    )


def test_a_stale_name_is_confirmed_by_coming_back(events: Path) -> None:
    (events / "categories.yaml").write_text("fest: {name: {de: Feiern, uk: Свята}}\n", encoding="utf-8")
    (events / "translations.yaml").write_text("categories.yaml#fest.name: {uk: 00000000}\n", encoding="utf-8")
    assert taken(events, ("categories.yaml#fest.name", "Feiern", "Свята")).written == ["translations.yaml"]
    assert refusals(taken(events, ("categories.yaml#fest.name", "Feste", "Святкування"))) == [
        ("categories.yaml#fest.name", "Der deutsche Text hat sich seit dem Export geändert."),
    ]


def test_a_machine_names_nothing(events: Path) -> None:
    found = taken(events, ("2025/edition.yaml#title", "Woche", "Тиждень"), machine=True)
    assert (refusals(found), found.written) == (
        [("2025/edition.yaml#title", "Namen, Titel, Motto und Grußwort tragen kein Kennzeichen einer Maschine.")], [],
    )


def test_a_data_file_in_which_nothing_can_be_changed_is_named(events: Path) -> None:
    (events / "2025/edition.yaml").write_text("from: 14.09.2025\nto: 28.09.2025\n? title\n: Woche\n", encoding="utf-8")
    found = taken(events, ("2025/edition.yaml#title", "Woche", "Тиждень"))
    assert [(one.path, one.code) for one in found.refused] in ([("2025/edition.yaml", "translation-file")], [])
