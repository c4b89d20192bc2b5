"""Sanitised HTML becomes a tree of blocks and inlines."""

from __future__ import annotations

import pytest

from ikw.paper.prose_tree import Node, prose_tree
from ikw.prose import render


@pytest.mark.parametrize(("html", "expected"), [
    ("", []),
    ("<p>Alle sind da.</p>", [["p", "Alle sind da."]]),
    ("<p>Eins</p>\n<p>Zwei</p>\n", [["p", "Eins"], ["p", "Zwei"]]),
    ("<p>Ein <strong>lautes</strong> Wort</p>", [["p", "Ein ", ["b", "lautes"], " Wort"]]),
    ("<p><em>leise</em> <code>x</code></p>", [["p", ["b", "leise"], " ", ["b", "x"]]]),
    ("<p>eine\nZeile</p>", [["p", "eine Zeile"]]),
    ("<p>eine<br>\nandere</p>", [["p", "eine", ["br"], " andere"]]),
    ('<p><a href="https://example.org/" rel="noopener">dort</a></p>', [["p", ["a", "https://example.org/", "dort"]]]),
    ("<p>Brot &amp; Salz</p>", [["p", "Brot & Salz"]]),
    ("<h2>Was</h2><h3>Wo</h3>", [["h2", "Was"], ["h3", "Wo"]]),
    ("<ul>\n<li>Eins</li>\n<li><strong>Zwei</strong> Dinge</li>\n</ul>", [["ul", ["li", ["p", "Eins"]], ["li", ["p", ["b", "Zwei"], " Dinge"]]]]),
    ("<ol><li><p>Eins</p></li></ol>", [["ol", ["li", ["p", "Eins"]]]]),
    ("<ul><li>Oben<ul><li>Unten</li></ul></li></ul>", [["ul", ["li", ["p", "Oben"], ["ul", ["li", ["p", "Unten"]]]]]]),
    ("<blockquote><p>Gesagt</p></blockquote>", [["quote", ["p", "Gesagt"]]]),
])
def test_tree(html: str, expected: list[Node]) -> None:
    assert prose_tree(html) == expected


def test_nothing_that_markdown_makes_is_lost() -> None:
    text = "# Titel\n\nEin *Satz* mit [Link](https://example.org/).  \nZweite Zeile.\n\n- eins\n- zwei\n    - tief\n\n1. erst\n2. dann\n\n> Zitat\n"
    prose, faults = render(text, 1)
    assert faults == ()

    def words(node: Node | str) -> str:
        if isinstance(node, str):
            return node
        inside = "".join(words(one) for one in node[2 if node[0] == "a" else 1 :])
        return inside if node[0] in ("a", "b") else inside + " "

    assert " ".join("".join(map(words, prose_tree(prose.html))).split()) == " ".join(prose.plain.split())
