"""Table: what became of each row, as lines for a terminal and for ears. Floor 5, pure."""

from __future__ import annotations

from collections.abc import Iterable

from ikw.importers.intake import DRAFT, NEW, REFUSED, UNCHANGED, UPDATED, Intake, Result
from ikw.problems import N_
from ikw.source.characters import printable

_WORDS = {
    NEW: N_("neu"), UPDATED: N_("aktualisiert"), UNCHANGED: N_("unverändert"), DRAFT: N_("Entwurf"), REFUSED: N_("abgewiesen"),
}
ROWS, EVENTS = (N_("Zeile"), N_("Zeilen")), (N_("Veranstaltung"), N_("Veranstaltungen"))
_LONGEST_TITLE = 60
# Of thousands of unchanged rows nobody reads a line each.
_MOST_UNCHANGED = 200


def table_text(
    intake: Intake, edition: str, remarks: Iterable[str] = (), *, dry_run: bool = False, unit: tuple[str, str] = ROWS,
) -> str:
    """Return a line for each row, its reasons below it, remarks on the whole, and the sum; `unit` is what a row is called."""
    lines = [f"{remark}\n" for remark in remarks]
    width = max((len(result.place) for result in intake.results), default=0)
    head = unit[0] if unit == ROWS else ""
    width = max(width, len(head))
    is_long = intake.count(UNCHANGED) > _MOST_UNCHANGED
    if lines:
        lines.append("\n")
    if intake.results:
        lines.append(f"{head:>{width}}  {N_('Ergebnis'):12}  {N_('Veranstaltung')}\n")
    for result in intake.results:
        if not (is_long and result.outcome == UNCHANGED):
            lines += _row(result, edition, width)
    if intake.gone:
        lines.append("\n" + N_("Nicht mehr in dieser Vorlage, aber im Programm (nichts wird gelöscht):") + "\n")
        lines += [f"  {edition}/{one}.md\n" for one in intake.gone]
    return "".join(lines) + ("\n" if lines else "") + sum_text(intake, unit, dry_run=dry_run)


def _row(result: Result, edition: str, width: int) -> list[str]:
    title = printable(result.title)
    title = title if len(title) <= _LONGEST_TITLE else f"{title[:_LONGEST_TITLE - 1]}…"
    shown = f"{edition}/{result.id}.md" if result.id else title or N_("(ohne Titel)")
    lines = [f"{result.place:>{width}}  {_WORDS[result.outcome]:12}  {shown}\n"]
    for told in result.told:
        name = f"{told.field}: " if told.field else ""
        lines.append(f"{'':{width}}    {_line(f'{name}{told.message}')}\n")
        if told.mend:
            lines.append(f"{'':{width}}      {_line(told.mend)}\n")
    return lines


def sum_text(intake: Intake, unit: tuple[str, str], *, dry_run: bool = False) -> str:
    """Return the last line: how many rows became what."""
    words = {**_WORDS, DRAFT: N_("Entwurf") if intake.count(DRAFT) == 1 else N_("Entwürfe")}
    counts = ", ".join(f"{intake.count(outcome)} {word}" for outcome, word in words.items())
    number = len(intake.results)
    tried = " " + N_("Nur zur Probe: nichts ist geschrieben.") if dry_run else ""
    return f"{number} {unit[number != 1]}: {counts}.{tried}\n"


def _line(text: str) -> str:
    return printable(" ".join(text.split()))
