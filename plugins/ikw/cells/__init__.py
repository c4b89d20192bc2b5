"""Cells: an event as a row of a table, in the words that people type, and back. Floor 1.

`columns` are the columns a table may have and the headings that mean them; a reader for each sort of cell turns its words into
the values of an event file (`dates`, `places`, `money`, `sign_up`, `lists`, with the `names` of what is known); `reading` puts a
row together, `writing` is the way back. Nothing here judges a value: what an event file may say, the check says.
"""
