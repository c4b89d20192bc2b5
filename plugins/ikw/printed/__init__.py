"""Printed: the facts of a programme as they went to print, read from their file. Floor 1.

The file says them as an event file does, so whoever knows one can read the other, and a difference is one line. `spelling` writes
single facts, `reading` reads the file; the whole of it is written by `exports/printed_yaml`.
"""

from ikw.printed.reading import read_printed

__all__ = ["read_printed"]
