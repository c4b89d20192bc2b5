"""A whole row: every cell in its field, what cannot be read handed back with its words."""

from __future__ import annotations

import pytest

from cells.around import NAMES
from ikw.cells.reading import Row, read_row
from records import SPAN


def read(**words: str) -> Row:
    return read_row({path.replace("__", "."): text for path, text in words.items()}, NAMES, SPAN)


def test_a_row_becomes_fields_in_their_order() -> None:
    row = read(
        text="Wir feiern.", cost="kostenlos", organisers="Verein Brückenschlag", venue="Bürgerhaus Hohe Luft, Saal 1", when__time="18 Uhr",
        when__on="14.9.", title=" Fest\nder Lieder ", category="Feste", audience="Kinder ab 6 Jahren", highlight="x", bring="nein", food="ja",
    )
    assert list(row.fields.items()) == [
        ("title", "Fest der Lieder"), ("when", "14.9., 18 Uhr"), ("venue", "buergerhaus"), ("room", "Saal 1"), ("organisers", ["brueckenschlag"]),
        ("category", "fest"), ("audience", ["children"]), ("age", "ab 6"), ("cost", "free"), ("food", "ja"), ("highlight", "ja"),
    ]
    assert (row.body, row.unread) == ("Wir feiern.", {})


def test_a_row_without_a_date_says_so() -> None:
    row = read(title="Fest")
    assert (row.fields, row.unread) == ({"title": "Fest", "when": "tba"}, {"when": "kein Datum"})


def test_a_date_that_is_not_known_yet_is_no_lack() -> None:
    assert read(title="Fest", when="folgt").unread == {}


def test_words_that_cannot_be_read_are_kept_as_they_are() -> None:
    row = read(title="Fest", when__on="16.9.\n23.9. 18 Uhr", hours="irgendwann", text="<b>Hallo</b>")
    assert row.unread == {"when": "16.9. / 23.9. 18 Uhr", "hours": "irgendwann", "text": "<b>Hallo</b>"}
    assert (row.fields, row.body) == ({"title": "Fest", "when": "tba"}, "")


def test_a_category_nobody_knows_is_told_and_left_out() -> None:
    row = read(title="Fest", when="tba", category="Konzert")
    assert ("category" in row.fields, row.category, row.unmatched["category"].why) == (False, "Konzert", "unknown")
    assert read(title="Fest", when="tba", category="Feste, Konzert").fields["category"] == "fest"


def test_access_in_other_words_is_a_note() -> None:
    assert read(title="F", when="tba", access="Rollstuhl").fields["access"] == ["wheelchair"]
    assert read(title="F", when="tba", access="stufenlos", access_note="von hinten").fields["access_note"] == "stufenlos; von hinten"
    row = read(title="F", when="tba", access="Rollstuhl, stufenlos")
    assert (row.fields["access"], row.fields["access_note"], row.beside) == (["wheelchair"], "stufenlos", {"access": "stufenlos"})
    row = read(title="F", when="tba", access="Rollstuhl, WC nur im Erdgeschoss")
    assert (row.fields.get("access"), row.fields["access_note"]) == (None, "Rollstuhl, WC nur im Erdgeschoss")
    assert read(title="F", when="tba", access="ja").fields["access_note"] == "barrierefrei: ja"
    assert read(title="F", when="tba", access="nein").fields["access_note"] == "barrierefrei: nein"


def test_a_room_that_stands_twice_must_be_the_same() -> None:
    assert read(title="F", when="tba", venue="Bürgerhaus Hohe Luft, Saal 2", room="Saal 2").fields["room"] == "Saal 2"
    row = read(title="F", when="tba", venue="Bürgerhaus Hohe Luft, Saal 2", room="Saal 3")
    assert row.why["venue"][0] == "Das steht hier zweimal und verschieden: Saal 2 / Saal 3."


