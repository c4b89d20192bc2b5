"""Typesetting: data and a template become a PDF. Floor 4, the home of Typst.

Data reaches a template as values and is never glued into its source, so nothing that somebody wrote can become markup. Templates
are read once and handed over in memory; only pictures lie in a folder of their own while a document is set, and it is gone after.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ikw.paper.inks import inks
from ikw.paper.letters import Letters
from ikw.paper.outlines import steps

if TYPE_CHECKING:
    import typst

# Shown on a screen: tagged, by PDF/UA-1. Printed: process colours, bleed, no tags; 1.6 is what print shops take.
SCREEN, PRINT = "screen", "print"
# Not to be seen at all: only how much room all takes is asked.
_MEASURE = "measure"


class TypesettingError(RuntimeError):
    """A template is wrong, or was given what it cannot set: a fault of ours, since data was checked before."""


class Typesetter:
    """Sets the templates of one theme; fonts are found once."""

    def __init__(self, theme: Path) -> None:
        """Read the templates of a theme's folder."""
        self.theme = theme
        folder = theme / "paper"
        self.sources = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.typ"))}

    @cached_property
    def fonts(self) -> typst.Fonts:
        """The theme's own fonts and no others: a page looks the same on every machine."""
        import typst  # noqa: PLC0415 -- slow import

        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.theme / "fonts")])

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families there are, Noto Sans first: a letter is taken from the first that has it."""
        return tuple(sorted(set(self.fonts.families()), key=lambda name: (name != "Noto Sans", name)))

    @cached_property
    def letters(self) -> Letters:
        """The letters that can be printed."""
        return Letters.of_theme(self.theme)

    @cached_property
    def look(self) -> Mapping[str, object]:
        """What every template is given: fonts, colours and stamps, as the pages have them."""
        stamps = json.loads((self.theme / "stamps.json").read_text(encoding="utf-8"))
        return {
            "families": self.families, "inks": inks((self.theme / "css" / "tokens.css").read_text(encoding="utf-8")),
            "stamps": {name: steps(path) for name, path in stamps.items()},
        }

    def pdf(
        self, template: str, data: Mapping[str, object], *, medium: str, at: datetime,
        pictures: Mapping[str, bytes] | None = None,
    ) -> bytes:
        """Set a template as a PDF dated `at`. `pictures` are files that the template finds as `/<name>`."""
        standard: list[typst.PDFStandard] = ["ua-1"] if medium == SCREEN else ["1.6"]

        def act(compiler: typst.Compiler) -> tuple[object, list[typst.TypstWarning]]:
            return compiler.compile_with_warnings(
                format="pdf", pdf_standards=standard, pdf_tags=medium == SCREEN, timestamp=int(at.timestamp()),
            )

        made = self._run(template, data, medium, pictures or {}, act)
        assert isinstance(made, bytes), "one document is one file"
        return made

    def measured(self, template: str, data: Mapping[str, object]) -> object:
        """Return what a template says under the label `measured`: what only a layout knows."""
        return json.loads(str(self._run(template, data, _MEASURE, {}, lambda one: (one.query("<measured>", "value", one=True), []))))

    def _run(
        self, template: str, data: Mapping[str, object], medium: str, pictures: Mapping[str, bytes],
        act: Callable[[typst.Compiler], tuple[object, list[typst.TypstWarning]]],
    ) -> object:
        import typst  # noqa: PLC0415 -- slow import

        # The binding looks for the document itself under this name.
        sources = {**self.sources, "main": self.sources[template]}
        given = json.dumps({**self.look, **data}, ensure_ascii=False, default=_fields)
        inputs = {"data": self.letters.printable(given), "medium": medium}
        with tempfile.TemporaryDirectory(prefix="ikw-paper-") as folder:
            for name, picture in pictures.items():
                (Path(folder) / name).write_bytes(picture)
            try:
                made, warnings = act(typst.Compiler(
                    sources, root=folder, font_paths=self.fonts, ignore_system_fonts=True, sys_inputs=inputs,  # type: ignore[type-var]
                ))
            except RuntimeError as error:  # what the library raises, with more to say where it is a TypstError
                raise TypesettingError("\n".join((getattr(error, "diagnostic", str(error)), *getattr(error, "hints", ())))) from error
        if warnings:
            # A heading inside a paragraph is lost with no more than a warning.
            raise TypesettingError("\n".join(warning.diagnostic for warning in warnings))
        return made


def _fields(record: object) -> dict[str, object]:
    """Return a record as JSON knows it; `asdict` would copy every square of every code on the way."""
    assert is_dataclass(record), "templates are given records and plain values"
    return {field.name: getattr(record, field.name) for field in fields(record)}
