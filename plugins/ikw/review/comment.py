"""Comment: findings in plain German: what is right, what to mend and how, what happens next. Floor 5, standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ikw.review.findings import Finding, Findings, ReadBack
from ikw.review.markdown import code, message, prose

# By this line our comment is found again, so that there is one.
MARK = "<!-- ikw: Prüfung -->"
# GitHub takes 65 536 letters.
MOST_LETTERS = 40_000
MOST_PROBLEMS = 40
MOST_EVENTS = 20
MOST_FACTS = 12
MOST_PATHS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """Addresses that whoever speaks to the host made, of nothing but what the host told. `line` leads to a line of a file as
    proposed, `edit` to where it is changed, `preview` to what was built; "" where there is none."""

    line: Callable[[str, int], str]
    edit: Callable[[str], str]
    preview: str = ""


NO_LINKS = Links(line=lambda path, line: "", edit=lambda path: "")


def comment(findings: Findings, links: Links = NO_LINKS, others: Iterable[str] = ()) -> str:
    """Return the comment. `others` are changed files that are neither events nor pages: a person must look at them."""
    parts = [
        MARK, _head(findings), *_right(findings.events), *_removed(findings.removed), *_mend(findings.errors, links),
        *_look_again(findings.warnings, links), *_preview(links), *_others(list(others)), _next(findings),
    ]
    text = "\n\n".join(parts) + "\n"
    return text if len(text) <= MOST_LETTERS else _cut(text)


def unreadable(preview: str = "") -> str:
    """Return the comment where the try of a change left nothing that can be read."""
    where = f" Was geschehen ist, steht im [Ablauf der Prüfung]({preview})." if preview else ""
    return (
        f"{MARK}\n\n### Die Prüfung kam nicht zu ihrem Ende\n\nDas liegt vielleicht nicht an Ihnen.{where} "
        "Die Koordination sieht es sich an. Sie müssen nichts tun.\n"
    )


def _cut(text: str) -> str:
    kept = text[: text.rindex("\n\n", 0, MOST_LETTERS)]
    return f"{kept}\n\nHier ist der Text abgeschnitten, weil er sehr lang ist. `make check` nennt alles.\n"


def _head(findings: Findings) -> str:
    errors, here = len(findings.errors), [finding for finding in findings.errors if finding.is_here]
    if errors:
        count = "Eine Sache muss" if errors == 1 else f"{errors} Dinge müssen"
        text = f"Danke für Ihren Vorschlag. {count} noch geändert werden, dann kann er ins Programm."
        if not here:
            text += " In Ihren Dateien steht nichts Falsches, aber anderswo passt nun etwas nicht mehr."
    elif findings.removed:
        text = "Danke für Ihren Vorschlag. Die Prüfung hat keinen Fehler gefunden, aber etwas ist verschwunden: siehe unten."
    else:
        text = "Danke für Ihren Vorschlag. Die Prüfung hat keinen Fehler gefunden."
    return f"### {'Noch etwas zu tun' if errors else 'Alles geprüft'}\n\n{text}"


def _right(events: tuple[ReadBack, ...]) -> Iterator[str]:
    """Yield what was understood: whoever handed it in sees at once whether it is what they meant."""
    if not events:
        return
    yield "#### So haben wir es verstanden"
    for event in events[:MOST_EVENTS]:
        draft = " (Entwurf: erscheint noch nicht)" if event.is_draft else ""
        facts = "".join(f"\n  - {prose(label, 60)}: {prose(text)}" for label, text in event.facts[:MOST_FACTS])
        yield f"- **{prose(event.title) or code(event.path)}**{draft}{facts}"
    if len(events) > MOST_EVENTS:
        yield f"… und {len(events) - MOST_EVENTS} weitere."


def _mend(errors: tuple[Finding, ...], links: Links) -> Iterator[str]:
    if errors:
        yield "#### Was noch zu ändern ist"
        yield from _problems(errors, links)


def _look_again(warnings: tuple[Finding, ...], links: Links) -> Iterator[str]:
    if warnings:
        yield "#### Bitte sehen Sie noch einmal hin"
        yield "Das hält nichts auf. Ist es so gemeint, lassen Sie es stehen."
        yield from _problems(warnings, links)


def _problems(findings: tuple[Finding, ...], links: Links) -> Iterator[str]:
    for path, some in groupby(findings[:MOST_PROBLEMS], key=lambda finding: finding.path):
        edit = links.edit(path)
        lines = [f"Datei {code(path)}" + (f" ([ändern]({edit}))" if edit else "") + ":"]
        lines += [f"- {_place(finding, links)}{message(finding.message)}\n  **So geht es:** {message(finding.mend)}" for finding in some]
        yield "\n".join(lines)
    if len(findings) > MOST_PROBLEMS:
        yield f"… und {len(findings) - MOST_PROBLEMS} weitere. Sie erscheinen hier, sobald diese erledigt sind."


def _place(finding: Finding, links: Links) -> str:
    if not finding.line:
        return ""
    words, address = f"Zeile {finding.line}", links.line(finding.path, finding.line)
    field = f", Feld {code(finding.field, 60)}" if finding.field else ""
    return (f"[{words}]({address})" if address else words) + f"{field}: "


def _removed(paths: tuple[str, ...]) -> Iterator[str]:
    if paths:
        yield "#### Das wäre verschwunden"
        yield (
            "Viele haben einen Termin schon im Kalender oder das Heft in der Hand. War er schon veröffentlicht, dann löschen und "
            "benennen Sie nichts um: Lassen Sie die Datei stehen, und schreiben Sie hinein `status: cancelled`."
        )
        yield _listed(paths)


def _preview(links: Links) -> Iterator[str]:
    if links.preview:
        yield "#### So wird es aussehen"
        yield (
            f"Seiten, Heft und Bilder von allem, was sich ändert: [Vorschau herunterladen]({links.preview}). "
            "Entpacken Sie die Datei, und öffnen Sie darin `index.html`."
        )


def _others(paths: list[str]) -> Iterator[str]:
    if paths:
        yield "#### Für die Koordination"
        yield "Dieser Vorschlag ändert auch Dateien, die keine Veranstaltungen und keine Seiten sind. Bitte genau ansehen:"
        yield _listed(paths)


def _listed(paths: Iterable[str]) -> str:
    every = list(paths)
    more = [f"- … und {len(every) - MOST_PATHS} weitere"] if len(every) > MOST_PATHS else []
    return "\n".join([*(f"- {code(path)}" for path in every[:MOST_PATHS]), *more])


def _next(findings: Findings) -> str:
    text = (
        "Ändern Sie die Datei, und speichern Sie sie noch einmal: Die Prüfung läuft von selbst, und dieser Text wird ersetzt. "
        "Kommen Sie nicht weiter, schreiben Sie einfach hier darunter, was gemeint ist. Jemand hilft Ihnen."
        if findings.errors
        else "Sie müssen nichts mehr tun. Ein Mensch liest Ihren Vorschlag, fragt vielleicht nach und nimmt ihn ins Programm auf. "
        "Kurz danach steht er auf der Website."
    )
    return f"#### Wie es weitergeht\n\n{text}"
