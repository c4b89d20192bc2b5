"""Pages: views printed by templates. Floor 4, the home of Jinja. Nothing here writes to disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from jinja2 import Environment, FileSystemLoader, pass_environment
from markupsafe import Markup, escape

from ikw.output import OutputFile
from ikw.templates import Compiled, Templates
from ikw.views.records import Anchor, Frame, Phrase

if TYPE_CHECKING:  # Pelican reads this module, and needs no calendar
    from ikw.site import Site
    from ikw.texts import Texts

# What Pelican's own environment for prose pages is told, too.
OPTIONS: dict[str, Any] = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": ["jinja2.ext.i18n"]}


# Macros that every template may call, by the partial they stand in; each may use those before it. To import them in each template
# would load them again for every page.
MACROS: Mapping[str, tuple[str, ...]] = {
    "parts/explained.html": ("explained",), "parts/icon.html": ("icon",), "parts/row.html": ("tag", "row"),
    "parts/day.html": ("day",), "parts/group.html": ("group",),
    "parts/strip.html": ("strip",), "parts/runner.html": ("runner",), "parts/ask.html": ("asked", "must"),
}
_NOTHING = Markup()
# Stands for the path of a page where that is the only difference.
_INSIDE = "\ufdd0"


class Said(Protocol):
    """Words that may be in another language than the page: a Phrase, an Anchor, a Motto."""

    @property
    def lang(self) -> str | None:
        """Their language, None where it is the page's."""

    @property
    def dir(self) -> str | None:
        """Their direction, None where it is not known."""


def said(words: Said) -> Markup:
    """Return the attributes of an element whose words may be in another language than the page."""
    return _NOTHING if words.lang is None else _in_language(words.lang, words.dir or "auto")


@cache
def _in_language(lang: str, direction: str) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(lang, direction)


def written(text: str, parts: Iterable[Phrase] = ()) -> str:
    """Return words as they stand on the page: of a sentence with names of another language in it each name is marked."""
    pieces = [Markup("<bdi{}>{}</bdi>").format(said(part), part.text) if part.lang else escape(part.text) for part in parts]
    return Markup().join(pieces) if pieces else text


@cache
def switch(language: Anchor, has_script: bool) -> Markup:
    """Return the attributes of a link to a page in another language; a script offers the one a visitor's browser prefers."""
    found = Markup(' lang="{}" hreflang="{}" dir="{}"').format(language.lang, language.lang, language.dir)
    if language.current:
        return found + Markup(' aria-current="true"')
    return found + Markup(' data-offer="{}"').format(language.offer) if has_script else found


# What was printed before: of partials of the frame, and of records.
Parts = dict[tuple[object, ...], tuple[Frame, str]]
Records = dict[tuple[int, tuple[object, ...]], tuple[object, str]]


def same(made: Parts | None = None) -> Callable[..., Markup]:
    """Return a function that prints a partial of the frame; where all it shows is the very same as before, not again.

    The page's own path may stand in it, as in links to the same page in other languages. `made` is where they are kept.
    """
    made = {} if made is None else made

    @pass_environment
    def printed(environment: Environment, partial: str, frame: Frame) -> Markup:
        key = partial, frame.lang, frame.kind == "front", frame.home, id(frame.nav), id(frame.foot)
        if key not in made:  # the frame is kept as well, so that nothing else can take its parts' place
            template = environment.get_template(partial)
            made[key] = frame, template.render(frame=replace(frame, inside=_INSIDE)).removesuffix("\n")
        return Markup(made[key][1].replace(_INSIDE, escape(frame.inside)))

    return printed


def _kept(macro: Callable[..., str], made: Records) -> Callable[..., str]:
    """Let a macro print each record once: a row stands on a dozen pages. By identity, since to compare rows takes as long."""
    def call(record: object, *more: object) -> str:
        key = id(record), more
        found = made.get(key)
        if found is None or found[0] is not record:
            found = made[key] = record, macro(record, *more)
        return found[1]

    return call


class Printer:
    """The theme's templates. One environment prints all languages: each template is compiled and loaded once."""

    def __init__(
        self, templates: Path, stamps: Mapping[str, str], bytecode: Path | None,
        macros: Mapping[str, tuple[str, ...]] = MACROS,
    ) -> None:
        """Make the environment; compiled templates are kept in `bytecode`."""
        compiled = None
        if bytecode:
            bytecode.mkdir(parents=True, exist_ok=True)
            compiled = Compiled(str(bytecode))
        self.environment = Templates(
            loader=FileSystemLoader(templates), auto_reload=False, cache_size=-1, bytecode_cache=compiled, **OPTIONS,
        )
        self._parts: Parts = {}
        self._records: Records = {}
        self.environment.globals.update(
            stamps=stamps, said=said, written=written, switch=switch, same=partial(same(self._parts), self.environment),
        )
        self._texts: Texts | None = None
        # Templates hold on to these two; an imported macro has no other way to the page's language.
        self.environment.install_gettext_callables(self._gettext, self._ngettext, newstyle=False)  # type: ignore[attr-defined]
        self.environment.globals["_"] = self._gettext
        # What is printed again and again: a row by its record, an icon by its name.
        kept: Mapping[str, Callable[[Callable[..., str]], Callable[..., str]]] = {"row": partial(_kept, made=self._records), "icon": cache}
        for part, names in macros.items():
            module = self.environment.get_template(part).module
            for name in names:
                macro: Callable[..., str] = getattr(module, name)
                self.environment.globals[name] = kept[name](macro) if name in kept else macro

    def forget(self) -> None:
        """Forget what is kept of pages printed so far."""
        self._parts.clear()
        self._records.clear()

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
