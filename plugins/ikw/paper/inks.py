"""Inks: the colours of the pages, read where the pages have them. Floor 4, pure.

Each colour stands once, in `theme/css/tokens.css`. What a printing press mixes for it stands in `theme/paper/inks.typ`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ROOT = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_COLOUR = re.compile(r"--([a-z-]+):\s*#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*;")


def inks(tokens: str) -> Mapping[str, str]:
    """Return the colours by day of a tokens.css, as `#rrggbb` by their names."""
    found = _ROOT.search(tokens)
    assert found, "tokens.css begins with the tokens by day"
    return {name: f"#{_six(value)}" for name, value in _COLOUR.findall(found[1])}


def _six(digits: str) -> str:
    return (digits if len(digits) == 6 else "".join(2 * digit for digit in digits)).lower()
