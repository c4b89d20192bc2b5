"""What people who mean harm write into titles, names of files, branches and artifacts; and how GitHub's runner reads a log."""

from __future__ import annotations

import re

TEXTS = (
    "::set-output name=a::b", "  ::error::x", "##[add-mask]x", "x ##[set-output name=a]b", "x\n::error file=a::b", "x%0A::error::y",
    "@octocat", "hallo @org/team!", "#1", "fixes #12", "GH-3", "owner/repo#4", "!5", "~label", "$snippet", "%milestone", "/close", "\n/close\n",
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "</details><h1>Groß</h1>", "<!-- ikw: Prüfung -->", "-->", "&lt;b&gt;", "&#64;octocat",
    "[Link](https://evil.example)", "![Bild](https://evil.example/x.png)", "https://evil.example", "www.evil.example", "<https://evil.example>",
    "[a]: https://evil.example", "`code`", "``` \nx\n```", "``a`b``", "`", "``", "\\`", "**fett**", "_kursiv_", "~~weg~~", "# Überschrift", "> Zitat", "- Liste",
    "1. Liste", "| a | b |\n|---|---|", "---", "===", "$x^2$", ":tada:", "a\u202eb", "a\u200bb", "\ud800", "\x00\x07", "a" * 5000, "`" * 500, "[" * 500, "",
    "$(touch pwned)", "`touch pwned`", "; rm -rf .", "'; touch pwned; '", "\" && touch pwned && \"", "${{ github.token }}", "=cmd|' /C calc'!A0",
)
FILE_NAMES = (
    "fest;touch pwned.md", "$(touch pwned).md", "`touch pwned`.md", "fest\n::error::x.md", "fest ##[add-mask]x.md", "-rf.md", "a b'c\"d.md", "\u202eexe.md",
    "fest|touch pwned.md", "@octocat.md", "[a](b).md", "<b>.md",
)
BRANCHES = ("$(touch pwned)", "`id`", "a;b", "a\"b", "a'b", "main?state=closed&head=x", "a#b", "a&b=c", "a)b](javascript:alert(1))", "ümläut/ä", "-x")


def commands(log: str) -> list[str]:
    """Return the commands that GitHub's runner finds in a log, as its ActionCommand.cs does, but those that were told to stop.

    Two forms: `::name …::` at the start of a line, and `##[name …]` anywhere.
    """
    known = {"set-output", "error", "warning", "notice", "add-mask", "add-path", "set-env", "debug", "add-matcher", "group", "stop-commands"}
    found, until = [], ""
    for line in log.splitlines():
        names = [match[1] for match in (re.match(r"\s*::(\S+?)(?: [^:]*(?::[^:]+)*)?::", line), re.search(r"##\[([^\] ]+)[^\]]*\]", line)) if match]
        if until:
            until = "" if until in names else until
        elif "stop-commands" in names:
            until = line.strip().rpartition("::")[2]
        else:
            found += [name for name in names[:1] if name in known]
    return found
