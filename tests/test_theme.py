"""One small stylesheet, made of layers, with a name that changes with its content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ikw.theme import category_rules, minify, read_theme, squeezed, stylesheet
from samples import category
from small import ROOT


@pytest.mark.parametrize(
    ("css", "small"),
    [
        # white space and comments
        ("a  {\n  color : red ;\n}\n", "a{color :red}"),
        ("a { } /* one */ b /* two\n* / */ { margin: 0 }", "a{}b{margin:0}"),
        ("a , b > c { margin: 0 1px }", "a,b>c{margin:0 1px}"),
        # a space that means something
        ("a :hover, a .b { margin: 0 }", "a :hover,a .b{margin:0}"),
        ("a { width: calc( 100% - 2 * ( 1rem + 2px ) ) }", "a{width:calc( 100% - 2 * ( 1rem + 2px ) )}"),
        ("a { inline-size: min(1px + 2px, 50%) }", "a{inline-size:min(1px + 2px,50%)}"),
        ("@media (width >= 40em) and (hover: hover) { a { b: c } }", "@media (width>= 40em) and (hover:hover){a{b:c}}"),
        ("a { margin: -1px +2px }", "a{margin:-1px +2px}"),
        # strings
        ('a::before { content: "a  {  b : c ; }  " }', 'a::before{content:"a  {  b : c ; }  "}'),
        ("a { content: '/* no comment */' }", "a{content:'/* no comment */'}"),
        ('a { content: "a \\" ;  b" ; }', 'a{content:"a \\" ;  b"}'),
        ("a { b: c } /* don't */ d { e: 'f  g' }", "a{b:c}d{e:'f  g'}"),
        # addresses
        (
            "a { background: url(\"data:image/svg+xml,<svg viewBox='0 0 8 8'><path d='M0 0; 1'/></svg>\") }",
            "a{background:url(\"data:image/svg+xml,<svg viewBox='0 0 8 8'><path d='M0 0; 1'/></svg>\")}",
        ),
    ],
)
def test_minify_takes_away_only_what_means_nothing(css: str, small: str) -> None:
    assert minify(css).strip() == small


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.css").write_text(text, encoding="utf-8")
    return folder


def test_layers_stand_in_their_order_and_files_in_theirs(tmp_path: Path) -> None:
    folder = write(
        tmp_path, site='/* @import "no.css" layer(no); */\n@import "t.css" layer(tokens);\n@import "b.css" layer(parts);\n'
        '@import "r.css" layer(reset);\n@import "a.css" layer(parts);\n',
        t="t{}", b="b{}", a="a{}", r="r{}",
    )
    made = stylesheet(folder, ".k-x{}")
    assert made == "@layer tokens,parts,reset;@layer tokens{t{}.k-x{}}@layer parts{b{}a{}}@layer reset{r{}}\n"


def test_a_category_gets_its_cloth_and_its_stamp() -> None:
    assert category_rules([category("fest", "Feste")], {"pennant": 'M0 0h8"<>#'}) == (
        '.k-fest{--c:var(--granat);--p:url("data:image/svg+xml,'
        "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%2320124d' d='M0 0h8%22%3C%3E%23'/%3E%3C/svg%3E\")}"
    )


def test_the_real_theme() -> None:
    theme = read_theme(ROOT / "theme", [category("fest", "Feste")])
    files = {file.path: file.data for file in theme.files}
    css = files[theme.stylesheet].decode()
    assert theme.script in files
    assert all(path == "favicon.ico" or path.startswith("theme/") for path in files)
    assert ("@import" in css, "/*" in css, "\n" in css.rstrip("\n")) == (False, False, False)
    assert css.count("{") == css.count("}")
    imported = re.findall('@import "(.+?)"', (ROOT / "theme/css/site.css").read_text("utf-8"))
    assert set(imported) == {path.name for path in (ROOT / "theme/css").glob("*.css")} - {"site.css"}, "each file is imported"


def test_another_colour_is_another_address() -> None:
    names = {read_theme(ROOT / "theme", [category("fest", "Feste"), *more]).stylesheet for more in ([], [category("neu", "Neu")])}
    assert len(names) == 2


def test_scripts_lose_comments_and_the_spaces_before_lines() -> None:
    script = b'// Title.\n\nimport "./a.js";\nif (a) {\n  // why\n  b("// no comment"); // stays\n}\n'
    assert squeezed(script) == b'import "./a.js";\nif (a) {\nb("// no comment"); // stays\n}\n'
