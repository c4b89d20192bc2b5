"""Templates compiled our way print what Jinja's own way prints, but for what is a slip: that is an error."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, UndefinedError
from markupsafe import Markup, escape

from ikw.pages import OPTIONS
from ikw.templates import Compiled, Templates, escaped

BOLD = Markup("<b>fett</b>")


@dataclass(frozen=True)
class Page:
    title: str = "Tee & Kuchen"
    safe: Markup = BOLD
    number: int = 7
    nothing: None = None
    names: tuple[str, ...] = ("a<b", "c")

    def upper(self, text: str, *, end: str = "") -> str:
        return text.upper() + end


CASES = (
    "{{ page.title }} {{ page.safe }} {{ page.number }} {{ page.nothing }} {{ page.title|safe }} {{ missing }}",
    "{{ page.upper('&x', end='!') }}{{ page.upper(page.names[0]) }}{{ page.title.split(' ')|last }}{{ ('a' ~ page.title).title() }}",
    "{% for name in page.names %}{{ loop.index }}{{ name }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% macro tag(text, end='') %}<i>{{ text }}{{ end }}</i>{% endmacro %}{% for n in page.names %}{{ tag(n, end='<') }}{% endfor %}",
    "{% extends 'base' %}{% block main %}{% set own = page.number + 1 %}{% include 'part' %}{{ own }}{% endblock %}",
    "{% from 'macros' import shown %}{{ shown(page) }}{{ _('Über <uns>') }}",
)
PARTS = {
    "base": "<p>{% block main %}{% endblock %}</p>", "part": "{{ page.title }}{{ own|default('') }}",
    "macros": "{% macro shown(one) %}{{ one.title }}{% endmacro %}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {**PARTS, **{f"case-{number}": text for number, text in enumerate(CASES)}}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def environment(kind: type[Environment], folder: Path, bytecode: Compiled | None = None) -> Environment:
    made = kind(loader=FileSystemLoader(folder), bytecode_cache=bytecode, **OPTIONS)
    made.globals["_"] = str.upper
    return made


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_template_prints_what_it_prints_in_jinja(folder: Path, number: int) -> None:
    ours, jinjas = (environment(kind, folder).get_template(f"case-{number}").render(page=Page()) for kind in (Templates, Environment))
    assert ours == jinjas


@pytest.mark.parametrize("value", ["", "Tee", "<b>", "\"&'>", Markup("<b>"), Markup(""), 7, None])
def test_text_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escaped(value) == escape(value)


@pytest.mark.parametrize(("text", "error"), [("{{ page.titel }}", AttributeError), ("{{ missing.title }}", UndefinedError)])
def test_a_wrong_name_is_an_error(folder: Path, text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        environment(Templates, folder).from_string(text).render(page=Page())


@pytest.mark.parametrize("text", ["{{ page.upper(*page.names) }}", "{% call page.upper() %}x{% endcall %}"])
def test_what_no_template_needs_is_refused(folder: Path, text: str) -> None:
    with pytest.raises(NotImplementedError):
        environment(Templates, folder).from_string(text)


def test_what_another_compiler_has_kept_is_not_taken(folder: Path) -> None:
    """Jinja's own way of compiling asks its environment for an attribute, and would print nothing for a wrong one."""
    from jinja2 import FileSystemBytecodeCache  # noqa: PLC0415 -- only here

    (folder / "slip").write_text("{{ page.titel }}", encoding="utf-8")
    kept = folder / "kept"
    kept.mkdir()
    jinjas = Environment(loader=FileSystemLoader(folder), bytecode_cache=FileSystemBytecodeCache(str(kept)), **OPTIONS)
    assert jinjas.get_template("slip").render(page=Page()) == ""
    with pytest.raises(AttributeError):
        environment(Templates, folder, Compiled(str(kept))).get_template("slip").render(page=Page())