def test_what_has_changed() -> None:
    assert read(title="F", when="tba", status="abgesagt").fields["status"] == "cancelled"
    assert read(title="F", when="tba", status="fällt aus wegen Regen").fields["status"] == {"is": "cancelled", "note": "wegen Regen"}
    assert read(title="F", when="tba", status="verlegt", status__was__venue="Marktplatz, Bebra", status__was__when="14.9.").fields["status"] == {
        "is": "moved", "was": {"when": "14.9.", "venue": "markt-bebra"},
    }


@pytest.mark.parametrize(("title", "status", "expected"), [
    ("Abgesagt: Nähkurs", "", ("Nähkurs", "cancelled")), ("ABGESAGT:Nähkurs", "abgesagt", ("Nähkurs", "cancelled")), ("[abgesagt] Nähkurs", "", ("Nähkurs", "cancelled")),
    ("Nähkurs (fällt leider aus)", "", ("Nähkurs", "cancelled")), ("Canceled: Sewing", "", ("Sewing", "cancelled")),
    ("A30 - ABGESAGT", "", ("A30", "cancelled")), ("Nähkurs – entfällt!", "", ("Nähkurs", "cancelled")), ("ABGESAGT! Nähkurs", "", ("Nähkurs", "cancelled")),
    # a play, a question, a contradiction: nobody can know
    ("Abgesagt – ein Stück", "", ("Abgesagt – ein Stück", None)), ("Abgesagt", "", ("Abgesagt", None)), ("Abgesagt: Nähkurs", "verlegt", ("Abgesagt: Nähkurs", "moved")),
])
def test_a_title_may_say_that_it_is_off(title: str, status: str, expected: tuple[str, str | None]) -> None:
    fields = read(title=title, when="tba", status=status).fields
    assert (fields["title"], fields.get("status")) == expected


def test_a_title_that_shouts_it_is_a_draft() -> None:
    row = read(title="Nähkurs ABGESAGT wegen Krankheit", when="tba")
    assert (row.fields["title"], row.unread) == ("Nähkurs ABGESAGT wegen Krankheit", {"status": "Nähkurs ABGESAGT wegen Krankheit"})
    assert row.why["status"][0] == "Im Titel steht, dass die Veranstaltung ausfällt."


def test_who_stands_behind_in_cooperation_with_takes_part() -> None:
    row = read(title="F", when="tba", organisers="Verein Brückenschlag e.V. in Kooperation mit Musterverein; Chor")
    assert (row.fields["organisers"], row.fields["partners"]) == (["brueckenschlag"], ["Musterverein", "Chor"])
    row = read(title="F", when="tba", organisers="A in Kooperation mit B", partners="C")
    assert (row.fields["organisers"], row.fields["partners"]) == (["A in Kooperation mit B"], ["C"])


def test_a_place_may_be_an_address_in_the_web_or_a_point_to_meet() -> None:
    assert read(title="F", when="tba", venue="https://zoom.us/j/123").fields == {"title": "F", "when": "tba", "venue": "online", "online_url": "https://zoom.us/j/123"}
    assert read(title="F", when="tba", venue="Treffpunkt: Bahnhof Bebra").fields == {"title": "F", "when": "tba", "venue": {"name": "Bahnhof Bebra"}, "meeting_point": "Bahnhof Bebra"}
    assert read(title="F", when="tba", venue="Hybrid: Rathaus und Zoom").unread == {"venue": "Hybrid: Rathaus und Zoom"}
    assert read(title="F", when="tba", venue="Bad Hersfeld, Lullusplatz").fields["venue"] == {"name": "Lullusplatz", "town": "Bad Hersfeld", "municipality": "bad-hersfeld"}


def test_strokes_and_words_for_later_are_no_values() -> None:
    row = read(title="Fest", when="14.9.", venue="-", organisers="n. n.", cost="–", room="folgt", languages="k. A.")
    assert row.fields == {"title": "Fest", "when": "14.9."}


def test_markdown_stays_as_it_is() -> None:
    assert read(title="F", when="tba", markdown="**fett**\n\n- a").body == "**fett**\n\n- a"
