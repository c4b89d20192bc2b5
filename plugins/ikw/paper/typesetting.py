"""Typesetting: data and a template become a PDF. Floor 4, the home of Typst.

Data reaches a template as values and is never glued into its source, so nothing that somebody wrote can become markup. Templates
are read once and handed over in memory; only pictures lie in a folder of their own while a document is set, and it is gone after.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

# Shown on a screen: tagged, by PDF/UA-1. Printed: process colours, bleed, no tags; 1.6 is what print shops take.
SCREEN, PRINT = "screen", "print"


class TypesettingError(RuntimeError):
    """A template is wrong, or was given what it cannot set: a fault of ours, since data was checked before."""


@dataclass(frozen=True)
class Typesetter:
    """Sets the templates of one theme; fonts are found once."""

    theme: Path
    sources: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        paths = sorted((self.theme / "paper").rglob("*.typ"))
        found = {path.relative_to(self.theme / "paper").as_posix(): path.read_text(encoding="utf-8") for path in paths}
        object.__setattr__(self, "sources", found)

    @cached_property
    def fonts(self) -> typst.Fonts:
        """The theme's own fonts and no others: a page looks the same on every machine."""
        import typst  # noqa: PLC0415 -- slow import

        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(self.theme / "fonts")])

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The families there are, Noto Sans first: a letter is taken from the first that has it."""
        return tuple(sorted(set(self.fonts.families()), key=lambda name: (name != "Noto Sans", name)))

    def pdf(
        self, template: str, data: Mapping[str, object], *, medium: str, at: datetime,
        pictures: Mapping[str, bytes] | None = None,
    ) -> bytes:
        """Set a template as a PDF dated `at`. `pictures` are files that the template finds as `/<name>`."""
        standard = ["ua-1"] if medium == SCREEN else ["1.6"]
        with tempfile.TemporaryDirectory(prefix="ikw-paper-") as folder:
            for name, picture in (pictures or {}).items():
                (Path(folder) / name).write_bytes(picture)
            compiler = self._compiler(template, data, medium, folder)
            made = self._run(
                lambda: compiler.compile_with_warnings(
                    format="pdf", pdf_standards=standard, pdf_tags=medium == SCREEN, timestamp=int(at.timestamp()),  # type: ignore[arg-type]
                ),
            )
        assert isinstance(made, bytes), "one document is one file"
        return made

    def values(self, template: str, data: Mapping[str, object]) -> object:
        """Return what a template puts under the label `<values>`: measures that only a layout knows."""
        with tempfile.TemporaryDirectory(prefix="ikw-paper-") as folder:
            compiler = self._compiler(template, data, SCREEN, folder)
            return json.loads(self._run(lambda: (compiler.query("<values>", field="value", one=True), [])))

    def _compiler(self, template: str, data: Mapping[str, object], medium: str, folder: str) -> typst.Compiler:
        import typst  # noqa: PLC0415 -- slow import

        sources: dict[str, bytes] = {name: text.encode() for name, text in self.sources.items() if name != template}
        # The binding looks for the document under this name.
        sources["main"] = self.sources[template].encode()
        inputs = {"data": json.dumps({**data, "families": self.families}, ensure_ascii=False), "medium": medium}
        return typst.Compiler(
            sources, root=folder, font_paths=self.fonts, ignore_system_fonts=True, sys_inputs=inputs,  # type: ignore[type-var]
        )

    def _run(self, act):  # type: ignore[no-untyped-def]
        import typst  # noqa: PLC0415 -- slow import

        try:
            made, warnings = act()
        except typst.TypstError as error:
            raise TypesettingError("\n".join((error.diagnostic, *error.hints))) from error
        if warnings:
            # A heading inside a paragraph is lost with no more than a warning.
            raise TypesettingError("\n".join(warning.diagnostic for warning in warnings))
        return made
