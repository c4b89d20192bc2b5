"""What Pelican's pages are given beside their text."""

from __future__ import annotations

from ikw.pelican_glue import NO_ADDRESS, addressed


def test_a_page_names_the_address_of_the_settings() -> None:
    page = "<p>An <strong>{SUBMISSION_ADDRESS}</strong>.</p>"
    assert addressed(page, "a@example.org") == '<p>An <strong><a href="mailto:a@example.org">a@example.org</a></strong>.</p>'
    assert addressed(page, "") == f"<p>An <strong>{NO_ADDRESS}</strong>.</p>"
    assert addressed("<p>Nichts.</p>", "a@example.org") == "<p>Nichts.</p>"
