"""Node: the form's functions asked from Python, all questions of a test at once, since Node.js takes a while to start."""

from __future__ import annotations

import html.entities
import json
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ikw.paper.letters import Letters
from ikw.problems import WARNING, Fault
from ikw.rulebook import phrases, rules, templates
from ikw.views.form_words import LETTER

LETTERS = Letters.of_theme(Path(__file__).parents[2] / "theme")
ASK = Path(__file__).with_name("ask.mjs")
EDITION = {"id": "2025", "first": "2025-09-14", "last": "2025-09-28", "zone": "Europe/Berlin", "title": "Interkulturelle Woche 2025"}


def file_faults() -> dict[str, list[object]]:
    """Return the faults as the site exports them, but with the mends of a file, so that both sides can be compared."""
    return {name: [one.code, one.message, one.mend, int(one.severity == WARNING)] for name, one in templates().items()}


def asked(questions: Iterable[list[object]], data: Mapping[str, object] | None = None) -> list[Any]:
    """Ask the form's functions; returns the answers in order."""
    given = {"edition": EDITION, **rules(LETTERS.ranges()), "faults": file_faults(), "phrases": phrases(), "letter": dict(LETTER), **(data or {})}
    entities = {f"&{name}": letters for name, letters in html.entities.html5.items()}
    done = subprocess.run(
        ["node", "--no-warnings", "--max-old-space-size=300", str(ASK)], input=json.dumps({"rules": given, "questions": list(questions), "entities": entities}), text=True,
        encoding="utf-8", capture_output=True, check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found


def told(faults: Iterable[Fault]) -> list[dict[str, str]]:
    """Return faults as the form's functions give them."""
    return [{"code": one.code, "severity": one.severity, "message": one.message, "mend": one.mend} for one in faults]
