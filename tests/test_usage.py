"""Command lines in German."""

from __future__ import annotations

import pytest

from ikw.usage import Parser, UsageError, commanding_nothing, port


def parser() -> Parser:
    made = Parser(prog="ikw")
    made.options.add_argument("--port", type=port, metavar="ZAHL", help="Port")
    made.options.add_argument("--format", choices=("text", "json"))
    made.options.add_argument("--all", action="store_true")
    made.options.add_argument("edition", metavar="JAHR")
    return made


FAULTS = {
    (): "Es fehlt: JAHR.", ("2025", "mehr"): "„mehr“ gehört nicht zu diesem Befehl.", ("2025", "--fort", "x"): "„--fort x“ gehört nicht zu diesem Befehl.",
    ("2025", "--form", "json"): "„--form json“ gehört nicht zu diesem Befehl.", ("2025", "--format", "xml"): "--format: xml gibt es nicht. Erlaubt sind: text, json.",
    ("2025", "--port"): "Hinter --port fehlt ein Wert.", ("2025", "--port", "a"): "--port: a ist keine Zahl von 1 bis 65535.",
    ("2025", "--port", "0"): "--port: 0 ist keine Zahl von 1 bis 65535.", ("2025", "--all=x"): "Zu --all gehört kein Wert.",
}


@pytest.mark.parametrize(("arguments", "message"), FAULTS.items(), ids=[" ".join(key) for key in FAULTS])
def test_what_is_wrong_is_one_line(arguments: tuple[str, ...], message: str) -> None:
    with pytest.raises(UsageError) as caught:
        parser().parse_args(arguments)
    assert str(caught.value) == f"ikw: {message} Hilfe: ikw --help"


def test_help_is_german() -> None:
    assert parser().format_help() == (
        "Aufruf: ikw [-h] [--port ZAHL] [--format {text,json}] [--all] JAHR\n\nSchalter:\n"
        "  -h, --help            zeigt diese Hilfe\n  --port ZAHL           Port\n  --format {text,json}\n  --all\n  JAHR\n"
    )


def test_a_port_is_a_number() -> None:
    assert [port("1"), port("8000"), port("65535")] == [1, 8000, 65535]


def test_on_github_what_is_printed_commands_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    words = []
    for _ in range(2):
        with commanding_nothing():
            print("##[add-mask]x")
        first, middle, *_, last = capsys.readouterr().out.splitlines()
        words.append(first.removeprefix("::stop-commands::"))
        assert (middle, last) == ("##[add-mask]x", f"::{words[-1]}::")
    assert len({len(word) for word in words}) == 1
    assert words[0] != words[1]  # nobody who wrote the data knows it


def test_it_ends_even_where_a_command_fails(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    with pytest.raises(ZeroDivisionError), commanding_nothing():
        _ = 1 / 0
    first, *_, last = capsys.readouterr().out.splitlines()
    assert last == f"::{first.removeprefix('::stop-commands::')}::"


def test_elsewhere_nothing_is_added(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    with commanding_nothing():
        print("x")
    assert capsys.readouterr().out == "x\n"
