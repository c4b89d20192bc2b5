"""The comment: read it like the organiser who gets it. Goldens hold the whole text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from golden import check
from ikw.review.api import in_address
from ikw.review.comment import MARK, MOST_LETTERS, MOST_PROBLEMS, NO_LINKS, Links, comment, unreadable
from ikw.review.findings import Finding, Findings, ReadBack
from review.hostile import TEXTS

PAGE = "https://git.example/kreis/ikw"
LINKS = Links(line=lambda path, line: f"{PAGE}/blob/{in_address(path)}#L{line}", edit=lambda path: f"{PAGE}/edit/{in_address(path)}", preview=f"{PAGE}/runs/1#artifacts")
FEAST = ReadBack(
    path="events/2025/fest.md", title="Internationales Frühstück", facts=(
        ("Wann", "Sonntag, 14. September 2025, 9:30–11:30 Uhr"), ("Wo", "Saal am Kirschgarten, Bad Hersfeld"), ("Eintritt", "kostenlos"),
    ),
)
DATE = Finding(
    path="events/2025/laternenumzug.md", line=4, severity="error", field="when", message="„33.09.2025“ ist kein Datum.",
    mend="Schreiben Sie Tag.Monat.Jahr, zum Beispiel „23.09.2025“.",
)
TITLE = replace(DATE, line=2, field="title", message="„Café: Treffen“ enthält einen Doppelpunkt.", mend='Schreiben Sie: title: "Café: Treffen"')
NAME = replace(DATE, path="events/2025/Fest.md", line=0, field="", message="„Fest.md“ ist kein gültiger Dateiname.", mend="Benennen Sie die Datei um.")
WARNING = replace(DATE, path="events/2025/fest.md", severity="warning", field="venue", message="Der Ort fehlt.", mend="Ergänzen Sie: venue: …")
ELSEWHERE = replace(DATE, path="events/2025/anderes.md", is_here=False)

CASES: dict[str, tuple[Findings, Links, tuple[str, ...]]] = {
    "right": (Findings(checked=88, events=(FEAST,)), LINKS, ()),
    "errors": (Findings(checked=88, problems=(TITLE, DATE, NAME, WARNING)), LINKS, ()),
    "draft-removed-others": (
        Findings(checked=88, events=(replace(FEAST, is_draft=True),), removed=("events/2025/weg.md",)), NO_LINKS, ("Makefile", ".github/workflows/x.yml"),
    ),
    "elsewhere": (Findings(checked=88, events=(FEAST,), problems=(ELSEWHERE,)), LINKS, ()),
    "nothing": (Findings(checked=88), NO_LINKS, ()),
}


@pytest.mark.parametrize("name", CASES)
def test_comments(name: str) -> None:
    findings, links, others = CASES[name]
    check(f"comment/{name}.md", comment(findings, links, others))


def test_a_check_that_left_nothing() -> None:
    assert unreadable(f"{PAGE}/runs/1") == (
        f"{MARK}\n\n### Die Prüfung kam nicht zu ihrem Ende\n\nDas liegt vielleicht nicht an Ihnen. Was geschehen ist, steht im "
        f"[Ablauf der Prüfung]({PAGE}/runs/1). Die Koordination sieht es sich an. Sie müssen nichts tun.\n"
    )


def test_many_problems_are_cut_and_counted() -> None:
    many = tuple(replace(DATE, path=f"events/2025/fest-{n}.md") for n in range(MOST_PROBLEMS + 7))
    text = comment(Findings(problems=many), LINKS)
    assert text.count("ist kein Datum") == MOST_PROBLEMS
    assert "… und 7 weitere. Sie erscheinen hier, sobald diese erledigt sind." in text


def test_a_comment_is_never_too_long_for_a_host() -> None:
    long = "Wörter " * 140
    event = replace(FEAST, facts=((long, long),) * 12)
    text = comment(Findings(problems=(replace(DATE, message=long, mend=long),) * 300, events=(event,) * 60))
    assert len(text) <= MOST_LETTERS + 200
    assert text.endswith("`make check` nennt alles.\n")


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_of_a_stranger_changes_what_the_comment_is(text: str) -> None:
    """The same elements stand in it as with harmless words, and links lead to the host alone."""
    def made(words: str) -> str:
        finding = Finding(path=words, line=3, severity="error", field=words, message=f"„{words}“ {words}", mend=words)
        every = Findings(
            problems=(finding, replace(finding, severity="warning")), events=(ReadBack(path="a", title=words, facts=((words, words),)),), removed=(words,),
        )
        return comment(every, LINKS, (words,))

    def elements(markdown: str) -> list[str]:
        tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(markdown)
        return [child.tag + ("/" if child.nesting < 0 else "") for token in tokens for child in (token, *(token.children or ())) if child.tag not in ("", "code")]

    found = elements(made(text))
    # one that says nothing at all leaves no more than its place
    assert found == elements(made("Wort")) or not text.strip() or not any(letter.isprintable() for letter in text)
    assert made(text).startswith(f"{MARK}\n")
