"""Telling: what is to be said of a row, in the words of a table: `Familien`, where a file would have `families`. Floor 5, pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ikw.cells.names import Match
from ikw.cells.words import is_later, on_one_line
from ikw.cells.writing import word_for
from ikw.fields import EVENT
from ikw.importers.sheets import Row
from ikw.model import Event
from ikw.problems import N_, Problem

# So many hours over night are a festival, or a noon that was meant.
_LONG_NIGHT = 10 * 60 * 60
LONGEST_ASIDE = 300
# Databases write 00:00 for a time that nobody knows.
_NIGHT_ENDS = 5

_CHOICES = {field.name: field.choices for field in EVENT if field.choices}


@dataclass(frozen=True, slots=True)
class Told:
    """Something to say of a row: why it is a draft, or a hint."""

    field: str
    message: str
    mend: str
    is_reason: bool = False


def told_of(problem: Problem, name: str = "", *, is_reason: bool = False) -> Told:
    """Return what the check says; where it names codes of a file, the words that a table has for them."""
    field = problem.field or name
    mend = problem.mend
    if problem.code == "choice-unknown" and field in _CHOICES:
        mend = N_("Möglich sind: {words}.").format(words=", ".join(map(word_for, _CHOICES[field])))
    elif problem.code == "language-unknown" and field in ("languages", "interpreting"):
        mend = N_("Schreiben Sie die Sprache aus, zum Beispiel Deutsch, Ukrainisch oder Arabisch.")
    return Told(field, problem.message, mend, is_reason)


def above(row: Row) -> Told:
    """Say that a row has no day of its own: whether the one further up holds for it too, nobody can know."""
    return Told(
        "when", N_("In dieser Zeile steht kein Datum; weiter oben steht „{day}“.").format(day=on_one_line(row.above)[:60]),
        N_("Gilt es auch hier, schreiben Sie es in die Zelle (oder verbinden Sie beide), und übernehmen Sie die Tabelle noch einmal."),
        is_reason=True,
    )


def struck() -> Told:
    """Say that a row is struck through: an office's way to say that it is off, and sometimes that it is done."""
    return Told(
        "status", N_("Die Zeile ist durchgestrichen."),
        N_("Fällt die Veranstaltung aus, schreiben Sie „status: cancelled“; sonst löschen Sie „unread“."), is_reason=True,
    )


def aside(row: Row) -> Iterator[Told]:
    """Yield what stands under headings that nobody knows: no file has it, so the table says it whole."""
    if row.aside:
        words = "; ".join(f"{heading}: {_short(words)}" for heading, words in row.aside)
        yield Told("", N_("Nicht übernommen: {words}").format(words=words), "")


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_ASIDE else f"{words[:LONGEST_ASIDE - 1]}…"


def hints(row: Row, event: Event | None) -> Iterator[Told]:
    """Yield what is as it should be, and may yet be meant otherwise."""
    if row.host:
        yield Told(
            "organisers", N_("Im Kalender steht „{name}“ als ORGANIZER. Das ist nicht übernommen, denn meist ist es eine Person.").format(
                name=on_one_line(row.host)[:60],
            ), N_("Lädt diese Gruppe ein, tragen Sie sie bei „organisers“ ein."),
        )
    time = row.words.get("when.time", "")
    if event and event.occurrences and is_later(time):
        yield Told(
            "when", N_("Die Uhrzeit steht noch nicht fest: „{words}“.").format(words=on_one_line(time)[:60]),
            N_("Tragen Sie sie ein, sobald Sie sie wissen."),
        )
    for one in event.occurrences if event else ():
        if one.start and one.start.date() == one.day and one.start.hour < _NIGHT_ENDS:
            yield Told(
                "when", N_("Das beginnt um {start} Uhr, mitten in der Nacht.").format(start=f"{one.start:%H:%M}"),
                N_("Steht die Uhrzeit noch nicht fest, löschen Sie sie; wenn sie stimmt, ist nichts zu tun."),
            )
        if one.start and one.end and (one.end - one.start).total_seconds() >= _LONG_NIGHT and one.end.date() > one.start.date():
            yield Told(
                "when", N_("Das sind {n} Stunden, bis {end} Uhr am nächsten Tag.").format(
                    n=round((one.end - one.start).total_seconds() / 3600), end=f"{one.end:%H:%M}",
                ), N_("Prüfen Sie die Uhrzeit; wenn sie stimmt, ist nichts zu tun."),
            )


def unmatched(name: str, match: Match) -> Iterator[Told]:
    """Yield what to say of a name that named nothing."""
    near = ", ".join(match.near)
    if match.why == "ambiguous":
        message = N_("Diesen Namen haben mehrere: {near}.").format(near=near)
        yield Told(name, message, N_("Schreiben Sie die Kennung hin, die gemeint ist."))
    elif match.why == "address":
        message = N_("So heißt auch {near}, aber die Anschrift ist eine andere; der Ort steht in der Datei selbst.").format(near=near)
        yield Told(name, message, N_("Ist es derselbe Ort, schreiben Sie seine Kennung hin."))
    elif name == "venue" and near:
        message = N_("Der Ort ist nicht bekannt und steht in der Datei selbst; ähnlich heißt {near}.").format(near=near)
        yield Told(name, message, N_("Ist es derselbe Ort, schreiben Sie seine Kennung hin."))


def beside(name: str, words: str) -> Told:
    """Say that words are none of a list: they stand as a note, and nobody finds the event by them."""
    return Told(
        name, N_("„{words}“ steht nicht in der Liste und ist als Hinweis übernommen.").format(words=on_one_line(words)[:60]),
        N_("Zum Suchen und Filtern gibt es: {words}.").format(words=", ".join(map(word_for, _CHOICES[name]))),
    )


def maybe_two(name: str, words: str) -> Told:
    """Say that a name with an `und` in it was kept whole: many names have one."""
    return Told(
        name, N_("„{words}“ ist als ein einziger Name übernommen.").format(words=on_one_line(words)[:60]),
        N_("Sind es zwei, trennen Sie sie mit einem Semikolon."),
    )


def category(words: str) -> Told:
    """Say that a category is none that is known."""
    return Told(
        "category", N_("Die Kategorie „{category}“ gibt es nicht; die Veranstaltung steht unter „Sonstiges“.").format(category=words),
        N_("Tragen Sie eine Kennung aus categories.yaml ein."),
    )


def private_contact() -> Told:
    """Say that somebody who is to be asked has not agreed to stand in public."""
    return Told(
        "contact", N_("Der Kontakt ist nicht übernommen, denn es steht nicht da, dass die Person einverstanden ist."),
        N_("Fragen Sie die Person, und ergänzen Sie eine Spalte „Kontakt: Einwilligung“ mit „ja“."),
    )
