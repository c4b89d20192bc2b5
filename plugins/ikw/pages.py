"""Pages: views printed by templates. Floor 4, the home of Jinja. Nothing here writes to disk."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

from ikw.output import OutputFile
from ikw.site import Site
from ikw.texts import Texts
from ikw.views.records import Frame

# What Pelican's own environment for prose pages is told, too.
OPTIONS: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n"]}


class Printer:
    """The theme's templates. One environment prints all languages: each template is compiled and loaded once."""

    def __init__(self, templates: Path, stamps: Mapping[str, str], bytecode: Path | None) -> None:
        """Make the environment; compiled templates are kept in `bytecode`."""
        cache = None
        if bytecode:
            bytecode.mkdir(parents=True, exist_ok=True)
            cache = FileSystemBytecodeCache(str(bytecode))
        self.environment = Environment(
            loader=FileSystemLoader(templates), auto_reload=False, cache_size=-1, bytecode_cache=cache, **OPTIONS,
        )
        self.environment.globals["stamps"] = stamps
        self._texts: Texts | None = None
        # Templates hold on to these two; an imported macro has no other way to the page's language.
        self.environment.install_gettext_callables(self._gettext, self._ngettext, newstyle=False)  # type: ignore[attr-defined]

    def page(self, site: Site, template: str, href: str, frame: Frame, page: object) -> OutputFile:
        """Print one page of a site, to be stored where its address says."""
        self._texts = site.texts
        html = self.environment.get_template(template).render(frame=frame, page=page)
        return OutputFile(path=site.urls.path(href), data=html.encode())

    def _gettext(self, message: str) -> str:
        assert self._texts, "words are only asked for while a page is printed"
        return self._texts.gettext(message)

    def _ngettext(self, one: str, many: str, number: int) -> str:
        assert self._texts, "words are only asked for while a page is printed"
        return self._texts.ngettext(one, many, number)
