"""Printed: the facts of a programme as they went to print, written into a file and read from it. Floor 1.

The file says them as an event file does, so whoever knows one can read the other, and a difference is one line. `spelling`
writes single facts, `writing` the file, `reading` reads it again: what was written and read is what it was.
"""

from ikw.printed.reading import read_printed
from ikw.printed.writing import write_printed

__all__ = ["read_printed", "write_printed"]
