"""What is said to whoever names an event or a municipality that is not there, or none."""

from __future__ import annotations

import pytest

from ikw.commands.names import event_named, municipality_named, nearest
from ikw.model import Municipality
from ikw.programme import Programme
from ikw.usage import UsageError
from samples import event, programme, venue

TOWNS = {name: Municipality(id=name, name={"de": words}) for name, words in {"bebra": "Bebra", "bad-hersfeld": "Bad Hersfeld", "leer": "Leer"}.items()}
FOUND = programme(
    event("hof-auf", "Hof auf!", venues=[venue()]), event("anpfiff", "Anpfiff für alle", venues=[venue("kirche", municipality="bebra")]), municipalities=TOWNS,
)
HINT = "Die Kennung ist der Name der Datei ohne .md"


@pytest.mark.parametrize(("name", "said"), [
    ("", f"Nennen Sie eine Veranstaltung: make event-poster EVENT=anpfiff. {HINT}."),
    (" ", f"Nennen Sie eine Veranstaltung: make event-poster EVENT=anpfiff. {HINT}."),
    ("nope", f"nope: Diese Veranstaltung gibt es nicht. {HINT}, zum Beispiel „anpfiff“."),
    ("hofauf", "hofauf: Diese Veranstaltung gibt es nicht. Meinten Sie „hof-auf“?"),
    ("Hof auf", "Hof auf: Diese Veranstaltung gibt es nicht. Meinten Sie „hof-auf“?"),
    ("hof", "hof: Diese Veranstaltung gibt es nicht. Meinten Sie „hof-auf“?"),
    ("anpfif", "anpfif: Diese Veranstaltung gibt es nicht. Meinten Sie „anpfiff“?"),
])
def test_an_event_that_is_not_there(name: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        event_named(FOUND, name, "event-poster")
    assert str(caught.value) == said


def test_the_example_is_an_event_that_the_sheet_is_for() -> None:
    with pytest.raises(UsageError, match=r"^Nennen Sie eine Veranstaltung: make notice EVENT=hof-auf\. "):
        event_named(FOUND, "", "notice", {"hof-auf": FOUND.by_id["hof-auf"]})


EVERY = "\n    Es gibt: bad-hersfeld, bebra."


@pytest.mark.parametrize(("name", "said"), [
    ("", f"Nennen Sie eine Gemeinde: make leaflet MUNICIPALITY=bad-hersfeld.{EVERY}"),
    ("x", f"x: Diese Gemeinde gibt es nicht.{EVERY}"),
    ("leer", f"leer: In dieser Gemeinde ist nichts.{EVERY}"),
    ("berba", f"berba: Diese Gemeinde gibt es nicht. Meinten Sie „bebra“?{EVERY}"),
    ("Bad Hersfeld", f"Bad Hersfeld: Diese Gemeinde gibt es nicht. Meinten Sie „bad-hersfeld“?{EVERY}"),
])
def test_a_municipality_that_is_not_there(name: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        municipality_named(FOUND, name)
    assert str(caught.value) == said


def test_many_municipalities_stand_on_lines_that_can_be_read() -> None:
    towns = {f"gemeinde-{n:02}": Municipality(id=f"gemeinde-{n:02}", name={"de": f"Gemeinde {n:02}"}) for n in range(20)}
    every = (event(f"fest-{n:02}", venues=[venue(f"haus-{n:02}", municipality=f"gemeinde-{n:02}")]) for n in range(20))
    with pytest.raises(UsageError) as caught:
        municipality_named(programme(*every, municipalities=towns), "xx")
    first, *lines = str(caught.value).splitlines()
    assert first == "xx: Diese Gemeinde gibt es nicht."
    assert max(map(len, lines)) <= 100
    assert " ".join(" ".join(lines).split()) == f"Es gibt: {', '.join(sorted(towns))}."


@pytest.mark.parametrize("name", ["", "x"])
@pytest.mark.parametrize("found", [programme(), programme(event())])
def test_a_programme_without_municipalities(name: str, found: Programme) -> None:
    with pytest.raises(UsageError) as caught:
        municipality_named(found, name)
    before = "x: " if name else ""
    assert str(caught.value) == f"{before}In keiner Gemeinde ist etwas. Eine Veranstaltung gehört zur Gemeinde ihres Ortes („municipality“ in venues.yaml)."


@pytest.mark.parametrize(("name", "said"), [("", "Im Programm steht noch keine Veranstaltung."), ("x", "x: Im Programm steht noch keine Veranstaltung.")])
def test_a_programme_without_events(name: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        event_named(programme(), name, "event-poster")
    assert str(caught.value) == said


def test_what_is_there_is_returned() -> None:
    assert (event_named(FOUND, "hof-auf", "event-poster").id, municipality_named(FOUND, "bebra")) == ("hof-auf", "bebra")


def test_nothing_is_near_to_nothing() -> None:
    assert nearest("fest", {}) is None
