"""Every field that organisers fill in has a question, or a reason why nobody is asked."""

from __future__ import annotations

from ikw.questions import NOT_ASKED, QUESTIONS, open_fields


def test_every_field_is_asked_for_or_left_out_with_a_reason() -> None:
    paths = set(open_fields())
    assert paths - {*QUESTIONS, *NOT_ASKED} == set()
    assert {*QUESTIONS, *NOT_ASKED} - paths == {"text"}
    assert QUESTIONS.keys() & NOT_ASKED.keys() == set()


def test_coordinators_fields_are_not_asked_for() -> None:
    assert {"draft", "highlight", "example", "series", "unread"} & {*QUESTIONS, *open_fields()} == set()


def test_labels_and_hints_are_short_sentences() -> None:
    for path, (label, hint) in QUESTIONS.items():
        assert label == label.strip(), path
        assert 0 < len(label) <= 60, path
        assert len(hint) <= 130, path
