"""Tables: sheets of cells become rows of words by column. Floor 5, pure.

The heading row is found, wherever it stands; what a heading means, `cells.columns` says. A column nobody knows is named, and
so is a row with more cells than headings: its cells may have slipped.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ikw.cells.columns import is_note, known_headings, path_of
from ikw.importers.headings import Head, head_of, with_times
from ikw.importers.sheets import MOST_ROWS, TIMES, Cell, Row, Sheet, Table, TableError, Wrong
from ikw.problems import N_
from ikw.source import characters
from ikw.source.tree import folded
from ikw.when import Span, read_when

# Columns that count the rows say nothing of them.
_COUNTS = ("nr", "lfd-nr", "lfd-nummer", "nummer", "pos", "no")
# Columns in which a form or a clerk notes when a row was made: named, and not told of each row.
_STAMPS = (
    "zeitstempel", "timestamp", "startzeit", "start-time", "fertigstellungszeit", "completion-time", "uhrzeit-der-letzten-aenderung",
    "last-modified-time", "eingang", "eingegangen-am", "eingangsdatum", "erfasst-am", "bearbeitet-am",
)
LONGEST_CELL = 32_767
# Excel's number of a day in 1982; there are no such times and no such years.
_FIRST_COUNTED = 30_000
# Below a table: its sum, and notes.
_SUM = re.compile(
    r"(?:zwischen)?(?:summe|gesamt(?:zahl|summe)?|insgesamt|total|anzahl)\b|\d+ (?:veranstaltungen|termine|angebote)\b", re.IGNORECASE,
)
_NOTE = re.compile(
    r"\*|(?:stand|hinweise?|legende|anmerkung(?:en)?|quelle|bitte beachten|alle angaben|änderungen vorbehalten)\b"
    r"|(?:rot|gelb|grün|blau|grau)(?: markiert)? ?[:=]", re.IGNORECASE,
)
# Who has none of these is no event.
_FACTS = frozenset(("when", "venue", "organisers", "text"))
_ASIDE = N_(
    "Was in diesen Spalten steht, ist bei jeder Zeile genannt und kommt in keine Datei: Es können Angaben über Personen sein. Gehört es "
    "ins Programm, geben Sie der Spalte eine bekannte Überschrift, zum Beispiel „Beschreibung“, und übernehmen Sie die Tabelle noch einmal."
)
_STRUCK = Wrong(N_("In dieser Zelle ist etwas durchgestrichen."), N_("Lassen Sie stehen, was gilt, und löschen Sie das andere."))


def table_of(sheets: Iterable[Sheet], span: Span) -> Table:
    """Return the rows of all sheets that have a heading row. Raises TableError where none has one."""
    table = Table()
    without: list[str] = []
    found: list[tuple[Sheet, Head]] = []
    for sheet in sheets:
        if head := head_of(sheet):
            found.append((sheet, head))
        elif any(cell.text.strip() for row in sheet.rows for cell in row):
            without.append(sheet.name)
    if not all(head.is_weak for _, head in found):
        without += [sheet.name for sheet, head in found if head.is_weak]
        found = [(sheet, head) for sheet, head in found if not head.is_weak]
    for number, (sheet, head) in enumerate(found):
        _read_sheet(sheet, head, span, table, name=sheet.name if len(found) > 1 else "", place=number)
    if any(row.aside for row in table.rows):
        table.remarks.append(_ASIDE)
    if not found:
        raise TableError(N_(
            "In keiner Zeile stehen Überschriften, darunter „Titel“. Schreiben Sie über die Spalten, was darin steht, zum Beispiel: "
            "Titel, Datum, Uhrzeit, Ort, Veranstalter."
        ))
    for name in without:
        table.remarks.append(N_("Blatt „{name}“: keine Überschriften gefunden, nichts übernommen.").format(name=characters.printable(name)))
    return table


def _read_sheet(sheet: Sheet, head: Head, span: Span, table: Table, name: str, place: int) -> None:
    rows = _filled(sheet, head.last)
    head, beside = with_times(head, [cells for _, cells in rows])
    if beside:
        where = N_("Blatt „{name}“: ").format(name=characters.printable(name)) if name else ""
        table.remarks.append(N_("{where}Die Spalte ohne Überschrift neben „{heading}“ ist als Uhrzeit gelesen.").format(
            where=where, heading=characters.printable(beside)[:40],
        ))
    _name_unknown(name, head, rows, table)
    if len(rows) > MOST_ROWS:
        raise TableError(N_("Die Tabelle hat {n} Zeilen, möglich sind {most}. Teilen Sie sie.").format(n=len(rows), most=MOST_ROWS))
    _name_hidden(name, sheet, head, rows, table)
    day, above = _as_day(sheet.name, span), ""
    wide = {top for (top, left), (_, right) in sheet.merged if right - left > 1}
    repeated = [[folded(text) for text in row] for row in head.rows]
    for number, cells in rows:
        texts = [cell.text.strip() for cell in cells]
        if not any(texts) or [folded(text) for text in texts[:len(head.headings)]] in repeated:
            continue
        if below := _section(cells, span):
            day, above = below, ""
            continue
        row = _row(name, number, cells, head.paths, day, above)
        row = replace(row, sheet_number=place, aside=tuple(_aside(cells, head, row)))
        if why := _no_event(row, texts, is_wide=number - sheet.first in wide):
            _remark(row.place, next(filter(None, texts)), why, table)
            continue
        above = row.words.get("when.on") or row.words.get("when") or above
        if any(texts[len(head.headings):]):
            table.refused.append((row, Wrong(
                N_("Die Zeile hat mehr Zellen als die Zeile mit den Überschriften."),
                N_("Steht ein Trennzeichen in einem Text ohne Anführungszeichen? Jede Zelle gehört unter ihre Überschrift."),
            )))
        elif not row.words.get("title"):
            table.refused.append((row, Wrong(N_("Der Titel fehlt."), N_("Schreiben Sie, wie die Veranstaltung heißt."))))
        else:
            table.rows.append(row)


def _filled(sheet: Sheet, place: int) -> list[tuple[int, Sequence[Cell]]]:
    """Return the rows below the headings with their numbers; a cell merged downwards stands in each of its rows."""
    rows = [list(row) for row in sheet.rows]
    for (top, left), (bottom, _) in sheet.merged:
        top, bottom = top - (sheet.first - 1), bottom - (sheet.first - 1)
        if top <= place or top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top + 1:bottom + 1]:
            if left < len(row) and not row[left].text:
                row[left] = rows[top][left]
    return [(sheet.first + number, row) for number, row in enumerate(rows) if number > place]


def _no_event(row: Row, texts: Sequence[str], *, is_wide: bool) -> str:
    """Say why a row is no event: the sum of a table, or a note below it."""
    said = [text for text in texts if text]
    if len(said) == 1 and (is_wide or _NOTE.match(said[0])):
        return N_("das ist eine Anmerkung")
    facts = (text for path, text in row.words.items() if re.split(r"[.#]", path)[0] in _FACTS and path not in TIMES)
    has_facts = any(not text.strip().isdigit() for text in facts)
    return N_("das ist die Summe der Tabelle") if not has_facts and _SUM.match(said[0]) else ""


def _remark(place: str, words: str, why: str, table: Table) -> None:
    words = characters.printable(" ".join(words.split()))
    table.remarks.append(N_("Zeile {place} nicht übernommen, {why}: „{words}“").format(
        place=place, why=why, words=words if len(words) <= 60 else f"{words[:59]}…",
    ))


def _name_hidden(sheet: str, file: Sheet, head: Head, rows: Sequence[tuple[int, Sequence[Cell]]], table: Table) -> None:
    """Name rows and columns that nobody sees, for they are taken over like the others: a filter may have hidden them."""
    hidden = set(file.hidden)
    places = [place for place in file.hidden_columns if place < len(head.paths) and head.paths[place]]
    columns = [f"„{characters.printable(head.headings[place])[:40]}“" for place in places]
    found = [str(number) for number, cells in rows if number in hidden and any(cell.text.strip() for cell in cells)]
    where = N_("Blatt „{name}“: ").format(name=characters.printable(sheet)) if sheet else ""
    if columns:
        table.remarks.append(N_("{where}Ausgeblendete Spalten sind mit übernommen: {names}.").format(where=where, names=", ".join(columns)))
    if found:
        numbers = ", ".join(found[:20]) + (" …" if len(found) > 20 else "")
        table.remarks.append(N_("{where}Ausgeblendete Zeilen sind mit übernommen: {places}.").format(where=where, places=numbers))


def _name_unknown(sheet: str, head: Head, rows: Sequence[tuple[int, Sequence[Cell]]], table: Table) -> None:
    """Name columns that are not taken over; one without any words is not worth a line."""
    where = N_("Blatt „{name}“: ").format(name=characters.printable(sheet)) if sheet else ""
    for place, (heading, path) in enumerate(zip(head.headings, head.paths, strict=True)):
        count = sum(1 for _, cells in rows if place < len(cells) and cells[place].text.strip())
        if path or not count or folded(heading) in _COUNTS:
            continue
        name = characters.printable(heading)[:40] or N_("ohne Überschrift")
        if path_of(heading):
            why = N_("sie steht zweimal da")
        elif is_note(heading):
            why = N_("sie sagt nicht, wozu; schreiben Sie zum Beispiel „Anmeldung: Hinweis“, oder alles in die Beschreibung")
        elif near := difflib.get_close_matches(folded(heading), known_headings(), 1, 0.8):
            why = N_("meinten Sie „{near}“?").format(near=near[0])
        else:
            why = N_("diese Überschrift kenne ich nicht")
        table.remarks.append(N_("{where}Spalte „{name}“ nicht übernommen ({count}): {why}").format(
            where=where, name=name, count=N_("1 Zelle") if count == 1 else N_("{count} Zellen").format(count=count), why=why,
        ))


def _aside(cells: Sequence[Cell], head: Head, row: Row) -> Iterator[tuple[str, str]]:
    """Yield what stands under headings that nobody knows; words that the row says anyway say nothing more."""
    said = {" ".join(text.split()) for text in row.words.values()}
    for cell, heading, path in zip(cells, head.headings, head.paths, strict=False):
        words = " ".join(characters.clean(cell.text).split())
        if not path and words and words not in said and folded(heading) not in (*_COUNTS, *_STAMPS):
            yield " ".join(characters.printable(heading).split()) or N_("ohne Überschrift"), words


def _section(cells: Sequence[Cell], span: Span) -> str:
    """Return the day of a row that holds nothing else: a heading of the rows below it."""
    texts = [cell.text.strip() for cell in cells if cell.text.strip()]
    return _as_day(texts[0], span) if len(set(texts)) == 1 else ""


def _as_day(text: str, span: Span) -> str:
    """Return a text that names one day of the programme."""
    found, _ = read_when(text, span) if any(sign.isdigit() for sign in text) else ((), ())
    return text if len(found) == 1 and not found[0].start and not found[0].words and not found[0].is_range else ""


def _row(sheet: str, number: int, cells: Sequence[Cell], paths: Sequence[str | None], day: str, above: str) -> Row:
    words: dict[str, str] = {}
    wrong: dict[str, Wrong] = {}
    struck: dict[str, bool] = {}
    links: list[tuple[str, str]] = []
    for cell, path in zip(cells, paths, strict=False):
        if not path or not cell.text.strip():
            continue
        text, fault = _text(cell, path)
        if cell.link and (goes := _goes_to(text, path, cell.link)):
            links.append(goes)
        struck[path] = struck.get(path, False) or cell.is_struck
        words[path] = f"{words[path]}\n{text}" if path in words else text
        if fault:
            wrong[path] = fault
    is_struck = bool(struck) and all(struck.values())
    if not is_struck:
        wrong = {path: _STRUCK for path in struck if struck[path]} | wrong
    for path, link in links:
        words[path] = f"{words[path]}\n{link}" if path == "links" and path in words else link
    has_day = any(re.split(r"[.#]", path)[0] == "when" and path not in TIMES for path in words)
    if day and not has_day:
        words["when.on"] = day
    return Row(
        number, sheet, words, wrong, above="" if day or has_day else above, struck=tuple(path for path in struck if struck[path]),
        is_struck=is_struck,
    )


def _goes_to(text: str, path: str, link: str) -> tuple[str, str] | None:
    """Return the path to which the address of a cell belongs, and the words; None where it says nothing more, or is a person's."""
    if path.startswith("contact") or _bare(link) in _bare(text):
        return None
    if path.startswith("registration"):
        return "registration.url", link
    return (path, link) if path.endswith("url") else ("links", f"{' '.join(text.split())[:80]}: {link}")


