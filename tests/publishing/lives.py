"""What tests of publishing share: an address that is none of an example, and releases that differ."""

from __future__ import annotations

from dataclasses import replace

from ikw.publishing.release import MARK, Release, digests_in, name_of

LIVE = "https://programm.kreis"


def edited(release: Release, text: str) -> Release:
    """Return the release with another front page, as if a text had been mended; it stands in the same folder."""
    (release.folder / "index.html").write_text(text, encoding="utf-8")
    digest = name_of(digests_in(release.folder))
    (release.folder / MARK).write_text(f"{digest}\n", encoding="ascii")
    return replace(release, digest=digest)
