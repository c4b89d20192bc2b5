"""Earlier: what an event of another year tells of its successor. Floor 5.

Facts that hold again are proposed; those that cannot are asked anew: dates, deadlines, what had changed. Nobody's consent lasts
longer than the edition it was given for.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from ikw.cells.columns import MARKDOWN
from ikw.cells.writing import row_of
from ikw.importers.candidates import Place, values_of
from ikw.importers.wizard import Answers
from ikw.problems import N_
from ikw.source import Value, read_event
from ikw.source.tree import nearest_id
from ikw.usage import UsageError

# What another year says anew.
GONE = ("when", "hours", "status", "contact", "draft", "unread", "example", "highlight", "image", "image_alt", "image_credit")
# Kept as it was, though nobody asks for it.
_KEPT = ("schedule", "series", MARKDOWN)

_PATH = re.compile(r"(?P<year>[0-9]{4})/(?P<id>[a-z0-9-]+?)(?:\.md)?")


def answers_like(root: Path, like: str, place: Place) -> tuple[Answers, list[str]]:
    """Return what an earlier event answers, and what to know of it. Raises UsageError where there is no such event."""
    match = _PATH.fullmatch(like.removeprefix(f"{root.as_posix().rstrip('/')}/"))
    if match is None:
        raise UsageError(f"--like: „{like}“ nennt keine Veranstaltung. Schreiben Sie Jahr und Kennung, zum Beispiel 2024/sommerfest.")
    path = f"{match['year']}/{match['id']}.md"
    if not (root / path).is_file():
        raise UsageError(f"--like: {root}/{path} gibt es nicht. {_nearest(root, match['year'], match['id'])}")
    record, problems = read_event(root, path)
    if record is None:
        first = min(problems)
        raise UsageError(f"{root}/{path}: {first.message} {first.mend}")
    fields = values_of(record.fields)
    remarks = _remarks(fields, match["id"], path)
    series = fields.get("series", match["id"])
    carried: dict[str, Value] = {name: value for name, value in fields.items() if name not in GONE}
    registration = carried.get("registration")
    if isinstance(registration, dict):
        left = {name: value for name, value in registration.items() if name != "until"}
        carried["registration"] = left or "required"
    words = row_of({**carried, "series": series}, record.body, place.names, place.span)
    kept = {name: words.pop(name) for name in list(words) if name.split(".")[0] in _KEPT}
    return Answers(words, kept), remarks


def _nearest(root: Path, year: str, id: str) -> str:
    there = [found.stem for found in root.glob(f"{year}/*.md") if "." not in found.stem]
    near = difflib.get_close_matches(id, sorted(there), 3, 0.6)
    return f"Meinten Sie {' oder '.join(f'{year}/{one}' for one in near)}?" if near else "Sehen Sie nach, wie die Datei heißt."


def _remarks(fields: dict[str, Value], id: str, path: str) -> list[str]:
    remarks = [N_("Vorlage: {path}. Neu gefragt wird nach Tag und Uhrzeit.").format(path=path)]
    if "series" not in fields:
        line = f"series: {nearest_id(id)}"
        remarks.append(N_("Damit beide zusammengehören, ergänzen Sie auch in {path}: {line}").format(path=path, line=line))
    if "image" in fields:
        remarks.append(N_("Das Bild wird nicht mitgenommen; legen Sie es neu neben die Datei, wenn es wieder passt."))
    if "contact" in fields:
        remarks.append(N_("Der Kontakt wird nicht mitgenommen; fragen Sie die Person neu um ihr Einverständnis."))
    return remarks


