"""Outlines: SVG paths as absolute steps that a typesetter can draw. Floor 4, pure."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

# ("M" | "L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)
Step = tuple[str | float, ...]

_TOKEN = re.compile(r"([A-Za-z])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_ARGUMENTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_CURVES = "CSQT"


def steps(path: str) -> tuple[Step, ...]:
    """Return the steps of a path: lines, cubic curves and closings, all absolute."""
    return tuple(_steps(path))


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command with its numbers; a letter may stand for several, and after a move they are lines."""
    letter, numbers = "", list[float]()
    for word, number in _TOKEN.findall(path):
        if word:
            letter = word
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(number))
        if len(numbers) == _ARGUMENTS[letter.upper()]:
            yield letter, numbers
            letter, numbers = {"M": "L", "m": "l"}.get(letter, letter), []


def _steps(path: str) -> Iterator[Step]:
    x = y = start_x = start_y = 0.0
    # The last control point and whether it belongs to a cubic curve: smooth curves mirror it.
    control: tuple[str, float, float] = ("", 0.0, 0.0)
    for letter, numbers in _commands(path):
        kind = letter.upper()
        if kind == "Z":
            x, y = start_x, start_y
            control = ("", x, y)
            yield ("Z",)
            continue
        points = _absolute(kind, numbers, (x, y) if letter.islower() else (0.0, 0.0), (x, y))
        before = (x, y)
        x, y = points[-2:]
        if kind == "A":
            yield from _arc(before, numbers[:5], (x, y))
        elif kind in _CURVES:
            made, control = _curve(kind, before, points, control)
            yield made
            continue
        else:
            yield ("M" if kind == "M" else "L", x, y)
        control = ("", x, y)
        if kind == "M":
            start_x, start_y = x, y


def _absolute(kind: str, numbers: Sequence[float], origin: tuple[float, float], at: tuple[float, float]) -> list[float]:
    if kind == "H":
        return [numbers[0] + origin[0], at[1]]
    if kind == "V":
        return [at[0], numbers[0] + origin[1]]
    if kind == "A":
        return [numbers[5] + origin[0], numbers[6] + origin[1]]
    return [number + origin[n % 2] for n, number in enumerate(numbers)]


def _curve(
    kind: str, at: tuple[float, float], points: Sequence[float], control: tuple[str, float, float],
) -> tuple[Step, tuple[str, float, float]]:
    """Return a cubic curve, and the control point that a smooth one after it mirrors."""
    mirrored = (2 * at[0] - control[1], 2 * at[1] - control[2])
    family = "C" if kind in "CS" else "Q"
    if kind in "ST":
        points = [*(mirrored if control[0] == family else at), *points]
    if family == "C":
        return ("C", *points), ("C", points[2], points[3])
    (x1, y1, x, y) = points
    cubic = (at[0] + (x1 - at[0]) * 2 / 3, at[1] + (y1 - at[1]) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)
    return ("C", *cubic), ("Q", x1, y1)


def _arc(start: tuple[float, float], shape: Sequence[float], end: tuple[float, float]) -> Iterator[Step]:
    """Yield an elliptical arc as cubic curves of at most a quarter each (SVG 2, B.2.4: from end points to centre)."""
    rx, ry, turn, is_large, is_sweep = abs(shape[0]), abs(shape[1]), math.radians(shape[2]), shape[3] != 0, shape[4] != 0
    cos, sin = math.cos(turn), math.sin(turn)
    dx, dy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * dx + sin * dy, cos * dy - sin * dx
    grow = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    inside = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    factor = math.sqrt(max(0.0, inside) / ((rx * y) ** 2 + (ry * x) ** 2)) * (-1 if is_large == is_sweep else 1)
    cx, cy = factor * rx * y / ry, -factor * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    sweep = math.atan2((-y - cy) / ry, (-x - cx) / rx) - first
    sweep += 2 * math.pi * ((sweep < 0 and is_sweep) - (sweep > 0 and not is_sweep))
    middle = (cos * cx - sin * cy + (start[0] + end[0]) / 2, sin * cx + cos * cy + (start[1] + end[1]) / 2)
    count = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    part = sweep / count
    reach = 4 / 3 * math.tan(part / 4)

    def at(across: float, along: float) -> tuple[float, float]:
        return middle[0] + cos * rx * across - sin * ry * along, middle[1] + sin * rx * across + cos * ry * along

    for n in range(count):
        one, two = first + n * part, first + (n + 1) * part
        yield (
            "C", *at(math.cos(one) - reach * math.sin(one), math.sin(one) + reach * math.cos(one)),
            *at(math.cos(two) + reach * math.sin(two), math.sin(two) - reach * math.cos(two)), *at(math.cos(two), math.sin(two)),
        )
