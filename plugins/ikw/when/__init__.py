"""When: dates and times as people write them, read into occurrences. Floor 1, pure: no clock, no file."""

from ikw.when.faults import Span
from ikw.when.reading import patterns, read_date, read_hours, read_moment, read_when, read_windows
from ikw.when.tokens import PATTERNS

__all__ = ["PATTERNS", "Span", "patterns", "read_date", "read_hours", "read_moment", "read_when", "read_windows"]
