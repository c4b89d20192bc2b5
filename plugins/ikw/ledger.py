"""Ledger: what imports have taken over into an edition, `import.yaml`. Floor 1.

It stands beside the events and is no part of the programme: by it an import recognises its rows, and sees whether somebody has
changed a file by hand since. A line may be deleted: then the row counts as new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from ikw.data import DataReader, read_table
from ikw.fields import TAKEN, Field
from ikw.problems import N_, Problem
from ikw.source import Node, Scalar, fields_text, read_data
from ikw.values.lines import spelled

LIMIT = 8 * 1024 * 1024

_DIGEST = re.compile(r"[0-9a-f]{12,64}")
_HEAD = """\
# Was „ikw import“ übernommen hat: woher, woran die Zeile wiederzuerkennen ist, und Prüfsummen. Diese Datei schreibt der Befehl.
# An ihr sieht er, welche Veranstaltungen seitdem von Hand geändert wurden; diese überschreibt er nie.
# Wer eine Zeile löscht, lässt den Befehl die Veranstaltung beim nächsten Mal wie eine neue behandeln.

"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """One event that was taken over. `row` and `file` are digests; `slot` is that of time, place and organisers, if all are said;
    `aside` that of words under headings that nobody knows.
    """

    source: str
    key: str
    row: str
    file: str
    slot: str = ""
    aside: str = ""


class _LedgerReader(DataReader):
    """Reads digests, too."""

    def digest(self, field: Field, node: Node, label: str) -> str | None:
        """Read a digest: hexadecimal digits."""
        if isinstance(node, Scalar) and _DIGEST.fullmatch(node.text):
            return node.text
        message = N_("„{value}“ ist keine Prüfsumme.").format(value=spelled(node))
        self.fault(node.line, label, "digest-wrong", message, N_("Löschen Sie die Zeile; der nächste Import schreibt sie neu."))
        return None

    readers: ClassVar[Mapping[str, Callable[..., Any]]] = {**DataReader.readers, "digest": digest}


def read_ledger(root: Path, path: str) -> tuple[dict[str, Taken], tuple[Problem, ...]]:
    """Read what was taken over, by ids; a file that is not there is as good as an empty one."""
    if not (root / path).exists():
        return {}, ()
    record, problems = read_data(root, path, LIMIT)
    if record is None:
        return {}, problems
    found, more = read_table(record, TAKEN, lambda _, values: _taken(values), reader_type=_LedgerReader)
    return {id: taken for id, taken in found.items() if taken}, (*problems, *more)


def _taken(values: Mapping[str, Any]) -> Taken | None:
    own = {field.name: values[field.name] for field in TAKEN if field.name in values}
    return Taken(**own) if all(field.name in own for field in TAKEN if field.is_required) else None


def ledger_text(taken: Mapping[str, Taken]) -> str:
    """Return the file, in order of ids."""
    return _HEAD + "".join(
        fields_text({id: {
            "source": one.source, "key": one.key, "row": one.row,
            **{name: digest for name, digest in (("slot", one.slot), ("aside", one.aside)) if digest}, "file": one.file,
        }}) for id, one in sorted(taken.items())
    )
