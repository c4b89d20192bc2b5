"""Prose: contributors' Markdown as safe HTML, and where its sentences end. Floor 1, home of markdown and nh3.

`unwanted` takes out what may not stand in a text, `listing` puts lists in order, `markup` runs Markdown, `links` judges where a
link leads, `rendering` puts it together and lets nothing through but its list.
"""

from ikw.prose.links import is_address, nearest_address
from ikw.prose.rendering import TAGS, Prose, render
from ikw.prose.sentences import first_sentences, one_a_line

__all__ = ["TAGS", "Prose", "first_sentences", "is_address", "nearest_address", "one_a_line", "render"]
