"""Templates: how Jinja compiles ours. Floor 4; with `pages` the home of Jinja.

A page is printed in hundreds of steps. Jinja asks at each attribute whether an item is meant, at each call whether a function wants to
know its surroundings, and makes of each text an object that knows that it is safe. Here attributes are attributes (a wrong name is an
error), functions get what stands in the brackets, and text that has nothing to escape stays as it is: a page takes half the time.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_to_escape = re.compile("[&<>\"']").search


def escaped(value: object) -> str:
    """Return a value as it stands on the page."""
    if isinstance(value, Markup) or (isinstance(value, str) and not _to_escape(value)):
        return value
    return escape(value)


class Compiler(CodeGenerator):
    """Writes a template as Python."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """Write an attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 -- Jinja's name
        """Write a call."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            raise NotImplementedError("no template of ours needs {% call %}, *arguments or **arguments")
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.escaped(")


class Templates(Environment):
    """The environment of our templates. Functions that want Jinja's context or environment are none of its globals."""

    code_generator_class = Compiler
    escaped = staticmethod(escaped)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows; none has globals of its own."""
        return self.globals


class Compiled(FileSystemBytecodeCache):
    """Compiled templates in a folder; what another compiler has written is not taken."""

    def get_source_checksum(self, source: str) -> str:
        """Return the digest of a template and of what compiles it."""
        return super().get_source_checksum(Path(__file__).read_text(encoding="utf-8") + source)
