"""Theme: the one stylesheet, made of layered files, stamps and categories. Floor 4; it only reads the theme's folder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from ikw.model import Category
from ikw.output import OutputFile

_IMPORT = re.compile(r'@import\s+"(?P<name>[a-z0-9-]+\.css)"\s+layer\((?P<layer>[a-z]+)\);')
_STRING = re.compile(r'''("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')''', re.DOTALL)
# A string may hold the signs of a comment, and a comment those of a string.
_STRING_OR_COMMENT = re.compile(_STRING.pattern + r"|/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Theme:
    """What pages load: addresses below the site's root, and the files themselves."""

    stylesheet: str
    script: str
    files: tuple[OutputFile, ...]
    stamps: Mapping[str, str]


def read_theme(folder: Path, categories: Iterable[Category]) -> Theme:
    """Read the theme; the stylesheet's name carries its content's digest, so that it may be cached for ever."""
    stamps: dict[str, str] = json.loads((folder / "stamps.json").read_text(encoding="utf-8"))
    css = stylesheet(folder / "css", category_rules(categories, stamps)).encode()
    name = f"theme/site.{hashlib.blake2b(css, digest_size=4).hexdigest()}.css"
    static = folder / "static"
    files = [OutputFile(path=name, data=css)]
    for path in sorted(static.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            inside = path.relative_to(static).as_posix()
            data = squeezed(path.read_bytes()) if path.suffix == ".js" else path.read_bytes()
            files.append(OutputFile(path=inside if inside == "favicon.ico" else f"theme/{inside}", data=data))
    script = "theme/js/now.js" if (static / "js" / "now.js").is_file() else ""
    return Theme(stylesheet=name, script=script, files=tuple(files), stamps=stamps)


def stylesheet(folder: Path, generated: str) -> str:
    """Join the files that site.css lists, each in its layer, then the generated rules, as small as is safe."""
    layers = _IMPORT.findall(without_comments((folder / "site.css").read_text(encoding="utf-8")))
    order = list(dict.fromkeys(layer for _, layer in layers))
    parts = [f"@layer {','.join(order)};"]
    for layer in order:
        rules = [(folder / name).read_text(encoding="utf-8") for name, its_layer in layers if its_layer == layer]
        parts.append(f"@layer {layer}{{{''.join(rules)}{generated if layer == 'tokens' else ''}}}")
    return minify("".join(parts)) + "\n"


def minify(css: str) -> str:
    """Take comments and needless white space away, but none inside strings or around operators of calc()."""
    parts = _STRING.split(without_comments(css))
    return "".join(part if n % 2 else _squeeze(part) for n, part in enumerate(parts))


def without_comments(css: str) -> str:
    """Take comments away, but none that stands inside a string."""
    return _STRING_OR_COMMENT.sub(lambda found: found[1] or "", css)


def _squeeze(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r"\s*([{};,>])\s*", r"\1", css)
    css = re.sub(r":\s+", ":", css)
    return css.replace(";}", "}")


def squeezed(script: bytes) -> bytes:
    """Take comments on lines of their own and the spaces before lines out of a script; no text in ours goes over two lines."""
    return re.sub(rb"(?m)^\s*//.*\n|^\s+", b"", script)


def category_rules(categories: Iterable[Category], stamps: Mapping[str, str]) -> str:
    """Return one rule per category: its cloth and its stamp. Colours of categories are never `style=` attributes."""
    return "".join(
        f".k-{category.id}{{--c:var(--{category.colour});--p:url(\"{_data_uri(stamps[category.sign])}\")}}"
        for category in categories
    )


def _data_uri(path: str) -> str:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><path fill='#20124d' d='{path}'/></svg>"
    return "data:image/svg+xml," + quote(svg, safe=" =:/'.,-()")
