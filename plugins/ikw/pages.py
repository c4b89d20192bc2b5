"""Pages: views printed by templates. Floor 4, the home of Jinja. Nothing here writes to disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from ikw.output import OutputFile
from ikw.site import Site
from ikw.views.records import Frame

# What Pelican's own environment for prose pages is told, too.
OPTIONS: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n"]}


class Printer:
    """The theme's templates in one language."""

    def __init__(self, templates: Path, site: Site, stamps: Mapping[str, str], bytecode: Path | None) -> None:
        """Make the environment; compiled templates are kept in `bytecode`."""
        cache = None
        if bytecode:
            bytecode.mkdir(parents=True, exist_ok=True)
            cache = FileSystemBytecodeCache(str(bytecode))
        self.environment = Environment(
            loader=FileSystemLoader(templates), auto_reload=False, bytecode_cache=cache, **OPTIONS,
        )
        self.environment.install_gettext_callables(site.texts.gettext, site.texts.ngettext, newstyle=False)  # type: ignore[attr-defined]
        self.environment.globals["stamps"] = stamps
        self.urls = site.urls

    def page(self, template: str, href: str, frame: Frame, page: object) -> OutputFile:
        """Print one page, to be stored where its address says."""
        html = self.environment.get_template(template).render(frame=frame, page=page)
        return OutputFile(path=self.urls.path(href), data=html.encode())
