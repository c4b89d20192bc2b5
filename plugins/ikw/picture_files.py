"""Picture files: where the picture lies that an event names, and which nobody names. Floor 1."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from ikw.problems import N_, WARNING, Fault, Problem
from ikw.source.tree import EditionFiles

# Tells a picture's pixels, or what is wrong with it.
Look = Callable[[Path], tuple[int, int] | Fault]


def find_picture(name: str, folders: Sequence[Path], pictures: Iterable[str], look: Look) -> tuple[str, int, int] | Fault:
    """Look at a picture in the first folder that has it; `pictures` are the names it may be a slip of."""
    for folder in folders:
        path = folder / name
        if path.is_symlink() or path.exists():
            seen = look(path)
            return seen if isinstance(seen, Fault) else (str(path), *seen)
    near = difflib.get_close_matches(name.lower(), pictures, 1)
    mend = N_("Legen Sie es in den Ordner „{folder}“, oder löschen Sie die Zeile.").format(folder=folders[0].name)
    if near:
        mend = N_("Meinten Sie „{near}“?").format(near=near[0])
    return Fault(code="image-missing", message=N_("Das Bild „{name}“ gibt es nicht.").format(name=name), mend=mend)


def unused_pictures(files: EditionFiles, used: set[str | None]) -> Iterator[Problem]:
    """Every picture is shown by an event, or is a partner's logo."""
    for name in files.pictures:
        if name not in used:
            yield Problem(
                path=f"{files.id}/{name}", line=0, field="", code="image-unused", severity=WARNING,
                message=N_("Keine Veranstaltung zeigt dieses Bild."),
                mend=N_("Nennen Sie es bei einer Veranstaltung (image, image_alt, image_credit), oder löschen Sie es."),
            )
