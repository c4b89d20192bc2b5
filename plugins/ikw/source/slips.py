"""Slips: what goes wrong when people write YAML, and the line as it should be. Floor 1, standard library only.

Nothing here decides what YAML is: a caller hands in a judge that says on which line a text stops being YAML, and a mend counts
only if that judge then gets further. So the line that a message prints is known to work.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ikw.problems import N_, Fault

Judge = Callable[[str], int | None]
"""Returns the line (0 = first) on which a text stops being YAML, or None if it never does."""

# letters that may be judged in search of mends: a hostile file must not cost minutes
_TRIALS = 1_000_000
_TRIAL = 1_000
_SHOWN = 60
_FIELD_START = re.compile(r"[^\s#\-\]}]")
_INDENT = re.compile(r"[ \t]*")
# `title: …`; in a list only a word in small letters is a field, so that `- Café: Treffen` is taken for a text
_FIELD = re.compile(r"""(?P<head>[ ]*(?:[^\s:#"'\[\]{},-][^:#"'\[\]{},]*):[ \t]+)(?P<value>\S.*)""")
_ITEM_FIELD = re.compile(r"(?P<head>[ ]*(?:-[ ]+)+(?:[a-z][a-z0-9_-]*:[ \t]+)?)(?P<value>\S.*)")
_NAME = re.compile(r"[ ]*(?:(?:-[ ]+)+(?=[a-z]))?(?P<name>[^\W\d][\w-]{0,79})[ ]?:")
_NO_SPACE = re.compile(r"(?P<head>[ ]*(?:-[ ]+)*[^\W\d]\w*:)(?P<value>[^\s/].*)")
_PART = re.compile(r"(?P<head>\s*(?:[a-z][a-z0-9_-]*:[ ]+)?)(?P<value>.*)", re.DOTALL)
_CLOSED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?=\s*$|\s+#)""")
_SPECIAL = re.compile(r"[@`%&*!|>\]},#]|[-?](?=\s|$)")


# What stands between the line as a list and the line as a text.
_OR_AS_TEXT = N_(" – oder, wenn die Klammer zum Text gehört: ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Slip:
    """One reading of a faulty line: what is wrong with it, and the whole line as it should be.

    `is_open`: something is not closed, so that YAML stops far below. `text` is the line where a bracket that is taken for that of a
    list belongs to a text.
    """

    code: str
    message: str
    line: str
    hint: str = ""
    is_open: bool = False
    text: str = ""

    @property
    def mend(self) -> str:
        """The sentence that prints the line."""
        return N_("Schreiben Sie: {line}{hint}").format(line=self.line.strip(), hint=self.hint)


def quoted(value: str) -> str:
    """Return the value in the quotes that need no escaping; typographic quotes are letters like others."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def field_of(line: str) -> str:
    """Return the field that a line gives, or an empty string."""
    match = _NAME.match(line)
    return match["name"] if match else ""


def mend_all(text: str, stops: Judge, first_line: int = 1) -> tuple[str | None, tuple[Fault, ...]]:
    """Return the text as it should be (None where we cannot tell) and one fault for each line that is no YAML.

    Each field is looked at for itself, so that an open quote at the top hides nothing below it.
    """
    mended: list[str] = []
    faults: list[Fault] = []
    whole = True
    trials = _Trials(stops)
    for start, lines in _fields(text.split("\n")):
        found, rest = _mend_field(lines, trials, first_line + start)
        faults += found
        whole = whole and rest is not None
        mended += rest if rest is not None else lines
    if not faults:
        return None, (_between_fields(text, stops, first_line),)
    result = "\n".join(mended)
    return (result if whole and stops(result) is None else None), tuple(faults)


class _Trials:
    """The judge, asked for so many letters and no more."""

    def __init__(self, stops: Judge) -> None:
        self.stops = stops
        self.left = _TRIALS

    def is_better(self, lines: list[str], than: int) -> bool:
        """Whether these lines are YAML beyond line `than`."""
        text = "\n".join(lines)
        self.left -= len(text) + _TRIAL
        if self.left < 0:
            return False
        stop = self.stops(text)
        return stop is None or stop > than


def _fields(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each field at the margin, with the number of its first line."""
    start = 0
    for number, line in enumerate(lines):
        if number > start and _FIELD_START.match(line) and any(_FIELD_START.match(before) for before in lines[start:number]):
            yield start, lines[start:number]
            start = number
    yield start, lines[start:]


def _mend_field(lines: list[str], trials: _Trials, first_line: int) -> tuple[list[Fault], list[str] | None]:
    faults: list[Fault] = []
    while (stop := trials.stops("\n".join(lines))) is not None:
        found = _better(lines, stop, trials)
        if found is None:
            number = min(stop, len(lines) - 1)
            while number > 0 and not lines[number].strip():
                number -= 1
            return [*faults, _unknown(lines[number], first_line + number)], None
        number, slip = found
        faults.append(fault_of(slip, lines[number], first_line + number))
        lines = [*lines[:number], slip.line, *lines[number + 1:]]
    return faults, lines


def _better(lines: list[str], stop: int, trials: _Trials) -> tuple[int, Slip] | None:
    """Look for the slip from the line where YAML stopped upwards: quotes and brackets are missed only later."""
    for number in range(min(stop, len(lines) - 1), -1, -1):
        for slip in slips(lines[number]):
            # a mend that only moves the fault to the next line of the same text helps nobody
            than = number if slip.is_open else max(stop, number)
            if trials.is_better([*lines[:number], slip.line, *lines[number + 1:]], than):
                return number, slip
    return None


def fault_of(slip: Slip, line: str, number: int) -> Fault:
    """Return a slip as a fault of its line."""
    as_text = N_("Schreiben Sie: {line}").format(line=slip.text) if slip.text else None
    return Fault(code=slip.code, message=slip.message, mend=slip.mend, field=field_of(line), line=number, as_text=as_text)


def slips(line: str) -> Iterator[Slip]:
    """Yield the ways to read a line that is no YAML, the likeliest first."""
    indent = _INDENT.match(line)
    if indent and "\t" in indent[0]:
        yield Slip(
            code="yaml-tab", message=N_("Die Zeile ist mit der Tabulatortaste eingerückt."),
            line=indent[0].replace("\t", "  ") + line[indent.end():], hint=N_(" (eingerückt mit zwei Leerzeichen)"),
        )
    if match := _ITEM_FIELD.fullmatch(line) or _FIELD.fullmatch(line):
        yield from _value_slips(match["head"], match["value"].rstrip())
    if match := _NO_SPACE.fullmatch(line):
        yield Slip(
            code="yaml-space", line=f"{match['head']} {_safe(match['value'])}",
            message=N_("Nach dem Doppelpunkt in „{seen}“ fehlt ein Leerzeichen.").format(seen=shortened(line.strip())),
        )
    if indent and indent[0] and field_of(line.strip()):
        yield Slip(
            code="yaml-indent", message=N_("„{seen}“ ist eingerückt.").format(seen=shortened(line.strip())),
            line=line.strip(), hint=N_(" (ohne Leerzeichen davor; gehört die Zeile zu einem anderen Feld, dann dessen Namen darüber)"),
        )


def _value_slips(head: str, value: str) -> Iterator[Slip]:
    if value[0] in "[{":
        yield from _bracket_slips(head, value)
    elif value[0] in "\"'":
        yield from _quote_slips(head, value)
    elif found := _SPECIAL.match(value):
        yield _needs_quotes(head, value, N_("„{seen}“ beginnt mit „{sign}“ und braucht deshalb Anführungszeichen."), found[0])
    elif ": " in value or value.endswith(":"):
        yield _needs_quotes(head, value, N_("„{seen}“ enthält einen Doppelpunkt und braucht deshalb Anführungszeichen."))


def _needs_quotes(head: str, value: str, message: str, sign: str = "") -> Slip:
    return Slip(code="yaml-quotes", message=message.format(seen=shortened(value), sign=sign), line=head + quoted(value))


def _quote_slips(head: str, value: str) -> Iterator[Slip]:
    sign = value[0]
    closed = _CLOSED.match(value)
    if closed and "\\" not in closed[0]:
        return
    if closed:
        message = N_("In „{seen}“ steht ein „\\“, das in solchen Anführungszeichen etwas anderes bedeutet.")
        mended = quoted(closed[0][1:-1]) + value[closed.end():]
    elif value.count(sign) == 1:
        message = N_("In „{seen}“ fehlt das schließende Anführungszeichen.")
        mended = quoted(value[1:])
    # the first inner quote opens or is an apostrophe: the outer ones were meant for YAML
    elif value.endswith(sign) and re.match(rf"[^{sign}]*(?:(?<!\S){sign}|(?<=\w){sign}\w)", value[1:-1]):
        message = N_("In „{seen}“ stehen Anführungszeichen in gleichen Anführungszeichen.")
        mended = quoted(value[1:-1])
    else:
        message = N_("Nach dem schließenden Anführungszeichen in „{seen}“ steht noch etwas.")
        mended = quoted(value)
    is_open = value.count(sign) == 1
    yield Slip(code="yaml-quotes", message=message.format(seen=shortened(value)), line=head + mended, is_open=is_open)


def _bracket_slips(head: str, value: str) -> Iterator[Slip]:
    close = {"[": "]", "{": "}"}[value[0]]
    if close not in value:
        message = N_("In „{seen}“ fehlt die schließende Klammer „{close}“.")
        as_text = (head + quoted(value)).strip()
        yield Slip(
            code="yaml-bracket", message=message.format(seen=shortened(value), close=close),
            line=head + value[0] + _safe_parts(value[1:]) + close, is_open=True,
            hint=f"{_OR_AS_TEXT}{as_text}", text=as_text,
        )
    elif value.endswith(close):
        message = N_("In „{seen}“ braucht ein Teil Anführungszeichen.")
        if re.search(r"[\[{,]\s*,", value):
            message = N_("In „{seen}“ steht ein Komma zu viel.")
        line = head + value[0] + _safe_parts(value[1:-1]) + close
        yield Slip(code="yaml-quotes", message=message.format(seen=shortened(value)), line=line)
    yield _needs_quotes(head, value, N_("„{seen}“ beginnt mit „{sign}“ und braucht deshalb Anführungszeichen."), value[0])


def _safe_parts(text: str) -> str:
    """Quote those parts between commas that need it; brackets within brackets are left as they are."""
    if any(sign in text for sign in "[]{}"):
        return text
    parts = []
    for part in text.split(","):
        match = _PART.fullmatch(part)
        if match and match["value"].strip():
            parts.append(match["head"] + _safe(match["value"].rstrip()))
    return ",".join(parts)


def _safe(value: str) -> str:
    is_safe = not (_SPECIAL.match(value) or ": " in value or value.endswith(":") or " #" in value or value[0] in "[{\"'")
    return value if is_safe or _CLOSED.fullmatch(value) else quoted(value)


def _unknown(line: str, number: int) -> Fault:
    message = N_("„{seen}“ ist keine Angabe, die das Programm versteht.")
    return Fault(
        code="yaml-syntax", message=message.format(seen=shortened(line.strip())),
        mend=N_("Schreiben Sie „feld: Wert“, und rücken Sie mit zwei Leerzeichen ein, was zur Zeile darüber gehört."),
        field=field_of(line), line=number,
    )


def _between_fields(text: str, stops: Judge, first_line: int) -> Fault:
    """Every field is YAML, but together they are not: one of them stands deeper than the others."""
    lines = text.split("\n")
    stop = min(stops(text) or 0, len(lines) - 1)
    for number in range(stop, -1, -1):
        if lines[number].startswith(" ") and field_of(lines[number]):
            slip = next(slip for slip in slips(lines[number]) if slip.code == "yaml-indent")
            return fault_of(slip, lines[number], first_line + number)
    return _unknown(lines[stop], first_line + stop)


def shortened(text: str) -> str:
    """Return as much of a line as fits into a message."""
    return text if len(text) <= _SHOWN else text[:_SHOWN - 1] + "…"
