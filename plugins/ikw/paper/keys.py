"""Keys: what groups of printed files are called. Floor 4, pure: pages ask for a booklet without knowing how one is made."""

from __future__ import annotations


def paper_key(edition: str, kind: str, language: str) -> str:
    """Return the key of a group of printed files: a booklet in a language."""
    return f"{edition}/paper/{kind}/{language}"


def is_paper(group: str) -> bool:
    """Whether a group of files is printed matter."""
    return "/paper/" in group
