"""Listing: lists as people type them, set as Markdown wants them. Floor 1, standard library only."""

from __future__ import annotations

import re

INDENT = 4

# A browser judges by the same ones (`rulebook`).
PATTERNS = {
    "bullet": re.compile(r"([ ]*)([-*+])[ ]+(?=\S)|([ ]*)[•●▪‣◦·][ ]*(?=\S)"),
    "ordinal": re.compile(r"([ ]*)(\d{1,4}\.)[ ]+(?=\S)"),
    # a line of strokes: a rule, or the underlining of a heading
    "rule": re.compile(r"[- ]+|[* ]+|[_ ]+|[= ]+"),
    "marks": re.compile(r"(?:[ ]*(?:>[ ]?|[-*+][ ]+|\d{1,4}\.[ ]+))+"),
    "mark": re.compile(r"[>*+-]|\d+\."),
}
_NOTHING = ("", *"-*+•●▪‣◦·")


def tidy(text: str) -> tuple[str, int]:
    """Return the text with its lists in order, and how deep its lists and quotes are nested.

    A list gets a blank line before it, four spaces for each level and `-` for every kind of bullet. Other text moves to the
    margin. A line of strokes becomes a blank line, so that nothing is underlined to a heading.
    """
    lines: list[str] = []
    indents: list[int] = []
    deepest = 0
    source = text.expandtabs(INDENT).split("\n")
    for number, line in enumerate(source):
        is_after_blank = not lines or not lines[-1]
        indent = len(line) - len(line.lstrip(" "))
        bullet, ordinal = PATTERNS["bullet"].match(line), PATTERNS["ordinal"].match(line)
        words = line.strip(" ")
        if words in _NOTHING or (PATTERNS["rule"].fullmatch(words) and len(words.replace(" ", "")) > 2):
            lines.append("")
            continue
        if bullet or ordinal:
            if not indents and not is_after_blank and (bullet or _opens_list(line, source[number + 1:number + 2])):
                lines.append("")
            while indents and indent < indents[-1]:
                indents.pop()
            if not indents or indent >= indents[-1] + 2:
                indents.append(indent)
            line = " " * INDENT * (len(indents) - 1) + _item(line, bullet, ordinal)
        elif indents and is_after_blank:
            while indents and indent < indents[-1] + 2:
                indents.pop()
            line = " " * INDENT * len(indents) + line.lstrip(" ")
        else:
            # indented text is text, no code
            line = _without_closing(line.lstrip(" "))
        deepest = max(deepest, len(indents), _depth(line))
        lines.append(line)
    return "\n".join(lines), deepest


def _depth(line: str) -> int:
    """Count the signs a line begins with; in a list, and behind `>`, four spaces are as much as a sign."""
    marks = PATTERNS["marks"].match(line)
    return len(PATTERNS["mark"].findall(marks[0])) + marks[0].count(" " * INDENT) if marks else 0


def _item(line: str, bullet: re.Match[str] | None, ordinal: re.Match[str] | None) -> str:
    if ordinal:
        return f"{ordinal[2]} {line[ordinal.end():]}"
    return f"- {line[bullet.end():]}" if bullet else line


def _opens_list(line: str, following: list[str]) -> bool:
    """Whether a line amid a sentence begins a list: `1. …`, and `2. …` right below."""
    return line.lstrip().startswith("1.") and any(after.lstrip().startswith("2.") for after in following)


def _without_closing(line: str) -> str:
    """`## Programm ##` is `## Programm`, but `# Lieder in C#` keeps its sharp."""
    if not line.startswith("#"):
        return line
    bare = line.rstrip().rstrip("#")
    return bare.rstrip() if bare.endswith(" ") and bare.strip("# ") else line