def _bare(address: str) -> str:
    return re.sub(r"^https?://|/$", "", address.strip().casefold())


def _text(cell: Cell, path: str) -> tuple[str, Wrong | None]:
    """Return what a cell says, and what is wrong with it where a program may have changed it."""
    text = characters.clean(cell.text.replace("\xa0", " ").replace("\u202f", " "))
    if "\ufffd" in text:
        return text, Wrong(N_("Einige Zeichen sind nicht zu lesen."), N_("Tippen Sie die Stelle neu."))
    if cell.kind == "error":
        return text, Wrong(N_("In dieser Zelle steht ein Fehler der Tabelle."), N_("Berichtigen Sie die Formel."))
    if cell.kind == "formula":
        return text, Wrong(
            N_("Das Ergebnis dieser Formel ist nicht gespeichert."),
            N_("Öffnen Sie die Tabelle in Excel oder LibreOffice, und speichern Sie sie."),
        )
    if len(text) > LONGEST_CELL:
        return text[:LONGEST_CELL], Wrong(N_("Der Text ist zu lang."), N_("Kürzen Sie ihn."))
    if cell.kind == "number":
        return _number(text, path)
    return text, None


def _number(text: str, path: str) -> tuple[str, Wrong | None]:
    """A number loses what it is not: the zero a telephone number begins with, the zero of a postcode, the zero of `18.30`."""
    if path.endswith(".phone"):
        return text, Wrong(
            N_("Die Telefonnummer ist als Zahl gespeichert; ihr fehlt vielleicht die Null am Anfang."),
            N_("Schreiben Sie sie mit ihrer Vorwahl."),
        )
    if path == "venue.postcode" and re.fullmatch(r"\d{4}", text):
        return f"0{text}", None
    if path.split(".")[0].split("#")[0] == "when":
        return _number_of_time(text, path)
    if path == "age":
        return text, None
    text = text.replace(".", ",")
    if path.startswith("cost") and re.fullmatch(r"\d+,\d", text):
        text += "0"
    return text, None


def _number_of_time(text: str, path: str) -> tuple[str, Wrong | None]:
    """Programs count days, and parts of a day: half past seven in the evening is 0.8125, the 17 September 2025 is 45917."""
    value = float(text)
    if path.partition("#")[0] in TIMES and 0 < value < 1 and abs(value * 1440 - round(value * 1440)) < 0.02:
        return f"{round(value * 1440) // 60}:{round(value * 1440) % 60:02}", None
    if value >= _FIRST_COUNTED:
        return text, Wrong(
            N_("Das Datum ist hier als Zahl gespeichert."), N_("Formatieren Sie die Zelle als Datum, und speichern Sie die Tabelle."),
        )
    return text, None
