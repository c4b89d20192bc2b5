"""Places and groups that nobody knows yet are proposed as YAML that can be pasted, each once."""

from __future__ import annotations

from cells.around import KNOWN, NAMES
from ikw.importers.candidates import Place, candidate_of
from ikw.importers.proposals import proposals_of
from ikw.importers.sheets import Row
from ikw.source import read_yaml
from records import SPAN

PLACE = Place(edition="2025", span=SPAN, known=KNOWN, names=NAMES)


def propose(*rows: dict[str, str]) -> str:
    return proposals_of([candidate_of(Row(n, "", {"when": "14.9.2025", **row}), PLACE) for n, row in enumerate(rows, 2)], PLACE)


def test_what_is_not_known_is_proposed() -> None:
    found = propose(
        {"title": "A", "venue": "Café Muster, Weg 1, 36251 Bad Hersfeld", "organisers": "Chor; Verein Brückenschlag"},
        {"title": "B", "venue": "café muster", "organisers": "Chor"}, {"title": "C", "venue": "TuWat"},
    )
    assert found == """\
# Neue Orte, zum Einfügen in venues.yaml. Prüfen Sie jeden: Vielleicht gibt es ihn schon unter anderem Namen.
# 2 Veranstaltungen
cafe-muster: {name: Café Muster, street: Weg 1, postcode: 36251, town: Bad Hersfeld, municipality: bad-hersfeld}
# C
tuwat:
  name: TuWat
  # town: …   (ergänzen)
  # municipality: …   (ergänzen)

# Neue Gruppen, zum Einfügen in organisers.yaml. Nur wer eine eigene Seite bekommen soll, gehört hinein.
# 2 Veranstaltungen
chor: {name: Chor}
"""
    fields, faults = read_yaml(found)
    assert fields is not None
    assert (list(fields.values), faults) == (["cafe-muster", "tuwat", "chor"], ())


def test_two_places_of_one_name_in_two_towns_are_two() -> None:
    found = propose({"title": "A", "venue": "Halle", "venue.town": "Bebra"}, {"title": "B", "venue": "Halle", "venue.town": "Bad Hersfeld"})
    assert [line.partition(":")[0] for line in found.splitlines() if line.startswith("halle")] == ["halle", "halle-2"]


def test_where_all_is_known_nothing_is_proposed() -> None:
    assert propose({"title": "A", "venue": "Bürgerhaus Hohe Luft", "organisers": "Verein Brückenschlag"}, {"title": "B", "venue": "online"}) == ""
