"""Source: the events folder as raw records: text, list and fields with their lines, nothing guessed. Floor 1, home of PyYAML.

`tree` lists the folder, `files` reads a text (`characters`, `lookalikes` and `stacks` name what nobody can see in it), `front` cuts an
event file in two, `mappings` reads YAML into `nodes` (`slips` has the mends), `records` puts it together; `writing` is the way
back, `editing` changes single fields.
"""

from ikw.source.front import FrontMatter, split_front_matter
from ikw.source.mappings import DATA_LIMIT, DEPTH_LIMIT, read_yaml
from ikw.source.nodes import Fields, Items, Node, Record, Scalar
from ikw.source.records import EVENT_LIMIT, event_of, read_data, read_event
from ikw.source.tree import DATA_FILES, TRANSLATIONS
from ikw.source.writing import Value, event_text, fields_text, value_of

__all__ = [
    "DATA_FILES", "DATA_LIMIT", "DEPTH_LIMIT", "EVENT_LIMIT", "TRANSLATIONS", "Fields", "FrontMatter", "Items", "Node", "Record",
    "Scalar", "Value", "event_of", "event_text", "fields_text", "read_data", "read_event", "read_yaml", "split_front_matter", "value_of",
]
