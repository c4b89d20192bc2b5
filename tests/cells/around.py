"""Around: places, groups and categories that the cells of these tests may name."""

from __future__ import annotations

from ikw.cells.names import Names
from ikw.model import Category, Municipality, Organiser, Venue
from records import known


def _venue(id: str, name: str, town: str, municipality: str, **values: str) -> Venue:
    return Venue(id=id, name={"de": name}, town=town, municipality=municipality, **values)  # type: ignore[arg-type]


VENUES = {
    venue.id: venue for venue in (
        _venue("buergerhaus", "Bürgerhaus Hohe Luft", "Bad Hersfeld", "bad-hersfeld", street="Schlosserstraße 1", postcode="36251"),
        _venue("markt-bebra", "Marktplatz", "Bebra", "bebra"),
        _venue("markt-rotenburg", "Marktplatz", "Rotenburg an der Fulda", "rotenburg"),
        _venue("huben", "Brückenhaus Hüben und Drüben", "Bebra", "bebra"),
    )
}
ORGANISERS = {
    one.id: one for one in (
        Organiser(id="brueckenschlag", name={"de": "Verein Brückenschlag"}), Organiser(id="vhs", name={"de": "Volkshochschule"}),
        Organiser(id="kette", name={"de": "Webkreis Kette und Schuss"}), Organiser(id="eins", name={"de": "Doppelt"}),
        Organiser(id="zwei", name={"de": "Doppelt"}),
    )
}
CATEGORIES = {"fest": Category(id="fest", name={"de": "Feste", "en": "Festivals"}, colour="granat", sign="pennant"),
              "musik": Category(id="musik", name={"de": "Musik"}, colour="safran", sign="bowl")}
MUNICIPALITIES = {
    one.id: one for one in (
        Municipality(id="bad-hersfeld", name={"de": "Bad Hersfeld"}), Municipality(id="bebra", name={"de": "Bebra"}),
        Municipality(id="rotenburg", name={"de": "Rotenburg an der Fulda"}),
    )
}
KNOWN = known(venues=VENUES, organisers=ORGANISERS, categories=CATEGORIES, municipalities=MUNICIPALITIES, organiser_ids={})
NAMES = Names(KNOWN)
